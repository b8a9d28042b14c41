// SPDX-License-Identifier: GPL-3.0-or-later
// The real dongs of Gwangju for tests of spatial statistics, on a plane that an oracle can repeat with two multiplications.
#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <vector>

#include "core/analysis/neighbours/contiguity.h"

namespace mudeung::test {

/// Metres east and north of 126.85° E, 35.15° N on a sphere of 111,320 m per degree: accurate to some 0.1 % over the city.
inline PlanarPoint cityPlane(double lon, double lat) {
    constexpr double kMetresPerDegree = 111320.0;
    constexpr double kCosine = 0.81765;  // cos 35.15°
    return {(lon - 126.85) * kMetresPerDegree * kCosine, (lat - 35.15) * kMetresPerDegree};
}

struct Dongs {
    QStringList codes;  ///< ten digits
    std::vector<PlanarArea> areas;
};

/// Polygons and multipolygons of a GeoJSON file, in its order.
inline Dongs readDongs(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) qFatal("cannot read %s", qPrintable(path));
    Dongs dongs;
    const auto addPolygon = [](PlanarArea& area, const QJsonArray& polygon) {
        for (const auto& ring : polygon) {
            PlanarRing points;
            for (const auto& p : ring.toArray()) points.push_back(cityPlane(p.toArray().at(0).toDouble(), p.toArray().at(1).toDouble()));
            area.rings.push_back(std::move(points));
        }
    };
    for (const auto& f : QJsonDocument::fromJson(file.readAll()).object().value(QStringLiteral("features")).toArray()) {
        const QJsonObject feature = f.toObject();
        const QJsonObject geometry = feature.value(QStringLiteral("geometry")).toObject();
        const QJsonArray coordinates = geometry.value(QStringLiteral("coordinates")).toArray();
        PlanarArea area;
        if (geometry.value(QStringLiteral("type")).toString() == QLatin1String("Polygon")) {
            addPolygon(area, coordinates);
        } else {
            for (const auto& polygon : coordinates) addPolygon(area, polygon.toArray());
        }
        dongs.codes << feature.value(QStringLiteral("properties")).toObject().value(QStringLiteral("adm_cd2")).toString();
        dongs.areas.push_back(std::move(area));
    }
    return dongs;
}

}  // namespace mudeung::test
