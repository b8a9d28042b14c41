// SPDX-License-Identifier: GPL-3.0-or-later
// Building and changing the rows of spatial weights.
#include "core/analysis/neighbours/spatial_weights.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace mudeung {

namespace {

constexpr std::uint32_t kGone = std::numeric_limits<std::uint32_t>::max();

void weigh(SpatialWeights& w) {
    w.weight.resize(w.neighbour.size());
    for (std::size_t i = 0; i < w.size(); ++i) {
        const std::size_t count = w.first[i + 1] - w.first[i];
        const double weight = w.style == WeightStyle::Binary || count == 0 ? 1.0 : 1.0 / static_cast<double>(count);
        std::fill_n(w.weight.begin() + static_cast<std::ptrdiff_t>(w.first[i]), count, weight);
    }
}

}  // namespace

SpatialWeights weightsFromLists(std::vector<std::vector<std::uint32_t>> lists) {
    SpatialWeights w;
    w.first.reserve(lists.size() + 1);
    for (std::size_t i = 0; i < lists.size(); ++i) {
        std::vector<std::uint32_t>& row = lists[i];
        std::sort(row.begin(), row.end());
        row.erase(std::unique(row.begin(), row.end()), row.end());
        std::erase(row, static_cast<std::uint32_t>(i));
        w.neighbour.insert(w.neighbour.end(), row.begin(), row.end());
        w.first.push_back(w.neighbour.size());
    }
    weigh(w);
    return w;
}

SpatialWeights withStyle(SpatialWeights weights, WeightStyle style) {
    weights.style = style;
    weigh(weights);
    return weights;
}

SpatialWeights withSelf(const SpatialWeights& weights) {
    if (weights.selfIncluded) return weights;
    SpatialWeights w;
    w.style = weights.style;
    w.selfIncluded = true;
    w.neighbour.reserve(weights.neighbour.size() + weights.size());
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const auto self = static_cast<std::uint32_t>(i);
        const auto row = weights.neighboursOf(i);
        const auto after = std::upper_bound(row.begin(), row.end(), self);
        w.neighbour.insert(w.neighbour.end(), row.begin(), after);
        w.neighbour.push_back(self);
        w.neighbour.insert(w.neighbour.end(), after, row.end());
        w.first.push_back(w.neighbour.size());
    }
    weigh(w);
    return w;
}

SpatialWeights withoutSelf(const SpatialWeights& weights) {
    if (!weights.selfIncluded) return weights;
    SpatialWeights w;
    w.style = weights.style;
    w.neighbour.reserve(weights.neighbour.size());
    for (std::size_t i = 0; i < weights.size(); ++i) {
        for (std::uint32_t j : weights.neighboursOf(i))
            if (j != i) w.neighbour.push_back(j);
        w.first.push_back(w.neighbour.size());
    }
    weigh(w);
    return w;
}

std::vector<std::uint32_t> islandsOf(const SpatialWeights& weights) {
    const std::size_t alone = weights.selfIncluded ? 1 : 0;
    std::vector<std::uint32_t> islands;
    for (std::size_t i = 0; i < weights.size(); ++i)
        if (weights.first[i + 1] - weights.first[i] == alone) islands.push_back(static_cast<std::uint32_t>(i));
    return islands;
}

SpatialWeights subsetOf(const SpatialWeights& weights, std::span<const std::uint32_t> keep) {
    std::vector<std::uint32_t> number(weights.size(), kGone);
    for (std::size_t i = 0; i < keep.size(); ++i) number[keep[i]] = static_cast<std::uint32_t>(i);
    SpatialWeights w;
    w.style = weights.style;
    w.selfIncluded = weights.selfIncluded;
    w.first.reserve(keep.size() + 1);
    for (std::uint32_t place : keep) {
        for (std::uint32_t j : weights.neighboursOf(place))
            if (number[j] != kGone) w.neighbour.push_back(number[j]);
        w.first.push_back(w.neighbour.size());
    }
    weigh(w);
    return w;
}

std::vector<double> spatialLag(const SpatialWeights& weights, std::span<const double> x) {
    std::vector<double> lag(weights.size());
    for (std::size_t i = 0; i < lag.size(); ++i) {
        double sum = 0.0;
        for (std::size_t e = weights.first[i]; e < weights.first[i + 1]; ++e) sum += weights.weight[e] * x[weights.neighbour[e]];
        lag[i] = sum;
    }
    return lag;
}

}  // namespace mudeung
