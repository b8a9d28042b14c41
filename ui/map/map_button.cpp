// SPDX-License-Identifier: GPL-3.0-or-later
// Painting once per look.
#include "ui/map/map_button.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionToolButton>

namespace mudeung {

void MapButton::paintEvent(QPaintEvent*) {
    QStyleOptionToolButton option;
    initStyleOption(&option);
    const QString key = QStringLiteral("%1 %2 %3 %4 %5 %6")
                            .arg(static_cast<int>(option.state))
                            .arg(static_cast<int>(option.subControls))
                            .arg(static_cast<int>(option.activeSubControls))
                            .arg(option.icon.cacheKey())
                            .arg(m_styles)
                            .arg(option.text);
    QPainter painter(this);
    m_look.paint(painter, rect(), key, [&](QPainter& look) { style()->drawComplexControl(QStyle::CC_ToolButton, &option, &look, this); });
}

void MapButton::changeEvent(QEvent* event) {
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) ++m_styles;
    QToolButton::changeEvent(event);
}

}  // namespace mudeung
