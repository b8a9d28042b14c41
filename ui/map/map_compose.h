// SPDX-License-Identifier: GPL-3.0-or-later
// Puts a map picture together: the layers of the canvas with title, legend, scale bar, source. Knows no workspace.
#pragma once

#include <QImage>
#include <qgsrectangle.h>

#include "core/cube/query_engine.h"
#include "ui/common/shown_result.h"
#include "ui/map/map_data.h"
#include "ui/map/map_palette.h"
#include "ui/map/picture_layer.h"

class QPainter;

namespace mudeung {

/// How the layers come onto the page: as one picture, or each shape as itself (a density stays a picture).
enum class Layers { AsImage, AsShapes };

struct ComposeOptions {
    QSize size{1920, 1080};
    bool header = true;   ///< title and query; a report writes them as text instead
    bool footer = true;   ///< source and program, likewise
    double scale = 0.0;   ///< pixels per pixel at 96 dpi; 0 = by the size
    QgsRectangle extent;  ///< empty = the whole city
    QString frameLabel;   ///< what a frame of an animation shows, at the top middle of the map
    MapDataPtr layoutOf;  ///< the map whose legend and footer decide where the city lies, so that it stays there in every frame
};

/// Only the layers, `scale` pixels per CSS pixel. The extent grows to the shape of `size`.
QImage paintLayers(const PictureStack& stack, const QgsRectangle& extent, QSize size, double scale, const QColor& background);

/// The scale that suits a map of that size, for ComposeOptions::scale; times two with twice the size gives the same map in more pixels.
double composeScale(QSize size);

/// Any size from 640 × 480 on; null when there is not enough memory.
QImage composeMap(const MapDataPtr& data, const ComposeOptions& options);
/// The same onto another device, a pixel of `options.size` per unit of the painter.
void paintComposedMap(QPainter& painter, const MapDataPtr& data, const ComposeOptions& options, Layers layers);

/// A map of a result of an analysis.
Result<MapDataPtr> loadResultMap(const std::shared_ptr<Workspace>& workspace, const ShownResultPtr& shown, const MapStyle& style,
                                 Progress& progress);

/// A map with the answers that it shows.
struct LoadedMap {
    MapDataPtr data;
    MapAnswers answers;
    /// The answer whose numbers the map shows: dongs of a choropleth, else places.
    const Table& shown() const { return answers.byDong ? *answers.byDong : *answers.byPlace; }
    /// Of a map of changes; null otherwise.
    const Table* shownBefore() const { return answers.byDong ? answers.beforeByDong.get() : answers.beforeByPlace.get(); }
};

/// Everything from the workspace that a map needs: runs the query, reads the boundaries.
Result<LoadedMap> loadMap(const std::shared_ptr<Workspace>& workspace, const Query& query, const MapStyle& style, Progress& progress);
Result<MapDataPtr> loadMapData(const std::shared_ptr<Workspace>& workspace, const Query& query, const MapStyle& style, Progress& progress);

/// For many maps of one city: the engine keeps its sums, and `city` is read when it is null.
Result<LoadedMap> loadMap(QueryEngine& engine, CityShapesPtr& city, const Query& query, const MapStyle& style, Progress& progress);

}  // namespace mudeung
