// SPDX-License-Identifier: GPL-3.0-or-later
// Density of the places as one image with one scale, from clear at zero.
#include "ui/map/density_picture.h"
#include "ui/map/picture_layer.h"

namespace mudeung {
namespace {

void draw(QgsRenderContext& context, const PictureInput& input, LastGrid& last) {
    if (auto grid = drawDensity(context, *input.data, 0.0, input.data->scaleTop, input.palette.densityTable())) last.set(std::move(grid));
}

}  // namespace

DensityLayer::DensityLayer() : DensityLayer(std::make_shared<LastGrid>()) {}

DensityLayer::DensityLayer(std::shared_ptr<LastGrid> grid)
    : PictureLayer(QStringLiteral("density"), [grid](QgsRenderContext& c, const PictureInput& i) { draw(c, i, *grid); }), m_grid(grid) {}

}  // namespace mudeung
