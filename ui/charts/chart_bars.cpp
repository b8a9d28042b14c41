// SPDX-License-Identifier: GPL-3.0-or-later
// Bars, upright and lying; the comparison is an outline behind each bar.
#include <algorithm>
#include <cmath>
#include <limits>

#include "core/base/format.h"
#include "ui/charts/chart_axis.h"
#include "ui/charts/chart_painter.h"
#include "ui/common/group_colors.h"

namespace mudeung {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

double valueAt(const QVector<double>& values, int i) {
    return i < static_cast<int>(values.size()) ? values[i] : kNone;
}

QString keyAt(const ChartSpec& spec, int i) {
    return i < static_cast<int>(spec.categoryKeys.size()) ? spec.categoryKeys[i] : QString();
}

/// Chosen bars stay strong, the others fade; nothing chosen = all strong.
QColor faded(const ChartCanvas& c, QColor color, const QString& key) {
    if (!c.highlight.chosen.isEmpty() && !c.highlight.chosen.contains(key)) color.setAlphaF(0.35);
    return color;
}

void paintReference(const ChartCanvas& c, const QRectF& box) {
    QColor fill = c.colors.reference;
    fill.setAlphaF(0.16);
    c.painter.setPen(QPen(c.colors.reference, std::max(1.0, c.em / 12.0)));
    c.painter.setBrush(fill);
    c.painter.drawRect(box);
}

struct BarLabels {
    QStringList names;
    QStringList values;
    double nameWidth = 0.0;
    double valueWidth = 0.0;
};

constexpr double kTextHeight = 1.05;  ///< of the letters of a line, in their pixel size

/// Text no taller than the band that it names.
double labelFactor(const ChartCanvas& c, double band) {
    return std::clamp(band / c.em * 0.84, 0.7, 0.95);
}

BarLabels labelsOf(const ChartCanvas& c, const ChartSeries& series, int n, double factor) {
    BarLabels labels;
    for (int i = 0; i < n; ++i) {
        const QString& name = c.spec.categories[i];
        const double share = valueAt(series.shares, i);
        // A filtered-out bar keeps the number of its outline.
        const double now = valueAt(series.values, i);
        const double v = std::isfinite(now) ? now : valueAt(series.reference, i);
        QString label = std::isfinite(v) ? formatShortAligned(v) : formatNumber(v);
        if (std::isfinite(v) && std::isfinite(share)) label += QStringLiteral("  ·  ") + formatPercent(share);
        labels.names << name;
        labels.values << label;
        labels.nameWidth = std::max(labels.nameWidth, c.textWidth(name, factor));
        labels.valueWidth = std::max(labels.valueWidth, c.textWidth(label, factor));
    }
    labels.nameWidth = std::min(labels.nameWidth, c.plot.width() * 0.35);
    return labels;
}

/// The names of the parts with their colours, in one line, or as much of it as fits.
double paintNames(const ChartCanvas& c) {
    double x = c.plot.left();
    double all = 0.0;
    for (const ChartSeries& series : c.spec.series) all += c.textWidth(series.name, 0.8) + c.em * 1.9;
    const double factor = 0.8 * std::clamp(c.plot.width() / std::max(1.0, all), 0.75, 1.0);
    for (const ChartSeries& series : c.spec.series) {
        const double width = c.textWidth(series.name, factor);
        if (x + width + c.em > c.plot.right() + 1.0) break;
        c.painter.fillRect(QRectF(x, c.plot.top() + c.em * 0.3, c.em * 0.7, c.em * 0.7), c.colorOf(series, groupColor(series.key)));
        c.text(QRectF(x + c.em * 0.95, c.plot.top(), width + c.em * 0.3, c.em * 1.3), Qt::AlignLeft | Qt::AlignVCenter, series.name,
               c.colors.text, factor);
        x += width + c.em * 1.9 * factor / 0.8;
    }
    return c.em * 1.5;
}

/// Several series one on top of the other; a mark stands for the whole column.
QVector<ChartHit> paintStack(const ChartCanvas& whole) {
    QVector<ChartHit> marks;
    ChartCanvas c = whole;
    c.plot.setTop(c.plot.top() + paintNames(whole));
    const int n = static_cast<int>(c.spec.categories.size());
    QVector<double> sums(n, kNone);
    for (const ChartSeries& series : c.spec.series)
        for (int i = 0; i < n; ++i)
            if (const double v = valueAt(series.values, i); std::isfinite(v)) sums[i] = std::isfinite(sums[i]) ? sums[i] + v : v;
    double largest = 0.0;
    for (const double sum : sums)
        if (sum > largest) largest = sum;
    const AxisScale scale = roundScale(largest, wantedTicks(c));
    const QRectF plot = paintAxes(c, scale);
    if (plot.height() < c.em || plot.width() < c.em) return marks;
    const double band = plot.width() / n;
    for (int i = 0; i < n; ++i) {
        const QRectF column(plot.left() + band * i, plot.top(), band, plot.height());
        if (static_cast<int>(marks.size()) == c.highlight.hovered) c.painter.fillRect(column, c.colors.selection);
        double y = plot.bottom();
        for (const ChartSeries& series : c.spec.series) {
            const double v = valueAt(series.values, i);
            if (!(v > 0.0)) continue;
            const double h = plot.height() * v / scale.maximum;
            c.painter.fillRect(QRectF(column.center().x() - band * 0.36, y - h, band * 0.72, h), c.colorOf(series, groupColor(series.key)));
            y -= h;
        }
        marks.push_back({column, i, 0, sums[i], kNone});
    }
    paintCategoryLabels(c, plot);
    return marks;
}

/// Where names, bars and numbers of horizontal bars stand in a plot.
struct BarRows {
    BarRows(const ChartCanvas& c, const QRectF& plot, const ChartSeries& series, int n)
        : band(plot.height() / n), factor(labelFactor(c, band)), labels(labelsOf(c, series, n, factor)) {
        left = plot.left() + labels.nameWidth + c.em * 0.7;
        length = std::max(c.em, plot.right() - left - labels.valueWidth - c.em * 0.8);
    }
    double band;
    double factor;
    BarLabels labels;
    double left = 0.0;    ///< of the bars
    double length = 0.0;  ///< of the largest
};

/// Where its line would take the room from the names of the bars, these are needed more.
bool namesReference(const ChartCanvas& c) {
    const double band = (c.plot.height() - c.em * 1.5) / static_cast<double>(c.spec.categories.size());
    return !c.referenceNamed && hasNamedReference(c.spec) && band >= c.em * labelFactor(c, band) * kTextHeight;
}

/// In little room the unit stands beside the last bar, if that and its number leave room for it, and the bars get its line.
bool unitFitsBesideLastBar(const ChartCanvas& c, const QString& unit, double largest) {
    const ChartSeries& series = c.spec.series.first();
    const int n = static_cast<int>(c.spec.categories.size());
    constexpr double kCrowded = 1.3;
    if (!c.spec.categoryMembers.isEmpty() || namesReference(c) || c.plot.height() / n >= c.em * kCrowded) return false;
    const BarRows rows(c, c.plot, series, n);
    double amount = 0.0;
    for (const double value : {valueAt(series.values, n - 1), valueAt(series.reference, n - 1)})
        if (value > amount) amount = value;
    const double end = rows.left + rows.length * amount / largest + c.em * 1.5 + c.textWidth(rows.labels.values[n - 1], rows.factor);
    return end + c.textWidth(unit, 0.85) <= c.plot.right();
}

constexpr double kReferenceText = 0.85;
constexpr double kReferenceBox = 1.1;  ///< its width, in em; then a gap
constexpr double kReferenceGap = 0.4;

}  // namespace

bool hasNamedReference(const ChartSpec& spec) {
    if (spec.kind != ChartKind::HorizontalBars || spec.referenceName.isEmpty() || !spec.categoryMembers.isEmpty() || spec.series.isEmpty())
        return false;
    const QVector<double>& values = spec.series.first().reference;
    return std::any_of(values.begin(), values.end(), [](double v) { return std::isfinite(v); });
}

double referenceNameWidth(const ChartCanvas& c, const QString& name) {
    return c.textWidth(name, kReferenceText) + c.em * (kReferenceBox + 2.0 * kReferenceGap);
}

void paintReferenceName(const ChartCanvas& c, const QRectF& line, const QString& name) {
    const QRectF box(line.left(), line.center().y() - c.em * 0.3, c.em * kReferenceBox, c.em * 0.6);
    paintReference(c, box);
    const double left = box.right() + c.em * kReferenceGap;
    c.text(QRectF(left, line.top(), std::min(line.right(), line.left() + referenceNameWidth(c, name)) - left, line.height()),
           Qt::AlignLeft | Qt::AlignVCenter, name, c.colors.mutedText, kReferenceText);
}

QVector<ChartHit> paintHorizontalBars(const ChartCanvas& c) {
    QVector<ChartHit> marks;
    const int n = static_cast<int>(c.spec.categories.size());
    if (n == 0 || c.spec.series.isEmpty()) return marks;
    const ChartSeries& series = c.spec.series.first();
    QRectF plot = c.plot;
    const double largest = std::max(largestValue(c.spec), 1e-12);
    const QString unit = c.spec.yTitle.isEmpty() ? c.spec.xTitle : c.spec.yTitle;
    if (!unit.isEmpty()) {
        if (!c.spec.categoryMembers.isEmpty())
            c.text(QRectF(plot.left(), plot.bottom() - c.em * 1.3, plot.width() * 0.6, c.em * 1.3), Qt::AlignLeft | Qt::AlignVCenter,
                   c.spec.xTitle, c.colors.mutedText, 0.85);
        const bool beside = unitFitsBesideLastBar(c, unit, largest);
        const double line = beside ? plot.height() / n : c.em * 1.3;
        if (!beside && namesReference(c))
            paintReferenceName(c, QRectF(plot.left(), plot.bottom() - line, plot.width(), line), c.spec.referenceName);
        c.text(QRectF(plot.left(), plot.bottom() - line, plot.width(), line), Qt::AlignRight | Qt::AlignVCenter, unit, c.colors.mutedText,
               beside ? std::min(0.85, labelFactor(c, line)) : 0.85);
        if (!beside) plot.setBottom(plot.bottom() - c.em * 1.5);
    }
    const BarRows rows(c, plot, series, n);
    const auto& [band, factor, labels, left, length] = rows;
    const double thickness = std::min(band * 0.68, c.em * 5.0);
    c.painter.setPen(QPen(c.colors.mutedText, std::max(1.0, c.em / 14.0)));
    c.painter.drawLine(QPointF(left, plot.top()), QPointF(left, plot.top() + band * n));
    // Texts that would touch each other are left out; the pointer says them.
    const int each = std::max(1, static_cast<int>(std::ceil(c.em * factor * kTextHeight / band)));
    for (int i = 0; i < n; ++i) {
        const QRectF row(plot.left(), plot.top() + band * i, plot.width(), band);
        const double value = valueAt(series.values, i);
        const double reference = valueAt(series.reference, i);
        const double top = row.center().y() - thickness / 2.0;
        if (static_cast<int>(marks.size()) == c.highlight.hovered) c.painter.fillRect(row, c.colors.selection);
        double end = left;
        if (std::isfinite(reference) && reference > 0.0) {
            const QRectF box(left, top, length * reference / largest, thickness);
            paintReference(c, box);
            end = box.right();
        }
        if (std::isfinite(value) && value > 0.0) {
            const double inset = std::isfinite(reference) ? thickness * 0.14 : 0.0;
            const QRectF bar(left, top + inset, std::max(1.0, length * value / largest), thickness - 2.0 * inset);
            c.painter.fillRect(bar, faded(c, groupColor(keyAt(c.spec, i)), keyAt(c.spec, i)));
            end = std::max(end, bar.right());
        }
        if (i % each == 0) {
            const double room = band * each;
            const double top = row.center().y() - room / 2.0;
            c.text(QRectF(plot.left(), top, labels.nameWidth, room), Qt::AlignRight | Qt::AlignVCenter, labels.names[i], c.colors.text,
                   factor);
            c.text(QRectF(end + c.em * 0.5, top, labels.valueWidth + c.em * 0.4, room), Qt::AlignLeft | Qt::AlignVCenter, labels.values[i],
                   c.colors.text, factor);
        }
        marks.push_back({row, i, 0, value, reference});
    }
    return marks;
}

QVector<ChartHit> paintBars(const ChartCanvas& c) {
    QVector<ChartHit> marks;
    const int n = static_cast<int>(c.spec.categories.size());
    if (n == 0 || c.spec.series.isEmpty()) return marks;
    if (c.spec.series.size() > 1) return paintStack(c);
    const ChartSeries& series = c.spec.series.first();
    const AxisScale scale = roundScale(largestValue(c.spec), wantedTicks(c));
    const QRectF plot = paintAxes(c, scale);
    if (plot.height() < c.em || plot.width() < c.em) return marks;
    const double band = plot.width() / n;
    const double width = band * (n > 40 ? 0.9 : 0.7);
    for (int i = 0; i < n; ++i) {
        const QRectF column(plot.left() + band * i, plot.top(), band, plot.height());
        const double value = valueAt(series.values, i);
        const double reference = valueAt(series.reference, i);
        const double x = column.center().x() - width / 2.0;
        if (static_cast<int>(marks.size()) == c.highlight.hovered) c.painter.fillRect(column, c.colors.selection);
        if (std::isfinite(reference) && reference > 0.0) {
            const double h = plot.height() * reference / scale.maximum;
            paintReference(c, QRectF(x, plot.bottom() - h, width, h));
        }
        if (std::isfinite(value) && value > 0.0) {
            const double h = std::max(1.0, plot.height() * value / scale.maximum);
            const double inset = std::isfinite(reference) ? width * 0.14 : 0.0;
            c.painter.fillRect(QRectF(x + inset, plot.bottom() - h, width - 2.0 * inset, h), faded(c, c.colors.accent, keyAt(c.spec, i)));
        }
        marks.push_back({column, i, 0, value, reference});
    }
    paintCategoryLabels(c, plot);
    return marks;
}

}  // namespace mudeung
