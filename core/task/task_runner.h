// SPDX-License-Identifier: GPL-3.0-or-later
// Runs jobs off the GUI thread on its own pool: progress, cancel, result back on the owner's thread. Knows no widget,
// no layer and no file. The one place where exceptions of jobs are caught.
#pragma once

#include <QObject>
#include <QPointer>
#include <QString>
#include <QVector>
#include <functional>
#include <memory>
#include <optional>
#include <type_traits>

#include "core/base/progress.h"
#include "core/base/result.h"

namespace mudeung {

using TaskId = quint64;

/// Asked: somebody started it and waits for its result. Passing: it only refreshes what is on screen and may be dropped unasked.
enum class TaskKind { Asked, Passing };

/// What is known of a running task.
struct TaskState {
    TaskId id = 0;
    QString title;
    ProgressReport progress;
    bool cancelling = false;
    TaskKind kind = TaskKind::Asked;
};

/// Runs `work` and turns every exception into an Error.
std::optional<Error> runGuarded(const QString& title, const std::function<void()>& work);

class TaskRunner : public QObject {
    Q_OBJECT
public:
    /// `threads` = 0: as many as the machine has cores.
    explicit TaskRunner(QObject* parent = nullptr, int threads = 0);
    /// Cancels everything and waits for the jobs to notice.
    ~TaskRunner() override;

    /// Starts `job(Progress&) → Result<T>` on the pool; `done(Result<T>)` follows on this object's thread unless `context` is gone by
    /// then. Jobs capture values, never widgets. Without a context the runner itself is the context.
    template <typename Job, typename Done>
    TaskId run(const QString& title, Job job, QObject* context, Done done, TaskKind kind = TaskKind::Asked) {
        using Answer = std::invoke_result_t<Job, Progress&>;
        auto answer = std::make_shared<std::optional<Answer>>();
        return start(
            title,
            [title, answer, job = std::move(job)](Progress& progress) mutable {
                const auto failure = runGuarded(title, [&] { answer->emplace(job(progress)); });
                if (failure) answer->emplace(*failure);
            },
            context, [answer, done = std::move(done)]() mutable { done(std::move(**answer)); }, kind);
    }

    /// Asks a task to stop; it ends as soon as its job polls. Unknown ids are ignored.
    void cancel(TaskId id);
    void cancelAll();
    bool isRunning(TaskId id) const;
    QVector<TaskState> tasks() const;  ///< in the order of starting

signals:
    void taskStarted(quint64 id);
    void taskProgressed(quint64 id);  ///< at most ten times a second for one task, phase changes excepted
    void taskFinished(quint64 id);    ///< after `done`

private:
    TaskId start(const QString& title, std::function<void(Progress&)> work, QObject* context, std::function<void()> finish, TaskKind kind);
    void noteProgress(TaskId id, const ProgressReport& report);
    void finishTask(TaskId id, const QPointer<QObject>& context, const std::function<void()>& finish);

    class Impl;
    std::unique_ptr<Impl> m_impl;
};

/// Keeps only the latest of a series of jobs: a new one cancels the one before and drops its result.
class LatestOnly {
public:
    explicit LatestOnly(TaskRunner* runner) : m_runner(runner) {}
    ~LatestOnly() { cancel(); }
    LatestOnly(const LatestOnly&) = delete;
    LatestOnly& operator=(const LatestOnly&) = delete;

    template <typename Job, typename Done>
    void run(const QString& title, Job job, QObject* context, Done done) {
        cancel();
        const auto ticket = m_ticket;
        const auto mine = *ticket;
        m_running = m_runner->run(
            title, std::move(job), context,
            [ticket, mine, done = std::move(done)](auto result) mutable {
                if (*ticket == mine) done(std::move(result));
            },
            TaskKind::Passing);
    }

    /// Stops the running job and drops its result.
    void cancel() {
        ++*m_ticket;
        if (m_runner && m_running != 0) m_runner->cancel(m_running);
        m_running = 0;
    }

private:
    QPointer<TaskRunner> m_runner;
    std::shared_ptr<quint64> m_ticket = std::make_shared<quint64>(0);
    TaskId m_running = 0;
};

}  // namespace mudeung
