// SPDX-License-Identifier: GPL-3.0-or-later
// Height from width and text.
#include "ui/common/still_label.h"

#include <QEvent>
#include <algorithm>

namespace mudeung {

StillLabel::StillLabel(QWidget* parent) : QWidget(parent), m_label(new QLabel(this)) {
    // Without a layout here nobody above hears of the label's own changes.
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void StillLabel::setText(const QString& text) {
    if (text == m_label->text()) return;
    m_label->setText(text);
    fit();
}

QSize StillLabel::sizeHint() const {
    return QSize(m_label->sizeHint().width(), height());
}

QSize StillLabel::minimumSizeHint() const {
    return QSize(0, height());
}

void StillLabel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fit();
}

/// The label tells its parent of another font or style too.
bool StillLabel::event(QEvent* event) {
    if (event->type() == QEvent::LayoutRequest) fit();
    return QWidget::event(event);
}

void StillLabel::fit() {
    const int needed = m_label->wordWrap() && width() > 0 ? m_label->heightForWidth(width()) : m_label->sizeHint().height();
    if (needed != minimumHeight() || needed != maximumHeight()) setFixedHeight(std::max(0, needed));
    m_label->setGeometry(0, 0, width(), std::max(0, needed));
}

}  // namespace mudeung
