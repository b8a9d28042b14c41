// SPDX-License-Identifier: GPL-3.0-or-later
// Every profile on the real published file it was made for. Figures were counted with Python (tests/data/README.md).
#include "tests/core/import/import_fixture.h"

using namespace mudeung;
using mudeung::test::ImportFixture;

class TestProfilesReal : public QObject {
    Q_OBJECT
private slots:
    void cubes_data();
    void cubes();
    void layers_data();
    void layers();
    void gwangjuInFull();
    void daeguKeepsLeadingZerosAndTotals();
    void residentsOfGwangju();
};

void TestProfilesReal::cubes_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("profile");
    QTest::addColumn<qint64>("rowsKept");
    QTest::addColumn<qint64>("rowsSkipped");
    QTest::addColumn<int>("places");
    QTest::addColumn<QString>("sums");  // measure=stored integer sum
    const auto row = [](const char* file, const char* profile, qint64 kept, qint64 skipped, int places, const char* sums) {
        QTest::newRow(profile) << QString::fromUtf8(file) << QString(profile) << kept << skipped << places << QString(sums);
    };
    row("gwangju_transit/gwangju_시내버스_정류소별_이용객_현황_20221231.csv", "gwangju-bus-stop-ridership", 19831, 0, 2865,
        "boardings=82390250 alightings=28933474 transfers=16839135");
    row("ridership/daegu_역별일별시간별승하차인원현황_20250430.csv", "daegu-metro-hourly", 22560, 0, 94,
        "boardings=47710689 alightings=47210466");
    row("ridership/CARD_SUBWAY_MONTH_201501.csv", "seoul-metro-daily", 16792, 0, 551, "boardings=218639396 alightings=217533423");
    row("ridership/CARD_SUBWAY_MONTH_201911.csv", "seoul-metro-daily", 17741, 0, 597, "boardings=232284482 alightings=231429861");
    row("ridership/CARD_SUBWAY_MONTH_202301.csv", "seoul-metro-daily", 18797, 0, 0, "boardings=183790279 alightings=183064988");
    row("ridership/seoul_subway_hourly_monthly_SeoulMetro_2024.csv", "seoul-metro-hourly", 6206, 0, 0,
        "boardings=2090467423 alightings=2080799063");
    row("ridership/seoul_subwaytime_202410_mergedheader_cp949.csv", "seoul-metro-hourly-merged", 621, 0, 0,
        "boardings=219944293 alightings=218933709");
    row("ridership/seoul_bus_stop_hourly_sample_202101.csv", "seoul-bus-hourly", 110, 0, 90, "boardings=312566 alightings=296169");
    row("living_population/seoul_LOCAL_PEOPLE_GU_UTF_2024.csv", "living-population-district", 93000, 0, 25, "persons=381871003688411");
    row("tourism/korea_sido_daily_visitors_wide_utf8bom_2019_2021.csv", "tourism-visitors", 51, 21, 17, "visitors=23814150593");
    row("air_quality/gyeongnam_대기질_long.csv", "air-quality-hourly", 58314, 0, 18,
        "pm10=1631046155 pm25=945612304 no2=628483 so2=258588 o3=2769060 co=23748015");
    row("population/korea_age_by_dong_202409_cp949.csv", "residents-by-age", 3616, 294, 3616, "persons=51248233");
    row("population/changwon_202012_202212_연령별인구현황_연간.csv", "residents-by-age-yearly", 56, 6, 56, "persons=762300");
}

void TestProfilesReal::cubes() {
    QFETCH(QString, file);
    QFETCH(QString, profile);
    QFETCH(qint64, rowsKept);
    QFETCH(qint64, rowsSkipped);
    QFETCH(int, places);
    QFETCH(QString, sums);
    const QString path = mudeung::test::realFile(file);
    if (!QFileInfo::exists(path)) QSKIP("the real files are not beside this checkout");
    ImportFixture f;
    const auto outcome = f.import(path);
    VERIFY_OK(outcome);
    const QualityReport& r = outcome->report;
    QCOMPARE(r.profile, profile);
    QCOMPARE(r.rowsRejected, qint64(0));
    QCOMPARE(r.rowsKept, rowsKept);
    QCOMPARE(r.rowsSkipped, rowsSkipped);
    QCOMPARE(r.rowsRead, rowsKept + rowsSkipped);
    if (places > 0) QCOMPARE(static_cast<int>(f.workspace->places(outcome->dataset).value().size()), places);
    for (const QString& sum : sums.split(' ')) {
        QCOMPARE(QString::number(f.sum(outcome->dataset, sum.section('=', 0, 0))), sum.section('=', 1));
    }
    for (const SumCheck& s : r.sums) QCOMPARE(s.stored, s.read);
    const auto batches = f.workspace->batches(outcome->dataset);
    VERIFY_OK(batches);
    QCOMPARE(batches->first().sha256, r.sha256);
    const QualityReport stored = QualityReport::fromJson(batches->first().report);
    QCOMPARE(stored.rowsKept, r.rowsKept);
    QCOMPARE(stored.unlocatedSum, r.unlocatedSum);
    const qint64 generation = f.workspace->generation().value();
    const auto again = f.import(path);
    VERIFY_OK(again);
    QVERIFY(again->write.noop);
    QCOMPARE(f.workspace->generation().value(), generation);
}

void TestProfilesReal::layers_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("profile");
    QTest::addColumn<qint64>("features");
    QTest::addColumn<qint64>("without");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("name");
    const auto row = [](const char* file, const char* profile, qint64 features, qint64 without, const char* code, const char* name) {
        QTest::newRow(profile) << QString::fromUtf8(file) << QString(profile) << features << without << QString::fromUtf8(code)
                               << QString::fromUtf8(name);
    };
    row("gwangju_transit/gwangju_busStation_tago.json", "tago-bus-stops", 4255, 0, "5177", "산동교");
    row("gwangju_transit/gwangju_subwayStation_line1.json", "metro-stations", 20, 0, "119", "평동역");
    row("boundaries/hangjeongdong_광주광역시.geojson", "dong-boundaries", 96, 0, "2911052500", "충장동");
    row("safety/gwangju_서구_어린이보호구역_20240724.csv", "child-protection-zones", 72, 0,
        "광주YWCA 어린이집|광주광역시 서구 쌍촌로43번길 1", "광주YWCA 어린이집");
    row("welfare/busan_경로당현황_2021_cp949.csv", "senior-centres", 2309, 0, "중앙동경로당|부산광역시 중구 중앙대로115번길 1-6",
        "중앙동경로당");
    row("welfare/busan_senior_center_shp/tl_senior_center.shp", "senior-centres-shp", 2327, 0,
        "중앙동경로당|부산광역시 중구 중앙대로115번길 1-6", "중앙동경로당");
    row("stops/busan_버스정류소위치.csv", "bus-stops-busan", 8429, 0, "50000001059", "연제공용버스차고지");
    row("stops/changwon_버스정류소_위치정보_20220504.csv", "bus-stops-changwon", 2926, 0, "630332", "(주)에스에이치아이");
    row("stops/seoul_bus_stop_coords_20210114.csv.zip", "bus-stops-seoul", 10921, 0, "01001", "종로2가사거리");
    row("facilities/gwangju_restroom_missing_coords.json", "public-toilets", 1290, 669, "서창치안센타|광주광역시 서구 눌재로 258(서창동)",
        "서창치안센타");
}

void TestProfilesReal::layers() {
    QFETCH(QString, file);
    QFETCH(QString, profile);
    QFETCH(qint64, features);
    QFETCH(qint64, without);
    QFETCH(QString, code);
    QFETCH(QString, name);
    const QString path = mudeung::test::realFile(file);
    if (!QFileInfo::exists(path)) QSKIP("the real files are not beside this checkout");
    ImportFixture f;
    const auto outcome = f.import(path);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->report.profile, profile);
    QCOMPARE(outcome->report.crs, QStringLiteral("EPSG:4326"));
    QVERIFY(!outcome->report.crsReason.isEmpty());
    const auto stored = f.workspace->features(outcome->dataset);
    VERIFY_OK(stored);
    QCOMPARE(static_cast<qint64>(stored->size()), features);
    QCOMPARE(outcome->report.placesWithoutCoordinates, without);
    const auto found = std::find_if(stored->begin(), stored->end(), [&](const Feature& x) { return x.code == code; });
    QVERIFY2(found != stored->end(), qPrintable(code));
    QCOMPARE(found->name, name);
    if (without == 0) QVERIFY(!found->wkb.isEmpty());
}

void TestProfilesReal::gwangjuInFull() {
    MUDEUNG_REAL_FILE(stops, "gwangju_transit/gwangju_busStation_tago.json");
    MUDEUNG_REAL_FILE(riders, "gwangju_transit/gwangju_시내버스_정류소별_이용객_현황_20221231.csv");
    ImportFixture f;
    const auto layer = f.import(stops);
    VERIFY_OK(layer);
    QVERIFY2(layer->report.warnings.join(' ').contains("6386"), qPrintable(layer->report.warnings.join('\n')));
    const auto outcome = f.import(riders);
    VERIFY_OK(outcome);
    const QString d = outcome->dataset;
    QCOMPARE(f.sum(d, "boardings", "adult"), qint64(69447723));
    QCOMPARE(f.sum(d, "boardings", "youth"), qint64(11048441));
    QCOMPARE(f.sum(d, "boardings", "child"), qint64(1894086));
    QCOMPARE(static_cast<int>(f.workspace->dataset(d)->scheme.groups.size()), 3);  // 경로 is declared, but nobody counted it here
    QVERIFY2(outcome->report.suspicious.isEmpty(), qPrintable(outcome->report.suspicious.join('\n')));
    QCOMPARE(outcome->report.blankCodes, qint64(29));
    QCOMPARE(outcome->report.totalSum, std::int64_t(82390250));
    QCOMPARE(outcome->report.totalSum - outcome->report.unlocatedSum, std::int64_t(79973618));
    QCOMPARE(outcome->report.encoding, QStringLiteral("CP949"));
    QVERIFY(outcome->report.unknownCodes.contains("?"));
    QCOMPARE(outcome->report.periodText, QStringLiteral("2022-01-01..2022-12-31"));
    const auto places = f.workspace->places(d);
    VERIFY_OK(places);
    int unknown = -1;
    for (std::size_t i = 0; i < places->size(); ++i) {
        if (places.value()[i].code == "?") unknown = static_cast<int>(i);
    }
    QVERIFY(unknown >= 0);
    qint64 held = 0;
    const auto cells = f.workspace->readMonth(d, monthKey(2022, 1), 0, {0, 1, 2});
    VERIFY_OK(cells);
    for (int g = 0; g < 3; ++g) {
        const std::int64_t v = cells->cells[cells->index(0, g, 0, 0, unknown)];
        if (v != kNotObserved) held += v;
    }
    // 9 of the 29 rows have no name either: they hold 971,432; the other 20 carry a name but no number
    QCOMPARE(held, qint64(992837));
    // the report that was stored with the batch, before the commit, tells the same as the one given back
    const QualityReport stored = QualityReport::fromJson(f.workspace->batches(d)->first().report);
    QCOMPARE(stored.unlocatedSum, outcome->report.unlocatedSum);
    QCOMPARE(stored.placesWithoutCoordinates, outcome->report.placesWithoutCoordinates);
}

void TestProfilesReal::daeguKeepsLeadingZerosAndTotals() {
    MUDEUNG_REAL_FILE(path, "ridership/daegu_역별일별시간별승하차인원현황_20250430.csv");
    ImportFixture f;
    const auto outcome = f.import(path);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->report.periodText, QStringLiteral("2025-01-01..2025-04-30"));
    QCOMPARE(outcome->report.datesMissingCount, qint64(0));
    QCOMPARE(outcome->report.duplicates, qint64(0));
    ImportOptions other;
    other.year = 2024;
    other.dataset = "daegu-2024";
    const auto given = f.import(path, other);
    VERIFY_OK(given);
    QCOMPARE(f.workspace->months("daegu-2024")->front(), monthKey(2024, 1));
}

void TestProfilesReal::residentsOfGwangju() {
    MUDEUNG_REAL_FILE(path, "population/korea_age_by_dong_202409_cp949.csv");
    ImportFixture f;
    VERIFY_OK(f.import(path));
    const auto places = f.workspace->places("residents-by-age");
    VERIFY_OK(places);
    std::vector<int> groups(101);
    for (int i = 0; i < 101; ++i) groups[static_cast<std::size_t>(i)] = i;
    const auto cells = f.workspace->readMonth("residents-by-age", monthKey(2024, 9), 0, groups);
    VERIFY_OK(cells);
    qint64 gwangju = 0;
    int dongs = 0;
    for (std::size_t p = 0; p < places->size(); ++p) {
        if (!places.value()[p].code.startsWith("29")) continue;
        ++dongs;
        for (int g = 0; g < 101; ++g) gwangju += cells->cells[cells->index(0, g, 0, 0, static_cast<int>(p))];
    }
    QCOMPARE(dongs, 96);
    QCOMPARE(gwangju, qint64(1411357));
}

QTEST_GUILESS_MAIN(TestProfilesReal)
#include "test_profiles_real.moc"
