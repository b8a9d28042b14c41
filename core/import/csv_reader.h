// SPDX-License-Identifier: GPL-3.0-or-later
// Delimited text as rows: any of , tab ; | with quotes, streamed in bounded memory. Knows no profile and no file format but this one.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/import/csv_marks.h"
#include "core/import/row_source.h"
#include "core/import/text_stream.h"

namespace mudeung {

struct CsvLimits {
    size_t chunkBytes = kTextChunk;
    size_t maxLine = size_t(16) << 20U;
    size_t maxQuoted = size_t(1) << 20U;     ///< a longer quoted field means that its quote was never closed
    size_t sniffBytes = size_t(64) << 10U;   ///< text seen before the delimiter is decided
    size_t windowBytes = size_t(16) << 10U;  ///< text whose marks are found at once: they and the text fit the first cache
    MarkPath marks = MarkPath::Best;         ///< Scalar: every row goes through CsvScanner, the reference that tests compare with
};

/// Where the cells of one record lie. Knows nothing of files; `end` is where the known text ends.
class CsvScanner {
public:
    enum class Outcome { Record, NeedMore, UnclosedQuote };
    struct Span {
        size_t begin = 0;
        size_t end = 0;
        size_t closing = 0;  ///< position of the closing quote when text follows it
        bool quoted = false;
        bool escaped = false;
        bool tail = false;  ///< text follows the closing quote
    };

    CsvScanner(char delimiter, size_t maxQuoted);
    Outcome scan(const char* text, size_t begin, size_t end, bool final);
    const std::vector<Span>& cells() const { return m_cells; }
    size_t next() const { return m_next; }            ///< behind the record and its line break
    size_t recordEnd() const { return m_recordEnd; }  ///< behind the record without its line break
    bool anyQuoted() const { return m_anyQuoted; }
    size_t openedAt() const { return m_openedAt; }  ///< of the quote that was never closed

private:
    Outcome scanQuoted(const char* text, size_t& at, size_t end, bool final);
    size_t findBreak(const char* text, size_t at, size_t end) const;

    char m_delimiter;
    size_t m_maxQuoted;
    bool m_stop[256] = {};
    std::vector<Span> m_cells;
    size_t m_next = 0;
    size_t m_recordEnd = 0;
    size_t m_openedAt = 0;
    bool m_anyQuoted = false;
};

/// The most consistent of , tab ; | over the first lines; ',' when there is only one column.
char sniffDelimiter(const std::string& text, bool final);

Result<std::unique_ptr<RowSource>> openCsv(std::unique_ptr<ByteSource> bytes, const EncodingDecision& decision, SourceInfo info,
                                           const CsvLimits& limits = {});

}  // namespace mudeung
