// SPDX-License-Identifier: GPL-3.0-or-later
// One answer per day, laid into a matrix; cells add up their places.
#include "core/analysis/daily_series/daily_series.h"

#include <QCoreApplication>
#include <QHash>
#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <mutex>
#include <optional>

#include "core/analysis/frame/analysis.h"
#include "core/analysis/frame/units.h"
#include "core/base/share_out.h"

namespace mudeung {

namespace {

constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();

bool addsUp(const Measure& measure) {
    return measure.aggregation == Aggregation::Sum || measure.extensive;
}

/// Which rows of the series a row of the answers belongs to; −1 = none.
struct Rows {
    QHash<QString, int> of;
};

void addUnits(DailySeries& series, const UnitValues& units, Rows& rows) {
    series.rows = units.rowKind();
    series.keys = units.keys;
    series.labels = units.labels;
    series.lon = units.lon;
    series.lat = units.lat;
    for (int i = 0; i < units.members.size(); ++i)
        for (const QString& member : units.members[i]) rows.of.insert(member, i);
}

/// Places and dongs of the answer, also those that are not on the map.
void addAnswer(DailySeries& series, const Table& answer, RowKind kind, Rows& rows) {
    std::vector<const TableRow*> sorted;
    for (const TableRow& row : answer.rows) sorted.push_back(&row);
    std::sort(sorted.begin(), sorted.end(), [](const TableRow* a, const TableRow* b) { return a->key < b->key; });
    series.rows = kind;
    for (const TableRow* row : sorted) {
        rows.of.insert(row->key, static_cast<int>(series.keys.size()));
        series.keys << row->key;
        series.labels << row->label;
        series.lon << row->lon;
        series.lat << row->lat;
    }
}

class DayReader {
public:
    DayReader(DailySeries& series, const Rows& rows, bool mean) : m_series(series), m_rows(rows), m_mean(mean) {}

    /// False when the source does not mention the day.
    bool read(const Table& table, int day) {
        const bool flow = table.measure.aggregation == Aggregation::Sum;
        if (table.daysObserved == 0) return false;
        if (flow)
            for (int s = 0; s < m_series.values.series; ++s) m_series.values.at(s, day) = 0.0;
        m_counts.assign(static_cast<std::size_t>(m_series.values.series), 0);
        learn(table);
        for (std::size_t i = 0; i < m_targets.size(); ++i) {
            const TableRow& row = table.rows[static_cast<int>(i)];
            const int target = m_targets[i];
            if (target < 0 || row.observed == 0 || std::isnan(row.value)) continue;
            double& value = m_series.values.at(target, day);
            value = std::isnan(value) ? row.value : value + row.value;
            ++m_counts[static_cast<std::size_t>(target)];
        }
        for (int s = 0; m_mean && s < m_series.values.series; ++s)
            if (m_counts[static_cast<std::size_t>(s)] > 1) m_series.values.at(s, day) /= m_counts[static_cast<std::size_t>(s)];
        return true;
    }

private:
    /// Rows of the answers stay in one order unless an import came in between.
    void learn(const Table& table) {
        const auto same = [&] {
            if (static_cast<int>(table.rows.size()) != static_cast<int>(m_known.size())) return false;
            for (int i = 0; i < table.rows.size(); ++i)
                if (table.rows[i].key != m_known[i]) return false;
            return true;
        };
        if (same()) return;
        m_known.clear();
        m_targets.clear();
        for (const TableRow& row : table.rows) {
            m_known << row.key;
            m_targets.push_back(m_rows.of.value(row.key, -1));
        }
    }

    DailySeries& m_series;
    const Rows& m_rows;
    bool m_mean;
    QStringList m_known;
    std::vector<int> m_targets;
    std::vector<int> m_counts;
};

}  // namespace

ResultTable DailySeries::table(const QString& id, const std::vector<int>& order) const {
    ResultTable table;
    table.id = id;
    table.rows = rows;
    for (const int i : order) {
        table.keys << keys[i];
        table.labels << labels[i];
        table.lon << lon[i];
        table.lat << lat[i];
        if (!shapes.isEmpty()) table.shapes << shapes[i];
    }
    return table;
}

Result<DailySeries> dailySeries(QueryEngine& engine, const Query& query, const Period& period, const ParameterValues& values,
                                Progress& progress, int threads) {
    const auto subject = subjectOf(engine, query);
    if (!subject) return subject.error();
    if (subject->dataset.timeStep != TimeStep::Day)
        return Error{
            ErrorCode::Usage,
            QCoreApplication::translate("Analysis", "“%1” has no daily data. Choose data that is counted by day.").arg(subject->dataset.id),
            {}};
    Query whole = subject->query;
    whole.period = period;
    const UnitKind unit = unitOf(values);
    const bool cells = unit == UnitKind::Square || unit == UnitKind::Hexagon;
    const Breakdown by = unit == UnitKind::Dong ? Breakdown::Dong : Breakdown::Place;
    DailySeries series;
    Rows rows;
    if (cells) {
        const auto units = valuesByUnit(engine, whole, values, progress);
        if (!units) return units.error();
        addUnits(series, *units, rows);
        series.shapes = units->shapes;
        series.withoutSpot = static_cast<int>(units->withoutSpot.size());
    } else {
        const auto answer = engine.run(whole, by, progress);
        if (!answer) return answer.error();
        addAnswer(series, **answer, unit == UnitKind::Dong ? RowKind::Dong : RowKind::Place, rows);
    }
    series.first = period.from;
    const int days = static_cast<int>(period.from.daysTo(period.to)) + 1;
    series.values = DayMatrix(static_cast<int>(series.keys.size()), days, kNothing);
    // Month by month, since the days of one are read together.
    std::vector<std::pair<int, int>> months;
    for (int day = 0; day < days;) {
        const QDate date = period.from.addDays(day);
        const int length = std::min(days - day, date.daysInMonth() - date.day() + 1);
        months.emplace_back(day, day + length);
        day += length;
    }
    std::mutex failure;
    std::optional<Error> error;
    std::atomic<int> finished{0}, daysWithData{0};
    const bool read = shareOut(static_cast<int>(months.size()), threads, [&] {
        return [&, reader = DayReader(series, rows, cells && !addsUp(subject->measure))](int month) mutable {
            const auto [from, to] = months[static_cast<std::size_t>(month)];
            for (int day = from; day < to; ++day) {
                if (progress.isCancelled()) return false;
                const QDate date = period.from.addDays(day);
                if (!subject->dataset.period.contains(date)) continue;
                Query one = whole;
                one.period = {date, date};
                if (one.hoursOn(date) == 0) continue;
                if (!(one.dayTypes & (1U << static_cast<int>(HolidayCalendar::korea().dayType(date))))) continue;
                const auto answer = engine.run(one, by, Progress::none());
                if (!answer) {
                    const std::lock_guard lock(failure);
                    error = answer.error();
                    return false;
                }
                if (reader.read(**answer, day)) ++daysWithData;
            }
            progress.set(static_cast<double>(finished.fetch_add(to - from) + to - from) / days);
            return true;
        };
    });
    if (error) return *error;
    if (!read) return analysisCancelled();
    series.daysWithData = daysWithData;
    return series;
}

}  // namespace mudeung
