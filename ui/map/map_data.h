// SPDX-License-Identifier: GPL-3.0-or-later
// What a map shows, as an immutable snapshot made off the GUI thread: places, polygon values, scale, legend facts.
// Layers draw it; it draws nothing itself.
#pragma once

#include <QHash>
#include <QPointF>
#include <QString>
#include <QVector>
#include <memory>
#include <qgsrectangle.h>
#include <vector>

#include "core/analysis/change/change.h"
#include "core/analysis/classification/classification.h"
#include "core/analysis/density/density.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/model/table.h"
#include "core/store/workspace.h"
#include "ui/common/map_style.h"
#include "ui/map/city_shapes.h"

namespace mudeung {

/// The bandwidth when none is chosen: a walk to the stop.
constexpr double kWalkingBandwidthMeters = 500.0;
constexpr int kMostClasses = 7;
/// With more, a single point is so small beside their sum that coarser grids do.
constexpr std::size_t kManyPoints = 20000;

/// Of very many places there is a new snapshot for every move of a filter: they point to the texts of the answer or result, which the
/// snapshot keeps alive, instead of counting its users.
struct MapPlace {
    const QString* codeText = nullptr;
    const QString* nameText = nullptr;
    QPointF at;          ///< EPSG:5186
    double value = 0.0;  ///< NaN = nothing observed
    double share = 0.0;  ///< of the total; NaN for levels and changes
    double lon = kNoCoordinate;
    double lat = kNoCoordinate;
    double before = kNoCoordinate;  ///< of a comparison: the number that `value` is the change from
    bool noise = false;             ///< of a comparison: the change stays within the usual ups and downs of the place

    const QString& code() const { return *codeText; }
    QString name() const { return nameText ? *nameText : QString(); }
};

struct ResultMap;

struct MapData {
    MapStyle style;
    /// The map shows a result of an analysis in place of numbers: its rows are `places` and `cells`. Null = numbers.
    std::shared_ptr<const ResultMap> result;
    Dataset dataset;
    Measure measure;
    Query query;
    CityShapesPtr city;
    QgsRectangle extent;  ///< what "the whole city" shows

    /// Of a comparison of two measures, such as boardings and alightings: the name of the other one. Empty where times are compared.
    QString against;
    QString lessRecorded;     ///< … which of the two the data holds far less of: no balance of journeys; empty = about as much of both
    bool comparison = false;  ///< numbers are changes: after minus before, of both signs; "largest" below means the largest amount

    TablePtr byPlace;                   ///< the answer itself, with the places that are not located
    TablePtr beforeByPlace;             ///< of a comparison
    QVector<MapPlace> places;           ///< located only, as in the answer
    std::vector<WeightedPoint> points;  ///< of a density: the same as weights, from north to south; those without one left out
    double largestValue = 0.0;          ///< at one place

    double bandwidthMeters = 0.0;
    double scaleTop = 0.0;        ///< value at the end of the density scale or of the largest circle
    double largestDensity = 0.0;  ///< found over the city
    /// Of very many points: the density in which the largest was found, since drawing it would sum all of them once more; null = none.
    std::shared_ptr<const DensityGrid> cityDensity;
    QgsRectangle reached;  ///< with `cityDensity`: outside of it the density is zero
    bool scaleLocked = false;
    bool knowsNoise = false;  ///< places say whether their change is noise
    int scaleSharedBy = 1;    ///< maps beside each other with this very scale

    bool byDistrict = false;      ///< the answer's areas are districts: `areas()` are the dissolved ones
    QVector<double> shapeValues;  ///< per shape of `areas()`: per km² (or the level itself); NaN = no data
    QVector<double> shapeCounts;  ///< per shape: the number itself
    QVector<double> shapeBefore;  ///< per shape, of a comparison: the number before
    QVector<bool> shapeNoise;     ///< per shape, of a comparison: the change stays within its usual ups and downs; empty = not known
    QStringList shapeCodes;       ///< per shape: the code of its row when a shape is a place that can be selected
    double largestShape = 0.0;
    QVector<CityShape> cells;          ///< of a grid: `areas()` are these; only cells that hold a place
    QVector<QVector<int>> cellPlaces;  ///< per cell: indices into `places`
    Classes classes;                   ///< of the values above zero (of the amounts of changes); limits as printed in the legend
    int mostIncrease = -1;             ///< of a comparison: the last class that has an area, −1 = none; hatched areas have no class
    int mostDecrease = -1;
    bool classesPerArea = true;
    QVector<bool> shapeSilent;  ///< per shape: zero, and nothing was recorded there (no place, or nobody at any); empty = not known
    bool hasZeroShapes = false;
    bool hasSilentShapes = false;
    bool hasEmptyShapes = false;

    qint64 placesTotal = 0;
    qint64 placesLocated = 0;
    double total = 0.0;
    double locatedShare = 1.0;
    bool sample = false;

    // sentences in the interface language
    QString title;        ///< dataset
    QString measureName;  ///< "Boardings"
    QString unit;         ///< "trips"
    QString sentence;     ///< the query
    QString source;       ///< publisher and date of the data
    QString located;      ///< "2,795 of 2,864 places on the map, holding 97.1 % of the total"

    const QVector<CityShape>& areas() const { return result || isGrid(style.kind) ? cells : byDistrict ? city->districts : city->shapes; }
};
using MapDataPtr = std::shared_ptr<const MapData>;

/// The answers a map is made of. `byDong` may be null. With `beforeByPlace` the map shows the change from it: of another period, or of
/// other filters, of the same measure. A place or area without a number in either answer has no change, which is not zero.
struct MapAnswers {
    TablePtr byPlace;
    TablePtr byDong;
    TablePtr beforeByPlace;
    TablePtr beforeByDong;
    ChangeTablePtr change = nullptr;  ///< of the same two answers: what is noise is drawn faint; null = not known
};

/// Usage error when the answer cannot be drawn that way, saying what to do; also when before and now are not the same measure.
Result<MapDataPtr> makeMapData(const Workspace& workspace, const CityShapesPtr& city, const MapAnswers& answers, const MapStyle& style,
                               Progress& progress);

/// The least of 1, 1.2, 1.6, 2 … 9 × 10ⁿ not below `value`: a scale end that people can read.
double niceCeiling(double value);
/// The place with the largest amount, the first among equals; null when no place has a number.
const MapPlace* largestPlace(const MapData& data);
/// 1 = most, over all places of the answer; equal values share a rank. Of a number that is no change.
int rankOf(const MapData& data, double value);
/// The text of a unit per area: "trips per km²".
QString perSquareKilometre(const QString& unit);

/// The text of a unit per cell of a grid: "trips per 500 m cell".
QString perCell(const QString& unit, int meters);

/// "Source: …. Data up to …, imported …", with the base maps of the style.
QString sourceSentence(const QString& imported, const Dataset& dataset, const MapStyle& style);
/// The boundaries with a margin, or the places where the boundaries are those of another city.
QgsRectangle cityExtent(const MapData& data);

/// Whether the places of that kind are areas themselves.
bool isPolygonKind(const PlaceKind& kind);

}  // namespace mudeung
