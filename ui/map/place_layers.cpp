// SPDX-License-Identifier: GPL-3.0-or-later
// Layers of places: dots and proportional circles.
#include <cmath>
#include <vector>

#include "ui/map/picture_layer.h"
#include "ui/map/place_discs.h"
#include "ui/map/place_dots.h"

namespace mudeung {
namespace {

void drawStops(QgsRenderContext& context, const PictureInput& input) {
    const double scale = outputScale(context);
    const double metersPerPixel = context.mapToPixel().mapUnitsPerPixel() * scale;
    const bool few = input.data->places.size() <= kFewPlaces;
    if (metersPerPixel > kDotsBelowMetersPerPixel && !few) return;
    const bool close = metersPerPixel < 4.0;
    const double radius = (close ? 3.0 : 1.7) * scale;
    // Filled = counted something, ring = counted zero, nothing = no data: the three must not look alike.
    enum { Counted, Zero };
    const std::vector<DiscLook> looks{{input.palette.stop, input.palette.halo, close ? 0.9 * scale : 0.0},  // stays seen on a dark peak
                                      {Qt::transparent, input.palette.stop, 0.9 * scale}};
    PlaceDiscs discs(context, radius, input.data->places.size());
    for (const MapPlace& place : input.data->places)
        if (!std::isnan(place.value)) discs.add(place.at, radius, place.value > 0.0 || place.value < 0.0 ? Counted : Zero);
    discs.draw(looks, DiscOrder::AsGiven);
}

void drawCircles(QgsRenderContext& context, const PictureInput& input) {
    const MapData& data = *input.data;
    const double scale = outputScale(context);
    std::vector<DiscLook> looks;
    for (const bool increase : {false, true})
        for (const bool noise : {false, true}) {
            const CircleLook look = circleLook(input.palette, data.comparison, increase, noise);
            looks.push_back({look.fill, look.line, 0.8 * scale});
        }
    PlaceDiscs discs(context, kLargestCircleRadius * scale, data.places.size());
    for (const MapPlace& place : data.places) {
        const double radius = circleRadius(std::abs(place.value), data.scaleTop, data.places.size()) * scale;
        if (radius > 0.0) discs.add(place.at, radius, (place.value > 0.0 ? 2 : 0) + (place.noise ? 1 : 0));
    }
    discs.draw(looks, DiscOrder::LargestFirst);  // small ones stay visible on top
}

}  // namespace

CircleLook circleLook(const MapPalette& palette, bool comparison, bool increase, bool noise) {
    if (!comparison) return {palette.circle, palette.circleLine};
    CircleLook look{palette.changeColor(increase, 4, 7), palette.changeColor(increase, 6, 7)};
    look.fill.setAlpha(palette.circle.alpha() + 30);
    if (noise) {
        look.fill.setAlpha(28);
        look.line.setAlpha(90);
    }
    return look;
}

StopsLayer::StopsLayer() : PictureLayer(QStringLiteral("places"), drawStops) {}
CirclesLayer::CirclesLayer() : PictureLayer(QStringLiteral("circles"), drawCircles) {}

}  // namespace mudeung
