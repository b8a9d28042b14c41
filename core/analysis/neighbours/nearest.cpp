// SPDX-License-Identifier: GPL-3.0-or-later
// A uniform grid over the points; nearest neighbours by rings of cells around a point.
#include "core/analysis/neighbours/nearest.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace mudeung {

namespace {

constexpr std::size_t kPolled = 256;  // places between two looks at `shouldStop`

bool known(PlanarPoint p) {
    return std::isfinite(p.x) && std::isfinite(p.y);
}

double distance(PlanarPoint a, PlanarPoint b) {
    const double dx = a.x - b.x, dy = a.y - b.y;
    return std::sqrt(dx * dx + dy * dy);
}

/// Points with a position, sorted into square cells. At most about four cells per point, whatever size is wished for.
class PointGrid {
public:
    PointGrid(std::span<const PlanarPoint> points, double wishedCell) : m_points(points) {
        double right = -std::numeric_limits<double>::infinity(), top = right;
        for (std::size_t i = 0; i < points.size(); ++i) {
            if (!known(points[i])) continue;
            m_order.push_back(static_cast<std::uint32_t>(i));
            m_left = std::min(m_left, points[i].x), m_bottom = std::min(m_bottom, points[i].y);
            right = std::max(right, points[i].x), top = std::max(top, points[i].y);
        }
        if (m_order.empty()) return;
        const double width = right - m_left, height = top - m_bottom;
        const double most = 4.0 * static_cast<double>(m_order.size()) + 16.0;
        m_cell = wishedCell > 0.0 ? wishedCell : std::sqrt(width * height / static_cast<double>(m_order.size()));
        m_cell = std::max({m_cell, std::max(width, height) / most, std::numeric_limits<double>::min()});
        while ((std::floor(width / m_cell) + 1.0) * (std::floor(height / m_cell) + 1.0) > most) m_cell *= 1.5;
        m_columns = static_cast<int>(width / m_cell) + 1;
        m_rows = static_cast<int>(height / m_cell) + 1;
        fill();
    }

    std::size_t count() const { return m_order.size(); }
    double cell() const { return m_cell; }
    int rings() const { return std::max(m_columns, m_rows); }
    int columnOf(double x) const { return std::clamp(static_cast<int>((x - m_left) / m_cell), 0, m_columns - 1); }
    int rowOf(double y) const { return std::clamp(static_cast<int>((y - m_bottom) / m_cell), 0, m_rows - 1); }

    template <typename Visit>
    void visitCell(int column, int row, Visit visit) const {
        if (column < 0 || row < 0 || column >= m_columns || row >= m_rows) return;
        const std::size_t c = static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) + static_cast<std::size_t>(column);
        for (std::size_t e = m_first[c]; e < m_first[c + 1]; ++e) visit(m_order[e]);
    }

    /// The cells at exactly `ring` cells from (column, row).
    template <typename Visit>
    void visitRing(int column, int row, int ring, Visit visit) const {
        if (ring == 0) return visitCell(column, row, visit);
        for (int c = column - ring; c <= column + ring; ++c) {
            visitCell(c, row - ring, visit);
            visitCell(c, row + ring, visit);
        }
        for (int r = row - ring + 1; r < row + ring; ++r) {
            visitCell(column - ring, r, visit);
            visitCell(column + ring, r, visit);
        }
    }

private:
    void fill() {
        const auto cellOf = [&](std::uint32_t i) {
            return static_cast<std::size_t>(rowOf(m_points[i].y)) * static_cast<std::size_t>(m_columns) +
                   static_cast<std::size_t>(columnOf(m_points[i].x));
        };
        m_first.assign(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows) + 1, 0);
        for (std::uint32_t i : m_order) ++m_first[cellOf(i) + 1];
        std::partial_sum(m_first.begin(), m_first.end(), m_first.begin());
        std::vector<std::size_t> next(m_first.begin(), m_first.end() - 1);
        std::vector<std::uint32_t> sorted(m_order.size());
        for (std::uint32_t i : m_order) sorted[next[cellOf(i)]++] = i;
        m_order = std::move(sorted);
    }

    std::span<const PlanarPoint> m_points;
    std::vector<std::uint32_t> m_order;
    std::vector<std::size_t> m_first;
    double m_left = std::numeric_limits<double>::infinity();
    double m_bottom = std::numeric_limits<double>::infinity();
    double m_cell = 1.0;
    int m_columns = 0;
    int m_rows = 0;
};

/// Finds nearest neighbours, one place after another, with memory that is used again.
class NearestSearch {
public:
    explicit NearestSearch(std::span<const PlanarPoint> points) : m_points(points), m_grid(points, 0.0) {}

    /// The k nearest others in the order of nearness; distances in step.
    std::vector<std::uint32_t> find(std::size_t place, int k) {
        m_found.clear();
        const PlanarPoint p = m_points[place];
        if (!known(p)) return {};
        const auto wanted = std::min(static_cast<std::size_t>(k), m_grid.count() - 1);
        const int column = m_grid.columnOf(p.x), row = m_grid.rowOf(p.y);
        for (int ring = 0; ring <= m_grid.rings() && wanted > 0; ++ring) {
            m_grid.visitRing(column, row, ring, [&](std::uint32_t j) {
                if (j != place) m_found.push_back({distance(p, m_points[j]), m_points[j], j});
            });
            if (m_found.size() < wanted) continue;
            const auto last = m_found.begin() + static_cast<std::ptrdiff_t>(wanted - 1);
            std::nth_element(m_found.begin(), last, m_found.end());
            // What has not been visited is at least this many whole cells away; a little less, because cells are found with rounding.
            if (last->distance < ring * m_grid.cell() * (1.0 - 1e-9)) break;
        }
        std::sort(m_found.begin(), m_found.begin() + static_cast<std::ptrdiff_t>(wanted));
        std::vector<std::uint32_t> nearest;
        for (std::size_t i = 0; i < wanted; ++i) nearest.push_back(m_found[i].number);
        return nearest;
    }

private:
    struct Found {
        double distance;
        PlanarPoint at;
        std::uint32_t number;
        bool operator<(const Found& o) const {
            if (distance != o.distance) return distance < o.distance;
            if (at.x != o.at.x) return at.x < o.at.x;
            if (at.y != o.at.y) return at.y < o.at.y;
            return number < o.number;
        }
    };
    std::span<const PlanarPoint> m_points;
    PointGrid m_grid;
    std::vector<Found> m_found;
};

}  // namespace

SpatialWeights kNearest(std::span<const PlanarPoint> points, int k, const ShouldStop& shouldStop) {
    NearestSearch search(points);
    std::vector<std::vector<std::uint32_t>> lists(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (i % kPolled == 0 && shouldStop && shouldStop()) return {};
        lists[i] = search.find(i, k);
    }
    return weightsFromLists(std::move(lists));
}

SpatialWeights distanceBand(std::span<const PlanarPoint> points, double metres, const ShouldStop& shouldStop) {
    std::vector<std::vector<std::uint32_t>> lists(points.size());
    const PointGrid grid(points, metres);
    const int reach = static_cast<int>(std::min(std::ceil(metres / grid.cell() + 1e-9), 1.0 * grid.rings()));
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (i % kPolled == 0 && shouldStop && shouldStop()) return {};
        if (!known(points[i])) continue;
        const int column = grid.columnOf(points[i].x), row = grid.rowOf(points[i].y);
        for (int r = row - reach; r <= row + reach; ++r)
            for (int c = column - reach; c <= column + reach; ++c)
                grid.visitCell(c, r, [&](std::uint32_t j) {
                    if (j != i && distance(points[i], points[j]) <= metres) lists[i].push_back(j);
                });
    }
    return weightsFromLists(std::move(lists));
}

double leastBand(std::span<const PlanarPoint> points, const ShouldStop& shouldStop) {
    NearestSearch search(points);
    double band = 0.0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (i % kPolled == 0 && shouldStop && shouldStop()) return 0.0;
        for (std::uint32_t j : search.find(i, 1)) band = std::max(band, distance(points[i], points[j]));
    }
    return band;
}

SpatialWeights connectIslands(const SpatialWeights& weights, std::span<const PlanarPoint> points, int k) {
    const std::vector<std::uint32_t> islands = islandsOf(weights);
    if (islands.empty()) return weights;
    NearestSearch search(points);
    std::vector<std::vector<std::uint32_t>> lists(weights.size());
    for (std::size_t i = 0; i < lists.size(); ++i) lists[i].assign(weights.neighboursOf(i).begin(), weights.neighboursOf(i).end());
    for (std::uint32_t island : islands) lists[island] = search.find(island, k);
    SpatialWeights connected = withStyle(weightsFromLists(std::move(lists)), weights.style);
    return weights.selfIncluded ? withSelf(connected) : connected;
}

}  // namespace mudeung
