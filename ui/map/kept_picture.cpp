// SPDX-License-Identifier: GPL-3.0-or-later
// Painted into a pixmap once for each place, look and screen.
#include "ui/map/kept_picture.h"

#include <QPainter>

namespace mudeung {

void KeptPicture::paint(QPainter& painter, const QRect& area, const QString& key, const std::function<void(QPainter&)>& draw) {
    const double ratio = painter.device()->devicePixelRatioF();
    const QSize pixels = (QSizeF(area.size()) * ratio).toSize();
    if (area != m_area || key != m_key || m_picture.size() != pixels) {
        m_area = area;
        m_key = key;
        m_picture = QPixmap(pixels);
        m_picture.setDevicePixelRatio(ratio);
        m_picture.fill(Qt::transparent);
        QPainter into(&m_picture);
        into.translate(-area.topLeft());
        draw(into);
    }
    painter.drawPixmap(area.topLeft(), m_picture);
}

}  // namespace mudeung
