// SPDX-License-Identifier: GPL-3.0-or-later
// Cells to values: trimming, numbers with separators, suppressed marks, dates in the forms that publishers use. Pure functions on bytes.
#pragma once

#include <QString>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mudeung {

/// Without leading and trailing blanks: ASCII, no-break, ideographic and zero-width ones, byte order marks.
std::string_view trimmed(std::string_view text);

/// Comparable form of a header or value: NFC, every blank removed, lower case.
QString normalised(const QString& text);
inline QString normalised(std::string_view text) {
    return normalised(QString::fromUtf8(text.data(), static_cast<int>(text.size())));
}
inline QString toText(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<int>(utf8.size()));
}

enum class NumberKind { Value, Blank, Suppressed, NotANumber, NotWhole, TooLarge };
struct Number {
    NumberKind kind = NumberKind::Blank;
    std::int64_t value = 0;  ///< × 10^decimals, rounded half away from zero
};
/// Reads "8,623", "5893.0", " 12 ", "-5"; "", "*", "-", "X", "N/A", "NULL", "\N" are not observed.
/// With decimals = 0 a fraction that is not zero is NotWhole. Values above 10^15 are TooLarge.
Number parseNumber(std::string_view cell, int decimals);
/// A plain floating number with optional separators; NaN when it is none.
double parseCoordinate(std::string_view cell);

/// `stored` / 10^decimals as exact text.
QString decimalText(std::int64_t stored, int decimals);

/// What a date cell says; 0 = not said.
struct DateParts {
    int year = 0;
    int month = 0;
    int day = 0;
    bool operator==(const DateParts&) const = default;
};
/// Reads 20191101, 2024-09-01, 2024.7.15 11:59, 2024/9/1, 01/31/2001, 2024년 9월 1일, 202205, 2024-05, 2024년09월, 24-Oct, Oct-24, 2022,
/// and the serial numbers of spreadsheets (45413). Impossible dates (2024-02-30) are none.
std::optional<DateParts> parseDate(std::string_view cell);

/// A whole number of at most 9 digits, blanks around it and a trailing 시/월/일 allowed; −1 when it is none. "07" and "7시" are 7.
int parseSmallNumber(std::string_view cell);

/// The year a file name carries: 20221231, 202205, 2024년; 0 when there is none or several disagree.
struct FileDate {
    int year = 0;
    int month = 0;
    int day = 0;
};
FileDate dateInFileName(const QString& nfcName);

}  // namespace mudeung
