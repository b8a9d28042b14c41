// SPDX-License-Identifier: GPL-3.0-or-later
// The one tool of the map: hover, click to select, drag to pan, Shift+drag a box. Reports gestures; knows no data.
#pragma once

#include <QPoint>
#include <functional>
#include <memory>
#include <qgsmaptool.h>
#include <qgspointxy.h>
#include <qgsrectangle.h>

class QRubberBand;

namespace mudeung {

class MapTool : public QgsMapTool {
public:
    explicit MapTool(QgsMapCanvas* canvas);
    ~MapTool() override;

    std::function<void(QPoint, QgsPointXY)> hovered;
    std::function<void(QgsPointXY, bool add)> clicked;
    std::function<void(QgsRectangle, bool add)> boxed;
    std::function<void()> cleared;  ///< Esc

    void canvasPressEvent(QgsMapMouseEvent* event) override;
    void canvasMoveEvent(QgsMapMouseEvent* event) override;
    void canvasReleaseEvent(QgsMapMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class Gesture { None, Press, Pan, Box };
    Gesture m_gesture = Gesture::None;
    QPoint m_start;
    std::unique_ptr<QRubberBand> m_band;
};

}  // namespace mudeung
