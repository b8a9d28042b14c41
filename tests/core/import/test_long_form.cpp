// SPDX-License-Identifier: GPL-3.0-or-later
// The narrow layout of bus ridership (bus-stop-hourly-long) and the seven ages of the living population on small made files:
// what siblings of the layouts may look like, and that narrow and wide files give the same cells.
#include "tests/core/import/import_fixture.h"

using namespace mudeung;
using mudeung::test::ImportFixture;
using mudeung::test::testFile;

namespace {

const QString kRidership = QStringLiteral("bus-stop-hourly");
const QString kAges = QStringLiteral("living-population-dong-ages7");

std::int64_t cellAt(const Workspace& w, const QString& dataset, MonthKey month, const QString& measure, const QString& group, int day,
                    int hour, const QString& code) {
    const auto d = w.dataset(dataset);
    const auto places = w.places(dataset);
    if (!d || !places) return -1;
    const auto cells = w.readMonth(dataset, month, d->measureIndex(measure), {static_cast<int>(d->scheme.indexOf(group))});
    if (!cells) return -3;
    for (std::size_t p = 0; p < places->size(); ++p)
        if (places.value()[p].code == code) return cells->cells[cells->index(0, 0, day, hour, static_cast<int>(p))];
    return -2;
}

}  // namespace

class TestLongForm : public QObject {
    Q_OBJECT
private slots:
    void madeFile();
    void siblings_data();
    void siblings();
    void sameCellsAsWide();
    void foreignTablesAreNotTaken();
    void sevenAges();
    void livingPopulationSiblings_data();
    void livingPopulationSiblings();
};

void TestLongForm::madeFile() {
    ImportFixture f;
    const auto outcome = f.import(testFile("profiles/bus_stop_hourly_long_202403.csv"));
    VERIFY_OK(outcome);
    const QualityReport& r = outcome->report;
    QCOMPARE(r.profile, QStringLiteral("bus-stop-hourly-long"));
    QCOMPARE(outcome->dataset, kRidership);
    QCOMPARE(r.encoding, QStringLiteral("CP949"));
    QCOMPARE(QStringLiteral("%1 %2 %3 %4").arg(r.rowsKept).arg(r.rowsSkipped).arg(r.rowsRejected).arg(r.duplicates),
             QStringLiteral("9 2 0 0"));
    QCOMPARE(f.sum(kRidership, "boardings"), qint64(71039));
    QCOMPARE(f.sum(kRidership, "alightings"), qint64(10));
    QCOMPARE(r.periodText, QStringLiteral("2024-03-01..2024-04-01"));
    const Workspace& w = *f.workspace;
    // hour 0 belongs to the service day before: the 24th hour from midnight on, the 21st from 04:00 on
    QCOMPARE(cellAt(w, kRidership, monthKey(2024, 3), "boardings", "65-74", 0, 20, "0101"), std::int64_t(19));
    // a zero is a zero, a blank is nothing
    QCOMPARE(cellAt(w, kRidership, monthKey(2024, 3), "boardings", "75+", 0, 4, "0101"), std::int64_t(0));
    QCOMPARE(cellAt(w, kRidership, monthKey(2024, 3), "boardings", "65-74", 0, 1, "0101"), kNotObserved);
    QCOMPARE(cellAt(w, kRidership, monthKey(2024, 3), "alightings", "65-74", 0, 1, "0101"), std::int64_t(2));
    QCOMPARE(cellAt(w, kRidership, monthKey(2024, 3), "boardings", "75+", 30, 19, "0102"), std::int64_t(70000));
    QCOMPARE(cellAt(w, kRidership, monthKey(2024, 4), "boardings", "75+", 0, 0, "0102"), std::int64_t(5));
}

void TestLongForm::siblings_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("boardings");
    QTest::addColumn<qint64>("alightings");
    QTest::addColumn<int>("groups");
    QTest::newRow("other names") << QByteArray("날짜,시간대,정류소번호,정류소명,연령대,승차,하차\n20240301,7시,1001,가,13-18세,3,4\n")
                                 << qint64(3) << qint64(4) << 1;
    QTest::newRow("tabs, columns turned around")
        << QByteArray("승차인원\t하차인원\t이용자유형\t정류장 ID\t시간\t운행일자\n3\t4\t75세 이상\t1001\t07\t2024.3.1\n") << qint64(3)
        << qint64(4) << 1;
    QTest::newRow("nobody split") << QByteArray("일자,시간,정류장번호,정류장명,승차인원,하차인원\n2024-03-01,07,1001,가,3,4\n") << qint64(3)
                                  << qint64(4) << 1;
    QTest::newRow("boardings only") << QByteArray("일자,시간,정류장번호,정류장명,이용자구분,승차인원\n2024-03-01,07,1001,가,13-18세,3\n")
                                    << qint64(3) << qint64(0) << 1;
    QTest::newRow("one row per direction")
        << QByteArray(
               "일자,시간,정류장번호,정류장명,이용자구분,승하차구분,이용객수\n2024-03-01,07,1001,가,13-18세,승차,3\n"
               "2024-03-01,07,1001,가,19-34세,하차,4\n")
        << qint64(3) << qint64(4) << 2;
}

void TestLongForm::siblings() {
    QFETCH(QByteArray, text);
    QFETCH(qint64, boardings);
    QFETCH(qint64, alightings);
    QFETCH(int, groups);
    ImportFixture f;
    const auto outcome = f.import(f.write("a.csv", text));
    VERIFY_OK(outcome);
    QCOMPARE(outcome->report.profile, QStringLiteral("bus-stop-hourly-long"));
    QCOMPARE(f.sum(kRidership, "boardings"), boardings);
    QCOMPARE(f.sum(kRidership, "alightings"), alightings);
    const auto d = f.workspace->dataset(kRidership);
    VERIFY_OK(d);
    QCOMPARE(static_cast<int>(d->scheme.groups.size()), groups);
    QCOMPARE(d->firstHour, 4);
    QCOMPARE(d->hourCount, 24);
}

void TestLongForm::sameCellsAsWide() {
    ImportFixture wide;
    VERIFY_OK(wide.import(testFile("profiles/bus_stop_hourly_202403.csv")));
    QByteArray text = "일자,시간,정류장번호,정류장명,이용자구분,승차인원,하차인원\r\n";
    const auto row = [&](const char* date, int hour, const char* place, const char* group, const QByteArray& on, const QByteArray& off) {
        text += QByteArray(date) + ',' + QByteArray::number(hour % 24).rightJustified(2, '0') + ',' + place + ',' + group + ',' + on + ',' +
                off + "\r\n";
    };
    for (int hour = 5; hour < 25; ++hour) {
        row("2024-03-01", hour, "0101,가상", "65-74세", QByteArray::number(hour - 5), "");
        if (hour < 24) row("2024-03-01", hour, "0101,가상", "75세 이상", "", "2");
    }
    row("2024-03-01", 24, "0101,가상", "75세 이상", "", "2");
    row("2024-03-03", 5, "0102,나무", "0-12세", "1000", "");
    ImportFixture narrow;
    VERIFY_OK(narrow.import(narrow.write("이용객.csv", text)));
    const auto a = wide.workspace->dataset(kRidership);
    const auto b = narrow.workspace->dataset(kRidership);
    VERIFY_OK(a);
    VERIFY_OK(b);
    QCOMPARE(a->scheme.id, b->scheme.id);
    QCOMPARE(static_cast<int>(a->scheme.groups.size()), 3);
    for (int g = 0; g < 3; ++g) QCOMPARE(a->scheme.groups[g].code, b->scheme.groups[g].code);
    for (int m = 0; m < 2; ++m) {
        const auto left = wide.workspace->readMonth(kRidership, monthKey(2024, 3), m, {0, 1, 2});
        const auto right = narrow.workspace->readMonth(kRidership, monthKey(2024, 3), m, {0, 1, 2});
        VERIFY_OK(left);
        VERIFY_OK(right);
        QVERIFY(left->cells == right->cells);
    }
}

void TestLongForm::foreignTablesAreNotTaken() {
    // A table of stations, or one without hours, is not this layout.
    for (const char* text : {"사용일자,노선명,역명,승차총승객수,하차총승객수,등록일자\n20240501,1호선,가역,3,4,20240504\n",
                             "일자,정류장번호,정류장명,이용자구분,승차인원,하차인원\n2024-03-01,1001,가,13-18세,3,4\n"}) {
        ImportFixture f;
        const auto preview = previewFile(f.write("a.csv", text));
        VERIFY_OK(preview);
        for (const ProfileMatch& match : preview->matches)
            if (match.profile == QLatin1String("bus-stop-hourly-long")) QVERIFY2(!match.missing.isEmpty(), text);
    }
}

void TestLongForm::sevenAges() {
    ImportFixture f;
    const QString file = testFile("profiles/living_dong_ages_202406.csv");
    const auto preview = previewFile(file);
    VERIFY_OK(preview);
    QCOMPARE(preview->matches.first().profile, QStringLiteral("living-population-dong"));  // all 28 classes unless asked otherwise
    ImportOptions options;
    options.profile = kAges;
    const auto outcome = f.import(file, options);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->dataset, kAges);
    const auto d = f.workspace->dataset(kAges);
    VERIFY_OK(d);
    QCOMPARE(static_cast<int>(d->scheme.groups.size()), 14);
    QCOMPARE(d->measures.first().aggregation, Aggregation::Mean);
    // tenths of persons, each published number rounded before the ages are added up
    const std::vector<std::int64_t> four{103, 236, 429, 519, 609, 223, 233, 243, 516, 849, 939, 1029, 363, 373};
    const std::vector<std::int64_t> five{200, 200, 600, 600, 600, 200, kNotObserved, 200, 400, 600, 600, 600, 200, 200};
    for (int g = 0; g < 14; ++g) {
        const QString code = d->scheme.groups[g].code;
        QCOMPARE(cellAt(*f.workspace, kAges, monthKey(2024, 6), "persons", code, 0, 4, "29110901"), four[static_cast<std::size_t>(g)]);
        QCOMPARE(cellAt(*f.workspace, kAges, monthKey(2024, 6), "persons", code, 0, 5, "29110901"), five[static_cast<std::size_t>(g)]);
    }
    QCOMPARE(cellAt(*f.workspace, kAges, monthKey(2024, 6), "persons", "f_20-34", 0, 4, "29110902"), std::int64_t(225));
    QCOMPARE(cellAt(*f.workspace, kAges, monthKey(2024, 6), "persons", "f_20-34", 0, 5, "29110902"), kNotObserved);
}

void TestLongForm::livingPopulationSiblings_data() {
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("2026 names") << QByteArray("일자,시간대,행정동코드,생활인구합계,남자 0~9세,남자 65~69세,여자 70세 이상");
    QTest::newRow("short names") << QByteArray("YMD,TT,H_DNG_CD,SPOP,M00,M65,F70");
}

void TestLongForm::livingPopulationSiblings() {
    QFETCH(QByteArray, header);
    for (const char* profile : {"", "living-population-dong-ages7"}) {
        ImportFixture f;
        ImportOptions options;
        options.profile = QString::fromLatin1(profile);
        const auto outcome =
            f.import(f.write("LOCAL_PEOPLE_DONG_202601.csv", header + "\n20260101,00,11110515,60.5,10.5,20,30\n"), options);
        VERIFY_OK(outcome);
        QCOMPARE(outcome->dataset, options.profile.isEmpty() ? QStringLiteral("living-population-dong") : kAges);
        const qint64 one = options.profile.isEmpty() ? 10000 : 10;
        QCOMPARE(f.sum(outcome->dataset, "persons", "m_0-9"), 105 * one / 10);
        QCOMPARE(f.sum(outcome->dataset, "persons", "m_65-69"), 20 * one);
        QCOMPARE(f.sum(outcome->dataset, "persons", "f_70+"), 30 * one);
    }
}

QTEST_GUILESS_MAIN(TestLongForm)
#include "test_long_form.moc"
