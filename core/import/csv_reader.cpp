// SPDX-License-Identifier: GPL-3.0-or-later
// One text buffer holds the records not yet given out; a record that is cut by its end is scanned again when more text is there.
// Plain records are split at marks found in blocks (RowSplitter); what is not plain goes the careful way (CsvScanner).
#include "core/import/csv_reader.h"

#include <QCoreApplication>
#include <algorithm>

#include "core/base/format.h"
#include "core/import/row_splitter.h"

namespace mudeung {

namespace {

bool isBlank(const std::string& text, size_t from) {
    return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(from), text.end(),
                       [](char c) { return c == '\n' || c == '\r' || c == ' ' || c == '\t' || c == '\x1A'; });
}

qint64 countBreaks(const char* begin, const char* end) {
    qint64 breaks = 0;
    for (const char* p = begin; p < end; ++p) breaks += *p == '\n' || (*p == '\r' && (p + 1 == end || p[1] != '\n'));
    return breaks;
}

class CsvRowSource final : public RowSource {
public:
    CsvRowSource(std::unique_ptr<ByteSource> bytes, const EncodingDecision& decision, SourceInfo info, const CsvLimits& limits)
        : m_stream(std::move(bytes), decision, limits.chunkBytes),
          m_info(std::move(info)),
          m_limits(limits),
          m_scanner(',', limits.maxQuoted),
          m_splitter(',', limits) {}

    Status prime();
    const SourceInfo& info() const override { return m_info; }
    Result<bool> next(Row& row) override;
    double fraction() const override { return m_stream.fraction(); }

private:
    Status readMore();
    Status refill();
    bool skipBlankLines();
    void fill(Row& row);
    std::string_view cellText(const CsvScanner::Span& cell);
    Error unclosed();
    Error tooLong() const;

    TextStream m_stream;
    SourceInfo m_info;
    CsvLimits m_limits;
    CsvScanner m_scanner;
    RowSplitter m_splitter;
    std::string m_text;
    size_t m_at = 0;
    qint64 m_line = 1;
    bool m_final = false;
};

Status CsvRowSource::readMore() {
    m_text.erase(0, m_at);
    m_at = 0;
    m_splitter.forget();
    const auto more = m_stream.more(m_text);
    if (!more) return more.error();
    m_final = !*more;
    return done();
}

/// A record longer than a chunk is scanned from its beginning every time: the text at least doubles, so that this stays cheap.
Status CsvRowSource::refill() {
    const size_t enough = 2 * (m_text.size() - m_at);
    do {
        if (auto status = readMore(); !status) return status.error();
    } while (!m_final && m_text.size() < enough);
    return done();
}

Status CsvRowSource::prime() {
    while (!m_final && m_text.size() < m_limits.sniffBytes) {
        if (auto status = readMore(); !status) return status;
    }
    if (m_final && isBlank(m_text, 0)) {
        return Error{
            ErrorCode::InputRefused,
            QCoreApplication::translate("Import", "%1 holds no text, only blank lines. Download the file again.").arg(m_stream.shownName()),
            {}};
    }
    char delimiter = 0;
    if (m_text.size() > 5 && m_text.compare(0, 4, "sep=") == 0 && (m_text[5] == '\r' || m_text[5] == '\n')) {
        delimiter = m_text[4];
        m_at = 5;
    } else {
        const bool whole = m_text.size() <= m_limits.sniffBytes;
        delimiter = sniffDelimiter(whole ? m_text : m_text.substr(0, m_limits.sniffBytes), whole && m_final && !m_stream.cutShort());
    }
    m_scanner = CsvScanner(delimiter, m_limits.maxQuoted);
    m_splitter = RowSplitter(delimiter, m_limits);
    m_info.delimiter = QString(QLatin1Char(delimiter));
    return done();
}

/// False when the text must be refilled to go on.
bool CsvRowSource::skipBlankLines() {
    while (m_at < m_text.size() && (m_text[m_at] == '\n' || m_text[m_at] == '\r')) {
        size_t length = 1;
        if (m_text[m_at] == '\r') {
            if (m_at + 1 == m_text.size() && !m_final) return false;
            if (m_at + 1 < m_text.size() && m_text[m_at + 1] == '\n') length = 2;
        }
        m_at += length;
        ++m_line;
    }
    return m_at < m_text.size() || m_final;
}

Error CsvRowSource::unclosed() {
    const qint64 line = m_line + countBreaks(m_text.data() + m_at, m_text.data() + m_scanner.openedAt());
    return {
        ErrorCode::InputRefused,
        QCoreApplication::translate(
            "Import", "%1 has a quotation mark in line %2 that is never closed, so the end of the row cannot be told. Correct that line.")
            .arg(m_stream.shownName(), formatCount(line)),
        {}};
}

Error CsvRowSource::tooLong() const {
    return {
        ErrorCode::InputRefused,
        QCoreApplication::translate(
            "Import",
            "Line %2 of %1 is longer than %3 without a line break: this is not a table of rows. Download the file again or export it as "
            "CSV.")
            .arg(m_stream.shownName(), formatCount(m_line), formatBytes(static_cast<qint64>(m_limits.maxLine))),
        {}};
}

Result<bool> CsvRowSource::next(Row& row) {
    for (;;) {
        if (!skipBlankLines()) {
            if (auto status = refill(); !status) return status.error();
            continue;
        }
        if (m_at >= m_text.size()) return false;
        if (const size_t behind = m_splitter.split(m_text.data(), m_at, m_text.size(), row.cells); behind > 0) {
            row.line = m_line++;
            row.wkb = {};
            row.damagedQuotes = false;
            m_at = behind;
            return true;
        }
        const auto outcome = m_scanner.scan(m_text.data(), m_at, m_text.size(), m_final && !m_stream.cutShort());
        if (outcome == CsvScanner::Outcome::UnclosedQuote) return unclosed();
        if (outcome == CsvScanner::Outcome::NeedMore) {
            if (m_text.size() - m_at > m_limits.maxLine) return tooLong();
            if (m_final) return false;  // a preview ends here in mid-record
            if (auto status = refill(); !status) return status.error();
            continue;
        }
        if (m_scanner.recordEnd() - m_at > m_limits.maxLine) return tooLong();
        const size_t behind = m_scanner.next();
        const qint64 breaks = m_scanner.anyQuoted() ? countBreaks(m_text.data() + m_at, m_text.data() + behind) : 1;
        fill(row);
        const bool onlyEndMark = row.cells.size() == 1 && row.cells[0].empty() && !m_scanner.anyQuoted();
        m_line += breaks;
        m_at = behind;
        if (!onlyEndMark) return true;
    }
}

std::string_view CsvRowSource::cellText(const CsvScanner::Span& cell) {
    if (!cell.escaped && !cell.tail) return {m_text.data() + cell.begin, cell.end - cell.begin};
    // The record is complete and its line breaks are counted, so its quotes can be taken out in place.
    const size_t quotedEnd = cell.tail ? cell.closing : cell.end;
    char* to = m_text.data() + cell.begin;
    for (size_t i = cell.begin; i < quotedEnd; ++i) {
        *to++ = m_text[i];
        if (m_text[i] == '"') ++i;
    }
    if (cell.tail) to = std::copy(m_text.data() + cell.closing + 1, m_text.data() + cell.end, to);
    return {m_text.data() + cell.begin, static_cast<size_t>(to - (m_text.data() + cell.begin))};
}

void CsvRowSource::fill(Row& row) {
    row.line = m_line;
    row.wkb = {};
    row.damagedQuotes = false;
    row.cells.clear();
    for (const auto& cell : m_scanner.cells()) {
        row.damagedQuotes = row.damagedQuotes || cell.tail;
        row.cells.push_back(cellText(cell));
    }
    if (!m_final || m_scanner.recordEnd() < m_text.size()) return;
    std::string_view& last = row.cells.back();
    while (!last.empty() && last.back() == '\x1A') last.remove_suffix(1);  // the end mark of DOS
}

}  // namespace

Result<std::unique_ptr<RowSource>> openCsv(std::unique_ptr<ByteSource> bytes, const EncodingDecision& decision, SourceInfo info,
                                           const CsvLimits& limits) {
    info.encoding = decision.name;
    info.encodingReason = decision.reason;
    if (decision.nuls > 0)
        info.warnings << QCoreApplication::translate("Import", "%1 NUL bytes were left out of the text.").arg(formatCount(decision.nuls));
    if (decision.replacements > 0) {
        info.warnings << QCoreApplication::translate(
                             "Import",
                             "%1 replacement characters (U+FFFD) stand where letters were lost before the file reached this program.")
                             .arg(formatCount(decision.replacements));
    }
    auto source = std::make_unique<CsvRowSource>(std::move(bytes), decision, std::move(info), limits);
    if (auto status = source->prime(); !status) return status.error();
    return std::unique_ptr<RowSource>(std::move(source));
}

}  // namespace mudeung
