// SPDX-License-Identifier: GPL-3.0-or-later
// Damaged copies of a real workspace: an error or the right numbers, never a crash and never a wrong number.
#include <QTemporaryDir>
#include <QtTest>
#include <sqlite3.h>

#include "tests/core/store/store_fixtures.h"
#include "tests/support/test_runs.h"

using namespace mudeung;
using namespace mudeung::test;

class TestStoreDamage : public QObject {
    Q_OBJECT
    QTemporaryDir m_dir;
    CubeData m_data = makeCube({monthKey(2024, 1), monthKey(2024, 2), monthKey(2024, 3)}, 200, 1);
    QByteArray m_original;
    int m_opened = 0;
    int m_copies = 0;
    int m_monthsRight = 0;
    int m_monthsRefused = 0;

    QString target() const { return m_dir.filePath(QStringLiteral("bad.mudeung")); }

    void clear() const {
        for (const char* suffix : {"", "-wal", "-shm", "-journal", ".lock"}) QFile::remove(target() + QLatin1String(suffix));
    }

    /// Reads everything that there is; any cell that is answered has to be right.
    void examine(const QByteArray& what, OpenMode mode) {
        ++m_copies;
        auto opened = Workspace::open(target(), mode);
        if (!opened) {
            QVERIFY2(!opened.error().message.isEmpty(), what);
            return;
        }
        ++m_opened;
        const Workspace& ws = **opened;
        const auto problems = ws.verify(Progress::none());
        bool anyWrong = false;
        const auto dataset = ws.dataset(m_data.dataset.id);
        const auto places = ws.places(m_data.dataset.id);
        if (places) QVERIFY2(places.value() == m_data.places, what);
        if (ws.months(m_data.dataset.id)) QVERIFY2(ws.months(m_data.dataset.id)->size() == m_data.months.size(), what);
        for (const auto& [month, cells] : m_data.months) {
            const auto read = ws.readMonth(m_data.dataset.id, month, 0, {0, 1});
            if (!read) {
                anyWrong = true;
                ++m_monthsRefused;
                QVERIFY2(!read.error().message.isEmpty(), what);
                continue;
            }
            ++m_monthsRight;
            QVERIFY2(read->cells == cells.cells, what);
            for (int type = 0; type < kDayTypes; ++type) {
                const auto rollup = ws.readRollup(m_data.dataset.id, month, type, 0, 1);
                const bool same = rollup && *rollup == *m_rollups[std::make_pair(month, type)];
                if (rollup) QVERIFY2(same, what);
                anyWrong |= !rollup.ok();
            }
        }
        (void)ws.batches(m_data.dataset.id);
        (void)ws.quarantined(m_data.dataset.id);
        (void)ws.generation();
        if (anyWrong && problems) QVERIFY2(!problems->isEmpty(), what);
    }

    struct ComparableRollup : Rollup {
        explicit ComparableRollup(const Rollup& r) : Rollup(r) {}
        friend bool operator==(const Rollup& a, const ComparableRollup& b) { return a.sum == b.sum && a.observed == b.observed; }
    };
    std::map<std::pair<MonthKey, int>, std::optional<ComparableRollup>> m_rollups;

private slots:
    void initTestCase() {
        const QString path = m_dir.filePath(QStringLiteral("good.mudeung"));
        {
            auto ws = Workspace::create(path).value();
            STORE_OK(ws->writeCube(m_data, makeBatch("aa"), OnExisting::Ask, Progress::none()));
            for (const auto& [month, cells] : m_data.months) {
                for (int type = 0; type < kDayTypes; ++type)
                    m_rollups[{month, type}].emplace(ws->readRollup(m_data.dataset.id, month, type, 0, 1).value());
            }
        }
        m_original = fileBytes(path);
        QVERIFY(m_original.size() > 100000);
        QVERIFY(!QFile::exists(path + QStringLiteral("-wal")));
    }

    void bitFlips() {
        std::mt19937 random(11);
        for (int i = 0; i < runs(180); ++i) {
            QByteArray bad = m_original;
            const int flips = i % 3 == 0 ? 1 : 8;
            // Every third copy is damaged where descriptions are: in the first pages.
            const unsigned range = static_cast<unsigned>(i % 3 == 1 ? 60000 : bad.size());
            for (int f = 0; f < flips; ++f) {
                const int at = static_cast<int>(random() % range);
                bad[at] = static_cast<char>(bad[at] ^ (1 << (random() % 8)));
            }
            clear();
            QVERIFY(writeBytes(target(), bad));
            examine("flip " + QByteArray::number(i), i % 4 == 0 ? OpenMode::ReadWrite : OpenMode::ReadOnly);
        }
    }

    void truncations() {
        std::mt19937 random(12);
        for (int i = 0; i < runs(60); ++i) {
            clear();
            const int size = i < 10 ? i * 100 : static_cast<int>(random() % static_cast<unsigned>(m_original.size()));
            QVERIFY(writeBytes(target(), m_original.left(size)));
            examine("truncated to " + QByteArray::number(size), i % 4 == 0 && size > 0 ? OpenMode::ReadWrite : OpenMode::ReadOnly);
        }
    }

    void zeroedAndSwappedPages() {
        std::mt19937 random(13);
        const int pages = static_cast<int>(m_original.size() / 8192);
        for (int i = 0; i < runs(80); ++i) {
            QByteArray bad = m_original;
            const int page = i < pages ? i : static_cast<int>(random() % static_cast<unsigned>(pages));
            const int other = static_cast<int>(random() % static_cast<unsigned>(pages));
            bad.replace(page * 8192, 8192, i % 2 == 0 ? QByteArray(8192, '\0') : m_original.mid(other * 8192, 8192));
            clear();
            QVERIFY(writeBytes(target(), bad));
            examine("page " + QByteArray::number(page) + " from " + QByteArray::number(other), OpenMode::ReadOnly);
        }
    }

    /// The log of another state of the same workspace, laid beside the file: a mix of old and new pages.
    void strangeLogs() {
        QByteArray wal;
        QByteArray before;
        const QString path = m_dir.filePath(QStringLiteral("log.mudeung"));
        {
            auto ws = Workspace::create(path).value();
            STORE_OK(ws->writeCube(makeCube({monthKey(2023, 5)}, 100, 9), makeBatch("zz"), OnExisting::Ask, Progress::none()));
            wal = fileBytes(path + QStringLiteral("-wal"));
        }
        QVERIFY(wal.size() > 32);
        std::mt19937 random(14);
        const int logs = runs(40);
        for (int i = 0; i < logs; ++i) {
            clear();
            QVERIFY(writeBytes(target(), m_original));
            QByteArray strange = wal.left(i % 2 == 0 ? wal.size() : wal.size() * i / logs);
            // Half of them with flipped bits as well: the log's own checksums have to find those.
            for (int flips = i % 4 < 2 || strange.isEmpty() ? 0 : 3; flips > 0; --flips) {
                const auto at = static_cast<int>(random() % static_cast<unsigned>(strange.size()));
                strange[at] = static_cast<char>(strange[at] ^ (1 << (random() % 8)));
            }
            QVERIFY(writeBytes(target() + QStringLiteral("-wal"), strange));
            ++m_copies;
            auto opened = Workspace::open(target(), OpenMode::ReadOnly);
            if (!opened) continue;
            // Either still ours and right, or wholly another file; never a mixture that answers.
            for (const auto& [month, cells] : m_data.months) {
                const auto read = (*opened)->readMonth(m_data.dataset.id, month, 0, {0, 1});
                if (read) QVERIFY(read->cells == cells.cells);
            }
            (void)(*opened)->verify(Progress::none());
        }
        clear();
    }

    /// The numbers at the beginning of the file: page size, versions, counts, the program's own marks.
    void headers() {
        std::mt19937 random(15);
        for (int i = 0; i < runs(50); ++i) {
            QByteArray bad = m_original;
            const int at = 16 + i * 2 % 84;
            bad[at] = static_cast<char>(bad[at] ^ (1 + static_cast<int>(random() % 255)));
            clear();
            QVERIFY(writeBytes(target(), bad));
            examine("header byte " + QByteArray::number(at), i % 2 == 0 ? OpenMode::ReadOnly : OpenMode::ReadWrite);
        }
    }

    void quarantineAndRepair() {
        clear();
        QVERIFY(writeBytes(target(), m_original));
        sqlite3* db = nullptr;
        QCOMPARE(sqlite3_open(target().toUtf8().constData(), &db), SQLITE_OK);
        QCOMPARE(sqlite3_exec(
                     db, "UPDATE slab SET data = zeroblob(length(data)) WHERE key = (SELECT key FROM slab ORDER BY key LIMIT 1 OFFSET 5)",
                     nullptr, nullptr, nullptr),
                 SQLITE_OK);
        sqlite3_close(db);
        const MonthKey bad = monthKey(2024, 2);
        auto ws = Workspace::open(target(), OpenMode::ReadWrite).value();
        const auto read = ws->readMonth(m_data.dataset.id, bad, 0, {0, 1});
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Corrupt);
        QVERIFY(read.error().message.contains(QLatin1String("2024-02")) && read.error().message.contains(m_data.dataset.id));
        QVERIFY(ws->readMonth(m_data.dataset.id, monthKey(2024, 1), 0, {0, 1}).value().cells == m_data.months.at(monthKey(2024, 1)).cells);
        ws.reset();
        ws = Workspace::open(target(), OpenMode::ReadWrite).value();
        QVERIFY(ws->quarantined(m_data.dataset.id).value() == std::vector<MonthKey>{bad});
        QVERIFY(!firstProblem(*ws).isEmpty());
        CubeData other = makeCube({bad}, 200, 4);
        QCOMPARE(ws->writeCube(other, makeBatch("bb"), OnExisting::Add, Progress::none()).error().code, ErrorCode::Corrupt);
        const auto repaired = ws->writeCube(m_data, makeBatch("aa"), OnExisting::Ask, Progress::none());
        STORE_OK(repaired);
        QVERIFY(!repaired->noop);
        QCOMPARE(repaired->monthsWritten, 1);
        QCOMPARE(difference(*ws, m_data), QString());
        QVERIFY(ws->quarantined(m_data.dataset.id)->empty());
        QCOMPARE(firstProblem(*ws), QString());
    }

    void cleanupTestCase() {
        qInfo("%d damaged copies, %d of them opened, %d months read right, %d refused", m_copies, m_opened, m_monthsRight, m_monthsRefused);
        QVERIFY(m_monthsRight > runs(50));
        QVERIFY(m_monthsRefused > runs(50));
    }
};

QTEST_GUILESS_MAIN(TestStoreDamage)
#include "test_store_damage.moc"
