// SPDX-License-Identifier: GPL-3.0-or-later
// Ranking of cubes for the first view and carrying filters over.
#include "ui/common/query_defaults.h"

#include <QCoreApplication>
#include <algorithm>
#include <tuple>

namespace mudeung {

namespace {

double estimatedCells(const Dataset& cube) {
    double steps = 1.0;
    if (cube.period.from.isValid() && cube.period.to.isValid()) {
        const auto days = static_cast<double>(cube.period.from.daysTo(cube.period.to) + 1);
        steps = cube.timeStep == TimeStep::Day ? days : std::max(1.0, days / (cube.timeStep == TimeStep::Month ? 30.4 : 365.25));
    }
    return static_cast<double>(cube.placeCount) * std::max(1, cube.hourCount) * std::max<double>(1.0, cube.scheme.groups.size()) * steps;
}

/// Points with flows make the clearest first map; areas and levels come after.
int firstViewRank(const Dataset& cube) {
    if (cube.measures.isEmpty()) return 0;
    const bool flow = cube.measures.first().aggregation == Aggregation::Sum;
    return (placesAreAreas(cube) ? 0 : 2) + (flow ? 1 : 0);
}

QString text(const char* source) {
    return QCoreApplication::translate("QueryDefaults", source);
}

}  // namespace

bool placesAreAreas(const Dataset& cube) {
    return cube.placeKind == QLatin1String("dong") || cube.placeKind == QLatin1String("district") ||
           cube.placeKind == QLatin1String("province");
}

Query defaultQuery(const QVector<Dataset>& datasets) {
    const Dataset* best = nullptr;
    const auto rank = [](const Dataset& d) { return std::make_tuple(firstViewRank(d), estimatedCells(d), d.period.to.toJulianDay()); };
    for (const Dataset& d : datasets)
        if (d.kind == DatasetKind::Cube && (!best || rank(d) > rank(*best))) best = &d;
    Query query;
    if (best) query.dataset = best->id;
    return query;
}

Query queryFor(const Dataset& cube, const Query& previous) {
    Query query = previous;
    query.dataset = cube.id;
    if (cube.measureIndex(query.measure) < 0) query.measure.clear();
    if (!query.period.isAll() && cube.period.from.isValid()) {
        const bool overlaps = query.period.from <= cube.period.to && query.period.to >= cube.period.from;
        if (!overlaps || !whyNoPeriod(cube).isEmpty()) query.period = {};
    }
    if (!whyNoDayTypes(cube).isEmpty()) {
        query.dayTypes = kAllDayTypes;
        query.weekHours = kWholeWeek;
    }
    if (!cube.hasHours()) {
        query.hours = kAllHours;
        query.weekHours = kWholeWeek;
    }
    if (!cube.hasHours() || cube.timeStep == TimeStep::Year) query.yearHours = kWholeYear;
    QStringList groups;
    for (const QString& code : previous.groups)
        if (cube.scheme.indexOf(code) >= 0) groups.push_back(code);
    query.groups = whyNoGroups(cube).isEmpty() ? groups : QStringList();
    return query;
}

QString whyNoHours(const Dataset& cube) {
    if (cube.hasHours()) return {};
    return text(QT_TRANSLATE_NOOP("QueryDefaults", "This dataset has no hours."));
}

QString whyNoDayTypes(const Dataset& cube) {
    if (cube.timeStep == TimeStep::Day) return {};
    return cube.timeStep == TimeStep::Month
               ? text(QT_TRANSLATE_NOOP("QueryDefaults", "This dataset has one number per month, so days cannot be told apart."))
               : text(QT_TRANSLATE_NOOP("QueryDefaults", "This dataset has one number per year, so days cannot be told apart."));
}

QString whyNoGroups(const Dataset& cube) {
    if (cube.scheme.groups.size() > 1) return {};
    return text(QT_TRANSLATE_NOOP("QueryDefaults", "This dataset does not split people into groups."));
}

QString whyNoPeriod(const Dataset& cube) {
    if (!cube.period.from.isValid() || !cube.period.to.isValid())
        return text(QT_TRANSLATE_NOOP("QueryDefaults", "This dataset says nothing about dates."));
    const bool oneYear = cube.timeStep == TimeStep::Year && cube.period.from.year() == cube.period.to.year();
    if (oneYear) return text(QT_TRANSLATE_NOOP("QueryDefaults", "This dataset has one number for the whole year."));
    const bool oneMonth = cube.timeStep == TimeStep::Month && cube.period.from.year() == cube.period.to.year() &&
                          cube.period.from.month() == cube.period.to.month();
    if (oneMonth) return text(QT_TRANSLATE_NOOP("QueryDefaults", "This dataset has one number for the whole month."));
    return {};
}

}  // namespace mudeung
