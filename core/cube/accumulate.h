// SPDX-License-Identifier: GPL-3.0-or-later
// Adds up cells into the slots of an answer. Exact integers, so the order and the path do not matter.
#pragma once

#include "core/base/progress.h"
#include "core/cube/plane_cache.h"

namespace mudeung {

/// Raw sums of an answer. Place and dong answers have one slot per place of the cube; the others one per row.
struct Sums {
    std::vector<std::int64_t> sum;
    std::vector<std::int64_t> observed;
    std::vector<char> mentioned;  ///< a day that the source mentions falls into this slot
    /// Extensive levels only: by slot, the sum over groups and places of their means over the observed hours and days.
    std::vector<double> levels;
    double level = 0.0;  ///< the same over everything asked for
    std::int64_t locatedSum = 0;
    int daysExpected = 0;
    int daysObserved = 0;
    std::vector<int> unknownHours;  ///< of the hours asked for, those that the source never mentions on any day: no data, not zero
    bool anyHourKnown = true;
};

/// Index of the first month of a period; month slots count from it.
MonthKey firstMonth(const Period& period);

Result<Sums> accumulate(const CubeState& state, const QueryPlan& plan, Breakdown by, PlaneCache& cache, Progress& progress);

}  // namespace mudeung
