// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of two answers meet by key; the noise of each row comes from its own weeks.
#include "core/analysis/change/change.h"

#include <QCoreApplication>
#include <QHash>
#include <algorithm>
#include <cmath>
#include <limits>

#include "core/model/names.h"

namespace mudeung {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr double kNormal95 = 1.959964;
constexpr double kMadToSigma = 1.482602;  ///< of a normal distribution
constexpr int kMostWeeks = 120;           ///< the latest ones: what is noise today

Error usage(const QString& message) {
    return {ErrorCode::Usage, message, {}};
}

/// What a row means in words of a day: flows of daily data per day with data, everything else as it is.
double perDay(const Table& table, const TableRow& row, bool daily) {
    if (!daily || table.measure.aggregation != Aggregation::Sum) return row.value;
    return table.daysObserved > 0 ? row.value / table.daysObserved : kNone;
}

bool samePeriodAside(Query a, Query b) {
    a.period = b.period = {};
    return a == b;
}

/// Weekly means by row, over whole weeks (Monday to Sunday) that the data covers.
struct Weeks {
    int count = 0;
    std::shared_ptr<ChangeWeeks> values = std::make_shared<ChangeWeeks>();
};

Result<Weeks> readWeeks(QueryEngine& engine, const Query& asked, Breakdown by, const Period& held, Progress& progress) {
    Weeks weeks;
    const QDate firstMonday = held.from.addDays((8 - held.from.dayOfWeek()) % 7);
    const int all = static_cast<int>(firstMonday.daysTo(held.to) + 1) / 7;
    const int skipped = std::max(0, all - kMostWeeks);
    weeks.count = all - skipped;
    for (int week = 0; week < weeks.count; ++week) {
        if (progress.isCancelled())
            return Error{ErrorCode::Cancelled, QCoreApplication::translate("Change", "The comparison was stopped."), {}};
        progress.set(static_cast<double>(week) / weeks.count);
        Query one = asked;
        one.period.from = firstMonday.addDays(7 * (skipped + week));
        one.period.to = one.period.from.addDays(6);
        const auto answer = engine.run(one, by, progress);
        if (!answer) return answer.error();
        const Table& table = **answer;
        const bool whole = table.daysExpected > 0 && table.daysObserved == table.daysExpected;
        const auto put = [&](QVector<double>& values, double value) {
            while (values.size() < week) values.append(kNone);
            values.append(whole ? value : kNone);
        };
        for (const TableRow& row : table.rows) put(weeks.values->rows[row.key], perDay(table, row, true));
        TableRow total;
        total.value = table.total;
        put(weeks.values->total, perDay(table, total, true));
    }
    return weeks;
}

class Comparison {
public:
    Comparison(const Table& now, const Table& before) : m_now(now), m_before(before), m_result(std::make_shared<ChangeTable>()) {
        m_result->now = now.query;
        m_result->before = before.query;
        m_result->by = now.by;
        m_result->dataset = now.dataset;
        m_result->measure = now.measure;
        m_daily = now.dataset.timeStep == TimeStep::Day && before.dataset.timeStep == TimeStep::Day;
        m_result->perDay = m_daily && now.measure.aggregation == Aggregation::Sum;
        m_result->daysNow = now.daysObserved;
        m_result->daysBefore = before.daysObserved;
        m_result->sample = now.sample || before.sample;
    }

    void addRows() {
        QHash<QString, const TableRow*> others;
        for (const TableRow& row : m_before.rows) others.insert(row.key, &row);
        for (const TableRow& row : m_now.rows) m_result->rows.append(rowOf(&row, others.take(row.key)));
        for (const TableRow& row : m_before.rows)
            if (others.contains(row.key)) m_result->rows.append(rowOf(nullptr, &row));
        TableRow now, before;
        now.value = m_now.total;
        before.value = m_before.total;
        now.observed = m_now.totalObserved;
        before.observed = m_before.totalObserved;
        m_result->total = rowOf(&now, &before);
    }

    void addBands(const Weeks& weeks) {
        m_result->weeks = weeks.count;
        const double daysPerWeek = m_now.daysExpected > 0 ? daysInWeek() : 7.0;
        ChangeWeeks& values = *weeks.values;
        values.now = m_now.daysObserved / daysPerWeek;
        values.before = m_before.daysObserved / daysPerWeek;
        if (weeks.count > 0) m_result->weekly = weeks.values;
        const auto mark = [&](ChangeRow& row, const QVector<double>& series) {
            if (row.mark != ChangeMark::NotTested || std::isnan(row.difference)) return;
            row.band = noiseBand({series.constData(), static_cast<std::size_t>(series.size())}, values.now, values.before);
            if (std::isnan(row.band)) return;
            row.mark = std::abs(row.difference) <= row.band ? ChangeMark::WithinNoise
                       : row.difference > 0.0               ? ChangeMark::Up
                                                            : ChangeMark::Down;
        };
        for (ChangeRow& row : m_result->rows) mark(row, values.rows.value(row.key));
        mark(m_result->total, values.total);
    }

    ChangeTablePtr finish() {
        const auto size = [](const ChangeRow& row) { return std::isnan(row.difference) ? -1.0 : std::abs(row.difference); };
        std::stable_sort(m_result->rows.begin(), m_result->rows.end(),
                         [&](const ChangeRow& a, const ChangeRow& b) { return size(a) != size(b) ? size(a) > size(b) : a.key < b.key; });
        if (m_result->perDay && m_now.daysObserved != m_before.daysObserved)
            m_result->notes << QCoreApplication::translate("Change", "%1 days with data now, %2 before: the numbers are means per day.")
                                   .arg(m_now.daysObserved)
                                   .arg(m_before.daysObserved);
        for (const QString& note : m_before.notes)
            if (!m_now.notes.contains(note)) m_result->notes << QCoreApplication::translate("Change", "Before: %1").arg(note);
        if (m_result->weeks == 0)
            m_result->notes << QCoreApplication::translate(
                "Change", "No noise bands: they need daily data and two questions that differ only in their period.");
        return m_result;
    }

private:
    ChangeRow rowOf(const TableRow* now, const TableRow* before) const {
        const auto seen = [](const TableRow* row) { return row && row->observed > 0; };
        ChangeRow out;
        out.key = (now ? now : before)->key;
        out.label = (now ? now : before)->label;
        out.namesake = (now ? now : before)->namesake;
        out.now = now ? perDay(m_now, *now, m_daily) : kNone;
        out.before = before ? perDay(m_before, *before, m_daily) : kNone;
        out.difference = out.now - out.before;
        out.relative = out.before > 0.0 ? out.difference / out.before : kNone;
        out.band = kNone;
        if (seen(now) && !seen(before)) out.mark = ChangeMark::Appeared;
        if (!seen(now) && seen(before)) out.mark = ChangeMark::Vanished;
        return out;
    }

    /// How many days of a week are asked for, on average: five for weekdays, a little less with holidays.
    double daysInWeek() const {
        const Period& p = m_now.query.period;
        const double days = p.from.isValid() ? static_cast<double>(p.from.daysTo(p.to)) + 1.0 : 7.0;
        return std::clamp(7.0 * m_now.daysExpected / days, 1.0, 7.0);
    }

    const Table& m_now;
    const Table& m_before;
    std::shared_ptr<ChangeTable> m_result;
    bool m_daily = false;
};

}  // namespace

QString changeMarkText(ChangeMark mark) {
    switch (mark) {
        case ChangeMark::Up:
            return QCoreApplication::translate("Change", "an increase beyond the usual ups and downs");
        case ChangeMark::Down:
            return QCoreApplication::translate("Change", "a decrease beyond the usual ups and downs");
        case ChangeMark::WithinNoise:
            return QCoreApplication::translate("Change", "within the usual ups and downs");
        case ChangeMark::Appeared:
            return QCoreApplication::translate("Change", "no data before");
        case ChangeMark::Vanished:
            return QCoreApplication::translate("Change", "no data now");
        case ChangeMark::NotTested:
            break;
    }
    return QCoreApplication::translate("Change", "not tested");
}

double noiseBand(std::span<const double> weeks, double weeksNow, double weeksBefore) {
    std::vector<double> steps;
    for (std::size_t k = 1; k < weeks.size(); ++k)
        if (std::isfinite(weeks[k]) && std::isfinite(weeks[k - 1])) steps.push_back(std::abs(weeks[k] - weeks[k - 1]));
    if (static_cast<int>(steps.size()) < kLeastWeekPairs || !(weeksNow > 0.0) || !(weeksBefore > 0.0)) return kNone;
    const std::size_t middle = steps.size() / 2;
    std::nth_element(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(middle), steps.end());
    double median = steps[middle];
    if (steps.size() % 2 == 0)
        median = (median + *std::max_element(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(middle))) / 2.0;
    return kNormal95 * kMadToSigma * median / std::sqrt(2.0) * std::sqrt(1.0 / weeksNow + 1.0 / weeksBefore);
}

double ChangeWeeks::bandOf(const QStringList& keys) const {
    std::vector<double> sums;
    for (const double all : total) sums.push_back(std::isnan(all) ? kNone : 0.0);
    for (const QString& key : keys) {
        const auto row = rows.constFind(key);
        if (row == rows.constEnd()) continue;
        for (std::size_t week = 0; week < sums.size() && static_cast<int>(week) < static_cast<int>(row->size()); ++week) {
            const double value = row->at(static_cast<int>(week));
            if (!std::isnan(value)) sums[week] += value;
        }
    }
    return noiseBand(sums, now, before);
}

bool isWithinNoise(const ChangeTable& change, const QStringList& keys, double now, double before) {
    if (!change.weekly) return false;
    if (change.perDay) {
        now /= change.daysNow;
        before /= change.daysBefore;
    }
    return std::abs(now - before) <= change.weekly->bandOf(keys);  // false for NaN
}

namespace {

Result<ChangeTablePtr> compareBy(QueryEngine& engine, const Query& now, const Query& before, Breakdown by, Progress& progress) {
    const auto answer = engine.run(now, by, progress);
    if (!answer) return answer.error();
    const auto other = engine.run(before, by, progress);
    if (!other) return other.error();
    const Table& table = **answer;
    const Table& otherTable = **other;
    if (table.measure.aggregation != otherTable.measure.aggregation || table.measure.unit != otherTable.measure.unit)
        return usage(QCoreApplication::translate("Change", "“%1” and “%2” are counted in different units, so no difference can be taken.")
                         .arg(measureName(table.measure), measureName(otherTable.measure)));
    Comparison comparison(table, otherTable);
    comparison.addRows();
    const bool overTime = samePeriodAside(table.query, otherTable.query) && table.dataset.timeStep == TimeStep::Day;
    if (overTime) {
        const auto weeks = readWeeks(engine, table.query, by, table.dataset.period, progress);
        if (!weeks) return weeks.error();
        comparison.addBands(*weeks);
    }
    return comparison.finish();
}

}  // namespace

Result<ChangeTablePtr> compareAnswers(QueryEngine& engine, const Query& now, const Query& before, Breakdown by, Progress& progress) {
    const auto rows = compareBy(engine, now, before, by, progress);
    if (!rows || by != Breakdown::Place || (*rows)->weeks == 0) return rows;
    // The noise of a dong is not the sum of its places' noise: their ups and downs partly go together.
    const auto dongs = compareBy(engine, now, before, Breakdown::Dong, progress);
    if (!dongs && dongs.error().code == ErrorCode::Cancelled) return dongs.error();
    if (!dongs) return rows;  // places that are areas themselves, or no boundaries
    auto both = std::make_shared<ChangeTable>(**rows);
    both->byDong = *dongs;
    return ChangeTablePtr(both);
}

}  // namespace mudeung
