// SPDX-License-Identifier: GPL-3.0-or-later
// Reading and writing of the list.
#include "ui/shell/recent_workspaces.h"

#include <QFileInfo>

#include "ui/common/settings_keys.h"

namespace mudeung {

namespace {
constexpr int kMostRecent = 10;
}

QStringList recentWorkspaces() {
    return settings::open().value(QLatin1String(settings::kRecent)).toStringList();
}

void noteRecentWorkspace(const QString& path) {
    const QString full = QFileInfo(path).absoluteFilePath();
    QStringList list = recentWorkspaces();
    list.removeAll(full);
    list.prepend(full);
    auto store = settings::open();
    store.setValue(QLatin1String(settings::kRecent), QStringList(list.mid(0, kMostRecent)));
}

void forgetRecentWorkspace(const QString& path) {
    QStringList list = recentWorkspaces();
    list.removeAll(path);
    auto store = settings::open();
    store.setValue(QLatin1String(settings::kRecent), list);
}

}  // namespace mudeung
