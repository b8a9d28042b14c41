// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 at random moments of an import, a full disk, and stopping: the workspace is as before or as after, nothing else.
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QtTest>
#include <mutex>
#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include "tests/core/store/store_fixtures.h"
#include "tests/support/test_runs.h"

using namespace mudeung;
using namespace mudeung::test;

namespace {
constexpr int kKills = 500;
constexpr int kKillsWhileCreating = 60;

Dataset twoMeasures() {
    return cubeDataset(2, 2, 2);
}

/// Cancels when the writer asks for the n-th block of cells.
class StoppingSource final : public CubeSource {
public:
    StoppingSource(const CubeData& data, int stopAt, Progress& progress, int& asked)
        : m_source(data), m_stopAt(stopAt), m_progress(progress), m_asked(asked) {
        m_asked = 0;
    }
    const Dataset& dataset() const override { return m_source.dataset(); }
    const std::vector<Place>& places() const override { return m_source.places(); }
    const std::vector<MonthKey>& months() const override { return m_source.months(); }
    Result<bool> block(MonthKey month, int measure, int group, int block, PackedBlock& out) const override {
        const std::lock_guard lock(m_mutex);
        if (++m_asked == m_stopAt) m_progress.cancel();
        return m_source.block(month, measure, group, block, out);
    }

private:
    CubeDataSource m_source;
    const int m_stopAt;
    Progress& m_progress;
    int& m_asked;
    mutable std::mutex m_mutex;
};

/// Runs `body` in a child process that shares no open file with this one; returns its wait status.
template <typename Body>
pid_t startChild(Body&& body) {
    const pid_t child = fork();
    if (child == 0) {
        body();
        _exit(0);
    }
    return child;
}
}  // namespace

class TestStoreKill : public QObject {
    Q_OBJECT
    QTemporaryDir m_dir;
    const MonthKey m_first = monthKey(2024, 1);
    CubeData m_before = makeCube({m_first, m_first + 1}, 130, 1, twoMeasures());
    CubeData m_after = makeCube({m_first + 1, m_first + 2}, 180, 2, twoMeasures());

    QStringList filesIn(const QString& folder) const { return QDir(folder).entryList(QDir::Files | QDir::Hidden); }

    bool isBefore(const Workspace& ws) const {
        return difference(ws, m_before).isEmpty() && ws.months(m_before.dataset.id)->size() == 2 &&
               ws.places(m_before.dataset.id)->size() == 130;
    }
    bool isAfter(const Workspace& ws) const {
        return difference(ws, m_after).isEmpty() && ws.months(m_before.dataset.id)->size() == 3 &&
               ws.places(m_before.dataset.id)->size() == 180;
    }
    Result<WriteOutcome> importAfter(Workspace& ws, Progress& progress = Progress::none()) const {
        return ws.writeCube(m_after, makeBatch("bb"), OnExisting::Replace, progress);
    }

private slots:
    void killedImports() {
        const QString base = m_dir.filePath(QStringLiteral("base.mudeung"));
        {
            auto ws = Workspace::create(base).value();
            STORE_OK(ws->writeCube(m_before, makeBatch("aa"), OnExisting::Ask, Progress::none()));
        }
        const QByteArray bytes = fileBytes(base);
        const QString path = m_dir.filePath(QStringLiteral("killed.mudeung"));
        const auto lay = [&] {
            for (const char* suffix : {"-wal", "-shm", ".lock"}) QFile::remove(path + QLatin1String(suffix));
            return writeBytes(path, bytes);
        };
        const auto import = [&] {
            auto ws = Workspace::open(path, OpenMode::ReadWrite);
            if (ws) (void)importAfter(**ws);
        };
        QVERIFY(lay());
        QElapsedTimer clock;
        clock.start();
        int status = 0;
        waitpid(startChild(import), &status, 0);
        const auto whole = static_cast<unsigned>(clock.nsecsElapsed() / 1000 * 11 / 10);
        int before = 0;
        int after = 0;
        std::mt19937 random(3);
        const int kills = runs(kKills);
        for (int i = 0; i < kills; ++i) {
            QVERIFY(lay());
            const pid_t child = startChild(import);
            usleep(random() % whole);
            kill(child, SIGKILL);
            waitpid(child, &status, 0);
            auto ws = Workspace::open(path, OpenMode::ReadWrite);
            STORE_OK(ws);
            const bool old = isBefore(**ws);
            QVERIFY2(old || isAfter(**ws), "neither before nor after");
            ++(old ? before : after);
            if (i % 4 == 0) QCOMPARE(firstProblem(**ws), QString());
            const auto second = importAfter(**ws);
            STORE_OK(second);
            QCOMPARE(second->noop, !old);
            if (i % 4 == 0) QVERIFY(isAfter(**ws));
        }
        qInfo("%d kills: %d before, %d after, import %u µs", kills, before, after, whole);
        QVERIFY(before > 0);
    }

    void killedWhileCreating() {
        const QString path = m_dir.filePath(QStringLiteral("fresh.mudeung"));
        std::mt19937 random(4);
        for (int i = 0; i < runs(kKillsWhileCreating); ++i) {
            for (const char* suffix : {"", "-wal", "-shm", "-journal", ".lock"}) QFile::remove(path + QLatin1String(suffix));
            const pid_t child = startChild([&] {
                auto ws = Workspace::openOrCreate(path);
                if (ws) (void)importAfter(**ws);
            });
            usleep(random() % 30000);
            kill(child, SIGKILL);
            waitpid(child, nullptr, 0);
            auto ws = Workspace::openOrCreate(path);
            STORE_OK(ws);
            const auto held = (*ws)->datasets();
            STORE_OK(held);
            if (!held->isEmpty()) QCOMPARE(difference(**ws, m_after), QString());
            STORE_OK(importAfter(**ws));
            QCOMPARE(difference(**ws, m_after), QString());
        }
    }

    void stoppedAnywhere() {
        const QString path = m_dir.filePath(QStringLiteral("stopped.mudeung"));
        auto ws = Workspace::create(path).value();
        STORE_OK(ws->writeCube(m_before, makeBatch("aa"), OnExisting::Ask, Progress::none()));
        const auto write = [&](int stopAt, int& blocks) {
            Progress progress;
            const StoppingSource source(m_after, stopAt, progress, blocks);
            return ws->writeCube(source, makeBatch("bb"), OnExisting::Replace, progress);
        };
        int blocks = 0;
        STORE_OK(write(-1, blocks));
        QVERIFY(isAfter(*ws));
        const int all = blocks;
        QVERIFY(all > 10);
        STORE_OK(ws->removeDataset(m_before.dataset.id));
        STORE_OK(ws->writeCube(m_before, makeBatch("aa"), OnExisting::Ask, Progress::none()));
        for (int i = 1; i <= 40; ++i) {
            const auto outcome = write(1 + (all - 1) * i / 40, blocks);
            QVERIFY(!outcome.ok());
            QCOMPARE(outcome.error().code, ErrorCode::Cancelled);
            QVERIFY(isBefore(*ws));
        }
        QCOMPARE(firstProblem(*ws), QString());
        STORE_OK(importAfter(*ws));
        QVERIFY(isAfter(*ws));
    }

    /// The same from another thread, at any moment of the write or after it.
    void stoppedFromElsewhere() {
        const QString path = m_dir.filePath(QStringLiteral("elsewhere.mudeung"));
        auto ws = Workspace::create(path).value();
        STORE_OK(ws->writeCube(m_before, makeBatch("aa"), OnExisting::Ask, Progress::none()));
        QElapsedTimer clock;
        clock.start();
        STORE_OK(importAfter(*ws));
        const auto whole = static_cast<unsigned>(std::max<qint64>(1, clock.nsecsElapsed() / 1000));
        std::mt19937 random(5);
        int stopped = 0;
        for (int i = 0; i < 40; ++i) {
            STORE_OK(ws->removeDataset(m_before.dataset.id));
            STORE_OK(ws->writeCube(m_before, makeBatch("aa"), OnExisting::Ask, Progress::none()));
            Progress progress;
            std::thread killer([&] {
                usleep(random() % whole);
                progress.cancel();
            });
            const auto outcome = importAfter(*ws, progress);
            killer.join();
            if (outcome) {
                QVERIFY(isAfter(*ws));
                continue;
            }
            ++stopped;
            QCOMPARE(outcome.error().code, ErrorCode::Cancelled);
            QVERIFY(isBefore(*ws));
        }
        qInfo("stopped %d of 40 imports", stopped);
        QCOMPARE(firstProblem(*ws), QString());
    }

    void fullDisk_data() {
        QTest::addColumn<int>("kilobytes");
        for (int size : {64, 200, 300, 400, 500, 600, 700, 800, 1000, 1200, 1500, 2500})
            QTest::newRow(qPrintable(QString::number(size))) << size;
    }

    void fullDisk() {
        QFETCH(int, kilobytes);
        const QString folder = m_dir.filePath(QStringLiteral("small%1").arg(kilobytes));
        QVERIFY(QDir().mkpath(folder));
        // The mount lives in a child's own mount namespace and ends with it.
        const pid_t child = startChild([&] {
            if (unshare(CLONE_NEWNS) != 0 || mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
                mount("tmpfs", QFile::encodeName(folder).constData(), "tmpfs", 0, qPrintable(QStringLiteral("size=%1k").arg(kilobytes))) !=
                    0) {
                _exit(77);
            }
            _exit(importOnSmallDisk(folder, kilobytes));
        });
        int status = 0;
        waitpid(child, &status, 0);
        QVERIFY(WIFEXITED(status));
        if (WEXITSTATUS(status) == 77) QSKIP("mounting a small file system is not permitted here");
        QCOMPARE(WEXITSTATUS(status), 0);
    }

private:
    int importOnSmallDisk(const QString& folder, int kilobytes) const {
        const QString path = folder + QStringLiteral("/w.mudeung");
        auto opened = Workspace::openOrCreate(path);
        if (!opened) return opened.error().code == ErrorCode::Io ? 0 : 10;
        const auto first = (*opened)->writeCube(m_before, makeBatch("aa"), OnExisting::Ask, Progress::none());
        if (!first)
            return first.error().code == ErrorCode::Io && first.error().message.contains(path) && (*opened)->datasets()->isEmpty() ? 0 : 11;
        const auto second = importAfter(**opened);
        if (!second) {
            if (second.error().code != ErrorCode::Io || !second.error().message.contains(path)) return 12;
            if (!isBefore(**opened)) return 13;
            opened.value().reset();
            opened = Workspace::open(path, OpenMode::ReadOnly);
            if (!opened) return 14;
            if (!isBefore(**opened)) return 15;
        } else if (!isAfter(**opened)) {
            return 16;
        }
        if (!firstProblem(**opened).isEmpty()) return 17;
        if (const int problem = copyOnSmallDisk(folder, **opened); problem != 0) return problem;
        opened.value().reset();
        // On a full disk SQLite keeps the log: it holds what could not be moved into the file. Nothing else may stay.
        for (const QString& name : filesIn(folder)) {
            const bool log = name == QLatin1String("w.mudeung-wal") || name == QLatin1String("w.mudeung-shm");
            if (name != QLatin1String("w.mudeung") && !(log && kilobytes < 1500)) return 18;
        }
        return importAfterSpaceIsFreed(folder);
    }

    int copyOnSmallDisk(const QString& folder, const Workspace& ws) const {
        const QString copy = folder + QStringLiteral("/copy.mudeung");
        const Status copied = ws.backupTo(copy);
        if (!copied) return copied.error().code == ErrorCode::Io && copied.error().message.contains(copy) && !QFile::exists(copy) ? 0 : 19;
        {
            const auto opened = Workspace::open(copy, OpenMode::ReadOnly);
            if (!opened || !(isBefore(**opened) || isAfter(**opened))) return 20;
        }
        return QFile::remove(copy) ? 0 : 21;
    }

    int importAfterSpaceIsFreed(const QString& folder) const {
        if (mount("tmpfs", QFile::encodeName(folder).constData(), "tmpfs", MS_REMOUNT, "size=32m") != 0) return 22;
        const auto opened = Workspace::open(folder + QStringLiteral("/w.mudeung"), OpenMode::ReadWrite);
        if (!opened) return 23;
        if (!importAfter(**opened)) return 24;
        return isAfter(**opened) && firstProblem(**opened).isEmpty() ? 0 : 25;
    }
};

QTEST_GUILESS_MAIN(TestStoreKill)
#include "test_store_kill.moc"
