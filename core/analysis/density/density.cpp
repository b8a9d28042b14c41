// SPDX-License-Identifier: GPL-3.0-or-later
// Kernels summed row by row: those of finite reach directly for small radii, by local polynomials over blocks of cells for large ones; the
// Gaussian outwards from each point, every cell from the one before.
// Standard C++ only; see README.md for why blocks and not one running polynomial.
#include "core/analysis/density/density.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <numbers>
#include <thread>
#include <utility>

namespace mudeung {
namespace {

constexpr double kSquareMetresPerSquareKilometre = 1e6;
/// From this radius in cells on, blocks cost less than visiting every cell (measured, flat between 16 and 40).
constexpr double kBlockRadiusCells = 24.0;
/// A block is summed as a polynomial only this far from the rim of the kernel: there the terms do not cancel.
constexpr double kSafeShare = 0.9;

/// A point in grid units: column and row axis in bandwidths from the grid's north-west corner, weight as given.
struct LocalPoint {
    double x = 0.0;
    double y = 0.0;
    double weight = 0.0;
    bool operator<(const LocalPoint& o) const {
        if (y != o.y) return y < o.y;
        if (x != o.x) return x < o.x;
        return weight < o.weight;
    }
};

using Polynomial = std::array<double, 5>;

/// Everything the rows share; read only while threads run.
struct Plan {
    std::vector<LocalPoint> points;  ///< sorted, so that the order of the input does not matter
    int columns = 0;
    int rows = 0;
    double step = 0.0;    ///< cell size in bandwidths
    double reach = 1.0;   ///< of a point, in bandwidths
    double factor = 0.0;  ///< kernel constant, per km²
    int block = 0;        ///< cells per block; 0 = direct
};

/// One row at a time; owns its scratch memory, so every thread has one.
template <Kernel kernel>
class RowSummer {
public:
    explicit RowSummer(const Plan& plan) : m_plan(plan) {
        if (plan.block > 0) {
            const std::size_t blocks = static_cast<std::size_t>((plan.columns + plan.block - 1) / plan.block);
            m_polynomials.assign(blocks, Polynomial{});
            m_touched.assign(blocks, 0);
        }
    }

    void sum(int row, double* out) {
        const double y = (row + 0.5) * m_plan.step;
        const auto first = std::lower_bound(m_plan.points.begin(), m_plan.points.end(), y - m_plan.reach,
                                            [](const LocalPoint& p, double limit) { return p.y < limit; });
        for (auto p = first; p != m_plan.points.end() && p->y <= y + m_plan.reach; ++p) {
            const double dy = y - p->y;
            const double a = (m_plan.reach - dy) * (m_plan.reach + dy);
            if (!(a > 0.0)) continue;
            if constexpr (kernel == Kernel::Gaussian) {
                addOutwards(*p, dy, a, out);
            } else {
                add(*p, a, out);
            }
        }
        if (m_plan.block > 0) evaluateBlocks(out);
        for (int c = 0; c < m_plan.columns; ++c) out[c] *= m_plan.factor;
    }

private:
    /// Columns whose centres are at most `half` from x, as [begin, end); none when end ≤ begin.
    std::pair<int, int> columnsWithin(double x, double half) const {
        const double columns = m_plan.columns;
        const double from = std::clamp(std::ceil((x - half) / m_plan.step - 0.5), 0.0, columns);
        const double to = std::clamp(std::floor((x + half) / m_plan.step - 0.5), -1.0, columns - 1.0);
        return {static_cast<int>(from), static_cast<int>(to) + 1};
    }

    void add(const LocalPoint& p, double a, double* out) {
        const double half = std::sqrt(a);
        const auto [begin, end] = columnsWithin(p.x, half);
        if (begin >= end) return;
        if (m_plan.block == 0) {
            addDirect(p, a, begin, end, out);
            return;
        }
        const auto [safeBegin, safeEnd] = columnsWithin(p.x, half * kSafeShare);
        const int firstBlock = (safeBegin + m_plan.block - 1) / m_plan.block;
        const int endBlock = safeEnd / m_plan.block;
        if (endBlock <= firstBlock) {
            addDirect(p, a, begin, end, out);
            return;
        }
        addDirect(p, a, begin, firstBlock * m_plan.block, out);
        for (int b = firstBlock; b < endBlock; ++b) addToBlock(p, a, b);
        addDirect(p, a, endBlock * m_plan.block, end, out);
    }

    void addDirect(const LocalPoint& p, double a, int begin, int end, double* out) const {
        const double step = m_plan.step;
        for (int c = begin; c < end; ++c) {
            const double t = (c + 0.5) * step - p.x;
            const double v = std::max(0.0, a - t * t);
            out[c] += p.weight * (kernel == Kernel::Quartic ? v * v : v);
        }
    }

    /// e^(−t²/2) from column to column: with s the step, each value is the last times e^(−ts − s²/2), and that factor shrinks by e^(−s²).
    void addOutwards(const LocalPoint& p, double dy, double a, double* out) const {
        const double step = m_plan.step;
        const auto [begin, end] = columnsWithin(p.x, std::sqrt(a));
        if (begin >= end) return;
        const double nearest = std::floor(p.x / step);
        const int middle = static_cast<int>(std::clamp(nearest, static_cast<double>(begin), static_cast<double>(end - 1)));
        const double t = (middle + 0.5) * step - p.x;
        const double shrink = std::exp(-step * step);
        const double start = p.weight * std::exp(-(t * t + dy * dy) / 2.0);
        double value = start;
        double ratio = std::exp(-t * step - step * step / 2.0);
        for (int c = middle; c < end; ++c) {
            out[c] += value;
            value *= ratio;
            ratio *= shrink;
        }
        ratio = std::exp(t * step - step * step / 2.0);
        value = start * ratio;
        for (int c = middle - 1; c >= begin; --c) {
            out[c] += value;
            ratio *= shrink;
            value *= ratio;
        }
    }

    double blockCentre(int b) const { return (b + 0.5) * m_plan.block * m_plan.step; }

    /// (a − (Z − d)²)², or without the square, with Z from the block's centre and d the point's distance from it.
    void addToBlock(const LocalPoint& p, double a, int b) {
        const double d = p.x - blockCentre(b);
        const double q = a - d * d;
        Polynomial& poly = m_polynomials[static_cast<std::size_t>(b)];
        m_touched[static_cast<std::size_t>(b)] = 1;
        if constexpr (kernel == Kernel::Epanechnikov) {
            poly[0] += p.weight * q;
            poly[1] += p.weight * (2.0 * d);
            poly[2] -= p.weight;
            return;
        }
        poly[0] += p.weight * (q * q);
        poly[1] += p.weight * (4.0 * q * d);
        poly[2] += p.weight * (4.0 * d * d - 2.0 * q);
        poly[3] -= p.weight * (4.0 * d);
        poly[4] += p.weight;
    }

    void evaluateBlocks(double* out) {
        for (std::size_t b = 0; b < m_polynomials.size(); ++b) {
            if (!m_touched[b]) continue;
            const Polynomial poly = m_polynomials[b];
            const double centre = blockCentre(static_cast<int>(b));
            const int begin = static_cast<int>(b) * m_plan.block;
            const int end = std::min(begin + m_plan.block, m_plan.columns);
            for (int c = begin; c < end; ++c) {
                const double z = (c + 0.5) * m_plan.step - centre;
                out[c] += (((poly[4] * z + poly[3]) * z + poly[2]) * z + poly[1]) * z + poly[0];
            }
            m_polynomials[b] = Polynomial{};
            m_touched[b] = 0;
        }
    }

    const Plan& m_plan;
    std::vector<Polynomial> m_polynomials;
    std::vector<char> m_touched;
};

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

Plan makePlan(Kernel kernel, std::span<const WeightedPoint> points, const GridSpec& grid, double bandwidth) {
    Plan plan;
    plan.reach = kernelReach(kernel);
    plan.columns = grid.columns;
    plan.rows = grid.rows;
    plan.step = grid.cellSize / bandwidth;
    plan.factor = constantOf(kernel) / (bandwidth * bandwidth) * kSquareMetresPerSquareKilometre;
    const double width = grid.columns * plan.step;
    const double height = grid.rows * plan.step;
    plan.points.reserve(points.size());
    for (const WeightedPoint& p : points) {
        const LocalPoint local{(p.x - grid.originX) / bandwidth, (grid.originY - p.y) / bandwidth, p.weight};
        const bool reaches =  // false for NaN
            local.x > -plan.reach && local.x < width + plan.reach && local.y > -plan.reach && local.y < height + plan.reach;
        if (reaches && std::isfinite(local.weight) && local.weight != 0.0) plan.points.push_back(local);
    }
    std::sort(plan.points.begin(), plan.points.end());
    const double radiusCells = 1.0 / plan.step;
    if (kernel != Kernel::Gaussian && radiusCells >= kBlockRadiusCells)
        plan.block = std::max(4, static_cast<int>(std::lround(std::sqrt(4.0 * radiusCells))));
    return plan;
}

/// Every thread sums rows until there are none left. False when it was stopped.
template <Kernel kernel>
bool sumRows(const Plan& plan, DensityGrid& result, int threads, bool (*shouldStop)(void*), void* stopContext) {
    std::atomic<int> nextRow{0};
    std::atomic<bool> stopped{false};
    const auto work = [&] {
        RowSummer<kernel> summer(plan);
        for (int row = nextRow.fetch_add(1); row < plan.rows; row = nextRow.fetch_add(1)) {
            if (stopped.load(std::memory_order_relaxed)) return;
            if (shouldStop && shouldStop(stopContext)) {
                stopped.store(true);
                return;
            }
            summer.sum(row, result.values.data() + static_cast<std::size_t>(row) * plan.columns);
        }
    };
    const int wanted = threads > 0 ? threads : static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
    std::vector<std::thread> pool;
    for (int i = 1; i < std::min(wanted, plan.rows); ++i) pool.emplace_back(work);
    work();
    for (std::thread& t : pool) t.join();
    return !stopped.load();
}

}  // namespace

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
    const Plan plan = makePlan(kernel, points, grid, bandwidthMeters);
    if (plan.points.empty()) return result;
    const auto sum = kernel == Kernel::Quartic        ? sumRows<Kernel::Quartic>
                     : kernel == Kernel::Epanechnikov ? sumRows<Kernel::Epanechnikov>
                                                      : sumRows<Kernel::Gaussian>;
    return sum(plan, result, threads, shouldStop, stopContext) ? std::move(result) : DensityGrid{};
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
