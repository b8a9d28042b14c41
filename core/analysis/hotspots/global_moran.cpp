// SPDX-License-Identifier: GPL-3.0-or-later
// Moments from the sums S₀, S₁, S₂ of the weights. Permutations go eight at a time, side by side in memory, so that a link costs two vector
// operations for all eight and no look-up.
#include "core/analysis/hotspots/global_moran.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <memory>
#include <mutex>

#include "core/analysis/hotspots/deviations.h"
#include "core/analysis/math/random.h"
#include "core/base/share_out.h"

namespace mudeung {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t kLanes = 8;

struct Prepared {
    Deviations d;
    SpatialWeights weights;
};

Prepared prepare(std::span<const double> x, const SpatialWeights& weights) {
    const std::vector<std::uint32_t> there = placesWithValue(x);
    std::vector<double> values;
    for (std::uint32_t i : there) values.push_back(x[i]);
    const SpatialWeights others = withoutSelf(weights);
    return {deviationsOf(values), there.size() == x.size() ? others : subsetOf(others, there)};
}

struct WeightSums {
    double s0 = 0.0;  ///< Σwᵢⱼ
    double s1 = 0.0;  ///< ½ Σ(wᵢⱼ + wⱼᵢ)²
    double s2 = 0.0;  ///< Σ(row sum + column sum)²
};

WeightSums weightSums(const SpatialWeights& w) {
    WeightSums sums;
    std::vector<double> both(w.size(), 0.0);
    for (std::size_t i = 0; i < w.size(); ++i) {
        const auto row = w.neighboursOf(i);
        const auto weights = w.weightsOf(i);
        for (std::size_t e = 0; e < row.size(); ++e) {
            const std::uint32_t j = row[e];
            sums.s0 += weights[e];
            both[i] += weights[e];
            both[j] += weights[e];
            const auto back = w.neighboursOf(j);
            const auto found = std::lower_bound(back.begin(), back.end(), static_cast<std::uint32_t>(i));
            const bool mutual = found != back.end() && *found == i;
            const double other = mutual ? w.weightsOf(j)[static_cast<std::size_t>(found - back.begin())] : 0.0;
            sums.s1 += weights[e] * (weights[e] + other);  // ½ Σ(a + b)² = Σ a² + Σ a·b over the links a
        }
    }
    for (double b : both) sums.s2 += b * b;
    return sums;
}

/// Σᵢ zᵢ Σⱼ wᵢⱼ zⱼ of eight layouts; z[place · 8 + lane]. Weights within a row are equal.
inline __attribute__((always_inline)) void productsOf(const SpatialWeights& w, const double* z, double* products) {
    double total[kLanes] = {};
    for (std::size_t i = 0; i < w.size(); ++i) {
        const std::size_t from = w.first[i], to = w.first[i + 1];
        if (from == to) continue;
        double lag[kLanes] = {};
        for (std::size_t e = from; e < to; ++e) {
            const double* other = z + static_cast<std::size_t>(w.neighbour[e]) * kLanes;
            for (std::size_t l = 0; l < kLanes; ++l) lag[l] += other[l];
        }
        const double weight = w.weight[from];
        for (std::size_t l = 0; l < kLanes; ++l) total[l] += weight * (z[i * kLanes + l] * lag[l]);
    }
    std::copy_n(total, kLanes, products);
}

#if defined(__x86_64__)
/// The same operations, four lanes in one instruction; no fused ones, so the bits are the same.
__attribute__((target("avx2"))) void productsAvx2(const SpatialWeights& w, const double* z, double* products) {
    productsOf(w, z, products);
}
#endif

void products(const SpatialWeights& w, const double* z, double* out) {
#if defined(__x86_64__)
    static const bool avx2 = __builtin_cpu_supports("avx2");
    if (avx2) return productsAvx2(w, z, out);
#endif
    productsOf(w, z, out);
}

}  // namespace

GlobalMoran globalMoran(std::span<const double> x, const SpatialWeights& weights, Alternative alternative) {
    GlobalMoran g;
    const Prepared p = prepare(x, weights);
    const WeightSums w = weightSums(p.weights);
    g.places = static_cast<int>(p.d.z.size() - islandsOf(p.weights).size());
    for (double* v : {&g.i, &g.expectation, &g.varianceRandomisation, &g.varianceNormality, &g.zRandomisation, &g.zNormality,
                      &g.pRandomisation, &g.pNormality})
        *v = kNaN;
    if (g.places < 4 || !(p.d.square > 0.0) || !(w.s0 > 0.0)) return g;

    const double n = g.places;
    const std::vector<double> lag = spatialLag(p.weights, p.d.z);
    double product = 0.0;
    for (std::size_t i = 0; i < lag.size(); ++i) product += p.d.z[i] * lag[i];
    g.i = n / w.s0 * (product / p.d.square);
    g.expectation = -1.0 / (n - 1.0);
    const double square = g.expectation * g.expectation;
    const double s02 = w.s0 * w.s0;
    const double kurtosis = static_cast<double>(p.d.z.size()) * p.d.fourth / (p.d.square * p.d.square);
    const double first = n * (w.s1 * (n * n - 3.0 * n + 3.0) - n * w.s2 + 3.0 * s02);
    const double second = kurtosis * (w.s1 * (n * n - n) - 2.0 * n * w.s2 + 6.0 * s02);
    g.varianceRandomisation = (first - second) / ((n - 1.0) * (n - 2.0) * (n - 3.0) * s02) - square;
    g.varianceNormality = (n * n * w.s1 - n * w.s2 + 3.0 * s02) / (s02 * (n * n - 1.0)) - square;
    g.zRandomisation = (g.i - g.expectation) / std::sqrt(g.varianceRandomisation);
    g.zNormality = (g.i - g.expectation) / std::sqrt(g.varianceNormality);
    g.pRandomisation = normalP(g.zRandomisation, alternative);
    g.pNormality = normalP(g.zNormality, alternative);
    return g;
}

GlobalCounts permuteGlobalMoran(std::span<const double> x, const SpatialWeights& weights, const PermutationParams& params) {
    const Prepared p = prepare(x, weights);
    const std::size_t n = p.d.z.size();
    if (n < 2 || p.weights.neighbour.empty() || !(p.d.square > 0.0)) return {};
    std::vector<double> real(n * kLanes);
    for (std::size_t i = 0; i < n; ++i) std::fill_n(real.begin() + static_cast<std::ptrdiff_t>(i * kLanes), kLanes, p.d.z[i]);
    double observed[kLanes];
    products(p.weights, real.data(), observed);
    double largest = 0.0;
    for (double z : p.d.z) largest = std::max(largest, std::abs(z));
    double sum = 0.0;
    for (double w : p.weights.weight) sum += w;
    const double slack = 1e-14 * sum * largest * largest;  // rounding of the sums

    std::atomic<std::uint32_t> atLeast{0}, atMost{0};
    std::atomic<int> finished{0};
    const int blocks = (params.permutations + static_cast<int>(kLanes) - 1) / static_cast<int>(kLanes);
    const auto makeWork = [&] {
        auto lanes = std::make_shared<std::vector<double>>(n * kLanes);
        auto order = std::make_shared<std::vector<double>>(n);
        return [&, lanes, order](int block) {
            if (params.cancelled && params.cancelled()) return false;
            const int from = block * static_cast<int>(kLanes);
            const int count = std::min(params.permutations - from, static_cast<int>(kLanes));
            for (int l = 0; l < count; ++l) {
                *order = p.d.z;
                // Streams of their own: those of the conditional permutations have small numbers.
                Random(params.seed, (std::uint64_t{1} << 63) + static_cast<std::uint64_t>(from + l)).shuffle(std::span<double>(*order));
                for (std::size_t i = 0; i < n; ++i) (*lanes)[i * kLanes + static_cast<std::size_t>(l)] = (*order)[i];
            }
            double sums[kLanes];
            products(p.weights, lanes->data(), sums);
            std::uint32_t least = 0, most = 0;
            for (int l = 0; l < count; ++l) least += sums[l] >= observed[0] - slack, most += sums[l] <= observed[0] + slack;
            atLeast += least;
            atMost += most;
            const int done = finished.fetch_add(1) + 1;
            if (params.done && done % 64 == 0) params.done(static_cast<double>(done) / blocks);
            return true;
        };
    };
    if (!shareOut(blocks, params.threads, makeWork)) return {};
    return {atLeast, atMost};
}

}  // namespace mudeung
