// SPDX-License-Identifier: GPL-3.0-or-later
// Layers of places: dots and proportional circles.
#include <QPainter>
#include <cmath>
#include <qgsmaptopixel.h>
#include <qgsrendercontext.h>

#include "ui/map/picture_layer.h"
#include "ui/map/place_dots.h"

namespace mudeung {
namespace {

QgsRectangle viewWithMargin(const QgsRenderContext& context, double pixels) {
    QgsRectangle view = context.mapExtent();
    view.grow(pixels * context.mapToPixel().mapUnitsPerPixel());
    return view;
}

void drawStops(QgsRenderContext& context, const PictureInput& input) {
    const double scale = outputScale(context);
    const double metersPerPixel = context.mapToPixel().mapUnitsPerPixel() * scale;
    const bool few = input.data->places.size() <= kFewPlaces;
    if (metersPerPixel > kDotsBelowMetersPerPixel && !few) return;
    const bool close = metersPerPixel < 4.0;
    const double radius = (close ? 3.0 : 1.7) * scale;
    const QPen counted = close ? QPen(input.palette.halo, 0.9 * scale) : QPen(Qt::NoPen);  // a dark dot on a dark peak stays seen
    const QgsRectangle view = viewWithMargin(context, radius);
    QPainter& painter = *context.painter();
    const QPen zero(input.palette.stop, 0.9 * scale);
    for (const MapPlace& place : input.data->places) {
        if (context.renderingStopped()) return;
        if (!view.contains(QgsPointXY(place.at))) continue;
        // Filled = counted something, ring = counted zero, nothing = no data: the three must not look alike.
        if (std::isnan(place.value)) continue;
        const bool something = place.value > 0.0 || place.value < 0.0;
        painter.setPen(something ? counted : zero);
        painter.setBrush(something ? QBrush(input.palette.stop) : QBrush(Qt::NoBrush));
        painter.drawEllipse(context.mapToPixel().transform(place.at.x(), place.at.y()).toQPointF(), radius, radius);
    }
}

void drawCircles(QgsRenderContext& context, const PictureInput& input) {
    const MapData& data = *input.data;
    const double scale = outputScale(context);
    const QgsRectangle view = viewWithMargin(context, kLargestCircleRadius * scale);
    QPainter& painter = *context.painter();
    for (const MapPlace& place : data.places) {  // largest first, so that small ones stay visible on top
        if (context.renderingStopped()) return;
        const double radius = circleRadius(std::abs(place.value), data.scaleTop) * scale;
        const CircleLook look = circleLook(input.palette, data.comparison, place.value > 0.0, place.noise);
        painter.setBrush(look.fill);
        painter.setPen(QPen(look.line, 0.8 * scale));
        if (radius > 0.0 && view.contains(QgsPointXY(place.at))) {
            painter.drawEllipse(context.mapToPixel().transform(place.at.x(), place.at.y()).toQPointF(), radius, radius);
        }
    }
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
