// SPDX-License-Identifier: GPL-3.0-or-later
// Bins the points again and again and keeps what became of each.
#include "core/analysis/grid_stress/grid_stress.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace mudeung {

namespace {

std::vector<double> meanRanks(std::span<const double> values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t i, std::size_t j) { return values[i] < values[j]; });
    std::vector<double> ranks(values.size());
    for (std::size_t from = 0; from < order.size();) {
        std::size_t to = from;
        while (to < order.size() && values[order[to]] == values[order[from]]) ++to;
        const double rank = 0.5 * static_cast<double>(from + to - 1) + 1.0;
        for (std::size_t k = from; k < to; ++k) ranks[order[k]] = rank;
        from = to;
    }
    return ranks;
}

struct PointCells {
    TriedGrid grid;
    std::vector<double> density;    ///< per point, of its cell
    std::vector<double> rankShare;  ///< per point: cells denser than its own ÷ cells
};

PointCells tryGrid(CellShape shape, double size, std::pair<double, double> shift, double top, std::span<const WeightedPoint> points) {
    std::vector<WeightedPoint> moved(points.begin(), points.end());
    for (WeightedPoint& p : moved) {
        p.x -= shift.first * size;
        p.y -= shift.second * size;
    }
    const std::vector<BinnedCell> cells = binPoints(shape, size, moved);
    const double area = size * size / 1e6;
    std::vector<double> densities;
    densities.reserve(cells.size());
    for (const BinnedCell& c : cells) densities.push_back(std::isnan(c.sum) ? 0.0 : c.sum / area);
    std::vector<double> sorted = densities;
    std::sort(sorted.begin(), sorted.end(), std::greater<>());
    PointCells tried;
    tried.grid = {size, shift.first, shift.second, static_cast<int>(cells.size()), 0.0, 0.0};
    if (!sorted.empty()) {
        const auto count = std::max<std::size_t>(1, static_cast<std::size_t>(std::floor(top * static_cast<double>(sorted.size()))));
        tried.grid.topLimit = sorted[count - 1];
    }
    tried.density.resize(points.size());
    tried.rankShare.resize(points.size());
    for (std::size_t c = 0; c < cells.size(); ++c) {
        const auto denser = std::lower_bound(sorted.begin(), sorted.end(), densities[c], std::greater<>()) - sorted.begin();
        for (const std::size_t member : cells[c].members) {
            tried.density[member] = densities[c];
            tried.rankShare[member] = static_cast<double>(denser) / static_cast<double>(cells.size());
        }
    }
    return tried;
}

}  // namespace

double spearman(std::span<const double> a, std::span<const double> b) {
    if (a.size() != b.size() || a.size() < 2) return std::numeric_limits<double>::quiet_NaN();
    const std::vector<double> x = meanRanks(a);
    const std::vector<double> y = meanRanks(b);
    const double mean = 0.5 * static_cast<double>(a.size() + 1);
    double xy = 0.0, xx = 0.0, yy = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xy += (x[i] - mean) * (y[i] - mean);
        xx += (x[i] - mean) * (x[i] - mean);
        yy += (y[i] - mean) * (y[i] - mean);
    }
    return xx > 0.0 && yy > 0.0 ? xy / std::sqrt(xx * yy) : std::numeric_limits<double>::quiet_NaN();
}

GridStress gridStress(CellShape shape, std::span<const double> sizes, double top, std::span<const WeightedPoint> points) {
    constexpr std::array<std::pair<double, double>, 4> kShifts{{{0.0, 0.0}, {0.5, 0.0}, {0.0, 0.5}, {0.5, 0.5}}};
    GridStress stress;
    stress.topShare.assign(points.size(), 0.0);
    stress.rankBest.assign(points.size(), 1.0);
    stress.rankWorst.assign(points.size(), 0.0);
    std::vector<double> ground;
    for (const double size : sizes) {
        for (const auto& shift : kShifts) {
            PointCells tried = tryGrid(shape, size, shift, top, points);
            if (ground.empty()) ground = tried.density;
            tried.grid.correlation = spearman(ground, tried.density);
            for (std::size_t i = 0; i < points.size(); ++i) {
                if (tried.density[i] >= tried.grid.topLimit) stress.topShare[i] += 1.0;
                stress.rankBest[i] = std::min(stress.rankBest[i], tried.rankShare[i]);
                stress.rankWorst[i] = std::max(stress.rankWorst[i], tried.rankShare[i]);
            }
            stress.grids.push_back(tried.grid);
        }
    }
    for (double& share : stress.topShare) share /= static_cast<double>(std::max<std::size_t>(1, stress.grids.size()));
    return stress;
}

}  // namespace mudeung
