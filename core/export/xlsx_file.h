// SPDX-License-Identifier: GPL-3.0-or-later
// An answer as an Excel workbook (libxlsxwriter): a sheet of numbers and a sheet "receipt".
#pragma once

#include <QVariant>

#include "core/base/result.h"
#include "core/receipt/receipt.h"

namespace mudeung {

constexpr char kReceiptSheet[] = "receipt";

/// Numbers as numbers, codes and names as text that no spreadsheet runs, heads bold and frozen. Empty cells where nothing was observed.
/// `shown` are the rows to write; the receipt sheet holds sentence, sources, notes and the receipt itself. Usage error above 1,048,575
/// rows, Io error when the file cannot be written.
Status writeXlsx(const QString& path, const Table& shown, const Receipt& receipt);

/// The same of any rows: texts, and numbers as doubles, NaN = empty. `heads` are as many as the cells of a row.
Status writeXlsxRows(const QString& path, const QString& title, const QStringList& heads, const QVector<QVariantList>& rows,
                     const QStringList& notes, const Receipt& receipt);

/// One sheet of several.
struct XlsxSheet {
    QString name;  ///< of the tab: shortened to 31 characters, without those that Excel forbids
    QStringList heads;
    QVector<QVariantList> rows;
};
/// The same with several sheets of numbers, the main one first.
Status writeXlsxSheets(const QString& path, const QString& title, const QVector<XlsxSheet>& sheets, const QStringList& notes,
                       const Receipt& receipt);

/// Receipt text in cells: at most 32,767 characters fit into one, so it is cut into pieces that say which they are.
QStringList receiptCells(const QByteArray& text);
/// The text of such cells in any order among others; empty when one is missing.
QByteArray receiptFromCells(const QStringList& cells);

}  // namespace mudeung
