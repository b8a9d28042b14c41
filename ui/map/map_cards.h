// SPDX-License-Identifier: GPL-3.0-or-later
// What lies under a point of the map and what the card beside the pointer says about it. Pure functions of a snapshot.
#pragma once

#include <QStringList>
#include <qgspointxy.h>

#include "ui/map/map_data.h"

namespace mudeung {

/// The place nearest to the point within reach; under a circle the smallest, which lies on top. Null when there is none.
const MapPlace* placeAt(const MapData& data, const QgsPointXY& point, double metersPerPixel);
/// Index of the coloured area (dong, district, cell) under the point; −1 = none.
int areaAt(const MapData& data, const QgsPointXY& point);
/// The dong that holds the point, whatever the map shows: index into `city->shapes`; −1 = none.
int dongAt(const MapData& data, const QgsPointXY& point);

/// Name and code, number, rank, share; for a comparison the numbers before and after. The first line is the title.
QStringList placeLines(const MapData& data, const MapPlace& place);
QStringList areaLines(const MapData& data, int area);

/// A number with its sign, for changes: "+1,200", "−35".
QString signedNumber(double value, int decimals);

}  // namespace mudeung
