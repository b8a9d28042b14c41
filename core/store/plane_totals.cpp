// SPDX-License-Identifier: GPL-3.0-or-later
// Two-byte cells are added in rows of 128 places, which the compiler turns into vector code; large values one by one, checked.
#include "core/store/plane_totals.h"

#include <QThread>
#include <algorithm>
#include <array>

namespace mudeung::store {

namespace {

using Sums = std::array<std::uint32_t, kBlockPlaces>;  // 31 days of 65,533 fit
using Counts = std::array<std::uint16_t, kBlockPlaces>;

/// Large and missing cells add nothing here; large ones count as observed. True when anything of the row is observed.
__attribute__((optimize("O3"))) bool addRow(const std::uint16_t* row, int width, Sums& sums, Counts& counts) {
    std::uint16_t any = 0;
    for (int p = 0; p < width; ++p) {
        const auto small = static_cast<std::uint16_t>(0 - (row[p] < kNothingCode));  // all ones or zero
        const auto seen = static_cast<std::uint16_t>(row[p] != kNothingCode);
        sums[static_cast<std::size_t>(p)] += static_cast<std::uint16_t>(row[p] & small);
        counts[static_cast<std::size_t>(p)] = static_cast<std::uint16_t>(counts[static_cast<std::size_t>(p)] + seen);
        any |= seen;
    }
    return any != 0;
}

}  // namespace

std::vector<int> daySlots(const StoredDataset& stored, MonthKey month) {
    if (stored.dataset.timeStep != TimeStep::Day) return {kWholeStepSlot};
    std::vector<int> kinds;
    const QDate first(yearOf(month), monthOf(month), 1);
    for (int d = 0; d < stored.daysIn(month); ++d) kinds.push_back(static_cast<int>(HolidayCalendar::korea().dayType(first.addDays(d))));
    return kinds;
}

int threadsForPlanes(const StoredDataset& stored, MonthKey month, int places) {
    constexpr qint64 kSmallPlane = 100'000;  // cells, about a tenth of a millisecond
    const qint64 cells = qint64{stored.daysIn(month)} * stored.hours() * places;
    return cells < kSmallPlane ? 1 : std::max(1, QThread::idealThreadCount());
}

std::vector<int> slotsOf(const Dataset& dataset) {
    if (dataset.timeStep != TimeStep::Day) return {kWholeStepSlot};
    return {static_cast<int>(DayType::Weekday), static_cast<int>(DayType::Saturday), static_cast<int>(DayType::Holiday)};
}

void PlaneTotals::start(int hours, int places, const std::vector<int>& slotOfDay) {
    sum = 0;
    observed = 0;
    days = 0;
    rollups.resize(kRollupSlots);
    const bool whole = !slotOfDay.empty() && slotOfDay.front() == kWholeStepSlot;
    for (int slot = whole ? kWholeStepSlot : 0; slot < (whole ? kRollupSlots : kWholeStepSlot); ++slot) {
        RollupPlanes& planes = rollups[static_cast<std::size_t>(slot)];
        planes.hours = hours;
        planes.places = places;
        planes.sum.assign(static_cast<std::size_t>(hours) * places, 0);
        planes.observed.assign(static_cast<std::size_t>(hours) * places, 0);
    }
}

bool PlaneTotals::add(const PackedBlock& block, int first, const std::vector<int>& slotOfDay) {
    Sums sums;
    Counts counts;
    for (std::size_t slot = 0; slot < rollups.size(); ++slot) {
        RollupPlanes& planes = rollups[slot];
        if (planes.sum.empty() || std::find(slotOfDay.begin(), slotOfDay.end(), static_cast<int>(slot)) == slotOfDay.end()) continue;
        for (int hour = 0; hour < planes.hours; ++hour) {
            sums.fill(0);
            counts.fill(0);
            for (std::size_t day = 0; day < slotOfDay.size(); ++day) {
                if (slotOfDay[day] != static_cast<int>(slot)) continue;
                const std::size_t row = (day * planes.hours + hour) * static_cast<std::size_t>(block.width);
                if (addRow(block.codes.data() + row, block.width, sums, counts)) days |= 1u << day;
            }
            std::uint64_t all = 0;
            const std::size_t at = static_cast<std::size_t>(hour) * planes.places + first;
            for (std::size_t p = 0; p < static_cast<std::size_t>(block.width); ++p) {
                if (__builtin_add_overflow(planes.sum[at + p], static_cast<std::int64_t>(sums[p]), &planes.sum[at + p])) return false;
                planes.observed[at + p] += counts[p];
                observed += counts[p];
                all += sums[p];
            }
            if (__builtin_add_overflow(sum, static_cast<std::int64_t>(all), &sum)) return false;
        }
    }
    return block.large.empty() || addLarge(block, first, slotOfDay);
}

bool PlaneTotals::addLarge(const PackedBlock& block, int first, const std::vector<int>& slotOfDay) {
    std::size_t used = 0;
    const auto width = static_cast<std::size_t>(block.width);
    for (std::size_t i = 0; i < block.codes.size(); ++i) {
        if (block.codes[i] != kLargeCode) continue;
        const std::int64_t value = block.large[used++];
        const std::size_t line = i / width;
        const std::size_t hours = block.codes.size() / width / slotOfDay.size();
        RollupPlanes& planes = rollups[static_cast<std::size_t>(slotOfDay[line / hours])];
        std::int64_t& place = planes.sum[(line % hours) * planes.places + first + i % width];
        // INT64_MIN is how a missing value is written elsewhere, so no sum may be it.
        if (__builtin_add_overflow(sum, value, &sum) || __builtin_add_overflow(place, value, &place) || place == kNotObserved) return false;
    }
    return true;
}

}  // namespace mudeung::store
