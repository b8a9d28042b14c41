// SPDX-License-Identifier: GPL-3.0-or-later
// A workspace from a network drive as a checked local file. SQLite never opens the original: its locks and log are not safe there.
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include "core/store/file_lock.h"
#include "core/store/verifier.h"
#include "core/store/workspace_impl.h"

namespace mudeung {

using namespace store;

namespace {

constexpr qint64 kPiece = qint64{4} << 20;
constexpr double kCopyShare = 0.7;  ///< of the time; the rest goes into reading the copy back

/// The new file under a passing name, with its log; removed when the copy does not come to its end.
struct Part {
    explicit Part(const QString& target) {
        const QFileInfo info(target);
        path = info.absolutePath() +
               QStringLiteral("/.%1.%2.part").arg(info.fileName()).arg(QRandomGenerator::system()->generate(), 8, 16, QLatin1Char('0'));
    }
    ~Part() {
        for (const char* suffix : {"", "-wal", "-shm"}) QFile::remove(path + QLatin1String(suffix));
    }
    Part(const Part&) = delete;
    Part& operator=(const Part&) = delete;
    QString path;
};

/// Size and time of the file and of its log: whoever writes meanwhile changes one of them.
QString stampOf(const QString& path) {
    QString stamp;
    for (const QString& name : {path, path + QStringLiteral("-wal")}) {
        QFileInfo info(name);
        info.setCaching(false);
        stamp += QStringLiteral("%1 %2 ").arg(info.size()).arg(info.lastModified().toMSecsSinceEpoch());
    }
    return stamp;
}

void copyBytes(const QString& from, const QString& to, qint64& copied, qint64 all, Progress& progress) {
    QFile in(from);
    QFile out(to);
    if (!in.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        fail(ErrorCode::Io, QCoreApplication::translate("Store", "“%1” cannot be read. Check the connection and your rights.").arg(from),
             in.errorString());
    const auto unwritten = [&] {
        fail(ErrorCode::Io,
             QCoreApplication::translate("Store", "“%1” could not be copied to “%2”. Check the free space (%3 MB are needed).")
                 .arg(from, to)
                 .arg((all >> 20) + 1),
             out.errorString());
    };
    if (!out.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered)) unwritten();
    QByteArray piece(static_cast<int>(kPiece), Qt::Uninitialized);
    for (;;) {
        if (progress.isCancelled()) fail(ErrorCode::Cancelled, QCoreApplication::translate("Store", "Stopped. Nothing was changed."));
        const qint64 got = in.read(piece.data(), kPiece);
        if (got < 0)
            fail(ErrorCode::Io,
                 QCoreApplication::translate("Store", "“%1” cannot be read. Check the connection and your rights.").arg(from),
                 in.errorString());
        if (got == 0) break;
        if (out.write(piece.constData(), got) != got) unwritten();
        copied += got;
        progress.set(kCopyShare * static_cast<double>(copied) / static_cast<double>(std::max<qint64>(1, all)));
    }
}

/// Brings the log into the copy and reads everything back, so that a copy with a name is a whole one.
void check(const QString& part, const QString& from, Progress& progress) {
    Database db(part, Database::Access::Writer);
    const FileState state = stateOf(db, currentPlan());
    if (state == FileState::Empty || state == FileState::Foreign || state == FileState::Newer) refuse(state, db);
    db.exec("PRAGMA journal_mode=DELETE");
    if (state == FileState::Older) return;  // opening it for writing brings it up to date, after a backup
    const QStringList problems = verifyDatabase(db, metaNumber(db, QStringLiteral("salt")), progress);
    if (problems.isEmpty()) return;
    fail(ErrorCode::Corrupt,
         QCoreApplication::translate("Store", "The copy of “%1” is damaged, so it was not kept. Copy it again, or use a backup.").arg(from),
         problems.join(QLatin1Char('\n')));
}

}  // namespace

Status Workspace::copyToLocal(const QString& from, const QString& target, Progress& progress) {
    return guarded([&] {
        if (QFileInfo::exists(target))
            fail(ErrorCode::Usage,
                 QCoreApplication::translate("Store", "“%1” exists already. Open it, or choose another name.").arg(target));
        if (!QFileInfo(QFileInfo(target).absolutePath()).isDir())
            fail(ErrorCode::Io,
                 QCoreApplication::translate("Store", "The folder of “%1” does not exist. Create it or choose another one.").arg(target));
        if (isOnNetwork(target))
            fail(ErrorCode::NetworkDrive,
                 QCoreApplication::translate("Store", "“%1” lies on a network drive as well. Choose a folder of this computer.")
                     .arg(target));
        const QString before = stampOf(from);
        const QString log = from + QStringLiteral("-wal");
        const qint64 all = QFileInfo(from).size() + QFileInfo(log).size();
        const Part part(target);
        qint64 copied = 0;
        copyBytes(from, part.path, copied, all, progress);
        if (QFileInfo(log).size() > 0) copyBytes(log, part.path + QStringLiteral("-wal"), copied, all, progress);
        if (stampOf(from) != before)
            fail(ErrorCode::Busy,
                 QCoreApplication::translate("Store",
                                             "“%1” was changed while it was copied. Close it on the other computer, then copy it "
                                             "again.")
                     .arg(from));
        check(part.path, from, progress);
        QString problem;
        if (!flushToDisk(part.path, problem) || !renameOver(part.path, target, problem) || !flushToDisk(target, problem))
            fail(ErrorCode::Io,
                 QCoreApplication::translate("Store", "The copy “%1” could not be written. Check the folder and its permissions.")
                     .arg(target),
                 problem);
        return Done{};
    });
}

}  // namespace mudeung
