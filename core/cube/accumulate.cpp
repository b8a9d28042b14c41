// SPDX-License-Identifier: GPL-3.0-or-later
// Runs of whole months come from running sums, cut months and answers by day from cells or their totals.
#include "core/cube/accumulate.h"

#include <QCoreApplication>
#include <algorithm>
#include <map>
#include <new>

#include "core/base/share_out.h"

namespace mudeung {

namespace {

constexpr std::size_t kFewBlocks = 3;  ///< up to a third of the blocks are read one by one
constexpr int kFewPlaces = 8;          ///< divides kBlockPlaces

class Accumulator {
public:
    Accumulator(const CubeState& state, const QueryPlan& plan, Breakdown by, PlaneCache& cache)
        : m_state(state),
          m_plan(plan),
          m_by(by),
          m_cache(cache),
          m_perPlace(by == Breakdown::Place || by == Breakdown::Dong),
          m_daily(state.dataset.timeStep == TimeStep::Day),
          m_levels(state.dataset.measures[plan.measure].aggregation == Aggregation::Mean && state.dataset.measures[plan.measure].extensive),
          m_set{plan.places(), static_cast<std::size_t>(plan.located()), plan.places().size() == state.places.size()} {
        chooseHours();
        // One plane holds all groups together, unless the answer needs them apart.
        if (by != Breakdown::Group && plan.groups.size() > 1 &&
            plan.groups.size() == static_cast<std::size_t>(state.dataset.scheme.groups.size()))
            m_planes = {PlaneCache::kAllGroups};
        else
            m_planes = plan.groups;
        splitPlaces();
        const std::size_t count = slotCount();
        m_sums.sum.assign(count, 0);
        m_sums.observed.assign(count, 0);
        m_sums.mentioned.assign(count, 0);
    }

    Status run(Progress& progress) {
        countExpectedDays();
        if (!m_levels) return runMonths(progress);
        // Each group and place has its own mean, so they are taken one group after the other, place by place.
        m_sums.levels.assign(m_sums.sum.size(), 0.0);
        m_levelSlots = m_perPlace || m_by == Breakdown::Group ? 1 : m_sums.sum.size();
        for (std::size_t g = 0; g < m_plan.groups.size(); ++g) {
            m_planes = {m_plan.groups[g]};
            m_levelSums.assign(m_levelSlots * m_state.places.size(), 0);
            m_levelObserved.assign(m_levelSlots * m_state.places.size(), 0);
            const Status added = runMonths(progress);
            if (!added) return added;
            fold(g);
        }
        return done();
    }

    Status runMonths(Progress& progress) {
        const Period& period = m_plan.query.period;
        const MonthKey from = firstMonth(period);
        const MonthKey to = monthKey(period.to.year(), period.to.month());
        const auto& months = m_state.months;
        const auto first = static_cast<int>(std::lower_bound(months.begin(), months.end(), from) - months.begin());
        const auto last = static_cast<int>(std::upper_bound(months.begin(), months.end(), to) - months.begin());
        readAhead(first, last, progress);
        MonthRun whole{first, first};
        for (int month = first; month < last; ++month) {
            if (progress.isCancelled())
                return Error{
                    ErrorCode::Cancelled, QCoreApplication::translate("Cube", "The query was stopped before it was complete."), {}};
            progress.set(static_cast<double>(month - first) / (last - first));
            const auto mentioned = noteDays(month);
            if (!mentioned) return mentioned.error();
            if (isWhole(month, *mentioned)) {
                whole.to = month + 1;
                continue;
            }
            const Status before = addWhole(whole);
            if (!before) return before;
            const Status days = addDays(month);
            if (!days) return days;
            whole = {month + 1, month + 1};
        }
        return addWhole(whole);
    }

    /// A source that has no row for an hour on any day says nothing about it: such hours are empty, not zero.
    Status leaveOutUnknownHours() {
        const bool byHour =
            m_by == Breakdown::Hour || m_by == Breakdown::HourWeekday || m_by == Breakdown::DayHour || m_by == Breakdown::HourMonth;
        const bool hoursChosen = m_plan.hours.size() < static_cast<std::size_t>(std::max(1, m_state.dataset.hourCount));
        if (!m_state.dataset.hasHours() || !(byHour || hoursChosen)) return done();
        const auto known = m_cache.hoursMentioned(m_state);
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
                return kWeekdays * m_plan.hours.size();
            case Breakdown::HourMonth:
                return kCalendarMonths * m_plan.hours.size();
            case Breakdown::Day:
                return static_cast<std::size_t>(p.from.daysTo(p.to)) + 1;
            case Breakdown::DayHour:
                return (static_cast<std::size_t>(p.from.daysTo(p.to)) + 1) * m_plan.hours.size();
            case Breakdown::Month:
                break;
        }
        return static_cast<std::size_t>(monthKey(p.to.year(), p.to.month()) - firstMonth(p)) + 1;
    }

    /// The hours that count on a day.
    struct HourChoice {
        std::vector<HourRun> runs;   ///< offsets from the first hour of the cube
        std::vector<char> contains;  ///< for each hour of the plan
        bool all = true;             ///< every hour of the plan
        bool none = false;
    };

    HourChoice choiceOf(HourMask asked) const {
        HourChoice choice;
        for (const int hour : m_plan.hours) {
            const bool in = !m_state.dataset.hasHours() ? asked != 0 : (asked >> (m_state.dataset.firstHour + hour) & 1u) != 0;
            choice.contains.push_back(in);
            choice.all = choice.all && in;
            if (!in) continue;
            if (choice.runs.empty() || choice.runs.back().to != hour) choice.runs.push_back({hour, hour});
            ++choice.runs.back().to;
        }
        choice.none = choice.runs.empty();
        return choice;
    }

    /// One choice for all days, or one for each weekday of each month.
    void chooseHours() {
        const Query& q = m_plan.query;
        m_sameHours = q.weekHours == kWholeWeek && q.yearHours == kWholeYear;
        if (m_sameHours) {
            m_choices = {choiceOf(kAllHours)};
            return;
        }
        for (const HourMask week : q.weekHours)
            for (const HourMask year : q.yearHours) m_choices.push_back(choiceOf(week & year));
    }

    const HourChoice& hoursOn(QDate date) const {
        if (m_sameHours) return m_choices.front();
        // Coarser data knows no weekdays: the plan has made sure that all of them have the same hours.
        const int weekday = m_daily ? date.dayOfWeek() - 1 : 0;
        return m_choices[static_cast<std::size_t>(weekday * kCalendarMonths + date.month() - 1)];
    }

    /// Places whose cells are read together.
    struct Part {
        PlaceRange range;         ///< that holds them
        std::vector<int> places;  ///< counted from its first one, those with coordinates first
        std::size_t located = 0;
    };

    /// A few places lie in a few blocks of the store: reading those alone is quicker, and takes less of the cache, than whole months. Of a
    /// block in which one place is asked for, or some next to each other, the eight around them are enough.
    void splitPlaces() {
        if (m_set.all) {
            m_parts.push_back({{}, m_set.places, m_set.located});
            return;
        }
        std::map<int, Part> parts;
        for (std::size_t i = 0; i < m_set.places.size(); ++i) {
            Part& part = parts[m_set.places[i] / kBlockPlaces];
            part.places.push_back(m_set.places[i]);
            part.located += i < m_set.located;
        }
        const std::size_t blocks = (m_state.places.size() + kBlockPlaces - 1) / kBlockPlaces;
        if (parts.size() * kFewBlocks > blocks) {
            m_parts.push_back({{}, m_set.places, m_set.located});
            return;
        }
        for (auto& [block, part] : parts) {
            part.range = rangeOf(part.places);
            for (int& place : part.places) place -= part.range.first;
            m_parts.push_back(std::move(part));
        }
    }

    /// The aligned few that hold all of these places of one block, or the block.
    PlaceRange rangeOf(const std::vector<int>& places) const {
        const auto [least, most] = std::minmax_element(places.begin(), places.end());
        const int width = *least / kFewPlaces == *most / kFewPlaces ? kFewPlaces : kBlockPlaces;
        const int first = *least / width * width;
        return {first, std::min(width, static_cast<int>(m_state.places.size()) - first)};
    }

    /// The blocks of a few places are one small piece of the store per month, and unpacking them takes most of the time of an answer by
    /// day: side by side. What goes wrong here is said when the piece is needed.
    void readAhead(int first, int last, const Progress& progress) const {
        if (m_parts.empty() || m_parts.front().range.isAll()) return;
        std::vector<int> months;
        for (int month = first; month < last; ++month) {
            const auto mentioned = m_cache.daysMentioned(m_state, monthAt(month));
            if (mentioned && !isWhole(month, *mentioned)) months.push_back(month);
        }
        const std::size_t pieces = months.size() * m_parts.size() * m_planes.size();
        // More than the cache keeps would be read twice.
        const std::size_t most = std::size_t{kBlockPlaces} * 31 * static_cast<std::size_t>(std::max(1, m_state.dataset.hourCount)) * 3;
        if (pieces < 2 || pieces * most * 2 > m_cache.maxBytes()) return;
        shareOut(static_cast<int>(pieces), 0, [&] {
            return [&](int i) {
                auto piece = static_cast<std::size_t>(i);
                const int month = months[piece % months.size()];
                piece /= months.size();
                const Part& part = m_parts[piece % m_parts.size()];
                try {
                    const auto read = m_cache.cells(m_state, monthAt(month), m_plan.measure, m_planes[piece / m_parts.size()], part.range);
                    return read && !progress.isCancelled();
                } catch (const std::bad_alloc&) {
                    return false;
                }
            };
        });
    }

    bool wanted(QDate date) const {
        const Query& q = m_plan.query;
        return date >= q.period.from && date <= q.period.to && !hoursOn(date).none &&
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
            case Breakdown::HourMonth:
                return static_cast<std::size_t>(date.month() - 1) * m_plan.hours.size() + hour;
            case Breakdown::Day:
                return static_cast<std::size_t>(m_plan.query.period.from.daysTo(date));
            case Breakdown::DayHour:
                return static_cast<std::size_t>(m_plan.query.period.from.daysTo(date)) * m_plan.hours.size() + hour;
            case Breakdown::Month:
                return static_cast<std::size_t>(monthKey(date.year(), date.month()) - firstMonth(m_plan.query.period));
            default:
                return 0;
        }
    }

    void markMentioned(QDate date) {
        if (m_by == Breakdown::Day || m_by == Breakdown::Month) {
            m_sums.mentioned[slot(0, date, 0)] = 1;
        } else if (m_by == Breakdown::HourWeekday || m_by == Breakdown::DayHour || m_by == Breakdown::HourMonth ||
                   (m_by == Breakdown::Hour && !m_sameHours)) {
            const HourChoice& hours = hoursOn(date);
            for (std::size_t h = 0; h < m_plan.hours.size(); ++h)
                if (hours.contains[h]) m_sums.mentioned[slot(0, date, h)] = 1;
        } else if (!m_anyMentioned) {
            m_anyMentioned = true;
            std::fill(m_sums.mentioned.begin(), m_sums.mentioned.end(), 1);
        }
    }

    MonthKey monthAt(int month) const { return m_state.months[static_cast<std::size_t>(month)]; }
    QDate firstDay(int month) const { return QDate(yearOf(monthAt(month)), monthOf(monthAt(month)), 1); }

    /// What the source mentions of a month counts as observed, and its rows of the answer are not empty.
    /// Returns the days of the month that the source speaks of.
    Result<quint32> noteDays(int month) {
        const QDate first = firstDay(month);
        if (!m_daily) {
            if (m_folded == 0 && !hoursOn(first).none) {
                m_sums.daysObserved += m_state.dataset.timeStep == TimeStep::Year ? first.daysInYear() : first.daysInMonth();
                markMentioned(first);
            }
            return quint32{1};
        }
        const auto mentioned = m_cache.daysMentioned(m_state, monthAt(month));
        if (!mentioned) return mentioned.error();
        for (int d = 0; d < first.daysInMonth() && m_folded == 0; ++d) {
            if (!(*mentioned >> d & 1u) || !wanted(first.addDays(d))) continue;
            ++m_sums.daysObserved;
            markMentioned(first.addDays(d));
        }
        return mentioned;
    }

    /// A month is whole when the period covers every day that the source speaks of: data mostly begins within a month.
    bool isWhole(int month, quint32 mentioned) const {
        if (!m_daily) return hoursOn(firstDay(month)).all;
        if (m_by == Breakdown::Day || m_by == Breakdown::HourWeekday || m_by == Breakdown::DayHour) return false;
        const QDate first = firstDay(month);
        const Period& p = m_plan.query.period;
        for (int d = 0; d < first.daysInMonth(); ++d) {
            const QDate date = first.addDays(d);
            if (mentioned >> d & 1u && (date < p.from || date > p.to || !hoursOn(date).all)) return false;
        }
        return true;
    }

    void put(std::size_t slot, const Tally& tally) {
        m_sums.sum[slot] += tally.located + tally.rest;
        m_sums.observed[slot] += tally.observed;
        m_sums.locatedSum += tally.located;
    }

    PlaceSums rowOf(std::size_t slot) {
        const std::size_t first = slot * m_state.places.size();
        return {m_levelSums.data() + first, m_levelObserved.data() + first};
    }

    /// The means of one group's places go into the answer.
    void fold(std::size_t group) {
        ++m_folded;
        for (std::size_t i = 0; i < m_set.places.size(); ++i) {
            const auto place = static_cast<std::size_t>(m_set.places[i]);
            std::int64_t sum = 0;
            std::int64_t observed = 0;
            for (std::size_t s = 0; s < m_levelSlots; ++s) {
                const std::size_t at = s * m_state.places.size() + place;
                if (m_levelObserved[at] == 0) continue;
                const std::size_t slot = m_perPlace ? place : m_by == Breakdown::Group ? group : s;
                m_sums.levels[slot] += static_cast<double>(m_levelSums[at]) / static_cast<double>(m_levelObserved[at]);
                m_sums.sum[slot] += m_levelSums[at];
                m_sums.observed[slot] += m_levelObserved[at];
                sum += m_levelSums[at];
                observed += m_levelObserved[at];
            }
            if (observed == 0) continue;
            m_sums.level += static_cast<double>(sum) / static_cast<double>(observed);
            if (!m_perPlace && i < m_set.located) m_sums.locatedSum += sum;
        }
    }

    Status addWhole(MonthRun months) {
        if (months.to <= months.from) return done();
        for (std::size_t g = 0; g < m_planes.size(); ++g) {
            const auto loaded = m_cache.prefix(m_state, m_plan.measure, m_planes[g]);
            if (!loaded) return loaded.error();
            const PrefixPlanes& planes = **loaded;
            for (int month = months.from; month < months.to; ++month)
                if (const Error* damage = planes.damage(month)) return *damage;
            for (int type = 0; type < (m_daily ? kDayTypes : 1); ++type)
                if (!m_daily || (m_plan.query.dayTypes >> type & 1u)) addWhole(planes, g, type, months);
        }
        return done();
    }

    void addWhole(const PrefixPlanes& planes, std::size_t group, int type, MonthRun months) {
        if (m_levels) {
            addLevels(planes, type, months);
            return;
        }
        if (m_by == Breakdown::Hour) {
            for (std::size_t h = 0; h < m_plan.hours.size(); ++h)
                put(h, planes.tally(type, months, {m_plan.hours[h], m_plan.hours[h] + 1}, m_set));
            return;
        }
        if (m_by == Breakdown::HourMonth) {
            for (int month = months.from; month < months.to; ++month)
                for (std::size_t h = 0; h < m_plan.hours.size(); ++h)
                    put(slot(0, firstDay(month), h), planes.tally(type, {month, month + 1}, {m_plan.hours[h], m_plan.hours[h] + 1}, m_set));
            return;
        }
        for (const HourRun& hours : wholeRuns()) {
            if (m_perPlace) {
                planes.add(type, months, hours, m_set, {m_sums.sum.data(), m_sums.observed.data()});
            } else if (m_by == Breakdown::Month) {
                for (int month = months.from; month < months.to; ++month)
                    put(slot(0, firstDay(month), 0), planes.tally(type, {month, month + 1}, hours, m_set));
            } else {
                put(group, planes.tally(type, months, hours, m_set));
            }
        }
    }

    void addLevels(const PrefixPlanes& planes, int type, MonthRun months) {
        if (m_by == Breakdown::Hour) {
            for (std::size_t h = 0; h < m_plan.hours.size(); ++h)
                planes.add(type, months, {m_plan.hours[h], m_plan.hours[h] + 1}, m_set, rowOf(h));
            return;
        }
        if (m_by == Breakdown::HourMonth) {
            for (int month = months.from; month < months.to; ++month)
                for (std::size_t h = 0; h < m_plan.hours.size(); ++h)
                    planes.add(type, {month, month + 1}, {m_plan.hours[h], m_plan.hours[h] + 1}, m_set, rowOf(slot(0, firstDay(month), h)));
            return;
        }
        for (const HourRun& hours : wholeRuns()) {
            if (m_by != Breakdown::Month) {
                planes.add(type, months, hours, m_set, rowOf(0));
                continue;
            }
            for (int month = months.from; month < months.to; ++month)
                planes.add(type, {month, month + 1}, hours, m_set, rowOf(slot(0, firstDay(month), 0)));
        }
    }

    Status addDays(int month) {
        const QDate first = firstDay(month);
        // Days with the same hours are added up together.
        std::map<const HourChoice*, std::uint32_t> days;
        for (int d = 0; d < (m_daily ? first.daysInMonth() : 1); ++d)
            if (const QDate date = first.addDays(d); wanted(date)) days[&sameHoursAs(hoursOn(date))] |= 1u << d;
        for (const auto& [hours, chosen] : days) {
            for (std::size_t g = 0; g < m_planes.size(); ++g) {
                const DayHours part{chosen, *hours};
                const Status added = m_set.all && !m_perPlace && !m_levels ? addTotals(month, part, g) : addCells(month, part, g);
                if (!added) return added;
            }
        }
        return done();
    }

    /// Days of one month (bit d = day d + 1) and their hours.
    struct DayHours {
        std::uint32_t days;
        const HourChoice& hours;
    };

    /// The first of the choices that are equal.
    const HourChoice& sameHoursAs(const HourChoice& choice) const {
        return *std::find_if(m_choices.begin(), m_choices.end(), [&](const HourChoice& c) { return c.contains == choice.contains; });
    }

    /// Of a month in which every hour of the plan counts.
    const std::vector<HourRun>& wholeRuns() const {
        static const std::vector<HourRun> none;  // of months in which the source mentions no day
        const auto whole = std::find_if(m_choices.begin(), m_choices.end(), [](const HourChoice& c) { return c.all; });
        return whole == m_choices.end() ? none : whole->runs;
    }

    Status addTotals(int month, const DayHours& days, std::size_t group) {
        const auto totals = m_cache.totals(m_state, monthAt(month), m_plan.measure, m_planes[group]);
        if (!totals) return totals.error();
        eachHour(month, days, group, [&](std::size_t slot, int day, int hour) { put(slot, (*totals)->at(day, hour)); });
        return done();
    }

    Status addCells(int month, const DayHours& days, std::size_t group) {
        for (const Part& part : m_parts) {
            const auto cells = m_cache.cells(m_state, monthAt(month), m_plan.measure, m_planes[group], part.range);
            if (!cells) return cells.error();
            addPart(part, **cells, month, days, group);
        }
        return done();
    }

    void addPart(const Part& part, const DayCells& cells, int month, const DayHours& days, std::size_t group) {
        const PlaceSet set{part.places, part.located, m_set.all};
        const auto from = [&part](PlaceSums row) { return PlaceSums{row.sum + part.range.first, row.observed + part.range.first}; };
        if (m_levels && m_levelSlots == 1) {
            cells.add(days.days, days.hours.runs, set, from(rowOf(0)));
        } else if (m_levels) {
            eachHour(month, days, group, [&](std::size_t slot, int day, int hour) {
                cells.add(1u << day, {HourRun{hour, hour + 1}}, set, from(rowOf(slot)));
            });
        } else if (m_perPlace) {
            cells.add(days.days, days.hours.runs, set, from({m_sums.sum.data(), m_sums.observed.data()}));
        } else {
            eachHour(month, days, group, [&](std::size_t slot, int day, int hour) { put(slot, cells.tally(day, hour, set)); });
        }
    }

    template <typename Add>
    void eachHour(int month, const DayHours& part, std::size_t group, Add add) {
        const QDate first = firstDay(month);
        for (int day = 0; day < first.daysInMonth(); ++day) {
            if (!(part.days >> day & 1u)) continue;
            // Only the hour differs within a day, by one slot where hours are slots.
            const QDate date = first.addDays(day);
            const std::size_t begin = slot(group, date, 0);
            const std::size_t step = m_plan.hours.size() > 1 ? slot(group, date, 1) - begin : 0;
            for (std::size_t h = 0; h < m_plan.hours.size(); ++h)
                if (part.hours.contains[h]) add(begin + h * step, day, m_plan.hours[h]);
        }
    }

    const CubeState& m_state;
    const QueryPlan& m_plan;
    Breakdown m_by;
    PlaneCache& m_cache;
    bool m_perPlace;
    bool m_daily;
    bool m_levels;  ///< an extensive level
    PlaceSet m_set;
    std::vector<Part> m_parts;
    std::vector<HourChoice> m_choices;  ///< one, or [weekday][month]
    bool m_sameHours = true;
    std::vector<int> m_planes;  ///< groups to add up; kAllGroups alone stands for all of them
    bool m_anyMentioned = false;
    std::size_t m_levelSlots = 1;
    std::vector<std::int64_t> m_levelSums;  ///< [slot][place] of one group
    std::vector<std::int64_t> m_levelObserved;
    int m_folded = 0;  ///< groups done
    Sums m_sums;
};

}  // namespace

MonthKey firstMonth(const Period& period) {
    return monthKey(period.from.year(), period.from.month());
}

Result<Sums> accumulate(const CubeState& state, const QueryPlan& plan, Breakdown by, PlaneCache& cache, Progress& progress) {
    Accumulator accumulator(state, plan, by, cache);
    Status status = accumulator.run(progress);
    if (status) status = accumulator.leaveOutUnknownHours();
    if (!status) return status.error();
    Sums sums = accumulator.take();
    if (by == Breakdown::Place || by == Breakdown::Dong)
        for (int i = 0; i < plan.located(); ++i)
            sums.locatedSum += sums.sum[static_cast<std::size_t>(plan.places()[static_cast<std::size_t>(i)])];
    return sums;
}

}  // namespace mudeung
