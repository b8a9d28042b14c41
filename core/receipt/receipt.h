// SPDX-License-Identifier: GPL-3.0-or-later
// The receipt of an output: which question, which files, which numbers. A value that every output carries; knows no file format.
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QVector>
#include <cstdint>

#include "core/base/result.h"
#include "core/model/table.h"
#include "core/store/workspace.h"

namespace mudeung {

/// Version of the JSON form; a reader refuses later ones.
constexpr int kReceiptFormat = 1;

enum class ReceiptOf { Map, Chart, Table, Report };
QString receiptOfId(ReceiptOf what);  ///< "map" "chart" "table" "report"

/// An imported file that numbers come from.
struct SourceFile {
    QString name;
    QString sha256;         ///< hex of the whole file
    QString importedAt;     ///< ISO 8601 with offset
    bool replaced = false;  ///< at least one of its months now holds the numbers of another file
    bool operator==(const SourceFile&) const = default;
};

struct SourceDataset {
    QString id;
    QString title;      ///< in the language of the writer
    QString publisher;  ///< likewise; empty when not stated
    Period period;      ///< cubes: first to last day held
    bool layer = false;
    QVector<SourceFile> files;
    bool operator==(const SourceDataset&) const = default;
};

struct Receipt {
    QString program;  ///< version that wrote it
    ReceiptOf what = ReceiptOf::Table;
    Query query;  ///< normalised: period and measure are written out
    Breakdown by = Breakdown::Place;
    int top = 0;  ///< the output shows the largest `top` rows only; 0 = all
    QString measureName;
    QString unit;
    int decimals = 0;
    QJsonObject style;  ///< how it was drawn; not interpreted here
    QString sentence;   ///< "Bus stops: Boardings, weekdays, 2024-03-01 … 2024-03-31" in the language of the writer
    QVector<SourceDataset> sources;
    QString recipe;  ///< recipeId() of query, breakdown and top
    QString result;  ///< resultDigest() of the answer, all rows
    QString shown;   ///< tables: digest of the numbers that the file itself shows (core/export/shown_numbers); else empty
    qint64 rows = 0;
    std::int64_t totalSum = 0;  ///< exact stored integers
    std::int64_t totalObserved = 0;
    double total = 0.0;         ///< as Table::total; NaN when nothing was observed
    bool sample = false;        ///< synthetic numbers
    QVector<Receipt> compared;  ///< comparisons: the receipt of the answer before; else empty
};

/// sha256 (hex) of the canonical JSON of what determines the numbers: keys sorted, no blanks, UTF-8.
QString recipeId(const Query& query, Breakdown by, int top = 0);

/// One line per row, "key TAB sum TAB observed LF", sorted by the bytes of the key: the same for the same numbers, whatever the order of
/// import. Sums and counts are exact integers.
QByteArray canonicalRows(const Table& table);
QString resultDigest(const Table& table);  ///< sha256 (hex) of canonicalRows()

/// The files that the answer comes from: those of the dataset with days in the period, and of the layers that say where places are, if
/// the answer or its picture depends on them.
Result<QVector<SourceDataset>> sourcesOf(const Workspace& workspace, const Query& query, Breakdown by);

/// `table` is the whole answer, also when the output shows its largest `top` rows only.
Result<Receipt> makeReceipt(const Workspace& workspace, const Table& table, ReceiptOf what, const QJsonObject& style = {}, int top = 0);

QJsonArray sourcesJson(const QVector<SourceDataset>& sources);
/// InputRefused names the field that is missing or wrong.
Result<QVector<SourceDataset>> sourcesFromJson(const QJsonArray& json);
QJsonObject receiptJson(const Receipt& receipt);
/// InputRefused names the field that is missing or wrong, also when the recipe does not belong to the query; NewerVersion for later forms.
Result<Receipt> receiptFromJson(const QJsonObject& json);

/// For people, in the interface language.
QStringList receiptLines(const Receipt& receipt);

}  // namespace mudeung
