// SPDX-License-Identifier: GPL-3.0-or-later
// The registry of writers of this process, and the pool of readers.
#include "core/store/connections.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <map>

namespace mudeung::store {

namespace {
constexpr auto kTurnStep = std::chrono::milliseconds(50);
constexpr std::size_t kIdleConnections = 8;

struct Entry {
    std::weak_ptr<SharedWriter> writer;
    qint64 process = 0;
};

std::mutex& registryMutex() {
    static std::mutex mutex;
    return mutex;
}

std::map<QString, Entry>& registry() {
    static std::map<QString, Entry> entries;
    return entries;
}

void useWriteAheadLog(Database& db) {
    Statement mode(db, "PRAGMA journal_mode=WAL");
    if (mode.step() && mode.text(0).compare(QLatin1String("wal"), Qt::CaseInsensitive) == 0) return;
    fail(ErrorCode::Io,
         QCoreApplication::translate("Store", "“%1” cannot be changed safely where it lies. Copy it to a local disk.").arg(db.path()));
}
}  // namespace

std::shared_ptr<SharedWriter> SharedWriter::acquire(const QString& path, const SchemaPlan& plan) {
    const std::lock_guard guard(registryMutex());
    Entry& entry = registry()[path];
    // A forked child sees the entries of its parent, whose lock and connection are not its own.
    if (entry.process == currentProcess()) {
        if (auto writer = entry.writer.lock()) return writer;
    }
    std::shared_ptr<SharedWriter> writer(new SharedWriter(path, plan));
    entry = {writer, currentProcess()};
    return writer;
}

SharedWriter::SharedWriter(const QString& path, const SchemaPlan& plan) {
    QString problem;
    switch (m_lock.take(path + QStringLiteral(".lock"), problem)) {
        case FileLock::Outcome::Taken:
            break;
        case FileLock::Outcome::HeldElsewhere:
            fail(ErrorCode::Busy,
                 QCoreApplication::translate(
                     "Store", "“%1” is being used for writing by another window or program. Close it there, or open it read-only.")
                     .arg(path),
                 problem);
        case FileLock::Outcome::Failed:
            fail(ErrorCode::Io,
                 QCoreApplication::translate("Store",
                                             "The folder of “%1” does not allow writing. Open it read-only, or copy it to another folder.")
                     .arg(path),
                 problem);
    }
    m_db = std::make_unique<Database>(path, Database::Access::Writer, true);
    const FileState state = stateOf(*m_db, plan);
    if (state == FileState::Foreign || state == FileState::Newer) refuse(state, *m_db);
    if (state == FileState::Empty) createSchema(*m_db, plan);
    useWriteAheadLog(*m_db);
    if (state == FileState::Older) migrate(*m_db, plan);
}

SharedWriter::~SharedWriter() {
    m_db.reset();  // before the lock goes
}

std::unique_lock<std::timed_mutex> SharedWriter::turn(const Progress& progress) {
    std::unique_lock<std::timed_mutex> lock(m_mutex, std::defer_lock);
    while (!lock.try_lock_for(kTurnStep)) {
        if (progress.isCancelled()) fail(ErrorCode::Cancelled, QCoreApplication::translate("Store", "Stopped. Nothing was changed."));
    }
    return lock;
}

ReadPool::ReadPool(const QString& path) : m_path(path) {
    using Access = Database::Access;
    std::vector<Access> ways;
    if (canWrite(path) && canWrite(QFileInfo(path).absolutePath())) ways.push_back(Access::Reader);
    ways.push_back(Access::ReadOnly);
    // Without a log the file alone is the whole truth, so it can be read from a medium that cannot be written.
    if (QFileInfo(path + QStringLiteral("-wal")).size() == 0) ways.push_back(Access::Immutable);
    for (std::size_t i = 0;; ++i) {
        m_access = ways[i];
        try {
            auto db = fresh();
            db->scalar("PRAGMA page_count");
            m_idle.push_back(std::move(db));
            return;
        } catch (const Failure& failure) {
            if (failure.error.code != ErrorCode::Io || i + 1 == ways.size()) throw;
        }
    }
}

std::unique_ptr<Database> ReadPool::fresh() const {
    return std::make_unique<Database>(m_path, m_access);
}

ReadPool::Lease ReadPool::lease() {
    {
        const std::lock_guard guard(m_mutex);
        if (!m_idle.empty()) {
            auto db = std::move(m_idle.back());
            m_idle.pop_back();
            return {*this, std::move(db)};
        }
    }
    return {*this, fresh()};
}

void ReadPool::giveBack(std::unique_ptr<Database> db) {
    const std::lock_guard guard(m_mutex);
    if (m_idle.size() < kIdleConnections) m_idle.push_back(std::move(db));
}

}  // namespace mudeung::store
