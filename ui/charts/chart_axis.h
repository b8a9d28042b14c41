// SPDX-License-Identifier: GPL-3.0-or-later
// Round axis steps and the value axis that bars and lines share.
#pragma once

#include <QVector>

#include "ui/charts/chart_painter.h"

namespace mudeung {

struct AxisScale {
    double maximum = 1.0;
    QVector<double> ticks;  ///< from minimum to maximum
    double minimum = 0.0;
    double share(double value) const { return (value - minimum) / (maximum - minimum); }
};

/// 0 … a round number not below `largest`, in about `wanted` steps of 1, 2, 2.5 or 5 times a power of ten.
AxisScale roundScale(double largest, int wanted);
/// The same around both ends, for numbers of both signs or far from zero.
AxisScale roundSpan(double least, double most, int wanted);
/// A tick with the decimals that its steps need.
QString tickText(const AxisScale& scale, double tick);
/// As many steps as the height of the plot has room for, one to eight.
int wantedTicks(const ChartCanvas& canvas);
/// The largest finite value, reference or end of a band of all series, at least 0.
double largestValue(const ChartSpec& spec);
/// The same for the smallest, at most 0.
double smallestValue(const ChartSpec& spec);
/// Titles, grid and tick labels; returns the rectangle between the axes.
QRectF paintAxes(const ChartCanvas& canvas, const AxisScale& scale);
/// Category labels below `plot`, as many as fit.
void paintCategoryLabels(const ChartCanvas& canvas, const QRectF& plot);

}  // namespace mudeung
