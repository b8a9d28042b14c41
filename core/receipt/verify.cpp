// SPDX-License-Identifier: GPL-3.0-or-later
// Compares a receipt with what its workspace says now: the numbers first, then the files they come from.
#include "core/receipt/verify.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "core/base/format.h"

namespace mudeung {

namespace {

QString shownSum(const Receipt& receipt, double total) {
    return receipt.unit.isEmpty() ? formatNumber(total, receipt.decimals)
                                  : QStringLiteral("%1 %2").arg(formatNumber(total, receipt.decimals), receipt.unit);
}

bool sameValue(double a, double b) {
    if (std::isnan(a) || std::isnan(b)) return std::isnan(a) && std::isnan(b);
    return std::abs(a - b) <= 1e-9 * std::max(std::abs(a), std::abs(b));
}

void compareNumbers(const Receipt& receipt, const Table& now, Verification* found) {
    found->rows = static_cast<qint64>(now.rows.size());
    found->totalSum = now.totalSum;
    found->totalObserved = now.totalObserved;
    found->result = resultDigest(now);
    const bool sameTotal = sameValue(receipt.total, now.total);
    found->equal = found->result == receipt.result && sameTotal;
    if (found->equal) return;
    if (found->rows != receipt.rows)
        found->changes << QCoreApplication::translate("Receipt", "The answer had %1 rows and now has %2.")
                              .arg(formatCount(receipt.rows), formatCount(found->rows));
    if (!sameTotal || found->totalSum != receipt.totalSum)
        found->changes << QCoreApplication::translate("Receipt", "The total was %1 and is now %2.")
                              .arg(shownSum(receipt, receipt.total), shownSum(receipt, now.total));
    else
        found->changes << QCoreApplication::translate("Receipt", "The total is the same, but it is distributed differently over the rows.");
    if (found->totalObserved != receipt.totalObserved)
        found->changes << QCoreApplication::translate("Receipt", "%1 cells were observed and now %2 are.")
                              .arg(formatCount(receipt.totalObserved), formatCount(found->totalObserved));
}

const SourceFile* find(const QVector<SourceDataset>& sources, const QString& dataset, const QString& sha256) {
    for (const SourceDataset& source : sources) {
        if (source.id != dataset) continue;
        for (const SourceFile& file : source.files)
            if (file.sha256 == sha256) return &file;
    }
    return nullptr;
}

/// Sentences about files that came, went or were overwritten.
QStringList compareFiles(const Receipt& receipt, const QVector<SourceDataset>& now, Verification* found) {
    QStringList said;
    for (const SourceDataset& source : receipt.sources) {
        for (const SourceFile& file : source.files) {
            const SourceFile* same = find(now, source.id, file.sha256);
            if (!same) {
                found->missingFiles.append(file);
                said << QCoreApplication::translate("Receipt", "The workspace no longer has the file %1 (sha256 %2) of “%3”.")
                            .arg(file.name, file.sha256, source.title);
            } else if (same->replaced && !file.replaced) {
                said << QCoreApplication::translate("Receipt", "Numbers of the file %1 have been replaced by a later file.").arg(file.name);
            }
        }
    }
    for (const SourceDataset& source : now) {
        for (const SourceFile& file : source.files) {
            if (find(receipt.sources, source.id, file.sha256)) continue;
            found->newFiles.append(file);
            said << QCoreApplication::translate("Receipt", "The workspace now also has the file %1 (sha256 %2) of “%3”, imported %4.")
                        .arg(file.name, file.sha256, source.title, file.importedAt.left(10));
        }
    }
    return said;
}

}  // namespace

namespace {

/// Of a comparison both answers must be the same.
Status verifyCompared(QueryEngine& engine, const Receipt& receipt, Progress& progress, Verification* found) {
    for (const Receipt& before : receipt.compared) {
        const auto other = verifyReceipt(engine, before, progress);
        if (!other) return other.error();
        for (const QString& change : other->changes)
            found->changes << QCoreApplication::translate("Receipt", "Of the answer compared with: %1").arg(change);
        found->equal = found->equal && other->equal;
    }
    return done();
}

}  // namespace

Result<Verification> verifyReceipt(QueryEngine& engine, const Receipt& receipt, Progress& progress) {
    const Workspace& workspace = *engine.workspace();
    Verification found;
    if (const auto dataset = workspace.dataset(receipt.query.dataset); !dataset) {
        if (dataset.error().code != ErrorCode::NotFound) return dataset.error();
        found.changes << QCoreApplication::translate("Receipt", "The workspace no longer has the dataset “%1”.").arg(receipt.query.dataset);
        return found;
    }
    const auto now = engine.run(receipt.query, receipt.by, progress);
    if (now) {
        compareNumbers(receipt, **now, &found);
    } else if (now.error().code == ErrorCode::Usage || now.error().code == ErrorCode::NotFound) {
        found.changes
            << QCoreApplication::translate("Receipt", "The workspace can no longer answer the question: %1").arg(now.error().message);
    } else {
        return now.error();
    }
    const auto sources = sourcesOf(workspace, receipt.query, receipt.by);
    if (!sources) return sources.error();
    (found.equal ? found.remarks : found.changes) << compareFiles(receipt, *sources, &found);
    if (const Status compared = verifyCompared(engine, receipt, progress, &found); !compared) return compared.error();
    if (receipt.program != QLatin1String(MUDEUNG_VERSION))
        found.remarks << QCoreApplication::translate("Receipt", "Written by version %1 of the program, checked by version %2.")
                             .arg(receipt.program, QStringLiteral(MUDEUNG_VERSION));
    return found;
}

}  // namespace mudeung
