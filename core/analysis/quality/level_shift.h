// SPDX-License-Identifier: GPL-3.0-or-later
// Sudden lasting changes of the level of one place's weeks. Pure.
#pragma once

#include <span>
#include <vector>

namespace mudeung {

struct LevelShift {
    int week = 0;         ///< the first of the new level
    double before = 0.0;  ///< median of the weeks up to it, back to the shift before
    double after = 0.0;   ///< median from it on, up to the next shift
    double score = 0.0;   ///< |after − before| in standard errors of a difference of medians
};

constexpr int kLeastSegmentWeeks = 8;
constexpr int kMostShifts = 3;               ///< of one place
constexpr double kShiftThreshold = 5.0;      ///< least score
constexpr double kLeastRelativeShift = 0.2;  ///< least |after − before| ÷ the larger of the two

/// Binary segmentation (Scott & Knott 1974; Vostrikova 1981) with least absolute deviations and a robust noise scale; see the README.
/// `weeks`: means per day in order, NaN = no data. `counts`: the values are counted people or trips per day, which are never less noisy
/// than a Poisson count; false for levels. In the order of weeks; empty with fewer than twice kLeastSegmentWeeks.
std::vector<LevelShift> levelShifts(std::span<const double> weeks, bool counts);

/// What all places have in common, week by week (1 = usual): the median over places of week ÷ the place's own median. All 1 with fewer than
/// ten places that can be used. `series` has one row per place, all of the same length.
std::vector<double> commonWeeks(const std::vector<std::vector<double>>& series);

/// Median of the finite values; NaN without any.
double medianOf(std::vector<double> values);

}  // namespace mudeung
