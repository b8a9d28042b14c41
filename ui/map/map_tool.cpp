// SPDX-License-Identifier: GPL-3.0-or-later
// Turns mouse events into gestures; a press becomes a pan only after a few pixels, so that shaky clicks stay clicks.
#include "ui/map/map_tool.h"

#include <QApplication>
#include <QKeyEvent>
#include <QRubberBand>
#include <qgsmapcanvas.h>
#include <qgsmapmouseevent.h>
#include <qgsrubberband.h>

#include "ui/common/qt_compat.h"

namespace mudeung {

MapTool::MapTool(QgsMapCanvas* canvas) : QgsMapTool(canvas) {
    setCursor(Qt::ArrowCursor);
}

MapTool::~MapTool() = default;

void MapTool::setTool(SelectTool tool) {
    m_tool = tool;
    m_gesture = Gesture::None;
    m_band.reset();
    m_lassoBand.reset();
    const bool aims = tool == SelectTool::Box || tool == SelectTool::Lasso || tool == SelectTool::Radius;
    setCursor(aims ? Qt::CrossCursor : tool == SelectTool::Dong ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void MapTool::canvasPressEvent(QgsMapMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    m_start = eventPosition(event).toPoint();
    m_gesture = Gesture::Press;
    if (event->modifiers() & Qt::ShiftModifier) startBox();
}

void MapTool::startBox() {
    m_gesture = Gesture::Box;
    m_band = std::make_unique<QRubberBand>(QRubberBand::Rectangle, canvas()->viewport());
    m_band->setGeometry(QRect(m_start, QSize()));
    m_band->show();
}

/// A press that has moved far enough to be meant as a drag.
void MapTool::startDrag(const QPoint& at) {
    if (m_tool == SelectTool::Box) return startBox();
    if (m_tool != SelectTool::Lasso) {
        m_gesture = Gesture::Pan;
        canvas()->panActionStart(m_start);
        return;
    }
    m_gesture = Gesture::Lasso;
    m_lasso = QPolygonF(QVector<QPointF>{toMapCoordinates(m_start).toQPointF(), toMapCoordinates(at).toQPointF()});
    m_lassoBand = std::make_unique<QgsRubberBand>(canvas(), Qgis::GeometryType::Polygon);
    QColor inside = m_color;
    inside.setAlpha(40);
    m_lassoBand->setFillColor(inside);
    m_lassoBand->setStrokeColor(m_color);
    m_lassoBand->setWidth(2);
    for (const QPointF& point : m_lasso) m_lassoBand->addPoint(QgsPointXY(point));
}

void MapTool::canvasMoveEvent(QgsMapMouseEvent* event) {
    const QPoint at = eventPosition(event).toPoint();
    const bool far = (at - m_start).manhattanLength() >= QApplication::startDragDistance();
    if (m_gesture == Gesture::Press && far) startDrag(at);
    switch (m_gesture) {
        case Gesture::Box:
            if (m_band) m_band->setGeometry(QRect(m_start, at).normalized());
            return;
        case Gesture::Lasso:
            m_lasso.append(toMapCoordinates(at).toQPointF());
            m_lassoBand->addPoint(QgsPointXY(m_lasso.last()));
            return;
        case Gesture::Pan:
            canvas()->panAction(event);
            return;
        case Gesture::None:
        case Gesture::Press:
            if (hovered) hovered(at, toMapCoordinates(at));
            return;
    }
}

void MapTool::canvasReleaseEvent(QgsMapMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    const QPoint at = eventPosition(event).toPoint();
    const bool add = event->modifiers() & Qt::ControlModifier;
    const Gesture gesture = m_gesture;
    m_gesture = Gesture::None;
    m_band.reset();
    m_lassoBand.reset();
    if (gesture == Gesture::Pan) {
        canvas()->panActionEnd(at);
    } else if (gesture == Gesture::Box && boxed) {
        boxed(QgsRectangle(toMapCoordinates(m_start), toMapCoordinates(at)), add);
    } else if (gesture == Gesture::Lasso && drawn) {
        drawn(m_lasso, add);
    } else if (gesture == Gesture::Press && clicked) {
        clicked(toMapCoordinates(at), add);
    }
}

void MapTool::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && cleared) {
        setTool(m_tool);  // also gives up what is being drawn
        cleared();
        event->ignore();  // no further default action of the canvas
    }
}

}  // namespace mudeung
