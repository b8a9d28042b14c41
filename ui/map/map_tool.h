// SPDX-License-Identifier: GPL-3.0-or-later
// The one tool of the map: hover, click to select, drag to pan, draw a box or a lasso. Reports gestures; knows no data.
#pragma once

#include <QColor>
#include <QPoint>
#include <QPolygonF>
#include <functional>
#include <memory>
#include <qgsmaptool.h>
#include <qgspointxy.h>
#include <qgsrectangle.h>

class QRubberBand;
class QgsRubberBand;

namespace mudeung {

/// What the left button does. Shift+drag is a box with each of them; a drag pans with Pointer, Radius and Dong.
enum class SelectTool { Pointer, Box, Lasso, Radius, Dong };

class MapTool : public QgsMapTool {
public:
    explicit MapTool(QgsMapCanvas* canvas);
    ~MapTool() override;

    std::function<void(QPoint, QgsPointXY)> hovered;
    std::function<void(QgsPointXY, bool add)> clicked;  ///< whatever the tool; its meaning is the owner's
    std::function<void(QgsRectangle, bool add)> boxed;
    std::function<void(QPolygonF, bool add)> drawn;  ///< a lasso, in map coordinates, not closed
    std::function<void()> cleared;                   ///< Esc

    SelectTool tool() const { return m_tool; }
    void setTool(SelectTool tool);
    /// Colour of the lasso while it is drawn.
    void setColor(const QColor& color) { m_color = color; }

    void canvasPressEvent(QgsMapMouseEvent* event) override;
    void canvasMoveEvent(QgsMapMouseEvent* event) override;
    void canvasReleaseEvent(QgsMapMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class Gesture { None, Press, Pan, Box, Lasso };
    void startDrag(const QPoint& at);
    void startBox();

    SelectTool m_tool = SelectTool::Pointer;
    Gesture m_gesture = Gesture::None;
    QPoint m_start;
    QColor m_color;
    std::unique_ptr<QRubberBand> m_band;
    QPolygonF m_lasso;
    std::unique_ptr<QgsRubberBand> m_lassoBand;
};

}  // namespace mudeung
