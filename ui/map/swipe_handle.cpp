// SPDX-License-Identifier: GPL-3.0-or-later
// Painting and moving of the swipe handle.
#include "ui/map/swipe_handle.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/common/qt_compat.h"

namespace mudeung {
namespace {
constexpr double kStep = 0.02;
constexpr double kLargeStep = 0.1;
constexpr double kKnob = 12.0;
}  // namespace

SwipeHandle::SwipeHandle(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("mapSwipe"));
    setCursor(Qt::SplitHCursor);
    setFocusPolicy(Qt::StrongFocus);
    hide();
    retranslate();
}

void SwipeHandle::setShare(double share) {
    const double wanted = std::clamp(share, 0.0, 1.0);
    if (wanted == m_share) return;
    m_share = wanted;
    place();
    emit moved();
}

void SwipeHandle::setArea(const QRect& area) {
    m_area = area;
    place();
}

int SwipeHandle::column() const {
    return m_area.left() + static_cast<int>(std::lround(m_area.width() * m_share));
}

void SwipeHandle::place() {
    setGeometry(column() - kWidth / 2, m_area.top(), kWidth, m_area.height());
}

void SwipeHandle::applyTheme(const MapPalette& palette) {
    m_palette = palette;
    update();
}

void SwipeHandle::retranslate() {
    setAccessibleName(tr("Handle between the two maps"));
    setToolTip(tr("Drag to show more of one map or the other; the arrow keys move it, too."));
}

void SwipeHandle::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing, true);
    const double x = kWidth / 2.0;
    painter.setPen(QPen(m_palette.panel, 5.0));
    painter.drawLine(QPointF(x, 0), QPointF(x, height()));
    const QColor line = hasFocus() ? m_palette.selection : m_palette.text;
    painter.setPen(QPen(line, hasFocus() ? 3.0 : 2.0));
    painter.drawLine(QPointF(x, 0), QPointF(x, height()));
    const QPointF knob(x, height() / 2.0);
    painter.setBrush(m_palette.panel);
    painter.drawEllipse(knob, kKnob, kKnob);
    painter.setPen(QPen(m_palette.text, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    for (double side : {-1.0, 1.0}) {
        painter.drawPolyline(
            QPolygonF(QVector<QPointF>{knob + QPointF(side * 3.5, -4.0), knob + QPointF(side * 7.0, 0), knob + QPointF(side * 3.5, 4.0)}));
    }
}

void SwipeHandle::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return event->ignore();
    m_grip = eventPosition(event).toPoint().x() - kWidth / 2;
}

void SwipeHandle::mouseMoveEvent(QMouseEvent* event) {
    if (!(event->buttons() & Qt::LeftButton) || m_area.width() <= 0) return event->ignore();
    const int at = mapToParent(eventPosition(event).toPoint()).x() - m_grip;
    setShare(static_cast<double>(at - m_area.left()) / m_area.width());
}

void SwipeHandle::keyPressEvent(QKeyEvent* event) {
    const double step = event->modifiers() & Qt::ShiftModifier ? kLargeStep : kStep;
    switch (event->key()) {
        case Qt::Key_Left:
            return setShare(m_share - step);
        case Qt::Key_Right:
            return setShare(m_share + step);
        default:
            QWidget::keyPressEvent(event);
    }
}

}  // namespace mudeung
