// SPDX-License-Identifier: GPL-3.0-or-later
// A question as an animated map: GIF, MP4 or numbered PNGs, with the frames that the window plays. The header shows no QGIS type.
#pragma once

#include <QSize>
#include <QString>
#include <memory>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/model/query.h"
#include "core/store/workspace.h"
#include "ui/common/frames.h"
#include "ui/common/map_style.h"

namespace mudeung {

/// How an animation is made.
struct AnimationFile {
    QSize size{1280, 720};         ///< pixels at scale 1
    int scale = 1;                 ///< 1 to 4: the same map in so many times more pixels each way
    double framesPerSecond = 4.0;  ///< 0.1 to 30; without meaning for PNGs
};

/// Usage error when it cannot be drawn; NotFound with the remedy when `path` is an .mp4 and ffmpeg is missing.
Status checkAnimation(const QString& path, const AnimationFile& file);

/// By the ending of `path`: an animated GIF that loops for ever, an MP4 (made by ffmpeg), or numbered PNGs: "maps/" or a name without an
/// ending gives maps/frame-0001.png …, "maps/march.png" gives maps/march-0001.png …. All frames have one colour scale: that of the frame
/// whose own would end highest, unless the style locks it or names its own class limits. Each PNG carries the receipt of its frame, GIF and
/// MP4 that of the whole question. Written beside and renamed: after a failure or a cancel nothing is changed. A folder that would
/// afterwards mix these frames with others of the same name is a Usage error.
Status writeAnimation(const std::shared_ptr<Workspace>& workspace, const Query& query, const MapStyle& style, FrameStep step,
                      const QString& path, const AnimationFile& file, Progress& progress);

}  // namespace mudeung
