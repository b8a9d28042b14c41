// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the days of every place through the engine and puts the parts together.
#include "core/analysis/quality/quality.h"

#include <QCoreApplication>
#include <QHash>
#include <algorithm>
#include <cmath>
#include <limits>

#include "core/analysis/quality/level_shift.h"
#include "core/model/place_name.h"

namespace mudeung {

namespace {

Error stopped() {
    return {ErrorCode::Cancelled, QCoreApplication::translate("Quality", "The check of the data was stopped."), {}};
}

Query wholeDays(const Query& asked) {
    Query query;
    query.dataset = asked.dataset;
    query.measure = asked.measure;
    query.areas = asked.areas;
    query.areaPolygon = asked.areaPolygon;
    return query;
}

Result<PlaceDays> readDays(QueryEngine& engine, const Query& query, const Period& held, Progress& progress) {
    PlaceDays data;
    data.first = held.from;
    data.days = static_cast<int>(held.from.daysTo(held.to)) + 1;
    QHash<QString, int> rowOf;
    for (int day = 0; day < data.days; ++day) {
        if (progress.isCancelled()) return stopped();
        progress.set(static_cast<double>(day) / data.days);
        Query one = query;
        one.period = {held.from.addDays(day), held.from.addDays(day)};
        const auto answer = engine.run(one, Breakdown::Place, Progress::none());
        if (!answer) return answer.error();
        const Table& table = **answer;
        if (day == 0) {
            for (const TableRow& row : table.rows) {
                rowOf.insert(row.key, data.places());
                data.codes << row.key;
                data.names << toldApart(row.label, row.key, row.namesake);
            }
            const std::size_t size = static_cast<std::size_t>(data.places()) * static_cast<std::size_t>(data.days);
            data.values.assign(size, std::numeric_limits<double>::quiet_NaN());
            data.observed.assign(size, 0);
        }
        for (int i = 0; i < static_cast<int>(table.rows.size()); ++i) {
            const TableRow& row = table.rows[i];
            if (row.observed == 0) continue;
            // The same question has the same rows, unless an import came in between.
            const int place = i < data.places() && data.codes[i] == row.key ? i : rowOf.value(row.key, -1);
            if (place < 0) continue;
            data.observed[data.index(place, day)] = 1;
            data.values[data.index(place, day)] = row.value;
        }
    }
    return data;
}

const Measure* measureNamed(const Dataset& dataset, const char* id) {
    for (const Measure& measure : dataset.measures)
        if (measure.id == QLatin1String(id) && measure.aggregation == Aggregation::Sum) return &measure;
    return nullptr;
}

Status addBalance(QueryEngine& engine, const Query& query, QualityView& view) {
    const Measure* const on = measureNamed(view.dataset, "boardings");
    const Measure* const off = measureNamed(view.dataset, "alightings");
    if (!on || !off) return done();
    Query one = query;
    one.measure = on->id;
    const auto boardings = engine.run(one, Breakdown::Place, Progress::none());
    if (!boardings) return boardings.error();
    one.measure = off->id;
    const auto alightings = engine.run(one, Breakdown::Place, Progress::none());
    if (!alightings) return alightings.error();
    QHash<QString, double> others;
    for (const TableRow& row : (*alightings)->rows) others.insert(row.key, row.observed > 0 ? row.value : 0.0);
    QVector<QualityFinding> found;
    view.balance.known = true;
    for (const TableRow& row : (*boardings)->rows) {
        QualityFinding finding;
        finding.kind = FindingKind::Unbalanced;
        finding.code = row.key;
        finding.name = toldApart(row.label, row.key, row.namesake);
        finding.before = row.observed > 0 ? row.value : 0.0;
        finding.after = others.value(row.key, 0.0);
        finding.amount = finding.before + finding.after;
        view.balance.boardings += finding.before;
        view.balance.alightings += finding.after;
        found.append(finding);
    }
    const double ofAll = view.balance.ratio();
    const auto isUsual = [&view, ofAll](const QualityFinding& f) {
        if (f.amount < kLeastBalanceTrips) return true;
        ++view.balance.places;
        return !isUnbalanced(f.before, f.after, ofAll);
    };
    found.erase(std::remove_if(found.begin(), found.end(), isUsual), found.end());
    view.balance.outside = static_cast<int>(found.size());
    std::stable_sort(found.begin(), found.end(), [](const QualityFinding& a, const QualityFinding& b) { return a.amount > b.amount; });
    view.findings += found;
    return done();
}

void addCompleteness(const PlaceDays& data, const Completeness& completeness, QualityView& view) {
    view.days = completeness.days;
    view.matrix = qualityMatrix(data, completeness);
    qint64 expected = 0;
    qint64 seen = 0;
    for (const PlaceCompleteness& place : completeness.places) {
        ++(place.firstDay >= 0 ? view.placesWithData : view.placesWithoutData);
        expected += place.span();
        seen += place.daysWithData;
    }
    view.completeness = expected > 0 ? static_cast<double>(seen) / static_cast<double>(expected) : 0.0;
    for (const DayCompleteness& day : completeness.days) view.daysWithoutData += day.withData == 0 ? 1 : 0;
}

int testedPlaces(const PlaceDays& data, bool flow) {
    int tested = 0;
    for (const auto& weeks : weeklyMeans(data, flow, nullptr))
        tested += std::count_if(weeks.begin(), weeks.end(), [](double w) { return std::isfinite(w); }) >= 2 * kLeastSegmentWeeks ? 1 : 0;
    return tested;
}

}  // namespace

double Balance::ratio() const {
    return alightings > 0.0 ? boardings / alightings : std::numeric_limits<double>::quiet_NaN();
}

bool isUnbalanced(double boardings, double alightings, double ofAll) {
    if (!std::isfinite(ofAll) || ofAll <= 0.0) return false;
    const double usual = ofAll * alightings;
    return boardings < kLeastBalance * usual || boardings > kMostBalance * usual;
}

int QualityView::count(FindingKind kind) const {
    return static_cast<int>(std::count_if(findings.begin(), findings.end(), [kind](const QualityFinding& f) { return f.kind == kind; }));
}

Result<QualityViewPtr> dataQuality(QueryEngine& engine, const Query& query, Progress& progress) {
    const auto asked = engine.normalised(wholeDays(query));
    if (!asked) return asked.error();
    const auto dataset = engine.workspace()->dataset(asked->dataset);
    if (!dataset) return dataset.error();
    if (dataset->timeStep != TimeStep::Day)
        return Error{ErrorCode::Usage,
                     QCoreApplication::translate("Quality", "“%1” has no daily data, so gaps and shifts cannot be seen.").arg(dataset->id),
                     {}};
    auto view = std::make_shared<QualityView>();
    view->query = wholeDays(*asked);
    view->dataset = *dataset;
    view->measure = dataset->measures.value(std::max(0, dataset->measureIndex(asked->measure)));
    view->firstDay = dataset->period.from;
    view->lastDay = dataset->period.to;
    view->sample = dataset->sample;
    const bool flow = view->measure.aggregation == Aggregation::Sum;
    progress.setPhase(QCoreApplication::translate("Quality", "Reading days"), 0.0, 0.7);
    const auto data = readDays(engine, view->query, dataset->period, progress);
    if (!data) return data.error();
    const Completeness completeness = completenessOf(*data);
    addCompleteness(*data, completeness, *view);
    view->findings = gapsAndMoves(*data, completeness, flow);
    progress.setPhase(QCoreApplication::translate("Quality", "Looking for shifts"), 0.7, 0.95);
    view->findings += shiftsOf(*data, flow, progress);
    view->placesTested = testedPlaces(*data, flow);
    if (progress.isCancelled()) return stopped();
    progress.setPhase(QCoreApplication::translate("Quality", "Comparing coordinates"), 0.95, 1.0);
    const auto moves = movedPlaces(*engine.workspace(), *dataset);
    if (!moves) return moves.error();
    view->coordinateSources = moves->sources;
    const QSet<QString> shown(data->codes.begin(), data->codes.end());
    for (const QualityFinding& finding : moves->findings)
        if (shown.contains(finding.code)) view->findings.append(finding);
    const auto balanced = addBalance(engine, view->query, *view);
    if (!balanced) return balanced.error();
    return QualityViewPtr(view);
}

}  // namespace mudeung
