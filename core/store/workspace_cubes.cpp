// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Workspace that reads and writes cells.
#include "core/base/format.h"
#include "core/store/cube_reader.h"
#include "core/store/cube_writer.h"
#include "core/store/workspace_impl.h"

namespace mudeung {

using namespace store;

namespace {
void checkIndices(const StoredDataset& stored, int measure, const std::vector<int>& groups) {
    bool ok = measure >= 0 && measure < static_cast<int>(stored.dataset.measures.size());
    for (const int group : groups) ok = ok && group >= 0 && group < static_cast<int>(stored.dataset.scheme.groups.size());
    if (ok) return;
    fail(ErrorCode::Usage,
         QCoreApplication::translate("Store", "“%1” does not have the measure or group that was asked for. Choose one that it has.")
             .arg(stored.dataset.id));
}

MonthRow requireMonth(Database& db, const StoredDataset& stored, MonthKey month) {
    if (const auto row = findMonth(db, stored, month)) return *row;
    fail(ErrorCode::NotFound, QCoreApplication::translate("Store", "“%1” has no numbers for %2. Import a file that covers it.")
                                  .arg(stored.dataset.id, monthName(stored.dataset, month)));
}
}  // namespace

void Workspace::Impl::noteDamage(const StoredDataset& stored, MonthKey month) {
    {
        const std::lock_guard guard(m_damageMutex);
        if (!m_damage[stored.dataset.id].insert(month).second) return;
    }
    if (!writer) return;
    const auto turn = writer->turnIfFree();
    if (!turn.owns_lock()) return;
    try {
        Database& db = writer->database();
        Transaction transaction(db, Transaction::Kind::Write);
        Statement(db, "INSERT OR REPLACE INTO quarantine(dataset, month) VALUES(?1, ?2)").bind(1, stored.rowId()).bind(2, month).run();
        transaction.commit();
    } catch (const Failure&) {
        // The damage is known for this session; a file that cannot be written is not made worse by that.
    }
}

std::vector<MonthKey> Workspace::Impl::notedDamage(const QString& datasetId) const {
    const std::lock_guard guard(m_damageMutex);
    const auto found = m_damage.find(datasetId);
    return found == m_damage.end() ? std::vector<MonthKey>{} : std::vector<MonthKey>(found->second.begin(), found->second.end());
}

void Workspace::Impl::forgetDamage(const QString& datasetId, const std::vector<MonthKey>& months) {
    const std::lock_guard guard(m_damageMutex);
    for (const MonthKey month : months) m_damage[datasetId].erase(month);
}

Result<std::vector<Place>> Workspace::places(const QString& datasetId) const {
    return m_impl->read([&](Database& db) { return loadPlaces(db, requireDataset(db, datasetId, DatasetKind::Cube)); });
}

Result<std::vector<MonthKey>> Workspace::months(const QString& datasetId) const {
    return m_impl->read([&](Database& db) {
        std::vector<MonthKey> months;
        for (const MonthRow& row : loadMonths(db, requireDataset(db, datasetId, DatasetKind::Cube))) months.push_back(row.month);
        return months;
    });
}

Result<std::vector<MonthSum>> Workspace::monthSums(const QString& datasetId) const {
    return m_impl->read([&](Database& db) { return loadMonthSums(db, requireDataset(db, datasetId, DatasetKind::Cube)); });
}

Result<MonthCells> Workspace::readMonth(const QString& datasetId, MonthKey month, int measure, const std::vector<int>& groups) const {
    std::optional<StoredDataset> stored;
    const auto result = m_impl->read([&](Database& db) {
        stored = requireDataset(db, datasetId, DatasetKind::Cube);
        checkIndices(*stored, measure, groups);
        const MonthRow row = requireMonth(db, *stored, month);
        MonthCells cells{
            1, static_cast<int>(groups.size()), stored->daysIn(month), stored->hours(), static_cast<int>(stored->dataset.placeCount), {}};
        cells.cells.assign(cells.index(1, 0, 0, 0, 0), kNotObserved);
        const CubeReader reader(db, *stored, m_impl->salt);
        for (std::size_t g = 0; g < groups.size(); ++g) {
            reader.readPlane(row, measure, groups[g], cells.cells.data() + cells.index(0, static_cast<int>(g), 0, 0, 0), cells.places);
        }
        return cells;
    });
    if (result || !stored || result.error().code != ErrorCode::Corrupt) return result;
    m_impl->noteDamage(*stored, month);
    return damagedMonth(stored->dataset, month, result.error().detail);
}

Result<Rollup> Workspace::readRollup(const QString& datasetId, MonthKey month, int dayType, int measure, int group) const {
    std::optional<StoredDataset> stored;
    const auto result = m_impl->read([&](Database& db) {
        stored = requireDataset(db, datasetId, DatasetKind::Cube);
        checkIndices(*stored, measure, {group});
        const std::vector<int> daySlotsUsed = slotsOf(stored->dataset);
        if (std::find(daySlotsUsed.begin(), daySlotsUsed.end(), dayType) == daySlotsUsed.end()) {
            fail(ErrorCode::Usage,
                 QCoreApplication::translate("Store", "“%1” cannot be asked by day type: it has no days.").arg(datasetId));
        }
        const MonthRow row = requireMonth(db, *stored, month);
        RollupPlanes planes = CubeReader(db, *stored, m_impl->salt).readRollup(row, measure, group, dayType);
        Rollup rollup{planes.hours, static_cast<int>(stored->dataset.placeCount), {}, {}};
        if (rollup.places == planes.places) {
            rollup.sum = std::move(planes.sum);
            rollup.observed = std::move(planes.observed);
            return rollup;
        }
        rollup.sum.resize(rollup.index(rollup.hours, 0));
        rollup.observed.resize(rollup.sum.size());
        for (int hour = 0; hour < rollup.hours; ++hour) {
            const auto from = static_cast<std::ptrdiff_t>(hour) * planes.places;
            const auto to = static_cast<std::ptrdiff_t>(rollup.index(hour, 0));
            std::copy_n(planes.sum.begin() + from, planes.places, rollup.sum.begin() + to);
            std::copy_n(planes.observed.begin() + from, planes.places, rollup.observed.begin() + to);
        }
        return rollup;
    });
    if (result || !stored || result.error().code != ErrorCode::Corrupt) return result;
    m_impl->noteDamage(*stored, month);
    return damagedMonth(stored->dataset, month, result.error().detail);
}

Status Workspace::eachRollup(const QString& datasetId, int measure, const std::vector<int>& groups,
                             const std::function<void(MonthKey, int, const Rollup&)>& take,
                             const std::function<void(MonthKey, const Error&)>& damaged) const {
    std::vector<MonthKey> bad;
    std::optional<StoredDataset> stored;
    const auto result = m_impl->read([&](Database& db) {
        stored = requireDataset(db, datasetId, DatasetKind::Cube);
        const bool together = groups == std::vector<int>{kEveryGroup};
        checkIndices(*stored, measure, together ? std::vector<int>{} : groups);
        const std::vector<int> keys = together ? std::vector<int>{kAllGroupsKey} : groups;
        const std::vector<int> slotsUsed = slotsOf(stored->dataset);
        const CubeReader reader(db, *stored, m_impl->salt);
        RollupPlanes planes;
        Rollup rollup;
        for (const MonthRow& row : loadMonths(db, *stored)) {
            try {
                for (const int group : keys) {
                    for (const int slot : slotsUsed) {
                        reader.readRollup(row, measure, group, slot, planes);
                        rollup.hours = planes.hours;
                        rollup.places = planes.places;
                        rollup.sum.swap(planes.sum);
                        rollup.observed.swap(planes.observed);
                        take(row.month, slot, rollup);
                    }
                }
            } catch (const Failure& failure) {
                if (failure.error.code != ErrorCode::Corrupt) throw;
                bad.push_back(row.month);
                damaged(row.month, damagedMonth(stored->dataset, row.month, failure.error.detail));
            }
        }
        return Done{};
    });
    for (const MonthKey month : bad) m_impl->noteDamage(*stored, month);
    if (!result) return result.error();
    return done();
}

Status Workspace::readPlane(const QString& datasetId, MonthKey month, int measure, int group, std::vector<std::int64_t>& cells) const {
    std::optional<StoredDataset> stored;
    const auto result = m_impl->read([&](Database& db) {
        stored = requireDataset(db, datasetId, DatasetKind::Cube);
        checkIndices(*stored, measure, {group});
        const auto places = static_cast<int>(stored->dataset.placeCount);
        cells.assign(static_cast<std::size_t>(stored->daysIn(month)) * stored->hours() * places, kNotObserved);
        CubeReader(db, *stored, m_impl->salt).readPlane(requireMonth(db, *stored, month), measure, group, cells.data(), places);
        return Done{};
    });
    if (result) return done();
    if (!stored || result.error().code != ErrorCode::Corrupt) return result.error();
    m_impl->noteDamage(*stored, month);
    return damagedMonth(stored->dataset, month, result.error().detail);
}

Status Workspace::readPlaces(const QString& datasetId, MonthKey month, int measure, const std::vector<int>& groups, int firstPlace,
                             int count, const std::function<void(const std::vector<std::int64_t>&)>& take) const {
    std::optional<StoredDataset> stored;
    const auto result = m_impl->read([&](Database& db) {
        stored = requireDataset(db, datasetId, DatasetKind::Cube);
        checkIndices(*stored, measure, groups);
        const MonthRow row = requireMonth(db, *stored, month);
        const qint64 inBlock = kBlockPlaces - firstPlace % kBlockPlaces;
        const qint64 width = std::clamp<qint64>(stored->dataset.placeCount - firstPlace, 0, std::min<qint64>(count, inBlock));
        const CubeReader reader(db, *stored, m_impl->salt);
        std::vector<std::int64_t> cells;
        for (const int group : groups) {
            cells.assign(static_cast<std::size_t>(stored->daysIn(month)) * stored->hours() * static_cast<std::size_t>(width), kNotObserved);
            reader.readPlaces(row, measure, group, firstPlace, static_cast<int>(width), cells.data());
            take(cells);
        }
        return Done{};
    });
    if (result) return done();
    if (!stored || result.error().code != ErrorCode::Corrupt) return result.error();
    m_impl->noteDamage(*stored, month);
    return damagedMonth(stored->dataset, month, result.error().detail);
}

Result<quint32> Workspace::daysObserved(const QString& datasetId, MonthKey month) const {
    return m_impl->read([&](Database& db) {
        const StoredDataset stored = requireDataset(db, datasetId, DatasetKind::Cube);
        return requireMonth(db, stored, month).days;
    });
}

Result<std::vector<MonthKey>> Workspace::quarantined(const QString& datasetId) const {
    const std::vector<MonthKey> noted = m_impl->notedDamage(datasetId);
    return m_impl->read([&](Database& db) {
        const StoredDataset stored = requireDataset(db, datasetId, DatasetKind::Cube);
        std::set<MonthKey> all(noted.begin(), noted.end());
        for (const MonthKey month : loadQuarantine(db, stored.rowId())) all.insert(month);
        return std::vector<MonthKey>(all.begin(), all.end());
    });
}

Result<WriteOutcome> Workspace::writeCube(const CubeData& data, const Batch& batch, OnExisting onExisting, Progress& progress) {
    return writeCube(CubeDataSource(data), batch, onExisting, progress);
}

Result<WriteOutcome> Workspace::writeCube(const CubeSource& data, const Batch& batch, OnExisting onExisting, Progress& progress) {
    WriteOutcome outcome;
    std::vector<MonthKey> healed;
    const Status status = m_impl->write(progress, [&](Database& db) {
        std::vector<MonthKey> damaged = m_impl->notedDamage(data.dataset().id);
        if (const auto stored = findDataset(db, data.dataset().id)) {
            for (const MonthKey month : loadQuarantine(db, stored->rowId())) damaged.push_back(month);
        }
        CubeWriter writer(db, m_impl->salt, progress);
        try {
            outcome = writer.write(data, batch, onExisting, damaged);
        } catch (const Failure& failure) {
            if (!failure.diskFull) throw;
            fail(ErrorCode::Io,
                 QCoreApplication::translate(
                     "Store",
                     "The disk that holds “%1” is full: the import needs about %2 and %3 are free. Nothing was changed; "
                     "free some space or move the workspace to another disk.")
                     .arg(m_impl->path, formatBytes(writer.bytesNeeded()), formatBytes(freeBytes(m_impl->path))),
                 failure.error.detail);
        }
        healed = writer.healed();
        return !outcome.noop;
    });
    if (!status) return status.error();
    m_impl->forgetDamage(data.dataset().id, healed);
    return outcome;
}

}  // namespace mudeung
