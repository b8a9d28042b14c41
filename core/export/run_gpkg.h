// SPDX-License-Identifier: GPL-3.0-or-later
// The main table of a result as a GeoPackage.
#pragma once

#include "core/export/gpkg_file.h"
#include "core/runs/run.h"

namespace mudeung {

/// One layer in EPSG:4326 with code, name and one field per column; rows without a known spot have no geometry. Categories become two
/// fields, the id and `<column>_name`.
Status writeRunGpkg(const QString& path, const Workspace& workspace, const Run& run, const AnalysisView& view, const Receipt& receipt,
                    Progress& progress);

}  // namespace mudeung
