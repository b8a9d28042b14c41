// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of pixels shared out among threads. Four pixels at a time with SSE2, which every x86-64 has; elsewhere one by one with the same
// bits.
#include "ui/map/grid_colouring.h"

#include <algorithm>
#include <cstdint>

#include "core/base/share_out.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace mudeung {
namespace {

constexpr int kRowsPerShare = 16;

/// As QPainter lays a premultiplied colour over another.
inline QRgb over(QRgb colour, QRgb below) {
    const quint32 clear = 255 - (colour >> 24);
    quint32 redBlue = (below & 0xff00ff) * clear;
    redBlue = (redBlue + ((redBlue >> 8) & 0xff00ff) + 0x800080) >> 8;
    quint32 alphaGreen = ((below >> 8) & 0xff00ff) * clear;
    alphaGreen = alphaGreen + ((alphaGreen >> 8) & 0xff00ff) + 0x800080;
    return colour + ((redBlue & 0xff00ff) | (alphaGreen & 0xff00ff00));
}

/// Between a value and the next.
inline float between(const float* from, float share) {
    return from[0] + (from[1] - from[0]) * share;
}

#if defined(__SSE2__)
constexpr int kAtOnce = 4;

inline __m128i over(__m128i colours, __m128i below) {
    const __m128i odd = _mm_set1_epi32(0xff00ff);
    const __m128i half = _mm_set1_epi16(0x80);
    __m128i clear = _mm_sub_epi32(_mm_set1_epi32(255), _mm_srli_epi32(colours, 24));
    clear = _mm_or_si128(clear, _mm_slli_epi32(clear, 16));
    __m128i redBlue = _mm_mullo_epi16(_mm_and_si128(below, odd), clear);
    redBlue = _mm_srli_epi16(_mm_add_epi16(_mm_add_epi16(redBlue, _mm_srli_epi16(redBlue, 8)), half), 8);
    __m128i alphaGreen = _mm_mullo_epi16(_mm_srli_epi16(below, 8), clear);
    alphaGreen = _mm_add_epi16(_mm_add_epi16(alphaGreen, _mm_srli_epi16(alphaGreen, 8)), half);
    return _mm_add_epi32(colours, _mm_or_si128(redBlue, _mm_andnot_si128(odd, alphaGreen)));
}

inline void layOver(__m128i colours, QRgb* out) {
    auto* to = reinterpret_cast<__m128i*>(out);
    _mm_storeu_si128(to, over(colours, _mm_loadu_si128(to)));
}

inline __m128 pairs(const float* first, const float* second) {
    const __m128 low = _mm_loadl_pi(_mm_setzero_ps(), reinterpret_cast<const __m64*>(first));
    return _mm_loadh_pi(low, reinterpret_cast<const __m64*>(second));
}

inline void colourFour(const float* values, const int* cell, const float* share, const QRgb* table, QRgb* out) {
    const __m128 first = pairs(values + cell[0], values + cell[1]), second = pairs(values + cell[2], values + cell[3]);
    const __m128 west = _mm_shuffle_ps(first, second, _MM_SHUFFLE(2, 0, 2, 0));
    const __m128 east = _mm_shuffle_ps(first, second, _MM_SHUFFLE(3, 1, 3, 1));
    const __m128 value = _mm_add_ps(west, _mm_mul_ps(_mm_sub_ps(east, west), _mm_loadu_ps(share)));
    alignas(16) std::int32_t step[kAtOnce];
    _mm_store_si128(reinterpret_cast<__m128i*>(step), _mm_cvttps_epi32(_mm_add_ps(value, _mm_set1_ps(0.5F))));
    layOver(_mm_setr_epi32(static_cast<int>(table[step[0]]), static_cast<int>(table[step[1]]), static_cast<int>(table[step[2]]),
                           static_cast<int>(table[step[3]])),
            out);
}
#endif

void fill(QRgb* out, std::ptrdiff_t count, QRgb colour) {
    if (colour == 0) return;
    QRgb* const end = out + count;
#if defined(__SSE2__)
    const __m128i four = _mm_set1_epi32(static_cast<int>(colour));
    for (; end - out >= kAtOnce; out += kAtOnce) layOver(four, out);
#endif
    for (; out != end; ++out) *out = over(colour, *out);
}

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
    fill(out, begin, zero);
    const int* cell = columns.cell.data();
    const float* share = columns.share.data();
    std::ptrdiff_t at = begin;
#if defined(__SSE2__)
    for (; end - at >= kAtOnce; at += kAtOnce) colourFour(values, cell + at, share + at, table, out + at);
#endif
    for (; at < end; ++at) out[at] = over(table[static_cast<int>(between(values + cell[at], share[at]) + 0.5F)], out[at]);
    fill(out + end, pixels - end, zero);
}

}  // namespace mudeung
