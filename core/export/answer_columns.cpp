// SPDX-License-Identifier: GPL-3.0-or-later
// Ranks by value, shares by exact sums, and heads by breakdown.
#include "core/export/answer_columns.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/model/names.h"

namespace mudeung {

std::vector<RowStanding> standings(const Table& table) {
    const auto count = static_cast<std::size_t>(table.rows.size());
    const auto row = [&table](std::size_t i) -> const TableRow& { return table.rows[static_cast<int>(i)]; };
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < count; ++i)
        if (!std::isnan(row(i).value)) order.push_back(i);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return row(a).value > row(b).value; });
    const bool flow = table.measure.aggregation == Aggregation::Sum && table.totalSum > 0;
    std::vector<RowStanding> standing(count, {0, std::numeric_limits<double>::quiet_NaN()});
    for (std::size_t i = 0; i < order.size(); ++i) {
        RowStanding& own = standing[order[i]];
        const bool tied = i > 0 && row(order[i]).value == row(order[i - 1]).value;
        own.rank = tied ? standing[order[i - 1]].rank : static_cast<int>(i) + 1;
        if (flow) own.share = static_cast<double>(row(order[i]).sum) / static_cast<double>(table.totalSum);
    }
    return standing;
}

bool rowsAreOnMap(Breakdown by) {
    return by == Breakdown::Place || by == Breakdown::Dong;
}

QString keyHead(Breakdown by) {
    switch (by) {
        case Breakdown::Place:
            return QCoreApplication::translate("Export", "Place code");
        case Breakdown::Dong:
            return QCoreApplication::translate("Export", "Dong code");
        case Breakdown::Group:
            return QCoreApplication::translate("Export", "Group code");
        default:
            return QCoreApplication::translate("Export", "Key");
    }
}

QString labelHead(Breakdown by) {
    switch (by) {
        case Breakdown::Place:
            return QCoreApplication::translate("Export", "Place");
        case Breakdown::Dong:
            return QCoreApplication::translate("Export", "Dong");
        case Breakdown::Group:
            return QCoreApplication::translate("Export", "Group");
        case Breakdown::Hour:
            return QCoreApplication::translate("Export", "Hour");
        case Breakdown::HourWeekday:
            return QCoreApplication::translate("Export", "Weekday and hour");
        case Breakdown::HourMonth:
            return QCoreApplication::translate("Export", "Month and hour");
        case Breakdown::Day:
            return QCoreApplication::translate("Export", "Day");
        case Breakdown::DayHour:
            return QCoreApplication::translate("Export", "Day and hour");
        case Breakdown::Month:
            break;
    }
    return QCoreApplication::translate("Export", "Month");
}

QString valueHead(const Table& table) {
    const QString unit = measureUnit(table.measure);
    return unit.isEmpty() ? measureName(table.measure) : QStringLiteral("%1 (%2)").arg(measureName(table.measure), unit);
}

}  // namespace mudeung
