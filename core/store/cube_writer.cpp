// SPDX-License-Identifier: GPL-3.0-or-later
// Slabs, rollups and sums of the months of one import. What may be written at all is decided in cube_plan.cpp.
#include "core/store/cube_writer.h"

#include <QCoreApplication>
#include <algorithm>

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
    quint32 days = 0;
    for (int measure = 0; measure < static_cast<int>(m_stored.dataset.measures.size()); ++measure) {
        for (int group = 0; group < static_cast<int>(m_stored.dataset.scheme.groups.size()); ++group) {
            writePlane(job, measure, group, days);
            addToGroups(job, group);
            advance();
        }
        // So that the first answer of a session, which is mostly about everybody, need not read every group.
        if (m_stored.dataset.scheme.groups.size() > 1 && m_anyTogether) writeRollups(job, measure, kAllGroupsKey, m_together);
    }
    job.written.days = days;
    saveMonth(m_db, m_stored, job.written);
    ++m_outcome.monthsWritten;
    if (job.old) ++m_outcome.monthsReplaced;
}

int CubeWriter::sourceOf(const std::vector<int>& map, int index) {
    const auto found = std::find(map.begin(), map.end(), index);
    return found == map.end() ? -1 : static_cast<int>(found - map.begin());
}

const std::vector<int>& CubeWriter::slotOfDay(MonthKey month) {
    if (m_slotsMonth != month) m_slotOfDay = daySlots(m_stored, month);
    m_slotsMonth = month;
    return m_slotOfDay;
}

void CubeWriter::writePlane(Job& job, int measure, int group, quint32& days) {
    int fromMeasure = sourceOf(m_map.measures, measure);
    const int fromGroup = sourceOf(m_map.groups, group);
    if (fromMeasure < 0 || fromGroup < 0) fromMeasure = -1;
    const bool straight = job.mode == Mode::Whole && fromMeasure >= 0 && m_map.straight;
    std::optional<Totals> expected;
    if (!straight) expected = mixPlane(job, measure, group, fromMeasure, fromGroup);
    m_totals.start(m_stored.hours(), job.written.places, slotOfDay(job.month));
    const int slabs = writeSlabs(job, measure, group, straight, fromMeasure, fromGroup);
    if (expected && *expected != Totals{m_totals.sum, m_totals.observed}) {
        fail(ErrorCode::Internal, QCoreApplication::translate("Store", "The sums of “%1” did not agree while writing; nothing was changed.")
                                      .arg(m_stored.dataset.id));
    }
    days |= m_totals.days;
    writeRollups(job, measure, group, m_totals.rollups);
    job.sums.push_back({{job.month, measure, group, m_totals.sum, m_totals.observed}, slabs});
    job.written.slabs += slabs;
}

/// The plane as it will be: what the store holds of it, and the source's cells laid over that. Returns what it must add up to.
CubeWriter::Totals CubeWriter::mixPlane(const Job& job, int measure, int group, int fromMeasure, int fromGroup) {
    const int places = job.written.places;
    m_plane.assign(slotOfDay(job.month).size() * static_cast<std::size_t>(m_stored.hours()) * places, kNotObserved);
    Totals before;
    if (job.mode != Mode::Whole) {
        CubeReader(m_db, m_stored, m_salt).readPlane(*job.old, measure, group, m_plane.data(), places);
        Statement kept(m_db, "SELECT sum, observed FROM month_sum WHERE dataset=?1 AND month=?2 AND measure=?3 AND grp=?4");
        kept.bind(1, m_stored.rowId()).bind(2, job.month).bind(3, measure).bind(4, group);
        if (kept.step()) before = {kept.integer(0), kept.integer(1)};
    }
    if (fromMeasure < 0) return before;
    const Totals added = overlay(job, fromMeasure, fromGroup, m_plane.data());
    std::int64_t sum = 0;
    if (__builtin_add_overflow(before.sum, added.sum, &sum)) throw Failure{tooLarge(m_stored.dataset, job.month)};
    return {sum, before.observed + added.observed};
}

CubeWriter::Totals CubeWriter::overlay(const Job& job, int sourceMeasure, int sourceGroup, std::int64_t* plane) {
    if (const Status read = m_source->plane(job.month, sourceMeasure, sourceGroup, m_sourcePlane); !read) throw Failure{read.error()};
    const auto places = static_cast<int>(m_source->places().size());
    const int hours = m_source->hours();
    Totals added;
    for (int day = 0; day < m_source->daysIn(job.month); ++day) {
        for (int hour = 0; hour < hours; ++hour) {
            const std::int64_t* in = m_sourcePlane.data() + (static_cast<std::size_t>(day) * hours + hour) * places;
            const std::size_t line = static_cast<std::size_t>(day) * m_stored.hours() + hour + m_map.hourOffset;
            std::int64_t* out = plane + line * job.written.places;
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

void CubeWriter::insertBlob(Statement& statement, qint64 key, const QByteArray& blob) {
    m_bytes += blob.size();
    statement.bind(1, key).bindBlob(2, blob).run();
}

/// Brings the places from `first` on into m_block; false when nothing of them is observed.
bool CubeWriter::packedBlock(const Job& job, int first, bool straight, int fromMeasure, int fromGroup) {
    const int places = job.written.places;
    const int width = std::min(kBlockPlaces, places - first);
    const std::size_t lines = slotOfDay(job.month).size() * static_cast<std::size_t>(m_stored.hours());
    if (straight) {
        const auto found = m_source->block(job.month, fromMeasure, fromGroup, first / kBlockPlaces, m_block);
        if (!found) throw Failure{found.error()};
        if (*found && (m_block.width != width || m_block.codes.size() != lines * static_cast<std::size_t>(width))) {
            fail(ErrorCode::Internal,
                 QCoreApplication::translate("Store", "The import handed over numbers that do not fit together; nothing was changed."),
                 QStringLiteral("block shape"));
        }
        return *found;
    }
    m_cells.resize(lines * static_cast<std::size_t>(width));
    bool any = false;
    for (std::size_t line = 0; line < lines; ++line) {
        const std::int64_t* in = m_plane.data() + line * static_cast<std::size_t>(places) + first;
        std::int64_t* out = m_cells.data() + line * static_cast<std::size_t>(width);
        bool seen = false;
        for (int p = 0; p < width; ++p) {
            out[p] = in[p];
            seen |= in[p] != kNotObserved;
        }
        any |= seen;
    }
    if (any) m_block.pack(m_cells.data(), m_cells.size(), width);
    return any;
}

int CubeWriter::writeSlabs(const Job& job, int measure, int group, bool straight, int fromMeasure, int fromGroup) {
    const qint64 firstKey = packKey(m_stored.rowId(), job.month, measure, group, 0);
    if (job.mode != Mode::Whole) {
        Statement(m_db, "DELETE FROM slab WHERE key BETWEEN ?1 AND ?2").bind(1, firstKey).bind(2, firstKey + 0xFFFF).run();
    }
    Statement insert(m_db, "INSERT INTO slab(key, data) VALUES(?1, ?2)");
    int slabs = 0;
    for (int first = 0, block = 0; first < job.written.places; first += kBlockPlaces, ++block) {
        poll();
        if (!packedBlock(job, first, straight, fromMeasure, fromGroup)) continue;
        if (!m_totals.add(m_block, first, slotOfDay(job.month))) throw Failure{tooLarge(m_stored.dataset, job.month)};
        const qint64 key = firstKey + block;
        insertBlob(insert, key,
                   encodeSlab(m_block, {m_stored.daysIn(job.month), m_stored.hours(), m_block.width}, {m_salt, key, m_generation}));
        ++slabs;
    }
    return slabs;
}

void CubeWriter::addToGroups(const Job& job, int group) {
    if (group == 0) m_anyTogether = false;
    m_anyTogether = m_anyTogether || m_totals.observed > 0;
    if (group == 0) {
        m_together = m_totals.rollups;
        return;
    }
    for (std::size_t slot = 0; slot < m_together.size(); ++slot)
        if (!m_together[slot].add(m_totals.rollups[slot])) throw Failure{tooLarge(m_stored.dataset, job.month)};
}

void CubeWriter::writeRollups(const Job& job, int measure, int group, const std::vector<RollupPlanes>& rollups) {
    const qint64 firstKey = packKey(m_stored.rowId(), job.month, measure, group, 0);
    Statement(m_db, "DELETE FROM rollup WHERE key BETWEEN ?1 AND ?2").bind(1, firstKey).bind(2, firstKey + 0xFFFF).run();
    if (group != kAllGroupsKey && m_totals.observed == 0) return;
    Statement insert(m_db, "INSERT INTO rollup(key, data) VALUES(?1, ?2)");
    for (const int slot : slotsOf(m_stored.dataset)) {
        const RollupPlanes& planes = rollups[static_cast<std::size_t>(slot)];
        insertBlob(insert, firstKey + slot, encodeRollup(planes, {m_salt, firstKey + slot, m_generation}));
    }
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
    const qint64 batchRow = insertBatch(m_db, m_stored.rowId(), batch, static_cast<qint64>(jobs.size()), m_generation);
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
