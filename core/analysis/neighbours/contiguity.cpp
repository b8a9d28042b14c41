// SPDX-License-Identifier: GPL-3.0-or-later
// Borders as lines: distances between lines need no valid polygons, so badly drawn areas are no special case.
#include "core/analysis/neighbours/contiguity.h"

#include <cmath>

#include "core/cube/geos_owner.h"

namespace mudeung {

namespace {

using Geometry = GeosGeometry;
using Prepared = GeosPrepared;
using Tree = GeosTree;

/// The rings as one multi-line; null when there is none.
GEOSGeometry* border(GEOSContextHandle_t h, const PlanarArea& area) {
    std::vector<GEOSGeometry*> lines;
    for (const PlanarRing& ring : area.rings) {
        std::vector<double> xy;
        for (PlanarPoint p : ring) {
            if (!std::isfinite(p.x) || !std::isfinite(p.y)) continue;
            xy.push_back(p.x);
            xy.push_back(p.y);
        }
        if (xy.size() < 4) continue;
        if (xy[0] != xy[xy.size() - 2] || xy[1] != xy.back()) xy.insert(xy.end(), {xy[0], xy[1]});
        GEOSCoordSequence* points = GEOSCoordSeq_copyFromBuffer_r(h, xy.data(), static_cast<unsigned>(xy.size() / 2), 0, 0);
        if (points == nullptr) continue;
        if (GEOSGeometry* line = GEOSGeom_createLineString_r(h, points)) lines.push_back(line);
    }
    if (lines.empty()) return nullptr;
    return GEOSGeom_createCollection_r(h, GEOS_MULTILINESTRING, lines.data(), static_cast<unsigned>(lines.size()));
}

/// Even-odd rule.
bool inside(const PlanarArea& area, PlanarPoint p) {
    bool odd = false;
    for (const PlanarRing& ring : area.rings) {
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            const PlanarPoint a = ring[i], b = ring[j];
            if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x) odd = !odd;
        }
    }
    return odd;
}

/// One area lies in the other, their borders being apart.
bool oneHoldsOther(const PlanarArea& a, const PlanarArea& b) {
    for (const PlanarRing& ring : b.rings)
        if (!ring.empty() && inside(a, ring.front())) return true;
    for (const PlanarRing& ring : a.rings)
        if (!ring.empty() && inside(b, ring.front())) return true;
    return false;
}

/// The smallest upright rectangle around a border, wider by a margin on every side.
Geometry envelope(GEOSContextHandle_t h, const GEOSGeometry* g, double margin) {
    double left = 0.0, bottom = 0.0, right = 0.0, top = 0.0;
    GEOSGeom_getXMin_r(h, g, &left);
    GEOSGeom_getYMin_r(h, g, &bottom);
    GEOSGeom_getXMax_r(h, g, &right);
    GEOSGeom_getYMax_r(h, g, &top);
    return Geometry(GEOSGeom_createRectangle_r(h, left - margin, bottom - margin, right + margin, top + margin), {h});
}

}  // namespace

SpatialWeights queenContiguity(std::span<const PlanarArea> areas, double toleranceMetres, const ShouldStop& shouldStop) {
    const GeosContext context(GEOS_init_r());
    const GEOSContextHandle_t h = context.get();
    struct Entry {
        std::uint32_t number;
        Geometry border;
    };
    std::vector<Entry> entries;
    entries.reserve(areas.size());
    for (std::size_t i = 0; i < areas.size(); ++i)
        if (GEOSGeometry* g = border(h, areas[i])) entries.push_back({static_cast<std::uint32_t>(i), Geometry(g, {h})});
    std::vector<std::vector<std::uint32_t>> lists(areas.size());
    if (entries.empty()) return weightsFromLists(std::move(lists));

    const Tree tree(GEOSSTRtree_create_r(h, 10), {h});
    for (Entry& e : entries) GEOSSTRtree_insert_r(h, tree.get(), e.border.get(), &e);
    for (const Entry& e : entries) {
        if (shouldStop && shouldStop()) return {};
        const Prepared prepared(GEOSPrepare_r(h, e.border.get()), {h});
        std::vector<const Entry*> near;
        const Geometry around = envelope(h, e.border.get(), toleranceMetres);
        const auto collect = [](void* item, void* list) {
            static_cast<std::vector<const Entry*>*>(list)->push_back(static_cast<const Entry*>(item));
        };
        GEOSSTRtree_query_r(h, tree.get(), around.get(), collect, &near);
        for (const Entry* other : near) {
            if (other->number <= e.number) continue;
            const bool close = GEOSPreparedDistanceWithin_r(h, prepared.get(), other->border.get(), toleranceMetres) == 1;
            if (!close && !oneHoldsOther(areas[e.number], areas[other->number])) continue;
            lists[e.number].push_back(other->number);
            lists[other->number].push_back(e.number);
        }
    }
    return weightsFromLists(std::move(lists));
}

}  // namespace mudeung
