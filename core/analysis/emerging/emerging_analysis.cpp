// SPDX-License-Identifier: GPL-3.0-or-later
// Emerging hot spots as an analysis: the months of a question one after another, and the pattern that each place makes of them.
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <algorithm>
#include <array>
#include <cmath>

#include "core/analysis/emerging/emerging.h"
#include "core/analysis/frame/registry.h"
#include "core/analysis/hotspots/analysed_values.h"
#include "core/analysis/hotspots/empirical_bayes.h"
#include "core/analysis/hotspots/significance.h"
#include "core/analysis/neighbours/unit_neighbours.h"
#include "core/base/format.h"
#include "core/model/names.h"

namespace mudeung {

namespace {

constexpr int kLeastMonths = 4;
constexpr int kGoodMonths = 10;
constexpr double kReadingShare = 0.9;  // of the time

/// In the order of HotSpotPattern.
constexpr std::array<const char*, 17> kPatternIds{"none",
                                                  "new_hot",
                                                  "consecutive_hot",
                                                  "intensifying_hot",
                                                  "persistent_hot",
                                                  "diminishing_hot",
                                                  "sporadic_hot",
                                                  "oscillating_hot",
                                                  "historical_hot",
                                                  "new_cold",
                                                  "consecutive_cold",
                                                  "intensifying_cold",
                                                  "persistent_cold",
                                                  "diminishing_cold",
                                                  "sporadic_cold",
                                                  "oscillating_cold",
                                                  "historical_cold"};

QString name() {
    return QCoreApplication::translate("Analysis", "Emerging hot spots");
}

QString summary() {
    return QCoreApplication::translate("Analysis", "Which hot and cold spots appear, last, grow, fade or come back over the months?");
}

/// The months of the question within what the data holds, each cut to the question's days.
QVector<Period> monthsOf(const AnalysisSubject& subject) {
    Period p = subject.query.period;
    const Period& held = subject.dataset.period;
    if (!p.from.isValid() || p.from < held.from) p.from = held.from;
    if (!p.to.isValid() || p.to > held.to) p.to = held.to;
    QVector<Period> months;
    for (QDate first(p.from.year(), p.from.month(), 1); first.isValid() && first <= p.to; first = first.addMonths(1))
        months << Period{std::max(first, p.from), std::min(first.addMonths(1).addDays(-1), p.to)};
    return months;
}

QString obstacle(const AnalysisSubject& subject) {
    if (subject.dataset.timeStep == TimeStep::Year)
        return QCoreApplication::translate(
                   "Analysis", "“%1” has one number a year, so it cannot show anything emerging over months. Choose data by month or day.")
            .arg(datasetTitle(subject.dataset));
    if (monthsOf(subject).size() < kLeastMonths)
        return QCoreApplication::translate("Analysis", "At least %1 months are needed to see something emerge. Choose a longer period.")
            .arg(kLeastMonths);
    return {};
}

QVector<ParameterSpec> parameters(const AnalysisSubject& subject) {
    QVector<ParameterSpec> specs = unitParameters(subject) + rateParameters(subject) + neighbourParameters();
    specs << integerParameter(QStringLiteral("earlier"), QCoreApplication::translate("Analysis", "Earlier months"),
                              QCoreApplication::translate(
                                  "Analysis", "This many earlier months also count as neighbours; 0 looks at each month by itself."),
                              1, 0, 12)
          << choiceParameter(QStringLiteral("against"), QCoreApplication::translate("Analysis", "Compared with"),
                             QCoreApplication::translate("Analysis",
                                                         "Compared with all months, growth of the whole city makes late months hot. "
                                                         "Compared with the same months, only a place's standing within the city counts."),
                             {{QStringLiteral("all"), QCoreApplication::translate("Analysis", "all places in all months")},
                              {QStringLiteral("same"), QCoreApplication::translate("Analysis", "all places in the same months")}},
                             QStringLiteral("all"))
          << correctionParameter()
          << realParameter(
                 QStringLiteral("level"), QCoreApplication::translate("Analysis", "Level"),
                 QCoreApplication::translate("Analysis", "The share of marked places that may be marked by chance. 5 % is common."), 5, 0.1,
                 20, 1, QStringLiteral("%"));
    specs[specs.size() - 4].advanced = true;
    return specs;
}

/// Values of the units by month: means per day of flows with single days, so that short months are not low.
Result<std::vector<std::vector<double>>> valuesByMonth(const AnalysisInput& input, const UnitValues& units, const QVector<Period>& months,
                                                       Progress& progress) {
    const Breakdown by = units.kind == UnitKind::Dong ? Breakdown::Dong : Breakdown::Place;
    const bool perDay = input.subject.measure.aggregation == Aggregation::Sum && input.subject.dataset.timeStep == TimeStep::Day;
    std::vector<std::vector<double>> values;
    for (int m = 0; m < months.size(); ++m) {
        if (progress.isCancelled()) return analysisCancelled();
        Query query = input.subject.query;
        query.period = months[m];
        progress.setPhase(QCoreApplication::translate("Analysis", "Months"), kReadingShare * m / months.size(),
                          kReadingShare * (m + 1) / months.size());
        const auto answer = input.engine.run(query, by, progress);
        if (!answer) return answer.error();
        std::vector<double>& month = values.emplace_back(valuesOf(units, **answer));
        if (perDay)
            for (double& v : month) v = (*answer)->daysObserved > 0 ? v / (*answer)->daysObserved : std::nan("");
    }
    return values;
}

EmergingParams kernelParams(const ParameterValues& values, Progress& progress) {
    EmergingParams params;
    params.earlierMonths = static_cast<int>(values.integer(QStringLiteral("earlier")));
    params.reference = values.choice(QStringLiteral("against")) == QLatin1String("same") ? Reference::OwnMonths : Reference::WholeCube;
    const QString correction = values.choice(QStringLiteral("correction"));
    params.correction = correction == QLatin1String("bh")   ? Correction::BenjaminiHochberg
                        : correction == QLatin1String("by") ? Correction::BenjaminiYekutieli
                                                            : Correction::None;
    params.alpha = values.real(QStringLiteral("level")) / 100.0;
    params.cancelled = [&progress] { return progress.isCancelled(); };
    return params;
}

ResultTable placesTable(const UnitValues& units, const EmergingResult& e) {
    ResultTable table = units.table(QStringLiteral("places"));
    ResultColumn pattern{QStringLiteral("pattern"), ColumnKind::Category, 0, {}, {}};
    std::vector<double> hot, cold, known, z, p;
    for (std::size_t i = 0; i < units.size(); ++i) {
        pattern.texts << QLatin1String(kPatternIds[static_cast<std::size_t>(e.pattern[i])]);
        hot.push_back(e.hotMonths[i]);
        cold.push_back(e.coldMonths[i]);
        known.push_back(e.months[i]);
        z.push_back(e.trend[i].z);
        p.push_back(e.trend[i].p);
    }
    table.columns = {pattern,
                     numberColumn("hot", ColumnKind::Number, 0, hot),
                     numberColumn("cold", ColumnKind::Number, 0, cold),
                     numberColumn("months", ColumnKind::Number, 0, known),
                     numberColumn("last_z", ColumnKind::Number, 2, e.z.back()),
                     numberColumn("trend_z", ColumnKind::Number, 2, z),
                     numberColumn("trend_p", ColumnKind::PValue, 4, p)};
    return table;
}

ResultTable monthsTable(const QVector<Period>& months, const EmergingResult& e, double level) {
    ResultTable table;
    table.id = QStringLiteral("months");
    table.rows = RowKind::Date;
    std::vector<double> hot, cold;
    for (int m = 0; m < months.size(); ++m) {
        const QString key = months[m].from.toString(QStringLiteral("yyyy-MM"));
        table.keys << key;
        table.labels << key;
        const auto t = static_cast<std::size_t>(m);
        double hots = 0.0, colds = 0.0;
        for (std::size_t i = 0; i < e.z[t].size(); ++i)
            if (e.adjusted[t][i] <= level) (e.z[t][i] > 0.0 ? hots : colds) += 1.0;
        hot.push_back(hots);
        cold.push_back(colds);
    }
    table.columns = {numberColumn("hot", ColumnKind::Number, 0, hot), numberColumn("cold", ColumnKind::Number, 0, cold)};
    return table;
}

Result<AnalysisData> run(const AnalysisInput& input, const ParameterValues& values, Progress& progress) {
    const QVector<Period> months = monthsOf(input.subject);
    if (const QString why = obstacle(input.subject); !why.isEmpty()) return Error{ErrorCode::Usage, why, {}};
    const auto units = valuesByUnit(input.engine, input.subject.query, values, progress);
    if (!units) return units.error();
    const auto neighbours = neighboursOf(*units, values, progress);
    if (!neighbours) return neighbours.error();
    auto byMonth = valuesByMonth(input, *units, months, progress);
    if (!byMonth) return byMonth.error();
    const bool rate = asksForRate(input.subject, values);
    if (rate) {
        const auto people = peopleOf(input, *units, values, progress);
        if (!people) return people.error();
        for (std::vector<double>& month : *byMonth) month = standardisedRates(month, *people);
    }
    const EmergingResult e = emergingHotSpots(*byMonth, neighbours->weights, kernelParams(values, progress));
    if (progress.isCancelled() || e.z.empty()) return analysisCancelled();

    AnalysisData data;
    data.tables << placesTable(*units, e) << monthsTable(months, e, values.real(QStringLiteral("level")) / 100.0);
    std::array<int, kPatternIds.size()> counts{};
    for (const HotSpotPattern p : e.pattern) ++counts[static_cast<std::size_t>(p)];
    QJsonObject patterns;
    for (std::size_t i = 0; i < kPatternIds.size(); ++i)
        if (counts[i] > 0) patterns.insert(QLatin1String(kPatternIds[i]), counts[i]);
    data.facts = {{QStringLiteral("patterns"), patterns},
                  {QStringLiteral("rate"), rate},
                  {QStringLiteral("months"), months.size()},
                  {QStringLiteral("units"), static_cast<double>(units->size())},
                  {QStringLiteral("withoutSpot"), static_cast<double>(units->withoutSpot.size())},
                  {QStringLiteral("neighbours"), neighbours->facts}};
    return data;
}

QVector<CategoryHead> patternHeads() {
    const QString names[] = {QCoreApplication::translate("Analysis", "no pattern"),
                             QCoreApplication::translate("Analysis", "new hot spot"),
                             QCoreApplication::translate("Analysis", "consecutive hot spot"),
                             QCoreApplication::translate("Analysis", "intensifying hot spot"),
                             QCoreApplication::translate("Analysis", "persistent hot spot"),
                             QCoreApplication::translate("Analysis", "diminishing hot spot"),
                             QCoreApplication::translate("Analysis", "sporadic hot spot"),
                             QCoreApplication::translate("Analysis", "oscillating hot spot"),
                             QCoreApplication::translate("Analysis", "historical hot spot"),
                             QCoreApplication::translate("Analysis", "new cold spot"),
                             QCoreApplication::translate("Analysis", "consecutive cold spot"),
                             QCoreApplication::translate("Analysis", "intensifying cold spot"),
                             QCoreApplication::translate("Analysis", "persistent cold spot"),
                             QCoreApplication::translate("Analysis", "diminishing cold spot"),
                             QCoreApplication::translate("Analysis", "sporadic cold spot"),
                             QCoreApplication::translate("Analysis", "oscillating cold spot"),
                             QCoreApplication::translate("Analysis", "historical cold spot")};
    // The stronger now, the further from the middle.
    constexpr double kTones[] = {0.0, 0.65, 0.8, 1.0, 0.9, 0.5, 0.35, 0.25, 0.15};
    QVector<CategoryHead> heads;
    for (std::size_t i = 0; i < kPatternIds.size(); ++i) {
        const double tone = i <= 8 ? kTones[i] : -kTones[i - 8];
        heads.append({QLatin1String(kPatternIds[i]), names[i], tone, -1});
    }
    return heads;
}

ChartSpec monthsChart(const ResultTable& table) {
    ChartSpec chart;
    chart.kind = ChartKind::Line;
    chart.title = QCoreApplication::translate("Analysis", "Hot and cold spots by month");
    chart.yTitle = QCoreApplication::translate("Analysis", "Places", "how many, axis of a chart");
    chart.categories = table.labels;
    chart.categoryKeys = table.keys;
    const auto add = [&](const char* id, const QString& title, double tone) {
        ChartSeries series;
        series.tone = tone;
        series.name = title;
        series.key = QLatin1String(id);
        if (const ResultColumn* column = table.column(QLatin1String(id))) series.values = column->numbers;
        chart.series << series;
    };
    add("hot", QCoreApplication::translate("Analysis", "hot spots"), 0.8);
    add("cold", QCoreApplication::translate("Analysis", "cold spots"), -0.8);
    return chart;
}

QStringList notesOf(const AnalysisData& data, const QVector<CategoryHead>& heads) {
    const QJsonObject patterns = data.facts.value(QStringLiteral("patterns")).toObject();
    const auto number = [&data](const char* key) { return static_cast<qint64>(data.facts.value(QLatin1String(key)).toDouble()); };
    QStringList found;
    for (const CategoryHead& head : heads) {
        const int count = patterns.value(head.id).toInt();
        if (count > 0 && head.id != QLatin1String("none")) found << QStringLiteral("%1: %2").arg(head.name, formatCount(count));
    }
    QStringList notes;
    const QString noun = unitNoun(data.tables.value(0).rows);
    notes << (found.isEmpty()
                  ? QCoreApplication::translate("Analysis", "None of the %1 %2 is or was a lasting hot or cold spot in %3 months.")
                        .arg(formatCount(number("units")), noun, formatCount(number("months")))
                  : QCoreApplication::translate("Analysis", "Patterns of %1 %2 over %3 months – %4.")
                        .arg(formatCount(number("units")), noun, formatCount(number("months")), found.join(QStringLiteral(", "))));
    if (number("months") < kGoodMonths)
        notes << QCoreApplication::translate("Analysis",
                                             "%1 months are few: below ten, trends are rarely certain and “most months” says little.")
                     .arg(formatCount(number("months")));
    notes << neighbourNotes(data.facts.value(QStringLiteral("neighbours")).toObject());
    notes << leftOutNote(data.facts);
    return notes;
}

AnalysisView view(const AnalysisSubject& subject, const ParameterValues& values, const AnalysisData& data) {
    AnalysisView view;
    view.title = QCoreApplication::translate("Analysis", "Emerging hot spots: %1").arg(measureName(subject.measure));
    TableView places;
    places.title = QCoreApplication::translate("Analysis", "Patterns");
    places.heads = {{QCoreApplication::translate("Analysis", "Pattern"), {}, {}},
                    {QCoreApplication::translate("Analysis", "Hot months"), {}, {}},
                    {QCoreApplication::translate("Analysis", "Cold months"), {}, {}},
                    {QCoreApplication::translate("Analysis", "Months with a value"), {}, {}},
                    {QCoreApplication::translate("Analysis", "last z"),
                     {},
                     QCoreApplication::translate("Analysis", "Gi* of the place and its neighbours.")},
                    {QCoreApplication::translate("Analysis", "Trend"),
                     {},
                     QCoreApplication::translate("Analysis", "Mann–Kendall z of Gi* over the months: above 0 it rises.")},
                    {QCoreApplication::translate("Analysis", "p of the trend"),
                     {},
                     QCoreApplication::translate("Analysis", "Two-sided, of this place alone.")}};
    places.mapColumn = places.leadColumn = QStringLiteral("pattern");
    places.keyColumn = QStringLiteral("last_z");
    places.picture = MapPicture::Categories;
    places.categories = patternHeads();
    TableView months;
    months.title = QCoreApplication::translate("Analysis", "Months");
    months.heads = {{QCoreApplication::translate("Analysis", "Hot spots"), {}, {}},
                    {QCoreApplication::translate("Analysis", "Cold spots"), {}, {}}};
    view.notes = notesOf(data, places.categories);
    addRateNote(view, subject, values, data.facts.value(QStringLiteral("rate")).toBool(), false);
    view.limits
        << QCoreApplication::translate("Analysis", "Seasons are not taken out: a summer spot looks new every summer. Compare whole years.")
        << QCoreApplication::translate("Analysis", "A cold spot does not mean “no need”: it says that low values lie together, not why.")
        << QCoreApplication::translate(
               "Analysis", "A new spot says that something changed there, not what: look for new stops, lines or gaps in the data.");
    view.tables << places << months;
    view.charts << monthsChart(data.tables.value(1));
    return view;
}

}  // namespace

const AnalysisInfo& emergingAnalysis() {
    static const AnalysisInfo info{"emerging", 1, name, summary, obstacle, parameters, analysedQueries, run, view};
    return info;
}

}  // namespace mudeung
