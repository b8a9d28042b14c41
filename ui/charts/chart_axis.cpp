// SPDX-License-Identifier: GPL-3.0-or-later
// Axis arithmetic and drawing.
#include "ui/charts/chart_axis.h"

#include <QDate>
#include <algorithm>
#include <cmath>
#include <vector>

#include "core/base/format.h"

namespace mudeung {

AxisScale roundScale(double largest, int wanted) {
    return roundSpan(0.0, largest > 0.0 ? largest : 1.0, wanted);
}

AxisScale roundSpan(double least, double most, int wanted) {
    AxisScale scale;
    if (!std::isfinite(least) || !std::isfinite(most) || !(most > least)) {
        const double middle = std::isfinite(least) ? least : 0.0;
        const double around = middle == 0.0 ? 1.0 : std::abs(middle) * 0.5;
        least = middle == 0.0 ? 0.0 : middle - around;
        most = middle + around;
    }
    const double raw = (most - least) / std::max(1, wanted);
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    double step = 10.0 * power;
    for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
        if (factor * power >= raw * (1.0 - 1e-9)) {
            step = factor * power;
            break;
        }
    }
    const auto first = static_cast<qint64>(std::floor(least / step + 1e-9));
    const qint64 last = std::max(first + 1, static_cast<qint64>(std::ceil(most / step - 1e-9)));
    for (qint64 i = first; i <= last; ++i) scale.ticks.push_back(step * static_cast<double>(i));
    scale.minimum = step * static_cast<double>(first);
    scale.maximum = step * static_cast<double>(last);
    return scale;
}

QString tickText(const AxisScale& scale, double tick) {
    const double step = scale.ticks.size() > 1 ? scale.ticks[1] - scale.ticks[0] : scale.maximum;
    if (step >= 1.0 || !(step > 0.0)) return formatShort(tick);
    int decimals = static_cast<int>(std::ceil(-std::log10(step) - 1e-9));
    const double shifted = step * std::pow(10.0, decimals);
    if (std::abs(shifted - std::round(shifted)) > 1e-6) ++decimals;  // steps of 0.25
    return formatNumber(tick, std::min(decimals, 6));
}

int wantedTicks(const ChartCanvas& canvas) {
    const double titles = canvas.em * (2.3 + (canvas.spec.yTitle.isEmpty() ? 0.0 : 1.3) + (canvas.spec.xTitle.isEmpty() ? 0.0 : 1.2));
    return std::clamp(static_cast<int>((canvas.plot.height() - titles) / (canvas.em * 2.4)), 1, 8);
}

namespace {

template <typename Take>
void eachNumber(const ChartSpec& spec, const Take& take) {
    const auto all = [&take](const QVector<double>& numbers) {
        for (const double v : numbers)
            if (std::isfinite(v)) take(v);
    };
    for (const ChartSeries& series : spec.series) {
        all(series.values);
        all(series.reference);
        for (const ChartBand& band : series.bands) {
            all(band.lower);
            all(band.upper);
        }
    }
}

}  // namespace

double largestValue(const ChartSpec& spec) {
    double largest = 0.0;
    eachNumber(spec, [&largest](double v) { largest = std::max(largest, v); });
    return largest;
}

double smallestValue(const ChartSpec& spec) {
    double smallest = 0.0;
    eachNumber(spec, [&smallest](double v) { smallest = std::min(smallest, v); });
    return smallest;
}

QRectF paintAxes(const ChartCanvas& c, const AxisScale& scale) {
    double labelWidth = 0.0;
    for (const double tick : scale.ticks) labelWidth = std::max(labelWidth, c.textWidth(tickText(scale, tick), 0.9));
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
        const double y = plot.bottom() - plot.height() * scale.share(tick);
        c.painter.setPen(QPen(tick == 0.0 ? c.colors.mutedText : c.colors.separator, std::max(1.0, c.em / 14.0)));
        c.painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        c.text(QRectF(plot.left() - labelWidth - c.em * 0.5, y - c.em * 0.7, labelWidth, c.em * 1.4), Qt::AlignRight | Qt::AlignVCenter,
               tickText(scale, tick), c.colors.mutedText, 0.9);
    }
    return plot;
}

namespace {

/// A month that begins among the categories: where (2.5 = between the third and the fourth), and its name.
struct MonthStart {
    double at = 0.0;
    QString name;
};

/// When all categories are days ("2025-03-14"), which may be some days apart; empty when they are not.
std::vector<MonthStart> monthStarts(const QStringList& days) {
    std::vector<MonthStart> starts;
    QDate before;
    for (int i = 0; i < static_cast<int>(days.size()); ++i) {
        const QDate day = days[i].size() == 10 ? QDate::fromString(days[i], Qt::ISODate) : QDate();
        if (!day.isValid()) return {};
        const QDate first(day.year(), day.month(), 1);
        if (before.isValid() && before < first)
            starts.push_back({i - static_cast<double>(first.daysTo(day)) / static_cast<double>(before.daysTo(day)), days[i].left(7)});
        before = day;
    }
    return starts;
}

}  // namespace

void paintCategoryLabels(const ChartCanvas& c, const QRectF& plot) {
    const int n = static_cast<int>(c.spec.categories.size());
    if (n == 0) return;
    double widest = 0.0;
    for (const QString& category : c.spec.categories) widest = std::max(widest, c.textWidth(category, 0.85));
    const double band = plot.width() / n;
    const int every = std::max(1, static_cast<int>(std::ceil((widest + c.em * 0.7) / band)));
    const auto put = [&](double i, const QString& label) {
        const double centre = plot.left() + band * (i + 0.5);
        const double half = (widest + c.em * 0.6) / 2.0;
        c.text(QRectF(centre - half, plot.bottom() + c.em * 0.2, half * 2.0, c.em * 1.3), Qt::AlignHCenter | Qt::AlignVCenter, label,
               c.colors.mutedText, 0.85);
    };
    // Days that cannot all be named are read by their months.
    const std::vector<MonthStart> months = every > 1 ? monthStarts(c.spec.categories) : std::vector<MonthStart>();
    if (months.size() > 2) {
        const double monthBand = (months.back().at - months.front().at) * band / static_cast<double>(months.size() - 1);
        const auto step = static_cast<std::size_t>(std::max(1.0, std::ceil((widest * 0.75 + c.em * 0.7) / monthBand)));
        for (std::size_t i = 0; i < months.size(); i += step) put(months[i].at, months[i].name);
        return;
    }
    for (int i = 0; i < n; i += every) put(i, c.spec.categories[i]);
}

}  // namespace mudeung
