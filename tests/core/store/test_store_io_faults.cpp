// SPDX-License-Identifier: GPL-3.0-or-later
// The disk fails, or is full, at the N-th call of an import: a clear error, nothing half done, and the next try succeeds.
#include <QElapsedTimer>
#include <QtTest>

#include "tests/core/store/store_digest.h"
#include "tests/support/fault_vfs.h"
#include "tests/support/test_runs.h"

using namespace mudeung;
using namespace mudeung::test;

namespace {
constexpr int kPointsPerKind = 400;
const MonthKey kJan = monthKey(2024, 1);

int smallCaches(sqlite3* db, char**, const void*) {
    sqlite3_exec(db, "PRAGMA cache_size=12", nullptr, nullptr, nullptr);
    // Opening sets the checkpoint to its default only after this call, so the first commit sets it again.
    const auto atCommit = [](void* connection) { return sqlite3_wal_autocheckpoint(static_cast<sqlite3*>(connection), 30); };
    sqlite3_commit_hook(db, atCommit, db);
    return SQLITE_OK;
}
}  // namespace

enum class Job { Import, NewWorkspace, SameLayer };
Q_DECLARE_METATYPE(Job)

class TestStoreIoFaults : public QObject {
    Q_OBJECT
    using Fault = FaultVfs::Fault;

    WorkFolder m_folder;
    CubeData m_first = makeCube({kJan}, 140, 1, cubeDataset(2, 2, 2));
    CubeData m_second = makeCube({kJan, kJan + 1}, 150, 2, cubeDataset(2, 2, 2), 20);
    QByteArray m_base;
    QByteArray m_empty;
    QByteArray m_imported;
    QByteArray m_before;
    QByteArray m_after;
    int m_points = 0;

    QString file() const { return m_folder.file(); }

    static Result<WriteOutcome> import(Workspace& ws, const CubeData& data, const char* sha) {
        return ws.writeCube(data, makeBatch(sha), OnExisting::Replace, Progress::none());
    }
    static Result<WriteOutcome> writeLayer(Workspace& ws) {
        Dataset layer;
        layer.id = QStringLiteral("stops");
        layer.kind = DatasetKind::Layer;
        layer.geometryType = QStringLiteral("point");
        std::vector<Feature> features;
        for (int i = 0; i < 300; ++i)
            features.push_back({QString::number(i), {}, QStringLiteral("이름"), QByteArray(60, 'w'), 126.9, 35.1, {{"n", i}}});
        return ws.writeLayer(layer, features, makeBatch("la"), OnExisting::Replace, Progress::none());
    }

    Result<WriteOutcome> write(Workspace& ws, Job job) const {
        if (job == Job::SameLayer) return writeLayer(ws);
        return job == Job::NewWorkspace ? import(ws, m_first, "aa") : import(ws, m_second, "bb");
    }

    /// Open, write, read, close; the error of opening or writing.
    std::optional<Error> run(Job job) const {
        const auto ws = Workspace::openOrCreate(file());
        if (!ws) return ws.error();
        const auto outcome = write(**ws, job);
        if (!outcome) return outcome.error();
        const Digest digest(**ws);  // reading may fail as well; what is stored is seen later
        return std::nullopt;
    }

    /// Empty when the error is one that can be shown to people.
    QString judgeError(const Error& error, const Fault& fault) const {
        const QString text = error.message + QStringLiteral(" | ") + error.detail;
        if (error.code != ErrorCode::Io) return QStringLiteral("code %1: ").arg(static_cast<int>(error.code)) + text;
        if (!error.message.contains(file())) return QStringLiteral("does not name the file: ") + text;
        if (fault.full && fault.calls == FaultVfs::Write && !error.message.contains(QLatin1String("full")))
            return QStringLiteral("does not say that the disk is full: ") + text;
        return {};
    }

    bool lay(Job job) const {
        using Files = std::map<QByteArray, QByteArray>;
        return m_folder.lay(job == Job::NewWorkspace ? Files{} : Files{{"w.mudeung", m_base}});
    }

    /// Empty when all is as it should be; otherwise everything that is not.
    QString judge(const Fault& fault, Job job) {
        FaultVfs& vfs = FaultVfs::instance();
        if (!lay(job)) return QStringLiteral("cannot lay out the files");
        vfs.setFault(fault);
        const std::optional<Error> error = run(job);
        const bool happened = vfs.failed() > 0;
        vfs.clearFault();
        QStringList problems;
        if (vfs.openFiles() != 0) problems << QStringLiteral("%1 files are still open").arg(vfs.openFiles());
        if (error && !happened) problems << QStringLiteral("an error without a fault: ") + error->message;
        if (error) problems << judgeError(*error, fault);
        problems << judgeContent(job, !error);
        problems.removeAll(QString());
        return problems.join(QStringLiteral("; "));
    }

    QString judgeContent(Job job, bool done) const {
        const auto ws = Workspace::openOrCreate(file());
        if (!ws) return QStringLiteral("cannot be opened afterwards: ") + ws.error().message + ws.error().detail;
        const Digest now(**ws);
        const QByteArray old = job == Job::NewWorkspace ? m_empty : m_before;
        const QByteArray fine = job == Job::Import ? m_after : job == Job::NewWorkspace ? m_imported : m_before;
        if (now.result() != old && now.result() != fine) return QStringLiteral("neither before nor after ") + now.problem();
        if (done && now.result() != fine) return QStringLiteral("reported as done, and is not");
        // A disk that cannot be read does not make a month a damaged one.
        const auto damaged = (*ws)->quarantined(m_first.dataset.id);
        if (damaged && !damaged->empty()) return QStringLiteral("a month counts as damaged");
        const auto again = write(**ws, job);
        if (!again) return QStringLiteral("the second try failed: ") + again.error().message + again.error().detail;
        if (Digest(**ws).result() != fine) return QStringLiteral("the second try is not the import");
        return firstProblem(**ws);
    }

    qint64 callsOf(unsigned calls, Job job) const {
        lay(job);
        FaultVfs::instance().setFault({calls, std::numeric_limits<qint64>::max(), false, false});
        (void)run(job);
        FaultVfs::instance().clearFault();
        return FaultVfs::instance().counted();
    }

private slots:
    void initTestCase() {
        FaultVfs::instance().install();
        sqlite3_auto_extension(reinterpret_cast<void (*)()>(&smallCaches));
        {
            auto ws = Workspace::create(file()).value();
            m_empty = Digest(*ws).result();
            STORE_OK(import(*ws, m_first, "aa"));
            m_imported = Digest(*ws).result();
            STORE_OK(writeLayer(*ws));
            m_before = Digest(*ws).result();
        }
        m_base = fileBytes(file());
        auto ws = Workspace::open(file(), OpenMode::ReadWrite).value();
        STORE_OK(write(*ws, Job::Import));
        m_after = Digest(*ws).result();
        QVERIFY(!m_empty.isEmpty() && !m_before.isEmpty() && !m_after.isEmpty() && m_before != m_after);
    }

    void failsAt_data() {
        QTest::addColumn<unsigned>("calls");
        QTest::addColumn<bool>("sticky");
        QTest::addColumn<bool>("full");
        QTest::addColumn<Job>("job");
        const unsigned any = FaultVfs::AnyCall;
        const unsigned write = FaultVfs::Write;
        const unsigned rare = FaultVfs::Sync | FaultVfs::Truncate | FaultVfs::Delete | FaultVfs::Open | FaultVfs::SharedMemory;
        QTest::newRow("any call, once") << any << false << false << Job::Import;
        QTest::newRow("any call, from then on") << any << true << false << Job::Import;
        QTest::newRow("disk full, once") << write << false << true << Job::Import;
        QTest::newRow("disk full, from then on") << write << true << true << Job::Import;
        QTest::newRow("flush, truncate, remove, open") << rare << false << false << Job::Import;
        QTest::newRow("the same on a full disk, from then on") << rare << true << true << Job::Import;
        QTest::newRow("new workspace, once") << any << false << false << Job::NewWorkspace;
        QTest::newRow("new workspace, from then on") << any << true << false << Job::NewWorkspace;
        QTest::newRow("new workspace on a full disk") << write << true << true << Job::NewWorkspace;
        QTest::newRow("the same layer again, once") << any << false << false << Job::SameLayer;
        QTest::newRow("the same layer again, from then on") << any << true << false << Job::SameLayer;
    }

    void failsAt() {
        QFETCH(unsigned, calls);
        QFETCH(bool, sticky);
        QFETCH(bool, full);
        QFETCH(Job, job);
        QElapsedTimer clock;
        clock.start();
        const qint64 total = callsOf(calls, job);
        QVERIFY(total > 5);
        const qint64 points = std::min<qint64>(total, runs(kPointsPerKind));
        const int only = qEnvironmentVariableIntValue("MUDEUNG_CALL");
        int bad = 0;
        for (qint64 i = 0; i < points && bad < 5; ++i) {
            const qint64 at = 1 + i * total / points;
            if (only > 0 && at != only) continue;
            ++m_points;
            const QString problem = judge({calls, at, sticky, full}, job);
            if (problem.isEmpty()) continue;
            ++bad;
            qWarning("call %lld of %lld (MUDEUNG_CALL repeats it alone): %s", static_cast<long long>(at), static_cast<long long>(total),
                     qPrintable(problem));
        }
        qInfo("%lld of %lld calls failed in turn, %lld ms", static_cast<long long>(points), static_cast<long long>(total),
              static_cast<long long>(clock.elapsed()));
        QCOMPARE(bad, 0);
    }

    void cleanupTestCase() { qInfo("%d points", m_points); }
};

QTEST_GUILESS_MAIN(TestStoreIoFaults)
#include "test_store_io_faults.moc"
