// SPDX-License-Identifier: GPL-3.0-or-later
// Calendar columns; see the header.
#include "core/analysis/forecast/calendar_regressors.h"

#include <QHash>
#include <algorithm>

namespace mudeung::forecast {

namespace {

enum Kind : int { Seollal, SeollalAround, Chuseok, ChuseokAround, Substitute, Other, kKinds };

const char* const kKindNames[kKinds] = {"holiday.seollal",        "holiday.seollal.around", "holiday.chuseok",
                                        "holiday.chuseok.around", "holiday.substitute",     "holiday.other"};
const char* const kWeekdayNames[] = {"weekday.tuesday", "weekday.wednesday", "weekday.thursday",
                                     "weekday.friday",  "weekday.saturday",  "weekday.sunday"};

Kind kindOf(const Holiday& holiday) {
    if (holiday.substitute || holiday.name.startsWith(QLatin1String("Temporary"))) return Substitute;
    if (holiday.name == QLatin1String("Seollal")) return Seollal;
    if (holiday.name.contains(QLatin1String("Seollal"))) return SeollalAround;
    if (holiday.name == QLatin1String("Chuseok")) return Chuseok;
    if (holiday.name.contains(QLatin1String("Chuseok"))) return ChuseokAround;
    return Other;
}

bool within(QDate date, const YearlySpan& span) {
    const int day = date.month() * 100 + date.day();
    const int from = span.fromMonth * 100 + span.fromDay;
    const int to = span.toMonth * 100 + span.toDay;
    return from <= to ? day >= from && day <= to : day >= from || day <= to;
}

}  // namespace

CalendarColumns calendarColumns(QDate first, int days, const CalendarRegressorOptions& options, const HolidayCalendar& calendar) {
    CalendarColumns result;
    if (!first.isValid() || days <= 0) return result;
    const QDate last = first.addDays(days - 1);
    QHash<QDate, int> kinds;
    for (int year = first.year(); year <= last.year(); ++year) {
        for (const Holiday& holiday : calendar.holidays(year)) {
            const int kind = kindOf(holiday);
            // Two on one day: the feast with the larger effect, which comes first in the list.
            const auto known = kinds.constFind(holiday.date);
            if (known == kinds.constEnd() || kind < *known) kinds.insert(holiday.date, kind);
        }
    }
    const auto offDay = [&](QDate date) { return date.dayOfWeek() != Qt::Sunday && calendar.isHoliday(date); };
    const auto working = [&](QDate date) { return date.dayOfWeek() < Qt::Saturday && !calendar.isHoliday(date); };
    const auto add = [&](const char* name, auto&& applies) {
        std::vector<double> column(static_cast<std::size_t>(days), 0.0);
        bool any = false;
        for (int i = 0; i < days; ++i) {
            const bool one = applies(first.addDays(i));
            column[static_cast<std::size_t>(i)] = one ? 1.0 : 0.0;
            any = any || one;
        }
        if (!any) return;
        result.names.append(QString::fromLatin1(name));
        result.columns.push_back(std::move(column));
    };
    if (options.weekdays) {
        for (int day = Qt::Tuesday; day <= Qt::Sunday; ++day) {
            add(kWeekdayNames[day - Qt::Tuesday], [day](QDate date) { return date.dayOfWeek() == day; });
        }
    }
    if (options.holidays) {
        for (int kind = 0; kind < kKinds; ++kind) {
            add(kKindNames[kind], [&, kind](QDate date) {
                const auto known = kinds.constFind(date);
                if (known == kinds.constEnd() || *known != kind) return false;
                return kind < Substitute || date.dayOfWeek() != Qt::Sunday;
            });
        }
    }
    if (options.aroundHolidays) {
        add("holiday.before", [&](QDate date) { return working(date) && offDay(date.addDays(1)); });
        add("holiday.after", [&](QDate date) { return working(date) && offDay(date.addDays(-1)); });
    }
    if (options.school) {
        add("school.vacation", [&](QDate date) {
            return std::any_of(options.vacations.begin(), options.vacations.end(),
                               [date](const YearlySpan& span) { return within(date, span); });
        });
    }
    return result;
}

}  // namespace mudeung::forecast
