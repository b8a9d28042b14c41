// SPDX-License-Identifier: GPL-3.0-or-later
// The answer to a query: immutable once published, shared by map, charts and table so that they cannot disagree.
#pragma once

#include <QString>
#include <QStringList>
#include <QVector>
#include <cstdint>
#include <memory>

#include "core/model/dataset.h"

namespace mudeung {

/// One row. `sum` is the exact stored integer sum; `observed` the number of observed cells; `value` what people read:
/// sum/10^decimals for flows, sum/observed/10^decimals for levels (NaN when nothing was observed). Extensive levels: the sum over groups
/// and places of each one's mean over its observed hours and days.
struct TableRow {
    QString key;    ///< place/group/dong code, "07", "mon-07", "2024-03-01", "2024-03"
    QString label;  ///< in the interface language
    std::int64_t sum = 0;
    std::int64_t observed = 0;
    double value = 0.0;
    double lon = kNoCoordinate;  ///< places and dongs only
    double lat = kNoCoordinate;
    bool namesake = false;  ///< another place of the dataset has the same label
};

struct Table {
    Query query;
    Breakdown by = Breakdown::Place;
    Dataset dataset;
    Measure measure;
    QVector<TableRow> rows;
    std::int64_t totalSum = 0;  ///< over all rows
    std::int64_t totalObserved = 0;
    double total = 0.0;           ///< as TableRow::value
    qint64 placesTotal = 0;       ///< places that the query covers
    qint64 placesLocated = 0;     ///< of those, with coordinates
    std::int64_t locatedSum = 0;  ///< stored sum at places with coordinates
    int daysExpected = 0;         ///< days in the period that match the day types
    int daysObserved = 0;         ///< of those, days that the source mentions
    QStringList notes;            ///< plain sentences about what to keep in mind
    bool sample = false;
};
using TablePtr = std::shared_ptr<const Table>;

}  // namespace mudeung
