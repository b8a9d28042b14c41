// SPDX-License-Identifier: GPL-3.0-or-later
// Decoders with a fast path for ASCII. CP949 goes through one table of 23,940 pairs, built once from ICU's "windows-949"
// (ICU's own name "cp949" means another code page that loses letters).
#include "core/import/encoding.h"

#include <cstring>
#include <memory>
#include <unicode/ucnv.h>
#include <vector>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace mudeung {

namespace {

constexpr unsigned kFirstLead = 0x81;
constexpr unsigned kFirstTrail = 0x41;
constexpr unsigned kLeads = 0xFE - kFirstLead + 1;
constexpr unsigned kTrails = 0xFE - kFirstTrail + 1;

/// A character as UTF-8, ready to be copied: no pair needs more than three bytes. Length 0 = not assigned.
struct Utf8Form {
    char bytes[3] = {};
    unsigned char length = 0;
};

Utf8Form utf8Form(char16_t c) {
    if (c < 0x80) return {{static_cast<char>(c)}, 1};
    if (c < 0x800) return {{static_cast<char>(0xC0U | (c >> 6U)), static_cast<char>(0x80U | (c & 0x3FU))}, 2};
    return {{static_cast<char>(0xE0U | (c >> 12U)), static_cast<char>(0x80U | ((c >> 6U) & 0x3FU)), static_cast<char>(0x80U | (c & 0x3FU))},
            3};
}

/// Code point of every pair, and its UTF-8 form.
struct PairTable {
    std::vector<char16_t> chars = std::vector<char16_t>(kLeads * kTrails, 0);
    std::vector<Utf8Form> forms = std::vector<Utf8Form>(kLeads * kTrails);
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
                if (!U_SUCCESS(status) || length != 1 || privateUse || out[0] == 0) continue;
                chars[lead * kTrails + trail] = out[0];
                forms[lead * kTrails + trail] = utf8Form(out[0]);
            }
        }
    }
};

const PairTable& pairs() {
    static const PairTable table;
    return table;
}

/// Place of a pair in the table; empty when no pair is made of these bytes.
std::optional<size_t> pairIndex(char first, char second) {
    const unsigned lead = static_cast<unsigned char>(first) - kFirstLead;
    const unsigned trail = static_cast<unsigned char>(second) - kFirstTrail;
    if (lead >= kLeads || trail >= kTrails) return std::nullopt;
    return lead * kTrails + trail;
}

constexpr size_t kBlock = 16;

#if defined(__SSE2__)
/// One bit for each of 16 bytes.
unsigned nonAscii(const char* p) {
    return static_cast<unsigned>(_mm_movemask_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i*>(p))));
}
unsigned zeros(const char* p) {
    const __m128i v = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
    return static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(v, _mm_setzero_si128())));
}
#else
unsigned nonAscii(const char* p) {
    unsigned bits = 0;
    for (unsigned i = 0; i < kBlock; ++i) bits |= (static_cast<unsigned char>(p[i]) & 0x80U) != 0 ? 1U << i : 0U;
    return bits;
}
unsigned zeros(const char* p) {
    unsigned bits = 0;
    for (unsigned i = 0; i < kBlock; ++i) bits |= p[i] == 0 ? 1U << i : 0U;
    return bits;
}
#endif

bool isAscii(char c) {
    return (static_cast<unsigned char>(c) & 0x80U) == 0;
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

void tallyAscii(TextTally& tally, const char* data, size_t size) {
    for (size_t i = 0; i < size; ++i) tally.nuls += data[i] == 0;
}

/// Steps over ASCII, sixteen bytes at a time; counts NUL bytes when there is a tally.
size_t skipAscii(const char* data, size_t i, size_t size, TextTally* tally) {
    const size_t begin = i;
    bool met = false;
    for (; i + kBlock <= size && !met;) {
        const unsigned high = nonAscii(data + i);
        met = high != 0;
        const size_t run = met ? static_cast<size_t>(__builtin_ctz(high)) : kBlock;
        if (tally != nullptr && zeros(data + i) != 0) tallyAscii(*tally, data + i, run);
        i += run;
    }
    if (!met) {
        const size_t rest = i;
        while (i < size && isAscii(data[i])) ++i;
        if (tally != nullptr) tallyAscii(*tally, data + rest, i - rest);
    }
    if (tally != nullptr && i > begin) tally->lastWasReplacement = false;
    return i;
}

/// UTF-8 is written as it stands, so that only checking is left to do. `tally` may be null.
DecodeStep checkUtf8(const char* data, size_t size, bool last, TextTally* tally) {
    size_t i = 0;
    while (i < size) {
        i = skipAscii(data, i, size, tally);
        while (i < size && !isAscii(data[i])) {
            const auto* p = reinterpret_cast<const unsigned char*>(data + i);
            // Hangul and nearly all else in Korean files: three bytes, neither overlong nor a surrogate.
            if (i + 3 <= size && p[0] > 0xE0 && p[0] < 0xED && isTrail(p[1]) && isTrail(p[2])) {
                if (tally != nullptr) tallyChar(*tally, ((p[0] & 0x0FU) << 12U) | ((p[1] & 0x3FU) << 6U) | (p[2] & 0x3FU));
                i += 3;
                continue;
            }
            const int length = utf8Length(p, size - i);
            if (length == 0 || (length < 0 && last)) return {i, true};
            if (length < 0) return {i, false};
            if (tally != nullptr) {
                tallyChar(*tally, length == 3 ? ((p[0] & 0x0FU) << 12U) | ((p[1] & 0x3FU) << 6U) | (p[2] & 0x3FU) : U'?');
            }
            i += static_cast<size_t>(length);
        }
    }
    return {i, false};
}

DecodeStep writeUtf8(const char* data, size_t size, bool last, std::string& out) {
    const DecodeStep step = checkUtf8(data, size, last, nullptr);
    out.append(data, step.consumed);
    return step;
}

/// The 2,350 syllables of KS X 1001, all of them assigned: nearly every pair of a real file.
bool isCommonHangul(char first, char second) {
    return static_cast<unsigned>(static_cast<unsigned char>(first)) - 0xB0U <= 0xC8U - 0xB0U &&
           static_cast<unsigned>(static_cast<unsigned char>(second)) - 0xA1U <= 0xFEU - 0xA1U;
}

DecodeStep checkCp949(const char* data, size_t size, bool last, TextTally& tally) {
    const char16_t* table = pairs().chars.data();
    size_t i = 0;
    while (i < size) {
        i = skipAscii(data, i, size, &tally);
        const size_t begin = i;
        while (i + 1 < size && isCommonHangul(data[i], data[i + 1])) i += 2;
        if (i > begin) {
            tally.hangul += static_cast<int64_t>((i - begin) / 2);
            tally.lastWasReplacement = false;
        }
        if (i == size || isAscii(data[i])) continue;
        if (i + 1 == size && pairIndex(data[i], static_cast<char>(kFirstTrail))) return {i, last};
        const auto pair = i + 1 < size ? pairIndex(data[i], data[i + 1]) : std::nullopt;
        if (!pair || table[*pair] == 0) return {i, true};
        tallyChar(tally, table[*pair]);
        i += 2;
    }
    return {i, false};
}

/// Pairs from data[i] on; `to` must have room for four bytes more than are needed. Returns false at a byte that is none.
inline bool writePairs(const Utf8Form* table, const char* data, size_t& at, size_t size, char*& out) {
    size_t i = at;
    char* to = out;
    bool good = true;
    while (i + 1 < size && !isAscii(data[i])) {
        const auto pair = pairIndex(data[i], data[i + 1]);
        const Utf8Form form = pair ? table[*pair] : Utf8Form{};
        std::memcpy(to, &form, sizeof form);
        // Guessing the length lets the processor go on before the form is there.
        if (form.length == 3) [[likely]] {
            to += 3;
        } else if (form.length == 0) {
            good = false;
            break;
        } else {
            to += form.length;
        }
        i += 2;
    }
    at = i;
    out = to;
    return good;
}

DecodeStep writeCp949(const char* data, size_t size, bool last, std::string& out) {
    const Utf8Form* table = pairs().forms.data();
    const size_t before = out.size();
    out.resize(before + size + size / 2 + kBlock + sizeof(Utf8Form));
    char* to = out.data() + before;
    size_t i = 0;
    bool fault = false;
    while (i + kBlock <= size && !fault) {
        std::memcpy(to, data + i, kBlock);
        const unsigned high = nonAscii(data + i);
        const size_t run = high == 0 ? kBlock : static_cast<size_t>(__builtin_ctz(high));
        i += run;
        to += run;
        if (high != 0) fault = !writePairs(table, data, i, size, to);
    }
    while (i < size && !fault) {
        if (isAscii(data[i])) {
            *to++ = data[i++];
        } else if (i + 1 == size) {
            fault = last || !pairIndex(data[i], static_cast<char>(kFirstTrail));
            break;
        } else {
            fault = !writePairs(table, data, i, size, to);
        }
    }
    out.resize(static_cast<size_t>(to - out.data()));
    return {i, fault};
}

/// Receives single characters: either counts or writes them.
struct CountSink {
    TextTally& tally;
    void character(char32_t c) {
        if (c == 0) ++tally.nuls;
        tallyChar(tally, c);
    }
};

struct WriteSink {
    std::string& out;
    void character(char32_t c) { appendUtf8(out, c); }
};

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
    switch (encoding) {
        case Encoding::Utf8:
            return checkUtf8(data, size, last, &tally);
        case Encoding::Cp949:
            return checkCp949(data, size, last, tally);
        case Encoding::Utf16Le:
        case Encoding::Utf16Be:
            return runUtf16(data, size, last, encoding == Encoding::Utf16Be, CountSink{tally});
    }
    return {0, true};
}

DecodeStep decodeText(Encoding encoding, const char* data, size_t size, bool last, std::string& out) {
    switch (encoding) {
        case Encoding::Utf8:
            return writeUtf8(data, size, last, out);
        case Encoding::Cp949:
            return writeCp949(data, size, last, out);
        case Encoding::Utf16Le:
        case Encoding::Utf16Be:
            return runUtf16(data, size, last, encoding == Encoding::Utf16Be, WriteSink{out});
    }
    return {0, true};
}

char16_t cp949Char(unsigned char lead, unsigned char trail) {
    const auto pair = pairIndex(static_cast<char>(lead), static_cast<char>(trail));
    return pair ? pairs().chars[*pair] : u'\0';
}

std::optional<std::string> decodeAll(Encoding encoding, const char* data, size_t size) {
    std::string out;
    const DecodeStep step = decodeText(encoding, data, size, true, out);
    if (step.fault || step.consumed != size) return std::nullopt;
    return out;
}

}  // namespace mudeung
