// SPDX-License-Identifier: GPL-3.0-or-later
// TaskRunner and LatestOnly: threads, progress rate, cancel, exceptions, dropped results.
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QThread>
#include <QtTest>
#include <atomic>
#include <stdexcept>

#include "core/task/task_runner.h"

using namespace mudeung;

class TestTaskRunner : public QObject {
    Q_OBJECT
private slots:
    void doneOnOwnersThread();
    void progressIsThrottled();
    void cancelIsQuick();
    void exceptionsBecomeErrors();
    void goneContextGetsNothing();
    void latestOnlyDropsStaleResults();
    void destructorCancels();
    void listShowsRunningTasks();
};

namespace {
/// A job that polls until it is cancelled, at most ten seconds.
Result<int> untilCancelled(Progress& progress) {
    QElapsedTimer timer;
    timer.start();
    while (!progress.isCancelled()) {
        if (timer.elapsed() > 10000) return 1;
        QThread::msleep(5);
    }
    return Error{ErrorCode::Cancelled, QStringLiteral("stopped"), {}};
}
}  // namespace

void TestTaskRunner::doneOnOwnersThread() {
    TaskRunner runner;
    QThread* jobThread = nullptr;
    QThread* doneThread = nullptr;
    int value = 0;
    runner.run(
        QStringLiteral("add"),
        [&jobThread](Progress&) -> Result<int> {
            jobThread = QThread::currentThread();
            return 42;
        },
        this,
        [&](Result<int> result) {
            doneThread = QThread::currentThread();
            value = result.value();
        });
    QTRY_COMPARE(value, 42);
    QCOMPARE(doneThread, QThread::currentThread());
    QVERIFY(jobThread != doneThread);
}

void TestTaskRunner::progressIsThrottled() {
    TaskRunner runner;
    QSignalSpy progressed(&runner, &TaskRunner::taskProgressed);
    bool finished = false;
    runner.run(
        QStringLiteral("count"),
        [](Progress& progress) -> Result<int> {
            QElapsedTimer timer;
            timer.start();
            qint64 calls = 0;
            while (timer.elapsed() < 500) {
                progress.set(static_cast<double>(timer.elapsed()) / 500.0);
                ++calls;
            }
            return static_cast<int>(calls);
        },
        this, [&](Result<int> result) { finished = result.ok() && result.value() > 1000; });
    QTRY_VERIFY(finished);
    QVERIFY(progressed.count() >= 3);
    QVERIFY2(progressed.count() <= 7, qPrintable(QString::number(progressed.count())));
}

void TestTaskRunner::cancelIsQuick() {
    TaskRunner runner;
    std::optional<ErrorCode> code;
    const TaskId id = runner.run(QStringLiteral("wait"), untilCancelled, this, [&](Result<int> result) {
        if (!result) code = result.error().code;
    });
    QTest::qWait(30);
    QElapsedTimer timer;
    timer.start();
    runner.cancel(id);
    QTRY_VERIFY(code.has_value());
    QVERIFY2(timer.elapsed() <= 200, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(*code == ErrorCode::Cancelled);
    runner.cancel(id);  // a finished task is ignored
}

void TestTaskRunner::exceptionsBecomeErrors() {
    TaskRunner runner;
    std::optional<Error> error;
    runner.run(
        QStringLiteral("throwing"), [](Progress&) -> Result<int> { throw std::runtime_error("boom"); }, this,
        [&](Result<int> result) { error = result.error(); });
    QTRY_VERIFY(error.has_value());
    QVERIFY(error->code == ErrorCode::Internal);
    QCOMPARE(error->detail, QStringLiteral("boom"));
    QVERIFY(error->message.contains(QStringLiteral("throwing")));

    error.reset();
    runner.run(
        QStringLiteral("big"), [](Progress&) -> Result<int> { throw std::bad_alloc(); }, this,
        [&](Result<int> result) { error = result.error(); });
    QTRY_VERIFY(error.has_value());
    QCOMPARE(error->detail, QStringLiteral("std::bad_alloc"));
}

void TestTaskRunner::goneContextGetsNothing() {
    TaskRunner runner;
    QSignalSpy finished(&runner, &TaskRunner::taskFinished);
    bool called = false;
    auto context = std::make_unique<QObject>();
    runner.run(
        QStringLiteral("orphan"),
        [](Progress&) -> Result<int> {
            QThread::msleep(50);
            return 1;
        },
        context.get(), [&](Result<int>) { called = true; });
    context.reset();
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(!called);
}

void TestTaskRunner::latestOnlyDropsStaleResults() {
    TaskRunner runner;
    LatestOnly latest(&runner);
    QVector<int> delivered;
    std::atomic<int> cancelled{0};
    for (int i = 0; i < 20; ++i) {
        latest.run(
            QStringLiteral("query"),
            [i, &cancelled](Progress& progress) -> Result<int> {
                for (int step = 0; step < 20; ++step) {
                    if (progress.isCancelled()) {
                        ++cancelled;
                        return Error{ErrorCode::Cancelled, {}, {}};
                    }
                    QThread::msleep(2);
                }
                return i;
            },
            this, [&](Result<int> result) { delivered.push_back(result.ok() ? result.value() : -1); });
    }
    QTRY_COMPARE(delivered.size(), 1);
    QTRY_VERIFY(runner.tasks().isEmpty());
    QCOMPARE(delivered.first(), 19);
    QCOMPARE(cancelled.load(), 19);
}

void TestTaskRunner::destructorCancels() {
    QElapsedTimer timer;
    timer.start();
    bool called = false;
    {
        TaskRunner runner;
        runner.run(QStringLiteral("wait"), untilCancelled, this, [&](Result<int>) { called = true; });
    }
    QVERIFY(timer.elapsed() < 1000);
    QCoreApplication::processEvents();
    QVERIFY(!called);
}

void TestTaskRunner::listShowsRunningTasks() {
    TaskRunner runner;
    bool finished = false;
    const TaskId id = runner.run(
        QStringLiteral("import"),
        [](Progress& progress) -> Result<int> {
            progress.setPhase(QStringLiteral("reading"), 0.0, 0.5);
            return untilCancelled(progress);
        },
        this, [&](Result<int>) { finished = true; });
    QCOMPARE(runner.tasks().size(), 1);
    QCOMPARE(runner.tasks().first().title, QStringLiteral("import"));
    QTRY_COMPARE(runner.tasks().first().progress.phase, QStringLiteral("reading"));
    QVERIFY(runner.isRunning(id));
    runner.cancel(id);
    QVERIFY(runner.tasks().first().cancelling);
    QTRY_VERIFY(finished);
    QVERIFY(runner.tasks().isEmpty());
}

QTEST_GUILESS_MAIN(TestTaskRunner)
#include "test_task_runner.moc"
