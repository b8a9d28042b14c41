// SPDX-License-Identifier: GPL-3.0-or-later
// Does a picture of a grid depend on where its lines lie and how wide they are? Standard C++ only.
#pragma once

#include <span>
#include <vector>

#include "core/analysis/grid/binning.h"

namespace mudeung {

/// One grid that was tried.
struct TriedGrid {
    double size = 0.0;    ///< metres
    double shiftX = 0.0;  ///< in parts of the size
    double shiftY = 0.0;
    int cells = 0;             ///< with at least one point
    double topLimit = 0.0;     ///< density (per km²) from which a cell is among the top share
    double correlation = 0.0;  ///< Spearman's ρ of the points' cell densities with those of the first grid; NaN when one is constant
};

struct GridStress {
    std::vector<TriedGrid> grids;  ///< sizes × shifts, the first is the ground for comparison
    std::vector<double> topShare;  ///< per point: in which part of the grids its cell is among the top, 0 … 1
    std::vector<double> rankBest;  ///< per point: rank of its cell by density over all grids, as a share of the cells (0 = highest)
    std::vector<double> rankWorst;
};

/// The same points (metres) on every size, each shifted by nothing, half a cell east, half a cell north, and both. `top` is the share of
/// cells counted as top, 0.1 = one in ten; cells of equal density are in or out together. Points must be finite.
GridStress gridStress(CellShape shape, std::span<const double> sizes, double top, std::span<const WeightedPoint> points);

/// Spearman's rank correlation with mean ranks for ties (Kendall & Gibbons 1990); NaN when one side is constant or shorter than two.
double spearman(std::span<const double> a, std::span<const double> b);

}  // namespace mudeung
