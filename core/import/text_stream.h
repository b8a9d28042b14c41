// SPDX-License-Identifier: GPL-3.0-or-later
// Which encoding a file has, decided strictly over all of its bytes, and its text as UTF-8, chunk by chunk. Knows no table layout.
#pragma once

#include <QString>
#include <memory>
#include <string>

#include "core/base/result.h"
#include "core/import/byte_source.h"
#include "core/import/encoding.h"

namespace mudeung {

/// Bytes read at once: what is made of them (UTF-8 text, positions) then stays in the processor's second cache.
constexpr size_t kTextChunk = size_t(256) << 10U;

struct EncodingDecision {
    Encoding encoding = Encoding::Utf8;
    int bomBytes = 0;
    QString name;    ///< "UTF-8 BOM" tells the mark
    QString reason;  ///< translated sentence
    qint64 nuls = 0;
    qint64 replacements = 0;  ///< a few U+FFFD that do not make the text unusable
};

/// Reads `source` to its end (or limit) and rewinds it. `forced` names an encoding; empty = decide. Refuses undecodable bytes with
/// line and column, text destroyed by replacement characters, and binary content.
Result<EncodingDecision> decideEncoding(ByteSource& source, const QString& forced, size_t chunkBytes = kTextChunk);

/// Position of a byte as people count: lines and characters from 1.
struct TextPosition {
    qint64 line = 1;
    qint64 column = 1;
};
Result<TextPosition> locateByte(ByteSource& source, qint64 offset, Encoding encoding);

class TextStream {
public:
    TextStream(std::unique_ptr<ByteSource> source, const EncodingDecision& decision, size_t chunkBytes = kTextChunk);

    /// Appends the next stretch of text; false when there is none left. NUL bytes are left out.
    Result<bool> more(std::string& out);
    /// The text ends where the preview ends, not where the file does.
    bool cutShort() const { return m_source->cutShort(); }
    double fraction() const;
    const QString& shownName() const { return m_source->shownName(); }

private:
    std::unique_ptr<ByteSource> m_source;
    EncodingDecision m_decision;
    std::string m_raw;
    size_t m_held = 0;  ///< bytes at the head of m_raw that begin a character
    size_t m_chunk;
    bool m_started = false;
    bool m_ended = false;
};

/// The whole text, at most `maxBytes` of it (else refused): for formats that must be seen whole.
Result<std::string> readAllText(TextStream& stream, qint64 maxBytes);

}  // namespace mudeung
