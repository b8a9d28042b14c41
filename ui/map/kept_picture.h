// SPDX-License-Identifier: GPL-3.0-or-later
// What a widget over the map painted last, until it would look different: below it maps come many times a second.
#pragma once

#include <QPixmap>
#include <QRect>
#include <QString>
#include <functional>

class QPainter;

namespace mudeung {

class KeptPicture {
public:
    /// Paints `draw`, which covers `area` of the widget, or what it painted there for the same `key`.
    void paint(QPainter& painter, const QRect& area, const QString& key, const std::function<void(QPainter&)>& draw);

private:
    QPixmap m_picture;
    QRect m_area;
    QString m_key;
};

}  // namespace mudeung
