// SPDX-License-Identifier: GPL-3.0-or-later
// Asks the question of a receipt again and says whether the numbers are the same, or what changed.
#pragma once

#include <QStringList>

#include "core/cube/query_engine.h"
#include "core/receipt/receipt.h"

namespace mudeung {

struct Verification {
    bool equal = false;   ///< the same rows with the same exact sums and counts
    QStringList changes;  ///< why not, as sentences in the interface language; empty when equal
    QStringList remarks;  ///< what is different without changing the numbers: other files, other program version
    // what the workspace says now; rows = −1 when the question cannot be asked any more
    qint64 rows = -1;
    std::int64_t totalSum = 0;
    std::int64_t totalObserved = 0;
    QString result;  ///< resultDigest() of the answer
    QVector<SourceFile> missingFiles;
    QVector<SourceFile> newFiles;
};

/// Errors are of the workspace (unreadable, damaged) or a cancel; everything else that differs is an answer. For an extensive level, whose
/// rows do not follow from their sums, the total is compared as well, to nine digits.
Result<Verification> verifyReceipt(QueryEngine& engine, const Receipt& receipt, Progress& progress = Progress::none());

}  // namespace mudeung
