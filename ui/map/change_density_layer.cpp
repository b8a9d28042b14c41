// SPDX-License-Identifier: GPL-3.0-or-later
// Density of changes in the visible part of the map: the kernel of the density map over weights of both signs, one diverging scale.
#include <QImage>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <qgsmaptopixel.h>
#include <qgsrendercontext.h>

#include "ui/map/picture_layer.h"

namespace mudeung {
namespace {

constexpr double kCellPixels = 2.0;
constexpr double kCellsPerRadius = 150.0;
constexpr double kLeastCellsPerRadius = 8.0;

/// Cells at multiples of their size, so that panning never shifts them, with one to spare on every side.
GridSpec gridFor(const QgsRenderContext& context, double bandwidth) {
    const double pixel = context.mapToPixel().mapUnitsPerPixel() / std::max(1.0, static_cast<double>(context.devicePixelRatio()));
    const double wanted = std::clamp(bandwidth / kLeastCellsPerRadius, pixel, kCellPixels * pixel);
    const double cell = std::max(wanted, bandwidth / kCellsPerRadius);
    const QgsRectangle view = context.mapExtent();
    const double west = (std::floor(view.xMinimum() / cell) - 1.0) * cell, north = (std::ceil(view.yMaximum() / cell) + 1.0) * cell;
    return {west, north, cell, static_cast<int>(std::ceil((view.xMaximum() - west) / cell)) + 1,
            static_cast<int>(std::ceil((north - view.yMinimum()) / cell)) + 1};
}

QImage colour(const DensityGrid& grid, double top, const std::vector<QRgb>& table) {
    QImage image(grid.spec.columns, grid.spec.rows, QImage::Format_ARGB32_Premultiplied);
    const double half = (static_cast<double>(table.size()) - 1.0) / 2.0;
    for (int row = 0; row < grid.spec.rows; ++row) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(row));
        for (int column = 0; column < grid.spec.columns; ++column) {
            const double t = std::clamp(grid.at(row, column) / top, -1.0, 1.0);
            line[column] = table[static_cast<std::size_t>(std::lround(half * (1.0 + t)))];
        }
    }
    return image;
}

void draw(QgsRenderContext& context, const PictureInput& input) {
    const MapData& data = *input.data;
    if (!(data.bandwidthMeters > 0.0) || data.points.empty() || !(data.scaleTop > 0.0)) return;
    const auto stopped = [](void* c) { return static_cast<QgsRenderContext*>(c)->renderingStopped(); };
    const DensityGrid grid =
        kernelDensity(data.style.kernel, data.points, gridFor(context, data.bandwidthMeters), data.bandwidthMeters, 0, stopped, &context);
    if (grid.values.empty()) return;
    const GridSpec& spec = grid.spec;
    const QgsMapToPixel& toPixel = context.mapToPixel();
    const QPointF topLeft = toPixel.transform(spec.originX, spec.originY).toQPointF();
    const QPointF bottomRight =
        toPixel.transform(spec.originX + spec.columns * spec.cellSize, spec.originY - spec.rows * spec.cellSize).toQPointF();
    context.painter()->setRenderHint(QPainter::SmoothPixmapTransform, true);
    context.painter()->drawImage(QRectF(topLeft, bottomRight), colour(grid, data.scaleTop, input.palette.changeTable()));
}

}  // namespace

ChangeDensityLayer::ChangeDensityLayer() : PictureLayer(QStringLiteral("change"), draw) {}

}  // namespace mudeung
