// SPDX-License-Identifier: GPL-3.0-or-later
// Completeness, comings and goings, coordinates and balance against small cubes with answers worked out by hand.
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>

#include "core/analysis/quality/quality.h"

using namespace mudeung;

namespace {

constexpr double kLon = 126.9;
constexpr double kLat = 35.15;

/// `text` per place: a digit is that day's number, '.' no data. From 2024-01-01, a Monday.
PlaceDays placeDays(const QStringList& texts) {
    PlaceDays data;
    data.first = QDate(2024, 1, 1);
    data.days = static_cast<int>(texts.first().size());
    for (int p = 0; p < static_cast<int>(texts.size()); ++p) {
        data.codes << QString::number(p);
        data.names << QStringLiteral("Stop %1").arg(p);
        for (const QChar c : texts[p]) {
            data.observed.push_back(c != QLatin1Char('.'));
            data.values.push_back(c == QLatin1Char('.') ? std::nan("") : c.digitValue());
        }
    }
    return data;
}

/// Two measures, one hour, every day of 2024 up to June; `value` (measure, date, place) gives the numbers.
template <typename Value>
CubeData cubeOf(int places, Value value) {
    CubeData data;
    Dataset& d = data.dataset;
    d.id = QStringLiteral("stops");
    d.title = d.id;
    d.placeKind = QStringLiteral("bus_stop");
    d.firstHour = 7;
    d.hourCount = 1;
    d.measures = {{"boardings", "boardings", "", "trips", "", Aggregation::Sum, 0},
                  {"alightings", "alightings", "", "trips", "", Aggregation::Sum, 0}};
    d.scheme = {"none", {{"all", "All", "", -1, -1}}};
    d.period = {QDate(2024, 1, 1), QDate(2024, 6, 30)};
    for (int p = 0; p < places; ++p) data.places.push_back({QString::number(p), QStringLiteral("Stop %1").arg(p), kLon, kLat + 0.01 * p});
    for (QDate month(2024, 1, 1); month <= d.period.to; month = month.addMonths(1)) {
        MonthCells cells{2, 1, month.daysInMonth(), 1, places, {}};
        for (int m = 0; m < 2; ++m)
            for (int day = 0; day < month.daysInMonth(); ++day)
                for (int p = 0; p < places; ++p) cells.cells.push_back(value(m, month.addDays(day), p));
        data.months[monthKey(2024, month.month())] = cells;
    }
    return data;
}

Batch batchOf(const QString& dataset, char letter) {
    Batch batch;
    batch.dataset = dataset;
    batch.sha256 = QString(64, QLatin1Char(letter));
    return batch;
}

void addLayer(Workspace& workspace, const QString& id, const std::vector<Feature>& features, char letter) {
    Dataset layer;
    layer.id = id;
    layer.title = id;
    layer.kind = DatasetKind::Layer;
    layer.placeKind = QStringLiteral("bus_stop");
    layer.geometryType = QStringLiteral("point");
    const auto written = workspace.writeLayer(layer, features, batchOf(id, letter), OnExisting::Replace, Progress::none());
    if (!written) qFatal("%s", qPrintable(written.error().message));
}

Feature featureAt(const QString& code, double lon, double lat) {
    Feature f;
    f.code = code;
    f.name = code;
    f.lon = lon;
    f.lat = lat;
    return f;
}

QVector<QualityFinding> ofKind(const QVector<QualityFinding>& all, FindingKind kind) {
    QVector<QualityFinding> some;
    for (const QualityFinding& f : all)
        if (f.kind == kind) some.append(f);
    return some;
}

}  // namespace

class TestQuality : public QObject {
    Q_OBJECT
private slots:
    void completenessByHand();
    void matrixByHand();
    void longSpansByWeek();
    void weeksByHand();
    void gapsComingsGoings();
    void balanceBand();
    void metres();
    void movesBetweenLayers();
    void wholeView();
    void onlyAreasAndMeasureCount();
    void needsDays();
    void stops();

private:
    std::shared_ptr<Workspace> stored(const CubeData& data) {
        auto workspace = Workspace::create(m_folder.filePath(QStringLiteral("%1.mudeung").arg(++m_number)));
        if (!workspace) qFatal("%s", qPrintable(workspace.error().message));
        const auto written = (*workspace)->writeCube(data, batchOf(data.dataset.id, 'a'), OnExisting::Ask, Progress::none());
        if (!written) qFatal("%s", qPrintable(written.error().message));
        return *workspace;
    }
    QTemporaryDir m_folder;
    int m_number = 0;
};

void TestQuality::completenessByHand() {
    const Completeness c = completenessOf(placeDays({"1111111111", "..11.1....", ".........."}));
    QCOMPARE(c.places[0].share(), 1.0);
    QCOMPARE(c.places[1].firstDay, 2);
    QCOMPARE(c.places[1].lastDay, 5);
    QCOMPARE(c.places[1].span(), 4);
    QCOMPARE(c.places[1].share(), 0.75);
    QCOMPARE(c.places[2].span(), 0);
    QCOMPARE(c.places[2].share(), 0.0);
    QCOMPARE(c.days[0].expected, 1);
    QCOMPARE(c.days[3].expected, 2);
    QCOMPARE(c.days[3].share(), 1.0);
    QCOMPARE(c.days[4].share(), 0.5);
    QCOMPARE(c.days[6].expected, 1);
}

void TestQuality::matrixByHand() {
    const PlaceDays data = placeDays({"1111111111", "..11.1....", ".........."});
    const QualityMatrix m = qualityMatrix(data, completenessOf(data));
    QCOMPARE(m.daysPerBin, 1);
    QCOMPARE(m.bins.size(), 10);
    QCOMPARE(m.codes, (QStringList{"1", "0"}));  // worst first, without the place that has nothing
    QCOMPARE(int(m.at(0, 0)), int(QualityMatrix::kOutside));
    QCOMPARE(int(m.at(0, 2)), 100);
    QCOMPARE(int(m.at(0, 4)), 0);
    QCOMPARE(int(m.at(0, 6)), int(QualityMatrix::kOutside));
    QCOMPARE(int(m.all[4]), 50);
    QCOMPARE(qualityMatrix(data, completenessOf(data), 1).codes, QStringList{"1"});
}

void TestQuality::longSpansByWeek() {
    QString text(100, QLatin1Char('1'));
    text[8] = text[9] = QLatin1Char('.');
    PlaceDays data = placeDays({text});
    data.first = QDate(2024, 1, 3);  // a Wednesday: the first week has five days
    const QualityMatrix m = qualityMatrix(data, completenessOf(data));
    QCOMPARE(m.daysPerBin, 7);
    QCOMPARE(m.bins[1], QDate(2024, 1, 8));
    QCOMPARE(int(m.at(0, 0)), 100);
    QCOMPARE(int(m.at(0, 1)), 71);  // five of seven
    QVERIFY(static_cast<int>(m.cells.size()) == static_cast<int>(m.bins.size()));
}

void TestQuality::weeksByHand() {
    // Week 1: 7 · 2. Week 2: one place has a gap of two days. Week 3: nobody has the last day.
    PlaceDays data = placeDays({"22222222222222222222.", "7777777..77777......."});
    QDate monday;
    const auto flow = weeklyMeans(data, true, &monday);
    QCOMPARE(monday, QDate(2024, 1, 1));
    QCOMPARE(flow[0].size(), std::size_t{3});
    QCOMPARE(flow[0][0], 2.0);
    QCOMPARE(flow[1][1], 5.0);  // 35 trips in seven days
    QVERIFY(std::isnan(flow[0][2]));
    QCOMPARE(weeklyMeans(data, false, nullptr)[1][1], 7.0);  // a level: the mean of the days that have it
    data.first = QDate(2024, 1, 2);
    QCOMPARE(weeklyMeans(data, true, &monday)[0].size(), std::size_t{2});
    QCOMPARE(monday, QDate(2024, 1, 8));
}

void TestQuality::gapsComingsGoings() {
    QString all(120, QLatin1Char('3'));
    QString late(120, QLatin1Char('5'));
    QString soon = all;
    all[50] = all[51] = late[50] = late[51] = soon[50] = soon[51] = QLatin1Char('.');
    for (int day = 0; day < 29; ++day) late[day] = QLatin1Char('.');
    for (int day = 0; day < 28; ++day) soon[day] = QLatin1Char('.');
    QString gone = all;
    for (int day = 91; day < 120; ++day) gone[day] = QLatin1Char('.');
    const PlaceDays data = placeDays({all, late, gone, soon});
    const auto found = gapsAndMoves(data, completenessOf(data), true);
    QCOMPARE(found.size(), 3);
    QCOMPARE(found[0].kind, FindingKind::NoData);
    QCOMPARE(found[0].date, QDate(2024, 1, 1).addDays(50));
    QCOMPARE(found[0].until, QDate(2024, 1, 1).addDays(51));
    QCOMPARE(found[1].kind, FindingKind::Appeared);
    QCOMPARE(found[1].code, QStringLiteral("1"));
    QCOMPARE(found[1].date, QDate(2024, 1, 1).addDays(29));
    QCOMPARE(found[1].amount, 5.0 * 89 / 91);
    QCOMPARE(found[2].kind, FindingKind::Vanished);
    QCOMPARE(found[2].code, QStringLiteral("2"));
    QCOMPARE(found[2].date, QDate(2024, 1, 1).addDays(91));
}

void TestQuality::balanceBand() {
    QVERIFY(!isUnbalanced(100, 200, 1.0));
    QVERIFY(!isUnbalanced(200, 100, 1.0));
    QVERIFY(isUnbalanced(99, 200, 1.0));
    QVERIFY(isUnbalanced(201, 100, 1.0));
    QVERIFY(isUnbalanced(1, 0, 1.0));
    QVERIFY(isUnbalanced(0, 1, 1.0));
    // Where all places have three boardings to one alighting, three to one is usual and one to one is not.
    QVERIFY(!isUnbalanced(300, 100, 3.0));
    QVERIFY(isUnbalanced(100, 100, 3.0));
    QVERIFY(!isUnbalanced(100, 0, INFINITY));
    QVERIFY(!isUnbalanced(0, 100, 0.0));
}

/// A hundredth of a degree of latitude on a sphere of 6 371 008.8 m is 1 111.951 m.
void TestQuality::metres() {
    QVERIFY(std::abs(metresBetween(127, 35, 127, 35.01) - 1111.951) < 0.01);
    QVERIFY(std::abs(metresBetween(127, 35, 127.01, 35) - 1111.951 * std::cos(35.0 * M_PI / 180.0)) < 0.01);
    QCOMPARE(metresBetween(127, 35, 127, 35), 0.0);
}

void TestQuality::movesBetweenLayers() {
    const CubeData cube = cubeOf(4, [](int, QDate, int) { return 5; });
    const auto workspace = stored(cube);
    const auto alone = movedPlaces(*workspace, *workspace->dataset(QStringLiteral("stops")));
    QVERIFY(alone.ok());
    QCOMPARE(alone->sources, 1);
    QVERIFY(alone->findings.isEmpty());
    // Stop 2 is 0.001° north of where the file of the numbers has it, 111 m; stop 1 by 0.0004°, 44 m.
    std::vector<Feature> features;
    for (int p = 0; p < 4; ++p)
        features.push_back(featureAt(QString::number(p), kLon, kLat + 0.01 * p + (p == 2 ? 0.001 : p == 1 ? 0.0004 : 0.0)));
    addLayer(*workspace, QStringLiteral("stops-2024"), features, 'b');
    std::vector<Feature> elsewhere;
    for (int p = 0; p < 3; ++p) elsewhere.push_back(featureAt(QString::number(p), 129.0, 37.5));
    addLayer(*workspace, QStringLiteral("other-city"), elsewhere, 'c');
    const auto moves = movedPlaces(*workspace, *workspace->dataset(QStringLiteral("stops")));
    QVERIFY(moves.ok());
    // The layer of another city that uses the same numbers is no move of everybody.
    QCOMPARE(moves->sources, 2);
    QCOMPARE(moves->findings.size(), 1);
    QCOMPARE(moves->findings[0].code, QStringLiteral("2"));
    QVERIFY(moves->findings[0].second.isEmpty());
    QVERIFY(std::abs(moves->findings[0].amount - 111.195) < 0.01);
}

void TestQuality::wholeView() {
    // Stop 0: steady. 1: three times as much from 1 April on. 2: begins on 1 March. 3: nobody alights. 4: small and unbalanced.
    const CubeData cube = cubeOf(5, [](int measure, QDate date, int place) -> std::int64_t {
        if (date == QDate(2024, 5, 5)) return kNotObserved;
        if (place == 0 && date == QDate(2024, 2, 2)) return kNotObserved;
        if (place == 1) return date >= QDate(2024, 4, 1) ? 150 : 50;
        if (place == 2 && date < QDate(2024, 3, 1)) return kNotObserved;
        if (place == 3 && measure == 1) return 0;
        if (place == 4) return measure == 0 ? 1 : 4;
        return 100;
    });
    const auto workspace = stored(cube);
    QueryEngine engine(workspace);
    Query query;
    query.dataset = QStringLiteral("stops");
    const auto answer = dataQuality(engine, query, Progress::none());
    QVERIFY2(answer.ok(), answer.ok() ? "" : qPrintable(answer.error().message));
    const QualityView& view = **answer;
    QCOMPARE(view.placesWithData, 5);
    QCOMPARE(view.daysWithoutData, 1);
    // 182 days; place 2 has 122 of them.
    QCOMPARE(view.completeness, (181.0 * 4 - 1 + 121) / (182.0 * 4 + 122));
    const auto gaps = ofKind(view.findings, FindingKind::NoData);
    QCOMPARE(gaps.size(), 1);
    QCOMPARE(gaps[0].date, QDate(2024, 5, 5));
    const auto shifts = ofKind(view.findings, FindingKind::LevelShift);
    QCOMPARE(shifts.size(), 1);
    QCOMPARE(shifts[0].code, QStringLiteral("1"));
    QCOMPARE(shifts[0].date, QDate(2024, 4, 1));
    QCOMPARE(shifts[0].before, 50.0);
    QCOMPARE(shifts[0].after, 150.0);
    const auto appeared = ofKind(view.findings, FindingKind::Appeared);
    QCOMPARE(appeared.size(), 1);
    QCOMPARE(appeared[0].date, QDate(2024, 3, 1));
    QVERIFY(ofKind(view.findings, FindingKind::Vanished).isEmpty());
    QVERIFY(view.balance.known);
    const auto unbalanced = ofKind(view.findings, FindingKind::Unbalanced);
    QCOMPARE(unbalanced.size(), 1);
    QCOMPARE(unbalanced[0].code, QStringLiteral("3"));
    QCOMPARE(view.balance.places, 4);                                // the small one has 905 trips
    QCOMPARE(view.matrix.codes.mid(0, 2), (QStringList{"0", "2"}));  // 180 of 182 days, 121 of 122
    for (const QualityFinding& f : view.findings) QVERIFY(!findingText(view, f).isEmpty());
    QVERIFY(qualitySummary(view).startsWith(QStringLiteral("Boardings")));
    QVERIFY(qualityNotes(view).join(QLatin1Char(' ')).contains(QStringLiteral("only one set of coordinates")));
}

void TestQuality::onlyAreasAndMeasureCount() {
    const auto workspace = stored(cubeOf(3, [](int, QDate, int) { return 5; }));
    QueryEngine engine(workspace);
    Query query;
    query.dataset = QStringLiteral("stops");
    query.measure = QStringLiteral("alightings");
    query.period = {QDate(2024, 3, 1), QDate(2024, 3, 2)};
    query.areas = QStringList{QStringLiteral("place:1")};
    const auto answer = dataQuality(engine, query, Progress::none());
    QVERIFY(answer.ok());
    QCOMPARE((*answer)->measure.id, QStringLiteral("alightings"));
    QCOMPARE((*answer)->placesWithData, 1);
    QCOMPARE((*answer)->firstDay, QDate(2024, 1, 1));
    QCOMPARE((*answer)->completeness, 1.0);
}

void TestQuality::needsDays() {
    CubeData cube = cubeOf(1, [](int, QDate, int) { return 5; });
    cube.dataset.timeStep = TimeStep::Month;
    for (auto& [month, cells] : cube.months) {
        cells.days = 1;
        cells.cells.assign(2, 5);
    }
    const auto workspace = stored(cube);
    QueryEngine engine(workspace);
    Query query;
    query.dataset = QStringLiteral("stops");
    const auto answer = dataQuality(engine, query, Progress::none());
    QVERIFY(!answer.ok());
    QCOMPARE(answer.error().code, ErrorCode::Usage);
}

void TestQuality::stops() {
    const auto workspace = stored(cubeOf(1, [](int, QDate, int) { return 5; }));
    QueryEngine engine(workspace);
    Query query;
    query.dataset = QStringLiteral("stops");
    Progress progress;
    progress.cancel();
    const auto answer = dataQuality(engine, query, progress);
    QVERIFY(!answer.ok());
    QCOMPARE(answer.error().code, ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestQuality)
#include "test_quality.moc"
