// SPDX-License-Identifier: GPL-3.0-or-later
// Marks are found for a window of the text that fits the first caches; a record that the window cuts begins the next one.
#include "core/import/row_splitter.h"

#include <algorithm>

#include "core/import/csv_reader.h"

namespace mudeung {

RowSplitter::RowSplitter(char delimiter, const CsvLimits& limits)
    : m_find(markFinder(limits.marks)),
      m_delimiter(delimiter),
      m_usable(limits.marks != MarkPath::Scalar && delimiter != '"' && delimiter != '\n' && delimiter != '\r'),
      m_window(std::max<size_t>(1, limits.windowBytes)),
      m_maxLine(limits.maxLine),
      m_maxQuoted(limits.maxQuoted) {}

void RowSplitter::forget() {
    m_count = m_next = m_from = m_to = 0;
}

/// A record that does not fit the window gets one of twice the size.
void RowSplitter::findMarks(const char* text, size_t at, size_t size) {
    const size_t window = m_from == at && m_to > at ? 2 * (m_to - m_from) : m_window;
    m_from = at;
    m_to = at + std::min(window, size - at);
    m_marks.resize(std::max(m_marks.size(), m_to - m_from + kMarkSlack));
    m_count = m_find(text + m_from, m_to - m_from, m_delimiter, m_marks.data());
    m_next = 0;
}

/// `mark` is the opening quote, the first character of the cell; afterwards it is the mark behind the closing one.
bool RowSplitter::quotedCell(const char* text, size_t& mark, size_t& begin, std::string_view& cell) const {
    const size_t opening = position(mark);
    for (++mark; mark < m_count; ++mark) {
        const size_t at = position(mark);
        const char c = text[at];
        if (c == '\n' || c == '\r' || at - opening > m_maxQuoted) return false;
        if (c == '"') {
            ++mark;
            if (mark == m_count || position(mark) != at + 1 || text[at + 1] == '"') return false;
            cell = {text + opening + 1, at - opening - 1};
            begin = at + 1;
            return true;
        }
    }
    return false;
}

RowSplitter::Found RowSplitter::walk(const char* text, size_t at, size_t size, std::vector<std::string_view>& cells) {
    // Copies, which the compiler need not read again after every cell that is written.
    const std::uint32_t* const marks = m_marks.data();
    const size_t from = m_from;
    const size_t marksEnd = m_count;
    const char delimiter = m_delimiter;
    size_t mark = m_next;
    while (mark < marksEnd && from + marks[mark] < at) ++mark;
    m_next = mark;
    std::string_view* out = cells.data();
    size_t room = cells.size();
    size_t begin = at;
    size_t count = 0;
    for (; mark < marksEnd; ++mark) {
        size_t here = from + marks[mark];
        if (count == room) {
            cells.resize(2 * count + 8);
            out = cells.data();
            room = cells.size();
        }
        char c = text[here];
        if (c == '"') {
            if (here != begin) continue;  // inside a cell that did not begin with one it is text
            if (!quotedCell(text, mark, begin, out[count])) return mark < marksEnd || m_to == size ? Found::Careful : Found::NeedMarks;
            here = begin;
            c = text[here];
        } else {
            out[count] = {text + begin, here - begin};
        }
        ++count;
        if (c == delimiter) [[likely]] {
            begin = here + 1;
            continue;
        }
        if (here - at > m_maxLine || (c == '\r' && here + 1 == size)) return Found::Careful;
        cells.resize(count);
        m_behind = here + 1 + (c == '\r' && text[here + 1] == '\n' ? 1U : 0U);
        m_next = mark + 1;
        return Found::Row;
    }
    return m_to == size ? Found::Careful : Found::NeedMarks;
}

size_t RowSplitter::split(const char* text, size_t at, size_t size, std::vector<std::string_view>& cells) {
    if (!m_usable) return 0;
    for (;;) {
        const Found found = m_to <= at ? Found::NeedMarks : walk(text, at, size, cells);
        if (found == Found::Row) return m_behind;
        if (found == Found::Careful) return 0;
        findMarks(text, at, size);
    }
}

}  // namespace mudeung
