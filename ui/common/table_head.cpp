// SPDX-License-Identifier: GPL-3.0-or-later
// The ground of a head from the style; its words and its arrow drawn here.
#include "ui/common/table_head.h"

#include <QPainter>
#include <QStyleOptionHeader>
#include <algorithm>

#include "ui/common/theme.h"

namespace mudeung {

TableHead::TableHead(QWidget* parent, int right, int left) : QHeaderView(Qt::Horizontal, parent), m_right(right), m_left(left) {
    setSectionsClickable(true);
    setHighlightSections(false);
}

void TableHead::paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const {
    if (!rect.isValid()) return;
    constexpr int kArrowWidth = 8, kArrowHeight = 4, kGap = 4;
    QStyleOptionHeader ground;
    initStyleOption(&ground);
    ground.rect = rect;
    ground.section = logicalIndex;
    painter->save();
    style()->drawControl(QStyle::CE_HeaderSection, &ground, painter, this);
    const bool sorted = isSortIndicatorShown() && sortIndicatorSection() == logicalIndex;
    const auto alignment = static_cast<Qt::Alignment>(model()->headerData(logicalIndex, orientation(), Qt::TextAlignmentRole).toInt());
    const bool right = alignment & Qt::AlignRight;
    const QRect room = rect.adjusted(m_left, 0, -m_right, 0);
    const int words = room.width() - (sorted ? kArrowWidth + kGap : 0);
    QStringList lines = model()->headerData(logicalIndex, orientation(), Qt::DisplayRole).toString().split(QLatin1Char('\n'));
    int widest = 0;
    for (QString& line : lines) {
        line = fontMetrics().elidedText(line, Qt::ElideRight, words);
        widest = std::max(widest, fontMetrics().horizontalAdvance(line));
    }
    const ThemeColors& c = themeColors(darkTheme());
    // A head at the right and the next one at the left would read as one.
    painter->setPen(c.separator);
    painter->drawLine(rect.right(), rect.top() + 6, rect.right(), rect.bottom() - 6);
    painter->setFont(font());
    painter->setPen(c.mutedText);
    painter->drawText(room, static_cast<int>(alignment | Qt::AlignVCenter), lines.join(QLatin1Char('\n')));
    if (sorted) {
        const int x = right ? room.right() + 1 - widest - kGap - kArrowWidth : room.left() + widest + kGap;
        const int y = rect.center().y() - kArrowHeight / 2;
        const bool up = sortIndicatorOrder() == Qt::AscendingOrder;
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(c.mutedText, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const int base = up ? y + kArrowHeight : y, tip = up ? y : y + kArrowHeight;
        painter->drawPolyline(QPolygonF(
            QVector<QPointF>{{x + 0.5, base + 0.5}, {x + kArrowWidth / 2 + 0.5, tip + 0.5}, {x + kArrowWidth + 0.5, base + 0.5}}));
    }
    painter->restore();
}

}  // namespace mudeung
