// SPDX-License-Identifier: GPL-3.0-or-later
// What a painter may have been told that writing into its image would not know.
#include "ui/map/direct_pixels.h"

#include <QImage>
#include <QPainter>

namespace mudeung {

QImage* plainImageOf(const QPainter& painter) {
    QPaintDevice* device = painter.device();
    if (!device || device->devType() != QInternal::Image) return nullptr;
    auto* image = static_cast<QImage*>(device);
    const bool plain = image->format() == QImage::Format_ARGB32_Premultiplied && painter.deviceTransform().type() <= QTransform::TxScale &&
                       painter.compositionMode() == QPainter::CompositionMode_SourceOver && !painter.hasClipping() &&
                       painter.opacity() >= 1.0;
    return plain ? image : nullptr;
}

}  // namespace mudeung
