// SPDX-License-Identifier: GPL-3.0-or-later
// The pool, the list of running tasks and the guard around jobs.
#include "core/task/task_runner.h"

#include <QCoreApplication>
#include <QRunnable>
#include <QThread>
#include <QThreadPool>
#include <algorithm>
#include <exception>
#include <new>

namespace mudeung {

std::optional<Error> runGuarded(const QString& title, const std::function<void()>& work) {
    const QString where =
        QCoreApplication::translate("Task", "“%1” stopped because of a fault in the program. Nothing was changed; please report it.");
    try {
        work();
        return std::nullopt;
    } catch (const std::bad_alloc&) {
        return Error{
            ErrorCode::Internal,
            QCoreApplication::translate("Task", "“%1” stopped because memory ran out. Close other programs or take a shorter period.")
                .arg(title),
            QStringLiteral("std::bad_alloc")};
    } catch (const std::exception& e) {
        return Error{ErrorCode::Internal, where.arg(title), QString::fromUtf8(e.what())};
    } catch (...) {
        return Error{ErrorCode::Internal, where.arg(title), QStringLiteral("unknown exception")};
    }
}

namespace {

struct Task {
    TaskState state;
    std::shared_ptr<Progress> progress;
};

class FunctionRunnable : public QRunnable {
public:
    explicit FunctionRunnable(std::function<void()> work) : m_work(std::move(work)) {}
    void run() override { m_work(); }

private:
    std::function<void()> m_work;
};

}  // namespace

class TaskRunner::Impl {
public:
    QThreadPool pool;
    std::vector<Task> tasks;
    TaskId lastId = 0;

    std::vector<Task>::iterator find(TaskId id) {
        return std::find_if(tasks.begin(), tasks.end(), [id](const Task& t) { return t.state.id == id; });
    }
};

TaskRunner::TaskRunner(QObject* parent, int threads) : QObject(parent), m_impl(std::make_unique<Impl>()) {
    // At least two: a new query must be able to start while a cancelled one is still noticing.
    m_impl->pool.setMaxThreadCount(threads > 0 ? threads : std::max(2, QThread::idealThreadCount()));
}

TaskRunner::~TaskRunner() {
    cancelAll();
    m_impl->pool.waitForDone();
}

TaskId TaskRunner::start(const QString& title, std::function<void(Progress&)> work, QObject* context, std::function<void()> finish,
                         TaskKind kind) {
    const TaskId id = ++m_impl->lastId;
    auto progress = std::make_shared<Progress>([this, id](const ProgressReport& report) {
        QMetaObject::invokeMethod(
            this, [this, id, report] { noteProgress(id, report); }, Qt::QueuedConnection);
    });
    Task task;
    task.state.id = id;
    task.state.title = title;
    task.state.kind = kind;
    task.progress = progress;
    m_impl->tasks.push_back(task);
    const QPointer<QObject> guard(context ? context : this);
    m_impl->pool.start(new FunctionRunnable([this, id, progress, guard, work = std::move(work), finish = std::move(finish)] {
        work(*progress);
        QMetaObject::invokeMethod(
            this, [this, id, guard, finish] { finishTask(id, guard, finish); }, Qt::QueuedConnection);
    }));
    emit taskStarted(id);
    return id;
}

void TaskRunner::noteProgress(TaskId id, const ProgressReport& report) {
    const auto task = m_impl->find(id);
    if (task == m_impl->tasks.end()) return;
    task->state.progress = report;
    emit taskProgressed(id);
}

void TaskRunner::finishTask(TaskId id, const QPointer<QObject>& context, const std::function<void()>& finish) {
    const auto task = m_impl->find(id);
    if (task != m_impl->tasks.end()) m_impl->tasks.erase(task);
    const QPointer<TaskRunner> self(this);
    if (context) finish();
    if (self) emit taskFinished(id);
}

void TaskRunner::cancel(TaskId id) {
    const auto task = m_impl->find(id);
    if (task == m_impl->tasks.end() || task->state.cancelling) return;
    task->state.cancelling = true;
    task->progress->cancel();
    emit taskProgressed(id);
}

void TaskRunner::cancelAll() {
    const auto running = tasks();
    for (const TaskState& state : running) cancel(state.id);
}

bool TaskRunner::isRunning(TaskId id) const {
    return m_impl->find(id) != m_impl->tasks.end();
}

QVector<TaskState> TaskRunner::tasks() const {
    QVector<TaskState> states;
    for (const Task& task : m_impl->tasks) states.push_back(task.state);
    return states;
}

}  // namespace mudeung
