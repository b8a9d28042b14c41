// SPDX-License-Identifier: GPL-3.0-or-later
// Sums of weighted points per cell of a square or hexagonal grid that lies on the Korean national grid (EPSG:5179). Standard C++ only.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/analysis/density/density.h"

namespace mudeung {

enum class CellShape {
    Square,   ///< corners at multiples of the size
    Hexagon,  ///< pointy top, of the same area as the square; one centre lies on the origin of the coordinate system
};

/// The sizes that are offered: side of a square in metres. All divide 100 km, so that every cell lies in one square of the national grid.
constexpr std::array<int, 5> kCellSizes{100, 200, 250, 500, 1000};

/// A cell by its place in the grid. Squares: column = floor(x / size), row = floor(y / size). Hexagons: row counts the rows of centres,
/// column the centres in a row (odd rows lie half a width further east).
struct CellIndex {
    std::int64_t column = 0;
    std::int64_t row = 0;
    bool operator==(const CellIndex&) const = default;
};

/// Metres, EPSG:5179: x to the east, y to the north.
struct GridPoint {
    double x = 0.0;
    double y = 0.0;
};

/// The cell of a point. A point on a border belongs to the cell north or east of it.
CellIndex cellOf(CellShape shape, double sizeMeters, double x, double y);
GridPoint cellCentre(CellShape shape, double sizeMeters, CellIndex cell);
/// Corners counter-clockwise, the first at the south (hexagon) or south-west (square).
std::vector<GridPoint> cellCorners(CellShape shape, double sizeMeters, CellIndex cell);
/// Distance between opposite sides of a hexagon whose area is size²: size · √(2/√3).
double hexagonWidth(double sizeMeters);

/// The national point number (국가지점번호) of the south-west corner of a square, as long as its size needs: "다사5352" for 1 km,
/// "다사535520" for 100 m, "다사53505200" for the others. UTF-8. Empty outside of the numbered area.
std::string squareCode(double sizeMeters, CellIndex cell);

struct BinnedCell {
    CellIndex index;
    double sum = 0.0;                  ///< NaN when none of its points has a weight
    std::vector<std::size_t> members;  ///< points of the cell, in the order given
};

/// Cells that hold a point, by row and column. Points that are not finite are left out; a NaN weight ("no data") is a member but adds
/// nothing. Each sum is rounded once, so that integers stay exact and the order of the points does not matter.
std::vector<BinnedCell> binPoints(CellShape shape, double sizeMeters, std::span<const WeightedPoint> points);

/// The sum of a cell from the weights of its points, which are reordered: rounded once, so that their order does not matter; NaN weights
/// are left out, NaN when there is no other.
double sumOfCell(std::vector<double>& weights);

}  // namespace mudeung
