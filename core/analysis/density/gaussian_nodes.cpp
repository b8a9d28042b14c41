// SPDX-License-Identifier: GPL-3.0-or-later
// Points to nodes, nodes to columns (bands of eight rows of nodes), columns to cells (bands of eight rows of cells). Every number is summed
// by one thread in a fixed order. Everything is only added, so no cell loses digits to cancellation.
#include "core/analysis/density/gaussian_nodes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <vector>

#include "core/analysis/density/density_lanes.h"
#include "core/base/share_out.h"

namespace mudeung {
namespace {

constexpr double kSpacing = 0.44;  ///< of the nodes, in standard deviations
/// Nodes in each direction that a point is spread to and that a cell collects from; the nearest of the others is ten spacings away.
constexpr int kTaps = 20;
constexpr int kBefore = 9;  ///< of them, nodes before the one that is next below a position
/// With larger cells, in standard deviations, there are nearly as many nodes as cells, and the sum by tiles is quicker.
constexpr double kLargestCell = 0.3;
constexpr int kBand = 8;  ///< rows of nodes, or of cells, that are one piece of work
constexpr int kColumnsAtOnce = 4;
constexpr std::size_t kPointsPerShare = 4096;

/// Columns of cells that are summed at once.
struct Block {
    Lanes a{}, b{}, c{}, d{};
};
constexpr int kBlock = 4 * kLanes;

/// One column of a band of nodes.
struct Column {
    Lanes upper{}, lower{};
};
static_assert(sizeof(Column) == kBand * sizeof(double));

using Weights = std::array<double, kTaps>;

/// Where a position lies among the nodes: e^(−(m − f)²H²) for m = −9 … 10, from f = 0 … 1 beyond the node next below, is
/// e^(−f²H²) · (e^(2fH²))^m · e^(−m²H²); the last is the same for all.
struct Spot {
    int first = 0;  ///< node of the first weight
    double start = 0.0;
    double ratio = 1.0;
};

Spot spotOf(double position) {
    const double at = position / kSpacing;
    const double below = std::floor(at);
    const double f = at - below;
    constexpr double kSquare = kSpacing * kSpacing;
    // Node 0 is the first that the first cell can need.
    return {static_cast<int>(below), std::exp(-f * f * kSquare), std::exp(2.0 * f * kSquare)};
}

const Weights& sameForAll() {
    static const Weights weights = [] {
        Weights w{};
        for (int k = 0; k < kTaps; ++k) {
            const double m = k - kBefore;
            w[static_cast<std::size_t>(k)] = std::exp(-m * m * kSpacing * kSpacing);
        }
        return w;
    }();
    return weights;
}

MUDEUNG_INLINE void weightsOf(const Spot& spot, const Weights& common, Weights& out) {
    double power = spot.start;
    for (std::size_t k = kBefore; k < kTaps; ++k, power *= spot.ratio) out[k] = power * common[k];
    const double back = 1.0 / spot.ratio;
    power = spot.start * back;
    for (std::size_t k = kBefore; k-- > 0; power *= back) out[k] = power * common[k];
}

struct NodePoint {
    Spot column, row;
    double weight = 0.0;
};

/// From cells to nodes, in one direction.
struct Axis {
    std::vector<int> first;
    std::vector<Weights> weights;
    int nodes = 0;

    Axis(int cells, double step, double factor) {
        first.reserve(static_cast<std::size_t>(cells));
        weights.resize(static_cast<std::size_t>(cells));
        for (int i = 0; i < cells; ++i) {
            const Spot spot = spotOf((i + 0.5) * step);
            first.push_back(spot.first);
            Weights& w = weights[static_cast<std::size_t>(i)];
            weightsOf(spot, sameForAll(), w);
            for (double& each : w) each *= factor;
        }
        nodes = first.back() + kTaps;
    }
};

/// What threads share: they read the points and write rows of their own.
class NodeSummer {
public:
    explicit NodeSummer(const DensityPlan& plan, int threads)
        : m_plan(plan),
          // The sum over nodes stands for an integral: H·√(2/π) for each axis.
          m_columns(plan.columns, plan.step, kSpacing * std::sqrt(2.0 / std::numbers::pi)),
          m_rows(plan.rows, plan.step, kSpacing * std::sqrt(2.0 / std::numbers::pi) * plan.factor),
          m_stride((plan.columns + kBlock - 1) / kBlock * kBlock),
          m_points(plan.points.size()) {
        m_collected.resize(static_cast<std::size_t>(nodeBands()) * kBand * static_cast<std::size_t>(m_stride));
        shareOut(static_cast<int>((m_points.size() + kPointsPerShare - 1) / kPointsPerShare), threads, [&] {
            return [&](int share) {
                const std::size_t begin = static_cast<std::size_t>(share) * kPointsPerShare;
                for (std::size_t i = begin; i < std::min(m_points.size(), begin + kPointsPerShare); ++i) {
                    const LocalPoint& p = plan.points[i];
                    m_points[i] = {spotOf(p.x), spotOf(p.y), p.weight};
                }
                return true;
            };
        });
    }

    int nodeBands() const { return (m_rows.nodes + kBand - 1) / kBand; }
    int cellBands() const { return (m_plan.rows + kBand - 1) / kBand; }

    /// Spreads the points to the rows of nodes 8·band … 8·band + 7 and collects those along each row, for every column of cells.
    void collectRows(int band, std::vector<double>& nodes);
    /// Rows of cells 8·band … 8·band + 7, as far as there are that many.
    void collectColumns(int band, double* grid) const;

    /// Nodes of one band as [column][row of the band], with room for the columns that are done at once.
    MUDEUNG_INLINE void collectRowsInline(int band, std::vector<double>& nodes) {
        nodes.assign(static_cast<std::size_t>(m_columns.nodes) * kBand, 0.0);
        const int north = band * kBand;
        // Points are in the order of their rows.
        auto p = std::lower_bound(m_points.begin(), m_points.end(), north - kTaps + 1,
                                  [](const NodePoint& point, int row) { return point.row.first < row; });
        const Weights common = sameForAll();
        bool any = false;
        for (; p != m_points.end() && p->row.first < north + kBand; ++p) any = spread(*p, north, common, nodes) || any;
        double* out = m_collected.data() + static_cast<std::size_t>(north) * static_cast<std::size_t>(m_stride);
        if (!any) {
            std::fill_n(out, static_cast<std::size_t>(kBand) * static_cast<std::size_t>(m_stride), 0.0);
            return;
        }
        int column = 0;
        for (; column + kColumnsAtOnce <= m_plan.columns; column += kColumnsAtOnce) collect<kColumnsAtOnce>(column, nodes, out);
        for (; column < m_plan.columns; ++column) collect<1>(column, nodes, out);
    }

    MUDEUNG_INLINE void collectColumnsInline(int band, double* grid) const {
        for (int row = band * kBand; row < std::min(m_plan.rows, (band + 1) * kBand); ++row) {
            const double* nodes = m_collected.data() + static_cast<std::size_t>(m_rows.first[static_cast<std::size_t>(row)]) *
                                                           static_cast<std::size_t>(m_stride);
            const Weights& weights = m_rows.weights[static_cast<std::size_t>(row)];
            double* out = grid + static_cast<std::size_t>(row) * static_cast<std::size_t>(m_plan.columns);
            for (int column = 0; column < m_plan.columns; column += kBlock) {
                Block sums;
                const double* from = nodes + column;
                for (const double weight : weights) {
                    sums.a += lanesAt(from) * weight;
                    sums.b += lanesAt(from + kLanes) * weight;
                    sums.c += lanesAt(from + 2 * kLanes) * weight;
                    sums.d += lanesAt(from + 3 * kLanes) * weight;
                    from += m_stride;
                }
                const int count = std::min(kBlock, m_plan.columns - column);
                if (count == kBlock) {
                    lanesAt(out + column) = sums.a;
                    lanesAt(out + column + kLanes) = sums.b;
                    lanesAt(out + column + 2 * kLanes) = sums.c;
                    lanesAt(out + column + 3 * kLanes) = sums.d;
                } else {
                    std::copy_n(reinterpret_cast<const double*>(&sums), count, out + column);
                }
            }
        }
    }

private:
    MUDEUNG_INLINE bool spread(const NodePoint& p, int north, const Weights& common, std::vector<double>& nodes) const {
        const int begin = std::max(0, -p.column.first), end = std::min(kTaps, m_columns.nodes - p.column.first);
        if (begin >= end) return false;
        Weights columns, rows;
        weightsOf(p.column, common, columns);
        weightsOf(p.row, common, rows);
        std::array<double, kBand> part{};
        for (int r = 0; r < kBand; ++r) {
            const int k = north + r - p.row.first;
            if (k >= 0 && k < kTaps) part[static_cast<std::size_t>(r)] = p.weight * rows[static_cast<std::size_t>(k)];
        }
        const Lanes upper = lanesAt(part.data()), lower = lanesAt(part.data() + kLanes);
        double* at = nodes.data() + static_cast<std::size_t>(p.column.first + begin) * kBand;
        for (int k = begin; k < end; ++k, at += kBand) {
            const double weight = columns[static_cast<std::size_t>(k)];
            lanesAt(at) += upper * weight;
            lanesAt(at + kLanes) += lower * weight;
        }
        return true;
    }

    template <int count>
    MUDEUNG_INLINE void collect(int column, const std::vector<double>& nodes, double* out) const {
        std::array<Column, count> sums;
        std::array<const double*, count> from;
        for (int i = 0; i < count; ++i)
            from[i] = nodes.data() + static_cast<std::size_t>(m_columns.first[static_cast<std::size_t>(column + i)]) * kBand;
        for (std::size_t k = 0; k < kTaps; ++k) {
            for (int i = 0; i < count; ++i) {
                const double weight = m_columns.weights[static_cast<std::size_t>(column + i)][k];
                sums[i].upper += lanesAt(from[i] + k * kBand) * weight;
                sums[i].lower += lanesAt(from[i] + k * kBand + kLanes) * weight;
            }
        }
        for (int i = 0; i < count; ++i) {
            for (int r = 0; r < kLanes; ++r) {
                out[r * m_stride + column + i] = sums[i].upper[r];
                out[(r + kLanes) * m_stride + column + i] = sums[i].lower[r];
            }
        }
    }

    const DensityPlan& m_plan;
    Axis m_columns, m_rows;
    int m_stride;
    std::vector<NodePoint> m_points;
    std::vector<double> m_collected;  ///< [row of nodes][column of cells]
};

#if defined(__x86_64__) && defined(__GNUC__)
bool hasAvx2() {
    static const bool avx2 = __builtin_cpu_supports("avx2");
    return avx2;
}
__attribute__((target("avx2"))) void collectRowsAvx2(NodeSummer& summer, int band, std::vector<double>& nodes) {
    summer.collectRowsInline(band, nodes);
}
__attribute__((target("avx2"))) void collectColumnsAvx2(const NodeSummer& summer, int band, double* grid) {
    summer.collectColumnsInline(band, grid);
}
void NodeSummer::collectRows(int band, std::vector<double>& nodes) {
    return hasAvx2() ? collectRowsAvx2(*this, band, nodes) : collectRowsInline(band, nodes);
}
void NodeSummer::collectColumns(int band, double* grid) const {
    return hasAvx2() ? collectColumnsAvx2(*this, band, grid) : collectColumnsInline(band, grid);
}
#else
void NodeSummer::collectRows(int band, std::vector<double>& nodes) {
    collectRowsInline(band, nodes);
}
void NodeSummer::collectColumns(int band, double* grid) const {
    collectColumnsInline(band, grid);
}
#endif

}  // namespace

bool usesNodes(const DensityPlan& plan) {
    return plan.kernel == Kernel::Gaussian && plan.step <= kLargestCell;
}

bool sumByNodes(const DensityPlan& plan, int threads, bool (*shouldStop)(void*), void* stopContext, double* grid) {
    NodeSummer summer(plan, threads);
    const bool collected = shareOut(summer.nodeBands(), threads, [&] {
        return [&, nodes = std::vector<double>()](int band) mutable {
            if (shouldStop && shouldStop(stopContext)) return false;
            summer.collectRows(band, nodes);
            return true;
        };
    });
    return collected && shareOut(summer.cellBands(), threads, [&] {
               return [&](int band) {
                   if (shouldStop && shouldStop(stopContext)) return false;
                   summer.collectColumns(band, grid);
                   return true;
               };
           });
}

}  // namespace mudeung
