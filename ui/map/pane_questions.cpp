// SPDX-License-Identifier: GPL-3.0-or-later
// Deals the questions out to the maps of a layout.
#include "ui/map/pane_questions.h"

#include <QCoreApplication>

#include "ui/common/workspace_state.h"

namespace mudeung {
namespace {

using Kind = PaneQuestion::Kind;

QString words(const char* text) {
    return QCoreApplication::translate("MapPanes", text);
}

PaneQuestion nothing(const QString& message, bool pinnable) {
    PaneQuestion question;
    question.message = message;
    question.pinnable = pinnable;
    return question;
}

PaneQuestion now(const Answers& answers) {
    PaneQuestion question;
    question.kind = Kind::Now;
    question.answers = {answers.byPlace, answers.byDong, nullptr, nullptr};
    question.title = words(QT_TRANSLATE_NOOP("MapPanes", "Now"));
    return question;
}

/// Why there is no answer to compare with: not asked for, not possible, or still being counted.
QString whyNotCompared(const WorkspaceState& state) {
    if (!state.comparison().isOn()) return words(QT_TRANSLATE_NOOP("MapPanes", "Choose what to compare with in the Compare panel."));
    const auto other = comparedQuery(state.query(), state.currentDataset(), state.comparison());
    return other ? words(QT_TRANSLATE_NOOP("MapPanes", "Counting …")) : other.error().message;
}

/// Which measures are set against each other; empty when the comparison is one of times.
ComparedMeasures measuresOf(const Answers& compared) {
    const AnswersPtr now = compared.countedFor;
    return now ? comparedMeasures(now->byPlace->dataset, now->byPlace->query, compared.byPlace->query) : ComparedMeasures{};
}

PaneQuestion nowOf(const WorkspaceState& state) {
    PaneQuestion question = now(*state.answers());
    if (const AnswersPtr compared = state.comparedAnswers(); compared && compared->byPlace)
        if (const ComparedMeasures measures = measuresOf(*compared); !measures.isEmpty()) question.title = measures.now;
    return question;
}

PaneQuestion before(const WorkspaceState& state, bool pinnable) {
    const AnswersPtr compared = state.comparedAnswers();
    const bool off = !state.comparison().isOn();
    if (!compared || !compared->byPlace) {
        QString why = whyNotCompared(state);
        if (off && pinnable)
            why += QLatin1Char('\n') + words(QT_TRANSLATE_NOOP("MapPanes", "Or keep the present question here and ask another."));
        return nothing(why, off && pinnable);
    }
    PaneQuestion question = now(*compared);
    question.kind = Kind::Before;
    const ComparedMeasures measures = measuresOf(*compared);
    question.title = measures.isEmpty() ? words(QT_TRANSLATE_NOOP("MapPanes", "Before")) : measures.before;
    return question;
}

PaneQuestion difference(const WorkspaceState& state) {
    const AnswersPtr compared = state.comparedAnswers();
    if (!compared || !compared->byPlace) return before(state, true);
    const AnswersPtr answers = compared->countedFor ? compared->countedFor : state.answers();
    if (!state.frameLabel().isEmpty())
        return nothing(words(QT_TRANSLATE_NOOP("MapPanes", "The difference is shown when the animation has ended.")), false);
    PaneQuestion question = now(*answers);
    question.kind = Kind::Difference;
    question.answers.beforeByPlace = compared->byPlace;
    question.answers.beforeByDong = compared->byDong;
    if (const ChangeTablePtr change = state.change(); change && change->now == answers->byPlace->query) question.answers.change = change;
    const ComparedMeasures measures = measuresOf(*compared);
    question.title = measures.isEmpty()
                         ? words(QT_TRANSLATE_NOOP("MapPanes", "Difference: now minus before"))
                         : words(QT_TRANSLATE_NOOP("MapPanes", "Difference: %1 minus %2")).arg(measures.now, measures.before);
    return question;
}

PaneQuestion pinned(const Query& query) {
    PaneQuestion question;
    question.kind = Kind::Pinned;
    question.pinned = query;
    question.title = words(QT_TRANSLATE_NOOP("MapPanes", "Pinned"));
    return question;
}

QVector<PaneQuestion> four(const WorkspaceState& state, const Pins& pins) {
    QVector<PaneQuestion> questions{nowOf(state), before(state, true), difference(state),
                                    nothing(words(QT_TRANSLATE_NOOP("MapPanes", "Keep the present question here and ask another.")), true)};
    for (int i = 1; i < kMostPanes; ++i) {
        if (const auto& pin = pins[static_cast<std::size_t>(i)]) questions[i] = pinned(*pin);
    }
    return questions;
}

/// A result takes the place of the first map; beside it stands the question as numbers.
QVector<PaneQuestion> withResult(const WorkspaceState& state, const Pins& pins) {
    PaneQuestion result;
    result.kind = Kind::Result;
    result.result = state.shownResult();
    result.title = state.shownResult()->view.title;
    const MapStyle style = state.mapStyle();
    if (style.layout == MapLayout::Single) return {result};
    if (style.layout != MapLayout::Four) return {result, now(*state.answers())};
    QVector<PaneQuestion> questions = four(state, pins);
    questions[0] = result;
    return questions;
}

}  // namespace

PaneQuestion presentQuestion(const Answers& answers) {
    return now(answers);
}

QVector<PaneQuestion> paneQuestions(const WorkspaceState& state, const Pins& pins) {
    const AnswersPtr answers = state.answers(), compared = state.comparedAnswers();
    const MapStyle style = state.mapStyle();
    // Frames of an animation are questions.
    if (state.shownResult() && state.shownResult()->isOnMap() && state.frameLabel().isEmpty()) return withResult(state, pins);
    switch (style.layout) {
        case MapLayout::Single:
            // A frame of an animation is another question than the one that was compared.
            if (style.showChange && compared && state.frameLabel().isEmpty()) return {difference(state)};
            return {now(*answers)};
        case MapLayout::SideBySide:
        case MapLayout::Swipe:
            return {nowOf(state), before(state, false)};
        case MapLayout::Four:
            return four(state, pins);
    }
    return {};
}

}  // namespace mudeung
