// SPDX-License-Identifier: GPL-3.0-or-later
// Lines over time; a gap stays a gap, and the comparison is dashed.
#include <QPainterPath>
#include <array>
#include <cmath>
#include <limits>

#include "ui/charts/chart_axis.h"
#include "ui/charts/chart_painter.h"

namespace mudeung {

namespace {

constexpr int kMaxDots = 62;

struct Curve {
    const QVector<double>& values;
    QColor color;
    bool dashed;
};

void paintCurve(const ChartCanvas& c, const QRectF& plot, const AxisScale& scale, const Curve& curve, int n) {
    QPainterPath path;
    bool drawing = false;
    QVector<QPointF> points;
    for (int i = 0; i < n && i < static_cast<int>(curve.values.size()); ++i) {
        const double v = curve.values[i];
        if (!std::isfinite(v)) {
            drawing = false;
            continue;
        }
        const QPointF point(plot.left() + plot.width() * (i + 0.5) / n, plot.bottom() - plot.height() * v / scale.maximum);
        drawing ? path.lineTo(point) : path.moveTo(point);
        drawing = true;
        points.push_back(point);
    }
    QPen pen(curve.color, curve.dashed ? c.em / 9.0 : c.em / 6.0, curve.dashed ? Qt::DashLine : Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    c.painter.setBrush(Qt::NoBrush);
    c.painter.setPen(pen);
    c.painter.drawPath(path);
    if (curve.dashed || points.size() > kMaxDots) return;
    c.painter.setPen(QPen(c.colors.surface, c.em / 14.0));
    c.painter.setBrush(curve.color);
    for (const QPointF& point : points) c.painter.drawEllipse(point, c.em / 4.5, c.em / 4.5);
}

void paintLegend(const ChartCanvas& c, const QRectF& plot, const std::array<QColor, 4>& palette) {
    double x = plot.right();
    for (int s = static_cast<int>(c.spec.series.size()) - 1; s >= 0; --s) {
        const QString& name = c.spec.series[s].name;
        const double width = c.textWidth(name, 0.85) + c.em * 0.4;
        x -= width;
        c.text(QRectF(x, c.plot.top(), width, c.em * 1.3), Qt::AlignLeft | Qt::AlignVCenter, name, c.colors.text, 0.85);
        x -= c.em * 1.4;
        c.painter.setPen(QPen(palette[static_cast<std::size_t>(s) % palette.size()], c.em / 5.0));
        c.painter.drawLine(QPointF(x, c.plot.top() + c.em * 0.65), QPointF(x + c.em, c.plot.top() + c.em * 0.65));
        x -= c.em * 0.8;
    }
}

void paintReferenceName(const ChartCanvas& c, const QRectF& plot) {
    const double width = c.textWidth(c.spec.referenceName, 0.85) + c.em * 0.4;
    const double x = plot.right() - width;
    const double y = c.plot.top() + c.em * 0.65;
    c.text(QRectF(x, c.plot.top(), width, c.em * 1.3), Qt::AlignLeft | Qt::AlignVCenter, c.spec.referenceName, c.colors.text, 0.85);
    c.painter.setPen(QPen(c.colors.reference, c.em / 9.0, Qt::DashLine));
    c.painter.drawLine(QPointF(x - c.em * 2.4, y), QPointF(x - c.em * 0.4, y));
}

}  // namespace

QVector<ChartHit> paintLine(const ChartCanvas& c) {
    QVector<ChartHit> marks;
    const int n = static_cast<int>(c.spec.categories.size());
    if (n == 0 || c.spec.series.isEmpty()) return marks;
    const AxisScale scale = roundScale(largestValue(c.spec), wantedTicks(c));
    const QRectF plot = paintAxes(c, scale);
    if (plot.height() < c.em || plot.width() < c.em) return marks;
    const double band = plot.width() / n;
    if (c.highlight.hovered >= 0 && c.highlight.hovered < n) {
        const double x = plot.left() + band * (c.highlight.hovered + 0.5);
        c.painter.setPen(QPen(c.colors.reference, std::max(1.0, c.em / 14.0)));
        c.painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    }
    const std::array<QColor, 4> palette{c.colors.accent, QColor(0xd5, 0x5e, 0x00), QColor(0x00, 0x9e, 0x73), QColor(0xcc, 0x79, 0xa7)};
    for (int s = 0; s < static_cast<int>(c.spec.series.size()); ++s) {
        const ChartSeries& series = c.spec.series[s];
        const QColor color = palette[static_cast<std::size_t>(s) % palette.size()];
        if (!series.reference.isEmpty()) paintCurve(c, plot, scale, {series.reference, c.colors.reference, true}, n);
        paintCurve(c, plot, scale, {series.values, color, false}, n);
    }
    if (c.spec.series.size() > 1) paintLegend(c, plot, palette);
    if (c.spec.series.size() == 1 && !c.spec.referenceName.isEmpty()) paintReferenceName(c, plot);
    const ChartSeries& first = c.spec.series.first();
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    for (int i = 0; i < n; ++i)
        marks.push_back({QRectF(plot.left() + band * i, plot.top(), band, plot.height()), i, 0,
                         i < static_cast<int>(first.values.size()) ? first.values[i] : none,
                         i < static_cast<int>(first.reference.size()) ? first.reference[i] : none});
    paintCategoryLabels(c, plot);
    return marks;
}

}  // namespace mudeung
