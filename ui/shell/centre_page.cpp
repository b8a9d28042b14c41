// SPDX-License-Identifier: GPL-3.0-or-later
// Where the pages and the bar lie.
#include "ui/shell/centre_page.h"

#include <QEvent>
#include <QStackedWidget>

#include "ui/common/message_bar.h"

namespace mudeung {

CentrePage::CentrePage(QWidget* parent) : QWidget(parent), m_pages(new QStackedWidget(this)), m_messages(new MessageBar(this)) {
    m_messages->installEventFilter(this);
    connect(m_pages, &QStackedWidget::currentChanged, this, [this] {
        place();
        updateGeometry();
    });
}

QSize CentrePage::sizeHint() const {
    return m_pages->sizeHint();
}

QSize CentrePage::minimumSizeHint() const {
    // Of the page that is seen: the stack would ask for the room of the tallest, and the window would not fit a small screen.
    const QWidget* page = m_pages->currentWidget();
    return page ? page->minimumSizeHint().expandedTo(page->minimumSize()) : QSize();
}

void CentrePage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    place();
}

bool CentrePage::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
        case QEvent::Show:
        case QEvent::Hide:
        case QEvent::LayoutRequest:  // another text, details opened
            place();
            break;
        default:
            break;
    }
    return QWidget::eventFilter(watched, event);
}

void CentrePage::place() {
    m_pages->setGeometry(rect());
    const bool shown = !m_messages->isHidden();
    const int height = !shown ? 0 : m_messages->hasHeightForWidth() ? m_messages->heightForWidth(width()) : m_messages->sizeHint().height();
    if (shown) {
        m_messages->setGeometry(0, 0, width(), height);
        m_messages->raise();
    }
    for (int i = 0; i < m_pages->count(); ++i) m_pages->widget(i)->setContentsMargins(0, height, 0, 0);
}

}  // namespace mudeung
