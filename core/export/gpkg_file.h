// SPDX-License-Identifier: GPL-3.0-or-later
// The places or areas of an answer as a GeoPackage (OGC 12-128) that opens in QGIS with its style.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/receipt/receipt.h"

namespace mudeung {

/// Key of the receipt in the metadata of the file (gpkg_metadata, as GDAL writes it).
constexpr char kGpkgReceiptKey[] = "MUDEUNG_RECEIPT";

/// One layer in EPSG:4326, points or multipolygons, with code, name, value, rank, share, sum, observed, and value_per_km2 for areas of a
/// quantity. Rows without a known spot are written without geometry, so that the sums stay whole. Usage error for other breakdowns.
Status writeGpkg(const QString& path, const Workspace& workspace, const Table& shown, const Receipt& receipt, Progress& progress);

}  // namespace mudeung
