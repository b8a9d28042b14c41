// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that describe: datasets, places, months, batches. Reads check row checksums; nothing here touches cells.
#pragma once

#include <optional>
#include <vector>

#include "core/model/cube_data.h"
#include "core/store/sqlite.h"
#include "core/store/workspace.h"

namespace mudeung::store {

struct StoredDataset {
    Dataset dataset;
    qint64 months = 0;           ///< how many month rows belong to it
    std::uint32_t itemsCrc = 0;  ///< over all places, in order
    qint64 rowId() const { return dataset.rowId; }
    int hours() const { return dataset.hourCount > 0 ? dataset.hourCount : 1; }
    int daysIn(MonthKey month) const;
};

/// A month as it was last written.
struct MonthRow {
    MonthKey month = 0;
    qint64 generation = 0;
    int places = 0;    ///< of the dataset at that time
    quint32 days = 0;  ///< bit d = the source mentions day d + 1
    qint64 slabs = 0;
};

qint64 metaNumber(Database& db, const QString& key);
qint64 bumpGeneration(Database& db);

std::vector<StoredDataset> allDatasets(Database& db);
std::optional<StoredDataset> findDataset(Database& db, const QString& id);
/// NotFound names the datasets that exist; Usage when it is not of the wanted kind.
StoredDataset requireDataset(Database& db, const QString& id);
StoredDataset requireDataset(Database& db, const QString& id, DatasetKind kind);
/// Inserts (rowId 0) or updates.
void saveDataset(Database& db, StoredDataset& stored);

std::vector<Place> loadPlaces(Database& db, const StoredDataset& stored);
/// Writes places from index `from` on and sets count and checksum in `stored` (not yet saved).
void savePlaces(Database& db, StoredDataset& stored, const std::vector<Place>& places, std::size_t from);

std::vector<MonthRow> loadMonths(Database& db, const StoredDataset& stored);
std::optional<MonthRow> findMonth(Database& db, const StoredDataset& stored, MonthKey month);
void saveMonth(Database& db, const StoredDataset& stored, const MonthRow& row);
/// First to last day that any month mentions.
Period periodOf(const StoredDataset& stored, const std::vector<MonthRow>& months);

void saveMonthSum(Database& db, qint64 datasetRow, const MonthSum& sum, int slabs);
std::vector<MonthSum> loadMonthSums(Database& db, const StoredDataset& stored);

qint64 insertBatch(Database& db, qint64 datasetRow, const Batch& batch, qint64 months, qint64 generation);
std::vector<Batch> loadBatches(Database& db, const StoredDataset& stored, std::optional<qint64> only = std::nullopt, bool reports = true);
/// Notes that a batch is among the sources of a month; `alone` forgets the others.
void addContributor(Database& db, qint64 datasetRow, MonthKey month, qint64 batch, bool alone);
/// A month that holds the numbers of this file already now has them from this import of it.
void renewContributor(Database& db, qint64 datasetRow, MonthKey month, const QString& sha256, qint64 batch);
/// sha256 of the batches whose numbers are in a month.
QStringList contributors(Database& db, qint64 datasetRow, MonthKey month);
/// The newest batch of these bytes whose numbers are still in all of its months.
std::optional<qint64> currentBatch(Database& db, qint64 datasetRow, const QString& sha256, bool alone);

std::vector<MonthKey> loadQuarantine(Database& db, qint64 datasetRow);
void removeRows(Database& db, qint64 datasetRow);

/// "2024-03", "2024" for yearly data.
QString monthName(const Dataset& dataset, MonthKey month);
QString monthNames(const Dataset& dataset, const std::vector<MonthKey>& months);
Error damagedMonth(const Dataset& dataset, MonthKey month, const QString& detail);
Error damagedDataset(const QString& id, const QString& path, const QString& detail);

}  // namespace mudeung::store
