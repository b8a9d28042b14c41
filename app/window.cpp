// SPDX-License-Identifier: GPL-3.0-or-later
// The composition root of the window: QGIS session, state, tasks, panels, map.
#include "app/window.h"

#include <QFileInfo>
#include <QGuiApplication>

#include "app/map_output.h"
#include "core/base/language.h"
#include "core/task/task_runner.h"
#include "ui/common/settings_keys.h"
#include "ui/common/theme.h"
#include "ui/common/workspace_state.h"
#include "ui/map/map_view.h"
#include "ui/map/qgis_session.h"
#include "ui/shell/main_window.h"

namespace mudeung::cli {

bool displayIsThere() {
#ifdef Q_OS_LINUX
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        if (!qEnvironmentVariableIsEmpty(name)) return true;
    return false;
#else
    return true;
#endif
}

int runWindow(const QString& workspacePath, const QString& language, int& argc, char** argv) {
    QgisSession session(argc, argv, true);
    QGuiApplication::setDesktopFileName(QStringLiteral("io.github.mudeung.Mudeung"));
    const auto settings = settings::open();
    const QString chosen = settings.value(QLatin1String(settings::kLanguage)).toString();
    setInterfaceLanguage(!language.isEmpty() ? language : !chosen.isEmpty() ? chosen : systemLanguage());
    applyTheme(settings.value(QLatin1String(settings::kTheme), QStringLiteral("system")).toString());

    TaskRunner tasks;
    WorkspaceState state;
    MainWindow window(&state, &tasks, createMapView, mapOutput(state));
    window.show();
    if (!workspacePath.isEmpty()) window.openWorkspace(QFileInfo(workspacePath).absoluteFilePath());
    return session.exec();
}

}  // namespace mudeung::cli
