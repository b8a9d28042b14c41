// SPDX-License-Identifier: GPL-3.0-or-later
// Two numbers of each row as points, with lines at zero. Each series has its colour of the Okabe–Ito palette.
#include <QPainterPath>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "ui/charts/chart_axis.h"
#include "ui/charts/chart_legend.h"
#include "ui/charts/chart_painter.h"

namespace mudeung {

namespace {

constexpr int kManyPoints = 400;  ///< from here on points are smaller and let each other through
constexpr double kReach = 0.7;    ///< of the pointer, in em

struct Span {
    double least = std::numeric_limits<double>::infinity();
    double most = -std::numeric_limits<double>::infinity();
    void take(double v) {
        least = std::min(least, v);
        most = std::max(most, v);
    }
};

/// Room at both ends, so that no point lies on the frame; not beyond zero, which is an end of many numbers.
AxisScale scaleOf(const Span& span, int wanted) {
    if (!(span.most >= span.least)) return roundSpan(0.0, 1.0, wanted);
    const double room = (span.most - span.least) * 0.03;
    const double least = span.least >= 0.0 ? std::max(0.0, span.least - room) : span.least - room;
    const double most = span.most <= 0.0 ? std::min(0.0, span.most + room) : span.most + room;
    return roundSpan(least, most, wanted);
}

/// Ticks below the plot and lines through it; the one at zero is stronger.
void paintAcross(const ChartCanvas& c, const QRectF& plot, const AxisScale& scale) {
    for (const double tick : scale.ticks) {
        const double x = plot.left() + plot.width() * scale.share(tick);
        c.painter.setPen(QPen(tick == 0.0 ? c.colors.mutedText : c.colors.separator, std::max(1.0, c.em / 14.0)));
        c.painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
        c.text(QRectF(x - c.em * 3.0, plot.bottom() + c.em * 0.2, c.em * 6.0, c.em * 1.3), Qt::AlignHCenter | Qt::AlignVCenter,
               tickText(scale, tick), c.colors.mutedText, 0.85);
    }
}

}  // namespace

QVector<ChartHit> paintScatter(const ChartCanvas& whole) {
    static const std::array<QColor, 7> palette{QColor(0x00, 0x72, 0xb2), QColor(0xd5, 0x5e, 0x00), QColor(0x00, 0x9e, 0x73),
                                               QColor(0xcc, 0x79, 0xa7), QColor(0xe6, 0x9f, 0x00), QColor(0x56, 0xb4, 0xe9),
                                               QColor(0x8c, 0x8c, 0x3a)};
    QVector<ChartHit> hits;
    QVector<LegendEntry> entries;
    const auto colorOf = [&whole](int series) -> QColor {
        if (whole.spec.series.size() == 1) return whole.colors.accent;
        const QColor color = palette[static_cast<std::size_t>(series) % palette.size()];
        return whole.colors.surface.lightness() < 128 ? color.lighter(135) : color;  // the darker ones sink into a dark ground
    };
    Span across, up;
    int count = 0;
    for (int s = 0; s < static_cast<int>(whole.spec.series.size()); ++s) {
        const ChartSeries& series = whole.spec.series[s];
        if (whole.spec.series.size() > 1) entries.append({LegendEntry::Kind::Point, colorOf(s), series.name});
        for (int i = 0; i < static_cast<int>(series.values.size()); ++i) {
            if (!std::isfinite(series.values[i]) || !std::isfinite(series.x.value(i, NAN))) continue;
            across.take(series.x[i]);
            up.take(series.values[i]);
            ++count;
        }
    }
    if (count == 0) return hits;
    const ChartCanvas c = whole.below(paintChartLegend(whole, entries));
    const AxisScale vertical = scaleOf(up, wantedTicks(c));
    const AxisScale horizontal = scaleOf(across, std::clamp(static_cast<int>(c.plot.width() / (c.em * 6.0)), 1, 8));
    const QRectF plot = paintAxes(c, vertical);
    if (plot.height() < c.em || plot.width() < c.em) return hits;
    paintAcross(c, plot, horizontal);
    const bool many = count > kManyPoints;
    const double radius = c.em * (many ? 0.2 : 0.3);
    const auto paintPoint = [&](const QPointF& at, const QColor& color, double size, double opacity) {
        QColor fill = color;
        fill.setAlphaF(opacity);
        c.painter.setPen(many ? QPen(Qt::NoPen) : QPen(c.colors.surface, c.em / 16.0));
        c.painter.setBrush(fill);
        c.painter.drawEllipse(at, size, size);
    };
    for (int s = 0; s < static_cast<int>(c.spec.series.size()); ++s) {
        const ChartSeries& series = c.spec.series[s];
        for (int i = 0; i < static_cast<int>(series.values.size()); ++i) {
            const double x = series.x.value(i, NAN), y = series.values[i];
            if (!std::isfinite(x) || !std::isfinite(y)) continue;
            const QPointF at(plot.left() + plot.width() * horizontal.share(x), plot.bottom() - plot.height() * vertical.share(y));
            const bool faded = !c.highlight.chosen.isEmpty() && !c.highlight.chosen.contains(c.spec.categoryKeys.value(i));
            paintPoint(at, colorOf(s), radius, faded ? 0.2 : many ? 0.55 : 0.85);
            const double reach = c.em * kReach;
            hits.push_back(
                {QRectF(at.x() - reach, at.y() - reach, 2.0 * reach, 2.0 * reach), i, s, y, std::numeric_limits<double>::quiet_NaN()});
        }
    }
    // What is chosen or pointed at lies on top.
    const auto paintOnTop = [&](const ChartHit& hit, const QColor& ring) {
        paintPoint(hit.area.center(), colorOf(hit.row), radius * 1.4, 1.0);
        c.painter.setBrush(Qt::NoBrush);
        c.painter.setPen(QPen(ring, c.em / 7.0));
        c.painter.drawEllipse(hit.area.center(), radius * 1.9, radius * 1.9);
    };
    for (const ChartHit& hit : hits)
        if (c.highlight.chosen.contains(c.spec.categoryKeys.value(hit.category))) paintOnTop(hit, c.colors.text);
    if (c.highlight.hovered >= 0 && c.highlight.hovered < static_cast<int>(hits.size()))
        paintOnTop(hits[c.highlight.hovered], c.colors.reference);
    return hits;
}

}  // namespace mudeung
