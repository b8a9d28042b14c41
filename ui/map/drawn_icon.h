// SPDX-License-Identifier: GPL-3.0-or-later
// Icons that are painted in the colours of the theme, sharp on dense screens.
#pragma once

#include <QIcon>
#include <QPainter>
#include <QPixmap>

namespace mudeung {

constexpr int kIconSize = 20;  ///< pixels at 96 dpi; `draw` paints in these

template <typename Draw>
QIcon drawnIcon(const QColor& color, Draw draw) {
    constexpr int kDense = 3;
    QPixmap pixmap(kIconSize * kDense, kIconSize * kDense);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.scale(kDense, kDense);
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(color, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    draw(painter);
    painter.end();
    return QIcon(pixmap);
}

}  // namespace mudeung
