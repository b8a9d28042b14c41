// SPDX-License-Identifier: GPL-3.0-or-later
// Loads planes from the store, outside the lock, and keeps what was used last.
#include "core/cube/plane_cache.h"

#include <QCoreApplication>
#include <QDate>
#include <algorithm>
#include <limits>
#include <numeric>

namespace mudeung {

namespace {

struct SlotRange {
    int first = 0;
    int last = 0;  ///< one past
};

/// The rollups that together hold a month: one per day type, or the whole step.
SlotRange slotsOf(const Dataset& cube) {
    return cube.timeStep == TimeStep::Day ? SlotRange{0, kDayTypes} : SlotRange{kWholeStep, kWholeStep + 1};
}

std::vector<int> groupsOf(const Dataset& cube, int group) {
    if (group != PlaneCache::kAllGroups) return {group};
    std::vector<int> all(static_cast<std::size_t>(cube.scheme.groups.size()));
    std::iota(all.begin(), all.end(), 0);
    return all;
}

/// Those of the `asked` hours in which some cell is observed.
quint32 observedHours(const Rollup& rollup, quint32 asked) {
    quint32 hours = 0;
    for (int hour = 0; hour < rollup.hours; ++hour) {
        if (!(asked >> hour & 1u)) continue;
        const auto first = rollup.observed.begin() + static_cast<std::ptrdiff_t>(rollup.index(hour, 0));
        if (std::any_of(first, first + rollup.places, [](std::int64_t n) { return n > 0; })) hours |= quint32{1} << hour;
    }
    return hours;
}

/// More places than when the query was planned: a write came in between, and the engine will ask again.
Error changedMeanwhile() {
    return {
        ErrorCode::Busy, QCoreApplication::translate("Cube", "The workspace is being written to. Ask again when the import is done."), {}};
}

}  // namespace

Result<PrefixPlanes> PlaneCache::loadPrefix(const CubeState& cube, int measure, int group) const {
    const Dataset& d = cube.dataset;
    const SlotRange types = slotsOf(d);
    std::vector<char> located;
    located.reserve(cube.places.size());
    for (const LocatedPlace& place : cube.places) located.push_back(place.located());
    const std::vector<int> groups = groupsOf(d, group);
    const auto months = static_cast<int>(cube.months.size());
    const auto index = [&cube](MonthKey month) {
        const auto found = std::lower_bound(cube.months.begin(), cube.months.end(), month);
        return found == cube.months.end() || *found != month ? -1 : static_cast<int>(found - cube.months.begin());
    };
    // How many cells a place can have is known before, so that the width is mostly right at once.
    const std::size_t mostCells = groups.size() * static_cast<std::size_t>(std::max(1, d.hourCount)) * cube.months.size() * 31;
    using Width = PrefixBuilder::Width;
    for (const Width width : {Width::Narrow, Width::Medium, Width::Wide}) {
        if (width == Width::Narrow && mostCells > std::numeric_limits<std::uint16_t>::max()) continue;
        PrefixBuilder builder(types.last - types.first, months, std::max(1, d.hourCount), located, width);
        // A month that came in meanwhile has no index; the engine sees the new generation and asks again.
        const Status read = m_workspace->eachRollup(
            d.id, measure, group == kAllGroups ? std::vector<int>{kEveryGroup} : groups,
            [&](MonthKey month, int type, const Rollup& rollup) {
                if (const int at = index(month); at >= 0) builder.add(type - types.first, at, rollup.sum, rollup.observed, rollup.places);
            },
            [&](MonthKey month, const Error& why) {
                if (const int at = index(month); at >= 0) builder.setDamaged(at, why);
            });
        if (!read) return read.error();
        if (builder.fits()) return builder.take();
    }
    return Error{ErrorCode::Internal, QCoreApplication::translate("Cube", "The sums of this data could not be prepared."), {}};
}

Result<std::shared_ptr<const PrefixPlanes>> PlaneCache::prefix(const CubeState& cube, int measure, int group) {
    const Key key = keyOf(cube, 0, measure, group, Kind::Prefix);
    if (auto known = std::static_pointer_cast<const PrefixPlanes>(find(key))) return known;
    auto loaded = loadPrefix(cube, measure, group);
    if (!loaded) return loaded.error();
    auto planes = std::make_shared<const PrefixPlanes>(std::move(loaded).value());
    insert(key, planes, planes->bytes());
    return planes;
}

Result<std::shared_ptr<const DayCells>> PlaneCache::cells(const CubeState& cube, MonthKey month, int measure, int group, PlaceRange range) {
    const Key key = keyOf(cube, month, measure, group, Kind::Cells, range);
    if (auto known = std::static_pointer_cast<const DayCells>(find(key))) return known;
    const std::vector<int> groups = groupsOf(cube.dataset, group);
    const QDate first(yearOf(month), monthOf(month), 1);
    const bool daily = cube.dataset.timeStep == TimeStep::Day;
    const std::size_t places = range.isAll() ? cube.places.size() : static_cast<std::size_t>(range.count);
    DayCellsBuilder builder(static_cast<int>(groups.size()), daily ? first.daysInMonth() : 1, std::max(1, cube.dataset.hourCount), places);
    bool fits = true;
    if (range.isAll()) {
        std::vector<std::int64_t> plane;
        for (const int each : groups) {
            const Status read = m_workspace->readPlane(cube.dataset.id, month, measure, each, plane);
            if (!read) return read.error();
            fits = fits && builder.add(plane);
        }
    } else {
        const Status read = m_workspace->readPlaces(cube.dataset.id, month, measure, groups, range.first, range.count,
                                                    [&](const std::vector<std::int64_t>& plane) { fits = fits && builder.add(plane); });
        if (!read) return read.error();
    }
    if (!fits) return changedMeanwhile();
    auto cells = std::make_shared<const DayCells>(builder.take());
    insert(key, cells, cells->bytes());
    return cells;
}

Result<std::shared_ptr<const DayTotals>> PlaneCache::totals(const CubeState& cube, MonthKey month, int measure, int group) {
    const Key key = keyOf(cube, month, measure, group, Kind::Totals);
    if (auto known = std::static_pointer_cast<const DayTotals>(find(key))) return known;
    const auto cells = this->cells(cube, month, measure, group);
    if (!cells) return cells.error();
    std::vector<int> places(cube.places.size());
    std::iota(places.begin(), places.end(), 0);
    const auto rest = std::stable_partition(places.begin(), places.end(),
                                            [&cube](int place) { return cube.places[static_cast<std::size_t>(place)].located(); });
    const PlaceSet everywhere{places, static_cast<std::size_t>(rest - places.begin()), true};
    auto totals = std::make_shared<DayTotals>();
    totals->days = (*cells)->days();
    totals->hours = (*cells)->hours();
    for (int day = 0; day < totals->days; ++day)
        for (int hour = 0; hour < totals->hours; ++hour) totals->cells.push_back((*cells)->tally(day, hour, everywhere));
    insert(key, totals, totals->bytes());
    return std::shared_ptr<const DayTotals>(totals);
}

Result<quint32> PlaneCache::daysMentioned(const CubeState& cube, MonthKey month) {
    const Key key = keyOf(cube, month, 0, 0, Kind::Days);
    if (const auto known = std::static_pointer_cast<const quint32>(find(key))) return *known;
    const auto days = m_workspace->daysObserved(cube.dataset.id, month);
    if (days) insert(key, std::make_shared<const quint32>(*days), 64);
    return days;
}

Result<quint32> PlaneCache::hoursMentioned(const CubeState& cube) {
    const Dataset& d = cube.dataset;
    const Key key = keyOf(cube, 0, 0, 0, Kind::Hours);
    if (const auto known = std::static_pointer_cast<const quint32>(find(key))) return *known;
    const quint32 all = d.hourCount >= 32 ? ~quint32{0} : (quint32{1} << d.hourCount) - 1;
    quint32 seen = 0;
    for (int measure = 0; measure < d.measures.size() && seen != all; ++measure) {
        const Status read = m_workspace->eachRollup(
            d.id, measure, {kEveryGroup}, [&seen](MonthKey, int, const Rollup& rollup) { seen |= observedHours(rollup, ~seen); },
            [](MonthKey, const Error&) {});  // months that can be read decide
        if (!read) return read.error();
    }
    insert(key, std::make_shared<const quint32>(seen), 64);
    return seen;
}

std::shared_ptr<const void> PlaneCache::find(const Key& key) {
    const std::lock_guard lock(m_mutex);
    const auto it = m_entries.find(key);
    if (it == m_entries.end()) return nullptr;
    m_recent.splice(m_recent.begin(), m_recent, it->second.position);
    return it->second.value;
}

void PlaneCache::insert(const Key& key, std::shared_ptr<const void> value, std::size_t bytes) {
    const std::lock_guard lock(m_mutex);
    if (bytes > m_maxBytes || m_entries.count(key)) return;
    m_recent.push_front(key);
    m_entries[key] = {std::move(value), bytes, m_recent.begin()};
    m_bytes += bytes;
    shrink();
}

/// With the lock held.
void PlaneCache::shrink() {
    while (m_bytes > m_maxBytes) {
        const auto last = m_entries.find(m_recent.back());
        m_bytes -= last->second.bytes;
        m_entries.erase(last);
        m_recent.pop_back();
    }
}

void PlaneCache::clear() {
    const std::lock_guard lock(m_mutex);
    m_entries.clear();
    m_recent.clear();
    m_bytes = 0;
}

std::size_t PlaneCache::maxBytes() const {
    const std::lock_guard lock(m_mutex);
    return m_maxBytes;
}

void PlaneCache::setMaxBytes(std::size_t bytes) {
    const std::lock_guard lock(m_mutex);
    m_maxBytes = bytes;
    shrink();
}

std::size_t PlaneCache::bytes() const {
    const std::lock_guard lock(m_mutex);
    return m_bytes;
}

}  // namespace mudeung
