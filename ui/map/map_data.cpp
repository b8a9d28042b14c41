// SPDX-License-Identifier: GPL-3.0-or-later
// From answers to a drawable snapshot: projection, ranks, scale ends, classes. Runs off the GUI thread.
#include "ui/map/map_data.h"

#include <QCoreApplication>
#include <QSet>
#include <algorithm>
#include <cmath>
#include <qgscoordinatetransform.h>
#include <qgsexception.h>
#include <utility>

#include "core/analysis/density/finer_grid.h"
#include "core/analysis/density/largest_density.h"
#include "core/base/format.h"
#include "core/base/language.h"
#include "core/model/compared_measures.h"
#include "core/model/names.h"
#include "ui/map/base_maps.h"
#include "ui/map/cube_facts.h"
#include "ui/map/map_areas.h"

namespace mudeung {
namespace {

constexpr double kMarginShare = 0.04;
constexpr double kTrimShare = 0.01;            ///< of the places at each end, when there are no boundaries to go by
constexpr double kScaleCellsPerRadius = 16.0;  ///< the peak is then found to 0.4 %
constexpr double kScaleGridLimit = 1600.0;     ///< cells along the longer side
constexpr double kSummedCellsPerRadius = 8.0;  ///< of very many points
constexpr double kMostCellsOfMany = 2000.0;    ///< along the longer side, with what lies around the city
constexpr int kMostCellsHalved = 1000;
constexpr double kSmallestExtentMeters = 2000;  ///< one place alone still gets a neighbourhood

Error usage(const QString& message) {
    return {ErrorCode::Usage, message, QString()};
}

/// Numbers before by key; NaN where there is none.
class Before {
public:
    explicit Before(const TablePtr& table) : m_table(table) {}

    /// Of row `i` of an answer with that key. Answers about the same places have the same rows.
    double of(int i, const QString& key) {
        if (!m_table) return kNoCoordinate;
        if (i < static_cast<int>(m_table->rows.size()) && m_table->rows[i].key == key) return m_table->rows[i].value;
        if (m_values.isEmpty())
            for (const TableRow& row : m_table->rows) m_values.insert(row.key, row.value);
        return m_values.value(key, kNoCoordinate);
    }

private:
    TablePtr m_table;
    QHash<QString, double> m_values;
};

/// Where places lie on the map; each is projected once.
class Projection {
public:
    explicit Projection(CubeFacts& facts) : m_facts(facts) {}

    /// Afterwards facts.rows are those of the table, and northToSouth is their order.
    void takeRows(const Table& table) {
        const int count = static_cast<int>(table.rows.size());
        bool same = static_cast<int>(m_facts.rows.size()) == count;
        for (int i = 0; i < count && same; ++i) same = liesAt(m_facts.rows.at(i), table.rows[i]);
        if (same) return;  // mostly: nothing is written, so that what shares the facts need not be copied
        QVector<CubeFacts::Position> rows(count);
        QVector<CubeFacts::Spot> spots;
        for (int i = 0; i < count; ++i) {
            rows[i] = of(table.rows[i]);
            if (rows[i].at) spots.append({rows[i].at->x(), rows[i].at->y(), i});
        }
        std::sort(spots.begin(), spots.end(), [](const CubeFacts::Spot& a, const CubeFacts::Spot& b) {
            if (a.y != b.y) return a.y > b.y;
            return a.x != b.x ? a.x < b.x : a.row < b.row;
        });
        m_facts.rows = rows;
        m_facts.northToSouth = spots;
        m_facts.grid = {};
        m_facts.extent.setNull();
    }

private:
    static bool liesAt(const CubeFacts::Position& known, const TableRow& row) {
        const auto same = [](double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); };
        return same(known.lon, row.lon) && same(known.lat, row.lat);
    }

    CubeFacts::Position of(const TableRow& row) {
        CubeFacts::Position position{row.lon, row.lat, {}};
        if (std::isnan(row.lon) || std::isnan(row.lat)) return position;
        const auto known = m_facts.positions.constFind(row.key);
        if (known != m_facts.positions.constEnd() && liesAt(*known, row)) return *known;
        if (!m_transform) m_transform = toMapTransform();
        try {
            position.at = m_transform->transform(row.lon, row.lat).toQPointF();
        } catch (const QgsCsException&) {
            // coordinates outside the projection cannot be on this map; they count as not located
        }
        m_facts.positions.insert(row.key, position);
        return position;
    }

    CubeFacts& m_facts;
    std::optional<QgsCoordinateTransform> m_transform;
};

void markNoise(const ChangeTablePtr& change, MapData& data) {
    data.knowsNoise = data.comparison && change && change->weeks > 0;
    if (!data.knowsNoise) return;
    QSet<QString> noise;
    for (const ChangeRow& row : change->rows)
        if (row.mark == ChangeMark::WithinNoise) noise.insert(row.key);
    for (MapPlace& place : data.places) place.noise = noise.contains(place.code());
}

void takePlaces(const Table& table, const TablePtr& before, CubeFacts& facts, MapData& data) {
    Projection(facts).takeRows(table);
    Before earlier(before);
    const int count = static_cast<int>(table.rows.size());
    std::vector<double> values, befores;
    values.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        values.push_back(table.rows[i].value);
        if (!data.comparison) continue;
        befores.push_back(earlier.of(i, table.rows[i].key));
        values.back() -= befores.back();
    }
    const bool shares = !data.comparison && table.measure.aggregation == Aggregation::Sum && table.total != 0.0;
    data.places.reserve(static_cast<int>(facts.northToSouth.size()));
    for (int i = 0; i < count; ++i) {
        const std::optional<QPointF>& at = facts.rows.at(i).at;
        if (!at) continue;
        const TableRow& row = table.rows[i];
        const double value = values[static_cast<std::size_t>(i)];
        MapPlace place{&row.key, &row.label, *at, value, shares ? value / table.total : kNoCoordinate, row.lon, row.lat};
        if (data.comparison) place.before = befores[static_cast<std::size_t>(i)];
        data.places.append(place);
        data.largestValue = std::max(data.largestValue, std::abs(value));  // not NaN
    }
    if (data.style.kind != MapKind::Density) return;
    data.points.reserve(static_cast<std::size_t>(facts.northToSouth.size()));
    for (const CubeFacts::Spot& spot : facts.northToSouth) {
        const double value = values[static_cast<std::size_t>(spot.row)];
        if (std::abs(value) > 0.0) data.points.push_back({spot.x, spot.y, value});  // not NaN
    }
}

/// It depends on nothing but where places lie.
QgsRectangle extentOf(CubeFacts& facts, const MapData& data) {
    if (facts.extent.isNull()) facts.extent = cityExtent(data);
    return facts.extent;
}

}  // namespace

const MapPlace* largestPlace(const MapData& data) {
    const MapPlace* largest = nullptr;
    for (const MapPlace& place : data.places)
        if (!std::isnan(place.value) && (!largest || std::abs(place.value) > std::abs(largest->value))) largest = &place;
    return largest;
}

int rankOf(const MapData& data, double value) {
    if (!data.byPlace) return 0;
    const auto larger = [value](const TableRow& row) { return row.value > value; };
    return 1 + static_cast<int>(std::count_if(data.byPlace->rows.begin(), data.byPlace->rows.end(), larger));
}

QgsRectangle cityExtent(const MapData& data) {
    std::vector<double> xs, ys;
    xs.reserve(static_cast<std::size_t>(data.places.size()));
    ys.reserve(static_cast<std::size_t>(data.places.size()));
    qint64 inside = 0;
    for (const MapPlace& place : data.places) {
        xs.push_back(place.at.x());
        ys.push_back(place.at.y());
        inside += data.city->box.contains(QgsPointXY(place.at));
    }
    QgsRectangle box = data.city->box;
    // Boundaries of another city than the data's say nothing about where to look.
    const bool elsewhere = !xs.empty() && inside * 2 < static_cast<qint64>(xs.size());
    if (data.city->isEmpty() || elsewhere) {
        if (xs.empty()) return box;
        const auto low = static_cast<std::size_t>(static_cast<double>(xs.size()) * kTrimShare);
        const std::size_t high = xs.size() - 1 - low;
        const auto at = [](std::vector<double>& values, std::size_t rank) {
            std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(rank), values.end());
            return values[rank];
        };
        box = QgsRectangle(at(xs, low), at(ys, low), at(xs, high), at(ys, high));
        const double missing = kSmallestExtentMeters - std::max(box.width(), box.height());
        if (missing > 0.0) box.grow(missing / 2.0);
    }
    box.grow(std::max(box.width(), box.height()) * kMarginShare);
    return box;
}

QString sourceSentence(const QString& imported, const Dataset& d, const MapStyle& style) {
    const QString publisher = datasetSource(d).isEmpty() ? QCoreApplication::translate("Map", "not stated") : datasetSource(d);
    const QString source = QCoreApplication::translate("Map", "Source: %1. Data up to %2, imported %3.")
                               .arg(publisher, formatDate(d.period.to), imported.isEmpty() ? QStringLiteral("–") : imported);
    const QString base = baseMapSource(style);
    return base.isEmpty() ? source : source + QLatin1Char(' ') + base;
}

namespace {

bool stopWhenCancelled(void* progress) {
    return static_cast<Progress*>(progress)->isCancelled();
}

/// Summing very many points takes most of the time of a frame. The sum that gives the end of the scale is kept to be drawn, so it goes on
/// beyond the city, as far as points reach, up to half the size of the city on every side; and where cells are not too many, cells half as
/// large are interpolated, which is closer to the sum than what a picture shows of it.
void sumMany(MapData& data, Progress& progress) {
    const double longer = std::max(data.extent.width(), data.extent.height());
    const double radius = data.bandwidthMeters / equalSpread(data.style.kernel);
    const double cell = std::max(radius / kSummedCellsPerRadius, longer / kScaleGridLimit);
    QgsRectangle reached;
    reached.setNull();
    for (const WeightedPoint& p : data.points) reached.combineExtentWith(p.x, p.y);
    reached.grow(kernelReach(data.style.kernel) * data.bandwidthMeters);
    const double margin = std::clamp((kMostCellsOfMany * cell - longer) / 2.0, 0.0, longer / 2.0);
    QgsRectangle box = data.extent;
    if (const QgsRectangle beyond = reached.intersect(data.extent.buffered(margin)); !beyond.isEmpty()) box.combineExtentWith(beyond);
    // Whole cells around the city, and one more for the edge.
    const auto cells = [cell](double length) { return static_cast<int>(std::ceil(length / cell)) + 1; };
    const int west = cells(data.extent.xMinimum() - box.xMinimum()), north = cells(box.yMaximum() - data.extent.yMaximum());
    const int across = cells(data.extent.width()), down = cells(data.extent.height());
    const GridSpec grid{data.extent.xMinimum() - west * cell, data.extent.yMaximum() + north * cell, cell,
                        west + across + cells(box.xMaximum() - data.extent.xMaximum()),
                        north + down + cells(data.extent.yMinimum() - box.yMinimum())};
    DensityGrid density = kernelDensity(data.style.kernel, data.points, grid, data.bandwidthMeters, 0, stopWhenCancelled, &progress);
    if (density.values.empty()) return;
    const bool halve = std::max(grid.columns, grid.rows) <= kMostCellsHalved;
    if (halve) density = finerGrid(density);
    const int parts = halve ? 2 : 1;
    for (int row = north * parts; row < (north + down) * parts; ++row)
        for (int column = west * parts; column < (west + across) * parts; ++column)
            data.largestDensity = std::max(data.largestDensity, std::abs(density.at(row, column)));
    data.cityDensity = std::make_shared<const DensityGrid>(std::move(density));
    data.reached = reached;
}

Status findDensityScale(MapData& data, Progress& progress) {
    data.bandwidthMeters =
        data.style.bandwidthMeters > 0.0 ? data.style.bandwidthMeters : kWalkingBandwidthMeters * equalSpread(data.style.kernel);
    if (data.points.size() > kManyPoints) {
        sumMany(data, progress);
    } else {
        const double longer = std::max(data.extent.width(), data.extent.height());
        const double cell = std::max(data.bandwidthMeters / kScaleCellsPerRadius, longer / kScaleGridLimit);
        const GridSpec grid{data.extent.xMinimum(), data.extent.yMaximum(), cell, static_cast<int>(data.extent.width() / cell) + 1,
                            static_cast<int>(data.extent.height() / cell) + 1};
        data.largestDensity = largestDensity(data.style.kernel, data.points, grid, data.bandwidthMeters, 0, stopWhenCancelled, &progress);
    }
    if (progress.isCancelled()) return Error{ErrorCode::Cancelled, QString(), QString()};
    return done();
}

void describe(const QString& imported, const Table& table, MapData& data) {
    const bool korean = koreanInterface();
    const Dataset& d = table.dataset;
    data.title = korean && !d.titleKo.isEmpty() ? d.titleKo : d.title;
    data.measureName = korean && !table.measure.nameKo.isEmpty() ? table.measure.nameKo : table.measure.name;
    data.unit = korean && !table.measure.unitKo.isEmpty() ? table.measure.unitKo : table.measure.unit;
    data.sentence = table.query.toSentence(&table.dataset.scheme);
    data.source = sourceSentence(imported, d, data.style);
    data.placesTotal = table.placesTotal;
    data.placesLocated = table.placesLocated;
    data.total = table.total;
    data.locatedShare = table.totalSum > 0 ? static_cast<double>(table.locatedSum) / static_cast<double>(table.totalSum) : 1.0;
    data.located =
        table.totalObserved == 0
            ? QCoreApplication::translate("Map", "Nothing was counted at any of the %1 places.").arg(formatCount(data.placesTotal))
        : data.placesLocated == data.placesTotal
            ? QCoreApplication::translate("Map", "n = %1 places, all on the map.").arg(formatCount(data.placesTotal))
        : table.measure.aggregation == Aggregation::Sum && table.totalSum > 0
            ? QCoreApplication::translate("Map", "n = %1 places, %2 of them on the map, holding %3 of the total.")
                  .arg(formatCount(data.placesTotal), formatCount(data.placesLocated), formatPercent(data.locatedShare))
            : QCoreApplication::translate("Map", "n = %1 places, %2 of them on the map.")
                  .arg(formatCount(data.placesTotal), formatCount(data.placesLocated));
    data.sample = table.sample || d.sample;
}

void describeChange(const Table& before, MapData& data) {
    if (const ComparedMeasures measures = comparedMeasures(data.dataset, data.query, before.query); !measures.isEmpty()) {
        data.against = measures.before;
        if (isUnevenlyRecorded(data.total, before.total)) data.lessRecorded = data.total < before.total ? measures.now : measures.before;
        data.measureName = QCoreApplication::translate("Map", "%1 minus %2", "measures").arg(measures.now, measures.before);
    } else {
        data.measureName = QCoreApplication::translate("Map", "Change of %1", "measure").arg(data.measureName);
    }
    Query sameMeasure = before.query;
    sameMeasure.measure = data.query.measure;
    if (data.against.isEmpty() || sameMeasure != data.query)
        data.sentence = QCoreApplication::translate("Map", "%1, compared with %2", "queries")
                            .arg(data.sentence, before.query.toSentence(&before.dataset.scheme));
    data.total -= before.total;
    data.sample = data.sample || before.sample || before.dataset.sample;
}

/// What cannot be drawn, with the remedy.
Status checkDrawable(const MapData& data, const MapAnswers& answers) {
    const MapKind kind = data.style.kind;
    if (data.comparison) {
        const Table& before = *answers.beforeByPlace;
        const Measure& then = before.measure;
        // Two measures of one dataset that are counted alike can be set against each other: boardings and alightings.
        const bool other = then.id != data.measure.id && (data.against.isEmpty() || then.aggregation != data.measure.aggregation ||
                                                          then.extensive != data.measure.extensive);
        if (other || then.unit != data.measure.unit || before.dataset.placeKind != data.dataset.placeKind) {
            return usage(
                QCoreApplication::translate("Map", "“%1” and “%2” cannot be compared: choose the same measure of the same kind of places.")
                    .arg(data.measure.name, then.name));
        }
    }
    const bool added = (kind == MapKind::Density && isIntensity(data.measure)) || (isGrid(kind) && !canBeAdded(data.measure));
    if (added) {
        return usage(
            QCoreApplication::translate("Map", "“%1” is a level (%2) that cannot be added up over an area: draw it as circles or by area.")
                .arg(data.measureName, data.unit));
    }
    if (isGrid(kind) && isPolygonKind(data.dataset.placeKind)) {
        return usage(
            QCoreApplication::translate("Map", "The numbers of “%1” belong to areas, not to points: draw them by area or as circles.")
                .arg(data.title));
    }
    if (kind != MapKind::Choropleth && data.places.isEmpty()) {
        return usage(QCoreApplication::translate(
                         "Map",
                         "None of the %1 places of “%2” has coordinates: import a layer with these places (stops, stations or boundaries) "
                         "so that they can be joined by code.")
                         .arg(formatCount(data.placesTotal), data.title));
    }
    if (kind != MapKind::Choropleth) return done();
    if (data.city->isEmpty()) {
        return usage(QCoreApplication::translate(
            "Map", "A map by area needs boundaries: import a file of dong boundaries into this workspace, or choose density or circles."));
    }
    if (!isPolygonKind(data.dataset.placeKind) && (!answers.byDong || (data.comparison && !answers.beforeByDong))) {
        return usage(
            QCoreApplication::translate("Map", "The places of “%1” cannot be counted by dong: choose density or circles.").arg(data.title));
    }
    return done();
}

}  // namespace

bool isPolygonKind(const PlaceKind& kind) {
    return kind == QLatin1String("dong") || kind == QLatin1String("district") || kind == QLatin1String("province");
}

double niceCeiling(double value) {
    if (!(value > 0.0) || !std::isfinite(value)) return 1.0;
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (double step : {1.0, 1.2, 1.6, 2.0, 2.4, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0}) {
        if (step * power >= value * (1.0 - 1e-12)) return step * power;
    }
    return 10.0 * power;
}

QString perCell(const QString& unit, int meters) {
    return QCoreApplication::translate("Map", "%1 per %2 m cell", "unit, metres").arg(unit, formatNumber(meters));
}

QString perSquareKilometre(const QString& unit) {
    return QCoreApplication::translate("Map", "%1 per km²").arg(unit);
}

CubeFacts readCubeFacts(const Workspace& workspace, const QString& cube) {
    CubeFacts facts;
    if (const auto batches = workspace.batches(cube)) {
        for (const Batch& batch : *batches) facts.imported = std::max(facts.imported, batch.importedAt.left(10));
    }
    return facts;
}

Result<MapDataPtr> makeMapData(const Workspace& workspace, const CityShapesPtr& city, const MapAnswers& answers, const MapStyle& style,
                               Progress& progress) {
    CubeFacts facts = readCubeFacts(workspace, answers.byPlace->dataset.id);
    return makeMapData(facts, city, answers, style, progress);
}

Result<MapDataPtr> makeMapData(CubeFacts& facts, const CityShapesPtr& city, const MapAnswers& answers, const MapStyle& style,
                               Progress& progress) {
    const Table& table = *answers.byPlace;
    auto data = std::make_shared<MapData>();
    data->style = style;
    data->byPlace = answers.byPlace;
    data->beforeByPlace = answers.beforeByPlace;
    data->dataset = table.dataset;
    data->measure = table.measure;
    data->query = table.query;
    data->city = city;
    data->comparison = answers.beforeByPlace != nullptr;
    describe(facts.imported, table, *data);
    if (data->comparison) describeChange(*answers.beforeByPlace, *data);
    takePlaces(table, answers.beforeByPlace, facts, *data);
    markNoise(answers.change, *data);
    if (const Status drawable = checkDrawable(*data, answers); !drawable) return drawable.error();
    data->extent = extentOf(facts, *data);
    if (hasClasses(style.kind)) {
        const bool ownAreas = isPolygonKind(table.dataset.placeKind);
        if (isGrid(style.kind)) {
            takeCells(facts, *data);
        } else {
            const Status fits = ownAreas ? takeShapeValues(table, answers.beforeByPlace.get(), *data)
                                         : takeShapeValues(*answers.byDong, answers.beforeByDong.get(), *data);
            if (!fits) return fits.error();
        }
        if (const ChangeTable* change = data->comparison ? answers.change.get() : nullptr) {
            const ChangeTable* areas = ownAreas ? change : change->byDong.get();
            if (isGrid(style.kind)) {
                if (change->weekly) markCellNoise(*change, *data);
            } else if (areas && areas->weeks > 0) {
                markShapeNoise(*areas, *data);
            }
        }
        classify(*data);
    }
    data->scaleLocked = style.lockedMaximum > 0.0;
    if (style.kind == MapKind::Density) {
        const Status found = findDensityScale(*data, progress);
        if (!found) return found.error();
        data->scaleTop = data->scaleLocked ? style.lockedMaximum : niceCeiling(data->largestDensity);
    } else {
        data->scaleTop =
            data->scaleLocked ? style.lockedMaximum : niceCeiling(hasClasses(style.kind) ? data->largestShape : data->largestValue);
    }
    return MapDataPtr(data);
}

}  // namespace mudeung
