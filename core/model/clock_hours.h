// SPDX-License-Identifier: GPL-3.0-or-later
// Hours that differ by weekday or by calendar month: what rectangles on a carpet choose. Values with a text form.
#pragma once

#include <QDate>
#include <QString>
#include <array>

#include "core/base/result.h"

namespace mudeung {

/// Bit h = the hour h:00 up to h+1:00 of the service day, 0…27 (24–27 = 00:00–04:00 of the next calendar day).
using HourMask = quint32;
constexpr int kMaxHours = 28;
constexpr HourMask kAllHours = (1u << kMaxHours) - 1;

/// Reads "7-9" (07:00 up to 09:00: bits 7 and 8), "7-9,17-19"; one number "7" means that hour.
Result<HourMask> parseHours(const QString& text);
QString hoursToString(HourMask hours);  ///< "7-9,17-19"; empty for all
/// "07–09, 17–19 h" in the interface language.
QString hoursPhrase(HourMask hours);

constexpr int kWeekdays = 7;
constexpr int kCalendarMonths = 12;
/// Hours of each weekday, Monday first. A public holiday stays the weekday that it is.
using WeekHours = std::array<HourMask, kWeekdays>;
/// Hours of each calendar month, January first.
using YearHours = std::array<HourMask, kCalendarMonths>;

template <std::size_t N>
constexpr std::array<HourMask, N> everyHour() {
    std::array<HourMask, N> all{};
    for (HourMask& hours : all) hours = kAllHours;
    return all;
}
constexpr WeekHours kWholeWeek = everyHour<kWeekdays>();
constexpr YearHours kWholeYear = everyHour<kCalendarMonths>();

/// Reads "mon-fri:7-9;sat:10-12"; a day without hours means all of them, days that are not named are left out. Empty text = whole week.
Result<WeekHours> parseWeekHours(const QString& text);
QString weekHoursToString(const WeekHours& week);  ///< empty for the whole week
/// Reads "3-5:7-9;12": months by number.
Result<YearHours> parseYearHours(const QString& text);
QString yearHoursToString(const YearHours& year);
/// "Mon–Fri 07–09 h, Sat 10–12 h" and "Mar–May 07–09 h" in the interface language; empty for everything.
QString weekHoursPhrase(const WeekHours& week);
QString yearHoursPhrase(const YearHours& year);

/// "Jan" … "Dec" in the interface language; 1 = January.
QString monthName(int month);

}  // namespace mudeung
