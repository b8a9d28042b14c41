// SPDX-License-Identifier: GPL-3.0-or-later
// Neighbours among areas: who shares a border or a corner, by GEOS. Knows rings of points, no file and no layer.
#pragma once

#include <span>
#include <vector>

#include "core/analysis/neighbours/spatial_weights.h"

namespace mudeung {

using PlanarRing = std::vector<PlanarPoint>;

/// An area by its rings, outer ones and holes in any order; what lies in an odd number of rings is inside. Rings may be open or closed, and
/// need not be valid polygons.
struct PlanarArea {
    std::vector<PlanarRing> rings;
};

/// Queen contiguity (binary, symmetric): neighbours are areas whose borders come within `toleranceMetres` of each other anywhere (a corner
/// is enough), or one of which lies in the other. The tolerance closes the gaps and overlaps of borders that were drawn twice; with 0 only
/// common points count. Rings of fewer than two points are left out, an area without rings is an island.
/// O(n log n + vertices of neighbours · log).
SpatialWeights queenContiguity(std::span<const PlanarArea> areas, double toleranceMetres, const ShouldStop& shouldStop = {});

}  // namespace mudeung
