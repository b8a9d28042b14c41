// SPDX-License-Identifier: GPL-3.0-or-later
// Polygons for the rows of an answer, from the boundary layers of the workspace. Knows no file.
#pragma once

#include <QHash>
#include <QString>
#include <memory>
#include <ogr_geometry.h>

#include "core/base/result.h"
#include "core/model/table.h"
#include "core/store/workspace.h"

namespace mudeung {

using OgrGeometryPtr = std::shared_ptr<const OGRGeometry>;

/// Multipolygons in EPSG:4326 by row key: dongs for an answer by dong; for one by place whose places are areas, those of their own kind,
/// or districts and provinces united from the dongs whose codes they begin. Of several layers the newest import counts. Empty when the
/// rows are points.
Result<QHash<QString, OgrGeometryPtr>> areaShapes(const Workspace& workspace, const Table& table);

/// Area on the ground in km² (EPSG:5186, the official plane of the middle of Korea); NaN when it cannot be projected.
double squareKilometres(const OGRGeometry& geometry);

}  // namespace mudeung
