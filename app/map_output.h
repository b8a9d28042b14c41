// SPDX-License-Identifier: GPL-3.0-or-later
// How the map leaves the window: the functions of ui/map that the shell does not know. Shared with the tests of the whole window.
#pragma once

#include <QSize>

#include "ui/common/workspace_state.h"
#include "ui/map/map_animation.h"
#include "ui/map/map_render.h"
#include "ui/shell/main_window.h"

namespace mudeung::cli {

constexpr QSize kMapPicture(1920, 1080);

/// As on screen, with the question that the map is compared with.
inline MapStyle shownStyle(const WorkspaceState& state) {
    MapStyle style = state.mapStyle();
    const AnswersPtr before = state.comparedAnswers();
    style.before = style.showChange && before && state.frameLabel().isEmpty() ? before->query : Query();
    return style;
}

/// The map as the command line draws it: with legend, scale bar, source and receipt, not a grab of the screen.
inline MainWindow::MapOutput mapOutput(const WorkspaceState& state) {
    MainWindow::MapOutput output;
    output.save = [&state](const QString& path, int scale) -> MainWindow::WriteFile {
        return [workspace = state.workspace(), query = state.query(), style = shownStyle(state), path, scale](Progress& progress) {
            return writeMapFile(workspace, query, style, path, MapFile{kMapPicture, scale}, progress);
        };
    };
    output.image = [&state] {
        return [workspace = state.workspace(), query = state.query(), style = shownStyle(state)](Progress& progress) {
            return renderMap(workspace, query, style, kMapPicture, progress);
        };
    };
    output.report = [&state](const QString& path) -> MainWindow::WriteFile {
        return [workspace = state.workspace(), query = state.query(), style = shownStyle(state), path](Progress& progress) {
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

}  // namespace mudeung::cli
