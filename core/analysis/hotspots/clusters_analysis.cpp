// SPDX-License-Identifier: GPL-3.0-or-later
// Clusters and outliers as an analysis: global Moran's I first, then local Moran with its quadrants.
#include <QCoreApplication>
#include <QJsonObject>
#include <algorithm>
#include <cmath>

#include "core/analysis/frame/registry.h"
#include "core/analysis/hotspots/analysed_values.h"
#include "core/analysis/hotspots/global_moran.h"
#include "core/analysis/hotspots/local_statistics.h"
#include "core/analysis/hotspots/significance.h"
#include "core/analysis/neighbours/unit_neighbours.h"
#include "core/base/format.h"
#include "core/model/names.h"

namespace mudeung {

namespace {

constexpr double kLocalShare = 0.3;  // of the time; the whole map takes longer

QString name() {
    return QCoreApplication::translate("Analysis", "Clusters and outliers");
}

QString summary() {
    return QCoreApplication::translate("Analysis",
                                       "Are neighbours alike, and which places resemble their neighbours or differ from them (Moran's I)?");
}

QString obstacle(const AnalysisSubject&) {
    return {};
}

QVector<ParameterSpec> parameters(const AnalysisSubject& subject) {
    return unitParameters(subject) + changeParameters(subject) + rateParameters(subject) + neighbourParameters() + significanceParameters();
}

QString clusterOf(Quadrant quadrant, Significance::Verdict verdict) {
    if (verdict == Significance::Verdict::Untested || quadrant == Quadrant::None) return QStringLiteral("untested");
    if (verdict != Significance::Verdict::Yes) return QStringLiteral("none");
    switch (quadrant) {
        case Quadrant::HighHigh:
            return QStringLiteral("hh");
        case Quadrant::LowLow:
            return QStringLiteral("ll");
        case Quadrant::HighLow:
            return QStringLiteral("hl");
        default:
            return QStringLiteral("lh");
    }
}

QJsonValue orNull(double v) {
    return std::isfinite(v) ? QJsonValue(v) : QJsonValue();
}

/// Mean of the neighbours that have a value; NaN without any.
std::vector<double> meansAround(const std::vector<double>& values, const SpatialWeights& weights) {
    std::vector<double> means;
    for (std::size_t i = 0; i < values.size(); ++i) {
        double sum = 0.0, known = 0.0;
        for (const std::uint32_t j : weights.neighboursOf(i))
            if (!std::isnan(values[j])) sum += values[j], known += 1.0;
        means.push_back(sum / known);
    }
    return means;
}

struct Permuted {
    std::vector<double> local;
    double global = 0.0;
};

Permuted permute(const std::vector<double>& x, const SpatialWeights& rows, const ParameterValues& values, int threads, Progress& progress) {
    const PermutationParams params = permutationParams(values, threads, progress);
    Permuted p;
    progress.setPhase(QCoreApplication::translate("Analysis", "Permutations around each place"), 0.0, kLocalShare);
    p.local = permutationPOfMoran(permuteNeighbourSums(std::vector<std::vector<double>>{x}, rows, params).front(), x, params.permutations);
    progress.setPhase(QCoreApplication::translate("Analysis", "Permutations of the whole map"), kLocalShare, 1.0);
    const GlobalCounts counts = permuteGlobalMoran(x, rows, params);
    p.global = permutationP(counts.atLeast, counts.atMost, params.permutations, Alternative::TwoSided);
    return p;
}

Result<AnalysisData> run(const AnalysisInput& input, const ParameterValues& values, Progress& progress) {
    const auto units = valuesByUnit(input.engine, analysedQuery(input.subject, values), values, progress);
    if (!units) return units.error();
    const auto neighbours = neighboursOf(*units, values, progress);
    if (!neighbours) return neighbours.error();
    const auto analysed = analysedValues(input, *units, values, progress);
    if (!analysed) return analysed.error();
    if (progress.isCancelled()) return analysisCancelled();

    const std::vector<double>& x = analysed->tested;
    const SpatialWeights rows = withStyle(neighbours->weights, WeightStyle::RowStandardised);
    const GlobalMoran global = globalMoran(x, rows);
    const LocalStatistic local = localMoran(x, rows);
    std::vector<double> p = local.p;
    double globalP = global.pRandomisation;
    if (values.choice(QStringLiteral("test")) == QLatin1String("permutation")) {
        const Permuted permuted = permute(x, rows, values, input.threads, progress);
        for (std::size_t i = 0; i < p.size(); ++i)
            if (!std::isnan(p[i])) p[i] = permuted.local[i];
        globalP = permuted.global;
    }
    if (progress.isCancelled()) return analysisCancelled();
    const Significance s = significanceOf(std::move(p), values);
    const std::vector<Quadrant> quadrants = moranQuadrants(x, rows);

    ResultTable table = units->table(QStringLiteral("places"));
    ResultColumn cluster{QStringLiteral("cluster"), ColumnKind::Category, 0, {}, {}};
    for (std::size_t i = 0; i < units->size(); ++i) cluster.texts << clusterOf(quadrants[i], s.verdict(i));
    // The chart's axes: what was tested, and the mean of the neighbours of the same.
    const int decimals = asksForRate(input.subject, values) ? 2 : std::max(1, units->answer->measure.decimals);
    table.columns = analysed->columns;
    table.columns << cluster << numberColumn("tested", ColumnKind::Number, decimals, x)
                  << numberColumn("around", ColumnKind::Number, decimals, meansAround(x, rows))
                  << numberColumn("i", ColumnKind::Number, 3, local.value) << numberColumn("z", ColumnKind::Number, 2, local.z);
    table.columns += significanceColumns(s);
    const auto count = [&cluster](const char* id) { return static_cast<int>(cluster.texts.count(QLatin1String(id))); };
    AnalysisData data;
    data.facts = {{QStringLiteral("hh"), count("hh")},
                  {QStringLiteral("ll"), count("ll")},
                  {QStringLiteral("hl"), count("hl")},
                  {QStringLiteral("lh"), count("lh")},
                  {QStringLiteral("moran"), orNull(global.i)},
                  {QStringLiteral("moranExpected"), orNull(global.expectation)},
                  {QStringLiteral("moranZ"), orNull(global.zRandomisation)},
                  {QStringLiteral("moranP"), orNull(globalP)},
                  {QStringLiteral("withoutSpot"), static_cast<double>(units->withoutSpot.size())},
                  {QStringLiteral("test"), significanceFacts(s, values)},
                  {QStringLiteral("neighbours"), neighbours->facts}};
    data.tables << table;
    return data;
}

QString globalNote(const QJsonObject& facts) {
    const QJsonValue i = facts.value(QStringLiteral("moran"));
    if (i.isNull())
        return QCoreApplication::translate("Analysis", "Moran's I cannot be computed: there are too few values, or all of them are equal.");
    const double p = facts.value(QStringLiteral("moranP")).toDouble();
    const double level = facts.value(QStringLiteral("test")).toObject().value(QStringLiteral("level")).toDouble();
    const QString numbers = formatNumber(i.toDouble(), 3);
    const QString expected = formatNumber(facts.value(QStringLiteral("moranExpected")).toDouble(), 3);
    const QString chance = formatNumber(p, 5);
    if (p > level)
        return QCoreApplication::translate("Analysis",
                                           "No pattern is proven over the whole map: Moran's I is %1, chance gives %2 on average (p = %3). "
                                           "Read the individual places with care.")
            .arg(numbers, expected, chance);
    return (i.toDouble() > facts.value(QStringLiteral("moranExpected")).toDouble()
                ? QCoreApplication::translate("Analysis", "Neighbours are alike: Moran's I is %1, chance gives %2 on average (p = %3).")
                : QCoreApplication::translate(
                      "Analysis", "Neighbours differ more than by chance: Moran's I is %1, chance gives %2 on average (p = %3)."))
        .arg(numbers, expected, chance);
}

/// Value against the mean of the neighbours.
ChartSpec moranPlot(const QString& measure, const QString& unit, const ResultTable& table) {
    ChartSpec chart;
    chart.kind = ChartKind::Scatter;
    chart.title = QCoreApplication::translate("Analysis", "Each place and its neighbours");
    chart.xTitle = unit.isEmpty() ? measure : QStringLiteral("%1 (%2)").arg(measure, unit);
    chart.yTitle = QCoreApplication::translate("Analysis", "Mean of the neighbours");
    if (!unit.isEmpty()) chart.yTitle = QCoreApplication::translate("Analysis", "%1 (%2)", "measure, unit").arg(chart.yTitle, unit);
    chart.categories = table.labels;
    chart.categoryKeys = table.keys;
    ChartSeries points;
    points.name = measure;
    if (const ResultColumn* value = table.column(QStringLiteral("tested"))) points.x = value->numbers;
    if (const ResultColumn* around = table.column(QStringLiteral("around"))) points.values = around->numbers;
    chart.series << points;
    return chart;
}

AnalysisView view(const AnalysisSubject& subject, const ParameterValues& values, const AnalysisData& data) {
    const QJsonObject test = data.facts.value(QStringLiteral("test")).toObject();
    const auto count = [&data](const char* key) {
        return formatCount(static_cast<qint64>(data.facts.value(QLatin1String(key)).toDouble()));
    };
    const ResultTable places = data.tables.value(0);
    AnalysisView view;
    view.title = (isChange(data) ? QCoreApplication::translate("Analysis", "Clusters and outliers of change: %1")
                                 : QCoreApplication::translate("Analysis", "Clusters and outliers: %1"))
                     .arg(measureName(subject.measure));
    view.notes << globalNote(data.facts);
    view.notes << QCoreApplication::translate(
                      "Analysis", "Of %1 %2, %3 are high near high and %4 low near low; %5 are high near low and %6 low near high.")
                      .arg(formatCount(static_cast<qint64>(test.value(QStringLiteral("tested")).toDouble())), unitNoun(places.rows),
                           count("hh"), count("ll"), count("hl"), count("lh"));
    view.notes << significanceNotes(test) << neighbourNotes(data.facts.value(QStringLiteral("neighbours")).toObject());
    view.notes << leftOutNote(data.facts);
    view.limits << QCoreApplication::translate("Analysis",
                                               "“Low near low” does not mean “no need”: it says that low values lie together, not why.")
                << QCoreApplication::translate(
                       "Analysis", "An outlier may be a special place or a mistake in the data. Look at it before you draw conclusions.");
    addTestedNote(view, subject, values, data);
    TableView table;
    table.title = QCoreApplication::translate("Analysis", "Clusters");
    const QString unit = testedUnit(subject, data);
    table.heads =
        analysedHeads(subject, data) +
        QVector<ColumnHead>{
            {QCoreApplication::translate("Analysis", "Cluster"), {}, {}},
            {QCoreApplication::translate("Analysis", "Tested"), unit,
             QCoreApplication::translate("Analysis", "The value, the standardised rate or the change.")},
            {QCoreApplication::translate("Analysis", "Mean of the neighbours"), unit, {}},
            {QCoreApplication::translate("Analysis", "Local Moran"),
             {},
             QCoreApplication::translate("Analysis", "Above 0: like its neighbours. Below 0: unlike them.")},
            {QCoreApplication::translate("Analysis", "z"),
             {},
             QCoreApplication::translate("Analysis", "How unusual local Moran is, in standard deviations.")},
            {QCoreApplication::translate("Analysis", "p"), {}, QCoreApplication::translate("Analysis", "Two-sided, of this place alone.")},
            {QCoreApplication::translate("Analysis", "p (BH)"),
             {},
             QCoreApplication::translate("Analysis", "Adjusted for the number of places (Benjamini–Hochberg).")},
            {QCoreApplication::translate("Analysis", "p (BY)"),
             {},
             QCoreApplication::translate("Analysis", "The same, valid under any dependence and stricter (Benjamini–Yekutieli).")}};
    table.mapColumn = table.leadColumn = QStringLiteral("cluster");
    table.keyColumn = isRate(data) ? QStringLiteral("tested") : isChange(data) ? QStringLiteral("change") : QStringLiteral("value");
    table.picture = MapPicture::Categories;
    table.categories = {{QStringLiteral("hh"), QCoreApplication::translate("Analysis", "high near high"), 1.0, -1},
                        {QStringLiteral("hl"), QCoreApplication::translate("Analysis", "high near low"), 0.4, -1},
                        {QStringLiteral("none"), QCoreApplication::translate("Analysis", "neither"), 0.0, -1},
                        {QStringLiteral("lh"), QCoreApplication::translate("Analysis", "low near high"), -0.4, -1},
                        {QStringLiteral("ll"), QCoreApplication::translate("Analysis", "low near low"), -1.0, -1},
                        {QStringLiteral("untested"), QCoreApplication::translate("Analysis", "not tested"), std::nan(""), -1}};
    view.tables << table;
    view.charts << moranPlot(testedName(subject, data), unit, places);
    return view;
}

}  // namespace

const AnalysisInfo& clustersAnalysis() {
    static const AnalysisInfo info{"clusters", 1, name, summary, obstacle, parameters, analysedQueries, run, view};
    return info;
}

}  // namespace mudeung
