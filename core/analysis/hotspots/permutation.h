// SPDX-License-Identifier: GPL-3.0-or-later
// Conditional permutation: how often would random neighbours add up to as much as the real ones? Standard C++ only.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "core/analysis/hotspots/local_statistics.h"
#include "core/analysis/neighbours/spatial_weights.h"

namespace mudeung {

struct PermutationParams {
    int permutations = 99999;          ///< M ≥ 1. The smallest two-sided p is 2 / (M + 1)
    std::uint64_t seed = 1;            ///< equal seeds give equal counts, whatever the number of threads
    int threads = 0;                   ///< 0 = one per processor
    std::function<bool()> cancelled;   ///< polled from any thread, at least every few milliseconds
    std::function<void(double)> done;  ///< share that is done, 0 … 1, from any thread
};

/// Per place. Both 0: not tested (missing value, no neighbours, or cancelled). A tie counts in both.
struct PermutationCounts {
    std::vector<std::uint32_t> atLeast;  ///< draws whose sum is at least the observed one
    std::vector<std::uint32_t> atMost;
};

/// For place i with k neighbours: M times, k of the other places are drawn without replacement, xᵢ staying where it is, and the sum of
/// their values is compared with the sum of the real neighbours' values. Because all neighbours of a place weigh the same, Gi, Gi* and
/// local Moran order the draws alike (local Moran in reverse where xᵢ lies below the mean), so one pass serves all three.
///
/// Each permutation m draws the beginning of one random order of all places from the stream (seed, m); place i takes the first k of them
/// that are not i, which is a uniform draw of k others. All places and all columns share the orders (as in GeoDa and esda): the p of each
/// place is what it would be with draws of its own, only the simulation errors of places are not independent.
/// Sums are exact and do not depend on their order: values become integers in units of about 2^-50 of the largest one, and sums closer than
/// such rounding can make them are ties ("0.1 + 0.2" is "0.3").
///
/// `columns`: values of the same places (24 hours); missing values (NaN) take places out. O(M · (k_max + Σ_k log n)) per column, k running
/// over the different numbers of neighbours; independent of n otherwise. At most 2^31 − 1 permutations.
std::vector<PermutationCounts> permuteNeighbourSums(std::span<const std::vector<double>> columns, const SpatialWeights& weights,
                                                    const PermutationParams& params);

/// p from counts: (atLeast + 1)/(M + 1), (atMost + 1)/(M + 1), or twice the smaller of the two, at most 1. NaN when not tested.
double permutationP(std::uint32_t atLeast, std::uint32_t atMost, int permutations, Alternative alternative);
/// The same for every place, for neighbour sums (Gi and Gi*).
std::vector<double> permutationP(const PermutationCounts& counts, int permutations, Alternative alternative = Alternative::TwoSided);
/// The same for local Moran: where `x` lies below the mean, a large neighbour sum makes a small Iᵢ; where it is the mean, Iᵢ is always 0.
std::vector<double> permutationPOfMoran(const PermutationCounts& counts, std::span<const double> x, int permutations,
                                        Alternative alternative = Alternative::TwoSided);

}  // namespace mudeung
