// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the polygon of a query's area from a file: GeoJSON or any other vector file that OGR reads.
#pragma once

#include <QString>

#include "core/base/result.h"

namespace mudeung {

/// The union of all polygons of the file's first layer as WKT (POLYGON or MULTIPOLYGON) in EPSG:4326, lon first.
/// A file without a CRS is taken as EPSG:4326. InputRefused when there is no polygon, Io when the file cannot be read.
Result<QString> readAreaFile(const QString& path);

}  // namespace mudeung
