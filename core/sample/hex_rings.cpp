// SPDX-License-Identifier: GPL-3.0-or-later
// Borders of the labelled lattice as smooth rings. Nodes are moved and dropped once for all dongs, so neighbours keep sharing them.
#include <algorithm>
#include <cmath>
#include <map>

#include "core/sample/hex_lattice.h"
#include "core/sample/hex_map.h"

namespace mudeung::sample {
namespace {

double ringArea(const Ring& ring) {
    double twice = 0.0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        twice += (ring[i].first - ring[0].first) * (ring[i + 1].second - ring[0].second) -
                 (ring[i + 1].first - ring[0].first) * (ring[i].second - ring[0].second);
    }
    return twice / 2.0;
}

double offLine(Point p, Point a, Point b) {
    const double length = distanceMeters(a, b);
    if (length < 1.0) return 1e9;
    return std::abs((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)) / length;
}

}  // namespace

std::vector<std::vector<int>> HexMap::borderLinks() const {
    std::vector<std::vector<int>> links(2 * hex::kCells);
    for (int cell = 0; cell < hex::kCells; ++cell) {
        if (m_dong[cell] < 0) continue;
        for (int side = 0; side < 6; ++side) {
            const int n = neighbour(cell, side);
            if (m_dong[n] == m_dong[cell] || (m_dong[n] >= 0 && n < cell)) continue;  // each border edge once
            const int a = corner(cell, side);
            const int b = corner(cell, side + 1);
            links[a].push_back(b);
            links[b].push_back(a);
        }
    }
    return links;
}

std::vector<Point> HexMap::smoothedNodes(const std::vector<std::vector<int>>& links) const {
    std::vector<Point> nodes(links.size());
    for (std::size_t i = 0; i < nodes.size(); ++i) nodes[i] = hex::node(static_cast<int>(i));
    for (int round = 0; round < 5; ++round) {
        std::vector<Point> moved = nodes;
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            if (links[i].empty()) continue;
            Point mean;
            for (const int n : links[i]) {
                mean.x += nodes[n].x / static_cast<double>(links[i].size());
                mean.y += nodes[n].y / static_cast<double>(links[i].size());
            }
            moved[i] = {0.5 * nodes[i].x + 0.5 * mean.x, 0.5 * nodes[i].y + 0.5 * mean.y};
        }
        nodes.swap(moved);
    }
    return nodes;
}

// Drops nodes that lie almost on the line between their two neighbours; junctions of three dongs always stay.
std::vector<char> HexMap::weededNodes(const std::vector<std::vector<int>>& original, const std::vector<Point>& nodes) const {
    constexpr double kToleranceMeters = 5.0;
    std::vector<std::vector<int>> links = original;
    std::vector<char> dropped(nodes.size(), 0);
    for (int round = 0; round < 2; ++round) {
        std::vector<char> frozen(nodes.size(), 0);
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            if (dropped[i] != 0 || frozen[i] != 0 || links[i].size() != 2) continue;
            const int a = links[i][0];
            const int b = links[i][1];
            const bool linked = std::find(links[a].begin(), links[a].end(), b) != links[a].end();
            if (linked || offLine(nodes[i], nodes[a], nodes[b]) > kToleranceMeters) continue;
            dropped[i] = 1;
            frozen[a] = 1;
            frozen[b] = 1;
            std::replace(links[a].begin(), links[a].end(), static_cast<int>(i), b);
            std::replace(links[b].begin(), links[b].end(), static_cast<int>(i), a);
        }
    }
    return dropped;
}

std::vector<std::vector<Ring>> HexMap::rings() const {
    const auto links = borderLinks();
    const auto nodes = smoothedNodes(links);
    const auto dropped = weededNodes(links, nodes);
    std::vector<std::map<int, int>> next(m_centres.size());
    for (int cell = 0; cell < hex::kCells; ++cell) {
        if (m_dong[cell] < 0) continue;
        for (int side = 0; side < 6; ++side)
            if (m_dong[neighbour(cell, side)] != m_dong[cell]) next[m_dong[cell]][corner(cell, side)] = corner(cell, side + 1);
    }
    std::vector<std::vector<Ring>> all(next.size());
    for (std::size_t dong = 0; dong < next.size(); ++dong) {
        auto& edges = next[dong];
        while (!edges.empty()) {
            Ring ring;
            int at = edges.begin()->first;
            for (auto edge = edges.find(at); edge != edges.end(); edge = edges.find(at)) {
                if (dropped[at] == 0) ring.emplace_back(longitudeOf(nodes[at]), latitudeOf(nodes[at]));
                at = edge->second;
                edges.erase(edge);
            }
            ring.push_back(ring.front());
            all[dong].push_back(std::move(ring));
        }
        std::stable_sort(all[dong].begin(), all[dong].end(), [](const Ring& a, const Ring& b) { return ringArea(a) > ringArea(b); });
    }
    return all;
}

}  // namespace mudeung::sample
