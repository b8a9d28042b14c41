// SPDX-License-Identifier: GPL-3.0-or-later
// Walks through the phrase, always taking the longest piece that any reader knows, and turns the pieces into one query.
#include "core/ask/ask.h"

#include <QCoreApplication>
#include <algorithm>

#include "core/ask/ask_parts.h"
#include "core/base/format.h"
#include "core/chart/age_bands.h"
#include "core/model/names.h"

namespace mudeung {

namespace {

using namespace ask_parts;

/// Every character becomes one character, so that places in the phrase stay true.
QString comparable(const QString& phrase) {
    QString text = phrase.toLower();
    if (text.size() != phrase.size()) text = phrase;  // a letter whose small form is longer
    for (QChar& c : text) {
        const ushort u = c.unicode();
        if (u == 0x2010 || u == 0x2011 || u == 0x2012 || u == 0x2013 || u == 0x2014 || u == 0x2212) c = QLatin1Char('-');
        if (u == 0x301C || u == 0x223C || u == 0xFF5E) c = QLatin1Char('~');
        if (u == 0x3000 || u == 0x00A0) c = QLatin1Char(' ');
        if (u >= 0xFF10 && u <= 0xFF19) c = QChar(u - 0xFF10 + '0');
    }
    return text;
}

std::optional<Match> longestAt(const QString& text, int at, const AskContext& context, const QVector<AreaName>& areas) {
    // In this order where two are equally long: "일반" is a ticket class before it is anything else.
    const std::optional<Match> found[] = {readPeople(text, at, context.cube.scheme),
                                          readArea(text, at, areas),
                                          readPeriod(text, at, context.cube.period),
                                          readHours(text, at),
                                          readDays(text, at),
                                          readMeasure(text, at, context.cube),
                                          readRows(text, at),
                                          readTop(text, at)};
    std::optional<Match> best;
    for (const auto& m : found)
        if (m && (!best || m->length > best->length)) best = m;
    return best;
}

/// The words of a query with this one filter, as the filter panel writes them.
QString words(const Query& only, const GroupScheme& scheme) {
    const QString sentence = sentenceWithBands(only, scheme);
    if (!only.period.isAll()) return sentence;
    const auto behind = static_cast<int>(Query{}.toSentence().size()) + 2;  // ", whole period"
    return sentence.left(std::max(0, static_cast<int>(sentence.size()) - behind));
}

class Reading {
public:
    explicit Reading(const AskContext& context) : m_context(context), m_cube(context.cube) { m_asked.query.dataset = m_cube.id; }

    void take(const Match& m, int at) {
        AskChip chip;
        chip.kind = m.kind;
        chip.begin = at;
        chip.length = m.length;
        switch (m.kind) {
            case AskKind::Measure:
                measure(m, chip);
                break;
            case AskKind::Days:
                days(m, chip);
                break;
            case AskKind::Hours:
                hours(m, chip);
                break;
            case AskKind::Groups:
                groups(m, chip);
                break;
            case AskKind::Period:
                period(m, chip);
                break;
            case AskKind::Area:
                area(m, chip);
                break;
            case AskKind::Rows:
                rows(m, chip);
                break;
            case AskKind::Top:
                m_asked.top = m.top;
                chip.text = QCoreApplication::translate("Ask", "top %1").arg(formatCount(m.top));
                break;
        }
        m_asked.chips.append(chip);
    }

    void unknown(const QString& phrase, int begin, int length) { m_asked.unknown.append({begin, length, phrase.mid(begin, length)}); }
    Asked result() { return std::move(m_asked); }

private:
    static void refuse(AskChip& chip, const QString& why) {
        chip.applied = false;
        chip.note = why;
    }

    void measure(const Match& m, AskChip& chip) {
        const int index = m_cube.measureIndex(m.measure);
        if (index < 0) {
            chip.text = m.measure;
            return refuse(chip, QCoreApplication::translate("Ask", "This data has no such measure."));
        }
        m_asked.query.measure = m.measure;
        chip.text = measureName(m_cube.measures[index]);
    }

    void weekdays(const Match& m, AskChip& chip) {
        WeekHours week{};
        for (std::size_t d = 0; d < week.size(); ++d)
            if (m.weekdays >> d & 1) week[d] = kAllHours;
        chip.text = weekHoursPhrase(week);
        if (m_cube.timeStep != TimeStep::Day)
            return refuse(chip, QCoreApplication::translate("Ask", "This data does not tell days apart."));
        WeekHours& all = m_asked.query.weekHours;
        for (std::size_t d = 0; d < week.size(); ++d) all[d] = m_weekdaysSaid ? all[d] | week[d] : week[d];
        m_weekdaysSaid = true;
    }

    void days(const Match& m, AskChip& chip) {
        if (m.weekdays != 0) return weekdays(m, chip);
        Query only;
        only.dayTypes = m.days;
        chip.text = words(only, m_cube.scheme);
        if (m_cube.timeStep != TimeStep::Day)
            return refuse(chip, QCoreApplication::translate("Ask", "This data does not tell days apart."));
        DayTypeMask& all = m_asked.query.dayTypes;
        all = static_cast<DayTypeMask>(m_daysSaid ? all | m.days : m.days);
        m_daysSaid = true;
    }

    void hours(const Match& m, AskChip& chip) {
        Query only;
        only.hours = m.hours;
        chip.text = words(only, m_cube.scheme);
        if (!m_cube.hasHours()) return refuse(chip, QCoreApplication::translate("Ask", "This data has no hours."));
        const HourMask held = ((1u << m_cube.hourCount) - 1) << m_cube.firstHour;
        if ((m.hours & held) == 0) return refuse(chip, QCoreApplication::translate("Ask", "This data has no such hours."));
        HourMask& all = m_asked.query.hours;
        all = m_hoursSaid ? all | m.hours : m.hours;
        m_hoursSaid = true;
    }

    void groups(const Match& m, AskChip& chip) {
        bool exact = true;
        const QStringList codes = m.codes.isEmpty() ? groupsOfAges(m_cube.scheme, m.ageFrom, m.ageTo, exact) : m.codes;
        if (codes.isEmpty() || m_cube.scheme.groups.size() < 2) {
            chip.text = m.ageTo < 0 ? QCoreApplication::translate("Ask", "ages %1 and over").arg(m.ageFrom)
                                    : QCoreApplication::translate("Ask", "ages %1–%2").arg(m.ageFrom).arg(m.ageTo);
            return refuse(chip, QCoreApplication::translate("Ask", "This data does not split people that way."));
        }
        Query only;
        only.groups = codes;
        chip.text = words(only, m_cube.scheme);
        if (!exact)
            chip.note =
                QCoreApplication::translate("Ask", "The nearest groups of this data; their ages are not quite those that were asked for.");
        for (const QString& code : codes)
            if (!m_asked.query.groups.contains(code)) m_asked.query.groups.append(code);
    }

    void period(const Match& m, AskChip& chip) {
        Query only;
        only.period = m.period;
        chip.text = words(only, m_cube.scheme);
        if (m.period.isAll()) chip.text = Query{}.toSentence();
        if (m.period.isAll() || !m_cube.period.to.isValid()) return;
        const Period held = m_cube.period;
        if (m.period.to < held.from || m.period.from > held.to) {
            Query all;
            all.period = held;
            return refuse(chip, QCoreApplication::translate("Ask", "This data covers %1.").arg(all.toSentence()));
        }
        m_asked.query.period = {std::max(m.period.from, held.from), std::min(m.period.to, held.to)};
        if (m_asked.query.period == held) m_asked.query.period = {};
    }

    void area(const Match& m, AskChip& chip) {
        QStringList names;
        for (const auto& [code, name] : m_context.areas)
            if (m.codes.contains(code)) names.append(name);
        chip.text = names.join(QStringLiteral(", "));
        for (const QString& code : m.codes)
            if (!m_asked.query.areas.contains(code)) m_asked.query.areas.append(code);
    }

    void rows(const Match& m, AskChip& chip) {
        static const std::pair<Breakdown, const char*> names[] = {{Breakdown::Place, QT_TRANSLATE_NOOP("Ask", "by place")},
                                                                  {Breakdown::Group, QT_TRANSLATE_NOOP("Ask", "by group")},
                                                                  {Breakdown::Hour, QT_TRANSLATE_NOOP("Ask", "by hour")},
                                                                  {Breakdown::HourWeekday, QT_TRANSLATE_NOOP("Ask", "by weekday and hour")},
                                                                  {Breakdown::Day, QT_TRANSLATE_NOOP("Ask", "by day")},
                                                                  {Breakdown::Month, QT_TRANSLATE_NOOP("Ask", "by month")},
                                                                  {Breakdown::Dong, QT_TRANSLATE_NOOP("Ask", "by dong")}};
        for (const auto& [by, name] : names)
            if (by == *m.by) chip.text = QCoreApplication::translate("Ask", name);
        const bool needsHours = m.by == Breakdown::Hour || m.by == Breakdown::HourWeekday;
        if (needsHours && !m_cube.hasHours()) return refuse(chip, QCoreApplication::translate("Ask", "This data has no hours."));
        const bool needsDays = m.by == Breakdown::Day || m.by == Breakdown::HourWeekday;
        if (needsDays && m_cube.timeStep != TimeStep::Day)
            return refuse(chip, QCoreApplication::translate("Ask", "This data does not tell days apart."));
        m_asked.by = m.by;
    }

    const AskContext& m_context;
    const Dataset& m_cube;
    Asked m_asked;
    bool m_weekdaysSaid = false;
    bool m_daysSaid = false;
    bool m_hoursSaid = false;
};

/// Where the word that begins at `at` ends.
int endOfWord(const QString& text, int at) {
    int end = at;
    while (end < text.size() && (text[end].isLetterOrNumber() || text[end] == QLatin1Char('\'') || text[end] == QLatin1Char('+'))) ++end;
    return std::max(end, at + 1);
}

}  // namespace

bool Asked::saysSomething() const {
    return std::any_of(chips.begin(), chips.end(), [](const AskChip& chip) { return chip.applied; });
}

int askWordStart(const QString& phrase) {
    auto begin = static_cast<int>(phrase.size());
    while (begin > 0 && phrase[begin - 1].isLetterOrNumber()) --begin;
    return begin;
}

Asked ask(const QString& phrase, const AskContext& context) {
    const QString text = comparable(phrase);
    const QVector<AreaName> areas = areaNames(context);
    Reading reading(context);
    for (int at = 0; at < text.size();) {
        if (!text[at].isLetterOrNumber()) {
            ++at;
            continue;
        }
        const auto found = longestAt(text, at, context, areas);
        const int filler = fillerAt(text, at);
        if (found && found->length >= filler) {
            reading.take(*found, at);
            at += found->length;
        } else if (filler > 0) {
            at += filler;
        } else {
            const int end = endOfWord(text, at);
            reading.unknown(phrase, at, end - at);
            at = end;
        }
    }
    return reading.result();
}

QStringList askCompletions(const QString& phrase, const AskContext& context, int most) {
    const QString text = comparable(phrase);
    const QString typed = text.mid(askWordStart(text));
    if (typed.isEmpty()) return {};
    QStringList candidates;
    for (const Measure& m : context.cube.measures) candidates << m.nameKo << m.name;
    for (const Group& g : context.cube.scheme.groups) candidates << g.nameKo << g.name;
    for (const auto& [code, name] : context.areas) candidates << name.section(QStringLiteral(" · "), -1);
    candidates = knownWords() + candidates;
    QStringList found;
    for (const QString& candidate : candidates) {
        if (found.size() >= most) break;
        if (candidate.size() > typed.size() && candidate.startsWith(typed, Qt::CaseInsensitive) && !found.contains(candidate))
            found.append(candidate);
    }
    return found;
}

}  // namespace mudeung
