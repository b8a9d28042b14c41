// SPDX-License-Identifier: GPL-3.0-or-later
// The base of panels: one place where a change of language reaches their texts, and where work waits until a panel is seen. Knows no
// particular panel.
#pragma once

#include <QEvent>
#include <QWidget>

namespace mudeung {

class Panel : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

protected:
    /// Sets every text anew; called on a change of language.
    virtual void retranslate() = 0;
    void changeEvent(QEvent* event) override {
        if (event->type() == QEvent::LanguageChange) {
            m_translates = true;
            retranslate();
            m_translates = false;
        }
        QWidget::changeEvent(event);
    }

    /// Whether to leave the work until somebody sees the panel, which lies behind another tab; catchUp() follows then. There a panel is
    /// visible to Qt, only outside of its dock.
    bool waitsToBeSeen() {
        m_waits = isVisible() && !m_translates && visibleRegion().isEmpty();
        return m_waits;
    }
    virtual void catchUp() {}
    void paintEvent(QPaintEvent* event) override {
        QWidget::paintEvent(event);
        if (!m_waits) return;
        m_waits = false;
        QMetaObject::invokeMethod(
            this, [this] { catchUp(); }, Qt::QueuedConnection);  // nothing is laid out while it is painted
    }

private:
    bool m_waits = false;
    bool m_translates = false;  ///< no text of another language stays, seen or not
};

}  // namespace mudeung
