// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of hours, and of hours by weekday and month.
#include "core/model/clock_hours.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>
#include <algorithm>

#include "core/model/calendar.h"

namespace mudeung {

namespace {

constexpr const char* kNone = "none";
constexpr const char* kDayIds[kWeekdays] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

Error usage(const QString& message) {
    return {ErrorCode::Usage, message, {}};
}

/// Index of a weekday or month that is written so; −1 = none.
int dayIndex(const QString& text) {
    for (int i = 0; i < kWeekdays; ++i)
        if (text == QLatin1String(kDayIds[i])) return i;
    return -1;
}

int monthIndex(const QString& text) {
    bool ok = false;
    const int month = text.toInt(&ok);
    return ok && month >= 1 && month <= kCalendarMonths ? month - 1 : -1;
}

QString dayId(int index) {
    return QLatin1String(kDayIds[index]);
}

QString monthId(int index) {
    return QString::number(index + 1);
}

template <std::size_t N>
Result<std::array<HourMask, N>> parseParts(const QString& text, int (*indexOf)(const QString&), const QString& example) {
    if (text.trimmed().isEmpty()) return everyHour<N>();
    std::array<HourMask, N> parts{};
    if (text.trimmed() == QLatin1String(kNone)) return parts;
    for (const QString& part : text.split(QLatin1Char(';'))) {
        const QString days = part.section(QLatin1Char(':'), 0, 0).trimmed().toLower();
        const QString written = part.section(QLatin1Char(':'), 1).trimmed();
        const int first = indexOf(days.section(QLatin1Char('-'), 0, 0).trimmed());
        const int last = days.contains(QLatin1Char('-')) ? indexOf(days.section(QLatin1Char('-'), 1).trimmed()) : first;
        if (first < 0 || last < first)
            return usage(QCoreApplication::translate("Model", "“%1” is not understood. Write it as %2.").arg(part.trimmed(), example));
        const auto hours = parseHours(written);
        if (!hours) return hours.error();
        for (int i = first; i <= last; ++i) parts[static_cast<std::size_t>(i)] |= *hours;
    }
    return parts;
}

/// Calls `run(first, last, hours)` for neighbours with the same hours, none left out.
template <std::size_t N, typename Run>
void eachRun(const std::array<HourMask, N>& parts, Run run) {
    for (std::size_t i = 0; i < N; ++i) {
        const HourMask hours = parts[i] & kAllHours;
        std::size_t last = i;
        while (last + 1 < N && (parts[last + 1] & kAllHours) == hours) ++last;
        if (hours != 0) run(static_cast<int>(i), static_cast<int>(last), hours);
        i = last;
    }
}

template <std::size_t N>
bool isWhole(const std::array<HourMask, N>& parts) {
    return std::all_of(parts.begin(), parts.end(), [](HourMask hours) { return (hours & kAllHours) == kAllHours; });
}

template <std::size_t N>
QString partsToString(const std::array<HourMask, N>& parts, QString (*id)(int)) {
    if (isWhole(parts)) return {};
    QStringList out;
    eachRun(parts, [&](int first, int last, HourMask hours) {
        QString days = id(first);
        if (last > first) days += QLatin1Char('-') + id(last);
        const QString written = hoursToString(hours);
        out << (written.isEmpty() ? days : days + QLatin1Char(':') + written);
    });
    return out.isEmpty() ? QLatin1String(kNone) : out.join(QLatin1Char(';'));
}

template <std::size_t N>
QString partsPhrase(const std::array<HourMask, N>& parts, QString (*name)(int)) {
    if (isWhole(parts)) return {};
    QStringList out;
    eachRun(parts, [&](int first, int last, HourMask hours) {
        QString days = name(first + 1);
        if (last > first) days = (last == first + 1 ? QStringLiteral("%1, %2") : QStringLiteral("%1–%2")).arg(days, name(last + 1));
        out << (hours == kAllHours ? days : QCoreApplication::translate("Model", "%1 %2", "days hours").arg(days, hoursPhrase(hours)));
    });
    return out.join(QLatin1String(", "));
}

}  // namespace

Result<HourMask> parseHours(const QString& text) {
    if (text.trimmed().isEmpty()) return kAllHours;
    static const QRegularExpression form(QStringLiteral("^(\\d{1,2})(?:\\s*-\\s*(\\d{1,2}))?$"));
    HourMask mask = 0;
    for (const QString& part : text.split(QLatin1Char(','))) {
        const QRegularExpressionMatch match = form.match(part.trimmed());
        if (!match.hasMatch())
            return usage(QCoreApplication::translate(
                             "Model", "“%1” is not a range of hours. Write 7-9 for 07:00 up to 09:00, or several ranges as 7-9,17-19.")
                             .arg(part.trimmed()));
        const int from = match.captured(1).toInt();
        const int to = match.captured(2).isEmpty() ? from + 1 : match.captured(2).toInt();
        if (to <= from)
            return usage(
                QCoreApplication::translate("Model",
                                            "The hours “%1” end before they begin. Hours after midnight belong to the evening before: "
                                            "write 22-26 for 22:00 up to 02:00.")
                    .arg(part.trimmed()));
        if (to > kMaxHours)
            return usage(QCoreApplication::translate("Model", "The hours “%1” go beyond %2, the end of the longest service day.")
                             .arg(part.trimmed())
                             .arg(kMaxHours));
        for (int h = from; h < to; ++h) mask |= 1u << h;
    }
    return mask;
}

QString hoursToString(HourMask hours) {
    hours &= kAllHours;
    if (hours == kAllHours) return {};
    QStringList ranges;
    for (int h = 0; h < kMaxHours; ++h) {
        if (!(hours >> h & 1u)) continue;
        int end = h;
        while (end < kMaxHours && (hours >> end & 1u)) ++end;
        ranges << QStringLiteral("%1-%2").arg(h).arg(end);
        h = end;
    }
    return ranges.join(QLatin1Char(','));
}

QString hoursPhrase(HourMask hours) {
    QStringList ranges;
    for (const QString& range : hoursToString(hours).split(QLatin1Char(','))) {
        const QStringList ends = range.split(QLatin1Char('-'));
        ranges << QStringLiteral("%1–%2").arg(ends.first().rightJustified(2, QLatin1Char('0')),
                                              ends.last().rightJustified(2, QLatin1Char('0')));
    }
    return QCoreApplication::translate("Model", "%1 h").arg(ranges.join(QLatin1String(", ")));
}

Result<WeekHours> parseWeekHours(const QString& text) {
    return parseParts<kWeekdays>(text, dayIndex, QStringLiteral("mon-fri:7-9;sat:10-12"));
}

QString weekHoursToString(const WeekHours& week) {
    return partsToString(week, dayId);
}

Result<YearHours> parseYearHours(const QString& text) {
    return parseParts<kCalendarMonths>(text, monthIndex, QStringLiteral("3-5:7-9;12:17-19"));
}

QString yearHoursToString(const YearHours& year) {
    return partsToString(year, monthId);
}

QString weekHoursPhrase(const WeekHours& week) {
    return partsPhrase(week, weekdayName);
}

QString yearHoursPhrase(const YearHours& year) {
    return partsPhrase(year, monthName);
}

QString monthName(int month) {
    static const char* const names[] = {
        QT_TRANSLATE_NOOP("Model", "Jan"), QT_TRANSLATE_NOOP("Model", "Feb"), QT_TRANSLATE_NOOP("Model", "Mar"),
        QT_TRANSLATE_NOOP("Model", "Apr"), QT_TRANSLATE_NOOP("Model", "May"), QT_TRANSLATE_NOOP("Model", "Jun"),
        QT_TRANSLATE_NOOP("Model", "Jul"), QT_TRANSLATE_NOOP("Model", "Aug"), QT_TRANSLATE_NOOP("Model", "Sep"),
        QT_TRANSLATE_NOOP("Model", "Oct"), QT_TRANSLATE_NOOP("Model", "Nov"), QT_TRANSLATE_NOOP("Model", "Dec")};
    return QCoreApplication::translate("Model", names[std::clamp(month, 1, 12) - 1]);
}

}  // namespace mudeung
