// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of datasets, places and months, each under a checksum.
#include "core/store/catalog.h"

#include <QCoreApplication>
#include <cstring>

#include "core/store/blob_codec.h"
#include "core/store/crc32c.h"
#include "core/store/dataset_json.h"

namespace mudeung::store {

namespace {
constexpr const char* kDatasetColumns = "SELECT id, name, kind, description, items, items_crc, months, crc FROM dataset";

std::uint32_t textCrc(std::uint32_t crc, const QString& text) {
    const QByteArray utf8 = text.toUtf8();
    return crc32c(crc32cNumber(crc, utf8.size()), utf8);
}

std::uint32_t datasetCrc(qint64 row, const QString& name, qint64 kind, const QString& description, qint64 items, qint64 itemsCrc,
                         qint64 months) {
    std::uint32_t crc = textCrc(textCrc(crc32cNumber(0, row), name), description);
    for (const qint64 v : {kind, items, itemsCrc, months}) crc = crc32cNumber(crc, v);
    return crc;
}

std::uint32_t realCrc(std::uint32_t crc, double value) {
    std::int64_t bits = 0;
    if (value == value) std::memcpy(&bits, &value, sizeof bits);
    return crc32cNumber(crc32cNumber(crc, value == value ? 1 : 0), bits);
}

std::uint32_t placesCrc(const std::vector<Place>& places) {
    std::uint32_t crc = 0;
    for (const Place& p : places) crc = realCrc(realCrc(textCrc(textCrc(crc, p.code), p.name), p.lon), p.lat);
    return crc;
}

std::uint32_t monthCrc(qint64 datasetRow, const MonthRow& row) {
    std::uint32_t crc = crc32cNumber(0, datasetRow);
    for (const qint64 v : {qint64{row.month}, row.generation, qint64{row.places}, qint64{row.days}, row.slabs}) crc = crc32cNumber(crc, v);
    return crc;
}

StoredDataset takeDataset(Database& db, const Statement& row) {
    StoredDataset stored;
    Dataset& d = stored.dataset;
    d.rowId = row.integer(0);
    d.id = row.text(1);
    const qint64 items = row.integer(4);
    stored.itemsCrc = static_cast<std::uint32_t>(row.integer(5));
    stored.months = row.integer(6);
    const auto crc = datasetCrc(d.rowId, d.id, row.integer(2), row.text(3), items, row.integer(5), stored.months);
    if (crc != static_cast<std::uint32_t>(row.integer(7)) || !parseDataset(row.text(3), d)) {
        throw Failure{damagedDataset(d.id, db.path(), QStringLiteral("dataset row %1").arg(d.rowId))};
    }
    d.kind = static_cast<DatasetKind>(row.integer(2));
    (d.kind == DatasetKind::Cube ? d.placeCount : d.featureCount) = items;
    return stored;
}

MonthRow takeMonth(const StoredDataset& stored, const Statement& row) {
    MonthRow m{static_cast<MonthKey>(row.integer(0)), row.integer(1), static_cast<int>(row.integer(2)),
               static_cast<quint32>(row.integer(3)), row.integer(4)};
    if (monthCrc(stored.rowId(), m) != static_cast<std::uint32_t>(row.integer(5)) || m.places > stored.dataset.placeCount) {
        throw Failure{damagedMonth(stored.dataset, m.month, QStringLiteral("month row"))};
    }
    return m;
}
}  // namespace

int StoredDataset::daysIn(MonthKey month) const {
    return dataset.timeStep == TimeStep::Day ? QDate(yearOf(month), monthOf(month), 1).daysInMonth() : 1;
}

qint64 metaNumber(Database& db, const QString& key) {
    Statement row(db, "SELECT value FROM meta WHERE key=?1");
    row.bind(1, key);
    if (!row.step()) throw Failure{damagedDataset({}, db.path(), QStringLiteral("meta %1 is absent").arg(key))};
    return row.integer(0);
}

qint64 bumpGeneration(Database& db) {
    const qint64 next = metaNumber(db, QStringLiteral("generation")) + 1;
    Statement(db, "UPDATE meta SET value=?1 WHERE key='generation'").bind(1, next).run();
    return next;
}

std::vector<StoredDataset> allDatasets(Database& db) {
    std::vector<StoredDataset> all;
    Statement rows(db, QByteArray(QByteArray(kDatasetColumns) + " ORDER BY id").constData());
    while (rows.step()) all.push_back(takeDataset(db, rows));
    return all;
}

std::optional<StoredDataset> findDataset(Database& db, const QString& id) {
    Statement row(db, QByteArray(QByteArray(kDatasetColumns) + " WHERE name=?1").constData());
    row.bind(1, id);
    if (!row.step()) return std::nullopt;
    return takeDataset(db, row);
}

StoredDataset requireDataset(Database& db, const QString& id) {
    if (auto found = findDataset(db, id)) return *found;
    QStringList names;
    Statement rows(db, "SELECT name FROM dataset ORDER BY name");
    while (rows.step()) names.append(rows.text(0));
    if (names.isEmpty()) {
        fail(ErrorCode::NotFound,
             QCoreApplication::translate("Store", "There is no dataset “%1”: the workspace is empty. Import a file first.").arg(id));
    }
    fail(
        ErrorCode::NotFound,
        QCoreApplication::translate("Store", "There is no dataset “%1”. The workspace has: %2.").arg(id, names.join(QStringLiteral(", "))));
}

StoredDataset requireDataset(Database& db, const QString& id, DatasetKind kind) {
    StoredDataset stored = requireDataset(db, id);
    if (stored.dataset.kind == kind) return stored;
    fail(
        ErrorCode::Usage,
        kind == DatasetKind::Cube
            ? QCoreApplication::translate("Store", "“%1” is a map layer and has no numbers to count. Choose a dataset with counts.").arg(id)
            : QCoreApplication::translate("Store", "“%1” holds counts and is not a map layer. Choose a layer.").arg(id));
}

void saveDataset(Database& db, StoredDataset& stored) {
    Dataset& d = stored.dataset;
    const QString description = describeDataset(d);
    const qint64 items = d.kind == DatasetKind::Cube ? d.placeCount : d.featureCount;
    if (d.rowId == 0) {
        d.rowId = db.scalar("SELECT ifnull(max(id), 0) + 1 FROM dataset");
        if (d.rowId > kMaxDatasetRow) {
            fail(ErrorCode::Usage, QCoreApplication::translate("Store", "The workspace has too many datasets. Start a new workspace."));
        }
    }
    Statement save(db,
                   "INSERT INTO dataset(id, name, kind, description, items, items_crc, months, crc) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) "
                   "ON CONFLICT(id) DO UPDATE SET name=?2, kind=?3, description=?4, items=?5, items_crc=?6, months=?7, crc=?8");
    const qint64 crc = datasetCrc(d.rowId, d.id, static_cast<qint64>(d.kind), description, items, stored.itemsCrc, stored.months);
    save.bind(1, d.rowId).bind(2, d.id).bind(3, static_cast<int>(d.kind)).bind(4, description).bind(5, items);
    save.bind(6, qint64{stored.itemsCrc}).bind(7, stored.months).bind(8, crc).run();
}

std::vector<Place> loadPlaces(Database& db, const StoredDataset& stored) {
    std::vector<Place> places;
    Statement rows(db, "SELECT code, name, lon, lat FROM place WHERE dataset=?1 ORDER BY idx");
    rows.bind(1, stored.rowId());
    while (rows.step()) places.push_back({rows.text(0), rows.text(1), rows.real(2), rows.real(3)});
    if (static_cast<qint64>(places.size()) != stored.dataset.placeCount || placesCrc(places) != stored.itemsCrc) {
        throw Failure{damagedDataset(stored.dataset.id, db.path(), QStringLiteral("places"))};
    }
    return places;
}

void savePlaces(Database& db, StoredDataset& stored, const std::vector<Place>& places, std::size_t from) {
    Statement save(db, "INSERT OR REPLACE INTO place(dataset, idx, code, name, lon, lat) VALUES(?1, ?2, ?3, ?4, ?5, ?6)");
    for (std::size_t i = from; i < places.size(); ++i) {
        const Place& p = places[i];
        save.bind(1, stored.rowId()).bind(2, static_cast<qint64>(i)).bind(3, p.code).bind(4, p.name).bind(5, p.lon).bind(6, p.lat).run();
    }
    stored.dataset.placeCount = static_cast<qint64>(places.size());
    stored.itemsCrc = placesCrc(places);
}

std::vector<MonthRow> loadMonths(Database& db, const StoredDataset& stored) {
    std::vector<MonthRow> months;
    Statement rows(db, "SELECT month, generation, places, days, slabs, crc FROM month WHERE dataset=?1 ORDER BY month");
    rows.bind(1, stored.rowId());
    while (rows.step()) months.push_back(takeMonth(stored, rows));
    if (static_cast<qint64>(months.size()) != stored.months) {
        throw Failure{
            damagedDataset(stored.dataset.id, db.path(), QStringLiteral("%1 months instead of %2").arg(months.size()).arg(stored.months))};
    }
    return months;
}

std::optional<MonthRow> findMonth(Database& db, const StoredDataset& stored, MonthKey month) {
    Statement row(db, "SELECT month, generation, places, days, slabs, crc FROM month WHERE dataset=?1 AND month=?2");
    row.bind(1, stored.rowId()).bind(2, month);
    if (!row.step()) return std::nullopt;
    return takeMonth(stored, row);
}

void saveMonth(Database& db, const StoredDataset& stored, const MonthRow& m) {
    Statement save(db,
                   "INSERT OR REPLACE INTO month(dataset, month, generation, places, days, slabs, crc) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)");
    save.bind(1, stored.rowId()).bind(2, m.month).bind(3, m.generation).bind(4, m.places).bind(5, qint64{m.days}).bind(6, m.slabs);
    save.bind(7, qint64{monthCrc(stored.rowId(), m)}).run();
}

Period periodOf(const StoredDataset& stored, const std::vector<MonthRow>& months) {
    Period period;
    for (const MonthRow& m : months) {
        const QDate first(yearOf(m.month), monthOf(m.month), 1);
        QDate from = first;
        QDate to = stored.dataset.timeStep == TimeStep::Year ? first.addYears(1).addDays(-1) : first.addMonths(1).addDays(-1);
        if (stored.dataset.timeStep == TimeStep::Day && m.days != 0) {
            int low = 0;
            int high = 31;
            while ((m.days >> low & 1u) == 0) ++low;
            while ((m.days >> high & 1u) == 0) --high;
            from = first.addDays(low);
            to = first.addDays(high);
        }
        if (!period.from.isValid() || from < period.from) period.from = from;
        if (!period.to.isValid() || to > period.to) period.to = to;
    }
    return period;
}

void saveMonthSum(Database& db, qint64 datasetRow, const MonthSum& s, int slabs) {
    Statement save(
        db, "INSERT OR REPLACE INTO month_sum(dataset, month, measure, grp, sum, observed, slabs) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)");
    save.bind(1, datasetRow).bind(2, s.month).bind(3, s.measure).bind(4, s.group);
    save.bind(5, qint64{s.sum}).bind(6, qint64{s.observed}).bind(7, slabs).run();
}

std::vector<MonthSum> loadMonthSums(Database& db, const StoredDataset& stored) {
    std::vector<MonthSum> sums;
    Statement rows(db, "SELECT month, measure, grp, sum, observed FROM month_sum WHERE dataset=?1 ORDER BY month, measure, grp");
    rows.bind(1, stored.rowId());
    while (rows.step()) {
        sums.push_back({static_cast<MonthKey>(rows.integer(0)), static_cast<int>(rows.integer(1)), static_cast<int>(rows.integer(2)),
                        rows.integer(3), rows.integer(4)});
    }
    return sums;
}

void removeRows(Database& db, qint64 row) {
    for (const char* sql :
         {"DELETE FROM reject WHERE batch IN (SELECT id FROM batch WHERE dataset=?1)", "DELETE FROM dataset WHERE id=?1",
          "DELETE FROM place WHERE dataset=?1", "DELETE FROM month WHERE dataset=?1", "DELETE FROM month_sum WHERE dataset=?1",
          "DELETE FROM batch WHERE dataset=?1", "DELETE FROM month_batch WHERE dataset=?1", "DELETE FROM quarantine WHERE dataset=?1",
          "DELETE FROM slab WHERE key >= ?1 << 48 AND key < (?1 + 1) << 48",
          "DELETE FROM rollup WHERE key >= ?1 << 48 AND key < (?1 + 1) << 48",
          "DELETE FROM feature WHERE key >= ?1 << 40 AND key < (?1 + 1) << 40"}) {
        Statement(db, sql).bind(1, row).run();
    }
}

QString monthName(const Dataset& dataset, MonthKey month) {
    if (dataset.timeStep == TimeStep::Year) return QString::number(yearOf(month));
    return QStringLiteral("%1-%2").arg(yearOf(month), 4, 10, QLatin1Char('0')).arg(monthOf(month), 2, 10, QLatin1Char('0'));
}

QString monthNames(const Dataset& dataset, const std::vector<MonthKey>& months) {
    QStringList names;
    for (const MonthKey m : months) names.append(monthName(dataset, m));
    return names.join(QStringLiteral(", "));
}

Error damagedMonth(const Dataset& dataset, MonthKey month, const QString& detail) {
    return {
        ErrorCode::Corrupt,
        QCoreApplication::translate("Store",
                                    "The stored numbers of “%1” for %2 are damaged and are left out. Import that month again and choose "
                                    "“replace”.")
            .arg(dataset.id, monthName(dataset, month)),
        detail};
}

Error damagedDataset(const QString& id, const QString& path, const QString& detail) {
    if (id.isEmpty()) {
        return {ErrorCode::Corrupt,
                QCoreApplication::translate("Store",
                                            "The workspace “%1” is damaged. Open a backup of it, or import the files into a new workspace.")
                    .arg(path),
                detail};
    }
    return {ErrorCode::Corrupt,
            QCoreApplication::translate(
                "Store", "The description of “%1” in “%2” is damaged. Open a backup, or import the files into a new workspace.")
                .arg(id, path),
            detail};
}

}  // namespace mudeung::store
