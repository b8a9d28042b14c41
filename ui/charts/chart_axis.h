// SPDX-License-Identifier: GPL-3.0-or-later
// Round axis steps and the value axis that bars and lines share.
#pragma once

#include <QVector>

#include "ui/charts/chart_painter.h"

namespace mudeung {

struct AxisScale {
    double maximum = 1.0;
    QVector<double> ticks;  ///< from 0 to maximum
};

/// 0 … a round number not below `largest`, in about `wanted` steps of 1, 2, 2.5 or 5 times a power of ten.
AxisScale roundScale(double largest, int wanted);
/// As many steps as the height of the plot has room for, one to eight.
int wantedTicks(const ChartCanvas& canvas);
/// The largest finite value or reference of all series, at least 0.
double largestValue(const ChartSpec& spec);
/// Titles, grid and tick labels; returns the rectangle between the axes.
QRectF paintAxes(const ChartCanvas& canvas, const AxisScale& scale);
/// Category labels below `plot`, as many as fit.
void paintCategoryLabels(const ChartCanvas& canvas, const QRectF& plot);

}  // namespace mudeung
