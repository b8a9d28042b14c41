// SPDX-License-Identifier: GPL-3.0-or-later
// The window with its state and its tasks, and an empty widget in place of the map, for tests that need no QGIS.
#pragma once

#include "core/task/task_runner.h"
#include "ui/common/workspace_state.h"
#include "ui/shell/main_window.h"

namespace mudeung::test {

struct PlainWindow {
    WorkspaceState state;
    TaskRunner tasks;
    MainWindow window{&state, &tasks, [](WorkspaceState*, QWidget* parent) { return new QWidget(parent); }};
};

}  // namespace mudeung::test
