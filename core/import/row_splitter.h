// SPDX-License-Identifier: GPL-3.0-or-later
// Splits plain records of delimited text at marks found in blocks. What is not plain it leaves to CsvScanner, which decides alone.
#pragma once

#include <string_view>
#include <vector>

#include "core/import/csv_marks.h"

namespace mudeung {

struct CsvLimits;

/// Plain: ends in a line break inside the text, and every quoted cell holds neither quotes nor line breaks and is followed by a delimiter
/// or a line break.
class RowSplitter {
public:
    RowSplitter(char delimiter, const CsvLimits& limits);

    /// Fills `cells` with the record that begins at text[at] (no line break) and returns the place behind its line break; 0 when the
    /// record is not plain. As long as forget() is not called, text[at, size) must stay what it was and `at` must not go back.
    size_t split(const char* text, size_t at, size_t size, std::vector<std::string_view>& cells);
    /// The text is another one from now on.
    void forget();

private:
    enum class Found { Row, Careful, NeedMarks };
    Found walk(const char* text, size_t at, size_t size, std::vector<std::string_view>& cells);
    bool quotedCell(const char* text, size_t& mark, size_t& begin, std::string_view& cell) const;
    void findMarks(const char* text, size_t at, size_t size);
    size_t position(size_t mark) const { return m_from + m_marks[mark]; }

    MarkFinder m_find;
    char m_delimiter;
    bool m_usable;
    size_t m_window;
    size_t m_maxLine;
    size_t m_maxQuoted;
    std::vector<std::uint32_t> m_marks;  ///< of text[m_from, m_to), relative to m_from
    size_t m_count = 0;
    size_t m_next = 0;  ///< marks before it lie before the record
    size_t m_from = 0;
    size_t m_to = 0;
    size_t m_behind = 0;
};

}  // namespace mudeung
