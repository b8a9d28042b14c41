// SPDX-License-Identifier: GPL-3.0-or-later
// Men to the left, women to the right, ages from the bottom up; the comparison is an outline behind each bar.
#include <algorithm>
#include <cmath>
#include <limits>

#include "core/base/format.h"
#include "ui/charts/chart_axis.h"
#include "ui/charts/chart_painter.h"

namespace mudeung {

namespace {

QColor colorOfSide(int side) {
    return QColor::fromRgb(side == 0 ? 0xff0072b2 : 0xffd55e00);  // Okabe–Ito
}

}  // namespace

QVector<ChartHit> paintPyramid(const ChartCanvas& c) {
    QVector<ChartHit> marks;
    const int n = static_cast<int>(c.spec.categories.size()) / 2;
    if (n == 0 || c.spec.series.isEmpty()) return marks;
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    const ChartSeries& series = c.spec.series.first();
    QRectF plot = c.plot.adjusted(0, c.em * 1.4, 0, -c.em * 1.5);
    c.text(QRectF(c.plot.left(), c.plot.bottom() - c.em * 1.3, c.plot.width(), c.em * 1.3), Qt::AlignRight | Qt::AlignVCenter,
           c.spec.yTitle, c.colors.mutedText, 0.85);
    double nameWidth = 0.0;
    for (int i = 0; i < n; ++i) nameWidth = std::max(nameWidth, c.textWidth(c.spec.rowNames.value(2 + i), 0.85));
    // Not the largest number is the longest: "17만" is shorter than "16.6만".
    double valueWidth = 0.0;
    for (const QVector<double>& numbers : {series.values, series.reference})
        for (const double v : numbers)
            if (std::isfinite(v)) valueWidth = std::max(valueWidth, c.textWidth(formatShortAligned(v), 0.8));
    valueWidth += c.em * 0.6;
    const double length = std::max(c.em, (plot.width() - nameWidth) / 2.0 - c.em * 0.6 - valueWidth);
    const double largest = std::max(largestValue(c.spec), 1e-12);
    const double band = plot.height() / n;
    for (int side = 0; side < 2; ++side) {
        const double inner = plot.center().x() + (side == 0 ? -1.0 : 1.0) * (nameWidth / 2.0 + c.em * 0.5);
        const QRectF half(side == 0 ? plot.left() : plot.center().x(), c.plot.top(), plot.width() / 2.0, c.em * 1.3);
        c.text(half, Qt::AlignHCenter | Qt::AlignVCenter, c.spec.rowNames.value(side), c.colors.text, 0.9, true);
        for (int i = 0; i < n; ++i) {
            const int category = side * n + i;
            const QRectF row(side == 0 ? plot.left() : plot.center().x(), plot.bottom() - band * (i + 1), plot.width() / 2.0, band);
            const double value = series.values.value(category, none);
            const double reference = series.reference.value(category, none);
            const double thickness = band * 0.78;
            const auto box = [&](double v, double inset) {
                const double w = length * v / largest;
                return QRectF(side == 0 ? inner - w : inner, row.center().y() - thickness / 2.0 + inset, w, thickness - 2.0 * inset);
            };
            if (static_cast<int>(marks.size()) == c.highlight.hovered) c.painter.fillRect(row, c.colors.selection);
            double end = 0.0;
            if (std::isfinite(reference) && reference > 0.0) {
                c.painter.setPen(QPen(c.colors.reference, std::max(1.0, c.em / 12.0)));
                c.painter.setBrush(Qt::NoBrush);
                c.painter.drawRect(box(reference, 0.0));
                end = length * reference / largest;
            }
            if (std::isfinite(value) && value > 0.0) {
                QColor color = colorOfSide(side);
                const QString key = c.spec.categoryKeys.value(category);
                if (!c.highlight.chosen.isEmpty() && !c.highlight.chosen.contains(key)) color.setAlphaF(0.35);
                c.painter.fillRect(box(value, std::isfinite(reference) ? thickness * 0.14 : 0.0), color);
                end = std::max(end, length * value / largest);
            }
            const double shown = std::isfinite(value) ? value : reference;
            const QRectF label(side == 0 ? inner - end - valueWidth - c.em * 0.3 : inner + end + c.em * 0.3, row.top(), valueWidth, band);
            if (band >= c.em * 0.75)
                c.text(label, (side == 0 ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter,
                       std::isfinite(shown) ? formatShortAligned(shown) : formatNumber(shown), c.colors.text, 0.8);
            marks.push_back({row, category, 0, value, reference});
        }
    }
    const int every = std::max(1, static_cast<int>(std::ceil(c.em * 0.95 / band)));
    for (int i = 0; i < n; i += every)
        c.text(QRectF(plot.center().x() - nameWidth / 2.0 - c.em * 0.4, plot.bottom() - band * (i + 1), nameWidth + c.em * 0.8, band),
               Qt::AlignCenter, c.spec.rowNames.value(2 + i), c.colors.text, 0.85);
    return marks;
}

}  // namespace mudeung
