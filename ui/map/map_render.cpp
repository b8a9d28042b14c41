// SPDX-License-Identifier: GPL-3.0-or-later
// A map as an image, from the workspace to the pixels.
#include "ui/map/map_render.h"

#include <QCoreApplication>

#include "ui/map/map_compose.h"

namespace mudeung {

Result<QImage> renderMap(const std::shared_ptr<Workspace>& workspace, const Query& query, const MapStyle& style, QSize size,
                         Progress& progress) {
    if (size.width() < 640 || size.height() < 480 || size.width() > 16384 || size.height() > 16384) {
        return Error{ErrorCode::Usage,
                     QCoreApplication::translate("Map", "A map of %1 × %2 pixels cannot be drawn: choose from 640 × 480 to 16384 × 16384.")
                         .arg(size.width())
                         .arg(size.height()),
                     QString()};
    }
    const auto data = loadMapData(workspace, query, style, progress);
    if (!data) return data.error();
    ComposeOptions options;
    options.size = size;
    return composeMap(*data, options);
}

}  // namespace mudeung
