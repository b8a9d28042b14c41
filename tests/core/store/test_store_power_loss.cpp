// SPDX-License-Identifier: GPL-3.0-or-later
// The power fails at any moment of the life of a workspace: thousands of states of the disk that are then possible, each opened.
#include <QElapsedTimer>
#include <QtTest>

#include "core/store/verifier.h"
#include "core/store/workspace_impl.h"
#include "tests/core/store/store_digest.h"
#include "tests/support/disk_model.h"
#include "tests/support/test_runs.h"

using namespace mudeung;
using namespace mudeung::test;

namespace {
constexpr quint64 kSeed = 20240501;
constexpr int kLifeStates = 2700;
constexpr int kMigrationStates = 400;
constexpr int kMigrationNumbers = 1000000;  ///< numbers of its states begin here
constexpr int kRepairs = 20;
constexpr int kStatesPerRepair = 15;
constexpr int kRepairNumbers = 2000000;
const MonthKey kJan = monthKey(2024, 1);

/// Few pages in memory and an early checkpoint, so that a small import already spills into the log and the log starts again.
int smallCaches(sqlite3* db, char**, const void*) {
    sqlite3_exec(db, "PRAGMA cache_size=12", nullptr, nullptr, nullptr);
    // Opening sets the checkpoint to its default only after this call, so the first commit sets it again.
    const auto atCommit = [](void* connection) { return sqlite3_wal_autocheckpoint(static_cast<sqlite3*>(connection), 25); };
    sqlite3_commit_hook(db, atCommit, db);
    return SQLITE_OK;
}

Dataset small() {
    return cubeDataset(2, 2);
}

struct State {
    int number = 0;
    std::size_t events = 0;  ///< that happened before the power failed
    qint64 mark = -1;        ///< the last one among them
    PowerLoss loss;
    DiskModel::Files files;

    QString name() const {
        return QStringLiteral("state %1 (after %2 events, last commit %3, writes %4 %5, sectors %6); MUDEUNG_STATE=%1 repeats it alone")
            .arg(number)
            .arg(events)
            .arg(mark)
            .arg(static_cast<int>(loss.writes))
            .arg(loss.share)
            .arg(loss.sector);
    }
};

PowerLoss lossOf(int number, DiskModel::Random& random) {
    using Writes = PowerLoss::Writes;
    PowerLoss loss;
    constexpr Writes kWrites[] = {Writes::Dropped, Writes::Random, Writes::Random, Writes::Prefix,
                                  Writes::Kept,    Writes::Random, Writes::Prefix, Writes::Random};
    loss.writes = kWrites[number % 8];
    constexpr double kShares[] = {0.1, 0.5, 0.9};
    loss.share = kShares[random() % 3];
    constexpr int kSectors[] = {0, 512, 4096};
    loss.sector = kSectors[random() % 3];
    loss.garbage = random() % 4 == 0;
    loss.sizes = random() % 2 == 0;
    loss.folder = random() % 2 == 0;
    return loss;
}

/// Places in the recording: every event, and more often where something has just been flushed, removed or promised.
std::vector<std::size_t> moments(const std::vector<DiskEvent>& events) {
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i <= events.size(); ++i) {
        const auto isBorder = [&](std::size_t at) { return at < events.size() && events[at].kind != DiskEvent::Kind::Write; };
        const int weight = isBorder(i) || (i > 0 && isBorder(i - 1)) ? 8 : 1;
        for (int n = 0; n < weight; ++n) all.push_back(i);
    }
    return all;
}

bool isAskedFor(int number) {
    const QByteArray only = qgetenv("MUDEUNG_STATE");
    return only.isEmpty() || only.toInt() == number;
}

/// What was on the disk, and what was done to it then.
struct Recording {
    DiskModel::Files before;
    std::vector<DiskEvent> events;
};

/// Hands the states that are wanted to `judge`, in order of time, until it says no.
template <typename Wanted, typename Judge>
int eachState(const Recording& recording, int count, int firstNumber, Wanted&& wanted, Judge&& judge) {
    const std::vector<std::size_t> when = moments(recording.events);
    DiskModel disk(recording.before);
    std::size_t applied = 0;
    qint64 mark = -1;
    int judged = 0;
    for (int i = 0; i < count; ++i) {
        const std::size_t until = when[static_cast<std::size_t>(i) * when.size() / static_cast<std::size_t>(count)];
        for (; applied < until; ++applied) {
            const DiskEvent& event = recording.events[applied];
            disk.apply(event);
            if (event.kind == DiskEvent::Kind::Mark) mark = event.offset;
        }
        const int number = firstNumber + i;
        if (!wanted(number)) continue;
        DiskModel::Random random(kSeed + static_cast<quint64>(number));
        State state{number, until, mark, lossOf(number, random), {}};
        state.files = disk.afterPowerLoss(state.loss, random);
        // The index of the log is never flushed: there may be anything in it.
        if (number % 5 == 0) state.files["w.mudeung-shm"] = QByteArray(32768, static_cast<char>(random()));
        if (number % 3 == 0) state.files["w.mudeung.lock"] = {};
        ++judged;
        if (!judge(state)) return judged;
    }
    return judged;
}
}  // namespace

class TestStorePowerLoss : public QObject {
    Q_OBJECT
    WorkFolder m_folder;
    std::vector<QByteArray> m_versions;  ///< checksum of everything after commit 0, 1, 2 …
    int m_missing = 0;
    int m_newer = 0;
    Recording m_life;

    QString file() const { return m_folder.file(); }

    void commit(const std::shared_ptr<Workspace>& ws) {
        FaultVfs::instance().mark(static_cast<qint64>(m_versions.size()));
        const Digest digest(*ws);
        QVERIFY2(!digest.result().isEmpty(), qPrintable(digest.problem()));
        m_versions.push_back(digest.result());
    }

    Result<WriteOutcome> import(Workspace& ws, const CubeData& data, const char* sha, OnExisting mode) {
        return ws.writeCube(data, makeBatch(sha), mode, Progress::none());
    }

    /// A life: every kind of write, with the workspace closed and opened in between.
    void live() {
        auto ws = Workspace::create(file()).value();
        commit(ws);
        STORE_OK(import(*ws, makeCube({kJan, kJan + 1}, 140, 1, small()), "aa", OnExisting::Ask));
        commit(ws);
        STORE_OK(ws->setSetting(QStringLiteral("k"), QStringLiteral("값")));
        commit(ws);
        STORE_OK(import(*ws, makeCube({kJan + 1, kJan + 2}, 150, 2, small(), 20), "bb", OnExisting::Replace));
        commit(ws);
        STORE_OK(ws->writeRejects(small().id, QStringLiteral("bb"), QByteArray(30000, 'r')));
        commit(ws);
        ws.reset();
        ws = Workspace::open(file(), OpenMode::ReadWrite).value();
        STORE_OK(import(*ws, makeCube({kJan}, 140, 3, small()), "cc", OnExisting::Add));
        commit(ws);
        STORE_OK(import(*ws, makeCube({kJan + 2, kJan + 3}, 60, 4, small(), 100), "dd", OnExisting::Fill));
        commit(ws);
        liveWithLayers(ws);
        for (int i = 0; i < 5; ++i) {
            STORE_OK(import(*ws, makeCube({kJan + i % 3}, 140, 10 + i, small()), qPrintable(QString::number(i)), OnExisting::Replace));
            commit(ws);
        }
        ws.reset();
        ws = Workspace::open(file(), OpenMode::ReadWrite).value();
        STORE_OK(ws->removeDataset(small().id));
        commit(ws);
        STORE_OK(import(*ws, makeCube({kJan}, 20, 5, small()), "ee", OnExisting::Ask));
        commit(ws);
    }

    void liveWithLayers(const std::shared_ptr<Workspace>& ws) {
        Dataset layer;
        layer.id = QStringLiteral("stops");
        layer.kind = DatasetKind::Layer;
        layer.geometryType = QStringLiteral("point");
        std::vector<Feature> features;
        for (int i = 0; i < 120; ++i)
            features.push_back({QString::number(i), {}, QStringLiteral("이름"), QByteArray(40, 'w'), 126.9, 35.1, {{"n", i}}});
        STORE_OK(ws->writeLayer(layer, features, makeBatch("la"), OnExisting::Ask, Progress::none()));
        commit(ws);
        features.resize(30);
        features[3].name = QStringLiteral("other");
        STORE_OK(ws->writeLayer(layer, features, makeBatch("lb"), OnExisting::Add, Progress::none()));
        commit(ws);
        STORE_OK(ws->removeDataset(layer.id));
        commit(ws);
    }

    /// Empty when the state is what it may be.
    QString judge(const State& state) {
        if (!m_folder.lay(state.files)) return QStringLiteral("the state could not be laid out");
        if (state.files.count("w.mudeung") == 0) ++m_missing;
        const auto acknowledged = static_cast<std::size_t>(std::max<qint64>(0, state.mark));
        if (state.number % 4 == 1 && state.mark > 0) {
            const auto reader = Workspace::open(file(), OpenMode::ReadOnly);
            if (!reader) return reader.error().message + reader.error().detail;
            const QString problem = judgeContent(**reader, acknowledged);
            if (!problem.isEmpty()) return QStringLiteral("read-only: ") + problem;
        }
        const auto opened = Workspace::openOrCreate(file());
        if (!opened) return opened.error().message + opened.error().detail;
        const QString problem = judgeContent(**opened, acknowledged);
        if (!problem.isEmpty()) return problem;
        const QString bad = firstProblem(**opened);
        if (!bad.isEmpty()) return bad;
        if (state.number % 8 != 0) return {};
        const CubeData more = makeCube({kJan + 5}, 30, 77, small());
        const auto outcome = import(**opened, more, "after", OnExisting::Ask);
        if (!outcome) return outcome.error().message + outcome.error().detail;
        const QString lost = difference(**opened, more);
        return lost.isEmpty() ? firstProblem(**opened) : lost;
    }

    QString judgeContent(const Workspace& ws, std::size_t acknowledged) {
        const Digest digest(ws);
        if (digest.result().isEmpty()) return digest.problem();
        if (digest.result() == m_versions[acknowledged]) return {};
        if (acknowledged + 1 < m_versions.size() && digest.result() == m_versions[acknowledged + 1]) {
            ++m_newer;
            return {};
        }
        const auto found = std::find(m_versions.begin(), m_versions.end(), digest.result());
        if (found == m_versions.end()) return QStringLiteral("the content is of no commit");
        return QStringLiteral("the content is of commit %1").arg(found - m_versions.begin());
    }

private slots:
    void initTestCase() {
        FaultVfs::instance().install();
        sqlite3_auto_extension(reinterpret_cast<void (*)()>(&smallCaches));
    }

    void everyMomentOfALife() {
        QElapsedTimer clock;
        clock.start();
        FaultVfs::instance().record(m_folder.path());
        live();
        m_life.events = FaultVfs::instance().stopRecording();
        if (QTest::currentTestFailed()) return;
        const auto count = [&](const auto& which) {
            return static_cast<int>(std::count_if(m_life.events.begin(), m_life.events.end(), which));
        };
        const auto isWrite = [](const DiskEvent& e, const char* name) { return e.kind == DiskEvent::Kind::Write && e.name == name; };
        const int inLog = count([&](const DiskEvent& e) { return isWrite(e, "w.mudeung-wal"); }) / 2;
        const int inFile = count([&](const DiskEvent& e) { return isWrite(e, "w.mudeung"); });
        const int begun = count([&](const DiskEvent& e) { return isWrite(e, "w.mudeung-wal") && e.offset == 0; });
        const int flushes = count([](const DiskEvent& e) { return e.kind == DiskEvent::Kind::Sync; });
        qInfo("%d pages into the log, %d into the file; the log began %d times", inLog, inFile, begun);
        // The log was moved into the file and started again, also while the workspace was open.
        QVERIFY(begun > 5 && inFile > 100 && flushes > 20);
        int bad = 0;
        const int judged = eachState(m_life, runs(kLifeStates), 0, isAskedFor, [&](const State& state) {
            const QString problem = judge(state);
            if (!problem.isEmpty()) qWarning("%s: %s", qPrintable(state.name()), qPrintable(problem));
            bad += problem.isEmpty() ? 0 : 1;
            return bad < 10;
        });
        qInfo("%d states of %d events (%d flushes), %d commits: %d showed the unfinished commit, %d had no file; %lld ms", judged,
              static_cast<int>(m_life.events.size()), flushes, static_cast<int>(m_versions.size()), m_newer, m_missing,
              static_cast<long long>(clock.elapsed()));
        QCOMPARE(bad, 0);
        if (qEnvironmentVariableIsEmpty("MUDEUNG_STATE")) QVERIFY(m_newer > 20 && m_missing > 0);
    }

    /// The power fails again while the state that it left is being repaired: what was shown then stays.
    void everyMomentOfARepair() {
        QVERIFY(!m_life.events.empty());
        std::vector<State> left;
        const int count = runs(kLifeStates);
        const int step = count / runs(kRepairs);
        eachState(
            m_life, count, 0, [step](int number) { return number % step == step / 2; },
            [&](const State& state) {
                left.push_back(state);
                return true;
            });
        int judged = 0;
        for (std::size_t i = 0; i < left.size(); ++i) {
            QVERIFY(m_folder.lay(left[i].files));
            FaultVfs::instance().record(m_folder.path());
            QByteArray shown;
            {
                const auto ws = Workspace::openOrCreate(file());
                STORE_OK(ws);
                shown = Digest(**ws).result();
                FaultVfs::instance().mark(0);
            }
            const Recording repair{left[i].files, FaultVfs::instance().stopRecording()};
            judged += eachState(repair, kStatesPerRepair, kRepairNumbers + static_cast<int>(i) * 100, isAskedFor, [&](const State& state) {
                if (!m_folder.lay(state.files)) return false;
                const auto ws = Workspace::openOrCreate(file());
                QString problem = ws ? firstProblem(**ws) : ws.error().message + ws.error().detail;
                if (ws && Digest(**ws).result() != shown) problem += QStringLiteral("other content than was shown");
                if (!problem.isEmpty()) QTest::qFail(qPrintable(state.name() + QStringLiteral(": ") + problem), __FILE__, __LINE__);
                return problem.isEmpty();
            });
        }
        qInfo("%d states of %d repairs", judged, static_cast<int>(left.size()));
    }

    void aDiskThatLiesIsNoticed_data() {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("the log is never flushed") << QByteArray("w.mudeung-wal");
        QTest::newRow("the file is never flushed") << QByteArray("w.mudeung");
    }

    /// Without this, nobody would know whether the tests above can fail.
    void aDiskThatLiesIsNoticed() {
        QFETCH(QByteArray, file);
        Recording lie = m_life;
        const auto flushed = [&](const DiskEvent& e) { return e.kind == DiskEvent::Kind::Sync && e.name == file; };
        lie.events.erase(std::remove_if(lie.events.begin(), lie.events.end(), flushed), lie.events.end());
        QString problem;
        eachState(
            lie, kLifeStates, 0, [](int number) { return number % 7 == 0; },
            [&](const State& state) {
                problem = judge(state);
                return problem.isEmpty();
            });
        QVERIFY(!problem.isEmpty());
        qInfo("noticed: %s", qPrintable(problem));
    }

    /// Whatever of a migration reached the disk, the next start ends with the new version and all numbers.
    void everyMomentOfAMigration() {
        using namespace store;
        const SchemaPlan next{2, {{1, [](Database& db) {
                                       db.exec("ALTER TABLE batch ADD COLUMN note TEXT");
                                       db.exec("CREATE TABLE extra(key INTEGER PRIMARY KEY, value BLOB NOT NULL) STRICT");
                                       db.exec("INSERT INTO extra SELECT key, data FROM slab");
                                   }}}};
        m_folder.clear();
        const CubeData data = makeCube({kJan, kJan + 1}, 140, 1, small());
        {
            auto ws = Workspace::create(file()).value();
            STORE_OK(import(*ws, data, "aa", OnExisting::Ask));
        }
        Recording migration{{{"w.mudeung", fileBytes(file())}}, {}};
        FaultVfs::instance().record(m_folder.path());
        STORE_OK(guarded([&] {
            auto writer = SharedWriter::acquire(file(), next);
            FaultVfs::instance().mark(1);
            return Done{};
        }));
        migration.events = FaultVfs::instance().stopRecording();
        int found[2] = {0, 0};
        const int judged = eachState(migration, runs(kMigrationStates), kMigrationNumbers, isAskedFor, [&](const State& state) {
            if (!m_folder.lay(state.files)) return false;
            const auto problem = guarded([&] { return judgeMigrated(state, next, found); });
            const QString text = problem ? problem.value() : problem.error().message + problem.error().detail;
            if (!text.isEmpty()) QTest::qFail(qPrintable(state.name() + QStringLiteral(": ") + text), __FILE__, __LINE__);
            return text.isEmpty();
        });
        qInfo("%d states of %d events: %d old, %d new", judged, static_cast<int>(migration.events.size()), found[0], found[1]);
        if (qEnvironmentVariableIsEmpty("MUDEUNG_STATE")) QVERIFY(found[0] > 0 && found[1] > 0);
    }

private:
    QString judgeMigrated(const State& state, const store::SchemaPlan& next, int (&found)[2]) {
        using namespace store;
        {
            ReadPool pool(file());
            const FileState held = stateOf(*pool.lease(), next);
            if (held != FileState::Older && held != FileState::Current) return QStringLiteral("neither old nor new");
            if (held == FileState::Older && state.mark == 1) return QStringLiteral("the migration is lost");
            ++found[held == FileState::Current ? 1 : 0];
        }
        const auto writer = SharedWriter::acquire(file(), next);
        Database& db = writer->database();
        if (stateOf(db, next) != FileState::Current) return QStringLiteral("not brought up to date");
        if (db.scalar("SELECT count(*) FROM slab LEFT JOIN extra USING(key) WHERE slab.data IS NOT extra.value") != 0)
            return QStringLiteral("a table of the new version is not whole");
        db.scalar("SELECT note FROM batch");
        return verifyDatabase(db, metaNumber(db, QStringLiteral("salt")), Progress::none()).join(QLatin1Char('\n'));
    }
};

QTEST_GUILESS_MAIN(TestStorePowerLoss)
#include "test_store_power_loss.moc"
