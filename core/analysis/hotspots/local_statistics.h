// SPDX-License-Identifier: GPL-3.0-or-later
// Where are high values among high values? Getis-Ord Gi and Gi*, local Moran, with moments in closed form. Standard C++ only.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/analysis/neighbours/spatial_weights.h"

namespace mudeung {

enum class Alternative {
    TwoSided,  ///< unusual in either direction; the default everywhere
    Greater,
    Less
};

/// One number per place. NaN: the value is missing, or there is nothing to test (no neighbours, no variance, fewer than three values).
struct LocalStatistic {
    std::vector<double> value;        ///< the statistic: Σ wᵢⱼxⱼ (Getis-Ord), Iᵢ (Moran)
    std::vector<double> expectation;  ///< of the statistic if the values were laid out at random
    std::vector<double> variance;
    std::vector<double> z;  ///< (value − expectation) / √variance
    std::vector<double> p;  ///< of z under the normal distribution
};

/// P of a standard normal deviate; NaN stays NaN.
double normalP(double z, Alternative alternative);

/// Gi* when the weights include self, else Gi (Getis & Ord 1992; Ord & Getis 1995), for values of any sign. With W = Σwᵢⱼ, S₁ = Σwᵢⱼ²:
///   Gi*: expectation W·x̄, variance s²·(n·S₁ − W²)/(n − 1), s² = Σ(x − x̄)²/n over all n places;
///   Gi:  the same over the n − 1 others, divided by n − 2.
/// Missing values (NaN) take their place out of the neighbourhoods. R: localG(x, nb2listw(include.self(nb), style = "B")).
LocalStatistic getisOrd(std::span<const double> x, const SpatialWeights& weights, Alternative alternative = Alternative::TwoSided);

/// Under which randomisation the moments of local Moran hold.
enum class MoranMoments {
    Conditional,  ///< xᵢ stays where it is, the others are laid out at random (Sokal, Oden & Thomson 1998); what permutations estimate
    Total         ///< all values are laid out at random (Anselin 1995)
};

/// Local Moran Iᵢ = (zᵢ / m₂)·Σwᵢⱼzⱼ with z = x − x̄, m₂ = Σz²/n (Anselin 1995). Weights are used without self. R: localmoran(x, listw).
LocalStatistic localMoran(std::span<const double> x, const SpatialWeights& weights, MoranMoments moments = MoranMoments::Conditional,
                          Alternative alternative = Alternative::TwoSided);

/// Own value and weighted sum of the neighbours' deviations from the mean: High is above 0.
enum class Quadrant : std::uint8_t { LowLow, HighLow, LowHigh, HighHigh, None };
/// None for missing values. First the place, then its neighbours: HighLow is a high place among low ones. Islands count as having low ones.
std::vector<Quadrant> moranQuadrants(std::span<const double> x, const SpatialWeights& weights);

/// Numbers of the places that have a value, ascending.
std::vector<std::uint32_t> placesWithValue(std::span<const double> x);

}  // namespace mudeung
