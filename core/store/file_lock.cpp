// SPDX-License-Identifier: GPL-3.0-or-later
// Lock, flush, rename and file system kind on POSIX. Never opens the workspace itself: closing any descriptor of a database file
// would drop the locks that SQLite holds on it in this process.
#include "core/store/file_lock.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/vfs.h>
#include <unistd.h>

namespace mudeung::store {

namespace {
constexpr int kAttempts = 20;

QString systemText(int error) {
    return QString::fromLocal8Bit(std::strerror(error));
}

/// The holder removes the lock file when it lets go, so the file that we locked may no longer be the one with the name.
bool isStillNamed(int descriptor, const QByteArray& path) {
    struct stat ours {};
    struct stat named {};
    return fstat(descriptor, &ours) == 0 && stat(path.constData(), &named) == 0 && ours.st_ino == named.st_ino &&
           ours.st_dev == named.st_dev;
}

bool flushDescriptor(const QByteArray& path, int flags, QString& problem) {
    const int descriptor = ::open(path.constData(), flags | O_CLOEXEC);
    if (descriptor < 0) {
        problem = systemText(errno);
        return false;
    }
    const bool ok = ::fsync(descriptor) == 0;
    if (!ok) problem = systemText(errno);
    ::close(descriptor);
    return ok;
}
}  // namespace

qint64 currentProcess() {
    return ::getpid();
}

FileLock::~FileLock() {
    release();
}

FileLock::Outcome FileLock::take(const QString& lockPath, QString& problem) {
    const QByteArray name = QFile::encodeName(lockPath);
    for (int attempt = 0; attempt < kAttempts; ++attempt) {
        const int descriptor = ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
        if (descriptor < 0) {
            problem = systemText(errno);
            return Outcome::Failed;
        }
        if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
            const int error = errno;
            ::close(descriptor);
            problem = systemText(error);
            return error == EWOULDBLOCK ? Outcome::HeldElsewhere : Outcome::Failed;
        }
        if (isStillNamed(descriptor, name)) {
            m_path = lockPath;
            m_descriptor = descriptor;
            m_process = currentProcess();
            return Outcome::Taken;
        }
        ::close(descriptor);
    }
    return Outcome::HeldElsewhere;
}

void FileLock::release() {
    if (m_descriptor < 0) return;
    // A forked child shares the lock with its parent and must not end it.
    if (m_process == currentProcess()) {
        ::unlink(QFile::encodeName(m_path).constData());
        ::flock(m_descriptor, LOCK_UN);
    }
    ::close(m_descriptor);
    m_descriptor = -1;
}

bool isNetworkFileSystem(std::uint64_t magic, const QString& type) {
    constexpr std::uint64_t kRemote[] = {0x6969,       // NFS
                                         0x517B,       // SMB
                                         0xFF534D42,   // CIFS
                                         0xFE534D42,   // SMB2
                                         0x564C,       // NCP
                                         0x5346414F,   // AFS
                                         0x6B414653,   // kAFS
                                         0x73757245,   // Coda
                                         0x00C36400,   // Ceph
                                         0x01021997,   // 9P
                                         0x0BD00BD0,   // Lustre
                                         0x47504653,   // GPFS
                                         0x01161970,   // GFS2
                                         0x7461636F};  // OCFS2
    for (const std::uint64_t remote : kRemote) {
        if ((magic & 0xFFFFFFFFu) == remote) return true;
    }
    const QString lower = type.toLower();
    if (lower.startsWith(QLatin1String("nfs")) || lower == QLatin1String("cifs") || lower.startsWith(QLatin1String("smb"))) return true;
    for (const char* fuse : {"sshfs", "rclone", "s3fs", "gvfsd-fuse", "glusterfs", "davfs", "curlftpfs", "gcsfuse", "goofys", "smbnetfs"}) {
        if (lower == QLatin1String("fuse.") + QLatin1String(fuse)) return true;
    }
    return lower == QLatin1String("davfs") || lower == QLatin1String("fuse.mount.davfs");
}

/// Folders that the user counts as network drives: shares of virtual machines, for example, look like local disks.
bool isNamedNetworkFolder(const QString& path) {
    const QString named = QString::fromLocal8Bit(qgetenv("MUDEUNG_NETWORK_FOLDERS"));
    const QString absolute = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    for (const QString& folder : named.split(QLatin1Char(':'))) {
        const QString clean = QDir::cleanPath(folder);
        if (!folder.isEmpty() && (absolute == clean || absolute.startsWith(clean + QLatin1Char('/')))) return true;
    }
    return false;
}

bool isOnNetwork(const QString& path) {
    if (isNamedNetworkFolder(path)) return true;
    const QFileInfo info(path);
    const QString existing = info.exists() ? path : info.absolutePath();
    struct statfs system {};
    if (::statfs(QFile::encodeName(existing).constData(), &system) != 0) return false;
    return isNetworkFileSystem(static_cast<std::uint64_t>(system.f_type), QString::fromLatin1(QStorageInfo(existing).fileSystemType()));
}

bool canWrite(const QString& path) {
    return ::access(QFile::encodeName(path).constData(), W_OK) == 0;
}

bool flushToDisk(const QString& path, QString& problem) {
    return flushDescriptor(QFile::encodeName(path), O_RDONLY, problem) &&
           flushDescriptor(QFile::encodeName(QFileInfo(path).absolutePath()), O_RDONLY | O_DIRECTORY, problem);
}

bool renameOver(const QString& from, const QString& to, QString& problem) {
    if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0) return true;
    problem = systemText(errno);
    return false;
}

qint64 freeBytes(const QString& path) {
    struct statvfs system {};
    if (::statvfs(QFile::encodeName(QFileInfo(path).absolutePath()).constData(), &system) != 0) return 0;
    return static_cast<qint64>(system.f_bavail) * static_cast<qint64>(system.f_frsize);
}

}  // namespace mudeung::store
