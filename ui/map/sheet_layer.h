// SPDX-License-Identifier: GPL-3.0-or-later
// Several picture layers drawn as one: a canvas lays one image over its ground instead of four, on the GUI thread, at every frame. Parts
// that show the city are kept as images, since most frames show another answer about the same view.
#pragma once

#include <vector>

#include "ui/map/picture_layer.h"

namespace mudeung {

class SheetLayer : public PictureLayer {
public:
    SheetLayer();
    /// Bottom first; the layers stay their owner's and outlive this one. They have their input already.
    void setParts(std::vector<PictureLayer*> parts) { m_parts = std::move(parts); }
    const std::vector<PictureLayer*>& parts() const { return m_parts; }
    QgsMapLayerRenderer* createMapRenderer(QgsRenderContext& context) override;

private:
    std::vector<PictureLayer*> m_parts;
};

}  // namespace mudeung
