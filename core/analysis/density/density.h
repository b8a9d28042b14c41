// SPDX-License-Identifier: GPL-3.0-or-later
// Kernel density of weighted points on a planar grid: exact sums, no binning. Standard C++ only.
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

/// How a point's weight spreads around it; u = distance / bandwidth. Each holds the whole weight (Silverman 1986, 4.2).
enum class Kernel {
    Quartic,       ///< (3/π)(1 − u²)², u < 1
    Epanechnikov,  ///< (2/π)(1 − u²), u < 1
    Gaussian,  ///< (1/2π) e^(−u²/2): the bandwidth is a standard deviation. Cut off at u = 6, where 1.5·10⁻⁸ of the peak is left
};

/// λ(x) = Σ wᵢ · K(u) / h², times 10⁶ (per km²). Exact to rounding, with the same bits for any order of the points and any number of
/// threads. Weights may be negative.
/// `shouldStop` is polled every eight rows; a stopped run returns an empty grid.
DensityGrid kernelDensity(Kernel kernel, std::span<const WeightedPoint> points, const GridSpec& grid, double bandwidthMeters,
                          int threads = 0, bool (*shouldStop)(void*) = nullptr, void* stopContext = nullptr);
/// How far a point reaches, in bandwidths.
double kernelReach(Kernel kernel);
/// What a bandwidth has to be multiplied with when the kernel changes from quartic, so that the spread (variance) stays: quartic h = σ√8,
/// Epanechnikov h = σ√6, Gaussian h = σ.
double equalSpread(Kernel kernel);

/// ArcGIS' rule: 0.9·min(SD, √(1/ln 2)·D_m)·n_eff^(−0.2), n_eff = (Σw)²/Σw² (METHODS 2.1). 0 when fewer than two points weigh anything.
double ruleOfThumbBandwidth(std::span<const WeightedPoint> points);

}  // namespace mudeung
