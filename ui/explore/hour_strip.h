// SPDX-License-Identifier: GPL-3.0-or-later
// A row of hour cells: click toggles one, dragging sets a range. Knows no query but its mask.
#pragma once

#include <QWidget>

#include "core/model/query.h"

namespace mudeung {

class HourStrip : public QWidget {
    Q_OBJECT
public:
    explicit HourStrip(QWidget* parent = nullptr);
    /// Hours that the data holds.
    void setRange(int firstHour, int hourCount);
    void setHours(HourMask hours);
    HourMask hours() const { return m_hours; }
    QRect cellRect(int hour) const;

    QSize sizeHint() const override { return {240, 44}; }
    QSize minimumSizeHint() const override { return {160, 44}; }

signals:
    void hoursEdited(mudeung::HourMask hours);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    int hourAt(double x) const;
    HourMask available() const;
    void dragTo(int hour);
    void commit(HourMask hours);

    int m_first = 0;
    int m_count = 24;
    HourMask m_hours = kAllHours;
    HourMask m_before = kAllHours;
    int m_pressed = -1;
    int m_cursor = -1;
    bool m_dragged = false;
};

}  // namespace mudeung
