// SPDX-License-Identifier: GPL-3.0-or-later
// Why a number changed from one run to another: the question, a parameter, the data or the program.
#pragma once

#include <QStringList>
#include <QVector>

#include "core/runs/run.h"

namespace mudeung {

enum class ChangeReason { Question, Parameter, Data, Program };

struct RunDifference {
    ChangeReason reason = ChangeReason::Data;
    QString sentence;  ///< "Permutations: 999 → 99,999", in the interface language
};

/// A number or category of one row that is not the same.
struct RowDifference {
    QString table;
    QString key;
    QString label;
    QString column;
    double before = 0.0;  ///< NaN for categories and for a row that was not there
    double after = 0.0;
    QString beforeText;  ///< categories
    QString afterText;
};

struct RunComparison {
    bool sameAnalysis = true;
    bool equal = false;                  ///< the same bits
    QVector<RunDifference> differences;  ///< between what went in
    QVector<RowDifference> rows;         ///< of the main table: the largest first, relative to the spread of their column
    qint64 rowsChanged = 0;
    qint64 rowsAdded = 0;
    qint64 rowsGone = 0;
    QStringList conclusion;  ///< plain sentences: what changed and why
};

/// Compares what went in and what came out.
RunComparison compareRuns(const Run& before, const Run& after, int mostRows = 50);

/// The same, and where several things differ it repeats the earlier run on the data and the program of now, to say how much each did.
Result<RunComparison> explainChange(QueryEngine& engine, const Run& before, const Run& after, Progress& progress);

}  // namespace mudeung
