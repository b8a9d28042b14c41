// SPDX-License-Identifier: GPL-3.0-or-later
// An SQLite database in memory, as an oracle that knows plain SQL only.
#pragma once

#include <QByteArray>
#include <QString>
#include <map>
#include <sqlite3.h>

/// An SQLite database in memory, for plain SQL.
class Sqlite {
public:
    Sqlite() {
        if (sqlite3_open(":memory:", &m_db) != SQLITE_OK) qFatal("no database");
    }
    ~Sqlite() { sqlite3_close(m_db); }
    void run(const QByteArray& sql) {
        char* problem = nullptr;
        if (sqlite3_exec(m_db, sql.constData(), nullptr, nullptr, &problem) != SQLITE_OK) qFatal("%s in %s", problem, sql.constData());
    }
    std::map<QString, qint64> pairs(const QByteArray& sql) {
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v2(m_db, sql.constData(), -1, &statement, nullptr) != SQLITE_OK) qFatal("%s", sqlite3_errmsg(m_db));
        std::map<QString, qint64> result;
        while (sqlite3_step(statement) == SQLITE_ROW)
            result[QString::fromUtf8(reinterpret_cast<const char*>(sqlite3_column_text(statement, 0)))] =
                sqlite3_column_int64(statement, 1);
        sqlite3_finalize(statement);
        return result;
    }

private:
    sqlite3* m_db = nullptr;
};
