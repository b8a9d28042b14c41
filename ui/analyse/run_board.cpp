// SPDX-License-Identifier: GPL-3.0-or-later
// One row per running analysis.
#include "ui/analyse/run_board.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/base/format.h"

namespace mudeung {

namespace {
constexpr int kTarget = 28;
}

RunBoard::RunBoard(TaskRunner* tasks, QWidget* parent) : Panel(parent), m_tasks(tasks) {
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(12, 4, 12, 4);
    m_column->setSpacing(4);
    connect(tasks, &TaskRunner::taskProgressed, this, &RunBoard::refresh);
    connect(tasks, &TaskRunner::taskFinished, this, &RunBoard::remove);
    hide();
}

void RunBoard::add(TaskId id, const QString& title) {
    Row row;
    row.id = id;
    row.title = title;
    row.box = new QWidget(this);
    row.text = new QLabel(row.box);
    row.text->setObjectName(QStringLiteral("runningText"));
    row.text->setTextFormat(Qt::PlainText);
    row.text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row.bar = new QProgressBar(row.box);
    row.bar->setTextVisible(false);
    row.bar->setRange(0, 0);
    row.cancel = new QToolButton(row.box);
    row.cancel->setObjectName(QStringLiteral("cancelRun"));
    row.cancel->setProperty("flat", true);
    row.cancel->setText(QStringLiteral("✕"));
    row.cancel->setMinimumSize(kTarget, kTarget);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(row.text);
    words->addWidget(row.bar);
    auto* line = new QHBoxLayout(row.box);
    line->setContentsMargins(0, 0, 0, 0);
    line->addLayout(words, 1);
    line->addWidget(row.cancel);
    connect(row.cancel, &QToolButton::clicked, this, [this, id] {
        m_tasks->cancel(id);
        refresh(id);
    });
    m_column->addWidget(row.box);
    m_rows.append(row);
    show();
    retranslate();
}

void RunBoard::retranslate() {
    for (const Row& row : m_rows) {
        row.cancel->setToolTip(tr("Cancel “%1”").arg(row.title));
        row.cancel->setAccessibleName(row.cancel->toolTip());
        row.bar->setAccessibleName(tr("Progress of “%1”").arg(row.title));
        refresh(row.id);
    }
}

void RunBoard::refresh(quint64 id) {
    for (const Row& row : m_rows) {
        if (row.id != id) continue;
        for (const TaskState& task : m_tasks->tasks()) {
            if (task.id != id) continue;
            QStringList parts{row.title};
            if (task.cancelling)
                parts << tr("cancelling …");
            else if (task.progress.secondsLeft >= 0.0)
                parts << tr("%1 left").arg(formatDuration(task.progress.secondsLeft));
            else if (!task.progress.phase.isEmpty())
                parts << task.progress.phase;
            row.text->setText(parts.join(QStringLiteral(" · ")));
            row.text->setToolTip(row.text->text());
            row.cancel->setEnabled(!task.cancelling);
            row.bar->setRange(0, task.progress.fraction < 0.0 ? 0 : 1000);
            if (task.progress.fraction >= 0.0) row.bar->setValue(static_cast<int>(task.progress.fraction * 1000.0));
        }
    }
}

void RunBoard::remove(quint64 id) {
    for (int i = 0; i < static_cast<int>(m_rows.size()); ++i) {
        if (m_rows[i].id != id) continue;
        m_rows[i].box->deleteLater();
        m_column->removeWidget(m_rows[i].box);
        m_rows.removeAt(i);
        break;
    }
    setVisible(!m_rows.isEmpty());
}

}  // namespace mudeung
