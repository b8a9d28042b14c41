// SPDX-License-Identifier: GPL-3.0-or-later
// The analyses that are running: how far each is, and a button to stop it. Knows TaskRunner only.
#pragma once

#include "core/task/task_runner.h"
#include "ui/common/panel.h"

class QLabel;
class QProgressBar;
class QToolButton;
class QVBoxLayout;

namespace mudeung {

class RunBoard : public Panel {
    Q_OBJECT
public:
    explicit RunBoard(TaskRunner* tasks, QWidget* parent = nullptr);
    /// Shows the task until it ends.
    void add(TaskId id, const QString& title);

protected:
    void retranslate() override;

private:
    struct Row {
        TaskId id = 0;
        QString title;
        QWidget* box = nullptr;
        QLabel* text = nullptr;
        QProgressBar* bar = nullptr;
        QToolButton* cancel = nullptr;
    };
    void refresh(quint64 id);
    void remove(quint64 id);

    TaskRunner* m_tasks;
    QVBoxLayout* m_column;
    QVector<Row> m_rows;
};

}  // namespace mudeung
