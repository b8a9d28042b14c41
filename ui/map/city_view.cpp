// SPDX-License-Identifier: GPL-3.0-or-later
// The scale at which the city fits, then where its middle goes.
#include "ui/map/city_view.h"

#include <algorithm>

#include "ui/map/map_cards.h"

namespace mudeung {

namespace {
constexpr double kBanner = 26.0;  ///< at the top: the title of a result, the label of a frame, a message; the city's own margin is the rest
constexpr double kTools = 30.0;   ///< at the left
}  // namespace

QgsRectangle cityAlone(const QgsRectangle& city, const QSizeF& size, double strip, const QSizeF& legend) {
    const double covered = std::min(size.height() / 3.0, strip), top = std::min(size.height() / 8.0, kBanner),
                 left = std::min(size.width() / 8.0, kTools);
    const double perPixel = std::max(city.width() / (size.width() - left), city.height() / (size.height() - covered - top));
    const double besides = std::min((size.width() - left) * perPixel - city.width(), legend.width() * perPixel);
    const double below = std::min((size.height() - covered - top) * perPixel - city.height(), legend.height() * perPixel);
    const QgsPointXY centre(city.center().x() - (left * perPixel + besides) / 2.0,
                            city.center().y() - ((covered - top) * perPixel + below) / 2.0);
    return QgsRectangle::fromCenterAndSize(centre, size.width() * perPixel, size.height() * perPixel);
}

QgsRectangle cityBeside(const QgsRectangle& city, const QSizeF& size, double left, double top) {
    const double tools = std::min(size.width() / 3.0, left), caption = std::min(size.height() / 3.0, top);
    const double perPixel = std::max(city.width() / (size.width() - tools), city.height() / (size.height() - caption));
    const QgsPointXY centre(city.center().x() - tools / 2.0 * perPixel, city.center().y() + caption / 2.0 * perPixel);
    return QgsRectangle::fromCenterAndSize(centre, size.width() * perPixel, size.height() * perPixel);
}

bool hidesLessAtRight(const MapData& data, const QgsMapToPixel& toPixel, const QRect& left, const QRect& right, bool isRight) {
    if (right.top() < 0) return false;
    const auto covered = [&](const QRect& box) {
        constexpr int kSamples = 8;
        int city = 0;
        for (int row = 0; row < kSamples; ++row)
            for (int column = 0; column < kSamples; ++column) {
                const double x = box.left() + box.width() * (column + 0.5) / kSamples,
                             y = box.top() + box.height() * (row + 0.5) / kSamples;
                city += dongAt(data, toPixel.toMapCoordinates(x, y)) >= 0;
            }
        return city;
    };
    constexpr double kClearly = 0.6;
    const double atLeft = covered(left), atRight = covered(right);
    return isRight ? atRight < atLeft : atRight < atLeft * kClearly;
}

}  // namespace mudeung
