// SPDX-License-Identifier: GPL-3.0-or-later
// From answers to a drawable snapshot: projection, ranks, scale ends, classes. Runs off the GUI thread.
#include "ui/map/map_data.h"

#include <QCoreApplication>
#include <QSet>
#include <algorithm>
#include <cmath>
#include <qgscoordinatetransform.h>
#include <qgsexception.h>

#include "core/analysis/density/largest_density.h"
#include "core/base/format.h"
#include "core/base/language.h"
#include "core/model/names.h"
#include "ui/map/base_maps.h"
#include "ui/map/cube_facts.h"
#include "ui/map/map_areas.h"

namespace mudeung {
namespace {

constexpr double kMarginShare = 0.04;
constexpr double kTrimShare = 0.01;             ///< of the places at each end, when there are no boundaries to go by
constexpr double kScaleCellsPerRadius = 16.0;   ///< the peak is then found to 0.4 %
constexpr double kScaleCellsOfMany = 8.0;       ///< to 1.6 % if all of very many points lay in one spot
constexpr double kScaleGridLimit = 1600.0;      ///< cells along the longer side
constexpr double kSmallestExtentMeters = 2000;  ///< one place alone still gets a neighbourhood

Error usage(const QString& message) {
    return {ErrorCode::Usage, message, QString()};
}

/// Numbers before by key; NaN where there is none.
class Before {
public:
    explicit Before(const TablePtr& table) {
        if (!table) return;
        for (const TableRow& row : table->rows) m_values.insert(row.key, row.value);
    }
    double of(const QString& key) const { return m_values.value(key, kNoCoordinate); }

private:
    QHash<QString, double> m_values;
};

/// Per row its rank by number, 1 = most; equal numbers share a rank.
std::vector<int> ranksOf(const Table& table) {
    std::vector<std::pair<double, std::size_t>> ranked;  // value, row
    for (const TableRow& row : table.rows) {
        if (!std::isnan(row.value)) ranked.emplace_back(-row.value, static_cast<std::size_t>(&row - table.rows.constData()));
    }
    std::sort(ranked.begin(), ranked.end());
    std::vector<int> ranks(static_cast<std::size_t>(table.rows.size()), 0);
    int rank = 0;
    for (std::size_t i = 0; i < ranked.size(); ++i) {
        if (i == 0 || ranked[i].first != ranked[i - 1].first) rank = static_cast<int>(i) + 1;
        ranks[ranked[i].second] = rank;
    }
    return ranks;
}

/// Where places lie on the map; each is projected once.
class Projection {
public:
    explicit Projection(CubeFacts& facts) : m_facts(facts) {}

    std::optional<QPointF> of(const TableRow& row) {
        const auto known = m_facts.positions.constFind(row.key);
        if (known != m_facts.positions.constEnd() && known->lon == row.lon && known->lat == row.lat) return known->at;
        if (!m_transform) m_transform = toMapTransform();
        std::optional<QPointF> at;
        try {
            at = m_transform->transform(row.lon, row.lat).toQPointF();
        } catch (const QgsCsException&) {
            // coordinates outside the projection cannot be on this map; they count as not located
        }
        m_facts.positions.insert(row.key, {row.lon, row.lat, at});
        return at;
    }

private:
    CubeFacts& m_facts;
    std::optional<QgsCoordinateTransform> m_transform;
};

void markNoise(const ChangeTablePtr& change, MapData& data) {
    data.knowsNoise = data.comparison && change && change->weeks > 0;
    if (!data.knowsNoise) return;
    QSet<QString> noise;
    for (const ChangeRow& row : change->rows)
        if (row.mark == ChangeMark::WithinNoise) noise.insert(row.key);
    for (MapPlace& place : data.places) place.noise = noise.contains(place.code);
}

void takePlaces(const Table& table, const TablePtr& before, CubeFacts& facts, MapData& data) {
    Projection projection(facts);
    const std::vector<int> ranks = ranksOf(table);
    const Before earlier(before);
    const bool flow = table.measure.aggregation == Aggregation::Sum;
    QVector<MapPlace> places;
    places.reserve(table.rows.size());
    for (int i = 0; i < static_cast<int>(table.rows.size()); ++i) {
        const TableRow& row = table.rows[i];
        if (std::isnan(row.lon) || std::isnan(row.lat)) continue;
        const std::optional<QPointF> at = projection.of(row);
        if (!at) continue;
        MapPlace place{row.key, row.label, *at, row.value, ranks[static_cast<std::size_t>(i)], kNoCoordinate, row.lon, row.lat};
        if (data.comparison) {
            place.before = earlier.of(row.key);
            place.value = row.value - place.before;
            place.rank = 0;
        } else if (flow && table.total != 0.0) {
            place.share = row.value / table.total;
        }
        places.append(place);
    }
    const auto amount = [](const MapPlace& p) { return std::isnan(p.value) ? -1.0 : std::abs(p.value); };
    std::vector<std::pair<double, int>> order;
    order.reserve(static_cast<std::size_t>(places.size()));
    for (int i = 0; i < static_cast<int>(places.size()); ++i) order.emplace_back(amount(places[i]), i);
    // Among equals the code decides. The engine gives the places in the order of their codes: comparing numbers will do.
    const bool inOrder = std::is_sorted(places.begin(), places.end(), [](const MapPlace& a, const MapPlace& b) { return a.code < b.code; });
    std::sort(order.begin(), order.end(), [&places, inOrder](const auto& a, const auto& b) {
        if (a.first != b.first) return a.first > b.first;
        if (inOrder) return a.second < b.second;
        const int byCode = places[a.second].code.compare(places[b.second].code);
        return byCode != 0 ? byCode < 0 : a.second < b.second;
    });
    data.places.reserve(places.size());
    data.points.reserve(order.size());
    for (const auto& [size, i] : order) {
        const MapPlace& place = places[i];
        data.places.append(place);
        if (size > 0.0) data.points.push_back({place.at.x(), place.at.y(), place.value});
    }
    data.largestValue = data.points.empty() ? 0.0 : std::abs(data.points.front().weight);
}

}  // namespace

QgsRectangle cityExtent(const MapData& data) {
    std::vector<double> xs, ys;
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

Status findDensityScale(MapData& data, Progress& progress) {
    data.bandwidthMeters =
        data.style.bandwidthMeters > 0.0 ? data.style.bandwidthMeters : kWalkingBandwidthMeters * equalSpread(data.style.kernel);
    const double cells = data.points.size() > kManyPoints ? kScaleCellsOfMany : kScaleCellsPerRadius;
    const double longer = std::max(data.extent.width(), data.extent.height());
    const double cell = std::max(data.bandwidthMeters / cells, longer / kScaleGridLimit);
    const GridSpec grid{data.extent.xMinimum(), data.extent.yMaximum(), cell, static_cast<int>(data.extent.width() / cell) + 1,
                        static_cast<int>(data.extent.height() / cell) + 1};
    data.largestDensity = largestDensity(
        data.style.kernel, data.points, grid, data.bandwidthMeters, 0, [](void* p) { return static_cast<Progress*>(p)->isCancelled(); },
        &progress);
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
    data.located = table.measure.aggregation == Aggregation::Sum && table.totalSum > 0
                       ? QCoreApplication::translate("Map", "n = %1 places, %2 of them on the map, holding %3 of the total.")
                             .arg(formatCount(data.placesTotal), formatCount(data.placesLocated), formatPercent(data.locatedShare))
                       : QCoreApplication::translate("Map", "n = %1 places, %2 of them on the map.")
                             .arg(formatCount(data.placesTotal), formatCount(data.placesLocated));
    data.sample = table.sample || d.sample;
}

void describeChange(const Table& before, MapData& data) {
    data.measureName = QCoreApplication::translate("Map", "Change of %1", "measure").arg(data.measureName);
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
        if (then.id != data.measure.id || then.unit != data.measure.unit || before.dataset.placeKind != data.dataset.placeKind) {
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
    data->extent = cityExtent(*data);
    if (hasClasses(style.kind)) {
        const bool ownAreas = isPolygonKind(table.dataset.placeKind);
        if (isGrid(style.kind)) {
            takeCells(*data);
        } else if (ownAreas) {
            takeShapeValues(table, answers.beforeByPlace.get(), *data);
        } else {
            takeShapeValues(*answers.byDong, answers.beforeByDong.get(), *data);
        }
        const ChangeTable* change = !data->comparison || !answers.change || isGrid(style.kind) ? nullptr
                                    : ownAreas                                                 ? answers.change.get()
                                                                                               : answers.change->byDong.get();
        if (change && change->weeks > 0) markShapeNoise(*change, *data);
        if (const Status classified = classify(*data); !classified) return classified.error();
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
