// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of a question by place, dong or grid cell and day: what analyses of change over time begin with. Pure but for the engine.
#pragma once

#include <QByteArray>
#include <QDate>
#include <QStringList>
#include <QVector>

#include "core/analysis/daily_series/day_matrix.h"
#include "core/analysis/frame/parameter.h"
#include "core/analysis/frame/result.h"
#include "core/cube/query_engine.h"

namespace mudeung {

struct DailySeries {
    RowKind rows = RowKind::Place;
    QStringList keys;  ///< ascending
    QStringList labels;
    QVector<double> lon;  ///< EPSG:4326; NaN where unknown
    QVector<double> lat;
    QVector<QByteArray> shapes;  ///< cells: WKB polygons; else empty
    QDate first;                 ///< day 0
    DayMatrix values;            ///< see dailySeries
    int daysWithData = 0;        ///< days of the period that the source mentions and the question asks for
    int withoutSpot = 0;         ///< places that no cell can hold, since nobody knows where they are
    /// Keys, labels, spots and shapes of some rows, in the order given; columns are added by the analysis.
    ResultTable table(const QString& id, const std::vector<int>& order) const;
};

/// Rows are the units of `values` ("unit", "cell"; units.h), columns the days of `period`; groups, hours, day types and areas as asked. A
/// day is NaN for all when the source does not mention it, or the question does not ask for it. Flows: a place that the source does not
/// mention on a day that it has is zero. Levels: NaN where nothing was observed. Cells: sums of their places; means for levels that do not
/// add up. Usage error when the data has no single days. One question per day, on `threads` threads (0: one per processor).
Result<DailySeries> dailySeries(QueryEngine& engine, const Query& query, const Period& period, const ParameterValues& values,
                                Progress& progress, int threads = 0);

}  // namespace mudeung
