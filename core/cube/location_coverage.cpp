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
    for (const MonthKey month : *months) {
        for (int group = 0; group < static_cast<int>(cube.scheme.groups.size()); ++group) {
            const auto cells = workspace.readMonth(cube.id, month, measure, {group});
            if (!cells) return cells.error();
            const std::size_t width = static_cast<std::size_t>(cells->places);
            for (std::size_t at = 0; width > 0 && at < cells->cells.size(); at += width)
                for (std::size_t p = 0; p < width && p < sums.size(); ++p)
                    if (cells->cells[at + p] != kNotObserved) sums[p] += cells->cells[at + p];
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
