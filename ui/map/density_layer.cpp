// SPDX-License-Identifier: GPL-3.0-or-later
// Density of the visible part of the map: grid aligned to the ground (panning never shifts it), one image, one scale.
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
constexpr double kCellsPerRadius = 150.0;  ///< finer than this nobody sees, however close
constexpr double kLeastCellsPerRadius = 8.0;

GridSpec gridFor(const QgsRenderContext& context, double bandwidth) {
    const double pixel = context.mapToPixel().mapUnitsPerPixel() / std::max(1.0, static_cast<double>(context.devicePixelRatio()));
    double cell = std::clamp(bandwidth / kLeastCellsPerRadius, pixel, kCellPixels * pixel);
    cell = std::max(cell, bandwidth / kCellsPerRadius);
    const QgsRectangle view = context.mapExtent();
    GridSpec grid;
    grid.cellSize = cell;
    grid.originX = (std::floor(view.xMinimum() / cell) - 1.0) * cell;
    grid.originY = (std::ceil(view.yMaximum() / cell) + 1.0) * cell;
    grid.columns = static_cast<int>(std::ceil((view.xMaximum() - grid.originX) / cell)) + 1;
    grid.rows = static_cast<int>(std::ceil((grid.originY - view.yMinimum()) / cell)) + 1;
    return grid;
}

QImage colour(const DensityGrid& grid, double top, const std::vector<QRgb>& table) {
    QImage image(grid.spec.columns, grid.spec.rows, QImage::Format_ARGB32_Premultiplied);
    const double steps = static_cast<double>(table.size()) - 1.0;
    for (int row = 0; row < grid.spec.rows; ++row) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(row));
        for (int column = 0; column < grid.spec.columns; ++column) {
            const double t = std::clamp(grid.at(row, column) / top, 0.0, 1.0);
            line[column] = table[static_cast<std::size_t>(std::lround(t * steps))];
        }
    }
    return image;
}

void draw(QgsRenderContext& context, const PictureInput& input, LastGrid& last) {
    const MapData& data = *input.data;
    if (!(data.bandwidthMeters > 0.0) || data.points.empty() || !(data.scaleTop > 0.0)) return;
    const auto stopped = [](void* c) { return static_cast<QgsRenderContext*>(c)->renderingStopped(); };
    DensityGrid grid =
        kernelDensity(data.style.kernel, data.points, gridFor(context, data.bandwidthMeters), data.bandwidthMeters, 0, stopped, &context);
    if (grid.values.empty()) return;
    const QImage image = colour(grid, data.scaleTop, input.palette.densityTable());
    const GridSpec& spec = grid.spec;
    const QPointF topLeft = context.mapToPixel().transform(spec.originX, spec.originY).toQPointF();
    const QPointF bottomRight =
        context.mapToPixel().transform(spec.originX + spec.columns * spec.cellSize, spec.originY - spec.rows * spec.cellSize).toQPointF();
    context.painter()->setRenderHint(QPainter::SmoothPixmapTransform, true);
    context.painter()->drawImage(QRectF(topLeft, bottomRight), image);
    last.set(std::move(grid));
}

}  // namespace

DensityLayer::DensityLayer() : DensityLayer(std::make_shared<LastGrid>()) {}

DensityLayer::DensityLayer(std::shared_ptr<LastGrid> grid)
    : PictureLayer(QStringLiteral("density"), [grid](QgsRenderContext& c, const PictureInput& i) { draw(c, i, *grid); }), m_grid(grid) {}

}  // namespace mudeung
