// SPDX-License-Identifier: GPL-3.0-or-later
// Outline, districts and dongs on the hexagonal lattice.
#include "core/sample/hex_map.h"

#include <algorithm>
#include <cmath>
#include <deque>

#include "core/sample/hex_lattice.h"
#include "core/sample/random.h"

namespace mudeung::sample {
namespace {

/// Smooth noise in −1…1 by interpolating random values on a square grid.
class Noise {
public:
    Noise(std::uint64_t seed, std::string_view purpose, double scaleMeters) : m_scale(scaleMeters) {
        Random random(seed, purpose);
        for (double& v : m_values) v = random.uniform(-1.0, 1.0);
    }
    double at(Point p) const {
        const double x = p.x / m_scale + 512.0;
        const double y = p.y / m_scale + 512.0;
        const int ix = static_cast<int>(x);
        const int iy = static_cast<int>(y);
        const double fx = fade(x - ix);
        const double fy = fade(y - iy);
        const double below = value(ix, iy) * (1 - fx) + value(ix + 1, iy) * fx;
        const double above = value(ix, iy + 1) * (1 - fx) + value(ix + 1, iy + 1) * fx;
        return below * (1 - fy) + above * fy;
    }

private:
    static constexpr int kSize = 64;
    static double fade(double t) { return t * t * (3.0 - 2.0 * t); }
    double value(int x, int y) const { return m_values[(y % kSize) * kSize + x % kSize]; }
    double m_scale;
    double m_values[kSize * kSize];
};

}  // namespace

HexMap::HexMap(const Facts& facts, std::uint64_t seed) {
    drawOutline(facts, seed);
    drawDistricts(facts, seed);
    drawDongs(facts, seed);
}

Point HexMap::cellCentre(int cell) const {
    return hex::centre(cell);
}

double HexMap::cellAreaKm2() const {
    return hex::areaKm2();
}

int HexMap::neighbour(int cell, int side) const {
    return hex::neighbour(cell, side);
}

int HexMap::corner(int cell, int k) const {
    return hex::corner(cell, k);
}

int HexMap::cellAt(Point p) const {
    const int row0 = static_cast<int>(std::floor((p.y - hex::kBottom) / (1.5 * hex::kRadius)));
    int best = -1;
    double bestDistance = 1e18;
    for (int row = row0 - 1; row <= row0 + 2; ++row) {
        if (row < 0 || row >= hex::kRows) continue;
        const double shift = (row & 1) != 0 ? 0.5 : 0.0;
        const int col = static_cast<int>(std::lround((p.x - hex::kLeft) / hex::width() - shift));
        if (col < 0 || col >= hex::kCols) continue;
        const int cell = row * hex::kCols + col;
        const double d = distanceMeters(p, hex::centre(cell));
        if (d < bestDistance) {
            bestDistance = d;
            best = cell;
        }
    }
    return best;
}

int HexMap::dongAt(Point p) const {
    const int cell = cellAt(p);
    return cell < 0 ? -1 : m_dong[cell];
}

void HexMap::drawOutline(const Facts& facts, std::uint64_t seed) {
    const Noise coarse(seed, "outline", 5200.0);
    const Noise fine(seed, "outline-fine", 1700.0);
    m_inside.assign(hex::kCells, -1);
    for (int cell = 0; cell < hex::kCells; ++cell) {
        if (hex::onEdge(cell)) continue;
        const Point p = hex::centre(cell);
        const double dx = (p.x - facts.outlineCentre.x) / facts.outlineRadii.x;
        const double dy = (p.y - facts.outlineCentre.y) / facts.outlineRadii.y;
        if (std::sqrt(dx * dx + dy * dy) < 1.0 + 0.16 * coarse.at(p) + 0.06 * fine.at(p)) m_inside[cell] = 0;
    }
    // Stations must lie well inside, whatever the noise does.
    for (const Station& station : facts.stations) {
        const Point at = pointAt(station.lon, station.lat);
        for (int cell = 0; cell < hex::kCells; ++cell)
            if (distanceMeters(hex::centre(cell), at) < 900.0) m_inside[cell] = 0;
    }
    keepLargest(m_inside, std::vector<int>(hex::kCells, 0));
    // Holes: whatever the outside cannot reach from the lattice's edge belongs to the city.
    std::vector<int> outside(hex::kCells, -1);
    std::deque<int> queue{0};
    outside[0] = 0;
    while (!queue.empty()) {
        const int cell = queue.front();
        queue.pop_front();
        for (int side = 0; side < 6; ++side) {
            const int n = neighbour(cell, side);
            if (n < 0 || outside[n] == 0 || m_inside[n] == 0) continue;
            outside[n] = 0;
            queue.push_back(n);
        }
    }
    for (int cell = 0; cell < hex::kCells; ++cell) m_inside[cell] = outside[cell] == 0 ? -1 : 0;
}

void HexMap::drawDistricts(const Facts& facts, std::uint64_t seed) {
    const Noise warpX(seed, "warp-x", 2100.0);
    const Noise warpY(seed, "warp-y", 2100.0);
    m_district.assign(hex::kCells, -1);
    for (int cell = 0; cell < hex::kCells; ++cell) {
        if (m_inside[cell] < 0) continue;
        const Point at = hex::centre(cell);
        const Point p{at.x + 700.0 * warpX.at(at), at.y + 700.0 * warpY.at(at)};
        double best = 1e18;
        for (std::size_t d = 0; d < facts.districts.size(); ++d) {
            for (const Point& anchor : facts.districts[d].anchors) {
                const double distance = distanceMeters(p, anchor);
                if (distance >= best) continue;
                best = distance;
                m_district[cell] = static_cast<int>(d);
            }
        }
    }
    keepLargest(m_district, m_inside);
}

void HexMap::drawDongs(const Facts& facts, std::uint64_t seed) {
    m_dong.assign(hex::kCells, -1);
    int first = 0;
    for (std::size_t d = 0; d < facts.districts.size(); ++d) {
        std::vector<int> cells;
        for (int cell = 0; cell < hex::kCells; ++cell)
            if (m_district[cell] == static_cast<int>(d)) cells.push_back(cell);
        splitDistrict(cells, facts.districts[d].dongs, first, facts, seed);
        first += facts.districts[d].dongs;
    }
    keepLargest(m_dong, m_district);
    std::vector<int> counts(m_centres.size(), 0);
    std::vector<Point> sums(m_centres.size());
    for (int cell = 0; cell < hex::kCells; ++cell) {
        if (m_dong[cell] < 0) continue;
        const Point p = hex::centre(cell);
        sums[m_dong[cell]].x += p.x;
        sums[m_dong[cell]].y += p.y;
        ++counts[m_dong[cell]];
    }
    for (std::size_t i = 0; i < m_centres.size(); ++i)
        if (counts[i] > 0) m_centres[i] = {sums[i].x / counts[i], sums[i].y / counts[i]};
}

// Weighted k-means: cells near the middle of the city weigh more, so dongs are small there and large at the rim.
void HexMap::splitDistrict(const std::vector<int>& cells, int parts, int firstDong, const Facts& facts, std::uint64_t seed) {
    Random random(seed, "dong-seeds", static_cast<std::uint64_t>(firstDong));
    const Noise warpX(seed, "dong-warp-x", 800.0);
    const Noise warpY(seed, "dong-warp-y", 800.0);
    std::vector<double> weights(cells.size());
    std::vector<double> cumulative(cells.size());
    double total = 0.0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const double km = distanceMeters(hex::centre(cells[i]), facts.centre) / 1000.0;
        weights[i] = 1.0 / (1.0 + std::pow(km / 3.2, 3.2)) + 0.006;
        total += weights[i];
        cumulative[i] = total;
    }
    std::vector<Point> seeds(parts);
    for (Point& s : seeds) {
        const auto it = std::upper_bound(cumulative.begin(), cumulative.end(), random.uniform() * total);
        s = hex::centre(cells[std::min<std::size_t>(it - cumulative.begin(), cells.size() - 1)]);
    }
    constexpr int kRounds = 14;
    for (int round = 0; round < kRounds; ++round) {
        std::vector<Point> sums(parts);
        std::vector<double> mass(parts, 0.0);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const Point at = hex::centre(cells[i]);
            const Point p{at.x + 220.0 * warpX.at(at), at.y + 220.0 * warpY.at(at)};
            int best = 0;
            for (int k = 1; k < parts; ++k)
                if (distanceMeters(p, seeds[k]) < distanceMeters(p, seeds[best])) best = k;
            m_dong[cells[i]] = firstDong + best;
            sums[best].x += p.x * weights[i];
            sums[best].y += p.y * weights[i];
            mass[best] += weights[i];
        }
        if (round == kRounds - 1) break;
        for (int k = 0; k < parts; ++k)
            if (mass[k] > 0.0) seeds[k] = {sums[k].x / mass[k], sums[k].y / mass[k]};
    }
    for (const Point& s : seeds) m_centres.push_back(s);
}

void HexMap::keepLargest(std::vector<int>& labels, const std::vector<int>& parents) const {
    std::vector<int> part(labels.size(), -1);
    std::vector<int> sizes;
    std::vector<int> largest;  // per label: its largest part
    for (int start = 0; start < hex::kCells; ++start) {
        if (labels[start] < 0 || part[start] >= 0) continue;
        const int id = static_cast<int>(sizes.size());
        std::vector<int> stack{start};
        part[start] = id;
        int size = 0;
        while (!stack.empty()) {
            const int cell = stack.back();
            stack.pop_back();
            ++size;
            for (int side = 0; side < 6; ++side) {
                const int n = neighbour(cell, side);
                if (n < 0 || part[n] >= 0 || labels[n] != labels[start]) continue;
                part[n] = id;
                stack.push_back(n);
            }
        }
        sizes.push_back(size);
        const std::size_t label = static_cast<std::size_t>(labels[start]);
        if (largest.size() <= label) largest.resize(label + 1, -1);
        if (largest[label] < 0 || sizes[largest[label]] < size) largest[label] = id;
    }
    std::deque<int> queue;
    std::vector<char> loose(labels.size(), 0);
    for (int cell = 0; cell < hex::kCells; ++cell) {
        if (labels[cell] < 0) continue;
        if (part[cell] == largest[labels[cell]]) {
            queue.push_back(cell);
        } else {
            labels[cell] = -1;
            loose[cell] = 1;
        }
    }
    while (!queue.empty()) {
        const int cell = queue.front();
        queue.pop_front();
        for (int side = 0; side < 6; ++side) {
            const int n = neighbour(cell, side);
            if (n < 0 || loose[n] == 0 || parents[n] != parents[cell]) continue;
            labels[n] = labels[cell];
            loose[n] = 0;
            queue.push_back(n);
        }
    }
}

std::vector<int> HexMap::cellsOfDong(int dong) const {
    std::vector<int> cells;
    for (int cell = 0; cell < hex::kCells; ++cell)
        if (m_dong[cell] == dong) cells.push_back(cell);
    return cells;
}

}  // namespace mudeung::sample
