// SPDX-License-Identifier: GPL-3.0-or-later
// One `.mudeung` file: datasets, places, slabs, layers, batches. The only door to SQLite; knows no file formats.
#pragma once

#include <QString>
#include <QVector>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/model/cube_source.h"
#include "core/model/dataset.h"

namespace mudeung {

enum class OpenMode { ReadOnly, ReadWrite };

/// Sums of one stored month, kept to be checked after each load and shown in the quality report.
struct MonthSum {
    MonthKey month = 0;
    int measure = 0;
    int group = 0;
    std::int64_t sum = 0;
    std::int64_t observed = 0;
};

/// Sums and observed counts [hour][place] over the days of one type in a month; places = all places of the dataset.
struct Rollup {
    int hours = 0;
    int places = 0;
    std::vector<std::int64_t> sum;
    std::vector<std::int64_t> observed;
    std::size_t index(int hour, int place) const { return static_cast<std::size_t>(hour) * places + place; }
};

/// Day types of Rollup: those of HolidayCalendar for daily data; data by month or year has this one only.
constexpr int kWholeStep = kDayTypes;

/// Instead of groups: all of them together.
constexpr int kEveryGroup = -1;

/// One run of an analysis, without its result.
struct StoredRun {
    qint64 id = 0;
    QString analysis;
    QString startedAt;        ///< ISO 8601 with offset
    QJsonObject description;  ///< question, parameters, sources, version …; not looked into here
};

/// What writing a batch did.
struct WriteOutcome {
    bool noop = false;  ///< this very file was already imported into this dataset: nothing was written
    int monthsWritten = 0;
    int monthsReplaced = 0;
    int placesAdded = 0;
    std::int64_t cellsFilled = 0;  ///< OnExisting::Fill: cells that were empty before
};

/// A handle to a workspace. Reading is safe from any thread (each thread gets its own connection); writing takes the
/// process-wide writer and the lock between processes. Every write is one transaction: all or nothing.
class Workspace {
public:
    /// Creates a new file (an error if it exists and is not an empty file).
    static Result<std::shared_ptr<Workspace>> create(const QString& path);
    /// Opens; refuses foreign files (Corrupt), later versions (NewerVersion), network drives (NetworkDrive). ReadWrite migrates older
    /// versions after a backup.
    static Result<std::shared_ptr<Workspace>> open(const QString& path, OpenMode mode);
    /// Opens for writing, or creates when the file does not exist.
    static Result<std::shared_ptr<Workspace>> openOrCreate(const QString& path);
    /// A checked copy of a workspace that may not be opened where it lies (NetworkDrive), its log included; `target` must not exist. Busy
    /// when the original changes meanwhile, Corrupt when the copy is not whole.
    static Status copyToLocal(const QString& from, const QString& target, Progress& progress);
    ~Workspace();

    QString path() const;
    bool isReadOnly() const;
    /// Grows with every committed change of datasets (not of settings); caches compare it.
    Result<qint64> generation() const;

    Result<QVector<Dataset>> datasets() const;
    Result<Dataset> dataset(const QString& id) const;  ///< NotFound names the datasets that exist
    Result<QVector<Batch>> batches(const QString& datasetId) const;
    /// The same without options and reports, which are long texts, and whether the numbers of each are all still in use.
    Result<QVector<std::pair<Batch, bool>>> batchFiles(const QString& datasetId) const;
    /// The batch of this dataset that came from the same bytes and whose numbers are all still in use, if any.
    /// `alone`: only if the months it is in hold the numbers of no other file.
    Result<std::optional<Batch>> findBatch(const QString& datasetId, const QString& sha256, bool alone = false) const;

    // cubes
    Result<std::vector<Place>> places(const QString& datasetId) const;  ///< in store order: index = place index in cells
    Result<std::vector<MonthKey>> months(const QString& datasetId) const;
    Result<std::vector<MonthSum>> monthSums(const QString& datasetId) const;
    /// All cells of a month for the asked groups and one measure: layout of MonthCells with measures = 1 and
    /// groups = groups.size(); places = all places of the dataset. Corrupt when a slab fails its checksum (the month is
    /// quarantined, other months keep answering).
    Result<MonthCells> readMonth(const QString& datasetId, MonthKey month, int measure, const std::vector<int>& groups) const;
    /// What readMonth() would add up to over the days of one type (DayType as int, or kWholeStep). Written with the slabs.
    Result<Rollup> readRollup(const QString& datasetId, MonthKey month, int dayType, int measure, int group) const;
    /// Every stored rollup of a measure and these groups (or of {kEveryGroup}), by month, all of one generation. `take` gets the month, the
    /// day type (or kWholeStep) and a rollup whose `places` are those that the month knew (a prefix of the dataset's); `damaged` a month
    /// that cannot be read, once, after which that month is left. Both are called inside the call.
    Status eachRollup(const QString& datasetId, int measure, const std::vector<int>& groups,
                      const std::function<void(MonthKey, int, const Rollup&)>& take,
                      const std::function<void(MonthKey, const Error&)>& damaged) const;
    /// readMonth() of one group into memory that is used again: cells [day][hour][place] with all places of the dataset.
    Status readPlane(const QString& datasetId, MonthKey month, int measure, int group, std::vector<std::int64_t>& cells) const;
    /// The same for `count` places from `firstPlace` on alone, group by group; they must not go beyond a block of kBlockPlaces, and
    /// those that the dataset does not have are left out. `take` gets [day][hour][place] of one group.
    Status readPlaces(const QString& datasetId, MonthKey month, int measure, const std::vector<int>& groups, int firstPlace, int count,
                      const std::function<void(const std::vector<std::int64_t>&)>& take) const;
    /// Bit d = the source mentions day d + 1 of the month (bit 0 alone for monthly and yearly data).
    Result<quint32> daysObserved(const QString& datasetId, MonthKey month) const;
    /// Months that hold damaged slabs, found so far or marked earlier.
    Result<std::vector<MonthKey>> quarantined(const QString& datasetId) const;

    /// Writes a cube's months with batch row and sums in one transaction. A month present already follows `onExisting`;
    /// with Ask an existing month is an error with code Usage that names the months. A month that already holds the numbers
    /// of a file with the same sha256 is left alone (with Replace: if it holds nothing else).
    Result<WriteOutcome> writeCube(const CubeSource& data, const Batch& batch, OnExisting onExisting, Progress& progress);
    Result<WriteOutcome> writeCube(const CubeData& data, const Batch& batch, OnExisting onExisting, Progress& progress);
    /// Replaces (or with Add/Fill, extends by code) the features of a layer in one transaction. Add: a feature with a known
    /// code replaces the old one; Fill: it only completes what is missing. placesAdded counts new features.
    Result<WriteOutcome> writeLayer(const Dataset& dataset, const std::vector<Feature>& features, const Batch& batch, OnExisting onExisting,
                                    Progress& progress);
    Status removeDataset(const QString& id);

    // layers
    Result<std::vector<Feature>> features(const QString& datasetId) const;

    /// Free key/value texts of the workspace (window state of this workspace, language …).
    Result<QString> setting(const QString& key) const;  ///< empty when absent
    Status setSetting(const QString& key, const QString& value);

    // runs of analyses
    /// Keeps a run; the result is bytes that the store does not look into. Gives its number.
    Result<qint64> addRun(const StoredRun& run, const QByteArray& result);
    Result<std::vector<StoredRun>> runs() const;  ///< the newest first
    /// NotFound when there is no such run, Corrupt when its checksum is wrong.
    Result<StoredRun> run(qint64 id, QByteArray* result) const;
    Status describeRun(qint64 id, const QJsonObject& description);  ///< another description: a name, a remark
    Status removeRun(qint64 id);

    /// Rejected rows kept for export (capped by the importer).
    Status writeRejects(const QString& datasetId, const QString& sha256, const QByteArray& csv);
    Result<QByteArray> rejects(qint64 batchRowId) const;

    /// A consistent copy (VACUUM INTO), written beside the target and renamed.
    Status backupTo(const QString& path) const;
    /// Reads every page and every slab; problems as sentences.
    Result<QStringList> verify(Progress& progress) const;

private:
    class Impl;
    explicit Workspace(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

}  // namespace mudeung
