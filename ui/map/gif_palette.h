// SPDX-License-Identifier: GPL-3.0-or-later
// Chooses the few colours of a GIF from the colours of its pictures, and the nearest one for every pixel. Knows no file.
#pragma once

#include <QByteArray>
#include <QColor>
#include <QImage>
#include <QVector>
#include <unordered_map>

namespace mudeung {

/// How often each colour occurs in pictures.
class ColorCounts {
public:
    void add(const QImage& image);
    /// At most `size` opaque colours. Boxes of colours are cut at their mean along their longest spread, the box with the largest squared
    /// error first (Heckbert 1982, cut by variance as Wan, Wong & Prusinkiewicz 1988); counts enter as square roots, so that small hot
    /// spots keep their colours beside large plain areas. A box that is mostly one colour becomes exactly that colour.
    QVector<QRgb> palette(int size) const;

private:
    std::unordered_map<QRgb, int> m_counts;
};

/// One byte per pixel, row by row: the index of the nearest colour. The same colour always gets the same index; nothing is dithered.
QByteArray nearestIndices(const QImage& image, const QVector<QRgb>& palette);

}  // namespace mudeung
