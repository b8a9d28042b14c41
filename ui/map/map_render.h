// SPDX-License-Identifier: GPL-3.0-or-later
// Maps and reports as files, without a window, drawn by the same layers as the canvas. The header shows no QGIS type.
#pragma once

#include <QImage>
#include <QJsonObject>
#include <memory>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/model/query.h"
#include "core/store/workspace.h"
#include "ui/common/map_style.h"
#include "ui/common/shown_result.h"

namespace mudeung {

/// The map of a query with title, legend (unit, bandwidth), scale bar, north arrow, as-of line, source and, for synthetic data, the
/// sample stamp. Usage error when the data cannot be drawn that way.
Result<QImage> renderMap(const std::shared_ptr<Workspace>& workspace, const Query& query, const MapStyle& style, QSize size,
                         Progress& progress);

/// How a map file is made.
struct MapFile {
    QSize size{1920, 1080};  ///< pixels at scale 1; PDF and SVG: units of 1/96 inch
    int scale = 1;           ///< 1 to 4: the same map in so many times more pixels each way (PNG only)
};
/// "png", "pdf", "svg".
QStringList mapFileSuffixes();
bool isMapFile(const QString& path);  ///< whether its name ends with one of them
/// Usage error when it cannot be drawn: sides of 640 × 480 to 16384 × 16384 in all, scale 1 to 4.
Status checkMapFile(const MapFile& file);

/// The map as renderMap() draws it, as PNG, PDF or SVG by the ending of `path`, with its receipt; whole or not at all. In PDF and SVG
/// titles, legend and scale bar are text, shapes are shapes, names of districts outlines, and a density is a picture.
Status writeMapFile(const std::shared_ptr<Workspace>& workspace, const Query& query, const MapStyle& style, const QString& path,
                    const MapFile& file, Progress& progress);

/// The same map with a result of an analysis in place of the numbers; the receipt is that of the result.
Result<QImage> renderResultMap(const std::shared_ptr<Workspace>& workspace, const ShownResultPtr& shown, const MapStyle& style, QSize size,
                               Progress& progress);
Status writeResultMapFile(const std::shared_ptr<QueryEngine>& engine, const ShownResultPtr& shown, const MapStyle& style,
                          const QString& path, const MapFile& file, Progress& progress);

/// Everything that decides how a map looks, for its receipt.
QJsonObject mapStyleJson(const MapStyle& style);

/// A4 pages: title with sources and hashes, map, group chart, hour chart where there are hours, top places, quality of the data; with its
/// receipt.
Status writeReport(const std::shared_ptr<Workspace>& workspace, const Query& query, const MapStyle& style, const QString& pdfPath,
                   Progress& progress);

}  // namespace mudeung
