// SPDX-License-Identifier: GPL-3.0-or-later
// The base of panels: one place where a change of language reaches their texts. Knows no particular panel.
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
        if (event->type() == QEvent::LanguageChange) retranslate();
        QWidget::changeEvent(event);
    }
};

}  // namespace mudeung
