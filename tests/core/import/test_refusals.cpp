// SPDX-License-Identifier: GPL-3.0-or-later
// Files that must be refused, with nothing changed; siblings of known files that must not be; coordinate systems in both axis orders.
#include "core/import/coordinates.h"
#include "tests/core/import/import_fixture.h"

using namespace mudeung;
using mudeung::test::ImportFixture;
using mudeung::test::testFile;

class TestRefusals : public QObject {
    Q_OBJECT
private slots:
    void refused_data();
    void refused();
    void realFiles();
    void family_data();
    void family();
    void cityHall_data();
    void cityHall();
};

void TestRefusals::refused_data() {
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray head = "정류장명,정류장 번호,권종,승하차구분,거래건수\n";
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("header only") << head;
    QTest::newRow("wrong columns") << QByteArray("a,b,c\n1,2,3\n4,5,6\n");
    QTest::newRow("negative") << head + "가,1001,일반,승차,1\n가,1001,일반,승차,-5\n";
    QTest::newRow("html") << QByteArray("<!DOCTYPE html><html><body><table><tr><td>1</td></tr></table></body></html>");
    QTest::newRow("a fifth rejected") << head + "가,1001,일반,승차,1\n가,1001,일반,승차,2\n가,1001,일반,승차,많음\n";
    QTest::newRow("route names as stop numbers") << head + "가,봉선37,일반,승차,1\n가,일곡38,일반,승차,2\n";
    QTest::newRow("names blank") << head + ",1001,일반,승차,1\n,1002,일반,승차,2\n";
}

void TestRefusals::refused() {
    QFETCH(QByteArray, bytes);
    ImportFixture f;
    VERIFY_OK(f.import(testFile("profiles/gwangju_year_20231231.csv")));
    const QByteArray before = f.fingerprint();
    const auto outcome = f.import(f.write("file_2024.csv", bytes));
    QVERIFY(!outcome.ok());
    QCOMPARE(outcome.error().code, ErrorCode::InputRefused);
    QVERIFY(outcome.error().message.size() > 10);
    QCOMPARE(f.fingerprint(), before);
}

void TestRefusals::realFiles() {
    MUDEUNG_REAL_FILE(destroyed, "gwangju_transit/gwangju_시내버스_정류소별_이용객_현황_20211231.csv");
    MUDEUNG_REAL_FILE(shifted, "gwangju_transit/gwangju_시내버스_정류소별_이용객_현황_20240101.csv");
    ImportFixture f;
    const QByteArray before = f.fingerprint();
    QVERIFY(!f.import(destroyed).ok());
    QVERIFY(!f.import(shifted).ok());
    QCOMPARE(f.fingerprint(), before);
    ImportOptions options;
    options.insist = true;
    const auto insisted = f.import(shifted, options);
    VERIFY_OK(insisted);
    QVERIFY(insisted->report.warnings.size() >= 2);
}

void TestRefusals::family_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("profile");
    QTest::addColumn<qint64>("boardings");
    const auto row = [](const char* title, const char* name, const char* bytes, const char* profile, qint64 boardings) {
        QTest::newRow(title) << QString::fromUtf8(name) << QByteArray(bytes) << QString(profile) << boardings;
    };
    row("renamed", "이용객_2019.csv", "정류소명,정류소번호,권종,승하차구분,이용객수\n가,1001,일반,승차,3\n", "gwangju-bus-stop-ridership",
        3);
    row("added and reordered", "이용객_2020.csv", "거래건수,비고,권종,정류장 번호,승하차구분,정류장명\n3,x,일반,1001,승차,가\n",
        "gwangju-bus-stop-ridership", 3);
    row("quoted", "a_201503.csv",
        "\"사용일자\",\"노선명\",\"역ID\",\"역명\",\"승차총승객수\",\"하차총승객수\",\"등록일자\"\n\"20150301\",\"1호선\",\"0150\","
        "\"서울역\",\"7\",\"8\",\"x\"\n",
        "seoul-metro-daily", 7);
    row("id dropped", "a_202006.csv", "사용일자,노선명,역명,승차총승객수,하차총승객수\n20200601,1호선,서울역,9,8\n", "seoul-metro-daily",
        9);
    row("open-ended hours", "역별 시간대별 승하차.csv",
        "수송일자,호선,역번호,역명,승하차구분,06시이전,06-07시간대,23-24시간대,24시이후\n2023-01-01,1,150,서울역,승차,1,2,3,4\n",
        "gwangju-metro-hourly", 10);
}

void TestRefusals::family() {
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, profile);
    QFETCH(qint64, boardings);
    ImportFixture f;
    const auto outcome = f.import(f.write(name, bytes));
    VERIFY_OK(outcome);
    QCOMPARE(outcome->report.profile, profile);
    QCOMPARE(f.sum(outcome->dataset, "boardings"), boardings);
}

void TestRefusals::cityHall_data() {
    QTest::addColumn<QString>("crs");
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("y");
    QTest::newRow("4326") << "EPSG:4326" << 126.8514 << 35.1599;
    QTest::newRow("5179") << "EPSG:5179" << 940929.0 << 1685153.0;
    QTest::newRow("5186") << "EPSG:5186" << 186461.0 << 284845.0;
    QTest::newRow("5181") << "EPSG:5181" << 186461.0 << 184845.0;
    QTest::newRow("5174") << "EPSG:5174" << 186387.0 << 184538.0;
    QTest::newRow("2097") << "EPSG:2097" << 186651.0 << 184537.0;
}

void TestRefusals::cityHall() {
    QFETCH(QString, crs);
    QFETCH(double, x);
    QFETCH(double, y);
    const std::vector<XY> known{{126.8514, 35.1599}};
    for (const bool swapped : {false, true}) {
        const CrsDecision d = decideCrs({swapped ? XY{y, x} : XY{x, y}}, known, {});
        QCOMPARE(d.crs, crs);
        QCOMPARE(d.swapped, swapped);
        QVERIFY(!d.reason.isEmpty());
        double lon = x;
        double lat = y;
        QVERIFY(ToWgs84::create(d.crs).value()->point(lon, lat));
        QVERIFY(std::abs(lon - 126.8514) < 1e-4 && std::abs(lat - 35.1599) < 1e-4);
    }
}

QTEST_GUILESS_MAIN(TestRefusals)
#include "test_refusals.moc"
