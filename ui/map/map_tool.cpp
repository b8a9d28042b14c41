// SPDX-License-Identifier: GPL-3.0-or-later
// Turns mouse events into gestures; a press becomes a pan only after a few pixels, so that shaky clicks stay clicks.
#include "ui/map/map_tool.h"

#include <QApplication>
#include <QKeyEvent>
#include <QRubberBand>
#include <qgsmapcanvas.h>
#include <qgsmapmouseevent.h>

#include "ui/common/qt_compat.h"

namespace mudeung {

MapTool::MapTool(QgsMapCanvas* canvas) : QgsMapTool(canvas) {
    setCursor(Qt::ArrowCursor);
}

MapTool::~MapTool() = default;

void MapTool::canvasPressEvent(QgsMapMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    m_start = eventPosition(event).toPoint();
    if (event->modifiers() & Qt::ShiftModifier) {
        m_gesture = Gesture::Box;
        m_band = std::make_unique<QRubberBand>(QRubberBand::Rectangle, canvas()->viewport());
        m_band->setGeometry(QRect(m_start, QSize()));
        m_band->show();
    } else {
        m_gesture = Gesture::Press;
    }
}

void MapTool::canvasMoveEvent(QgsMapMouseEvent* event) {
    const QPoint at = eventPosition(event).toPoint();
    if (m_gesture == Gesture::Box && m_band) {
        m_band->setGeometry(QRect(m_start, at).normalized());
        return;
    }
    const bool far = (at - m_start).manhattanLength() >= QApplication::startDragDistance();
    if (m_gesture == Gesture::Press && far) {
        m_gesture = Gesture::Pan;
        canvas()->panActionStart(m_start);
    }
    if (m_gesture == Gesture::Pan) {
        canvas()->panAction(event);
        return;
    }
    if (hovered) hovered(at, toMapCoordinates(at));
}

void MapTool::canvasReleaseEvent(QgsMapMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    const QPoint at = eventPosition(event).toPoint();
    const bool add = event->modifiers() & Qt::ControlModifier;
    const Gesture gesture = m_gesture;
    m_gesture = Gesture::None;
    m_band.reset();
    if (gesture == Gesture::Pan) {
        canvas()->panActionEnd(at);
    } else if (gesture == Gesture::Box && boxed) {
        boxed(QgsRectangle(toMapCoordinates(m_start), toMapCoordinates(at)), add);
    } else if (gesture == Gesture::Press && clicked) {
        clicked(toMapCoordinates(at), add);
    }
}

void MapTool::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && cleared) {
        cleared();
        event->ignore();  // no further default action of the canvas
    }
}

}  // namespace mudeung
