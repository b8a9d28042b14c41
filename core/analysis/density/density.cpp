// SPDX-License-Identifier: GPL-3.0-or-later
// Kernel density: points in grid units in a fixed order, bands of rows shared out among threads, and the rule of thumb for the bandwidth.
// Standard C++ only; the summing itself is in density_tiles.cpp and gaussian_nodes.cpp.
#include "core/analysis/density/density.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "core/analysis/density/density_tiles.h"
#include "core/analysis/density/gaussian_nodes.h"
#include "core/base/share_out.h"

namespace mudeung {
namespace {

constexpr double kSquareMetresPerSquareKilometre = 1e6;
/// From this many points on, sorting them is worth sharing out.
constexpr std::size_t kSharedSortPoints = 8000;
constexpr int kSortShares = 256;

double constantOf(Kernel kernel) {
    switch (kernel) {
        case Kernel::Quartic:
            return 3.0 / std::numbers::pi;
        case Kernel::Epanechnikov:
            return 2.0 / std::numbers::pi;
        case Kernel::Gaussian:
            return 0.5 / std::numbers::pi;
    }
    return 0.0;
}

/// Points that come from north to south, and from west to east among those, lack only an order of the weights at the same spot.
bool sortIfInPlace(std::vector<LocalPoint>& points) {
    const auto before = [](const LocalPoint& a, const LocalPoint& b) { return a.y != b.y ? a.y < b.y : a.x < b.x; };
    if (!std::is_sorted(points.begin(), points.end(), before)) return false;
    for (auto first = points.begin(); first != points.end();) {
        auto end = first + 1;
        while (end != points.end() && !before(*first, *end)) ++end;
        if (end - first > 1) std::sort(first, end);
        first = end;
    }
    return true;
}

/// The same order as std::sort of all: by y into many shares, then every share by itself.
void sortPoints(std::vector<LocalPoint>& points, double north, double south, int threads) {
    if (sortIfInPlace(points)) return;
    if (points.size() < kSharedSortPoints) {
        std::sort(points.begin(), points.end());
        return;
    }
    const auto shareOf = [&](const LocalPoint& p) {
        return std::clamp(static_cast<int>((p.y - north) / (south - north) * kSortShares), 0, kSortShares - 1);
    };
    std::vector<std::size_t> ends(kSortShares + 1, 0);
    for (const LocalPoint& p : points) ++ends[static_cast<std::size_t>(shareOf(p)) + 1];
    for (std::size_t i = 1; i < ends.size(); ++i) ends[i] += ends[i - 1];
    std::vector<LocalPoint> shared(points.size());
    std::vector<std::size_t> at(ends.begin(), ends.end() - 1);
    for (const LocalPoint& p : points) shared[at[static_cast<std::size_t>(shareOf(p))]++] = p;
    points.swap(shared);
    shareOut(kSortShares, threads, [&] {
        return [&](int i) {
            const auto share = static_cast<std::size_t>(i);
            std::sort(points.begin() + static_cast<std::ptrdiff_t>(ends[share]),
                      points.begin() + static_cast<std::ptrdiff_t>(ends[share + 1]));
            return true;
        };
    });
}

DensityPlan makePlan(Kernel kernel, std::span<const WeightedPoint> points, const GridSpec& grid, double bandwidth, int threads) {
    DensityPlan plan;
    plan.kernel = kernel;
    plan.reach = kernelReach(kernel);
    plan.columns = grid.columns;
    plan.rows = grid.rows;
    plan.step = grid.cellSize / bandwidth;
    plan.factor = kernelPeak(kernel, bandwidth);
    const double width = grid.columns * plan.step;
    const double height = grid.rows * plan.step;
    plan.points.reserve(points.size());
    for (const WeightedPoint& p : points) {
        const LocalPoint local{(p.x - grid.originX) / bandwidth, (grid.originY - p.y) / bandwidth, p.weight};
        const bool reaches =  // false for NaN
            local.x > -plan.reach && local.x < width + plan.reach && local.y > -plan.reach && local.y < height + plan.reach;
        if (reaches && std::isfinite(local.weight) && local.weight != 0.0) plan.points.push_back(local);
    }
    sortPoints(plan.points, -plan.reach, height + plan.reach, threads);
    return plan;
}

}  // namespace

double kernelPeak(Kernel kernel, double bandwidthMeters) {
    return constantOf(kernel) / (bandwidthMeters * bandwidthMeters) * kSquareMetresPerSquareKilometre;
}

double kernelReach(Kernel kernel) {
    return kernel == Kernel::Gaussian ? 6.0 : 1.0;
}

double equalSpread(Kernel kernel) {
    switch (kernel) {
        case Kernel::Quartic:
            return 1.0;
        case Kernel::Epanechnikov:
            return std::sqrt(6.0 / 8.0);
        case Kernel::Gaussian:
            return std::sqrt(1.0 / 8.0);
    }
    return 1.0;
}

DensityGrid kernelDensity(Kernel kernel, std::span<const WeightedPoint> points, const GridSpec& grid, double bandwidthMeters, int threads,
                          bool (*shouldStop)(void*), void* stopContext) {
    DensityGrid result;
    const bool usable = grid.columns > 0 && grid.rows > 0 && grid.cellSize > 0.0 && bandwidthMeters > 0.0;
    if (!usable) return result;
    result.spec = grid;
    result.values.assign(static_cast<std::size_t>(grid.columns) * grid.rows, 0.0);
    const DensityPlan plan = makePlan(kernel, points, grid, bandwidthMeters, threads);
    if (plan.points.empty()) return result;
    if (usesNodes(plan)) {
        const bool finished = sumByNodes(plan, threads, shouldStop, stopContext, result.values.data());
        return finished ? std::move(result) : DensityGrid{};
    }
    const int bands = (plan.rows + kTileCells - 1) / kTileCells;
    const bool finished = shareOut(bands, threads, [&] {
        return [&, summer = makeBandSummer(plan)](int band) {
            if (shouldStop && shouldStop(stopContext)) return false;
            summer->sum(band, result.values.data());
            return true;
        };
    });
    return finished ? std::move(result) : DensityGrid{};
}

double ruleOfThumbBandwidth(std::span<const WeightedPoint> points) {
    double sum = 0.0, sumSquares = 0.0, sumX = 0.0, sumY = 0.0;
    int weighing = 0;
    for (const WeightedPoint& p : points) {
        if (!(p.weight > 0.0)) continue;
        ++weighing;
        sum += p.weight;
        sumSquares += p.weight * p.weight;
        sumX += p.weight * p.x;
        sumY += p.weight * p.y;
    }
    if (weighing < 2) return 0.0;
    const double meanX = sumX / sum, meanY = sumY / sum;
    double spread = 0.0;
    std::vector<std::pair<double, double>> distances;  // distance to the mean centre, weight
    for (const WeightedPoint& p : points) {
        if (!(p.weight > 0.0)) continue;
        const double squared = (p.x - meanX) * (p.x - meanX) + (p.y - meanY) * (p.y - meanY);
        spread += p.weight * squared;
        distances.emplace_back(std::sqrt(squared), p.weight);
    }
    std::sort(distances.begin(), distances.end());
    double below = 0.0, median = distances.back().first;
    for (const auto& [distance, weight] : distances) {
        below += weight;
        if (below >= sum / 2.0) {
            median = distance;
            break;
        }
    }
    const double standardDistance = std::sqrt(spread / sum);
    const double effective = sum * sum / sumSquares;
    return 0.9 * std::min(standardDistance, std::sqrt(1.0 / std::numbers::ln2) * median) * std::pow(effective, -0.2);
}

}  // namespace mudeung
