// SPDX-License-Identifier: GPL-3.0-or-later
// Groups of people: their own names first, then ages, in figures or in words.
#include "core/ask/ask_parts.h"

namespace mudeung::ask_parts {

namespace {

constexpr int kOldest = 200;

struct AgeWord {
    const char* text;
    int from;
    int to;            ///< −1 = and over
    const char* code;  ///< of ticket classes that say no ages
};
// 청년: Framework Act on Youth, 19–34; 중장년: Middle-aged Employment Act, 40–64; fares: child 0–12 (to primary school), youth 13–18,
// senior 65+.
constexpr AgeWord kAgeWords[] = {
    {"경로", 65, -1, "senior"},     {"어르신", 65, -1, "senior"},       {"노인", 65, -1, "senior"},   {"고령자", 65, -1, "senior"},
    {"고령층", 65, -1, "senior"},   {"시니어", 65, -1, "senior"},       {"senior", 65, -1, "senior"}, {"seniors", 65, -1, "senior"},
    {"elderly", 65, -1, "senior"},  {"older people", 65, -1, "senior"}, {"청소년", 13, 18, "youth"},  {"youth", 13, 18, "youth"},
    {"teenagers", 13, 18, "youth"}, {"teens", 13, 18, "youth"},         {"어린이", 0, 12, "child"},   {"아동", 0, 12, "child"},
    {"child", 0, 12, "child"},      {"children", 0, 12, "child"},       {"kids", 0, 12, "child"},     {"청년", 19, 34, ""},
    {"청년층", 19, 34, ""},         {"young adults", 19, 34, ""},       {"young people", 19, 34, ""}, {"중장년", 40, 64, ""},
    {"중장년층", 40, 64, ""},       {"middle-aged", 40, 64, ""},        {"성인", 19, 64, "adult"},    {"일반", 19, 64, "adult"},
    {"어른", 19, 64, "adult"},      {"adult", 19, 64, "adult"},         {"adults", 19, 64, "adult"}};

/// Figures: "65세 이상", "19세 미만", "19~34세", "20대", "20~30대", "over 65", "75+", "under 19", "aged 19-34", "in their 20s".
std::optional<Match> readFigures(const QString& text, int at) {
    static const QRegularExpression limit = anchored(QStringLiteral("(?:만\\s*)?(\\d{1,3})\\s*세\\s*(이상|초과|미만|이하)"));
    static const QRegularExpression range =
        anchored(QStringLiteral("(?:만\\s*)?(\\d{1,3})\\s*세?\\s*(?:-|~|부터|에서)\\s*(\\d{1,3})\\s*세(?:까지)?"));
    static const QRegularExpression decades = anchored(QStringLiteral("(\\d0)\\s*대?\\s*(?:-|~|에서|부터)\\s*(\\d0)\\s*대"));
    static const QRegularExpression decade = anchored(QStringLiteral("(\\d0)\\s*대"));
    static const QRegularExpression over = anchored(QStringLiteral(
        "(?:people |those )?(?:aged |ages )?(?:(?:over|above)\\s+(\\d{1,3})|(\\d{1,3})\\s*(?:\\+|and over|and older|or over|or "
        "older|plus))"));
    static const QRegularExpression under = anchored(QStringLiteral("(?:people |those )?(?:aged |ages )?(?:under|below)\\s+(\\d{1,3})"));
    static const QRegularExpression aged =
        anchored(QStringLiteral("(?:people |those )?(?:aged|ages|age)\\s+(\\d{1,3})\\s*(?:-|~|to|and)\\s*(\\d{1,3})"));
    static const QRegularExpression twenties = anchored(QStringLiteral("(?:people )?(?:in their )?(\\d0)s"));
    Match m;
    m.kind = AskKind::Groups;
    const auto taken = [&m](const QRegularExpressionMatch& found, int from, int to) {
        m.length = static_cast<int>(found.capturedLength());
        m.ageFrom = from;
        m.ageTo = to;
        return m;
    };
    if (const auto f = matchAt(limit, text, at); f.hasMatch()) {
        const int age = f.captured(1).toInt();
        if (f.captured(2) == QStringLiteral("이상")) return taken(f, age, -1);
        if (f.captured(2) == QStringLiteral("초과")) return taken(f, age + 1, -1);
        return taken(f, 0, f.captured(2) == QStringLiteral("미만") ? age - 1 : age);
    }
    if (const auto f = matchAt(range, text, at); f.hasMatch()) return taken(f, f.captured(1).toInt(), f.captured(2).toInt());
    if (const auto f = matchAt(decades, text, at); f.hasMatch()) return taken(f, f.captured(1).toInt(), f.captured(2).toInt() + 9);
    if (const auto f = matchAt(decade, text, at); f.hasMatch()) return taken(f, f.captured(1).toInt(), f.captured(1).toInt() + 9);
    // "Over 65" is said of people from 65 on, as in every statistic of older people.
    if (const auto f = matchAt(over, text, at); f.hasMatch()) return taken(f, (f.captured(1) + f.captured(2)).toInt(), -1);
    if (const auto f = matchAt(under, text, at); f.hasMatch()) return taken(f, 0, f.captured(1).toInt() - 1);
    if (const auto f = matchAt(aged, text, at); f.hasMatch()) return taken(f, f.captured(1).toInt(), f.captured(2).toInt());
    if (const auto f = matchAt(twenties, text, at); f.hasMatch()) return taken(f, f.captured(1).toInt(), f.captured(1).toInt() + 9);
    return std::nullopt;
}

}  // namespace

std::optional<Match> readPeople(const QString& text, int at, const GroupScheme& scheme) {
    QStringList names;
    QStringList codes;
    for (const Group& g : scheme.groups) {
        if (scheme.groups.size() < 2) break;
        for (QString name : {g.nameKo, g.name, g.code}) {
            name = name.toLower().replace(QChar(0x2013), QLatin1Char('-'));
            // Bare figures are hours or years as often as ages.
            static const QRegularExpression letter(QStringLiteral("\\p{L}"));
            if (!name.contains(letter)) continue;
            names.append(name);
            codes.append(g.code);
        }
    }
    Match best;
    best.kind = AskKind::Groups;
    if (const int i = longestWord(text, at, names, best.length); i >= 0) best.codes = QStringList{codes[i]};
    static const QStringList words = textsOf(kAgeWords);
    int length = 0;
    if (const int i = longestWord(text, at, words, length); i >= 0 && length > best.length) {
        const AgeWord& word = kAgeWords[i];
        best = {};
        best.kind = AskKind::Groups;
        best.length = length;
        best.ageFrom = word.from;
        best.ageTo = word.to;
        if (scheme.indexOf(QLatin1String(word.code)) >= 0) best.codes = QStringList{QLatin1String(word.code)};
    }
    if (const auto figures = readFigures(text, at); figures && figures->length > best.length) best = *figures;
    if (best.length == 0) return std::nullopt;
    return best;
}

QStringList groupsOfAges(const GroupScheme& scheme, int from, int to, bool& exact) {
    const int last = to < 0 ? kOldest : to;
    QStringList within;
    QStringList touching;
    int covered = from;  // the first age that no group so far holds
    for (const Group& g : scheme.groups) {
        if (g.ageFrom < 0) continue;
        const int end = g.ageTo < 0 ? kOldest : g.ageTo;
        if (end < from || g.ageFrom > last) continue;
        touching.append(g.code);
        if (g.ageFrom < from || end > last) continue;
        within.append(g.code);
        if (g.ageFrom <= covered) covered = std::max(covered, end + 1);
    }
    exact = !within.isEmpty() && within.size() == touching.size() && covered > last;
    return within.isEmpty() ? touching : within;
}

}  // namespace mudeung::ask_parts
