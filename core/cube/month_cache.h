// SPDX-License-Identifier: GPL-3.0-or-later
// Months of a cube in RAM: exact cells and their sums per day type, least recently used first out. Thread-safe.
#pragma once

#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <tuple>

#include "core/base/result.h"
#include "core/store/workspace.h"

namespace mudeung {

/// The cells [day][hour][place] of one group of one month; narrow when every value fits, which halves the memory.
struct GroupCells {
    int days = 0;
    int hours = 0;
    int places = 0;
    std::vector<std::int32_t> narrow;  ///< kNarrowNotObserved where the source has no row
    std::vector<std::int64_t> wide;    ///< used when narrow is empty
    static constexpr std::int32_t kNarrowNotObserved = INT32_MIN;
    std::size_t bytes() const { return narrow.size() * sizeof(std::int32_t) + wide.size() * sizeof(std::int64_t); }
};

/// Sums and numbers of observed cells [dayType][hour][place] of one group of one month.
struct DayTypeSums {
    int hours = 0;
    int places = 0;
    std::vector<std::int64_t> sums;
    std::vector<std::int32_t> observed;
    std::size_t bytes() const { return sums.size() * sizeof(std::int64_t) + observed.size() * sizeof(std::int32_t); }
    std::size_t index(int dayType, int hour) const { return (static_cast<std::size_t>(dayType) * hours + hour) * places; }
};

class MonthCache {
public:
    MonthCache(std::shared_ptr<Workspace> workspace, std::size_t maxBytes) : m_workspace(std::move(workspace)), m_maxBytes(maxBytes) {}

    Result<std::vector<std::shared_ptr<const GroupCells>>> cells(const Dataset& cube, MonthKey month, int measure,
                                                                 const std::vector<int>& groups);
    Result<std::vector<std::shared_ptr<const DayTypeSums>>> sums(const Dataset& cube, MonthKey month, int measure,
                                                                 const std::vector<int>& groups);
    /// Bit d = the source mentions day d + 1 of the month, in any measure, group, hour and place.
    Result<quint32> daysMentioned(const Dataset& cube, MonthKey month);

    /// Bit h = some cell of that hour (offset from the first) is observed in one of the months, whatever measure, group and place.
    Result<quint32> hoursMentioned(const Dataset& cube, const std::vector<MonthKey>& months);

    void clear();
    std::size_t bytes() const;

private:
    enum class Kind { Cells, Sums, Days, Hours };
    using Key = std::tuple<qint64, MonthKey, int, int, Kind>;  // dataset, month, measure, group, kind
    struct Entry {
        std::shared_ptr<const void> value;
        std::size_t bytes = 0;
        std::list<Key>::iterator position;
    };

    std::shared_ptr<const void> find(const Key& key);
    void insert(const Key& key, std::shared_ptr<const void> value, std::size_t bytes);

    std::shared_ptr<Workspace> m_workspace;
    std::size_t m_maxBytes;
    mutable std::mutex m_mutex;
    std::map<Key, Entry> m_entries;
    std::list<Key> m_recent;  // front = used last
    std::size_t m_bytes = 0;
};

}  // namespace mudeung
