// SPDX-License-Identifier: GPL-3.0-or-later
// The ground plan: a fine hexagonal lattice labelled with districts and dongs, and its borders as rings. On hexagons only three
// cells meet at a corner, so borders are shared exactly and polygons never touch themselves.
#pragma once

#include <cstdint>
#include <vector>

#include "core/sample/city.h"

namespace mudeung::sample {

class HexMap {
public:
    HexMap(const Facts& facts, std::uint64_t seed);

    int dongAt(Point p) const;  ///< −1 outside the city
    const std::vector<Point>& centres() const { return m_centres; }
    std::vector<int> cellsOfDong(int dong) const;
    Point cellCentre(int cell) const;
    double cellAreaKm2() const;
    /// Rings of every dong (outer ring first, counter-clockwise), closed, in degrees.
    std::vector<std::vector<Ring>> rings() const;

private:
    int neighbour(int cell, int side) const;  ///< sides counter-clockwise from east; −1 beyond the lattice
    int corner(int cell, int k) const;        ///< node ids; k counter-clockwise from the lower right
    int cellAt(Point p) const;
    void drawOutline(const Facts& facts, std::uint64_t seed);
    void drawDistricts(const Facts& facts, std::uint64_t seed);
    void drawDongs(const Facts& facts, std::uint64_t seed);
    void splitDistrict(const std::vector<int>& cells, int parts, int firstDong, const Facts& facts, std::uint64_t seed);
    /// Every label keeps its largest connected part; the other cells join a neighbour with the same parent.
    void keepLargest(std::vector<int>& labels, const std::vector<int>& parents) const;
    std::vector<Point> smoothedNodes(const std::vector<std::vector<int>>& links) const;
    std::vector<std::vector<int>> borderLinks() const;
    std::vector<char> weededNodes(const std::vector<std::vector<int>>& links, const std::vector<Point>& nodes) const;

    std::vector<int> m_inside;    ///< per cell 0 or −1
    std::vector<int> m_district;  ///< per cell, −1 outside
    std::vector<int> m_dong;      ///< per cell, −1 outside
    std::vector<Point> m_centres;
};

}  // namespace mudeung::sample
