// SPDX-License-Identifier: GPL-3.0-or-later
// Vector layers: coordinates and reference systems of a known place, text of a Shapefile letter by letter, exact numbers.
#include <cmath>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include "core/import/byte_source.h"
#include "tests/core/import/reader_fixture.h"
#include "tests/support/real_data.h"

using namespace mudeung;
using test::Cells;
using test::ReadRows;

namespace {

// Seoul City Hall. Metres by: echo "126.9780 37.5665" | gdaltransform -s_srs EPSG:4326 -t_srs EPSG:5186 (5179, 5174)
constexpr double kLongitude = 126.9780;
constexpr double kLatitude = 37.5665;

struct Layer {
    QString path;
    const char* driver = "GPKG";
    int epsg = 4326;
    double x = kLongitude;
    double y = kLatitude;
    const char* encoding = nullptr;
    QString text = QStringLiteral("서울특별시청");
};

void write(const Layer& wanted) {
    registerFormats();
    GDALDataset* dataset =
        GetGDALDriverManager()->GetDriverByName(wanted.driver)->Create(wanted.path.toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr);
    QVERIFY(dataset != nullptr);
    OGRSpatialReference reference;
    QVERIFY(reference.importFromEPSG(wanted.epsg) == OGRERR_NONE);
    reference.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    const std::string encoding = std::string("ENCODING=") + (wanted.encoding == nullptr ? "" : wanted.encoding);
    const char* options[] = {encoding.c_str(), nullptr};
    OGRLayer* layer =
        dataset->CreateLayer("places", &reference, wkbPoint, wanted.encoding == nullptr ? nullptr : const_cast<char**>(options));
    QVERIFY(layer != nullptr);
    OGRFieldDefn name("name", OFTString), id("id", OFTInteger64), rate("rate", OFTReal), day("day", OFTDate);
    name.SetWidth(40);
    rate.SetWidth(24);
    rate.SetPrecision(15);
    for (OGRFieldDefn* field : {&name, &id, &rate, &day}) QVERIFY(layer->CreateField(field) == OGRERR_NONE);
    for (int i = 0; i < 2; ++i) {
        OGRFeature feature(layer->GetLayerDefn());
        if (i == 0) {
            feature.SetField(0, wanted.text.toUtf8().constData());
            feature.SetField(1, static_cast<GIntBig>(9007199254740993LL));
            feature.SetField(2, 0.3);
            feature.SetField(3, 2024, 4, 5);
            OGRPoint point(wanted.x, wanted.y);
            feature.SetGeometry(&point);
        }
        QVERIFY(layer->CreateFeature(&feature) == OGRERR_NONE);
    }
    GDALClose(dataset);
}

std::pair<double, double> pointOf(const std::string& wkb) {
    OGRGeometry* geometry = nullptr;
    if (OGRGeometryFactory::createFromWkb(wkb.data(), nullptr, &geometry, wkb.size()) != OGRERR_NONE) return {0, 0};
    const std::unique_ptr<OGRGeometry> owner(geometry);
    if (wkbFlatten(geometry->getGeometryType()) != wkbPoint) return {0, 0};
    return {geometry->toPoint()->getX(), geometry->toPoint()->getY()};
}

}  // namespace

class TestOgrReader : public QObject {
    Q_OBJECT

private slots:
    void landmark_data() {
        QTest::addColumn<QString>("driver");
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("epsg");
        QTest::addColumn<double>("x");
        QTest::addColumn<double>("y");
        for (const auto& [driver, file] : {std::pair("GPKG", "h.gpkg"), std::pair("ESRI Shapefile", "h.shp")}) {
            const auto add = [&, d = driver, f = file](int epsg, double x, double y) {
                QTest::addRow("%s %d", d, epsg)
                    << QString::fromLatin1(d) << QStringLiteral("%1_%2").arg(epsg).arg(QLatin1String(f)) << epsg << x << y;
            };
            add(4326, kLongitude, kLatitude);
            add(5186, 198056.366737027, 551885.030588716);
            add(5179, 953901.165312152, 1952032.08097909);
            add(5174, 197986.745506557, 451579.850956347);
        }
        QTest::newRow("GeoJSON") << QStringLiteral("GeoJSON") << QStringLiteral("h.geojson") << 4326 << kLongitude << kLatitude;
    }
    void landmark() {
        QFETCH(QString, driver);
        QFETCH(QString, file);
        QFETCH(int, epsg);
        QFETCH(double, x);
        QFETCH(double, y);
        Layer layer;
        const QByteArray driverName = driver.toLatin1();
        layer.path = m_files.path(file);
        layer.driver = driverName.constData();
        layer.epsg = epsg;
        if (driver.startsWith(QStringLiteral("ESRI"))) layer.encoding = "UTF-8";
        layer.x = x;
        layer.y = y;
        write(layer);
        const ReadRows read = test::readAll(openRowSource(layer.path));
        QVERIFY2(read.error.isEmpty(), qPrintable(read.error));
        QCOMPARE(read.info.container, QStringLiteral("ogr"));
        QCOMPARE(read.info.crs, QStringLiteral("EPSG:%1").arg(epsg));
        QCOMPARE(read.info.geometryType, QStringLiteral("point"));
        QCOMPARE(read.rows.size(), size_t(3));
        const auto [readX, readY] = pointOf(read.wkb[1]);
        const double tolerance = epsg == 4326 ? 1e-7 : 1e-6;
        QVERIFY2(std::abs(readX - x) < tolerance && std::abs(readY - y) < tolerance,
                 qPrintable(QStringLiteral("%1 %2").arg(readX, 0, 'f', 9).arg(readY, 0, 'f', 9)));
        QVERIFY(read.wkb[0].empty() && read.wkb[2].empty());
        OGRSpatialReference from, to;
        QVERIFY(from.SetFromUserInput(read.info.crs.toLatin1().constData()) == OGRERR_NONE && to.importFromEPSG(4326) == OGRERR_NONE);
        from.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        to.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        const std::unique_ptr<OGRCoordinateTransformation> transformation(OGRCreateCoordinateTransformation(&from, &to));
        double longitude = readX;
        double latitude = readY;
        QVERIFY(transformation != nullptr && transformation->Transform(1, &longitude, &latitude));
        QVERIFY(std::abs(longitude - kLongitude) < 1e-6 && std::abs(latitude - kLatitude) < 1e-6);
    }

    void cells() {
        Layer layer;
        layer.path = m_files.path(QStringLiteral("c.gpkg"));
        write(layer);
        const ReadRows read = test::readAll(openRowSource(layer.path));
        QVERIFY2(read.error.isEmpty(), qPrintable(read.error));
        QVERIFY(read.rows[0] == (Cells{"name", "id", "rate", "day"}));
        QVERIFY(read.rows[1] == (Cells{"서울특별시청", "9007199254740993", "0.3", "2024-04-05"}));
        QVERIFY(read.rows[2] == (Cells{"", "", "", ""}));
        QCOMPARE(read.lines, (std::vector<qint64>{0, 1, 2}));
        QCOMPARE(read.info.entry, QStringLiteral("places"));
        SourceOptions options;
        options.sheet = QStringLiteral("roads");
        const ReadRows absent = test::readAll(openRowSource(layer.path, options));
        QVERIFY2(absent.error.contains(QStringLiteral("roads")), qPrintable(absent.error));
    }

    /// With and without the .cpg beside it, and with one that lies.
    void shapefileText_data() {
        QTest::addColumn<QString>("encoding");
        QTest::addColumn<QByteArray>("announced");
        QTest::addColumn<QString>("decided");
        QTest::addColumn<int>("warnings");
        QTest::newRow("CP949 announced") << QStringLiteral("CP949") << QByteArray("CP949") << QStringLiteral("CP949") << 0;
        QTest::newRow("EUC-KR announced") << QStringLiteral("CP949") << QByteArray("EUC-KR\r\n") << QStringLiteral("CP949") << 0;
        QTest::newRow("CP949 silent") << QStringLiteral("CP949") << QByteArray() << QStringLiteral("CP949") << 0;
        QTest::newRow("CP949 as UTF-8") << QStringLiteral("CP949") << QByteArray("UTF-8") << QStringLiteral("CP949") << 1;
        QTest::newRow("UTF-8 announced") << QStringLiteral("UTF-8") << QByteArray("UTF-8") << QStringLiteral("UTF-8") << 0;
        QTest::newRow("UTF-8 silent") << QStringLiteral("UTF-8") << QByteArray() << QStringLiteral("UTF-8") << 0;
        QTest::newRow("announced in an unknown way") << QStringLiteral("CP949") << QByteArray("ANSI 949") << QStringLiteral("CP949") << 0;
    }
    void shapefileText() {
        QFETCH(QString, encoding);
        QFETCH(QByteArray, announced);
        QFETCH(QString, decided);
        QFETCH(int, warnings);
        const QByteArray encodingBytes = encoding.toLatin1();
        Layer layer;
        layer.path = m_files.path(QStringLiteral("s%1.shp").arg(m_number++));
        layer.driver = "ESRI Shapefile";
        layer.encoding = encodingBytes.constData();
        layer.text = QStringLiteral("똠방각하 펲시 힣, 漢江①");
        write(layer);
        QString cpg = layer.path;
        cpg.chop(3);
        cpg += QStringLiteral("cpg");
        QFile::remove(cpg);
        if (!announced.isEmpty()) m_files.write(QFileInfo(cpg).fileName(), announced);
        for (const char* suffix : {"shp", "dbf"}) {
            QString part = layer.path;
            part.chop(3);
            const ReadRows read = test::readAll(openRowSource(part + QLatin1String(suffix)));
            QVERIFY2(read.error.isEmpty(), qPrintable(read.error));
            QCOMPARE(QString::fromStdString(read.rows[1][0]), layer.text);
            QCOMPARE(read.info.encoding, decided);
            QCOMPARE(static_cast<int>(read.info.warnings.size()), warnings);
        }
    }

    void shapefileForcedWrongly() {
        Layer layer;
        layer.path = m_files.path(QStringLiteral("forced.shp"));
        layer.driver = "ESRI Shapefile";
        layer.encoding = "CP949";
        write(layer);
        SourceOptions options;
        options.encoding = QStringLiteral("UTF-8");
        const ReadRows read = test::readAll(openRowSource(layer.path, options));
        QVERIFY2(read.error.contains(QStringLiteral("feature 1, field 1")), qPrintable(read.error));
        QVERIFY2(read.error.contains(QStringLiteral("0xBC")), qPrintable(read.error));  // 서 is BC AD
    }

    void damagedLayers() {
        Layer layer;
        layer.path = m_files.path(QStringLiteral("whole.gpkg"));
        write(layer);
        QFile file(layer.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const ReadRows cut = m_files.read(QStringLiteral("cut.gpkg"), file.read(9000));
        QVERIFY2(!cut.error.isEmpty() && cut.error.contains(QStringLiteral("cut.gpkg")), qPrintable(cut.error));
        const ReadRows broken =
            m_files.read(QStringLiteral("b.geojson"), "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",");
        QVERIFY2(!broken.error.isEmpty() && broken.error.contains(QStringLiteral("b.geojson")), qPrintable(broken.error));
        const ReadRows alone = m_files.read(QStringLiteral("alone.shp"), QByteArray("\0\0\x27\x0A", 4) + QByteArray(96, '\0'));
        QVERIFY2(alone.error.contains(QStringLiteral("alone.shp")) || alone.rows.size() <= 1, qPrintable(alone.error));
    }

    void realShapefile() {
        MUDEUNG_REAL_FILE(path, "welfare/busan_senior_center_shp/tl_senior_center.shp");
        const ReadRows read = test::readAll(openRowSource(path));
        QVERIFY2(read.error.isEmpty(), qPrintable(read.error));
        QCOMPARE(read.info.encoding, QStringLiteral("CP949"));
        for (const auto& row : read.rows) {
            for (const auto& cell : row) QVERIFY(!QString::fromStdString(cell).contains(QChar(0xFFFD)));
        }
    }

private:
    test::Files m_files;
    int m_number = 0;
};

QTEST_GUILESS_MAIN(TestOgrReader)
#include "test_ogr_reader.moc"
