// SPDX-License-Identifier: GPL-3.0-or-later
// The days from which a series lies on another level, with size, interval and the odds that it is chance. Standard C++ only.
#pragma once

#include <functional>
#include <vector>

#include "core/analysis/change_points/day_profile.h"
#include "core/analysis/math/multiple_testing.h"

namespace mudeung {

struct ShiftOptions {
    int minSegmentDays = 28;   ///< with data, between two shifts; at least 7
    double penalty = 0.0;      ///< per shift, in units of the cost; 0 = 3 ln n (modified BIC)
    bool flow = true;          ///< numbers that add up, around which the noise grows with the level; false: levels
    bool counts = true;        ///< counted people or trips: noise at least that of a Poisson count
    bool againstCity = true;   ///< take out what all series have in common (season, strikes), where there are enough of them
    double confidence = 0.95;  ///< of the interval of the date
    double discovery = 0.05;   ///< false discovery rate over all series and shifts
    Correction correction = Correction::BenjaminiHochberg;
    int threads = 0;                  ///< 0 = one per processor
    std::function<bool()> cancelled;  ///< polled between series; may be empty
};

struct LevelShiftDate {
    int day = 0;       ///< the first of the new level
    int earliest = 0;  ///< the interval of it
    int latest = 0;
    double before = 0.0;  ///< level from the shift before to this one, per mean day
    double after = 0.0;   ///< from this one to the next
    double p = 0.0;       ///< of the largest contrast of two neighbouring levels under no shift
    double adjustedP = 0.0;
    bool real = false;  ///< adjustedP ≤ discovery
};

struct SeriesShifts {
    std::vector<LevelShiftDate> shifts;  ///< in the order of time; also those that are not real
    int days = 0;                        ///< with data
    double variance = 0.0;               ///< long-run, of a mean day; NaN = not tested (too few days, never varies)
    double noShiftP = 0.0;               ///< of the best split, where there is no shift; NaN else
};

/// In the order of the series. Empty when cancelled. `classes` per day, day 0 being of weekday `firstWeekday` (0 = Monday).
/// Same bits whatever the number of threads. O(series · days²) at worst.
std::vector<SeriesShifts> levelShiftDates(const DayMatrix& series, const std::vector<DayClass>& classes, int firstWeekday,
                                          const ShiftOptions& options);

/// P(sup |B(u)| / √(u(1 − u)) ≥ x) over left ≤ u ≤ 1 − right for a Brownian bridge B: the p of the largest standardised contrast of the
/// means before and after any day (Vostrikova 1981; Gombay & Horváth 1996): x e^(−x²/2) / √(2π) · (L − L/x² + 4/x²), L =
/// ln((1−l)(1−r)/(lr)); at most 1.
double largestContrastP(double x, double left, double right);

}  // namespace mudeung
