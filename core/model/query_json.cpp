// SPDX-License-Identifier: GPL-3.0-or-later
// A query as JSON (recipes, settings) and as a sentence (subtitles, reports).
#include <QCoreApplication>
#include <QJsonArray>

#include "core/base/format.h"
#include "core/base/language.h"
#include "core/model/query.h"

namespace mudeung {

namespace {

Error badField(const QString& field) {
    return {ErrorCode::Usage,
            QCoreApplication::translate("Model", "The query cannot be read: the field “%1” has a wrong type.").arg(field),
            {}};
}

Result<QString> textField(const QJsonObject& json, const QString& field) {
    const QJsonValue value = json.value(field);
    if (value.isUndefined()) return QString();
    if (!value.isString()) return badField(field);
    return value.toString();
}

Result<QStringList> listField(const QJsonObject& json, const QString& field) {
    const QJsonValue value = json.value(field);
    if (value.isUndefined()) return QStringList();
    if (!value.isArray()) return badField(field);
    QStringList list;
    for (const auto& entry : value.toArray()) {
        if (!entry.isString()) return badField(field);
        list << entry.toString();
    }
    return list;
}

QString dayTypePhrase(DayTypeMask types) {
    QStringList names;
    if (types & 1u << static_cast<int>(DayType::Weekday)) names << QCoreApplication::translate("Model", "weekdays");
    if (types & 1u << static_cast<int>(DayType::Saturday)) names << QCoreApplication::translate("Model", "Saturdays");
    if (types & 1u << static_cast<int>(DayType::Holiday)) names << QCoreApplication::translate("Model", "Sundays and holidays");
    return names.join(QLatin1String(", "));
}

/// How many of `codes` from `first` on are single groups of ages that follow each other without a gap (60, 61, 62 …).
int ageRun(const QStringList& codes, int first, const GroupScheme& scheme) {
    int count = 0;
    for (int previousTo = -1; first + count < codes.size(); ++count) {
        const QString& code = codes[first + count];
        const int index = scheme.indexOf(code);
        // A code that begins with a letter names a sex, which the ages alone would lose.
        if (index < 0 || !code.front().isDigit() || scheme.groups[index].ageFrom < 0) break;
        if (count > 0 && scheme.groups[index].ageFrom != previousTo + 1) break;
        previousTo = scheme.groups[index].ageTo;
        if (previousTo < 0) return count + 1;
    }
    return count;
}

QString groupPhrase(const QStringList& codes, const GroupScheme* scheme) {
    constexpr int kShortestRun = 3;
    QStringList names;
    for (int i = 0; i < codes.size(); ++i) {
        const int run = scheme ? ageRun(codes, i, *scheme) : 0;
        if (run >= kShortestRun) {
            const int from = scheme->groups[scheme->indexOf(codes[i])].ageFrom;
            i += run - 1;
            const int to = scheme->groups[scheme->indexOf(codes[i])].ageTo;
            names << (to < 0 ? QCoreApplication::translate("Model", "ages %1 and over").arg(from)
                             : QCoreApplication::translate("Model", "ages %1–%2").arg(from).arg(to));
            continue;
        }
        const int index = scheme ? scheme->indexOf(codes[i]) : -1;
        const bool korean = koreanInterface();
        const QString name = index < 0 ? QString() : korean ? scheme->groups[index].nameKo : scheme->groups[index].name;
        names << (name.isEmpty() ? codes[i] : name);
    }
    return names.join(QLatin1String(", "));
}

}  // namespace

QJsonObject Query::toJson() const {
    QJsonObject json{{"dataset", dataset}};
    if (!measure.isEmpty()) json["measure"] = measure;
    if (!period.isAll()) json["period"] = period.toString();
    if (dayTypes != kAllDayTypes) json["days"] = dayTypesToString(dayTypes);
    if (hours != kAllHours) json["hours"] = hoursToString(hours);
    if (!groups.isEmpty()) json["groups"] = QJsonArray::fromStringList(groups);
    if (!areas.isEmpty()) json["areas"] = QJsonArray::fromStringList(areas);
    if (!areaPolygon.isEmpty()) json["polygon"] = areaPolygon;
    if (const QString week = weekHoursToString(weekHours); !week.isEmpty()) json["weekhours"] = week;
    if (const QString year = yearHoursToString(yearHours); !year.isEmpty()) json["monthhours"] = year;
    return json;
}

Result<Query> Query::fromJson(const QJsonObject& json) {
    // A field that this version does not know may be a filter: leaving it out would answer another question.
    static const QStringList known{"dataset", "measure", "period",  "days",      "hours",
                                   "groups",  "areas",   "polygon", "weekhours", "monthhours"};
    for (const QString& key : json.keys())
        if (!known.contains(key))
            return Error{ErrorCode::Usage,
                         QCoreApplication::translate("Model", "The query has the unknown field “%1”. Known fields are %2.")
                             .arg(key, known.join(", ")),
                         {}};
    QString texts[8];
    const char* const fields[8] = {"dataset", "measure", "period", "days", "hours", "polygon", "weekhours", "monthhours"};
    for (int i = 0; i < 8; ++i) {
        auto text = textField(json, QLatin1String(fields[i]));
        if (!text) return text.error();
        texts[i] = *text;
    }
    const auto period = Period::parse(texts[2]);
    if (!period) return period.error();
    const auto days = parseDayTypes(texts[3]);
    if (!days) return days.error();
    const auto hours = parseHours(texts[4]);
    if (!hours) return hours.error();
    const auto groups = listField(json, QStringLiteral("groups"));
    if (!groups) return groups.error();
    const auto areas = listField(json, QStringLiteral("areas"));
    if (!areas) return areas.error();
    const auto week = parseWeekHours(texts[6]);
    if (!week) return week.error();
    const auto year = parseYearHours(texts[7]);
    if (!year) return year.error();
    return Query{texts[0], texts[1], *period, *days, *hours, *groups, *areas, texts[5], *week, *year};
}

QString Query::toSentence(const GroupScheme* scheme) const {
    QStringList parts;
    if (dayTypes != kAllDayTypes) parts << dayTypePhrase(dayTypes);
    if (hours != kAllHours) parts << hoursPhrase(hours);
    if (weekHours != kWholeWeek) parts << weekHoursPhrase(weekHours);
    if (yearHours != kWholeYear) parts << yearHoursPhrase(yearHours);
    if (!groups.isEmpty()) parts << groupPhrase(groups, scheme);
    if (areas.size() > 3)
        parts << QCoreApplication::translate("Model", "%n area(s)", nullptr, int(areas.size()));
    else if (!areas.isEmpty())
        parts << QCoreApplication::translate("Model", "area %1").arg(areas.join(QLatin1String(", ")));
    if (!areaPolygon.isEmpty()) parts << QCoreApplication::translate("Model", "inside the drawn area");
    if (period.isAll())
        parts << QCoreApplication::translate("Model", "whole period");
    else
        parts << period.toText();
    return parts.join(QLatin1String(", "));
}

}  // namespace mudeung
