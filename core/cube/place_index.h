// SPDX-License-Identifier: GPL-3.0-or-later
// Where the places of a cube are: joined by code to the layers of the workspace, and the dong that each lies in.
#pragma once

#include <QHash>
#include <QSet>
#include <memory>
#include <vector>

#include "core/base/result.h"
#include "core/store/workspace.h"

namespace mudeung {

struct LocatedPlace {
    QString code;
    QString name;
    double lon = kNoCoordinate;
    double lat = kNoCoordinate;
    QString dong;  ///< 10-digit code of the dong that holds it; empty when outside or not located
    QString dongName;
    bool namesake = false;  ///< another place of the cube has the same name, as stops on either side of a street have
    bool located() const { return lon == lon; }
};

/// Joins by code only, never by name: same place kind, feature code or alias equal to the trimmed place code.
/// A dong or district cube joins the polygons by code prefix. Order of the result = place index of the cube.
/// Layers of another city that happen to use the same numbers are left out (see the README).
Result<std::vector<LocatedPlace>> locatePlaces(const Workspace& workspace, const Dataset& cube);

/// Codes among `places` that a layer of this kind puts on the map, by the same rules; before a cube is stored.
Result<QSet<QString>> codesOnMap(const Workspace& workspace, const PlaceKind& kind, const std::vector<Place>& places);

/// The dongs that the workspace's boundary layers know, by code; of several editions the newest import counts.
struct DongInfo {
    QString code;
    QString name;
    double lon = kNoCoordinate;
    double lat = kNoCoordinate;
};
Result<std::vector<DongInfo>> knownDongs(const Workspace& workspace);

}  // namespace mudeung
