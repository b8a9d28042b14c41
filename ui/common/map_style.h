// SPDX-License-Identifier: GPL-3.0-or-later
// How the map shows an answer: a value shared by window, command line and report.
#pragma once

#include <QString>
#include <QVector>

#include "core/analysis/density/density.h"
#include "core/model/query.h"

namespace mudeung {

enum class MapKind { Density, Circles, Choropleth, Hexagons, Squares };
/// Cells of a regular grid that the numbers of the places are added up in.
constexpr bool isGrid(MapKind kind) {
    return kind == MapKind::Hexagons || kind == MapKind::Squares;
}
/// Kinds that colour areas by classes.
constexpr bool hasClasses(MapKind kind) {
    return kind == MapKind::Choropleth || isGrid(kind);
}
/// How many maps the map area holds: one; two beside each other; four; two over each other with a handle between them.
enum class MapLayout { Single, SideBySide, Four, Swipe };
enum class ClassMethod { FisherJenks, Quantiles, EqualIntervals, HeadTail, Manual };

/// A file of the user's own that lies beneath everything: MBTiles (pictures or vector tiles), GeoPackage or GeoJSON.
struct BaseMap {
    QString path;
    bool shown = true;
    double opacity = 1.0;  ///< 0…1
    bool operator==(const BaseMap&) const = default;
};

struct MapStyle {
    bool comparesWith() const { return showChange && !before.dataset.isEmpty(); }

    MapKind kind = MapKind::Density;
    Kernel kernel = Kernel::Quartic;
    double bandwidthMeters = 0.0;  ///< 0 = 500 m walking distance preset chosen by the program; shown in the legend
    ClassMethod classes = ClassMethod::FisherJenks;
    int classCount = 5;            ///< 3 to 7; head/tail breaks and own limits find theirs
    QVector<double> manualLimits;  ///< upper limits of ClassMethod::Manual, per km² where the map shows that
    int gridMeters = 500;          ///< side of a square; a hexagon has the same area. One of kCellSizes
    double lockedMaximum = 0.0;    ///< 0 = scale to this answer; otherwise the top of the colour scale
    QVector<BaseMap> baseMaps;     ///< first on top
    bool showDongs = true;         ///< boundaries
    bool showNames = true;         ///< of dongs and districts
    bool showPlaces = true;
    bool dark = false;
    bool showChange = false;               ///< the difference to `before`, where there is one
    Query before;                          ///< the question that the answer is compared with; no dataset = none
    MapLayout layout = MapLayout::Single;  ///< of the window; a picture or page holds one map
    bool operator==(const MapStyle&) const = default;
};

}  // namespace mudeung
