// SPDX-License-Identifier: GPL-3.0-or-later
// Words: where they end, and those that name days, measures, rows and areas.
#include <algorithm>

#include "core/ask/ask_parts.h"

namespace mudeung::ask_parts {

namespace {

bool isHangul(QChar c) {
    return c.unicode() >= 0xAC00 && c.unicode() <= 0xD7A3;
}

struct DayWord {
    const char* text;
    DayTypeMask days;
};
constexpr DayTypeMask kWeekdays = 1u << static_cast<int>(DayType::Weekday);
constexpr DayTypeMask kSaturdays = 1u << static_cast<int>(DayType::Saturday);
constexpr DayTypeMask kHolidays = 1u << static_cast<int>(DayType::Holiday);
constexpr DayWord kDayWords[] = {{"평일", kWeekdays},
                                 {"주중", kWeekdays},
                                 {"weekday", kWeekdays},
                                 {"weekdays", kWeekdays},
                                 {"working days", kWeekdays},
                                 {"토요일", kSaturdays},
                                 {"saturday", kSaturdays},
                                 {"saturdays", kSaturdays},
                                 {"일요일", kHolidays},
                                 {"휴일", kHolidays},
                                 {"공휴일", kHolidays},
                                 {"sunday", kHolidays},
                                 {"sundays", kHolidays},
                                 {"holiday", kHolidays},
                                 {"holidays", kHolidays},
                                 {"public holidays", kHolidays},
                                 {"sundays and holidays", kHolidays},
                                 {"주말", kSaturdays | kHolidays},
                                 {"weekend", kSaturdays | kHolidays},
                                 {"weekends", kSaturdays | kHolidays}};

struct RowWord {
    const char* text;
    Breakdown by;
};
constexpr RowWord kRowWords[] = {{"정류장", Breakdown::Place},   {"정류소", Breakdown::Place},       {"정류장별", Breakdown::Place},
                                 {"정류소별", Breakdown::Place}, {"역별", Breakdown::Place},         {"역", Breakdown::Place},
                                 {"stop", Breakdown::Place},     {"stops", Breakdown::Place},        {"bus stops", Breakdown::Place},
                                 {"by stop", Breakdown::Place},  {"stations", Breakdown::Place},     {"by station", Breakdown::Place},
                                 {"places", Breakdown::Place},   {"동별", Breakdown::Dong},          {"행정동별", Breakdown::Dong},
                                 {"행정동", Breakdown::Dong},    {"by dong", Breakdown::Dong},       {"dongs", Breakdown::Dong},
                                 {"시간대별", Breakdown::Hour},  {"시간별", Breakdown::Hour},        {"by hour", Breakdown::Hour},
                                 {"hourly", Breakdown::Hour},    {"요일별", Breakdown::HourWeekday}, {"by weekday", Breakdown::HourWeekday},
                                 {"일별", Breakdown::Day},       {"날짜별", Breakdown::Day},         {"by day", Breakdown::Day},
                                 {"daily", Breakdown::Day},      {"월별", Breakdown::Month},         {"by month", Breakdown::Month},
                                 {"monthly", Breakdown::Month},  {"연령별", Breakdown::Group},       {"연령대별", Breakdown::Group},
                                 {"나이별", Breakdown::Group},   {"집단별", Breakdown::Group},       {"권종별", Breakdown::Group},
                                 {"by age", Breakdown::Group},   {"by group", Breakdown::Group}};

struct MeasureWord {
    const char* text;
    const char* id;
};
constexpr MeasureWord kMeasureWords[] = {{"승차", "boardings"},        {"승차인원", "boardings"}, {"탑승", "boardings"},
                                         {"타는", "boardings"},        {"boarding", "boardings"}, {"boardings", "boardings"},
                                         {"board", "boardings"},       {"get on", "boardings"},   {"하차", "alightings"},
                                         {"하차인원", "alightings"},   {"내리는", "alightings"},  {"alighting", "alightings"},
                                         {"alightings", "alightings"}, {"alight", "alightings"},  {"get off", "alightings"}};

constexpr const char* kFillers[] = {
    "에서",     "에서는",  "에",      "의",       "을",     "를",      "은",         "는",     "이",        "가",     "와",    "과",
    "도",       "만",      "로",      "으로",     "중",     "동안",    "및",         "그리고", "시간대",    "시간",   "기간",  "때",
    "대한",     "관한",    "이용객",  "이용객이", "승객",   "승객이",  "사람",       "사람들", "사람이",    "인원",   "이용",  "이용한",
    "이용하는", "많은",    "많이",    "가장",     "제일",   "보기",    "보여줘",     "보여",   "알려줘",    "찾아줘", "어디",  "어느",
    "몇",       "수",      "순",      "순위",     "지역",   "까지",    "부터",       "the",    "a",         "an",     "of",    "in",
    "on",       "at",      "by",      "for",      "to",     "from",    "with",       "and",    "or",        "per",    "which", "what",
    "where",    "who",     "how",     "many",     "much",   "do",      "does",       "did",    "is",        "are",    "were",  "was",
    "most",     "highest", "busiest", "show",     "me",     "people",  "passengers", "riders", "ridership", "use",    "uses",  "used",
    "using",    "number",  "count",   "counts",   "during", "between", "that",       "their",  "they",      "there",  "hours", "time",
    "times",    "bus",     "buses",   "transit",  "trips",  "all"};

const QStringList& fillers() {
    static const QStringList list = [] {
        QStringList out;
        for (const char* word : kFillers) out.append(QString::fromUtf8(word));
        return out;
    }();
    return list;
}

/// Case particles and the like, which follow a Korean word without a blank.
bool isParticle(const QString& text) {
    static const QStringList particles =
        QStringLiteral("은 는 이 가 을 를 의 에 에는 에서 에서는 에도 로 으로 와 과 도 만 중 때 동안 까지 부터 별로 마다")
            .split(QLatin1Char(' '));
    return particles.contains(text);
}

}  // namespace

bool mayEnd(const QString& text, int at) {
    if (at >= text.size() || at == 0) return true;
    const QChar before = text[at - 1];
    const QChar next = text[at];
    if (!next.isLetterOrNumber()) return true;
    if (isHangul(next) != isHangul(before)) return !(next.isDigit() && before.isLetter() && !isHangul(before));
    if (!isHangul(next)) return false;
    int end = at;
    while (end < text.size() && isHangul(text[end])) ++end;
    return isParticle(text.mid(at, end - at));
}

int longestWord(const QString& text, int at, const QStringList& words, int& length) {
    int best = -1;
    length = 0;
    for (int i = 0; i < words.size(); ++i) {
        const QString& word = words[i];
        const auto size = static_cast<int>(word.size());
        if (size <= length || text.mid(at, size) != word) continue;
        // Two Korean syllables are a word wherever the next one begins: "평일아침".
        const bool joins = size > 1 && isHangul(word[size - 1]);
        if (!joins && !mayEnd(text, at + size)) continue;
        best = i;
        length = size;
    }
    return best;
}

QRegularExpression anchored(const QString& pattern) {
    return QRegularExpression(QStringLiteral("\\G(?:") + pattern + QLatin1Char(')'));
}

QRegularExpressionMatch matchAt(const QRegularExpression& pattern, const QString& text, int at) {
    const auto m = pattern.match(text, at);
    if (!m.hasMatch() || m.capturedLength() == 0 || !mayEnd(text, static_cast<int>(m.capturedEnd()))) return {};
    return m;
}

namespace {

/// "월요일", "월~금", "월·수·금요일", "on Mondays", "mon-fri": single days of the week, which day types cannot say.
std::optional<Match> readWeekdays(const QString& text, int at) {
    static const QString korean = QStringLiteral("월화수목금토일");
    static const QStringList english{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    static const QRegularExpression koreanRange =
        anchored(QStringLiteral("([월화수목금토일])(?:요일)?\\s*(?:[~–-]|부터)\\s*([월화수목금토일])(?:요일)?(?:까지)?"));
    static const QRegularExpression koreanList =
        anchored(QStringLiteral("([월화수목금토일](?:(?:요일)?\\s*[·,]\\s*[월화수목금토일])*)요일(?:마다|에)?"));
    static const QString day = QStringLiteral("(mon|tue|wed|thu|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?s?");
    static const QRegularExpression englishRange =
        anchored(QStringLiteral("(?:on )?") + day + QStringLiteral("\\s*(?:[~–-]|to|through)\\s*") + day);
    static const QRegularExpression englishDay = anchored(QStringLiteral("(?:on )?") + day);
    Match m;
    m.kind = AskKind::Days;
    const auto range = [&m](int from, int to, int length) {
        for (int d = from; d != to; d = (d + 1) % 7) m.weekdays |= 1 << d;
        m.weekdays |= 1 << to;
        m.length = length;
        return m;
    };
    const auto length = [](const QRegularExpressionMatch& found) { return static_cast<int>(found.capturedLength()); };
    if (const auto f = matchAt(koreanRange, text, at); f.hasMatch())
        return range(static_cast<int>(korean.indexOf(f.captured(1))), static_cast<int>(korean.indexOf(f.captured(2))), length(f));
    if (const auto f = matchAt(koreanList, text, at); f.hasMatch()) {
        for (const QChar c : f.captured(1))
            if (korean.contains(c)) m.weekdays |= 1 << korean.indexOf(c);
        m.length = length(f);
        return m;
    }
    if (const auto f = matchAt(englishRange, text, at); f.hasMatch())
        return range(static_cast<int>(english.indexOf(f.captured(1))), static_cast<int>(english.indexOf(f.captured(2))), length(f));
    if (const auto f = matchAt(englishDay, text, at); f.hasMatch()) {
        const int one = static_cast<int>(english.indexOf(f.captured(1)));
        return range(one, one, length(f));
    }
    return std::nullopt;
}

}  // namespace

std::optional<Match> readDays(const QString& text, int at) {
    static const QStringList words = textsOf(kDayWords);
    const auto types = readWord(text, at, words, AskKind::Days, [](Match& m, int i) { m.days = kDayWords[i].days; });
    const auto weekdays = readWeekdays(text, at);
    if (weekdays && (!types || weekdays->length > types->length)) return weekdays;
    return types;
}

std::optional<Match> readMeasure(const QString& text, int at, const Dataset& cube) {
    static const QStringList words = textsOf(kMeasureWords);
    Match best;
    best.kind = AskKind::Measure;
    QStringList own;
    QStringList ids;
    for (const Measure& measure : cube.measures) {
        for (const QString& name : {measure.nameKo, measure.name, measure.id}) {
            if (name.isEmpty()) continue;
            own.append(name.toLower());
            ids.append(measure.id);
        }
    }
    int length = 0;
    if (const int i = longestWord(text, at, own, length); i >= 0) {
        best.length = length;
        best.measure = ids[i];
    }
    if (const int i = longestWord(text, at, words, length); i >= 0 && length > best.length) {
        best.length = length;
        best.measure = QLatin1String(kMeasureWords[i].id);
    }
    if (best.length == 0) return std::nullopt;
    return best;
}

std::optional<Match> readRows(const QString& text, int at) {
    static const QStringList words = textsOf(kRowWords);
    return readWord(text, at, words, AskKind::Rows, [](Match& m, int i) { m.by = kRowWords[i].by; });
}

std::optional<Match> readTop(const QString& text, int at) {
    static const QStringList numbers =
        QStringLiteral(
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
            "nineteen twenty")
            .split(QLatin1Char(' '));
    static const QString number = QStringLiteral("(\\d{1,4}|") + numbers.join(QLatin1Char('|')) + QLatin1Char(')');
    static const QRegularExpression korean = anchored(QStringLiteral("(?:상위|많은|top)\\s*(\\d{1,4})\\s*(?:개|곳|위)?"));
    static const QRegularExpression counted = anchored(QStringLiteral("(\\d{1,4})\\s*(?:곳|개(?!월))"));
    static const QRegularExpression english = anchored(QStringLiteral("(?:the )?(?:top|first|busiest|highest)\\s+") + number);
    static const QRegularExpression before = anchored(number + QStringLiteral("(?=\\s+(?:bus )?(?:stops?|stations?|places?|dongs?)\\b)"));
    for (const QRegularExpression* pattern : {&korean, &counted, &english, &before}) {
        const auto m = matchAt(*pattern, text, at);
        if (!m.hasMatch()) continue;
        const auto word = static_cast<int>(numbers.indexOf(m.captured(1)));
        Match found;
        found.kind = AskKind::Top;
        found.length = static_cast<int>(m.capturedLength());
        found.top = word >= 0 ? word + 1 : m.captured(1).toInt();
        if (found.top > 0) return found;
    }
    return std::nullopt;
}

QVector<AreaName> areaNames(const AskContext& context) {
    const QString between = QStringLiteral(" · ");
    QVector<AreaName> names;
    for (const auto& [code, full] : context.areas) {
        const QString name = full.section(between, -1).toLower();
        if (name.size() > 1) names.append({name, code});
        if (full.contains(between)) names.append({full.toLower().replace(between, QStringLiteral(" ")), code});
    }
    return names;
}

std::optional<Match> readArea(const QString& text, int at, const QVector<AreaName>& areas) {
    Match m;
    m.kind = AskKind::Area;
    for (const AreaName& area : areas) {
        if (area.text.size() < m.length || area.text[0] != text[at]) continue;
        int length = 0;
        if (longestWord(text, at, {area.text}, length) < 0) continue;
        if (length > m.length) m.codes.clear();  // several areas may have one name
        m.length = length;
        if (!m.codes.contains(area.code)) m.codes.append(area.code);
    }
    if (m.codes.isEmpty()) return std::nullopt;
    return m;
}

int fillerAt(const QString& text, int at) {
    int length = 0;
    if (longestWord(text, at, fillers(), length) < 0) return 0;
    return mayEnd(text, at + length) ? length : 0;
}

const QStringList& knownWords() {
    static const QStringList list = [] {
        QStringList out = textsOf(kDayWords) + textsOf(kMeasureWords) + textsOf(kRowWords);
        for (const char* word :
             {"아침",    "출근",    "낮",         "저녁",     "퇴근",          "밤",        "새벽",       "오전",          "오후",
              "morning", "daytime", "evening",    "night",    "early morning", "afternoon", "어르신",     "노인",          "청년",
              "청소년",  "어린이",  "성인",       "seniors",  "youth",         "children",  "adults",     "young adults",  "작년",
              "올해",    "지난달",  "최근 3개월", "최근 1년", "last year",     "this year", "last month", "last 3 months", "since",
              "상위 10", "상위 20", "top 10",     "top 20"})
            out.append(QString::fromUtf8(word));
        out.removeDuplicates();
        return out;
    }();
    return list;
}

}  // namespace mudeung::ask_parts
