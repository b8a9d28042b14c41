// SPDX-License-Identifier: GPL-3.0-or-later
// Pixels of the image that a painter paints on, written without the painter: four at a time with SSE2, which every x86-64 has; elsewhere
// one by one with the same bits. Knows no QGIS.
#pragma once

#include <QRgb>
#include <cstddef>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

class QImage;
class QPainter;

namespace mudeung {

/// The image that a painter paints on when it lays premultiplied colours over it with nothing in between: no clipping, no other way of
/// blending, no rotation; null otherwise. The painter may scale and shift. Its bits are those of constBits(): they must not be detached.
QImage* plainImageOf(const QPainter& painter);

/// As QPainter lays a premultiplied colour over another.
inline QRgb over(QRgb colour, QRgb below) {
    const quint32 clear = 255 - (colour >> 24);
    quint32 redBlue = (below & 0xff00ff) * clear;
    redBlue = (redBlue + ((redBlue >> 8) & 0xff00ff) + 0x800080) >> 8;
    quint32 alphaGreen = ((below >> 8) & 0xff00ff) * clear;
    alphaGreen = alphaGreen + ((alphaGreen >> 8) & 0xff00ff) + 0x800080;
    return colour + ((redBlue & 0xff00ff) | (alphaGreen & 0xff00ff00));
}

#if defined(__SSE2__)
constexpr int kPixelsAtOnce = 4;

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

/// table[steps[i]] over four pixels; steps are within the table.
inline void layTableOver(const QRgb* table, __m128 steps, QRgb* out) {
    alignas(16) int step[kPixelsAtOnce];
    _mm_store_si128(reinterpret_cast<__m128i*>(step), _mm_cvttps_epi32(_mm_add_ps(steps, _mm_set1_ps(0.5F))));
    layOver(_mm_setr_epi32(static_cast<int>(table[step[0]]), static_cast<int>(table[step[1]]), static_cast<int>(table[step[2]]),
                           static_cast<int>(table[step[3]])),
            out);
}
#endif

/// One colour over `count` pixels.
inline void fillOver(QRgb* out, std::ptrdiff_t count, QRgb colour) {
    if (colour == 0) return;
    QRgb* const end = out + count;
#if defined(__SSE2__)
    const __m128i four = _mm_set1_epi32(static_cast<int>(colour));
    for (; end - out >= kPixelsAtOnce; out += kPixelsAtOnce) layOver(four, out);
#endif
    for (; out != end; ++out) *out = over(colour, *out);
}

}  // namespace mudeung
