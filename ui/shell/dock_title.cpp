// SPDX-License-Identifier: GPL-3.0-or-later
// Name, tools and close button of a panel.
#include "ui/shell/dock_title.h"

#include <QDockWidget>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace mudeung {

namespace {
constexpr int kTarget = 28;
}

DockTitle::DockTitle(QDockWidget* dock, QWidget* tools) : Panel(dock), m_dock(dock) {
    m_name = new QLabel(this);
    m_name->setProperty("muted", true);
    m_close = new QToolButton(this);
    m_close->setProperty("flat", true);
    m_close->setText(QStringLiteral("✕"));
    m_close->setFixedSize(kTarget, kTarget);
    m_close->setFocusPolicy(Qt::TabFocus);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 2, 4, 2);
    row->setSpacing(8);
    row->addWidget(m_name);
    // Tools that want to be wide take the room that others leave empty.
    const bool wide = tools && tools->sizePolicy().horizontalPolicy() == QSizePolicy::Expanding;
    if (!wide) row->addStretch(1);
    if (tools) row->addWidget(tools, wide ? 1 : 0);
    row->addWidget(m_close);
    // Through the menu's action, so that a closed panel stays closed with the next workspace.
    connect(m_close, &QToolButton::clicked, dock, &QDockWidget::close);
    connect(dock, &QDockWidget::windowTitleChanged, this, &DockTitle::retranslate);
    retranslate();
}

QSize DockTitle::minimumSizeHint() const {
    return {120, kTarget + 4};
}

void DockTitle::retranslate() {
    m_name->setText(m_dock->windowTitle());
    m_close->setAccessibleName(tr("Close the panel “%1”").arg(m_dock->windowTitle()));
    m_close->setToolTip(m_close->accessibleName());
}

}  // namespace mudeung
