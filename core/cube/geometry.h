// SPDX-License-Identifier: GPL-3.0-or-later
// The few geometric questions of the cube, by GEOS (reentrant interface). Knows coordinates, not datasets.
#pragma once

#include <QByteArray>
#include <QString>
#include <memory>
#include <optional>
#include <vector>

#include "core/base/result.h"

namespace mudeung {

struct LonLat {
    double lon = 0.0;
    double lat = 0.0;
};

/// Polygons by rank: a point in several of them (a shared border, two editions) belongs to the one added first.
/// One thread at a time.
class PolygonIndex {
public:
    PolygonIndex();
    ~PolygonIndex();
    PolygonIndex(const PolygonIndex&) = delete;
    PolygonIndex& operator=(const PolygonIndex&) = delete;

    /// False when the bytes are no polygon.
    bool addWkb(const QByteArray& wkb);
    /// Number of the first added polygon that holds the point (border included), −1 when none does.
    int find(LonLat point) const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// Which points lie in a WKT polygon or multipolygon (border included). Usage error when the text is no polygon.
Result<std::vector<char>> pointsInPolygon(const QString& wkt, const std::vector<LonLat>& points);

/// A point inside the union of the geometries: its centroid when that lies inside, else a point on its surface.
std::optional<LonLat> representativePoint(const std::vector<QByteArray>& wkbs);

}  // namespace mudeung
