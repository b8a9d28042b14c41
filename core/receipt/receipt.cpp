// SPDX-License-Identifier: GPL-3.0-or-later
// Makes receipts: digests of question and answer, the files behind them, and the sentences for people.
#include "core/receipt/receipt.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonDocument>
#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

#include "core/base/format.h"
#include "core/model/names.h"

namespace mudeung {

namespace {

QString sha256Of(const QByteArray& bytes) {
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

bool overlap(const Period& a, const Period& b) {
    return a.isAll() || b.isAll() || (a.from <= b.to && b.from <= a.to);
}

/// Where places are decides about rows and about what is drawn.
bool dependsOnPlaces(const Query& query, Breakdown by) {
    return by == Breakdown::Place || by == Breakdown::Dong || !query.areas.isEmpty() || !query.areaPolygon.isEmpty();
}

/// The files of one dataset, each content once: the same bytes imported again count from their last import.
Result<QVector<SourceFile>> filesOf(const Workspace& workspace, const Dataset& dataset, const Period& period) {
    const auto batches = workspace.batchFiles(dataset.id);
    if (!batches) return batches.error();
    QVector<SourceFile> files;
    for (const auto& [batch, current] : *batches) {
        const bool cube = dataset.kind == DatasetKind::Cube;
        if (cube && !overlap(batch.period, period)) continue;
        SourceFile file{batch.fileName, batch.sha256, batch.importedAt, false};
        file.replaced = cube && !batch.sha256.isEmpty() && !current;
        files.erase(std::remove_if(files.begin(), files.end(), [&](const SourceFile& f) { return f.sha256 == file.sha256; }), files.end());
        files.append(file);
    }
    return files;
}

QString receiptOfName(ReceiptOf what) {
    switch (what) {
        case ReceiptOf::Map:
            return QCoreApplication::translate("Receipt", "Map made with Mudeung %1.");
        case ReceiptOf::Chart:
            return QCoreApplication::translate("Receipt", "Chart made with Mudeung %1.");
        case ReceiptOf::Report:
            return QCoreApplication::translate("Receipt", "Report made with Mudeung %1.");
        case ReceiptOf::Table:
            break;
    }
    return QCoreApplication::translate("Receipt", "Table made with Mudeung %1.");
}

QString sourceLine(const SourceDataset& source) {
    QString name = source.publisher.isEmpty() ? source.title : QStringLiteral("%1 (%2)").arg(source.title, source.publisher);
    if (!source.period.isAll()) name += QStringLiteral(", ") + source.period.toString();
    return QCoreApplication::translate("Receipt", "Source: %1").arg(name);
}

QString fileLine(const SourceFile& file) {
    QString line =
        QStringLiteral("  ") +
        QCoreApplication::translate("Receipt", "%1, imported %2, sha256 %3").arg(file.name, file.importedAt.left(10), file.sha256);
    if (file.replaced) line += QCoreApplication::translate("Receipt", " (numbers replaced, at least in part, by another file)");
    return line;
}

}  // namespace

QString receiptOfId(ReceiptOf what) {
    switch (what) {
        case ReceiptOf::Map:
            return QStringLiteral("map");
        case ReceiptOf::Chart:
            return QStringLiteral("chart");
        case ReceiptOf::Report:
            return QStringLiteral("report");
        case ReceiptOf::Table:
            break;
    }
    return QStringLiteral("table");
}

QString recipeId(const Query& query, Breakdown by, int top) {
    QJsonObject recipe{{"by", breakdownId(by)}, {"query", query.toJson()}};
    if (top > 0) recipe.insert(QStringLiteral("top"), top);
    return sha256Of(QJsonDocument(recipe).toJson(QJsonDocument::Compact));
}

QByteArray canonicalRows(const Table& table) {
    std::vector<std::pair<QByteArray, const TableRow*>> rows;
    rows.reserve(static_cast<std::size_t>(table.rows.size()));
    for (const TableRow& row : table.rows) rows.emplace_back(row.key.toUtf8(), &row);
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
        return std::tie(a.first, a.second->sum, a.second->observed) < std::tie(b.first, b.second->sum, b.second->observed);
    });
    QByteArray text;
    for (const auto& [key, row] : rows)
        text += key + '\t' + QByteArray::number(static_cast<qint64>(row->sum)) + '\t' +
                QByteArray::number(static_cast<qint64>(row->observed)) + '\n';
    return text;
}

QString resultDigest(const Table& table) {
    return sha256Of(canonicalRows(table));
}

Result<QVector<SourceDataset>> sourcesOf(const Workspace& workspace, const Query& query, Breakdown by) {
    const auto cube = workspace.dataset(query.dataset);
    if (!cube) return cube.error();
    QVector<Dataset> used{*cube};
    if (dependsOnPlaces(query, by)) {
        const auto datasets = workspace.datasets();
        if (!datasets) return datasets.error();
        for (const Dataset& d : *datasets)
            if (d.kind == DatasetKind::Layer && (d.placeKind == cube->placeKind || d.placeKind == QLatin1String("dong"))) used.append(d);
    }
    QVector<SourceDataset> sources;
    for (const Dataset& d : used) {
        const auto files = filesOf(workspace, d, query.period);
        if (!files) return files.error();
        const bool layer = d.kind == DatasetKind::Layer;
        sources.append({d.id, datasetTitle(d), datasetSource(d), layer ? Period{} : d.period, layer, *files});
    }
    return sources;
}

Result<Receipt> makeReceipt(const Workspace& workspace, const Table& table, ReceiptOf what, const QJsonObject& style, int top) {
    const auto sources = sourcesOf(workspace, table.query, table.by);
    if (!sources) return sources.error();
    Receipt receipt;
    receipt.program = QStringLiteral(MUDEUNG_VERSION);
    receipt.what = what;
    receipt.query = table.query;
    receipt.by = table.by;
    receipt.top = top;
    receipt.measureName = measureName(table.measure);
    receipt.unit = measureUnit(table.measure);
    receipt.decimals = table.measure.decimals;
    receipt.style = style;
    receipt.sentence = QCoreApplication::translate("Receipt", "%1: %2, %3", "dataset: measure, filters")
                           .arg(datasetTitle(table.dataset), receipt.measureName, table.query.toSentence(&table.dataset.scheme));
    receipt.sources = *sources;
    receipt.recipe = recipeId(table.query, table.by, top);
    receipt.result = resultDigest(table);
    receipt.rows = static_cast<qint64>(table.rows.size());
    receipt.totalSum = table.totalSum;
    receipt.totalObserved = table.totalObserved;
    receipt.total = table.total;
    receipt.sample = table.sample;
    return receipt;
}

QStringList receiptLines(const Receipt& receipt) {
    QStringList lines{receipt.sentence};
    if (receipt.sample) lines << QCoreApplication::translate("Receipt", "Sample data: synthetic, not observed.");
    lines << QCoreApplication::translate("Receipt", "Total: %1 %2, in %n row(s) by “%3”.", nullptr, int(receipt.rows))
                 .arg(formatNumber(receipt.total, receipt.decimals), receipt.unit, breakdownId(receipt.by));
    if (receipt.top > 0) lines << QCoreApplication::translate("Receipt", "Only the largest %n row(s) are shown.", nullptr, receipt.top);
    for (const SourceDataset& source : receipt.sources) {
        lines << sourceLine(source);
        for (const SourceFile& file : source.files) lines << fileLine(file);
    }
    for (const Receipt& before : receipt.compared)
        lines << QCoreApplication::translate("Receipt", "Compared with: %1; total %2 %3; recipe %4, result %5")
                     .arg(before.sentence, formatNumber(before.total, before.decimals), before.unit, before.recipe, before.result);
    lines << QCoreApplication::translate("Receipt", "Recipe: %1").arg(receipt.recipe);
    lines << QCoreApplication::translate("Receipt", "Result: %1").arg(receipt.result);
    lines << receiptOfName(receipt.what).arg(receipt.program);
    return lines;
}

}  // namespace mudeung
