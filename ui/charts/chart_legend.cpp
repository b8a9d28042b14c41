// SPDX-License-Identifier: GPL-3.0-or-later
// Laying out and painting the entries.
#include "ui/charts/chart_legend.h"

#include <algorithm>

namespace mudeung {

namespace {

constexpr double kText = 0.85;
constexpr double kRow = 1.35;
constexpr double kSign = 1.7;  ///< the sign and the gap after it
constexpr double kGap = 0.9;   ///< between entries

void paintSign(const ChartCanvas& c, const LegendEntry& entry, const QPointF& left) {
    const QPointF right = left + QPointF(c.em * 1.3, 0);
    switch (entry.kind) {
        case LegendEntry::Kind::Line:
            c.painter.setPen(QPen(entry.color, c.em / 5.0));
            c.painter.drawLine(left, right);
            break;
        case LegendEntry::Kind::Dashes:
            c.painter.setPen(QPen(entry.color, c.em / 9.0, Qt::DashLine));
            c.painter.drawLine(left, right);
            break;
        case LegendEntry::Kind::Area:
            c.painter.fillRect(QRectF(left.x(), left.y() - c.em * 0.4, c.em * 1.3, c.em * 0.8), entry.color);
            break;
        case LegendEntry::Kind::Point:
            c.painter.setPen(Qt::NoPen);
            c.painter.setBrush(entry.color);
            c.painter.drawEllipse(left + QPointF(c.em * 0.7, 0), c.em * 0.32, c.em * 0.32);
            break;
    }
}

}  // namespace

double paintChartLegend(const ChartCanvas& c, const QVector<LegendEntry>& entries) {
    if (entries.isEmpty()) return 0.0;
    QVector<double> widths;
    double total = -c.em * kGap;
    for (const LegendEntry& entry : entries) {
        widths << std::min(c.em * kSign + c.textWidth(entry.name, kText) + c.em * 0.2, c.plot.width());
        total += widths.last() + c.em * kGap;
    }
    const double title = c.spec.yTitle.isEmpty() ? 0.0 : c.textWidth(c.spec.yTitle, kText) + c.em * 2.0;
    const bool beside = !c.spec.yTitle.isEmpty() && title + total <= c.plot.width() - c.em * 0.5;
    double x = beside ? c.plot.right() - c.em * 0.5 - total : c.plot.left();
    double y = c.plot.top();
    const bool breaks = !beside && total > c.plot.width();
    for (int i = 0; i < static_cast<int>(entries.size()); ++i) {
        // Areas belong together, away from the lines, where one row has no room for both.
        const bool areas = i > 0 && entries[i].kind == LegendEntry::Kind::Area && entries[i - 1].kind == LegendEntry::Kind::Line;
        if (x > c.plot.left() && (x + widths[i] > c.plot.right() || (breaks && areas))) {
            x = c.plot.left();
            y += c.em * kRow;
        }
        paintSign(c, entries[i], {x, y + c.em * 0.65});
        c.text(QRectF(x + c.em * kSign, y, widths[i] - c.em * kSign, c.em * 1.3), Qt::AlignLeft | Qt::AlignVCenter, entries[i].name,
               c.colors.text, kText);
        x += widths[i] + c.em * kGap;
    }
    return beside ? 0.0 : y + c.em * kRow - c.plot.top();
}

}  // namespace mudeung
