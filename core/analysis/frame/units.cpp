// SPDX-License-Identifier: GPL-3.0-or-later
// From answers of the engine to values with a spot on the plane.
#include "core/analysis/frame/units.h"

#include <QCoreApplication>
#include <QHash>
#include <algorithm>
#include <cmath>
#include <limits>
#include <ogr_geometry.h>

#include "core/analysis/frame/analysis.h"
#include "core/analysis/grid/binning.h"
#include "core/base/format.h"
#include "core/cube/area_shapes.h"

namespace mudeung {

namespace {

constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();

QByteArray wkbOf(const OGRGeometry& geometry) {
    QByteArray wkb(static_cast<int>(geometry.WkbSize()), Qt::Uninitialized);
    geometry.exportToWkb(wkbNDR, reinterpret_cast<unsigned char*>(wkb.data()));
    return wkb;
}

/// Rows with a spot, by key.
void addRows(UnitValues& units, const Table& answer, Plane& plane) {
    std::vector<const TableRow*> rows;
    for (const TableRow& row : answer.rows) rows.push_back(&row);
    std::sort(rows.begin(), rows.end(), [](const TableRow* a, const TableRow* b) { return a->key < b->key; });
    for (const TableRow* row : rows) {
        const auto at = plane.toPlane(LonLat{row->lon, row->lat});
        if (!at) {
            units.withoutSpot << row->key;
            continue;
        }
        units.keys << row->key;
        units.labels << row->label;
        units.values.push_back(row->value);
        units.at.push_back(*at);
        units.lon << row->lon;
        units.lat << row->lat;
    }
}

/// Areas: those without a shape are left out, so that every one has neighbours and a size.
Status addShapes(UnitValues& units, const Workspace& workspace) {
    const auto shapes = areaShapes(workspace, *units.answer);
    if (!shapes) return shapes.error();
    if (shapes->isEmpty()) return done();
    UnitValues kept;
    kept.kind = units.kind;
    kept.answer = units.answer;
    kept.withoutSpot = units.withoutSpot;
    for (int i = 0; i < units.keys.size(); ++i) {
        const OgrGeometryPtr shape = shapes->value(units.keys[i]);
        if (!shape) {
            kept.withoutSpot << units.keys[i];
            continue;
        }
        const auto n = static_cast<std::size_t>(i);
        kept.keys << units.keys[i];
        kept.labels << units.labels[i];
        kept.values.push_back(units.values[n]);
        kept.at.push_back(units.at[n]);
        kept.lon << units.lon[i];
        kept.lat << units.lat[i];
        kept.shapes << wkbOf(*shape);
    }
    units = std::move(kept);
    return done();
}

double valueOfCell(const UnitValues& places, const BinnedCell& cell, bool mean) {
    if (!mean) return cell.sum;
    double sum = 0.0;
    int known = 0;
    for (const std::size_t m : cell.members) {
        if (std::isnan(places.values[m])) continue;
        sum += places.values[m];
        ++known;
    }
    return known == 0 ? kNothing : sum / known;
}

QString cellKey(CellShape shape, int size, CellIndex index) {
    const QString code = shape == CellShape::Square ? QString::fromStdString(squareCode(size, index)) : QString();
    return code.isEmpty() ? QStringLiteral("%1_%2").arg(index.column).arg(index.row) : code;
}

UnitValues cellsOf(const UnitValues& places, UnitKind kind, int size, bool mean, Plane& plane) {
    const CellShape shape = kind == UnitKind::Square ? CellShape::Square : CellShape::Hexagon;
    std::vector<WeightedPoint> points;
    for (std::size_t i = 0; i < places.size(); ++i) points.push_back({places.at[i].x, places.at[i].y, places.values[i]});
    struct Cell {
        QString key;
        BinnedCell binned;
    };
    std::vector<Cell> cells;
    for (BinnedCell& b : binPoints(shape, size, points)) {
        QString key = cellKey(shape, size, b.index);
        cells.push_back({std::move(key), std::move(b)});
    }
    std::sort(cells.begin(), cells.end(), [](const Cell& a, const Cell& b) { return a.key < b.key; });
    UnitValues units;
    units.kind = kind;
    units.answer = places.answer;
    units.withoutSpot = places.withoutSpot;
    for (const Cell& cell : cells) {
        const GridPoint centre = cellCentre(shape, size, cell.binned.index);
        const auto at = plane.fromPlane({centre.x, centre.y});
        if (!at) continue;
        std::vector<PlanePoint> corners;
        for (const GridPoint& corner : cellCorners(shape, size, cell.binned.index)) corners.push_back({corner.x, corner.y});
        units.keys << cell.key;
        units.labels << cell.key;
        units.values.push_back(valueOfCell(places, cell.binned, mean));
        units.at.push_back({centre.x, centre.y});
        units.lon << at->lon;
        units.lat << at->lat;
        units.shapes << plane.polygonFromPlane(corners);
        QStringList members;
        for (const std::size_t m : cell.binned.members) members << places.keys[static_cast<int>(m)];
        units.members << members;
    }
    return units;
}

ParameterChoice choiceOf(UnitKind kind) {
    switch (kind) {
        case UnitKind::Place:
            return {QStringLiteral("place"), QCoreApplication::translate("Analysis", "places as counted")};
        case UnitKind::Dong:
            return {QStringLiteral("dong"), QCoreApplication::translate("Analysis", "dongs")};
        case UnitKind::Square:
            return {QStringLiteral("square"), QCoreApplication::translate("Analysis", "squares of the national grid")};
        case UnitKind::Hexagon:
            return {QStringLiteral("hexagon"), QCoreApplication::translate("Analysis", "hexagons")};
    }
    return {};
}

bool placesAreAreas(const Dataset& dataset) {
    static const QStringList areas{QStringLiteral("dong"), QStringLiteral("district"), QStringLiteral("province")};
    return areas.contains(dataset.placeKind);
}

}  // namespace

RowKind UnitValues::rowKind() const {
    if (kind == UnitKind::Dong) return RowKind::Dong;
    return kind == UnitKind::Place ? RowKind::Place : RowKind::Cell;
}

ResultTable UnitValues::table(const QString& id) const {
    ResultTable table;
    table.id = id;
    table.rows = rowKind();
    table.keys = keys;
    table.labels = labels;
    table.lon = lon;
    table.lat = lat;
    if (table.rows == RowKind::Cell) table.shapes = shapes;
    return table;
}

QVector<ParameterSpec> unitParameters(const AnalysisSubject& subject, UnitKind fallback) {
    QVector<ParameterChoice> choices{choiceOf(UnitKind::Place)};
    const bool areas = placesAreAreas(subject.dataset);
    if (!areas && subject.hasDongs()) choices << choiceOf(UnitKind::Dong);
    if (!areas) choices << choiceOf(UnitKind::Square) << choiceOf(UnitKind::Hexagon);
    QString chosen = choices.first().id;
    for (const ParameterChoice& c : choices) {
        if (c.id == choiceOf(fallback).id) chosen = c.id;
    }
    QVector<ParameterSpec> specs{choiceParameter(
        QStringLiteral("unit"), QCoreApplication::translate("Analysis", "Unit"),
        QCoreApplication::translate(
            "Analysis",
            "The units that are compared with each other. Results depend on them; try a second kind before you rely on the first."),
        choices, chosen)};
    if (areas) return specs;
    QVector<ParameterChoice> sizes;
    for (const int size : kCellSizes)
        sizes << ParameterChoice{QString::number(size), QCoreApplication::translate("Analysis", "%1 m").arg(size)};
    ParameterSpec cell =
        choiceParameter(QStringLiteral("cell"), QCoreApplication::translate("Analysis", "Cell"),
                        QCoreApplication::translate("Analysis", "Side of a square of the same area."), sizes, QStringLiteral("500"));
    cell.onlyWhen = QStringLiteral("unit");
    cell.onlyWhenValues = QStringList{QStringLiteral("square"), QStringLiteral("hexagon")};
    specs << cell;
    return specs;
}

UnitKind unitOf(const ParameterValues& values) {
    const QString unit = values.choice(QStringLiteral("unit"));
    for (const UnitKind kind : {UnitKind::Dong, UnitKind::Square, UnitKind::Hexagon}) {
        if (unit == choiceOf(kind).id) return kind;
    }
    return UnitKind::Place;
}

Result<UnitValues> valuesByUnit(QueryEngine& engine, const Query& query, const ParameterValues& values, Progress& progress) {
    const UnitKind kind = unitOf(values);
    const auto answer = engine.run(query, kind == UnitKind::Dong ? Breakdown::Dong : Breakdown::Place, progress);
    if (!answer) return answer.error();
    Plane plane;
    UnitValues units;
    units.kind = kind == UnitKind::Dong ? UnitKind::Dong : UnitKind::Place;
    units.answer = *answer;
    addRows(units, **answer, plane);
    if (kind == UnitKind::Dong || placesAreAreas((*answer)->dataset)) {
        if (const Status shaped = addShapes(units, *engine.workspace()); !shaped) return shaped.error();
    }
    if (units.keys.isEmpty())
        return Error{ErrorCode::Usage,
                     QCoreApplication::translate(
                         "Analysis",
                         "None of the places of “%1” is on the map, so there is nothing to compare. Import a layer with their "
                         "coordinates or boundaries.")
                         .arg((*answer)->dataset.title),
                     {}};
    if (kind == UnitKind::Place || kind == UnitKind::Dong) return units;
    const int size = values.choice(QStringLiteral("cell")).toInt();
    return cellsOf(units, kind, size > 0 ? size : 500, (*answer)->measure.aggregation == Aggregation::Mean, plane);
}

std::vector<double> valuesOf(const UnitValues& units, const Table& answer) {
    QHash<QString, double> byKey;
    for (const TableRow& row : answer.rows) byKey.insert(row.key, row.value);
    std::vector<double> found;
    found.reserve(units.size());
    if (units.members.isEmpty()) {
        for (const QString& key : units.keys) found.push_back(byKey.value(key, kNothing));
        return found;
    }
    const bool mean = answer.measure.aggregation == Aggregation::Mean;
    for (const QStringList& members : units.members) {
        double sum = 0.0;
        int known = 0;
        for (const QString& key : members) {
            const double value = byKey.value(key, kNothing);
            if (std::isnan(value)) continue;
            sum += value;
            ++known;
        }
        found.push_back(known == 0 ? kNothing : mean ? sum / known : sum);
    }
    return found;
}

QStringList leftOutNote(const QJsonObject& facts) {
    const auto count = static_cast<qint64>(facts.value(QLatin1String("withoutSpot")).toDouble());
    if (count <= 0) return {};
    return {QCoreApplication::translate("Analysis", "%1 places are left out because their location is unknown.").arg(formatCount(count))};
}

}  // namespace mudeung
