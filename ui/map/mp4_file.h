// SPDX-License-Identifier: GPL-3.0-or-later
// Writes MP4 files by giving raw pictures to the program ffmpeg. Knows no map.
#pragma once

#include <QByteArray>
#include <QImage>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include "core/base/progress.h"
#include "core/base/result.h"

namespace mudeung {

/// NotFound with the remedy when ffmpeg is not among the programs of this computer.
Result<QString> findFfmpeg();

class Mp4File {
public:
    explicit Mp4File(const QString& path) : m_path(path) {}
    ~Mp4File();
    Mp4File(const Mp4File&) = delete;
    Mp4File& operator=(const Mp4File&) = delete;

    /// `comment` goes unchanged into the metadata. H.264 where ffmpeg has it, 4:2:0, index at the front; odd sides get a line of white.
    Status open(QSize size, double framesPerSecond, const QByteArray& comment);
    /// Waits until ffmpeg has taken the picture; Cancelled in between.
    Status add(const QImage& image, const Progress& progress);
    Status close(const Progress& progress);

private:
    Error failed();

    QString m_path;
    QTemporaryDir m_folder;
    QProcess m_process;
};

}  // namespace mudeung
