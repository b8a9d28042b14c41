// SPDX-License-Identifier: GPL-3.0-or-later
// What kind of series this is, so that only models that can suit it are tried. Standard C++ only.
#pragma once

#include <span>
#include <vector>

namespace mudeung::forecast {

struct SeriesProfile {
    int length = 0;        ///< values from the first observed one to the end
    int observed = 0;      ///< not NaN
    int leadingGap = 0;    ///< missing ones before the first observed value; not in `length`
    int innerGaps = 0;     ///< missing ones behind it
    double zeroShare = 0;  ///< of the observed values
    /// Mean number of steps from one non-zero value to the next (average demand interval, Syntetos & Boylan 2005). ∞ when all are zero.
    double demandInterval = 1.0;
    bool nonNegative = true;
    bool constant = true;
    bool sparse = false;       ///< no negative value and demandInterval > 1.32: models for intermittent demand are tried
    std::vector<int> seasons;  ///< those of the series with at least two full cycles in `length`
};

SeriesProfile describe(std::span<const double> values, std::span<const int> seasons);

}  // namespace mudeung::forecast
