// SPDX-License-Identifier: GPL-3.0-or-later
// Is there any pattern at all? Global Moran's I, to be asked before the local statistics. Standard C++ only.
#pragma once

#include <span>

#include "core/analysis/hotspots/permutation.h"

namespace mudeung {

/// NaN where nothing can be computed: fewer than four places with neighbours, no variance, no links.
struct GlobalMoran {
    int places = 0;  ///< with a value and a neighbour; what n in the formulas is
    double i = 0.0;
    double expectation = 0.0;  ///< −1 / (n − 1)
    double varianceRandomisation = 0.0;
    double varianceNormality = 0.0;
    double zRandomisation = 0.0;
    double zNormality = 0.0;
    double pRandomisation = 0.0;
    double pNormality = 0.0;
};

/// I = (n / S₀) · Σᵢⱼ wᵢⱼ zᵢ zⱼ / Σz² with the moments of Cliff & Ord (1981) under randomisation (the values that there are, in any order)
/// and under normality. Weights are used without self; islands are not counted in n, as in R's moran.test(adjust.n = TRUE).
GlobalMoran globalMoran(std::span<const double> x, const SpatialWeights& weights, Alternative alternative = Alternative::TwoSided);

/// Counts of random layouts of all values whose I is at least and at most the observed one. `params` as for permuteNeighbourSums; both
/// counts 0 when it was cancelled or there is nothing to compute. O(permutations · links).
struct GlobalCounts {
    std::uint32_t atLeast = 0;
    std::uint32_t atMost = 0;
};
GlobalCounts permuteGlobalMoran(std::span<const double> x, const SpatialWeights& weights, const PermutationParams& params);

}  // namespace mudeung
