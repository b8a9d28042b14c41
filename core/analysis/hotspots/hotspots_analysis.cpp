// SPDX-License-Identifier: GPL-3.0-or-later
// Hot and cold spots as an analysis: Gi* of a question by place, dong or cell.
#include <QCoreApplication>
#include <QJsonObject>
#include <algorithm>
#include <cmath>

#include "core/analysis/frame/registry.h"
#include "core/analysis/hotspots/analysed_values.h"
#include "core/analysis/hotspots/local_statistics.h"
#include "core/analysis/hotspots/significance.h"
#include "core/analysis/neighbours/unit_neighbours.h"
#include "core/base/format.h"
#include "core/model/names.h"

namespace mudeung {

namespace {

QString name() {
    return QCoreApplication::translate("Analysis", "Hot spots");
}

QString summary() {
    return QCoreApplication::translate("Analysis", "Where do high values, or low values, cluster more than chance would have it (Gi*)?");
}

QString obstacle(const AnalysisSubject&) {
    return {};
}

QVector<ParameterSpec> parameters(const AnalysisSubject& subject) {
    return unitParameters(subject) + changeParameters(subject) + rateParameters(subject) + neighbourParameters() + significanceParameters();
}

QString spotOf(double z, Significance::Verdict verdict) {
    switch (verdict) {
        case Significance::Verdict::Untested:
            return QStringLiteral("untested");
        case Significance::Verdict::No:
            return QStringLiteral("none");
        case Significance::Verdict::OnlyRaw:
            return z > 0.0 ? QStringLiteral("maybe_hot") : QStringLiteral("maybe_cold");
        case Significance::Verdict::Yes:
            break;
    }
    return z > 0.0 ? QStringLiteral("hot") : QStringLiteral("cold");
}

Result<AnalysisData> run(const AnalysisInput& input, const ParameterValues& values, Progress& progress) {
    const auto units = valuesByUnit(input.engine, analysedQuery(input.subject, values), values, progress);
    if (!units) return units.error();
    const auto neighbours = neighboursOf(*units, values, progress);
    if (!neighbours) return neighbours.error();
    const auto analysed = analysedValues(input, *units, values, progress);
    if (!analysed) return analysed.error();
    if (progress.isCancelled()) return analysisCancelled();

    const LocalStatistic g = getisOrd(analysed->tested, withSelf(neighbours->weights));
    std::vector<double> p = g.p;
    if (values.choice(QStringLiteral("test")) == QLatin1String("permutation")) {
        const PermutationParams params = permutationParams(values, input.threads, progress);
        p = permutationP(permuteNeighbourSums(std::vector<std::vector<double>>{analysed->tested}, neighbours->weights, params).front(),
                         params.permutations);
        // A place whose values never vary has no z to be hot or cold by.
        for (std::size_t i = 0; i < p.size(); ++i)
            if (std::isnan(g.z[i])) p[i] = g.z[i];
    }
    if (progress.isCancelled()) return analysisCancelled();
    const Significance s = significanceOf(std::move(p), values);

    ResultTable table = units->table(QStringLiteral("places"));
    ResultColumn spot{QStringLiteral("spot"), ColumnKind::Category, 0, {}, {}};
    std::vector<double> around;
    for (std::size_t i = 0; i < units->size(); ++i) {
        spot.texts << spotOf(g.z[i], s.verdict(i));
        around.push_back(static_cast<double>(neighbours->weights.neighboursOf(i).size()));
    }
    table.columns = analysed->columns;
    table.columns << spot << numberColumn("z", ColumnKind::Number, 2, g.z);
    table.columns += significanceColumns(s);
    table.columns << numberColumn("neighbours", ColumnKind::Number, 0, around);
    const auto count = [&spot](const char* id) { return static_cast<int>(spot.texts.count(QLatin1String(id))); };
    AnalysisData data;
    data.facts = {{QStringLiteral("hot"), count("hot")},
                  {QStringLiteral("cold"), count("cold")},
                  {QStringLiteral("units"), static_cast<double>(units->size())},
                  {QStringLiteral("withoutSpot"), static_cast<double>(units->withoutSpot.size())},
                  {QStringLiteral("test"), significanceFacts(s, values)},
                  {QStringLiteral("neighbours"), neighbours->facts}};
    data.tables << table;
    return data;
}

AnalysisView view(const AnalysisSubject& subject, const ParameterValues& values, const AnalysisData& data) {
    const QJsonObject test = data.facts.value(QStringLiteral("test")).toObject();
    const auto count = [](const QJsonObject& facts, const char* key) {
        return formatCount(static_cast<qint64>(facts.value(QLatin1String(key)).toDouble()));
    };
    AnalysisView view;
    view.title = (isChange(data) ? QCoreApplication::translate("Analysis", "Hot spots of change: %1")
                                 : QCoreApplication::translate("Analysis", "Hot spots: %1"))
                     .arg(measureName(subject.measure));
    const bool corrected = test.value(QStringLiteral("correction")).toString() != QLatin1String("none");
    view.notes << (corrected ? QCoreApplication::translate(
                                   "Analysis", "%1 of %2 %3 are hot spots and %4 are cold spots, at a false discovery rate of %5.")
                             : QCoreApplication::translate("Analysis",
                                                           "%1 of %2 %3 are hot spots and %4 are cold spots, each tested by itself at %5."))
                      .arg(count(data.facts, "hot"), count(test, "tested"), unitNoun(data.tables.value(0).rows), count(data.facts, "cold"),
                           formatPercent(test.value(QStringLiteral("level")).toDouble(), 0));
    addTestedNote(view, subject, values, data);
    view.notes << significanceNotes(test) << neighbourNotes(data.facts.value(QStringLiteral("neighbours")).toObject());
    view.notes << leftOutNote(data.facts);
    view.limits << QCoreApplication::translate("Analysis",
                                               "A cold spot does not mean “no need”: it says that low values lie together, not why.")
                << QCoreApplication::translate("Analysis",
                                               "At the edge of the city there are fewer neighbours; what lies beyond is not in the sum.");
    TableView table;
    table.title = QCoreApplication::translate("Analysis", "Hot and cold spots");
    table.heads =
        analysedHeads(subject, data) +
        QVector<ColumnHead>{
            {QCoreApplication::translate("Analysis", "Spot"), {}, {}},
            {QCoreApplication::translate("Analysis", "z"),
             {},
             QCoreApplication::translate("Analysis",
                                         "By how many standard deviations the sum of the place and its neighbours exceeds what chance "
                                         "would give.")},
            {QCoreApplication::translate("Analysis", "p"), {}, QCoreApplication::translate("Analysis", "Two-sided, of this place alone.")},
            {QCoreApplication::translate("Analysis", "p (BH)"),
             {},
             QCoreApplication::translate("Analysis", "Adjusted for the number of places (Benjamini–Hochberg).")},
            {QCoreApplication::translate("Analysis", "p (BY)"),
             {},
             QCoreApplication::translate("Analysis", "The same, valid under any dependence and stricter (Benjamini–Yekutieli).")},
            {QCoreApplication::translate("Analysis", "Neighbours"), {}, {}}};
    table.mapColumn = QStringLiteral("spot");
    table.leadColumn = QStringLiteral("z");
    table.picture = MapPicture::Categories;
    table.categories = {{QStringLiteral("hot"), QCoreApplication::translate("Analysis", "hot spot"), 1.0, -1},
                        {QStringLiteral("maybe_hot"), QCoreApplication::translate("Analysis", "hot, uncorrected only"), 0.4, -1},
                        {QStringLiteral("none"), QCoreApplication::translate("Analysis", "neither"), 0.0, -1},
                        {QStringLiteral("maybe_cold"), QCoreApplication::translate("Analysis", "cold, uncorrected only"), -0.4, -1},
                        {QStringLiteral("cold"), QCoreApplication::translate("Analysis", "cold spot"), -1.0, -1},
                        {QStringLiteral("untested"), QCoreApplication::translate("Analysis", "not tested"), std::nan(""), -1}};
    view.tables << table;
    return view;
}

}  // namespace

const AnalysisInfo& hotspotsAnalysis() {
    static const AnalysisInfo info{"hotspots", 1, name, summary, obstacle, parameters, analysedQueries, run, view};
    return info;
}

}  // namespace mudeung
