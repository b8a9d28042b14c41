// SPDX-License-Identifier: GPL-3.0-or-later
// Turns the bytes of a file into strict UTF-8 in chunks; knows no columns and no profiles.
#include "core/import/text_stream.h"

#include <QCoreApplication>
#include <algorithm>
#include <cstring>
#include <vector>

#include "core/base/format.h"

namespace mudeung {

namespace {

constexpr size_t kLongestCharacter = 4;
constexpr qint64 kToleratedReplacements = 3;
constexpr qint64 kHangulThatProvesUtf8 = 2;  // CP949 text has practically no stretch that reads as two of them

size_t chunkFor(const ByteSource& source, size_t most = kTextChunk) {
    return std::min(most, static_cast<size_t>(source.size()) + 1);
}

/// One encoding checked chunk by chunk.
struct Check {
    Encoding encoding = Encoding::Utf8;
    TextTally tally;
    std::string carry;
    qint64 offset = 0;  ///< of the first byte of carry
    bool fault = false;

    void feed(const char* data, size_t size, bool last) {
        if (fault) return;
        if (!carry.empty()) {
            // The character that the last chunk broke off is completed with a few bytes, so that the chunk need not be copied.
            const size_t held = carry.size();
            const size_t added = std::min(size, kLongestCharacter);
            carry.append(data, added);
            const size_t used = step(carry.data(), carry.size(), last && added == size);
            if (fault) return;
            if (added == size) {
                carry.erase(0, used);
                return;
            }
            carry.clear();
            data += used - held;
            size -= used - held;
        }
        const size_t used = step(data, size, last);
        if (!fault) carry.assign(data + used, size - used);
    }

private:
    size_t step(const char* data, size_t size, bool last) {
        const DecodeStep taken = checkText(encoding, data, size, last, tally);
        offset += static_cast<qint64>(taken.consumed);
        fault = taken.fault;
        return taken.consumed;
    }
};

/// Why a byte could not be decoded; each has its own sentence.
enum class Fault { NotValid, TwoEncodings, Neither, Changed };

QString faultSentence(Fault fault, const QString& name, const QString& encoding, const QString& hex, const QString& line,
                      const QString& column) {
    switch (fault) {
        case Fault::NotValid:
            return QCoreApplication::translate("Import",
                                               "%1 is not valid %2 text: the byte 0x%3 in line %4, column %5 cannot be decoded. "
                                               "Choose another encoding or download the file again.")
                .arg(name, encoding, hex, line, column);
        case Fault::TwoEncodings:
            return QCoreApplication::translate(
                       "Import",
                       "%1 begins as UTF-8, but the byte 0x%2 in line %3, column %4 does not belong to UTF-8 text: the file seems to be "
                       "put together from two encodings. Save it again in one encoding.")
                .arg(name, hex, line, column);
        case Fault::Neither:
            return QCoreApplication::translate("Import",
                                               "%1 is neither UTF-8 nor CP949 text: the byte 0x%2 in line %3, column %4 cannot be decoded. "
                                               "Download the file again or save it as UTF-8.")
                .arg(name, hex, line, column);
        case Fault::Changed:
            return QCoreApplication::translate(
                       "Import",
                       "%1 changed while it was being read: the byte 0x%2 in line %3, column %4 cannot be decoded. Import it again.")
                .arg(name, hex, line, column);
    }
    return {};
}

Error undecodable(ByteSource& source, const Check& check, Fault fault) {
    const auto at = locateByte(source, check.offset, check.encoding);
    if (!at) return at.error();
    char byte = 0;
    if (source.rewind().ok()) {
        std::string skipped(chunkFor(source), '\0');
        qint64 left = check.offset;
        while (left > 0) {
            const auto got = source.read(skipped.data(), static_cast<size_t>(std::min<qint64>(left, static_cast<qint64>(skipped.size()))));
            if (!got || *got == 0) break;
            left -= static_cast<qint64>(*got);
        }
        (void)source.read(&byte, 1).ok();
    }
    const QString hex = QString::number(static_cast<unsigned char>(byte), 16).toUpper().rightJustified(2, QLatin1Char('0'));
    const QString encoding = encodingName(check.encoding);
    return {ErrorCode::InputRefused,
            faultSentence(fault, source.shownName(), encoding, hex, formatCount(at->line), formatCount(at->column)),
            QStringLiteral("byte offset %1, read as %2").arg(check.offset).arg(encoding)};
}

/// UTF-16 without a mark shows itself by zero bytes on one side of the ASCII characters.
std::optional<Encoding> zeroPattern(const char* head, size_t size) {
    size_t even = 0;
    size_t odd = 0;
    size_t evenText = 0;
    size_t oddText = 0;
    for (size_t i = 0; i + 1 < size; i += 2) {
        even += head[i] == 0;
        odd += head[i + 1] == 0;
        evenText += head[i] != 0 && (static_cast<unsigned char>(head[i]) & 0x80U) == 0;
        oddText += head[i + 1] != 0 && (static_cast<unsigned char>(head[i + 1]) & 0x80U) == 0;
    }
    const size_t pairs = size / 2;
    if (pairs < 2) return std::nullopt;
    // Some Hangul (U+AC00, U+B300 ...) have a zero on the other side; ASCII letters on both sides are text with a stray NUL.
    if (odd * 10 >= pairs && even * 2 <= odd && oddText <= odd) return Encoding::Utf16Le;
    if (even * 10 >= pairs && odd * 2 <= even && evenText <= even) return Encoding::Utf16Be;
    return std::nullopt;
}

bool looksBinary(const char* head, size_t size) {
    size_t control = 0;
    for (size_t i = 0; i < size; ++i) {
        const unsigned char c = static_cast<unsigned char>(head[i]);
        control += c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' && c != 0x1A;
    }
    return control > 8 && control * 100 > size;
}

Error binaryError(const QString& name) {
    return {ErrorCode::InputRefused,
            QCoreApplication::translate(
                "Import",
                "%1 is not a text table: it holds binary data of an unknown kind. Save it as CSV or XLSX in the program it comes from.")
                .arg(name),
            {}};
}

Error destroyedError(const QString& name, qint64 count) {
    return {ErrorCode::InputRefused,
            QCoreApplication::translate("Import",
                                        "%1 holds %2 replacement characters (U+FFFD): its text was destroyed before it reached this "
                                        "program and cannot be brought back. "
                                        "Download the original file again.")
                .arg(name, formatCount(count)),
            {}};
}

struct Marks {
    std::optional<Encoding> encoding;
    int bytes = 0;
};

Marks byteOrderMark(const char* head, size_t size) {
    const auto begins = [&](const char* mark, size_t length) { return size >= length && std::memcmp(head, mark, length) == 0; };
    if (begins("\xEF\xBB\xBF", 3)) return {Encoding::Utf8, 3};
    if (begins("\xFF\xFE", 2)) return {Encoding::Utf16Le, 2};
    if (begins("\xFE\xFF", 2)) return {Encoding::Utf16Be, 2};
    return {};
}

/// Feeds every byte behind the mark to the checks that are still alive.
Status feedAll(ByteSource& source, int skip, size_t chunkBytes, const std::vector<Check*>& checks) {
    if (auto status = source.rewind(); !status) return status.error();
    std::string chunk(chunkFor(source, chunkBytes), '\0');
    if (skip > 0) {
        char mark[4];
        const auto got = source.read(mark, static_cast<size_t>(skip));
        if (!got) return got.error();
    }
    for (Check* check : checks) check->offset = skip;
    for (;;) {
        const auto got = source.read(chunk.data(), chunk.size());
        if (!got) return got.error();
        const bool last = *got < chunk.size() && !source.cutShort();
        bool alive = false;
        for (Check* check : checks) {
            check->feed(chunk.data(), *got, last);
            alive = alive || !check->fault;
        }
        if (*got < chunk.size() || !alive) break;
    }
    return done();
}

Result<EncodingDecision> decideFixed(ByteSource& source, Encoding encoding, int bom, size_t chunkBytes, const QString& reason,
                                     TextTally& tally) {
    Check check;
    check.encoding = encoding;
    if (auto status = feedAll(source, bom, chunkBytes, {&check}); !status) return status.error();
    if (check.fault) return undecodable(source, check, Fault::NotValid);
    tally = check.tally;
    EncodingDecision decision;
    decision.encoding = encoding;
    decision.bomBytes = bom;
    decision.name = encodingName(encoding) + (bom == 3 ? QStringLiteral(" BOM") : QString());
    decision.reason = reason;
    return decision;
}

Result<EncodingDecision> decideFree(ByteSource& source, size_t chunkBytes, TextTally& tally) {
    Check utf8;
    Check korean;
    korean.encoding = Encoding::Cp949;
    if (auto status = feedAll(source, 0, chunkBytes, {&utf8, &korean}); !status) return status.error();
    EncodingDecision decision;
    if (!utf8.fault) {
        tally = utf8.tally;
        decision.name = encodingName(Encoding::Utf8);
        decision.reason = source.cutShort() ? QCoreApplication::translate("Import", "The beginning of the file is valid UTF-8.")
                                            : QCoreApplication::translate("Import", "The whole file is valid UTF-8.");
        return decision;
    }
    if (utf8.tally.hangul >= kHangulThatProvesUtf8) return undecodable(source, utf8, Fault::TwoEncodings);
    if (!korean.fault) {
        tally = korean.tally;
        decision.encoding = Encoding::Cp949;
        decision.name = encodingName(Encoding::Cp949);
        decision.reason = source.cutShort()
                              ? QCoreApplication::translate("Import", "The beginning of the file is not UTF-8, but valid CP949.")
                              : QCoreApplication::translate("Import", "The file is not UTF-8, but all of it is valid CP949.");
        return decision;
    }
    return undecodable(source, korean.offset >= utf8.offset ? korean : utf8, Fault::Neither);
}

}  // namespace

Result<TextPosition> locateByte(ByteSource& source, qint64 offset, Encoding encoding) {
    if (auto status = source.rewind(); !status) return status.error();
    const bool wide = encoding == Encoding::Utf16Le || encoding == Encoding::Utf16Be;
    const size_t low = encoding == Encoding::Utf16Be ? 1 : 0;
    TextPosition at;
    std::string chunk(chunkFor(source), '\0');
    bool afterReturn = false;
    bool afterLead = false;
    bool first = true;
    qint64 left = offset;
    while (left > 0) {
        const auto got = source.read(chunk.data(), static_cast<size_t>(std::min<qint64>(left, static_cast<qint64>(chunk.size()))));
        if (!got) return got.error();
        if (*got == 0) break;
        left -= static_cast<qint64>(*got);
        const Marks mark = first ? byteOrderMark(chunk.data(), *got) : Marks{};
        first = false;
        for (size_t i = mark.encoding == encoding ? static_cast<size_t>(mark.bytes) : 0; i + (wide ? 1 : 0) < *got; i += wide ? 2 : 1) {
            const unsigned char c = static_cast<unsigned char>(chunk[wide ? i + low : i]);
            const bool plain = !wide || chunk[i + 1 - low] == 0;
            if (plain && c == '\n' && afterReturn) {
                afterReturn = false;
                continue;
            }
            afterReturn = plain && c == '\r';
            if (plain && (c == '\n' || c == '\r')) {
                ++at.line;
                at.column = 1;
                afterLead = false;
            } else if (encoding == Encoding::Cp949) {
                afterLead = !afterLead && c >= 0x80;
                if (!afterLead) ++at.column;
            } else if (wide ? (static_cast<unsigned char>(chunk[i + 1 - low]) & 0xFCU) != 0xDCU : (c & 0xC0U) != 0x80U) {
                ++at.column;
            }
        }
    }
    return at;
}

Result<EncodingDecision> decideEncoding(ByteSource& source, const QString& forced, size_t chunkBytes) {
    if (auto status = source.rewind(); !status) return status.error();
    std::string head(chunkFor(source, size_t(64) << 10U), '\0');
    const auto got = source.read(head.data(), head.size());
    if (!got) return got.error();
    head.resize(*got);
    const Marks mark = byteOrderMark(head.data(), head.size());
    TextTally tally;
    Result<EncodingDecision> decision = EncodingDecision{};
    if (!forced.isEmpty()) {
        const auto wanted = encodingFromName(forced);
        if (!wanted) {
            return Error{
                ErrorCode::Usage,
                QCoreApplication::translate("Import", "The encoding %1 is not known. Use UTF-8, CP949, UTF-16LE or UTF-16BE.").arg(forced),
                {}};
        }
        decision = decideFixed(source, *wanted, mark.encoding == wanted ? mark.bytes : 0, chunkBytes,
                               QCoreApplication::translate("Import", "The encoding was chosen by hand."), tally);
    } else if (mark.encoding) {
        decision = decideFixed(source, *mark.encoding, mark.bytes, chunkBytes,
                               QCoreApplication::translate("Import", "The file begins with a byte order mark."), tally);
    } else if (const auto wide = zeroPattern(head.data(), head.size())) {
        decision = decideFixed(source, *wide, 0, chunkBytes,
                               QCoreApplication::translate("Import", "The pattern of zero bytes shows UTF-16."), tally);
        if (!decision && decision.error().code == ErrorCode::InputRefused) return binaryError(source.shownName());
    } else if (looksBinary(head.data(), head.size())) {
        return binaryError(source.shownName());
    } else {
        decision = decideFree(source, chunkBytes, tally);
    }
    if (!decision) return decision;
    if (tally.replacements > kToleratedReplacements || tally.replacementPairs > 0) {
        return destroyedError(source.shownName(), tally.replacements);
    }
    decision->nuls = tally.nuls;
    decision->replacements = tally.replacements;
    if (auto status = source.rewind(); !status) return status.error();
    return decision;
}

TextStream::TextStream(std::unique_ptr<ByteSource> source, const EncodingDecision& decision, size_t chunkBytes)
    : m_source(std::move(source)), m_decision(decision), m_chunk(std::max<size_t>(1, chunkBytes)) {}

double TextStream::fraction() const {
    const double size = static_cast<double>(m_source->size());
    return size > 0 ? static_cast<double>(m_source->position()) / size : 1.0;
}

Result<bool> TextStream::more(std::string& out) {
    if (m_ended) return false;
    if (!m_started) {
        m_started = true;
        char mark[4];
        const auto got = m_source->read(mark, static_cast<size_t>(m_decision.bomBytes));
        if (!got) return got.error();
    }
    m_raw.resize(m_held + m_chunk);
    const qint64 offset = m_source->position() - static_cast<qint64>(m_held);
    const auto got = m_source->read(m_raw.data() + m_held, m_chunk);
    if (!got) return got.error();
    m_ended = *got < m_chunk;
    const size_t have = m_held + *got;
    const size_t before = out.size();
    const DecodeStep step = decodeText(m_decision.encoding, m_raw.data(), have, m_ended && !m_source->cutShort(), out);
    if (step.fault) {
        Check check;
        check.encoding = m_decision.encoding;
        check.offset = offset + static_cast<qint64>(step.consumed);
        return undecodable(*m_source, check, Fault::Changed);
    }
    m_held = have - step.consumed;
    std::memmove(m_raw.data(), m_raw.data() + step.consumed, m_held);
    if (m_decision.nuls > 0) out.erase(std::remove(out.begin() + static_cast<std::ptrdiff_t>(before), out.end(), '\0'), out.end());
    return true;
}

Result<std::string> readAllText(TextStream& stream, qint64 maxBytes) {
    std::string text;
    for (;;) {
        const auto more = stream.more(text);
        if (!more) return more.error();
        if (!*more) return text;
        if (static_cast<qint64>(text.size()) > maxBytes) {
            return Error{
                ErrorCode::InputRefused,
                QCoreApplication::translate("Import", "%1 is larger than %2, too large to be read as one document. Convert it to CSV.")
                    .arg(stream.shownName(), formatBytes(maxBytes)),
                {}};
        }
    }
}

}  // namespace mudeung
