// SPDX-License-Identifier: GPL-3.0-or-later
// The stress test of a grid as an analysis.
#include <QCoreApplication>
#include <QJsonObject>
#include <algorithm>
#include <cmath>

#include "core/analysis/frame/registry.h"
#include "core/analysis/frame/units.h"
#include "core/analysis/grid_stress/grid_stress.h"
#include "core/base/format.h"
#include "core/model/names.h"

namespace mudeung {

namespace {

QString name() {
    return QCoreApplication::translate("Analysis", "Grid stress test");
}

QString summary() {
    return QCoreApplication::translate("Analysis", "Does a grid map depend on the size of its cells and on where the grid starts?");
}

QString obstacle(const AnalysisSubject& subject) {
    static const QStringList areas{QStringLiteral("dong"), QStringLiteral("district"), QStringLiteral("province")};
    if (areas.contains(subject.dataset.placeKind))
        return QCoreApplication::translate(
            "Analysis", "The places of this dataset are areas already, so no grid is laid over them. Choose data counted at points.");
    if (subject.measure.aggregation == Aggregation::Mean && !subject.measure.extensive)
        return QCoreApplication::translate("Analysis", "Levels such as concentrations cannot be added up in cells. Choose counts.");
    return {};
}

QVector<ParameterSpec> parameters(const AnalysisSubject&) {
    return {choiceParameter(QStringLiteral("shape"), QCoreApplication::translate("Analysis", "Shape"),
                            QCoreApplication::translate("Analysis", "Cells of the same size have the same area in both shapes."),
                            {{QStringLiteral("square"), QCoreApplication::translate("Analysis", "squares of the national grid")},
                             {QStringLiteral("hexagon"), QCoreApplication::translate("Analysis", "hexagons")}},
                            QStringLiteral("square")),
            choiceParameter(QStringLiteral("sizes"), QCoreApplication::translate("Analysis", "Sizes"),
                            QCoreApplication::translate("Analysis", "Each size is tried at four origins, half a cell apart."),
                            {{QStringLiteral("fine"), QCoreApplication::translate("Analysis", "100, 200 and 250 m")},
                             {QStringLiteral("usual"), QCoreApplication::translate("Analysis", "250, 500 and 1,000 m")},
                             {QStringLiteral("all"), QCoreApplication::translate("Analysis", "100 to 1,000 m, five sizes")}},
                            QStringLiteral("usual")),
            realParameter(QStringLiteral("top"), QCoreApplication::translate("Analysis", "Top cells"),
                          QCoreApplication::translate("Analysis", "The share of cells, densest first, that a map would highlight."), 10, 1,
                          50, 0, QStringLiteral("%"))};
}

std::vector<double> sizesOf(const QString& id) {
    if (id == QLatin1String("fine")) return {100, 200, 250};
    if (id == QLatin1String("all")) return {100, 200, 250, 500, 1000};
    return {250, 500, 1000};
}

ResultColumn numbers(const char* id, ColumnKind kind, int decimals, QVector<double> values) {
    return {QLatin1String(id), kind, decimals, std::move(values), {}};
}

ResultTable gridsTable(const GridStress& stress) {
    ResultTable table;
    table.id = QStringLiteral("grids");
    QVector<double> size, east, north, cells, limit, correlation;
    for (const TriedGrid& g : stress.grids) {
        const QString key = QStringLiteral("%1-%2").arg(table.keys.size() + 1, 2, 10, QLatin1Char('0')).arg(g.size);
        table.keys << key;
        table.labels << key;
        size << g.size;
        east << g.shiftX * g.size;
        north << g.shiftY * g.size;
        cells << g.cells;
        limit << g.topLimit;
        correlation << g.correlation;
    }
    table.columns = {numbers("size", ColumnKind::Number, 0, size),   numbers("east", ColumnKind::Number, 0, east),
                     numbers("north", ColumnKind::Number, 0, north), numbers("cells", ColumnKind::Number, 0, cells),
                     numbers("limit", ColumnKind::Number, 1, limit), numbers("correlation", ColumnKind::Number, 3, correlation)};
    return table;
}

Result<AnalysisData> run(const AnalysisInput& input, const ParameterValues& values, Progress& progress) {
    const auto units = valuesByUnit(input.engine, input.subject.query, values, progress);
    if (!units) return units.error();
    if (progress.isCancelled()) return analysisCancelled();
    std::vector<WeightedPoint> points;
    for (std::size_t i = 0; i < units->size(); ++i)
        points.push_back({units->at[i].x, units->at[i].y, std::isnan(units->values[i]) ? 0.0 : units->values[i]});
    const CellShape shape = values.choice(QStringLiteral("shape")) == QLatin1String("hexagon") ? CellShape::Hexagon : CellShape::Square;
    const std::vector<double> sizes = sizesOf(values.choice(QStringLiteral("sizes")));
    const GridStress stress = gridStress(shape, sizes, values.real(QStringLiteral("top")) / 100.0, points);
    AnalysisData data;
    ResultTable places = units->table(QStringLiteral("places"));
    const auto column = [](const std::vector<double>& v) { return QVector<double>(v.begin(), v.end()); };
    places.columns = {numbers("value", ColumnKind::Number, units->answer->measure.decimals, column(units->values)),
                      numbers("top_share", ColumnKind::Share, 0, column(stress.topShare)),
                      numbers("rank_best", ColumnKind::Share, 1, column(stress.rankBest)),
                      numbers("rank_worst", ColumnKind::Share, 1, column(stress.rankWorst))};
    data.tables << places << gridsTable(stress);
    double least = 1.0;
    for (const TriedGrid& g : stress.grids) least = std::isnan(g.correlation) ? least : std::min(least, g.correlation);
    const auto count = [&stress](auto&& test) {
        return static_cast<double>(std::count_if(stress.topShare.begin(), stress.topShare.end(), test));
    };
    data.facts = {{QStringLiteral("grids"), static_cast<double>(stress.grids.size())},
                  {QStringLiteral("leastCorrelation"), least},
                  {QStringLiteral("always"), count([](double s) { return s == 1.0; })},
                  {QStringLiteral("sometimes"), count([](double s) { return s > 0.0 && s < 1.0; })},
                  {QStringLiteral("never"), count([](double s) { return s == 0.0; })},
                  {QStringLiteral("withoutSpot"), static_cast<double>(units->withoutSpot.size())}};
    return data;
}

AnalysisView view(const AnalysisSubject& subject, const ParameterValues& values, const AnalysisData& data) {
    const auto fact = [&data](const char* key) { return data.facts.value(QLatin1String(key)).toDouble(); };
    const auto count = [&](const char* key) { return formatCount(static_cast<qint64>(fact(key))); };
    AnalysisView view;
    view.title = QCoreApplication::translate("Analysis", "Grid stress test: %1").arg(measureName(subject.measure));
    view.notes
        << QCoreApplication::translate(
               "Analysis",
               "%1 grids were tried. %2 places lie in a top cell (the densest %3 %) of every grid, %4 of some grids only and %5 of none.")
               .arg(count("grids"), count("always"), formatNumber(values.real(QStringLiteral("top"))), count("sometimes"), count("never"));
    view.notes << QCoreApplication::translate(
                      "Analysis",
                      "In the least similar grid, the order of the places has a rank correlation of %1 with the order in the first grid.")
                      .arg(formatNumber(fact("leastCorrelation"), 3));
    view.notes << (fact("sometimes") > fact("always")
                       ? QCoreApplication::translate("Analysis",
                                                     "More places are in a top cell because of where the grid lines fall than because of "
                                                     "what was counted: show places or a density instead.")
                       : QCoreApplication::translate("Analysis",
                                                     "Most of what a grid would highlight stays the same, whichever grid is used."));
    view.notes << leftOutNote(data.facts);
    view.mapNote = QCoreApplication::translate("Analysis", "Share of the %1 grids tried").arg(count("grids"));
    view.limits << QCoreApplication::translate(
        "Analysis", "A stable picture is not necessarily a correct one: the test says nothing about what is missing from the data.");
    const QString unit = measureUnit(subject.measure);
    TableView places;
    places.title = QCoreApplication::translate("Analysis", "Places");
    places.heads = {{measureName(subject.measure), unit, {}},
                    {QCoreApplication::translate("Analysis", "In a top cell"),
                     {},
                     QCoreApplication::translate("Analysis", "Share of the grids in which the cell of the place is among the densest.")},
                    {QCoreApplication::translate("Analysis", "Denser cells, least"),
                     {},
                     QCoreApplication::translate("Analysis", "Share of the cells that are denser, in the most favourable grid.")},
                    {QCoreApplication::translate("Analysis", "Denser cells, most"),
                     {},
                     QCoreApplication::translate("Analysis", "The same in the least favourable grid.")}};
    places.mapColumn = places.leadColumn = QStringLiteral("top_share");
    places.picture = MapPicture::Sequential;
    TableView grids;
    grids.title = QCoreApplication::translate("Analysis", "Grids");
    grids.heads = {
        {QCoreApplication::translate("Analysis", "Cell"), QStringLiteral("m"), {}},
        {QCoreApplication::translate("Analysis", "Shifted east"), QStringLiteral("m"), {}},
        {QCoreApplication::translate("Analysis", "Shifted north"), QStringLiteral("m"), {}},
        {QCoreApplication::translate("Analysis", "Cells with places"), {}, {}},
        {QCoreApplication::translate("Analysis", "Cut-off"), QCoreApplication::translate("Analysis", "%1 per km²").arg(unit), {}},
        {QCoreApplication::translate("Analysis", "Rank correlation"),
         {},
         QCoreApplication::translate("Analysis", "Spearman correlation of the places' cell densities with those in the first grid.")}};
    view.tables << places << grids;
    return view;
}

}  // namespace

const AnalysisInfo& gridStressAnalysis() {
    static const AnalysisInfo info{"gridstress", 1, name, summary, obstacle, parameters, nullptr, run, view};
    return info;
}

}  // namespace mudeung
