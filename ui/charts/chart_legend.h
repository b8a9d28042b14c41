// SPDX-License-Identifier: GPL-3.0-or-later
// What the lines, points and bands of a chart stand for, in as many rows as they need.
#pragma once

#include <QVector>

#include "ui/charts/chart_painter.h"

namespace mudeung {

struct LegendEntry {
    enum class Kind { Line, Dashes, Area, Point };
    Kind kind = Kind::Line;
    QColor color;
    QString name;
};

/// At the right of the line with the title of the value axis, or in rows of its own where that is too short. The height that it took.
double paintChartLegend(const ChartCanvas& canvas, const QVector<LegendEntry>& entries);

}  // namespace mudeung
