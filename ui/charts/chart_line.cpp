// SPDX-License-Identifier: GPL-3.0-or-later
// Lines over time with bands and marks; a gap stays a gap, and the comparison is dashed.
#include <QPolygonF>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "ui/charts/chart_axis.h"
#include "ui/charts/chart_legend.h"
#include "ui/charts/chart_painter.h"

namespace mudeung {

namespace {

constexpr int kMaxDots = 62;
constexpr double kLeastDotGap = 0.75;  ///< in em
constexpr int kPointsPerPiece = 16;
/// How much more of the colour of its line a band has than the wider one before it. On a dark ground a little is less seen.
constexpr double kBandStep = 0.15;
constexpr double kBandStepOnDark = 0.23;

/// What band `i` adds to those beneath it, so that they become stronger in equal steps.
double bandOpacity(const ChartCanvas& c, int i) {
    const double step = c.isDark() ? kBandStepOnDark : kBandStep;
    return step / (1.0 - std::min(0.8, step * i));
}

struct Curve {
    const QVector<double>& values;
    QColor color;
    bool dashed;
};

QPointF pointOf(const QRectF& plot, const AxisScale& scale, int i, int n, double value) {
    return {plot.left() + plot.width() * (i + 0.5) / n, plot.bottom() - plot.height() * scale.share(value)};
}

void paintCurve(const ChartCanvas& c, const QRectF& plot, const AxisScale& scale, const Curve& curve, int n) {
    QVector<QPolygonF> stretches;  // without a gap
    bool drawing = false;
    QVector<QPointF> points;
    for (int i = 0; i < n && i < static_cast<int>(curve.values.size()); ++i) {
        const double v = curve.values[i];
        if (!std::isfinite(v)) {
            drawing = false;
            continue;
        }
        const QPointF point = pointOf(plot, scale, i, n, v);
        if (!drawing) stretches.append(QPolygonF());
        stretches.last().append(point);
        drawing = true;
        points.push_back(point);
    }
    QPen pen(curve.color, curve.dashed ? c.em / 9.0 : c.em / 6.0, curve.dashed ? Qt::DashLine : Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    c.painter.setBrush(Qt::NoBrush);
    c.painter.setPen(pen);
    // A long curve as one shape costs the raster engine several times as much as the same curve in pieces. Dashes would begin anew.
    const int piece = curve.dashed ? std::numeric_limits<int>::max() : kPointsPerPiece;
    for (const QPolygonF& stretch : stretches) {
        const int count = static_cast<int>(stretch.size());
        for (int from = 0; from == 0 || from + 1 < count; from += piece - 1) {
            const int length = std::min(piece, count - from);
            if (length == 1) c.painter.drawPoint(stretch[from]);
            if (length > 1) c.painter.drawPolyline(stretch.constData() + from, length);
            if (from + length >= count) break;
        }
    }
    // Dots that nearly touch would hide the line, and what it is compared with.
    if (curve.dashed || points.size() > kMaxDots || plot.width() / n < c.em * kLeastDotGap) return;
    c.painter.setPen(QPen(c.colors.surface, c.em / 14.0));
    c.painter.setBrush(curve.color);
    for (const QPointF& point : points) c.painter.drawEllipse(point, c.em / 4.5, c.em / 4.5);
}

/// The stretches without a gap, each as one shape; a single category as a bar.
void paintBand(const ChartCanvas& c, const QRectF& plot, const AxisScale& scale, const ChartBand& band, const QColor& color, int n) {
    QPolygonF upper, lower;
    const auto finish = [&] {
        if (upper.size() == 1) {
            const double half = plot.width() / n * 0.25;
            c.painter.drawRect(QRectF(upper.first() - QPointF(half, 0), lower.first() + QPointF(half, 0)));
        } else if (upper.size() > 1) {
            std::reverse(lower.begin(), lower.end());
            c.painter.drawPolygon(upper + lower);
        }
        upper.clear();
        lower.clear();
    };
    c.painter.setPen(Qt::NoPen);
    c.painter.setBrush(color);
    for (int i = 0; i < n; ++i) {
        const double low = band.lower.value(i, NAN), high = band.upper.value(i, NAN);
        if (!std::isfinite(low) || !std::isfinite(high)) {
            finish();
            continue;
        }
        upper << pointOf(plot, scale, i, n, high);
        lower << pointOf(plot, scale, i, n, low);
    }
    finish();
}

/// A thin line with its name beside it, to the left where there is no room at the right; names that would touch go one line down.
void paintMarks(const ChartCanvas& c, const QRectF& plot, int n) {
    QVector<QRectF> taken;
    for (const ChartMark& mark : c.spec.marks) {
        if (mark.category < 0 || mark.category >= n) continue;
        const double x = plot.left() + plot.width() * (mark.category + 0.5) / n;
        c.painter.setPen(QPen(c.colors.mutedText, std::max(1.0, c.em / 12.0), Qt::SolidLine));
        c.painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
        const double width = std::min(c.textWidth(mark.name, 0.85) + c.em * 0.2, plot.width());
        const bool left = x + c.em * 0.4 + width > plot.right();
        const double below = c.em * 0.15;  // the line of the grid at the top stays whole
        QRectF box(left ? std::max(plot.left(), x - c.em * 0.4 - width) : x + c.em * 0.4, plot.top() + below, width, c.em * 1.3);
        while (std::any_of(taken.begin(), taken.end(), [&box](const QRectF& t) { return t.intersects(box); }) &&
               box.bottom() < plot.bottom())
            box.translate(0, c.em * 1.3);
        taken << box;
        QColor ground = c.colors.surface;
        ground.setAlphaF(0.75);
        c.painter.fillRect(box, ground);
        c.text(box, (left ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, mark.name, c.colors.text, 0.85);
    }
}

QVector<LegendEntry> legendOf(const ChartCanvas& c, const std::array<QColor, 4>& palette) {
    QVector<LegendEntry> entries;
    const auto& series = c.spec.series;
    const bool several = series.size() > 1;
    const bool bands = std::any_of(series.begin(), series.end(), [](const ChartSeries& s) { return !s.bands.isEmpty(); });
    for (int s = 0; s < static_cast<int>(series.size()); ++s) {
        const QColor color = c.colorOf(series[s], palette[static_cast<std::size_t>(s) % palette.size()]);
        const bool compared = !c.spec.referenceName.isEmpty() && !series[s].reference.isEmpty();
        if ((several || bands || compared) && !series[s].name.isEmpty()) entries.append({LegendEntry::Kind::Line, color, series[s].name});
        QColor fill = c.colors.surface;
        for (int i = 0; i < static_cast<int>(series[s].bands.size()); ++i) {
            // As it looks over those before it.
            const double opacity = bandOpacity(c, i);
            fill = QColor::fromRgbF(fill.redF() + (color.redF() - fill.redF()) * opacity,
                                    fill.greenF() + (color.greenF() - fill.greenF()) * opacity,
                                    fill.blueF() + (color.blueF() - fill.blueF()) * opacity);
            entries.append({LegendEntry::Kind::Area, fill, series[s].bands[i].name});
        }
    }
    if (!several && !c.spec.referenceName.isEmpty() && !series.first().reference.isEmpty())
        entries.append({LegendEntry::Kind::Dashes, c.colors.reference, c.spec.referenceName});
    return entries;
}

}  // namespace

QVector<ChartHit> paintLine(const ChartCanvas& whole) {
    QVector<ChartHit> marks;
    const int n = static_cast<int>(whole.spec.categories.size());
    if (n == 0 || whole.spec.series.isEmpty()) return marks;
    const std::array<QColor, 4> palette{whole.colors.accent, QColor(0xd5, 0x5e, 0x00), QColor(0x00, 0x9e, 0x73), QColor(0xcc, 0x79, 0xa7)};
    const ChartCanvas c = whole.below(paintChartLegend(whole, legendOf(whole, palette)));
    const double least = smallestValue(c.spec), most = largestValue(c.spec);
    const AxisScale scale = least < 0.0 ? roundSpan(least, most, wantedTicks(c)) : roundScale(most, wantedTicks(c));
    const QRectF plot = paintAxes(c, scale);
    if (plot.height() < c.em || plot.width() < c.em) return marks;
    const double band = plot.width() / n;
    if (c.highlight.hovered >= 0 && c.highlight.hovered < n) {
        const double x = plot.left() + band * (c.highlight.hovered + 0.5);
        c.painter.setPen(QPen(c.colors.reference, std::max(1.0, c.em / 14.0)));
        c.painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    }
    for (int s = 0; s < static_cast<int>(c.spec.series.size()); ++s) {
        const auto& bands = c.spec.series[s].bands;
        for (int i = 0; i < static_cast<int>(bands.size()); ++i) {
            QColor color = palette[static_cast<std::size_t>(s) % palette.size()];
            color.setAlphaF(bandOpacity(c, i));
            paintBand(c, plot, scale, bands[i], color, n);
        }
    }
    // The first is what the chart is about: it lies over what it is held against.
    for (int s = static_cast<int>(c.spec.series.size()) - 1; s >= 0; --s) {
        const ChartSeries& series = c.spec.series[s];
        const QColor color = c.colorOf(series, palette[static_cast<std::size_t>(s) % palette.size()]);
        if (!series.reference.isEmpty()) paintCurve(c, plot, scale, {series.reference, c.colors.reference, true}, n);
        paintCurve(c, plot, scale, {series.values, color, false}, n);
    }
    paintMarks(c, plot, n);
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
