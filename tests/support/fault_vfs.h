// SPDX-License-Identifier: GPL-3.0-or-later
// An SQLite VFS over the default one. It can write down everything that reaches the disk, in order, and it can let the N-th call fail.
// Locks and shared memory stay with the real VFS. Knows no workspace.
#pragma once

#include <QByteArray>
#include <QString>
#include <cerrno>
#include <cstring>
#include <mutex>
#include <new>
#include <sqlite3.h>
#include <vector>

namespace mudeung::test {

/// What reached the operating system. Names are those of files in the recorded folder.
struct DiskEvent {
    enum class Kind { Create, Write, Truncate, Sync, Delete, SyncFolder, Mark };
    Kind kind = Kind::Mark;
    QByteArray name;
    qint64 offset = 0;  ///< of a write; the new size of a truncation; the number of a mark
    QByteArray data;
};

class FaultVfs {
public:
    enum Call : unsigned { Open = 1, Read = 2, Write = 4, Sync = 8, Truncate = 16, Delete = 32, SharedMemory = 64, AnyCall = 127 };

    /// From which call on (counted from 1 among `calls`) something fails: once, or every time (sticky).
    struct Fault {
        unsigned calls = AnyCall;
        qint64 at = 0;
        bool sticky = false;
        bool full = false;  ///< the disk is full, not broken
    };

    static FaultVfs& instance() {
        static FaultVfs vfs;
        return vfs;
    }

    /// Connections opened from now on go through here unless they name another VFS.
    void install() { sqlite3_vfs_register(&m_vfs, 1); }

    void record(const QString& folder) {
        const std::lock_guard guard(m_mutex);
        m_folder = folder.toUtf8() + '/';
        m_events.clear();
        m_recording = true;
    }
    void mark(qint64 number) { note({DiskEvent::Kind::Mark, {}, number, {}}); }
    std::vector<DiskEvent> stopRecording() {
        const std::lock_guard guard(m_mutex);
        m_recording = false;
        return std::move(m_events);
    }

    void setFault(const Fault& fault) {
        const std::lock_guard guard(m_mutex);
        m_fault = fault;
        m_counted = 0;
        m_failed = 0;
    }
    void clearFault() {
        const std::lock_guard guard(m_mutex);
        m_fault.at = 0;
    }
    /// Calls of the fault's kinds since setFault(), and how many of them failed.
    qint64 counted() const { return m_counted; }
    qint64 failed() const { return m_failed; }
    /// Files opened and not closed.
    int openFiles() const { return m_openFiles; }

private:
    /// The real file lies directly behind it.
    struct File {
        sqlite3_file base;
        QByteArray* name;  ///< null when it is not recorded
        bool newJournal;   ///< its first sync also flushes the folder, as the real VFS does
    };
    static sqlite3_file* real(sqlite3_file* file) { return reinterpret_cast<sqlite3_file*>(reinterpret_cast<File*>(file) + 1); }
    static FaultVfs& self() { return instance(); }
    sqlite3_vfs* below() const { return static_cast<sqlite3_vfs*>(m_vfs.pAppData); }

    FaultVfs() {
        sqlite3_vfs* below = sqlite3_vfs_find(nullptr);
        m_vfs = *below;
        m_vfs.zName = "mudeung-fault";
        m_vfs.pNext = nullptr;
        m_vfs.pAppData = below;
        m_vfs.szOsFile = static_cast<int>(sizeof(File)) + below->szOsFile;
        // The functions of the real VFS look into their own pAppData, so each is handed the real one.
        m_vfs.xOpen = &open;
        m_vfs.xDelete = &remove;
        m_vfs.xAccess = [](sqlite3_vfs*, const char* n, int f, int* r) { return self().below()->xAccess(self().below(), n, f, r); };
        m_vfs.xFullPathname = [](sqlite3_vfs*, const char* n, int s, char* o) {
            return self().below()->xFullPathname(self().below(), n, s, o);
        };
        m_vfs.xRandomness = &randomness;
        m_vfs.xGetLastError = [](sqlite3_vfs*, int n, char* out) {
            return self().m_systemError != 0 ? self().m_systemError : self().below()->xGetLastError(self().below(), n, out);
        };
        m_vfs.xCurrentTimeInt64 = [](sqlite3_vfs*, sqlite3_int64* now) { return self().below()->xCurrentTimeInt64(self().below(), now); };
        m_vfs.xSetSystemCall = nullptr;
        m_vfs.xGetSystemCall = nullptr;
        m_vfs.xNextSystemCall = nullptr;
        m_vfs.iVersion = 2;
        fillMethods();
    }

    void fillMethods() {
        m_methods.iVersion = 2;  // no xFetch: everything read is seen here
        m_methods.xClose = &close;
        m_methods.xRead = [](sqlite3_file* f, void* to, int n, sqlite3_int64 at) {
            return self().fails(Read) ? SQLITE_IOERR_READ : real(f)->pMethods->xRead(real(f), to, n, at);
        };
        m_methods.xWrite = &write;
        m_methods.xTruncate = &truncate;
        m_methods.xSync = &sync;
        m_methods.xFileSize = [](sqlite3_file* f, sqlite3_int64* n) { return real(f)->pMethods->xFileSize(real(f), n); };
        m_methods.xLock = [](sqlite3_file* f, int l) { return real(f)->pMethods->xLock(real(f), l); };
        m_methods.xUnlock = [](sqlite3_file* f, int l) { return real(f)->pMethods->xUnlock(real(f), l); };
        m_methods.xCheckReservedLock = [](sqlite3_file* f, int* r) { return real(f)->pMethods->xCheckReservedLock(real(f), r); };
        m_methods.xFileControl = [](sqlite3_file* f, int op, void* arg) { return real(f)->pMethods->xFileControl(real(f), op, arg); };
        m_methods.xSectorSize = [](sqlite3_file* f) { return real(f)->pMethods->xSectorSize(real(f)); };
        m_methods.xDeviceCharacteristics = [](sqlite3_file* f) { return real(f)->pMethods->xDeviceCharacteristics(real(f)); };
        m_methods.xShmMap = [](sqlite3_file* f, int page, int size, int extend, void volatile** out) {
            if (!self().fails(SharedMemory)) return real(f)->pMethods->xShmMap(real(f), page, size, extend, out);
            *out = nullptr;
            return SQLITE_IOERR_SHMMAP;
        };
        m_methods.xShmLock = [](sqlite3_file* f, int at, int n, int flags) { return real(f)->pMethods->xShmLock(real(f), at, n, flags); };
        m_methods.xShmBarrier = [](sqlite3_file* f) { real(f)->pMethods->xShmBarrier(real(f)); };
        m_methods.xShmUnmap = [](sqlite3_file* f, int away) { return real(f)->pMethods->xShmUnmap(real(f), away); };
    }

    void note(DiskEvent event) {
        const std::lock_guard guard(m_mutex);
        if (m_recording) m_events.push_back(std::move(event));
    }

    bool fails(Call call) {
        const std::lock_guard guard(m_mutex);
        m_systemError = 0;
        if (m_fault.at == 0 || (m_fault.calls & call) == 0) return false;
        ++m_counted;
        if (m_counted != m_fault.at && !(m_fault.sticky && m_counted > m_fault.at)) return false;
        ++m_failed;
        m_systemError = m_fault.full ? ENOSPC : EIO;
        return true;
    }

    QByteArray recordedName(const char* path) const {
        const QByteArray whole(path == nullptr ? "" : path);
        return m_recording && whole.startsWith(m_folder) ? whole.mid(m_folder.size()) : QByteArray();
    }

    static int open(sqlite3_vfs*, const char* path, sqlite3_file* file, int flags, int* outFlags) {
        FaultVfs& vfs = self();
        auto* ours = new (file) File{};
        if (vfs.fails(Open)) return SQLITE_CANTOPEN;
        int there = 1;
        if (path != nullptr && (flags & SQLITE_OPEN_CREATE) != 0) vfs.below()->xAccess(vfs.below(), path, SQLITE_ACCESS_EXISTS, &there);
        const int code = vfs.below()->xOpen(vfs.below(), path, real(file), flags, outFlags);
        if (code != SQLITE_OK) {
            if (real(file)->pMethods != nullptr) real(file)->pMethods->xClose(real(file));
            return code;
        }
        ++vfs.m_openFiles;
        ours->base.pMethods = &vfs.m_methods;
        constexpr int kJournals = SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL | SQLITE_OPEN_WAL;
        ours->newJournal = (flags & SQLITE_OPEN_CREATE) != 0 && (flags & kJournals) != 0;
        const QByteArray name = vfs.recordedName(path);
        if (name.isEmpty()) return SQLITE_OK;
        ours->name = new QByteArray(name);
        // A file of no bytes counts as missing here: who replays this has to bear that it exists.
        if (there == 0) vfs.note({DiskEvent::Kind::Create, name, 0, {}});
        return SQLITE_OK;
    }

    static int close(sqlite3_file* file) {
        auto* ours = reinterpret_cast<File*>(file);
        delete ours->name;
        ours->name = nullptr;
        --self().m_openFiles;
        return real(file)->pMethods->xClose(real(file));
    }

    static int write(sqlite3_file* file, const void* from, int size, sqlite3_int64 at) {
        auto* ours = reinterpret_cast<File*>(file);
        if (self().fails(Write)) {
            // A disk takes a part of what it cannot take whole.
            real(file)->pMethods->xWrite(real(file), from, size / 2, at);
            return self().m_fault.full ? SQLITE_FULL : SQLITE_IOERR_WRITE;
        }
        const int code = real(file)->pMethods->xWrite(real(file), from, size, at);
        if (code == SQLITE_OK && ours->name != nullptr)
            self().note({DiskEvent::Kind::Write, *ours->name, at, QByteArray(static_cast<const char*>(from), size)});
        return code;
    }

    static int truncate(sqlite3_file* file, sqlite3_int64 size) {
        auto* ours = reinterpret_cast<File*>(file);
        if (self().fails(Truncate)) return SQLITE_IOERR_TRUNCATE;
        const int code = real(file)->pMethods->xTruncate(real(file), size);
        if (code == SQLITE_OK && ours->name != nullptr) self().note({DiskEvent::Kind::Truncate, *ours->name, size, {}});
        return code;
    }

    static int sync(sqlite3_file* file, int flags) {
        auto* ours = reinterpret_cast<File*>(file);
        if (self().fails(Sync)) return SQLITE_IOERR_FSYNC;
        const int code = real(file)->pMethods->xSync(real(file), flags);
        if (code != SQLITE_OK || ours->name == nullptr) return code;
        self().note({DiskEvent::Kind::Sync, *ours->name, 0, {}});
        if (ours->newJournal) self().note({DiskEvent::Kind::SyncFolder, *ours->name, 0, {}});
        ours->newJournal = false;
        return code;
    }

    static int remove(sqlite3_vfs*, const char* path, int syncFolder) {
        if (self().fails(Delete)) return SQLITE_IOERR_DELETE;
        const int code = self().below()->xDelete(self().below(), path, syncFolder);
        const QByteArray name = self().recordedName(path);
        if (code != SQLITE_OK || name.isEmpty()) return code;
        self().note({DiskEvent::Kind::Delete, name, 0, {}});
        if (syncFolder != 0) self().note({DiskEvent::Kind::SyncFolder, name, 0, {}});
        return code;
    }

    /// The same in every run, so that what is recorded is the same too.
    static int randomness(sqlite3_vfs*, int size, char* out) {
        quint64 state = 88172645463325252ull;
        for (int i = 0; i < size; ++i) {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            out[i] = static_cast<char>(state);
        }
        return size;
    }

    sqlite3_vfs m_vfs{};
    sqlite3_io_methods m_methods{};
    std::mutex m_mutex;
    QByteArray m_folder;
    std::vector<DiskEvent> m_events;
    bool m_recording = false;
    Fault m_fault;
    qint64 m_counted = 0;
    qint64 m_failed = 0;
    int m_systemError = 0;
    int m_openFiles = 0;
};

}  // namespace mudeung::test
