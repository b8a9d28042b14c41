// SPDX-License-Identifier: GPL-3.0-or-later
// Polygons and points through GEOS.
#include "core/cube/geometry.h"

#include <QCoreApplication>
#include <cmath>

#include "core/cube/geos_owner.h"

namespace mudeung {

namespace {

class Geos {
public:
    Geos() : m_owner(GEOS_init_r()), m_handle(m_owner.get()) {}
    Geos(const Geos&) = delete;
    Geos& operator=(const Geos&) = delete;
    GEOSContextHandle_t handle() const { return m_handle; }

    using Geometry = GeosGeometry;
    using Prepared = GeosPrepared;
    using Tree = GeosTree;

    Geometry own(GEOSGeometry* g) const { return Geometry(g, {m_handle}); }
    Prepared prepare(const Geometry& g) const { return Prepared(GEOSPrepare_r(m_handle, g.get()), {m_handle}); }
    Tree tree() const { return Tree(GEOSSTRtree_create_r(m_handle, 10), {m_handle}); }
    Geometry point(LonLat p) const { return own(GEOSGeom_createPointFromXY_r(m_handle, p.lon, p.lat)); }

    Geometry fromWkb(const QByteArray& wkb) const {
        GEOSWKBReader* reader = GEOSWKBReader_create_r(m_handle);
        GEOSGeometry* g = GEOSWKBReader_read_r(m_handle, reader, reinterpret_cast<const unsigned char*>(wkb.constData()),
                                               static_cast<std::size_t>(wkb.size()));
        GEOSWKBReader_destroy_r(m_handle, reader);
        return own(g);
    }

    Geometry fromWkt(const QString& wkt) const {
        GEOSWKTReader* reader = GEOSWKTReader_create_r(m_handle);
        GEOSGeometry* g = GEOSWKTReader_read_r(m_handle, reader, wkt.toUtf8().constData());
        GEOSWKTReader_destroy_r(m_handle, reader);
        return own(g);
    }

    /// The geometry as a valid polygon, empty when it is none.
    Geometry polygonal(Geometry g) const {
        if (!g) return g;
        const int type = GEOSGeomTypeId_r(m_handle, g.get());
        if ((type != GEOS_POLYGON && type != GEOS_MULTIPOLYGON) || GEOSisEmpty_r(m_handle, g.get()) == 1) return own(nullptr);
        if (GEOSisValid_r(m_handle, g.get()) == 1) return g;
        return own(GEOSMakeValid_r(m_handle, g.get()));
    }

private:
    GeosContext m_owner;
    GEOSContextHandle_t m_handle;
};

}  // namespace

struct PolygonIndex::Impl {
    struct Entry {
        int number;
        Geos::Geometry geometry;
        Geos::Prepared prepared;
    };
    Geos geos;
    std::vector<std::unique_ptr<Entry>> entries;
    Geos::Tree tree = geos.tree();
    int count = 0;
};

PolygonIndex::PolygonIndex() : m_impl(std::make_unique<Impl>()) {}
PolygonIndex::~PolygonIndex() = default;

bool PolygonIndex::addWkb(const QByteArray& wkb) {
    const int number = m_impl->count++;
    Geos::Geometry geometry = m_impl->geos.polygonal(m_impl->geos.fromWkb(wkb));
    if (!geometry) return false;
    Geos::Prepared prepared = m_impl->geos.prepare(geometry);
    m_impl->entries.push_back(std::make_unique<Impl::Entry>(Impl::Entry{number, std::move(geometry), std::move(prepared)}));
    Impl::Entry* entry = m_impl->entries.back().get();
    GEOSSTRtree_insert_r(m_impl->geos.handle(), m_impl->tree.get(), entry->geometry.get(), entry);
    return true;
}

int PolygonIndex::find(LonLat p) const {
    if (!std::isfinite(p.lon) || !std::isfinite(p.lat) || m_impl->entries.empty()) return -1;
    struct Search {
        GEOSContextHandle_t handle;
        const GEOSGeometry* point;
        int best = -1;
    };
    const Geos::Geometry point = m_impl->geos.point(p);
    Search search{m_impl->geos.handle(), point.get()};
    const auto visit = [](void* item, void* data) {
        const auto* entry = static_cast<const Impl::Entry*>(item);
        auto* s = static_cast<Search*>(data);
        if (s->best >= 0 && s->best < entry->number) return;
        if (GEOSPreparedIntersects_r(s->handle, entry->prepared.get(), s->point) == 1) s->best = entry->number;
    };
    GEOSSTRtree_query_r(m_impl->geos.handle(), m_impl->tree.get(), point.get(), visit, &search);
    return search.best;
}

Result<std::vector<char>> pointsInPolygon(const QString& wkt, const std::vector<LonLat>& points) {
    const Geos geos;
    const Geos::Geometry polygon = geos.polygonal(geos.fromWkt(wkt));
    if (!polygon)
        return Error{ErrorCode::Usage,
                     QCoreApplication::translate(
                         "Cube", "The area is not a polygon. Give a WKT POLYGON or MULTIPOLYGON with longitude and latitude."),
                     wkt.left(200)};
    const Geos::Prepared prepared = geos.prepare(polygon);
    std::vector<char> inside(points.size(), 0);
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (!std::isfinite(points[i].lon) || !std::isfinite(points[i].lat)) continue;
        inside[i] = GEOSPreparedIntersects_r(geos.handle(), prepared.get(), geos.point(points[i]).get()) == 1;
    }
    return inside;
}

std::optional<LonLat> representativePoint(const std::vector<QByteArray>& wkbs) {
    const Geos geos;
    std::vector<GEOSGeometry*> parts;
    for (const QByteArray& wkb : wkbs)
        if (Geos::Geometry g = geos.fromWkb(wkb)) parts.push_back(g.release());
    if (parts.empty()) return std::nullopt;
    const Geos::Geometry all =
        geos.own(GEOSGeom_createCollection_r(geos.handle(), GEOS_GEOMETRYCOLLECTION, parts.data(), static_cast<unsigned>(parts.size())));
    const Geos::Geometry whole = geos.own(GEOSUnaryUnion_r(geos.handle(), all.get()));
    if (!whole || GEOSisEmpty_r(geos.handle(), whole.get()) == 1) return std::nullopt;
    Geos::Geometry point = geos.own(GEOSGetCentroid_r(geos.handle(), whole.get()));
    if (!point || GEOSIntersects_r(geos.handle(), whole.get(), point.get()) != 1)
        point = geos.own(GEOSPointOnSurface_r(geos.handle(), whole.get()));
    LonLat result;
    if (!point || GEOSGeomGetX_r(geos.handle(), point.get(), &result.lon) != 1 ||
        GEOSGeomGetY_r(geos.handle(), point.get(), &result.lat) != 1)
        return std::nullopt;
    return result;
}

}  // namespace mudeung
