// SPDX-License-Identifier: GPL-3.0-or-later
// What changed between two periods, series by series, and whether it is more than the days' own ups and downs. Standard C++ only.
#pragma once

#include <functional>
#include <vector>

#include "core/analysis/daily_series/day_matrix.h"
#include "core/analysis/math/multiple_testing.h"

namespace mudeung {

struct ComparisonOptions {
    double confidence = 0.95;  ///< of the intervals, 0 … 1
    double discovery = 0.05;   ///< false discovery rate, 0 … 1
    Correction correction = Correction::BenjaminiHochberg;
    int leastDays = 28;               ///< pairs of days with data on both sides; fewer are not tested; at least 14
    bool counts = true;               ///< values are counted people or trips: the noise is at least that of a Poisson count
    bool shares = true;               ///< the series add up to a whole; false for concentrations and other means
    bool moderate = true;             ///< noise estimates of series of the same size lend each other precision
    int threads = 0;                  ///< 0 = one per processor
    std::function<bool()> cancelled;  ///< polled between series; may be empty
};

/// A change with its interval and two-sided p. NaN = not known.
struct ChangeEstimate {
    double value = 0.0;
    double lower = 0.0;
    double upper = 0.0;
    double p = 0.0;
    double adjustedP = 0.0;  ///< over the series tested
};

enum class Verdict {
    Up,            ///< more, and real at the false discovery rate
    Down,          ///< less, and real
    Unclear,       ///< cannot be told from the usual ups and downs
    Appeared,      ///< nothing on any matched day before, and real
    Vanished,      ///< nothing on any matched day now, and real
    NoDataBefore,  ///< the source has no matched day before
    NoDataNow,     ///< or now
    TooFewDays     ///< fewer than leastDays, or values that never vary
};

/// One series. Means are per matched day with data on both sides, in the unit of the values.
struct SeriesChange {
    int days = 0;               ///< pairs of days used
    double before = 0.0;        ///< mean
    double now = 0.0;           ///< mean
    ChangeEstimate difference;  ///< now − before
    ChangeEstimate relative;    ///< now ÷ before − 1; an end that has no bound is infinite; p is that of the difference
    double shareBefore = 0.0;   ///< of the whole on the same days, 0 … 1
    double shareNow = 0.0;
    ChangeEstimate share;                        ///< shareNow − shareBefore
    double degrees = 0.0;                        ///< of freedom of the noise of the difference
    Verdict verdict = Verdict::TooFewDays;       ///< of the difference
    Verdict shareVerdict = Verdict::TooFewDays;  ///< Up, Down, Unclear or TooFewDays
};

struct PeriodComparison {
    std::vector<SeriesChange> series;  ///< in the order of the input
    SeriesChange whole;                ///< the sum of all (means for values that do not add up: the mean of all)
    int tested = 0;                    ///< series whose difference has a p
    bool moderated = false;            ///< enough series to moderate the noise
};

/// Column k of both matrices is one pair of comparable days, in the order of time. Result empty when cancelled. Method in the README:
/// long-run variance of the daily differences from equal-weighted cosines, moderated over series of the same size, Student t, adjusted
/// for the number of series. Same bits whatever the number of threads. O(series · days · terms), terms ≈ 0.3 · days^(2/3).
PeriodComparison comparePeriods(const DayMatrix& before, const DayMatrix& now, const ComparisonOptions& options);

enum class RankBy { Difference, Relative, Share };

/// Indices of `series`, what is real first, and each part by the size of the change; ties by index. Changes that are not known come last.
std::vector<int> rankedChanges(const PeriodComparison& comparison, RankBy by);

}  // namespace mudeung
