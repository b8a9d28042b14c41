// SPDX-License-Identifier: GPL-3.0-or-later
// The running tasks in the status bar: name, bar, time left, cancel. Knows TaskRunner only.
#pragma once

#include <QElapsedTimer>
#include <QHash>

#include "ui/common/panel.h"

class QLabel;
class QProgressBar;
class QToolButton;

namespace mudeung {

class TaskRunner;

class TaskTray : public Panel {
    Q_OBJECT
public:
    explicit TaskTray(TaskRunner* tasks, QWidget* parent = nullptr);

protected:
    void retranslate() override;

private:
    void refresh();

    TaskRunner* m_tasks;
    QLabel* m_text;
    QProgressBar* m_bar;
    QToolButton* m_cancel;
    quint64 m_shown = 0;
    QHash<quint64, QElapsedTimer> m_started;  ///< of the tasks that run
};

}  // namespace mudeung
