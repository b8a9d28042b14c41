// SPDX-License-Identifier: GPL-3.0-or-later
// Sums by place over the whole cube, split by whether the place is on the map.
#include "core/cube/location_coverage.h"

#include <optional>

#include "core/cube/place_index.h"

namespace mudeung {

Result<LocationCoverage> locationCoverage(const Workspace& workspace, const Dataset& cube, int measure) {
    const auto places = locatePlaces(workspace, cube);
    if (!places) return places.error();
    std::vector<std::int64_t> sums(places->size(), 0);
    // The sums per day type hold the same numbers as the cells, those of all groups together a seventh of the bytes of ages.
    std::optional<Error> damage;
    const auto take = [&sums](MonthKey, int, const Rollup& rollup) {
        for (int hour = 0; hour < rollup.hours; ++hour)
            for (std::size_t p = 0; p < sums.size() && p < static_cast<std::size_t>(rollup.places); ++p)
                sums[p] += rollup.sum[rollup.index(hour, static_cast<int>(p))];
    };
    const auto damaged = [&damage](MonthKey, const Error& error) {
        if (!damage) damage = error;
    };
    const std::vector<int> groups{cube.scheme.groups.size() > 1 ? kEveryGroup : 0};
    if (const Status read = workspace.eachRollup(cube.id, measure, groups, take, damaged); !read) return read.error();
    if (damage) return *damage;
    LocationCoverage coverage;
    coverage.places = static_cast<qint64>(places->size());
    for (std::size_t p = 0; p < sums.size(); ++p) {
        coverage.totalSum += sums[p];
        if ((*places)[p].located()) continue;
        ++coverage.placesWithoutCoordinates;
        coverage.unlocatedSum += sums[p];
        coverage.unknownCodes << (*places)[p].code;
    }
    return coverage;
}

}  // namespace mudeung
