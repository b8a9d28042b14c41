// SPDX-License-Identifier: GPL-3.0-or-later
// Maps and reports as files, without a window, drawn by the same layers as the canvas. The header shows no QGIS type.
#pragma once

#include <QImage>
#include <memory>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/model/query.h"
#include "core/store/workspace.h"
#include "ui/common/map_style.h"

namespace mudeung {

/// The map of a query with title, legend (unit, bandwidth), scale bar, north arrow, as-of line, source and, for synthetic data, the
/// sample stamp. Usage error when the data cannot be drawn that way.
Result<QImage> renderMap(const std::shared_ptr<Workspace>& workspace, const Query& query, const MapStyle& style, QSize size,
                         Progress& progress);

/// A4 pages: title with sources and hashes, map, group chart, hour chart where there are hours, top places, quality of the data.
Status writeReport(const std::shared_ptr<Workspace>& workspace, const Query& query, const MapStyle& style, const QString& pdfPath,
                   Progress& progress);

}  // namespace mudeung
