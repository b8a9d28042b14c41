// SPDX-License-Identifier: GPL-3.0-or-later
// Quarters, weeks, months, dates and times of day as people write them.
#include "core/import/series_time.h"

#include <QDate>
#include <cctype>
#include <charconv>
#include <cmath>
#include <string>

#include "core/import/clean.h"

namespace mudeung {

namespace {

bool digits(std::string_view text) {
    if (text.empty()) return false;
    for (const char c : text)
        if (c < '0' || c > '9') return false;
    return true;
}

int number(std::string_view text) {
    int value = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? value : -1;
}

/// "2020Q1", "2020-Q1", "2020 q1", "2020년 1분기".
std::optional<std::int64_t> quarter(std::string_view cell) {
    if (cell.size() < 6 || !digits(cell.substr(0, 4))) return std::nullopt;
    std::string rest;
    for (const char c : cell.substr(4))
        if (c != ' ' && c != '-') rest += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    if (rest.starts_with("년")) rest = rest.substr(std::string_view("년").size());
    int q = -1;
    if (rest.size() == 2 && rest[0] == 'Q') q = rest[1] - '0';
    if (rest.size() > 1 && rest.substr(1) == "분기") q = rest[0] - '0';
    if (q < 1 || q > 4) return std::nullopt;
    return 4 * static_cast<std::int64_t>(number(cell.substr(0, 4))) + q - 1;
}

/// "2020-W05", "2020W5".
std::optional<std::int64_t> week(std::string_view cell) {
    if (cell.size() < 6 || !digits(cell.substr(0, 4))) return std::nullopt;
    std::string_view rest = cell.substr(4);
    if (rest.front() == '-') rest.remove_prefix(1);
    if (rest.empty() || (rest.front() != 'W' && rest.front() != 'w')) return std::nullopt;
    rest.remove_prefix(1);
    const int w = digits(rest) && rest.size() <= 2 ? number(rest) : -1;
    const int year = number(cell.substr(0, 4));
    if (w < 1 || w > 53 || year < 1) return std::nullopt;
    const QDate fourth(year, 1, 4);  // always in week 1
    const std::int64_t monday = fourth.toJulianDay() - (fourth.dayOfWeek() - 1) + 7 * (w - 1);
    if (w == 53 && QDate::fromJulianDay(monday).weekNumber() != 53) return std::nullopt;
    return monday / 7;
}

/// "2020-03", "2020.3", "2020M03", "202003", "2020년 3월".
std::optional<std::int64_t> month(std::string_view cell) {
    if (cell.size() < 6 || !digits(cell.substr(0, 4))) return std::nullopt;
    std::string_view rest = cell.substr(4);
    if (digits(cell)) {
        if (cell.size() != 6) return std::nullopt;
    } else if (rest.starts_with("년")) {
        rest.remove_prefix(std::string_view("년").size());
        while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
        if (!rest.ends_with("월")) return std::nullopt;
        rest.remove_suffix(std::string_view("월").size());
    } else if (rest.front() == '-' || rest.front() == '/' || rest.front() == '.' || rest.front() == 'M' || rest.front() == 'm') {
        rest.remove_prefix(1);
        // 2020.25 is a quarter of a year in some tools; two digits are a month only up to 12, and the number after a point is not trusted.
    } else {
        return std::nullopt;
    }
    const int m = rest.size() <= 2 && digits(rest) ? number(rest) : -1;
    if (m < 1 || m > 12) return std::nullopt;
    return 12 * static_cast<std::int64_t>(number(cell.substr(0, 4))) + m - 1;
}

std::optional<QDate> date(std::string_view cell) {
    if (digits(cell) && cell.size() != 8) return std::nullopt;  // other bare numbers are numbers
    const auto parts = parseDate(cell);
    if (!parts || parts->year <= 0 || parts->month <= 0 || parts->day <= 0) return std::nullopt;
    const QDate found(parts->year, parts->month, parts->day);
    if (!found.isValid()) return std::nullopt;
    return found;
}

/// Seconds of "07:00", "7:00:30", "07:00:00Z", "07".
std::optional<std::int64_t> timeOfDay(std::string_view text) {
    if (!text.empty() && (text.back() == 'Z' || text.back() == 'z')) text.remove_suffix(1);
    std::int64_t parts[3] = {0, 0, 0};
    int count = 0;
    while (!text.empty() && count < 3) {
        const auto colon = text.find(':');
        std::string_view part = text.substr(0, colon);
        if (count == 2 && part.find('.') != std::string_view::npos) part = part.substr(0, part.find('.'));
        if (part.size() > 2 || !digits(part)) return std::nullopt;
        parts[count++] = number(part);
        text = colon == std::string_view::npos ? std::string_view() : text.substr(colon + 1);
    }
    if (count == 0 || !text.empty() || parts[0] > 24 || parts[1] > 59 || parts[2] > 60) return std::nullopt;
    return 3600 * parts[0] + 60 * parts[1] + parts[2];
}

std::optional<std::int64_t> second(std::string_view cell) {
    const auto gap = cell.find_last_of(" T");
    if (gap == std::string_view::npos) return std::nullopt;
    const auto day = date(trimmed(cell.substr(0, gap)));
    const auto time = timeOfDay(cell.substr(gap + 1));
    if (!day || !time) return std::nullopt;
    return (day->toJulianDay() - QDate(1970, 1, 1).toJulianDay()) * 86400 + *time;
}

std::optional<std::int64_t> plainNumber(std::string_view cell) {
    double value = 0.0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (error != std::errc() || end != cell.data() + cell.size() || value != std::floor(value) || std::abs(value) > 1e15)
        return std::nullopt;
    return static_cast<std::int64_t>(value);
}

}  // namespace

std::optional<std::int64_t> parseSeriesTime(std::string_view cell, SeriesTime time) {
    cell = trimmed(cell);
    if (cell.empty()) return std::nullopt;
    switch (time) {
        case SeriesTime::Quarter:
            return quarter(cell);
        case SeriesTime::Week:
            return week(cell);
        case SeriesTime::Month:
            return month(cell);
        case SeriesTime::Day:
        case SeriesTime::Workday: {
            if (second(cell)) return std::nullopt;
            const auto day = date(cell);
            return day ? std::optional<std::int64_t>(day->toJulianDay()) : std::nullopt;
        }
        case SeriesTime::Second: {
            if (const auto at = second(cell)) return at;
            // Spreadsheets leave out midnight.
            const auto day = date(cell);
            if (!day) return std::nullopt;
            return (day->toJulianDay() - QDate(1970, 1, 1).toJulianDay()) * 86400;
        }
        case SeriesTime::Number:
            return plainNumber(cell);
    }
    return std::nullopt;
}

std::optional<SeriesTime> seriesTimeOf(std::string_view cell) {
    for (const SeriesTime time :
         {SeriesTime::Quarter, SeriesTime::Week, SeriesTime::Month, SeriesTime::Day, SeriesTime::Second, SeriesTime::Number})
        if (parseSeriesTime(cell, time)) return time;
    return std::nullopt;
}

// Julian day 0 is a Monday.
std::int64_t workdayFromJulian(std::int64_t day) {
    return 5 * (day / 7) + day % 7;
}

std::int64_t julianFromWorkday(std::int64_t workday) {
    return 7 * (workday / 5) + workday % 5;
}

}  // namespace mudeung
