// SPDX-License-Identifier: GPL-3.0-or-later
// Builds the list of public holidays from the rules in resources/holidays/kr.json and ICU's Korean lunar calendar.
#include "core/model/calendar.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <algorithm>
#include <memory>
#include <optional>
#include <unicode/calendar.h>
#include <unicode/timezone.h>

namespace mudeung {

namespace {

struct SubstituteRule {
    QDate since;  // invalid = never
    bool saturday = false;
    bool sunday = false;
    bool overlap = false;
    bool inForce(QDate date) const { return since.isValid() && date >= since; }
};

struct DayOff {
    QString name;
    QString nameKo;
    SubstituteRule rule;
    QString baseName;  // "Seollal" for its eve: substitutes are named after the feast
    QString baseNameKo;
};
using DaysOff = QMap<QDate, QVector<DayOff>>;

SubstituteRule ruleFrom(const QJsonObject& entry) {
    const QJsonObject json = entry["substitute"].toObject();
    SubstituteRule rule;
    rule.since = QDate::fromString(json["since"].toString(), Qt::ISODate);
    const QJsonArray on = json["on"].toArray();
    rule.saturday = on.contains(QStringLiteral("saturday"));
    rule.sunday = on.contains(QStringLiteral("sunday"));
    rule.overlap = on.contains(QStringLiteral("overlap"));
    return rule;
}

/// Lunar month and day of Gregorian days by the Korean calendar (meridian 135° E, as the almanac reckons).
class LunarCalendar {
public:
    LunarCalendar() {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone("Asia/Seoul"));
        m_calendar.reset(icu::Calendar::createInstance(*zone, icu::Locale("ko@calendar=dangi"), status));
        if (U_FAILURE(status)) m_calendar.reset();
    }

    bool valid() const { return m_calendar != nullptr; }

    /// The Gregorian day of a lunar day: the lunar year runs 19 to 51 days behind the solar one, 18 to 58 are searched. Goes from month to
    /// month in steps that cannot pass a first day (a lunar month has 29 or 30 days), because every look costs astronomy.
    QDate find(int year, int month, int day) const {
        const QDate start = QDate(year, month, 1).addDays(day - 1 + 18);
        for (QDate date = start; date < start.addDays(40);) {
            const std::optional<LunarDay> lunar = dayOf(date);
            if (!lunar) return {};
            const bool thisMonth = lunar->month == month && !lunar->leap && lunar->day <= day;
            if (thisMonth && lunar->day == day) return date;
            date = date.addDays(thisMonth ? day - lunar->day : std::max(1, 30 - lunar->day));
        }
        return {};
    }

private:
    struct LunarDay {
        int month = 0;
        int day = 0;
        bool leap = false;
    };

    std::optional<LunarDay> dayOf(QDate date) const {
        UErrorCode status = U_ZERO_ERROR;
        // Noon in Seoul is 03:00 UTC: far from midnight on either side.
        const double millis = static_cast<double>(QDate(1970, 1, 1).daysTo(date)) * 86400000.0 + 3 * 3600000.0;
        m_calendar->setTime(millis, status);
        const LunarDay lunar{m_calendar->get(UCAL_MONTH, status) + 1, m_calendar->get(UCAL_DATE, status),
                             m_calendar->get(UCAL_IS_LEAP_MONTH, status) != 0};
        if (U_FAILURE(status)) return std::nullopt;
        return lunar;
    }

    std::unique_ptr<icu::Calendar> m_calendar;
};

void addFixed(const QJsonArray& list, int year, DaysOff* days) {
    for (const auto& value : list) {
        const QJsonObject o = value.toObject();
        if (year < o["since"].toInt(0)) continue;
        const QString name = o["name"].toString();
        const QString nameKo = o["nameKo"].toString();
        (*days)[QDate(year, o["month"].toInt(), o["day"].toInt())].append({name, nameKo, ruleFrom(o), name, nameKo});
    }
}

void addLunar(const QJsonArray& list, int year, const LunarCalendar& lunar, DaysOff* days) {
    for (const auto& value : list) {
        const QJsonObject o = value.toObject();
        const QDate date = lunar.find(year, o["month"].toInt(), o["day"].toInt());
        if (!date.isValid()) continue;
        const QString name = o["name"].toString();
        const QString nameKo = o["nameKo"].toString();
        const SubstituteRule rule = ruleFrom(o);
        (*days)[date].append({name, nameKo, rule, name, nameKo});
        if (!o.contains("nameBefore")) continue;
        (*days)[date.addDays(-1)].append({o["nameBefore"].toString(), o["nameBeforeKo"].toString(), rule, name, nameKo});
        (*days)[date.addDays(1)].append({o["nameAfter"].toString(), o["nameAfterKo"].toString(), rule, name, nameKo});
    }
}

/// The days off of `date` that move to a later working day. Of n that meet on a working day, n − 1 do.
QVector<DayOff> displaced(QDate date, const QVector<DayOff>& offs) {
    QVector<DayOff> moved;
    bool anyOverlap = false;
    for (const DayOff& off : offs) {
        if (!off.rule.inForce(date)) continue;
        anyOverlap = anyOverlap || off.rule.overlap;
        if ((date.dayOfWeek() == Qt::Sunday && off.rule.sunday) || (date.dayOfWeek() == Qt::Saturday && off.rule.saturday))
            moved.append(off);
    }
    if (date.dayOfWeek() < Qt::Saturday && anyOverlap)
        for (int i = 1; i < static_cast<int>(offs.size()); ++i) moved.append(offs[i]);
    return moved;
}

void addSubstitutes(const DaysOff& days, const QString& pattern, const QString& patternKo, QMap<QDate, Holiday>* substitutes) {
    for (auto it = days.begin(); it != days.end(); ++it) {
        for (const DayOff& off : displaced(it.key(), it.value())) {
            QDate date = it.key().addDays(1);
            while (date.dayOfWeek() >= Qt::Saturday || days.contains(date) || substitutes->contains(date)) date = date.addDays(1);
            substitutes->insert(date, {date, pattern.arg(off.baseName), patternKo.arg(off.baseNameKo), true});
        }
    }
}

}  // namespace

HolidayCalendar::HolidayCalendar() {
    QFile file(QStringLiteral(":/mudeung/holidays/kr.json"));
    if (!file.open(QIODevice::ReadOnly)) qFatal("the holiday rules are not compiled in");
    const QJsonObject rules = QJsonDocument::fromJson(file.readAll()).object();
    const LunarCalendar lunar;
    if (rules.isEmpty() || !lunar.valid()) qFatal("the holiday rules or the lunar calendar of ICU cannot be read");
    m_firstYear = rules["firstYear"].toInt();
    m_lastYear = rules["lastYear"].toInt();
    for (int year = m_firstYear; year <= m_lastYear; ++year) {
        DaysOff days;
        addFixed(rules["fixed"].toArray(), year, &days);
        addLunar(rules["lunar"].toArray(), year, lunar, &days);
        for (const auto& value : rules["days"].toArray()) {
            const QJsonObject o = value.toObject();
            const QDate date = QDate::fromString(o["date"].toString(), Qt::ISODate);
            if (date.year() == year) days[date].append({o["name"].toString(), o["nameKo"].toString(), {}, {}, {}});
        }
        QMap<QDate, Holiday> substitutes;
        addSubstitutes(days, rules["substituteName"].toString(), rules["substituteNameKo"].toString(), &substitutes);
        for (auto it = days.begin(); it != days.end(); ++it)
            for (const DayOff& off : it.value()) m_holidays.append({it.key(), off.name, off.nameKo, false});
        for (const Holiday& holiday : substitutes) m_holidays.append(holiday);
    }
    std::stable_sort(m_holidays.begin(), m_holidays.end(), [](const Holiday& a, const Holiday& b) { return a.date < b.date; });
}

const HolidayCalendar& HolidayCalendar::korea() {
    static const HolidayCalendar calendar;
    return calendar;
}

int HolidayCalendar::firstAt(QDate date) const {
    const auto it = std::lower_bound(m_holidays.begin(), m_holidays.end(), date, [](const Holiday& h, QDate d) { return h.date < d; });
    if (it == m_holidays.end() || it->date != date) return -1;
    return static_cast<int>(it - m_holidays.begin());
}

QString weekdayName(int dayOfWeek) {
    static const char* const names[] = {QT_TRANSLATE_NOOP("Model", "Mon"), QT_TRANSLATE_NOOP("Model", "Tue"),
                                        QT_TRANSLATE_NOOP("Model", "Wed"), QT_TRANSLATE_NOOP("Model", "Thu"),
                                        QT_TRANSLATE_NOOP("Model", "Fri"), QT_TRANSLATE_NOOP("Model", "Sat"),
                                        QT_TRANSLATE_NOOP("Model", "Sun")};
    return QCoreApplication::translate("Model", names[std::clamp(dayOfWeek, 1, 7) - 1]);
}

bool HolidayCalendar::isHoliday(QDate date) const {
    return firstAt(date) >= 0;
}

QString HolidayCalendar::nameOf(QDate date, bool korean) const {
    QStringList names;
    const int first = firstAt(date);
    for (int i = first; i >= 0 && i < static_cast<int>(m_holidays.size()) && m_holidays[i].date == date; ++i)
        names << (korean ? m_holidays[i].nameKo : m_holidays[i].name);
    return names.join(QLatin1String(", "));
}

QVector<Holiday> HolidayCalendar::holidays(int year) const {
    QVector<Holiday> list;
    for (const Holiday& holiday : m_holidays)
        if (holiday.date.year() == year) list.append(holiday);
    return list;
}

DayType HolidayCalendar::dayType(QDate date) const {
    if (date.dayOfWeek() == Qt::Sunday || isHoliday(date)) return DayType::Holiday;
    return date.dayOfWeek() == Qt::Saturday ? DayType::Saturday : DayType::Weekday;
}

int HolidayCalendar::firstYear() const {
    return m_firstYear;
}

int HolidayCalendar::lastYear() const {
    return m_lastYear;
}

}  // namespace mudeung
