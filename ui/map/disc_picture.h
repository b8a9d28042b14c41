// SPDX-License-Identifier: GPL-3.0-or-later
// Very many discs, each over those before: circles and dots of places. Knows no QGIS.
#pragma once

#include <QColor>
#include <functional>
#include <vector>

class QPainter;

namespace mudeung {

struct DiscLook {
    QColor fill;             ///< clear = none
    QColor line;             ///< clear = none
    double lineWidth = 0.0;  ///< in the units of the painter; its middle lies on the circle
};

/// In the coordinates of the painter.
struct Disc {
    float x = 0.0F;
    float y = 0.0F;
    float radius = 0.0F;
    int look = 0;  ///< which of the looks
};

enum class DiscOrder {
    AsGiven,
    LargestFirst,  ///< those of the same size as given
};

/// Draws the discs one over the other, antialiased. On an image they are written straight into its pixels, by bands on all processors, with
/// the same bits on any number. What a disc covers of a pixel follows from the distance to its circle: within a tenth of the area, over the
/// disc within a twentieth (a seventh where the radius is below a pixel). More than 20,000 are moved by up to an eighth of a pixel each. On
/// anything but a plain image QPainter draws ellipses. Ends early when `stopped` says so, which may be asked on any thread.
void drawDiscs(QPainter& painter, const std::vector<Disc>& discs, const std::vector<DiscLook>& looks, DiscOrder order,
               const std::function<bool()>& stopped);

}  // namespace mudeung
