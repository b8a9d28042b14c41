// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of a question by place, dong or grid cell, with where they are: what most analyses begin with.
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>
#include <QVector>
#include <vector>

#include "core/analysis/frame/parameter.h"
#include "core/analysis/frame/result.h"
#include "core/cube/plane.h"
#include "core/cube/query_engine.h"

namespace mudeung {

struct AnalysisSubject;

enum class UnitKind { Place, Dong, Square, Hexagon };

struct UnitValues {
    UnitKind kind = UnitKind::Place;
    QStringList keys;
    QStringList labels;
    std::vector<double> values;  ///< TableRow::value; cells: sums of their places, means for levels. NaN = no data
    std::vector<PlanePoint> at;  ///< EPSG:5179, representative point; every unit has one
    QVector<double> lon;         ///< the same in degrees
    QVector<double> lat;
    QVector<QByteArray> shapes;    ///< EPSG:4326 WKB polygons of dongs, cells and places that are areas; else empty
    QVector<QStringList> members;  ///< cells: keys of the places that lie in them; else empty
    QStringList withoutSpot;       ///< keys of rows left out because nobody knows where they are
    TablePtr answer;               ///< the answer by place or dong that it was made of
    bool areas() const { return !shapes.isEmpty(); }
    std::size_t size() const { return values.size(); }
    RowKind rowKind() const;
    /// Keys, labels, spots and shapes as the beginning of a result; columns are added by the analysis.
    ResultTable table(const QString& id) const;
};

/// "unit" (place, dong, square, hexagon; those that the data allows) and "cell" (size of a cell in metres, asked for cells only).
QVector<ParameterSpec> unitParameters(const AnalysisSubject& subject, UnitKind fallback = UnitKind::Place);
UnitKind unitOf(const ParameterValues& values);
/// Rows of one unit, sorted by key. Usage error when the data cannot be shown so, or nothing of it is on the map.
Result<UnitValues> valuesByUnit(QueryEngine& engine, const Query& query, const ParameterValues& values, Progress& progress);
/// Of a result with the fact "withoutSpot": how many places were left out because nobody knows where they are; empty when none were.
QStringList leftOutNote(const QJsonObject& facts);
/// The same units with another answer by place or dong: one value per unit, NaN where it has none.
std::vector<double> valuesOf(const UnitValues& units, const Table& answer);

}  // namespace mudeung
