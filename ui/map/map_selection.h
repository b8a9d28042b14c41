// SPDX-License-Identifier: GPL-3.0-or-later
// Which places lie in a shape drawn on the map, and what a selection adds up to. Pure functions of a snapshot.
#pragma once

#include <QPolygonF>
#include <QStringList>
#include <qgspointxy.h>
#include <qgsrectangle.h>

#include "ui/map/map_data.h"

namespace mudeung {

// Where the map shows a result whose rows are areas or cells, these give the keys of its rows instead: of those that the box, polygon or
// circle covers or touches, as GIS programs select polygons, and of those whose middle lies in the shape, so that neighbours of a dong stay
// out.

/// Codes of the places inside, most first; borders of a box and of a circle count as inside.
QStringList placesInBox(const MapData& data, const QgsRectangle& box);
/// A polygon drawn by hand, closed by itself; the odd-even rule where it crosses itself.
QStringList placesInPolygon(const MapData& data, const QPolygonF& polygon);
/// Within `meters` of the point, measured in EPSG:5186 (its scale is within 0.01 % of 1 in and around Gwangju, 0.05 % on the mainland).
QStringList placesWithin(const MapData& data, const QgsPointXY& centre, double meters);
QStringList placesInShape(const MapData& data, const CityShape& shape);

/// `now` with the codes found; with `toggle`, codes that are all in it already are taken out instead. No code twice.
QStringList combined(const QStringList& now, const QStringList& found, bool toggle);

/// What places add up to: flows and levels of people are added, other levels averaged over the places with a number.
struct SelectionSum {
    int places = 0;      ///< of those asked for, places that the answer knows; areas where those are the rows of a result
    int counted = 0;     ///< of those, with a number
    double value = 0.0;  ///< NaN when none has a number
    double share = 0.0;  ///< of the total; NaN where numbers are not added, or for changes
    bool mean = false;
};
SelectionSum sumOf(const MapData& data, const QStringList& codes);
/// "34,567 trips"; "mean 21.3 µg/m³" for levels that are not added.
QString sumText(const MapData& data, const SelectionSum& sum);
/// "12 places selected · 34,567 trips · 4.1 %".
QString selectionSentence(const MapData& data, const SelectionSum& sum);
/// "500 m: 12 places, 34,567 trips"; "500 m: 3 areas" where areas are the rows of a result.
QString radiusSentence(const MapData& data, int meters, const SelectionSum& sum);

}  // namespace mudeung
