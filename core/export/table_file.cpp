// SPDX-License-Identifier: GPL-3.0-or-later
// Chooses the writer by the ending.
#include "core/export/table_file.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <algorithm>
#include <cmath>

#include "core/export/gpkg_file.h"
#include "core/export/out_file.h"
#include "core/export/read_receipt.h"
#include "core/export/shown_numbers.h"
#include "core/export/table_text.h"
#include "core/export/xlsx_file.h"

namespace mudeung {

QStringList tableFileSuffixes() {
    return {QStringLiteral("csv"), QStringLiteral("json"), QStringLiteral("xlsx"), QStringLiteral("gpkg")};
}

Table largestRows(const Table& table, int top) {
    Table shown = table;
    if (top <= 0) return shown;
    std::stable_sort(shown.rows.begin(), shown.rows.end(), [](const TableRow& a, const TableRow& b) {
        if (std::isnan(a.value) || std::isnan(b.value)) return !std::isnan(a.value) && std::isnan(b.value);
        return a.value > b.value;
    });
    shown.rows = shown.rows.mid(0, top);
    return shown;
}

Status writeTableFile(const Workspace& workspace, const Table& table, const QString& path, Progress& progress, int top) {
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (!tableFileSuffixes().contains(suffix))
        return Error{ErrorCode::Usage,
                     QCoreApplication::translate("Export", "A table cannot be saved as “%1”. Use .csv, .xlsx, .gpkg or .json.").arg(path),
                     {}};
    auto receipt = makeReceipt(workspace, table, ReceiptOf::Table, {}, top);
    if (!receipt) return receipt.error();
    const Table shown = largestRows(table, top);
    receipt->shown = shownDigest(numbersOf(shown));
    if (suffix == QLatin1String("xlsx")) return writeXlsx(path, shown, *receipt);
    if (suffix == QLatin1String("gpkg")) return writeGpkg(path, workspace, shown, *receipt, progress);
    if (suffix == QLatin1String("json")) {
        QJsonObject json = tableJson(shown);
        json.insert(QStringLiteral("receipt"), receiptJson(*receipt));
        return writeWholeFile(path, QJsonDocument(json).toJson());
    }
    const Status written = writeWholeFile(path, "\xEF\xBB\xBF" + tableCsv(shown));
    return written ? writeReceiptBeside(path, *receipt) : written;
}

}  // namespace mudeung
