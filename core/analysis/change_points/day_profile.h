// SPDX-License-Identifier: GPL-3.0-or-later
// What is usual for a weekday, a holiday, a week of the whole city: taken out of a series before its level is looked at. Standard C++ only.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/analysis/daily_series/day_matrix.h"

namespace mudeung {

/// 0 … 6 Monday … Sunday; a public holiday is 7, a day of Seollal or Chuseok 8.
using DayClass = std::uint8_t;
constexpr DayClass kPublicHoliday = 7;
constexpr DayClass kFeastDay = 8;
constexpr int kDayClasses = 9;

/// The series with its usual days taken out, ready for segmentation: days without data are gone.
struct AdjustedSeries {
    std::vector<int> days;        ///< of each value
    std::vector<double> values;   ///< flows: the number itself; levels: less what is usual for the day
    std::vector<double> weights;  ///< flows: what the day usually is, 1 = a mean day; levels: 1
};

/// Per class of day: flows: the usual number ÷ that of a mean day, from whole ordinary weeks (their mean is 1 over Monday … Sunday), for
/// holidays against the ordinary days within a week; levels: the usual difference from the mean of its week. A class that the data does not
/// show takes that of Sundays, Sundays that of a mean day. `classes` has one entry per day; day 0 is of class `firstWeekday` (0 … 6).
std::vector<double> classProfile(std::span<const double> series, std::span<const DayClass> classes, int firstWeekday, bool flow);

/// What all series have in common by day, in whole weeks from Monday: flows: median over the series of week ÷ own usual week (1 = usual);
/// levels: median of week − own mean (0 = usual). Neutral with fewer than kLeastCommon series that have at least `leastLevel` a day.
std::vector<double> commonCourse(const DayMatrix& series, std::span<const DayClass> classes,
                                 const std::vector<std::vector<double>>& profiles, int firstWeekday, bool flow);
constexpr int kLeastCommon = 10;
constexpr double kLeastCommonLevel = 5.0;  ///< flows: a day; a median of small counts is coarse

/// Days whose usual share is below this are left out: nothing can be learnt about the level from a day on which hardly anybody travels.
constexpr double kLeastDayWeight = 0.02;
AdjustedSeries adjusted(std::span<const double> series, std::span<const DayClass> classes, std::span<const double> profile,
                        std::span<const double> common, bool flow);

}  // namespace mudeung
