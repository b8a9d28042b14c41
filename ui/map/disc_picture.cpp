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

#include "core/analysis/math/largest_first.h"
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

/// From the coordinates of the painter to pixels.
struct ToSpot {
    const std::vector<Shades>& shades;
    float scale = 1.0F, dx = 0.0F, dy = 0.0F;

    Spot operator()(const Disc& disc) const {
        const Shades& of = shades[static_cast<std::size_t>(disc.look)];
        return {disc.x * scale + dx, disc.y * scale + dy, fitting(disc.radius * scale + 0.5F * of.lineWidth), &of};
    }
};

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

struct Rows {
    int first = 0;
    int last = 0;
};

/// Calls draw(i, band, bits, bytesPerLine) for every disc i < count that touches a band of the image, in their order, bands side by side;
/// `rowsOf` says where discs lie.
template <typename RowsOf, typename Draw>
void drawBands(QImage& image, std::size_t count, const RowsOf& rowsOf, const Draw& draw, const std::function<bool()>& stopped) {
    const int height = image.height();
    std::vector<std::vector<std::uint32_t>> bands(static_cast<std::size_t>((height + kRowsPerBand - 1) / kRowsPerBand));
    for (std::size_t i = 0; i < count; ++i) {
        const Rows rows = rowsOf(i);
        const int first = std::max(0, rows.first), last = std::min(height - 1, rows.last);
        for (int band = first / kRowsPerBand; first <= last && band <= last / kRowsPerBand; ++band)
            bands[static_cast<std::size_t>(band)].push_back(static_cast<std::uint32_t>(i));
    }
    const auto bytesPerLine = static_cast<std::ptrdiff_t>(image.bytesPerLine());
    auto* bits = const_cast<uchar*>(image.constBits());
    shareOut(static_cast<int>(bands.size()), 0, [&] {
        return [&](int band) {
            if (stopped()) return false;
            const Rows rows{band * kRowsPerBand, std::min(height, (band + 1) * kRowsPerBand) - 1};
            for (const std::uint32_t i : bands[static_cast<std::size_t>(band)]) draw(i, rows, bits, bytesPerLine);
            return true;
        };
    });
}

void drawSpots(QImage& image, const std::vector<Spot>& spots, const std::function<bool()>& stopped) {
    const auto rowsOf = [&](std::size_t i) { return Rows{spots[i].firstRow(), spots[i].lastRow()}; };
    const auto draw = [&, width = image.width()](std::uint32_t i, Rows band, uchar* bits, std::ptrdiff_t bytesPerLine) {
        const Spot& spot = spots[i];
        for (int y = std::max(band.first, spot.firstRow()); y <= std::min(band.last, spot.lastRow()); ++y)
            drawRow(spot, static_cast<float>(y) + 0.5F - spot.y, width, reinterpret_cast<QRgb*>(bits + y * bytesPerLine));
    };
    drawBands(image, spots.size(), rowsOf, draw, stopped);
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

    Rows rows() const { return {m_top, m_top + static_cast<int>(m_firstOfRow.size()) - 2}; }  ///< from the one that holds the centre

    /// Lays the rows of a band of the image where the centre lies in pixel (x, y).
    void lay(int x, int y, Rows band, int width, uchar* bits, std::ptrdiff_t bytesPerLine) const {
        x += m_left;
        y += m_top;
        const int height = static_cast<int>(m_firstOfRow.size()) - 1;
        const int first = std::clamp(band.first - y, 0, height), last = std::clamp(band.last + 1 - y, first, height);
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
std::uint32_t radiusStep(float radius) {
    const float eighths = std::max(0.0F, radius) * 8.0F;
    return static_cast<std::uint32_t>(0.5F + (eighths < 32.0F ? eighths : 16.0F + 0.5F * eighths));
}

float radiusAt(std::uint32_t step) {
    const auto eighths = static_cast<float>(step);
    return (step < 32 ? eighths : 2.0F * eighths - 32.0F) / 8.0F;
}

/// Where discs are drawn as stamps.
class Stamping {
public:
    Stamping(const std::vector<Shades>& shades, const ToSpot& toSpot) : m_shades(shades), m_toSpot(toSpot) {}

    void draw(QImage& image, const std::vector<Disc>& discs, DiscOrder order, const std::function<bool()>& stopped) {
        place(discs, order);
        const auto pixelsPerLine = static_cast<int>(static_cast<std::size_t>(image.bytesPerLine()) / sizeof(QRgb));
        std::vector<std::optional<Stamp>> stamps(m_kinds.size());
        shareOut(static_cast<int>(m_kinds.size()), 0, [&] {
            return [&](int kind) {
                stamps[static_cast<std::size_t>(kind)].emplace(m_kinds[static_cast<std::size_t>(kind)], pixelsPerLine);
                return true;
            };
        });
        const auto rowsOf = [&](std::size_t i) {
            const Rows rows = stamps[m_placed[i].stamp]->rows();
            return Rows{m_placed[i].y + rows.first, m_placed[i].y + rows.last};
        };
        const auto lay = [&, width = image.width()](std::uint32_t i, Rows band, uchar* bits, std::ptrdiff_t bytesPerLine) {
            const Placed& at = m_placed[i];
            stamps[at.stamp]->lay(at.x, at.y, band, width, bits, bytesPerLine);
        };
        drawBands(image, m_placed.size(), rowsOf, lay, stopped);
    }

private:
    struct Placed {
        int x, y;  ///< the pixel that holds the centre
        std::uint32_t stamp;
    };

    /// Fills m_placed in the order of drawing, and the kinds of stamps.
    void place(const std::vector<Disc>& discs, DiscOrder order) {
        std::vector<Spot> spots;
        std::vector<std::uint32_t> steps;
        spots.reserve(discs.size());
        steps.reserve(discs.size());
        std::uint32_t most = 0;
        for (const Disc& disc : discs) {
            spots.push_back(m_toSpot(disc));
            steps.push_back(radiusStep(spots.back().radius));
            most = std::max(most, steps.back());
        }
        m_radii = most + 1;
        m_known.assign(m_shades.size() * m_radii * kPlacesPerPixel * kPlacesPerPixel, kNone);
        m_placed.resize(discs.size());
        if (order == DiscOrder::AsGiven) {
            for (std::size_t i = 0; i < spots.size(); ++i) m_placed[i] = placed(spots[i], steps[i]);
            return;
        }
        // Radii are few: where the discs of each begin.
        std::vector<std::size_t> next(m_radii + 1, 0);
        for (const std::uint32_t step : steps) ++next[m_radii - step];
        for (std::size_t i = 1; i < next.size(); ++i) next[i] += next[i - 1];
        for (std::size_t i = 0; i < spots.size(); ++i) m_placed[next[most - steps[i]]++] = placed(spots[i], steps[i]);
    }

    Placed placed(const Spot& spot, std::uint32_t radius) {
        const int x = floorOf(spot.x * kPlacesPerPixel), y = floorOf(spot.y * kPlacesPerPixel);
        const int inX = x & (kPlacesPerPixel - 1), inY = y & (kPlacesPerPixel - 1);
        const std::size_t look = static_cast<std::size_t>(spot.shades - m_shades.data());
        const std::size_t place = static_cast<std::size_t>(inY * kPlacesPerPixel + inX);
        std::uint32_t& stamp = m_known[(look * m_radii + radius) * kPlacesPerPixel * kPlacesPerPixel + place];
        if (stamp == kNone) {
            stamp = static_cast<std::uint32_t>(m_kinds.size());
            const auto middle = [](int part) { return (static_cast<float>(part) + 0.5F) / kPlacesPerPixel; };
            m_kinds.push_back({middle(inX), middle(inY), radiusAt(radius), spot.shades});
        }
        return {(x - inX) / kPlacesPerPixel, (y - inY) / kPlacesPerPixel, stamp};
    }

    static constexpr std::uint32_t kNone = ~0U;
    const std::vector<Shades>& m_shades;
    const ToSpot& m_toSpot;
    std::size_t m_radii = 0;
    std::vector<std::uint32_t> m_known;  ///< the kind by look, radius and place
    std::vector<Spot> m_kinds;
    std::vector<Placed> m_placed;
};

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

std::vector<Disc> inOrderOfSize(const std::vector<Disc>& discs) {
    std::vector<double> radii;
    radii.reserve(discs.size());
    for (const Disc& disc : discs) radii.push_back(disc.radius);
    std::vector<Disc> ordered;
    ordered.reserve(discs.size());
    for (const int i : largestFirst(radii)) ordered.push_back(discs[static_cast<std::size_t>(i)]);
    return ordered;
}

}  // namespace

void drawDiscs(QPainter& painter, const std::vector<Disc>& discs, const std::vector<DiscLook>& looks, DiscOrder order,
               const std::function<bool()>& stopped) {
    QImage* image = plainImageOf(painter);
    const QTransform toPixels = painter.deviceTransform();
    const double scale = toPixels.m11();
    const bool direct = image && scale > 0.0 && scale == toPixels.m22(), many = direct && discs.size() > kManySpots;
    std::vector<Disc> ordered;
    if (order == DiscOrder::LargestFirst && !many) ordered = inOrderOfSize(discs);
    const std::vector<Disc>& inOrder = ordered.empty() ? discs : ordered;
    if (!direct) {
        drawEllipses(painter, inOrder, looks, stopped);
        return;
    }
    std::vector<Shades> shades;
    for (const DiscLook& look : looks) shades.emplace_back(look, scale);
    const ToSpot toSpot{shades, static_cast<float>(scale), static_cast<float>(toPixels.dx()), static_cast<float>(toPixels.dy())};
    if (many) {
        Stamping(shades, toSpot).draw(*image, discs, order, stopped);
        return;
    }
    std::vector<Spot> spots;
    spots.reserve(inOrder.size());
    for (const Disc& disc : inOrder) spots.push_back(toSpot(disc));
    drawSpots(*image, spots, stopped);
}

}  // namespace mudeung
