// SPDX-License-Identifier: GPL-3.0-or-later
// Charts as files and images, drawn from a ChartSpec with the same painter as on screen; never from a screenshot.
#pragma once

#include <QImage>
#include <QPainter>

#include "core/base/result.h"
#include "core/chart/chart_spec.h"

namespace mudeung {

/// Paints the chart into `target` (device units of `painter`), text sized for a chart of that size.
void paintChart(QPainter& painter, const QRectF& target, const ChartSpec& spec, bool dark);
QImage renderChart(const ChartSpec& spec, QSize size, bool dark = false);
/// PNG, SVG or PDF by the extension of `path`; written beside and renamed.
Status writeChart(const ChartSpec& spec, const QString& path, QSize size);

}  // namespace mudeung
