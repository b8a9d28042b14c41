// SPDX-License-Identifier: GPL-3.0-or-later
// How much of a cube can be put on the map: places without coordinates and what they hold. For the quality report.
#pragma once

#include <QStringList>

#include "core/base/result.h"
#include "core/store/workspace.h"

namespace mudeung {

/// Sums are stored integers (value × 10^decimals); for a level measure they are sums over observed cells, fit for shares only.
struct LocationCoverage {
    qint64 places = 0;
    qint64 placesWithoutCoordinates = 0;
    std::int64_t totalSum = 0;
    std::int64_t unlocatedSum = 0;
    QStringList unknownCodes;  ///< codes of the places without coordinates, in place order
    double unlocatedShare() const { return totalSum == 0 ? 0.0 : static_cast<double>(unlocatedSum) / static_cast<double>(totalSum); }
};

/// Over all months, hours and groups of one measure. Reads the workspace as it is now; call it after the import has committed.
Result<LocationCoverage> locationCoverage(const Workspace& workspace, const Dataset& cube, int measure);

}  // namespace mudeung
