// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of a result as rows of cells, and the receipt that names how they were found.
#include "core/export/run_file.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QVariant>
#include <cmath>

#include "core/export/out_file.h"
#include "core/export/read_receipt.h"
#include "core/export/run_gpkg.h"
#include "core/export/shown_numbers.h"
#include "core/export/table_text.h"
#include "core/export/xlsx_file.h"
#include "core/model/names.h"

namespace mudeung {

namespace {

QString withUnit(const ColumnHead& head) {
    return head.unit.isEmpty() ? head.name : QStringLiteral("%1 (%2)").arg(head.name, head.unit);
}

QStringList headsOf(const ResultTable& table, const TableView& view) {
    QStringList heads{QCoreApplication::translate("Export", "Code"), QCoreApplication::translate("Export", "Name")};
    for (int c = 0; c < table.columns.size(); ++c) heads << (c < view.heads.size() ? withUnit(view.heads[c]) : table.columns[c].id);
    return heads;
}

QVector<QVariantList> rowsOf(const ResultTable& table, const TableView& view) {
    QVector<QVariantList> rows;
    for (int i = 0; i < table.keys.size(); ++i) {
        QVariantList row{table.keys[i], table.labels[i]};
        for (const ResultColumn& c : table.columns) {
            if (!c.isText()) {
                row << c.numbers[i];
                continue;
            }
            QString cell = c.texts[i];
            for (const CategoryHead& category : view.categories) {
                if (c.kind == ColumnKind::Category && category.id == cell) cell = category.name;
            }
            row << cell;
        }
        rows.append(row);
    }
    return rows;
}

QStringList wordsOf(const AnalysisView& view) {
    QStringList words = view.notes;
    if (!view.limits.isEmpty()) words << QCoreApplication::translate("Export", "What this does not say:") << view.limits;
    return words;
}

QJsonObject viewJson(const AnalysisView& view) {
    QJsonArray tables;
    for (const TableView& t : view.tables) {
        QJsonArray heads;
        for (const ColumnHead& h : t.heads) heads.append(QJsonObject{{QStringLiteral("name"), h.name}, {QStringLiteral("unit"), h.unit}});
        QJsonObject categories;
        for (const CategoryHead& c : t.categories) categories.insert(c.id, c.name);
        tables.append(QJsonObject{
            {QStringLiteral("title"), t.title}, {QStringLiteral("columns"), heads}, {QStringLiteral("categories"), categories}});
    }
    return {{QStringLiteral("title"), view.title},
            {QStringLiteral("notes"), QJsonArray::fromStringList(view.notes)},
            {QStringLiteral("limits"), QJsonArray::fromStringList(view.limits)},
            {QStringLiteral("tables"), tables}};
}

/// Of the numbers that a reader of the file can check: the first column of a workbook, the field "value" of a layer.
QString shownIn(const QString& suffix, const Run& run) {
    if (run.data.tables.isEmpty()) return {};
    const ResultTable& table = run.data.tables.first();
    const ResultColumn* column = suffix == QLatin1String("gpkg")                               ? table.column(QStringLiteral("value"))
                                 : suffix == QLatin1String("xlsx") && !table.columns.isEmpty() ? &table.columns.first()
                                                                                               : nullptr;
    if (!column || column->isText()) return {};
    ShownNumbers shown;
    for (int i = 0; i < table.keys.size(); ++i)
        shown.emplace_back(table.keys[i], std::isfinite(column->numbers[i]) ? column->numbers[i] : std::nan(""));
    return shownDigest(shown);
}

Status writeAs(const QString& suffix, QueryEngine& engine, const Run& run, const AnalysisView& view, const Receipt& receipt,
               const QString& path, Progress& progress) {
    if (suffix == QLatin1String("gpkg")) return writeRunGpkg(path, *engine.workspace(), run, view, receipt, progress);
    if (suffix == QLatin1String("json")) {
        QJsonObject json = runJson(run);
        json.insert(QStringLiteral("words"), viewJson(view));
        json.insert(QStringLiteral("receipt"), receiptJson(receipt));
        return writeWholeFile(path, QJsonDocument(json).toJson(QJsonDocument::Indented));
    }
    if (run.data.tables.isEmpty())
        return Error{ErrorCode::Usage, QCoreApplication::translate("Export", "This result has no table. Write it as .json."), {}};
    if (suffix == QLatin1String("xlsx")) {
        QVector<XlsxSheet> sheets;
        for (int t = 0; t < run.data.tables.size(); ++t) {
            const TableView tableView = view.tables.value(t);
            sheets.append({tableView.title, headsOf(run.data.tables[t], tableView), rowsOf(run.data.tables[t], tableView)});
        }
        return writeXlsxSheets(path, view.title, sheets, wordsOf(view), receipt);
    }
    const Status written = writeWholeFile(path, resultTableCsv(run.data.tables.first(), view.tables.value(0)));
    return written ? writeReceiptBeside(path, receipt) : written;
}

}  // namespace

QStringList runFileSuffixes() {
    return {QStringLiteral("csv"), QStringLiteral("json"), QStringLiteral("xlsx"), QStringLiteral("gpkg")};
}

QByteArray resultTableCsv(const ResultTable& table, const TableView& view) {
    return rowsCsv(headsOf(table, view), rowsOf(table, view));
}

Result<Receipt> runReceipt(QueryEngine& engine, const Run& run, Progress& progress) {
    const auto answer = engine.run(run.subject.query, Breakdown::Place, progress);
    if (!answer) return answer.error();
    auto receipt = makeReceipt(*engine.workspace(), **answer, ReceiptOf::Table);
    if (!receipt) return receipt;
    receipt->sentence = runTitle(run);
    receipt->sources = run.sources;
    receipt->analysis = {{QStringLiteral("id"), run.analysis},
                         {QStringLiteral("algorithm"), run.algorithm},
                         {QStringLiteral("parameters"), run.parameters.json()},
                         {QStringLiteral("recipe"), run.recipe},
                         {QStringLiteral("digest"), run.digest}};
    return receipt;
}

Status writeRunFile(QueryEngine& engine, const Run& run, const QString& path, Progress& progress) {
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (!runFileSuffixes().contains(suffix))
        return Error{ErrorCode::Usage,
                     QCoreApplication::translate("Export", "A result cannot be saved as “%1”. Use .%2.")
                         .arg(path, runFileSuffixes().join(QStringLiteral(", ."))),
                     {}};
    const auto view = viewOf(run);
    if (!view) return view.error();
    auto receipt = runReceipt(engine, run, progress);
    if (!receipt) return receipt.error();
    receipt->shown = shownIn(suffix, run);
    return writeAs(suffix, engine, run, *view, *receipt, path, progress);
}

}  // namespace mudeung
