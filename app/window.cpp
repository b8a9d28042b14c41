// SPDX-License-Identifier: GPL-3.0-or-later
// The composition root of the window: QGIS session, state, tasks, panels, map.
#include "app/window.h"

#include <QFileInfo>
#include <QGuiApplication>

#include "core/base/language.h"
#include "core/task/task_runner.h"
#include "ui/common/settings_keys.h"
#include "ui/common/theme.h"
#include "ui/common/workspace_state.h"
#include "ui/map/map_animation.h"
#include "ui/map/map_render.h"
#include "ui/map/map_view.h"
#include "ui/map/qgis_session.h"
#include "ui/shell/main_window.h"

namespace mudeung::cli {

namespace {

constexpr QSize kMapPicture(1920, 1080);

/// As on screen, with the question that the map is compared with.
MapStyle styleOf(const WorkspaceState& state) {
    MapStyle style = state.mapStyle();
    const AnswersPtr before = state.comparedAnswers();
    style.before = style.showChange && before && state.frameLabel().isEmpty() ? before->query : Query();
    return style;
}

/// The map as the command line draws it: with legend, scale bar, source and receipt, not a grab of the screen.
MainWindow::MapOutput outputOf(const WorkspaceState& state) {
    MainWindow::MapOutput output;
    output.save = [&state](const QString& path, int scale) -> MainWindow::WriteFile {
        return [workspace = state.workspace(), query = state.query(), style = styleOf(state), path, scale](Progress& progress) {
            return writeMapFile(workspace, query, style, path, MapFile{kMapPicture, scale}, progress);
        };
    };
    output.image = [&state] {
        return [workspace = state.workspace(), query = state.query(), style = styleOf(state)](Progress& progress) {
            return renderMap(workspace, query, style, kMapPicture, progress);
        };
    };
    output.report = [&state](const QString& path) -> MainWindow::WriteFile {
        return [workspace = state.workspace(), query = state.query(), style = styleOf(state), path](Progress& progress) {
            return writeReport(workspace, query, style, path, progress);
        };
    };
    output.animation = [&state](const QString& path, FrameStep step, double framesPerSecond) -> MainWindow::WriteFile {
        AnimationFile file;
        file.framesPerSecond = framesPerSecond;
        MapStyle style = state.mapStyle();
        style.showChange = false;  // frames are single questions
        return [workspace = state.workspace(), query = state.query(), style, step, path, file](Progress& progress) {
            return writeAnimation(workspace, query, style, step, path, file, progress);
        };
    };
    return output;
}

}  // namespace

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
    const QSettings settings = settings::open();
    const QString chosen = settings.value(QLatin1String(settings::kLanguage)).toString();
    setInterfaceLanguage(!language.isEmpty() ? language : !chosen.isEmpty() ? chosen : systemLanguage());
    applyTheme(settings.value(QLatin1String(settings::kTheme), QStringLiteral("system")).toString());

    TaskRunner tasks;
    WorkspaceState state;
    MainWindow window(&state, &tasks, createMapView, outputOf(state));
    window.show();
    if (!workspacePath.isEmpty()) window.openWorkspace(QFileInfo(workspacePath).absoluteFilePath());
    return session.exec();
}

}  // namespace mudeung::cli
