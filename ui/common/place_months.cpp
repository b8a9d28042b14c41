// SPDX-License-Identifier: GPL-3.0-or-later
// One answer by place for each month of the question.
#include "ui/common/place_months.h"

#include <cmath>
#include <limits>

#include "ui/common/frames.h"

namespace mudeung {

Result<PlaceMonthsPtr> readPlaceMonths(QueryEngine& engine, const Query& query, const Dataset& dataset, Progress& progress) {
    auto months = std::make_shared<PlaceMonths>();
    months->query = query;
    const QVector<Frame> frames = framesOf(query, dataset, FrameStep::Month);
    if (frames.size() < 2) return PlaceMonthsPtr(months);
    for (int i = 0; i < static_cast<int>(frames.size()); ++i) {
        if (progress.isCancelled()) return Error{ErrorCode::Cancelled, {}, {}};
        const auto answer = engine.run(frames[i].query, Breakdown::Place, progress);
        if (!answer) return answer.error();
        const Table& table = **answer;
        months->months << frames[i].label;
        const bool perDay = table.measure.aggregation == Aggregation::Sum && table.dataset.timeStep == TimeStep::Day;
        for (const TableRow& row : table.rows) {
            QVector<float>& values = months->values[row.key];
            if (values.isEmpty()) values.fill(std::numeric_limits<float>::quiet_NaN(), static_cast<int>(frames.size()));
            if (std::isnan(row.value) || (perDay && table.daysObserved == 0)) continue;
            values[i] = static_cast<float>(perDay ? row.value / table.daysObserved : row.value);
        }
    }
    return PlaceMonthsPtr(months);
}

}  // namespace mudeung
