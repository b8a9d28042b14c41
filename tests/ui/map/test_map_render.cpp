// SPDX-License-Identifier: GPL-3.0-or-later
// Whole maps and reports from a small made workspace: twelve stops in four square dongs of Gwangju.
#include <QProcess>
#include <QTemporaryDir>
#include <QtEndian>
#include <QtTest>

#include "tests/support/map_test.h"
#include "ui/map/map_compose.h"
#include "ui/map/map_render.h"

using namespace mudeung;

namespace {

/// WKB of a square with its south-west corner at (lon, lat).
QByteArray square(double lon, double lat, double side) {
    QByteArray wkb;
    const auto number = [&wkb](auto value) {
        char bytes[sizeof(value)];
        qToLittleEndian(value, bytes);
        wkb.append(bytes, sizeof(value));
    };
    wkb.append('\1');
    number(quint32(3));
    number(quint32(1));
    number(quint32(5));
    for (const auto& [dx, dy] : {std::pair{0.0, 0.0}, {side, 0.0}, {side, side}, {0.0, side}, {0.0, 0.0}}) {
        for (double v : {lon + dx, lat + dy}) {
            quint64 bits;
            memcpy(&bits, &v, sizeof bits);
            number(bits);
        }
    }
    return wkb;
}

Dataset ridership() {
    Dataset d;
    d.id = QStringLiteral("made-ridership");
    d.title = QStringLiteral("Made ridership");
    d.titleKo = QStringLiteral("만든 이용객");
    d.placeKind = QStringLiteral("bus_stop");
    d.source = QStringLiteral("광주광역시");
    d.timeStep = TimeStep::Year;
    d.measures = {{QStringLiteral("boardings"), QStringLiteral("Boardings"), QStringLiteral("승차"), QStringLiteral("trips"),
                   QStringLiteral("건"), Aggregation::Sum, 0}};
    d.scheme = {QStringLiteral("ticket"),
                {{QStringLiteral("adult"), QStringLiteral("Adult"), QStringLiteral("일반"), 19, -1},
                 {QStringLiteral("child"), QStringLiteral("Child"), QStringLiteral("어린이"), 6, 12}}};
    d.period = {QDate(2022, 1, 1), QDate(2022, 12, 31)};
    return d;
}

CubeData cube(bool located) {
    CubeData data;
    data.dataset = ridership();
    MonthCells cells{1, 2, 1, 1, 12, {}};
    for (int i = 0; i < 12; ++i) {
        Place place{QString::number(1000 + i), QStringLiteral("정류장%1").arg(i + 1)};
        if (located) {
            place.lon = 126.86 + 0.02 * (i % 4);
            place.lat = 35.13 + 0.02 * (i / 4);
        }
        data.places.push_back(place);
    }
    for (int g = 0; g < 2; ++g) {
        for (int i = 0; i < 12; ++i) cells.cells.push_back(i == 11 ? 0 : (i + 1) * (g == 0 ? 1000 : 100));
    }
    data.months.emplace(monthKey(2022, 1), cells);
    return data;
}

Batch batchFor(const QString& dataset, const QString& file) {
    Batch batch;
    batch.dataset = dataset;
    batch.fileName = file;
    batch.sha256 = QString(64, QLatin1Char('a'));
    batch.importedAt = QStringLiteral("2026-01-02T03:04:05+09:00");
    batch.period = {QDate(2022, 1, 1), QDate(2022, 12, 31)};
    return batch;
}

std::shared_ptr<Workspace> makeWorkspace(const QString& path, bool located, bool dongs) {
    auto workspace = Workspace::create(path);
    if (!workspace) qFatal("%s", qPrintable(workspace.error().message));
    const auto written =
        (*workspace)->writeCube(cube(located), batchFor(ridership().id, QStringLiteral("정류소별.csv")), OnExisting::Ask, Progress::none());
    if (!written) qFatal("%s", qPrintable(written.error().message));
    if (!dongs) return *workspace;
    Dataset layer;
    layer.id = QStringLiteral("dongs");
    layer.title = QStringLiteral("Dongs");
    layer.kind = DatasetKind::Layer;
    layer.placeKind = QStringLiteral("dong");
    layer.geometryType = QStringLiteral("polygon");
    std::vector<Feature> features;
    for (int i = 0; i < 4; ++i) {
        Feature f;
        f.code = QStringLiteral("29110%1").arg(52500 + i);
        f.name = QStringLiteral("광주광역시 동구 시험%1동").arg(i + 1);
        f.lon = 126.87 + 0.04 * (i % 2);
        f.lat = 35.14 + 0.04 * (i / 2);
        f.wkb = square(f.lon - 0.02, f.lat - 0.02, 0.04);
        features.push_back(f);
    }
    const auto stored =
        (*workspace)->writeLayer(layer, features, batchFor(layer.id, QStringLiteral("dongs.geojson")), OnExisting::Ask, Progress::none());
    if (!stored) qFatal("%s", qPrintable(stored.error().message));
    return *workspace;
}

Query query() {
    Query q;
    q.dataset = ridership().id;
    return q;
}

QString output(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(20000)) return {};
    return QString::fromUtf8(process.readAllStandardOutput());
}

}  // namespace

class TestMapRender : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY(m_folder.isValid()); }

    void drawsEveryKind_data() {
        QTest::addColumn<int>("kind");
        QTest::newRow("density") << static_cast<int>(MapKind::Density);
        QTest::newRow("circles") << static_cast<int>(MapKind::Circles);
        QTest::newRow("choropleth") << static_cast<int>(MapKind::Choropleth);
    }

    void drawsEveryKind() {
        QFETCH(int, kind);
        const auto workspace = makeWorkspace(file(), true, true);
        for (bool dark : {false, true}) {
            MapStyle style;
            style.kind = static_cast<MapKind>(kind);
            style.dark = dark;
            const auto image = renderMap(workspace, query(), style, QSize(1280, 720), Progress::none());
            QVERIFY2(image.ok(), image.ok() ? "" : qPrintable(image.error().message));
            QCOMPARE(image->size(), QSize(1280, 720));
            QSet<QRgb> colours;
            for (int y = 120; y < 600; y += 5) {
                for (int x = 320; x < 1200; x += 5) colours.insert(image->pixel(x, y));
            }
            QVERIFY(colours.size() > 8);
        }
    }

    void snapshotHoldsTheNumbers() {
        const auto workspace = makeWorkspace(file(), true, true);
        MapStyle style;
        const auto data = loadMapData(workspace, query(), style, Progress::none());
        QVERIFY2(data.ok(), data.ok() ? "" : qPrintable(data.error().message));
        const MapData& d = **data;
        QCOMPARE(d.places.size(), 12);
        QCOMPARE(d.points.size(), std::size_t(11));  // the stop that counted zero weighs nothing
        QVERIFY(largestPlace(d));
        QCOMPARE(largestPlace(d)->value, 12100.0);
        QCOMPARE(d.largestValue, 12100.0);
        QCOMPARE(rankOf(d, 12100.0), 1);
        QCOMPARE(d.bandwidthMeters, 500.0);
        QVERIFY(d.scaleTop >= d.largestDensity);
        QCOMPARE(d.city->shapes.size(), 4);
        QCOMPARE(d.city->districts.size(), 1);
        QCOMPARE(d.city->districts.first().name, QStringLiteral("동구"));
        // Peak of the largest stop alone: 12,100 · 3/(π·0.5²) per km².
        QVERIFY(std::abs(d.largestDensity / (12100.0 * 3.0 / M_PI / 0.25) - 1.0) < 0.01);
        style.lockedMaximum = 1000.0;
        const auto locked = loadMapData(workspace, query(), style, Progress::none());
        QVERIFY(locked.ok());
        QCOMPARE((*locked)->scaleTop, 1000.0);
    }

    void refusesWhatCannotBeDrawn() {
        const auto nowhere = makeWorkspace(file(), false, false);
        const auto image = renderMap(nowhere, query(), MapStyle{}, QSize(800, 600), Progress::none());
        QVERIFY(!image.ok());
        QCOMPARE(image.error().code, ErrorCode::Usage);
        QVERIFY(image.error().message.contains(QLatin1String("coordinates")));

        const auto noDongs = makeWorkspace(file(), true, false);
        MapStyle style;
        style.kind = MapKind::Choropleth;
        const auto choropleth = renderMap(noDongs, query(), style, QSize(800, 600), Progress::none());
        QVERIFY(!choropleth.ok());
        QCOMPARE(choropleth.error().code, ErrorCode::Usage);
        QVERIFY(renderMap(noDongs, query(), MapStyle{}, QSize(800, 600), Progress::none()).ok());
        QCOMPARE(renderMap(noDongs, query(), MapStyle{}, QSize(100, 100), Progress::none()).error().code, ErrorCode::Usage);
    }

    void reportHasPagesAndHangul() {
        const auto workspace = makeWorkspace(file(), true, true);
        const QString pdf = m_folder.filePath(QStringLiteral("보고서.pdf"));
        const Status status = writeReport(workspace, query(), MapStyle{}, pdf, Progress::none());
        QVERIFY2(status.ok(), status.ok() ? "" : qPrintable(status.error().message));
        QVERIFY(QFileInfo(pdf).size() > 20000);
        if (QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty()) QSKIP("pdftotext (poppler-utils) is not installed");
        const QString text = output(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), pdf, QStringLiteral("-")});
        QVERIFY(text.count(QChar(0x0c)) >= 5);  // a form feed ends each page
        // Digits must survive in every company: alone, beside Hangul, and beside Latin letters, where shaping used to lose them.
        for (const char* words : {"정류장11", "정류소별.csv", "광주광역시", "12,100", "72,600", "12, of them 12 on the map", "Page 4"}) {
            QVERIFY2(text.contains(QString::fromUtf8(words)), words);
        }
        const QString chartPage = text.section(QChar(0x0c), 2, 2);
        QVERIFY2(chartPage.contains(QLatin1String("as of 2022-12-31")), qPrintable(chartPage));
        const QStringList fonts = output(QStringLiteral("pdffonts"), {pdf}).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QVERIFY(fonts.size() > 2);
        for (int i = 2; i < fonts.size(); ++i) QVERIFY2(fonts[i].contains(QLatin1String(" yes ")), qPrintable(fonts[i]));
        QCOMPARE(QDir(m_folder.path()).entryList({QStringLiteral(".*.pdf.*")}, QDir::Files | QDir::Hidden).size(), 0);
    }

    void reportIntoNoFolder() {
        const auto workspace = makeWorkspace(file(), true, true);
        const Status status =
            writeReport(workspace, query(), MapStyle{}, m_folder.filePath(QStringLiteral("absent/report.pdf")), Progress::none());
        QVERIFY(!status.ok());
        QCOMPARE(status.error().code, ErrorCode::Io);
    }

private:
    QString file() { return m_folder.filePath(QStringLiteral("w%1.mudeung").arg(++m_count)); }

    QTemporaryDir m_folder;
    int m_count = 0;
};

MUDEUNG_MAP_TEST_MAIN(TestMapRender)
#include "test_map_render.moc"
