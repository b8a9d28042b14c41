// SPDX-License-Identifier: GPL-3.0-or-later
// The lock between processes and other questions to the operating system. The only place of the store with POSIX calls.
#pragma once

#include <QString>
#include <cstdint>

namespace mudeung::store {

/// An exclusive lock named after a workspace. The kernel drops it when its process ends, however that happens.
class FileLock {
public:
    FileLock() = default;
    ~FileLock();
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

    enum class Outcome { Taken, HeldElsewhere, Failed };
    /// Does not wait. `problem` gets the system's text when it failed.
    Outcome take(const QString& lockPath, QString& problem);
    /// Removes the file and lets go.
    void release();

private:
    QString m_path;
    int m_descriptor = -1;
    qint64 m_process = 0;
};

qint64 currentProcess();

/// Whether a file system cannot carry a write-ahead log safely: `magic` from statfs, `type` as in the mount table.
bool isNetworkFileSystem(std::uint64_t magic, const QString& type);
/// The same for the folder or file at `path`; also true in the folders that the environment variable MUDEUNG_NETWORK_FOLDERS names
/// (absolute paths, separated by colons).
bool isOnNetwork(const QString& path);

bool canWrite(const QString& path);
/// Flushes a file and then the folder that holds it to the disk.
bool flushToDisk(const QString& path, QString& problem);
bool renameOver(const QString& from, const QString& to, QString& problem);
qint64 freeBytes(const QString& path);

}  // namespace mudeung::store
