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

QString text(const char* english) {
    return QCoreApplication::translate("Analysis", english);
}

QString name() {
    return text("Grid stress test");
}

QString summary() {
    return text("Does the picture of a grid depend on the size of its cells and on where they begin?");
}

QString obstacle(const AnalysisSubject& subject) {
    static const QStringList areas{QStringLiteral("dong"), QStringLiteral("district"), QStringLiteral("province")};
    if (areas.contains(subject.dataset.placeKind))
        return text("The places of this dataset are areas already, so no grid is laid over them. Choose data counted at points.");
    if (subject.measure.aggregation == Aggregation::Mean && !subject.measure.extensive)
        return text("A level such as a concentration does not add up in cells. Choose counts.");
    return {};
}

QVector<ParameterSpec> parameters(const AnalysisSubject&) {
    return {
        choiceParameter(QStringLiteral("shape"), text("Shape"), text("Cells of the same area have the same size in both shapes."),
                        {{QStringLiteral("square"), text("squares of the national grid")}, {QStringLiteral("hexagon"), text("hexagons")}},
                        QStringLiteral("square")),
        choiceParameter(QStringLiteral("sizes"), text("Sizes"), text("Each size is tried at four origins, half a cell apart."),
                        {{QStringLiteral("fine"), text("100, 200 and 250 m")},
                         {QStringLiteral("usual"), text("250, 500 and 1,000 m")},
                         {QStringLiteral("all"), text("100 to 1,000 m, five sizes")}},
                        QStringLiteral("usual")),
        realParameter(QStringLiteral("top"), text("Counted as top"), text("The share of cells, densest first, that a map would point out."),
                      10, 1, 50, 0, QStringLiteral("%"))};
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
                  {QStringLiteral("never"), count([](double s) { return s == 0.0; })}};
    return data;
}

AnalysisView view(const AnalysisSubject& subject, const ParameterValues& values, const AnalysisData& data) {
    const auto fact = [&data](const char* key) { return data.facts.value(QLatin1String(key)).toDouble(); };
    const auto count = [&](const char* key) { return formatCount(static_cast<qint64>(fact(key))); };
    AnalysisView view;
    view.title = text("Grid stress test: %1").arg(measureName(subject.measure));
    view.notes << text("%1 grids were tried. %2 places lie in a top cell (densest %3 %) of every grid, %4 in some, %5 in none.")
                      .arg(count("grids"), count("always"), formatNumber(values.real(QStringLiteral("top"))), count("sometimes"),
                           count("never"));
    view.notes << text("The order of the places in the least similar grid has a rank correlation of %1 with that in the first one.")
                      .arg(formatNumber(fact("leastCorrelation"), 3));
    view.notes
        << (fact("sometimes") > fact("always")
                ? text("More places owe their top cell to where the lines lie than to what was counted: show places or a density instead.")
                : text("Most of what a grid would point out stays, whatever the grid."));
    view.limits << text("A stable picture is not a right one: the test says nothing about what is missing from the data.");
    const QString unit = measureUnit(subject.measure);
    TableView places;
    places.title = text("Places");
    places.heads = {{measureName(subject.measure), unit, {}},
                    {text("In a top cell"), {}, text("Share of the grids in which the cell of the place is among the densest.")},
                    {text("Best rank"), {}, text("Share of the cells that are denser, in the kindest grid.")},
                    {text("Worst rank"), {}, text("The same in the least kind one.")}};
    places.mapColumn = QStringLiteral("top_share");
    places.picture = MapPicture::Sequential;
    TableView grids;
    grids.title = text("Grids");
    grids.heads = {{text("Cell"), QStringLiteral("m"), {}},
                   {text("Shifted east"), QStringLiteral("m"), {}},
                   {text("Shifted north"), QStringLiteral("m"), {}},
                   {text("Cells with places"), {}, {}},
                   {text("Top from"), text("%1 per km²").arg(unit), {}},
                   {text("Rank correlation"), {}, text("Spearman's, of the places' cell densities with those of the first grid.")}};
    view.tables << places << grids;
    return view;
}

}  // namespace

const AnalysisInfo& gridStressAnalysis() {
    static const AnalysisInfo info{"gridstress", 1, name, summary, obstacle, parameters, nullptr, run, view};
    return info;
}

}  // namespace mudeung
