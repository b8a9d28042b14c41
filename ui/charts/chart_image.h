// SPDX-License-Identifier: GPL-3.0-or-later
// Charts as files and images, drawn from a ChartSpec with the same painter as on screen; never from a screenshot.
#pragma once

#include <QImage>
#include <QPainter>
#include <optional>

#include "core/base/result.h"
#include "core/chart/chart_spec.h"
#include "core/receipt/receipt.h"

class QPdfWriter;

namespace mudeung {

/// Paints the chart into `target` (device units of `painter`), text sized for a chart of that size.
void paintChart(QPainter& painter, const QRectF& target, const ChartSpec& spec, bool dark);
/// `scale` 1 to 4: the same chart in so many times more pixels each way.
QImage renderChart(const ChartSpec& spec, QSize size, bool dark = false, int scale = 1);

/// The drawing with the program's fonts by name, then others for machines that lack them: the painter writes one family, which need not be
/// the one it measured with.
QByteArray svgInOurFonts(const QByteArray& svg);

/// Before painting: the receipt into the metadata of the PDF, where readReceipt() finds it, and as a file "mudeung-receipt.json" attached
/// to it, for people.
void putReceipt(QPdfWriter& writer, const Receipt& receipt, const QString& title);

/// How a chart file is made.
struct ChartFile {
    QSize size{1200, 800};           ///< pixels at scale 1; PDF and SVG: units of 1/96 inch
    int scale = 1;                   ///< 1 to 4, PNG only
    std::optional<Receipt> receipt;  ///< what the file carries
};
/// PNG, SVG or PDF by the extension of `path`; whole or not at all.
Status writeChart(const ChartSpec& spec, const QString& path, const ChartFile& file);
Status writeChart(const ChartSpec& spec, const QString& path, QSize size);
/// The same with the receipt of the answer that the chart shows. Runs on any thread.
Status writeChartFile(const Workspace& workspace, const Table& table, const ChartSpec& spec, const QString& path, ChartFile file = {});

}  // namespace mudeung
