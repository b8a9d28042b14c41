// SPDX-License-Identifier: GPL-3.0-or-later
// Scale bar, north arrow, stamp, label of a frame.
#include "ui/map/map_furniture.h"

#include <QCoreApplication>
#include <QPainterPath>
#include <cmath>

#include "core/base/format.h"
#include "ui/common/text_layout.h"

namespace mudeung {

void paintHaloText(QPainter& painter, const QPointF& baseline, const QFont& font, const QString& text, const MapPalette& palette,
                   double scale) {
    QPainterPath path;
    path.addText(baseline, font, text);
    painter.strokePath(path, QPen(palette.halo, 3.0 * scale, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.fillPath(path, palette.text);
}

ScaleBar scaleBarFor(double metersPerPixel, double pixels) {
    ScaleBar bar;
    const double most = metersPerPixel * pixels;
    if (!(most > 0.0) || !std::isfinite(most)) return bar;
    const double power = std::pow(10.0, std::floor(std::log10(most)));
    for (double step : {1.0, 2.0, 5.0}) {
        if (step * power <= most * (1.0 + 1e-12)) bar.meters = step * power;
    }
    bar.pixels = bar.meters / metersPerPixel;
    bar.text = bar.meters >= 1000.0 ? QCoreApplication::translate("Map", "%1 km").arg(formatNumber(bar.meters / 1000.0))
                                    : QCoreApplication::translate("Map", "%1 m").arg(formatNumber(bar.meters));
    return bar;
}

QRectF paintScaleBar(QPainter& painter, const QPointF& bottomRight, double metersPerPixel, const MapPalette& palette, double scale) {
    const ScaleBar bar = scaleBarFor(metersPerPixel, 140.0 * scale);
    if (!(bar.pixels > 0.0)) return {};
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    const QFont font = mapFont(12.0 * scale);
    const TextMetrics metrics(font);
    const double height = 5.0 * scale;
    const QRectF box(bottomRight.x() - bar.pixels, bottomRight.y() - height, bar.pixels, height);
    painter.fillRect(box.adjusted(-2 * scale, -2 * scale, 2 * scale, 2 * scale), palette.halo);
    painter.setPen(QPen(palette.text, 1.0 * scale));
    painter.setBrush(palette.panel);
    painter.drawRect(box);
    painter.fillRect(QRectF(box.left(), box.top(), box.width() / 2.0, box.height()), palette.text);
    const double baseline = box.top() - 6.0 * scale;
    paintHaloText(painter, {box.left(), baseline}, font, QStringLiteral("0"), palette, scale);
    paintHaloText(painter, {box.right() - metrics.horizontalAdvance(bar.text), baseline}, font, bar.text, palette, scale);
    painter.restore();
    return box.adjusted(0, -metrics.height() - 6.0 * scale, 0, 0);
}

void paintNorthArrow(QPainter& painter, const QPointF& topRight, const MapPalette& palette, double scale) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    const double w = 18.0 * scale, h = 26.0 * scale;
    const QFont font = mapFont(13.0 * scale, true);
    const TextMetrics metrics(font);
    const double x = topRight.x() - w / 2.0;
    const double y = topRight.y() + metrics.height();
    const QString north = QCoreApplication::translate("Map", "N", "north arrow");
    paintHaloText(painter, {x - metrics.horizontalAdvance(north) / 2.0, topRight.y() + metrics.ascent()}, font, north, palette, scale);
    QPainterPath left, right;
    left.addPolygon(QPolygonF(QVector<QPointF>{{x, y}, {x - w / 2.0, y + h}, {x, y + h * 0.74}}));
    right.addPolygon(QPolygonF(QVector<QPointF>{{x, y}, {x + w / 2.0, y + h}, {x, y + h * 0.74}}));
    left.closeSubpath();
    right.closeSubpath();
    const QPen pen(palette.text, 1.1 * scale, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    painter.setPen(pen);
    painter.setBrush(palette.text);
    painter.drawPath(left);
    painter.setBrush(palette.panel);
    painter.drawPath(right);
    painter.restore();
}

void paintSampleStamp(QPainter& painter, const QPointF& topLeft, const MapPalette& palette, double scale) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    const QFont font = mapFont(17.0 * scale, true);
    const TextMetrics metrics(font);
    const QString text = QCoreApplication::translate("Map", "SAMPLE DATA");
    const QColor red = palette.dark ? QColor(0xff, 0x8a, 0x65) : QColor(0xb7, 0x1c, 0x1c);
    const QRectF box(0, 0, metrics.horizontalAdvance(text) + 24.0 * scale, metrics.height() + 8.0 * scale);
    painter.translate(topLeft.x(), topLeft.y() + box.width() * std::sin(0.105));
    painter.rotate(-6.0);
    QColor ground = palette.panel;
    ground.setAlpha(225);
    painter.setBrush(ground);
    painter.setPen(QPen(red, 2.2 * scale));
    painter.drawRoundedRect(box, 4.0 * scale, 4.0 * scale);
    painter.setFont(font);
    paintText(painter, box, Qt::AlignCenter, text);
    painter.restore();
}

void paintFrameLabel(QPainter& painter, const QPointF& topMiddle, const QString& text, const MapPalette& palette, double scale) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    const QFont font = mapFont(30.0 * scale, true);
    const TextMetrics metrics(font);
    QRectF box(0, 0, metrics.horizontalAdvance(text) + 36.0 * scale, metrics.height() + 10.0 * scale);
    box.moveCenter({topMiddle.x(), topMiddle.y() + box.height() / 2.0});
    painter.setBrush(palette.panel);
    painter.setPen(QPen(palette.panelLine, scale));
    painter.drawRoundedRect(box, 6.0 * scale, 6.0 * scale);
    painter.setFont(font);
    painter.setPen(palette.text);
    paintText(painter, box, Qt::AlignCenter, text);
    painter.restore();
}

}  // namespace mudeung
