// SPDX-License-Identifier: GPL-3.0-or-later
// The parts in order; images of those that stay.
#include "ui/map/sheet_layer.h"

#include <QPainter>
#include <qgsrendercontext.h>

namespace mudeung {
namespace {

struct Part {
    DrawPicture draw;
    PictureInput input;
    std::shared_ptr<KeptImage> kept;  ///< null = drawn each time
    qint64 revision = 0;
};

void paintPart(const Part& part, QgsRenderContext& context) {
    QPainter& painter = *context.painter();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    part.draw(context, part.input);
    painter.restore();
}

/// The image of a part for this view, where an image is painted on; null when drawing it was stopped.
QImage imageOf(const Part& part, const QgsRenderContext& context) {
    const auto& device = *static_cast<const QImage*>(context.painter()->device());
    const KeptImage::View view{part.revision, context.mapExtent(), QSize(device.width(), device.height()), device.devicePixelRatioF(),
                               context.scaleFactor()};
    QImage image = part.kept->get(view);
    if (!image.isNull()) return image;
    image = QImage(view.size, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(view.pixelRatio);
    image.setDotsPerMeterX(device.dotsPerMeterX());  // letters follow it
    image.setDotsPerMeterY(device.dotsPerMeterY());
    image.fill(Qt::transparent);
    QPainter painter(&image);
    QgsRenderContext own(context);
    own.setPainter(&painter);
    paintPart(part, own);
    painter.end();
    if (context.renderingStopped()) return {};
    part.kept->set(view, image);
    return image;
}

class SheetRenderer : public QgsMapLayerRenderer {
public:
    SheetRenderer(const QString& id, QgsRenderContext& context, std::vector<Part> parts)
        : QgsMapLayerRenderer(id, &context), m_parts(std::move(parts)) {}

    bool render() override {
        QgsRenderContext& context = *renderContext();
        if (!context.painter()) return true;
        const bool keeps = context.painter()->device()->devType() == QInternal::Image;
        for (const Part& part : m_parts) {
            if (context.renderingStopped()) return false;
            if (!part.input.data) continue;
            const QImage image = part.kept && keeps ? imageOf(part, context) : QImage();
            if (image.isNull()) {
                paintPart(part, context);
            } else {
                context.painter()->drawImage(QPointF(), image);
            }
        }
        return !context.renderingStopped();
    }

private:
    std::vector<Part> m_parts;
};

}  // namespace

SheetLayer::SheetLayer() : PictureLayer(QStringLiteral("sheet"), {}) {}

QgsMapLayerRenderer* SheetLayer::createMapRenderer(QgsRenderContext& context) {
    std::vector<Part> parts;
    for (const PictureLayer* layer : m_parts) {
        if (!layer->isInScaleRange(context.rendererScale())) continue;
        parts.push_back({layer->drawing(), layer->input(), layer->keptImage(), layer->revision()});
    }
    return new SheetRenderer(id(), context, std::move(parts));
}

}  // namespace mudeung
