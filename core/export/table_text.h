// SPDX-License-Identifier: GPL-3.0-or-later
// A table as CSV for spreadsheets and as JSON for programs. Knows no file.
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QVariant>
#include <QVector>

#include "core/model/table.h"

namespace mudeung {

/// The value without rounding: sum / 10^decimals exactly for flows, 15 digits for levels, empty for "nothing observed".
QByteArray exactValue(const TableRow& row, const Measure& measure);

/// Columns key,label,value; levels add sum (in the unit) and observed (number of cells). Lines end with CR LF.
QByteArray tableCsv(const Table& table);
/// Rows of texts and doubles (15 digits; what is not finite is empty) below a head, for spreadsheets: begins with the mark of UTF-8.
QByteArray rowsCsv(const QStringList& heads, const QVector<QVariantList>& rows);
QJsonObject tableJson(const Table& table);

}  // namespace mudeung
