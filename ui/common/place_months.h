// SPDX-License-Identifier: GPL-3.0-or-later
// The months of every place of an answer: the small curves beside names. Values only, but for reading them.
#pragma once

#include <QHash>
#include <QVector>
#include <memory>

#include "core/cube/query_engine.h"

namespace mudeung {

struct PlaceMonths {
    Query query;         ///< whose months they are
    QStringList months;  ///< "2024-03"
    QHash<QString, QVector<float>>
        values;  ///< by place code, one per month; NaN = no data. Months cut by the period are per day, like the others
};
using PlaceMonthsPtr = std::shared_ptr<const PlaceMonths>;

/// Flows per day with data, levels as they are. Empty when the data has no months, or fewer than two of them.
Result<PlaceMonthsPtr> readPlaceMonths(QueryEngine& engine, const Query& query, const Dataset& dataset, Progress& progress);

}  // namespace mudeung
