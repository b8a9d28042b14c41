// SPDX-License-Identifier: GPL-3.0-or-later
// Views that hold the whole city and leave room for what stands over the map. All sizes in pixels of the map, views in its system.
#pragma once

#include <QSizeF>
#include <qgsrectangle.h>

namespace mudeung {

/// One map: the line with the sources covers `strip` at the bottom; the room that the city leaves goes to the corner of the legend.
QgsRectangle cityAlone(const QgsRectangle& city, const QSizeF& size, double strip, const QSizeF& legend);

/// Maps of a layout are small: the city lies below the caption (`top`) and beside the tools (`left`).
QgsRectangle cityBeside(const QgsRectangle& city, const QSizeF& size, double left, double top);

}  // namespace mudeung
