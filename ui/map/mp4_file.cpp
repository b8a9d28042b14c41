// SPDX-License-Identifier: GPL-3.0-or-later
// The child process: pictures through its input, the comment through a metadata file, so that neither its length nor its quotes matter.
#include "ui/map/mp4_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QStandardPaths>

#include "core/export/out_file.h"

namespace mudeung {

namespace {

constexpr int kPoll = 100;  ///< milliseconds between two looks at whether somebody cancelled
constexpr int kLineBytes = 4;

Error cancelled() {
    return {ErrorCode::Cancelled, QCoreApplication::translate("Map", "The animation was cancelled; nothing was written."), QString()};
}

/// FFMETADATA: these five are escaped.
QByteArray metadataValue(const QByteArray& text) {
    QByteArray value;
    for (const char c : text) {
        if (c == '=' || c == ';' || c == '#' || c == '\\' || c == '\n') value += '\\';
        value += c;
    }
    return value;
}

}  // namespace

Result<QString> findFfmpeg() {
    const QString program = QStandardPaths::findExecutable(QStringLiteral("ffmpeg"));
    if (!program.isEmpty()) return program;
    return Error{ErrorCode::NotFound,
                 QCoreApplication::translate("Map",
                                             "MP4 files are made with the program ffmpeg, which is not installed. Install the package "
                                             "“ffmpeg”, or write a GIF or a folder of PNG files."),
                 QString()};
}

Mp4File::~Mp4File() {
    if (m_process.state() == QProcess::NotRunning) return;
    m_process.kill();
    m_process.waitForFinished();
}

Status Mp4File::open(QSize size, double framesPerSecond, const QByteArray& comment) {
    const auto program = findFfmpeg();
    if (!program) return program.error();
    const QString metadata = m_folder.filePath(QStringLiteral("metadata"));
    if (const Status kept = writeWholeFile(metadata, ";FFMETADATA1\ncomment=" + metadataValue(comment) + '\n'); !kept) return kept;
    const QString sides = QStringLiteral("%1x%2").arg(size.width()).arg(size.height());
    const QString rate = QString::number(framesPerSecond, 'g', 12);
    // BT.709 is what players assume of pictures of this size; said in the file as well.
    m_process.start(*program, {"-hide_banner",
                               "-loglevel",
                               "error",
                               "-nostats",
                               "-y",
                               "-f",
                               "rawvideo",
                               "-pix_fmt",
                               "bgra",
                               "-s",
                               sides,
                               "-r",
                               rate,
                               "-i",
                               "-",
                               "-f",
                               "ffmetadata",
                               "-i",
                               metadata,
                               "-map",
                               "0:v",
                               "-map_metadata",
                               "1",
                               "-an",
                               "-vf",
                               "pad=ceil(iw/2)*2:ceil(ih/2)*2:color=white,scale=out_color_matrix=bt709:out_range=tv",
                               "-colorspace",
                               "bt709",
                               "-color_primaries",
                               "bt709",
                               "-color_trc",
                               "bt709",
                               "-color_range",
                               "tv",
                               "-crf",
                               "18",
                               "-pix_fmt",
                               "yuv420p",
                               "-movflags",
                               "+faststart",
                               "-f",
                               "mp4",
                               m_path});
    return m_process.waitForStarted() ? done() : Status(failed());
}

Status Mp4File::add(const QImage& image, const Progress& progress) {
    const QImage plain = image.convertToFormat(QImage::Format_RGB32);
    for (int y = 0; y < plain.height(); ++y)
        m_process.write(reinterpret_cast<const char*>(plain.constScanLine(y)), qint64{plain.width()} * kLineBytes);
    while (m_process.bytesToWrite() > 0) {
        if (progress.isCancelled()) return cancelled();
        if (!m_process.waitForBytesWritten(kPoll) && m_process.state() != QProcess::Running) return failed();
    }
    return done();
}

Status Mp4File::close(const Progress& progress) {
    m_process.closeWriteChannel();
    while (!m_process.waitForFinished(kPoll)) {
        if (progress.isCancelled()) return cancelled();
        if (m_process.state() == QProcess::NotRunning) break;
    }
    return m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0 ? done() : Status(failed());
}

Error Mp4File::failed() {
    const QByteArray said = m_process.readAllStandardError();
    return {
        ErrorCode::Io,
        QCoreApplication::translate("Map", "ffmpeg could not write %1: check the free space and which ffmpeg is installed.").arg(m_path),
        said.isEmpty() ? m_process.errorString() : QString::fromLocal8Bit(said)};
}

}  // namespace mudeung
