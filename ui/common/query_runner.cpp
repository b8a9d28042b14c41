// SPDX-License-Identifier: GPL-3.0-or-later
// Evaluates all breakdowns of a query in one go.
#include "ui/common/query_runner.h"

#include <array>

namespace mudeung {

namespace {

/// Null table for "the data lacks this dimension"; any other failure stays a failure.
Result<TablePtr> optionalTable(QueryEngine& engine, const Query& query, Breakdown by, Progress& progress) {
    if (progress.isCancelled()) return Error{ErrorCode::Cancelled, {}, {}};
    auto table = engine.run(query, by, progress);
    if (!table && table.error().code == ErrorCode::Usage) return TablePtr();
    return table;
}

}  // namespace

Result<AnswersPtr> evaluateAnswers(QueryEngine& engine, const Query& query, AnswerParts parts, Progress& progress) {
    auto answers = std::make_shared<Answers>();
    answers->query = query;
    auto byPlace = engine.run(query, Breakdown::Place, progress);
    if (!byPlace) return byPlace.error();
    answers->byPlace = byPlace.value();

    struct Wanted {
        Breakdown by;
        TablePtr Answers::*slot;
    };
    const std::array wanted{Wanted{Breakdown::Group, &Answers::byGroup}, Wanted{Breakdown::Hour, &Answers::byHour},
                            Wanted{Breakdown::Month, &Answers::byMonth}, Wanted{Breakdown::Dong, &Answers::byDong},
                            Wanted{Breakdown::HourWeekday, &Answers::byHourWeekday}};
    for (const Wanted& want : wanted) {
        if (parts == AnswerParts::First && want.by == Breakdown::HourWeekday) continue;
        auto table = optionalTable(engine, query, want.by, progress);
        if (!table) return table.error();
        (*answers).*(want.slot) = table.value();
    }
    if (query.groups.isEmpty()) {
        answers->byGroupEveryone = answers->byGroup;
    } else {
        Query everyone = query;
        everyone.groups.clear();
        auto table = optionalTable(engine, everyone, Breakdown::Group, progress);
        if (!table) return table.error();
        answers->byGroupEveryone = table.value();
    }
    if (progress.isCancelled()) return Error{ErrorCode::Cancelled, {}, {}};
    return AnswersPtr(answers);
}

}  // namespace mudeung
