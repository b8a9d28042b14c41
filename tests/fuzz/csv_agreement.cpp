// SPDX-License-Identifier: GPL-3.0-or-later
// The reference is the scalar scanner on the whole text in one piece, and decoders written here that look at one byte at a time.
#include "tests/fuzz/csv_agreement.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "core/import/csv_reader.h"
#include "core/import/encoding.h"

namespace mudeung::test {

namespace {

using Byte = unsigned char;

/// What a reading gave, as one text: rows with their lines and damage, then the error.
struct Outcome {
    std::string text;
    bool refused = false;
};

struct Choice {
    CsvLimits limits;
    QString encoding;
    qint64 cut = -1;
    bool usualLimits = true;
};

Choice choiceOf(std::string_view head) {
    const auto byte = [head](std::size_t i) { return static_cast<std::size_t>(static_cast<Byte>(head[i])); };
    Choice choice;
    choice.limits.chunkBytes = 1 + byte(0) % 96;
    choice.limits.windowBytes = 1 + byte(1) % 160;
    static const char* const names[] = {"", "", "", "", "CP949", "UTF-8", "UTF-16LE", "UTF-16BE"};
    choice.encoding = QString::fromLatin1(names[byte(2) % 8]);
    choice.usualLimits = byte(3) % 4 != 0;
    // Text that is seen before the first row is never read again in pieces: mostly less than the whole.
    if (byte(3) < 192) choice.limits.sniffBytes = 8 + byte(3);
    if (!choice.usualLimits) {
        choice.limits.maxQuoted = 1 + byte(4) % 40;
        choice.limits.maxLine = 8 + byte(4) / 2;
    }
    if (byte(5) % 8 == 0) choice.cut = static_cast<qint64>(byte(5));
    return choice;
}

std::unique_ptr<ByteSource> sourceOf(std::string_view bytes, const Choice& choice) {
    auto source = ByteSource::fromMemory(bytes, QStringLiteral("data.csv"));
    if (choice.cut >= 0) source->limit(choice.cut);
    return source;
}

std::string textOf(const Error& error) {
    return "error " + std::to_string(static_cast<int>(error.code)) + " " + error.message.toStdString() + " " + error.detail.toStdString();
}

Outcome readRows(std::string_view bytes, const EncodingDecision& decision, const Choice& choice, const CsvLimits& limits) {
    Outcome out;
    out.text.reserve(4 * bytes.size() + 64);
    const auto fail = [&out](const Error& error) {
        out.text += textOf(error);
        out.refused = true;
        return out;
    };
    const auto source = openCsv(sourceOf(bytes, choice), decision, {}, limits);
    if (!source) return fail(source.error());
    out.text = "delimiter " + (*source)->info().delimiter.toStdString() + "\n";
    Row row;
    for (;;) {
        const auto more = (*source)->next(row);
        if (!more) return fail(more.error());
        if (!*more) return out;
        out.text += std::to_string(row.line) + (row.damagedQuotes ? "!" : ":");
        for (const std::string_view cell : row.cells) out.text.append("<").append(cell).append(">");
        out.text += "\n";
    }
}

/// Characters of UTF-8 by the definition (Unicode 3.9); empty when it is not well-formed. `cut`: the end may lie inside a character.
std::optional<std::string> plainUtf8(std::string_view bytes, bool cut) {
    std::string out;
    for (std::size_t i = 0; i < bytes.size();) {
        const auto c = static_cast<Byte>(bytes[i]);
        const std::size_t length = c < 0x80 ? 1 : c >= 0xC2 && c < 0xE0 ? 2 : c >= 0xE0 && c < 0xF0 ? 3 : c >= 0xF0 && c < 0xF5 ? 4 : 0;
        if (length == 0) return std::nullopt;
        char32_t letter = length == 1 ? c : c & (0xFFU >> (length + 1));
        std::size_t known = 1;
        for (; known < length && i + known < bytes.size(); ++known) {
            const auto next = static_cast<Byte>(bytes[i + known]);
            if (next < 0x80 || next > 0xBF) return std::nullopt;
            letter = letter << 6U | (next & 0x3FU);
            static const char32_t lowest[5][3] = {{}, {}, {}, {0, 0x20, 0x800}, {0, 0x10, 0x400}};
            static const char32_t highest[5][3] = {{}, {}, {}, {0, 0x3FF, 0xFFFF}, {0, 0x10F, 0x43FF}};
            if (length > 2 && known < 3 && (letter < lowest[length][known] || letter > highest[length][known])) return std::nullopt;
            if (length == 3 && known == 1 && letter >= 0xD800 >> 6 && letter <= 0xDFFF >> 6) return std::nullopt;
        }
        if (known < length) return cut ? std::optional(out) : std::nullopt;
        out.append(bytes.substr(i, length));
        i += length;
    }
    return out;
}

std::optional<std::string> plainCp949(std::string_view bytes, bool cut) {
    std::u32string letters;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto lead = static_cast<Byte>(bytes[i]);
        if (lead < 0x80) {
            letters += lead;
            continue;
        }
        if (i + 1 == bytes.size() && cut && lead > 0x80 && lead < 0xFF) break;
        const char16_t c = i + 1 < bytes.size() ? cp949Char(lead, static_cast<Byte>(bytes[i + 1])) : u'\0';
        if (c == 0) return std::nullopt;
        letters += c;
        ++i;
    }
    return QString::fromUcs4(letters.data(), static_cast<int>(letters.size())).toStdString();
}

/// The text of a stream against the plain decoders; wide encodings are left out (their decoder is as plain as one here would be).
std::string wrongText(std::string_view bytes, const EncodingDecision& decision, const Choice& choice) {
    const bool cut = choice.cut >= 0 && choice.cut < static_cast<qint64>(bytes.size());
    std::string_view seen = cut ? bytes.substr(0, static_cast<std::size_t>(choice.cut)) : bytes;
    seen.remove_prefix(std::min(seen.size(), static_cast<std::size_t>(decision.bomBytes)));
    const auto utf8 = plainUtf8(seen, cut);
    if (decision.encoding != Encoding::Utf8 && decision.encoding != Encoding::Cp949) return {};
    if (choice.encoding.isEmpty() && decision.encoding == Encoding::Cp949 && utf8) return "valid UTF-8 was taken for CP949";
    auto expected = decision.encoding == Encoding::Utf8 ? utf8 : plainCp949(seen, cut);
    if (!expected) return "text was accepted that no decoder can read";
    const auto nuls = std::count(expected->begin(), expected->end(), '\0');
    if (nuls != decision.nuls) return "NUL bytes: " + std::to_string(decision.nuls) + " instead of " + std::to_string(nuls);
    std::size_t lost = 0;
    for (auto at = expected->find("\xEF\xBF\xBD"); at != std::string::npos; at = expected->find("\xEF\xBF\xBD", at + 3)) ++lost;
    if (static_cast<qint64>(lost) != decision.replacements) return "replacement characters counted wrong";
    expected->erase(std::remove(expected->begin(), expected->end(), '\0'), expected->end());
    TextStream stream(sourceOf(bytes, choice), decision, choice.limits.chunkBytes);
    std::string text;
    for (;;) {
        const auto more = stream.more(text);
        if (!more) return "a text that was checked cannot be decoded: " + textOf(more.error());
        if (!*more) break;
    }
    return text == *expected ? std::string() : "decoded text differs: " + text + "\ninstead of " + *expected;
}

std::string differs(const char* what, const Outcome& one, const Outcome& other) {
    return one.text == other.text ? std::string() : std::string(what) + "\n--- reference\n" + one.text + "\n--- other\n" + other.text;
}

}  // namespace

std::string disagreement(std::string_view input) {
    if (input.size() <= kAgreementHead) return {};
    const Choice choice = choiceOf(input.substr(0, kAgreementHead));
    const std::string_view bytes = input.substr(kAgreementHead);
    const auto decision = decideEncoding(*sourceOf(bytes, choice), choice.encoding, bytes.size() + 1);
    const auto inPieces = decideEncoding(*sourceOf(bytes, choice), choice.encoding, choice.limits.chunkBytes);
    if (decision.ok() != inPieces.ok()) return "the chunk size decides whether the text is refused";
    if (!decision) {
        const std::string one = textOf(decision.error());
        const std::string other = textOf(inPieces.error());
        return one == other ? std::string() : "the chunk size changes the refusal: " + one + "\n" + other;
    }
    if (decision->name != inPieces->name || decision->nuls != inPieces->nuls || decision->replacements != inPieces->replacements)
        return "the chunk size changes the decision";
    if (auto wrong = wrongText(bytes, *decision, choice); !wrong.empty()) return wrong;

    CsvLimits limits = choice.limits;
    limits.marks = MarkPath::Scalar;
    const Outcome reference = readRows(bytes, *decision, choice, limits);
    for (const MarkPath path : {MarkPath::Avx2, MarkPath::Sse2}) {
        if (!markPathAvailable(path)) continue;
        limits.marks = path;
        auto wrong =
            differs(path == MarkPath::Avx2 ? "AVX2 differs" : "SSE2 differs", reference, readRows(bytes, *decision, choice, limits));
        if (!wrong.empty()) return wrong;
    }
    if (!choice.usualLimits) return {};  // which limit is met first may depend on the chunk
    CsvLimits whole;
    whole.sniffBytes = limits.sniffBytes;
    whole.chunkBytes = bytes.size() + 1;
    whole.marks = MarkPath::Scalar;
    auto wrong = differs("the chunk size changes the rows (scalar)", readRows(bytes, *decision, choice, whole), reference);
    if (!wrong.empty()) return wrong;
    whole.marks = MarkPath::Best;
    return differs("the text in one piece differs", reference, readRows(bytes, *decision, choice, whole));
}

std::string structuredInput(std::mt19937& random) {
    static const std::vector<std::string> utf8{",",  ",",  ",",    ",",  ",", "\"", "\"", "\"\"", "\n", "\n",   "\r\n", "\r",    "a",
                                               "12", "가", "무등", "똠", "é", "🚌",  "\t", ";",    "|",  "\x1A", " ",    "\",\"", "\n\""};
    // The same Hangul in CP949; the trail of the third is an ASCII letter.
    static const std::vector<std::string> cp949{
        ",",  ",", ",",    ",", "\"",    "\"",   "\"\"",          "\n", "\r\n", "\r", "a", "12", "\xB0\xA1", "\xB9\xAB\xB5\xEE", "\x8C\x63",
        "\t", ";", "\x1A", " ", "\",\"", "\n\"", "2024-01-02,07,"};
    std::string input;
    for (std::size_t i = 0; i < kAgreementHead; ++i) input += static_cast<char>(random() % 256);
    if (random() % 4 != 0) input[5] = 1;  // not cut
    const auto& pieces = random() % 2 == 0 ? utf8 : cp949;
    // In most texts quotes come in pairs or not at all: a single one ends the reading soon.
    const unsigned quotes = random() % 4;
    if (random() % 8 == 0) input += "sep=,\n";
    for (std::size_t left = 1 + random() % 90; left > 0; --left) {
        std::string piece = pieces[random() % pieces.size()];
        if (quotes < 2 && piece.find('"') != std::string::npos) piece = quotes == 0 ? "7" : ",\"x,\"\"y\",";
        input += piece;
    }
    if (random() % 16 == 0) input[kAgreementHead + random() % (input.size() - kAgreementHead)] = static_cast<char>(random() % 256);
    return input;
}

}  // namespace mudeung::test
