// SPDX-License-Identifier: GPL-3.0-or-later
// A result of an analysis on one page: map, charts, what was found, what it does not say. The header shows no QGIS type.
#pragma once

#include <memory>

#include "core/cube/query_engine.h"
#include "ui/map/map_render.h"

namespace mudeung {

/// PNG, PDF or SVG by the ending of `path`, with the receipt of the result. Without a part that lies on the map the charts take its place.
Status writeResultSheet(const std::shared_ptr<QueryEngine>& engine, const ShownResultPtr& shown, const MapStyle& style, const QString& path,
                        const MapFile& file, Progress& progress);

}  // namespace mudeung
