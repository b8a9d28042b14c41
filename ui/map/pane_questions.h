// SPDX-License-Identifier: GPL-3.0-or-later
// Which question each map of the layout shows: the present one, the one it is compared with, their difference, pinned ones.
#pragma once

#include <QVector>
#include <array>
#include <optional>

#include "ui/map/pane_loader.h"

namespace mudeung {

class WorkspaceState;
struct Answers;

constexpr int kMostPanes = 4;
/// Questions that people keep in a map of the layout of four; the first map always shows the present question.
using Pins = std::array<std::optional<Query>, kMostPanes>;

/// The question of a map that stands alone.
PaneQuestion presentQuestion(const Answers& answers);
/// One per map of the layout that the style of `state` asks for. Needs the answers of the state.
QVector<PaneQuestion> paneQuestions(const WorkspaceState& state, const Pins& pins);

}  // namespace mudeung
