// SPDX-License-Identifier: GPL-3.0-or-later
// A profile bound to the columns of one file: which cell is what. Knows no workspace.
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>
#include <QVector>
#include <string>
#include <vector>

#include "core/import/profile.h"
#include "core/import/row_source.h"

namespace mudeung {

/// A row that outlives its source, for the head of the file.
struct HeadRow {
    qint64 line = 0;
    std::vector<std::string> cells;
    std::string wkb;
    bool damagedQuotes = false;

    static HeadRow copyOf(const Row& row);
    void viewInto(Row& row) const;
    bool isBlank() const;
};

/// One column that holds values. −1 = another column of the row says it.
struct ValueColumn {
    int column = -1;
    int measure = -1;
    int group = -1;
    int hour = -1;  ///< already within the profile's hours (0…27)
    int year = 0;   ///< 0 = the row says the date
    int month = 0;
    int day = 0;
};

struct Mapping {
    int headerRow = 0;  ///< index among the head rows
    int headerRows = 1;
    QStringList columns;              ///< shown names, two header rows joined with "|"
    QHash<QString, int> fieldColumn;  ///< field id → column
    std::vector<ValueColumn> values;
    int placeChoice = 0;
    GroupScheme scheme;  ///< the profile's, or found in the column names
    QStringList missing;
    QStringList warnings;
    int explained = 0;  ///< columns with a meaning

    int column(const QString& field) const { return fieldColumn.value(field, -1); }
};

/// Names of the columns when the header begins at `row`; two rows are joined by carrying names forward over blanks.
QStringList headerNames(const std::vector<HeadRow>& head, int row, int headerRows);

/// Binds by name; `chosen` (field → column name) goes before the profile's own names. `missing` is empty when all is there.
Mapping bindProfile(const Profile& profile, const QStringList& columns, const QHash<QString, QString>& chosen);

}  // namespace mudeung
