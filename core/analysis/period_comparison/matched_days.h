// SPDX-License-Identifier: GPL-3.0-or-later
// Which day of one period is compared with which day of another: the same weekday in the same week, a holiday with itself. Values only.
#pragma once

#include <vector>

#include "core/model/calendar.h"
#include "core/model/query.h"

namespace mudeung {

struct DayPair {
    int before = 0;  ///< days after the first day of the period before
    int now = 0;     ///< days after the first day of the period now
    bool operator==(const DayPair&) const = default;
};

struct MatchedDays {
    std::vector<DayPair> pairs;  ///< in the order of `now`
    int shiftDays = 0;           ///< from a day before to its counterpart now; a multiple of 7
    bool sameSeason = false;     ///< the shift is a whole number of years, to within half a week
    int daysBefore = 0;          ///< that the question asks for
    int daysNow = 0;
    int holidays = 0;           ///< pairs of public holidays
    bool holidaysKnown = true;  ///< the calendar covers both periods
    int unmatchedBefore() const { return daysBefore - static_cast<int>(pairs.size()); }
    int unmatchedNow() const { return daysNow - static_cast<int>(pairs.size()); }
};

constexpr int kMostDaysMoved = 21;         ///< how far from the same week an ordinary day looks for a partner
constexpr int kMostHolidayDaysMoved = 45;  ///< the lunar year moves a feast by up to a month

/// Days of `now` that the question asks for (day types, hours of weekday and month), each with at most one day of `before`, one to one.
/// 1. The shift is the multiple of 7 days that lays the periods over each other: that of a whole number of years when at least half of
///    the shorter period then has counterparts, else that of the first days.
/// 2. A public holiday meets a holiday of the same name (Seollal with Seollal, its eve with its eve, the substitute for Children's Day with
///    the substitute for Children's Day) that lies closest to the shifted date, whatever the weekday; else it has no partner.
/// 3. An ordinary day meets the day `shiftDays` before it, the same weekday. When that one is a holiday or not in the period, it takes the
///    closest day of the same weekday that is left over, at most kMostDaysMoved away.
MatchedDays matchDays(const Query& before, const Query& now, const HolidayCalendar& calendar);

}  // namespace mudeung
