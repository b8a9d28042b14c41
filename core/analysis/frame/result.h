// SPDX-License-Identifier: GPL-3.0-or-later
// What an analysis found, in numbers and codes: language-free, stored as it is, the same bits on every run. Words and pictures are made
// from it afterwards (analysis.h, AnalysisView).
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QVector>

#include "core/analysis/density/density.h"
#include "core/base/result.h"

namespace mudeung {

enum class RowKind {
    Place,  ///< keys are place codes, with coordinates
    Dong,   ///< keys are dong codes
    Cell,   ///< keys name grid cells, with shapes
    Date,   ///< keys are dates, months or times: a series
    Other
};

enum class ColumnKind {
    Number,    ///< NaN = not known
    Share,     ///< 0 … 1, shown in per cent
    PValue,    ///< 0 … 1, shown with four digits
    Category,  ///< texts are ids that AnalysisView names
    Date,      ///< texts are ISO dates
    Text       ///< data, such as names
};

struct ResultColumn {
    QString id;
    ColumnKind kind = ColumnKind::Number;
    int decimals = 0;         ///< as people read it; the numbers themselves are not rounded
    QVector<double> numbers;  ///< one per row, or empty
    QStringList texts;        ///< one per row, or empty
    bool isText() const { return kind == ColumnKind::Category || kind == ColumnKind::Date || kind == ColumnKind::Text; }
};

struct ResultTable {
    QString id;
    RowKind rows = RowKind::Other;
    QStringList keys;
    QStringList labels;   ///< names, as the data has them
    QVector<double> lon;  ///< EPSG:4326, representative point; NaN where unknown; empty when rows are not on the map
    QVector<double> lat;
    QVector<QByteArray> shapes;  ///< cells: WKB polygons in EPSG:4326; else empty
    QVector<ResultColumn> columns;
    const ResultColumn* column(const QString& id) const;
    qint64 size() const { return keys.size(); }
};

struct ResultGrid {
    QString id;
    DensityGrid grid;  ///< EPSG:5186
};

struct AnalysisData {
    QVector<ResultTable> tables;  ///< the first is the main one
    QVector<ResultGrid> grids;
    QJsonObject facts;  ///< single numbers and lists that the notes are made of
    const ResultTable* table(const QString& id) const;
};

/// Numbers keep all their bits; NaN is null, infinities are "inf" and "-inf".
QJsonObject resultJson(const AnalysisData& data);
/// InputRefused names the part that is missing or wrong.
Result<AnalysisData> resultFromJson(const QJsonObject& json);
/// sha256 (hex) of the numbers, keys and category ids of all tables and grids and of the facts: equal for the same bits.
QString resultDigest(const AnalysisData& data);

}  // namespace mudeung
