// SPDX-License-Identifier: GPL-3.0-or-later
// Tries the query again with one filter less.
#include "ui/common/relax.h"

#include <QCoreApplication>

namespace mudeung {

Query withoutFilter(const Query& query, Filter filter) {
    Query lifted = query;
    switch (filter) {
        case Filter::Period:
            lifted.period = {};
            break;
        case Filter::DayTypes:
            lifted.dayTypes = kAllDayTypes;
            break;
        case Filter::Hours:
            lifted.hours = kAllHours;
            lifted.weekHours = kWholeWeek;
            lifted.yearHours = kWholeYear;
            break;
        case Filter::Groups:
            lifted.groups.clear();
            break;
        case Filter::Area:
            lifted.areas.clear();
            lifted.areaPolygon.clear();
            break;
        case Filter::None:
            break;
    }
    return lifted;
}

Result<Filter> emptyingFilter(QueryEngine& engine, const Query& query, Progress& progress) {
    for (const Filter filter : {Filter::Area, Filter::Period, Filter::DayTypes, Filter::Hours, Filter::Groups}) {
        const Query lifted = withoutFilter(query, filter);
        if (lifted == query) continue;
        auto table = engine.run(lifted, Breakdown::Place, progress);
        if (!table) return table.error();
        if (table.value()->totalObserved > 0) return filter;
    }
    return Filter::None;
}

QString filterName(Filter filter) {
    switch (filter) {
        case Filter::Period:
            return QCoreApplication::translate("Filters", "period");
        case Filter::DayTypes:
            return QCoreApplication::translate("Filters", "day types");
        case Filter::Hours:
            return QCoreApplication::translate("Filters", "hours");
        case Filter::Groups:
            return QCoreApplication::translate("Filters", "groups");
        case Filter::Area:
            return QCoreApplication::translate("Filters", "area");
        case Filter::None:
            break;
    }
    return {};
}

}  // namespace mudeung
