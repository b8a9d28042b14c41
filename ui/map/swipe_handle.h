// SPDX-License-Identifier: GPL-3.0-or-later
// The handle between two maps that lie over each other: dragged with the mouse, or moved with the arrow keys.
#pragma once

#include <QWidget>

#include "ui/map/map_palette.h"

namespace mudeung {

class SwipeHandle : public QWidget {
    Q_OBJECT
public:
    static constexpr int kWidth = 28;  ///< that the mouse can take hold of; the line itself is thin
    explicit SwipeHandle(QWidget* parent);

    /// Share of the width that the left map has, 0…1.
    double share() const { return m_share; }
    void setShare(double share);
    /// The area that it divides, in the parent.
    void setArea(const QRect& area);
    /// Column of the parent where the right map begins.
    int column() const;
    void applyTheme(const MapPalette& palette);
    void retranslate();

signals:
    void moved();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void place();

    QRect m_area;
    double m_share = 0.5;
    int m_grip = 0;  ///< from the line to where the mouse took hold
    MapPalette m_palette;
};

}  // namespace mudeung
