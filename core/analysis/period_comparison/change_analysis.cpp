// SPDX-License-Identifier: GPL-3.0-or-later
// Two periods compared place by place, as an analysis: periods, days, units in; ranked changes out.
#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <algorithm>
#include <cmath>

#include "core/analysis/daily_series/daily_series.h"
#include "core/analysis/frame/registry.h"
#include "core/analysis/frame/suggested_periods.h"
#include "core/analysis/frame/units.h"
#include "core/analysis/period_comparison/change_words.h"
#include "core/analysis/period_comparison/matched_days.h"
#include "core/analysis/period_comparison/period_comparison.h"
#include "core/model/names.h"

namespace mudeung {

namespace {

QString name() {
    return QCoreApplication::translate("Analysis", "Change between two periods");
}

QString summary() {
    return QCoreApplication::translate("Analysis", "What changed most between two periods, and is it more than the usual ups and downs?");
}

QString obstacle(const AnalysisSubject& subject) {
    if (subject.dataset.timeStep != TimeStep::Day)
        return QCoreApplication::translate(
                   "Analysis", "“%1” has no daily data, so the usual ups and downs cannot be seen. Choose data that is counted by day.")
            .arg(datasetTitle(subject.dataset));
    if (subject.dataset.period.from.daysTo(subject.dataset.period.to) + 1 < 2 * 28)
        return QCoreApplication::translate("Analysis", "“%1” holds fewer than eight weeks. Import more months.")
            .arg(datasetTitle(subject.dataset));
    return {};
}

QVector<ParameterSpec> parameters(const AnalysisSubject& subject) {
    const Period now = suggestedNow(subject);
    QVector<ParameterSpec> specs{
        periodParameter(QStringLiteral("now"), QCoreApplication::translate("Analysis", "Now"),
                        QCoreApplication::translate("Analysis", "The period to examine."), now),
        periodParameter(
            QStringLiteral("before"), QCoreApplication::translate("Analysis", "Before"),
            QCoreApplication::translate("Analysis",
                                        "The period to compare with. Choosing the same months of another year keeps the season out of the "
                                        "change; public holidays, including lunar ones, are compared with the same holiday."),
            suggestedBefore(now, subject.dataset))};
    specs += unitParameters(subject);
    specs += choiceParameter(
        QStringLiteral("rank"), QCoreApplication::translate("Analysis", "Order"),
        QCoreApplication::translate("Analysis",
                                    "What counts as a large change. The share of the whole leaves out what all places have in "
                                    "common, such as growth of the city or bad weather."),
        {{QStringLiteral("difference"), QCoreApplication::translate("Analysis", "difference per day")},
         {QStringLiteral("relative"), QCoreApplication::translate("Analysis", "change in per cent")},
         {QStringLiteral("share"), QCoreApplication::translate("Analysis", "change of the share of the whole")}},
        QStringLiteral("difference"));
    specs +=
        realParameter(QStringLiteral("discovery"), QCoreApplication::translate("Analysis", "False discovery rate"),
                      QCoreApplication::translate("Analysis", "The expected share of false findings among the changes reported as real."),
                      5, 0.1, 50, 1, QStringLiteral("%"));
    specs += correctionParameter();
    ParameterSpec confidence = realParameter(
        QStringLiteral("confidence"), QCoreApplication::translate("Analysis", "Confidence of intervals"),
        QCoreApplication::translate("Analysis", "Each interval on its own contains the true change in this share of all cases."), 95, 50,
        99.9, 1, QStringLiteral("%"));
    ParameterSpec least =
        integerParameter(QStringLiteral("leastdays"), QCoreApplication::translate("Analysis", "Minimum days"),
                         QCoreApplication::translate("Analysis", "Places with fewer pairs of comparable days are shown but not tested."),
                         28, 14, 366, QCoreApplication::translate("Analysis", "days"));
    ParameterSpec moderate =
        flagParameter(QStringLiteral("moderate"), QCoreApplication::translate("Analysis", "Estimate noise from similar places"),
                      QCoreApplication::translate("Analysis",
                                                  "Places of similar size are pooled to measure their ups and downs more precisely, so "
                                                  "that more real changes are found in short periods. Needs 30 places."),
                      true);
    confidence.advanced = least.advanced = moderate.advanced = true;
    specs << confidence << least << moderate;
    return specs;
}

struct Periods {
    Query now;
    Query before;
};

Periods periodsOf(const AnalysisSubject& subject, const ParameterValues& values) {
    Periods p{subject.query, subject.query};
    p.now.period = values.period(QStringLiteral("now"));
    p.before.period = values.period(QStringLiteral("before"));
    const Period& held = subject.dataset.period;
    for (Period* period : {&p.now.period, &p.before.period})
        if (period->isAll()) *period = held;
    return p;
}

QVector<Query> queries(const AnalysisSubject& subject, const ParameterValues& values) {
    const Periods p = periodsOf(subject, values);
    return {p.now, p.before};
}

/// Columns of the pairs; rows in the order of `keys`, which is that of `series` unless an import came in between.
DayMatrix pairedDays(const DailySeries& series, const QStringList& keys, const std::vector<DayPair>& pairs, bool now) {
    DayMatrix out(static_cast<int>(keys.size()), static_cast<int>(pairs.size()));
    QHash<QString, int> rows;
    if (series.keys != keys)
        for (int i = 0; i < series.keys.size(); ++i) rows.insert(series.keys[i], i);
    for (int i = 0; i < out.series; ++i) {
        const int row = rows.isEmpty() ? i : rows.value(keys[i], -1);
        if (row < 0) continue;
        for (int k = 0; k < out.days; ++k) {
            const DayPair& pair = pairs[static_cast<std::size_t>(k)];
            out.at(i, k) = series.values.at(row, now ? pair.now : pair.before);
        }
    }
    return out;
}

ResultColumn column(const char* id, ColumnKind kind, int decimals) {
    return {QLatin1String(id), kind, decimals, {}, {}};
}

void addColumns(ResultTable& table, const PeriodComparison& comparison, const std::vector<int>& order, int decimals) {
    ResultColumn verdict = column("verdict", ColumnKind::Category, 0);
    ResultColumn shareVerdict = column("share_verdict", ColumnKind::Category, 0);
    struct Numbers {
        ResultColumn column;
        double (*value)(const SeriesChange&);
    };
    std::vector<Numbers> numbers;
    const auto add = [&](const char* id, ColumnKind kind, int digits, double (*value)(const SeriesChange&)) {
        numbers.push_back({column(id, kind, digits), value});
    };
    add("before", ColumnKind::Number, decimals, [](const SeriesChange& c) { return c.before; });
    add("now", ColumnKind::Number, decimals, [](const SeriesChange& c) { return c.now; });
    add("difference", ColumnKind::Number, decimals, [](const SeriesChange& c) { return c.difference.value; });
    add("difference_lower", ColumnKind::Number, decimals, [](const SeriesChange& c) { return c.difference.lower; });
    add("difference_upper", ColumnKind::Number, decimals, [](const SeriesChange& c) { return c.difference.upper; });
    add("relative", ColumnKind::Share, 1, [](const SeriesChange& c) { return c.relative.value; });
    add("relative_lower", ColumnKind::Share, 1, [](const SeriesChange& c) { return c.relative.lower; });
    add("relative_upper", ColumnKind::Share, 1, [](const SeriesChange& c) { return c.relative.upper; });
    add("p", ColumnKind::PValue, 4, [](const SeriesChange& c) { return c.difference.p; });
    add("p_adjusted", ColumnKind::PValue, 4, [](const SeriesChange& c) { return c.difference.adjustedP; });
    add("share_before", ColumnKind::Share, 3, [](const SeriesChange& c) { return c.shareBefore; });
    add("share_now", ColumnKind::Share, 3, [](const SeriesChange& c) { return c.shareNow; });
    add("share_shift", ColumnKind::Share, 3, [](const SeriesChange& c) { return c.share.value; });
    add("share_lower", ColumnKind::Share, 3, [](const SeriesChange& c) { return c.share.lower; });
    add("share_upper", ColumnKind::Share, 3, [](const SeriesChange& c) { return c.share.upper; });
    add("share_p", ColumnKind::PValue, 4, [](const SeriesChange& c) { return c.share.p; });
    add("share_p_adjusted", ColumnKind::PValue, 4, [](const SeriesChange& c) { return c.share.adjustedP; });
    add("days", ColumnKind::Number, 0, [](const SeriesChange& c) { return static_cast<double>(c.days); });
    for (const int i : order) {
        const SeriesChange& change = comparison.series[static_cast<std::size_t>(i)];
        verdict.texts << verdictId(change.verdict);
        shareVerdict.texts << verdictId(change.shareVerdict);
        for (Numbers& n : numbers) n.column.numbers << n.value(change);
    }
    table.columns << verdict;
    for (const Numbers& n : numbers) table.columns << n.column;
    table.columns << shareVerdict;
}

/// The days that were compared, with the sums of all places.
ResultTable daysTable(const Periods& periods, const MatchedDays& matched, const DayMatrix& before, const DayMatrix& now, bool sums,
                      int decimals) {
    ResultTable table;
    table.id = QStringLiteral("days");
    table.rows = RowKind::Date;
    ResultColumn date = column("date_before", ColumnKind::Date, 0);
    ResultColumn totalBefore = column("total_before", ColumnKind::Number, decimals);
    ResultColumn totalNow = column("total_now", ColumnKind::Number, decimals);
    const auto total = [sums](const DayMatrix& m, int day) {
        double sum = 0.0;
        int seen = 0;
        for (int s = 0; s < m.series; ++s) {
            if (!std::isfinite(m.at(s, day))) continue;
            sum += m.at(s, day);
            ++seen;
        }
        return seen == 0 ? std::nan("") : sums ? sum : sum / seen;
    };
    for (std::size_t k = 0; k < matched.pairs.size(); ++k) {
        const QString key = periods.now.period.from.addDays(matched.pairs[k].now).toString(Qt::ISODate);
        table.keys << key;
        table.labels << key;
        date.texts << periods.before.period.from.addDays(matched.pairs[k].before).toString(Qt::ISODate);
        totalBefore.numbers << total(before, static_cast<int>(k));
        totalNow.numbers << total(now, static_cast<int>(k));
    }
    table.columns = {date, totalBefore, totalNow};
    return table;
}

QJsonObject factsOf(const PeriodComparison& comparison, const MatchedDays& matched, const DailySeries& now) {
    QJsonObject verdicts, shares;
    for (const SeriesChange& c : comparison.series) {
        verdicts[verdictId(c.verdict)] = verdicts[verdictId(c.verdict)].toInt() + 1;
        shares[verdictId(c.shareVerdict)] = shares[verdictId(c.shareVerdict)].toInt() + 1;
    }
    const SeriesChange& whole = comparison.whole;
    const auto number = [](double v) { return std::isfinite(v) ? QJsonValue(v) : QJsonValue(); };
    return {{QStringLiteral("tested"), comparison.tested},
            {QStringLiteral("moderated"), comparison.moderated},
            {QStringLiteral("verdicts"), verdicts},
            {QStringLiteral("shareVerdicts"), shares},
            {QStringLiteral("pairs"), static_cast<int>(matched.pairs.size())},
            {QStringLiteral("holidayPairs"), matched.holidays},
            {QStringLiteral("unmatchedBefore"), matched.unmatchedBefore()},
            {QStringLiteral("unmatchedNow"), matched.unmatchedNow()},
            {QStringLiteral("sameSeason"), matched.sameSeason},
            {QStringLiteral("shiftDays"), matched.shiftDays},
            {QStringLiteral("holidaysKnown"), matched.holidaysKnown},
            {QStringLiteral("withoutSpot"), now.withoutSpot},
            {QStringLiteral("wholeDays"), whole.days},
            {QStringLiteral("wholeBefore"), number(whole.before)},
            {QStringLiteral("wholeNow"), number(whole.now)},
            {QStringLiteral("wholeRelative"), number(whole.relative.value)},
            {QStringLiteral("wholeLower"), number(whole.relative.lower)},
            {QStringLiteral("wholeUpper"), number(whole.relative.upper)},
            {QStringLiteral("wholeVerdict"), verdictId(whole.verdict)}};
}

Status checkPeriods(const Periods& p) {
    const auto usage = [](const QString& message) { return Error{ErrorCode::Usage, message, {}}; };
    for (const Query* q : {&p.now, &p.before})
        if (!q->period.from.isValid() || !q->period.to.isValid() || q->period.from > q->period.to)
            return usage(QCoreApplication::translate("Analysis", "A period needs a first and a last day, the earlier one first."));
    if (p.now.period.from <= p.before.period.to && p.before.period.from <= p.now.period.to)
        return usage(QCoreApplication::translate("Analysis", "The two periods overlap. Choose days that are in one of them only."));
    return done();
}

RankBy rankOf(const ParameterValues& values) {
    const QString rank = values.choice(QStringLiteral("rank"));
    return rank == QLatin1String("relative") ? RankBy::Relative : rank == QLatin1String("share") ? RankBy::Share : RankBy::Difference;
}

Correction correctionOf(const ParameterValues& values) {
    const QString id = values.choice(QStringLiteral("correction"));
    return id == QLatin1String("none") ? Correction::None
           : id == QLatin1String("by") ? Correction::BenjaminiYekutieli
                                       : Correction::BenjaminiHochberg;
}

Result<AnalysisData> run(const AnalysisInput& input, const ParameterValues& values, Progress& progress) {
    const Periods periods = periodsOf(input.subject, values);
    const auto fine = checkPeriods(periods);
    if (!fine) return fine.error();
    const Measure& measure = input.subject.measure;
    progress.setPhase(QCoreApplication::translate("Analysis", "Reading days"), 0.0, 0.45);
    const auto now = dailySeries(input.engine, periods.now, periods.now.period, values, progress, input.threads);
    if (!now) return now.error();
    progress.setPhase(QCoreApplication::translate("Analysis", "Reading days"), 0.45, 0.9);
    const auto before = dailySeries(input.engine, periods.before, periods.before.period, values, progress, input.threads);
    if (!before) return before.error();
    progress.setPhase(QCoreApplication::translate("Analysis", "Comparing"), 0.9, 1.0);
    const MatchedDays matched = matchDays(periods.before, periods.now, HolidayCalendar::korea());
    const DayMatrix x = pairedDays(*before, now->keys, matched.pairs, false);
    const DayMatrix y = pairedDays(*now, now->keys, matched.pairs, true);
    ComparisonOptions options;
    options.confidence = values.real(QStringLiteral("confidence")) / 100.0;
    options.discovery = values.real(QStringLiteral("discovery")) / 100.0;
    options.correction = correctionOf(values);
    options.leastDays = static_cast<int>(values.integer(QStringLiteral("leastdays")));
    options.counts = measure.aggregation == Aggregation::Sum && measure.decimals == 0;
    options.shares = measure.aggregation == Aggregation::Sum || measure.extensive;
    options.moderate = values.flag(QStringLiteral("moderate"));
    options.threads = input.threads;
    options.cancelled = [&progress] { return progress.isCancelled(); };
    const PeriodComparison comparison = comparePeriods(x, y, options);
    if (progress.isCancelled()) return analysisCancelled();
    const std::vector<int> order = rankedChanges(comparison, rankOf(values));
    AnalysisData data;
    const int decimals = std::max(1, measure.decimals);
    ResultTable changes = now->table(QStringLiteral("changes"), order);
    addColumns(changes, comparison, order, decimals);
    data.tables << changes << daysTable(periods, matched, x, y, options.shares, measure.decimals);
    data.facts = factsOf(comparison, matched, *now);
    return data;
}

}  // namespace

const AnalysisInfo& changeAnalysis() {
    static const AnalysisInfo info{"change", 1, name, summary, obstacle, parameters, queries, run, changeView};
    return info;
}

}  // namespace mudeung
