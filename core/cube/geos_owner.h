// SPDX-License-Identifier: GPL-3.0-or-later
// Owners of GEOS' handles, so that no path leaks them.
#pragma once

#include <geos_c.h>
#include <memory>
#include <type_traits>

namespace mudeung {

struct GeosDeleter {
    GEOSContextHandle_t handle;
    void operator()(GEOSGeometry* g) const { GEOSGeom_destroy_r(handle, g); }
    void operator()(const GEOSPreparedGeometry* g) const { GEOSPreparedGeom_destroy_r(handle, g); }
    void operator()(GEOSSTRtree* t) const { GEOSSTRtree_destroy_r(handle, t); }
};
using GeosGeometry = std::unique_ptr<GEOSGeometry, GeosDeleter>;
using GeosPrepared = std::unique_ptr<const GEOSPreparedGeometry, GeosDeleter>;
using GeosTree = std::unique_ptr<GEOSSTRtree, GeosDeleter>;

struct GeosFinish {
    void operator()(GEOSContextHandle_t handle) const { GEOS_finish_r(handle); }
};
using GeosContext = std::unique_ptr<std::remove_pointer_t<GEOSContextHandle_t>, GeosFinish>;

}  // namespace mudeung
