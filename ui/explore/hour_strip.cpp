// SPDX-License-Identifier: GPL-3.0-or-later
// Drawing and dragging of the hour cells.
#include "ui/explore/hour_strip.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>

#include "ui/common/qt_compat.h"
#include "ui/common/theme.h"

namespace mudeung {

namespace {
constexpr int kCellHeight = 28;
}

HourStrip::HourStrip(QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void HourStrip::setRange(int firstHour, int hourCount) {
    m_first = firstHour;
    m_count = std::max(1, hourCount);
    update();
}

void HourStrip::setHours(HourMask hours) {
    m_hours = hours;
    update();
}

HourMask HourStrip::available() const {
    HourMask mask = 0;
    for (int h = m_first; h < m_first + m_count && h < kMaxHours; ++h) mask |= 1u << h;
    return mask;
}

QRect HourStrip::cellRect(int hour) const {
    const double w = static_cast<double>(width()) / m_count;
    const int left = static_cast<int>(w * (hour - m_first));
    return {left, 0, static_cast<int>(w * (hour - m_first + 1)) - left, kCellHeight};
}

int HourStrip::hourAt(double x) const {
    return m_first + std::clamp(static_cast<int>(x / width() * m_count), 0, m_count - 1);
}

void HourStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const ThemeColors& c = themeColors(darkTheme());
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.8);
    painter.setFont(small);
    for (int h = m_first; h < m_first + m_count; ++h) {
        const QRect cell = cellRect(h).adjusted(0, 0, -1, -1);
        const bool on = (m_hours >> h) & 1u;
        painter.fillRect(cell, isEnabled() ? (on ? c.accent : c.control) : c.window);
        painter.setPen(h == m_cursor && hasFocus() ? c.text : c.separator);
        painter.drawRect(cell);
        if ((h - m_first) % 3 == 0) {
            painter.setPen(c.mutedText);
            painter.drawText(QRect(cell.left(), kCellHeight, cell.width() * 3, height() - kCellHeight), Qt::AlignLeft | Qt::AlignVCenter,
                             QString::number(h));
        }
    }
    if (hasFocus()) {
        painter.setPen(c.accent);
        painter.drawRect(0, 0, width() - 1, kCellHeight - 1);
    }
}

void HourStrip::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    m_pressed = hourAt(eventPosition(event).x());
    m_before = m_hours;
    m_dragged = false;
}

void HourStrip::dragTo(int hour) {
    const int from = std::min(m_pressed, hour);
    const int to = std::max(m_pressed, hour);
    HourMask mask = 0;
    for (int h = from; h <= to; ++h) mask |= 1u << h;
    m_hours = mask;
    update();
}

void HourStrip::mouseMoveEvent(QMouseEvent* event) {
    if (m_pressed < 0) return;
    const int hour = hourAt(eventPosition(event).x());
    if (hour != m_pressed) m_dragged = true;
    if (m_dragged) dragTo(hour);
}

void HourStrip::commit(HourMask hours) {
    const HourMask all = available();
    const HourMask chosen = hours & all;
    // No hour at all would be an empty question: it means every hour again.
    m_hours = chosen == 0 || chosen == all ? kAllHours : chosen;
    update();
    emit hoursEdited(m_hours);
}

void HourStrip::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || m_pressed < 0) return;
    const int hour = m_pressed;
    m_pressed = -1;
    if (m_dragged) {
        commit(m_hours);
    } else {
        // From "all hours" a click means "only this one"; afterwards it adds and removes.
        commit((m_before & available()) == available() ? 1u << hour : m_before ^ (1u << hour));
    }
}

void HourStrip::keyPressEvent(QKeyEvent* event) {
    if (m_cursor < m_first) m_cursor = m_first;
    if (event->key() == Qt::Key_Left) {
        m_cursor = std::max(m_first, m_cursor - 1);
    } else if (event->key() == Qt::Key_Right) {
        m_cursor = std::min(m_first + m_count - 1, m_cursor + 1);
    } else if (event->key() == Qt::Key_Space) {
        commit((m_hours & available()) == available() ? 1u << m_cursor : m_hours ^ (1u << m_cursor));
    } else {
        QWidget::keyPressEvent(event);
        return;
    }
    update();
}

}  // namespace mudeung
