// SPDX-License-Identifier: GPL-3.0-or-later
// The boundaries of the city in the map's own coordinates (EPSG:5186), read once per workspace state. Knows no query.
#pragma once

#include <QPointF>
#include <QPolygonF>
#include <QString>
#include <QVector>
#include <memory>
#include <qgsrectangle.h>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/store/workspace.h"

class QgsCoordinateTransform;

namespace mudeung {

struct CityShape {
    QString code;
    QStringList aliases;
    QString name;              ///< the last word of the full name: "충장동"
    QVector<QPolygonF> rings;  ///< outer and inner rings; fill with the odd-even rule
    QgsRectangle box;
    QPointF labelAt;
    double areaKm2 = 0.0;
};

struct CityShapes {
    QString dataset;  ///< the layer they come from; empty when the workspace has no boundaries
    PlaceKind kind;
    QVector<CityShape> shapes;
    QVector<CityShape> districts;  ///< dissolved by the first five digits of the code; empty for other kinds than dongs
    QgsRectangle box;
    bool isEmpty() const { return shapes.isEmpty(); }
};
using CityShapesPtr = std::shared_ptr<const CityShapes>;

/// The map's coordinate system, metres.
QString mapCrsId();
/// Longitude and latitude (EPSG:4326) to the map. Make one per thread.
QgsCoordinateTransform toMapTransform();

/// Rings, box, label point and area of a polygon in EPSG:4326; false when it is none or lies outside the projection.
bool shapeFromWkb(const QByteArray& wkb, const QgsCoordinateTransform& toMap, CityShape& shape);

/// The polygon layer that suits the cube best: of its own place kind, else dongs, else districts, else any. Nothing found is no error.
Result<CityShapesPtr> readCityShapes(const Workspace& workspace, const Dataset& cube, Progress& progress);

}  // namespace mudeung
