// SPDX-License-Identifier: GPL-3.0-or-later
// A carpet whose cells are chosen: rectangles, whole rows and columns by their names, with mouse and keyboard. Knows rows and columns, not
// what they mean.
#pragma once

#include "ui/charts/chart_view.h"

namespace mudeung {

class CarpetView : public ChartView {
    Q_OBJECT
public:
    using ChartView::ChartView;

    /// One per cell, row by row; empty = all.
    void setCells(const std::vector<char>& cells);
    const std::vector<char>& cells() const { return m_highlight.cells; }
    /// Whether the sum of several cells means something: flows, not levels.
    void setAddsUp(bool addsUp) { m_addsUp = addsUp; }

    /// Where to press, for tests and for assistive technology.
    QPoint cellCentre(int row, int column) const;
    QPoint rowName(int row) const;
    QPoint columnName(int column) const;

signals:
    /// A gesture has ended; empty = all.
    void cellsEdited(const std::vector<char>& cells);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class Part { Nothing, Cell, Row, Column };
    struct Hit {
        Part part = Part::Nothing;
        int row = 0;
        int column = 0;
    };
    int rows() const { return static_cast<int>(m_spec.rowNames.size()); }
    int columns() const { return static_cast<int>(m_spec.categories.size()); }
    QRectF plot() const;
    Hit hitAt(const QPointF& at, bool clamped) const;
    /// The cells of the gesture from `start` to `end`, put to those before it.
    std::vector<char> cellsOf(const Hit& start, const Hit& end) const;
    void begin(const Hit& start, bool add);
    void preview(const Hit& end);
    void finish(const Hit& end);
    QString textOf(const std::vector<char>& cells) const;

    bool m_addsUp = true;
    Hit m_start;
    bool m_adding = false;
    bool m_removing = false;
    bool m_moved = false;
    std::vector<char> m_before;
    Hit m_anchor;  ///< of the keyboard
};

}  // namespace mudeung
