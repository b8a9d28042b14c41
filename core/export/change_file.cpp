// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of a comparison.
#include "core/export/change_file.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QVariant>
#include <cmath>

#include "core/export/answer_columns.h"
#include "core/export/out_file.h"
#include "core/export/read_receipt.h"
#include "core/export/shown_numbers.h"
#include "core/export/table_text.h"
#include "core/export/xlsx_file.h"
#include "core/model/compared_measures.h"
#include "core/model/names.h"

namespace mudeung {

namespace {

QStringList heads(const ChangeTable& change) {
    const QString unit = measureUnit(change.measure);
    const QString of = change.perDay ? QCoreApplication::translate("Export", "%1 per day", "unit").arg(unit) : unit;
    const auto head = [&of](const QString& name) { return of.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, of); };
    const ComparedMeasures measures = comparedMeasures(change.dataset, change.now, change.before);
    const bool times = measures.isEmpty();
    return {keyHead(change.by),
            labelHead(change.by),
            head(times ? QCoreApplication::translate("Export", "Now") : measures.now),
            head(times ? QCoreApplication::translate("Export", "Before") : measures.before),
            head(times ? QCoreApplication::translate("Export", "Change") : QCoreApplication::translate("Export", "Difference")),
            QCoreApplication::translate("Export", "Relative change"),
            head(QCoreApplication::translate("Export", "Noise band ±")),
            QCoreApplication::translate("Export", "Mark")};
}

QVector<QVariantList> rowsOf(const ChangeTable& change) {
    QVector<QVariantList> rows;
    for (const ChangeRow& row : change.rows)
        rows.append({row.key, row.label, row.now, row.before, row.difference, row.relative, row.band, changeMarkText(row.mark)});
    return rows;
}

}  // namespace

QStringList changeFileSuffixes() {
    return {QStringLiteral("csv"), QStringLiteral("xlsx")};
}

Status writeChangeFile(const Workspace& workspace, const ChangeTable& change, const Table& now, const Table& before, const QString& path) {
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (!changeFileSuffixes().contains(suffix))
        return Error{ErrorCode::Usage,
                     QCoreApplication::translate("Export", "A comparison cannot be saved as “%1”. Use .csv or .xlsx.").arg(path),
                     {}};
    auto receipt = makeReceipt(workspace, now, ReceiptOf::Table);
    if (!receipt) return receipt.error();
    const auto other = makeReceipt(workspace, before, ReceiptOf::Table);
    if (!other) return other.error();
    receipt->compared.append(*other);
    ShownNumbers shown;
    for (const ChangeRow& row : change.rows) shown.emplace_back(row.key, row.now);
    receipt->shown = shownDigest(shown);
    const QVector<QVariantList> rows = rowsOf(change);
    if (suffix == QLatin1String("xlsx"))
        return writeXlsxRows(path, datasetTitle(change.dataset), heads(change), rows, change.notes, *receipt);
    const Status written = writeWholeFile(path, rowsCsv(heads(change), rows));
    return written ? writeReceiptBeside(path, *receipt) : written;
}

}  // namespace mudeung
