// SPDX-License-Identifier: GPL-3.0-or-later
// Rates of small places are mostly noise: Empirical-Bayes rates shrink them, standardised rates give them equal variance. Standard C++
// only.
#pragma once

#include <span>
#include <vector>

#include "core/analysis/neighbours/spatial_weights.h"

namespace mudeung {

/// Cases per unit of the population at risk. NaN where cases or population are missing, or the population is not above 0.
struct BayesRates {
    std::vector<double> raw;       ///< cases ÷ population
    std::vector<double> smoothed;  ///< drawn towards the mean rate, the more the smaller the population
    double a = 0.0;                ///< variance of the true rates, 0 when the observed one is no more than chance (global only)
    double b = 0.0;                ///< mean rate Σ cases ÷ Σ population (global only)
};

/// Marshall (1991), method of moments, towards the rate of the whole city: b + (r − b)·a / (a + b/population). R: EBest(cases, population).
BayesRates bayesRates(std::span<const double> cases, std::span<const double> population);

/// The same towards the rate of the place and its neighbours (equal weights; self is added). R: EBlocal(…, geoda = TRUE).
BayesRates localBayesRates(std::span<const double> cases, std::span<const double> population, const SpatialWeights& weights);

/// (r − b) / √(a + b/population) (Assunção & Reis 1999): deviations from the mean rate in units of their own standard deviation, to be
/// given to Moran's I and Gi* instead of rates. R: the z of EBImoran.mc(cases, population, …).
std::vector<double> standardisedRates(std::span<const double> cases, std::span<const double> population);

}  // namespace mudeung
