// SPDX-License-Identifier: GPL-3.0-or-later
// Decoding slabs and rollups, and adding cells up.
#include "core/store/cube_reader.h"

#include <algorithm>

#include "core/base/in_order.h"

namespace mudeung::store {
namespace {

/// The places [from, from + width) of every row of a block that knows them; cells [row][place] of those that are not observed stay.
void copyPlaces(const PackedBlock& block, int from, int width, std::int64_t* cells) {
    const std::uint16_t* row = block.codes.data();
    const std::uint16_t* const end = row + block.codes.size();
    from = std::min(from, block.width);
    const int known = std::min(width, block.width - from);
    const std::int64_t* large = block.large.data();
    const auto skipLarge = [&](int first, int last) {
        if (!block.large.empty()) large += std::count(row + first, row + last, kLargeCode);
    };
    for (; row < end; row += block.width, cells += width) {
        skipLarge(0, from);
        for (int p = 0; p < known; ++p) {
            const std::uint16_t code = row[from + p];
            if (code != kNothingCode) cells[p] = code == kLargeCode ? *large++ : code;
        }
        skipLarge(from + known, block.width);
    }
}

}  // namespace

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
        if (sums.integer(0) != measure || (group != kAllGroupsKey && sums.integer(1) != group)) continue;
        found.sum = static_cast<std::int64_t>(static_cast<std::uint64_t>(found.sum) + static_cast<std::uint64_t>(sums.integer(2)));
        found.observed += sums.integer(3);
        found.slabs += sums.integer(4);
    }
    if (slabs != row.slabs) damaged(row, QStringLiteral("%1 slabs in the sums instead of %2").arg(slabs).arg(row.slabs));
    return found;
}

qint64 CubeReader::eachSlab(const MonthRow& row, int measure, int group, int places,
                            const std::function<void(const PackedBlock&, int)>& take) const {
    Statement slabs(m_db, "SELECT key, data FROM slab WHERE key BETWEEN ?1 AND ?2 ORDER BY key");
    const qint64 firstKey = packKey(m_stored.rowId(), row.month, measure, group, 0);
    slabs.bind(1, firstKey).bind(2, firstKey + 0xFFFF);
    thread_local PackedBlock block;
    qint64 count = 0;
    for (; slabs.step(); ++count) take(block, decode(row, slabs.integer(0), slabs.bytes(1), firstKey, places, block));
    return count;
}

int CubeReader::decode(const MonthRow& row, qint64 key, Bytes slab, qint64 firstKey, int places, PackedBlock& block) const {
    SlabShape shape{m_stored.daysIn(row.month), m_stored.hours(), 0};
    QString problem;
    if (!decodeSlab(slab, {m_salt, key, row.generation}, shape, block, problem)) {
        damaged(row, QStringLiteral("slab %1: %2").arg(key).arg(problem));
    }
    const qint64 firstPlace = (key - firstKey) * kBlockPlaces;
    if (firstPlace + shape.width > row.places || row.places > places) damaged(row, QStringLiteral("slab %1: too many places").arg(key));
    return static_cast<int>(firstPlace);
}

qint64 CubeReader::countSlabs(const MonthRow& row, int measure, int group) const {
    Statement slabs(m_db, "SELECT count(*) FROM slab WHERE key BETWEEN ?1 AND ?2");
    const qint64 firstKey = packKey(m_stored.rowId(), row.month, measure, group, 0);
    slabs.bind(1, firstKey).bind(2, firstKey + 0xFFFF);
    return slabs.step() ? slabs.integer(0) : 0;
}

void CubeReader::readPlaces(const MonthRow& row, int measure, int group, int firstPlace, int width, std::int64_t* cells) const {
    Statement slab(m_db, "SELECT key, data FROM slab WHERE key=?1");
    const qint64 firstKey = packKey(m_stored.rowId(), row.month, measure, group, 0);
    const int block = firstPlace / kBlockPlaces, from = firstPlace % kBlockPlaces;
    slab.bind(1, firstKey + block);
    if (!slab.step()) {
        // Nothing was observed there, unless a slab is missing. One that is there proves itself.
        const qint64 expected = kept(row, measure, group).slabs, found = countSlabs(row, measure, group);
        if (found != expected)
            damaged(row, QStringLiteral("measure %1 group %2: %3 slabs instead of %4").arg(measure).arg(group).arg(found).arg(expected));
        return;
    }
    thread_local PackedBlock packed;
    decode(row, slab.integer(0), slab.bytes(1), firstKey, row.places, packed);
    if (row.places > m_stored.dataset.placeCount) damaged(row, QStringLiteral("too many places"));
    copyPlaces(packed, from, width, cells);
}

void CubeReader::compare(const MonthRow& row, int measure, int group, const Kept& found, const Kept& expected) const {
    if (found == expected) return;
    damaged(row, QStringLiteral("measure %1 group %2: %3 slabs, sum %4 of %5 cells instead of %6, %7 of %8")
                     .arg(measure)
                     .arg(group)
                     .arg(found.slabs)
                     .arg(found.sum)
                     .arg(found.observed)
                     .arg(expected.slabs)
                     .arg(expected.sum)
                     .arg(expected.observed));
}

void CubeReader::readPlane(const MonthRow& row, int measure, int group, std::int64_t* cells, int places) const {
    const Kept expected = kept(row, measure, group);
    std::uint64_t sum = 0;
    std::int64_t observed = 0;
    const qint64 slabs = eachSlab(row, measure, group, places, [&](const PackedBlock& block, int firstPlace) {
        const std::uint16_t* in = block.codes.data();
        const std::uint16_t* const end = in + block.codes.size();
        std::size_t large = 0;
        for (std::int64_t* out = cells + firstPlace; in < end; in += block.width, out += places) {
            for (int p = 0; p < block.width; ++p) {
                if (in[p] == kNothingCode) continue;
                const std::int64_t value = in[p] == kLargeCode ? block.large[large++] : in[p];
                out[p] = value;
                sum += static_cast<std::uint64_t>(value);
                ++observed;
            }
        }
    });
    compare(row, measure, group, {static_cast<std::int64_t>(sum), observed, slabs}, expected);
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
    const bool there = found.step();
    if (!there && group == kAllGroupsKey) {
        sumOfGroups(row, measure, slot, planes);
        return;
    }
    if (!there) damaged(row, QStringLiteral("rollup %1: absent").arg(key));
    decodeRollupOf(row, key, found.bytes(0), planes);
}

void CubeReader::decodeRollupOf(const MonthRow& row, qint64 key, Bytes blob, RollupPlanes& planes) const {
    QString problem;
    if (!decodeRollup(blob, {m_salt, key, row.generation}, m_stored.hours(), row.places, planes, problem) || planes.places != row.places)
        damaged(row, QStringLiteral("rollup %1: %2").arg(key).arg(problem));
}

void CubeReader::sumOfGroups(const MonthRow& row, int measure, int slot, RollupPlanes& planes) const {
    const std::size_t count = static_cast<std::size_t>(planes.hours) * planes.places;
    planes.sum.assign(count, 0);
    planes.observed.assign(count, 0);
    RollupPlanes each;
    for (int group = 0; group < static_cast<int>(m_stored.dataset.scheme.groups.size()); ++group) {
        readRollup(row, measure, group, slot, each);
        if (!planes.add(each)) damaged(row, QStringLiteral("sums too large"));
    }
}

/// The bytes of a plane, and what they should hold; the checking needs no database.
struct CubeReader::StoredPlane {
    int measure = 0;
    int group = 0;
    Kept expected;
    std::vector<std::pair<qint64, QByteArray>> slabs;    ///< by key
    std::vector<std::pair<qint64, QByteArray>> rollups;  ///< by key; none when nothing is observed
};

CubeReader::StoredPlane CubeReader::storedPlane(const MonthRow& row, int measure, int group) const {
    StoredPlane plane{measure, group, kept(row, measure, group), {}, {}};
    const qint64 firstKey = packKey(m_stored.rowId(), row.month, measure, group, 0);
    const auto copyOf = [](Bytes bytes) { return QByteArray(reinterpret_cast<const char*>(bytes.data()), static_cast<int>(bytes.size())); };
    Statement slabs(m_db, "SELECT key, data FROM slab WHERE key BETWEEN ?1 AND ?2 ORDER BY key");
    slabs.bind(1, firstKey).bind(2, firstKey + 0xFFFF);
    while (slabs.step()) plane.slabs.emplace_back(slabs.integer(0), copyOf(slabs.bytes(1)));
    if (plane.expected.observed == 0) return plane;
    Statement rollup(m_db, "SELECT data FROM rollup WHERE key=?1");
    for (const int slot : slotsOf(m_stored.dataset)) {
        rollup.bind(1, firstKey + slot);
        if (!rollup.step()) damaged(row, QStringLiteral("rollup %1: absent").arg(firstKey + slot));
        plane.rollups.emplace_back(firstKey + slot, copyOf(rollup.bytes(0)));
        rollup.reset();
    }
    return plane;
}

PlaneTotals CubeReader::check(const MonthRow& row, const StoredPlane& plane, const std::vector<int>& slotOfDay) const {
    PlaneTotals totals;
    totals.start(m_stored.hours(), row.places, slotOfDay);
    const qint64 firstKey = packKey(m_stored.rowId(), row.month, plane.measure, plane.group, 0);
    thread_local PackedBlock block;
    for (const auto& [key, blob] : plane.slabs) {
        const int first = decode(row, key, bytesOf(blob), firstKey, row.places, block);
        if (!totals.add(block, first, slotOfDay)) damaged(row, QStringLiteral("sums too large"));
    }
    compare(row, plane.measure, plane.group, {totals.sum, totals.observed, static_cast<qint64>(plane.slabs.size())}, plane.expected);
    thread_local RollupPlanes stored;
    for (const auto& [key, blob] : plane.rollups) {
        decodeRollupOf(row, key, bytesOf(blob), stored);
        if (stored != totals.rollups[static_cast<std::size_t>(key - firstKey)]) damaged(row, QStringLiteral("rollup %1 differs").arg(key));
    }
    return totals;
}

void CubeReader::checkMonth(const MonthRow& row, int measures, int groups, const std::function<void()>& poll) const {
    const std::vector<int> slotOfDay = daySlots(m_stored, row.month);
    std::vector<RollupPlanes> together(kRollupSlots);
    RollupPlanes stored;
    quint32 days = 0;
    const auto prepare = [&](int i) {
        poll();
        return [this, &row, &slotOfDay, plane = storedPlane(row, i / groups, i % groups)] { return check(row, plane, slotOfDay); };
    };
    inOrder(measures * groups, threadsForPlanes(m_stored, row.month, row.places), prepare, [&](int i, PlaneTotals totals) {
        const int group = i % groups;
        days |= totals.days;
        for (const int slot : slotsOf(m_stored.dataset)) {
            RollupPlanes& sum = together[static_cast<std::size_t>(slot)];
            if (group == 0) sum = std::move(totals.rollups[static_cast<std::size_t>(slot)]);
            if (group > 0 && !sum.add(totals.rollups[static_cast<std::size_t>(slot)])) damaged(row, QStringLiteral("sums too large"));
            if (group < groups - 1) continue;
            readRollup(row, i / groups, kAllGroupsKey, slot, stored);
            if (stored != sum) damaged(row, QStringLiteral("rollup of measure %1, day type %2 differs").arg(i / groups).arg(slot));
        }
    });
    if (days != row.days) damaged(row, QStringLiteral("days %1 instead of %2").arg(days, 0, 16).arg(row.days, 0, 16));
}

}  // namespace mudeung::store
