// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of pixels shared out among threads.
#include "ui/map/grid_colouring.h"

#include <algorithm>

#include "core/base/share_out.h"
#include "ui/map/direct_pixels.h"

namespace mudeung {
namespace {

constexpr int kRowsPerShare = 16;

/// Between a value and the next.
inline float between(const float* from, float share) {
    return from[0] + (from[1] - from[0]) * share;
}

#if defined(__SSE2__)
inline __m128 pairs(const float* first, const float* second) {
    const __m128 low = _mm_loadl_pi(_mm_setzero_ps(), reinterpret_cast<const __m64*>(first));
    return _mm_loadh_pi(low, reinterpret_cast<const __m64*>(second));
}

inline void colourFour(const float* values, const int* cell, const float* share, const QRgb* table, QRgb* out) {
    const __m128 first = pairs(values + cell[0], values + cell[1]), second = pairs(values + cell[2], values + cell[3]);
    const __m128 west = _mm_shuffle_ps(first, second, _MM_SHUFFLE(2, 0, 2, 0));
    const __m128 east = _mm_shuffle_ps(first, second, _MM_SHUFFLE(3, 1, 3, 1));
    const __m128 value = _mm_add_ps(west, _mm_mul_ps(_mm_sub_ps(east, west), _mm_loadu_ps(share)));
    layTableOver(table, value, out);
}
#endif

__attribute__((optimize("O3"))) void lerp(const float* upper, const float* lower, float share, int count, float* __restrict__ out) {
    for (int i = 0; i < count; ++i) out[i] = upper[i] + (lower[i] - upper[i]) * share;
}

__attribute__((optimize("O3"))) void toSteps(const double* values, std::size_t count, double scale, float offset, float last,
                                             float* __restrict__ out) {
    for (std::size_t i = 0; i < count; ++i) {
        const float step = static_cast<float>(values[i] * scale) + offset;
        const float least = step > 0.0F ? step : 0.0F;  // also what is not a number
        out[i] = least > last ? last : least;
    }
}

}  // namespace

GridColouring::GridColouring(const DensityGrid& grid, double bottom, double top, const std::vector<QRgb>& table)
    : m_grid(grid), m_table(table) {
    const double last = static_cast<double>(table.size()) - 1.0;
    m_last = static_cast<float>(last);
    m_scale = last / (top - bottom);
    m_offset = static_cast<float>(-bottom * m_scale);
}

void GridColouring::paint(uchar* first, std::ptrdiff_t bytesPerLine, QSize size, double x, double y, double pixel) const {
    const GridSpec& spec = m_grid.spec;
    const double step = pixel / spec.cellSize;
    const Samples columns = samples(size.width(), (x - spec.originX) / spec.cellSize - 0.5, step, spec.columns);
    const Samples rows = samples(size.height(), (spec.originY - y) / spec.cellSize - 0.5, step, spec.rows);
    shareOut((size.height() + kRowsPerShare - 1) / kRowsPerShare, 0, [&] {
        return [&, lines = Lines()](int share) mutable {
            for (int row = share * kRowsPerShare; row < std::min(size.height(), (share + 1) * kRowsPerShare); ++row) {
                mix(rows.cell[static_cast<std::size_t>(row)], rows.share[static_cast<std::size_t>(row)], lines);
                colourLine(columns, lines.mixed, reinterpret_cast<QRgb*>(first + row * bytesPerLine));
            }
            return true;
        };
    });
}

GridColouring::Samples GridColouring::samples(int pixels, double first, double step, int cells) {
    Samples result{std::vector<int>(static_cast<std::size_t>(pixels)), std::vector<float>(static_cast<std::size_t>(pixels))};
    for (int i = 0; i < pixels; ++i) {
        const double at = std::clamp(first + i * step, 0.0, cells - 1.0);
        const int cell = std::min(static_cast<int>(at), std::max(0, cells - 2));
        result.cell[static_cast<std::size_t>(i)] = cell;
        result.share[static_cast<std::size_t>(i)] = static_cast<float>(at - cell);
    }
    return result;
}

void GridColouring::take(int row, Line& line) const {
    if (line.row == row) return;
    const auto columns = static_cast<std::size_t>(m_grid.spec.columns);
    const double* values = m_grid.values.data() + static_cast<std::size_t>(row) * columns;
    line.row = row;
    line.values.resize(columns + 1);
    const auto isZero = [](double v) { return v == 0.0; };
    line.begin = static_cast<int>(std::find_if_not(values, values + columns, isZero) - values);
    line.end = m_grid.spec.columns;
    while (line.end > line.begin && isZero(values[line.end - 1])) --line.end;
    toSteps(values, columns, m_scale, m_offset, m_last, line.values.data());
    line.values[columns] = line.values[columns - 1];
}

void GridColouring::mix(int cell, float share, Lines& lines) const {
    if (lines.lower.row == cell) std::swap(lines.upper, lines.lower);
    take(cell, lines.upper);
    take(std::min(cell + 1, m_grid.spec.rows - 1), lines.lower);
    Line& mixed = lines.mixed;
    mixed.values.resize(lines.upper.values.size());
    const bool upperIsZero = lines.upper.begin >= lines.upper.end, lowerIsZero = lines.lower.begin >= lines.lower.end;
    mixed.begin = upperIsZero ? lines.lower.begin : lowerIsZero ? lines.upper.begin : std::min(lines.upper.begin, lines.lower.begin);
    mixed.end = std::max(upperIsZero ? 0 : lines.upper.end, lowerIsZero ? 0 : lines.lower.end);
    if (mixed.begin >= mixed.end) return;
    // With a neighbour on either side, which pixels in between need.
    const int from = std::max(0, mixed.begin - 1), to = std::min(m_grid.spec.columns, mixed.end) + 1;
    lerp(lines.upper.values.data() + from, lines.lower.values.data() + from, share, to - from, mixed.values.data() + from);
}

void GridColouring::colourLine(const Samples& columns, const Line& mixed, QRgb* out) const {
    const QRgb* table = m_table.data();
    const float* values = mixed.values.data();
    const auto pixels = static_cast<std::ptrdiff_t>(columns.cell.size());
    const QRgb zero = table[static_cast<int>(std::clamp(m_offset, 0.0F, m_last) + 0.5F)];
    const auto firstAt = [&](int cell) { return std::lower_bound(columns.cell.begin(), columns.cell.end(), cell) - columns.cell.begin(); };
    const bool nothing = mixed.begin >= mixed.end;
    const std::ptrdiff_t begin = nothing ? pixels : firstAt(mixed.begin - 1), end = nothing ? pixels : firstAt(mixed.end);
    fillOver(out, begin, zero);
    const int* cell = columns.cell.data();
    const float* share = columns.share.data();
    std::ptrdiff_t at = begin;
#if defined(__SSE2__)
    for (; end - at >= kPixelsAtOnce; at += kPixelsAtOnce) colourFour(values, cell + at, share + at, table, out + at);
#endif
    for (; at < end; ++at) out[at] = over(table[static_cast<int>(between(values + cell[at], share[at]) + 0.5F)], out[at]);
    fillOver(out + end, pixels - end, zero);
}

}  // namespace mudeung
