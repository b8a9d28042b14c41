// SPDX-License-Identifier: GPL-3.0-or-later
// Views that hold the whole city and leave room for what stands over the map. All sizes in pixels of the map, views in its system.
#pragma once

#include <QRect>
#include <QSizeF>
#include <qgsmaptopixel.h>
#include <qgsrectangle.h>

#include "ui/map/map_data.h"

namespace mudeung {

/// One map: the line with the sources covers `strip` at the bottom; the room that the city leaves goes to the corner of the legend.
QgsRectangle cityAlone(const QgsRectangle& city, const QSizeF& size, double strip, const QSizeF& legend);

/// Maps of a layout are small: the city lies below the caption (`top`) and beside the tools (`left`).
QgsRectangle cityBeside(const QgsRectangle& city, const QSizeF& size, double left, double top);

/// Whether what stands over the map (the legend) covers clearly less of the city at `right` than at `left`. Where it is now (`isRight`) it
/// stays when that is as good, so that it does not jump while numbers change.
bool hidesLessAtRight(const MapData& data, const QgsMapToPixel& toPixel, const QRect& left, const QRect& right, bool isRight);

}  // namespace mudeung
