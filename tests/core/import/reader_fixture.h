// SPDX-License-Identifier: GPL-3.0-or-later
// Files written for one test, and every row that a reader gives of them. Knows no profile and no workspace.
#pragma once

#include <QTemporaryDir>
#include <QtTest>

#include "core/import/row_source.h"

namespace mudeung::test {

using Cells = std::vector<std::string>;

struct ReadRows {
    std::vector<Cells> rows;
    std::vector<qint64> lines;
    std::vector<std::string> wkb;
    int damaged = 0;
    SourceInfo info;
    QString error;  ///< of opening or of a row
    ErrorCode code = ErrorCode::Internal;
};

inline ReadRows readAll(Result<std::unique_ptr<RowSource>> source) {
    ReadRows read;
    Row row;
    while (source.ok()) {
        const auto more = (*source)->next(row);
        read.info = (*source)->info();
        if (!more) {
            read.error = more.error().message;
            read.code = more.error().code;
            return read;
        }
        if (!*more) return read;
        Cells cells;
        for (const auto cell : row.cells) cells.emplace_back(cell);
        read.rows.push_back(std::move(cells));
        read.lines.push_back(row.line);
        read.wkb.emplace_back(row.wkb);
        read.damaged += row.damagedQuotes;
    }
    read.error = source.error().message;
    read.code = source.error().code;
    return read;
}

class Files {
public:
    QString path(const QString& name) const { return m_folder.filePath(name); }
    QString write(const QString& name, const QByteArray& bytes) const {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) qFatal("cannot write %s", qPrintable(path(name)));
        return path(name);
    }
    ReadRows read(const QString& name, const QByteArray& bytes, const SourceOptions& options = {}) const {
        return readAll(openRowSource(write(name, bytes), options));
    }

private:
    QTemporaryDir m_folder;
};

}  // namespace mudeung::test
