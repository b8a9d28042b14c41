// SPDX-License-Identifier: GPL-3.0-or-later
// Decoding slabs and rollups, and adding cells up.
#include "core/store/cube_reader.h"

#include <algorithm>
#include <cstdlib>

namespace mudeung::store {

namespace {
/// Largest magnitude whose sums over any month of at most 8 million places stay below 2^63.
constexpr std::int64_t kSafeMagnitude = std::int64_t{1} << 29;

struct Accumulator {
    std::uint64_t sum = 0;
    std::int64_t observed = 0;
};

bool addRow(const std::int64_t* row, int places, std::int64_t* sums, std::int64_t* counts, Accumulator& all) {
    std::int64_t low = 0;
    std::int64_t high = 0;
    std::uint64_t rowSum = 0;
    std::int64_t rowCount = 0;
    for (int p = 0; p < places; ++p) {
        const bool seen = row[p] != kNotObserved;
        const std::int64_t v = seen ? row[p] : 0;
        low = std::min(low, v);
        high = std::max(high, v);
        rowSum += static_cast<std::uint64_t>(v);
        rowCount += seen ? 1 : 0;
    }
    if (rowCount == 0) return true;
    all.observed += rowCount;
    if (low > -kSafeMagnitude && high < kSafeMagnitude) {
        for (int p = 0; p < places; ++p) {
            const bool seen = row[p] != kNotObserved;
            sums[p] += seen ? row[p] : 0;
            counts[p] += seen ? 1 : 0;
        }
        std::int64_t total = 0;
        if (__builtin_add_overflow(static_cast<std::int64_t>(all.sum), static_cast<std::int64_t>(rowSum), &total)) return false;
        all.sum = static_cast<std::uint64_t>(total);
        return std::none_of(sums, sums + places, [](std::int64_t s) { return s == kNotObserved; });
    }
    auto total = static_cast<std::int64_t>(all.sum);
    for (int p = 0; p < places; ++p) {
        if (row[p] == kNotObserved) continue;
        if (__builtin_add_overflow(total, row[p], &total) || __builtin_add_overflow(sums[p], row[p], &sums[p])) return false;
        ++counts[p];
    }
    all.sum = static_cast<std::uint64_t>(total);
    return true;
}
}  // namespace

std::vector<int> daySlots(const StoredDataset& stored, MonthKey month) {
    if (stored.dataset.timeStep != TimeStep::Day) return {kWholeStepSlot};
    std::vector<int> kinds;
    const QDate first(yearOf(month), monthOf(month), 1);
    for (int d = 0; d < stored.daysIn(month); ++d) kinds.push_back(static_cast<int>(HolidayCalendar::korea().dayType(first.addDays(d))));
    return kinds;
}

std::vector<int> slotsOf(const Dataset& dataset) {
    if (dataset.timeStep != TimeStep::Day) return {kWholeStepSlot};
    return {static_cast<int>(DayType::Weekday), static_cast<int>(DayType::Saturday), static_cast<int>(DayType::Holiday)};
}

bool addUp(const std::int64_t* cells, int hours, int places, const std::vector<int>& slotOfDay, PlaneTotals& totals) {
    const std::size_t perDay = static_cast<std::size_t>(hours) * places;
    totals = {};
    totals.rollups.resize(kRollupSlots);
    const bool whole = !slotOfDay.empty() && slotOfDay.front() == kWholeStepSlot;
    for (int slot = whole ? kWholeStepSlot : 0; slot < (whole ? kRollupSlots : kWholeStepSlot); ++slot) {
        RollupPlanes& planes = totals.rollups[static_cast<std::size_t>(slot)];
        planes.hours = hours;
        planes.places = places;
        planes.sum.resize(perDay);
        planes.observed.resize(perDay);
    }
    Accumulator all;
    for (std::size_t day = 0; day < slotOfDay.size(); ++day) {
        RollupPlanes& planes = totals.rollups[static_cast<std::size_t>(slotOfDay[day])];
        const std::int64_t before = all.observed;
        for (int hour = 0; hour < hours; ++hour) {
            const std::size_t at = static_cast<std::size_t>(hour) * places;
            if (!addRow(cells + day * perDay + at, places, planes.sum.data() + at, planes.observed.data() + at, all)) return false;
        }
        if (all.observed > before) totals.days |= 1u << day;
    }
    totals.sum = static_cast<std::int64_t>(all.sum);
    totals.observed = all.observed;
    return true;
}

void CubeReader::damaged(const MonthRow& row, const QString& detail) const {
    throw Failure{damagedMonth(m_stored.dataset, row.month, detail)};
}

CubeReader::Kept CubeReader::kept(const MonthRow& row, int measure, int group) const {
    Statement sums(m_db, "SELECT measure, grp, sum, observed, slabs FROM month_sum WHERE dataset=?1 AND month=?2");
    sums.bind(1, m_stored.rowId()).bind(2, row.month);
    Kept found;
    qint64 slabs = 0;
    while (sums.step()) {
        slabs += sums.integer(4);
        if (sums.integer(0) == measure && sums.integer(1) == group) found = {sums.integer(2), sums.integer(3), sums.integer(4)};
    }
    if (slabs != row.slabs) damaged(row, QStringLiteral("%1 slabs in the sums instead of %2").arg(slabs).arg(row.slabs));
    return found;
}

void CubeReader::readPlane(const MonthRow& row, int measure, int group, std::int64_t* cells, int places) const {
    const Kept expected = kept(row, measure, group);
    const int days = m_stored.daysIn(row.month);
    const int hours = m_stored.hours();
    Statement slabs(m_db, "SELECT key, data FROM slab WHERE key BETWEEN ?1 AND ?2 ORDER BY key");
    const qint64 firstKey = packKey(m_stored.rowId(), row.month, measure, group, 0);
    slabs.bind(1, firstKey).bind(2, firstKey + 0xFFFF);
    std::vector<std::int64_t> block;
    QString problem;
    qint64 count = 0;
    std::uint64_t sum = 0;
    std::int64_t observed = 0;
    for (; slabs.step(); ++count) {
        SlabShape shape{days, hours, 0};
        const qint64 key = slabs.integer(0);
        if (!decodeSlab(slabs.bytes(1), {m_salt, key, row.generation}, shape, block, problem)) {
            damaged(row, QStringLiteral("slab %1: %2").arg(key).arg(problem));
        }
        const qint64 firstPlace = (key - firstKey) * kBlockPlaces;
        if (firstPlace + shape.width > row.places || row.places > places) damaged(row, QStringLiteral("slab %1: too many places").arg(key));
        const std::int64_t* in = block.data();
        for (int line = 0; line < days * hours; ++line, in += shape.width) {
            std::int64_t* out = cells + static_cast<std::size_t>(line) * places + firstPlace;
            for (int p = 0; p < shape.width; ++p) {
                const bool seen = in[p] != kNotObserved;
                if (seen) out[p] = in[p];
                sum += seen ? static_cast<std::uint64_t>(in[p]) : 0;
                observed += seen ? 1 : 0;
            }
        }
    }
    if (count != expected.slabs || static_cast<std::int64_t>(sum) != expected.sum || observed != expected.observed) {
        damaged(row, QStringLiteral("measure %1 group %2: %3 slabs, sum %4 of %5 cells instead of %6, %7 of %8")
                         .arg(measure)
                         .arg(group)
                         .arg(count)
                         .arg(static_cast<std::int64_t>(sum))
                         .arg(observed)
                         .arg(expected.slabs)
                         .arg(expected.sum)
                         .arg(expected.observed));
    }
}

RollupPlanes CubeReader::readRollup(const MonthRow& row, int measure, int group, int slot) const {
    RollupPlanes planes;
    readRollup(row, measure, group, slot, planes);
    return planes;
}

void CubeReader::readRollup(const MonthRow& row, int measure, int group, int slot, RollupPlanes& planes) const {
    const Kept expected = kept(row, measure, group);
    planes.hours = m_stored.hours();
    planes.places = row.places;
    const std::size_t count = static_cast<std::size_t>(planes.hours) * planes.places;
    if (expected.observed == 0) {
        planes.sum.assign(count, 0);
        planes.observed.assign(count, 0);
        return;
    }
    Statement found(m_db, "SELECT data FROM rollup WHERE key=?1");
    const qint64 key = packKey(m_stored.rowId(), row.month, measure, group, slot);
    found.bind(1, key);
    QString problem = QStringLiteral("absent");
    if (!found.step() || !decodeRollup(found.bytes(0), {m_salt, key, row.generation}, m_stored.hours(), row.places, planes, problem) ||
        planes.places != row.places) {
        damaged(row, QStringLiteral("rollup %1: %2").arg(key).arg(problem));
    }
}

void CubeReader::checkMonth(const MonthRow& row, int measures, int groups, const std::function<void()>& poll) const {
    const std::vector<int> slotOfDay = daySlots(m_stored, row.month);
    const std::size_t size = slotOfDay.size() * static_cast<std::size_t>(m_stored.hours()) * row.places;
    std::vector<std::int64_t> cells;
    PlaneTotals totals;
    quint32 days = 0;
    for (int measure = 0; measure < measures; ++measure) {
        for (int group = 0; group < groups; ++group) {
            poll();
            cells.assign(size, kNotObserved);
            readPlane(row, measure, group, cells.data(), row.places);
            if (!addUp(cells.data(), m_stored.hours(), row.places, slotOfDay, totals)) damaged(row, QStringLiteral("sums too large"));
            days |= totals.days;
            for (const int slot : slotsOf(m_stored.dataset)) {
                if (readRollup(row, measure, group, slot) == totals.rollups[static_cast<std::size_t>(slot)]) continue;
                damaged(row, QStringLiteral("rollup of measure %1 group %2 day type %3 differs").arg(measure).arg(group).arg(slot));
            }
        }
    }
    if (days != row.days) damaged(row, QStringLiteral("days %1 instead of %2").arg(days, 0, 16).arg(row.days, 0, 16));
}

}  // namespace mudeung::store
