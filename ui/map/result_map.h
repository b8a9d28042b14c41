// SPDX-License-Identifier: GPL-3.0-or-later
// The map of a result of an analysis: which colour each row has and where it lies. Made off the GUI thread; knows no window.
#pragma once

#include "ui/common/shown_result.h"
#include "ui/map/map_data.h"
#include "ui/map/map_palette.h"

namespace mudeung {

/// A row of the legend, and the look of all rows of the table that belong to it.
struct ResultClass {
    enum class Kind { Category, Amount, Increase, Decrease, Zero, NoData };
    Kind kind = Kind::NoData;
    QString name;
    qint64 count = 0;
    CategoryHead category;  ///< of Category
    int index = 0;          ///< of Amount, Increase and Decrease: class, 0 = least …
    int classCount = 1;     ///< … of so many
    /// Drawn so that it steps back: grey, or nothing at all.
    bool isQuiet() const;
};

/// What MapData holds beside places and shapes while it shows a result.
struct ResultMap {
    ShownResultPtr shown;
    QString head;  ///< what the colours mean
    QString unit;
    QStringList notes;  ///< of the analysis, and how the classes were made
    QVector<ResultClass> classes;
    QVector<int> placeClass;  ///< per place
    QVector<int> placeRow;
    QVector<int> areaClass;  ///< per shape of `areas()`
    QVector<int> areaRow;    ///< −1 = a shape that no row belongs to
    bool bothSigns = false;  ///< of a grid
    double gridTop = 0.0;    ///< end of the colours of a grid
};

/// Usage error when nothing of the result lies on the map.
Result<MapDataPtr> makeResultMap(const Workspace& workspace, const CityShapesPtr& city, const ShownResultPtr& shown, const MapStyle& style,
                                 Progress& progress);

/// The map shows a result whose rows are areas or cells, not places.
bool showsAreaRows(const MapData& data);

struct CircleLook;
/// A place: circles of the colour of its class; zero and no data as rings.
CircleLook resultCircle(const MapPalette& palette, const ResultClass& of);
QColor resultColor(const MapPalette& palette, const ResultClass& of);
/// Radius at 96 dpi of a place; that of a circle of the question when the map shows no result.
double placeRadius(const MapData& data, int place);
/// Of a class, on the map and in the legend, in pixels at scale 1: larger for larger amounts.
double resultRadius(const ResultClass& of);
/// Name, the mapped column and others of its row. The first line is the title.
QStringList resultLines(const MapData& data, int row);
/// The value of the grid at a point of the map; empty outside.
QStringList gridLines(const MapData& data, const QPointF& at);

}  // namespace mudeung
