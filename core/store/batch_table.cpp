// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of imported files, and which of them each month's numbers come from.
#include "core/store/catalog.h"
#include "core/store/dataset_json.h"

namespace mudeung::store {

qint64 insertBatch(Database& db, qint64 datasetRow, const Batch& batch, qint64 months, qint64 generation) {
    Statement save(
        db,
        "INSERT INTO batch(dataset, sha256, file_name, bytes, profile, encoding, imported_at, options, report, from_day, to_day, "
        "months, generation) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13) RETURNING id");
    save.bind(1, datasetRow)
        .bind(2, batch.sha256)
        .bind(3, batch.fileName)
        .bind(4, batch.bytes)
        .bind(5, batch.profile)
        .bind(6, batch.encoding);
    save.bind(7, batch.importedAt).bind(8, jsonText(batch.options)).bind(9, jsonText(batch.report));
    save.bind(10, batch.period.from.toString(Qt::ISODate)).bind(11, batch.period.to.toString(Qt::ISODate));
    save.bind(12, months).bind(13, generation);
    save.step();
    const qint64 id = save.integer(0);
    save.run();
    return id;
}

std::vector<Batch> loadBatches(Database& db, const StoredDataset& stored, std::optional<qint64> only, bool reports) {
    std::vector<Batch> batches;
    Statement rows(db,
                   "SELECT id, sha256, file_name, bytes, profile, encoding, imported_at, options, report, from_day, to_day FROM batch "
                   "WHERE dataset=?1 AND (?2 < 0 OR id=?2) ORDER BY id");
    rows.bind(1, stored.rowId()).bind(2, only.value_or(-1));
    while (rows.step()) {
        Batch b;
        b.rowId = rows.integer(0);
        b.dataset = stored.dataset.id;
        b.sha256 = rows.text(1);
        b.fileName = rows.text(2);
        b.bytes = rows.integer(3);
        b.profile = rows.text(4);
        b.encoding = rows.text(5);
        b.importedAt = rows.text(6);
        if (reports) {
            b.options = jsonObject(rows.text(7));
            b.report = jsonObject(rows.text(8));
        }
        b.period = {QDate::fromString(rows.text(9), Qt::ISODate), QDate::fromString(rows.text(10), Qt::ISODate)};
        batches.push_back(std::move(b));
    }
    return batches;
}

void addContributor(Database& db, qint64 datasetRow, MonthKey month, qint64 batch, bool alone) {
    if (alone) Statement(db, "DELETE FROM month_batch WHERE dataset=?1 AND month=?2").bind(1, datasetRow).bind(2, month).run();
    Statement save(db, "INSERT OR REPLACE INTO month_batch(dataset, month, batch) VALUES(?1, ?2, ?3)");
    save.bind(1, datasetRow).bind(2, month).bind(3, batch).run();
}

void renewContributor(Database& db, qint64 datasetRow, MonthKey month, const QString& sha256, qint64 batch) {
    Statement earlier(db,
                      "DELETE FROM month_batch WHERE dataset=?1 AND month=?2 AND batch IN "
                      "(SELECT id FROM batch WHERE dataset=?1 AND sha256=?3 AND id <> ?4)");
    earlier.bind(1, datasetRow).bind(2, month).bind(3, sha256).bind(4, batch).run();
    addContributor(db, datasetRow, month, batch, false);
}

QStringList contributors(Database& db, qint64 datasetRow, MonthKey month) {
    QStringList sources;
    Statement rows(db,
                   "SELECT DISTINCT b.sha256 FROM month_batch AS m JOIN batch AS b ON b.id = m.batch WHERE m.dataset=?1 AND m.month=?2");
    rows.bind(1, datasetRow).bind(2, month);
    while (rows.step()) sources.append(rows.text(0));
    return sources;
}

std::optional<qint64> currentBatch(Database& db, qint64 datasetRow, const QString& sha256, bool alone) {
    if (sha256.isEmpty()) return std::nullopt;
    Statement rows(
        db,
        "SELECT b.id FROM batch AS b WHERE b.dataset=?1 AND b.sha256=?2 AND b.months > 0 AND "
        "b.months = (SELECT count(*) FROM month_batch AS m WHERE m.batch = b.id AND m.dataset = b.dataset) AND NOT EXISTS "
        "(SELECT 1 FROM month_batch AS m JOIN quarantine AS q ON q.dataset = m.dataset AND q.month = m.month WHERE m.batch = b.id) AND "
        "(?3 = 0 OR NOT EXISTS (SELECT 1 FROM month_batch AS m JOIN month_batch AS other ON other.dataset = m.dataset AND "
        "other.month = m.month AND other.batch <> m.batch WHERE m.batch = b.id AND m.dataset = b.dataset)) "
        "ORDER BY b.id DESC LIMIT 1");
    rows.bind(1, datasetRow).bind(2, sha256).bind(3, alone ? 1 : 0);
    if (!rows.step()) return std::nullopt;
    return rows.integer(0);
}

std::vector<MonthKey> loadQuarantine(Database& db, qint64 datasetRow) {
    std::vector<MonthKey> months;
    Statement rows(db, "SELECT month FROM quarantine WHERE dataset=?1 ORDER BY month");
    rows.bind(1, datasetRow);
    while (rows.step()) months.push_back(static_cast<MonthKey>(rows.integer(0)));
    return months;
}

}  // namespace mudeung::store
