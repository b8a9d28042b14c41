// SPDX-License-Identifier: GPL-3.0-or-later
// A question to a dataset: which numbers. A value that can be written as JSON and read back.
#pragma once

#include <QDate>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <optional>

#include "core/base/result.h"
#include "core/model/calendar.h"
#include "core/model/clock_hours.h"
#include "core/model/measure.h"

namespace mudeung {

/// Days from `from` to `to`, both included. A default Period means "everything the dataset has".
struct Period {
    QDate from;
    QDate to;
    bool isAll() const { return !from.isValid() && !to.isValid(); }
    bool contains(QDate d) const { return isAll() || (d >= from && d <= to); }
    bool operator==(const Period&) const = default;

    /// Reads "2024-03-01..2024-05-31", "2024-03..2024-05", "2024", "2024-03"; months and years mean all their days.
    static Result<Period> parse(const QString& text);
    QString toString() const;
    QString toText() const;  ///< for people: "2024-03-01 … 2024-03-31", or the one day; not for a period that is open
};

/// Bit t = DayType t.
using DayTypeMask = quint8;
constexpr DayTypeMask kAllDayTypes = (1u << kDayTypes) - 1;
Result<DayTypeMask> parseDayTypes(const QString& text);  ///< "weekday,saturday,holiday"
QString dayTypesToString(DayTypeMask types);             ///< empty for all

struct Query {
    QString dataset;
    QString measure;  ///< empty = the dataset's first measure
    Period period;
    DayTypeMask dayTypes = kAllDayTypes;
    HourMask hours = kAllHours;
    QStringList groups;   ///< empty = all
    QStringList areas;    ///< codes: a dong (10 digits), a district (5) or a place; empty = everywhere
    QString areaPolygon;  ///< WKT polygon or multipolygon in EPSG:4326; empty = none
    // An hour counts when `hours`, its weekday's and its month's all have it.
    WeekHours weekHours = kWholeWeek;
    YearHours yearHours = kWholeYear;
    bool operator==(const Query&) const = default;

    /// The hours that count on this date; the day type is another matter.
    HourMask hoursOn(QDate date) const {
        return hours & weekHours[static_cast<std::size_t>(date.dayOfWeek() - 1)] & yearHours[static_cast<std::size_t>(date.month() - 1)];
    }

    QJsonObject toJson() const;
    static Result<Query> fromJson(const QJsonObject& json);
    /// The query as a sentence in the interface language: "weekdays, 07–09, seniors, 2024-03-01 … 2024-05-31".
    /// With a scheme, groups appear under their names instead of their codes.
    QString toSentence(const GroupScheme* scheme = nullptr) const;
};

/// What the rows of an answer stand for.
enum class Breakdown { Place, Group, Hour, HourWeekday, Day, DayHour, Month, Dong, HourMonth };
std::optional<Breakdown> breakdownFromId(const QString& id);  ///< place group hour weekhour day dayhour month dong monthhour
QString breakdownId(Breakdown by);

}  // namespace mudeung
