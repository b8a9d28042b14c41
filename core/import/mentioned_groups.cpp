// SPDX-License-Identifier: GPL-3.0-or-later
// One pass to find the groups that are spoken of, one to close the gaps in the arrays.
#include "core/import/mentioned_groups.h"

#include <algorithm>

namespace mudeung {

namespace {

std::size_t planeSize(const MonthCells& m) {
    return static_cast<std::size_t>(m.days) * static_cast<std::size_t>(m.hours) * static_cast<std::size_t>(m.places);
}

bool mentions(const MonthCells& m, int group) {
    for (int measure = 0; measure < m.measures; ++measure) {
        const auto first = m.cells.begin() + static_cast<std::ptrdiff_t>(m.index(measure, group, 0, 0, 0));
        const auto last = first + static_cast<std::ptrdiff_t>(planeSize(m));
        if (std::any_of(first, last, [](std::int64_t c) { return c != kNotObserved; })) return true;
    }
    return false;
}

void keepGroups(MonthCells& m, const std::vector<int>& kept) {
    std::vector<std::int64_t> cells;
    cells.reserve(static_cast<std::size_t>(m.measures) * kept.size() * planeSize(m));
    for (int measure = 0; measure < m.measures; ++measure) {
        for (const int group : kept) {
            const auto first = m.cells.begin() + static_cast<std::ptrdiff_t>(m.index(measure, group, 0, 0, 0));
            cells.insert(cells.end(), first, first + static_cast<std::ptrdiff_t>(planeSize(m)));
        }
    }
    m.cells = std::move(cells);
    m.groups = static_cast<int>(kept.size());
}

}  // namespace

void dropUnmentionedGroups(CubeData& cube, std::vector<std::int64_t>& sums) {
    const GroupScheme scheme = cube.dataset.scheme;
    const int count = static_cast<int>(scheme.groups.size());
    std::vector<int> kept;
    for (int g = 0; g < count; ++g) {
        if (std::any_of(cube.months.begin(), cube.months.end(), [g](const auto& month) { return mentions(month.second, g); }))
            kept.push_back(g);
    }
    if (kept.empty() || static_cast<int>(kept.size()) == count) return;
    cube.dataset.scheme.groups.clear();
    for (const int g : kept) cube.dataset.scheme.groups.append(scheme.groups[g]);
    for (auto& [key, month] : cube.months) keepGroups(month, kept);
    std::vector<std::int64_t> shrunk;
    for (std::size_t slot = 0; slot < sums.size(); ++slot) {
        if (std::find(kept.begin(), kept.end(), static_cast<int>(slot % static_cast<std::size_t>(count))) != kept.end())
            shrunk.push_back(sums[slot]);
    }
    sums = std::move(shrunk);
}

}  // namespace mudeung
