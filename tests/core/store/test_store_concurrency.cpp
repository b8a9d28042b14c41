// SPDX-License-Identifier: GPL-3.0-or-later
// One writer between processes, and readers beside it, in this process and another, that always see one state.
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <atomic>
#include <signal.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include "tests/core/store/store_fixtures.h"
#include "tests/support/test_runs.h"

using namespace mudeung;
using namespace mudeung::test;

namespace {
constexpr int kSeconds = 20;
constexpr int kMonths = 3;
constexpr int kPlaces = 40;
constexpr int kHours = 2;
constexpr const char* kReaderArgument = "--read-until-closed";
const MonthKey kFirst = monthKey(2024, 1);

Dataset raceDataset() {
    return cubeDataset(kHours, 1);
}

CubeData uniform(std::int64_t value) {
    CubeData data = makeCube({}, 200, 0);
    MonthCells cells = emptyMonth(data, monthKey(2024, 2));
    std::fill(cells.cells.begin(), cells.cells.end(), value);
    data.months.emplace(monthKey(2024, 2), std::move(cells));
    return data;
}

/// Every write has a number, and rewrites the month that is that number modulo three.
MonthKey monthOfWrite(std::int64_t write) {
    return kFirst + static_cast<MonthKey>(write % kMonths);
}

/// All cells of a write are derived from its number, so that a cell of another write shows. Every seventh write has large values.
std::int64_t cellOfWrite(std::int64_t write, std::size_t index) {
    return write * 10 + static_cast<std::int64_t>(index % 10) + (write % 7 == 0 ? 1000000 : 0);
}

std::int64_t writeOfCell(std::int64_t cell) {
    const std::int64_t write = cell / 10;
    return write >= 100000 ? write - 100000 : write;
}

CubeData dataOfWrite(std::int64_t write) {
    CubeData data;
    data.dataset = raceDataset();
    data.places = makePlaces(kPlaces);
    MonthCells cells = emptyMonth(data, monthOfWrite(write));
    for (std::size_t i = 0; i < cells.cells.size(); ++i) cells.cells[i] = cellOfWrite(write, i);
    data.months.emplace(monthOfWrite(write), std::move(cells));
    return data;
}

std::size_t cellsOf(MonthKey month) {
    return static_cast<std::size_t>(QDate(yearOf(month), monthOf(month), 1).daysInMonth()) * kHours * kPlaces;
}

std::int64_t sumOfWrite(std::int64_t write) {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < cellsOf(monthOfWrite(write)); ++i) sum += cellOfWrite(write, i);
    return sum;
}

/// The write that a sum of one month belongs to; −1 when it is of none.
std::int64_t writeOfSum(MonthKey month, std::int64_t sum) {
    // The large and the small form of a number: one of them has this sum, or none.
    const auto cells = static_cast<std::int64_t>(cellsOf(month));
    for (const std::int64_t more : {std::int64_t{0}, std::int64_t{1000000}}) {
        const std::int64_t write = (sum / cells - more) / 10;
        if (write >= 0 && monthOfWrite(write) == month && sumOfWrite(write) == sum) return write;
    }
    return -1;
}

/// The three months hold the last three writes, in any order of months: that is one generation. Empty when it is so.
QString oneGeneration(const std::vector<std::int64_t>& writes) {
    if (writes.size() != kMonths) return QStringLiteral("%1 months").arg(writes.size());
    const auto [low, high] = std::minmax_element(writes.begin(), writes.end());
    if (*low < 0) return QStringLiteral("a sum that was never written");
    return *high - *low == kMonths - 1 ? QString() : QStringLiteral("months of writes %1 and %2").arg(*low).arg(*high);
}

/// A reader that never believes an answer.
class Doubter {
public:
    explicit Doubter(const Workspace& ws) : m_ws(ws) {}

    /// One question of four kinds in turn; empty when the answer is of one generation and not older than the one before.
    QString ask() {
        switch (m_asked++ % 4) {
            case 0:
                return sums();
            case 1:
                return cells(kFirst + static_cast<MonthKey>(m_asked / 4 % kMonths));
            case 2:
                return rollups();
            default:
                return generation();
        }
    }
    qint64 asked() const { return m_asked; }

private:
    static QString refused(const Error& error) { return error.message + QStringLiteral(" | ") + error.detail; }

    QString notOlder(std::int64_t write) {
        if (write < m_newest) return QStringLiteral("write %1 after %2 was seen").arg(write).arg(m_newest);
        m_newest = write;
        return {};
    }

    QString sums() {
        const auto sums = m_ws.monthSums(raceDataset().id);
        if (!sums) return refused(sums.error());
        std::vector<std::int64_t> writes;
        for (const MonthSum& sum : *sums) {
            if (sum.observed != static_cast<std::int64_t>(cellsOf(sum.month))) return QStringLiteral("cells are missing");
            writes.push_back(writeOfSum(sum.month, sum.sum));
        }
        const QString problem = oneGeneration(writes);
        return problem.isEmpty() ? notOlder(*std::max_element(writes.begin(), writes.end())) : QStringLiteral("sums: ") + problem;
    }

    QString cells(MonthKey month) const {
        const auto read = m_ws.readMonth(raceDataset().id, month, 0, {0});
        if (!read) return refused(read.error());
        const std::int64_t write = writeOfCell(read->cells.front());
        if (monthOfWrite(write) != month || write + kMonths <= m_newest) return QStringLiteral("cells of write %1").arg(write);
        for (std::size_t i = 0; i < read->cells.size(); ++i) {
            if (read->cells[i] != cellOfWrite(write, i)) return QStringLiteral("cells of writes %1 and another").arg(write);
        }
        return {};
    }

    QString rollups() {
        std::map<MonthKey, std::int64_t> sums;
        QString problem;
        const Status status = m_ws.eachRollup(
            raceDataset().id, 0, {0},
            [&](MonthKey month, int, const Rollup& rollup) {
                for (const std::int64_t sum : rollup.sum) sums[month] += sum;
            },
            [&](MonthKey, const Error& error) { problem = refused(error); });
        if (!status) return refused(status.error());
        if (!problem.isEmpty()) return problem;
        std::vector<std::int64_t> writes;
        for (const auto& [month, sum] : sums) writes.push_back(writeOfSum(month, sum));
        problem = oneGeneration(writes);
        return problem.isEmpty() ? notOlder(*std::max_element(writes.begin(), writes.end())) : QStringLiteral("rollups: ") + problem;
    }

    QString generation() {
        const auto generation = m_ws.generation();
        if (!generation) return refused(generation.error());
        // Write 0 made generation 1.
        return notOlder(*generation - 1);
    }

    const Workspace& m_ws;
    qint64 m_asked = 0;
    std::int64_t m_newest = 0;
};

/// The second process: opens the workspace again and again, and asks, until its input is closed. Prints how often, or what was wrong.
int readAsSecondProcess(const QString& path) {
    std::atomic<bool> closed{false};
    std::thread listener([&closed] {
        char byte = 0;
        while (read(STDIN_FILENO, &byte, 1) > 0) {
        }
        closed = true;
    });
    qint64 asked = 0;
    QString problem;
    while (!closed && problem.isEmpty()) {
        const auto ws = Workspace::open(path, OpenMode::ReadOnly);
        if (!ws) {
            problem = ws.error().message + ws.error().detail;
            break;
        }
        Doubter doubter(**ws);
        while (!closed && problem.isEmpty() && doubter.asked() < 200) problem = doubter.ask();
        asked += doubter.asked();
    }
    printf("%lld %s\n", static_cast<long long>(asked), qPrintable(problem));
    fflush(stdout);
    if (!problem.isEmpty()) _exit(1);  // the listener still waits
    listener.join();
    return 0;
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
        auto ws = Workspace::create(path).value();
        std::int64_t write = 0;
        const auto writeNext = [&] {
            const auto outcome =
                ws->writeCube(dataOfWrite(write), makeBatch(qPrintable(QString::number(write))), OnExisting::Replace, Progress::none());
            ++write;
            return outcome ? QString() : outcome.error().message + outcome.error().detail;
        };
        for (int i = 0; i < kMonths; ++i) QCOMPARE(writeNext(), QString());

        QProcess second;
        second.start(QCoreApplication::applicationFilePath(), {QLatin1String(kReaderArgument), path});
        QVERIFY(second.waitForStarted());
        std::atomic<bool> stop{false};
        std::atomic<qint64> asked{0};
        std::mutex mutex;
        QStringList problems;
        std::vector<std::thread> readers;
        for (int i = 0; i < 3; ++i) {
            readers.emplace_back([&] {
                Doubter doubter(*ws);
                while (!stop) {
                    const QString problem = doubter.ask();
                    if (problem.isEmpty()) continue;
                    const std::lock_guard guard(mutex);
                    problems.append(problem);
                    break;
                }
                asked += doubter.asked();
            });
        }
        QElapsedTimer clock;
        clock.start();
        const int seconds = runs(kSeconds);
        QString failure;
        while (clock.elapsed() < seconds * 1000 && failure.isEmpty()) failure = writeNext();
        stop = true;
        for (auto& reader : readers) reader.join();
        second.closeWriteChannel();
        QVERIFY(second.waitForFinished());
        const QString said = QString::fromUtf8(second.readAllStandardOutput()).trimmed();
        qInfo("%lld imports, %lld answers to threads, to the second process %s; %d s", static_cast<long long>(write),
              static_cast<long long>(asked.load()), qPrintable(said), seconds);
        QCOMPARE(failure, QString());
        QCOMPARE(problems, QStringList());
        QCOMPARE(second.exitCode(), 0);
        QVERIFY(write > runs(20) && asked > runs(100));
        QVERIFY(said.toLongLong() > runs(100));
        QCOMPARE(firstProblem(*ws), QString());
    }
};

int main(int argc, char** argv) {
    QCoreApplication app(argc, argv);
    if (argc == 3 && QLatin1String(argv[1]) == QLatin1String(kReaderArgument)) return readAsSecondProcess(QString::fromLocal8Bit(argv[2]));
    TestStoreConcurrency test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_store_concurrency.moc"
