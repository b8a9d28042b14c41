// SPDX-License-Identifier: GPL-3.0-or-later
// Density of changes: the kernel of the density map over weights of both signs, one diverging scale around zero.
#include "ui/map/density_picture.h"
#include "ui/map/picture_layer.h"

namespace mudeung {
namespace {

void draw(QgsRenderContext& context, const PictureInput& input) {
    const double top = input.data->scaleTop;
    drawDensity(context, *input.data, -top, top, input.palette.changeTable());
}

}  // namespace

ChangeDensityLayer::ChangeDensityLayer() : PictureLayer(QStringLiteral("change"), draw) {}

}  // namespace mudeung
