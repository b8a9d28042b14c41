// SPDX-License-Identifier: GPL-3.0-or-later
// What queries read, in RAM: running sums per group, cells of single months. Least recently used first out. Thread-safe.
#pragma once

#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <tuple>

#include "core/base/result.h"
#include "core/cube/day_cells.h"
#include "core/cube/prefix_planes.h"
#include "core/cube/query_plan.h"
#include "core/store/workspace.h"

namespace mudeung {

class PlaneCache {
public:
    /// Instead of a group: all groups of the scheme together.
    static constexpr int kAllGroups = -1;

    PlaneCache(std::shared_ptr<Workspace> workspace, std::size_t maxBytes) : m_workspace(std::move(workspace)), m_maxBytes(maxBytes) {}

    /// Running sums over the stored months. Damaged months do not fail here: PrefixPlanes::damage() says which they are.
    Result<std::shared_ptr<const PrefixPlanes>> prefix(const CubeState& cube, int measure, int group);
    /// The cells of a range of places alone, counted from its first one; it lies in one block of the store.
    Result<std::shared_ptr<const DayCells>> cells(const CubeState& cube, MonthKey month, int measure, int group, PlaceRange range = {});
    Result<std::shared_ptr<const DayTotals>> totals(const CubeState& cube, MonthKey month, int measure, int group);
    /// Bit d = the source mentions day d + 1 of the month, in any measure, group, hour and place.
    Result<quint32> daysMentioned(const CubeState& cube, MonthKey month);
    /// Bit h = some cell of that hour (offset from the first) is observed, whatever month, measure, group and place.
    Result<quint32> hoursMentioned(const CubeState& cube);

    void clear();
    std::size_t bytes() const;
    std::size_t maxBytes() const;
    /// Drops at once what no longer fits.
    void setMaxBytes(std::size_t bytes);

private:
    enum class Kind { Prefix, Cells, Totals, Days, Hours };
    // generation, dataset, month, measure, group, first place, places, kind. With the generation in the key, what a slow thread read before
    // a write can never be found after it.
    using Key = std::tuple<qint64, qint64, MonthKey, int, int, int, int, Kind>;
    static Key keyOf(const CubeState& cube, MonthKey month, int measure, int group, Kind kind, PlaceRange range = {}) {
        return {cube.generation, cube.dataset.rowId, month, measure, group, range.first, range.count, kind};
    }
    struct Entry {
        std::shared_ptr<const void> value;
        std::size_t bytes = 0;
        std::list<Key>::iterator position;
    };

    Result<PrefixPlanes> loadPrefix(const CubeState& cube, int measure, int group) const;
    std::shared_ptr<const void> find(const Key& key);
    void insert(const Key& key, std::shared_ptr<const void> value, std::size_t bytes);
    void shrink();

    std::shared_ptr<Workspace> m_workspace;
    std::size_t m_maxBytes;
    mutable std::mutex m_mutex;
    std::map<Key, Entry> m_entries;
    std::list<Key> m_recent;  // front = used last
    std::size_t m_bytes = 0;
};

}  // namespace mudeung
