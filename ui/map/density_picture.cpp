// SPDX-License-Identifier: GPL-3.0-or-later
// A grid aligned to the ground (panning never shifts it), interpolated and coloured by pixel on all processors.
#include "ui/map/density_picture.h"

#include <QImage>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <qgsmaptopixel.h>

#include "core/analysis/math/share_out.h"

namespace mudeung {
namespace {

constexpr double kCellPixels = 2.0;
constexpr double kLeastCellsPerRadius = 8.0;
/// Finer than this nobody sees, however close. Between cells the picture is interpolated, which is off by at most (cell / radius)² of one
/// point's peak: 1/6400, a sixth of a step of the colours; 1/144 with very many points, each of which is small beside their sum. The
/// Gaussian is smoother by itself and is off by 1/650.
constexpr double kCellsPerRadius = 80.0;
constexpr double kCellsPerRadiusOfGaussian = 36.0;
constexpr double kCellsPerRadiusOfMany = 12.0;
constexpr std::size_t kManyPoints = 20000;
constexpr int kRowsPerShare = 16;

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

/// Where pixels of one direction lie among the cells: between `cell` and the next, `share` of the way.
struct Sample {
    int cell = 0;
    float share = 0.0F;
};

std::vector<Sample> samples(int pixels, double first, double step, int cells) {
    std::vector<Sample> result(static_cast<std::size_t>(pixels));
    for (int i = 0; i < pixels; ++i) {
        const double at = std::clamp(first + i * step, 0.0, cells - 1.0);
        const int cell = std::min(static_cast<int>(at), std::max(0, cells - 2));
        result[static_cast<std::size_t>(i)] = {cell, static_cast<float>(at - cell)};
    }
    return result;
}

/// As QPainter lays a premultiplied colour over another.
inline QRgb over(QRgb colour, QRgb below) {
    const quint32 clear = 255 - (colour >> 24);
    if (below == 0 || clear == 0) return colour;
    quint32 redBlue = (below & 0xff00ff) * clear;
    redBlue = (redBlue + ((redBlue >> 8) & 0xff00ff) + 0x800080) >> 8;
    quint32 alphaGreen = ((below >> 8) & 0xff00ff) * clear;
    alphaGreen = alphaGreen + ((alphaGreen >> 8) & 0xff00ff) + 0x800080;
    return colour + ((redBlue & 0xff00ff) | (alphaGreen & 0xff00ff00));
}

/// Pixels of the output: values are interpolated between the centres of cells and then coloured, not the other way round.
class Colouring {
public:
    Colouring(const DensityGrid& grid, double bottom, double top, const std::vector<QRgb>& table) : m_grid(grid), m_table(table) {
        const double last = static_cast<double>(table.size()) - 1.0;
        m_last = static_cast<float>(last);
        m_scale = last / (top - bottom);
        m_offset = static_cast<float>(-bottom * m_scale);
    }

    /// Lays the picture over `size` pixels from `first` on, a premultiplied image's; that one has its centre at (x, y) of the map.
    void paint(uchar* first, std::ptrdiff_t bytesPerLine, QSize size, double x, double y, double pixel) const {
        const GridSpec& spec = m_grid.spec;
        const double step = pixel / spec.cellSize;
        const auto columns = samples(size.width(), (x - spec.originX) / spec.cellSize - 0.5, step, spec.columns);
        const auto rows = samples(size.height(), (spec.originY - y) / spec.cellSize - 0.5, step, spec.rows);
        shareOut((size.height() + kRowsPerShare - 1) / kRowsPerShare, 0, [&] {
            return [&, lines = Lines()](int share) mutable {
                for (int row = share * kRowsPerShare; row < std::min(size.height(), (share + 1) * kRowsPerShare); ++row) {
                    mix(rows[static_cast<std::size_t>(row)], lines);
                    colourLine(columns, lines, reinterpret_cast<QRgb*>(first + row * bytesPerLine));
                }
                return true;
            };
        });
    }

private:
    /// A row of the grid in steps of the table; only cells in [begin, end) differ from zero.
    struct Line {
        int row = -1;
        int begin = 0, end = 0;
        std::vector<float> values;
    };
    /// What one thread works with: the rows above and below a line of pixels, and the mixture.
    struct Lines {
        Line upper, lower, mixed;
    };

    void take(int row, Line& line) const {
        if (line.row == row) return;
        const auto columns = static_cast<std::size_t>(m_grid.spec.columns);
        const double* values = m_grid.values.data() + static_cast<std::size_t>(row) * columns;
        line.row = row;
        line.values.resize(columns + 1);
        const auto isZero = [](double v) { return v == 0.0; };
        line.begin = static_cast<int>(std::find_if_not(values, values + columns, isZero) - values);
        line.end = m_grid.spec.columns;
        while (line.end > line.begin && isZero(values[line.end - 1])) --line.end;
        for (std::size_t i = 0; i < columns; ++i)
            line.values[i] = std::clamp(static_cast<float>(values[i] * m_scale) + m_offset, 0.0F, m_last);
        line.values[columns] = line.values[columns - 1];
    }

    void mix(const Sample& at, Lines& lines) const {
        if (lines.lower.row == at.cell) std::swap(lines.upper, lines.lower);
        take(at.cell, lines.upper);
        take(std::min(at.cell + 1, m_grid.spec.rows - 1), lines.lower);
        Line& mixed = lines.mixed;
        mixed.values.resize(lines.upper.values.size());
        const bool upperIsZero = lines.upper.begin >= lines.upper.end, lowerIsZero = lines.lower.begin >= lines.lower.end;
        mixed.begin = upperIsZero ? lines.lower.begin : lowerIsZero ? lines.upper.begin : std::min(lines.upper.begin, lines.lower.begin);
        mixed.end = std::max(upperIsZero ? 0 : lines.upper.end, lowerIsZero ? 0 : lines.lower.end);
        if (mixed.begin >= mixed.end) return;
        // With a neighbour on either side, which pixels in between need.
        const int from = std::max(0, mixed.begin - 1), to = std::min(m_grid.spec.columns, mixed.end) + 1;
        lerp(lines.upper.values.data() + from, lines.lower.values.data() + from, at.share, to - from, mixed.values.data() + from);
    }

    __attribute__((optimize("O3"))) static void lerp(const float* upper, const float* lower, float share, int count,
                                                     float* __restrict__ out) {
        for (int i = 0; i < count; ++i) out[i] = upper[i] + (lower[i] - upper[i]) * share;
    }

    void colourLine(const std::vector<Sample>& columns, const Lines& lines, QRgb* out) const {
        const QRgb* table = m_table.data();
        const float* values = lines.mixed.values.data();
        const QRgb zero = table[static_cast<int>(std::clamp(m_offset, 0.0F, m_last) + 0.5F)];
        const auto firstAt = [&](int cell) {
            return std::lower_bound(columns.begin(), columns.end(), cell,
                                    [](const Sample& sample, int limit) { return sample.cell < limit; });
        };
        const bool nothing = lines.mixed.begin >= lines.mixed.end;
        const auto begin = nothing ? columns.end() : firstAt(lines.mixed.begin - 1), end = nothing ? begin : firstAt(lines.mixed.end);
        out = fill(out, begin - columns.begin(), zero);
        for (auto at = begin; at != end; ++at, ++out) {
            const float west = values[at->cell];
            const float value = west + (values[at->cell + 1] - west) * at->share;
            *out = over(table[static_cast<int>(value + 0.5F)], *out);
        }
        fill(out, columns.end() - end, zero);
    }

    static QRgb* fill(QRgb* out, std::ptrdiff_t count, QRgb colour) {
        if (colour == 0) return out + count;
        for (QRgb* const end = out + count; out != end; ++out) *out = over(colour, *out);
        return out;
    }

    const DensityGrid& m_grid;
    const std::vector<QRgb>& m_table;
    float m_last = 0.0F;
    double m_scale = 0.0;  ///< steps of the table per unit
    float m_offset = 0.0F;
};

/// The image that a painter paints on when the picture covers it pixel by pixel and nothing but that lies between them: no scale, no
/// clipping, no other way of blending.
QImage* plainTarget(const QPainter& painter, const QPointF& corner, QSize size) {
    QPaintDevice* device = painter.device();
    if (!device || device->devType() != QInternal::Image) return nullptr;
    auto* image = static_cast<QImage*>(device);
    constexpr double kNothing = 1e-6;
    const bool fits = image->size() == size && std::abs(corner.x()) < kNothing && std::abs(corner.y()) < kNothing;
    const bool plain = image->format() == QImage::Format_ARGB32_Premultiplied && painter.deviceTransform().isIdentity() &&
                       painter.compositionMode() == QPainter::CompositionMode_SourceOver && !painter.hasClipping() &&
                       painter.opacity() >= 1.0;
    return fits && plain ? image : nullptr;
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
    const Colouring colouring(grid, bottom, top, table);
    const double x = view.xMinimum() + 0.5 * pixel, y = view.yMaximum() - 0.5 * pixel;
    QPainter& painter = *context.painter();
    const QPointF corner = context.mapToPixel().transform(view.xMinimum(), view.yMaximum()).toQPointF();
    if (QImage* target = plainTarget(painter, corner, size)) {
        // Another image of this size, and laying it over the first, would take longer than the picture itself. constBits() are those that
        // the painter works on: they must not be detached.
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

DensityGrid drawDensity(QgsRenderContext& context, const MapData& data, double bottom, double top, const std::vector<QRgb>& table) {
    if (!(data.bandwidthMeters > 0.0) || data.points.empty() || !(top > bottom) || table.empty() || sizeOf(context).isEmpty()) return {};
    const auto stopped = [](void* c) { return static_cast<QgsRenderContext*>(c)->renderingStopped(); };
    DensityGrid grid = kernelDensity(data.style.kernel, data.points, gridFor(context, data), data.bandwidthMeters, 0, stopped, &context);
    if (!grid.values.empty()) paintGrid(context, grid, bottom, top, table);
    return grid;
}

}  // namespace mudeung
