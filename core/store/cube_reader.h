// SPDX-License-Identifier: GPL-3.0-or-later
// Cells and rollups of one stored cube. Every plane read is compared with the sums kept beside it, so that a missing or
// outdated slab is never read as "nothing observed".
#pragma once

#include <functional>
#include <vector>

#include "core/store/blob_codec.h"
#include "core/store/catalog.h"

namespace mudeung::store {

/// Day types, and one slot more for months and years taken whole.
constexpr int kRollupSlots = kDayTypes + 1;
constexpr int kWholeStepSlot = kDayTypes;

/// What can be derived from the cells of one month, measure and group.
struct PlaneTotals {
    std::int64_t sum = 0;
    std::int64_t observed = 0;
    quint32 days = 0;
    std::vector<RollupPlanes> rollups;  ///< by slot; empty planes for slots that this dataset does not use
};

/// The slot of each day of a month: its day type, or the whole step for coarser data.
std::vector<int> daySlots(const StoredDataset& stored, MonthKey month);
std::vector<int> slotsOf(const Dataset& dataset);
/// Adds up [day][hour][place]. False when a sum leaves the 64-bit range.
bool addUp(const std::int64_t* cells, int hours, int places, const std::vector<int>& slotOfDay, PlaneTotals& totals);

class CubeReader {
public:
    CubeReader(Database& db, const StoredDataset& stored, qint64 salt) : m_db(db), m_stored(stored), m_salt(salt) {}

    /// Writes the observed cells of a plane into [day][hour][place] with `places` places; the rest is left as it is.
    void readPlane(const MonthRow& row, int measure, int group, std::int64_t* cells, int places) const;
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
    };
    Kept kept(const MonthRow& row, int measure, int group) const;
    [[noreturn]] void damaged(const MonthRow& row, const QString& detail) const;

    Database& m_db;
    const StoredDataset& m_stored;
    qint64 m_salt;
};

}  // namespace mudeung::store
