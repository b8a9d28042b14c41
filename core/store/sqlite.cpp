// SPDX-License-Identifier: GPL-3.0-or-later
// Opening connections with the rules of this program, and SQLite's result codes as sentences.
#include "core/store/sqlite.h"

#include <QCoreApplication>
#include <QThread>
#include <QUrl>
#include <cerrno>
#include <cmath>
#include <limits>
#include <sqlite3.h>

namespace mudeung::store {

namespace {
constexpr int kBusyMilliseconds = 10000;
constexpr int kReadRetries = 600;
constexpr int kReadRetryMilliseconds = 50;

Error fullError(const QString& path, const QString& detail) {
    return {ErrorCode::Io,
            QCoreApplication::translate("Store", "The disk that holds “%1” is full. Nothing was changed; free some space and try again.")
                .arg(path),
            detail};
}

Error corruptError(const QString& path, const QString& detail) {
    return {ErrorCode::Corrupt,
            QCoreApplication::translate("Store",
                                        "The workspace “%1” is damaged or is not a Mudeung workspace. Open a backup of it, or import "
                                        "the files into a new workspace.")
                .arg(path),
            detail};
}

Error ioError(const QString& path, int primary, const QString& detail) {
    if (primary == SQLITE_READONLY) {
        return {ErrorCode::Io,
                QCoreApplication::translate("Store", "“%1” cannot be changed because it is read-only. Open it read-only, or make a copy.")
                    .arg(path),
                detail};
    }
    if (primary == SQLITE_CANTOPEN || primary == SQLITE_PERM || primary == SQLITE_AUTH) {
        return {ErrorCode::Io,
                QCoreApplication::translate("Store", "“%1” cannot be opened. Check that it exists and that you may read it.").arg(path),
                detail};
    }
    return {ErrorCode::Io,
            QCoreApplication::translate("Store", "Reading or writing “%1” failed. Check the disk, then try again.").arg(path), detail};
}

bool isFull(int code, int systemError) {
    return code == SQLITE_FULL || systemError == ENOSPC || systemError == EDQUOT;
}

Error errorOf(sqlite3* db, int code, const QString& path) {
    const int primary = code & 0xff;
    const QString technical = QString::fromUtf8(db != nullptr ? sqlite3_errmsg(db) : sqlite3_errstr(code));
    const QString detail = QStringLiteral("SQLite %1: %2").arg(code).arg(technical);
    switch (primary) {
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
        case SQLITE_FORMAT:
        case SQLITE_MISMATCH:
            return corruptError(path, detail);
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return {
                ErrorCode::Busy,
                QCoreApplication::translate("Store", "“%1” is in use by another program. Close it there, or open it read-only.").arg(path),
                detail};
        case SQLITE_READONLY:
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
        case SQLITE_AUTH:
        case SQLITE_IOERR:
        case SQLITE_NOLFS:
        case SQLITE_PROTOCOL:
            return ioError(path, primary, detail);
        case SQLITE_INTERRUPT:
            return {ErrorCode::Cancelled, QCoreApplication::translate("Store", "Stopped. Nothing was changed."), detail};
        case SQLITE_NOMEM:
            return {ErrorCode::Io, QCoreApplication::translate("Store", "There is not enough memory to read “%1”.").arg(path), detail};
        case SQLITE_ERROR:
            // Our own statements are right, so a missing table or a schema that does not parse means a damaged file.
            return corruptError(path, detail);
        default:
            return {ErrorCode::Internal,
                    QCoreApplication::translate("Store", "The workspace “%1” answered in an unexpected way.").arg(path), detail};
    }
}

void configure(sqlite3* db) {
    sqlite3_extended_result_codes(db, 1);
    sqlite3_busy_timeout(db, kBusyMilliseconds);
    // A workspace may come from anybody: its schema must not be able to run anything.
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
}
}  // namespace

void fail(ErrorCode code, const QString& message, const QString& detail) {
    throw Failure{{code, message, detail}};
}

Database::Database(const QString& path, Access access, bool mayCreate) : m_path(path) {
    int flags = SQLITE_OPEN_NOMUTEX;
    QByteArray name = path.toUtf8();
    if (access == Access::Writer || access == Access::Reader) {
        flags |= SQLITE_OPEN_READWRITE | (mayCreate ? SQLITE_OPEN_CREATE : 0);
    } else {
        flags |= SQLITE_OPEN_READONLY;
    }
    if (access == Access::Immutable) {
        flags |= SQLITE_OPEN_URI;
        name = QUrl::fromLocalFile(path).toEncoded(QUrl::FullyEncoded) + "?immutable=1";
    }
    const int code = sqlite3_open_v2(name.constData(), &m_db, flags, nullptr);
    try {
        if (code != SQLITE_OK) raise(code);
        configure(m_db);
        exec("PRAGMA trusted_schema=OFF");
        exec("PRAGMA mmap_size=0");
        exec("PRAGMA temp_store=MEMORY");
        exec("PRAGMA cell_size_check=ON");
        if (access == Access::Writer) {
            exec("PRAGMA synchronous=FULL");
            exec("PRAGMA secure_delete=OFF");
            exec("PRAGMA journal_size_limit=67108864");
        } else {
            exec("PRAGMA query_only=ON");
        }
    } catch (...) {
        sqlite3_close_v2(m_db);
        throw;
    }
}

Database::~Database() {
    sqlite3_close_v2(m_db);
}

void Database::exec(const char* sql) {
    requireTransaction();
    const int code = sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) raise(code);
}

qint64 Database::scalar(const char* sql) {
    Statement statement(*this, sql);
    return statement.step() ? statement.integer(0) : 0;
}

bool Database::inTransaction() const {
    return sqlite3_get_autocommit(m_db) == 0;
}

void Database::requireTransaction() const {
    if (!m_writing || inTransaction()) return;
    throw Failure{ioError(m_path, SQLITE_IOERR, QStringLiteral("the transaction was rolled back after an earlier error"))};
}

void Database::raise(int code) const {
    const int systemError = m_db != nullptr && (code & 0xff) != SQLITE_CORRUPT ? sqlite3_system_errno(m_db) : 0;
    const bool ioFailure = (code & 0xff) == SQLITE_IOERR || (code & 0xff) == SQLITE_CANTOPEN;
    Error error = errorOf(m_db, code, m_path);
    if (isFull(code & 0xff, ioFailure ? systemError : 0)) throw Failure{fullError(m_path, error.detail), true};
    throw Failure{std::move(error)};
}

Statement::Statement(Database& db, const char* sql) : m_db(db) {
    check(sqlite3_prepare_v2(db.handle(), sql, -1, &m_statement, nullptr));
}

Statement::~Statement() {
    sqlite3_finalize(m_statement);
}

void Statement::check(int code) const {
    if (code != SQLITE_OK) m_db.raise(code);
}

Statement& Statement::bind(int index, qint64 value) {
    check(sqlite3_bind_int64(m_statement, index, value));
    return *this;
}

Statement& Statement::bind(int index, double value) {
    check(std::isnan(value) ? sqlite3_bind_null(m_statement, index) : sqlite3_bind_double(m_statement, index, value));
    return *this;
}

Statement& Statement::bind(int index, const QString& value) {
    const QByteArray utf8 = value.toUtf8();
    // A null pointer would bind NULL: constData() of an empty array is not null.
    check(
        sqlite3_bind_text64(m_statement, index, utf8.constData(), static_cast<sqlite3_uint64>(utf8.size()), SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
}

Statement& Statement::bindBlob(int index, const QByteArray& value) {
    check(sqlite3_bind_blob64(m_statement, index, value.constData(), static_cast<sqlite3_uint64>(value.size()), SQLITE_TRANSIENT));
    return *this;
}

bool Statement::step() {
    m_db.requireTransaction();
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    m_db.raise(code);
}

void Statement::run() {
    while (step()) {
    }
    reset();
}

void Statement::reset() {
    sqlite3_reset(m_statement);
}

qint64 Statement::integer(int column) const {
    return sqlite3_column_int64(m_statement, column);
}

double Statement::real(int column) const {
    return isNull(column) ? std::numeric_limits<double>::quiet_NaN() : sqlite3_column_double(m_statement, column);
}

QString Statement::text(int column) const {
    const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    return QString::fromUtf8(data, sqlite3_column_bytes(m_statement, column));
}

QByteArray Statement::blob(int column) const {
    const auto* data = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
    return QByteArray(data, sqlite3_column_bytes(m_statement, column));
}

Bytes Statement::bytes(int column) const {
    const auto* data = static_cast<const std::uint8_t*>(sqlite3_column_blob(m_statement, column));
    return {data, data == nullptr ? 0 : static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

Transaction::Transaction(Database& db, Kind kind) : m_db(db) {
    if (kind == Kind::Write) {
        db.exec("BEGIN IMMEDIATE");
        db.m_writing = true;
        return;
    }
    db.exec("BEGIN");
    // The first read fixes the state that is seen. It can meet the short lock of a log that is being repaired or removed, for
    // which SQLite does not always wait by itself; a reader must never be told "busy".
    for (int attempt = 0;; ++attempt) {
        const int code = sqlite3_exec(db.handle(), "SELECT 1 FROM sqlite_schema LIMIT 1", nullptr, nullptr, nullptr);
        if (code == SQLITE_OK) return;
        if ((code & 0xff) == SQLITE_BUSY && attempt < kReadRetries) {
            QThread::msleep(kReadRetryMilliseconds);
            continue;
        }
        try {
            db.raise(code);
        } catch (const Failure&) {
            sqlite3_exec(db.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
            throw;
        }
    }
}

Transaction::~Transaction() {
    m_db.m_writing = false;
    // After some errors (disk full, no memory) SQLite has rolled back already.
    if (m_open && m_db.inTransaction()) sqlite3_exec(m_db.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
    m_db.exec("COMMIT");
    m_db.m_writing = false;
    m_open = false;
}

}  // namespace mudeung::store
