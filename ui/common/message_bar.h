// SPDX-License-Identifier: GPL-3.0-or-later
// One line above the map that says what happened and what can be done; never a dialog. Knows no caller.
#pragma once

#include <QFrame>
#include <functional>

#include "core/base/error.h"

class QLabel;
class QPushButton;
class QPlainTextEdit;
class QToolButton;

namespace mudeung {

class MessageBar : public QFrame {
    Q_OBJECT
public:
    enum class Level { Info, Success, Warning, Error };

    explicit MessageBar(QWidget* parent = nullptr);
    /// `detail` appears behind "Show details"; `actionText` with `action` adds a button.
    void showMessage(Level level, const QString& text, const QString& detail = {}, const QString& actionText = {},
                     std::function<void()> action = {});
    void showError(const mudeung::Error& error);
    QString text() const;
    Level level() const { return m_level; }
    void clear();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void recolor();

    Level m_level = Level::Info;
    QLabel* m_text;
    QPushButton* m_details;
    QPushButton* m_action;
    QToolButton* m_close;
    QPlainTextEdit* m_detailText;
    std::function<void()> m_run;
    bool m_coloring = false;
};

}  // namespace mudeung
