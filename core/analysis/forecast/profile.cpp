// SPDX-License-Identifier: GPL-3.0-or-later
// Counts of gaps and zeros, and which seasons can be seen at all.
#include "core/analysis/forecast/profile.h"

#include <cmath>
#include <limits>

namespace mudeung::forecast {

namespace {

/// Syntetos & Boylan (2005): above it Croston's method and its kin have the smaller error.
constexpr double kSparseInterval = 1.32;

}  // namespace

SeriesProfile describe(std::span<const double> values, std::span<const int> seasons) {
    SeriesProfile p;
    std::size_t first = 0;
    while (first < values.size() && std::isnan(values[first])) ++first;
    p.leadingGap = static_cast<int>(first);
    p.length = static_cast<int>(values.size() - first);
    int zeros = 0;
    const double reference = first < values.size() ? values[first] : 0.0;
    for (std::size_t t = first; t < values.size(); ++t) {
        const double v = values[t];
        if (std::isnan(v)) continue;
        ++p.observed;
        if (v == 0.0) ++zeros;
        if (v < 0.0) p.nonNegative = false;
        if (v != reference) p.constant = false;
    }
    p.innerGaps = p.length - p.observed;
    p.zeroShare = p.observed > 0 ? static_cast<double>(zeros) / p.observed : 0.0;
    p.demandInterval =
        p.observed > zeros ? static_cast<double>(p.observed) / (p.observed - zeros) : std::numeric_limits<double>::infinity();
    p.sparse = p.nonNegative && !p.constant && p.demandInterval > kSparseInterval;
    for (const int m : seasons)
        if (m > 1 && p.length >= 2 * m) p.seasons.push_back(m);
    return p;
}

}  // namespace mudeung::forecast
