// SPDX-License-Identifier: GPL-3.0-or-later
// One evaluation of a query: every table that the views need, all of one generation. Runs on a worker thread; knows no widget.
#pragma once

#include <functional>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/cube/query_engine.h"
#include "ui/common/workspace_state.h"

namespace mudeung {

/// First: by place and by dong, which the map needs. The others read sums of every group and, for the carpets of hours, every day of the
/// period: a second and more where nothing is in memory yet.
enum class AnswerParts { First, All };

/// Answers and what they depend on besides the question.
struct KnownAnswers {
    AnswersPtr answers;
    qint64 generation = -1;  ///< of the workspace before the first table was counted
    QString language;        ///< of the labels
};

/// Called once on a working thread with the answers that are being made, as soon as those by place and by dong are there and no others
/// can be relied on; what it makes of them is ready when the others are.
using WhenPlaced = std::function<void(const AnswersPtr&)>;

/// A breakdown that the data lacks stays null; a query that cannot be answered at all is an error. `before` is what an earlier call for the
/// same engine gave, or nothing: tables that both questions have in common (the carpets when only hours move) are not counted again.
Result<KnownAnswers> evaluateAnswers(QueryEngine& engine, const Query& query, AnswerParts parts, const KnownAnswers& before,
                                     Progress& progress, const WhenPlaced& whenPlaced = {});

/// Rows of an answer by place where something was observed, the largest number first, equal ones in their order.
std::vector<int> placesLargestFirst(const Table& table);

/// All answers to a question that others are compared with, paired with these.
Result<KnownAnswers> evaluateCompared(QueryEngine& engine, const Query& query, const AnswersPtr& countedFor, Progress& progress);

}  // namespace mudeung
