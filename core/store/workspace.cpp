// SPDX-License-Identifier: GPL-3.0-or-later
// Opening workspaces, and the reads and small writes that need no cells.
#include "core/store/workspace.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>

#include "core/store/blob_codec.h"
#include "core/store/layer_table.h"
#include "core/store/verifier.h"
#include "core/store/workspace_impl.h"

namespace mudeung {

using namespace store;

namespace {
QString resolved(const QString& path) {
    const QFileInfo info(path);
    if (info.exists()) return info.canonicalFilePath();
    const QString folder = QFileInfo(info.absolutePath()).canonicalFilePath();
    return folder.isEmpty() ? info.absoluteFilePath() : QDir(folder).filePath(info.fileName());
}

void checkPlace(const QString& path) {
    const QFileInfo info(path);
    if (info.isDir()) {
        fail(ErrorCode::Io, QCoreApplication::translate("Store", "“%1” is a folder. Choose a workspace file.").arg(path));
    }
    if (!QFileInfo(info.absolutePath()).isDir()) {
        fail(ErrorCode::Io,
             QCoreApplication::translate("Store", "The folder of “%1” does not exist. Create it or choose another one.").arg(path));
    }
    if (isOnNetwork(path)) {
        fail(ErrorCode::NetworkDrive,
             QCoreApplication::translate("Store",
                                         "“%1” lies on a network drive, where a workspace cannot be used safely. Copy it to a local "
                                         "disk and open the copy.")
                 .arg(path));
    }
}
}  // namespace

Workspace::Workspace(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Workspace::~Workspace() = default;

Result<std::shared_ptr<Workspace>> Workspace::Impl::openPath(const QString& asked, OpenMode mode, const SchemaPlan& plan) {
    return guarded([&] {
        checkPlace(asked);
        auto impl = std::make_unique<Impl>();
        impl->path = resolved(asked);
        impl->readOnly = mode == OpenMode::ReadOnly;
        if (mode == OpenMode::ReadWrite) {
            impl->writer = SharedWriter::acquire(impl->path, plan);
            // The file may have been created only now, and its name becomes canonical with it.
            impl->path = resolved(impl->path);
        }
        impl->readers = std::make_unique<ReadPool>(impl->path);
        {
            auto lease = impl->readers->lease();
            const Transaction transaction(*lease, Transaction::Kind::Read);
            const FileState state = stateOf(*lease, plan);
            refuse(state, *lease);
            impl->salt = metaNumber(*lease, QStringLiteral("salt"));
            metaNumber(*lease, QStringLiteral("generation"));
        }
        return std::shared_ptr<Workspace>(new Workspace(std::move(impl)));
    });
}

Result<std::shared_ptr<Workspace>> Workspace::create(const QString& path) {
    if (QFileInfo(path).isFile() && QFileInfo(path).size() > 0) {
        return Error{
            ErrorCode::Io, QCoreApplication::translate("Store", "“%1” exists already. Open it, or choose another name.").arg(path), {}};
    }
    return Impl::openPath(path, OpenMode::ReadWrite, currentPlan());
}

Result<std::shared_ptr<Workspace>> Workspace::open(const QString& path, OpenMode mode) {
    if (!QFileInfo::exists(path)) {
        return Error{
            ErrorCode::Io, QCoreApplication::translate("Store", "There is no workspace “%1”. Check the name, or create it.").arg(path), {}};
    }
    return Impl::openPath(path, mode, currentPlan());
}

Result<std::shared_ptr<Workspace>> Workspace::openOrCreate(const QString& path) {
    return QFileInfo::exists(path) ? open(path, OpenMode::ReadWrite) : create(path);
}

QString Workspace::path() const {
    return m_impl->path;
}

bool Workspace::isReadOnly() const {
    return m_impl->readOnly;
}

Result<qint64> Workspace::generation() const {
    return m_impl->read([](Database& db) { return metaNumber(db, QStringLiteral("generation")); });
}

Result<QVector<Dataset>> Workspace::datasets() const {
    return m_impl->read([](Database& db) {
        QVector<Dataset> all;
        for (const StoredDataset& stored : allDatasets(db)) all.append(stored.dataset);
        return all;
    });
}

Result<Dataset> Workspace::dataset(const QString& id) const {
    return m_impl->read([&](Database& db) { return requireDataset(db, id).dataset; });
}

Result<QVector<Batch>> Workspace::batches(const QString& datasetId) const {
    return m_impl->read([&](Database& db) {
        QVector<Batch> all;
        for (Batch& batch : loadBatches(db, requireDataset(db, datasetId))) all.append(std::move(batch));
        return all;
    });
}

Result<QVector<std::pair<Batch, bool>>> Workspace::batchFiles(const QString& datasetId) const {
    return m_impl->read([&](Database& db) {
        QVector<std::pair<Batch, bool>> all;
        const StoredDataset stored = requireDataset(db, datasetId);
        for (Batch& batch : loadBatches(db, stored, std::nullopt, false)) {
            const bool current = currentBatch(db, stored.rowId(), batch.sha256, false).has_value();
            all.append({std::move(batch), current});
        }
        return all;
    });
}

Result<std::optional<Batch>> Workspace::findBatch(const QString& datasetId, const QString& sha256, bool alone) const {
    return m_impl->read([&](Database& db) -> std::optional<Batch> {
        const auto stored = findDataset(db, datasetId);
        const auto row = stored ? currentBatch(db, stored->rowId(), sha256, alone) : std::nullopt;
        if (!row) return std::nullopt;
        std::vector<Batch> found = loadBatches(db, *stored, row);
        if (found.empty()) return std::nullopt;
        return std::move(found.front());
    });
}

Result<std::vector<Feature>> Workspace::features(const QString& datasetId) const {
    return m_impl->read([&](Database& db) { return loadFeatures(db, requireDataset(db, datasetId, DatasetKind::Layer)); });
}

Result<WriteOutcome> Workspace::writeLayer(const Dataset& dataset, const std::vector<Feature>& features, const Batch& batch,
                                           OnExisting onExisting, Progress& progress) {
    WriteOutcome outcome;
    const Status status = m_impl->write(progress, [&](Database& db) {
        outcome = writeFeatures(db, dataset, features, batch, onExisting, progress);
        return !outcome.noop;
    });
    if (!status) return status.error();
    return outcome;
}

Status Workspace::removeDataset(const QString& id) {
    std::vector<MonthKey> damaged = m_impl->notedDamage(id);
    const Status status = m_impl->write(Progress::none(), [&](Database& db) {
        // By name only: a dataset whose description is damaged can still be removed.
        Statement row(db, "SELECT id FROM dataset WHERE name=?1");
        row.bind(1, id);
        if (!row.step()) requireDataset(db, id);
        const qint64 rowId = row.integer(0);
        row.reset();
        removeRows(db, rowId);
        bumpGeneration(db);
        return true;
    });
    if (status) m_impl->forgetDamage(id, damaged);
    return status;
}

Result<QString> Workspace::setting(const QString& key) const {
    return m_impl->read([&](Database& db) {
        Statement row(db, "SELECT value FROM setting WHERE key=?1");
        row.bind(1, key);
        return row.step() ? row.text(0) : QString();
    });
}

Status Workspace::setSetting(const QString& key, const QString& value) {
    return m_impl->write(Progress::none(), [&](Database& db) {
        Statement(db, "INSERT OR REPLACE INTO setting(key, value) VALUES(?1, ?2)").bind(1, key).bind(2, value).run();
        return true;
    });
}

Status Workspace::writeRejects(const QString& datasetId, const QString& sha256, const QByteArray& csv) {
    return m_impl->write(Progress::none(), [&](Database& db) {
        const StoredDataset stored = requireDataset(db, datasetId);
        Statement row(db, "SELECT max(id) FROM batch WHERE dataset=?1 AND sha256=?2");
        row.bind(1, stored.rowId()).bind(2, sha256);
        if (!row.step() || row.isNull(0)) {
            fail(ErrorCode::NotFound,
                 QCoreApplication::translate("Store", "No file with this checksum was imported into “%1”.").arg(datasetId), sha256);
        }
        const qint64 batch = row.integer(0);
        row.reset();
        const QByteArray blob = packBytes(csv, {m_impl->salt, batch, 0});
        Statement(db, "INSERT OR REPLACE INTO reject(batch, data) VALUES(?1, ?2)").bind(1, batch).bindBlob(2, blob).run();
        return true;
    });
}

Result<QByteArray> Workspace::rejects(qint64 batchRowId) const {
    return m_impl->read([&](Database& db) {
        Statement row(db, "SELECT data FROM reject WHERE batch=?1");
        row.bind(1, batchRowId);
        QByteArray csv;
        QString problem;
        if (row.step() && !unpackBytes(row.bytes(0), {m_impl->salt, batchRowId, 0}, csv, problem)) {
            fail(ErrorCode::Corrupt,
                 QCoreApplication::translate("Store",
                                             "The stored list of rejected rows is damaged. Import the file again to get a new one."),
                 problem);
        }
        return csv;
    });
}

Status Workspace::backupTo(const QString& path) const {
    return guarded([&] {
        const QFileInfo info(path);
        if (info.isDir() || resolved(path) == m_impl->path) {
            fail(ErrorCode::Usage,
                 QCoreApplication::translate("Store", "A copy cannot be written to “%1”. Choose another file name.").arg(path));
        }
        if (!QFileInfo(info.absolutePath()).isDir()) {
            fail(ErrorCode::Io,
                 QCoreApplication::translate("Store", "The folder of “%1” does not exist. Create it or choose another one.").arg(path));
        }
        const auto db = m_impl->readers->fresh();
        copyDatabase(*db, path);
        return Done{};
    });
}

Result<QStringList> Workspace::verify(Progress& progress) const {
    return guarded([&] {
        const auto db = m_impl->readers->fresh();
        const Transaction transaction(*db, Transaction::Kind::Read);
        return verifyDatabase(*db, m_impl->salt, progress);
    });
}

}  // namespace mudeung
