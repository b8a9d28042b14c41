// SPDX-License-Identifier: GPL-3.0-or-later
// What is written is what is read: cells, places, sums, rollups, batches, layers, and the rules for months that exist.
#include <QTemporaryDir>
#include <QtTest>
#include <sqlite3.h>

#include "core/store/schema.h"
#include "core/store/workspace_impl.h"
#include "tests/core/store/store_fixtures.h"

using namespace mudeung;
using namespace mudeung::test;

namespace {
const MonthKey kJan = monthKey(2024, 1);
const MonthKey kFeb = monthKey(2024, 2);
const MonthKey kMar = monthKey(2024, 3);

void runSql(const QString& path, const char* sql) {
    sqlite3* db = nullptr;
    QCOMPARE(sqlite3_open(path.toUtf8().constData(), &db), SQLITE_OK);
    const int code = sqlite3_exec(db, sql, nullptr, nullptr, nullptr);
    sqlite3_close(db);
    QCOMPARE(code, SQLITE_OK);
}
}  // namespace

class TestStoreWorkspace : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_dir;
    QString file(const char* name = "w.mudeung") const { return m_dir->filePath(QLatin1String(name)); }

    Result<WriteOutcome> write(Workspace& ws, const CubeData& data, const char* sha, OnExisting mode = OnExisting::Ask) {
        return ws.writeCube(data, makeBatch(sha), mode, Progress::none());
    }

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void cleanup() {
        // Nothing but workspaces and backups may stay behind.
        const QStringList left = QDir(m_dir->path()).entryList(QDir::Files | QDir::Hidden);
        for (const QString& name : left) QVERIFY2(name.endsWith(QLatin1String(".mudeung")), qPrintable(name));
    }

    void roundTrip_data() {
        QTest::addColumn<int>("places");
        QTest::newRow("1") << 1;
        QTest::newRow("127") << 127;
        QTest::newRow("128") << 128;
        QTest::newRow("129") << 129;
        QTest::newRow("300") << 300;
    }

    void roundTrip() {
        QFETCH(int, places);
        const CubeData data = makeCube({kJan, kFeb}, places, 1, cubeDataset(4, 3, 2));
        {
            auto ws = Workspace::create(file());
            STORE_OK(ws);
            const auto outcome = write(**ws, data, "aa");
            STORE_OK(outcome);
            QCOMPARE(outcome->monthsWritten, 2);
            QCOMPARE(outcome->monthsReplaced, 0);
            QCOMPARE(outcome->placesAdded, places);
            QVERIFY(!outcome->noop);
        }
        auto ws = Workspace::open(file(), OpenMode::ReadOnly);
        STORE_OK(ws);
        QCOMPARE(difference(**ws, data), QString());
        QCOMPARE(firstProblem(**ws), QString());
        QVERIFY((*ws)->places(data.dataset.id).value() == data.places);
        QVERIFY((*ws)->months(data.dataset.id).value() == (std::vector<MonthKey>{kJan, kFeb}));
        const Dataset d = (*ws)->dataset(data.dataset.id).value();
        QCOMPARE(d.period.from, QDate(2024, 1, 1));
        QCOMPARE(d.period.to, QDate(2024, 2, 29));
        QCOMPARE(d.placeCount, qint64{places});
        QVERIFY(d.measures == data.dataset.measures);
        QVERIFY(d.scheme == data.dataset.scheme);
    }

    void rollupsAndSumsAgreeWithCells() {
        CubeData data = makeCube({kFeb}, 130, 2);
        auto ws = Workspace::create(file()).value();
        STORE_OK(write(*ws, data, "aa"));
        const MonthCells& cells = data.months.at(kFeb);
        for (int g = 0; g < 2; ++g) {
            std::int64_t sum = 0;
            for (int type = 0; type < kDayTypes; ++type) {
                const auto rollup = ws->readRollup(data.dataset.id, kFeb, type, 0, g);
                STORE_OK(rollup);
                for (int h = 0; h < cells.hours; ++h) {
                    for (int p = 0; p < cells.places; ++p) {
                        std::int64_t want = 0;
                        std::int64_t observed = 0;
                        for (int d = 0; d < cells.days; ++d) {
                            const auto v = cells.cells[cells.index(0, g, d, h, p)];
                            if (static_cast<int>(HolidayCalendar::korea().dayType(QDate(2024, 2, d + 1))) != type || v == kNotObserved)
                                continue;
                            want += v;
                            ++observed;
                        }
                        QCOMPARE(rollup->sum[rollup->index(h, p)], want);
                        QCOMPARE(rollup->observed[rollup->index(h, p)], observed);
                        sum += want;
                    }
                }
            }
            QCOMPARE(ws->monthSums(data.dataset.id).value()[static_cast<std::size_t>(g)].sum, sum);
        }
        QVERIFY(!ws->readRollup(data.dataset.id, kFeb, kWholeStep, 0, 0).ok());
    }

    void extremesAndDays() {
        CubeData data = makeCube({}, 2, 0);
        MonthCells cells = emptyMonth(data, kJan);
        cells.cells[cells.index(0, 0, 2, 0, 0)] = INT64_MAX;
        cells.cells[cells.index(0, 0, 4, 1, 1)] = INT64_MIN + 1;
        cells.cells[cells.index(0, 1, 30, 3, 1)] = 0;
        data.months.emplace(kJan, cells);
        auto ws = Workspace::create(file()).value();
        STORE_OK(write(*ws, data, "aa"));
        QCOMPARE(difference(*ws, data), QString());
        QCOMPARE(ws->daysObserved(data.dataset.id, kJan).value(), 1u << 2 | 1u << 4 | 1u << 30);
        QCOMPARE(ws->dataset(data.dataset.id)->period.from, QDate(2024, 1, 3));
        data.months.begin()->second.cells[cells.index(0, 0, 5, 0, 0)] = 1000;
        data.months.begin()->second.cells[cells.index(0, 0, 4, 1, 1)] = 1;
        const auto refused = write(*ws, data, "bb", OnExisting::Replace);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::InputRefused);
        QCOMPARE(firstProblem(*ws), QString());
    }

    void yearlyAndMonthly() {
        for (const TimeStep step : {TimeStep::Year, TimeStep::Month}) {
            Dataset d = cubeDataset(0, 2);
            d.id = timeStepId(step);
            d.timeStep = step;
            const CubeData data = makeCube({kJan}, 97, 5, d);
            auto ws = Workspace::openOrCreate(file()).value();
            STORE_OK(write(*ws, data, "aa"));
            QCOMPARE(difference(*ws, data), QString());
            const auto rollup = ws->readRollup(d.id, kJan, kWholeStep, 0, 1);
            STORE_OK(rollup);
            const MonthCells& cells = data.months.at(kJan);
            for (int p = 0; p < 97; ++p) {
                const auto v = cells.cells[cells.index(0, 1, 0, 0, p)];
                QCOMPARE(rollup->sum[rollup->index(0, p)], v == kNotObserved ? 0 : v);
            }
            QCOMPARE(ws->dataset(d.id)->period.to, step == TimeStep::Year ? QDate(2024, 12, 31) : QDate(2024, 1, 31));
        }
    }

    void growingPlaces() {
        const CubeData first = makeCube({kJan}, 100, 1);
        const CubeData second = makeCube({kFeb}, 200, 2, cubeDataset(), 50);
        auto ws = Workspace::create(file()).value();
        STORE_OK(write(*ws, first, "aa"));
        const auto outcome = write(*ws, second, "bb");
        STORE_OK(outcome);
        QCOMPARE(outcome->placesAdded, 150);
        QCOMPARE(difference(*ws, first), QString());
        QCOMPARE(difference(*ws, second), QString());
        const auto jan = ws->readMonth(first.dataset.id, kJan, 0, {0});
        QCOMPARE(jan->places, 250);
        for (int p = 100; p < 250; ++p) QCOMPARE(jan->cells[jan->index(0, 0, 3, 2, p)], kNotObserved);
        QCOMPARE(ws->readRollup(first.dataset.id, kJan, 0, 0, 0)->places, 250);
        QCOMPARE(firstProblem(*ws), QString());
    }

    void askReplaceAddFill() {
        const CubeData a = makeCube({kJan, kFeb}, 20, 1);
        CubeData b = makeCube({kFeb, kMar}, 25, 2, cubeDataset(), 10);
        auto ws = Workspace::create(file()).value();
        STORE_OK(write(*ws, a, "aa"));
        const auto refused = write(*ws, b, "bb", OnExisting::Ask);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Usage);
        QVERIFY(refused.error().message.contains(QLatin1String("2024-02")));
        QVERIFY(!refused.error().message.contains(QLatin1String("2024-03")));
        QCOMPARE(ws->places(a.dataset.id)->size(), std::size_t{20});
        QCOMPARE(ws->generation().value(), qint64{1});

        for (const OnExisting mode : {OnExisting::Add, OnExisting::Fill, OnExisting::Replace}) {
            const QString other = file("mode.mudeung");
            QFile::remove(other);
            STORE_OK(ws->backupTo(other));
            auto copy = Workspace::open(other, OpenMode::ReadWrite).value();
            const auto outcome = write(*copy, b, "bb", mode);
            STORE_OK(outcome);
            QCOMPARE(outcome->monthsWritten, 2);
            QCOMPARE(outcome->monthsReplaced, 1);
            const auto feb = copy->readMonth(a.dataset.id, kFeb, 0, {0, 1});
            STORE_OK(feb);
            std::int64_t filled = 0;
            for (int g = 0; g < 2; ++g) {
                for (int i = 0; i < 29 * 4; ++i) {
                    for (int p = 0; p < 35; ++p) {
                        const MonthCells& ca = a.months.at(kFeb);
                        const MonthCells& cb = b.months.at(kFeb);
                        const auto x = p < 20 ? ca.cells[ca.index(0, g, i / 4, i % 4, p)] : kNotObserved;
                        const auto y = p >= 10 ? cb.cells[cb.index(0, g, i / 4, i % 4, p - 10)] : kNotObserved;
                        std::int64_t want = y;
                        if (mode == OnExisting::Add) want = x == kNotObserved ? y : y == kNotObserved ? x : x + y;
                        if (mode == OnExisting::Fill) want = x == kNotObserved ? y : x;
                        filled += x == kNotObserved && y != kNotObserved ? 1 : 0;
                        QCOMPARE(feb->cells[feb->index(0, g, i / 4, i % 4, p)], want);
                    }
                }
            }
            if (mode == OnExisting::Fill) {
                // March is new: its cells are not gaps that were filled.
                QCOMPARE(outcome->cellsFilled, filled);
            }
            QCOMPARE(firstProblem(*copy), QString());
        }
    }

    void sameFileIsANoop() {
        const CubeData a = makeCube({kJan, kFeb}, 20, 1);
        const CubeData b = makeCube({kFeb}, 20, 2);
        auto ws = Workspace::create(file()).value();
        STORE_OK(write(*ws, a, "aa"));
        for (const OnExisting mode : {OnExisting::Ask, OnExisting::Add, OnExisting::Fill, OnExisting::Replace}) {
            const auto again = write(*ws, a, "aa", mode);
            STORE_OK(again);
            QVERIFY(again->noop);
        }
        QCOMPARE(ws->generation().value(), qint64{1});
        QVERIFY(ws->findBatch(a.dataset.id, QStringLiteral("aa"))->has_value());
        STORE_OK(write(*ws, b, "bb", OnExisting::Replace));
        QVERIFY(!ws->findBatch(a.dataset.id, QStringLiteral("aa"))->has_value());
        QCOMPARE(write(*ws, a, "aa").error().code, ErrorCode::Usage);
        // January still holds this file: adding it must not count it twice.
        const auto added = write(*ws, a, "aa", OnExisting::Add);
        STORE_OK(added);
        QCOMPARE(added->monthsWritten, 1);
        const auto back = write(*ws, a, "aa", OnExisting::Replace);
        STORE_OK(back);
        QVERIFY(!back->noop);
        QCOMPARE(difference(*ws, a), QString());
        // The same bytes read in another way are other numbers.
        CubeData corrected = a;
        for (auto& [month, cells] : corrected.months) cells.cells[0] = 77;
        const auto other = write(*ws, corrected, "aa", OnExisting::Replace);
        STORE_OK(other);
        QVERIFY(!other->noop);
        QCOMPARE(difference(*ws, corrected), QString());
        QCOMPARE(ws->batches(a.dataset.id)->size(), 5);
        QCOMPARE(firstProblem(*ws), QString());
    }

    void groupsAndHoursOfLaterFiles() {
        const CubeData a = makeCube({kJan}, 10, 1);
        auto ws = Workspace::create(file()).value();
        STORE_OK(write(*ws, a, "aa"));
        Dataset narrow = cubeDataset(2, 2);
        narrow.firstHour = 6;
        narrow.scheme.groups[0].code = QStringLiteral("late");
        const CubeData b = makeCube({kFeb}, 10, 2, narrow);
        STORE_OK(write(*ws, b, "bb"));
        const Dataset d = ws->dataset(a.dataset.id).value();
        QCOMPARE(static_cast<int>(d.scheme.groups.size()), 3);
        QCOMPARE(d.scheme.indexOf(QStringLiteral("late")), 2);
        const auto feb = ws->readMonth(d.id, kFeb, 0, {2});
        const MonthCells& cells = b.months.at(kFeb);
        for (int h = 0; h < 4; ++h) {
            const auto want = h >= 1 && h <= 2 ? cells.cells[cells.index(0, 0, 9, h - 1, 4)] : kNotObserved;
            QCOMPARE(feb->cells[feb->index(0, 0, 9, h, 4)], want);
        }
        QCOMPARE(difference(*ws, a), QString());
        Dataset wide = cubeDataset(6, 2);
        QCOMPARE(write(*ws, makeCube({kMar}, 10, 3, wide), "cc").error().code, ErrorCode::Usage);
        Dataset monthly = cubeDataset(4, 2);
        monthly.timeStep = TimeStep::Month;
        QCOMPARE(write(*ws, makeCube({kMar}, 10, 3, monthly), "cc").error().code, ErrorCode::Usage);
        Dataset unknown = cubeDataset(4, 2);
        unknown.measures[0].id = QStringLiteral("noise");
        QCOMPARE(write(*ws, makeCube({kMar}, 10, 3, unknown), "cc").error().code, ErrorCode::Usage);
        QCOMPARE(firstProblem(*ws), QString());
    }

    void hostileTexts() {
        CubeData data = makeCube({kJan}, 3, 1);
        data.places[0].code = QStringLiteral("';--\"%s");
        data.places[1].code = QString(QChar(0)) + QStringLiteral("x");
        data.places[2].name = QString(65536, QLatin1Char('a')) + QStringLiteral("\u202Eevil");
        data.dataset.id = QStringLiteral("a'; DROP TABLE slab;--");
        auto ws = Workspace::create(file()).value();
        STORE_OK(write(*ws, data, "aa"));
        QVERIFY(ws->places(data.dataset.id).value() == data.places);
        QCOMPARE(difference(*ws, data), QString());
        STORE_OK(ws->removeDataset(data.dataset.id));
        QCOMPARE(ws->datasets()->size(), 0);
        QCOMPARE(ws->dataset(data.dataset.id).error().code, ErrorCode::NotFound);
        QCOMPARE(firstProblem(*ws), QString());
    }

    void batchesRejectsSettings() {
        const CubeData a = makeCube({kJan}, 3, 1);
        auto ws = Workspace::create(file()).value();
        STORE_OK(write(*ws, a, "aa"));
        const auto batches = ws->batches(a.dataset.id).value();
        QCOMPARE(batches.size(), 1);
        const Batch want = makeBatch("aa");
        QCOMPARE(batches[0].options, want.options);
        QCOMPARE(batches[0].report, want.report);
        QVERIFY(batches[0].period == want.period);
        QCOMPARE(batches[0].importedAt, want.importedAt);
        const QByteArray csv(100000, 'x');
        STORE_OK(ws->writeRejects(a.dataset.id, QStringLiteral("aa"), csv));
        QCOMPARE(ws->rejects(batches[0].rowId).value(), csv);
        QCOMPARE(ws->rejects(999).value(), QByteArray());
        QCOMPARE(ws->writeRejects(a.dataset.id, QStringLiteral("zz"), csv).error().code, ErrorCode::NotFound);
        QCOMPARE(ws->setting(QStringLiteral("k")).value(), QString());
        STORE_OK(ws->setSetting(QStringLiteral("k"), QStringLiteral("값")));
        QCOMPARE(ws->setting(QStringLiteral("k")).value(), QStringLiteral("값"));
        auto reader = Workspace::open(file(), OpenMode::ReadOnly).value();
        QCOMPARE(reader->setSetting(QStringLiteral("k"), {}).error().code, ErrorCode::Usage);
        QVERIFY(reader->isReadOnly());
    }

    void layers() {
        Dataset layer;
        layer.id = QStringLiteral("stops");
        layer.kind = DatasetKind::Layer;
        layer.geometryType = QStringLiteral("point");
        std::vector<Feature> features;
        for (int i = 0; i < 300; ++i) {
            features.push_back({QString::number(i),
                                {QStringLiteral("ars%1").arg(i)},
                                QStringLiteral("이름"),
                                QByteArray("\x01\0\x02", 3),
                                126.9,
                                35.1,
                                {{"n", i}}});
        }
        features.push_back({});
        auto ws = Workspace::create(file()).value();
        const auto put = [&](const std::vector<Feature>& f, const char* sha, OnExisting mode) {
            return ws->writeLayer(layer, f, makeBatch(sha), mode, Progress::none());
        };
        STORE_OK(put(features, "aa", OnExisting::Ask));
        const auto read = ws->features(layer.id).value();
        QCOMPARE(read.size(), features.size());
        QCOMPARE(read[7].aliases, features[7].aliases);
        QCOMPARE(read[7].wkb, features[7].wkb);
        QCOMPARE(read[7].attributes, features[7].attributes);
        QVERIFY(read[300].lon != read[300].lon);
        QCOMPARE(ws->dataset(layer.id)->featureCount, qint64{301});
        QVERIFY(put(features, "aa", OnExisting::Replace)->noop);
        QCOMPARE(put({features[0]}, "bb", OnExisting::Ask).error().code, ErrorCode::Usage);
        Feature fresh = features[5];
        fresh.name = QStringLiteral("new");
        Feature more = fresh;
        more.code = QStringLiteral("more");
        STORE_OK(put({fresh, more}, "cc", OnExisting::Fill));
        QCOMPARE(ws->features(layer.id).value()[5].name, features[5].name);
        QCOMPARE(ws->dataset(layer.id)->featureCount, qint64{302});
        STORE_OK(put({fresh}, "dd", OnExisting::Add));
        QCOMPARE(ws->features(layer.id).value()[5].name, fresh.name);
        STORE_OK(put({fresh}, "ee", OnExisting::Replace));
        QCOMPARE(ws->dataset(layer.id)->featureCount, qint64{1});
        QCOMPARE(ws->places(layer.id).error().code, ErrorCode::Usage);
        QCOMPARE(firstProblem(*ws), QString());
    }

    void refusals() {
        QVERIFY(!Workspace::open(file("absent.mudeung"), OpenMode::ReadOnly));
        QCOMPARE(Workspace::open(m_dir->path(), OpenMode::ReadOnly).error().code, ErrorCode::Io);
        QCOMPARE(Workspace::create(m_dir->filePath(QStringLiteral("no/such/w.mudeung"))).error().code, ErrorCode::Io);
        QVERIFY(writeBytes(file("text.mudeung"), QByteArray(5000, 'a')));
        for (const OpenMode mode : {OpenMode::ReadOnly, OpenMode::ReadWrite}) {
            QCOMPARE(Workspace::open(file("text.mudeung"), mode).error().code, ErrorCode::Corrupt);
        }
        QCOMPARE(fileBytes(file("text.mudeung")), QByteArray(5000, 'a'));
        runSql(file("foreign.mudeung"), "CREATE TABLE t(x); PRAGMA user_version=1");
        QCOMPARE(Workspace::open(file("foreign.mudeung"), OpenMode::ReadWrite).error().code, ErrorCode::Corrupt);
        QCOMPARE(Workspace::create(file("foreign.mudeung")).error().code, ErrorCode::Io);
        QVERIFY(writeBytes(file("zero.mudeung"), {}));
        QVERIFY(!Workspace::open(file("zero.mudeung"), OpenMode::ReadOnly));
        STORE_OK(Workspace::create(file("zero.mudeung")));
        runSql(file("zero.mudeung"), "PRAGMA user_version=2");
        QCOMPARE(Workspace::open(file("zero.mudeung"), OpenMode::ReadOnly).error().code, ErrorCode::NewerVersion);
        QCOMPARE(Workspace::open(file("zero.mudeung"), OpenMode::ReadWrite).error().code, ErrorCode::NewerVersion);
    }

    void placesAreThePlaneInPieces() {
        CubeData a = makeCube({kJan}, 300, 1);
        // Values that need more than two bytes lie beside the others in the store.
        std::vector<std::int64_t>& all = a.months.begin()->second.cells;
        for (std::size_t i = 0; i < all.size(); i += 97) all[i] = 70'000 + static_cast<std::int64_t>(i);
        {
            auto ws = Workspace::create(file()).value();
            STORE_OK(write(*ws, a, "aa"));
            const Dataset d = ws->dataset(a.dataset.id).value();
            std::vector<std::int64_t> plane;
            STORE_OK(ws->readPlane(d.id, kJan, 0, 1, plane));
            QVERIFY(std::count_if(plane.begin(), plane.end(), [](std::int64_t value) { return value > 65'535; }) > 100);
            // Whole blocks, eights in their beginning, middle and end, single places, and one that would go beyond its block or the places.
            const std::pair<int, int> asked[] = {{0, 128}, {128, 128}, {256, 128}, {0, 8},   {8, 8},   {120, 8},
                                                 {96, 8},  {256, 8},   {296, 8},   {299, 1}, {130, 1}, {124, 8}};
            for (const auto& [first, count] : asked) {
                const auto width = static_cast<std::size_t>(std::min({count, 300 - first, 128 - first % 128}));
                int groups = 0;
                STORE_OK(ws->readPlaces(d.id, kJan, 0, {1, 1}, first, count, [&, from = first](const std::vector<std::int64_t>& cells) {
                    ++groups;
                    QCOMPARE(cells.size() / width, plane.size() / 300);
                    for (std::size_t i = 0; i < cells.size(); ++i)
                        QCOMPARE(cells[i], plane[i / width * 300 + static_cast<std::size_t>(from) + i % width]);
                }));
                QCOMPARE(groups, 2);
            }
        }
        // A slab is gone: its block is not taken for one in which nothing was observed. The others prove themselves.
        runSql(file(), "DELETE FROM slab WHERE key IN (SELECT key FROM slab ORDER BY key LIMIT 1)");
        auto ws = Workspace::open(file(), OpenMode::ReadOnly).value();
        STORE_OK(ws->readPlaces(a.dataset.id, kJan, 0, {0}, 128, 128, [](const std::vector<std::int64_t>&) {}));
        const Status read = ws->readPlaces(a.dataset.id, kJan, 0, {0}, 0, 8, [](const std::vector<std::int64_t>&) {});
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Corrupt);
    }

    /// A later program writes which program reads its files; an earlier one passes it on, or does without.
    void newerVersionNamesTheProgram() {
        STORE_OK(Workspace::create(file()));
        const store::SchemaPlan later{2, {{1, [](store::Database& db) { db.exec("CREATE TABLE later(x)"); }}}, 11205};
        STORE_OK(openWith(later, OpenMode::ReadWrite));
        for (const OpenMode mode : {OpenMode::ReadOnly, OpenMode::ReadWrite}) {
            const QString said = Workspace::open(file(), mode).error().message;
            QVERIFY2(said.contains(QStringLiteral("1.12.5")) && said.contains(QStringLiteral(MUDEUNG_VERSION)), qPrintable(said));
        }
        runSql(file(), "DELETE FROM meta WHERE key='needed_program'");
        QVERIFY(Workspace::open(file(), OpenMode::ReadOnly).error().message.contains(QStringLiteral("Install that version")));
        runSql(file(), "DROP TABLE meta");
        QCOMPARE(Workspace::open(file(), OpenMode::ReadOnly).error().code, ErrorCode::NewerVersion);
    }

    /// Nothing in such a folder may be opened; a checked copy of it may, with what still stands in the log.
    void networkFolderIsCopied() {
        const QString share = m_dir->filePath(QStringLiteral("share"));
        QVERIFY(QDir().mkpath(share));
        const QString remote = share + QStringLiteral("/w.mudeung");
        const CubeData a = makeCube({kJan}, 200, 1);
        {
            auto ws = Workspace::create(file()).value();
            STORE_OK(write(*ws, a, "aa"));
            QVERIFY(QFile::copy(file(), remote) && QFile::copy(file() + QStringLiteral("-wal"), remote + QStringLiteral("-wal")));
        }
        const QByteArray original = fileBytes(remote);
        const QByteArray log = fileBytes(remote + QStringLiteral("-wal"));
        QVERIFY(log.size() > 32);
        qputenv("MUDEUNG_NETWORK_FOLDERS", QFile::encodeName(QStringLiteral("/nowhere:") + share + QLatin1Char('/')));
        for (const OpenMode mode : {OpenMode::ReadOnly, OpenMode::ReadWrite})
            QCOMPARE(Workspace::open(remote, mode).error().code, ErrorCode::NetworkDrive);
        QCOMPARE(Workspace::create(share + QStringLiteral("/new.mudeung")).error().code, ErrorCode::NetworkDrive);

        const QString local = m_dir->filePath(QStringLiteral("local.mudeung"));
        STORE_OK(Workspace::copyToLocal(remote, local, Progress::none()));
        {
            auto copy = Workspace::open(local, OpenMode::ReadWrite);
            STORE_OK(copy);
            QCOMPARE(difference(**copy, a), QString());
        }
        QVERIFY(fileBytes(remote) == original && fileBytes(remote + QStringLiteral("-wal")) == log);
        QCOMPARE(Workspace::copyToLocal(remote, local, Progress::none()).error().code, ErrorCode::Usage);
        QFile::remove(local);
        QCOMPARE(Workspace::copyToLocal(remote, share + QStringLiteral("/b.mudeung"), Progress::none()).error().code,
                 ErrorCode::NetworkDrive);
        QCOMPARE(Workspace::copyToLocal(share + QStringLiteral("/no"), local, Progress::none()).error().code, ErrorCode::Io);
        Progress stopped;
        stopped.cancel();
        QCOMPARE(Workspace::copyToLocal(remote, local, stopped).error().code, ErrorCode::Cancelled);

        // A damaged original gives no copy at all.
        QFile::remove(remote + QStringLiteral("-wal"));
        QByteArray bad = fileBytes(file());
        for (int i = bad.size() / 2; i < bad.size() / 2 + 4000; ++i) bad[i] = static_cast<char>(~bad[i]);
        QVERIFY(writeBytes(remote, bad));
        QCOMPARE(Workspace::copyToLocal(remote, local, Progress::none()).error().code, ErrorCode::Corrupt);
        QVERIFY(writeBytes(remote, "no database"));
        QCOMPARE(Workspace::copyToLocal(remote, local, Progress::none()).error().code, ErrorCode::Corrupt);
        qunsetenv("MUDEUNG_NETWORK_FOLDERS");
        for (const QString& name : QDir(m_dir->path()).entryList(QDir::Files | QDir::Hidden))
            QVERIFY2(!name.contains(QLatin1String("local")), qPrintable(name));
    }

    void migration() {
        const CubeData a = makeCube({kJan}, 30, 1);
        {
            auto ws = Workspace::create(file()).value();
            STORE_OK(write(*ws, a, "aa"));
        }
        const store::SchemaPlan next{2, {{1, [](store::Database& db) { db.exec("ALTER TABLE batch ADD COLUMN note TEXT"); }}}};
        // (reaches behind the border: the plan of a later version, as that version would have it)
        STORE_OK(openWith(next, OpenMode::ReadWrite));
        QVERIFY(QFile::exists(file("w.v1.backup.mudeung")));
        auto backup = Workspace::open(file("w.v1.backup.mudeung"), OpenMode::ReadOnly);
        STORE_OK(backup);
        QCOMPARE(difference(**backup, a), QString());
        QCOMPARE(Workspace::open(file(), OpenMode::ReadWrite).error().code, ErrorCode::NewerVersion);
        const store::SchemaPlan broken{3, {{2, [](store::Database& db) {
                                                db.exec("CREATE TABLE half(x)");
                                                store::fail(ErrorCode::Internal, {});
                                            }}}};
        QVERIFY(!openWith(broken, OpenMode::ReadWrite));
        STORE_OK(openWith(next, OpenMode::ReadOnly));
    }

    void backups() {
        const CubeData a = makeCube({kJan}, 30, 1);
        auto ws = Workspace::create(file()).value();
        STORE_OK(write(*ws, a, "aa"));
        STORE_OK(ws->backupTo(file("copy.mudeung")));
        STORE_OK(ws->backupTo(file("copy.mudeung")));
        auto copy = Workspace::open(file("copy.mudeung"), OpenMode::ReadOnly).value();
        QCOMPARE(difference(*copy, a), QString());
        QCOMPARE(ws->backupTo(file()).error().code, ErrorCode::Usage);
        QCOMPARE(ws->backupTo(m_dir->filePath(QStringLiteral("no/such.mudeung"))).error().code, ErrorCode::Io);
        auto reader = Workspace::open(file(), OpenMode::ReadOnly).value();
        STORE_OK(reader->backupTo(file("copy2.mudeung")));
    }

private:
    Status openWith(const store::SchemaPlan& plan, OpenMode mode);
};

Status TestStoreWorkspace::openWith(const store::SchemaPlan& plan, OpenMode mode) {
    return store::guarded([&] {
        if (mode == OpenMode::ReadWrite) {
            store::SharedWriter::acquire(QFileInfo(file()).canonicalFilePath(), plan);
        } else {
            store::ReadPool pool(file());
            auto lease = pool.lease();
            store::refuse(store::stateOf(*lease, plan), *lease);
        }
        return Done{};
    });
}

QTEST_GUILESS_MAIN(TestStoreWorkspace)
#include "test_store_workspace.moc"
