// SPDX-License-Identifier: GPL-3.0-or-later
// Neighbour sums per month are made once and added over the months of a neighbourhood.
#include "core/analysis/emerging/emerging.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/analysis/hotspots/deviations.h"
#include "core/analysis/hotspots/local_statistics.h"

namespace mudeung {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kNoVariance = 1e-13;  // a variance below this share of its largest term is rounding
constexpr std::size_t kPolled = 1024;  // places between two looks at `cancelled`
constexpr double kMost = 0.9;          // share of the months from which a spot is a lasting one

/// Values around each place in one month.
struct MonthSums {
    std::vector<double> sum;    ///< of the deviations
    std::vector<double> count;  ///< values that are there
};

MonthSums sumsOf(const std::vector<double>& deviations, const SpatialWeights& star) {
    MonthSums m{std::vector<double>(star.size(), 0.0), std::vector<double>(star.size(), 0.0)};
    for (std::size_t i = 0; i < star.size(); ++i) {
        for (std::uint32_t j : star.neighboursOf(i)) {
            if (std::isnan(deviations[j])) continue;
            m.sum[i] += deviations[j];
            m.count[i] += 1.0;
        }
    }
    return m;
}

/// Moments of the values that a neighbourhood is compared with, as deviations from the mean of the cube.
struct Moments {
    double n = 0.0;
    double mean = 0.0;
    double variance = 0.0;
};

Moments momentsOf(std::span<const std::vector<double>> deviations) {
    Moments m;
    for (const auto& month : deviations)
        for (double d : month)
            if (!std::isnan(d)) m.n += 1.0, m.mean += d;
    if (m.n == 0.0) return m;
    m.mean /= m.n;
    for (const auto& month : deviations)
        for (double d : month)
            if (!std::isnan(d)) m.variance += (d - m.mean) * (d - m.mean);
    m.variance /= m.n;
    return m;
}

std::vector<std::vector<double>> deviationsFromCube(std::span<const std::vector<double>> months) {
    std::vector<double> all;
    for (const auto& month : months)
        for (double v : month)
            if (!std::isnan(v)) all.push_back(v);
    const Deviations d = deviationsOf(all);
    std::vector<std::vector<double>> result(months.begin(), months.end());
    std::size_t next = 0;
    for (auto& month : result)
        for (double& v : month)
            if (!std::isnan(v)) v = d.z[next++];
    return result;
}

/// z of Gi* with weights of 1: (sum − k·mean) / √(s²·(n·k − k²)/(n − 1)).
double giStar(double sum, double k, const Moments& m) {
    if (m.n < 3.0) return kNaN;
    const double variance = m.variance * (m.n * k - k * k) / (m.n - 1.0);
    return variance > kNoVariance * m.variance * k ? (sum - k * m.mean) / std::sqrt(variance) : kNaN;
}

void adjust(EmergingResult& result, Correction correction) {
    std::vector<double> family;
    for (const auto& month : result.p) family.insert(family.end(), month.begin(), month.end());
    const std::vector<double> adjusted = adjustedP(family, correction);
    auto from = adjusted.begin();
    for (const auto& month : result.p) {
        const auto to = from + static_cast<std::ptrdiff_t>(month.size());
        result.adjusted.emplace_back(from, to);
        from = to;
    }
}

void classify(EmergingResult& result, std::size_t place, const EmergingParams& params) {
    std::vector<double> series;
    std::vector<int> states;
    for (std::size_t t = 0; t < result.z.size(); ++t) {
        const double z = result.z[t][place];
        if (std::isnan(z)) continue;
        series.push_back(z);
        states.push_back(result.adjusted[t][place] <= params.alpha ? (z > 0.0 ? 1 : -1) : 0);
    }
    const MannKendall trend = mannKendall(series);
    result.trend.push_back(trend);
    result.months.push_back(static_cast<int>(series.size()));
    result.hotMonths.push_back(static_cast<int>(std::count(states.begin(), states.end(), 1)));
    result.coldMonths.push_back(static_cast<int>(std::count(states.begin(), states.end(), -1)));
    result.pattern.push_back(hotSpotPattern(states, trend.z, trend.p, params.trendAlpha));
}

}  // namespace

HotSpotPattern hotSpotPattern(std::span<const int> states, double trendZ, double trendP, double trendAlpha) {
    if (states.empty()) return HotSpotPattern::None;
    const auto cold = [](HotSpotPattern hot) { return static_cast<HotSpotPattern>(static_cast<int>(hot) + 8); };
    for (int sign : {1, -1}) {
        const auto named = [&](HotSpotPattern hot) { return sign > 0 ? hot : cold(hot); };
        const auto spots = std::count(states.begin(), states.end(), sign);
        const auto opposite = std::count(states.begin(), states.end(), -sign);
        const bool lasting = static_cast<double>(spots) >= kMost * static_cast<double>(states.size()) - 1e-9;
        if (states.back() != sign) {
            if (lasting) return named(HotSpotPattern::HistoricalHot);
            continue;
        }
        // A series of one or two months that is hot throughout has no history to be persistent in.
        const auto before = std::find_if(states.rbegin(), states.rend(), [&](int s) { return s != sign; });
        const auto run = before - states.rbegin();
        if (lasting && states.size() > 1) {
            const bool moves = trendP <= trendAlpha;
            if (moves && trendZ * sign > 0.0) return named(HotSpotPattern::IntensifyingHot);
            if (moves && trendZ * sign < 0.0) return named(HotSpotPattern::DiminishingHot);
            return named(HotSpotPattern::PersistentHot);
        }
        if (spots == run) return named(run == 1 ? HotSpotPattern::NewHot : HotSpotPattern::ConsecutiveHot);
        return named(opposite > 0 ? HotSpotPattern::OscillatingHot : HotSpotPattern::SporadicHot);
    }
    return HotSpotPattern::None;
}

EmergingResult emergingHotSpots(std::span<const std::vector<double>> months, const SpatialWeights& weights, const EmergingParams& params) {
    const SpatialWeights star = withSelf(weights);
    const auto deviations = deviationsFromCube(months);
    const Moments whole = momentsOf(deviations);
    const std::size_t places = weights.size();
    std::vector<MonthSums> sums;
    EmergingResult result;
    for (std::size_t t = 0; t < months.size(); ++t) {
        if (params.cancelled && params.cancelled()) return {};
        sums.push_back(sumsOf(deviations[t], star));
        const std::size_t first = t - std::min(t, static_cast<std::size_t>(std::max(0, params.earlierMonths)));
        const Moments own =
            params.reference == Reference::WholeCube ? whole : momentsOf(std::span(deviations).subspan(first, t + 1 - first));
        std::vector<double> z(places, kNaN), p(places, kNaN);
        for (std::size_t i = 0; i < places; ++i) {
            if (std::isnan(months[t][i])) continue;
            double sum = 0.0, k = 0.0;
            for (std::size_t s = first; s <= t; ++s) sum += sums[s].sum[i], k += sums[s].count[i];
            z[i] = giStar(sum, k, own);
            p[i] = normalP(z[i], Alternative::TwoSided);
        }
        result.z.push_back(std::move(z));
        result.p.push_back(std::move(p));
    }
    adjust(result, params.correction);
    for (std::size_t i = 0; i < places; ++i) {
        if (i % kPolled == 0 && params.cancelled && params.cancelled()) return {};
        classify(result, i, params);
    }
    return result;
}

}  // namespace mudeung
