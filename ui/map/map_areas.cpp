// SPDX-License-Identifier: GPL-3.0-or-later
// Values of polygons and grid cells, and their classes.
#include "ui/map/map_areas.h"

#include <QCoreApplication>
#include <QSet>
#include <algorithm>
#include <cmath>
#include <qgscoordinatereferencesystem.h>
#include <qgscoordinatetransform.h>
#include <qgscoordinatetransformcontext.h>
#include <qgsexception.h>
#include <utility>

#include "core/analysis/grid/binning.h"
#include "core/base/format.h"
#include "ui/map/class_limits.h"

namespace mudeung {
namespace {

QgsCoordinateTransform between(const QString& from, const QString& to) {
    return QgsCoordinateTransform(QgsCoordinateReferenceSystem(from), QgsCoordinateReferenceSystem(to), QgsCoordinateTransformContext());
}

QString gridCrsId() {
    return QStringLiteral("EPSG:5179");
}

/// Shapes that a row covers: its own one, or those whose codes begin with its code.
QVector<int> coveredBy(const QString& key, const QVector<CityShape>& shapes, const QHash<QString, int>& byCode) {
    const auto own = byCode.constFind(key);
    if (own != byCode.constEnd()) return {*own};
    QVector<int> covered;
    if (key.size() < 2) return covered;
    for (int i = 0; i < static_cast<int>(shapes.size()); ++i) {
        if (shapes[i].code.size() > key.size() && shapes[i].code.startsWith(key)) covered.append(i);
    }
    return covered;
}

/// The outline of a cell in the map's coordinates; both systems are transverse Mercator, so that sides stay straight to a centimetre.
CityShape cellShape(CellShape shape, double meters, const BinnedCell& cell, const QgsCoordinateTransform& toMap) {
    CityShape result;
    QPolygonF ring;
    for (const GridPoint& corner : cellCorners(shape, meters, cell.index)) ring.append(toMap.transform(corner.x, corner.y).toQPointF());
    const GridPoint centre = cellCentre(shape, meters, cell.index);
    result.labelAt = toMap.transform(centre.x, centre.y).toQPointF();
    result.box = QgsRectangle(ring.boundingRect());
    result.rings = {ring};
    result.areaKm2 = meters * meters / 1e6;
    if (shape == CellShape::Square) result.code = QString::fromStdString(squareCode(meters, cell.index));
    return result;
}

}  // namespace

bool isIntensity(const Measure& measure) {
    return measure.aggregation == Aggregation::Mean && measure.unit.contains(QLatin1Char('/'));
}

bool canBeAdded(const Measure& measure) {
    return measure.aggregation == Aggregation::Sum || measure.extensive;
}

namespace {

QHash<QString, int> shapesByCode(const QVector<CityShape>& shapes) {
    QHash<QString, int> byCode;
    for (int i = 0; i < static_cast<int>(shapes.size()); ++i) {
        byCode.insert(shapes[i].code, i);
        for (const QString& alias : shapes[i].aliases) byCode.insert(alias, i);
    }
    return byCode;
}

}  // namespace

Status takeShapeValues(const Table& table, const Table* before, MapData& data) {
    data.byDistrict = table.dataset.placeKind == QLatin1String("district") && !data.city->districts.isEmpty();
    const QVector<CityShape>& shapes = data.areas();
    const auto count = static_cast<int>(shapes.size());
    data.shapeValues.fill(kNoCoordinate, count);
    data.shapeCounts.fill(kNoCoordinate, count);
    data.shapeBefore.fill(kNoCoordinate, count);
    for (int i = 0; i < count; ++i) data.shapeCodes.append(QString());
    data.shapeSilent.fill(false, count);
    const QHash<QString, int> byCode = shapesByCode(shapes);
    const bool selectable = isPolygonKind(table.dataset.placeKind) && table.by == Breakdown::Place;
    data.classesPerArea = !isIntensity(table.measure);
    QHash<QString, double> earlier;
    QSet<QString> seenEarlier;
    if (before) {
        for (const TableRow& row : before->rows) {
            earlier.insert(row.key, row.value);
            if (row.observed > 0) seenEarlier.insert(row.key);
        }
    }
    bool fits = table.rows.isEmpty() && !shapes.isEmpty();
    for (const TableRow& row : table.rows) {
        const QVector<int> covered = coveredBy(row.key, shapes, byCode);
        fits |= !covered.isEmpty();
        const double number = before ? row.value - earlier.value(row.key, kNoCoordinate) : row.value;
        double area = 0.0;
        for (int i : covered) area += shapes[i].areaKm2;
        for (int i : covered) {
            if (selectable) data.shapeCodes[i] = row.key;
            data.shapeCounts[i] = number;
            data.shapeSilent[i] = number == 0.0 && row.observed == 0 && !seenEarlier.contains(row.key);
            data.shapeValues[i] = data.classesPerArea && area > 0.0 ? number / area : number;
            if (before) data.shapeBefore[i] = earlier.value(row.key, kNoCoordinate);
        }
    }
    if (fits) return done();
    return Error{
        ErrorCode::Usage,
        QCoreApplication::translate(
            "Map",
            "No boundary in this workspace fits the areas of “%1”: choose density or circles, or import the boundaries of that area.")
            .arg(data.title),
        QString()};
}

void markShapeNoise(const ChangeTable& change, MapData& data) {
    const QVector<CityShape>& shapes = data.areas();
    const QHash<QString, int> byCode = shapesByCode(shapes);
    data.shapeNoise.fill(false, static_cast<int>(shapes.size()));
    for (const ChangeRow& row : change.rows) {
        if (row.mark != ChangeMark::WithinNoise) continue;
        for (int i : coveredBy(row.key, shapes, byCode)) data.shapeNoise[i] = true;
    }
}

void markCellNoise(const ChangeTable& change, MapData& data) {
    for (int i = 0; i < static_cast<int>(data.cells.size()); ++i) {
        QStringList members;
        // One that has no change is in neither sum.
        for (const int place : data.cellPlaces[i])
            if (!std::isnan(data.places[place].value)) members.append(data.places[place].code());
        data.shapeNoise.append(isWithinNoise(change, members, data.shapeBefore[i] + data.shapeValues[i], data.shapeBefore[i]));
    }
}

namespace {

CubeFacts::Grid gridOf(const QVector<MapPlace>& places, MapKind kind, int meters) {
    const CellShape shape = kind == MapKind::Hexagons ? CellShape::Hexagon : CellShape::Square;
    const QgsCoordinateTransform toGrid = between(QStringLiteral("EPSG:4326"), gridCrsId());
    const QgsCoordinateTransform toMap = between(gridCrsId(), mapCrsId());
    std::vector<WeightedPoint> points;
    for (const MapPlace& place : places) {
        WeightedPoint point{kNoCoordinate, kNoCoordinate, 0.0};
        try {
            const QgsPointXY at = toGrid.transform(place.lon, place.lat);
            point.x = at.x();
            point.y = at.y();
        } catch (const QgsCsException&) {
            // outside the projection: in no cell, as it is on no map
        }
        points.push_back(point);
    }
    CubeFacts::Grid grid{kind, meters, {}, {}};
    for (const BinnedCell& cell : binPoints(shape, meters, points)) {
        try {
            grid.cells.append(cellShape(shape, meters, cell, toMap));
        } catch (const QgsCsException&) {
            continue;  // outside the map's projection
        }
        QVector<int> members;
        for (std::size_t member : cell.members) members.append(static_cast<int>(member));
        grid.places.append(members);
    }
    return grid;
}

}  // namespace

void takeCells(CubeFacts& facts, MapData& data) {
    const MapStyle& style = data.style;
    if (facts.grid.kind != style.kind || facts.grid.meters != style.gridMeters)
        facts.grid = gridOf(data.places, style.kind, style.gridMeters);
    data.classesPerArea = false;
    data.cells = facts.grid.cells;
    data.cellPlaces = facts.grid.places;
    const auto count = static_cast<int>(data.cells.size());
    data.shapeValues.reserve(count);
    data.shapeBefore.reserve(count);
    // Numbers alone, since the members of a cell are anywhere among the places.
    std::vector<double> numbers, earlier;
    numbers.reserve(static_cast<std::size_t>(data.places.size()));
    for (const MapPlace& place : std::as_const(data.places)) {
        numbers.push_back(place.value);
        // A place without a change adds nothing to either side.
        if (data.comparison) earlier.push_back(std::isnan(place.value) ? kNoCoordinate : place.before);
    }
    std::vector<double> weights;
    const auto sumOf = [&](const std::vector<double>& of, const QVector<int>& members) {
        weights.clear();
        for (const int i : members) weights.push_back(of[static_cast<std::size_t>(i)]);
        return sumOfCell(weights);
    };
    for (const QVector<int>& members : std::as_const(data.cellPlaces)) {
        data.shapeValues.append(sumOf(numbers, members));
        data.shapeBefore.append(data.comparison ? sumOf(earlier, members) : kNoCoordinate);
    }
    data.shapeCounts = data.shapeValues;
}

// As the style says, with limits that can be printed exactly; classes without values stay only where people or equal steps set them.
Classes classesOf(const MapStyle& style, const std::vector<double>& values) {
    const double largest = values.empty() ? 0.0 : *std::max_element(values.begin(), values.end());
    switch (style.classes) {
        case ClassMethod::FisherJenks:
            return roundedLimits(fisherJenks(values, style.classCount), values);
        case ClassMethod::Quantiles:
            return roundedLimits(quantiles(values, style.classCount), values);
        case ClassMethod::HeadTail:
            return roundedLimits(headTail(values, kMostClasses), values);
        case ClassMethod::EqualIntervals:
            return classesWithLimits(values,
                                     equalSteps(roundedStep(largest / style.classCount) * style.classCount, style.classCount).upper);
        case ClassMethod::Manual:
            return classesWithLimits(values, {style.manualLimits.begin(), style.manualLimits.end()});
    }
    return {};
}

void classify(MapData& data) {
    std::vector<double> above;  // what is coloured by class; changes within the usual ups and downs are hatched
    for (int i = 0; i < static_cast<int>(data.shapeValues.size()); ++i) {
        const double v = data.shapeValues[i];
        if (std::isnan(v)) data.hasEmptyShapes = true;
        if (v == 0.0) (data.shapeSilent.value(i, false) ? data.hasSilentShapes : data.hasZeroShapes) = true;
        if (!(v > 0.0 || v < 0.0)) continue;
        data.largestShape = std::max(data.largestShape, std::abs(v));
        if (!data.shapeNoise.value(i, false)) above.push_back(std::abs(v));
    }
    const bool locked = data.style.lockedMaximum > 0.0;
    const bool few = static_cast<int>(above.size()) <= data.style.classCount && data.style.classes != ClassMethod::Manual;
    if (locked) {
        data.classes = equalSteps(data.style.lockedMaximum, data.style.classCount);
    } else if (few && data.comparison && !above.empty()) {
        // A class for each of a few changes would draw those of about one size in colours far apart.
        const int steps = std::max(2, static_cast<int>(above.size()));
        const double largest = *std::max_element(above.begin(), above.end());
        data.classes = equalSteps(roundedStep(largest / steps) * steps, steps);
        data.classes.goodness = 1.0;  // no class limits were searched for, so no fit is spoken of
    } else {
        data.classes = classesOf(data.style, above);
    }
    for (int i = 0; data.comparison && i < static_cast<int>(data.shapeValues.size()); ++i) {
        const double v = data.shapeValues[i];
        if (!(v > 0.0 || v < 0.0) || data.shapeNoise.value(i, false)) continue;
        int& most = v > 0.0 ? data.mostIncrease : data.mostDecrease;
        most = std::max(most, data.classes.classOf(std::abs(v)));
    }
}

}  // namespace mudeung
