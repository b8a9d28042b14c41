// SPDX-License-Identifier: GPL-3.0-or-later
// The colour of a pixel follows from its distance to the circle, so one table per look serves discs of all sizes at all places. Pixels
// that lie wholly within a disc have one colour. Of very many discs there are hundreds alike: each kind is drawn once, as a stamp.
#include "ui/map/disc_picture.h"

#include <QImage>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>

#include "core/base/share_out.h"
#include "ui/map/direct_pixels.h"

namespace mudeung {
namespace {

constexpr int kRowsPerBand = 48;
constexpr float kStepsPerPixel = 64.0F;

/// Premultiplied, with a part of its alpha.
QRgb partOf(const QColor& colour, double coverage) {
    const int alpha = static_cast<int>(std::lround(colour.alpha() * coverage));
    return qPremultiply(qRgba(colour.red(), colour.green(), colour.blue(), alpha));
}

double coverageAt(double depth) {
    return std::clamp(depth + 0.5, 0.0, 1.0);
}

/// Colours by the depth of a pixel's centre under the outer edge of the line: from half a pixel outside, which is clear, to where the line
/// is no longer touched.
struct Shades {
    std::vector<QRgb> table;
    float lineWidth = 0.0F;

    Shades(const DiscLook& look, double scale) {
        const bool hasLine = look.line.alpha() > 0 && look.lineWidth > 0.0;
        const double width = hasLine ? look.lineWidth * scale : 0.0;
        lineWidth = static_cast<float>(width);
        const int last = static_cast<int>(std::ceil((width + 1.0) * kStepsPerPixel));
        for (int i = 0; i <= last; ++i) {
            const double depth = i / static_cast<double>(kStepsPerPixel) - 0.5;
            const QRgb fill = partOf(look.fill, coverageAt(depth - 0.5 * width));
            const QRgb line = hasLine ? partOf(look.line, coverageAt(depth) - coverageAt(depth - width)) : 0;
            table.push_back(over(line, fill));
        }
        table.front() = 0;
    }
    float last() const { return static_cast<float>(table.size() - 1); }
};

/// Of a number that is not far below zero; the library's floor is a call on processors without SSE4.
inline int floorOf(float number) {
    constexpr int kAbove = 1 << 12;
    return static_cast<int>(number + static_cast<float>(kAbove)) - kAbove;
}

/// A disc on the image, in pixels.
struct Spot {
    float x = 0.0F;
    float y = 0.0F;
    float radius = 0.0F;  ///< of the outer edge, as `fitting` says
    const Shades* shades = nullptr;

    float reach() const { return radius + 0.5F; }
    int firstRow() const { return floorOf(y - reach() + 0.5F); }
    int lastRow() const { return floorOf(y + reach() - 0.5F); }
    int firstColumn() const { return floorOf(x - reach() + 0.5F); }
    int lastColumn() const { return floorOf(x + reach() - 0.5F); }
};

/// The radius with which coverages by distance add up to the area of the disc: alone, they would add up to π(r² + 1/12), and to π(r + ½)³/3
/// where the disc is smaller than a pixel.
float fitting(float radius) {
    const float square = radius * radius;
    return square < 1.0F / 3.0F ? std::cbrt(3.0F * square) - 0.5F : std::sqrt(square - 1.0F / 12.0F);
}

/// Colours of the pixels [begin, end) of a row, by their distance; with SSE2 in groups of four from `begin` on, which may reach beyond the
/// end to where the disc is clear, but not beyond `width`.
inline void shade(const Spot& spot, float squareOfDy, int begin, int end, [[maybe_unused]] int width, QRgb* row) {
    const QRgb* table = spot.shades->table.data();
    const float last = spot.shades->last(), reach = spot.reach();
    int at = begin;
#if defined(__SSE2__)
    const __m128 dy2 = _mm_set1_ps(squareOfDy), edge = _mm_set1_ps(reach), most = _mm_set1_ps(last);
    __m128 dx = _mm_add_ps(_mm_set1_ps(static_cast<float>(at) + 0.5F - spot.x), _mm_setr_ps(0.0F, 1.0F, 2.0F, 3.0F));
    for (; at < end && at + kPixelsAtOnce <= width; at += kPixelsAtOnce) {
        const __m128 distance = _mm_sqrt_ps(_mm_add_ps(_mm_mul_ps(dx, dx), dy2));
        const __m128 step = _mm_mul_ps(_mm_sub_ps(edge, distance), _mm_set1_ps(kStepsPerPixel));
        layTableOver(table, _mm_min_ps(_mm_max_ps(step, _mm_setzero_ps()), most), row + at);
        dx = _mm_add_ps(dx, _mm_set1_ps(kPixelsAtOnce));
    }
#endif
    for (; at < end; ++at) {
        const float away = static_cast<float>(at) + 0.5F - spot.x;
        const float step = (reach - std::sqrt(away * away + squareOfDy)) * kStepsPerPixel;
        row[at] = over(table[static_cast<int>(std::min(std::max(step, 0.0F), last) + 0.5F)], row[at]);
    }
}

inline void drawRow(const Spot& spot, float dy, int width, QRgb* row) {
    const float squareOfDy = dy * dy, room = spot.reach() * spot.reach() - squareOfDy;
    if (!(room > 0.0F)) return;
    const float half = std::sqrt(room);
    const int begin = std::max(0, floorOf(spot.x - half + 0.5F)), end = std::min(width, floorOf(spot.x + half - 0.5F) + 1);
    const float inside = spot.radius - spot.shades->lineWidth - 0.5F;
    const float roomInside = inside > 0.0F ? inside * inside - squareOfDy : 0.0F;
    if (roomInside > 0.0F) {
        const float halfInside = std::sqrt(roomInside);
        const int solidEnd = std::min(width, floorOf(spot.x + halfInside - 0.5F) + 1);
        // The left edge is shaded in whole groups.
        const int edge = std::max(0, floorOf(spot.x - halfInside + 0.5F) - begin);
        const int solidBegin = begin + (edge + 3) / 4 * 4;
        if (solidEnd - solidBegin >= 4) {
            shade(spot, squareOfDy, begin, solidBegin, width, row);
            fillOver(row + solidBegin, solidEnd - solidBegin, spot.shades->table.back());
            shade(spot, squareOfDy, solidEnd, end, width, row);
            return;
        }
    }
    shade(spot, squareOfDy, begin, end, width, row);
}

/// Which spots touch each band, in their order.
std::vector<std::vector<std::uint32_t>> spotsByBand(const std::vector<Spot>& spots, int height) {
    std::vector<std::vector<std::uint32_t>> bands(static_cast<std::size_t>((height + kRowsPerBand - 1) / kRowsPerBand));
    for (std::size_t i = 0; i < spots.size(); ++i) {
        const int first = std::max(0, spots[i].firstRow()), last = std::min(height - 1, spots[i].lastRow());
        for (int band = first / kRowsPerBand; first <= last && band <= last / kRowsPerBand; ++band)
            bands[static_cast<std::size_t>(band)].push_back(static_cast<std::uint32_t>(i));
    }
    return bands;
}

/// Calls draw(spot, row, its pixels) for every spot of every band in order, bands side by side.
template <typename DrawRow>
void drawBands(QImage& image, const std::vector<Spot>& spots, const std::function<bool()>& stopped, const DrawRow& draw) {
    const int height = image.height();
    const auto bytesPerLine = static_cast<std::ptrdiff_t>(image.bytesPerLine());
    auto* bits = const_cast<uchar*>(image.constBits());
    const auto bands = spotsByBand(spots, height);
    shareOut(static_cast<int>(bands.size()), 0, [&] {
        return [&](int band) {
            if (stopped()) return false;
            const int top = band * kRowsPerBand, bottom = std::min(height, top + kRowsPerBand) - 1;
            for (const std::uint32_t i : bands[static_cast<std::size_t>(band)]) draw(i, top, bottom, bits, bytesPerLine);
            return true;
        };
    });
}

QRgb* line(uchar* bits, std::ptrdiff_t bytesPerLine, int y) {
    return reinterpret_cast<QRgb*>(bits + y * bytesPerLine);
}

void drawSpots(QImage& image, const std::vector<Spot>& spots, const std::function<bool()>& stopped) {
    drawBands(image, spots, stopped,
              [&, width = image.width()](std::uint32_t i, int top, int bottom, uchar* bits, std::ptrdiff_t bytesPerLine) {
                  const Spot& spot = spots[i];
                  for (int y = std::max(top, spot.firstRow()); y <= std::min(bottom, spot.lastRow()); ++y)
                      drawRow(spot, static_cast<float>(y) + 0.5F - spot.y, width, line(bits, bytesPerLine, y));
              });
}

/// Four pixels that lie beside each other.
struct Group {
    QRgb colours[4];

    void layOn(QRgb* out) const {
#if defined(__SSE2__)
        static_assert(kPixelsAtOnce == 4);
        layOver(_mm_loadu_si128(reinterpret_cast<const __m128i*>(colours)), out);
#else
        for (int i = 0; i < 4; ++i) out[i] = over(colours[i], out[i]);
#endif
    }
};

/// The picture of all spots of one look whose radius and place between pixels are almost the same: its groups of pixels that are not clear,
/// row by row, in one list, which is laid on an image without a loop per row.
class Stamp {
public:
    Stamp(const Spot& spot, int pixelsPerLine)
        : m_left(spot.firstColumn()), m_top(spot.firstRow()), m_width((spot.lastColumn() - m_left + 4) / 4 * 4) {
        const Spot moved{spot.x - static_cast<float>(m_left), spot.y - static_cast<float>(m_top), spot.radius, spot.shades};
        std::vector<QRgb> pixels(static_cast<std::size_t>(m_width));
        for (int row = 0; row <= spot.lastRow() - m_top; ++row) {
            std::fill(pixels.begin(), pixels.end(), 0);
            drawRow(moved, static_cast<float>(row) + 0.5F - moved.y, m_width, pixels.data());
            m_firstOfRow.push_back(m_groups.size());
            for (int x = 0; x < m_width; x += 4) {
                Group group;
                std::copy_n(pixels.data() + x, 4, group.colours);
                if (std::all_of(group.colours, group.colours + 4, [](QRgb colour) { return colour == 0; })) continue;
                m_groups.push_back(group);
                m_columns.push_back(x);
                m_offsets.push_back(row * pixelsPerLine + x);
            }
        }
        m_firstOfRow.push_back(m_groups.size());
    }

    /// Lays the rows within [top, bottom] of the image where the centre lies in pixel (x, y).
    void lay(int x, int y, int top, int bottom, int width, uchar* bits, std::ptrdiff_t bytesPerLine) const {
        x += m_left;
        y += m_top;
        const int height = static_cast<int>(m_firstOfRow.size()) - 1;
        const int first = std::clamp(top - y, 0, height), last = std::clamp(bottom + 1 - y, first, height);
        QRgb* const out = reinterpret_cast<QRgb*>(bits + y * bytesPerLine) + x;
        const std::size_t end = m_firstOfRow[static_cast<std::size_t>(last)];
        for (std::size_t i = m_firstOfRow[static_cast<std::size_t>(first)]; i < end; ++i) {
            if (x >= 0 && x + m_width <= width) {
                m_groups[i].layOn(out + m_offsets[i]);
            } else {
                for (int k = 0; k < 4; ++k) {
                    const int column = x + m_columns[i] + k;
                    if (column >= 0 && column < width) out[m_offsets[i] + k] = over(m_groups[i].colours[k], out[m_offsets[i] + k]);
                }
            }
        }
    }

private:
    int m_left, m_top;  ///< of its first pixel, from the pixel that holds the centre
    int m_width;
    std::vector<Group> m_groups;
    std::vector<int> m_columns;
    std::vector<int> m_offsets;  ///< in the image
    std::vector<std::size_t> m_firstOfRow;
};

/// With so many, none is seen for itself: they are drawn at fourths of a pixel, with eighths of a pixel of radius up to four pixels and
/// fourths from there on. More kinds of stamps would not fit into a processor's own memory.
constexpr std::size_t kManySpots = 20'000;
constexpr int kPlacesPerPixel = 4;

/// Counts the radii that are drawn.
std::size_t radiusStep(float radius) {
    const float eighths = std::max(0.0F, radius) * 8.0F;
    return static_cast<std::size_t>(0.5F + (eighths < 32.0F ? eighths : 16.0F + 0.5F * eighths));
}

float radiusAt(std::size_t step) {
    const auto eighths = static_cast<float>(step);
    return (step < 32 ? eighths : 2.0F * eighths - 32.0F) / 8.0F;
}

void drawManySpots(QImage& image, const std::vector<Spot>& spots, const std::vector<Shades>& shades, const std::function<bool()>& stopped) {
    struct Placed {
        int x, y;  ///< the pixel that holds the centre
        std::uint32_t stamp;
    };
    float largest = 0.0F;
    for (const Spot& spot : spots) largest = std::max(largest, spot.radius);
    const std::size_t radii = radiusStep(largest) + 1;
    constexpr std::uint32_t kNone = ~0U;
    std::vector<std::uint32_t> known(shades.size() * radii * kPlacesPerPixel * kPlacesPerPixel, kNone);
    std::vector<Spot> kinds;
    std::vector<Placed> placed;
    placed.reserve(spots.size());
    const auto middle = [](int place) { return (static_cast<float>(place) + 0.5F) / kPlacesPerPixel; };
    for (const Spot& spot : spots) {
        const int x = floorOf(spot.x * kPlacesPerPixel), y = floorOf(spot.y * kPlacesPerPixel);
        const int inX = x & (kPlacesPerPixel - 1), inY = y & (kPlacesPerPixel - 1);
        const std::size_t radius = radiusStep(spot.radius);
        const std::size_t kind = static_cast<std::size_t>(spot.shades - shades.data()) * radii + radius;
        std::uint32_t& stamp =
            known[(kind * kPlacesPerPixel + static_cast<std::size_t>(inY)) * kPlacesPerPixel + static_cast<std::size_t>(inX)];
        if (stamp == kNone) {
            stamp = static_cast<std::uint32_t>(kinds.size());
            kinds.push_back({middle(inX), middle(inY), radiusAt(radius), spot.shades});
        }
        placed.push_back({(x - inX) / kPlacesPerPixel, (y - inY) / kPlacesPerPixel, stamp});
    }
    const auto pixelsPerLine = static_cast<int>(static_cast<std::size_t>(image.bytesPerLine()) / sizeof(QRgb));
    std::vector<std::optional<Stamp>> stamps(kinds.size());
    shareOut(static_cast<int>(kinds.size()), 0, [&] {
        return [&](int kind) {
            stamps[static_cast<std::size_t>(kind)].emplace(kinds[static_cast<std::size_t>(kind)], pixelsPerLine);
            return true;
        };
    });
    drawBands(image, spots, stopped,
              [&, width = image.width()](std::uint32_t i, int top, int bottom, uchar* bits, std::ptrdiff_t bytesPerLine) {
                  const Placed& at = placed[i];
                  stamps[at.stamp]->lay(at.x, at.y, top, bottom, width, bits, bytesPerLine);
              });
}

void drawEllipses(QPainter& painter, const std::vector<Disc>& discs, const std::vector<DiscLook>& looks,
                  const std::function<bool()>& stopped) {
    int look = -1;
    for (const Disc& disc : discs) {
        if (stopped()) return;
        if (disc.look != look) {
            look = disc.look;
            const DiscLook& of = looks[static_cast<std::size_t>(look)];
            painter.setBrush(of.fill.alpha() == 0 ? QBrush(Qt::NoBrush) : QBrush(of.fill));
            painter.setPen(of.line.alpha() == 0 || !(of.lineWidth > 0.0) ? QPen(Qt::NoPen) : QPen(of.line, of.lineWidth));
        }
        painter.drawEllipse(QPointF(disc.x, disc.y), disc.radius, disc.radius);
    }
}

}  // namespace

void drawDiscs(QPainter& painter, const std::vector<Disc>& discs, const std::vector<DiscLook>& looks,
               const std::function<bool()>& stopped) {
    QImage* image = plainImageOf(painter);
    const QTransform toPixels = painter.deviceTransform();
    const double scale = toPixels.m11();
    if (!image || !(scale > 0.0) || scale != toPixels.m22()) {
        drawEllipses(painter, discs, looks, stopped);
        return;
    }
    std::vector<Shades> shades;
    for (const DiscLook& look : looks) shades.emplace_back(look, scale);
    const auto factor = static_cast<float>(scale), dx = static_cast<float>(toPixels.dx()), dy = static_cast<float>(toPixels.dy());
    std::vector<Spot> spots;
    spots.reserve(discs.size());
    for (const Disc& disc : discs) {
        const Shades& of = shades[static_cast<std::size_t>(disc.look)];
        spots.push_back({disc.x * factor + dx, disc.y * factor + dy, fitting(disc.radius * factor + 0.5F * of.lineWidth), &of});
    }
    spots.size() > kManySpots ? drawManySpots(*image, spots, shades, stopped) : drawSpots(*image, spots, stopped);
}

}  // namespace mudeung
