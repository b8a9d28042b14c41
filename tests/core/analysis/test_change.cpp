// SPDX-License-Identifier: GPL-3.0-or-later
// Changes per day against plain arithmetic; noise bands against simulated weeks: right about one in twenty times wrong, blind to no real
// change.
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <random>

#include "core/analysis/change/change.h"
#include "tests/support/made_city.h"

using namespace mudeung;
using namespace mudeung::test;

namespace {

/// One place, every day of 2023 and 2024 at 7 h; `value` gives the number of a date.
template <typename Value>
CubeData dailyCube(int places, Value value) {
    CubeData data;
    Dataset& d = data.dataset;
    d.id = QStringLiteral("days");
    d.title = d.id;
    d.placeKind = QStringLiteral("bus_stop");
    d.firstHour = 7;
    d.hourCount = 1;
    d.measures = {{"boardings", "boardings", "", "trips", "", Aggregation::Sum, 0}};
    d.scheme = {"none", {{"all", "All", "", -1, -1}}};
    d.period = {QDate(2023, 1, 1), QDate(2024, 12, 31)};
    for (int p = 0; p < places; ++p) data.places.push_back({QString::number(p), QString::number(p), 126.9, 35.1});
    for (QDate month(2023, 1, 1); month <= d.period.to; month = month.addMonths(1)) {
        MonthCells cells{1, 1, month.daysInMonth(), 1, places, {}};
        for (int day = 0; day < month.daysInMonth(); ++day)
            for (int p = 0; p < places; ++p) cells.cells.push_back(value(month.addDays(day), p));
        data.months[monthKey(month.year(), month.month())] = cells;
    }
    return data;
}

std::shared_ptr<Workspace> stored(const QTemporaryDir& folder, const CubeData& data) {
    static int number = 0;
    auto workspace = Workspace::create(folder.filePath(QStringLiteral("%1.mudeung").arg(++number)));
    if (!workspace) qFatal("%s", qPrintable(workspace.error().message));
    Batch batch;
    batch.dataset = data.dataset.id;
    batch.sha256 = QString(64, QLatin1Char('a'));
    batch.period = data.dataset.period;
    const auto written = (*workspace)->writeCube(data, batch, OnExisting::Ask, Progress::none());
    if (!written) qFatal("%s", qPrintable(written.error().message));
    return *workspace;
}

Query askYear(int year) {
    Query q;
    q.dataset = QStringLiteral("days");
    q.period = {QDate(year, 1, 1), QDate(year, 12, 31)};
    return q;
}

}  // namespace

class TestChange : public QObject {
    Q_OBJECT
private slots:
    void differencesPerDay();
    void bandByHand();
    void bandNeedsWeeks();
    void noiseIsNoChange();
    void placesComeAndGo();
    void otherQuestions();
    void dongsHaveTheirOwnNoise();
    void anyRowsTogether();

private:
    QTemporaryDir m_folder;
};

/// 10 a day in 2023 (365 days), 12 a day in 2024 (366 days).
void TestChange::differencesPerDay() {
    const auto workspace = stored(m_folder, dailyCube(1, [](QDate date, int) { return date.year() == 2023 ? 10 : 12; }));
    QueryEngine engine(workspace);
    const auto change = compareAnswers(engine, askYear(2024), askYear(2023), Breakdown::Place, Progress::none());
    QVERIFY(change.ok());
    const ChangeTable& table = **change;
    QVERIFY(table.perDay);
    QCOMPARE(table.daysNow, 366);
    QCOMPARE(table.daysBefore, 365);
    QCOMPARE(table.rows.size(), 1);
    QCOMPARE(table.rows[0].now, 12.0);
    QCOMPARE(table.rows[0].before, 10.0);
    QCOMPARE(table.rows[0].difference, 2.0);
    QCOMPARE(table.rows[0].relative, 0.2);
    QCOMPARE(table.rows[0].band, 0.0);  // no week differs from the one before
    QCOMPARE(table.rows[0].mark, ChangeMark::Up);
    QCOMPARE(table.total.difference, 2.0);
    QVERIFY(!table.notes.isEmpty());
}

/// Steps 1, 2, 3 … 9: median 5, σ = 1.482602 · 5 / √2 = 5.24179; over 4 and 9 weeks 1.959964 · σ · √(1/4 + 1/9) = 6.173737.
void TestChange::bandByHand() {
    std::vector<double> weeks{0};
    for (int step = 1; step <= 9; ++step) weeks.push_back(weeks.back() + (step % 2 ? step : -step));
    QVERIFY(std::abs(noiseBand(weeks, 4, 9) - 6.173737) < 1e-6);
    // A week that is missing takes two steps away, here the last two: median of 1 … 7 is 4.
    weeks[8] = std::nan("");
    QVERIFY(std::isnan(noiseBand(weeks, 4, 9)));  // seven are too few
    weeks.insert(weeks.end(), {100.0, 104.0, 100.0});
    QVERIFY(noiseBand(weeks, 4, 9) > 0.0);
}

void TestChange::bandNeedsWeeks() {
    QVERIFY(std::isnan(noiseBand({}, 4, 4)));
    const std::vector<double> weeks(20, 5.0);
    QCOMPARE(noiseBand(weeks, 4, 4), 0.0);
    QVERIFY(std::isnan(noiseBand(weeks, 0, 4)));
}

/// 400 places of pure noise: about one in twenty is marked. 400 with 10 % more in the second year: nearly all are.
void TestChange::noiseIsNoChange() {
    constexpr int kPlaces = 800;
    std::mt19937 random(5);
    std::poisson_distribution<int> quiet(200), louder(220);
    const auto workspace = stored(m_folder, dailyCube(kPlaces, [&](QDate date, int place) {
                                      return place >= 400 && date.year() == 2024 ? louder(random) : quiet(random);
                                  }));
    QueryEngine engine(workspace);
    const auto change = compareAnswers(engine, askYear(2024), askYear(2023), Breakdown::Place, Progress::none());
    QVERIFY(change.ok());
    int falsely = 0;
    int found = 0;
    for (const ChangeRow& row : (*change)->rows) {
        QVERIFY(row.band > 0.0);
        const bool marked = row.mark == ChangeMark::Up || row.mark == ChangeMark::Down;
        (row.key.toInt() < 400 ? falsely : found) += marked;
    }
    QVERIFY2(falsely >= 4 && falsely <= 44, qPrintable(QString::number(falsely)));
    QCOMPARE(found, 400);
    QVERIFY((*change)->weeks >= 103);
}

void TestChange::placesComeAndGo() {
    const auto workspace = stored(m_folder, dailyCube(3, [](QDate date, int place) -> std::int64_t {
                                      if (place == 1 && date.year() == 2023) return kNotObserved;
                                      if (place == 2 && date.year() == 2024) return kNotObserved;
                                      return 5;
                                  }));
    QueryEngine engine(workspace);
    const auto change = compareAnswers(engine, askYear(2024), askYear(2023), Breakdown::Place, Progress::none());
    QVERIFY(change.ok());
    QMap<QString, ChangeMark> marks;
    for (const ChangeRow& row : (*change)->rows) marks[row.key] = row.mark;
    QCOMPARE(marks["0"], ChangeMark::WithinNoise);
    QCOMPARE(marks["1"], ChangeMark::Appeared);
    QCOMPARE(marks["2"], ChangeMark::Vanished);
}

/// Other days of the week are another question: a difference, but no band.
void TestChange::otherQuestions() {
    const auto workspace = stored(m_folder, dailyCube(1, [](QDate date, int) { return date.dayOfWeek() >= 6 ? 4 : 10; }));
    QueryEngine engine(workspace);
    Query weekend = askYear(2024);
    weekend.weekHours = *parseWeekHours(QStringLiteral("sat-sun"));
    Query week = askYear(2024);
    week.weekHours = *parseWeekHours(QStringLiteral("mon-fri"));
    const auto change = compareAnswers(engine, weekend, week, Breakdown::Place, Progress::none());
    QVERIFY(change.ok());
    QCOMPARE((*change)->rows[0].difference, -6.0);
    QCOMPARE((*change)->rows[0].relative, -0.6);
    QCOMPARE((*change)->rows[0].mark, ChangeMark::NotTested);
    QVERIFY(std::isnan((*change)->rows[0].band));
    QCOMPARE((*change)->weeks, 0);
}

/// Neighbours that share their riders: what one wins in a week the other loses, so that the dong hardly moves. One more a day in the second
/// year is nothing at a stop and something in its dong.
void TestChange::dongsHaveTheirOwnNoise() {
    MadeCity city;
    city.side = 4;
    city.from = QDate(2023, 1, 1);
    city.to = QDate(2024, 12, 31);
    city.count = [](QDate date, int stop, int hour, int group) -> std::int64_t {
        if (hour > 0 || group > 0) return 0;
        const int moved = static_cast<int>(QDate(2023, 1, 2).daysTo(date) / 7 * 37 % 23);
        const bool gives = stop % 2 == 0;
        return 50 + (gives ? -moved : moved) + (gives && date.year() == 2024 ? 1 : 0);
    };
    QueryEngine engine(makeCity(m_folder, city));
    Query now = stopsQuery(), before = stopsQuery();
    now.period = {QDate(2024, 1, 1), QDate(2024, 12, 31)};
    before.period = {QDate(2023, 1, 1), QDate(2023, 12, 31)};
    const auto change = compareAnswers(engine, now, before, Breakdown::Place, Progress::none());
    QVERIFY(change.ok());
    QCOMPARE((*change)->rows.size(), 16);
    for (const ChangeRow& row : (*change)->rows) QCOMPARE(row.mark, ChangeMark::WithinNoise);
    const ChangeTablePtr dongs = (*change)->byDong;
    QVERIFY(dongs);
    QCOMPARE(dongs->by, Breakdown::Dong);
    QCOMPARE(dongs->rows.size(), 4);
    for (const ChangeRow& row : dongs->rows) {
        QVERIFY2(std::abs(row.difference - 2.0) < 0.2,
                 qPrintable(QString::number(row.difference)));  // two stops that give; 2023 began on a Sunday
        QCOMPARE(row.mark, ChangeMark::Up);
    }
    QVERIFY(!(*compareAnswers(engine, now, before, Breakdown::Dong, Progress::none()))->byDong);
}

/// The places of a dong taken together have the noise band that the dong has when it is counted by itself, and so does the city.
void TestChange::anyRowsTogether() {
    MadeCity city;
    city.side = 6;
    city.from = QDate(2023, 1, 1);
    city.to = QDate(2024, 12, 31);
    city.count = [](QDate date, int stop, int hour, int group) -> std::int64_t {
        const qint64 day = date.toJulianDay() + 31 * stop + 7 * hour + group;
        return day % 13 == 0 ? 0 : (day * day + 5 * stop) % 41 + (date.year() == 2024 ? stop % 5 : 0);
    };
    const auto workspace = makeCity(m_folder, city);
    QueryEngine engine(workspace);
    Query now = stopsQuery(), before = stopsQuery();
    now.period = {QDate(2024, 3, 1), QDate(2024, 11, 20)};
    before.period = {QDate(2023, 2, 1), QDate(2023, 12, 31)};
    const auto change = compareAnswers(engine, now, before, Breakdown::Place, Progress::none());
    QVERIFY(change.ok() && (*change)->weekly && (*change)->byDong);
    const ChangeWeeks& weekly = *(*change)->weekly;
    QStringList all;
    for (const ChangeRow& row : (*change)->rows) {
        QVERIFY(std::abs(weekly.bandOf({row.key}) - row.band) <= 1e-9 * row.band);
        all << row.key;
    }
    QVERIFY(std::abs(weekly.bandOf(all) - (*change)->total.band) <= 1e-9 * (*change)->total.band);
    const auto places = engine.run(now, Breakdown::Place), placesBefore = engine.run(before, Breakdown::Place);
    QVERIFY(places.ok() && placesBefore.ok());
    for (const ChangeRow& dong : (*change)->byDong->rows) {
        Query inside = now;
        inside.areas = QStringList{dong.key};
        const auto members = engine.run(inside, Breakdown::Place);
        QVERIFY(members.ok());
        QStringList keys;
        double sum = 0.0, sumBefore = 0.0;
        for (const TableRow& row : (*members)->rows) keys << row.key;
        for (const TableRow& row : (*places)->rows) sum += keys.contains(row.key) ? row.value : 0.0;
        for (const TableRow& row : (*placesBefore)->rows) sumBefore += keys.contains(row.key) ? row.value : 0.0;
        QVERIFY(std::abs(weekly.bandOf(keys) - dong.band) <= 1e-9 * dong.band);
        QCOMPARE(isWithinNoise(**change, keys, sum, sumBefore), dong.mark == ChangeMark::WithinNoise);
        // Forty bands away nothing is noise.
        QVERIFY(!isWithinNoise(**change, keys, sum + 40.0 * dong.band * (*change)->daysNow, sumBefore));
    }
    QVERIFY(std::isnan(weekly.bandOf({})) || weekly.bandOf({}) == 0.0);
    ChangeTable without = **change;
    without.weekly = nullptr;
    QVERIFY(!isWithinNoise(without, all, 1.0, 1.0));
}

QTEST_GUILESS_MAIN(TestChange)
#include "test_change.moc"
