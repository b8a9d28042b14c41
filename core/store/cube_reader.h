// SPDX-License-Identifier: GPL-3.0-or-later
// Cells and rollups of one stored cube. Every plane read is compared with the sums kept beside it, so that a missing or
// outdated slab is never read as "nothing observed".
#pragma once

#include <functional>
#include <vector>

#include "core/store/plane_totals.h"

namespace mudeung::store {

class CubeReader {
public:
    CubeReader(Database& db, const StoredDataset& stored, qint64 salt) : m_db(db), m_stored(stored), m_salt(salt) {}

    /// Writes the observed cells of a plane into [day][hour][place] with `places` places; the rest is left as it is.
    void readPlane(const MonthRow& row, int measure, int group, std::int64_t* cells, int places) const;
    /// Some places of one block, into [day][hour][place] with `width` places. Where their slab is absent, the number of slabs of the plane
    /// says whether one is missing.
    void readPlaces(const MonthRow& row, int measure, int group, int firstPlace, int width, std::int64_t* cells) const;
    /// Group kAllGroupsKey: all groups together; from the groups one by one where a month was written without them.
    RollupPlanes readRollup(const MonthRow& row, int measure, int group, int slot) const;
    /// The same into planes that are used again and again.
    void readRollup(const MonthRow& row, int measure, int group, int slot, RollupPlanes& planes) const;
    /// Decodes everything of a month and compares it with its sums and rollups; throws what is wrong.
    void checkMonth(const MonthRow& row, int measures, int groups, const std::function<void()>& poll) const;

private:
    struct Kept {
        std::int64_t sum = 0;
        std::int64_t observed = 0;
        qint64 slabs = 0;
        bool operator==(const Kept&) const = default;
    };
    Kept kept(const MonthRow& row, int measure, int group) const;
    struct StoredPlane;
    StoredPlane storedPlane(const MonthRow& row, int measure, int group) const;
    /// Called by several threads at once.
    PlaneTotals check(const MonthRow& row, const StoredPlane& plane, const std::vector<int>& slotOfDay) const;
    void decodeRollupOf(const MonthRow& row, qint64 key, Bytes blob, RollupPlanes& planes) const;
    void sumOfGroups(const MonthRow& row, int measure, int slot, RollupPlanes& planes) const;
    qint64 countSlabs(const MonthRow& row, int measure, int group) const;
    /// Decodes a slab and checks its place; returns the first of its places.
    int decode(const MonthRow& row, qint64 key, Bytes slab, qint64 firstKey, int places, PackedBlock& block) const;
    /// Every slab of a plane with its first place, decoded into memory that is used again; returns how many there are.
    qint64 eachSlab(const MonthRow& row, int measure, int group, int places,
                    const std::function<void(const PackedBlock&, int firstPlace)>& take) const;
    void compare(const MonthRow& row, int measure, int group, const Kept& found, const Kept& expected) const;
    [[noreturn]] void damaged(const MonthRow& row, const QString& detail) const;

    Database& m_db;
    const StoredDataset& m_stored;
    qint64 m_salt;
};

}  // namespace mudeung::store
