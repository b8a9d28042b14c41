// SPDX-License-Identifier: GPL-3.0-or-later
// Looking up points, and the sentences of the card.
#include "ui/map/map_cards.h"

#include <QCoreApplication>
#include <cmath>

#include "core/base/format.h"
#include "core/model/names.h"
#include "core/model/with_unit.h"
#include "ui/map/picture_layer.h"
#include "ui/map/result_map.h"

namespace mudeung {
namespace {

constexpr double kReachPixels = 12.0;

int shapeAt(const QVector<CityShape>& shapes, const QgsPointXY& point) {
    for (int i = 0; i < static_cast<int>(shapes.size()); ++i) {
        if (!shapes[i].box.contains(point)) continue;
        int crossings = 0;
        for (const QPolygonF& ring : shapes[i].rings) crossings += ring.containsPoint(point.toQPointF(), Qt::OddEvenFill);
        if (crossings % 2 == 1) return i;
    }
    return -1;
}

/// "+1,200 trips" and "5,000 before, 6,200 now".
QStringList changeLines(const MapData& data, double change, double before) {
    const int decimals = data.measure.decimals;
    if (!data.against.isEmpty())
        return {withUnit(signedNumber(change, decimals), data.unit),
                QCoreApplication::translate("Map", "%1 %2, %3 %4", "measure number, measure number")
                    .arg(measureName(data.measure), formatNumber(before + change, decimals), data.against, formatNumber(before, decimals))};
    return {withUnit(signedNumber(change, decimals), data.unit),
            QCoreApplication::translate("Map", "%1 before, %2 now")
                .arg(formatNumber(before, decimals), formatNumber(before + change, decimals))};
}

QString areaTitle(const MapData& data, int area) {
    const CityShape& shape = data.areas()[area];
    if (!isGrid(data.style.kind)) return shape.name;
    const QString meters = formatNumber(data.style.gridMeters);
    if (data.style.kind == MapKind::Hexagons) return QCoreApplication::translate("Map", "%1 m hexagon").arg(meters);
    return QCoreApplication::translate("Map", "%1 m cell %2", "metres, code").arg(meters, shape.code);
}

}  // namespace

QString signedNumber(double value, int decimals) {
    return withSign(value, formatNumber(value, decimals));
}

const MapPlace* placeAt(const MapData& data, const QgsPointXY& point, double metersPerPixel) {
    const MapPlace* best = nullptr;
    double bestDistance = kReachPixels;
    for (const MapPlace& place : data.places) {
        const double distance = std::hypot(place.at.x() - point.x(), place.at.y() - point.y()) / metersPerPixel;
        const double inCircle = placeRadius(data, static_cast<int>(&place - data.places.constData()));
        const double effective = distance <= inCircle ? std::min(distance, kReachPixels - 1.0) : distance;
        if (effective <= bestDistance) {
            bestDistance = effective;
            best = &place;
        }
    }
    return best;
}

int areaAt(const MapData& data, const QgsPointXY& point) {
    return data.result || hasClasses(data.style.kind) ? shapeAt(data.areas(), point) : -1;
}

int dongAt(const MapData& data, const QgsPointXY& point) {
    return shapeAt(data.city->shapes, point);
}

QStringList placeLines(const MapData& data, const MapPlace& place) {
    if (data.result) return resultLines(data, data.result->placeRow.value(static_cast<int>(&place - data.places.constData()), -1));
    QStringList lines{place.name().isEmpty() ? place.code() : QStringLiteral("%1 (%2)").arg(place.name(), place.code())};
    if (std::isnan(place.value)) return lines << QCoreApplication::translate("Map", "no data");
    if (data.comparison) {
        lines += changeLines(data, place.value, place.before);
        if (place.noise) lines << changeMarkText(ChangeMark::WithinNoise);
        return lines;
    }
    lines << withUnit(formatNumber(place.value, data.measure.decimals), data.unit);
    lines << QCoreApplication::translate("Map", "Rank %1 of %2").arg(formatCount(rankOf(data, place.value)), formatCount(data.placesTotal));
    if (!std::isnan(place.share)) lines << QCoreApplication::translate("Map", "%1 of the total").arg(formatPercent(place.share, 2));
    return lines;
}

QStringList areaLines(const MapData& data, int area) {
    if (data.result) {
        const int row = data.result->areaRow.value(area, -1);
        if (row < 0) return {data.cells[area].name, QCoreApplication::translate("Map", "no data")};
        return resultLines(data, row);
    }
    QStringList lines{areaTitle(data, area)};
    const bool grid = isGrid(data.style.kind);
    const double value = data.shapeValues.value(area, kNoCoordinate), number = data.shapeCounts.value(area, kNoCoordinate);
    if (std::isnan(value)) return lines << QCoreApplication::translate("Map", "no data");
    if (data.comparison) {
        lines += changeLines(data, number, data.shapeBefore.value(area, kNoCoordinate));
        if (data.shapeNoise.value(area, false)) lines << changeMarkText(ChangeMark::WithinNoise);
    } else {
        lines << withUnit(formatNumber(number, data.measure.decimals), data.unit);
    }
    if (data.classesPerArea) {
        const int decimals = std::abs(value) < 100.0 ? 1 : 0;
        const QString per = data.comparison ? signedNumber(value, decimals) : formatNumber(value, decimals);
        lines << withUnit(per, perSquareKilometre(data.unit));
    }
    if (!data.comparison) {
        int rank = 1, ranked = 0;
        for (double other : data.shapeValues) {
            ranked += !std::isnan(other);
            rank += other > value;
        }
        lines << QCoreApplication::translate("Map", "Rank %1 of %2").arg(formatCount(rank), formatCount(ranked));
        if (data.measure.aggregation == Aggregation::Sum && data.total > 0.0) {
            lines << QCoreApplication::translate("Map", "%1 of the total").arg(formatPercent(number / data.total, 2));
        }
    }
    const auto members = static_cast<int>(data.cellPlaces.value(area).size());
    if (grid) lines << QCoreApplication::translate("Map", "%n place(s) in it", nullptr, members);
    return lines;
}

}  // namespace mudeung
