// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the months of one import into an open write transaction and reads them back. Commits nothing itself.
#pragma once

#include <optional>
#include <vector>

#include "core/base/progress.h"
#include "core/store/cube_reader.h"
#include "core/store/workspace.h"

namespace mudeung::store {

class CubeWriter {
public:
    CubeWriter(Database& db, qint64 salt, Progress& progress) : m_db(db), m_salt(salt), m_progress(progress) {}

    /// `damaged`: months known to hold damaged slabs. After a result with noop nothing was written.
    WriteOutcome write(const CubeSource& data, const Batch& batch, OnExisting onExisting, const std::vector<MonthKey>& damaged);
    /// Months that were written whole, so that earlier damage is gone.
    const std::vector<MonthKey>& healed() const { return m_healed; }
    /// A rough estimate of what the whole import takes on the disk, for the message about a full one.
    qint64 bytesNeeded() const;

private:
    enum class Mode { Whole, Add, Fill };
    struct Job {
        MonthKey month = 0;
        Mode mode = Mode::Whole;
        std::optional<MonthRow> old;
        MonthRow written;
        std::vector<std::pair<MonthSum, int>> sums;  ///< with the number of slabs
    };
    /// From indices of the source to indices of the store.
    struct Mapping {
        std::vector<int> measures;
        std::vector<int> groups;
        std::vector<int> places;
        int hourOffset = 0;
        bool straight = false;  ///< hours and places agree: planes can be taken as they are
    };
    struct Totals {
        std::int64_t sum = 0;
        std::int64_t observed = 0;
        bool operator==(const Totals&) const = default;
    };

    /// What a plane of the store will be made from.
    struct Plane {
        int measure = 0;
        int group = 0;
        int fromMeasure = 0;  ///< indices of the source; −1 when it lacks the plane
        int fromGroup = 0;
        std::vector<std::int64_t> cells;  ///< [day][hour][place], when the source cannot be taken as it is; else empty
        std::optional<Totals> expected;   ///< of these cells
    };
    using Blobs = std::vector<std::pair<qint64, QByteArray>>;  ///< by key
    struct MadePlane {
        int measure = 0;
        int group = 0;
        PlaneTotals totals;
        Blobs slabs;
        Blobs rollups;
    };

    void checkInput(const CubeSource& data) const;
    void reconcile(const CubeSource& data);
    void reconcileShape(const CubeSource& data);
    void reconcileMeasuresAndGroups(const CubeSource& data);
    void reconcilePlaces(const CubeSource& data);
    std::vector<Job> plan(const CubeSource& data, const Batch& batch, OnExisting onExisting, const std::vector<MonthKey>& damaged);
    bool alreadyHolds(const Job& job, const QString& sha256, OnExisting onExisting);
    void writeMonth(Job& job);
    Plane planeOf(const Job& job, int measure, int group);
    /// Called by several threads at once.
    MadePlane make(const Job& job, Plane plane) const;
    Blobs encodeRollups(const Job& job, int measure, int group, const std::vector<RollupPlanes>& rollups) const;
    void writePlane(Job& job, const MadePlane& made);
    /// Where in the source a measure or group of the store comes from; −1 when the source lacks it.
    static int sourceOf(const std::vector<int>& map, int index);
    Totals mixPlane(const Job& job, Plane& plane);
    Totals overlay(const Job& job, Plane& plane);
    bool packedBlock(const Job& job, const Plane& plane, int first, PackedBlock& block) const;
    void writeRollups(const Job& job, int measure, int group, const Blobs& blobs);
    void addToGroups(const Job& job, const MadePlane& made);
    void insertBlobs(const char* sql, const Blobs& blobs);
    void readBack(const std::vector<Job>& jobs);
    void finish(const std::vector<Job>& jobs, const Batch& batch);
    void poll();
    void advance();

    Database& m_db;
    qint64 m_salt;
    Progress& m_progress;
    const CubeSource* m_source = nullptr;
    StoredDataset m_stored;
    std::vector<Place> m_places;
    std::size_t m_firstChangedPlace = 0;
    Mapping m_map;
    qint64 m_generation = 0;
    WriteOutcome m_outcome;
    std::vector<MonthKey> m_healed;
    std::vector<MonthKey> m_held;  ///< months that hold the numbers of the file already
    std::vector<std::int64_t> m_sourcePlane;
    std::vector<RollupPlanes> m_together;  ///< all groups of one measure
    bool m_anyTogether = false;
    std::vector<int> m_slotOfDay;  ///< of the month that is being written
    qint64 m_bytes = 0;
    qint64 m_stepsDone = 0;
    qint64 m_steps = 1;
};

}  // namespace mudeung::store
