// SPDX-License-Identifier: GPL-3.0-or-later
// One writer between processes, readers beside it that always see one state.
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QtTest>
#include <atomic>
#include <numeric>
#include <signal.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include "tests/core/store/store_fixtures.h"

using namespace mudeung;
using namespace mudeung::test;

namespace {
constexpr int kSeconds = 5;

/// All cells hold `value`, so that a mixture of two writes shows at once.
CubeData uniform(std::int64_t value) {
    CubeData data = makeCube({}, 200, 0);
    MonthCells cells = emptyMonth(data, monthKey(2024, 2));
    std::fill(cells.cells.begin(), cells.cells.end(), value);
    data.months.emplace(monthKey(2024, 2), std::move(cells));
    return data;
}

bool isUniform(const Workspace& ws, std::atomic<int>& busy) {
    const auto month = ws.readMonth(QStringLiteral("rides"), monthKey(2024, 2), 0, {0, 1});
    if (!month) {
        if (month.error().code == ErrorCode::Busy) ++busy;
        return false;
    }
    const auto& cells = month->cells;
    return std::all_of(cells.begin(), cells.end(), [&](std::int64_t v) { return v == cells.front() && v != kNotObserved; });
}
}  // namespace

class TestStoreConcurrency : public QObject {
    Q_OBJECT
    QTemporaryDir m_dir;

private slots:
    void secondProcessIsBusy() {
        const QString path = m_dir.filePath(QStringLiteral("busy.mudeung"));
        int ready[2];
        QCOMPARE(pipe(ready), 0);
        const pid_t child = fork();
        if (child == 0) {
            auto ws = Workspace::create(path);
            if (ws) (void)(*ws)->writeCube(uniform(1), makeBatch("aa"), OnExisting::Ask, Progress::none());
            const char ok = ws ? 'y' : 'n';
            if (write(ready[1], &ok, 1) != 1) _exit(1);
            pause();
            _exit(0);
        }
        char answer = 0;
        QCOMPARE(read(ready[0], &answer, 1), ssize_t{1});
        QCOMPARE(answer, 'y');
        const auto second = Workspace::open(path, OpenMode::ReadWrite);
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::Busy);
        QVERIFY(second.error().message.contains(QLatin1String("read-only")));
        {
            auto reader = Workspace::open(path, OpenMode::ReadOnly);
            STORE_OK(reader);
            QCOMPARE(difference(**reader, uniform(1)), QString());
        }
        kill(child, SIGKILL);
        waitpid(child, nullptr, 0);
        close(ready[0]);
        close(ready[1]);
        auto after = Workspace::open(path, OpenMode::ReadWrite);  // the lock of a dead process is gone
        STORE_OK(after);
        QCOMPARE(difference(**after, uniform(1)), QString());
        auto same = Workspace::open(path, OpenMode::ReadWrite);  // the same process shares its writer
        STORE_OK(same);
        STORE_OK((*same)->writeCube(uniform(2), makeBatch("bb"), OnExisting::Replace, Progress::none()));
        QCOMPARE(difference(**after, uniform(2)), QString());
    }

    void readersBesideAWriter() {
        const QString path = m_dir.filePath(QStringLiteral("race.mudeung"));
        {
            auto ws = Workspace::create(path).value();
            STORE_OK(ws->writeCube(uniform(0), makeBatch("0"), OnExisting::Ask, Progress::none()));
        }
        // Before anything is open here: a child must not inherit connections.
        const pid_t child = fork();
        if (child == 0) {
            std::atomic<int> busy{0};
            QElapsedTimer clock;
            clock.start();
            while (clock.elapsed() < kSeconds * 1000) {
                auto ws = Workspace::open(path, OpenMode::ReadOnly);
                if (!ws) _exit(2);
                for (int i = 0; i < 5; ++i) {
                    if (!isUniform(**ws, busy)) _exit(3);
                }
            }
            _exit(busy == 0 ? 0 : 4);
        }
        auto ws = Workspace::open(path, OpenMode::ReadWrite).value();
        std::atomic<bool> stop{false};
        std::atomic<int> reads{0};
        std::atomic<int> wrong{0};
        std::atomic<int> busy{0};
        std::vector<std::thread> readers;
        for (int i = 0; i < 3; ++i) {
            readers.emplace_back([&] {
                while (!stop) {
                    if (!isUniform(*ws, busy)) ++wrong;
                    ++reads;
                }
            });
        }
        QElapsedTimer clock;
        clock.start();
        int writes = 0;
        QString failure;
        while (clock.elapsed() < kSeconds * 1000 && failure.isEmpty()) {
            ++writes;
            const auto outcome = ws->writeCube(uniform(writes % 7 == 0 ? 100000 : writes), makeBatch(qPrintable(QString::number(writes))),
                                               OnExisting::Replace, Progress::none());
            if (!outcome) failure = outcome.error().message + outcome.error().detail;
        }
        stop = true;
        for (auto& reader : readers) reader.join();
        int status = 0;
        waitpid(child, &status, 0);
        QCOMPARE(failure, QString());
        QCOMPARE(wrong.load(), 0);
        QCOMPARE(busy.load(), 0);
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status), 0);
        qInfo("%d writes, %d reads", writes, reads.load());
        QVERIFY(writes > 10 && reads > 10);
        QCOMPARE(firstProblem(*ws), QString());
    }
};

QTEST_GUILESS_MAIN(TestStoreConcurrency)
#include "test_store_concurrency.moc"
