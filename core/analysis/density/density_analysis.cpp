// SPDX-License-Identifier: GPL-3.0-or-later
// The kernel density of a question as an analysis: a surface with its bandwidth, and the density at each place.
#include <QCoreApplication>
#include <QJsonObject>
#include <algorithm>
#include <cmath>
#include <vector>

#include "core/analysis/density/density.h"
#include "core/analysis/frame/registry.h"
#include "core/analysis/frame/units.h"
#include "core/base/format.h"
#include "core/model/names.h"

namespace mudeung {

namespace {

constexpr qint64 kMostCells = 4'000'000;
constexpr double kSquareKilometre = 1e6;

QString name() {
    return QCoreApplication::translate("Analysis", "Density");
}

QString summary() {
    return QCoreApplication::translate("Analysis", "Where is the density highest, smoothed over walking distance?");
}

QVector<ParameterSpec> parameters(const AnalysisSubject&) {
    QVector<ParameterSpec> specs{
        choiceParameter(QStringLiteral("kernel"), QCoreApplication::translate("Analysis", "Kernel"),
                        QCoreApplication::translate("Analysis",
                                                    "How the count at a place is spread around it. The quartic and Epanechnikov kernels "
                                                    "end at the bandwidth; the Gaussian fades out."),
                        {{QStringLiteral("quartic"), QCoreApplication::translate("Analysis", "quartic")},
                         {QStringLiteral("epanechnikov"), QCoreApplication::translate("Analysis", "Epanechnikov")},
                         {QStringLiteral("gaussian"), QCoreApplication::translate("Analysis", "Gaussian")}},
                        QStringLiteral("quartic")),
        choiceParameter(QStringLiteral("bandwidth"), QCoreApplication::translate("Analysis", "Bandwidth"),
                        QCoreApplication::translate("Analysis",
                                                    "The distance over which counts are smoothed. The rule of thumb depends on how spread "
                                                    "out the places are; a walking distance is easier to interpret."),
                        {{QStringLiteral("rule"), QCoreApplication::translate("Analysis", "rule of thumb")},
                         {QStringLiteral("given"), QCoreApplication::translate("Analysis", "given")}},
                        QStringLiteral("rule")),
        realParameter(QStringLiteral("radius"), QCoreApplication::translate("Analysis", "Distance"),
                      QCoreApplication::translate("Analysis", "300, 500 and 800 m are usual walking distances."), 500, 20, 20000, 0,
                      QStringLiteral("m")),
        integerParameter(QStringLiteral("cell"), QCoreApplication::translate("Analysis", "Cell"),
                         QCoreApplication::translate("Analysis", "Side of the cells in which the surface is computed."), 50, 5, 1000,
                         QStringLiteral("m"))};
    specs[2].onlyWhen = QStringLiteral("bandwidth");
    specs[2].onlyWhenValues = QStringList{QStringLiteral("given")};
    specs[3].advanced = true;
    return specs;
}

QString obstacle(const AnalysisSubject& subject) {
    if (subject.measure.aggregation == Aggregation::Mean && !subject.measure.extensive)
        return QCoreApplication::translate("Analysis",
                                           "Levels such as concentrations cannot be added up, so they have no density. Choose counts.");
    return {};
}

Kernel kernelOf(const QString& id) {
    if (id == QLatin1String("gaussian")) return Kernel::Gaussian;
    return id == QLatin1String("epanechnikov") ? Kernel::Epanechnikov : Kernel::Quartic;
}

/// Cells on multiples of their size, so that surfaces of the same cell lie on each other, wide enough for all that the points reach.
GridSpec gridAround(const std::vector<WeightedPoint>& points, double reach, double cell) {
    double west = INFINITY, east = -INFINITY, south = INFINITY, north = -INFINITY;
    for (const WeightedPoint& p : points) {
        west = std::min(west, p.x);
        east = std::max(east, p.x);
        south = std::min(south, p.y);
        north = std::max(north, p.y);
    }
    GridSpec grid;
    grid.cellSize = cell;
    grid.originX = std::floor((west - reach) / cell) * cell;
    grid.originY = std::ceil((north + reach) / cell) * cell;
    grid.columns = static_cast<int>(std::min(1e6, std::ceil((east + reach - grid.originX) / cell)));
    grid.rows = static_cast<int>(std::min(1e6, std::ceil((grid.originY - (south - reach)) / cell)));
    return grid;
}

bool shouldStop(void* progress) {
    return static_cast<Progress*>(progress)->isCancelled();
}

struct Located {
    std::vector<WeightedPoint> points;  ///< EPSG:5186
    std::vector<int> units;             ///< which unit each is
};

Located locate(const UnitValues& units) {
    Plane plane(kMapPlane);
    Located located;
    for (int i = 0; i < static_cast<int>(units.size()); ++i) {
        const double weight = units.values[static_cast<std::size_t>(i)];
        const auto at = plane.toPlane(LonLat{units.lon[i], units.lat[i]});
        if (!at || !std::isfinite(weight)) continue;
        located.points.push_back({at->x, at->y, weight});
        located.units.push_back(i);
    }
    return located;
}

double effectiveNumber(const std::vector<WeightedPoint>& points) {
    double sum = 0.0;
    double squares = 0.0;
    for (const WeightedPoint& p : points) {
        sum += p.weight;
        squares += p.weight * p.weight;
    }
    return squares > 0.0 ? sum * sum / squares : 0.0;
}

ResultTable tableOf(const UnitValues& units, const Located& located, const DensityGrid& surface) {
    ResultTable table = units.table(QStringLiteral("places"));
    ResultColumn value{QStringLiteral("value"), ColumnKind::Number, units.answer->measure.decimals, {}, {}};
    ResultColumn density{QStringLiteral("density"), ColumnKind::Number, 1, {}, {}};
    value.numbers = QVector<double>(units.values.begin(), units.values.end());
    // Digits that mean something: nobody counts tenths of a million.
    const double peak = *std::max_element(surface.values.begin(), surface.values.end());
    density.decimals = peak >= 1000.0 ? 0 : peak >= 10.0 ? 1 : 3;
    density.numbers.fill(std::nan(""), static_cast<int>(units.size()));
    const GridSpec& grid = surface.spec;
    for (std::size_t i = 0; i < located.points.size(); ++i) {
        const int column = static_cast<int>((located.points[i].x - grid.originX) / grid.cellSize);
        const int row = static_cast<int>((grid.originY - located.points[i].y) / grid.cellSize);
        density.numbers[located.units[i]] = surface.at(std::clamp(row, 0, grid.rows - 1), std::clamp(column, 0, grid.columns - 1));
    }
    table.columns = {value, density};
    return table;
}

Result<AnalysisData> run(const AnalysisInput& input, const ParameterValues& values, Progress& progress) {
    // Densities are of places; the unit of other analyses has no say here.
    const auto units = valuesByUnit(input.engine, input.subject.query, values, progress);
    if (!units) return units.error();
    const Located located = locate(*units);
    if (located.points.empty())
        return Error{ErrorCode::Usage,
                     QCoreApplication::translate("Analysis", "No place with a spot on the map has numbers for this question. Widen it."),
                     {}};
    const Kernel kernel = kernelOf(values.choice(QStringLiteral("kernel")));
    const double rule = ruleOfThumbBandwidth(located.points) * equalSpread(kernel);
    const bool byRule = values.choice(QStringLiteral("bandwidth")) == QLatin1String("rule");
    if (byRule && rule <= 0.0)
        return Error{ErrorCode::Usage,
                     QCoreApplication::translate(
                         "Analysis", "Fewer than two places have numbers, so the rule of thumb cannot be used. Enter a distance."),
                     {}};
    const double bandwidth = byRule ? rule : values.real(QStringLiteral("radius"));
    const double cell = static_cast<double>(values.integer(QStringLiteral("cell")));
    const GridSpec grid = gridAround(located.points, bandwidth * kernelReach(kernel), cell);
    if (static_cast<qint64>(grid.columns) * grid.rows > kMostCells)
        return Error{
            ErrorCode::Usage,
            QCoreApplication::translate("Analysis", "The surface would have %1 cells, more than %2. Choose larger cells or a smaller area.")
                .arg(formatCount(static_cast<qint64>(grid.columns) * grid.rows), formatCount(kMostCells)),
            {}};
    DensityGrid surface = kernelDensity(kernel, located.points, grid, bandwidth, input.threads, &shouldStop, &progress);
    if (progress.isCancelled()) return analysisCancelled();
    double held = 0.0;
    for (const double v : surface.values) held += v;
    held *= cell * cell / kSquareKilometre;
    double total = 0.0;
    for (const WeightedPoint& p : located.points) total += p.weight;
    AnalysisData data;
    data.tables.append(tableOf(*units, located, surface));
    data.facts = {{QStringLiteral("bandwidth"), bandwidth},
                  {QStringLiteral("rule"), rule},
                  {QStringLiteral("places"), static_cast<double>(located.points.size())},
                  {QStringLiteral("withoutSpot"), static_cast<double>(units->withoutSpot.size())},
                  {QStringLiteral("effective"), effectiveNumber(located.points)},
                  {QStringLiteral("total"), total},
                  {QStringLiteral("held"), held},
                  {QStringLiteral("peak"), *std::max_element(surface.values.begin(), surface.values.end())}};
    data.grids.append({QStringLiteral("density"), std::move(surface)});
    return data;
}

AnalysisView view(const AnalysisSubject& subject, const ParameterValues& values, const AnalysisData& data) {
    const QJsonObject& f = data.facts;
    const auto fact = [&f](const char* key) { return f.value(QLatin1String(key)).toDouble(); };
    const QString unit = measureUnit(subject.measure);
    const QString perArea = QCoreApplication::translate("Analysis", "%1 per km²").arg(unit.isEmpty() ? measureName(subject.measure) : unit);
    QString kernel = values.choice(QStringLiteral("kernel"));
    for (const ParameterSpec& spec : parameters(subject)) {
        if (spec.id == QLatin1String("kernel")) kernel = parameterText(spec, kernel);
    }
    AnalysisView view;
    view.title = QCoreApplication::translate("Analysis", "Density: %1").arg(measureName(subject.measure));
    view.notes << QCoreApplication::translate("Analysis", "%1 places, %2, bandwidth %3 m (the rule of thumb gives %4 m).")
                      .arg(formatCount(static_cast<qint64>(fact("places"))), kernel, formatNumber(fact("bandwidth")),
                           formatNumber(fact("rule")));
    view.mapNote =
        QCoreApplication::translate("Analysis", "%1, bandwidth %2 m", "kernel, metres").arg(kernel, formatNumber(fact("bandwidth")));
    view.notes << QCoreApplication::translate("Analysis", "The highest density is %1 %2 per km².")
                      .arg(formatNumber(fact("peak")), unit.isEmpty() ? measureName(subject.measure) : unit);
    view.notes << QCoreApplication::translate("Analysis", "The surface holds %1 of the %2 %3 counted at these places.")
                      .arg(formatPercent(fact("total") > 0.0 ? fact("held") / fact("total") : 0.0, 2), formatNumber(fact("total")), unit);
    view.notes << leftOutNote(f);
    if (fact("effective") < fact("places") / 4.0)
        view.notes << QCoreApplication::translate("Analysis",
                                                  "A few places hold most of the total, as if there were only %1 equal ones, so a rule "
                                                  "that counted all places would smooth too little.")
                          .arg(formatCount(static_cast<qint64>(std::lround(fact("effective")))));
    view.limits << QCoreApplication::translate(
                       "Analysis", "Counts are spread out from the places where they were made; nothing was counted in between.")
                << QCoreApplication::translate("Analysis", "Surfaces of different bandwidths must not be compared with each other.")
                << QCoreApplication::translate("Analysis",
                                               "Near the border of the data the density is too low, because nothing is known beyond it.");
    TableView table;
    table.title = QCoreApplication::translate("Analysis", "Places");
    table.heads = {{measureName(subject.measure), unit, {}},
                   {QCoreApplication::translate("Analysis", "Density"), perArea,
                    QCoreApplication::translate("Analysis", "Value of the cell in which the place lies.")}};
    table.mapColumn = table.leadColumn = QStringLiteral("density");
    table.picture = MapPicture::Sequential;
    view.tables << table;
    view.gridTitles << QCoreApplication::translate("Analysis", "Density (%1)", "unit").arg(perArea);
    return view;
}

}  // namespace

const AnalysisInfo& densityAnalysis() {
    static const AnalysisInfo info{"density", 1, name, summary, obstacle, parameters, nullptr, run, view};
    return info;
}

}  // namespace mudeung
