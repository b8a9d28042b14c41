// SPDX-License-Identifier: GPL-3.0-or-later
// A small RAII layer over the SQLite C API: connection, statement, transaction. Knows nothing of datasets.
#pragma once

#include <QByteArray>
#include <QString>
#include <cstdint>
#include <span>

#include "core/base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace mudeung::store {

/// Thrown inside this folder only; Workspace turns it into a Result at the border.
struct Failure {
    Error error;
    bool diskFull = false;
};
[[noreturn]] void fail(ErrorCode code, const QString& message, const QString& detail = {});

using Bytes = std::span<const std::uint8_t>;
inline Bytes bytesOf(const QByteArray& bytes) {
    return {reinterpret_cast<const std::uint8_t*>(bytes.constData()), static_cast<std::size_t>(bytes.size())};
}

/// One connection with the rules of this program set (see README). Used by one thread at a time.
class Database {
public:
    enum class Access {
        Writer,    ///< the one connection that changes the file
        Reader,    ///< may repair the write-ahead log after a crash, never changes content
        ReadOnly,  ///< the file cannot be written by this user
        Immutable  ///< neither the file nor its folder can be written
    };

    Database(const QString& path, Access access, bool mayCreate = false);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    void exec(const char* sql);
    /// The first column of the first row as an integer; 0 without a row.
    qint64 scalar(const char* sql);
    const QString& path() const { return m_path; }
    sqlite3* handle() const { return m_db; }
    bool inTransaction() const;
    /// Throws when SQLite has rolled a write transaction back by itself, as it does when the disk fails. Whatever came next would be
    /// committed statement by statement.
    void requireTransaction() const;
    /// Throws the Failure that belongs to a result code.
    [[noreturn]] void raise(int code) const;

private:
    friend class Transaction;
    QString m_path;
    sqlite3* m_db = nullptr;
    bool m_writing = false;  ///< a Transaction of the kind Write is alive
};

/// A prepared statement; parameters count from 1, columns from 0. NaN is stored as NULL and NULL read as NaN.
class Statement {
public:
    Statement(Database& db, const char* sql);
    ~Statement();
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    Statement& bind(int index, qint64 value);
    Statement& bind(int index, int value) { return bind(index, static_cast<qint64>(value)); }
    Statement& bind(int index, double value);
    Statement& bind(int index, const QString& value);
    Statement& bindBlob(int index, const QByteArray& value);

    bool step();  ///< true while there is a row
    void run();   ///< executes to the end and makes ready for the next binding
    void reset();

    qint64 integer(int column) const;
    double real(int column) const;
    QString text(int column) const;
    QByteArray blob(int column) const;
    Bytes bytes(int column) const;  ///< valid until the next step
    bool isNull(int column) const;

private:
    void check(int code) const;
    Database& m_db;
    sqlite3_stmt* m_statement = nullptr;
};

/// Rolls back unless committed. A Read transaction sees one state of the file; a Write one takes the write lock at once.
class Transaction {
public:
    enum class Kind { Read, Write };
    Transaction(Database& db, Kind kind);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

private:
    Database& m_db;
    bool m_open = true;
};

}  // namespace mudeung::store
