// SPDX-License-Identifier: GPL-3.0-or-later
// The work behind a new picture in the window: boundaries, snapshot, base map files. Runs off the GUI thread.
#pragma once

#include <memory>

#include "ui/common/shown_result.h"
#include "ui/map/base_maps.h"
#include "ui/map/cube_facts.h"

namespace mudeung {

/// Boundaries and facts of a cube with what they were read for, so that a change of the query does not read them again.
struct CachedCity {
    std::weak_ptr<Workspace> workspace;
    qint64 generation = -1;
    QString cube;
    CityShapesPtr city;
    CubeFacts facts;
};

/// All that a map needs, made off the GUI thread.
struct Loaded {
    CachedCity cache;
    MapDataPtr data;
    BaseMapsPtr base;
};

/// The same for a result of an analysis, which needs no answer.
Result<Loaded> loadResult(const std::shared_ptr<Workspace>& workspace, const ShownResultPtr& shown, const MapStyle& style, CachedCity cache,
                          const BaseMapsPtr& base, Progress& progress);

/// `cache` and `base` are what an earlier call gave; layers of base maps belong to the GUI thread afterwards.
Result<Loaded> loadMap(const std::shared_ptr<Workspace>& workspace, const MapAnswers& answers, const MapStyle& style, CachedCity cache,
                       const BaseMapsPtr& base, Progress& progress);

}  // namespace mudeung
