// SPDX-License-Identifier: GPL-3.0-or-later
// Nearest centres by two rectangular lattices, sums in a fixed order, codes of the national grid.
#include "core/analysis/grid/binning.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>

namespace mudeung {
namespace {

constexpr double kSquareOfGrid = 100'000.0;  ///< side of a lettered square, metres
constexpr double kWest = 700'000.0;          ///< where the letters begin
constexpr double kSouth = 1'300'000.0;
constexpr std::array<const char*, 8> kLetters{"가", "나", "다", "라", "마", "바", "사", "아"};
constexpr int kMostDigits = 4;  ///< a national point number reads to 10 m

/// Distance between two rows of centres.
double rowHeight(double size) {
    return hexagonWidth(size) * std::numbers::sqrt3 / 2.0;
}

double squareDistance(GridPoint a, double x, double y) {
    return (a.x - x) * (a.x - x) + (a.y - y) * (a.y - y);
}

/// The nearest centre is the nearer one of the nearest even and the nearest odd row's, as both kinds of rows form a rectangular lattice.
CellIndex hexagonOf(double size, double x, double y) {
    const double width = hexagonWidth(size), height = rowHeight(size);
    const auto nearest = [](double at, double step) { return static_cast<std::int64_t>(std::floor(at / step + 0.5)); };
    const CellIndex even{nearest(x, width), 2 * nearest(y, 2.0 * height)};
    const CellIndex odd{nearest(x - width / 2.0, width), 2 * nearest(y - height, 2.0 * height) + 1};
    const GridPoint e = cellCentre(CellShape::Hexagon, size, even), o = cellCentre(CellShape::Hexagon, size, odd);
    const double toEven = squareDistance(e, x, y), toOdd = squareDistance(o, x, y);
    if (toEven != toOdd) return toEven < toOdd ? even : odd;
    return even.row > odd.row ? even : odd;
}

std::string digits(double rest, double unit, int count) {
    std::string text = std::to_string(static_cast<std::int64_t>(rest / unit));
    return std::string(static_cast<std::size_t>(std::max(0, count - static_cast<int>(text.size()))), '0') + text;
}

struct Located {
    CellIndex cell;
    double weight = 0.0;
    std::size_t point = 0;
};

}  // namespace

double hexagonWidth(double sizeMeters) {
    return sizeMeters * std::sqrt(2.0 / std::numbers::sqrt3);
}

CellIndex cellOf(CellShape shape, double sizeMeters, double x, double y) {
    if (shape == CellShape::Hexagon) return hexagonOf(sizeMeters, x, y);
    return {static_cast<std::int64_t>(std::floor(x / sizeMeters)), static_cast<std::int64_t>(std::floor(y / sizeMeters))};
}

GridPoint cellCentre(CellShape shape, double sizeMeters, CellIndex cell) {
    const auto column = static_cast<double>(cell.column), row = static_cast<double>(cell.row);
    if (shape == CellShape::Square) return {(column + 0.5) * sizeMeters, (row + 0.5) * sizeMeters};
    return {(column + (cell.row % 2 != 0 ? 0.5 : 0.0)) * hexagonWidth(sizeMeters), row * rowHeight(sizeMeters)};
}

std::vector<GridPoint> cellCorners(CellShape shape, double sizeMeters, CellIndex cell) {
    if (shape == CellShape::Square) {
        const double west = static_cast<double>(cell.column) * sizeMeters, south = static_cast<double>(cell.row) * sizeMeters;
        return {{west, south}, {west + sizeMeters, south}, {west + sizeMeters, south + sizeMeters}, {west, south + sizeMeters}};
    }
    const GridPoint c = cellCentre(shape, sizeMeters, cell);
    const double half = hexagonWidth(sizeMeters) / 2.0, side = hexagonWidth(sizeMeters) / std::numbers::sqrt3;
    return {{c.x, c.y - side}, {c.x + half, c.y - side / 2.0}, {c.x + half, c.y + side / 2.0},
            {c.x, c.y + side}, {c.x - half, c.y + side / 2.0}, {c.x - half, c.y - side / 2.0}};
}

std::string squareCode(double sizeMeters, CellIndex cell) {
    const double x = static_cast<double>(cell.column) * sizeMeters - kWest, y = static_cast<double>(cell.row) * sizeMeters - kSouth;
    const double lettered = kSquareOfGrid * static_cast<double>(kLetters.size());
    if (x < 0.0 || y < 0.0 || x >= lettered || y >= lettered) return {};
    const auto letterX = static_cast<std::size_t>(x / kSquareOfGrid), letterY = static_cast<std::size_t>(y / kSquareOfGrid);
    int count = kMostDigits;
    for (int fewer = 1; fewer < kMostDigits; ++fewer) {
        if (sizeMeters == kSquareOfGrid / std::pow(10.0, fewer)) count = fewer;
    }
    const double unit = kSquareOfGrid / std::pow(10.0, count);
    return std::string(kLetters[letterX]) + kLetters[letterY] + digits(x - static_cast<double>(letterX) * kSquareOfGrid, unit, count) +
           digits(y - static_cast<double>(letterY) * kSquareOfGrid, unit, count);
}

double sumOfCell(std::vector<double>& weights) {
    std::erase_if(weights, [](double weight) { return std::isnan(weight); });
    if (weights.empty()) return std::numeric_limits<double>::quiet_NaN();
    // Counts add up to the same in any order.
    constexpr double kMostOfACount = 1e9;
    const auto isCount = [](double w) { return std::abs(w) <= kMostOfACount && static_cast<double>(static_cast<std::int64_t>(w)) == w; };
    if (!std::all_of(weights.begin(), weights.end(), isCount)) std::sort(weights.begin(), weights.end());
    return static_cast<double>(std::accumulate(weights.begin(), weights.end(), 0.0L));
}

std::vector<BinnedCell> binPoints(CellShape shape, double sizeMeters, std::span<const WeightedPoint> points) {
    if (!(sizeMeters > 0.0)) return {};
    std::vector<Located> located;
    located.reserve(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (!std::isfinite(points[i].x) || !std::isfinite(points[i].y)) continue;
        located.push_back({cellOf(shape, sizeMeters, points[i].x, points[i].y), points[i].weight, i});
    }
    std::stable_sort(located.begin(), located.end(), [](const Located& a, const Located& b) {
        return a.cell.row != b.cell.row ? a.cell.row < b.cell.row : a.cell.column < b.cell.column;
    });
    std::vector<BinnedCell> cells;
    std::vector<double> weights;
    for (std::size_t i = 0; i < located.size();) {
        BinnedCell cell;
        cell.index = located[i].cell;
        weights.clear();
        for (; i < located.size() && located[i].cell == cell.index; ++i) {
            cell.members.push_back(located[i].point);
            weights.push_back(located[i].weight);
        }
        cell.sum = sumOfCell(weights);
        cells.push_back(std::move(cell));
    }
    return cells;
}

}  // namespace mudeung
