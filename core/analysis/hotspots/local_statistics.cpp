// SPDX-License-Identifier: GPL-3.0-or-later
// All sums are taken over deviations from the mean, which changes neither statistic but keeps digits when values are large and alike.
#include "core/analysis/hotspots/local_statistics.h"

#include <cmath>
#include <limits>
#include <numbers>

#include "core/analysis/hotspots/deviations.h"

namespace mudeung {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
/// A variance below this share of its largest term is rounding.
constexpr double kNoVariance = 1e-13;

struct RowSums {
    double weights = 0.0;
    double squares = 0.0;
};

RowSums rowSums(const SpatialWeights& w, std::size_t i) {
    RowSums sums;
    for (double v : w.weightsOf(i)) sums.weights += v, sums.squares += v * v;
    return sums;
}

LocalStatistic sized(std::size_t n) {
    LocalStatistic s;
    for (auto* column : {&s.value, &s.expectation, &s.variance, &s.z, &s.p}) column->assign(n, kNaN);
    return s;
}

/// `compute` for columns without gaps; with gaps, for the places that have a value, and the results put back.
template <typename Compute>
LocalStatistic skippingMissing(std::span<const double> x, const SpatialWeights& weights, const Compute& compute) {
    const std::vector<std::uint32_t> there = placesWithValue(x);
    if (there.size() == x.size()) return compute(x, weights);
    LocalStatistic all = sized(x.size());
    std::vector<double> values;
    for (std::uint32_t i : there) values.push_back(x[i]);
    const LocalStatistic some = compute(std::span<const double>(values), subsetOf(weights, there));
    for (std::size_t i = 0; i < there.size(); ++i) {
        all.value[there[i]] = some.value[i];
        all.expectation[there[i]] = some.expectation[i];
        all.variance[there[i]] = some.variance[i];
        all.z[there[i]] = some.z[i];
        all.p[there[i]] = some.p[i];
    }
    return all;
}

/// z and p where the variance is more than rounding.
void judge(LocalStatistic& s, std::size_t i, double above, double largestTerm, Alternative alternative) {
    if (!(s.variance[i] > kNoVariance * largestTerm)) return;
    s.z[i] = above / std::sqrt(s.variance[i]);
    s.p[i] = normalP(s.z[i], alternative);
}

LocalStatistic getisOrdOf(std::span<const double> x, const SpatialWeights& w, Alternative alternative) {
    LocalStatistic s = sized(x.size());
    if (x.size() < 3) return s;
    const auto n = static_cast<double>(x.size());
    const Deviations d = deviationsOf(x);
    const std::vector<double> lag = spatialLag(w, d.z);
    for (std::size_t i = 0; i < x.size(); ++i) {
        const RowSums row = rowSums(w, i);
        const double m = w.selfIncluded ? n : n - 1.0;  // places that the neighbours are drawn from
        const double mean = w.selfIncluded ? 0.0 : -d.z[i] / m;
        const double variance = w.selfIncluded ? d.square / m : (d.square - d.z[i] * d.z[i]) / m - mean * mean;
        const double scale = variance / (m - 1.0);
        s.value[i] = lag[i] + row.weights * d.mean;
        s.expectation[i] = row.weights * (mean + d.mean);
        s.variance[i] = scale * (m * row.squares - row.weights * row.weights);
        judge(s, i, lag[i] - row.weights * mean, d.square / m * row.squares, alternative);
    }
    return s;
}

LocalStatistic localMoranOf(std::span<const double> x, const SpatialWeights& w, MoranMoments moments, Alternative alternative) {
    LocalStatistic s = sized(x.size());
    if (x.size() < 3) return s;
    const auto n = static_cast<double>(x.size());
    const Deviations d = deviationsOf(x);
    const std::vector<double> lag = spatialLag(w, d.z);
    const double m2 = d.square / n;
    if (!(m2 > 0.0)) return s;
    const double b2 = d.fourth / n / (m2 * m2);
    const double a = (n - b2) / (n - 1.0);
    const double b = (2.0 * b2 - n) / ((n - 1.0) * (n - 2.0));
    for (std::size_t i = 0; i < x.size(); ++i) {
        const RowSums row = rowSums(w, i);
        const double z = d.z[i];
        const double square = row.weights * row.weights;
        s.value[i] = z / m2 * lag[i];
        if (moments == MoranMoments::Conditional) {
            const double factor = z / m2 * (z / m2) * (n / (n - 2.0));
            s.expectation[i] = -(z * z * row.weights) / ((n - 1.0) * m2);
            s.variance[i] = factor * (row.squares - square / (n - 1.0)) * (m2 - z * z / (n - 1.0));
            judge(s, i, s.value[i] - s.expectation[i], factor * row.squares * m2, alternative);
        } else {
            s.expectation[i] = -row.weights / (n - 1.0);
            s.variance[i] = a * row.squares + b * (square - row.squares) - s.expectation[i] * s.expectation[i];
            judge(s, i, s.value[i] - s.expectation[i], a * row.squares, alternative);
        }
    }
    return s;
}

}  // namespace

double normalP(double z, Alternative alternative) {
    if (std::isnan(z)) return kNaN;
    constexpr double kHalf = 1.0 / std::numbers::sqrt2;
    switch (alternative) {
        case Alternative::Greater:
            return 0.5 * std::erfc(z * kHalf);
        case Alternative::Less:
            return 0.5 * std::erfc(-z * kHalf);
        case Alternative::TwoSided:
            break;
    }
    return std::erfc(std::abs(z) * kHalf);
}

std::vector<std::uint32_t> placesWithValue(std::span<const double> x) {
    std::vector<std::uint32_t> there;
    there.reserve(x.size());
    for (std::size_t i = 0; i < x.size(); ++i)
        if (!std::isnan(x[i])) there.push_back(static_cast<std::uint32_t>(i));
    return there;
}

LocalStatistic getisOrd(std::span<const double> x, const SpatialWeights& weights, Alternative alternative) {
    return skippingMissing(x, weights, [&](std::span<const double> v, const SpatialWeights& w) { return getisOrdOf(v, w, alternative); });
}

LocalStatistic localMoran(std::span<const double> x, const SpatialWeights& weights, MoranMoments moments, Alternative alternative) {
    return skippingMissing(x, withoutSelf(weights),
                           [&](std::span<const double> v, const SpatialWeights& w) { return localMoranOf(v, w, moments, alternative); });
}

std::vector<Quadrant> moranQuadrants(std::span<const double> x, const SpatialWeights& weights) {
    std::vector<Quadrant> quadrants(x.size(), Quadrant::None);
    const std::vector<std::uint32_t> there = placesWithValue(x);
    if (there.empty()) return quadrants;
    std::vector<double> values;
    for (std::uint32_t i : there) values.push_back(x[i]);
    const Deviations d = deviationsOf(values);
    const SpatialWeights others = withoutSelf(weights);
    const std::vector<double> lag = spatialLag(there.size() == x.size() ? others : subsetOf(others, there), d.z);
    for (std::size_t i = 0; i < there.size(); ++i)
        quadrants[there[i]] = static_cast<Quadrant>((d.z[i] > 0.0 ? 1 : 0) + (lag[i] > 0.0 ? 2 : 0));
    return quadrants;
}

}  // namespace mudeung
