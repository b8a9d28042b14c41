// SPDX-License-Identifier: GPL-3.0-or-later
// The workspaces opened last, kept in the preferences. Knows no widget.
#pragma once

#include <QStringList>

namespace mudeung {

QStringList recentWorkspaces();  ///< newest first; files that are gone stay listed
void noteRecentWorkspace(const QString& path);
void forgetRecentWorkspace(const QString& path);

}  // namespace mudeung
