// SPDX-License-Identifier: GPL-3.0-or-later
// One pass over rows of 128 places; only rows that hold something are looked at cell by cell.
#include "core/import/unit_facts.h"

#include <algorithm>

namespace mudeung {

namespace {

constexpr std::size_t kMostSampled = 262'144;

struct RowSums {
    std::array<std::uint32_t, kBlockPlaces> sum{};
    std::array<std::uint16_t, kBlockPlaces> seen{};
};

/// Large cells add nothing here. Returns how many cells are observed.
__attribute__((optimize("O3"))) int addRow(const std::uint16_t* row, RowSums& sums) {
    std::uint16_t count = 0;
    for (std::size_t p = 0; p < kBlockPlaces; ++p) {
        const auto small = static_cast<std::uint16_t>(0 - (row[p] < kNothingCode));  // all ones or zero
        const auto seen = static_cast<std::uint16_t>(row[p] != kNothingCode);
        sums.sum[p] += static_cast<std::uint16_t>(row[p] & small);
        sums.seen[p] = static_cast<std::uint16_t>(sums.seen[p] | seen);
        count = static_cast<std::uint16_t>(count + seen);
    }
    return count;
}

}  // namespace

void ValueSample::put(std::size_t slot, std::uint64_t unit, const std::vector<double>& values) {
    const std::lock_guard lock(m_mutex);
    Slot& s = m_slots[slot];
    std::vector<double>& mine = s.units[unit];
    s.kept -= mine.size();
    mine.clear();
    for (std::size_t i = 0; i < values.size(); i += s.stride) mine.push_back(values[i]);
    s.kept += mine.size();
    while (s.kept > kMostSampled) {
        s.stride *= 2;
        s.kept = 0;
        for (auto& [key, list] : s.units) {
            for (std::size_t i = 0; 2 * i < list.size(); ++i) list[i] = list[2 * i];
            list.resize((list.size() + 1) / 2);
            list.shrink_to_fit();
            s.kept += list.size();
        }
    }
}

std::vector<double> ValueSample::values(std::size_t slot) const {
    const std::lock_guard lock(m_mutex);
    std::vector<double> all;
    for (const auto& [key, list] : m_slots[slot].units) all.insert(all.end(), list.begin(), list.end());
    return all;
}

void takeFacts(UnitFacts& facts, std::size_t slot, int measure, int days, int hours, const std::uint16_t* codes,
               const std::vector<std::int64_t>& large, std::vector<double>& positive) {
    SlotFacts& own = facts.bySlot[slot];
    own = {};
    positive.clear();
    std::size_t used = 0;
    for (int day = 0; day < days; ++day) {
        RowSums sums;
        int observed = 0;
        std::int64_t* const places = facts.dayPlace.data() + (static_cast<std::size_t>(measure) * days + day) * kBlockPlaces;
        std::array<std::int64_t, kBlockPlaces> larges{};
        for (int hour = 0; hour < hours; ++hour) {
            const std::uint16_t* const row = codes + (static_cast<std::size_t>(day) * hours + hour) * kBlockPlaces;
            const int seen = addRow(row, sums);
            observed += seen;
            if (seen == 0) continue;
            for (std::size_t p = 0; p < kBlockPlaces; ++p) {
                if (row[p] == kNothingCode || row[p] == 0) continue;
                std::int64_t value = row[p];
                if (row[p] == kLargeCode) {
                    value = large[used++];
                    larges[p] += value;
                }
                facts.counted[p] = 1;
                own.largest = std::max(own.largest, value);
                if (value > 0) positive.push_back(static_cast<double>(value));
            }
        }
        if (observed == 0) continue;
        own.days |= 1u << day;
        own.observed += observed;
        for (std::size_t p = 0; p < kBlockPlaces; ++p) {
            if (sums.seen[p] == 0) continue;
            const std::int64_t sum = sums.sum[p] + larges[p];
            own.sum += sum;
            places[p] = (places[p] == UnitFacts::kNotMentioned ? 0 : places[p]) + sum;
        }
    }
}

}  // namespace mudeung
