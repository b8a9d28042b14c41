// SPDX-License-Identifier: GPL-3.0-or-later
// The projection by PROJ, through OGR.
#include "core/cube/plane.h"

#include <cmath>
#include <ogr_geometry.h>
#include <ogr_spatialref.h>

namespace mudeung {

namespace {

QByteArray wkbOf(const OGRGeometry& geometry) {
    QByteArray wkb(static_cast<int>(geometry.WkbSize()), Qt::Uninitialized);
    // NDR on every machine, so that stored bytes are the same.
    return geometry.exportToWkb(wkbNDR, reinterpret_cast<unsigned char*>(wkb.data())) == OGRERR_NONE ? wkb : QByteArray();
}

}  // namespace

NationalPlane::NationalPlane() {
    OGRSpatialReference degrees, plane;
    if (degrees.importFromEPSG(4326) != OGRERR_NONE || plane.importFromEPSG(5179) != OGRERR_NONE) return;
    degrees.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    plane.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    m_forward.reset(OGRCreateCoordinateTransformation(&degrees, &plane));
    m_back.reset(OGRCreateCoordinateTransformation(&plane, &degrees));
}

NationalPlane::~NationalPlane() = default;

std::optional<PlanePoint> NationalPlane::toPlane(LonLat at) {
    PlanePoint p{at.lon, at.lat};
    if (!m_forward || !std::isfinite(p.x) || !std::isfinite(p.y) || !m_forward->Transform(1, &p.x, &p.y)) return std::nullopt;
    return p;
}

std::optional<LonLat> NationalPlane::fromPlane(PlanePoint at) {
    LonLat p{at.x, at.y};
    if (!m_back || !std::isfinite(p.lon) || !std::isfinite(p.lat) || !m_back->Transform(1, &p.lon, &p.lat)) return std::nullopt;
    return p;
}

QByteArray NationalPlane::toPlane(const QByteArray& wkb) {
    OGRGeometry* parsed = nullptr;
    if (!m_forward || wkb.isEmpty() ||
        OGRGeometryFactory::createFromWkb(wkb.constData(), nullptr, &parsed, static_cast<size_t>(wkb.size())) != OGRERR_NONE)
        return {};
    const std::unique_ptr<OGRGeometry> geometry(parsed);
    return geometry->transform(m_forward.get()) == OGRERR_NONE ? wkbOf(*geometry) : QByteArray();
}

QByteArray NationalPlane::polygonFromPlane(std::span<const PlanePoint> corners) {
    OGRLinearRing ring;
    for (const PlanePoint& corner : corners) {
        const auto at = fromPlane(corner);
        if (!at) return {};
        ring.addPoint(at->lon, at->lat);
    }
    ring.closeRings();
    OGRPolygon polygon;
    polygon.addRing(&ring);
    return wkbOf(polygon);
}

}  // namespace mudeung
