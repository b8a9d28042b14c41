// SPDX-License-Identifier: GPL-3.0-or-later
// Runs of analyses: kept beside the datasets, without a say in their generation.
#include "core/store/blob_codec.h"
#include "core/store/dataset_json.h"
#include "core/store/verifier.h"
#include "core/store/workspace_impl.h"

namespace mudeung {

using namespace store;

namespace {

/// The table comes with the first run. It changes nothing for programs that do not know it, so the version of the file stays.
constexpr const char* kRunTable =
    "CREATE TABLE IF NOT EXISTS run(id INTEGER PRIMARY KEY AUTOINCREMENT, analysis TEXT NOT NULL, started_at TEXT NOT NULL, "
    "description TEXT NOT NULL, data BLOB NOT NULL) STRICT";

bool hasRuns(Database& db) {
    return db.scalar("SELECT count(*) FROM sqlite_schema WHERE type='table' AND name='run'") > 0;
}

/// Apart from rejected rows, whose generation is 0.
Seal sealOf(qint64 salt, qint64 id) {
    return {salt, id, -1};
}

[[noreturn]] void noSuchRun(qint64 id) {
    fail(ErrorCode::NotFound,
         QCoreApplication::translate("Store", "There is no run %1 in this workspace. It may have been removed.").arg(id));
}

StoredRun rowOf(const Statement& rows) {
    return {rows.integer(0), rows.text(1), rows.text(2), jsonObject(rows.text(3))};
}

}  // namespace

Result<qint64> Workspace::addRun(const StoredRun& run, const QByteArray& result) {
    qint64 id = 0;
    const Status written = m_impl->write(Progress::none(), [&](Database& db) {
        db.exec(kRunTable);
        Statement save(db, "INSERT INTO run(analysis, started_at, description, data) VALUES(?1, ?2, ?3, x'') RETURNING id");
        save.bind(1, run.analysis).bind(2, run.startedAt).bind(3, jsonText(run.description));
        save.step();
        id = save.integer(0);
        save.run();
        Statement(db, "UPDATE run SET data=?2 WHERE id=?1").bind(1, id).bindBlob(2, packBytes(result, sealOf(m_impl->salt, id))).run();
        return true;
    });
    if (!written) return written.error();
    return id;
}

Result<std::vector<StoredRun>> Workspace::runs() const {
    return m_impl->read([&](Database& db) {
        std::vector<StoredRun> runs;
        if (!hasRuns(db)) return runs;
        Statement rows(db, "SELECT id, analysis, started_at, description FROM run ORDER BY id DESC");
        while (rows.step()) runs.push_back(rowOf(rows));
        return runs;
    });
}

Result<StoredRun> Workspace::run(qint64 id, QByteArray* result) const {
    return m_impl->read([&](Database& db) {
        if (!hasRuns(db)) noSuchRun(id);
        Statement row(db, "SELECT id, analysis, started_at, description, data FROM run WHERE id=?1");
        row.bind(1, id);
        if (!row.step()) noSuchRun(id);
        QString problem;
        if (result && !unpackBytes(row.bytes(4), sealOf(m_impl->salt, id), *result, problem)) {
            fail(ErrorCode::Corrupt,
                 QCoreApplication::translate("Store", "The stored result of run %1 is damaged. Run the analysis again.").arg(id), problem);
        }
        return rowOf(row);
    });
}

Status Workspace::describeRun(qint64 id, const QJsonObject& description) {
    return m_impl->write(Progress::none(), [&](Database& db) {
        if (!hasRuns(db)) noSuchRun(id);
        Statement row(db, "UPDATE run SET description=?2 WHERE id=?1 RETURNING id");
        row.bind(1, id).bind(2, jsonText(description));
        if (!row.step()) noSuchRun(id);
        row.run();
        return true;
    });
}

Status Workspace::removeRun(qint64 id) {
    return m_impl->write(Progress::none(), [&](Database& db) {
        if (!hasRuns(db)) noSuchRun(id);
        Statement row(db, "DELETE FROM run WHERE id=?1 RETURNING id");
        row.bind(1, id);
        if (!row.step()) noSuchRun(id);
        row.run();
        return true;
    });
}

QStringList store::verifyRuns(Database& db, qint64 salt) {
    QStringList problems;
    if (!hasRuns(db)) return problems;
    Statement rows(db, "SELECT id, data FROM run ORDER BY id");
    while (rows.step()) {
        QByteArray result;
        QString problem;
        if (unpackBytes(rows.bytes(1), sealOf(salt, rows.integer(0)), result, problem)) continue;
        problems.append(
            QCoreApplication::translate("Store", "The stored result of run %1 is damaged. Run the analysis again.").arg(rows.integer(0)));
    }
    return problems;
}

}  // namespace mudeung
