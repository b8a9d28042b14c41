// SPDX-License-Identifier: GPL-3.0-or-later
// The largest value of a density, for scales that are the same wherever one looks. Standard C++ only.
#pragma once

#include "core/analysis/density/density.h"

namespace mudeung {

/// The largest amount in any cell of the grid, as `kernelDensity` would give it but for rounding, without the other cells: most of them
/// cannot hold as much as the first that is looked at. The same bits for any order of the points. A stopped search returns what it had
/// found.
double largestDensity(Kernel kernel, std::span<const WeightedPoint> points, const GridSpec& grid, double bandwidthMeters, int threads = 0,
                      bool (*shouldStop)(void*) = nullptr, void* stopContext = nullptr);

}  // namespace mudeung
