// SPDX-License-Identifier: GPL-3.0-or-later
// Buttons of the selection tools, with icons painted in the colours of the theme.
#include "ui/map/tool_column.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QPainterPath>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/base/format.h"
#include "ui/map/drawn_icon.h"
#include "ui/map/map_button.h"

namespace mudeung {
namespace {

constexpr int kButton = 32;
constexpr int kWithMenu = 46;

void paintPointer(QPainter& painter, const QColor& color) {
    painter.setBrush(color);
    painter.drawPolygon(QPolygonF(QVector<QPointF>{{5, 2.5}, {5, 16.5}, {8.6, 13.2}, {11, 18}, {13.2, 16.9}, {10.9, 12.3}, {15.5, 12}}));
}

void paintBox(QPainter& painter, const QColor& color) {
    painter.setPen(QPen(color, 1.6, Qt::DashLine));
    painter.drawRect(QRectF(3, 4.5, 14, 11));
}

void paintLasso(QPainter& painter) {
    QPainterPath path(QPointF(8, 14));
    path.cubicTo(0, 13, 1, 3, 10, 3);
    path.cubicTo(20, 3, 20, 14, 11, 14);
    path.cubicTo(6, 14, 6.5, 18, 10, 18);
    painter.drawPath(path);
}

void paintRadius(QPainter& painter, const QColor& color) {
    painter.drawEllipse(QPointF(10, 10), 7.6, 7.6);
    painter.drawEllipse(QPointF(10, 10), 4.2, 4.2);
    painter.setBrush(color);
    painter.drawEllipse(QPointF(10, 10), 0.9, 0.9);
}

void paintDong(QPainter& painter, const QColor& color) {
    QColor inside = color;
    inside.setAlpha(70);
    painter.setBrush(inside);
    painter.drawPolygon(QPolygonF(QVector<QPointF>{{3, 7}, {9, 2.5}, {17, 5.5}, {15.5, 12}, {17, 16.5}, {7.5, 17.5}}));
}

QIcon toolIcon(SelectTool tool, const QColor& color) {
    return drawnIcon(color, [&](QPainter& painter) {
        switch (tool) {
            case SelectTool::Pointer:
                paintPointer(painter, color);
                break;
            case SelectTool::Box:
                paintBox(painter, color);
                break;
            case SelectTool::Lasso:
                paintLasso(painter);
                break;
            case SelectTool::Radius:
                paintRadius(painter, color);
                break;
            case SelectTool::Dong:
                paintDong(painter, color);
                break;
        }
    });
}

}  // namespace

ToolColumn::ToolColumn(QWidget* parent) : QWidget(parent), m_radii(new QMenu(this)), m_radiusGroup(new QActionGroup(this)) {
    setObjectName(QStringLiteral("mapTools"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    for (const char* name : {"toolPointer", "toolBox", "toolLasso", "toolRadius", "toolDong"}) {
        auto* button = new MapButton(this);
        const auto tool = static_cast<SelectTool>(m_buttons.size());
        button->setObjectName(QLatin1String(name));
        button->setCheckable(true);
        button->setIconSize(QSize(kIconSize, kIconSize));
        button->setFixedSize(kButton, kButton);
        column->addWidget(button, 0, Qt::AlignLeft);
        connect(button, &QToolButton::clicked, this, [this, tool] { setTool(tool); });
        auto* shortcut = new QShortcut(QKeySequence(Qt::Key_1 + static_cast<int>(m_buttons.size())), parent);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, button, &QToolButton::click);
        m_buttons.append(button);
    }
    QToolButton* radius = m_buttons[static_cast<int>(SelectTool::Radius)];
    radius->setFixedSize(kWithMenu, kButton);
    radius->setPopupMode(QToolButton::MenuButtonPopup);
    radius->setMenu(m_radii);
    for (int meters : kRadii) {
        QAction* action = m_radii->addAction(QString());
        action->setCheckable(true);
        action->setData(meters);
        m_radiusGroup->addAction(action);
        connect(action, &QAction::triggered, this, [this, meters] {
            setTool(SelectTool::Radius);
            setRadius(meters);
        });
    }
    m_buttons.first()->setChecked(true);
    m_radiusGroup->actions().at(1)->setChecked(true);
    retranslate();
}

void ToolColumn::setTool(SelectTool tool) {
    for (int i = 0; i < static_cast<int>(m_buttons.size()); ++i) m_buttons[i]->setChecked(i == static_cast<int>(tool));
    if (m_tool == tool) return;
    m_tool = tool;
    emit toolChosen(tool);
}

void ToolColumn::setRadius(int meters) {
    for (QAction* action : m_radiusGroup->actions()) action->setChecked(action->data().toInt() == meters);
    if (m_radius == meters) return;
    m_radius = meters;
    retranslate();
    emit radiusChosen(meters);
}

void ToolColumn::setHasDongs(bool has) {
    if (has == m_hasDongs) return;
    m_hasDongs = has;
    m_buttons[static_cast<int>(SelectTool::Dong)]->setEnabled(has);
    if (!has && m_tool == SelectTool::Dong) setTool(SelectTool::Pointer);
    retranslate();
}

void ToolColumn::applyTheme(const MapPalette& palette) {
    for (int i = 0; i < static_cast<int>(m_buttons.size()); ++i) m_buttons[i]->setIcon(toolIcon(static_cast<SelectTool>(i), palette.text));
    setStyleSheet(QStringLiteral("QToolButton{background:%1;color:%2;border:1px solid %3;border-radius:4px}"
                                 "QToolButton:hover,QToolButton:focus{border-color:%2}"
                                 "QToolButton:checked{border:2px solid %4}"
                                 "QToolButton::menu-button{border:none;width:13px}")
                      .arg(palette.panel.name(), palette.text.name(), palette.panelLine.name(), palette.selection.name()));
}

void ToolColumn::retranslate() {
    const QString radius = formatNumber(m_radius);
    const QStringList tips{tr("Select by click (1): drag moves the map, Shift+drag draws a box"), tr("Select with a box (2)"),
                           tr("Select with a lasso drawn by hand (3)"), tr("Select within %1 m of a point (4)").arg(radius),
                           m_hasDongs ? tr("Select all places of a dong (5)") : tr("Import the boundaries of dongs to select by dong.")};
    for (int i = 0; i < static_cast<int>(m_buttons.size()); ++i) {
        m_buttons[i]->setToolTip(tips[i]);
        m_buttons[i]->setAccessibleName(tips[i]);
    }
    for (QAction* action : m_radiusGroup->actions()) action->setText(tr("%1 m").arg(formatNumber(action->data().toInt())));
}

}  // namespace mudeung
