// SPDX-License-Identifier: GPL-3.0-or-later
// A grid aligned to the ground (panning never shifts it), and where its picture goes.
#include "ui/map/density_picture.h"

#include <QImage>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <qgsmaptopixel.h>

#include "ui/map/direct_pixels.h"
#include "ui/map/grid_colouring.h"

namespace mudeung {
namespace {

constexpr double kCellPixels = 2.0;
constexpr double kLeastCellsPerRadius = 8.0;
/// Finer than this nobody sees, however close. Between cells the picture is interpolated, which is off by at most (cell / radius)² of one
/// point's peak: 1/2304, less than half a step of the colours; 1/144 with very many points, each of which is small beside their sum. The
/// Gaussian is smoother by itself and is off by 1/650.
constexpr double kCellsPerRadius = 48.0;
constexpr double kCellsPerRadiusOfGaussian = 36.0;
constexpr double kCellsPerRadiusOfMany = 12.0;

double pixelOf(const QgsRenderContext& context) {
    return context.mapToPixel().mapUnitsPerPixel() / std::max(1.0, static_cast<double>(context.devicePixelRatio()));
}

/// Cells per radius that are enough.
double finest(const MapData& data) {
    if (data.points.size() > kManyPoints) return kCellsPerRadiusOfMany;
    return data.style.kernel == Kernel::Gaussian ? kCellsPerRadiusOfGaussian : kCellsPerRadius;
}

GridSpec gridFor(const QgsRenderContext& context, const MapData& data) {
    const double pixel = pixelOf(context);
    // All kernels with the same spread are equally smooth.
    const double radius = data.bandwidthMeters / equalSpread(data.style.kernel);
    double cell = std::clamp(radius / kLeastCellsPerRadius, pixel, kCellPixels * pixel);
    cell = std::max(cell, radius / finest(data));
    const QgsRectangle view = context.mapExtent();
    GridSpec grid;
    grid.cellSize = cell;
    grid.originX = (std::floor(view.xMinimum() / cell) - 1.0) * cell;
    grid.originY = (std::ceil(view.yMaximum() / cell) + 1.0) * cell;
    grid.columns = static_cast<int>(std::ceil((view.xMaximum() - grid.originX) / cell)) + 1;
    grid.rows = static_cast<int>(std::ceil((grid.originY - view.yMinimum()) / cell)) + 1;
    return grid;
}

/// A grid that is as fine as the wanted one, and holds all that is seen of what the points reach.
bool showsAsWell(const DensityGrid& grid, const QgsRectangle& reached, const GridSpec& wanted, const QgsRectangle& view) {
    const GridSpec& spec = grid.spec;
    constexpr double kRounding = 1.0 + 1e-9;
    if (spec.cellSize > wanted.cellSize * kRounding) return false;
    const QgsRectangle seen = view.intersect(reached);
    if (seen.isEmpty()) return true;
    QgsRectangle holds(spec.originX, spec.originY - spec.rows * spec.cellSize, spec.originX + spec.columns * spec.cellSize, spec.originY);
    holds.grow(-0.5 * spec.cellSize);  // up to the centres of its cells
    return holds.contains(seen);
}

/// The image that a painter paints on when the picture covers it pixel by pixel; null otherwise.
QImage* plainTarget(const QPainter& painter, const QPointF& corner, QSize size) {
    QImage* image = plainImageOf(painter);
    constexpr double kNothing = 1e-6;
    const bool fits = image && painter.deviceTransform().isIdentity() && image->size() == size && std::abs(corner.x()) < kNothing &&
                      std::abs(corner.y()) < kNothing;
    return fits ? image : nullptr;
}

/// The part of a grid that is seen, with a frame of zeros, so that the picture ends where the grid does.
DensityGrid framed(const DensityGrid& grid) {
    DensityGrid wide;
    wide.spec = {grid.spec.originX - grid.spec.cellSize, grid.spec.originY + grid.spec.cellSize, grid.spec.cellSize, grid.spec.columns + 2,
                 grid.spec.rows + 2};
    wide.values.assign(static_cast<std::size_t>(wide.spec.columns) * static_cast<std::size_t>(wide.spec.rows), 0.0);
    for (int row = 0; row < grid.spec.rows; ++row)
        for (int column = 0; column < grid.spec.columns; ++column) {
            const double v = grid.at(row, column);
            if (std::isfinite(v)) wide.values[static_cast<std::size_t>(row + 1) * wide.spec.columns + column + 1] = v;
        }
    return wide;
}

QSize sizeOf(const QgsRenderContext& context) {
    const double pixel = pixelOf(context);
    return {static_cast<int>(std::lround(context.mapExtent().width() / pixel)),
            static_cast<int>(std::lround(context.mapExtent().height() / pixel))};
}

void paintGrid(QgsRenderContext& context, const DensityGrid& grid, double bottom, double top, const std::vector<QRgb>& table) {
    const double pixel = pixelOf(context);
    const QgsRectangle view = context.mapExtent();
    const QSize size = sizeOf(context);
    const GridColouring colouring(grid, bottom, top, table);
    const double x = view.xMinimum() + 0.5 * pixel, y = view.yMaximum() - 0.5 * pixel;
    QPainter& painter = *context.painter();
    const QPointF corner = context.mapToPixel().transform(view.xMinimum(), view.yMaximum()).toQPointF();
    if (QImage* target = plainTarget(painter, corner, size)) {
        // Another image of this size, and laying it over the first, would take longer than the picture itself.
        auto* bits = const_cast<uchar*>(target->constBits());
        colouring.paint(bits, static_cast<std::ptrdiff_t>(target->bytesPerLine()), size, x, y, pixel);
        return;
    }
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    colouring.paint(image.bits(), static_cast<std::ptrdiff_t>(image.bytesPerLine()), size, x, y, pixel);
    image.setDevicePixelRatio(std::max(1.0, static_cast<double>(context.devicePixelRatio())));
    painter.drawImage(corner, image);
}

}  // namespace

void drawGrid(QgsRenderContext& context, const DensityGrid& grid, double bottom, double top, const std::vector<QRgb>& table) {
    const auto cells = static_cast<std::size_t>(std::max(0, grid.spec.columns)) * static_cast<std::size_t>(std::max(0, grid.spec.rows));
    if (cells == 0 || grid.values.size() != cells || !(grid.spec.cellSize > 0.0) || !(top > bottom) || sizeOf(context).isEmpty()) return;
    paintGrid(context, framed(grid), bottom, top, table);
}

std::shared_ptr<const DensityGrid> drawDensity(QgsRenderContext& context, const MapData& data, double bottom, double top,
                                               const std::vector<QRgb>& table) {
    if (!(data.bandwidthMeters > 0.0) || data.points.empty() || !(top > bottom) || table.empty() || sizeOf(context).isEmpty()) return {};
    const auto stopped = [](void* c) { return static_cast<QgsRenderContext*>(c)->renderingStopped(); };
    const GridSpec wanted = gridFor(context, data);
    std::shared_ptr<const DensityGrid> grid = data.cityDensity;
    if (!grid || !showsAsWell(*grid, data.reached, wanted, context.mapExtent())) {
        grid = std::make_shared<const DensityGrid>(
            kernelDensity(data.style.kernel, data.points, wanted, data.bandwidthMeters, 0, stopped, &context));
    }
    if (grid->values.empty()) return nullptr;
    paintGrid(context, *grid, bottom, top, table);
    return grid;
}

}  // namespace mudeung
