// SPDX-License-Identifier: GPL-3.0-or-later
// The parts in order; one image of those that stay and lie on each other.
#include "ui/map/sheet_layer.h"

#include <QPainter>
#include <algorithm>
#include <qgsrendercontext.h>
#include <span>

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

/// The image of parts that are kept, for this view, where an image is painted on; null when drawing it was stopped.
QImage imageOf(std::span<const Part> parts, const QgsRenderContext& context) {
    const auto& device = *static_cast<const QImage*>(context.painter()->device());
    KeptImage::View view{
        {}, context.mapExtent(), QSize(device.width(), device.height()), device.devicePixelRatioF(), context.scaleFactor()};
    for (const Part& part : parts) view.layers.emplace_back(part.kept.get(), part.revision);
    QImage image = parts.front().kept->get(view);
    if (!image.isNull()) return image;
    image = QImage(view.size, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(view.pixelRatio);
    image.setDotsPerMeterX(device.dotsPerMeterX());  // letters follow it
    image.setDotsPerMeterY(device.dotsPerMeterY());
    image.fill(Qt::transparent);
    QPainter painter(&image);
    QgsRenderContext own(context);
    own.setPainter(&painter);
    for (const Part& part : parts)
        if (!context.renderingStopped()) paintPart(part, own);
    painter.end();
    if (context.renderingStopped()) return {};
    parts.front().kept->set(view, image);
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
        for (auto part = m_parts.begin(); part != m_parts.end();) {
            if (context.renderingStopped()) return false;
            const auto next = keeps && part->kept ? std::find_if(part, m_parts.end(), [](const Part& p) { return !p.kept; }) : part + 1;
            const QImage image = keeps && part->kept ? imageOf({part, next}, context) : QImage();
            if (image.isNull()) {
                paintPart(*part, context);
            } else {
                context.painter()->drawImage(QPointF(), image);
            }
            part = next;
        }
        return !context.renderingStopped();
    }

private:
    std::vector<Part> m_parts;  ///< with data
};

}  // namespace

SheetLayer::SheetLayer() : PictureLayer(QStringLiteral("sheet"), {}) {}

QgsMapLayerRenderer* SheetLayer::createMapRenderer(QgsRenderContext& context) {
    std::vector<Part> parts;
    for (const PictureLayer* layer : m_parts) {
        if (!layer->isInScaleRange(context.rendererScale()) || !layer->input().data) continue;
        parts.push_back({layer->drawing(), layer->input(), layer->keptImage(), layer->revision()});
    }
    return new SheetRenderer(id(), context, std::move(parts));
}

}  // namespace mudeung
