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

constexpr int kMostStackedGroups = 14;  ///< more cannot be told apart

Status addHoursOfGroups(QueryEngine& engine, const Query& query, Answers& answers, Progress& progress) {
    if (!answers.byHour || !answers.byGroup) return done();
    const int count = static_cast<int>(answers.byGroup->rows.size());
    if (count < 2 || count > kMostStackedGroups || answers.byGroup->measure.aggregation != Aggregation::Sum) return done();
    for (const TableRow& row : answers.byGroup->rows) {
        Query one = query;
        one.groups = QStringList{row.key};
        auto table = optionalTable(engine, one, Breakdown::Hour, progress);
        if (!table) return table.error();
        answers.byHourOfGroups.append(table.value());
    }
    return done();
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
                            Wanted{Breakdown::Month, &Answers::byMonth}, Wanted{Breakdown::Dong, &Answers::byDong}};
    for (const Wanted& want : wanted) {
        auto table = optionalTable(engine, query, want.by, progress);
        if (!table) return table.error();
        (*answers).*(want.slot) = table.value();
    }
    Query anyHour = query;
    anyHour.hours = kAllHours;
    anyHour.weekHours = kWholeWeek;
    anyHour.yearHours = kWholeYear;
    for (const Wanted& want :
         {Wanted{Breakdown::HourWeekday, &Answers::byHourWeekday}, Wanted{Breakdown::HourMonth, &Answers::byHourMonth}}) {
        if (parts == AnswerParts::First) break;
        auto table = optionalTable(engine, anyHour, want.by, progress);
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
    Query whole;
    whole.dataset = query.dataset;
    whole.measure = query.measure;
    whole.period = query.period;
    const bool yearly = answers->byPlace->dataset.timeStep == TimeStep::Year;
    auto everything = optionalTable(engine, whole, yearly ? Breakdown::Place : Breakdown::Month, progress);
    if (!everything) return everything.error();
    answers->everything = everything.value();
    if (parts == AnswerParts::All)
        if (const Status hours = addHoursOfGroups(engine, query, *answers, progress); !hours) return hours.error();
    if (progress.isCancelled()) return Error{ErrorCode::Cancelled, {}, {}};
    return AnswersPtr(answers);
}

}  // namespace mudeung
