// SPDX-License-Identifier: GPL-3.0-or-later
// Slabs, rollups and sums of the months of one import. What may be written at all is decided in cube_plan.cpp.
#include "core/store/cube_writer.h"

#include <QCoreApplication>
#include <algorithm>

#include "core/base/in_order.h"

namespace mudeung::store {

namespace {
constexpr qint64 kPageSlack = 1 << 20;

Error tooLarge(const Dataset& dataset, MonthKey month) {
    return {
        ErrorCode::InputRefused,
        QCoreApplication::translate("Store", "The numbers of “%1” for %2 are too large to be added up. Check the file for wrong values.")
            .arg(dataset.id, monthName(dataset, month)),
        QStringLiteral("64-bit overflow")};
}
}  // namespace

WriteOutcome CubeWriter::write(const CubeSource& data, const Batch& batch, OnExisting onExisting, const std::vector<MonthKey>& damaged) {
    m_source = &data;
    checkInput(data);
    reconcile(data);
    std::vector<Job> jobs = plan(data, batch, onExisting, damaged);
    if (jobs.empty()) {
        m_outcome = {};
        m_outcome.noop = true;
        return m_outcome;
    }
    const qint64 planes = static_cast<qint64>(m_stored.dataset.measures.size()) * m_stored.dataset.scheme.groups.size();
    m_steps = std::max<qint64>(1, planes * static_cast<qint64>(jobs.size()) * 2);
    poll();
    m_generation = bumpGeneration(m_db);
    saveDataset(m_db, m_stored);
    savePlaces(m_db, m_stored, m_places, m_firstChangedPlace);
    for (Job& job : jobs) writeMonth(job);
    finish(jobs, batch);
    readBack(jobs);
    return m_outcome;
}

qint64 CubeWriter::bytesNeeded() const {
    const qint64 half = std::max<qint64>(1, m_steps / 2);  // slabs are written in the first half of the steps
    const qint64 done = std::clamp<qint64>(m_stepsDone, 1, half);
    return m_bytes / done * half + kPageSlack;
}

void CubeWriter::poll() {
    if (!m_progress.isCancelled()) return;
    fail(ErrorCode::Cancelled, QCoreApplication::translate("Store", "Stopped. Nothing was changed."));
}

void CubeWriter::advance() {
    ++m_stepsDone;
    m_progress.set(static_cast<double>(m_stepsDone) / static_cast<double>(m_steps));
    poll();
}

void CubeWriter::writeMonth(Job& job) {
    job.written = {job.month, m_generation, static_cast<int>(m_places.size()), 0, 0};
    const qint64 firstKey = packKey(m_stored.rowId(), job.month, 0, 0, 0);
    const qint64 lastKey = packKey(m_stored.rowId(), job.month + 1, 0, 0, 0) - 1;
    if (job.mode == Mode::Whole) {
        Statement(m_db, "DELETE FROM slab WHERE key BETWEEN ?1 AND ?2").bind(1, firstKey).bind(2, lastKey).run();
        Statement(m_db, "DELETE FROM rollup WHERE key BETWEEN ?1 AND ?2").bind(1, firstKey).bind(2, lastKey).run();
        Statement(m_db, "DELETE FROM month_sum WHERE dataset=?1 AND month=?2").bind(1, m_stored.rowId()).bind(2, job.month).run();
        m_healed.push_back(job.month);
    }
    m_slotOfDay = daySlots(m_stored, job.month);
    const auto groups = static_cast<int>(m_stored.dataset.scheme.groups.size());
    const auto prepare = [&](int i) {
        return [this, &job, plane = planeOf(job, i / groups, i % groups)]() mutable { return make(job, std::move(plane)); };
    };
    const auto planes = static_cast<int>(m_stored.dataset.measures.size()) * groups;
    inOrder(planes, threadsForPlanes(m_stored, job.month, job.written.places), prepare, [&](int, const MadePlane& made) {
        writePlane(job, made);
        addToGroups(job, made);
        advance();
    });
    saveMonth(m_db, m_stored, job.written);
    ++m_outcome.monthsWritten;
    if (job.old) ++m_outcome.monthsReplaced;
}

int CubeWriter::sourceOf(const std::vector<int>& map, int index) {
    const auto found = std::find(map.begin(), map.end(), index);
    return found == map.end() ? -1 : static_cast<int>(found - map.begin());
}

CubeWriter::Plane CubeWriter::planeOf(const Job& job, int measure, int group) {
    poll();
    Plane plane{measure, group, sourceOf(m_map.measures, measure), sourceOf(m_map.groups, group), {}, {}};
    const bool there = plane.fromMeasure >= 0 && plane.fromGroup >= 0;
    if (!there) plane.fromMeasure = -1;
    // Nothing to mix: the blocks of the source as they are, or an empty plane.
    if (job.mode == Mode::Whole && (m_map.straight || !there)) return plane;
    plane.expected = mixPlane(job, plane);
    return plane;
}

/// The plane as it will be: what the store holds of it, and the source's cells laid over that. Returns what it must add up to.
CubeWriter::Totals CubeWriter::mixPlane(const Job& job, Plane& plane) {
    const int places = job.written.places;
    plane.cells.assign(m_slotOfDay.size() * static_cast<std::size_t>(m_stored.hours()) * places, kNotObserved);
    Totals before;
    if (job.mode != Mode::Whole) {
        CubeReader(m_db, m_stored, m_salt).readPlane(*job.old, plane.measure, plane.group, plane.cells.data(), places);
        Statement kept(m_db, "SELECT sum, observed FROM month_sum WHERE dataset=?1 AND month=?2 AND measure=?3 AND grp=?4");
        kept.bind(1, m_stored.rowId()).bind(2, job.month).bind(3, plane.measure).bind(4, plane.group);
        if (kept.step()) before = {kept.integer(0), kept.integer(1)};
    }
    if (plane.fromMeasure < 0) return before;
    const Totals added = overlay(job, plane);
    std::int64_t sum = 0;
    if (__builtin_add_overflow(before.sum, added.sum, &sum)) throw Failure{tooLarge(m_stored.dataset, job.month)};
    return {sum, before.observed + added.observed};
}

CubeWriter::Totals CubeWriter::overlay(const Job& job, Plane& plane) {
    if (const Status read = m_source->plane(job.month, plane.fromMeasure, plane.fromGroup, m_sourcePlane); !read)
        throw Failure{read.error()};
    const auto places = static_cast<int>(m_source->places().size());
    const int hours = m_source->hours();
    Totals added;
    for (int day = 0; day < m_source->daysIn(job.month); ++day) {
        for (int hour = 0; hour < hours; ++hour) {
            const std::int64_t* in = m_sourcePlane.data() + (static_cast<std::size_t>(day) * hours + hour) * places;
            const std::size_t line = static_cast<std::size_t>(day) * m_stored.hours() + hour + m_map.hourOffset;
            std::int64_t* out = plane.cells.data() + line * job.written.places;
            for (int p = 0; p < places; ++p) {
                if (in[p] == kNotObserved) continue;
                std::int64_t& cell = out[m_map.places[static_cast<std::size_t>(p)]];
                const bool empty = cell == kNotObserved;
                if (!empty && job.mode == Mode::Fill) continue;
                const std::int64_t before = empty ? 0 : cell;
                if (__builtin_add_overflow(before, in[p], &cell) || cell == kNotObserved ||
                    __builtin_add_overflow(added.sum, in[p], &added.sum)) {
                    throw Failure{tooLarge(m_stored.dataset, job.month)};
                }
                added.observed += empty ? 1 : 0;
                m_outcome.cellsFilled += empty && job.mode == Mode::Fill ? 1 : 0;
            }
        }
    }
    return added;
}

/// Brings the places from `first` on into `block`; false when nothing of them is observed.
bool CubeWriter::packedBlock(const Job& job, const Plane& plane, int first, PackedBlock& block) const {
    const int places = job.written.places;
    const int width = std::min(kBlockPlaces, places - first);
    const std::size_t lines = m_slotOfDay.size() * static_cast<std::size_t>(m_stored.hours());
    if (!plane.expected) {
        if (plane.fromMeasure < 0) return false;
        const auto found = m_source->block(job.month, plane.fromMeasure, plane.fromGroup, first / kBlockPlaces, block);
        if (!found) throw Failure{found.error()};
        if (*found && (block.width != width || block.codes.size() != lines * static_cast<std::size_t>(width))) {
            fail(ErrorCode::Internal,
                 QCoreApplication::translate("Store", "The import handed over numbers that do not fit together; nothing was changed."),
                 QStringLiteral("block shape"));
        }
        return *found;
    }
    thread_local std::vector<std::int64_t> cells;
    cells.resize(lines * static_cast<std::size_t>(width));
    bool any = false;
    for (std::size_t line = 0; line < lines; ++line) {
        const std::int64_t* in = plane.cells.data() + line * static_cast<std::size_t>(places) + first;
        std::int64_t* out = cells.data() + line * static_cast<std::size_t>(width);
        bool seen = false;
        for (int p = 0; p < width; ++p) {
            out[p] = in[p];
            seen |= in[p] != kNotObserved;
        }
        any |= seen;
    }
    if (any) block.pack(cells.data(), cells.size(), width);
    return any;
}

CubeWriter::MadePlane CubeWriter::make(const Job& job, Plane plane) const {
    MadePlane made;
    made.measure = plane.measure;
    made.group = plane.group;
    made.totals.start(m_stored.hours(), job.written.places, m_slotOfDay);
    const qint64 firstKey = packKey(m_stored.rowId(), job.month, plane.measure, plane.group, 0);
    thread_local PackedBlock packed;
    for (int first = 0, block = 0; first < job.written.places; first += kBlockPlaces, ++block) {
        if (!packedBlock(job, plane, first, packed)) continue;
        if (!made.totals.add(packed, first, m_slotOfDay)) throw Failure{tooLarge(m_stored.dataset, job.month)};
        const qint64 key = firstKey + block;
        const SlabShape shape{m_stored.daysIn(job.month), m_stored.hours(), packed.width};
        made.slabs.emplace_back(key, encodeSlab(packed, shape, {m_salt, key, m_generation}));
    }
    if (plane.expected && *plane.expected != Totals{made.totals.sum, made.totals.observed}) {
        fail(ErrorCode::Internal, QCoreApplication::translate("Store", "The sums of “%1” did not agree while writing; nothing was changed.")
                                      .arg(m_stored.dataset.id));
    }
    if (made.totals.observed > 0) made.rollups = encodeRollups(job, plane.measure, plane.group, made.totals.rollups);
    return made;
}

/// Blobs with their keys.
CubeWriter::Blobs CubeWriter::encodeRollups(const Job& job, int measure, int group, const std::vector<RollupPlanes>& rollups) const {
    Blobs blobs;
    const qint64 firstKey = packKey(m_stored.rowId(), job.month, measure, group, 0);
    for (const int slot : slotsOf(m_stored.dataset)) {
        const RollupPlanes& planes = rollups[static_cast<std::size_t>(slot)];
        blobs.emplace_back(firstKey + slot, encodeRollup(planes, {m_salt, firstKey + slot, m_generation}));
    }
    return blobs;
}

void CubeWriter::writePlane(Job& job, const MadePlane& made) {
    const qint64 firstKey = packKey(m_stored.rowId(), job.month, made.measure, made.group, 0);
    if (job.mode != Mode::Whole)
        Statement(m_db, "DELETE FROM slab WHERE key BETWEEN ?1 AND ?2").bind(1, firstKey).bind(2, firstKey + 0xFFFF).run();
    insertBlobs("INSERT INTO slab(key, data) VALUES(?1, ?2)", made.slabs);
    writeRollups(job, made.measure, made.group, made.rollups);
    const auto slabs = static_cast<int>(made.slabs.size());
    job.sums.push_back({{job.month, made.measure, made.group, made.totals.sum, made.totals.observed}, slabs});
    job.written.slabs += slabs;
    job.written.days |= made.totals.days;
}

void CubeWriter::insertBlobs(const char* sql, const Blobs& blobs) {
    Statement insert(m_db, sql);
    for (const auto& [key, blob] : blobs) {
        m_bytes += blob.size();
        insert.bind(1, key).bindBlob(2, blob).run();
    }
}

/// Keeps the sums of all groups together and writes them with the last group, so that the first answer of a session, which is mostly about
/// everybody, need not read every group.
void CubeWriter::addToGroups(const Job& job, const MadePlane& made) {
    const auto groups = static_cast<int>(m_stored.dataset.scheme.groups.size());
    if (groups < 2) return;
    if (made.group == 0) {
        m_anyTogether = false;
        m_together = made.totals.rollups;
    } else {
        for (std::size_t slot = 0; slot < m_together.size(); ++slot)
            if (!m_together[slot].add(made.totals.rollups[slot])) throw Failure{tooLarge(m_stored.dataset, job.month)};
    }
    m_anyTogether = m_anyTogether || made.totals.observed > 0;
    if (made.group == groups - 1 && m_anyTogether)
        writeRollups(job, made.measure, kAllGroupsKey, encodeRollups(job, made.measure, kAllGroupsKey, m_together));
}

void CubeWriter::writeRollups(const Job& job, int measure, int group, const Blobs& blobs) {
    const qint64 firstKey = packKey(m_stored.rowId(), job.month, measure, group, 0);
    Statement(m_db, "DELETE FROM rollup WHERE key BETWEEN ?1 AND ?2").bind(1, firstKey).bind(2, firstKey + 0xFFFF).run();
    insertBlobs("INSERT INTO rollup(key, data) VALUES(?1, ?2)", blobs);
}

void CubeWriter::finish(const std::vector<Job>& jobs, const Batch& batch) {
    // Not before now: reading the old planes of a month compares them with its old sums.
    for (const Job& job : jobs) {
        for (const auto& [sum, slabs] : job.sums) saveMonthSum(m_db, m_stored.rowId(), sum, slabs);
    }
    m_stored.months = 0;
    Statement count(m_db, "SELECT count(*) FROM month WHERE dataset=?1");
    count.bind(1, m_stored.rowId());
    if (count.step()) m_stored.months = count.integer(0);
    count.reset();
    m_stored.dataset.period = periodOf(m_stored, loadMonths(m_db, m_stored));
    saveDataset(m_db, m_stored);
    // All months of the file count: it is only in use as a whole while none of them has been replaced.
    const auto months = static_cast<qint64>(jobs.size() + m_held.size());
    const qint64 batchRow = insertBatch(m_db, m_stored.rowId(), batch, months, m_generation);
    for (const MonthKey month : m_held) renewContributor(m_db, m_stored.rowId(), month, batch.sha256, batchRow);
    for (const Job& job : jobs) addContributor(m_db, m_stored.rowId(), job.month, batchRow, job.mode == Mode::Whole);
    Statement heal(m_db, "DELETE FROM quarantine WHERE dataset=?1 AND month=?2");
    for (const MonthKey month : m_healed) heal.bind(1, m_stored.rowId()).bind(2, month).run();
}

void CubeWriter::readBack(const std::vector<Job>& jobs) {
    try {
        const auto found = requireDataset(m_db, m_stored.dataset.id);
        loadPlaces(m_db, found);
        const CubeReader reader(m_db, found, m_salt);
        for (const Job& job : jobs) {
            const auto row = findMonth(m_db, found, job.month);
            if (!row) fail(ErrorCode::Internal, {}, QStringLiteral("month row absent"));
            reader.checkMonth(*row, static_cast<int>(found.dataset.measures.size()), static_cast<int>(found.dataset.scheme.groups.size()),
                              [this] { advance(); });
        }
    } catch (const Failure& failure) {
        if (failure.error.code == ErrorCode::Cancelled || failure.error.code == ErrorCode::Io) throw;
        fail(
            ErrorCode::Internal,
            QCoreApplication::translate("Store", "What was read back of “%1” is not what was written; nothing was changed. Check the disk.")
                .arg(m_stored.dataset.id),
            failure.error.detail);
    }
}

}  // namespace mudeung::store
