// SPDX-License-Identifier: GPL-3.0-or-later
// Neighbours among points: the k nearest, or everyone within a distance. Exact; the order of the points decides nothing but ties between
// places at the very same spot. Standard C++ only.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/analysis/neighbours/spatial_weights.h"

namespace mudeung {

/// The k nearest other places of each (binary). Among equally distant ones the westernmost, then the southernmost, then the lowest number
/// comes first. Places at the same spot are neighbours at distance 0. Fewer than k others with a position: all of them. k ≥ 1.
SpatialWeights kNearest(std::span<const PlanarPoint> points, int k, const ShouldStop& shouldStop = {});

/// All other places within `metres` (inclusive), binary. Needs memory for every pair within the distance.
SpatialWeights distanceBand(std::span<const PlanarPoint> points, double metres, const ShouldStop& shouldStop = {});

/// The least band in which every place has a neighbour: the largest distance to a nearest neighbour (the default of ArcGIS). 0 when fewer
/// than two places have a position.
double leastBand(std::span<const PlanarPoint> points, const ShouldStop& shouldStop = {});

/// Gives each of the islands its k nearest other places as neighbours (in its own row only, so the matrix is no longer symmetric).
/// Standardised rows stay standardised.
SpatialWeights connectIslands(const SpatialWeights& weights, std::span<const PlanarPoint> points, int k = 1);

}  // namespace mudeung
