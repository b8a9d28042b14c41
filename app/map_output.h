// SPDX-License-Identifier: GPL-3.0-or-later
// How the map leaves the window: the functions of ui/map that the shell does not know. Shared with the tests of the whole window.
#pragma once

#include <QSize>

#include "ui/common/workspace_state.h"
#include "ui/map/map_animation.h"
#include "ui/map/map_render.h"
#include "ui/map/result_sheet.h"
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

/// The result of an analysis that takes the place of the question on the map; null = the question is shown.
inline ShownResultPtr resultOnMap(const WorkspaceState& state) {
    const ShownResultPtr shown = state.shownResult();
    return shown && shown->isOnMap() && state.frameLabel().isEmpty() ? shown : nullptr;
}

/// The map as the command line draws it: with legend, scale bar, source and receipt, not a grab of the screen.
inline MainWindow::MapOutput mapOutput(const WorkspaceState& state) {
    MainWindow::MapOutput output;
    output.save = [&state](const QString& path, int scale) -> MainWindow::WriteFile {
        if (const ShownResultPtr shown = resultOnMap(state))
            return [engine = state.engine(), shown, style = state.mapStyle(), path, scale](Progress& progress) {
                return writeResultMapFile(engine, shown, style, path, MapFile{kMapPicture, scale}, progress);
            };
        return [workspace = state.workspace(), query = state.query(), style = shownStyle(state), path, scale](Progress& progress) {
            return writeMapFile(workspace, query, style, path, MapFile{kMapPicture, scale}, progress);
        };
    };
    output.image = [&state]() -> std::function<Result<QImage>(Progress&)> {
        if (const ShownResultPtr shown = resultOnMap(state))
            return [workspace = state.workspace(), shown, style = state.mapStyle()](Progress& progress) {
                return renderResultMap(workspace, shown, style, kMapPicture, progress);
            };
        return [workspace = state.workspace(), query = state.query(), style = shownStyle(state)](Progress& progress) {
            return renderMap(workspace, query, style, kMapPicture, progress);
        };
    };
    output.report = [&state](const QString& path) -> MainWindow::WriteFile {
        return [workspace = state.workspace(), query = state.query(), style = shownStyle(state), path](Progress& progress) {
            return writeReport(workspace, query, style, path, progress);
        };
    };
    output.result = [&state](const ShownResultPtr& shown, const QString& path, int scale) -> MainWindow::WriteFile {
        return [engine = state.engine(), shown, style = state.mapStyle(), path, scale](Progress& progress) {
            return writeResultSheet(engine, shown, style, path, MapFile{kMapPicture, scale}, progress);
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
