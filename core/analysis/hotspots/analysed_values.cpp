// SPDX-License-Identifier: GPL-3.0-or-later
// Denominators are people counted by dong: levels that add up.
#include "core/analysis/hotspots/analysed_values.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "core/analysis/hotspots/empirical_bayes.h"
#include "core/analysis/hotspots/significance.h"
#include "core/model/names.h"

namespace mudeung {

namespace {

/// The measure of people in a dataset by dong; −1 when it is something else.
int peopleMeasure(const Dataset& d) {
    if (d.kind != DatasetKind::Cube || d.placeKind != QLatin1String("dong")) return -1;
    for (int m = 0; m < d.measures.size(); ++m)
        if (d.measures[m].aggregation == Aggregation::Mean && d.measures[m].extensive) return m;
    return -1;
}

const Dataset* datasetOf(const AnalysisSubject& subject, const QString& id) {
    for (const Dataset& d : subject.datasets)
        if (d.id == id) return &d;
    return nullptr;
}

/// People in the subject's period, or, when that lies outside of what is known, in all of it.
Query peopleQuery(const AnalysisSubject& subject, const Dataset& people) {
    Query query;
    query.dataset = people.id;
    query.measure = people.measures[std::max(0, peopleMeasure(people))].id;
    Period period = subject.query.period.isAll() ? subject.dataset.period : subject.query.period;
    period.from = std::max(period.from, people.period.from);
    period.to = std::min(period.to, people.period.to);
    if (period.from.isValid() && period.to.isValid() && period.from <= period.to) query.period = period;
    return query;
}

}  // namespace

QVector<ParameterSpec> rateParameters(const AnalysisSubject& subject) {
    QVector<ParameterChoice> choices{{QStringLiteral("none"), QCoreApplication::translate("Analysis", "nothing: the values themselves")}};
    for (const Dataset& d : subject.datasets)
        if (d.id != subject.dataset.id && peopleMeasure(d) >= 0) choices << ParameterChoice{d.id, datasetTitle(d)};
    if (choices.size() < 2 || subject.measure.aggregation != Aggregation::Sum) return {};
    ParameterSpec per = choiceParameter(
        QStringLiteral("per"), QCoreApplication::translate("Analysis", "Per head of"),
        QCoreApplication::translate("Analysis",
                                    "Rates of small dongs vary by chance. They are standardised by the number of people before they are "
                                    "tested, so that small dongs are not marked for being small."),
        choices, QStringLiteral("none"));
    if (subject.dataset.placeKind != QLatin1String("dong")) {
        per.onlyWhen = QStringLiteral("unit");
        per.onlyWhenValues = QStringList{QStringLiteral("dong")};
    }
    return {per};
}

bool asksForRate(const AnalysisSubject& subject, const ParameterValues& values) {
    const QString per = values.choice(QStringLiteral("per"));
    if (per.isEmpty() || per == QLatin1String("none") || !datasetOf(subject, per)) return false;
    return unitOf(values) == UnitKind::Dong || subject.dataset.placeKind == QLatin1String("dong");
}

QVector<Query> queriesWithRate(const AnalysisSubject& subject, const ParameterValues& values) {
    QVector<Query> queries{subject.query};
    if (asksForRate(subject, values)) queries << peopleQuery(subject, *datasetOf(subject, values.choice(QStringLiteral("per"))));
    return queries;
}

Result<AnalysedValues> analysedValues(const AnalysisInput& input, const UnitValues& units, const ParameterValues& values,
                                      Progress& progress) {
    AnalysedValues result{units.values, {numberColumn("value", ColumnKind::Number, units.answer->measure.decimals, units.values)}};
    if (!asksForRate(input.subject, values)) return result;
    const auto answer = input.engine.run(queriesWithRate(input.subject, values).last(), Breakdown::Place, progress);
    if (!answer) return answer.error();
    const std::vector<double> people = valuesOf(units, **answer);
    const BayesRates rates = bayesRates(units.values, people);
    result.tested = standardisedRates(units.values, people);
    if (std::all_of(result.tested.begin(), result.tested.end(), [](double v) { return std::isnan(v); }))
        return Error{ErrorCode::Usage,
                     QCoreApplication::translate("Analysis", "None of the dongs has a number of people in “%1”. Choose another dataset.")
                         .arg(datasetTitle((*answer)->dataset)),
                     {}};
    result.columns << numberColumn("people", ColumnKind::Number, (*answer)->measure.decimals, people)
                   << numberColumn("rate", ColumnKind::Number, 3, rates.raw)
                   << numberColumn("smoothed", ColumnKind::Number, 3, rates.smoothed);
    return result;
}

bool isRate(const AnalysisData& data) {
    return data.tables.value(0).column(QStringLiteral("rate")) != nullptr;
}

QVector<ColumnHead> analysedHeads(const AnalysisSubject& subject, const AnalysisData& data) {
    const QString unit = measureUnit(subject.measure);
    QVector<ColumnHead> heads{{measureName(subject.measure), unit, {}}};
    if (!isRate(data)) return heads;
    heads << ColumnHead{QCoreApplication::translate("Analysis", "People"), {}, {}}
          << ColumnHead{QCoreApplication::translate("Analysis", "Per head"), unit, {}}
          << ColumnHead{QCoreApplication::translate("Analysis", "Smoothed"), unit,
                        QCoreApplication::translate("Analysis",
                                                    "The rate drawn towards that of the whole city, the more the fewer people there are "
                                                    "(Empirical Bayes, Marshall).")};
    return heads;
}

void addRateNote(AnalysisView& view, const AnalysisSubject& subject, const ParameterValues& values, const AnalysisData& data) {
    if (!isRate(data)) {
        view.limits << QCoreApplication::translate(
            "Analysis",
            "Counts are high where many people are; what is special about counts need not be special about rates per resident.");
        return;
    }
    const QString id = values.choice(QStringLiteral("per"));
    const Dataset* people = datasetOf(subject, id);
    view.notes << QCoreApplication::translate("Analysis", "Tested are rates per head of “%1”, standardised for the number of people.")
                      .arg(people ? datasetTitle(*people) : id);
}

}  // namespace mudeung
