// SPDX-License-Identifier: GPL-3.0-or-later
// Columns for daily series: weekdays, Korean holidays with the days around them, school vacations.
#pragma once

#include <QDate>
#include <QString>
#include <QVector>
#include <vector>

#include "core/model/calendar.h"

namespace mudeung::forecast {

/// A yearly span of days, both ends in it; it may go over the end of the year.
struct YearlySpan {
    int fromMonth = 1;
    int fromDay = 1;
    int toMonth = 1;
    int toDay = 1;
};

struct CalendarRegressorOptions {
    /// Tuesday … Sunday against Monday. Leave out when a season of 7 is modelled otherwise: its terms say the same.
    bool weekdays = true;
    bool holidays = true;
    bool aroundHolidays = true;  ///< the working day before and the one after holidays
    bool school = true;
    /// Usual vacations of Korean schools; every school fixes its own within the law's 190 school days, so that these are assumptions.
    std::vector<YearlySpan> vacations{{7, 22, 8, 20}, {1, 1, 3, 1}};
};

struct CalendarColumns {
    QVector<QString> names;  ///< English, stable: "weekday.tuesday", "holiday.seollal" …
    std::vector<std::vector<double>> columns;
};

/// One value per day from `first` on: 0 or 1. Columns:
///
/// * `weekday.tuesday` … `weekday.sunday`;
/// * `holiday.seollal` and `holiday.chuseok`: the day itself; `.around`: the day before and after it that are holidays too;
/// * `holiday.substitute`: substitute days and those made holidays for once;
/// * `holiday.other`: all other public holidays;
/// * `holiday.before`, `holiday.after`: a weekday (Monday–Friday, no holiday) next to a holiday that is not a Sunday;
/// * `school.vacation`.
///
/// A holiday on a Sunday counts as Sunday alone (but for Seollal and Chuseok, when the whole city moves). Columns without a 1 are left out:
/// in a short span a model could not tell their effect. Days outside the calendar's years count as days without holidays.
CalendarColumns calendarColumns(QDate first, int days, const CalendarRegressorOptions& options = {},
                                const HolidayCalendar& calendar = HolidayCalendar::korea());

}  // namespace mudeung::forecast
