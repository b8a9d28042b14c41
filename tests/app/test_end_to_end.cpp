// SPDX-License-Identifier: GPL-3.0-or-later
// From published files to numbers, map, chart and report through the built program alone; refusals leave the workspace as it was.
// The expected numbers were counted with awk: tests/data/README.md.
#include <QCryptographicHash>
#include <QImage>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <functional>

#include "tests/app/program.h"
#include "tests/support/real_data.h"

using namespace mudeung::test;

namespace {

const QString kCorrected = QString::fromUtf8("광주광역시_시내버스 정류소별 이용객 현황_정정_20231231.csv");
const QString kRidership = QStringLiteral("gwangju-bus-stop-ridership");

QHash<QString, double> valuesOf(const Ran& ran) {
    QHash<QString, double> values;
    for (const QJsonValue& row : ran.json().value(QStringLiteral("rows")).toArray())
        values.insert(row[QStringLiteral("key")].toString(), row[QStringLiteral("value")].toDouble());
    return values;
}

/// What the workspace answers, in a form that can be compared before and after.
QByteArray answersOf(const QString& workspace) {
    const Ran datasets = run({QStringLiteral("datasets"), QStringLiteral("--workspace"), workspace, QStringLiteral("--json")});
    const Ran places = run({QStringLiteral("query"), QStringLiteral("--workspace"), workspace, QStringLiteral("--dataset"), kRidership,
                            QStringLiteral("--by"), QStringLiteral("place")});
    return datasets.out + places.out;
}

}  // namespace

class TestEndToEnd : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_workspace;

    QString path(const QString& name) const { return m_folder.filePath(name); }

    /// The made ridership file under the publisher's name, which holds the year and Hangul.
    QString ridershipFile() const {
        const QString name = path(QString::fromUtf8("광주광역시_시내버스 정류소별 이용객 현황_20231231.csv"));
        QFile::copy(testFile(QStringLiteral("app/ridership_cp949.csv")), name);
        return name;
    }

    static QByteArray sha256Of(const QString& file) {
        return QCryptographicHash::hash(contentOf(file), QCryptographicHash::Sha256).toHex();
    }
    /// A copy of the workspace in which the ridership was replaced by a file with other numbers.
    QString correctedWorkspace() {
        const QString copy = path(QStringLiteral("corrected.mudeung"));
        if (QFile::exists(copy)) return copy;
        if (run({"backup", "--workspace", m_workspace, "--out", copy}).exitCode != 0) qFatal("no copy");
        QByteArray bytes = contentOf(ridershipFile());
        const int digit = static_cast<int>(bytes.lastIndexOf('1'));
        bytes[digit] = '9';
        QFile file(path(kCorrected));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) qFatal("no corrected file");
        file.close();
        const Ran ran = run({"import", "--workspace", copy, "--on-existing", "replace", file.fileName()});
        if (ran.exitCode != 0) qFatal("%s", ran.told().constData());
        return copy;
    }
    QString bareWorkspace() {
        const QString bare = path(QStringLiteral("bare.mudeung"));
        if (!QFile::exists(bare)) run({"import", "--workspace", bare, testFile(QStringLiteral("app/stops.json"))});
        return bare;
    }

    Ran query(const QStringList& options) const {
        return run(
            QStringList{QStringLiteral("query"), QStringLiteral("--workspace"), m_workspace, QStringLiteral("--dataset"), kRidership} +
            options);
    }

private slots:
    void initTestCase() {
        QVERIFY2(QFile::exists(program()), "the program was not built");
        QVERIFY(m_folder.isValid());
        m_workspace = path(QString::fromUtf8("도시.mudeung"));
    }

    void imports() {
        const Ran ran =
            run({QStringLiteral("import"), QStringLiteral("--workspace"), m_workspace, testFile(QStringLiteral("app/stops.json")),
                 testFile(QStringLiteral("app/dongs.geojson")), ridershipFile(), QStringLiteral("--json")});
        QVERIFY2(ran.exitCode == 0, ran.told());
        const QJsonArray files = ran.json().value(QStringLiteral("files")).toArray();
        QCOMPARE(files.size(), 3);
        const QJsonObject report = files[2].toObject().value(QStringLiteral("report")).toObject();
        QCOMPARE(report.value(QStringLiteral("rowsRead")).toInt(), 56);
        QCOMPARE(report.value(QStringLiteral("encoding")).toString(), QStringLiteral("CP949"));
    }

    void datasets() {
        const Ran text = run({QStringLiteral("datasets"), QStringLiteral("--workspace"), m_workspace});
        QVERIFY2(text.exitCode == 0 && text.out.contains(kRidership.toUtf8()), text.told());
        const Ran json = run({QStringLiteral("datasets"), QStringLiteral("--workspace"), m_workspace, QStringLiteral("--json")});
        QCOMPARE(json.json().value(QStringLiteral("datasets")).toArray().size(), 3);
    }

    void numbers_data() {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<double>("total");
        QTest::newRow("boardings") << QStringList{} << 33364.0;
        QTest::newRow("alightings") << QStringList{"--measure", "alightings"} << 21900.0;
        QTest::newRow("transfers") << QStringList{"--measure", "transfers"} << 10977.0;
        QTest::newRow("youth") << QStringList{"--groups", "youth"} << 6741.0;
        QTest::newRow("child and adult") << QStringList{"--groups", "child,adult"} << 26623.0;
        QTest::newRow("dong") << QStringList{"--area", "2911052500"} << 14067.0;
        QTest::newRow("district") << QStringList{"--area", "29170"} << 7815.0;
        QTest::newRow("two dongs") << QStringList{"--area", "2917051000", "--area", "2914052000"} << 18756.0;
        QTest::newRow("stop") << QStringList{"--area", "3303"} << 9378.0;
        QTest::newRow("polygon file") << QStringList{"--area", testFile(QStringLiteral("app/area.geojson"))} << 20319.0;
    }
    void numbers() {
        QFETCH(QStringList, options);
        QFETCH(double, total);
        const Ran ran = query(options + QStringList{"--by", "group", "--format", "json"});
        QVERIFY2(ran.exitCode == 0, ran.told());
        QCOMPARE(ran.json().value(QStringLiteral("total")).toDouble(), total);
        double sum = 0;
        for (const double value : valuesOf(ran)) sum += value;
        QCOMPARE(sum, total);
    }

    void byGroupPlaceAndDong() {
        const auto groups = valuesOf(query({"--by", "group", "--json"}));
        QCOMPARE(groups.value(QStringLiteral("child")), 441.0);
        QCOMPARE(groups.value(QStringLiteral("youth")), 6741.0);
        QCOMPARE(groups.value(QStringLiteral("adult")), 26182.0);
        const auto places = valuesOf(query({"--by", "place", "--json"}));
        QCOMPARE(places.value(QStringLiteral("4356")), 1563.0);
        QCOMPARE(places.value(QStringLiteral("9999")), 500.0);
        const auto dongs = valuesOf(query({"--by", "dong", "--json"}));
        QCOMPARE(dongs.value(QStringLiteral("2911052500")), 14067.0);
        QCOMPARE(dongs.value(QStringLiteral("2917051000")), 7815.0);
        QCOMPARE(dongs.value(QStringLiteral("2914052000")), 10941.0);
    }

    /// A question in words is the same question as one in options.
    void inWords() {
        const auto asked = [this](const char* phrase) {
            return run(QStringList{"ask", "--workspace", m_workspace, "--dataset", kRidership, "--lang", "en", "--json"} +
                       QString::fromUtf8(phrase).split(QLatin1Char(' ')));
        };
        const Ran youth = asked("청소년 승차 권종별");
        QVERIFY2(youth.exitCode == 0, youth.told());
        QCOMPARE(youth.json().value(QStringLiteral("total")).toDouble(), 6741.0);
        QCOMPARE(youth.json().value(QStringLiteral("by")).toString(), QStringLiteral("group"));
        QVERIFY2(youth.err.contains("Understood:"), youth.told());
        const Ran top = asked("boardings top 2 stops");
        const auto largest = valuesOf(top);
        QCOMPARE(static_cast<int>(largest.size()), 2);
        const auto all = valuesOf(query({"--by", "place", "--json"}));
        QList<double> values = all.values();
        std::sort(values.begin(), values.end(), std::greater<>());
        QList<double> found = largest.values();
        std::sort(found.begin(), found.end(), std::greater<>());
        QCOMPARE(found, values.mid(0, 2));
        for (const char* phrase : {"승차 무지개", "아침 승차", "the of"}) {  // not a word of it, not in this data, nothing at all
            const Ran refused = asked(phrase);
            QVERIFY2(refused.exitCode == 2, refused.told());
        }
        QVERIFY(asked("승차 무지개").out.contains("무지개"));
    }

    // Names that a spreadsheet would run or split are made harmless.
    void csvIsSafe() {
        const Ran ran = query({"--by", "place"});
        QVERIFY2(ran.exitCode == 0, ran.told());
        QVERIFY2(ran.out.startsWith("key,label,value\r\n"), ran.told());
        QVERIFY2(ran.out.contains("\n2202,'=수식 정류장,7815\r\n"), ran.told());
        QVERIFY2(ran.out.contains("\n3303,\"끝, 정류장\",9378\r\n"), ran.told());
        QVERIFY2(ran.err.contains("33,364"), ran.told());
        const QString file = path(QStringLiteral("answer.csv"));
        QCOMPARE(query({"--by", "place", "--out", file}).exitCode, 0);
        QCOMPARE(contentOf(file), QByteArray("\xEF\xBB\xBF") + ran.out);
    }

    // A day that no file speaks of is no zero; a place code may hold a dot and is no file then.
    void notObservedIsNotZero() {
        const QString metro = path(QStringLiteral("metro.mudeung"));
        QCOMPARE(run({"import", "--workspace", metro, testFile(QStringLiteral("profiles/metro_daily_202405.csv"))}).exitCode, 0);
        const Ran days = run({"query", "--workspace", metro, "--dataset", "seoul-metro-daily", "--by", "day", "--period",
                              "2024-04-30..2024-05-01", "--lang=en"});
        QVERIFY2(days.exitCode == 0, days.told());
        QVERIFY2(days.out.contains("\n2024-04-30,2024-04-30,\r\n"), days.told());
        QVERIFY2(!days.out.contains("2024-05-01,2024-05-01,\r\n"), days.told());
        const Ran place = query({"--by", "place", "--area", "place:no.such"});
        QVERIFY2(place.exitCode == 2 && place.err.contains("no.such"), place.told());
    }

    void groupsAreNamedForReaders() {
        const Ran english = query({"--by", "group"});
        QVERIFY2(english.out.contains("\nchild,Child,441\r\n"), english.told());
        QVERIFY2(!english.out.contains("senior"), english.told());  // the file has no such riders
    }

    void filtersThatTheDataLacksAreSaid() {
        for (const QStringList& options : {QStringList{"--by", "hour"}, QStringList{"--by", "place", "--hours", "7-9"},
                                           QStringList{"--by", "place", "--days", "weekday"}, QStringList{"--by", "day"}}) {
            const Ran ran = query(options);
            QVERIFY2(ran.exitCode == 2 && ran.out.isEmpty() && !ran.err.isEmpty(), ran.told());
        }
        QVERIFY(query({"--by", "place", "--groups", "martian"}).err.contains("martian"));
        QCOMPARE(query({"--by", "place", "--measure", "tears"}).exitCode, 2);
    }

    void refusedFilesChangeNothing_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("exitCode");
        for (const char* name : {"header_only.csv", "negative.csv", "saved_page.csv", "other_columns.csv"})
            QTest::newRow(name) << testFile(QStringLiteral("app/") + QLatin1String(name)) << 3;
        QTest::newRow("folder") << testFile(QStringLiteral("app")) << 4;
        QTest::newRow("absent") << testFile(QStringLiteral("app/absent.csv")) << 4;
    }
    void refusedFilesChangeNothing() {
        QFETCH(QString, file);
        QFETCH(int, exitCode);
        const QByteArray before = answersOf(m_workspace);
        const Ran ran = run({QStringLiteral("import"), QStringLiteral("--workspace"), m_workspace, QStringLiteral("--year"),
                             QStringLiteral("2023"), QStringLiteral("--on-existing"), QStringLiteral("replace"), file});
        QVERIFY2(ran.exitCode == exitCode, ran.told());
        QVERIFY2(!ran.err.isEmpty() && ran.out.isEmpty(), ran.told());
        QCOMPARE(answersOf(m_workspace), before);
    }

    void refusedFileMakesNoWorkspace() {
        const QString fresh = path(QStringLiteral("fresh.mudeung"));
        QCOMPARE(
            run({QStringLiteral("import"), QStringLiteral("--workspace"), fresh, testFile(QStringLiteral("app/saved_page.csv"))}).exitCode,
            3);
        const QStringList left = QDir(m_folder.path()).entryList({QStringLiteral("fresh*")}, QDir::AllEntries | QDir::Hidden);
        QVERIFY2(left.isEmpty(), qPrintable(left.join(QLatin1Char(' '))));
    }

    void sameFileTwiceIsNoChange() {
        const QByteArray before = query({"--by", "place"}).out;
        const Ran ran =
            run({QStringLiteral("import"), QStringLiteral("--workspace"), m_workspace, ridershipFile(), QStringLiteral("--json")});
        QVERIFY2(ran.exitCode == 0, ran.told());
        QVERIFY(ran.json().value(QStringLiteral("files"))[0][QStringLiteral("noop")].toBool());
        QCOMPARE(query({"--by", "place"}).out, before);
    }

    void reportAndRejects() {
        const QString fresh = path(QStringLiteral("reports.mudeung"));
        const QString report = path(QStringLiteral("quality.html"));
        const QString rejects = path(QStringLiteral("rejects.csv"));
        const Ran ran = run({QStringLiteral("import"), QStringLiteral("--workspace"), fresh, QStringLiteral("--report"), report,
                             QStringLiteral("--rejects"), rejects, ridershipFile()});
        QVERIFY2(ran.exitCode == 0, ran.told());
        QVERIFY(contentOf(report).contains("<html"));
        QVERIFY(QFile::exists(rejects));
        QVERIFY2(ran.out.contains("33,364") || ran.out.contains("33364"), ran.told());
    }

    void pictures_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("density") << QStringList{"render", "--kind", "density"};
        QTest::newRow("circles") << QStringList{"render", "--kind", "circles"};
        QTest::newRow("choropleth") << QStringList{"render", "--kind", "choropleth", "--lang", "ko"};
        QTest::newRow("chart") << QStringList{"chart", "--by", "group"};
    }
    void pictures() {
        QFETCH(QStringList, arguments);
        const QString out = path(QString::fromLatin1(QTest::currentDataTag()) + QStringLiteral(".png"));
        const Ran ran =
            run(arguments + QStringList{"--workspace", m_workspace, "--dataset", kRidership, "--size", "800x600", "--out", out});
        QVERIFY2(ran.exitCode == 0, ran.told());
        QCOMPARE(QString::fromUtf8(ran.out).trimmed(), out);
        const QImage image(out);
        QCOMPARE(image.size(), QSize(800, 600));
        QSet<QRgb> colors;
        for (int y = 0; y < image.height(); y += 3)
            for (int x = 0; x < image.width(); x += 3) colors.insert(image.pixel(x, y));
        QVERIFY2(colors.size() > 8, qPrintable(QString::number(colors.size())));
    }

    void vectorChartAndReport() {
        const QString svg = path(QStringLiteral("chart.svg"));
        const Ran chart = run({"chart", "--workspace", m_workspace, "--dataset", kRidership, "--out", svg});
        QVERIFY2(chart.exitCode == 0 && contentOf(svg).contains("<svg"), chart.told());
        const QString pdf = path(QStringLiteral("report.pdf"));
        const Ran report = run({"report", "--workspace", m_workspace, "--out", pdf});
        QVERIFY2(report.exitCode == 0 && contentOf(pdf).startsWith("%PDF"), report.told());
    }

    void verifyAndBackup() {
        QCOMPARE(run({QStringLiteral("verify"), QStringLiteral("--workspace"), m_workspace}).exitCode, 0);
        const QString copy = path(QStringLiteral("copy.mudeung"));
        const Ran ran = run({QStringLiteral("backup"), QStringLiteral("--workspace"), m_workspace, QStringLiteral("--out"), copy});
        QVERIFY2(ran.exitCode == 0, ran.told());
        QCOMPARE(run({"query", "--workspace", copy, "--dataset", kRidership, "--by", "place"}).out, query({"--by", "place"}).out);
    }

    // Carried out, kept, listed, shown, repeated, compared and removed, as the window would find it too.
    void analysesFromTheCommandLine() {
        const QString copy = path(QStringLiteral("runs.mudeung"));
        QCOMPARE(run({"backup", "--workspace", m_workspace, "--out", copy}).exitCode, 0);
        const Ran list = run({"analyses", "--json"});
        QVERIFY2(list.exitCode == 0, list.told());
        QStringList ids;
        for (const QJsonValue& a : list.json().value(QStringLiteral("analyses")).toArray())
            ids << a.toObject().value(QStringLiteral("id")).toString();
        QVERIFY(ids.contains(QStringLiteral("density")));
        for (const QString& id : ids) {
            const Ran help = run({"analyses", id, "--lang", "ko"});
            QVERIFY2(help.exitCode == 0 && help.out.contains("--set"), help.told());
        }
        const QString out = path(QStringLiteral("밀도.xlsx"));
        const Ran first = run({"run", "density", "--workspace", copy, "--dataset", kRidership, "--keep", "--out", out});
        QVERIFY2(first.exitCode == 0 && first.err.contains("bandwidth") && QFileInfo::exists(out), first.told());
        QCOMPARE(run({"verify", out, "--workspace", copy}).exitCode, 0);
        const Ran second = run({"run", "density", "--workspace", copy, "--dataset", kRidership, "--set", "kernel=gaussian", "--keep"});
        QVERIFY2(second.exitCode == 0 && second.out.startsWith("\xEF\xBB\xBF"), second.told());
        const Ran refused = run({"run", "density", "--workspace", copy, "--dataset", kRidership, "--set", "kernle=gaussian"});
        QVERIFY2(refused.exitCode == 2 && refused.err.contains("kernel"), refused.told());
        const Ran runs = run({"runs", "--workspace", copy, "--json"});
        QCOMPARE(runs.json().value(QStringLiteral("runs")).toArray().size(), 2);
        const Ran compared = run({"runs", "--workspace", copy, "--compare", "1", "--with", "2", "--json"});
        const QJsonArray differences = compared.json().value(QStringLiteral("differences")).toArray();
        QCOMPARE(differences.size(), 1);
        QCOMPARE(differences[0].toObject().value(QStringLiteral("reason")).toString(), QStringLiteral("parameter"));
        const Ran again = run({"runs", "--workspace", copy, "--again", "1", "--lang", "en"});
        QVERIFY2(again.exitCode == 0 && again.err.contains("to the last digit"), again.told());
        QCOMPARE(run({"runs", "--workspace", copy, "--remove", "1"}).exitCode, 0);
        QCOMPARE(run({"runs", "--workspace", copy, "--show", "1"}).exitCode, 2);
    }

    // A page with map, charts and findings, in each kind of picture; whoever gets it can ask where it comes from and whether it still
    // holds.
    void resultsAsPages() {
        const QStringList hotspots{"run",      "hotspots", "--workspace", m_workspace, "--dataset",
                                   kRidership, "--set",    "test=normal", "--lang",    "ko"};
        for (const char* suffix : {"png", "pdf", "svg"}) {
            const QString out = path(QStringLiteral("핫스팟.") + QLatin1String(suffix));
            const Ran made = run(hotspots + QStringList{"--out", out});
            QVERIFY2(made.exitCode == 0, made.told());
            const Ran verified = run({"verify", out, "--workspace", m_workspace});
            QVERIFY2(verified.exitCode == 0, verified.told());
            const Ran receipt = run({"receipt", out, "--json"});
            QVERIFY2(receipt.exitCode == 0 && receipt.out.contains("hotspots"), receipt.told());
        }
        const QImage page(path(QStringLiteral("핫스팟.png")));
        QCOMPARE(page.size(), QSize(1920, 1080));
        // The words lie on the right, on paper; the map on the left.
        const QColor paper = page.pixelColor(page.width() - 4, page.height() / 2);
        QCOMPARE(paper, QColor(Qt::white));
        int written = 0;
        for (int y = 130; y < 500; ++y)
            for (int x = 1180; x < 1900; ++x) written += page.pixelColor(x, y).lightness() < 140 ? 1 : 0;
        QVERIFY2(written > 2000, qPrintable(QString::number(written)));
        QSet<QRgb> map;
        for (int y = 130; y < 1000; y += 3)
            for (int x = 10; x < 1140; x += 3) map.insert(page.pixel(x, y));
        QVERIFY(map.size() > 20);
        QVERIFY(contentOf(path(QStringLiteral("핫스팟.svg"))).contains("핫스팟"));
    }

    // Events that are known ahead move the forecast on their days, and only there; what is not known is asked for.
    void forecastWithOwnColumns() {
        const QString csv = path(QStringLiteral("events.csv"));
        const QDate first(2024, 1, 1);
        constexpr int days = 400, ahead = 14;
        const auto event = [](int day) { return (day * 7 + day / 3) % 11 == 0 ? 1 : 0; };
        QFile file(csv);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("stop,date,boardings,event\n");
        for (int d = 0; d < days + ahead; ++d) {
            const double noise = 3.0 * std::sin(d * 12.9898) + 2.0 * std::sin(d * 78.233);
            const double value = 100.0 + 5.0 * (d % 7) + 60.0 * event(d) + noise;
            const QString text = d < days ? QString::number(value, 'f', 3) : QString();
            file.write(QStringLiteral("A,%1,%2,%3\n").arg(first.addDays(d).toString(Qt::ISODate), text).arg(event(d)).toUtf8());
        }
        file.close();
        const QStringList command{"forecast", "--csv", csv, "--id", "stop", "--time", "date", "--value", "boardings", "--columns", "event"};
        const Ran made = run(command + QStringList{"--horizon", "14", "--calendar"});
        QVERIFY2(made.exitCode == 0, made.told());
        const QList<QByteArray> lines = made.out.trimmed().split('\n');
        QCOMPARE(lines.size(), 1 + ahead);
        int events = 0;
        for (int h = 0; h < ahead; ++h) {
            const QList<QByteArray> cells = lines[h + 1].split(',');
            const int d = days + h;
            const double expected = 100.0 + 5.0 * (d % 7) + 60.0 * event(d);
            QVERIFY2(std::abs(cells[2].toDouble() - expected) < 8.0, lines[h + 1].constData());
            QCOMPARE(cells.last(), QByteArray("harmonic"));  // chosen by the back-test
            events += event(d);
        }
        QVERIFY(events > 0);
        const Ran longer = run(command + QStringList{"--horizon", "15", "--lang", "en"});
        QVERIFY2(longer.exitCode == 3 && longer.err.contains("\"event\"") && longer.err.contains("2025-02-18"), longer.told());
    }

    // One number a year has no months to play; animations of data that has are tested in tests/ui/map.
    void animationWithoutFrames() {
        const QString file = path(QStringLiteral("달.gif"));
        const Ran refused = run({"animate", "--workspace", m_workspace, "--dataset", kRidership, "--step", "month", "--out", file});
        QVERIFY2(refused.exitCode == 2 && refused.err.contains("no frames"), refused.told());
        QVERIFY(!QFileInfo::exists(file));
    }

    void receipts_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("out");
        QTest::addColumn<QString>("what");
        const auto row = [](const QStringList& arguments, const char* out, const char* what) {
            QTest::newRow(out) << arguments << QString::fromUtf8(out) << QString::fromLatin1(what);
        };
        for (const char* out : {"지도.png", "지도.pdf", "지도.svg"}) row({"render", "--kind", "choropleth", "--lang", "ko"}, out, "map");
        for (const char* out : {"도표.png", "도표.pdf", "도표.svg"}) row({"chart", "--by", "group", "--scale", "2"}, out, "chart");
        for (const char* out : {"표.csv", "표.json", "표.xlsx", "표.gpkg"}) row({"query", "--by", "place"}, out, "table");
        row({"report"}, "보고서.pdf", "report");
    }
    // Every output says what it is, is true at first, and is found to be no longer true once the file behind it was corrected.
    void receipts() {
        QFETCH(QStringList, arguments);
        QFETCH(QString, out);
        QFETCH(QString, what);
        const QString file = path(out);
        const Ran made = run(arguments + QStringList{"--workspace", m_workspace, "--dataset", kRidership, "--out", file});
        QVERIFY2(made.exitCode == 0, made.told());
        const Ran json = run({"receipt", file, "--json"});
        QVERIFY2(json.exitCode == 0, json.told());
        QCOMPARE(json.json().value(QStringLiteral("what")).toString(), what);
        QCOMPARE(json.json().value(QStringLiteral("program")).toString(), QStringLiteral(MUDEUNG_VERSION));
        QCOMPARE(json.json().value(QStringLiteral("query"))[QStringLiteral("dataset")].toString(), kRidership);
        const auto files = json.json().value(QStringLiteral("sources"))[0][QStringLiteral("files")].toArray();
        QCOMPARE(files[0][QStringLiteral("sha256")].toString().toLatin1(), sha256Of(ridershipFile()));
        const Ran text = run({"receipt", file, "--lang", "en"});
        QVERIFY2(text.exitCode == 0 && text.out.contains("sha256 " + sha256Of(ridershipFile())), text.told());

        const Ran equal = run({"verify", file, "--workspace", m_workspace, "--json"});
        QVERIFY2(equal.exitCode == 0 && equal.json().value(QStringLiteral("equal")).toBool(), equal.told());
        const Ran changed = run({"verify", file, "--workspace", correctedWorkspace(), "--lang", "en", "--json"});
        QVERIFY2(changed.exitCode == 3, changed.told());
        QVERIFY(!changed.json().value(QStringLiteral("equal")).toBool());
        QVERIFY(changed.json().value(QStringLiteral("then"))[QStringLiteral("sum")] !=
                changed.json().value(QStringLiteral("now"))[QStringLiteral("sum")]);
        QCOMPARE(int(changed.json().value(QStringLiteral("newFiles")).toArray().size()), 1);
    }

    void verifySaysWhatChanged() {
        const Ran ran = run({"verify", path(QString::fromUtf8("표.csv")), "--workspace", correctedWorkspace(), "--lang", "en"});
        QVERIFY2(ran.exitCode == 3, ran.told());
        QVERIFY2(ran.out.contains("The total was") && ran.out.contains(kCorrected.toUtf8()), ran.told());
        const Ran bare = run({"verify", path(QString::fromUtf8("지도.png")), "--workspace", bareWorkspace(), "--lang", "en"});
        QVERIFY2(bare.exitCode == 3 && bare.out.contains("no longer has the dataset"), bare.told());
        QFile table(path(QString::fromUtf8("표.csv")));
        QVERIFY(table.open(QIODevice::Append) && table.write("x") == 1);
        table.close();
        const Ran edited = run({"verify", table.fileName(), "--workspace", m_workspace, "--lang", "en"});
        QVERIFY2(edited.exitCode == 3 && edited.out.contains("changed after its receipt"), edited.told());
    }

    void filesWithoutAReceipt() {
        const Ran ran = run({"receipt", testFile(QStringLiteral("app/header_only.csv")), "--lang", "en"});
        QVERIFY2(ran.exitCode == 2 && ran.err.contains("no receipt"), ran.told());
        const Ran workspace = run({"receipt", m_workspace, "--lang", "en"});
        QVERIFY2(workspace.exitCode == 2 && workspace.err.contains("workspace"), workspace.told());
        QCOMPARE(run({"verify", m_workspace}).exitCode, 0);  // still the check of the workspace itself
    }

    void tablesForOffices() {
        QCOMPARE(query({"--by", "dong", "--out", path(QStringLiteral("dongs.gpkg"))}).exitCode, 0);
        const Ran hours = query({"--by", "group", "--out", path(QStringLiteral("groups.gpkg")), "--lang", "en"});
        QVERIFY2(hours.exitCode == 2 && hours.err.contains("place or dong"), hours.told());
        QVERIFY(!QFile::exists(path(QStringLiteral("groups.gpkg"))));
        const Ran top = run({"ask", "--workspace", m_workspace, "--dataset", kRidership, "--lang", "en", "--out",
                             path(QStringLiteral("top.xlsx")), "children top 2 stops"});
        QVERIFY2(top.exitCode == 0, top.told());
        QCOMPARE(run({"receipt", path(QStringLiteral("top.xlsx")), "--json"}).json().value(QStringLiteral("top")).toInt(), 2);
        QCOMPARE(run({"verify", path(QStringLiteral("top.xlsx")), "--workspace", m_workspace}).exitCode, 0);
    }

    // A job without a locale still finds files with Hangul names.
    void hangulNamesWithoutALocale() {
        const Ran ran = run({QStringLiteral("query"), QStringLiteral("--workspace"), m_workspace, QStringLiteral("--dataset"), kRidership,
                             QStringLiteral("--by"), QStringLiteral("group"), QStringLiteral("--lang"), QStringLiteral("ko")},
                            true);
        QVERIFY2(ran.exitCode == 0, ran.told());
        QVERIFY2(ran.out.contains("청소년"), ran.told());
    }

    void realGwangju() {
        MUDEUNG_REAL_FILE(stops, "gwangju_transit/gwangju_busStation_tago.json");
        MUDEUNG_REAL_FILE(dongs, "boundaries/hangjeongdong_광주광역시.geojson");
        MUDEUNG_REAL_FILE(ridership, "gwangju_transit/gwangju_시내버스_정류소별_이용객_현황_20221231.csv");
        const QString workspace = path(QStringLiteral("gwangju.mudeung"));
        const Ran imported = run({"import", "--workspace", workspace, stops, dongs, ridership});
        QVERIFY2(imported.exitCode == 0, imported.told());
        const auto ask = [&](const QStringList& options) {
            return run(QStringList{"query", "--workspace", workspace, "--dataset", kRidership, "--by", "group", "--format", "json"} +
                       options);
        };
        const Ran boardings = ask({"--measure", "boardings"});
        QCOMPARE(boardings.json().value(QStringLiteral("total")).toDouble(), 82390250.0);
        QCOMPARE(valuesOf(boardings).value(QStringLiteral("adult")), 69447723.0);
        QCOMPARE(valuesOf(boardings).value(QStringLiteral("youth")), 11048441.0);
        QCOMPARE(valuesOf(boardings).value(QStringLiteral("child")), 1894086.0);
        QCOMPARE(boardings.json().value(QStringLiteral("locatedSum")).toDouble(), 79973618.0);
        QCOMPARE(ask({"--measure", "alightings"}).json().value(QStringLiteral("total")).toDouble(), 28933474.0);
        QCOMPARE(ask({"--measure", "transfers"}).json().value(QStringLiteral("total")).toDouble(), 16839135.0);
        const QString map = path(QStringLiteral("gwangju.png"));
        const Ran drawn = run({"render", "--workspace", workspace, "--dataset", kRidership, "--out", map});
        QVERIFY2(drawn.exitCode == 0 && QImage(map).size() == QSize(1920, 1080), drawn.told());
    }

    void realFilesThatAreRefused() {
        MUDEUNG_REAL_FILE(destroyed, "gwangju_transit/gwangju_시내버스_정류소별_이용객_현황_20211231.csv");
        MUDEUNG_REAL_FILE(shifted, "gwangju_transit/gwangju_시내버스_정류소별_이용객_현황_20240101.csv");
        const QByteArray before = answersOf(m_workspace);
        for (const QString& file : {destroyed, shifted}) {
            const Ran ran = run({"import", "--workspace", m_workspace, file, "--json"});
            QVERIFY2(ran.exitCode == 3, ran.told());
            const auto error = ran.json().value(QStringLiteral("files"))[0][QStringLiteral("error")];
            QCOMPARE(error[QStringLiteral("code")].toString(), QStringLiteral("input-refused"));
        }
        QCOMPARE(answersOf(m_workspace), before);
    }
};

QTEST_GUILESS_MAIN(TestEndToEnd)
#include "test_end_to_end.moc"
