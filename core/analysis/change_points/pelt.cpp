// SPDX-License-Identifier: GPL-3.0-or-later
// Dynamic programming over the last change point, with pruning; candidates lie next to each other so that the loop runs as vector code.
#include "core/analysis/change_points/pelt.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

namespace mudeung {

namespace {

constexpr int kPruneEvery = 8;  ///< steps; leaving candidates in costs time and nothing else

/// Possible last change points of the prefix under way, with what their cost needs.
struct Candidates {
    std::vector<int> index;
    std::vector<int> dropAt;   ///< the step from which it need not be looked at
    std::vector<double> best;  ///< least cost of the prefix before it
    std::vector<double> values;
    std::vector<double> weights;
    std::vector<double> total;  ///< scratch

    void add(int i, double cost, const SegmentSums& sums) {
        index.push_back(i);
        dropAt.push_back(std::numeric_limits<int>::max());
        best.push_back(cost);
        values.push_back(sums.values[static_cast<std::size_t>(i)]);
        weights.push_back(sums.weights[static_cast<std::size_t>(i)]);
        total.push_back(0.0);
    }

    /// total = best − (V − values)² / (W − weights) · scale.
    void price(double value, double weight, double scale) {
        const std::size_t n = index.size();
        const double* b = best.data();
        const double* v = values.data();
        const double* w = weights.data();
        double* t = total.data();
        for (std::size_t i = 0; i < n; ++i) {
            const double sum = value - v[i];
            t[i] = b[i] - sum * sum / (weight - w[i]) * scale;
        }
    }

    /// Those dearer than `limit`, the least cost up to some time t, are beaten by a change at t for every later end that leaves t a whole
    /// segment, from `step` on.
    void markBeaten(double limit, int step) {
        for (std::size_t i = 0; i < index.size(); ++i)
            if (total[i] > limit) dropAt[i] = std::min(dropAt[i], step);
    }

    void drop(int step) {
        std::size_t kept = 0;
        for (std::size_t i = 0; i < index.size(); ++i) {
            if (dropAt[i] <= step) continue;
            index[kept] = index[i];
            dropAt[kept] = dropAt[i];
            best[kept] = best[i];
            values[kept] = values[i];
            weights[kept] = weights[i];
            ++kept;
        }
        index.resize(kept);
        dropAt.resize(kept);
        best.resize(kept);
        values.resize(kept);
        weights.resize(kept);
        total.resize(kept);
    }
};

}  // namespace

SegmentSums::SegmentSums(std::span<const double> value, std::span<const double> weight) : values(1, 0.0), weights(1, 0.0) {
    values.reserve(value.size() + 1);
    weights.reserve(value.size() + 1);
    for (std::size_t k = 0; k < value.size(); ++k) {
        values.push_back(values.back() + value[k]);
        weights.push_back(weights.back() + weight[k]);
    }
}

double SegmentSums::weight(int from, int to) const {
    return weights[static_cast<std::size_t>(to)] - weights[static_cast<std::size_t>(from)];
}

double SegmentSums::level(int from, int to) const {
    return (values[static_cast<std::size_t>(to)] - values[static_cast<std::size_t>(from)]) / weight(from, to);
}

double SegmentSums::cost(int from, int to) const {
    const double sum = values[static_cast<std::size_t>(to)] - values[static_cast<std::size_t>(from)];
    return -sum * sum / weight(from, to);
}

double modifiedBicPenalty(int n) {
    return 3.0 * std::log(static_cast<double>(n));
}

std::vector<int> pelt(const SegmentSums& sums, const PeltOptions& options) {
    const int n = sums.length();
    const int least = std::max(1, options.minSegment);
    std::vector<int> changes;
    if (n < 2 * least) return changes;
    const double scale = 1.0 / options.variance;
    std::vector<double> best(static_cast<std::size_t>(n) + 1, std::numeric_limits<double>::infinity());
    std::vector<int> last(static_cast<std::size_t>(n) + 1, 0);
    best[0] = -options.penalty;
    Candidates candidates;
    for (int t = least; t <= n; ++t) {
        if (t % kPruneEvery == 0) candidates.drop(t);
        const int opened = t - least;
        if (opened == 0 || opened >= least) candidates.add(opened, best[static_cast<std::size_t>(opened)], sums);
        candidates.price(sums.values[static_cast<std::size_t>(t)], sums.weights[static_cast<std::size_t>(t)], scale);
        const auto found = std::min_element(candidates.total.begin(), candidates.total.end());
        best[static_cast<std::size_t>(t)] = *found + options.penalty;
        if (t % kPruneEvery == 0) candidates.markBeaten(best[static_cast<std::size_t>(t)], t + least);
        last[static_cast<std::size_t>(t)] = candidates.index[static_cast<std::size_t>(found - candidates.total.begin())];
    }
    for (int t = last[static_cast<std::size_t>(n)]; t > 0; t = last[static_cast<std::size_t>(t)]) changes.push_back(t);
    std::reverse(changes.begin(), changes.end());
    return changes;
}

}  // namespace mudeung
