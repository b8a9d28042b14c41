// SPDX-License-Identifier: GPL-3.0-or-later
// RFC 4180 with the habits of real files: a quote inside an unquoted field is text, text behind a closing quote is kept.
#include <algorithm>
#include <array>
#include <cstring>
#include <map>

#include "core/import/csv_reader.h"

namespace mudeung {

CsvScanner::CsvScanner(char delimiter, size_t maxQuoted) : m_delimiter(delimiter), m_maxQuoted(maxQuoted) {
    m_stop[static_cast<unsigned char>(delimiter)] = true;
    m_stop[static_cast<unsigned char>('\n')] = true;
    m_stop[static_cast<unsigned char>('\r')] = true;
}

size_t CsvScanner::findBreak(const char* text, size_t at, size_t end) const {
    while (at < end && !m_stop[static_cast<unsigned char>(text[at])]) ++at;
    return at;
}

CsvScanner::Outcome CsvScanner::scanQuoted(const char* text, size_t& at, size_t end, bool final) {
    Span cell;
    cell.quoted = true;
    cell.begin = at + 1;
    m_anyQuoted = true;
    m_openedAt = at;
    size_t from = cell.begin;
    size_t behind = 0;
    for (;;) {
        const void* hit = from < end ? std::memchr(text + from, '"', end - from) : nullptr;
        if (hit == nullptr) return final || end - cell.begin > m_maxQuoted ? Outcome::UnclosedQuote : Outcome::NeedMore;
        behind = static_cast<size_t>(static_cast<const char*>(hit) - text) + 1;
        if (behind - cell.begin > m_maxQuoted + 1) return Outcome::UnclosedQuote;
        if (behind == end && !final) return Outcome::NeedMore;
        if (behind == end || text[behind] != '"') break;
        cell.escaped = true;
        from = behind + 1;
    }
    cell.end = behind - 1;
    at = behind;
    if (at < end && !m_stop[static_cast<unsigned char>(text[at])]) {
        cell.tail = true;
        cell.closing = cell.end;
        at = findBreak(text, at, end);
        cell.end = at;
    }
    m_cells.push_back(cell);
    return Outcome::Record;
}

CsvScanner::Outcome CsvScanner::scan(const char* text, size_t begin, size_t end, bool final) {
    m_cells.clear();
    m_anyQuoted = false;
    size_t at = begin;
    for (;;) {
        if (at < end && text[at] == '"') {
            const Outcome outcome = scanQuoted(text, at, end, final);
            if (outcome != Outcome::Record) return outcome;
        } else {
            const size_t stop = findBreak(text, at, end);
            m_cells.push_back({at, stop});
            at = stop;
        }
        if (at == end) {
            if (!final) return Outcome::NeedMore;
            m_recordEnd = m_next = end;
            return Outcome::Record;
        }
        if (text[at] == m_delimiter) {
            ++at;
            continue;
        }
        m_recordEnd = at;
        if (text[at] == '\r') {
            if (at + 1 == end && !final) return Outcome::NeedMore;
            if (at + 1 < end && text[at + 1] == '\n') ++at;
        }
        m_next = at + 1;
        return Outcome::Record;
    }
}

namespace {

struct Fit {
    double score = 0.0;
    size_t columns = 1;
};

Fit fitOf(const std::string& text, bool final, char delimiter) {
    constexpr int kRecords = 60;
    CsvScanner scanner(delimiter, size_t(1) << 20U);
    std::vector<size_t> counts;
    size_t at = 0;
    while (at < text.size() && counts.size() < kRecords) {
        if (text[at] == '\n' || text[at] == '\r') {
            ++at;
            continue;
        }
        if (scanner.scan(text.data(), at, text.size(), final) != CsvScanner::Outcome::Record) break;
        // Text behind a closing quote speaks against the delimiter.
        const bool damaged = std::any_of(scanner.cells().begin(), scanner.cells().end(), [](const auto& cell) { return cell.tail; });
        counts.push_back(damaged ? 0 : scanner.cells().size());
        at = scanner.next();
    }
    std::map<size_t, size_t> histogram;
    for (const size_t count : counts) ++histogram[count];
    Fit best;
    size_t most = 0;
    for (const auto& [columns, records] : histogram) {
        if (columns >= 2 && records >= most) {
            most = records;
            best.columns = columns;
        }
    }
    if (most == 0) return best;
    best.score = static_cast<double>(most) / static_cast<double>(counts.size()) + (counts.front() == best.columns ? 0.25 : 0.0);
    return best;
}

}  // namespace

char sniffDelimiter(const std::string& text, bool final) {
    char best = ',';
    Fit bestFit;
    for (const char candidate : {',', '\t', ';', '|'}) {
        const Fit fit = fitOf(text, final, candidate);
        const bool clearly = fit.score > bestFit.score + 0.02;
        const bool tieButWider = fit.score > bestFit.score - 0.02 && fit.score > 0 && fit.columns > bestFit.columns;
        if (clearly || tieButWider) {
            best = candidate;
            bestFit = fit;
        }
    }
    return best;
}

}  // namespace mudeung
