// SPDX-License-Identifier: GPL-3.0-or-later
// Version 1 of the tables. README.md explains them.
#include "core/store/schema.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include "core/store/file_lock.h"

namespace mudeung::store {

namespace {
constexpr int kFirstVersion = 1;

constexpr const char* kTables = R"(
CREATE TABLE meta(key TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE setting(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE dataset(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, kind INTEGER NOT NULL, description TEXT NOT NULL,
  items INTEGER NOT NULL, items_crc INTEGER NOT NULL, months INTEGER NOT NULL, crc INTEGER NOT NULL) STRICT;
CREATE TABLE place(dataset INTEGER NOT NULL, idx INTEGER NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL, lon REAL, lat REAL,
  PRIMARY KEY(dataset, idx)) STRICT, WITHOUT ROWID;
CREATE TABLE month(dataset INTEGER NOT NULL, month INTEGER NOT NULL, generation INTEGER NOT NULL, places INTEGER NOT NULL,
  days INTEGER NOT NULL, slabs INTEGER NOT NULL, crc INTEGER NOT NULL, PRIMARY KEY(dataset, month)) STRICT, WITHOUT ROWID;
CREATE TABLE month_sum(dataset INTEGER NOT NULL, month INTEGER NOT NULL, measure INTEGER NOT NULL, grp INTEGER NOT NULL,
  sum INTEGER NOT NULL, observed INTEGER NOT NULL, slabs INTEGER NOT NULL, PRIMARY KEY(dataset, month, measure, grp)) STRICT, WITHOUT ROWID;
CREATE TABLE slab(key INTEGER PRIMARY KEY, data BLOB NOT NULL) STRICT;
CREATE TABLE rollup(key INTEGER PRIMARY KEY, data BLOB NOT NULL) STRICT;
CREATE TABLE batch(id INTEGER PRIMARY KEY, dataset INTEGER NOT NULL, sha256 TEXT NOT NULL, file_name TEXT NOT NULL, bytes INTEGER NOT NULL,
  profile TEXT NOT NULL, encoding TEXT NOT NULL, imported_at TEXT NOT NULL, options TEXT NOT NULL, report TEXT NOT NULL,
  from_day TEXT NOT NULL, to_day TEXT NOT NULL, months INTEGER NOT NULL, generation INTEGER NOT NULL) STRICT;
CREATE INDEX batch_source ON batch(dataset, sha256);
CREATE TABLE month_batch(dataset INTEGER NOT NULL, month INTEGER NOT NULL, batch INTEGER NOT NULL,
  PRIMARY KEY(dataset, month, batch)) STRICT, WITHOUT ROWID;
CREATE TABLE reject(batch INTEGER PRIMARY KEY, data BLOB NOT NULL) STRICT;
CREATE TABLE feature(key INTEGER PRIMARY KEY, code TEXT NOT NULL, aliases TEXT NOT NULL, name TEXT NOT NULL, wkb BLOB NOT NULL,
  lon REAL, lat REAL, attributes TEXT NOT NULL, crc INTEGER NOT NULL) STRICT;
CREATE TABLE quarantine(dataset INTEGER NOT NULL, month INTEGER NOT NULL, PRIMARY KEY(dataset, month)) STRICT, WITHOUT ROWID;
)";

constexpr const char* kNeededProgram = "needed_program";

void setVersion(Database& db, int version) {
    // PRAGMA takes no parameters; the number is our own.
    db.exec(QByteArray("PRAGMA user_version=" + QByteArray::number(version)).constData());
}

void setNeededProgram(Database& db, const SchemaPlan& plan) {
    Statement meta(db, "INSERT OR REPLACE INTO meta(key, value) VALUES(?1, ?2)");
    meta.bind(1, QString::fromLatin1(kNeededProgram)).bind(2, static_cast<qint64>(plan.program)).run();
}

/// What a file of a later version says of the program that reads it; empty when it does not, for nothing else of it is known.
QString neededProgram(Database& db) {
    try {
        Statement meta(db, "SELECT value FROM meta WHERE key=?1");
        meta.bind(1, QString::fromLatin1(kNeededProgram));
        const qint64 program = meta.step() ? meta.integer(0) : 0;
        if (program <= 0) return {};
        return QStringLiteral("%1.%2.%3").arg(program / 10000).arg(program / 100 % 100).arg(program % 100);
    } catch (const Failure&) {
        return {};
    }
}

QString newerText(const QString& path, const QString& program) {
    if (program.isEmpty())
        return QCoreApplication::translate("Store", "“%1” was written by a later version of Mudeung. Install that version to open it.")
            .arg(path);
    return QCoreApplication::translate("Store", "“%1” was written by a later version of Mudeung. Mudeung %2 or later opens it; this is %3.")
        .arg(path, program, QStringLiteral(MUDEUNG_VERSION));
}
}  // namespace

const SchemaPlan& currentPlan() {
    static const SchemaPlan plan{kFirstVersion, {}};
    return plan;
}

FileState stateOf(Database& db, const SchemaPlan& plan) {
    if (db.scalar("PRAGMA page_count") == 0) return FileState::Empty;
    if (db.scalar("PRAGMA application_id") != kApplicationId) return FileState::Foreign;
    const qint64 version = db.scalar("PRAGMA user_version");
    if (version > plan.version) return FileState::Newer;
    if (version < kFirstVersion) return FileState::Foreign;
    return version < plan.version ? FileState::Older : FileState::Current;
}

void refuse(FileState state, Database& db) {
    const QString& path = db.path();
    switch (state) {
        case FileState::Empty:
            fail(ErrorCode::Corrupt, QCoreApplication::translate("Store", "“%1” is empty. Import a file into it first.").arg(path));
        case FileState::Foreign:
            fail(ErrorCode::Corrupt, QCoreApplication::translate(
                                         "Store", "“%1” is a database of another program, not a Mudeung workspace. Choose another file.")
                                         .arg(path));
        case FileState::Newer:
            fail(ErrorCode::NewerVersion, newerText(path, neededProgram(db)));
        case FileState::Older:
            fail(ErrorCode::Usage, QCoreApplication::translate(
                                       "Store",
                                       "“%1” was written by an earlier version of Mudeung. Open it once for writing, so that it can be "
                                       "brought up to date.")
                                       .arg(path));
        case FileState::Current:
            break;
    }
}

void createSchema(Database& db, const SchemaPlan& plan) {
    // Before the first page is written; the log comes after the tables, so that a program killed in between leaves either an
    // empty file or a whole workspace.
    db.exec("PRAGMA page_size=8192");
    Transaction transaction(db, Transaction::Kind::Write);
    db.exec(QByteArray("PRAGMA application_id=" + QByteArray::number(kApplicationId)).constData());
    db.exec(kTables);
    setVersion(db, kFirstVersion);
    Statement meta(db, "INSERT INTO meta(key, value) VALUES(?1, ?2)");
    meta.bind(1, QStringLiteral("generation")).bind(2, qint64{0}).run();
    meta.bind(1, QStringLiteral("salt")).bind(2, static_cast<qint64>(QRandomGenerator::system()->generate64() >> 1)).run();
    for (const Migration& step : plan.migrations) {
        step.apply(db);
        setVersion(db, step.from + 1);
    }
    setNeededProgram(db, plan);
    transaction.commit();
}

void copyDatabase(Database& db, const QString& target) {
    const QFileInfo info(target);
    const QString temporary =
        info.absolutePath() +
        QStringLiteral("/.%1.%2.part").arg(info.fileName()).arg(QRandomGenerator::system()->generate(), 8, 16, QLatin1Char('0'));
    QString problem;
    bool copied = false;
    try {
        db.exec("PRAGMA query_only=OFF");  // it would forbid writing the copy as well
        Statement copy(db, "VACUUM INTO ?1");
        copy.bind(1, temporary).run();
        copied = flushToDisk(temporary, problem) && renameOver(temporary, info.absoluteFilePath(), problem);
        if (copied) flushToDisk(info.absoluteFilePath(), problem);
    } catch (const Failure& failure) {
        QFile::remove(temporary);
        if (failure.diskFull) {
            fail(ErrorCode::Io,
                 QCoreApplication::translate("Store", "The disk is full: the copy “%1” could not be written. Choose another disk.")
                     .arg(target),
                 failure.error.detail);
        }
        if (failure.error.code == ErrorCode::Corrupt && !info.absoluteDir().exists()) problem = failure.error.detail;
        if (problem.isEmpty() && failure.error.code != ErrorCode::Io) throw;
        fail(ErrorCode::Io,
             QCoreApplication::translate("Store", "The copy “%1” could not be written. Check the folder and its permissions.").arg(target),
             failure.error.detail);
    }
    if (copied) return;
    QFile::remove(temporary);
    fail(ErrorCode::Io,
         QCoreApplication::translate("Store", "The copy “%1” could not be written. Check the folder and its permissions.").arg(target),
         problem);
}

void migrate(Database& db, const SchemaPlan& plan) {
    const qint64 version = db.scalar("PRAGMA user_version");
    const QFileInfo info(db.path());
    copyDatabase(db, info.absolutePath() + QStringLiteral("/%1.v%2.backup.mudeung").arg(info.completeBaseName()).arg(version));
    Transaction transaction(db, Transaction::Kind::Write);
    for (const Migration& step : plan.migrations) {
        if (step.from < version) continue;
        step.apply(db);
        setVersion(db, step.from + 1);
    }
    if (db.scalar("PRAGMA user_version") != plan.version) {
        fail(ErrorCode::Internal,
             QCoreApplication::translate("Store", "“%1” could not be brought up to date; it was left as it is.").arg(db.path()));
    }
    setNeededProgram(db, plan);
    transaction.commit();
}

}  // namespace mudeung::store
