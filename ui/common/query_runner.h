// SPDX-License-Identifier: GPL-3.0-or-later
// One evaluation of a query: every table that the views need, all of one generation. Runs on a worker thread; knows no widget.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/cube/query_engine.h"
#include "ui/common/workspace_state.h"

namespace mudeung {

/// First: all but carpets of hours, which need every day of the period and not just its sums; seconds where nothing is in memory yet.
enum class AnswerParts { First, All };

/// A breakdown that the data lacks stays null; a query that cannot be answered at all is an error.
Result<AnswersPtr> evaluateAnswers(QueryEngine& engine, const Query& query, AnswerParts parts, Progress& progress);

}  // namespace mudeung
