// SPDX-License-Identifier: GPL-3.0-or-later
// "change" and "shifts" on a made workspace with known changes, and two months of a real metro against sums made with awk.
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <random>

#include "core/analysis/frame/registry.h"
#include "core/analysis/period_comparison/matched_days.h"
#include "core/analysis/period_comparison/period_comparison.h"
#include "tests/support/made_city.h"
#include "tests/support/real_data.h"

using namespace mudeung;
using namespace mudeung::test;

namespace {

constexpr int kNewStop = 55;
constexpr int kGoneStop = 44;
constexpr int kShiftedStop = 77;
const QDate kShift(2023, 8, 16);

/// Nine stops in the south-west have half as much again from 2024 on; one stop is new then, one is gone, one lost a third in August.
std::int64_t countOf(QDate date, int stop, int hour, int group) {
    if (stop == kNewStop && date.year() < 2024) return kNotObserved;
    if (stop == kGoneStop && date.year() == 2024) return kNotObserved;
    std::mt19937 random(static_cast<unsigned>(date.toJulianDay() * 1000003 + stop * 101 + hour * 11 + group));
    double mean = 6.0 + stop % 7 - (date.dayOfWeek() > 5 ? 3.0 : 0.0);
    if (HolidayCalendar::korea().isHoliday(date)) mean = 2.0;
    if (stop % 10 < 3 && stop / 10 < 3 && date.year() == 2024) mean *= 1.5;
    if (stop == kShiftedStop && date >= kShift) mean *= 0.6;
    return std::poisson_distribution<int>(mean * (group == 0 ? 1.0 : 0.4))(random);
}

double wholeDay(QDate date, int stop) {
    double sum = 0.0;
    for (int hour = 0; hour < 2; ++hour)
        for (int group = 0; group < 2; ++group) sum += static_cast<double>(std::max<std::int64_t>(0, countOf(date, stop, hour, group)));
    return sum;
}

}  // namespace

class TestChangeAnalysis : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void defaultsTakeTheYearBefore();
    void numbersAreThoseOfTheDays();
    void whatChangedIsFound();
    void groupsAndShares();
    void dongsAndCellsAddUp();
    void periodsMustNotOverlap();
    void needsDays();
    void queriesNameBothPeriods();
    void shiftsAreDated();
    void daeguMetro();

private:
    AnalysisSubject subject(const Query& query = stopsQuery()) { return subjectOf(*m_engine, query).value(); }
    ParameterValues values(const AnalysisInfo& info, const QJsonObject& given = {}, const Query& query = stopsQuery()) {
        return readParameters(info.parameters(subject(query)), given).value();
    }
    AnalysisData run(const AnalysisInfo& info, const QJsonObject& given = {}, const Query& query = stopsQuery()) {
        const auto data = info.run({*m_engine, subject(query), 0}, values(info, given, query), Progress::none());
        if (!data) qFatal("%s", qPrintable(data.error().message));
        return *data;
    }
    static double at(const ResultTable& table, const char* column, const QString& key) {
        return table.column(QLatin1String(column))->numbers[table.keys.indexOf(key)];
    }
    static QString text(const ResultTable& table, const char* column, const QString& key) {
        return table.column(QLatin1String(column))->texts[table.keys.indexOf(key)];
    }

    QTemporaryDir m_folder;
    std::shared_ptr<Workspace> m_workspace;
    std::unique_ptr<QueryEngine> m_engine;
};

void TestChangeAnalysis::initTestCase() {
    MadeCity city;
    city.from = QDate(2023, 1, 1);
    city.count = countOf;
    m_workspace = makeCity(m_folder, city);
    m_engine = std::make_unique<QueryEngine>(m_workspace);
}

void TestChangeAnalysis::defaultsTakeTheYearBefore() {
    ParameterValues v = values(changeAnalysis());
    QCOMPARE(v.period(QStringLiteral("now")), (Period{QDate(2024, 1, 1), QDate(2024, 3, 31)}));
    QCOMPARE(v.period(QStringLiteral("before")), (Period{QDate(2023, 1, 1), QDate(2023, 3, 31)}));
    Query asked = stopsQuery();
    asked.period = {QDate(2023, 6, 1), QDate(2023, 8, 31)};
    v = values(changeAnalysis(), {}, asked);
    QCOMPARE(v.period(QStringLiteral("now")), asked.period);
    QCOMPARE(v.period(QStringLiteral("before")), (Period{QDate(2023, 3, 1), QDate(2023, 5, 31)}));  // no year before: right before
    QVERIFY(changeAnalysis().obstacle(subject()).isEmpty());
}

void TestChangeAnalysis::numbersAreThoseOfTheDays() {
    const AnalysisData data = run(changeAnalysis());
    const ResultTable& changes = *data.table(QStringLiteral("changes"));
    QCOMPARE(changes.size(), qint64(100));
    Query now = stopsQuery(), before = stopsQuery();
    now.period = {QDate(2024, 1, 1), QDate(2024, 3, 31)};
    before.period = {QDate(2023, 1, 1), QDate(2023, 3, 31)};
    const MatchedDays matched = matchDays(before, now, HolidayCalendar::korea());
    QVERIFY(matched.holidays >= 5);
    for (const int stop : {0, 31, kNewStop, kGoneStop, 99}) {
        double x = 0.0, y = 0.0;
        for (const DayPair& pair : matched.pairs) {
            x += wholeDay(before.period.from.addDays(pair.before), stop);
            y += wholeDay(now.period.from.addDays(pair.now), stop);
        }
        const auto pairs = static_cast<double>(matched.pairs.size());
        QVERIFY(std::abs(at(changes, "before", stopCode(stop)) - x / pairs) < 1e-9);
        QVERIFY(std::abs(at(changes, "now", stopCode(stop)) - y / pairs) < 1e-9);
        QCOMPARE(at(changes, "days", stopCode(stop)), pairs);
    }
    const ResultTable& days = *data.table(QStringLiteral("days"));
    QCOMPARE(days.size(), qint64(matched.pairs.size()));
    QCOMPARE(text(days, "date_before", QStringLiteral("2024-02-10")), QStringLiteral("2023-01-22"));  // Seollal
    double total = 0.0;
    for (int stop = 0; stop < 100; ++stop) total += wholeDay(QDate(2024, 2, 10), stop);
    QCOMPARE(at(days, "total_now", QStringLiteral("2024-02-10")), total);
}

void TestChangeAnalysis::whatChangedIsFound() {
    const AnalysisData data = run(changeAnalysis());
    const ResultTable& changes = *data.table(QStringLiteral("changes"));
    QCOMPARE(text(changes, "verdict", stopCode(kNewStop)), QStringLiteral("appeared"));
    QCOMPARE(text(changes, "verdict", stopCode(kGoneStop)), QStringLiteral("vanished"));
    QVERIFY(std::isnan(at(changes, "relative", stopCode(kNewStop))));
    QCOMPARE(at(changes, "relative", stopCode(kGoneStop)), -1.0);
    int falsely = 0;
    for (int stop = 0; stop < 100; ++stop) {
        const QString verdict = text(changes, "verdict", stopCode(stop));
        const bool real = verdict == QLatin1String("up") || verdict == QLatin1String("down");
        if (stop % 10 < 3 && stop / 10 < 3) {
            QCOMPARE(verdict, QStringLiteral("up"));
            QVERIFY(std::abs(at(changes, "relative", stopCode(stop)) - 0.5) < 0.15);
        } else if (stop != kNewStop && stop != kGoneStop && stop != kShiftedStop) {
            falsely += real;
        }
    }
    QVERIFY2(falsely <= 3, qPrintable(QString::number(falsely)));
    QCOMPARE(text(changes, "verdict", stopCode(kShiftedStop)), QStringLiteral("down"));
    QVERIFY(changes.keys.mid(0, 2).contains(stopCode(kNewStop)) || changes.keys.mid(0, 2).contains(stopCode(kGoneStop)));
    const AnalysisView view = changeAnalysis().view(subject(), values(changeAnalysis()), data);
    QVERIFY2(view.notes.first().contains(QStringLiteral("of 100 places changed")), qPrintable(view.notes.first()));
    QVERIFY(view.notes.join(QLatin1Char(' ')).contains(changes.labels.first()));
    QCOMPARE(view.charts.size(), 2);
}

void TestChangeAnalysis::groupsAndShares() {
    Query seniors = stopsQuery();
    seniors.groups = QStringList{QStringLiteral("senior")};
    const AnalysisData data = run(changeAnalysis(), {{QStringLiteral("rank"), QStringLiteral("share")}}, seniors);
    const ResultTable& changes = *data.table(QStringLiteral("changes"));
    double before = 0.0, now = 0.0;
    for (qint64 i = 0; i < changes.size(); ++i) {
        before += changes.column(QStringLiteral("share_before"))->numbers[static_cast<int>(i)];
        now += changes.column(QStringLiteral("share_now"))->numbers[static_cast<int>(i)];
    }
    QVERIFY(std::abs(before - 1.0) < 1e-12 && std::abs(now - 1.0) < 1e-12);
    QVERIFY(at(changes, "now", stopCode(0)) < 9.0);  // seniors are less than a third
    const QString note =
        changeAnalysis()
            .view(subject(seniors), values(changeAnalysis(), {{QStringLiteral("rank"), QStringLiteral("share")}}, seniors), data)
            .notes.first();
    QVERIFY2(note.contains(QStringLiteral("places the share changed")), qPrintable(note));
}

void TestChangeAnalysis::dongsAndCellsAddUp() {
    const auto total = [](const ResultTable& table, const char* column) {
        double sum = 0.0;
        for (const double v : table.column(QLatin1String(column))->numbers) sum += v;
        return sum;
    };
    const AnalysisData stops = run(changeAnalysis());
    const double all = total(*stops.table(QStringLiteral("changes")), "now");
    const AnalysisData dongs = run(changeAnalysis(), {{QStringLiteral("unit"), QStringLiteral("dong")}});
    const ResultTable& byDong = *dongs.table(QStringLiteral("changes"));
    QCOMPARE(byDong.rows, RowKind::Dong);
    QCOMPARE(byDong.size(), qint64(25));
    QVERIFY(std::abs(total(byDong, "now") - all) < 1e-6);
    QVERIFY(!dongs.facts.value(QLatin1String("moderated")).toBool());  // 25 dongs are too few to learn from
    QCOMPARE(text(byDong, "verdict", dongCode(0, 0)), QStringLiteral("up"));
    const AnalysisData cells =
        run(changeAnalysis(), {{QStringLiteral("unit"), QStringLiteral("square")}, {QStringLiteral("cell"), QStringLiteral("1000")}});
    const ResultTable& byCell = *cells.table(QStringLiteral("changes"));
    QCOMPARE(byCell.rows, RowKind::Cell);
    QVERIFY(byCell.size() > 10 && byCell.shapes.size() == byCell.size());
    QVERIFY(std::abs(total(byCell, "now") - all) < 1e-6);
}

void TestChangeAnalysis::periodsMustNotOverlap() {
    const auto data = changeAnalysis().run({*m_engine, subject(), 0},
                                           values(changeAnalysis(), {{QStringLiteral("now"), QStringLiteral("2024-01")},
                                                                     {QStringLiteral("before"), QStringLiteral("2023-12-01..2024-01-01")}}),
                                           Progress::none());
    QVERIFY(!data.ok());
    QCOMPARE(data.error().code, ErrorCode::Usage);
    QVERIFY(data.error().message.contains(QStringLiteral("overlap")));
}

void TestChangeAnalysis::needsDays() {
    AnalysisSubject monthly = subject();
    monthly.dataset.timeStep = TimeStep::Month;
    QVERIFY(!changeAnalysis().obstacle(monthly).isEmpty());
    QVERIFY(!shiftsAnalysis().obstacle(monthly).isEmpty());
    AnalysisSubject brief = subject();
    brief.query.period = {QDate(2024, 1, 1), QDate(2024, 3, 1)};
    QVERIFY(!shiftsAnalysis().obstacle(brief).isEmpty());
}

void TestChangeAnalysis::queriesNameBothPeriods() {
    const QVector<Query> asked = changeAnalysis().queries(subject(), values(changeAnalysis()));
    QCOMPARE(asked.size(), 2);
    QCOMPARE(asked[0].period.from, QDate(2024, 1, 1));
    QCOMPARE(asked[1].period.from, QDate(2023, 1, 1));
}

void TestChangeAnalysis::shiftsAreDated() {
    const AnalysisData data = run(shiftsAnalysis());
    const ResultTable& places = *data.table(QStringLiteral("places"));
    const ResultTable& shifts = *data.table(QStringLiteral("shifts"));
    const auto daysFrom = [&](const QString& key, QDate truth) {
        return std::abs(QDate::fromString(text(places, "date", key), Qt::ISODate).daysTo(truth));
    };
    QCOMPARE(text(places, "verdict", stopCode(kShiftedStop)), QStringLiteral("down"));
    QVERIFY(daysFrom(stopCode(kShiftedStop), kShift) <= 7);
    QVERIFY(std::abs(at(places, "relative", stopCode(kShiftedStop)) + 0.4) < 0.06);
    QVERIFY(text(places, "earliest", stopCode(kShiftedStop)) <= kShift.toString(Qt::ISODate));
    QVERIFY(text(places, "latest", stopCode(kShiftedStop)) >= kShift.toString(Qt::ISODate));
    QCOMPARE(text(places, "verdict", stopCode(kNewStop)), QStringLiteral("up"));
    QVERIFY(daysFrom(stopCode(kNewStop), QDate(2024, 1, 1)) <= 3);
    QVERIFY(daysFrom(stopCode(22), QDate(2024, 1, 1)) <= 10);
    QVERIFY(shifts.size() >= 12 && shifts.size() <= 16);
    double january = at(*data.table(QStringLiteral("months")), "up", QStringLiteral("2024-01")) +
                     at(*data.table(QStringLiteral("months")), "up", QStringLiteral("2023-12"));
    QVERIFY(january >= 9.0);
    const QString notes = shiftsAnalysis().view(subject(), values(shiftsAnalysis()), data).notes.join(QLatin1Char('\n'));
    QVERIFY2(notes.contains(QStringLiteral("The most shifts")), qPrintable(notes));
}

/// Boardings of the metro of Daegu, eight weeks of 2025 against the eight before. The days below are those that matchDays must pair; sums
/// by
///   LC_ALL=C awk -F, 'NR>1 && $5=="\275\302\302\367" {d=$1 "-" $2; s=0; for(i=6;i<=24;i++) s+=$i; if (d in now) N[$3]+=s; if (d in before)
///   B[$3]+=s}'
/// where `now` is 03-03 … 04-27 without 03-03, 03-25, 03-26, 03-27, 04-26 and `before` 01-06 … 03-02 without 01-27 … 01-30, 03-01.
void TestChangeAnalysis::daeguMetro() {
    MUDEUNG_REAL_FILE(path, "ridership/daegu_역별일별시간별승하차인원현황_20250430.csv");
    Query before, now;
    before.period = {QDate(2025, 1, 6), QDate(2025, 3, 2)};
    now.period = {QDate(2025, 3, 3), QDate(2025, 4, 27)};
    const MatchedDays matched = matchDays(before, now, HolidayCalendar::korea());
    QCOMPARE(matched.pairs.size(), std::size_t{51});
    QCOMPARE(matched.shiftDays, 56);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    file.readLine();
    QMap<int, QMap<QString, double>> boardings;
    while (!file.atEnd()) {
        const QList<QByteArray> fields = file.readLine().trimmed().split(',');
        if (fields.size() < 24 || fields[4] != "\275\302\302\367") continue;
        double sum = 0.0;
        for (int h = 5; h < 24; ++h) sum += fields[h].toDouble();
        boardings[fields[2].toInt()][QString::fromLatin1(fields[0] + '-' + fields[1])] = sum;
    }
    QCOMPARE(boardings.size(), 94);
    DayMatrix x(94, 51), y(94, 51);
    int row = 0;
    for (const auto& station : boardings) {
        for (int k = 0; k < 51; ++k) {
            const auto on = [&](const Period& p, int offset) {
                return station.value(p.from.addDays(offset).toString(QStringLiteral("MM-dd")), std::nan(""));
            };
            x.at(row, k) = on(before.period, matched.pairs[static_cast<std::size_t>(k)].before);
            y.at(row, k) = on(now.period, matched.pairs[static_cast<std::size_t>(k)].now);
        }
        ++row;
    }
    const PeriodComparison result = comparePeriods(x, y, {});
    const auto sums = [&](int station) {
        const SeriesChange& c = result.series[static_cast<std::size_t>(std::distance(boardings.begin(), boardings.find(station)))];
        return std::pair(std::lround(c.before * 51), std::lround(c.now * 51));
    };
    QCOMPARE(std::lround(result.whole.before * 51), 19721113L);
    QCOMPARE(std::lround(result.whole.now * 51), 21664345L);
    QCOMPARE(sums(1150), std::pair(231041L, 247619L));
    QCOMPARE(sums(1300), std::pair(492840L, 483519L));
    QCOMPARE(boardings.keys()[rankedChanges(result, RankBy::Difference).front()], 2440);  // a university: the term has begun
    QCOMPARE(sums(2440), std::pair(271307L, 512639L));
    QCOMPARE(result.tested, 94);
    QVERIFY(result.moderated);
}

QTEST_GUILESS_MAIN(TestChangeAnalysis)
#include "test_change_analysis.moc"
