// SPDX-License-Identifier: GPL-3.0-or-later
// Discs of places, as far as they touch the view of a render job.
#pragma once

#include <qgsmaptopixel.h>
#include <qgsrendercontext.h>
#include <vector>

#include "ui/map/disc_picture.h"

namespace mudeung {

class PlaceDiscs {
public:
    /// No disc has a radius of more than `largestRadius` pixels; about `count` will be added.
    PlaceDiscs(QgsRenderContext& context, double largestRadius, qsizetype count) : m_context(context), m_view(context.mapExtent()) {
        m_view.grow(largestRadius * context.mapToPixel().mapUnitsPerPixel());
        m_discs.reserve(static_cast<std::size_t>(count));
    }

    /// At a place of the map, `radius` in pixels.
    void add(const QPointF& at, double radius, int look) {
        double x = at.x(), y = at.y();
        if (!m_view.contains(x, y)) return;
        m_context.mapToPixel().transformInPlace(x, y);
        m_discs.push_back({static_cast<float>(x), static_cast<float>(y), static_cast<float>(radius), look});
    }

    void draw(const std::vector<DiscLook>& looks, DiscOrder order) const {
        drawDiscs(*m_context.painter(), m_discs, looks, order, [this] { return m_context.renderingStopped(); });
    }

private:
    QgsRenderContext& m_context;
    QgsRectangle m_view;
    std::vector<Disc> m_discs;
};

}  // namespace mudeung
