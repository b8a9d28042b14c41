// SPDX-License-Identifier: GPL-3.0-or-later
// Writes animated GIFs that loop for ever, with one palette for all frames and a comment. Knows no map.
#pragma once

#include <QByteArray>
#include <QColor>
#include <QSize>
#include <QString>
#include <QVector>
#include <memory>

#include "core/base/result.h"

namespace mudeung {

class GifFile {
public:
    /// The last colour of 256 is kept for "as before": at most 255 colours.
    static constexpr int kMostColors = 255;

    /// Io error when the file cannot be made. `comment` goes into a comment extension.
    static Result<std::unique_ptr<GifFile>> create(const QString& path, QSize size, const QVector<QRgb>& palette,
                                                   const QByteArray& comment);
    ~GifFile();
    GifFile(const GifFile&) = delete;
    GifFile& operator=(const GifFile&) = delete;

    /// One byte per pixel, row by row; shown for so many hundredths of a second. Only what differs from the frame before is stored.
    Status add(const QByteArray& indices, int hundredths);
    Status close();

private:
    class Impl;
    explicit GifFile(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

}  // namespace mudeung
