// SPDX-License-Identifier: GPL-3.0-or-later
// Who may use which connection: one writer per file in this process, behind a lock between processes; a pool of readers.
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "core/base/progress.h"
#include "core/store/file_lock.h"
#include "core/store/schema.h"

namespace mudeung::store {

/// The writer of one file. Workspaces of this process that write the same file share it.
class SharedWriter {
public:
    /// Throws Busy when another process holds the file. Creates the tables in an empty file, migrates an older one.
    static std::shared_ptr<SharedWriter> acquire(const QString& path, const SchemaPlan& plan);
    ~SharedWriter();

    /// Waits for the other writers of this process; throws Cancelled when stopped meanwhile.
    std::unique_lock<std::timed_mutex> turn(const Progress& progress);
    std::unique_lock<std::timed_mutex> turnIfFree() { return std::unique_lock<std::timed_mutex>(m_mutex, std::try_to_lock); }
    Database& database() { return *m_db; }

private:
    SharedWriter(const QString& path, const SchemaPlan& plan);
    FileLock m_lock;
    std::unique_ptr<Database> m_db;
    std::timed_mutex m_mutex;
};

/// Read connections, each used by one caller at a time and kept for the next.
class ReadPool {
public:
    explicit ReadPool(const QString& path);

    class Lease {
    public:
        Lease(ReadPool& pool, std::unique_ptr<Database> db) : m_pool(pool), m_db(std::move(db)) {}
        ~Lease() { m_pool.giveBack(std::move(m_db)); }
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;
        Database& operator*() { return *m_db; }

    private:
        ReadPool& m_pool;
        std::unique_ptr<Database> m_db;
    };
    Lease lease();
    /// A connection that is not kept afterwards.
    std::unique_ptr<Database> fresh() const;

private:
    void giveBack(std::unique_ptr<Database> db);
    QString m_path;
    Database::Access m_access = Database::Access::Reader;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<Database>> m_idle;
};

}  // namespace mudeung::store
