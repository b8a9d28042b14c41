// SPDX-License-Identifier: GPL-3.0-or-later
// Shows the oldest running task and how many wait behind it.
#include "ui/shell/task_tray.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QTimer>
#include <QToolButton>
#include <algorithm>
#include <iterator>

#include "core/base/format.h"
#include "core/task/task_runner.h"

namespace mudeung {

namespace {
constexpr int kShowAfterMs = 300;  // shorter tasks would only flicker
}

TaskTray::TaskTray(TaskRunner* tasks, QWidget* parent) : Panel(parent), m_tasks(tasks) {
    m_text = new QLabel(this);
    m_bar = new QProgressBar(this);
    m_bar->setFixedWidth(120);
    m_bar->setTextVisible(false);
    m_cancel = new QToolButton(this);
    m_cancel->setText(QStringLiteral("✕"));
    m_cancel->setMinimumSize(28, 28);
    m_cancel->setProperty("flat", true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 8, 0);
    row->addWidget(m_text);
    row->addWidget(m_bar);
    row->addWidget(m_cancel);
    connect(m_cancel, &QToolButton::clicked, this, [this] { m_tasks->cancel(m_shown); });
    connect(tasks, &TaskRunner::taskStarted, this, [this](quint64 id) {
        m_started[id].start();
        QTimer::singleShot(kShowAfterMs, Qt::PreciseTimer, this, &TaskTray::refresh);
    });
    connect(tasks, &TaskRunner::taskProgressed, this, [this] {
        if (isVisible()) refresh();
    });
    connect(tasks, &TaskRunner::taskFinished, this, [this](quint64 id) {
        m_started.remove(id);
        refresh();
    });
    retranslate();
}

void TaskTray::retranslate() {
    m_cancel->setAccessibleName(tr("Cancel this task"));
    m_cancel->setToolTip(tr("Cancel this task"));
    m_bar->setAccessibleName(tr("Progress of the running task"));
    refresh();
}

void TaskTray::refresh() {
    const auto running = m_tasks->tasks();
    QVector<TaskState> tasks;
    std::copy_if(running.begin(), running.end(), std::back_inserter(tasks), [this](const TaskState& task) {
        const auto started = m_started.constFind(task.id);
        return started == m_started.constEnd() || started->hasExpired(kShowAfterMs - 1);
    });
    setVisible(!tasks.isEmpty());
    if (tasks.isEmpty()) return;
    const TaskState& task = tasks.first();
    m_shown = task.id;
    QStringList parts{task.title};
    if (task.cancelling)
        parts << tr("cancelling …");
    else if (task.progress.secondsLeft >= 0.0)
        parts << tr("%1 left").arg(formatDuration(task.progress.secondsLeft));
    if (tasks.size() > 1) parts << tr("and %n more", nullptr, static_cast<int>(tasks.size()) - 1);
    m_text->setText(parts.join(QStringLiteral(" · ")));
    m_text->setToolTip(task.progress.phase);
    m_cancel->setEnabled(!task.cancelling);
    if (task.progress.fraction < 0.0) {
        m_bar->setRange(0, 0);
    } else {
        m_bar->setRange(0, 1000);
        m_bar->setValue(static_cast<int>(task.progress.fraction * 1000.0));
    }
}

}  // namespace mudeung
