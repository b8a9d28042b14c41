// SPDX-License-Identifier: GPL-3.0-or-later
// Profiles on small made files (tests/data/profiles, written by hand: invented numbers in the published layouts), and what the importer
// does with them.
#include <QJsonDocument>
#include <cmath>

#include "core/base/language.h"
#include "core/cube/query_engine.h"
#include "core/import/clean.h"
#include "core/import/match.h"
#include "core/model/place_name.h"
#include "tests/core/import/import_fixture.h"

using namespace mudeung;
using mudeung::test::ImportFixture;
using mudeung::test::testFile;

class TestImporter : public QObject {
    Q_OBJECT
private slots:
    void everyProfileParses();
    void madeCubes_data();
    void madeCubes();
    void madeLayers_data();
    void madeLayers();
    void serviceDayHours();
    void anchoredFromTheRight();
    void readdsRejectsAndReports();
    void noopReplaceAddFill();
    void aMonthTakenByAnotherFile();
    void placesInAnyOrder();
    void yearAskedAndGiven();
    void decomposedFileName();
    void cancelLeavesNothing();
    void previewSaysWhy();
    void columnsByHand();
    void groupsOnlyWhenMentioned();
    void checksNeedTheirColumn();
    void oddValues();
    void layersOfAnotherCity();
};

namespace {

QString made(const QString& name) {
    return testFile("profiles/" + name);
}

std::int64_t cellAt(const Workspace& w, const QString& dataset, MonthKey month, int measure, int group, int day, int hour,
                    const QString& code) {
    const auto places = w.places(dataset);
    const auto cells = w.readMonth(dataset, month, measure, {group});
    if (!places || !cells) return -1;
    for (std::size_t p = 0; p < places->size(); ++p) {
        if (places.value()[p].code == code) return cells->cells[cells->index(0, 0, day, hour, static_cast<int>(p))];
    }
    return -2;
}

}  // namespace

void TestImporter::everyProfileParses() {
    const QDir folder(QStringLiteral(MUDEUNG_SOURCE_DIR "/resources/profiles"));
    const QStringList names = folder.entryList({"*.json"}, QDir::Files);
    QVERIFY(names.size() >= 22);
    QCOMPARE(static_cast<int>(profiles().size()), static_cast<int>(names.size()));
    for (const QString& name : names) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto p = parseProfile(file.readAll());
        VERIFY_OK(p);
        QCOMPARE(p->id + ".json", name);
        QVERIFY2(!p->titleKo.isEmpty() && !p->sourceKo.isEmpty(), qPrintable(name));
        for (const Measure& m : p->measures) QVERIFY2(!m.nameKo.isEmpty() && !m.unitKo.isEmpty(), qPrintable(name));
        for (const CheckRule& c : p->checks) QVERIFY2(!c.message.isEmpty() && !c.messageKo.isEmpty(), qPrintable(name));
    }
    QVERIFY(!parseProfile("{\"id\": \"x\"}").ok());
    QVERIFY(!parseProfile("not json").ok());
    const QByteArray head = R"({"id": "x", "title": "x", "placeKind": "bus_stop", "measures": [{"id": "on", "name": "on"}])";
    VERIFY_OK(parseProfile(head + R"(, "time": {"hours": {"first": 4, "count": 24}}, "scheme": {"singleYears": [0, 100]}})"));
    for (const char* wrong : {R"("time": {"hours": {"first": 2147483647, "count": 24}})", R"("time": {"hours": {"first": 0, "count": -1}})",
                              R"("scheme": {"singleYears": [0, 2147483647]})", R"("scheme": {"singleYears": [5]})", R"("headerRows": 0)",
                              R"("headerRows": 1000000000)"})
        QVERIFY2(!parseProfile(head + ", " + wrong + "}").ok(), wrong);
    // a night that begins at 25: the column of midnight is not of it
    const auto night =
        parseProfile(head + R"(, "time": {"hours": {"first": 25, "count": 3}}, "wide": [{"pattern": "^(?<hour>\\d\\d)시$"}]})");
    VERIFY_OK(night);
    const Mapping hours = bindProfile(*night, {"00시", "01시", "03시", "04시"}, {});
    QCOMPARE(hours.values.size(), std::size_t(2));
    QCOMPARE(hours.values[0].hour, 25);
    // groups that columns should name, and columns that name none: everybody is one group
    const auto years = parseProfile(head + R"(, "time": {"from": "columns", "step": "year"}, "scheme": {"id": "ages", "fromColumns": true},
        "wide": [{"pattern": "^(?<date>\\d{4})$"}]})");
    VERIFY_OK(years);
    const Mapping mapping = bindProfile(*years, {"2023", "2024"}, {});
    QCOMPARE(mapping.values.size(), std::size_t(2));
    QCOMPARE(static_cast<int>(mapping.scheme.groups.size()), 1);
}

void TestImporter::madeCubes_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("profile");
    QTest::addColumn<QString>("sums");
    QTest::addColumn<QString>("counts");  // kept skipped rejected duplicates blank
    QTest::addColumn<QString>("period");
    const auto row = [](const char* file, const char* profile, const char* sums, const char* counts, const char* period) {
        QTest::newRow(file) << QString(file) << QString(profile) << QString(sums) << QString(counts) << QString(period);
    };
    row("gwangju_year_20231231.csv", "gwangju-bus-stop-ridership", "boardings=1374 alightings=40 transfers=7", "8 0 0 1 1",
        "2023-01-01..2023-12-31");
    row("bus_stop_hourly_202403.csv", "bus-stop-hourly", "boardings=1190 alightings=40", "3 0 0 0 0", "2024-03-01..2024-03-03");
    row("gwangju_metro_202403.csv", "gwangju-metro-hourly", "boardings=1211 alightings=76", "2 0 0 0 0", "2024-03-01..2024-03-01");
    row("daegu_20240229.csv", "daegu-metro-hourly", "boardings=26 alightings=3", "3 0 0 0 0", "2024-01-01..2024-02-29");
    row("metro_daily_202405.csv", "seoul-metro-daily", "boardings=135 alightings=116", "3 0 0 1 0", "2024-05-01..2024-05-03");
    row("metro_hourly_2024.csv", "seoul-metro-hourly", "boardings=72 alightings=48", "1 0 0 0 0", "2024-05-01..2024-05-31");
    row("metro_hourly_merged.csv", "seoul-metro-hourly-merged", "boardings=24072 alightings=48", "1 0 0 0 0", "2024-05-01..2024-05-31");
    row("seoul_bus_202405.csv", "seoul-bus-hourly", "boardings=96 alightings=144", "2 0 0 0 0", "2024-05-01..2024-05-31");
    row("living_gu_2024.csv", "living-population-district", "persons=2043187552", "3 0 0 0 0", "2024-06-01..2024-06-01");
    row("living_dong_2024.csv", "living-population-dong", "persons=305000", "1 0 0 0 0", "2024-06-01..2024-06-01");
    row("tourism_wide.csv", "tourism-visitors", "visitors=1528", "3 2 0 0 0", "2024-01-01..2024-01-02");
    row("air_long.csv", "air-quality-hourly", "pm10=368571 o3=0", "3 0 0 0 0", "2024-08-31..2024-08-31");
    row("residents_202410.csv", "residents-by-age", "persons=101", "1 1 0 0 0", "2024-10-01..2024-10-31");
    row("residents_bands_202410.csv", "residents-by-age-band", "persons=1030", "1 1 0 0 0", "2024-10-01..2024-10-31");
    row("residents_yearly.csv", "residents-by-age-yearly", "persons=1016", "1 1 0 0 0", "2020-01-01..2021-12-31");
    row("residents_sex_202410.csv", "residents-by-age", "persons=7", "1 0 0 0 0", "2024-10-01..2024-10-31");
}

void TestImporter::madeCubes() {
    QFETCH(QString, file);
    QFETCH(QString, profile);
    QFETCH(QString, sums);
    QFETCH(QString, counts);
    QFETCH(QString, period);
    ImportFixture f;
    const auto outcome = f.import(made(file));
    VERIFY_OK(outcome);
    const QualityReport& r = outcome->report;
    QCOMPARE(r.profile, profile);
    QCOMPARE(QStringLiteral("%1 %2 %3 %4 %5").arg(r.rowsKept).arg(r.rowsSkipped).arg(r.rowsRejected).arg(r.duplicates).arg(r.blankCodes),
             counts);
    for (const QString& sum : sums.split(' ')) {
        QCOMPARE(sum.section('=', 0, 0) + '=' + QString::number(f.sum(outcome->dataset, sum.section('=', 0, 0))), sum);
    }
    QCOMPARE(r.periodText, period);
    for (const SumCheck& s : r.sums) QCOMPARE(s.stored, s.read);
}

void TestImporter::madeLayers_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("profile");
    QTest::addColumn<QString>("codes");
    QTest::addColumn<int>("without");
    const auto row = [](const char* file, const char* profile, const char* codes, int without) {
        QTest::newRow(file) << QString(file) << QString(profile) << QString::fromUtf8(codes) << without;
    };
    row("tago.json", "tago-bus-stops", "5001 KJB2 5001", 0);
    row("stations.json", "metro-stations", "100", 0);
    row("toilets.json", "public-toilets", "가화장실|길_1 나화장실|길_2", 1);
    row("dongs.geojson", "dong-boundaries", "2911099900", 0);
    row("zones.csv", "child-protection-zones", "가어린이집|길_1", 0);
    row("senior.csv", "senior-centres", "가경로당|길_1 나경로당|길_2", 0);
    row("busan_stops.csv", "bus-stops-busan", "50000001059 50000001060", 0);
    row("changwon_stops.csv", "bus-stops-changwon", "630332 나|128.83|35.09", 0);
    row("seoul_stops.csv", "bus-stops-seoul", "01001", 0);
}

void TestImporter::madeLayers() {
    QFETCH(QString, file);
    QFETCH(QString, profile);
    QFETCH(QString, codes);
    QFETCH(int, without);
    ImportFixture f;
    const auto outcome = f.import(made(file));
    VERIFY_OK(outcome);
    QCOMPARE(outcome->report.profile, profile);
    QCOMPARE(static_cast<int>(outcome->report.placesWithoutCoordinates), without);
    const auto features = f.workspace->features(outcome->dataset);
    VERIFY_OK(features);
    QStringList found;
    for (const Feature& x : features.value()) found.append(QString(x.code).replace(' ', '_'));
    found.sort();
    QStringList expected = codes.split(' ');
    expected.sort();
    QCOMPARE(found, expected);
}

void TestImporter::serviceDayHours() {
    ImportFixture f;
    VERIFY_OK(f.import(made("bus_stop_hourly_202403.csv")));
    const auto d = f.workspace->dataset("bus-stop-hourly");
    VERIFY_OK(d);
    QCOMPARE(d->firstHour, 4);
    QCOMPARE(d->hourCount, 24);
    const int senior = d->scheme.indexOf("65-74");
    // the column 00_01 after 23_00 is hour 24 of the service day: index 20 when the day begins at 4
    QCOMPARE(cellAt(*f.workspace, d->id, monthKey(2024, 3), 0, senior, 0, 20, "0101"), std::int64_t(19));
    QCOMPARE(cellAt(*f.workspace, d->id, monthKey(2024, 3), 0, senior, 0, 1, "0101"), std::int64_t(0));
    QCOMPARE(cellAt(*f.workspace, d->id, monthKey(2024, 3), 0, senior, 0, 0, "0101"), kNotObserved);
    QCOMPARE(cellAt(*f.workspace, d->id, monthKey(2024, 3), 1, d->scheme.indexOf("75+"), 0, 5, "0101"), std::int64_t(2));
    VERIFY_OK(f.import(made("metro_hourly_2024.csv")));
    QCOMPARE(cellAt(*f.workspace, "seoul-metro-hourly", monthKey(2024, 5), 0, 0, 0, 23, "1호선|가역"), std::int64_t(3));
}

void TestImporter::anchoredFromTheRight() {
    ImportFixture f;
    VERIFY_OK(f.import(made("seoul_bus_202405.csv")));
    QCOMPARE(cellAt(*f.workspace, "seoul-bus-hourly", monthKey(2024, 5), 1, 0, 0, 23, "01001"), std::int64_t(2));
    QCOMPARE(f.workspace->places("seoul-bus-hourly")->front().name, QStringLiteral("가정류장(00012)"));
}

void TestImporter::readdsRejectsAndReports() {
    ImportFixture f;
    QByteArray csv = "정류장명,정류장 번호,권종,승하차구분,거래건수\n";
    for (int i = 0; i < 30; ++i) csv += "가,1001,일반,승차,1\n";
    csv += "가,1001,일반,승차,많음\n가,1001,외계인,승차,1\n가,1001,일반,승차,5893.0\n가,1001,일반,승차,*\n합계,,일반,승차,99\n\n";
    const auto outcome = f.import(f.write("이용객_2023.csv", csv));
    VERIFY_OK(outcome);
    const QualityReport& r = outcome->report;
    QCOMPARE(r.rowsRejected, qint64(2));
    QCOMPARE(r.rejected[0].line, qint64(32));
    QCOMPARE(r.rejected[0].value, QStringLiteral("많음"));
    QCOMPARE(r.rejected[0].field, QStringLiteral("거래건수"));
    QCOMPARE(r.rejected[1].value, QStringLiteral("외계인"));
    QCOMPARE(f.sum(outcome->dataset, "boardings"), qint64(30 + 5893));
    const auto batch = f.workspace->batches(outcome->dataset)->first();
    const auto rejects = f.workspace->rejects(batch.rowId);
    VERIFY_OK(rejects);
    QVERIFY(rejects->contains("많음"));
    QVERIFY(r.toText().contains(QStringLiteral("많음")));
    const QJsonDocument json(r.toJson());
    const QualityReport back = QualityReport::fromJson(QJsonDocument::fromJson(json.toJson()).object());
    QCOMPARE(QJsonDocument(back.toJson()).toJson(), json.toJson());
    QualityReport hostile = r;
    hostile.file = "<script>alert(1)</script>";
    QVERIFY(!hostile.toHtml().contains("<script>"));
    QVERIFY(hostile.toHtml().contains("&lt;script&gt;"));
}

void TestImporter::noopReplaceAddFill() {
    ImportFixture f;
    const QByteArray head = "정류장명,정류장 번호,권종,승하차구분,거래건수\n";
    const QString first = f.write("a_2023.csv", head + "가,1001,일반,승차,10\n");
    const QString second = f.write("b_2023.csv", head + "가,1001,일반,승차,4\n나,1002,일반,승차,5\n");
    VERIFY_OK(f.import(first));
    QVERIFY(f.import(first)->write.noop);
    const QByteArray before = f.fingerprint();
    const auto asked = f.import(second);
    QVERIFY(!asked.ok());
    QCOMPARE(asked.error().code, ErrorCode::Usage);
    QCOMPARE(f.fingerprint(), before);
    ImportOptions options;
    options.onExisting = OnExisting::Fill;
    VERIFY_OK(f.import(second, options));
    QCOMPARE(f.sum("gwangju-bus-stop-ridership", "boardings"), qint64(15));
    options.onExisting = OnExisting::Add;
    const auto added = f.import(f.write("c_2023.csv", head + "가,1001,일반,승차,100\n"), options);
    VERIFY_OK(added);
    QCOMPARE(f.sum("gwangju-bus-stop-ridership", "boardings"), qint64(115));
    QCOMPARE(added->report.sums.first().workspaceBefore, QStringLiteral("15"));
    QCOMPARE(added->report.sums.first().stored, QStringLiteral("115"));
    options.onExisting = OnExisting::Replace;
    VERIFY_OK(f.import(f.write("d_2023.csv", head + "가,1001,일반,승차,7\n"), options));
    QCOMPARE(f.sum("gwangju-bus-stop-ridership", "boardings"), qint64(7));
}

/// A file of two months whose second month another file has replaced is not in use as a whole, even after its first month came back.
void TestImporter::aMonthTakenByAnotherFile() {
    ImportFixture f;
    const QByteArray head = "일자,시간,정류장번호,정류장명,이용자구분,승차인원,하차인원\n";
    const QString both = f.write("both.csv", head + "2024-02-01,08,1001,가,19-34세,1,0\n2024-03-01,08,1001,가,19-34세,2,0\n");
    const QString february = f.write("february.csv", head + "2024-02-01,08,1001,가,19-34세,5,0\n");
    const QString march = f.write("march.csv", head + "2024-03-01,08,1001,가,19-34세,7,0\n");
    ImportOptions replace;
    replace.onExisting = OnExisting::Replace;
    VERIFY_OK(f.import(both));
    VERIFY_OK(f.import(february, replace));
    const auto back = f.import(both, replace);
    VERIFY_OK(back);
    QCOMPARE(back->write.monthsReplaced, 1);  // March still held its numbers
    QVERIFY(f.import(both)->write.noop);
    QVERIFY(f.import(both, replace)->write.noop);
    VERIFY_OK(f.import(march, replace));
    QCOMPARE(f.sum("bus-stop-hourly", "boardings"), qint64(1 + 7));
    QVERIFY(!f.import(both).ok());
    QCOMPARE(f.import(both, replace)->write.monthsReplaced, 1);
    QCOMPARE(f.sum("bus-stop-hourly", "boardings"), qint64(1 + 2));
}

/// A file is read into the order of places that its dataset has; the report speaks of its own places only.
void TestImporter::placesInAnyOrder() {
    ImportFixture f;
    const QString id = "gwangju-bus-stop-ridership";
    const QByteArray head = "정류장명,정류장 번호,권종,승하차구분,거래건수\n";
    VERIFY_OK(f.import(f.write("a_2023.csv", head + "가,1001,일반,승차,10\n나,1002,일반,승차,20\n,,일반,승차,3\n다,1003,일반,승차,30\n")));
    const auto codes = [&] {
        QStringList out;
        const auto places = f.workspace->places(id);
        for (std::size_t i = 0; places && i < places->size(); ++i) out.append((*places)[i].code);
        return out;
    };
    const auto counts = [&](int year) {
        QMap<QString, std::int64_t> out;
        for (const QString& code : codes()) {
            const std::int64_t value = cellAt(*f.workspace, id, monthKey(year, 1), 0, 0, 0, 0, code);
            if (value != kNotObserved) out.insert(code, value);
        }
        return out;
    };
    const auto later =
        f.import(f.write("b_2024.csv", head + "라,1004,일반,승차,4\n,,일반,승차,6\n다,1003,일반,승차,5\n마,1005,일반,승차,0\n"));
    VERIFY_OK(later);
    QCOMPARE(later->write.placesAdded, 2);
    QCOMPARE(counts(2023), (QMap<QString, std::int64_t>{{"1001", 10}, {"1002", 20}, {"?", 3}, {"1003", 30}}));
    QCOMPARE(counts(2024), (QMap<QString, std::int64_t>{{"1004", 4}, {"?", 6}, {"1003", 5}, {"1005", 0}}));
    QCOMPARE(codes(), QStringList({"1001", "1002", "?", "1003", "1004", "1005"}));
    // Rows without a stop are named in the language of the reader, whatever that of the import was.
    Query query;
    query.dataset = id;
    for (const auto& [language, name] : {std::pair("ko", "정류장 미상"), {"en", "stop unknown"}}) {
        setInterfaceLanguage(QLatin1String(language));
        const auto table = QueryEngine(f.workspace).run(query, Breakdown::Place);
        VERIFY_OK(table);
        QStringList names;
        for (const TableRow& row : (*table)->rows) names << (row.key == kUnknownPlace ? row.label : QString());
        names.removeAll(QString());
        QCOMPARE(names, QStringList{QString::fromUtf8(name)});
    }
    const QualityReport own = QualityReport::fromJson(f.workspace->batches(id)->last().report);
    QCOMPARE(own.placesTotal, qint64(4));
    QCOMPARE(own.placesWithoutCoordinates, qint64(4));
    QCOMPARE(own.unknownCodes, QStringList({"?", "1003", "1004", "1005"}));
    QCOMPARE(own.totalSum, qint64(15));
    QVERIFY2(own.suspicious.size() == 1 && own.suspicious.first().startsWith('1'), qPrintable(own.suspicious.join('\n')));
}

void TestImporter::yearAskedAndGiven() {
    ImportFixture f;
    const QString path = f.copyAs(made("daegu_20240229.csv"), "daegu.csv");
    const auto preview = previewFile(path);
    VERIFY_OK(preview);
    QVERIFY(preview->needsYear);
    const auto refused = f.import(path);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, ErrorCode::InputRefused);
    // rows go on to February, the name ends in January: they must be of another year
    QVERIFY(!f.import(f.copyAs(made("daegu_20240229.csv"), "daegu_20240131.csv")).ok());
    ImportOptions options;
    options.year = 2020;
    VERIFY_OK(f.import(path, options));
    QCOMPARE(f.workspace->months("daegu-metro-hourly")->front(), monthKey(2020, 1));
}

void TestImporter::decomposedFileName() {
    ImportFixture f;
    const QString name = QStringLiteral("광주광역시_시내버스 정류소별 이용객 현황_20231231.csv").normalized(QString::NormalizationForm_D);
    const auto outcome = f.import(f.copyAs(made("gwangju_year_20231231.csv"), name));
    VERIFY_OK(outcome);
    QVERIFY(outcome->report.file == name.normalized(QString::NormalizationForm_C));
    const auto plain = previewFile(made("gwangju_year_20231231.csv"));
    VERIFY_OK(plain);
    QVERIFY(outcome->report.profileScore > plain->matches.first().score);  // the hint in the name counted
}

void TestImporter::cancelLeavesNothing() {
    ImportFixture f;
    QByteArray csv = "정류장명,정류장 번호,권종,승하차구분,거래건수\n";
    for (int i = 0; i < 20000; ++i) csv += "가,1001,일반,승차,1\n";
    const QString path = f.write("x_2023.csv", csv);
    const QByteArray before = f.fingerprint();
    Progress progress;
    progress.cancel();
    const auto outcome = importFile(*f.workspace, path, {}, progress);
    QVERIFY(!outcome.ok());
    QCOMPARE(outcome.error().code, ErrorCode::Cancelled);
    QCOMPARE(f.fingerprint(), before);
}

void TestImporter::previewSaysWhy() {
    const auto preview = previewFile(made("gwangju_year_20231231.csv"));
    VERIFY_OK(preview);
    QCOMPARE(preview->matches.first().profile, QStringLiteral("gwangju-bus-stop-ridership"));
    QVERIFY(!preview->matches.first().reason.isEmpty());
    QCOMPARE(preview->mapping.value("place"), QStringLiteral("정류장 번호"));
    QCOMPARE(preview->rows.size(), 8);
    QCOMPARE(preview->encoding, QStringLiteral("CP949"));
    QVERIFY(!preview->needsYear);
}

void TestImporter::columnsByHand() {
    ImportFixture f;
    const QString path = f.write("x_2023.csv", "정류장명,번호표,권종,승하차구분,거래건수\n가,1001,일반,승차,3\n");
    QVERIFY(!f.import(path).ok());
    ImportOptions options;
    options.profile = "gwangju-bus-stop-ridership";
    options.columns.insert("place", QStringLiteral("번호표"));
    VERIFY_OK(f.import(path, options));
    QCOMPARE(f.workspace->places("gwangju-bus-stop-ridership")->front().code, QStringLiteral("1001"));
}

void TestImporter::groupsOnlyWhenMentioned() {
    ImportFixture f;
    const QString id = "gwangju-bus-stop-ridership";
    const QByteArray head = "정류장명,정류장 번호,권종,승하차구분,거래건수\n";
    const auto codes = [&] {
        QStringList out;
        const auto d = f.workspace->dataset(id);
        if (!d) return out;
        for (const Group& g : d->scheme.groups) out.append(g.code);
        return out;
    };
    VERIFY_OK(f.import(f.write("a_2021.csv", head + "가,1001,어린이,승차,3\n가,1001,일반,승차,10\n나,1002,일반,하차,0\n")));
    QCOMPARE(codes(), QStringList({"child", "adult"}));  // neither youth nor senior: nobody counted them
    // a later file has more groups, in another order: they are appended, the old sums stay with their groups
    const auto more = f.import(f.write("b_2022.csv", head + "가,1001,경로,승차,7\n가,1001,청소년,승차,5\n가,1001,일반,승차,20\n"));
    VERIFY_OK(more);
    QCOMPARE(codes(), QStringList({"child", "adult", "youth", "senior"}));
    QCOMPARE(f.sum(id, "boardings", "child"), qint64(3));
    QCOMPARE(f.sum(id, "boardings", "adult"), qint64(30));
    QCOMPARE(f.sum(id, "boardings", "youth"), qint64(5));
    QCOMPARE(f.sum(id, "boardings", "senior"), qint64(7));
    for (const SumCheck& s : more->report.sums) {
        QCOMPARE(s.stored, s.read);
        QCOMPARE(s.workspaceBefore, QStringLiteral("0"));
    }
    QVERIFY(more->report.warnings.filter("sums").isEmpty());
    // a corrected file without youth takes their numbers away, and says what was there
    ImportOptions replace;
    replace.onExisting = OnExisting::Replace;
    const auto less = f.import(f.write("c_2022.csv", head + "가,1001,일반,승차,21\n"), replace);
    VERIFY_OK(less);
    QCOMPARE(f.sum(id, "boardings", "youth"), qint64(0));
    QCOMPARE(f.sum(id, "boardings", "adult"), qint64(31));
    QCOMPARE(less->report.sums.first().group, QStringLiteral("adult"));
    QCOMPARE(less->report.sums.first().workspaceBefore, QStringLiteral("20"));
    // a sibling that splits nobody keeps its one group
    VERIFY_OK(f.import(made("metro_daily_202405.csv")));
    QCOMPARE(static_cast<int>(f.workspace->dataset("seoul-metro-daily")->scheme.groups.size()), 1);
}

void TestImporter::checksNeedTheirColumn() {
    ImportFixture f;
    const auto outcome =
        f.import(f.write("정류소별 이용객_2022.csv", "정류장 번호,권종,승하차구분,거래건수\n1001,일반,승차,3\n1002,일반,하차,4\n"));
    VERIFY_OK(outcome);
    QCOMPARE(f.sum(outcome->dataset, "boardings"), qint64(3));
    // names that are there but blank are another matter
    const auto blank =
        f.import(f.write("b_2023.csv", "정류장명,정류장 번호,권종,승하차구분,거래건수\n,1001,일반,승차,3\n,1002,일반,하차,4\n"));
    QVERIFY(!blank.ok());
    QVERIFY2(blank.error().message.contains("100.0 %") || blank.error().message.contains("100.0%"), qPrintable(blank.error().message));
}

void TestImporter::oddValues() {
    const QByteArray head = "정류장명,정류장 번호,권종,승하차구분,거래건수\n";
    QByteArray skewed = head;  // 400 stops from 20 to 2 million, evenly on a log scale: skewed, not odd
    for (int i = 0; i < 400; ++i) {
        const auto count = static_cast<qint64>(20.0 * std::pow(1e5, i / 399.0));
        skewed += "가,1" + QByteArray::number(1000 + i) + ",일반,승차," + QByteArray::number(count) + "\n";
    }
    ImportFixture f;
    const auto plain = f.import(f.write("a_2022.csv", skewed));
    VERIFY_OK(plain);
    QVERIFY2(plain->report.suspicious.isEmpty(), qPrintable(plain->report.suspicious.join('\n')));
    const auto odd = f.import(f.write("b_2023.csv", skewed + "나,9999,일반,승차,99000000000\n"));
    VERIFY_OK(odd);
    QCOMPARE(static_cast<int>(odd->report.suspicious.size()), 1);
    QVERIFY(odd->report.suspicious.first().contains("99,000,000,000"));
    QVERIFY(odd->report.suspicious.first().contains(QStringLiteral("나 (2023)")));

    QByteArray daily = "사용일자,노선명,역ID,역명,승차총승객수,하차총승객수,등록일자\n";
    for (int day = 1; day <= 31; ++day) {
        const QByteArray date = "202405" + QByteArray::number(day).rightJustified(2, '0');
        const auto row = [&](const char* code, int on) {
            daily += date + ",1호선," + code + ",역" + code + "," + QByteArray::number(on) + ",10," + date + "\n";
        };
        row("0150", 90000 + day);
        row("0151", 40000 + day * 100);
        row("0152", day == 14 ? 61000 : 500 + day);  // not large beside the others, but 100 times its own usual day
    }
    const auto jump = f.import(f.write("CARD_SUBWAY_MONTH_202405.csv", daily));
    VERIFY_OK(jump);
    QCOMPARE(static_cast<int>(jump->report.suspicious.size()), 1);
    QVERIFY2(jump->report.suspicious.first().contains(QStringLiteral("역0152 (2024-05-14): 61,000")),
             qPrintable(jump->report.suspicious.first()));
}

void TestImporter::layersOfAnotherCity() {
    ImportFixture f;
    QByteArray here = "[";
    QByteArray there = "NAME,SIGUNNAME,GUNAME,DONGNAME,X,Y,UNIQUEID,BUSSTOPID\n";
    QByteArray counts = "정류장명,정류장 번호,권종,승하차구분,거래건수\n";
    for (int i = 0; i < 40; ++i) {
        const QByteArray code = QByteArray::number(1001 + i);
        if (i < 30)
            here += QByteArray(i ? "," : "") + "{\"gpslati\":35.1" + QByteArray::number(10 + i) + ",\"gpslong\":126.9,\"nodeid\":\"GJB" +
                    code + "\",\"nodenm\":\"가\",\"nodeno\":" + code + "}";
        if (i >= 10) there += "나,부산광역시,-,-,129.05,35.1" + QByteArray::number(10 + i) + "," + code + ",5000000" + code + "\n";
        counts += "가," + code + ",일반,승차,10\n";
    }
    VERIFY_OK(f.import(f.write("gwangju_busStation_tago.json", here + "]")));
    VERIFY_OK(f.import(f.write("부산시_버스정류소위치.csv", there)));
    const auto outcome = f.import(f.write("a_2022.csv", counts));
    VERIFY_OK(outcome);
    // the newer Busan layer knows 30 of the numbers too, 200 km away: ten stops stay off the map rather than go to Busan
    QCOMPARE(outcome->report.placesWithoutCoordinates, qint64(10));
    QCOMPARE(outcome->report.unlocatedSum, std::int64_t(100));
    QCOMPARE(f.workspace->batches(outcome->dataset)->first().report.value("placesWithoutCoordinates").toInt(), 10);
}

QTEST_GUILESS_MAIN(TestImporter)
#include "test_importer.moc"
