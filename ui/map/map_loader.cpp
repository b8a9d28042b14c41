// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the boundaries only when workspace or cube changed.
#include "ui/map/map_loader.h"

#include <QCoreApplication>

namespace mudeung {

Result<Loaded> loadMap(const std::shared_ptr<Workspace>& workspace, const MapAnswers& answers, const MapStyle& style, CachedCity cache,
                       const BaseMapsPtr& base, Progress& progress) {
    const auto generation = workspace->generation();
    if (!generation) return generation.error();
    const Dataset& cube = answers.byPlace->dataset;
    if (!cache.city || cache.workspace.lock() != workspace || cache.generation != *generation || cache.cube != cube.id) {
        const auto city = readCityShapes(*workspace, cube, progress);
        if (!city) return city.error();
        cache = {workspace, *generation, cube.id, *city, readCubeFacts(*workspace, cube.id)};
    }
    const auto data = makeMapData(cache.facts, cache.city, answers, style, progress);
    if (!data) return data.error();
    return Loaded{cache, *data, BaseMaps::open(style, base, QCoreApplication::instance()->thread())};
}

}  // namespace mudeung
