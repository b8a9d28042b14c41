// SPDX-License-Identifier: GPL-3.0-or-later
// A layer drawn alone, as QGIS draws it: for tests of files that carry their look.
#pragma once

#include <QImage>
#include <QPainter>
#include <QSet>
#include <qgsmaprenderercustompainterjob.h>
#include <qgsmapsettings.h>
#include <qgsvectorlayer.h>

namespace mudeung::test {

/// On white, 900 × 700.
inline QImage drawn(QgsVectorLayer& layer) {
    QgsMapSettings settings;
    settings.setOutputSize(QSize(900, 700));
    settings.setDestinationCrs(layer.crs());
    QgsRectangle extent = layer.extent();
    extent.scale(1.2);
    settings.setExtent(extent);
    settings.setLayers({&layer});
    settings.setBackgroundColor(Qt::white);
    QImage image(settings.outputSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    QgsMapRendererCustomPainterJob job(settings, &painter);
    job.renderSynchronously();
    return image;
}

/// Different colours of every second pixel of every second row.
inline int colorsIn(const QImage& image) {
    QSet<QRgb> colors;
    for (int y = 0; y < image.height(); y += 2)
        for (int x = 0; x < image.width(); x += 2) colors.insert(image.pixel(x, y));
    return static_cast<int>(colors.size());
}

}  // namespace mudeung::test
