// SPDX-License-Identifier: GPL-3.0-or-later
// Points in shapes, sums over a selection.
#include "ui/map/map_selection.h"

#include <QCoreApplication>
#include <QPainterPath>
#include <QSet>
#include <algorithm>
#include <cmath>

#include "core/base/format.h"
#include "core/model/with_unit.h"
#include "ui/map/map_areas.h"
#include "ui/map/map_cards.h"
#include "ui/map/result_map.h"

namespace mudeung {
namespace {

template <typename Inside>
QStringList placesWhere(const MapData& data, Inside inside) {
    QStringList codes;
    for (const MapPlace& place : data.places) {
        if (inside(place.at)) codes.append(place.code());
    }
    return codes;
}

bool liesIn(const CityShape& shape, const QPointF& at) {
    if (!shape.box.contains(QgsPointXY(at))) return false;
    int crossings = 0;
    for (const QPolygonF& ring : shape.rings) crossings += ring.containsPoint(at, Qt::OddEvenFill);
    return crossings % 2 == 1;
}

template <typename Taken>
QStringList areasWhere(const MapData& data, Taken taken) {
    QStringList keys;
    const QVector<CityShape>& areas = data.areas();
    for (int i = 0; i < static_cast<int>(areas.size()); ++i) {
        const QString key = data.shapeCodes.value(i);
        if (!key.isEmpty() && taken(areas[i])) keys.append(key);
    }
    return keys;
}

QStringList areasTouching(const MapData& data, const QPainterPath& drawn) {
    const QRectF box = drawn.boundingRect();
    return areasWhere(data, [&](const CityShape& area) {
        if (!area.box.toRectF().intersects(box)) return false;
        QPainterPath outline;
        for (const QPolygonF& ring : area.rings) {
            outline.addPolygon(ring);
            outline.closeSubpath();
        }
        return outline.intersects(drawn);
    });
}

}  // namespace

QStringList placesInBox(const MapData& data, const QgsRectangle& box) {
    if (showsAreaRows(data)) {
        QPainterPath drawn;
        drawn.addRect(box.toRectF());
        return areasTouching(data, drawn);
    }
    return placesWhere(data, [&box](const QPointF& at) { return box.contains(QgsPointXY(at)); });
}

QStringList placesInPolygon(const MapData& data, const QPolygonF& polygon) {
    if (polygon.size() < 3) return {};
    if (showsAreaRows(data)) {
        QPainterPath drawn;
        drawn.addPolygon(polygon);
        drawn.closeSubpath();
        return areasTouching(data, drawn);
    }
    const QRectF box = polygon.boundingRect();
    return placesWhere(data, [&](const QPointF& at) { return box.contains(at) && polygon.containsPoint(at, Qt::OddEvenFill); });
}

QStringList placesWithin(const MapData& data, const QgsPointXY& centre, double meters) {
    if (showsAreaRows(data)) {
        QPainterPath drawn;
        drawn.addEllipse(centre.toQPointF(), meters, meters);
        return areasTouching(data, drawn);
    }
    return placesWhere(data, [&](const QPointF& at) { return std::hypot(at.x() - centre.x(), at.y() - centre.y()) <= meters; });
}

QStringList placesInShape(const MapData& data, const CityShape& shape) {
    if (showsAreaRows(data)) return areasWhere(data, [&shape](const CityShape& area) { return liesIn(shape, area.labelAt); });
    return placesWhere(data, [&shape](const QPointF& at) { return liesIn(shape, at); });
}

QStringList combined(const QStringList& now, const QStringList& found, bool toggle) {
    const QSet<QString> had(now.begin(), now.end());
    const bool all =
        !found.isEmpty() && std::all_of(found.begin(), found.end(), [&had](const QString& code) { return had.contains(code); });
    QStringList result = now;
    if (toggle && all) {
        const QSet<QString> out(found.begin(), found.end());
        result.erase(std::remove_if(result.begin(), result.end(), [&out](const QString& code) { return out.contains(code); }),
                     result.end());
        return result;
    }
    for (const QString& code : found) {
        if (!had.contains(code)) result.append(code);
    }
    return result;
}

SelectionSum sumOf(const MapData& data, const QStringList& codes) {
    SelectionSum sum;
    sum.value = sum.share = kNoCoordinate;
    if (data.result) {  // numbers of an analysis are not added up
        const QSet<QString> wanted(codes.begin(), codes.end());
        const auto known = [&wanted](const QString& key) { return wanted.contains(key); };
        sum.places = static_cast<int>(showsAreaRows(data) ? std::count_if(data.shapeCodes.begin(), data.shapeCodes.end(), known)
                                                          : std::count_if(data.places.begin(), data.places.end(),
                                                                          [&known](const MapPlace& place) { return known(place.code()); }));
        return sum;
    }
    sum.mean = !canBeAdded(data.measure);
    if (!data.byPlace || codes.isEmpty()) return sum;
    const Table& answer = *data.byPlace;
    const QSet<QString> wanted(codes.begin(), codes.end());
    QHash<QString, double> before;
    if (data.beforeByPlace) {
        for (const TableRow& row : data.beforeByPlace->rows) before.insert(row.key, row.value);
    }
    long double total = 0.0L;
    for (const TableRow& row : answer.rows) {
        if (!wanted.contains(row.key)) continue;
        ++sum.places;
        const double value = data.comparison ? row.value - before.value(row.key, kNoCoordinate) : row.value;
        if (std::isnan(value)) continue;
        ++sum.counted;
        total += value;
    }
    const bool shared = !sum.mean && !data.comparison && data.measure.aggregation == Aggregation::Sum && answer.total > 0.0;
    sum.value = sum.counted == 0 ? kNoCoordinate : static_cast<double>(sum.mean ? total / sum.counted : total);
    sum.share = shared ? sum.value / answer.total : kNoCoordinate;
    return sum;
}

QString sumText(const MapData& data, const SelectionSum& sum) {
    if (std::isnan(sum.value)) return QCoreApplication::translate("Map", "no data");
    const int decimals = sum.mean ? std::max(1, data.measure.decimals) : data.measure.decimals;
    const QString number = data.comparison ? signedNumber(sum.value, decimals) : formatNumber(sum.value, decimals);
    const QString with = withUnit(number, data.unit);
    return sum.mean ? QCoreApplication::translate("Map", "mean %1").arg(with) : with;
}

QString selectionSentence(const MapData& data, const SelectionSum& sum) {
    if (showsAreaRows(data)) return QCoreApplication::translate("Map", "%n area(s) selected", nullptr, sum.places);
    if (data.result) return QCoreApplication::translate("Map", "%n place(s) selected", nullptr, sum.places);
    QStringList parts{QCoreApplication::translate("Map", "%n place(s) selected", nullptr, sum.places), sumText(data, sum)};
    if (!std::isnan(sum.share)) parts << formatPercent(sum.share);
    return parts.join(QStringLiteral(" · "));
}

QString radiusSentence(const MapData& data, int meters, const SelectionSum& sum) {
    if (showsAreaRows(data))
        return QCoreApplication::translate("Map", "%1 m: %n area(s)", "radius tool", sum.places).arg(formatNumber(meters));
    if (data.result) return QCoreApplication::translate("Map", "%1 m: %n place(s)", "radius tool", sum.places).arg(formatNumber(meters));
    const QString number = sumText(data, sum);
    return QCoreApplication::translate("Map", "%1 m: %n place(s), %2", "radius tool", sum.places).arg(formatNumber(meters), number);
}

}  // namespace mudeung
