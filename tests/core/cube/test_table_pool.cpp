// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of places that are used again: each answer is that of an engine that has none, and one that is still read stays as it was.
#include <QTemporaryDir>
#include <QtTest>
#include <atomic>
#include <cmath>
#include <random>
#include <set>
#include <thread>

#include "core/base/language.h"
#include "core/cube/query_engine.h"
#include "core/model/place_name.h"

using namespace mudeung;

namespace {

constexpr int kPlaces = 300;  // three blocks of the store
constexpr int kHours = 6;

CubeData made() {
    CubeData data;
    Dataset& d = data.dataset;
    d.id = QStringLiteral("stops");
    d.title = QStringLiteral("Stops");
    d.placeKind = QStringLiteral("bus_stop");
    d.timeStep = TimeStep::Day;
    d.hourCount = kHours;
    d.measures = {
        {QStringLiteral("boardings"), QStringLiteral("Boardings"), QString(), QStringLiteral("trips"), QString(), Aggregation::Sum, 0},
        {QStringLiteral("level"), QStringLiteral("Level"), QString(), QStringLiteral("ug"), QString(), Aggregation::Mean, 1}};
    d.scheme = {
        QStringLiteral("ages"),
        {{QStringLiteral("a"), QStringLiteral("A"), QString(), 0, 19}, {QStringLiteral("b"), QStringLiteral("B"), QString(), 20, -1}}};
    d.period = {QDate(2024, 5, 1), QDate(2024, 5, 31)};
    std::mt19937 random(5);
    for (int p = 0; p < kPlaces; ++p) {
        Place place{p == 9 ? QString(kUnknownPlace) : QStringLiteral("s%1").arg(p), p == 9 ? QString() : QStringLiteral("Stop %1").arg(p)};
        if (p % 7) place.lon = 126.8 + 0.0005 * p, place.lat = 35.1 + 0.0001 * p;
        data.places.push_back(place);
    }
    MonthCells cells{2, 2, 31, kHours, kPlaces, {}};
    for (std::size_t i = 0; i < std::size_t{2} * 2 * 31 * kHours * kPlaces; ++i)
        cells.cells.push_back(random() % 3 == 0 ? kNotObserved : static_cast<std::int64_t>(random() % 500));
    data.months.emplace(monthKey(2024, 5), cells);
    return data;
}

Query asked(std::mt19937& random, bool everywhere) {
    Query q;
    q.dataset = QStringLiteral("stops");
    q.measure = random() % 3 ? QStringLiteral("boardings") : QStringLiteral("level");
    q.hours = 1u + static_cast<HourMask>(random() % ((1u << kHours) - 1));
    q.dayTypes = static_cast<DayTypeMask>(1 + random() % 7);
    if (random() % 2) q.groups = QStringList{QStringLiteral("b")};
    if (!everywhere) q.areas = QStringList{QStringLiteral("place:s%1").arg(10 + random() % 50), QStringLiteral("place:s200")};
    return q;
}

bool same(double a, double b) {
    return a == b || (std::isnan(a) && std::isnan(b));
}

bool sameTables(const Table& a, const Table& b) {
    const bool heads = a.query == b.query && a.by == b.by && a.measure.id == b.measure.id && a.totalSum == b.totalSum &&
                       a.totalObserved == b.totalObserved && same(a.total, b.total) && a.placesTotal == b.placesTotal &&
                       a.placesLocated == b.placesLocated && a.locatedSum == b.locatedSum && a.daysExpected == b.daysExpected &&
                       a.daysObserved == b.daysObserved && a.notes == b.notes && a.rows.size() == b.rows.size();
    return heads && std::equal(a.rows.begin(), a.rows.end(), b.rows.begin(), [](const TableRow& p, const TableRow& q) {
               return p.key == q.key && p.label == q.label && p.sum == q.sum && p.observed == q.observed && same(p.value, q.value) &&
                      same(p.lon, q.lon) && same(p.lat, q.lat);
           });
}

}  // namespace

class TestTablePool : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        const auto workspace = Workspace::create(m_folder.filePath(QStringLiteral("stops.mudeung")));
        QVERIFY(workspace.ok());
        m_workspace = *workspace;
        write('a');
    }

    void answersAreThoseOfAnEngineWithout() {
        QueryEngine engine(m_workspace);
        std::mt19937 random(17);
        std::vector<std::pair<TablePtr, Table>> read;
        std::set<const Table*> tables;
        constexpr int kQuestions = 200;
        for (int i = 0; i < kQuestions; ++i) {
            const Query q = asked(random, i % 8 != 0);
            const TablePtr answer = answerOf(engine, q);
            QueryEngine other(m_workspace);
            const TablePtr expected = answerOf(other, q);
            QVERIFY(sameTables(*answer, *expected));
            tables.insert(answer.get());
            if (i % 20 == 3) read.emplace_back(answer, *expected);
        }
        QVERIFY2(tables.size() < kQuestions / 2, qPrintable(QString::number(tables.size())));
        for (const auto& [table, expected] : read) QVERIFY(sameTables(*table, expected));
    }

    /// Labels follow the language, and rows the data.
    void otherTextsOtherTables() {
        QueryEngine engine(m_workspace);
        Query everything;
        everything.dataset = QStringLiteral("stops");
        const QString before = interfaceLanguage();
        QStringList unknown;
        for (const char* language : {"en", "ko", "en"}) {
            setInterfaceLanguage(QLatin1String(language));
            for (int i = 0; i < 3; ++i) unknown << answerOf(engine, everything)->rows[9].label;
        }
        setInterfaceLanguage(before);
        for (int i = 0; i < 9; ++i) QCOMPARE(unknown[i], unknown[i < 3 || i > 5 ? 0 : 3]);
        write('b');
        const TablePtr now = answerOf(engine, everything);
        QueryEngine other(m_workspace);
        QVERIFY(sameTables(*now, *answerOf(other, everything)));
    }

    /// Readers on several threads let go at any time.
    void severalThreads() {
        QueryEngine engine(m_workspace);
        std::vector<std::pair<Query, qint64>> questions;
        std::mt19937 random(23);
        for (int i = 0; i < 12; ++i) {
            const Query q = asked(random, i % 4 != 0);
            questions.emplace_back(q, answerOf(engine, q)->totalSum);
        }
        std::atomic<int> wrong{0};
        const auto ask = [&](unsigned seed) {
            std::mt19937 own(seed);
            std::vector<std::pair<TablePtr, qint64>> read;
            for (int i = 0; i < 150; ++i) {
                const auto& [query, sum] = questions[own() % questions.size()];
                read.emplace_back(answerOf(engine, query), sum);
                if (read.size() > 5) read.erase(read.begin() + static_cast<std::ptrdiff_t>(own() % read.size()));
                for (const auto& [table, expected] : read) {
                    qint64 total = 0;
                    for (const TableRow& row : table->rows) total += row.sum;
                    wrong += total != expected || table->totalSum != expected;
                }
            }
        };
        std::vector<std::thread> threads;
        for (unsigned i = 0; i < 4; ++i) threads.emplace_back(ask, i);
        for (std::thread& thread : threads) thread.join();
        QCOMPARE(wrong.load(), 0);
    }

    /// A table may outlive the engine that it came from.
    void readAfterTheEngineHasGone() {
        TablePtr table;
        {
            QueryEngine engine(m_workspace);
            Query q;
            q.dataset = QStringLiteral("stops");
            table = answerOf(engine, q);
        }
        QCOMPARE(static_cast<int>(table->rows.size()), kPlaces);
    }

private:
    static TablePtr answerOf(QueryEngine& engine, const Query& query) {
        const auto answer = engine.run(query, Breakdown::Place);
        if (!answer) qFatal("%s", qPrintable(answer.error().message));
        return *answer;
    }

    void write(char name) {
        Batch batch;
        batch.dataset = QStringLiteral("stops");
        batch.fileName = QStringLiteral("stops.csv");
        batch.sha256 = QString(64, QLatin1Char(name));
        batch.period = {QDate(2024, 5, 1), QDate(2024, 5, 31)};
        QVERIFY(m_workspace->writeCube(made(), batch, OnExisting::Replace, Progress::none()).ok());
    }

    QTemporaryDir m_folder;
    std::shared_ptr<Workspace> m_workspace;
};

QTEST_GUILESS_MAIN(TestTablePool)
#include "test_table_pool.moc"
