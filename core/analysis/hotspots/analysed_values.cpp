// SPDX-License-Identifier: GPL-3.0-or-later
// Denominators are people counted by dong: levels that add up.
#include "core/analysis/hotspots/analysed_values.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <limits>

#include "core/analysis/frame/suggested_periods.h"
#include "core/analysis/hotspots/empirical_bayes.h"
#include "core/analysis/hotspots/significance.h"
#include "core/model/names.h"

namespace mudeung {

namespace {

constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();

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

/// Flows as means per day, so that periods of different length compare.
std::vector<double> perDay(std::vector<double> values, const Table& answer) {
    if (answer.measure.aggregation != Aggregation::Sum) return values;
    for (double& v : values) v = answer.daysObserved > 0 ? v / answer.daysObserved : kNothing;
    return values;
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

QVector<ParameterSpec> changeParameters(const AnalysisSubject& subject) {
    const Dataset& d = subject.dataset;
    const bool several = (d.timeStep == TimeStep::Day && d.period.from.addDays(13) <= d.period.to) ||
                         (d.timeStep == TimeStep::Month && d.period.from.addMonths(1) <= d.period.to);
    if (!several) return {};
    ParameterSpec of =
        choiceParameter(QStringLiteral("of"), QCoreApplication::translate("Analysis", "Values or change"),
                        QCoreApplication::translate(
                            "Analysis", "The values themselves, or what changed between two periods: where growth clusters with growth."),
                        {{QStringLiteral("values"), QCoreApplication::translate("Analysis", "values")},
                         {QStringLiteral("change"), QCoreApplication::translate("Analysis", "change between two periods")}},
                        QStringLiteral("values"));
    const Period now = suggestedNow(subject);
    ParameterSpec later = periodParameter(QStringLiteral("now"), QCoreApplication::translate("Analysis", "Now"),
                                          QCoreApplication::translate("Analysis", "The period to examine."), now);
    ParameterSpec earlier =
        periodParameter(QStringLiteral("before"), QCoreApplication::translate("Analysis", "Before"),
                        QCoreApplication::translate(
                            "Analysis", "The period to compare with. Choosing the same months of another year leaves the season out."),
                        suggestedBefore(now, d));
    later.onlyWhen = earlier.onlyWhen = of.id;
    later.onlyWhenValues = earlier.onlyWhenValues = QStringList{QStringLiteral("change")};
    return {of, later, earlier};
}

bool asksForChange(const ParameterValues& values) {
    return values.choice(QStringLiteral("of")) == QLatin1String("change");
}

Query analysedQuery(const AnalysisSubject& subject, const ParameterValues& values) {
    Query query = subject.query;
    if (asksForChange(values)) query.period = values.period(QStringLiteral("now"));
    return query;
}

QVector<Query> analysedQueries(const AnalysisSubject& subject, const ParameterValues& values) {
    QVector<Query> queries{analysedQuery(subject, values)};
    if (asksForChange(values)) {
        queries << subject.query;
        queries.last().period = values.period(QStringLiteral("before"));
    }
    if (asksForRate(subject, values)) queries << peopleQuery(subject, *datasetOf(subject, values.choice(QStringLiteral("per"))));
    return queries;
}

Result<AnalysedValues> analysedValues(const AnalysisInput& input, const UnitValues& units, const ParameterValues& values,
                                      Progress& progress) {
    const QVector<Query> queries = analysedQueries(input.subject, values);
    const int decimals = units.answer->measure.decimals;
    AnalysedValues result{units.values, {}};
    if (asksForChange(values)) {
        const auto before = input.engine.run(queries[1], units.kind == UnitKind::Dong ? Breakdown::Dong : Breakdown::Place, progress);
        if (!before) return before.error();
        std::vector<double> now = perDay(units.values, *units.answer);
        const std::vector<double> earlier = perDay(valuesOf(units, **before), **before);
        for (std::size_t i = 0; i < now.size(); ++i) result.tested[i] = now[i] - earlier[i];
        const int digits = std::max(1, decimals);
        result.columns << numberColumn("value", ColumnKind::Number, digits, now)
                       << numberColumn("before", ColumnKind::Number, digits, earlier)
                       << numberColumn("change", ColumnKind::Number, digits, result.tested);
    } else {
        result.columns << numberColumn("value", ColumnKind::Number, decimals, units.values);
    }
    if (!asksForRate(input.subject, values)) return result;
    const auto counted = peopleOf(input, units, values, progress);
    if (!counted) return counted.error();
    const std::vector<double>& people = *counted;
    result.columns << numberColumn("people", ColumnKind::Number, 0, people);
    if (asksForChange(values)) {
        // A change may be below 0, which Empirical Bayes has no model for: the plain change per head.
        for (std::size_t i = 0; i < people.size(); ++i) result.tested[i] = people[i] > 0.0 ? result.tested[i] / people[i] : kNothing;
        result.columns << numberColumn("rate", ColumnKind::Number, 4, result.tested);
    } else {
        const BayesRates rates = bayesRates(units.values, people);
        result.tested = standardisedRates(units.values, people);
        result.columns << numberColumn("rate", ColumnKind::Number, 3, rates.raw)
                       << numberColumn("smoothed", ColumnKind::Number, 3, rates.smoothed);
    }
    return result;
}

Result<std::vector<double>> peopleOf(const AnalysisInput& input, const UnitValues& units, const ParameterValues& values,
                                     Progress& progress) {
    if (!asksForRate(input.subject, values)) return std::vector<double>{};
    const auto answer = input.engine.run(analysedQueries(input.subject, values).last(), Breakdown::Place, progress);
    if (!answer) return answer.error();
    std::vector<double> people = valuesOf(units, **answer);
    if (std::none_of(people.begin(), people.end(), [](double v) { return v > 0.0; }))
        return Error{ErrorCode::Usage,
                     QCoreApplication::translate("Analysis", "None of the dongs has a number of people in “%1”. Choose another dataset.")
                         .arg(datasetTitle((*answer)->dataset)),
                     {}};
    return people;
}

bool isChange(const AnalysisData& data) {
    return data.tables.value(0).column(QStringLiteral("before")) != nullptr;
}

bool isRate(const AnalysisData& data) {
    return data.tables.value(0).column(QStringLiteral("rate")) != nullptr;
}

QString testedName(const AnalysisSubject& subject, const AnalysisData& data) {
    if (isChange(data))
        return isRate(data) ? QCoreApplication::translate("Analysis", "Change per head")
                            : QCoreApplication::translate("Analysis", "Change");
    return isRate(data) ? QCoreApplication::translate("Analysis", "Standardised rate") : measureName(subject.measure);
}

QString testedUnit(const AnalysisSubject& subject, const AnalysisData& data) {
    const QString unit = measureUnit(subject.measure);
    if (!isChange(data)) return isRate(data) ? QString() : unit;
    return subject.measure.aggregation == Aggregation::Sum ? QCoreApplication::translate("Analysis", "%1 a day").arg(unit) : unit;
}

QVector<ColumnHead> analysedHeads(const AnalysisSubject& subject, const AnalysisData& data) {
    const QString unit = measureUnit(subject.measure);
    QVector<ColumnHead> heads;
    if (isChange(data)) {
        const QString daily = testedUnit(subject, data);
        heads << ColumnHead{QCoreApplication::translate("Analysis", "Now"), daily, {}}
              << ColumnHead{QCoreApplication::translate("Analysis", "Before"), daily, {}}
              << ColumnHead{QCoreApplication::translate("Analysis", "Change"), daily, {}, true};
    } else {
        heads << ColumnHead{measureName(subject.measure), unit, {}};
    }
    if (!isRate(data)) return heads;
    heads << ColumnHead{QCoreApplication::translate("Analysis", "People"), {}, {}};
    if (isChange(data)) {
        heads << ColumnHead{QCoreApplication::translate("Analysis", "Change per head"), heads.last().unit, {}, true};
        return heads;
    }
    heads << ColumnHead{QCoreApplication::translate("Analysis", "Per head"), unit, {}}
          << ColumnHead{QCoreApplication::translate("Analysis", "Smoothed"), unit,
                        QCoreApplication::translate("Analysis",
                                                    "The rate drawn towards that of the whole city; the fewer people there are, the "
                                                    "stronger the pull (Empirical Bayes, Marshall).")};
    return heads;
}

void addTestedNote(AnalysisView& view, const AnalysisSubject& subject, const ParameterValues& values, const AnalysisData& data) {
    const bool change = isChange(data);
    if (change) {
        const QString now = values.period(QStringLiteral("now")).toText(), before = values.period(QStringLiteral("before")).toText();
        view.notes
            << (subject.measure.aggregation == Aggregation::Sum
                    ? QCoreApplication::translate("Analysis", "The value tested is the change per day from %1 to %2.").arg(before, now)
                    : QCoreApplication::translate("Analysis", "The value tested is the change from %1 to %2.").arg(before, now));
        view.limits << QCoreApplication::translate(
            "Analysis",
            "A hot or cold spot of change says that neighbours grew or shrank together, not that each of them changed beyond its usual ups "
            "and downs: the analysis of change tests that.");
    }
    addRateNote(view, subject, values, isRate(data), change);
}

void addRateNote(AnalysisView& view, const AnalysisSubject& subject, const ParameterValues& values, bool rate, bool change) {
    if (rate) {
        const QString id = values.choice(QStringLiteral("per"));
        const Dataset* people = datasetOf(subject, id);
        const QString title = people ? datasetTitle(*people) : id;
        view.notes << (change ? QCoreApplication::translate("Analysis", "It is divided by the number of people in “%1”.").arg(title)
                              : QCoreApplication::translate("Analysis",
                                                            "The rates tested are per head of “%1”, standardised for the number of people.")
                                    .arg(title));
    } else if (!change) {
        view.limits << QCoreApplication::translate(
            "Analysis", "Counts are high where there are many people; what stands out in counts need not stand out in rates per resident.");
    }
}

}  // namespace mudeung
