// SPDX-License-Identifier: GPL-3.0-or-later
// Arithmetic of the pointy-top hexagonal lattice: centres, neighbours and shared corners. Knows nothing of cities.
#pragma once

#include <cmath>

#include "core/sample/city.h"

namespace mudeung::sample::hex {

constexpr double kRadius = 70.0;  ///< metres, centre to corner
constexpr int kCols = 340;
constexpr int kRows = 276;
constexpr int kCells = kCols * kRows;
constexpr double kLeft = -20600.0;
constexpr double kBottom = -14300.0;

inline double width() {
    return std::sqrt(3.0) * kRadius;
}

inline double areaKm2() {
    return 1.5 * std::sqrt(3.0) * kRadius * kRadius / 1e6;
}

inline Point centre(int cell) {
    const int row = cell / kCols;
    const int col = cell % kCols;
    return {kLeft + width() * (col + ((row & 1) != 0 ? 0.5 : 0.0)), kBottom + 1.5 * kRadius * row};
}

inline bool onEdge(int cell) {
    const int row = cell / kCols;
    const int col = cell % kCols;
    return row < 2 || col < 2 || row >= kRows - 2 || col >= kCols - 2;
}

/// Sides counter-clockwise: 0 east, 1 north-east, 2 north-west, 3 west, 4 south-west, 5 south-east. −1 beyond the lattice.
inline int neighbour(int cell, int side) {
    const int row = cell / kCols;
    const int col = cell % kCols;
    const int odd = row & 1;
    static constexpr int kRowStep[6] = {0, 1, 1, 0, -1, -1};
    const int colStep[6] = {1, odd, odd - 1, -1, odd - 1, odd};
    const int r = row + kRowStep[side];
    const int c = col + colStep[side];
    if (r < 0 || c < 0 || r >= kRows || c >= kCols) return -1;
    return r * kCols + c;
}

/// Every corner is the top (2 × cell) or the bottom (2 × cell + 1) of exactly one cell. Corners counter-clockwise from the
/// lower right; side k runs from corner k to corner k + 1. Only for cells off the lattice's edge.
inline int corner(int cell, int k) {
    switch (k % 6) {
        case 0:
            return 2 * neighbour(cell, 5);
        case 1:
            return 2 * neighbour(cell, 1) + 1;
        case 2:
            return 2 * cell;
        case 3:
            return 2 * neighbour(cell, 2) + 1;
        case 4:
            return 2 * neighbour(cell, 4);
        default:
            return 2 * cell + 1;
    }
}

inline Point node(int id) {
    const Point c = centre(id / 2);
    return {c.x, id % 2 == 0 ? c.y + kRadius : c.y - kRadius};
}

}  // namespace mudeung::sample::hex
