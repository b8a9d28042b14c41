// SPDX-License-Identifier: GPL-3.0-or-later
// Cells to values. Hot functions work on bytes and allocate nothing.
#include "core/import/clean.h"

#include <QDate>
#include <QRegularExpression>
#include <array>
#include <charconv>
#include <cmath>
#include <cstring>

namespace mudeung {

namespace {

std::size_t blankAtFront(std::string_view t) {
    const auto c = static_cast<unsigned char>(t[0]);
    if (c <= 0x20) return 1;
    if (c != 0xC2 && c != 0xE2 && c != 0xE3 && c != 0xEF) return 0;  // most cells: a digit, a letter, a syllable
    if (c == 0xC2 && t.size() > 1 && static_cast<unsigned char>(t[1]) == 0xA0) return 2;
    if (t.size() > 2) {
        static constexpr std::string_view wide[] = {"\xE2\x80\x8B", "\xEF\xBB\xBF", "\xE3\x80\x80", "\xE2\x81\xA0"};
        for (auto w : wide) {
            if (t.substr(0, 3) == w) return 3;
        }
    }
    return 0;
}

std::size_t blankAtBack(std::string_view t) {
    const auto c = static_cast<unsigned char>(t.back());
    if (c <= 0x20) return 1;
    if (c < 0x80 || (c != 0xA0 && c != 0x8B && c != 0xBF && c != 0x80)) return 0;
    if (t.size() > 1 && blankAtFront(t.substr(t.size() - 2)) == 2) return 2;
    if (t.size() > 2 && blankAtFront(t.substr(t.size() - 3)) == 3) return 3;
    return 0;
}

bool isSuppressed(std::string_view t) {
    static constexpr std::string_view marks[] = {"*",  "**",   "***",  "-",   "X",   "x",   "N/A", "n/a",
                                                 "NA", "NULL", "null", "NaN", "nan", "\\N", "…"};
    for (auto m : marks) {
        if (t == m) return true;
    }
    return false;
}

Number slowNumber(std::string_view t, int decimals) {
    if (isSuppressed(t)) return {NumberKind::Suppressed, 0};
    bool negative = false;
    if (t[0] == '-' || t[0] == '+') {
        negative = t[0] == '-';
        t.remove_prefix(1);
    }
    constexpr std::int64_t limit = 1'000'000'000'000'000;
    std::int64_t whole = 0;
    int digits = 0;
    std::size_t i = 0;
    std::size_t lastComma = std::string_view::npos;
    for (; i < t.size() && t[i] != '.'; ++i) {
        if (t[i] == ',') {
            // a separator stands before groups of three, after at least one digit
            if (digits == 0 || (lastComma != std::string_view::npos && i - lastComma != 4)) return {NumberKind::NotANumber, 0};
            lastComma = i;
            continue;
        }
        if (t[i] < '0' || t[i] > '9') return {NumberKind::NotANumber, 0};
        ++digits;
        whole = whole * 10 + (t[i] - '0');
        if (whole > limit) return {NumberKind::TooLarge, 0};
    }
    if (lastComma != std::string_view::npos && i - lastComma != 4) return {NumberKind::NotANumber, 0};
    if (decimals > 0 && whole > limit / 10'000) return {NumberKind::TooLarge, 0};
    std::int64_t scaled = whole;
    for (int d = 0; d < decimals; ++d) scaled *= 10;
    if (i < t.size()) {
        ++i;  // the point
        std::int64_t unit = 1;
        for (int d = 0; d < decimals; ++d) unit *= 10;
        int position = 0;
        for (; i < t.size(); ++i, ++position) {
            if (t[i] < '0' || t[i] > '9') return {NumberKind::NotANumber, 0};
            ++digits;
            const int digit = t[i] - '0';
            if (position < decimals) {
                unit /= 10;
                scaled += digit * unit;
            } else if (decimals == 0 && digit != 0) {
                return {NumberKind::NotWhole, 0};
            } else if (position == decimals && digit >= 5) {
                ++scaled;
            }
        }
    }
    if (digits == 0) return {NumberKind::NotANumber, 0};
    return {NumberKind::Value, negative ? -scaled : scaled};
}

std::optional<DateParts> checked(int year, int month, int day) {
    if (year < 1900 || year > 2100) return std::nullopt;
    if (month != 0 && (month < 1 || month > 12)) return std::nullopt;
    if (day != 0 && !QDate::isValid(year, month, day)) return std::nullopt;
    return DateParts{year, month, day};
}

int monthByName(std::string_view t) {
    static constexpr std::string_view names = "janfebmaraprmayjunjulaugsepoctnovdec";
    if (t.size() != 3) return 0;
    std::array<char, 3> low{};
    for (std::size_t i = 0; i < 3; ++i) low[i] = static_cast<char>(t[i] | 0x20);
    for (int m = 0; m < 12; ++m) {
        if (std::memcmp(names.data() + m * 3, low.data(), 3) == 0) return m + 1;
    }
    return 0;
}

std::optional<DateParts> digitsDate(std::string_view t) {
    int v = 0;
    std::from_chars(t.data(), t.data() + t.size(), v);
    if (t.size() == 8) return checked(v / 10000, v / 100 % 100, v % 100 == 0 ? -1 : v % 100);
    if (t.size() == 6) return checked(v / 100, v % 100 == 0 ? -1 : v % 100, 0);
    if (t.size() == 4) return checked(v, 0, 0);
    if (t.size() == 5 && v > 30000 && v < 70000) {
        const QDate d = QDate(1899, 12, 30).addDays(v);
        return checked(d.year(), d.month(), d.day());
    }
    return std::nullopt;
}

}  // namespace

std::string_view trimmed(std::string_view t) {
    while (!t.empty()) {
        const std::size_t n = blankAtFront(t);
        if (n == 0) break;
        t.remove_prefix(n);
    }
    while (!t.empty()) {
        const std::size_t n = blankAtBack(t);
        if (n == 0) break;
        t.remove_suffix(n);
    }
    return t;
}

QString normalised(const QString& text) {
    QString out;
    const QString nfc = text.normalized(QString::NormalizationForm_C);
    out.reserve(nfc.size());
    for (const QChar c : nfc) {
        if (!c.isSpace() && c != QChar(0x200B) && c != QChar(0xFEFF) && c != QChar(0x2060)) out.append(c.toLower());
    }
    return out;
}

Number parseNumber(std::string_view cell, int decimals) {
    // most cells are one to six plain digits
    if (decimals == 0 && !cell.empty() && cell.size() <= 15) {
        std::int64_t v = 0;
        std::size_t i = 0;
        for (; i < cell.size(); ++i) {
            const unsigned digit = static_cast<unsigned char>(cell[i]) - static_cast<unsigned>('0');
            if (digit > 9) break;
            v = v * 10 + digit;
        }
        if (i == cell.size()) return {NumberKind::Value, v};
    }
    const std::string_view t = trimmed(cell);
    if (t.empty()) return {NumberKind::Blank, 0};
    return slowNumber(t, decimals);
}

double parseCoordinate(std::string_view cell) {
    std::string_view t = trimmed(cell);
    std::string cleaned;
    if (t.find(',') != std::string_view::npos) {
        for (char c : t) {
            if (c != ',') cleaned.push_back(c);
        }
        t = cleaned;
    }
    double v = 0.0;
    const auto [end, problem] = std::from_chars(t.data(), t.data() + t.size(), v);
    if (t.empty() || problem != std::errc() || end != t.data() + t.size() || !std::isfinite(v)) return std::nan("");
    return v;
}

QString decimalText(std::int64_t stored, int decimals) {
    if (decimals == 0) return QString::number(stored);
    const bool negative = stored < 0;
    QString digits = QString::number(negative ? -stored : stored).rightJustified(decimals + 1, QLatin1Char('0'));
    digits.insert(digits.size() - decimals, QLatin1Char('.'));
    return negative ? QLatin1Char('-') + digits : digits;
}

std::optional<DateParts> parseDate(std::string_view cell) {
    std::string_view t = trimmed(cell);
    // numbers split by anything that is not a digit; letters only as an English month name
    int numbers[3] = {0, 0, 0};
    std::size_t widths[3] = {0, 0, 0};
    int count = 0;
    int named = 0;
    int namedAt = -1;
    std::size_t i = 0;
    while (i < t.size()) {
        const char c = t[i];
        if (c >= '0' && c <= '9') {
            std::size_t j = i;
            while (j < t.size() && t[j] >= '0' && t[j] <= '9') ++j;
            if (count == 0 && j - i >= 4 && (j == t.size() || t.substr(j) == ".0")) {
                return digitsDate(t.substr(i, j - i));  // also ids that became floats: "20240501.0"
            }
            if (count == 3) break;  // a time of day follows
            if (j - i > 4) return std::nullopt;
            std::from_chars(t.data() + i, t.data() + j, numbers[count]);
            widths[count++] = j - i;
            i = j;
            if (count == 3 && i < t.size() && (t[i] == ' ' || t[i] == 'T')) break;
            continue;
        }
        if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') {
            std::size_t j = i;
            while (j < t.size() && ((t[j] | 0x20) >= 'a' && (t[j] | 0x20) <= 'z')) ++j;
            if (named != 0) return std::nullopt;
            named = monthByName(t.substr(i, j - i));
            if (named == 0) return std::nullopt;
            namedAt = count;
            i = j;
            continue;
        }
        // separators: blank - . / and the bytes of 년 월 일
        const auto u = static_cast<unsigned char>(c);
        if (!(c == ' ' || c == '-' || c == '.' || c == '/' || c == '\'' || u >= 0x80)) return std::nullopt;
        ++i;
    }
    if (named != 0) {
        if (count != 1 || namedAt > 1) return std::nullopt;
        const int year = widths[0] == 4 ? numbers[0] : widths[0] == 2 ? 2000 + numbers[0] : 0;
        return checked(year, named, 0);
    }
    if (count == 3 && widths[0] == 4) return checked(numbers[0], numbers[1], numbers[2] == 0 ? -1 : numbers[2]);
    if (count == 3 && widths[2] == 4 && t.find('/') != std::string_view::npos) {
        return checked(numbers[2], numbers[0], numbers[1] == 0 ? -1 : numbers[1]);
    }
    if (count == 2 && widths[0] == 4) return checked(numbers[0], numbers[1] == 0 ? -1 : numbers[1], 0);
    if (count == 1 && widths[0] == 4) return checked(numbers[0], 0, 0);
    return std::nullopt;
}

int parseSmallNumber(std::string_view cell) {
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    if (cell.size() == 1 && digit(cell[0])) return cell[0] - '0';
    if (cell.size() == 2 && digit(cell[0]) && digit(cell[1])) return (cell[0] - '0') * 10 + (cell[1] - '0');
    const std::string_view t = trimmed(cell);
    int v = -1;
    const auto [end, problem] = std::from_chars(t.data(), t.data() + std::min<std::size_t>(t.size(), 9), v);
    if (t.empty() || problem != std::errc() || v < 0) return -1;
    const std::string_view rest(end, static_cast<std::size_t>(t.data() + t.size() - end));
    static constexpr std::string_view tails[] = {"", "시", "월", "일", ".0", "시간대", ":00", ":00:00"};
    for (auto tail : tails) {
        if (rest == tail) return v;
    }
    return -1;
}

FileDate dateInFileName(const QString& nfcName) {
    static const QRegularExpression runs(QStringLiteral("(?<!\\d)(\\d{4}|\\d{6}|\\d{8})(?!\\d)"));
    FileDate found;
    auto it = runs.globalMatch(nfcName);
    while (it.hasNext()) {
        const QByteArray digits = it.next().captured(1).toLatin1();
        const auto parts = digitsDate(std::string_view(digits.constData(), static_cast<std::size_t>(digits.size())));
        if (!parts) continue;
        if (found.year != 0 && found.year != parts->year) return {};  // "2020_2022": which one is not for us to say
        if (found.year == 0 || parts->day != 0) found = {parts->year, parts->month, parts->day};
    }
    return found;
}

}  // namespace mudeung
