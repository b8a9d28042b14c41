// SPDX-License-Identifier: GPL-3.0-or-later
// What panels say and show of the state alike.
#include "ui/common/workspace_state.h"

namespace mudeung {

QString waitingText(const WorkspaceState* state) {
    if (!state->workspace()) return WorkspaceState::tr("Open a workspace to see its numbers.");
    if (state->query().dataset.isEmpty()) return WorkspaceState::tr("Import a file to see its numbers.");
    return state->busy() ? WorkspaceState::tr("Counting …") : WorkspaceState::tr("There is no answer to this query.");
}

void addCompared(ChartSpec& spec, const WorkspaceState* state, const TablePtr& table, TablePtr Answers::*answer, BandScheme scheme) {
    const AnswersPtr other = state->comparedAnswers();
    // A frame of an animation is another question than the one that was compared.
    if (!other || !table || !((*other).*answer) || !state->frameLabel().isEmpty()) return;
    addReference(spec, *table, *((*other).*answer), comparisonName(other->query, table->dataset, state->comparison()), scheme);
}

QString nothingMatches() {
    return WorkspaceState::tr("Nothing matches these filters.");
}

}  // namespace mudeung
