// SPDX-License-Identifier: GPL-3.0-or-later
// The readers of single parts of a phrase. Internal to core/ask.
#pragma once

#include <QRegularExpression>

#include "core/ask/ask.h"

namespace mudeung::ask_parts {

/// A piece of the phrase that begins at the place that was asked about.
struct Match {
    AskKind kind = AskKind::Measure;
    int length = 0;
    HourMask hours = 0;
    DayTypeMask days = 0;
    int weekdays = 0;  ///< bit 0 = Monday; 0 = day types are meant
    Period period;
    std::optional<Breakdown> by;
    int top = 0;
    int ageFrom = -1;   ///< of Groups: completed years
    int ageTo = -1;     ///< −1 = and over
    QStringList codes;  ///< of Groups and Area
    QString measure;
};

/// Hours: "7~9시", "오후 5시부터 7시까지", "7-9am", "between 7 and 9", "아침".
std::optional<Match> readHours(const QString& text, int at);
/// Periods: "2024년 3월부터", "since March", "작년", "last 3 months".
std::optional<Match> readPeriod(const QString& text, int at, const Period& held);
/// Ages and groups of people: "65세 이상", "20대", "over 65", "경로", names of the dataset's own groups.
std::optional<Match> readPeople(const QString& text, int at, const GroupScheme& scheme);
/// Day types, measures, rows of the answer, how many of them, areas.
std::optional<Match> readDays(const QString& text, int at);
std::optional<Match> readMeasure(const QString& text, int at, const Dataset& cube);
std::optional<Match> readRows(const QString& text, int at);
std::optional<Match> readTop(const QString& text, int at);
/// An area as it may be written: "동구 충장동", "충장동".
struct AreaName {
    QString text;
    QString code;
};
QVector<AreaName> areaNames(const AskContext& context);
std::optional<Match> readArea(const QString& text, int at, const QVector<AreaName>& areas);

/// A word that says nothing of its own ("에서", "the", "people"); its length, else 0.
int fillerAt(const QString& text, int at);
/// Every word that some reader knows, in both languages.
const QStringList& knownWords();

/// The longest of these words that begins at `at` and ends where a word may end; its index, −1 = none.
int longestWord(const QString& text, int at, const QStringList& words, int& length);
/// The texts of a table of words, each with a member `text`.
template <typename Table>
QStringList textsOf(const Table& table) {
    QStringList out;
    for (const auto& entry : table) out.append(QString::fromUtf8(entry.text));
    return out;
}
/// A match of the longest of these words; `fill` gets the match and the index of the word.
template <typename Fill>
std::optional<Match> readWord(const QString& text, int at, const QStringList& words, AskKind kind, Fill fill) {
    Match m;
    m.kind = kind;
    const int i = longestWord(text, at, words, m.length);
    if (i < 0) return std::nullopt;
    fill(m, i);
    return m;
}
/// Whether a word may end before text[at]: the end, a blank, a mark, a Korean particle, or between Korean and another script.
bool mayEnd(const QString& text, int at);
/// A pattern that matches only where the matching begins.
QRegularExpression anchored(const QString& pattern);
/// Such a pattern at `at`, when it ends where a word may end.
QRegularExpressionMatch matchAt(const QRegularExpression& pattern, const QString& text, int at);

/// Groups of the scheme with these ages. `exact` is false when a group reaches beyond them or some ages are in no group.
QStringList groupsOfAges(const GroupScheme& scheme, int from, int to, bool& exact);

}  // namespace mudeung::ask_parts
