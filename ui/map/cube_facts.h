// SPDX-License-Identifier: GPL-3.0-or-later
// What the maps of all questions to one cube have in common, so that a move of a filter neither reads nor projects it again.
#pragma once

#include <QHash>
#include <QPointF>
#include <QVector>
#include <optional>

#include "ui/map/map_data.h"

namespace mudeung {

/// True as long as the workspace stays the same.
struct CubeFacts {
    QString imported;  ///< day of the newest import, empty when there is none
    /// Where a place's coordinates lie in EPSG:5186, null when that is nowhere.
    struct Position {
        double lon = kNoCoordinate;
        double lat = kNoCoordinate;
        std::optional<QPointF> at;
    };
    QHash<QString, Position> positions;  ///< by code, of the places that were projected
    QVector<Position> rows;              ///< of the last answer: mostly the next one has the same places
    struct Spot {
        double x = 0.0;
        double y = 0.0;
        int row = 0;
    };
    QVector<Spot> northToSouth;  ///< of `rows`, those that are on the map; from west to east where equal: a density sorts points so
    /// The cells of the national grid that hold these places.
    struct Grid {
        MapKind kind = MapKind::Squares;
        int meters = 0;  ///< side; 0 = none yet
        QVector<CityShape> cells;
        QVector<QVector<int>> places;  ///< per cell, counting those of `rows` that are on the map
    };
    Grid grid;            ///< the last one that was asked for
    QgsRectangle extent;  ///< cityExtent() of these places; null = not known yet
};

CubeFacts readCubeFacts(const Workspace& workspace, const QString& cube);

/// makeMapData with facts that were read before; they grow by the places that they lack.
Result<MapDataPtr> makeMapData(CubeFacts& facts, const CityShapesPtr& city, const MapAnswers& answers, const MapStyle& style,
                               Progress& progress);

}  // namespace mudeung
