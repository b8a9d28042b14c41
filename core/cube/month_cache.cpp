// SPDX-License-Identifier: GPL-3.0-or-later
// Loads months from the store, outside the lock, and keeps what was used last.
#include "core/cube/month_cache.h"

#include <algorithm>

namespace mudeung {

namespace {

std::shared_ptr<const GroupCells> extract(const MonthCells& month, int group) {
    auto cells = std::make_shared<GroupCells>();
    cells->days = month.days;
    cells->hours = month.hours;
    cells->places = month.places;
    const std::size_t size = static_cast<std::size_t>(month.days) * month.hours * month.places;
    const auto first = month.cells.begin() + static_cast<std::ptrdiff_t>(size) * group;
    const auto last = first + static_cast<std::ptrdiff_t>(size);
    const bool fits = std::all_of(first, last, [](std::int64_t v) { return v == kNotObserved || (v > INT32_MIN && v <= INT32_MAX); });
    if (!fits) {
        cells->wide.assign(first, last);
        return cells;
    }
    cells->narrow.resize(size);
    std::transform(first, last, cells->narrow.begin(),
                   [](std::int64_t v) { return v == kNotObserved ? GroupCells::kNarrowNotObserved : static_cast<std::int32_t>(v); });
    return cells;
}

/// The month's rollups of one group, one below the other by day type.
Result<std::shared_ptr<const DayTypeSums>> loadSums(const Workspace& workspace, const Dataset& cube, MonthKey month, int measure,
                                                    int group) {
    auto result = std::make_shared<DayTypeSums>();
    const bool daily = cube.timeStep == TimeStep::Day;
    for (int type = 0; type < (daily ? kDayTypes : 1); ++type) {
        const auto rollup = workspace.readRollup(cube.id, month, daily ? type : kWholeStep, measure, group);
        if (!rollup) return rollup.error();
        result->hours = rollup->hours;
        result->places = rollup->places;
        result->sums.insert(result->sums.end(), rollup->sum.begin(), rollup->sum.end());
        result->observed.insert(result->observed.end(), rollup->observed.begin(), rollup->observed.end());
    }
    return std::shared_ptr<const DayTypeSums>(result);
}

quint32 observedHours(const Rollup& rollup) {
    quint32 hours = 0;
    for (int hour = 0; hour < rollup.hours; ++hour) {
        const auto first = rollup.observed.begin() + static_cast<std::ptrdiff_t>(rollup.index(hour, 0));
        if (std::any_of(first, first + rollup.places, [](std::int64_t n) { return n > 0; })) hours |= quint32{1} << hour;
    }
    return hours;
}

}  // namespace

Result<std::vector<std::shared_ptr<const GroupCells>>> MonthCache::cells(const Dataset& cube, MonthKey month, int measure,
                                                                         const std::vector<int>& groups) {
    std::vector<std::shared_ptr<const GroupCells>> result(groups.size());
    std::vector<int> missing;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        result[i] = std::static_pointer_cast<const GroupCells>(find({cube.rowId, month, measure, groups[i], Kind::Cells}));
        if (!result[i]) missing.push_back(groups[i]);
    }
    if (missing.empty()) return result;
    const auto loaded = m_workspace->readMonth(cube.id, month, measure, missing);
    if (!loaded) return loaded.error();
    int next = 0;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (result[i]) continue;
        result[i] = extract(*loaded, next++);
        insert({cube.rowId, month, measure, groups[i], Kind::Cells}, result[i], result[i]->bytes());
    }
    return result;
}

Result<std::vector<std::shared_ptr<const DayTypeSums>>> MonthCache::sums(const Dataset& cube, MonthKey month, int measure,
                                                                         const std::vector<int>& groups) {
    std::vector<std::shared_ptr<const DayTypeSums>> result(groups.size());
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const Key key{cube.rowId, month, measure, groups[i], Kind::Sums};
        result[i] = std::static_pointer_cast<const DayTypeSums>(find(key));
        if (result[i]) continue;
        const auto loaded = loadSums(*m_workspace, cube, month, measure, groups[i]);
        if (!loaded) return loaded.error();
        result[i] = *loaded;
        insert(key, result[i], result[i]->bytes());
    }
    return result;
}

Result<quint32> MonthCache::daysMentioned(const Dataset& cube, MonthKey month) {
    const Key key{cube.rowId, month, 0, 0, Kind::Days};
    if (const auto known = std::static_pointer_cast<const quint32>(find(key))) return *known;
    const auto days = m_workspace->daysObserved(cube.id, month);
    if (days) insert(key, std::make_shared<const quint32>(*days), 64);
    return days;
}

Result<quint32> MonthCache::hoursMentioned(const Dataset& cube, const std::vector<MonthKey>& months) {
    const Key key{cube.rowId, 0, 0, 0, Kind::Hours};
    if (const auto known = std::static_pointer_cast<const quint32>(find(key))) return *known;
    const quint32 all = cube.hourCount >= 32 ? ~quint32{0} : (quint32{1} << cube.hourCount) - 1;
    quint32 seen = 0;
    // Most sources have every hour in their first month, so this rarely reads more than one rollup.
    const bool daily = cube.timeStep == TimeStep::Day;
    for (const MonthKey month : months)
        for (int measure = 0; measure < cube.measures.size(); ++measure)
            for (int group = 0; group < cube.scheme.groups.size(); ++group)
                for (int type = daily ? 0 : kWholeStep; type < (daily ? kDayTypes : kWholeStep + 1) && seen != all; ++type) {
                    const auto rollup = m_workspace->readRollup(cube.id, month, type, measure, group);
                    if (!rollup) return rollup.error();
                    seen |= observedHours(*rollup);
                }
    insert(key, std::make_shared<const quint32>(seen), 64);
    return seen;
}

std::shared_ptr<const void> MonthCache::find(const Key& key) {
    const std::lock_guard lock(m_mutex);
    const auto it = m_entries.find(key);
    if (it == m_entries.end()) return nullptr;
    m_recent.splice(m_recent.begin(), m_recent, it->second.position);
    return it->second.value;
}

void MonthCache::insert(const Key& key, std::shared_ptr<const void> value, std::size_t bytes) {
    const std::lock_guard lock(m_mutex);
    if (bytes > m_maxBytes || m_entries.count(key)) return;
    m_recent.push_front(key);
    m_entries[key] = {std::move(value), bytes, m_recent.begin()};
    m_bytes += bytes;
    while (m_bytes > m_maxBytes) {
        const auto last = m_entries.find(m_recent.back());
        m_bytes -= last->second.bytes;
        m_entries.erase(last);
        m_recent.pop_back();
    }
}

void MonthCache::clear() {
    const std::lock_guard lock(m_mutex);
    m_entries.clear();
    m_recent.clear();
    m_bytes = 0;
}

std::size_t MonthCache::bytes() const {
    const std::lock_guard lock(m_mutex);
    return m_bytes;
}

}  // namespace mudeung
