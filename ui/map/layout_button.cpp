// SPDX-License-Identifier: GPL-3.0-or-later
// Menu of the layouts, with icons painted in the colours of the theme.
#include "ui/map/layout_button.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>
#include <QShortcut>

#include "ui/map/drawn_icon.h"

namespace mudeung {
namespace {

constexpr int kLayouts = 4;
constexpr int kWidth = 46;  ///< as the other button with a menu
constexpr int kHeight = 32;

QIcon layoutIcon(MapLayout layout, const QColor& color) {
    return drawnIcon(color, [&](QPainter& painter) {
        QColor inside = color;
        inside.setAlpha(80);
        if (layout == MapLayout::Swipe) painter.fillRect(QRectF(2.5, 4, 7.5, 12), inside);
        painter.drawRect(QRectF(2.5, 4, 15, 12));
        if (layout != MapLayout::Single)
            painter.drawLine(QPointF(10, layout == MapLayout::Swipe ? 1.5 : 4), QPointF(10, layout == MapLayout::Swipe ? 18.5 : 16));
        if (layout == MapLayout::Four) painter.drawLine(QPointF(2.5, 10), QPointF(17.5, 10));
    });
}

}  // namespace

QString layoutName(MapLayout layout) {
    switch (layout) {
        case MapLayout::Single:
            return QCoreApplication::translate("MapLayout", "One map");
        case MapLayout::SideBySide:
            return QCoreApplication::translate("MapLayout", "Side by side");
        case MapLayout::Four:
            return QCoreApplication::translate("MapLayout", "Four maps");
        case MapLayout::Swipe:
            return QCoreApplication::translate("MapLayout", "Swipe");
    }
    return {};
}

LayoutButton::LayoutButton(QWidget* parent) : MapButton(parent), m_actions(new QActionGroup(this)) {
    setObjectName(QStringLiteral("mapLayout"));
    setFixedSize(kWidth, kHeight);
    setIconSize(QSize(kIconSize, kIconSize));
    setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(this);
    for (int i = 0; i < kLayouts; ++i) {
        QAction* action = menu->addAction(QString());
        action->setCheckable(true);
        m_actions->addAction(action);
        connect(action, &QAction::triggered, this, [this, i] { emit chosen(static_cast<MapLayout>(i)); });
    }
    setMenu(menu);
    auto* next = new QShortcut(QKeySequence(Qt::Key_F6), this);
    next->setContext(Qt::WindowShortcut);
    connect(next, &QShortcut::activated, this,
            [this] { emit chosen(static_cast<MapLayout>((static_cast<int>(m_layout) + 1) % kLayouts)); });
    setLayoutShown(MapLayout::Single);
}

void LayoutButton::setLayoutShown(MapLayout layout) {
    if (layout == m_layout && !icon().isNull()) return;
    m_layout = layout;
    for (QAction* action : m_actions->actions()) {
        const bool shown = m_actions->actions().indexOf(action) == static_cast<int>(layout);
        action->setChecked(shown);
        QFont font = action->font();
        font.setBold(shown);  // some styles show no tick beside an icon
        action->setFont(font);
    }
    retranslate();
    showIcons();
}

void LayoutButton::applyTheme(const MapPalette& palette) {
    m_palette = palette;
    setStyleSheet(QStringLiteral("QToolButton{background:%1;color:%2;border:1px solid %3;border-radius:4px}"
                                 "QToolButton:hover,QToolButton:focus{border-color:%2}"
                                 "QToolButton::menu-indicator{subcontrol-position:right center;right:2px}")
                      .arg(palette.panel.name(), palette.text.name(), palette.panelLine.name()));
    showIcons();
}

void LayoutButton::showIcons() {
    setIcon(layoutIcon(m_layout, m_palette.text));
    for (int i = 0; i < kLayouts; ++i)
        m_actions->actions().at(i)->setIcon(layoutIcon(static_cast<MapLayout>(i), palette().color(QPalette::Text)));
}

void LayoutButton::retranslate() {
    for (int i = 0; i < kLayouts; ++i) m_actions->actions().at(i)->setText(layoutName(static_cast<MapLayout>(i)));
    setToolTip(tr("Compare maps: %1 (F6 for the next layout)").arg(layoutName(m_layout)));
    setAccessibleName(toolTip());
}

}  // namespace mudeung
