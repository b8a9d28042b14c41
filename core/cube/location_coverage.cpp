// SPDX-License-Identifier: GPL-3.0-or-later
// Sums by place over the whole cube, split by whether the place is on the map.
#include "core/cube/location_coverage.h"

#include "core/cube/place_index.h"

namespace mudeung {

Result<LocationCoverage> locationCoverage(const Workspace& workspace, const Dataset& cube, int measure) {
    const auto places = locatePlaces(workspace, cube);
    if (!places) return places.error();
    const auto months = workspace.months(cube.id);
    if (!months) return months.error();
    std::vector<std::int64_t> sums(places->size(), 0);
    // The sums per day type hold the same numbers as the cells and are read a hundred times faster.
    const bool daily = cube.timeStep == TimeStep::Day;
    for (const MonthKey month : *months) {
        for (int group = 0; group < static_cast<int>(cube.scheme.groups.size()); ++group) {
            for (int type = daily ? 0 : kWholeStep; type < (daily ? kDayTypes : kWholeStep + 1); ++type) {
                const auto rollup = workspace.readRollup(cube.id, month, type, measure, group);
                if (!rollup) return rollup.error();
                for (int hour = 0; hour < rollup->hours; ++hour)
                    for (std::size_t p = 0; p < sums.size() && p < static_cast<std::size_t>(rollup->places); ++p)
                        sums[p] += rollup->sum[rollup->index(hour, static_cast<int>(p))];
            }
        }
    }
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
