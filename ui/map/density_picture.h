// SPDX-License-Identifier: GPL-3.0-or-later
// The picture of a density in the visible part of the map, for every layer that shows one. Knows no layer and no theme.
#pragma once

#include <QRgb>
#include <memory>
#include <qgsrendercontext.h>
#include <vector>

#include "ui/map/map_data.h"

namespace mudeung {

/// Draws the density of `data.points` with `data.bandwidthMeters`: the colours of `table` stand for values from `bottom` to `top`, evenly;
/// what lies outside gets the first or the last. The grid that was drawn, null when there was nothing to draw or the job was stopped.
std::shared_ptr<const DensityGrid> drawDensity(QgsRenderContext& context, const MapData& data, double bottom, double top,
                                               const std::vector<QRgb>& table);

/// Draws a grid that was made elsewhere, in the coordinates of the map; what is not a number is clear.
void drawGrid(QgsRenderContext& context, const DensityGrid& grid, double bottom, double top, const std::vector<QRgb>& table);

}  // namespace mudeung
