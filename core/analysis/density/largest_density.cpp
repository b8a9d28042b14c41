// SPDX-License-Identifier: GPL-3.0-or-later
// The largest value of a density without the others: blocks of cells in the order of what they can hold at most, until the next cannot
// hold more than what was found. Standard C++ only.
#include "core/analysis/density/largest_density.h"

#include <algorithm>
#include <cmath>
#include <compare>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "core/analysis/density/density_tiles.h"

namespace mudeung {
namespace {

constexpr double kBlockSide = 0.5;            ///< of a block, in bandwidths, or a little more
constexpr double kFewestCellsPerBlock = 4.0;  ///< along a side; with fewer, bounding costs as much as summing
constexpr double kRounding = 1.0 + 1e-9;      ///< no bound is too low because of it
/// Visits of a point in a block, per point, that take as long as the whole grid. Where points are spread evenly no block can be left out.
constexpr std::size_t kMostVisits = 10;

double kernelShape(Kernel kernel, double squared) {
    const double rest = std::max(0.0, 1.0 - squared);
    return kernel == Kernel::Quartic ? rest * rest : rest;
}

struct Spot {
    double x = 0.0, y = 0.0, weight = 0.0;
    auto operator<=>(const Spot&) const = default;
};

/// Points in bins as large as blocks; the bins reach `margin` beyond the grid on every side.
class BlockSearch {
public:
    BlockSearch(Kernel kernel, std::span<const WeightedPoint> points, const GridSpec& grid, double bandwidth)
        : m_kernel(kernel),
          m_grid(grid),
          m_step(grid.cellSize / bandwidth),
          m_cells(static_cast<int>(std::ceil(kBlockSide / m_step))),
          m_side(m_cells * m_step),
          m_margin(static_cast<int>(std::ceil(1.0 / m_side)) + 1),
          m_across((grid.columns + m_cells - 1) / m_cells),
          m_down((grid.rows + m_cells - 1) / m_cells),
          m_binsAcross(m_across + 2 * m_margin),
          m_binsDown(m_down + 2 * m_margin) {
        sortIntoBins(points, bandwidth);
        boundBlocks();
    }

    /// Without the kernel's constant; nothing when the whole grid is quicker. `stop` is polled for every block.
    template <typename Stop>
    std::optional<double> run(const Stop& stop) {
        const auto lower = [this](std::size_t a, std::size_t b) { return m_bounds[a] != m_bounds[b] ? m_bounds[a] < m_bounds[b] : a > b; };
        std::vector<std::size_t> heap;
        for (std::size_t b = 0; b < m_bounds.size(); ++b)
            if (m_bounds[b] > 0.0) heap.push_back(b);
        std::make_heap(heap.begin(), heap.end(), lower);
        double largest = 0.0;
        while (!heap.empty() && m_bounds[heap.front()] > largest && !stop()) {
            if (m_visits > kMostVisits * m_spots.size()) return std::nullopt;
            // The first block, which can hold the most, says for how many others it is worth going on.
            const bool first = m_visits == 0;
            largest = std::max(largest, largestIn(heap.front()));
            if (first && visitsAbove(largest) > kMostVisits * m_spots.size()) return std::nullopt;
            std::pop_heap(heap.begin(), heap.end(), lower);
            heap.pop_back();
        }
        return largest;
    }

private:
    std::size_t binAt(int column, int row) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(m_binsAcross) + static_cast<std::size_t>(column);
    }

    void sortIntoBins(std::span<const WeightedPoint> points, double bandwidth) {
        std::vector<std::pair<std::size_t, Spot>> placed;
        placed.reserve(points.size());
        for (const WeightedPoint& p : points) {
            const Spot spot{(p.x - m_grid.originX) / bandwidth, (m_grid.originY - p.y) / bandwidth, p.weight};
            const double column = std::floor(spot.x / m_side) + m_margin, row = std::floor(spot.y / m_side) + m_margin;
            const bool inside = column >= 0.0 && column < m_binsAcross && row >= 0.0 && row < m_binsDown;  // false for NaN
            if (inside && std::isfinite(spot.weight) && spot.weight != 0.0)
                placed.emplace_back(binAt(static_cast<int>(column), static_cast<int>(row)), spot);
        }
        m_starts.assign(static_cast<std::size_t>(m_binsAcross) * static_cast<std::size_t>(m_binsDown) + 1, 0);
        for (const auto& [bin, spot] : placed) ++m_starts[bin + 1];
        for (std::size_t i = 1; i < m_starts.size(); ++i) m_starts[i] += m_starts[i - 1];
        m_spots.resize(placed.size());
        std::vector<std::size_t> at(m_starts.begin(), m_starts.end() - 1);
        for (const auto& [bin, spot] : placed) m_spots[at[bin]++] = spot;
        // The same sums for any order of the points.
        for (std::size_t bin = 0; bin + 1 < m_starts.size(); ++bin)
            std::sort(m_spots.begin() + static_cast<std::ptrdiff_t>(m_starts[bin]),
                      m_spots.begin() + static_cast<std::ptrdiff_t>(m_starts[bin + 1]));
    }

    /// A block holds at most what the weights of one sign in all bins around would give if each lay as near to it as its bin allows.
    void boundBlocks() {
        const auto blocks = static_cast<std::size_t>(m_across) * static_cast<std::size_t>(m_down);
        std::vector<double> above(blocks, 0.0), below(blocks, 0.0);
        for (int row = 0; row < m_binsDown; ++row) {
            for (int column = 0; column < m_binsAcross; ++column) {
                double plus = 0.0, minus = 0.0;
                for (std::size_t i = m_starts[binAt(column, row)]; i < m_starts[binAt(column, row) + 1]; ++i)
                    (m_spots[i].weight > 0.0 ? plus : minus) += std::abs(m_spots[i].weight);
                if (plus == 0.0 && minus == 0.0) continue;
                for (int y = std::max(0, row - 2 * m_margin); y <= std::min(m_down - 1, row); ++y) {
                    for (int x = std::max(0, column - 2 * m_margin); x <= std::min(m_across - 1, column); ++x) {
                        const double dx = gap(x + m_margin - column), dy = gap(y + m_margin - row);
                        const double most = kernelShape(m_kernel, dx * dx + dy * dy);
                        const std::size_t block =
                            static_cast<std::size_t>(y) * static_cast<std::size_t>(m_across) + static_cast<std::size_t>(x);
                        above[block] += plus * most;
                        below[block] += minus * most;
                    }
                }
            }
        }
        m_bounds.resize(blocks);
        for (std::size_t b = 0; b < blocks; ++b) m_bounds[b] = std::max(above[b], below[b]) * kRounding;
    }

    double gap(int bins) const { return std::max(0, std::abs(bins) - 1) * m_side; }

    /// Points that lie around the blocks which can hold more than `value`, each counted for each block.
    std::size_t visitsAbove(double value) const {
        std::size_t visits = 0;
        for (std::size_t b = 0; b < m_bounds.size(); ++b) {
            if (m_bounds[b] <= value) continue;
            const int column = static_cast<int>(b % static_cast<std::size_t>(m_across)),
                      row = static_cast<int>(b / static_cast<std::size_t>(m_across));
            for (int y = row; y <= row + 2 * m_margin; ++y)
                visits += m_starts[binAt(column + 2 * m_margin, y) + 1] - m_starts[binAt(column, y)];
        }
        return visits;
    }

    double largestIn(std::size_t block) {
        const int column = static_cast<int>(block % static_cast<std::size_t>(m_across));
        const int row = static_cast<int>(block / static_cast<std::size_t>(m_across));
        const int columns = std::min(m_cells, m_grid.columns - column * m_cells), rows = std::min(m_cells, m_grid.rows - row * m_cells);
        m_sums.assign(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows), 0.0);
        m_squares.resize(static_cast<std::size_t>(columns));
        for (int y = row; y <= row + 2 * m_margin; ++y) {
            // Bins of one row follow each other.
            const std::size_t begin = m_starts[binAt(column, y)], end = m_starts[binAt(column + 2 * m_margin, y) + 1];
            m_visits += end - begin;
            for (std::size_t i = begin; i < end; ++i) addTo(m_spots[i], column * m_cells, row * m_cells, rows);
        }
        double largest = 0.0;
        for (const double sum : m_sums) largest = std::max(largest, std::abs(sum));
        return largest;
    }

    void addTo(const Spot& spot, int firstColumn, int firstRow, int rows) {
        for (std::size_t c = 0; c < m_squares.size(); ++c) {
            const double dx = (firstColumn + static_cast<int>(c) + 0.5) * m_step - spot.x;
            m_squares[c] = dx * dx;
        }
        double* sums = m_sums.data();
        for (int r = 0; r < rows; ++r) {
            const double dy = (firstRow + r + 0.5) * m_step - spot.y;
            for (const double square : m_squares) *sums++ += spot.weight * kernelShape(m_kernel, dy * dy + square);
        }
    }

    Kernel m_kernel;
    const GridSpec& m_grid;
    double m_step;
    int m_cells;  ///< along each side of a block
    double m_side;
    int m_margin;
    int m_across, m_down;
    int m_binsAcross, m_binsDown;
    std::vector<std::size_t> m_starts;  ///< per bin, of its spots
    std::vector<Spot> m_spots;
    std::vector<double> m_bounds;
    std::vector<double> m_sums, m_squares;
    std::size_t m_visits = 0;  ///< of a point in a block
};

double largestOfAll(Kernel kernel, std::span<const WeightedPoint> points, const GridSpec& grid, double bandwidth, int threads,
                    bool (*shouldStop)(void*), void* stopContext) {
    double largest = 0.0;
    const DensityGrid density = kernelDensity(kernel, points, grid, bandwidth, threads, shouldStop, stopContext);
    for (const double value : density.values) largest = std::max(largest, std::abs(value));
    return largest;
}

}  // namespace

double largestDensity(Kernel kernel, std::span<const WeightedPoint> points, const GridSpec& grid, double bandwidthMeters, int threads,
                      bool (*shouldStop)(void*), void* stopContext) {
    const bool usable = grid.columns > 0 && grid.rows > 0 && grid.cellSize > 0.0 && bandwidthMeters > 0.0;
    if (!usable) return 0.0;
    const auto whole = [&] { return largestOfAll(kernel, points, grid, bandwidthMeters, threads, shouldStop, stopContext); };
    if (kernel == Kernel::Gaussian || grid.cellSize * kFewestCellsPerBlock > kBlockSide * bandwidthMeters) return whole();
    const auto found = BlockSearch(kernel, points, grid, bandwidthMeters).run([&] { return shouldStop && shouldStop(stopContext); });
    return found ? *found * kernelPeak(kernel, bandwidthMeters) : whole();
}

}  // namespace mudeung
