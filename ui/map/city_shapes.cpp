// SPDX-License-Identifier: GPL-3.0-or-later
// Boundaries from the store: WKB → EPSG:5186 rings, districts dissolved from dongs.
#include "ui/map/city_shapes.h"

#include <QMap>
#include <qgscoordinatereferencesystem.h>
#include <qgscoordinatetransform.h>
#include <qgscoordinatetransformcontext.h>
#include <qgsexception.h>
#include <qgsgeometry.h>

namespace mudeung {
namespace {

constexpr int kDistrictDigits = 5;

QString lastWord(const QString& name) {
    return name.simplified().section(QLatin1Char(' '), -1);
}

void takeRings(const QgsGeometry& geometry, CityShape& shape) {
    const QgsMultiPolygonXY polygons = geometry.isMultipart() ? geometry.asMultiPolygon() : QgsMultiPolygonXY{geometry.asPolygon()};
    for (const QgsPolygonXY& polygon : polygons) {
        for (const QgsPolylineXY& ring : polygon) {
            QPolygonF points;
            points.reserve(ring.size());
            for (const QgsPointXY& p : ring) points.append(QPointF(p.x(), p.y()));
            if (points.size() >= 3) shape.rings.append(points);
        }
    }
    shape.box = geometry.boundingBox();
    shape.areaKm2 = geometry.area() / 1e6;
    QgsGeometry inside = geometry.centroid();
    if (!geometry.contains(inside)) inside = geometry.pointOnSurface();
    if (!inside.isNull()) shape.labelAt = inside.asPoint().toQPointF();
}

int fitness(const Dataset& layer, const Dataset& cube) {
    if (layer.kind != DatasetKind::Layer || !layer.geometryType.contains(QLatin1String("polygon"), Qt::CaseInsensitive)) return 0;
    if (layer.placeKind == cube.placeKind) return 4;
    if (layer.placeKind == QLatin1String("dong")) return 3;
    return layer.placeKind == QLatin1String("district") ? 2 : 1;
}

void dissolveDistricts(const QMap<QString, QVector<QgsGeometry>>& parts, const QMap<QString, QString>& names, CityShapes& city) {
    for (auto it = parts.begin(); it != parts.end(); ++it) {
        const QgsGeometry whole = QgsGeometry::unaryUnion(it.value());
        if (whole.isNull() || whole.isEmpty()) continue;
        CityShape district;
        district.code = it.key();
        district.name = names.value(it.key());
        takeRings(whole, district);
        if (!district.rings.isEmpty()) city.districts.append(district);
    }
}

}  // namespace

QString mapCrsId() {
    return QStringLiteral("EPSG:5186");
}

QgsCoordinateTransform toMapTransform() {
    return QgsCoordinateTransform(QgsCoordinateReferenceSystem(QStringLiteral("EPSG:4326")), QgsCoordinateReferenceSystem(mapCrsId()),
                                  QgsCoordinateTransformContext());
}

bool shapeFromWkb(const QByteArray& wkb, const QgsCoordinateTransform& toMap, CityShape& shape) {
    QgsGeometry geometry;
    geometry.fromWkb(wkb);
    if (geometry.isNull() || geometry.type() != Qgis::GeometryType::Polygon) return false;
    try {
        if (geometry.transform(toMap) != Qgis::GeometryOperationResult::Success) return false;
    } catch (const QgsCsException&) {
        return false;
    }
    takeRings(geometry, shape);
    return !shape.rings.isEmpty();
}

Result<CityShapesPtr> readCityShapes(const Workspace& workspace, const Dataset& cube, Progress& progress) {
    auto city = std::make_shared<CityShapes>();
    const auto datasets = workspace.datasets();
    if (!datasets) return datasets.error();
    Dataset best;
    int bestFitness = 0;
    for (const Dataset& dataset : *datasets) {
        const int f = fitness(dataset, cube);
        if (f > bestFitness) {
            best = dataset;
            bestFitness = f;
        }
    }
    if (bestFitness == 0) return CityShapesPtr(city);
    const auto features = workspace.features(best.id);
    if (!features) return features.error();
    city->dataset = best.id;
    city->kind = best.placeKind;

    const QgsCoordinateTransform transform = toMapTransform();
    QMap<QString, QVector<QgsGeometry>> districtParts;
    QMap<QString, QString> districtNames;
    for (const Feature& feature : *features) {
        if (progress.isCancelled()) return Error{ErrorCode::Cancelled, QString(), QString()};
        QgsGeometry geometry;
        geometry.fromWkb(feature.wkb);
        if (geometry.isNull() || geometry.type() != Qgis::GeometryType::Polygon) continue;
        try {
            if (geometry.transform(transform) != Qgis::GeometryOperationResult::Success) continue;
        } catch (const QgsCsException&) {
            continue;  // outside the projection: such a shape cannot be on this map
        }
        CityShape shape;
        shape.code = feature.code;
        shape.aliases = feature.aliases;
        shape.name = lastWord(feature.name);
        takeRings(geometry, shape);
        if (shape.rings.isEmpty()) continue;
        city->box.combineExtentWith(shape.box);
        if (best.placeKind == QLatin1String("dong") && shape.code.size() > kDistrictDigits) {
            const QString district = shape.code.left(kDistrictDigits);
            districtParts[district].append(geometry);
            const QString named = feature.name.simplified();
            const QString attribute = feature.attributes.value(QLatin1String("sggnm")).toString();
            districtNames[district] = !attribute.isEmpty()                 ? attribute
                                      : named.count(QLatin1Char(' ')) >= 2 ? named.section(QLatin1Char(' '), -2, -2)
                                                                           : QString();
        }
        city->shapes.append(shape);
    }
    dissolveDistricts(districtParts, districtNames, *city);
    return CityShapesPtr(city);
}

}  // namespace mudeung
