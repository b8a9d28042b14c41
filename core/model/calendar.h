// SPDX-License-Identifier: GPL-3.0-or-later
// Which day is a weekday, a Saturday, a Sunday or public holiday in Korea (1 day type per date). Values only.
#pragma once

#include <QDate>
#include <QString>
#include <QVector>

namespace mudeung {

enum class DayType : int { Weekday = 0, Saturday = 1, Holiday = 2 };  ///< Holiday = Sunday or public holiday
constexpr int kDayTypes = 3;

/// "Mon" … "Sun" in the interface language; 1 = Monday, as in Qt.
QString weekdayName(int dayOfWeek);

struct Holiday {
    QDate date;
    QString name;    ///< English
    QString nameKo;  ///< Korean
    bool substitute = false;
};

/// Korea's public holidays 2015–2030: fixed days, lunar days (ICU `dangi`), substitute days by the rules in force that
/// year, temporary holidays and election days (resources/holidays/kr.json, compiled in).
class HolidayCalendar {
public:
    static const HolidayCalendar& korea();

    bool isHoliday(QDate date) const;  ///< a public holiday, not merely a Sunday
    QString nameOf(QDate date, bool korean) const;
    QVector<Holiday> holidays(int year) const;  ///< sorted by date
    DayType dayType(QDate date) const;
    int firstYear() const;
    int lastYear() const;

private:
    HolidayCalendar();
    int firstAt(QDate date) const;  ///< index of the first holiday of the date, −1 when there is none

    QVector<Holiday> m_holidays;  // sorted by date
    int m_firstYear = 0;
    int m_lastYear = 0;
};

}  // namespace mudeung
