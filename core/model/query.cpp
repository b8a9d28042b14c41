// SPDX-License-Identifier: GPL-3.0-or-later
// Reading and writing the parts of a query: periods, hours, day types, breakdowns.
#include "core/model/query.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include "core/base/format.h"

namespace mudeung {

namespace {

Error usage(const QString& message) {
    return {ErrorCode::Usage, message, {}};
}

/// The days that "2024", "2024-03" or "2024-03-01" stands for.
std::optional<Period> parsePart(const QString& text) {
    static const QRegularExpression form(QStringLiteral("^(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?$"));
    const QRegularExpressionMatch match = form.match(text.trimmed());
    if (!match.hasMatch()) return std::nullopt;
    const int year = match.captured(1).toInt();
    if (match.captured(2).isEmpty()) return Period{QDate(year, 1, 1), QDate(year, 12, 31)};
    const QDate first(year, match.captured(2).toInt(), match.captured(3).isEmpty() ? 1 : match.captured(3).toInt());
    if (!first.isValid()) return std::nullopt;
    return Period{first, match.captured(3).isEmpty() ? first.addMonths(1).addDays(-1) : first};
}

struct NamedDayType {
    DayType type;
    const char* id;
};
constexpr NamedDayType kDayTypeNames[] = {{DayType::Weekday, "weekday"}, {DayType::Saturday, "saturday"}, {DayType::Holiday, "holiday"}};

struct NamedBreakdown {
    Breakdown by;
    const char* id;
};
constexpr NamedBreakdown kBreakdowns[] = {
    {Breakdown::Place, "place"},          {Breakdown::Group, "group"}, {Breakdown::Hour, "hour"},
    {Breakdown::HourWeekday, "weekhour"}, {Breakdown::Day, "day"},     {Breakdown::DayHour, "dayhour"},
    {Breakdown::Month, "month"},          {Breakdown::Dong, "dong"},   {Breakdown::HourMonth, "monthhour"}};

}  // namespace

Result<Period> Period::parse(const QString& text) {
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty()) return Period{};
    const int dots = static_cast<int>(trimmed.indexOf(QLatin1String("..")));
    const auto first = parsePart(dots < 0 ? trimmed : trimmed.left(dots));
    const auto last = parsePart(dots < 0 ? trimmed : trimmed.mid(dots + 2));
    if (!first || !last)
        return usage(
            QCoreApplication::translate(
                "Model", "“%1” is not a period. Write it as 2024-03-01..2024-05-31, as months 2024-03..2024-05, or as a year 2024.")
                .arg(text));
    if (first->from > last->to)
        return usage(
            QCoreApplication::translate("Model", "The period “%1” ends before it begins. Write the earlier date first.").arg(text));
    return Period{first->from, last->to};
}

QString Period::toString() const {
    if (isAll()) return {};
    return formatDate(from) + QLatin1String("..") + formatDate(to);
}

QString Period::toText() const {
    return formatDates(from, to);
}

Result<DayTypeMask> parseDayTypes(const QString& text) {
    if (text.trimmed().isEmpty()) return kAllDayTypes;
    DayTypeMask mask = 0;
    for (const QString& part : text.split(QLatin1Char(','))) {
        const QString id = part.trimmed().toLower();
        bool known = false;
        for (const NamedDayType& named : kDayTypeNames) {
            if (id != QLatin1String(named.id)) continue;
            mask = static_cast<DayTypeMask>(mask | 1u << static_cast<int>(named.type));
            known = true;
        }
        if (!known)
            return usage(QCoreApplication::translate("Model", "“%1” is not a day type. The day types are %2.")
                             .arg(part.trimmed(), QStringLiteral("weekday, saturday, holiday")));
    }
    return mask;
}

QString dayTypesToString(DayTypeMask types) {
    if ((types & kAllDayTypes) == kAllDayTypes) return {};
    QStringList ids;
    for (const NamedDayType& named : kDayTypeNames)
        if (types >> static_cast<int>(named.type) & 1u) ids << QLatin1String(named.id);
    return ids.join(QLatin1Char(','));
}

std::optional<Breakdown> breakdownFromId(const QString& id) {
    for (const NamedBreakdown& named : kBreakdowns)
        if (id == QLatin1String(named.id)) return named.by;
    return std::nullopt;
}

QString breakdownId(Breakdown by) {
    for (const NamedBreakdown& named : kBreakdowns)
        if (named.by == by) return QLatin1String(named.id);
    return {};
}

}  // namespace mudeung
