// SPDX-License-Identifier: GPL-3.0-or-later
// What can be derived from the cells of one month, measure and group: its sums, and its sums by day type, hour and place.
#pragma once

#include <vector>

#include "core/store/blob_codec.h"
#include "core/store/catalog.h"

namespace mudeung::store {

/// Day types, and one slot more for months and years taken whole.
constexpr int kRollupSlots = kDayTypes + 1;
constexpr int kWholeStepSlot = kDayTypes;

/// The slot of each day of a month: its day type, or the whole step for coarser data.
std::vector<int> daySlots(const StoredDataset& stored, MonthKey month);
std::vector<int> slotsOf(const Dataset& dataset);

/// On how many threads planes are best encoded or checked.
int threadsForPlanes(const StoredDataset& stored, MonthKey month, int places);

struct PlaneTotals {
    std::int64_t sum = 0;
    std::int64_t observed = 0;
    quint32 days = 0;                   ///< bit d = something of day d + 1 is observed
    std::vector<RollupPlanes> rollups;  ///< by slot; empty planes for slots that this dataset does not use

    /// Zeros for `places` places; memory is used again.
    void start(int hours, int places, const std::vector<int>& slotOfDay);
    /// Adds the cells of a block whose first place is `first`. False when a sum leaves the 64-bit range.
    bool add(const PackedBlock& block, int first, const std::vector<int>& slotOfDay);

private:
    bool addLarge(const PackedBlock& block, int first, const std::vector<int>& slotOfDay);
};

}  // namespace mudeung::store
