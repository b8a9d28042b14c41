// SPDX-License-Identifier: GPL-3.0-or-later
// Puts a map picture together: the layers of the canvas with title, legend, scale bar, source. Knows no workspace.
#pragma once

#include <QImage>
#include <qgsrectangle.h>

#include "ui/map/map_data.h"
#include "ui/map/map_palette.h"
#include "ui/map/picture_layer.h"

namespace mudeung {

struct ComposeOptions {
    QSize size{1920, 1080};
    bool header = true;   ///< title and query; a report writes them as text instead
    bool footer = true;   ///< source and program, likewise
    double scale = 0.0;   ///< pixels per pixel at 96 dpi; 0 = by the size
    QgsRectangle extent;  ///< empty = the whole city
};

/// Only the layers, `scale` pixels per CSS pixel. The extent grows to the shape of `size`.
QImage paintLayers(const PictureStack& stack, const QgsRectangle& extent, QSize size, double scale, const QColor& background);

/// Any size from 640 × 480 on.
QImage composeMap(const MapDataPtr& data, const ComposeOptions& options);

/// Everything from the workspace that a map needs: runs the query, reads the boundaries.
Result<MapDataPtr> loadMapData(const std::shared_ptr<Workspace>& workspace, const Query& query, const MapStyle& style, Progress& progress);

}  // namespace mudeung
