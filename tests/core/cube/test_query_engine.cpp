// SPDX-License-Identifier: GPL-3.0-or-later
// Random cubes, random queries, every breakdown, compared with a plain recount of the list of written numbers.
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <map>
#include <random>
#include <thread>

#include "core/cube/location_coverage.h"
#include "core/cube/query_engine.h"
#include "tests/core/cube/plain_sql.h"
#include "tests/support/test_runs.h"

Q_DECLARE_METATYPE(mudeung::Query)

using namespace mudeung;

namespace {

struct Fact {
    QDate date;
    int measure, group, hour, place;
    std::int64_t value;
};

struct City {
    CubeData data;
    std::vector<Fact> facts;
};

/// A square of 0.1° by 0.1° with its corner at (lon, lat): little-endian WKB polygon.
QByteArray square(double lon, double lat) {
    QByteArray wkb;
    QDataStream out(&wkb, QIODevice::WriteOnly);
    out.setByteOrder(QDataStream::LittleEndian);
    out << quint8(1) << quint32(3) << quint32(1) << quint32(5);
    for (const auto& [x, y] : {std::pair{0.0, 0.0}, {0.1, 0.0}, {0.1, 0.1}, {0.0, 0.1}, {0.0, 0.0}}) out << lon + x << lat + y;
    return wkb;
}

const QStringList kDongs{"2911051000", "2911052500", "2914052000", "2915553000"};

constexpr int kManyPlaces = 900;  // eight blocks

int dongOf(int place) {
    return place % 6;  // 0–3: in dong 0–3, 4: outside all dongs, 5: without coordinates
}

City makeCity(const QString& id, QDate from, QDate to, TimeStep step, int firstHour, int hourCount, unsigned seed, int places = 140) {
    City city;
    Dataset& d = city.data.dataset;
    d.id = id;
    d.title = id;
    d.placeKind = "bus_stop";
    d.timeStep = step;
    d.firstHour = firstHour;
    d.hourCount = hourCount;
    d.measures = {{"boardings", "Boardings", "", "trips", "", Aggregation::Sum, 0},
                  {"level", "Level", "", "ug", "", Aggregation::Mean, 1},
                  {"present", "Present", "", "persons", "", Aggregation::Mean, 1, true}};
    d.scheme = {"ages", {{"a", "A", "", 0, 19}, {"b", "B", "", 20, 64}, {"c", "C", "", 65, -1}}};
    d.period = {from, to};
    // (more than one block of the store)
    for (int p = 0; p < places; ++p) city.data.places.push_back({QString("s%1").arg(p), QString("Stop %1").arg(p)});
    std::mt19937 random(seed);
    const int hours = std::max(1, hourCount);
    for (QDate date = from; date <= to; date = step == TimeStep::Day     ? date.addDays(1)
                                               : step == TimeStep::Month ? date.addMonths(1)
                                                                         : date.addYears(1)) {
        MonthCells& month = city.data.months[monthKey(date.year(), date.month())];
        if (month.cells.empty()) {
            month = {3, 3, step == TimeStep::Day ? date.daysInMonth() : 1, hours, places, {}};
            month.cells.assign(std::size_t(3) * 3 * month.days * hours * places, kNotObserved);
        }
        if (step == TimeStep::Day && random() % 9 == 0) continue;  // a missing day
        for (int n = 0; n < 260; ++n) {
            Fact f{date, int(random() % 3), int(random() % 3), int(random() % hours), int(random() % places), int(random() % 300)};
            if (random() % 40 == 0) f.value += 70000;
            std::int64_t& cell = month.cells[month.index(f.measure, f.group, step == TimeStep::Day ? date.day() - 1 : 0, f.hour, f.place)];
            if (cell != kNotObserved) continue;
            cell = f.value;
            city.facts.push_back(f);
        }
    }
    return city;
}

struct Expected {
    std::int64_t sum = 0;
    std::int64_t observed = 0;
    std::map<std::pair<int, int>, std::pair<std::int64_t, std::int64_t>> means;  // by group and place: sum, observed

    void add(const Fact& f) {
        sum += f.value;
        ++observed;
        means[{f.group, f.place}].first += f.value;
        ++means[{f.group, f.place}].second;
    }
    double value(const Measure& measure) const {
        if (measure.aggregation == Aggregation::Sum) return double(sum);
        if (observed == 0) return std::nan("");
        if (!measure.extensive) return double(sum) / double(observed) / 10;
        double level = 0;
        for (const auto& [key, mean] : means) level += double(mean.first) / double(mean.second);
        return level / 10;
    }
};

}  // namespace

class TestQueryEngine : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    std::shared_ptr<Workspace> m_workspace;
    City m_daily = makeCity("daily", QDate(2023, 12, 10), QDate(2024, 3, 20), TimeStep::Day, 4, 24, 1);
    City m_monthly = makeCity("monthly", QDate(2023, 1, 1), QDate(2024, 6, 30), TimeStep::Month, 5, 20, 2);
    City m_wide = makeCity("wide", QDate(2024, 2, 10), QDate(2024, 4, 5), TimeStep::Day, 5, 20, 4, kManyPlaces);
    City m_yearly = makeCity("yearly", QDate(2020, 1, 1), QDate(2022, 12, 31), TimeStep::Year, 0, 0, 3);

    void write(const City& city) {
        Batch batch;
        batch.dataset = city.data.dataset.id;
        batch.fileName = city.data.dataset.id + ".csv";
        batch.sha256 = QString(64 - city.data.dataset.id.size(), 'a') + city.data.dataset.id;
        batch.period = city.data.dataset.period;
        const auto outcome = m_workspace->writeCube(city.data, batch, OnExisting::Replace, Progress::none());
        QVERIFY2(outcome.ok(), outcome ? "" : qPrintable(outcome.error().message + outcome.error().detail));
    }

    void writeLayer(const QString& id, const QString& kind, const QString& geometry, const std::vector<Feature>& features) {
        Dataset layer;
        layer.id = id;
        layer.title = id;
        layer.kind = DatasetKind::Layer;
        layer.placeKind = kind;
        layer.geometryType = geometry;
        Batch batch;
        batch.dataset = id;
        batch.sha256 = QString(64 - id.size(), 'b') + id;
        const auto outcome = m_workspace->writeLayer(layer, features, batch, OnExisting::Replace, Progress::none());
        QVERIFY2(outcome.ok(), outcome ? "" : qPrintable(outcome.error().message + outcome.error().detail));
    }

    static QStringList keysOf(const City& city, const Fact& f, Breakdown by) {
        static const char* const weekdays[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
        const QString hour = QString::number(city.data.dataset.firstHour + f.hour).rightJustified(2, '0');
        switch (by) {
            case Breakdown::Place:
                return {city.data.places[f.place].code};
            case Breakdown::Group:
                return {city.data.dataset.scheme.groups[f.group].code};
            case Breakdown::Hour:
                return {hour};
            case Breakdown::HourWeekday:
                return {QString(weekdays[f.date.dayOfWeek() - 1]) + "-" + hour};
            case Breakdown::HourMonth:
                return {f.date.toString("MM") + "-" + hour};
            case Breakdown::Day:
                return {f.date.toString("yyyy-MM-dd")};
            case Breakdown::DayHour:
                return {f.date.toString("yyyy-MM-dd") + " " + hour};
            case Breakdown::Month:
                return {f.date.toString("yyyy-MM")};
            case Breakdown::Dong:
                break;
        }
        return {dongOf(f.place) < 4 ? kDongs[dongOf(f.place)] : QString()};
    }

    static bool matches(const City& city, const Fact& f, const Query& q) {
        const Dataset& d = city.data.dataset;
        if (f.measure != d.measureIndex(q.measure) || !q.period.contains(f.date)) return false;
        if (d.timeStep == TimeStep::Day && !(q.dayTypes >> int(HolidayCalendar::korea().dayType(f.date)) & 1)) return false;
        if (d.hasHours() && !(q.hours >> (d.firstHour + f.hour) & 1)) return false;
        const HourMask clock = q.yearHours[std::size_t(f.date.month() - 1)] &
                               (d.timeStep == TimeStep::Day ? q.weekHours[std::size_t(f.date.dayOfWeek() - 1)] : kAllHours);
        if (d.hasHours() ? !(clock >> (d.firstHour + f.hour) & 1) : clock == 0) return false;
        if (!q.groups.isEmpty() && !q.groups.contains(d.scheme.groups[f.group].code)) return false;
        const int dong = dongOf(f.place);
        bool inArea = q.areas.isEmpty();
        for (const QString& area : q.areas)
            inArea = inArea || city.data.places[f.place].code == area || (dong < 4 && kDongs[dong].startsWith(area));
        // The only polygon asked with covers dongs 0 and 1.
        return inArea && (q.areaPolygon.isEmpty() || dong < 2);
    }

    Query randomQuery(const City& city, std::mt19937& random) const {
        const Dataset& d = city.data.dataset;
        Query q;
        q.dataset = d.id;
        if (random() % 2) q.measure = d.measures[random() % 3].id;
        const int days = int(d.period.from.daysTo(d.period.to));
        if (random() % 4) {
            q.period.from = d.period.from.addDays(random() % days);
            q.period.to = q.period.from.addDays(random() % (1 + int(q.period.from.daysTo(d.period.to)) + 5));
            if (d.timeStep != TimeStep::Day) {
                const bool year = d.timeStep == TimeStep::Year;
                q.period.from = QDate(q.period.from.year(), year ? 1 : q.period.from.month(), 1);
                q.period.to = QDate(q.period.to.year(), year ? 12 : q.period.to.month(), 1).addMonths(1).addDays(-1);
            } else if (random() % 2) {
                q.period.from = QDate(q.period.from.year(), q.period.from.month(), 1);
            }
        }
        if (d.timeStep == TimeStep::Day && random() % 2) q.dayTypes = DayTypeMask(1 + random() % 7);
        if (d.hasHours() && random() % 2) q.hours = (random() & kAllHours) | 1u << (d.firstHour + random() % d.hourCount);
        // Every hour that is asked for stays asked for on some day.
        const auto clock = [&] { return d.hasHours() ? HourMask(random() & kAllHours) : random() % 3 ? kAllHours : 0; };
        if (d.timeStep == TimeStep::Day && random() % 3 == 0)
            for (std::size_t i = 1; i < q.weekHours.size(); ++i) q.weekHours[i] = clock();
        if (d.timeStep != TimeStep::Year && random() % 3 == 0)
            for (std::size_t i = 1; i < q.yearHours.size(); ++i)
                if (random() % 2) q.yearHours[i] = clock();
        if (random() % 2)
            for (const Group& g : d.scheme.groups)
                if (random() % 2) q.groups << g.code;
        switch (random() % 6) {
            case 0:
                q.areas = QStringList{"29110"};
                break;
            case 1:
                q.areas = QStringList{kDongs[int(random() % 4)], "s5", "s7"};
                break;
            case 2:
                q.areaPolygon = "POLYGON((126.79 34.99, 127.01 34.99, 127.01 35.11, 126.79 35.11, 126.79 34.99))";
                break;
            default:
                break;
        }
        return q;
    }

    void check(const City& city, const Query& query, Breakdown by, QueryEngine& engine) {
        const auto answer = engine.run(query, by);
        QVERIFY2(answer.ok(), answer ? "" : qPrintable(answer.error().message + answer.error().detail));
        const Table& table = **answer;
        std::map<QString, Expected> expected;
        Expected total;
        std::int64_t located = 0;
        Query q = query;
        if (q.period.isAll()) q.period = city.data.dataset.period;
        for (const Fact& f : city.facts) {
            if (!matches(city, f, q)) continue;
            expected[keysOf(city, f, by).first()].add(f);
            total.add(f);
            if (dongOf(f.place) != 5) located += f.value;
        }
        QCOMPARE(table.totalSum, total.sum);
        QCOMPARE(table.totalObserved, total.observed);
        QCOMPARE(table.locatedSum, located);
        std::size_t found = 0;
        for (const TableRow& row : table.rows) {
            const auto it = expected.find(row.key);
            const Expected e = it == expected.end() ? Expected{} : it->second;
            found += it != expected.end();
            QCOMPARE(row.sum, e.sum);
            QCOMPARE(row.observed, e.observed);
            if (table.measure.aggregation == Aggregation::Mean)
                QVERIFY(e.observed ? std::abs(row.value / e.value(table.measure) - 1) < 1e-12 || e.sum == 0 : std::isnan(row.value));
            else
                QVERIFY(row.value == double(e.sum) || (std::isnan(row.value) && e.observed == 0));
        }
        QCOMPARE(found, expected.size());
        if (total.sum != 0) QVERIFY(std::abs(table.total / total.value(table.measure) - 1) < 1e-12);
    }

private slots:
    void initTestCase() {
        const auto workspace = Workspace::create(m_dir.filePath("city.mudeung"));
        QVERIFY2(workspace.ok(), workspace ? "" : qPrintable(workspace.error().message));
        m_workspace = *workspace;
        std::vector<Feature> dongs;
        const double corners[4][2] = {{126.8, 35.0}, {126.9, 35.0}, {126.8, 35.2}, {126.9, 35.2}};
        for (int i = 0; i < 4; ++i) {
            Feature f;
            f.code = kDongs[i].left(8);
            f.aliases = QStringList{kDongs[i]};
            f.name = QString("Dong %1").arg(i);
            f.wkb = square(corners[i][0], corners[i][1]);
            dongs.push_back(f);
        }
        writeLayer("dongs", "dong", "polygon", dongs);
        std::vector<Feature> stops;
        for (int p = 0; p < kManyPlaces; ++p) {
            const int dong = dongOf(p);
            if (dong == 5) continue;
            Feature f;
            f.code = p % 2 ? QString("s%1").arg(p) : QString("node%1").arg(p);
            if (p % 2 == 0) f.aliases = QStringList{QString(" s%1").arg(p)};
            f.lon = dong == 4 ? 128.0 : corners[dong][0] + 0.01 + 0.00008 * p;
            f.lat = dong == 4 ? 36.0 : corners[dong][1] + 0.05;
            stops.push_back(f);
        }
        writeLayer("stops", "bus_stop", "point", stops);
        for (const City* city : {&m_daily, &m_monthly, &m_yearly, &m_wide}) write(*city);
    }

    void randomQueries() {
        QueryEngine engine(m_workspace);
        std::mt19937 random(7);
        for (int i = 0; i < test::runs(330); ++i) {
            const City& city = i % 3 ? m_daily : i % 2 ? m_monthly : m_yearly;
            const Query query = randomQuery(city, random);
            const Dataset& d = city.data.dataset;
            for (const Breakdown by : {Breakdown::Place, Breakdown::Group, Breakdown::Hour, Breakdown::HourWeekday, Breakdown::Day,
                                       Breakdown::DayHour, Breakdown::Month, Breakdown::Dong, Breakdown::HourMonth}) {
                const bool needsHours =
                    by == Breakdown::Hour || by == Breakdown::HourWeekday || by == Breakdown::DayHour || by == Breakdown::HourMonth;
                const bool needsDays = by == Breakdown::Day || by == Breakdown::HourWeekday || by == Breakdown::DayHour;
                if ((needsHours && !d.hasHours()) || (needsDays && d.timeStep != TimeStep::Day) ||
                    ((by == Breakdown::Month || by == Breakdown::HourMonth) && d.timeStep == TimeStep::Year)) {
                    const auto refused = engine.run(query, by);
                    QVERIFY(!refused);
                    QCOMPARE(refused.error().code, ErrorCode::Usage);
                    continue;
                }
                check(city, query, by, engine);
                if (QTest::currentTestFailed()) qFatal("%s by %s", qPrintable(QString::number(i)), qPrintable(breakdownId(by)));
            }
        }
    }

    void fewBytesGiveTheSameAnswers() {
        for (const std::size_t bytes : {std::size_t{1}, std::size_t{100'000}, std::size_t{64} << 20}) {
            QueryEngine small(m_workspace, bytes);
            QVERIFY(small.preload("daily", 0, Progress::none()).ok());
            std::mt19937 random(9);
            for (int i = 0; i < 12; ++i) {
                const Query query = randomQuery(m_daily, random);
                for (const Breakdown by : {Breakdown::Place, Breakdown::Group, Breakdown::Hour, Breakdown::HourWeekday, Breakdown::Day,
                                           Breakdown::Month, Breakdown::Dong})
                    check(m_daily, query, by, small);
            }
        }
    }

    /// One place, and some beside each other, are read with the eight around them; the last ones are fewer than eight.
    void placesBesideEachOther() {
        for (const std::size_t bytes : {std::size_t{1}, std::size_t{64} << 20}) {
            QueryEngine engine(m_workspace, bytes);
            std::mt19937 random(32);
            for (const int first : {0, 5, 127, 128, 300, 895, 896, 899})
                for (const int count : {1, 2, 3}) {
                    Query query = randomQuery(m_wide, random);
                    query.areaPolygon.clear(), query.areas.clear();
                    for (int i = first; i < std::min(first + count, kManyPlaces); ++i) query.areas << QStringLiteral("s%1").arg(i);
                    for (const Breakdown by : {Breakdown::Place, Breakdown::Day, Breakdown::DayHour}) check(m_wide, query, by, engine);
                    if (QTest::currentTestFailed()) qFatal("%d places from %d on", count, first);
                }
        }
    }

    /// A few places among many are read block by block.
    void fewPlacesOfMany() {
        for (const std::size_t bytes : {std::size_t{1}, std::size_t{64} << 20}) {
            QueryEngine engine(m_workspace, bytes);
            std::mt19937 random(31);
            for (int i = 0; i < test::runs(60); ++i) {
                Query query = randomQuery(m_wide, random);
                query.areaPolygon.clear();
                query.areas =
                    QStringList{QStringLiteral("s%1").arg(random() % kManyPlaces), QStringLiteral("s%1").arg(random() % kManyPlaces)};
                if (i % 4 == 0) query.areas << QStringLiteral("29110");  // in every block: all of them at once
                for (const Breakdown by : {Breakdown::Place, Breakdown::Group, Breakdown::Hour, Breakdown::HourWeekday, Breakdown::Day,
                                           Breakdown::DayHour, Breakdown::Month, Breakdown::Dong})
                    check(m_wide, query, by, engine);
                if (QTest::currentTestFailed()) qFatal("query %d", i);
            }
        }
    }

    void preloadIsHarmless() {
        QueryEngine engine(m_workspace);
        Progress cancelled;
        cancelled.cancel();
        QVERIFY(engine.preload("daily", 0, cancelled).ok());
        QVERIFY(engine.preload("yearly", 1, Progress::none()).ok());
        QVERIFY(engine.preload("stops", 0, Progress::none()).ok());  // a layer has nothing to bring in
        QVERIFY(engine.preload("daily", 9, Progress::none()).ok());
        QVERIFY(!engine.preload("no such", 0, Progress::none()).ok());
    }

    /// The same questions to SQLite over a narrow table of everything written.
    void plainSqlAgrees() {
        Sqlite db;
        db.run(
            "CREATE TABLE fact(date TEXT, daytype INT, weekday INT, month TEXT, measure INT, grp INT, hour INT, place INT, dong INT, value "
            "INT)");
        db.run("BEGIN");
        for (const Fact& f : m_daily.facts)
            db.run(QString("INSERT INTO fact VALUES('%1',%2,%3,'%4',%5,%6,%7,%8,%9,%10)")
                       .arg(f.date.toString(Qt::ISODate))
                       .arg(int(HolidayCalendar::korea().dayType(f.date)))
                       .arg(f.date.dayOfWeek())
                       .arg(f.date.toString("yyyy-MM"))
                       .arg(f.measure)
                       .arg(f.group)
                       .arg(m_daily.data.dataset.firstHour + f.hour)
                       .arg(f.place)
                       .arg(dongOf(f.place))
                       .arg(f.value)
                       .toUtf8());
        db.run("COMMIT");
        const std::map<Breakdown, QByteArray> keys{
            {Breakdown::Place, "'s'||place"},
            {Breakdown::Group, "char(97 + grp)"},
            {Breakdown::Hour, "printf('%02d', hour)"},
            {Breakdown::HourWeekday, "substr('montuewedthufrisatsun', weekday*3-2, 3)||'-'||printf('%02d', hour)"},
            {Breakdown::Day, "date"},
            {Breakdown::DayHour, "date||' '||printf('%02d', hour)"},
            {Breakdown::Month, "month"},
            {Breakdown::HourMonth, "substr(month, 6)||'-'||printf('%02d', hour)"}};
        // The masks of hours as a CASE over weekdays or months.
        const auto cases = [](const QByteArray& what, const auto& parts) {
            QByteArray sql = " AND (CASE " + what;
            for (std::size_t k = 0; k < parts.size(); ++k)
                sql += " WHEN " + QByteArray::number(int(k) + 1) + " THEN " + QByteArray::number(parts[k]);
            return sql + " END >> hour) & 1";
        };
        QueryEngine engine(m_workspace);
        std::mt19937 random(21);
        int compared = 0;
        for (int i = 0; i < test::runs(400); ++i) {
            Query q = randomQuery(m_daily, random);
            q.areas.clear();
            if (q.period.isAll()) q.period = m_daily.data.dataset.period;
            QByteArray where = "measure=" + QByteArray::number(m_daily.data.dataset.measureIndex(q.measure)) + " AND date BETWEEN '" +
                               q.period.from.toString(Qt::ISODate).toUtf8() + "' AND '" + q.period.to.toString(Qt::ISODate).toUtf8() +
                               "' AND (" + QByteArray::number(q.dayTypes) + " >> daytype) & 1 AND (" + QByteArray::number(q.hours) +
                               " >> hour) & 1";
            if (!q.groups.isEmpty()) where += " AND char(97 + grp) IN ('" + q.groups.join("','").toUtf8() + "')";
            if (!q.areaPolygon.isEmpty()) where += " AND dong < 2";
            where += cases("weekday", q.weekHours) + cases("CAST(substr(month, 6) AS INT)", q.yearHours);
            for (const auto& [by, key] : keys) {
                const auto expected = db.pairs("SELECT " + key + ", sum(value) FROM fact WHERE " + where + " GROUP BY 1");
                const Table table = **engine.run(q, by);
                std::map<QString, qint64> found;
                for (const TableRow& row : table.rows)
                    if (row.observed > 0) found[row.key] = row.sum;
                QCOMPARE(found, expected);
                ++compared;
            }
        }
        QCOMPARE(compared, 8 * test::runs(400));
    }

    void fourThreads() {
        QueryEngine engine(m_workspace, 4000000);
        Query q;
        q.dataset = "daily";
        const std::int64_t total = (*engine.run(q, Breakdown::Place))->totalSum;
        std::atomic<int> wrong{0};
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&engine, &wrong, q, total, t] {
                for (int i = 0; i < 12; ++i) {
                    const auto answer = engine.run(q, (i + t) % 2 ? Breakdown::Day : Breakdown::Dong);
                    if (!answer || (*answer)->totalSum != total) ++wrong;
                }
            });
        for (std::thread& thread : threads) thread.join();
        QCOMPARE(wrong.load(), 0);
    }

    void refusals_data() {
        QTest::addColumn<Query>("query");
        QTest::addColumn<QString>("mention");
        Query q;
        q.dataset = "yearly";
        q.period = *Period::parse("2021-02..2021-12");
        QTest::newRow("cut year") << q << "2021-01-01..2021-12-31";
        q.period = {};
        q.hours = *parseHours("7-9");
        QTest::newRow("hours of yearly data") << q << "no hours";
        q.hours = kAllHours;
        q.dayTypes = 1;
        QTest::newRow("day types of yearly data") << q << "day type";
        q.dayTypes = kAllDayTypes;
        q.groups = QStringList{"senior"};
        QTest::newRow("unknown group") << q << "senior";
        q.groups.clear();
        q.measure = "transfers";
        QTest::newRow("unknown measure") << q << "boardings, level";
        q.measure.clear();
        q.areas = QStringList{"11110"};
        QTest::newRow("unknown area") << q << "29110, 29140, 29155";
        q.areas.clear();
        q.areaPolygon = "POINT(1 2)";
        QTest::newRow("no polygon") << q << "WKT";
        q.areaPolygon.clear();
        q.period = *Period::parse("2030");
        QTest::newRow("outside") << q << "2020-01-01..2022-12-31";
        q.period = {};
        q.dataset = "monthly";
        q.period = *Period::parse("2023-03-02..2023-04-30");
        QTest::newRow("cut month") << q << "2023-03-01..2023-04-30";
        q.period = {};
        q.hours = 1;
        QTest::newRow("hours not held") << q << "5-25";
        q = {};
        q.dataset = "stops";
        QTest::newRow("layer") << q << "layer";
        q.dataset = "nothing";
        QTest::newRow("unknown dataset") << q << "daily";
    }

    void refusals() {
        QFETCH(Query, query);
        QFETCH(QString, mention);
        QueryEngine engine(m_workspace);
        const auto answer = engine.run(query, Breakdown::Place);
        QVERIFY(!answer);
        QVERIFY(answer.error().code == ErrorCode::Usage || answer.error().code == ErrorCode::NotFound);
        QVERIFY2(answer.error().message.contains(mention), qPrintable(answer.error().message));
    }

    void rowsOfDays() {
        QueryEngine engine(m_workspace);
        Query q;
        q.dataset = "daily";
        q.period = *Period::parse("2024-02-20..2024-03-02");
        const Table t = **engine.run(q, Breakdown::Day);
        QCOMPARE(t.rows.size(), 12);  // 2024 is a leap year
        QCOMPARE(t.daysExpected, 12);
        int observed = 0;
        for (const TableRow& row : t.rows) observed += !std::isnan(row.value);
        QCOMPARE(observed, t.daysObserved);
        q.dayTypes = 1 << int(DayType::Holiday);
        QCOMPARE((*engine.run(q, Breakdown::Day))->rows.size(), 2);  // Sunday 25 February, 1 March
        QCOMPARE((*engine.run(q, Breakdown::HourWeekday))->rows.size(), 7 * 24);
        QCOMPARE((*engine.run(q, Breakdown::Hour))->rows.last().key, QStringLiteral("27"));
        const Table series = **engine.run(q, Breakdown::DayHour);
        QCOMPARE(series.rows.size(), 2 * 24);
        QCOMPARE(series.rows.first().key, QStringLiteral("2024-02-25 04"));
        QCOMPARE(series.rows.last().key, QStringLiteral("2024-03-01 27"));
        Progress cancelled;
        cancelled.cancel();
        QCOMPARE(engine.run(q, Breakdown::Day, cancelled).error().code, ErrorCode::Cancelled);
    }

    void hoursThatTheSourceNeverHas() {
        // Hours 4 … 9; nothing at 4, 8 and 9 on any day, 5 only in one group.
        City city = makeCity("gaps", {2024, 3, 1}, {2024, 4, 30}, TimeStep::Day, 4, 6, 3);
        for (auto& [key, month] : city.data.months) {
            std::fill(month.cells.begin(), month.cells.end(), kNotObserved);
            for (int day = 0; day < month.days; ++day) {
                month.cells[month.index(0, 1, day, 1, 7)] = 0;
                for (int hour = 2; hour < 4; ++hour) month.cells[month.index(0, 0, day, hour, 7)] = 10 + hour;
            }
        }
        write(city);
        QueryEngine engine(m_workspace);
        Query q;
        q.dataset = "gaps";
        q.measure = "boardings";
        q.groups = QStringList{"a"};
        const Table hours = **engine.run(q, Breakdown::Hour);
        QVector<bool> empty;
        for (const TableRow& row : hours.rows) empty << std::isnan(row.value);
        QCOMPARE(empty, (QVector<bool>{true, false, false, false, true, true}));  // hour 5: a zero for this group, not a gap
        QCOMPARE(hours.rows[1].value, 0.0);
        QCOMPARE(hours.total, 61 * (12.0 + 13.0));
        QVERIFY2(hours.notes.join(' ').contains("04:00, 08:00, 09:00"), qPrintable(hours.notes.join(' ')));
        const Table week = **engine.run(q, Breakdown::HourWeekday);
        for (int i = 0; i < week.rows.size(); ++i) QCOMPARE(std::isnan(week.rows[i].value), empty[i % 6]);
        q.hours = *parseHours("8-10");
        const Table none = **engine.run(q, Breakdown::Place);
        QVERIFY(std::isnan(none.total));
        QVERIFY(std::isnan(none.rows.first().value));
        q.hours = *parseHours("7-10");
        const Table some = **engine.run(q, Breakdown::Place);
        QCOMPARE(some.total, 61 * 13.0);
        QVERIFY(some.notes.join(' ').contains("08:00, 09:00"));
    }

    void placesAndCoverage() {
        QueryEngine engine(m_workspace);
        Query q;
        q.dataset = "yearly";
        const Table t = **engine.run(q, Breakdown::Place);
        QCOMPARE(t.rows.size(), 140);
        QCOMPARE(t.placesTotal, qint64(140));
        QCOMPARE(t.placesLocated, qint64(140 - 23));  // 5, 11, … 137
        QVERIFY(!t.notes.isEmpty());
        const Table dongs = **engine.run(q, Breakdown::Dong);
        QCOMPARE(dongs.rows.size(), 5);
        QCOMPARE(dongs.rows.first().label, QStringLiteral("Dong 0"));
        QCOMPARE(dongs.rows.last().key, QString());
        const auto coverage = locationCoverage(*m_workspace, t.dataset, 0);
        QVERIFY(coverage.ok());
        QCOMPARE(coverage->placesWithoutCoordinates, qint64(23));
        QCOMPARE(coverage->totalSum, t.totalSum);
        QCOMPARE(coverage->totalSum - coverage->unlocatedSum, t.locatedSum);
        QCOMPARE(coverage->unknownCodes.first(), QStringLiteral("s5"));
    }
};

QTEST_GUILESS_MAIN(TestQueryEngine)
#include "test_query_engine.moc"
