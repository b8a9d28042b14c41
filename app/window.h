// SPDX-License-Identifier: GPL-3.0-or-later
// Opens the window: the only place where the panels, the map and the workspace are put together.
#pragma once

#include <QString>

namespace mudeung::cli {

/// False on a system whose windows need a display server when none is named in the environment.
bool displayIsThere();

/// Shows the window until it is closed. An empty language means the one that the user chose last, else the system's.
int runWindow(const QString& workspacePath, const QString& language, int& argc, char** argv);

}  // namespace mudeung::cli
