// SPDX-License-Identifier: GPL-3.0-or-later
// Kernel density of weighted points on a planar grid: exact quartic kernel, no binning. Standard C++ only.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace mudeung {

/// Planar coordinates in metres (EPSG:5186 in this program) and a weight.
struct WeightedPoint {
    double x = 0.0;
    double y = 0.0;
    double weight = 0.0;
};

/// Cell centres at (originX + (column + ½)·cellSize, originY − (row + ½)·cellSize): row 0 is the north edge.
struct GridSpec {
    double originX = 0.0;   ///< west edge, metres
    double originY = 0.0;   ///< north edge, metres
    double cellSize = 0.0;  ///< metres
    int columns = 0;
    int rows = 0;
};

struct DensityGrid {
    GridSpec spec;
    std::vector<double> values;  ///< weight per km², row-major, rows × columns
    double at(int row, int column) const { return values[static_cast<std::size_t>(row) * spec.columns + column]; }
};

/// λ(x) = Σ wᵢ · (3/π)(1 − u²)² / h², u = ‖x − xᵢ‖/h < 1, times 10⁶ (per km²). Exact to rounding, independent of thread count.
/// `shouldStop` is polled per row; a stopped run returns an empty grid.
DensityGrid quarticDensity(std::span<const WeightedPoint> points, const GridSpec& grid, double bandwidthMeters, int threads = 0,
                           bool (*shouldStop)(void*) = nullptr, void* stopContext = nullptr);

/// ArcGIS' rule: 0.9·min(SD, √(1/ln 2)·D_m)·n_eff^(−0.2), n_eff = (Σw)²/Σw² (METHODS 2.1). 0 when fewer than two points weigh anything.
double ruleOfThumbBandwidth(std::span<const WeightedPoint> points);

}  // namespace mudeung
