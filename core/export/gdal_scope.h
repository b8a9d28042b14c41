// SPDX-License-Identifier: GPL-3.0-or-later
// GDAL's errors and datasets, bound to a scope.
#pragma once

#include <cpl_error.h>
#include <gdal_priv.h>

namespace mudeung {

/// GDAL says nothing on stderr meanwhile; its last error can still be asked for.
struct QuietErrors {
    QuietErrors() { CPLPushErrorHandler(CPLQuietErrorHandler); }
    ~QuietErrors() { CPLPopErrorHandler(); }
    QuietErrors(const QuietErrors&) = delete;
    QuietErrors& operator=(const QuietErrors&) = delete;
};

/// For unique_ptr: closing writes what is left.
struct CloseDataset {
    void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};

}  // namespace mudeung
