// SPDX-License-Identifier: GPL-3.0-or-later
// Kernels summed over bands of eight rows cut into tiles of 8 × 8 cells: the inner loops of kernelDensity. Standard C++ only.
#pragma once

#include <memory>
#include <vector>

#include "core/analysis/density/density.h"

namespace mudeung {

/// A point in grid units: column and row axis in bandwidths from the grid's north-west corner, weight as given.
struct LocalPoint {
    double x = 0.0;
    double y = 0.0;
    double weight = 0.0;
    bool operator<(const LocalPoint& o) const {
        if (y != o.y) return y < o.y;
        if (x != o.x) return x < o.x;
        return weight < o.weight;
    }
};

/// Everything the bands share; read only while threads run.
struct DensityPlan {
    Kernel kernel = Kernel::Quartic;
    std::vector<LocalPoint> points;  ///< sorted, so that the order of the input does not matter
    int columns = 0;
    int rows = 0;
    double step = 0.0;    ///< cell size in bandwidths
    double reach = 1.0;   ///< of a point, in bandwidths
    double factor = 0.0;  ///< kernel constant, per km²
};

/// What one point of weight 1 gives at its own place, per km².
double kernelPeak(Kernel kernel, double bandwidthMeters);

/// Cells along each side of a tile; a band is one row of tiles.
constexpr int kTileCells = 8;

/// One band at a time; owns its scratch memory, so every thread has one.
class BandSummer {
public:
    virtual ~BandSummer() = default;
    /// Sums the rows 8·band … 8·band + 7, as far as there are that many; `grid` is the whole row-major result.
    virtual void sum(int band, double* grid) = 0;
};

std::unique_ptr<BandSummer> makeBandSummer(const DensityPlan& plan);

}  // namespace mudeung
