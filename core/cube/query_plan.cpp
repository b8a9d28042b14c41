// SPDX-License-Identifier: GPL-3.0-or-later
// The refusals: each names the filter, why the data cannot answer it, and what to ask instead.
#include "core/cube/query_plan.h"

#include <QCoreApplication>
#include <QHash>
#include <QMap>
#include <algorithm>
#include <set>

#include "core/base/format.h"
#include "core/base/language.h"
#include "core/cube/geometry.h"
#include "core/model/names.h"

namespace mudeung {

namespace {

Error usage(const QString& message) {
    return {ErrorCode::Usage, message, {}};
}

/// A list for people: at most `most` entries, then how many more.
QString shortList(const QStringList& list, int most = 12) {
    if (list.size() <= most) return list.join(QLatin1String(", "));
    return QCoreApplication::translate("Cube", "%1 and %n more", nullptr, int(list.size()) - most)
        .arg(list.mid(0, most).join(QLatin1String(", ")));
}

Status checkMeasure(const Dataset& d, QueryPlan* plan) {
    plan->measure = d.measureIndex(plan->query.measure);
    if (plan->measure >= 0) {
        plan->query.measure = d.measures[plan->measure].id;
        return done();
    }
    QStringList known;
    for (const Measure& m : d.measures) known << m.id;
    return Error{ErrorCode::NotFound,
                 QCoreApplication::translate("Cube", "“%1” has no measure “%2”. It has: %3.")
                     .arg(datasetTitle(d), plan->query.measure, known.join(QLatin1String(", "))),
                 {}};
}

/// A file may hold a single group of a split ("adults only"); only "all" means no split.
bool tellsGroupsApart(const Dataset& d) {
    return d.scheme.groups.size() > 1 || (d.scheme.groups.size() == 1 && d.scheme.groups.first().code != QLatin1String("all"));
}

Status checkGroups(const Dataset& d, QueryPlan* plan) {
    const int count = static_cast<int>(d.scheme.groups.size());
    if (plan->query.groups.isEmpty()) {
        for (int g = 0; g < std::max(count, 1); ++g) plan->groups.push_back(g);
        return done();
    }
    QStringList known;
    for (const Group& g : d.scheme.groups) known << g.code;
    std::set<int> chosen;
    for (const QString& code : plan->query.groups) {
        const int index = d.scheme.indexOf(code);
        if (index >= 0) {
            chosen.insert(index);
            continue;
        }
        if (!tellsGroupsApart(d))
            return usage(
                QCoreApplication::translate(
                    "Cube", "“%1” does not tell groups of people apart, so it cannot be filtered by the group “%2”. Leave out the groups.")
                    .arg(datasetTitle(d), code));
        return Error{ErrorCode::NotFound,
                     QCoreApplication::translate("Cube", "“%1” has no group “%2”. It has: %3.")
                         .arg(datasetTitle(d), code, known.join(QLatin1String(", "))),
                     {}};
    }
    plan->groups.assign(chosen.begin(), chosen.end());
    return done();
}

HourMask heldHours(const Dataset& d) {
    return d.hasHours() ? ((1u << d.hourCount) - 1u) << d.firstHour : kAllHours;
}

/// Hours by weekday and month need data that tells those apart; without hours a weekday or month can only be left out as a whole.
Status checkClock(const Dataset& d, const Query& query) {
    const auto wholeOrNone = [](const auto& parts) {
        return std::all_of(parts.begin(), parts.end(), [](HourMask h) { return (h & kAllHours) == 0 || (h & kAllHours) == kAllHours; });
    };
    if (!d.hasHours() && !(wholeOrNone(query.weekHours) && wholeOrNone(query.yearHours)))
        return usage(QCoreApplication::translate("Cube", "“%1” has no hours, so it cannot be filtered by hour. Leave out the hours.")
                         .arg(datasetTitle(d)));
    if (d.timeStep != TimeStep::Day && query.weekHours != kWholeWeek)
        return usage(
            QCoreApplication::translate("Cube", "“%1” has no daily data, so it cannot be filtered by weekday. Leave out the weekdays.")
                .arg(datasetTitle(d)));
    if (d.timeStep == TimeStep::Year && query.yearHours != kWholeYear)
        return usage(
            QCoreApplication::translate("Cube", "“%1” has year totals only, so it cannot be filtered by month. Leave out the months.")
                .arg(datasetTitle(d)));
    return done();
}

/// Hours that any weekday and month asks for.
HourMask hoursOfAnyDay(const Query& query) {
    HourMask week = 0;
    HourMask year = 0;
    for (const HourMask hours : query.weekHours) week |= hours;
    for (const HourMask hours : query.yearHours) year |= hours;
    return query.hours & week & year & kAllHours;
}

Status checkHours(const Dataset& d, QueryPlan* plan) {
    if (const Status clock = checkClock(d, plan->query); !clock) return clock;
    const HourMask asked = hoursOfAnyDay(plan->query);
    if (!d.hasHours()) {
        if (asked == 0) return usage(QCoreApplication::translate("Cube", "No weekday or no month is chosen. Choose at least one of each."));
        if ((plan->query.hours & kAllHours) != kAllHours)
            return usage(QCoreApplication::translate("Cube", "“%1” has no hours, so it cannot be filtered by hour. Leave out the hours.")
                             .arg(datasetTitle(d)));
        plan->hours = {0};
        return done();
    }
    for (int h = 0; h < d.hourCount; ++h)
        if (asked >> (d.firstHour + h) & 1u) plan->hours.push_back(h);
    const HourMask held = heldHours(d);
    if (plan->hours.empty())
        return usage(QCoreApplication::translate("Cube", "“%1” has the hours %2 only; none of the hours asked for is among them.")
                         .arg(datasetTitle(d), QStringLiteral("%1-%2").arg(d.firstHour).arg(d.firstHour + d.hourCount)));
    if (asked != kAllHours && (asked & ~held))
        plan->notes << QCoreApplication::translate("Cube", "The data has the hours %1 only.")
                           .arg(QStringLiteral("%1-%2").arg(d.firstHour).arg(d.firstHour + d.hourCount));
    return done();
}

Status checkPeriod(const Dataset& d, QueryPlan* plan) {
    Period& period = plan->query.period;
    if (period.isAll()) period = d.period;
    if (!period.from.isValid() || !period.to.isValid() || period.from > period.to)
        return usage(QCoreApplication::translate("Cube", "The period needs a first and a last day, the earlier one first."));
    if (d.timeStep != TimeStep::Day) {
        const bool years = d.timeStep == TimeStep::Year;
        const QDate from(period.from.year(), years ? 1 : period.from.month(), 1);
        const QDate to = QDate(period.to.year(), years ? 12 : period.to.month(), 1).addMonths(1).addDays(-1);
        const Period aligned{from, to};
        if (!(aligned == period))
            return usage((years ? QCoreApplication::translate("Cube", "“%1” has only whole years. Ask for the period %2.")
                                : QCoreApplication::translate("Cube", "“%1” has only whole months. Ask for the period %2."))
                             .arg(datasetTitle(d), aligned.toString()));
        if ((plan->query.dayTypes & kAllDayTypes) != kAllDayTypes)
            return usage(
                QCoreApplication::translate("Cube", "“%1” has no daily data, so it cannot be filtered by day type. Leave out the days.")
                    .arg(datasetTitle(d)));
    }
    if ((plan->query.dayTypes & kAllDayTypes) == 0)
        return usage(QCoreApplication::translate("Cube", "No day type is chosen. Choose weekdays, Saturdays or Sundays and holidays."));
    if (period.to < d.period.from || period.from > d.period.to)
        return usage(QCoreApplication::translate("Cube", "“%1” holds the period %2; the period asked for lies outside.")
                         .arg(datasetTitle(d), d.period.toString()));
    if (period.from < d.period.from || period.to > d.period.to)
        plan->notes << QCoreApplication::translate("Cube", "The data covers %1 only.").arg(d.period.toString());
    return done();
}

bool isAreaPrefix(const QString& code, const CubeState& state) {
    if (code.size() != 2 && code.size() != 5 && code.size() != 8 && code.size() != 10) return false;
    const auto it =
        std::lower_bound(state.dongs.begin(), state.dongs.end(), code, [](const DongInfo& d, const QString& c) { return d.code < c; });
    if (it != state.dongs.end() && it->code.startsWith(code)) return true;
    return std::any_of(state.places.begin(), state.places.end(), [&code](const LocatedPlace& p) { return p.dong.startsWith(code); });
}

/// Marks the places of one area code; false when nothing knows the code.
bool markArea(const QString& text, const CubeState& state, std::vector<char>* chosen, QStringList* notes) {
    const bool placeOnly = text.startsWith(QLatin1String("place:"));
    const QString code = placeOnly ? text.mid(6).trimmed() : text.trimmed();
    std::vector<std::size_t> exact;
    for (std::size_t i = 0; i < state.places.size(); ++i)
        if (state.places[i].code == code) exact.push_back(i);
    const bool ownKind = state.dataset.placeKind == QLatin1String("district") || state.dataset.placeKind == QLatin1String("province");
    if (placeOnly || (ownKind && !exact.empty()) || !isAreaPrefix(code, state)) {
        if (!exact.empty()) {
            for (const std::size_t i : exact) (*chosen)[i] = 1;
            return true;
        }
        if (!ownKind || code.isEmpty()) return false;
        bool any = false;
        for (std::size_t i = 0; i < state.places.size(); ++i)
            if (state.places[i].code.startsWith(code)) {
                (*chosen)[i] = 1;
                any = true;
            }
        return any;
    }
    if (!exact.empty() && state.dataset.placeKind != QLatin1String("dong"))
        *notes << QCoreApplication::translate("Cube",
                                              "The code %1 is both an area and a place; the area was taken. Write place:%1 for the place.")
                      .arg(code);
    for (std::size_t i = 0; i < state.places.size(); ++i)
        if (state.places[i].dong.startsWith(code) || (ownKind && state.places[i].code.startsWith(code))) (*chosen)[i] = 1;
    return true;
}

}  // namespace

HourMask askedHours(const Query& query, const Dataset& dataset, QDate date) {
    return query.hoursOn(date) & heldHours(dataset);
}

Result<QueryPlan> checkQuery(const Query& query, const Dataset& dataset) {
    if (dataset.kind != DatasetKind::Cube)
        return usage(QCoreApplication::translate("Cube", "“%1” is a layer and holds no numbers. Ask a dataset of counts.")
                         .arg(datasetTitle(dataset)));
    QueryPlan plan;
    plan.query = query;
    for (const auto check : {checkMeasure, checkGroups, checkHours, checkPeriod}) {
        const Status status = check(dataset, &plan);
        if (!status) return status.error();
    }
    return plan;
}

Result<ChosenPlacesPtr> choosePlaces(const CubeState& state, const Query& query) {
    auto found = std::make_shared<ChosenPlaces>();
    std::vector<char> chosen(state.places.size(), query.areas.isEmpty() ? 1 : 0);
    for (const QString& code : query.areas) {
        if (markArea(code, state, &chosen, &found->notes)) continue;
        QStringList known;
        std::set<QString> districts;
        for (const DongInfo& dong : state.dongs) districts.insert(dong.code.left(5));
        for (const QString& district : districts) known << district;
        if (known.isEmpty())
            for (const LocatedPlace& place : state.places) known << place.code;
        return Error{ErrorCode::NotFound,
                     QCoreApplication::translate("Cube", "No area or place has the code “%1”. Known codes begin with: %2.")
                         .arg(code, shortList(known)),
                     {}};
    }
    if (!query.areaPolygon.isEmpty()) {
        std::vector<LonLat> points;
        for (const LocatedPlace& place : state.places) points.push_back({place.lon, place.lat});
        const auto inside = pointsInPolygon(query.areaPolygon, points);
        if (!inside) return inside.error();
        for (std::size_t i = 0; i < chosen.size(); ++i) chosen[i] = chosen[i] && (*inside)[i];
    }
    const auto outside = std::count_if(state.places.begin(), state.places.end(), [](const LocatedPlace& p) { return !p.located(); });
    if (outside > 0 && (!query.areaPolygon.isEmpty() || !query.areas.isEmpty()))
        found->notes << QCoreApplication::translate("Cube", "%n place(s) without coordinates cannot be assigned to an area.", nullptr,
                                                    int(outside));
    for (int i = 0; i < static_cast<int>(chosen.size()); ++i)
        if (chosen[i] && state.places[i].located()) found->places.push_back(i);
    found->located = static_cast<int>(found->places.size());
    for (int i = 0; i < static_cast<int>(chosen.size()); ++i)
        if (chosen[i] && !state.places[i].located()) found->places.push_back(i);
    return ChosenPlacesPtr(found);
}

void findDongRows(CubeState* state) {
    QMap<QString, DongInfo> rows;
    for (const DongInfo& dong : state->dongs) rows.insert(dong.code, dong);
    for (const LocatedPlace& place : state->places)
        if (!place.dong.isEmpty() && !rows.contains(place.dong))
            rows.insert(place.dong, {place.dong, place.dongName, kNoCoordinate, kNoCoordinate});
    QHash<QString, int> rowOf;
    state->dongRows.clear();
    for (const DongInfo& dong : rows) {
        rowOf.insert(dong.code, static_cast<int>(state->dongRows.size()));
        state->dongRows.push_back(dong);
    }
    state->dongRowOfPlace.clear();
    state->dongRowOfPlace.reserve(state->places.size());
    for (const LocatedPlace& place : state->places) state->dongRowOfPlace.push_back(place.dong.isEmpty() ? -1 : rowOf.value(place.dong));
}

Status checkBreakdown(Breakdown by, const CubeState& state) {
    const Dataset& d = state.dataset;
    const bool days = d.timeStep == TimeStep::Day;
    switch (by) {
        case Breakdown::Place:
            return done();
        case Breakdown::Group:
            if (tellsGroupsApart(d)) return done();
            return usage(QCoreApplication::translate("Cube", "“%1” does not tell groups of people apart, so it cannot be shown by group.")
                             .arg(datasetTitle(d)));
        case Breakdown::Hour:
            if (d.hasHours()) return done();
            return usage(QCoreApplication::translate("Cube", "“%1” has no hours, so it cannot be shown by hour.").arg(datasetTitle(d)));
        case Breakdown::HourWeekday:
            if (!d.hasHours())
                return usage(QCoreApplication::translate("Cube", "“%1” has no hours, so it cannot be shown by hour and weekday.")
                                 .arg(datasetTitle(d)));
            if (days) return done();
            return usage(
                QCoreApplication::translate("Cube", "“%1” has no daily data, so it cannot be shown by hour and weekday. Show it by hour.")
                    .arg(datasetTitle(d)));
        case Breakdown::Day:
            if (days) return done();
            return usage(QCoreApplication::translate("Cube", "“%1” has no daily data, so it cannot be shown by day.").arg(datasetTitle(d)));
        case Breakdown::DayHour:
            if (days && d.hasHours()) return done();
            return usage(QCoreApplication::translate("Cube", "“%1” has no hourly data for each day, so it cannot be shown by day and hour.")
                             .arg(datasetTitle(d)));
        case Breakdown::Month:
            if (d.timeStep != TimeStep::Year) return done();
            return usage(
                QCoreApplication::translate("Cube", "“%1” has year totals only, so it cannot be shown by month.").arg(datasetTitle(d)));
        case Breakdown::HourMonth:
            if (!d.hasHours())
                return usage(QCoreApplication::translate("Cube", "“%1” has no hours, so it cannot be shown by hour and month.")
                                 .arg(datasetTitle(d)));
            if (d.timeStep != TimeStep::Year) return done();
            return usage(
                QCoreApplication::translate("Cube", "“%1” has year totals only, so it cannot be shown by hour and month. Show it by hour.")
                    .arg(datasetTitle(d)));
        case Breakdown::Dong:
            break;
    }
    if (d.placeKind == QLatin1String("district") || d.placeKind == QLatin1String("province"))
        return usage(QCoreApplication::translate(
                         "Cube", "The places of “%1” are larger than dongs, so it cannot be shown by dong. Show it by place.")
                         .arg(datasetTitle(d)));
    if (state.dongs.empty() && d.placeKind != QLatin1String("dong"))
        return usage(
            QCoreApplication::translate("Cube", "The workspace has no dong boundaries. Import a boundary layer, then ask by dong."));
    return done();
}

}  // namespace mudeung
