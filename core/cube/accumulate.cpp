// SPDX-License-Identifier: GPL-3.0-or-later
// Whole months come from sums per day type, cut months and answers by day from the cells themselves.
#include "core/cube/accumulate.h"

#include <QCoreApplication>
#include <algorithm>

namespace mudeung {

namespace {

class Accumulator {
public:
    Accumulator(const CubeState& state, const QueryPlan& plan, Breakdown by, MonthCache& cache)
        : m_state(state),
          m_plan(plan),
          m_by(by),
          m_cache(cache),
          m_perPlace(by == Breakdown::Place || by == Breakdown::Dong),
          m_daily(state.dataset.timeStep == TimeStep::Day) {
        const std::size_t count = slotCount();
        m_sums.sum.assign(count, 0);
        m_sums.observed.assign(count, 0);
        m_sums.mentioned.assign(count, 0);
    }

    Status run(Progress& progress) {
        const Period& period = m_plan.query.period;
        const MonthKey first = firstMonth(period);
        const MonthKey last = monthKey(period.to.year(), period.to.month());
        countExpectedDays();
        for (MonthKey month = first; month <= last; ++month) {
            if (progress.isCancelled())
                return Error{
                    ErrorCode::Cancelled, QCoreApplication::translate("Cube", "The query was stopped before it was complete."), {}};
            progress.set(static_cast<double>(month - first) / (last - first + 1));
            if (!std::binary_search(m_state.months.begin(), m_state.months.end(), month)) continue;
            const Status status = m_daily ? addDailyMonth(month) : addWhole(month);
            if (!status) return status;
        }
        return done();
    }

    /// A source that has no row for an hour on any day says nothing about it: such hours are empty, not zero.
    Status leaveOutUnknownHours() {
        const bool byHour = m_by == Breakdown::Hour || m_by == Breakdown::HourWeekday;
        const bool hoursChosen = m_plan.hours.size() < static_cast<std::size_t>(std::max(1, m_state.dataset.hourCount));
        if (!m_state.dataset.hasHours() || !(byHour || hoursChosen)) return done();
        const auto known = m_cache.hoursMentioned(m_state.dataset, m_state.months);
        if (!known) return known.error();
        for (std::size_t h = 0; h < m_plan.hours.size(); ++h) {
            if (*known >> m_plan.hours[h] & 1u) continue;
            m_sums.unknownHours.push_back(m_plan.hours[h]);
            if (!byHour) continue;
            for (std::size_t slot = h; slot < m_sums.mentioned.size(); slot += m_plan.hours.size()) m_sums.mentioned[slot] = 0;
        }
        m_sums.anyHourKnown = m_sums.unknownHours.size() < m_plan.hours.size();
        if (!m_sums.anyHourKnown) std::fill(m_sums.mentioned.begin(), m_sums.mentioned.end(), 0);
        return done();
    }

    Sums take() { return std::move(m_sums); }

private:
    std::size_t slotCount() const {
        const Period& p = m_plan.query.period;
        switch (m_by) {
            case Breakdown::Place:
            case Breakdown::Dong:
                return m_state.places.size();
            case Breakdown::Group:
                return m_plan.groups.size();
            case Breakdown::Hour:
                return m_plan.hours.size();
            case Breakdown::HourWeekday:
                return 7 * m_plan.hours.size();
            case Breakdown::Day:
                return static_cast<std::size_t>(p.from.daysTo(p.to)) + 1;
            case Breakdown::Month:
                break;
        }
        return static_cast<std::size_t>(monthKey(p.to.year(), p.to.month()) - firstMonth(p)) + 1;
    }

    bool wanted(QDate date) const {
        const Query& q = m_plan.query;
        return date >= q.period.from && date <= q.period.to &&
               (!m_daily || (q.dayTypes >> static_cast<int>(HolidayCalendar::korea().dayType(date)) & 1u));
    }

    void countExpectedDays() {
        const Period& p = m_plan.query.period;
        for (QDate date = p.from; date <= p.to; date = date.addDays(1)) m_sums.daysExpected += wanted(date);
    }

    std::size_t slot(std::size_t group, QDate date, std::size_t hour) const {
        switch (m_by) {
            case Breakdown::Group:
                return group;
            case Breakdown::Hour:
                return hour;
            case Breakdown::HourWeekday:
                return static_cast<std::size_t>(date.dayOfWeek() - 1) * m_plan.hours.size() + hour;
            case Breakdown::Day:
                return static_cast<std::size_t>(m_plan.query.period.from.daysTo(date));
            case Breakdown::Month:
                return static_cast<std::size_t>(monthKey(date.year(), date.month()) - firstMonth(m_plan.query.period));
            default:
                return 0;
        }
    }

    void markMentioned(QDate date) {
        if (m_by == Breakdown::Day || m_by == Breakdown::Month) {
            m_sums.mentioned[slot(0, date, 0)] = 1;
        } else if (m_by == Breakdown::HourWeekday) {
            for (std::size_t h = 0; h < m_plan.hours.size(); ++h) m_sums.mentioned[slot(0, date, h)] = 1;
        } else if (!m_anyMentioned) {
            m_anyMentioned = true;
            std::fill(m_sums.mentioned.begin(), m_sums.mentioned.end(), 1);
        }
    }

    /// `cell(place, sum, observed)` adds one cell; runs over the located places, then over the others.
    template <typename Cell>
    void addRun(std::size_t slot, Cell cell) {
        const std::vector<int>& places = m_plan.places;
        if (m_perPlace) {
            for (const int p : places) cell(p, m_sums.sum[static_cast<std::size_t>(p)], m_sums.observed[static_cast<std::size_t>(p)]);
            return;
        }
        std::int64_t located = 0;
        std::int64_t rest = 0;
        std::int64_t observed = 0;
        for (int i = 0; i < m_plan.located; ++i) cell(places[static_cast<std::size_t>(i)], located, observed);
        for (std::size_t i = static_cast<std::size_t>(m_plan.located); i < places.size(); ++i) cell(places[i], rest, observed);
        m_sums.sum[slot] += located + rest;
        m_sums.observed[slot] += observed;
        m_sums.locatedSum += located;
    }

    Status addDailyMonth(MonthKey month) {
        const auto mentioned = m_cache.daysMentioned(m_state.dataset, month);
        if (!mentioned) return mentioned.error();
        const QDate first(yearOf(month), monthOf(month), 1);
        for (int d = 0; d < first.daysInMonth(); ++d) {
            if (!(*mentioned >> d & 1u) || !wanted(first.addDays(d))) continue;
            ++m_sums.daysObserved;
            markMentioned(first.addDays(d));
        }
        const Period& p = m_plan.query.period;
        const bool whole = p.from <= first && first.addDays(first.daysInMonth() - 1) <= p.to;
        return whole && m_by != Breakdown::Day && m_by != Breakdown::HourWeekday ? addWhole(month) : addDays(month);
    }

    Status addWhole(MonthKey month) {
        const QDate first(yearOf(month), monthOf(month), 1);
        if (!m_daily) {
            m_sums.daysObserved += m_state.dataset.timeStep == TimeStep::Year ? first.daysInYear() : first.daysInMonth();
            markMentioned(first);
        }
        const auto months = m_cache.sums(m_state.dataset, month, m_plan.measure, m_plan.groups);
        if (!months) return months.error();
        for (std::size_t g = 0; g < m_plan.groups.size(); ++g) {
            const DayTypeSums& sums = *(*months)[g];
            for (int type = 0; type < (m_daily ? kDayTypes : 1); ++type) {
                if (m_daily && !(m_plan.query.dayTypes >> type & 1u)) continue;
                for (std::size_t h = 0; h < m_plan.hours.size(); ++h) {
                    const std::int64_t* sum = sums.sums.data() + sums.index(type, m_plan.hours[h]);
                    const std::int32_t* observed = sums.observed.data() + sums.index(type, m_plan.hours[h]);
                    addRun(slot(g, first, h), [sum, observed](int p, std::int64_t& s, std::int64_t& o) {
                        s += sum[p];
                        o += observed[p];
                    });
                }
            }
        }
        return done();
    }

    template <typename T>
    void addCells(const T* cells, T notObserved, std::size_t slot) {
        addRun(slot, [cells, notObserved](int p, std::int64_t& s, std::int64_t& o) {
            if (cells[p] == notObserved) return;
            s += cells[p];
            ++o;
        });
    }

    Status addDays(MonthKey month) {
        const auto months = m_cache.cells(m_state.dataset, month, m_plan.measure, m_plan.groups);
        if (!months) return months.error();
        const QDate first(yearOf(month), monthOf(month), 1);
        for (std::size_t g = 0; g < m_plan.groups.size(); ++g) {
            const GroupCells& cells = *(*months)[g];
            for (int d = 0; d < cells.days; ++d) {
                const QDate date = first.addDays(d);
                if (!wanted(date)) continue;
                for (std::size_t h = 0; h < m_plan.hours.size(); ++h) {
                    const std::size_t at = (static_cast<std::size_t>(d) * cells.hours + m_plan.hours[h]) * cells.places;
                    if (cells.narrow.empty())
                        addCells(cells.wide.data() + at, kNotObserved, slot(g, date, h));
                    else
                        addCells(cells.narrow.data() + at, GroupCells::kNarrowNotObserved, slot(g, date, h));
                }
            }
        }
        return done();
    }

    const CubeState& m_state;
    const QueryPlan& m_plan;
    Breakdown m_by;
    MonthCache& m_cache;
    bool m_perPlace;
    bool m_daily;
    bool m_anyMentioned = false;
    Sums m_sums;
};

}  // namespace

MonthKey firstMonth(const Period& period) {
    return monthKey(period.from.year(), period.from.month());
}

Result<Sums> accumulate(const CubeState& state, const QueryPlan& plan, Breakdown by, MonthCache& cache, Progress& progress) {
    Accumulator accumulator(state, plan, by, cache);
    Status status = accumulator.run(progress);
    if (status) status = accumulator.leaveOutUnknownHours();
    if (!status) return status.error();
    Sums sums = accumulator.take();
    if (by == Breakdown::Place || by == Breakdown::Dong)
        for (int i = 0; i < plan.located; ++i)
            sums.locatedSum += sums.sum[static_cast<std::size_t>(plan.places[static_cast<std::size_t>(i)])];
    return sums;
}

}  // namespace mudeung
