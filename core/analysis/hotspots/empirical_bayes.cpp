// SPDX-License-Identifier: GPL-3.0-or-later
// Moments of rates as Marshall (1991) estimates them; a negative variance of the true rates is taken as none.
#include "core/analysis/hotspots/empirical_bayes.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace mudeung {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

std::vector<double> rawRates(std::span<const double> cases, std::span<const double> population) {
    std::vector<double> raw(cases.size(), kNaN);
    for (std::size_t i = 0; i < raw.size(); ++i)
        if (population[i] > 0.0 && std::isfinite(population[i])) raw[i] = cases[i] / population[i];
    return raw;
}

/// Mean rate and variance of the true rates among some places.
struct Moments {
    double a = 0.0;
    double b = kNaN;
};

template <typename Places>
Moments momentsOf(const Places& places, const std::vector<double>& raw, std::span<const double> cases, std::span<const double> population) {
    double count = 0.0, people = 0.0, found = 0.0;
    for (auto i : places)
        if (!std::isnan(raw[i])) count += 1.0, people += population[i], found += cases[i];
    Moments m;
    if (count == 0.0) return m;
    m.b = found / people;
    double square = 0.0;
    for (auto i : places)
        if (!std::isnan(raw[i])) square += population[i] * (raw[i] - m.b) * (raw[i] - m.b);
    m.a = std::max(0.0, square / people - m.b / (people / count));
    return m;
}

/// Drawn towards the mean. Without cases anywhere both terms are 0: the rate is 0.
double shrunk(double raw, double population, Moments m) {
    const double noise = m.b / population;
    return m.a + noise > 0.0 ? m.b + (raw - m.b) * (m.a / (m.a + noise)) : m.b;
}

std::vector<std::uint32_t> all(std::size_t n) {
    std::vector<std::uint32_t> places;
    for (std::size_t i = 0; i < n; ++i) places.push_back(static_cast<std::uint32_t>(i));
    return places;
}

}  // namespace

BayesRates bayesRates(std::span<const double> cases, std::span<const double> population) {
    BayesRates rates;
    rates.raw = rawRates(cases, population);
    const Moments m = momentsOf(all(cases.size()), rates.raw, cases, population);
    rates.a = m.a;
    rates.b = m.b;
    rates.smoothed.assign(cases.size(), kNaN);
    for (std::size_t i = 0; i < cases.size(); ++i)
        if (!std::isnan(rates.raw[i])) rates.smoothed[i] = shrunk(rates.raw[i], population[i], m);
    return rates;
}

BayesRates localBayesRates(std::span<const double> cases, std::span<const double> population, const SpatialWeights& weights) {
    BayesRates rates;
    rates.raw = rawRates(cases, population);
    rates.a = rates.b = kNaN;
    rates.smoothed.assign(cases.size(), kNaN);
    const SpatialWeights around = withSelf(weights);
    for (std::size_t i = 0; i < cases.size(); ++i) {
        if (std::isnan(rates.raw[i])) continue;
        rates.smoothed[i] = shrunk(rates.raw[i], population[i], momentsOf(around.neighboursOf(i), rates.raw, cases, population));
    }
    return rates;
}

std::vector<double> standardisedRates(std::span<const double> cases, std::span<const double> population) {
    const std::vector<double> raw = rawRates(cases, population);
    const Moments m = momentsOf(all(cases.size()), raw, cases, population);
    std::vector<double> z(cases.size(), kNaN);
    for (std::size_t i = 0; i < z.size(); ++i)
        if (!std::isnan(raw[i]) && m.a + m.b / population[i] > 0.0) z[i] = (raw[i] - m.b) / std::sqrt(m.a + m.b / population[i]);
    return z;
}

}  // namespace mudeung
