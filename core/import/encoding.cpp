// SPDX-License-Identifier: GPL-3.0-or-later
// Decoders with a fast path for ASCII. CP949 goes through one table of 23,940 pairs, built once from ICU's "windows-949"
// (ICU's own name "cp949" means another code page that loses letters).
#include "core/import/encoding.h"

#include <cstring>
#include <memory>
#include <unicode/ucnv.h>
#include <vector>

namespace mudeung {

namespace {

constexpr unsigned kFirstLead = 0x81;
constexpr unsigned kFirstTrail = 0x41;
constexpr unsigned kLeads = 0xFE - kFirstLead + 1;
constexpr unsigned kTrails = 0xFE - kFirstTrail + 1;

/// Code point of every pair, and its UTF-8 form ready to be copied (all of them are three bytes or fewer).
struct PairTable {
    std::vector<char16_t> chars = std::vector<char16_t>(kLeads * kTrails, 0);
    PairTable() {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open("windows-949", &status), &ucnv_close);
        if (U_FAILURE(status)) return;
        ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
        for (unsigned lead = 0; lead < kLeads; ++lead) {
            for (unsigned trail = 0; trail < kTrails; ++trail) {
                const char pair[2] = {static_cast<char>(lead + kFirstLead), static_cast<char>(trail + kFirstTrail)};
                UChar out[4];
                status = U_ZERO_ERROR;
                ucnv_reset(converter.get());
                const int32_t length = ucnv_toUChars(converter.get(), out, 4, pair, 2, &status);
                const bool privateUse = length == 1 && out[0] >= 0xE000 && out[0] <= 0xF8FF;
                if (U_SUCCESS(status) && length == 1 && !privateUse) chars[lead * kTrails + trail] = out[0];
            }
        }
    }
};

const PairTable& pairs() {
    static const PairTable table;
    return table;
}

/// Length of the run of ASCII at the beginning.
size_t asciiRun(const char* data, size_t size) {
    size_t i = 0;
    for (; i + 16 <= size; i += 16) {
        uint64_t a = 0;
        uint64_t b = 0;
        std::memcpy(&a, data + i, 8);
        std::memcpy(&b, data + i + 8, 8);
        if (((a | b) & 0x8080808080808080ULL) != 0) break;
    }
    while (i < size && (static_cast<unsigned char>(data[i]) & 0x80U) == 0) ++i;
    return i;
}

bool isTrail(unsigned char c) {
    return (c & 0xC0U) == 0x80U;
}

/// Length of the well-formed character at `p` (1…4), 0 when malformed, -1 when it is cut by the end. Unicode table 3-7.
int utf8Length(const unsigned char* p, size_t left) {
    const unsigned char c = p[0];
    int length = 0;
    unsigned char low = 0x80;
    unsigned char high = 0xBF;
    if (c < 0x80) return 1;
    if (c >= 0xC2 && c <= 0xDF) {
        length = 2;
    } else if (c >= 0xE0 && c <= 0xEF) {
        length = 3;
        if (c == 0xE0) low = 0xA0;
        if (c == 0xED) high = 0x9F;
    } else if (c >= 0xF0 && c <= 0xF4) {
        length = 4;
        if (c == 0xF0) low = 0x90;
        if (c == 0xF4) high = 0x8F;
    } else {
        return 0;
    }
    for (int i = 1; i < length; ++i) {
        if (static_cast<size_t>(i) >= left) return -1;
        const bool good = i == 1 ? p[i] >= low && p[i] <= high : isTrail(p[i]);
        if (!good) return 0;
    }
    return length;
}

void appendUtf8(std::string& out, char32_t c) {
    if (c < 0x80) {
        out.push_back(static_cast<char>(c));
    } else if (c < 0x800) {
        const char bytes[2] = {static_cast<char>(0xC0U | (c >> 6U)), static_cast<char>(0x80U | (c & 0x3FU))};
        out.append(bytes, 2);
    } else if (c < 0x10000) {
        const char bytes[3] = {static_cast<char>(0xE0U | (c >> 12U)), static_cast<char>(0x80U | ((c >> 6U) & 0x3FU)),
                               static_cast<char>(0x80U | (c & 0x3FU))};
        out.append(bytes, 3);
    } else {
        const char bytes[4] = {static_cast<char>(0xF0U | (c >> 18U)), static_cast<char>(0x80U | ((c >> 12U) & 0x3FU)),
                               static_cast<char>(0x80U | ((c >> 6U) & 0x3FU)), static_cast<char>(0x80U | (c & 0x3FU))};
        out.append(bytes, 4);
    }
}

void tallyChar(TextTally& tally, char32_t c) {
    if (c == 0xFFFD) {
        ++tally.replacements;
        if (tally.lastWasReplacement) ++tally.replacementPairs;
        tally.lastWasReplacement = true;
        return;
    }
    tally.lastWasReplacement = false;
    if (c >= 0xAC00 && c <= 0xD7A3) ++tally.hangul;
}

/// Receives runs of ASCII and single characters: either counts or writes them.
struct CountSink {
    TextTally& tally;
    void ascii(const char* data, size_t size) {
        tally.lastWasReplacement = false;
        if (std::memchr(data, 0, size) != nullptr) {
            for (size_t i = 0; i < size; ++i) tally.nuls += data[i] == 0;
        }
    }
    void utf8(const unsigned char* p, int length) {
        if (length == 3) {
            tallyChar(tally, ((p[0] & 0x0FU) << 12U) | ((p[1] & 0x3FU) << 6U) | (p[2] & 0x3FU));
        } else {
            tally.lastWasReplacement = false;
        }
    }
    void character(char32_t c) {
        if (c == 0) ++tally.nuls;
        tallyChar(tally, c);
    }
};

struct WriteSink {
    std::string& out;
    void ascii(const char* data, size_t size) { out.append(data, size); }
    void utf8(const unsigned char* p, int length) { out.append(reinterpret_cast<const char*>(p), static_cast<size_t>(length)); }
    void character(char32_t c) { appendUtf8(out, c); }
};

template <typename Sink>
DecodeStep runUtf8(const char* data, size_t size, bool last, Sink sink) {
    size_t i = 0;
    while (i < size) {
        const size_t run = asciiRun(data + i, size - i);
        if (run > 0) sink.ascii(data + i, run);
        i += run;
        while (i < size && (static_cast<unsigned char>(data[i]) & 0x80U) != 0) {
            const auto* p = reinterpret_cast<const unsigned char*>(data + i);
            const int length = utf8Length(p, size - i);
            if (length == 0 || (length < 0 && last)) return {i, true};
            if (length < 0) return {i, false};
            sink.utf8(p, length);
            i += static_cast<size_t>(length);
        }
    }
    return {i, false};
}

template <typename Sink>
DecodeStep runCp949(const char* data, size_t size, bool last, Sink sink) {
    const char16_t* table = pairs().chars.data();
    size_t i = 0;
    while (i < size) {
        const size_t run = asciiRun(data + i, size - i);
        if (run > 0) sink.ascii(data + i, run);
        i += run;
        while (i < size && (static_cast<unsigned char>(data[i]) & 0x80U) != 0) {
            const unsigned lead = static_cast<unsigned char>(data[i]);
            if (lead < kFirstLead || lead > 0xFE) return {i, true};
            if (i + 1 >= size) return {i, last};
            const unsigned trail = static_cast<unsigned char>(data[i + 1]);
            const char16_t c = trail < kFirstTrail || trail > 0xFE ? u'\0' : table[(lead - kFirstLead) * kTrails + trail - kFirstTrail];
            if (c == 0) return {i, true};
            sink.character(c);
            i += 2;
        }
    }
    return {i, false};
}

template <typename Sink>
DecodeStep runUtf16(const char* data, size_t size, bool last, bool big, Sink sink) {
    const auto unit = [data, big](size_t at) {
        const unsigned a = static_cast<unsigned char>(data[at]);
        const unsigned b = static_cast<unsigned char>(data[at + 1]);
        return static_cast<char32_t>(big ? (a << 8U) | b : (b << 8U) | a);
    };
    size_t i = 0;
    while (i + 1 < size) {
        const char32_t c = unit(i);
        if (c < 0xD800 || c > 0xDFFF) {
            sink.character(c);
            i += 2;
            continue;
        }
        if (c >= 0xDC00) return {i, true};
        if (i + 3 >= size) return {i, last};
        const char32_t low = unit(i + 2);
        if (low < 0xDC00 || low > 0xDFFF) return {i, true};
        sink.character(0x10000 + ((c - 0xD800) << 10U) + (low - 0xDC00));
        i += 4;
    }
    return {i, last && i < size};
}

template <typename Sink>
DecodeStep run(Encoding encoding, const char* data, size_t size, bool last, Sink sink) {
    switch (encoding) {
        case Encoding::Utf8:
            return runUtf8(data, size, last, sink);
        case Encoding::Cp949:
            return runCp949(data, size, last, sink);
        case Encoding::Utf16Le:
            return runUtf16(data, size, last, false, sink);
        case Encoding::Utf16Be:
            return runUtf16(data, size, last, true, sink);
    }
    return {0, true};
}

}  // namespace

QString encodingName(Encoding encoding) {
    switch (encoding) {
        case Encoding::Utf8:
            return QStringLiteral("UTF-8");
        case Encoding::Cp949:
            return QStringLiteral("CP949");
        case Encoding::Utf16Le:
            return QStringLiteral("UTF-16LE");
        case Encoding::Utf16Be:
            return QStringLiteral("UTF-16BE");
    }
    return {};
}

std::optional<Encoding> encodingFromName(const QString& name) {
    QString key;
    for (const QChar c : name.toLower()) {
        if (c.isLetterOrNumber()) key.append(c);
    }
    if (key == QLatin1String("utf8") || key == QLatin1String("utf8bom") || key == QLatin1String("65001")) return Encoding::Utf8;
    if (key == QLatin1String("utf16le") || key == QLatin1String("utf16")) return Encoding::Utf16Le;
    if (key == QLatin1String("utf16be")) return Encoding::Utf16Be;
    for (const char* alias : {"cp949", "euckr", "ms949", "949", "windows949", "uhc", "ksc5601", "ksc56011987", "korean"}) {
        if (key == QLatin1String(alias)) return Encoding::Cp949;
    }
    return std::nullopt;
}

DecodeStep checkText(Encoding encoding, const char* data, size_t size, bool last, TextTally& tally) {
    return run(encoding, data, size, last, CountSink{tally});
}

DecodeStep decodeText(Encoding encoding, const char* data, size_t size, bool last, std::string& out) {
    return run(encoding, data, size, last, WriteSink{out});
}

char16_t cp949Char(unsigned char lead, unsigned char trail) {
    if (lead < kFirstLead || lead > 0xFE || trail < kFirstTrail || trail > 0xFE) return 0;
    return pairs().chars[(lead - kFirstLead) * kTrails + trail - kFirstTrail];
}

std::optional<std::string> decodeAll(Encoding encoding, const char* data, size_t size) {
    std::string out;
    const DecodeStep step = decodeText(encoding, data, size, true, out);
    if (step.fault || step.consumed != size) return std::nullopt;
    return out;
}

}  // namespace mudeung
