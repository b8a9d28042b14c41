// SPDX-License-Identifier: GPL-3.0-or-later
// The message bar's widgets.
#include "ui/common/message_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/common/theme.h"

namespace mudeung {

MessageBar::MessageBar(QWidget* parent) : QFrame(parent) {
    setObjectName(QStringLiteral("messageBar"));
    setAutoFillBackground(true);
    m_text = new QLabel(this);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_details = new QPushButton(this);
    m_details->setCheckable(true);
    m_action = new QPushButton(this);
    m_action->setObjectName(QStringLiteral("messageAction"));
    m_close = new QToolButton(this);
    m_close->setText(QStringLiteral("✕"));
    m_close->setMinimumSize(28, 28);
    m_detailText = new QPlainTextEdit(this);
    m_detailText->setReadOnly(true);
    m_detailText->setMaximumHeight(96);
    auto* row = new QHBoxLayout;
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(m_details);
    row->addWidget(m_close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 4, 8, 4);
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(m_detailText);
    connect(m_details, &QPushButton::toggled, m_detailText, &QWidget::setVisible);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::clear);
    connect(m_action, &QPushButton::clicked, this, [this] {
        const auto run = m_run;
        clear();
        if (run) run();
    });
    retranslate();
    hide();
}

void MessageBar::showMessage(Level level, const QString& text, const QString& detail, const QString& actionText,
                             std::function<void()> action) {
    m_level = level;
    m_run = std::move(action);
    m_text->setText(text);
    m_detailText->setPlainText(detail);
    m_details->setChecked(false);
    m_detailText->hide();
    m_details->setVisible(!detail.isEmpty());
    m_action->setText(actionText);
    m_action->setAccessibleName(actionText);
    m_action->setVisible(!actionText.isEmpty());
    setAccessibleName(text);
    recolor();
    show();
}

void MessageBar::showError(const mudeung::Error& error) {
    showMessage(Level::Error, error.message, error.detail);
}

QString MessageBar::text() const {
    return m_text->text();
}

void MessageBar::clear() {
    m_run = {};
    hide();
}

void MessageBar::recolor() {
    m_coloring = true;
    const ThemeColors& colors = themeColors(darkTheme());
    QPalette palette = themePalette(darkTheme());
    const QColor backgrounds[] = {colors.info, colors.success, colors.warning, colors.error};
    palette.setColor(QPalette::Window, backgrounds[static_cast<int>(m_level)]);
    setPalette(palette);
    m_coloring = false;
}

void MessageBar::retranslate() {
    m_details->setText(tr("Show details"));
    m_details->setAccessibleName(tr("Show details"));
    if (m_action->text().isEmpty()) m_action->setAccessibleName(tr("Do what the message offers"));
    m_close->setAccessibleName(tr("Close message"));
    m_close->setToolTip(tr("Close message"));
    m_detailText->setAccessibleName(tr("Technical details"));
}

void MessageBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    if (event->type() == QEvent::PaletteChange && !m_coloring && isVisible()) recolor();
    QFrame::changeEvent(event);
}

}  // namespace mudeung
