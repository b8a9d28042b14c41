// SPDX-License-Identifier: GPL-3.0-or-later
// Hours of the day and periods of the calendar, in figures and in words.
#include <algorithm>

#include "core/ask/ask_parts.h"

namespace mudeung::ask_parts {

namespace {

// ---- hours

struct HourWord {
    const char* text;
    int from;
    int to;  ///< exclusive, as in "7-9"
};
// The same hours as the filter panel offers under these names; 새벽, 오전 and 오후 begin with the service day and at noon.
constexpr HourWord kHourWords[] = {{"아침", 7, 9},         {"출근", 7, 9},       {"출근시간", 7, 9},       {"출근 시간", 7, 9},
                                   {"출근시간대", 7, 9},   {"morning", 7, 9},    {"mornings", 7, 9},       {"morning peak", 7, 9},
                                   {"낮", 9, 17},          {"주간", 9, 17},      {"daytime", 9, 17},       {"저녁", 17, 19},
                                   {"퇴근", 17, 19},       {"퇴근시간", 17, 19}, {"퇴근 시간", 17, 19},    {"퇴근시간대", 17, 19},
                                   {"evening", 17, 19},    {"evenings", 17, 19}, {"evening peak", 17, 19}, {"밤", 22, 28},
                                   {"야간", 22, 28},       {"심야", 22, 28},     {"night", 22, 28},        {"nights", 22, 28},
                                   {"late night", 22, 28}, {"새벽", 4, 6},       {"early morning", 4, 6},  {"early mornings", 4, 6},
                                   {"오전", 4, 12},        {"오후", 12, 18},     {"afternoon", 12, 18},    {"afternoons", 12, 18}};

constexpr int kServiceDayBegins = 4;

HourMask hoursFrom(int from, int to) {
    HourMask mask = 0;
    for (int h = std::max(0, from); h < std::min(to, kMaxHours); ++h) mask |= 1u << h;
    return mask;
}

/// An hour on the clock of the service day, 4…28; −1 when there is no such hour.
int clockHour(int hour, const QString& half) {
    if (hour > kMaxHours) return -1;
    const bool pm = half == QStringLiteral("오후") || half == QStringLiteral("저녁") || half == QStringLiteral("밤") ||
                    half == QStringLiteral("낮") || half.startsWith(QLatin1Char('p'));
    const bool am = half == QStringLiteral("오전") || half == QStringLiteral("새벽") || half == QStringLiteral("아침") ||
                    half.startsWith(QLatin1Char('a'));
    if ((am || pm) && hour > 12) return -1;
    if (am && hour == 12) hour = 0;
    const bool afterMidnight = half == QStringLiteral("밤") && (hour == 12 || hour < 5);
    if (afterMidnight) hour = hour == 12 ? 24 : hour + 24;
    if (pm && !afterMidnight && hour < 12) hour += 12;
    return hour < kServiceDayBegins ? hour + 24 : hour;
}

std::optional<Match> hourFigures(const QString& text, int at) {
    static const QString half = QStringLiteral("(오전|오후|새벽|아침|저녁|밤|낮)?\\s*");
    static const QString hour = QStringLiteral("(\\d{1,2})(?::00)?\\s*(시|am|pm|a\\.m\\.|p\\.m\\.|h|o'clock)?");
    static const QRegularExpression range =
        anchored(QStringLiteral("(?:between |from )?") + half + hour + QStringLiteral("\\s*(?:-|~|부터|에서|to|until|and)\\s*") + half +
                 hour + QStringLiteral("(?:까지)?"));
    static const QRegularExpression after = anchored(half + hour + QStringLiteral("\\s*(이후|부터)|after ") + hour);
    static const QRegularExpression until = anchored(half + hour + QStringLiteral("\\s*(이전|까지)|before ") + hour);
    static const QRegularExpression single =
        anchored(QStringLiteral("(?:at )?") + half + QStringLiteral("(\\d{1,2})(?::00)?\\s*(시(?:대)?|am|pm|a\\.m\\.|p\\.m\\.)"));
    static const QRegularExpression otherUnit = anchored(QStringLiteral("\\s*(?:세|대|월|년|일|개|곳|years?|months?|weeks?|days?)"));
    Match m;
    m.kind = AskKind::Hours;
    const auto taken = [&](const QRegularExpressionMatch& found, int from, int to) -> std::optional<Match> {
        if (from < 0 || to < 0) return std::nullopt;
        if (to <= from) to = from < 24 ? to + 24 : 0;
        m.length = static_cast<int>(found.capturedLength());
        m.hours = hoursFrom(from, to);
        if (m.hours == 0) return std::nullopt;
        return m;
    };
    if (const auto f = matchAt(range, text, at); f.hasMatch()) {
        const auto behind = otherUnit.match(text, static_cast<int>(f.capturedEnd()));
        QString first = f.captured(1) + (f.captured(3).startsWith(QStringLiteral("시")) ? QString() : f.captured(3));
        QString last = f.captured(4) + (f.captured(6).startsWith(QStringLiteral("시")) ? QString() : f.captured(6));
        // "5-7pm" and "오후 5~7시" name the half of the day once.
        if (first.isEmpty() && last.startsWith(QLatin1Char('p'))) first = last;
        if (last.isEmpty() && !first.isEmpty() && f.captured(5).toInt() <= 12 && f.captured(5).toInt() > f.captured(2).toInt())
            last = first;
        if (!behind.hasMatch()) {
            if (auto found = taken(f, clockHour(f.captured(2).toInt(), first), clockHour(f.captured(5).toInt(), last))) return found;
        }
    }
    // One side is open: of "오후 6시 이후" the captures 1 to 3, of "after 6pm" 5 and 6.
    const auto limit = [](const QRegularExpressionMatch& f) {
        if (!f.captured(5).isEmpty()) return clockHour(f.captured(5).toInt(), f.captured(6));
        return f.captured(3) == QStringLiteral("시") ? clockHour(f.captured(2).toInt(), f.captured(1)) : -1;
    };
    if (const auto f = matchAt(after, text, at); f.hasMatch() && limit(f) >= 0) return taken(f, limit(f), kMaxHours);
    if (const auto f = matchAt(until, text, at); f.hasMatch() && limit(f) > kServiceDayBegins) return taken(f, kServiceDayBegins, limit(f));
    if (const auto f = matchAt(single, text, at); f.hasMatch()) {
        const int from =
            clockHour(f.captured(2).toInt(), f.captured(1) + (f.captured(3).startsWith(QStringLiteral("시")) ? QString() : f.captured(3)));
        return taken(f, from, from + 1);
    }
    return std::nullopt;
}

// ---- periods

/// A year, a month, a day, or a season of three months; 0 = not said.
struct Moment {
    int year = 0;
    int month = 0;
    int day = 0;
    int months = 1;
    int length = 0;
};

std::optional<Moment> readMoment(const QString& text, int at) {
    static const QRegularExpression full = anchored(QStringLiteral(
        "(\\d{4})\\s*(?:년|[-./])\\s*(\\d{1,2})(?!\\d)\\s*월?(?:\\s*[-./]\\s*(\\d{1,2})(?!\\d)|\\s*(\\d{1,2})\\s*일(?!별))?"));
    static const QRegularExpression month = anchored(QStringLiteral("(\\d{1,2})\\s*월(?!별)(?:\\s*(\\d{1,2})\\s*일(?!별))?"));
    static const QRegularExpression season = anchored(
        QStringLiteral("(?:(\\d{4})\\s*년?\\s*)?(봄|여름|가을|겨울|spring|summer|autumn|fall|winter)(?:철)?(?:\\s+(?:of\\s+)?(\\d{4}))?"));
    static const QRegularExpression year = anchored(QStringLiteral("((?:19|20)\\d{2})\\s*(?:년도?)?"));
    static const QRegularExpression english =
        anchored(QStringLiteral("(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\\b\\.?"
                                "(?:\\s+(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:]|\\s*(?:am|pm|-)))?(?:,?\\s+((?:19|20)\\d{2}))?"));
    static const QString months = QStringLiteral("janfebmaraprmayjunjulaugsepoctnovdec");
    Moment found;
    const auto taken = [&found](const QRegularExpressionMatch& m, int y, int mo, int d) {
        found.length = static_cast<int>(m.capturedLength());
        found.year = y;
        found.month = mo;
        found.day = d;
        return found;
    };
    if (const auto m = matchAt(full, text, at); m.hasMatch())
        return taken(m, m.captured(1).toInt(), m.captured(2).toInt(), (m.captured(3) + m.captured(4)).toInt());
    if (const auto m = matchAt(season, text, at); m.hasMatch()) {
        static const QStringList names = QStringLiteral("봄 spring 여름 summer 가을 autumn 겨울 winter").split(QLatin1Char(' '));
        const QString name = m.captured(2) == QLatin1String("fall") ? QStringLiteral("autumn") : m.captured(2);
        taken(m, (m.captured(1) + m.captured(3)).left(4).toInt(), static_cast<int>(names.indexOf(name)) / 2 * 3 + 3, 0);
        found.months = 3;
        return found;
    }
    if (const auto m = matchAt(month, text, at); m.hasMatch()) return taken(m, 0, m.captured(1).toInt(), m.captured(2).toInt());
    if (const auto m = matchAt(english, text, at); m.hasMatch())
        return taken(m, m.captured(3).toInt(), static_cast<int>(months.indexOf(m.captured(1))) / 3 + 1, m.captured(2).toInt());
    if (const auto m = matchAt(year, text, at); m.hasMatch()) return taken(m, m.captured(1).toInt(), 0, 0);
    return std::nullopt;
}

/// The days of a moment; its year is known by now.
std::optional<Period> daysOf(const Moment& m) {
    if (m.month == 0) return Period{QDate(m.year, 1, 1), QDate(m.year, 12, 31)};
    const QDate first(m.year, m.month, std::max(1, m.day));
    if (!first.isValid()) return std::nullopt;
    return Period{first, m.day > 0 ? first : first.addMonths(m.months).addDays(-1)};
}

/// The latest year in which the moment began before the data ends.
int latestYear(const Moment& m, QDate last) {
    const QDate first(last.year(), std::clamp(m.month, 1, 12), 1);
    return first > last ? last.year() - 1 : last.year();
}

/// The last n days, weeks, months or years that the data holds.
std::optional<Match> recentPeriod(const QString& text, int at, const Period& held) {
    static const QRegularExpression pattern = anchored(QStringLiteral(
        "(?:the )?(?:최근|지난|past|last)\\s*(\\d{1,3})\\s*(?:(개월|달|months?)|(년|years?)|(주일?|weeks?)|(일|days?))(?:간|동안)?"));
    const auto m = matchAt(pattern, text, at);
    if (!m.hasMatch()) return std::nullopt;
    const int n = m.captured(1).toInt();
    const QDate before = !m.captured(2).isEmpty()   ? held.to.addMonths(-n)
                         : !m.captured(3).isEmpty() ? held.to.addYears(-n)
                         : !m.captured(4).isEmpty() ? held.to.addDays(-7 * n)
                                                    : held.to.addDays(-n);
    Match found;
    found.kind = AskKind::Period;
    found.length = static_cast<int>(m.capturedLength());
    found.period = {std::max(before.addDays(1), held.from), held.to};
    return found;
}

/// "작년", "this month": whole calendar years and months, counted from the last day of the data.
std::optional<Match> calendarPeriod(const QString& text, int at, QDate last) {
    struct Named {
        const char* text;
        int yearsAgo;
        int monthsAgo;  ///< −1: the year is meant
    };
    static constexpr Named kNamed[] = {{"재작년", 2, -1},    {"작년", 1, -1},  {"지난해", 1, -1},   {"지난 해", 1, -1},
                                       {"last year", 1, -1}, {"올해", 0, -1},  {"금년", 0, -1},     {"이번 해", 0, -1},
                                       {"this year", 0, -1}, {"지난달", 0, 1}, {"지난 달", 0, 1},   {"last month", 0, 1},
                                       {"이번 달", 0, 0},    {"이달", 0, 0},   {"this month", 0, 0}};
    static const QStringList whole{QStringLiteral("전체 기간"), QStringLiteral("전 기간"), QStringLiteral("whole period"),
                                   QStringLiteral("all time")};
    static const QStringList words = textsOf(kNamed);
    const auto all = readWord(text, at, whole, AskKind::Period, [](Match&, int) {});
    if (all) return all;  // without a period: all of it
    return readWord(text, at, words, AskKind::Period, [last](Match& m, int i) {
        const Named& named = kNamed[i];
        const int year = last.year() - named.yearsAgo;
        const QDate month = QDate(last.year(), last.month(), 1).addMonths(-std::max(0, named.monthsAgo));
        m.period = named.monthsAgo < 0 ? Period{QDate(year, 1, 1), QDate(year, 12, 31)} : Period{month, month.addMonths(1).addDays(-1)};
    });
}

}  // namespace

std::optional<Match> readHours(const QString& text, int at) {
    static const QStringList words = textsOf(kHourWords);
    const auto word =
        readWord(text, at, words, AskKind::Hours, [](Match& m, int i) { m.hours = hoursFrom(kHourWords[i].from, kHourWords[i].to); });
    const auto figures = hourFigures(text, at);
    return figures && (!word || figures->length > word->length) ? figures : word;
}

std::optional<Match> readPeriod(const QString& text, int at, const Period& held) {
    if (!held.to.isValid()) return std::nullopt;
    if (auto recent = recentPeriod(text, at, held)) return recent;
    if (auto named = calendarPeriod(text, at, held.to)) return named;
    static const QRegularExpression before =
        anchored(QStringLiteral("(since|after|from|until|till|through|before|between|in|during|of)\\s+"));
    static const QRegularExpression between = anchored(QStringLiteral("\\s*(?:부터|에서|-|~|\\.\\.|to|until|till|through|and)\\s*"));
    static const QRegularExpression onwards = anchored(QStringLiteral("\\s*(부터|이후|이래|onwards?)"));
    static const QRegularExpression upTo = anchored(QStringLiteral("\\s*(까지|이전)"));
    int end = at;
    QString lead;
    if (const auto m = before.match(text, at); m.hasMatch()) {
        lead = m.captured(1);
        end = static_cast<int>(m.capturedEnd());
    }
    auto first = readMoment(text, end);
    if (!first) return std::nullopt;
    end += first->length;
    std::optional<Moment> last;
    if (const auto m = between.match(text, end); m.hasMatch()) {
        last = readMoment(text, static_cast<int>(m.capturedEnd()));
        if (last) end = static_cast<int>(m.capturedEnd()) + last->length;
    }
    if (last) {
        if (last->year == 0)
            last->year = first->year == 0 ? latestYear(*last, held.to) : first->year + (last->month < first->month ? 1 : 0);
        if (first->year == 0) first->year = last->year - (first->month > last->month ? 1 : 0);
        if (const auto m = matchAt(upTo, text, end); m.hasMatch()) end = static_cast<int>(m.capturedEnd());
    } else if (first->year == 0) {
        first->year = latestYear(*first, held.to);
    }
    const auto from = daysOf(*first);
    const auto to = last ? daysOf(*last) : from;
    if (!from || !to || from->from > to->to) return std::nullopt;
    Match found;
    found.kind = AskKind::Period;
    found.period = {from->from, to->to};
    if (!last) {
        const auto later = matchAt(onwards, text, end);
        const auto earlier = matchAt(upTo, text, end);
        if (lead == QLatin1String("since") || lead == QLatin1String("after") || later.hasMatch()) {
            found.period.to = std::max(held.to, found.period.from);
            if (later.hasMatch()) end = static_cast<int>(later.capturedEnd());
        } else if (lead == QLatin1String("until") || lead == QLatin1String("till") || lead == QLatin1String("through") ||
                   lead == QLatin1String("before") || earlier.hasMatch()) {
            const bool without = lead == QLatin1String("before") || earlier.captured(1) == QStringLiteral("이전");
            found.period = {std::min(held.from, found.period.from), without ? found.period.from.addDays(-1) : found.period.to};
            if (found.period.to < found.period.from) return std::nullopt;
            if (earlier.hasMatch()) end = static_cast<int>(earlier.capturedEnd());
        }
    }
    found.length = end - at;
    return found;
}

}  // namespace mudeung::ask_parts
