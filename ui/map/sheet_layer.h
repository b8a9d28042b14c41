// SPDX-License-Identifier: GPL-3.0-or-later
// Several picture layers drawn as one: a canvas lays one image over its ground instead of four, on the GUI thread, at every frame. Parts
// that show the city are kept as images, since most frames show another answer about the same view.
#pragma once

#include <atomic>
#include <vector>

#include "ui/map/picture_layer.h"

namespace mudeung {

class SheetLayer : public PictureLayer {
public:
    SheetLayer();
    /// Bottom first; the layers stay their owner's and outlive this one. They have their input already.
    void setParts(std::vector<PictureLayer*> parts) { m_parts = std::move(parts); }
    const std::vector<PictureLayer*>& parts() const { return m_parts; }
    /// The revision that was drawn last, from start to end.
    qint64 drawnRevision() const { return m_drawn->load(); }
    QgsMapLayerRenderer* createMapRenderer(QgsRenderContext& context) override;

private:
    std::vector<PictureLayer*> m_parts;
    std::shared_ptr<std::atomic<qint64>> m_drawn = std::make_shared<std::atomic<qint64>>(-1);
};

}  // namespace mudeung
