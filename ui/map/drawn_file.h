// SPDX-License-Identifier: GPL-3.0-or-later
// A drawing as PNG, PDF or SVG with its receipt, whole or not at all.
#pragma once

#include <QImage>
#include <functional>

#include "core/base/progress.h"
#include "core/receipt/receipt.h"
#include "ui/map/map_render.h"

class QPainter;

namespace mudeung {

struct Drawing {
    QString title;
    std::function<QImage(const MapFile&)> image;            ///< in `size` × `scale` pixels; null when there is not enough memory
    std::function<void(QPainter&, const MapFile&)> shapes;  ///< one unit per pixel at scale 1
};

/// The receipt of a map of a result: that of the result, with how and which part of it is drawn.
Result<Receipt> resultMapReceipt(QueryEngine& engine, const ShownResult& shown, const MapStyle& style, Progress& progress);

/// How the file is drawn, by the ending of its name; Usage error when it cannot be.
Result<MapFile> drawnFile(const QString& path, const MapFile& file);
Status writeDrawing(const Drawing& drawing, const QString& path, const MapFile& file, const Receipt& receipt, Progress& progress);

}  // namespace mudeung
