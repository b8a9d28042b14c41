// SPDX-License-Identifier: GPL-3.0-or-later
// Axis arithmetic and drawing.
#include "ui/charts/chart_axis.h"

#include <algorithm>
#include <cmath>

#include "core/base/format.h"

namespace mudeung {

AxisScale roundScale(double largest, int wanted) {
    AxisScale scale;
    if (!(largest > 0.0) || !std::isfinite(largest)) largest = 1.0;
    const double raw = largest / std::max(1, wanted);
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    double step = 10.0 * power;
    for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
        if (factor * power >= raw * (1.0 - 1e-9)) {
            step = factor * power;
            break;
        }
    }
    const int steps = std::max(1, static_cast<int>(std::ceil(largest / step - 1e-9)));
    for (int i = 0; i <= steps; ++i) scale.ticks.push_back(step * i);
    scale.maximum = step * steps;
    return scale;
}

int wantedTicks(const ChartCanvas& canvas) {
    const double titles = canvas.em * (2.3 + (canvas.spec.yTitle.isEmpty() ? 0.0 : 1.3) + (canvas.spec.xTitle.isEmpty() ? 0.0 : 1.2));
    return std::clamp(static_cast<int>((canvas.plot.height() - titles) / (canvas.em * 2.4)), 1, 8);
}

double largestValue(const ChartSpec& spec) {
    double largest = 0.0;
    for (const ChartSeries& series : spec.series) {
        for (const double v : series.values)
            if (std::isfinite(v)) largest = std::max(largest, v);
        for (const double v : series.reference)
            if (std::isfinite(v)) largest = std::max(largest, v);
    }
    return largest;
}

QRectF paintAxes(const ChartCanvas& c, const AxisScale& scale) {
    double labelWidth = 0.0;
    for (const double tick : scale.ticks) labelWidth = std::max(labelWidth, c.textWidth(formatShort(tick), 0.9));
    QRectF plot = c.plot.adjusted(labelWidth + c.em * 0.7, c.em * 0.7, -c.em * 0.5, -c.em * 1.6);
    if (!c.spec.yTitle.isEmpty()) {
        c.text(QRectF(c.plot.left(), c.plot.top(), c.plot.width(), c.em * 1.3), Qt::AlignLeft | Qt::AlignVCenter, c.spec.yTitle,
               c.colors.mutedText, 0.85);
        plot.setTop(plot.top() + c.em * 1.3);
    }
    if (!c.spec.xTitle.isEmpty()) {
        c.text(QRectF(plot.left(), c.plot.bottom() - c.em * 1.2, plot.width(), c.em * 1.2), Qt::AlignRight | Qt::AlignVCenter,
               c.spec.xTitle, c.colors.mutedText, 0.85);
        plot.setBottom(plot.bottom() - c.em * 1.2);
    }
    if (plot.height() < c.em || plot.width() < c.em) return plot;
    for (const double tick : scale.ticks) {
        const double y = plot.bottom() - plot.height() * tick / scale.maximum;
        c.painter.setPen(QPen(tick == 0.0 ? c.colors.mutedText : c.colors.separator, std::max(1.0, c.em / 14.0)));
        c.painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        c.text(QRectF(plot.left() - labelWidth - c.em * 0.5, y - c.em * 0.7, labelWidth, c.em * 1.4), Qt::AlignRight | Qt::AlignVCenter,
               formatShort(tick), c.colors.mutedText, 0.9);
    }
    return plot;
}

void paintCategoryLabels(const ChartCanvas& c, const QRectF& plot) {
    const int n = static_cast<int>(c.spec.categories.size());
    if (n == 0) return;
    double widest = 0.0;
    for (const QString& category : c.spec.categories) widest = std::max(widest, c.textWidth(category, 0.85));
    const double band = plot.width() / n;
    const int every = std::max(1, static_cast<int>(std::ceil((widest + c.em * 0.7) / band)));
    for (int i = 0; i < n; i += every) {
        const double centre = plot.left() + band * (i + 0.5);
        const double half = (widest + c.em * 0.6) / 2.0;
        c.text(QRectF(centre - half, plot.bottom() + c.em * 0.2, half * 2.0, c.em * 1.3), Qt::AlignHCenter | Qt::AlignVCenter,
               c.spec.categories[i], c.colors.mutedText, 0.85);
    }
}

}  // namespace mudeung
