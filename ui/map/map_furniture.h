// SPDX-License-Identifier: GPL-3.0-or-later
// Legend, scale bar, north arrow and sample stamp, painted alike on the canvas, in images and in reports. Knows no layer.
#pragma once

#include <QPainter>
#include <QSizeF>

#include "ui/map/map_data.h"
#include "ui/map/map_palette.h"

namespace mudeung {

/// Sizes are written for 96 dpi and multiplied by `scale`.
QSizeF legendSize(const MapData& data, const MapPalette& palette, double scale);
void paintLegend(QPainter& painter, const QPointF& topLeft, const MapData& data, const MapPalette& palette, double scale);

/// A round length not longer than `pixels` and its text. Painted to the left of and above `bottomRight`.
struct ScaleBar {
    double meters = 0.0;
    double pixels = 0.0;
    QString text;
};
ScaleBar scaleBarFor(double metersPerPixel, double pixels);
QRectF paintScaleBar(QPainter& painter, const QPointF& bottomRight, double metersPerPixel, const MapPalette& palette, double scale);
void paintNorthArrow(QPainter& painter, const QPointF& topRight, const MapPalette& palette, double scale);
/// Text that stays readable on any ground.
void paintHaloText(QPainter& painter, const QPointF& baseline, const QFont& font, const QString& text, const MapPalette& palette,
                   double scale);
/// "SAMPLE DATA": synthetic numbers must never pass for real ones.
void paintSampleStamp(QPainter& painter, const QPointF& topLeft, const MapPalette& palette, double scale);

/// The label of a frame, large, its upper edge centred at `topMiddle`.
void paintFrameLabel(QPainter& painter, const QPointF& topMiddle, const QString& text, const MapPalette& palette, double scale);

}  // namespace mudeung
