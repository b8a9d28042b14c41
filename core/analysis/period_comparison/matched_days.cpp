// SPDX-License-Identifier: GPL-3.0-or-later
// Lays two periods over each other: holidays by name, then ordinary days by shift, then what is left over.
#include "core/analysis/period_comparison/matched_days.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <tuple>
#include <utility>

namespace mudeung {

namespace {

constexpr double kDaysPerYear = 365.2425;

struct Day {
    QDate date;
    int offset = 0;  ///< from the first day of its period
    QStringList holidays;
    bool taken = false;
};

std::vector<Day> daysOf(const Query& query, const HolidayCalendar& calendar) {
    std::vector<Day> days;
    const int count = static_cast<int>(query.period.from.daysTo(query.period.to)) + 1;
    for (int offset = 0; offset < count; ++offset) {
        const QDate date = query.period.from.addDays(offset);
        if (query.hoursOn(date) == 0 || !(query.dayTypes & (1U << static_cast<int>(calendar.dayType(date))))) continue;
        Day day{date, offset, {}, false};
        const QString names = calendar.nameOf(date, false);
        if (!names.isEmpty()) day.holidays = names.split(QStringLiteral(", "));
        days.push_back(day);
    }
    return days;
}

int overlap(const Period& before, const Period& now, int shift) {
    const QDate from = std::max(before.from.addDays(shift), now.from);
    const QDate to = std::min(before.to.addDays(shift), now.to);
    return std::max(0, static_cast<int>(from.daysTo(to)) + 1);
}

int wholeWeeks(double days) {
    return 7 * static_cast<int>(std::lround(days / 7.0));
}

/// The shift and whether it keeps the season.
std::pair<int, bool> shiftBetween(const Period& before, const Period& now) {
    const int first = static_cast<int>(before.from.daysTo(now.from));
    const int shorter = static_cast<int>(std::min(before.from.daysTo(before.to), now.from.daysTo(now.to))) + 1;
    int best = 0;
    int most = 0;
    const int years = static_cast<int>(std::lround(first / kDaysPerYear));
    // The year of the first days, then its neighbours: a long period may lie over another year's part of it.
    for (const int step : {0, -1, 1}) {
        if (years + step == 0) continue;
        const int shift = wholeWeeks((years + step) * kDaysPerYear);
        const int days = overlap(before, now, shift);
        if (days > most) {
            most = days;
            best = shift;
        }
    }
    if (2 * most >= shorter) return {best, true};
    return {wholeWeeks(first), false};
}

bool shareName(const Day& a, const Day& b) {
    return std::any_of(a.holidays.begin(), a.holidays.end(), [&b](const QString& name) { return b.holidays.contains(name); });
}

/// The closest free day that fits, the earlier of two; null when there is none within `most` days.
template <typename Fits>
Day* closest(std::vector<Day>& days, QDate wanted, int most, const Fits& fits) {
    Day* best = nullptr;
    qint64 least = most + 1;
    for (Day& day : days) {
        const qint64 distance = std::abs(day.date.daysTo(wanted));
        if (day.taken || distance >= least || !fits(day)) continue;
        least = distance;
        best = &day;
    }
    return best;
}

}  // namespace

MatchedDays matchDays(const Query& before, const Query& now, const HolidayCalendar& calendar) {
    MatchedDays result;
    std::vector<Day> earlier = daysOf(before, calendar);
    std::vector<Day> later = daysOf(now, calendar);
    result.daysBefore = static_cast<int>(earlier.size());
    result.daysNow = static_cast<int>(later.size());
    const auto known = [&calendar](QDate date) { return date.year() >= calendar.firstYear() && date.year() <= calendar.lastYear(); };
    result.holidaysKnown = known(before.period.from) && known(before.period.to) && known(now.period.from) && known(now.period.to);
    std::tie(result.shiftDays, result.sameSeason) = shiftBetween(before.period, now.period);

    const auto pair = [&result](Day& a, Day& b) {
        a.taken = b.taken = true;
        result.pairs.push_back({a.offset, b.offset});
    };
    for (Day& day : later) {
        if (day.holidays.isEmpty()) continue;
        Day* const other = closest(earlier, day.date.addDays(-result.shiftDays), kMostHolidayDaysMoved,
                                   [&day](const Day& candidate) { return shareName(day, candidate); });
        if (!other) continue;
        pair(*other, day);
        ++result.holidays;
    }
    const auto matchOrdinary = [&](int most) {
        for (Day& day : later) {
            if (day.taken || !day.holidays.isEmpty()) continue;
            Day* const other = closest(earlier, day.date.addDays(-result.shiftDays), most, [&day](const Day& candidate) {
                return candidate.holidays.isEmpty() && candidate.date.dayOfWeek() == day.date.dayOfWeek();
            });
            if (other) pair(*other, day);
        }
    };
    matchOrdinary(0);
    matchOrdinary(kMostDaysMoved);
    std::sort(result.pairs.begin(), result.pairs.end(), [](const DayPair& a, const DayPair& b) { return a.now < b.now; });
    return result;
}

}  // namespace mudeung
