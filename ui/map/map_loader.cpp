// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the boundaries only when workspace or cube changed.
#include "ui/map/map_loader.h"

#include <QCoreApplication>

#include "ui/map/result_map.h"

namespace mudeung {

namespace {

Result<CachedCity> cityFor(const std::shared_ptr<Workspace>& workspace, const Dataset& cube, CachedCity cache, Progress& progress) {
    const auto generation = workspace->generation();
    if (!generation) return generation.error();
    if (cache.city && cache.workspace.lock() == workspace && cache.generation == *generation && cache.cube == cube.id) return cache;
    const auto city = readCityShapes(*workspace, cube, progress);
    if (!city) return city.error();
    return CachedCity{workspace, *generation, cube.id, *city, readCubeFacts(*workspace, cube.id)};
}

BaseMapsPtr baseMaps(const MapStyle& style, const BaseMapsPtr& base) {
    return BaseMaps::open(style, base, QCoreApplication::instance()->thread());
}

}  // namespace

Result<Loaded> loadMap(const std::shared_ptr<Workspace>& workspace, const MapAnswers& answers, const MapStyle& style, CachedCity cache,
                       const BaseMapsPtr& base, Progress& progress) {
    auto city = cityFor(workspace, answers.byPlace->dataset, std::move(cache), progress);
    if (!city) return city.error();
    const auto data = makeMapData(city->facts, city->city, answers, style, progress);
    if (!data) return data.error();
    return Loaded{*city, *data, baseMaps(style, base)};
}

Result<Loaded> loadResult(const std::shared_ptr<Workspace>& workspace, const ShownResultPtr& shown, const MapStyle& style, CachedCity cache,
                          const BaseMapsPtr& base, Progress& progress) {
    const auto city = cityFor(workspace, shown->run->subject.dataset, std::move(cache), progress);
    if (!city) return city.error();
    const auto data = makeResultMap(*workspace, city->city, shown, style, progress);
    if (!data) return data.error();
    return Loaded{*city, *data, baseMaps(style, base)};
}

}  // namespace mudeung
