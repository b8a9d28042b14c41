// SPDX-License-Identifier: GPL-3.0-or-later
// Gestures on a carpet: a plain drag chooses anew, with Ctrl or Shift it adds, beginning on a chosen cell it takes away.
#include "ui/charts/carpet_view.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "core/base/format.h"
#include "ui/common/qt_compat.h"

namespace mudeung {

namespace {

constexpr double kColumnNames = 20.0;  ///< below the plot, where the names of the columns can be pressed

bool anyOf(const std::vector<char>& cells) {
    return std::any_of(cells.begin(), cells.end(), [](char c) { return c != 0; });
}

}  // namespace

void CarpetView::setCells(const std::vector<char>& cells) {
    if (m_highlight.cells == cells) return;
    m_highlight.cells = cells;
    update();
}

QRectF CarpetView::plot() const {
    return m_marks.isEmpty() ? QRectF() : m_marks.first().area.united(m_marks.last().area);
}

QPoint CarpetView::cellCentre(int row, int column) const {
    return m_marks.isEmpty() ? QPoint() : m_marks[row * columns() + column].area.center().toPoint();
}

QPoint CarpetView::rowName(int row) const {
    return m_marks.isEmpty() ? QPoint() : QPoint(static_cast<int>(plot().left()) - 8, cellCentre(row, 0).y());
}

QPoint CarpetView::columnName(int column) const {
    return m_marks.isEmpty() ? QPoint() : QPoint(cellCentre(0, column).x(), static_cast<int>(plot().bottom() + kColumnNames / 2.0));
}

CarpetView::Hit CarpetView::hitAt(const QPointF& at, bool clamped) const {
    const QRectF area = plot();
    if (area.isEmpty() || rows() == 0 || columns() == 0) return {};
    const auto index = [](double position, double from, double length, int count) {
        return std::clamp(static_cast<int>(std::floor((position - from) / length * count)), 0, count - 1);
    };
    Hit hit;
    hit.row = index(at.y(), area.top(), area.height(), rows());
    hit.column = index(at.x(), area.left(), area.width(), columns());
    const bool inRows = at.y() >= area.top() && at.y() < area.bottom();
    const bool inColumns = at.x() >= area.left() && at.x() < area.right();
    if (clamped || (inRows && inColumns))
        hit.part = Part::Cell;
    else if (inRows && at.x() < area.left())
        hit.part = Part::Row;
    else if (inColumns && at.y() >= area.bottom() && at.y() < area.bottom() + kColumnNames)
        hit.part = Part::Column;
    return hit;
}

std::vector<char> CarpetView::cellsOf(const Hit& start, const Hit& end) const {
    std::vector<char> cells = m_adding ? m_before : std::vector<char>();
    cells.resize(static_cast<std::size_t>(rows()) * static_cast<std::size_t>(columns()), 0);
    const bool wholeRows = start.part == Part::Row;
    const bool wholeColumns = start.part == Part::Column;
    const auto [top, bottom] = std::minmax(start.row, end.row);
    const auto [left, right] = std::minmax(start.column, end.column);
    for (int r = wholeColumns ? 0 : top; r <= (wholeColumns ? rows() - 1 : bottom); ++r)
        for (int k = wholeRows ? 0 : left; k <= (wholeRows ? columns() - 1 : right); ++k)
            cells[static_cast<std::size_t>(r * columns() + k)] = m_removing ? 0 : 1;
    return cells;
}

void CarpetView::begin(const Hit& start, bool add) {
    m_start = start;
    m_moved = false;
    m_before = m_highlight.cells;
    m_adding = add && !m_before.empty();
    // On a chosen cell the gesture takes away, as with rows of a table.
    m_removing = m_adding && start.part == Part::Cell && m_before[static_cast<std::size_t>(start.row * columns() + start.column)] != 0;
}

void CarpetView::preview(const Hit& end) {
    m_highlight.cells = cellsOf(m_start, end);
    update();
}

void CarpetView::finish(const Hit& end) {
    std::vector<char> cells = cellsOf(m_start, end);
    m_start = {};
    const bool again = cells == m_before;  // pressed once more: lifted
    const bool all = std::all_of(cells.begin(), cells.end(), [](char c) { return c != 0; });
    if (again || all || !anyOf(cells)) cells.clear();
    m_highlight.cells = cells;
    update();
    if (cells != m_before) emit cellsEdited(cells);
}

/// "Mon–Fri × 07:00–08:00: 12,345 (8.1 %)" of a rectangle; the sum alone of several.
QString CarpetView::textOf(const std::vector<char>& cells) const {
    double sum = 0.0;
    double total = 0.0;
    const QVector<double> values = m_spec.series.value(0).values;
    for (int i = 0; i < static_cast<int>(std::min<std::size_t>(cells.size(), static_cast<std::size_t>(values.size()))); ++i) {
        if (!std::isfinite(values[i])) continue;
        total += values[i];
        if (cells[static_cast<std::size_t>(i)] != 0) sum += values[i];
    }
    return tr("%1: %2 (%3)", "measure: sum (share)").arg(m_spec.yTitle, formatShort(sum), formatPercent(total > 0.0 ? sum / total : 0.0));
}

void CarpetView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return ChartView::mousePressEvent(event);
    const Hit hit = hitAt(eventPosition(event), false);
    if (hit.part == Part::Nothing) return;
    begin(hit, event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier));
    m_anchor = hit;
    preview(hit);
}

void CarpetView::mouseMoveEvent(QMouseEvent* event) {
    if (m_start.part == Part::Nothing) {
        const Hit hit = hitAt(eventPosition(event), false);
        setCursor(hit.part == Part::Row || hit.part == Part::Column ? Qt::PointingHandCursor : Qt::ArrowCursor);
        return ChartView::mouseMoveEvent(event);
    }
    const Hit end = hitAt(eventPosition(event), true);
    m_moved = m_moved || end.row != m_start.row || end.column != m_start.column;
    preview(end);
    if (m_addsUp) QToolTip::showText(eventGlobalPosition(event), textOf(m_highlight.cells), this);
}

void CarpetView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || m_start.part == Part::Nothing) return;
    finish(hitAt(eventPosition(event), true));
}

void CarpetView::keyPressEvent(QKeyEvent* event) {
    const bool arrow =
        event->key() == Qt::Key_Left || event->key() == Qt::Key_Right || event->key() == Qt::Key_Up || event->key() == Qt::Key_Down;
    const bool press = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if ((!arrow && !press) || columns() == 0 || m_marks.isEmpty()) return ChartView::keyPressEvent(event);
    const int before = m_highlight.hovered;
    if (arrow) ChartView::keyPressEvent(event);
    if (m_highlight.hovered < 0) return;
    const Hit here{Part::Cell, m_highlight.hovered / columns(), m_highlight.hovered % columns()};
    if (press) {
        begin(here, event->modifiers() & Qt::ControlModifier);
        m_anchor = here;
        return finish(here);
    }
    if (!(event->modifiers() & Qt::ShiftModifier)) return;
    if (m_anchor.part != Part::Cell && before >= 0) m_anchor = {Part::Cell, before / columns(), before % columns()};
    if (m_anchor.part != Part::Cell) return;
    begin(m_anchor, false);
    finish(here);
}

}  // namespace mudeung
