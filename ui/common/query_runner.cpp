// SPDX-License-Identifier: GPL-3.0-or-later
// Evaluates all breakdowns of a query in one go, on all processors; what does not change with the question is taken over.
#include "ui/common/query_runner.h"

#include <array>
#include <exception>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include "core/analysis/math/largest_first.h"
#include "core/base/language.h"
#include "core/base/share_out.h"

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

Query sameQuery(const Query& query) {
    return query;
}

Query atAnyHour(const Query& asked) {
    Query query = asked;
    query.hours = kAllHours;
    query.weekHours = kWholeWeek;
    query.yearHours = kWholeYear;
    return query;
}

Query ofEveryone(const Query& asked) {
    Query query = asked;
    query.groups.clear();
    return query;
}

Query withoutFilters(const Query& query) {
    Query whole;
    whole.dataset = query.dataset;
    whole.measure = query.measure;
    whole.period = query.period;
    return whole;
}

/// The parts of one evaluation; each writes tables of its own, so they may run side by side.
class Evaluation {
public:
    Evaluation(QueryEngine& engine, const Query& query, AnswerParts parts, const KnownAnswers& before, Progress& progress,
               const WhenPlaced& whenPlaced)
        : m_engine(engine),
          m_query(query),
          m_parts(parts),
          m_known(before),
          m_before(before.answers),
          m_progress(progress),
          m_whenPlaced(whenPlaced) {
        m_answers->query = query;
    }

    Result<KnownAnswers> run() {
        const auto generation = m_engine.workspace()->generation();
        if (!generation) return generation.error();
        // Read before the tables are: a write that comes in later has a later number.
        const QString language = interfaceLanguage();
        if (m_known.generation != *generation || m_known.language != language) m_before = nullptr;
        using Part = Status (Evaluation::*)();
        constexpr std::array<Part, 4> kInOrder{&Evaluation::places, &Evaluation::groupsAndHours, &Evaluation::carpets, &Evaluation::months};
        const bool first = m_parts == AnswerParts::First;
        std::vector<std::optional<Status>> ended(first ? 1 : kInOrder.size());
        std::vector<std::exception_ptr> thrown(kInOrder.size());
        shareOut(static_cast<int>(ended.size()), 0, [&] {
            return [&](int i) {
                const auto part = static_cast<std::size_t>(i);
                try {
                    ended[part] = (this->*kInOrder[part])();
                } catch (...) {
                    thrown[part] = std::current_exception();  // passed on by the thread that asked
                    return false;
                }
                return static_cast<bool>(*ended[part]);
            };
        });
        for (const std::exception_ptr& exception : thrown)
            if (exception) std::rethrow_exception(exception);
        for (const auto& status : ended)
            if (status && !*status) return status->error();
        if (m_progress.isCancelled()) return Error{ErrorCode::Cancelled, {}, {}};
        if (!first && m_query.groups.isEmpty()) m_answers->byGroupEveryone = m_answers->byGroup;
        return KnownAnswers{m_answers, *generation, language};
    }

private:
    /// Takes the table over from the answers before when it belongs to the same question.
    bool isKnown(TablePtr Answers::*slot, Query (*asked)(const Query&)) const {
        if (!m_before || !((*m_before).*slot) || asked(m_before->query) != asked(m_query)) return false;
        (*m_answers).*slot = (*m_before).*slot;
        return true;
    }

    Status add(TablePtr Answers::*slot, Breakdown by, Query (*asked)(const Query&) = sameQuery) {
        if (isKnown(slot, asked)) return done();
        auto table = optionalTable(m_engine, asked(m_query), by, m_progress);
        if (!table) return table.error();
        (*m_answers).*slot = table.value();
        return done();
    }

    /// The engine still has the sums by place when it is asked by dong.
    Status places() {
        if (!isKnown(&Answers::byPlace, sameQuery)) {
            const auto byPlace = m_engine.run(m_query, Breakdown::Place, m_progress);
            if (!byPlace) return byPlace.error();
            m_answers->byPlace = *byPlace;
        }
        if (m_answers->byPlace != (m_before ? m_before->byPlace : nullptr)) {
            m_answers->placesLargestFirst = std::make_shared<const std::vector<int>>(placesLargestFirst(*m_answers->byPlace));
        } else {
            m_answers->placesLargestFirst = m_before->placesLargestFirst;
        }
        const Status dongs = add(&Answers::byDong, Breakdown::Dong);
        if (dongs && m_whenPlaced) m_whenPlaced(m_answers);
        return dongs;
    }

    Status groupsAndHours() {
        for (const auto& [slot, by] : {std::pair{&Answers::byGroup, Breakdown::Group}, std::pair{&Answers::byHour, Breakdown::Hour}})
            if (const Status added = add(slot, by); !added) return added;
        return hoursOfGroups();
    }

    Status hoursOfGroups() {
        const Answers& answers = *m_answers;
        if (!answers.byHour || !answers.byGroup) return done();
        const int count = static_cast<int>(answers.byGroup->rows.size());
        if (count < 2 || count > kMostStackedGroups || answers.byGroup->measure.aggregation != Aggregation::Sum) return done();
        for (const TableRow& row : answers.byGroup->rows) {
            Query one = m_query;
            one.groups = QStringList{row.key};
            auto table = optionalTable(m_engine, one, Breakdown::Hour, m_progress);
            if (!table) return table.error();
            m_answers->byHourOfGroups.append(table.value());
        }
        return done();
    }

    Status carpets() {
        if (const Status week = add(&Answers::byHourWeekday, Breakdown::HourWeekday, atAnyHour); !week) return week;
        return add(&Answers::byHourMonth, Breakdown::HourMonth, atAnyHour);
    }

    Status months() {
        if (const Status byMonth = add(&Answers::byMonth, Breakdown::Month); !byMonth) return byMonth;
        // Only data of whole years has no months.
        const Breakdown by = m_answers->byMonth ? Breakdown::Month : Breakdown::Place;
        if (const Status whole = add(&Answers::everything, by, withoutFilters); !whole || m_query.groups.isEmpty()) return whole;
        return add(&Answers::byGroupEveryone, Breakdown::Group, ofEveryone);
    }

    QueryEngine& m_engine;
    const Query& m_query;
    AnswerParts m_parts;
    const KnownAnswers& m_known;
    AnswersPtr m_before;  ///< null when the workspace or the language has changed
    Progress& m_progress;
    const WhenPlaced& m_whenPlaced;
    std::shared_ptr<Answers> m_answers = std::make_shared<Answers>();
};

}  // namespace

Result<KnownAnswers> evaluateAnswers(QueryEngine& engine, const Query& query, AnswerParts parts, const KnownAnswers& before,
                                     Progress& progress, const WhenPlaced& whenPlaced) {
    return Evaluation(engine, query, parts, before, progress, whenPlaced).run();
}

std::vector<int> placesLargestFirst(const Table& table) {
    std::vector<double> values;
    values.reserve(static_cast<std::size_t>(table.rows.size()));
    for (const TableRow& row : table.rows) values.push_back(row.observed > 0 ? row.value : std::numeric_limits<double>::quiet_NaN());
    return largestFirst(values);
}

Result<KnownAnswers> evaluateCompared(QueryEngine& engine, const Query& query, const AnswersPtr& countedFor, Progress& progress) {
    auto known = evaluateAnswers(engine, query, AnswerParts::All, {}, progress);
    if (!known) return known;
    auto paired = std::make_shared<Answers>(*known->answers);
    paired->countedFor = countedFor;
    return KnownAnswers{paired, known->generation, known->language};
}

}  // namespace mudeung
