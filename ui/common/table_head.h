// SPDX-License-Identifier: GPL-3.0-or-later
// Heads that stand over their cells: numbers' heads end where the numbers end, whatever the order.
#pragma once

#include <QHeaderView>

namespace mudeung {

/// The style's own head keeps room at its right for the arrow of the order, so that no head at the right stands over its numbers. Here the
/// arrow stands before such a head, and behind the others.
class TableHead : public QHeaderView {
    Q_OBJECT
public:
    /// Pixels between the cells' text and the borders of their column.
    explicit TableHead(QWidget* parent, int right = 3, int left = 3);

protected:
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;

private:
    int m_right;
    int m_left;
};

}  // namespace mudeung
