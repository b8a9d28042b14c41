// SPDX-License-Identifier: GPL-3.0-or-later
// Base map files beneath the map: every kind that is offered, refusals, opacity, other threads, the window.
#include <QTemporaryDir>
#include <QThread>
#include <QtTest>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>
#include <qgscoordinatetransform.h>
#include <sqlite3.h>

#include "core/base/language.h"
#include "tests/support/map_test.h"
#include "tests/ui/map/made_city.h"
#include "tests/ui/map/map_window.h"
#include "ui/map/base_maps.h"
#include "ui/map/map_compose.h"
#include "ui/map/map_render.h"

using namespace mudeung;
using namespace mudeung::test;

namespace {

const QString kStops = QStringLiteral("stops");

/// A square from 126.84° 35.10° to 126.95° 35.20°, over all stops.
const char* const kSquare = "POLYGON((126.84 35.10,126.95 35.10,126.95 35.20,126.84 35.20,126.84 35.10))";

/// One polygon layer in any format that OGR writes.
void writeVector(const QString& path, const char* driver, const char* layerName) {
    GDALDriverH format = GDALGetDriverByName(driver);
    char** options = nullptr;
    GDALDatasetH file = GDALCreate(format, path.toUtf8().constData(), 0, 0, 0, GDT_Unknown, options);
    if (!file) qFatal("%s: %s", driver, CPLGetLastErrorMsg());
    OGRSpatialReferenceH wgs84 = OSRNewSpatialReference(nullptr);
    OSRImportFromEPSG(wgs84, 4326);
    OSRSetAxisMappingStrategy(wgs84, OAMS_TRADITIONAL_GIS_ORDER);
    OGRLayerH layer = GDALDatasetCreateLayer(file, layerName, wgs84, wkbPolygon, nullptr);
    OGRFeatureH feature = OGR_F_Create(OGR_L_GetLayerDefn(layer));
    OGRGeometryH square = nullptr;
    char wkt[256];
    qstrncpy(wkt, kSquare, sizeof wkt);
    char* text = wkt;
    OGR_G_CreateFromWkt(&text, wgs84, &square);
    OGR_F_SetGeometryDirectly(feature, square);
    if (OGR_L_CreateFeature(layer, feature) != OGRERR_NONE) qFatal("%s", CPLGetLastErrorMsg());
    OGR_F_Destroy(feature);
    OSRDestroySpatialReference(wgs84);
    GDALClose(file);
}

/// A plain red picture over the stops as MBTiles.
void writePictureTiles(const QString& path) {
    GDALDatasetH memory = GDALCreate(GDALGetDriverByName("MEM"), "", 128, 128, 3, GDT_Byte, nullptr);
    OGRSpatialReferenceH mercator = OSRNewSpatialReference(nullptr);
    OSRImportFromEPSG(mercator, 3857);
    GDALSetSpatialRef(memory, mercator);
    double corner[6] = {14118000.0, 120.0, 0.0, 4194000.0, 0.0, -160.0};  // about 126.82° … 126.96°, 35.08° … 35.22°
    GDALSetGeoTransform(memory, corner);
    const unsigned char red[3] = {200, 30, 30};
    for (int band = 0; band < 3; ++band) GDALFillRaster(GDALGetRasterBand(memory, band + 1), red[band], 0);
    GDALDatasetH tiles = GDALCreateCopy(GDALGetDriverByName("MBTiles"), path.toUtf8().constData(), memory, 0, nullptr, nullptr, nullptr);
    if (!tiles) qFatal("%s", CPLGetLastErrorMsg());
    GDALClose(tiles);
    GDALClose(memory);
    OSRDestroySpatialReference(mercator);
}

/// What the makers of a tile file write about themselves.
void writeAttribution(const QString& path, const char* html) {
    sqlite3* file = nullptr;
    if (sqlite3_open(path.toUtf8().constData(), &file) != SQLITE_OK) qFatal("%s", sqlite3_errmsg(file));
    const QByteArray sql = QByteArray("INSERT INTO metadata (name, value) VALUES ('attribution', '") + html + "')";
    if (sqlite3_exec(file, sql.constData(), nullptr, nullptr, nullptr) != SQLITE_OK) qFatal("%s", sqlite3_errmsg(file));
    sqlite3_close(file);
}

}  // namespace

class TestBaseMaps : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        setInterfaceLanguage(QStringLiteral("en"));
        GDALAllRegister();
        m_city = emptyWorkspace(path("w.mudeung"));
        writeStops(*m_city, kStops);
        writeVector(path("바탕.geojson"), "GeoJSON", "base");
        writeVector(path("base.gpkg"), "GPKG", "base");
        writeVector(path("vector.mbtiles"), "MVT", "base");
        writePictureTiles(path("picture.mbtiles"));
        writeAttribution(path("picture.mbtiles"), "<a href=\"x\">&copy; Makers of</a> the map");
        QFile broken(path("broken.mbtiles"));
        QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("no tiles") > 0);
        QFile text(path("broken.geojson"));
        QVERIFY(text.open(QIODevice::WriteOnly) && text.write("{") > 0);
    }

    void liesBeneathTheMap_data() {
        QTest::addColumn<QString>("file");
        for (const char* name : {"바탕.geojson", "base.gpkg", "vector.mbtiles", "picture.mbtiles"})
            QTest::newRow(name) << QString::fromUtf8(name);
    }

    void liesBeneathTheMap() {
        QFETCH(QString, file);
        MapStyle style;
        style.kind = MapKind::Circles;
        style.showPlaces = false;
        const QImage plain = draw(style);
        style.baseMaps = {{path(file.toUtf8().constData())}};
        const QImage with = draw(style);
        // Between two stops there is nothing but the base map; where a circle is, the circle is still seen over it.
        const QPoint between = pixel(126.87, 35.14), stop = pixel(126.90, 35.17);
        QVERIFY2(with.pixel(between) != plain.pixel(between), qPrintable(QColor(with.pixel(between)).name()));
        QVERIFY(with.pixel(stop) != with.pixel(between));
        style.baseMaps[0].opacity = 0.4;
        const QImage faint = draw(style);
        const auto away = [&](const QImage& image) {
            const QColor a = image.pixelColor(between), b = plain.pixelColor(between);
            return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue());
        };
        QVERIFY2(away(faint) > 0 && away(faint) < away(with), qPrintable(QStringLiteral("%1 %2").arg(away(faint)).arg(away(with))));
        style.baseMaps[0].shown = false;
        QCOMPARE(draw(style), plain);
    }

    void colours() {
        MapStyle style;
        style.kind = MapKind::Circles;
        style.baseMaps = {{path("picture.mbtiles")}};
        const QColor red = draw(style).pixelColor(pixel(126.87, 35.14));
        QVERIFY2(red.red() > 170 && red.green() < 70, qPrintable(red.name()));
        style.baseMaps = {{path("base.gpkg")}};
        const QColor light = draw(style).pixelColor(pixel(126.87, 35.14));
        QVERIFY2(light.saturation() < 16 && light.lightness() > 220, qPrintable(light.name()));
        style.dark = true;
        const QColor dark = draw(style).pixelColor(pixel(126.87, 35.14));
        QVERIFY2(dark.lightness() < 70, qPrintable(dark.name()));
    }

    void refusesWhatCannotBeOpened_data() {
        QTest::addColumn<QString>("file");
        for (const char* name : {"broken.mbtiles", "broken.geojson", "absent.gpkg", "w.mudeung"})
            QTest::newRow(name) << QString::fromUtf8(name);
    }

    void refusesWhatCannotBeOpened() {
        QFETCH(QString, file);
        MapStyle style;
        style.baseMaps = {{path(file.toUtf8().constData())}, {path("base.gpkg")}};
        const BaseMapsPtr maps = BaseMaps::open(style, nullptr);
        QCOMPARE(maps->problems().size(), 1);
        QVERIFY2(maps->problems().first().error.message.contains(file), qPrintable(maps->problems().first().error.message));
        QCOMPARE(maps->layers().size(), 1);  // the other one is drawn
    }

    void picturesNameTheirBaseMap() {
        Query query;
        query.dataset = kStops;
        MapStyle style;
        style.baseMaps = {{path("base.gpkg")}, {path("picture.mbtiles")}, {path("vector.mbtiles"), false}, {path("broken.mbtiles")}};
        const auto data = loadMapData(m_city, query, style, Progress::none());
        QVERIFY(data.ok());
        QVERIFY2((*data)->source.endsWith(QStringLiteral(" Base map: base.gpkg, picture.mbtiles (© Makers of the map).")),
                 qPrintable((*data)->source));
        style.baseMaps.clear();
        QVERIFY(!(*loadMapData(m_city, query, style, Progress::none()))->source.contains(QLatin1String("Base map")));
    }

    void filesStayOpen() {
        MapStyle style;
        style.baseMaps = {{path("base.gpkg")}};
        const BaseMapsPtr first = BaseMaps::open(style, nullptr);
        style.baseMaps[0].opacity = 0.5;
        QCOMPARE(BaseMaps::open(style, first), first);
        style.baseMaps.prepend({path("picture.mbtiles")});
        const BaseMapsPtr both = BaseMaps::open(style, first);
        QCOMPARE(both->layers().size(), 2);
        QCOMPARE(both->layers().last(), first->layers().last());
    }

    void renderMapDrawsThem() {
        Query query;
        query.dataset = kStops;
        MapStyle style;
        const auto plain = renderMap(m_city, query, style, QSize(800, 600), Progress::none());
        style.baseMaps = {{path("picture.mbtiles")}};
        // In another thread, as the window does it.
        QImage image;
        std::unique_ptr<QThread> thread(QThread::create([&] {
            const auto drawn = renderMap(m_city, query, style, QSize(800, 600), Progress::none());
            if (drawn) image = *drawn;
        }));
        thread->start();
        QVERIFY(thread->wait(20000));
        QVERIFY(plain.ok() && !image.isNull());
        int red = 0;
        for (int y = 0; y < 600; y += 7)
            for (int x = 0; x < 800; x += 7) red += image.pixelColor(x, y).red() > 170 && image.pixelColor(x, y).green() < 70;
        QVERIFY2(red > 200, qPrintable(QString::number(red)));
    }

    void windowShowsThemAndSaysWhatFails() {
        Window w;
        w.state.setWorkspace(m_city);
        w.state.setDataset(kStops);
        QVERIFY(w.settle());
        const auto before = w.canvas->layers().size();
        QSignalSpy failed(&w.state, &WorkspaceState::failed);
        MapStyle style = w.state.mapStyle();
        style.baseMaps = {{path("broken.mbtiles")}, {path("base.gpkg")}, {path("picture.mbtiles")}};
        w.state.setMapStyle(style);
        QTRY_COMPARE_WITH_TIMEOUT(w.canvas->layers().size(), before + 3, kWait);  // and the land below them
        QCOMPARE(failed.count(), 1);
        QVERIFY(!w.state.mapStyle().baseMaps[0].shown && w.state.mapStyle().baseMaps[1].shown);
        QVERIFY(w.settle());
        for (QgsMapLayer* layer : w.canvas->layers()) QCOMPARE(layer->thread(), QThread::currentThread());
        const auto layers = w.canvas->layers();
        Query query = w.state.query();
        query.groups = QStringList{QStringLiteral("child")};
        w.state.setQuery(query);
        QVERIFY(w.settle());
        QCOMPARE(w.canvas->layers(), layers);  // other numbers open no file again
        style = w.state.mapStyle();
        style.baseMaps.clear();
        w.state.setMapStyle(style);
        QVERIFY(w.settle());
        QCOMPARE(w.canvas->layers().size(), before);
        QCOMPARE(failed.count(), 1);
    }

private:
    QString path(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)); }

    /// The view of draw(): 0.12° × 0.12° around the stops, 600 × 600 pixels.
    static QgsRectangle view() {
        const QgsCoordinateTransform toMap = toMapTransform();
        return QgsRectangle::fromCenterAndSize(toMap.transform(126.89, 35.15), 12000.0, 12000.0);
    }
    static QPoint pixel(double lon, double lat) {
        const QgsPointXY at = toMapTransform().transform(lon, lat);
        return {static_cast<int>((at.x() - view().xMinimum()) / 20.0), static_cast<int>((view().yMaximum() - at.y()) / 20.0)};
    }
    QImage draw(const MapStyle& style) {
        Query query;
        query.dataset = kStops;
        const auto data = loadMapData(m_city, query, style, Progress::none());
        if (!data) qFatal("%s", qPrintable(data.error().message));
        const MapPalette palette = MapPalette::forTheme(style.dark);
        PictureStack stack;
        stack.setInput({*data, palette});
        return paintLayers(stack, view(), QSize(600, 600), 1.0, palette.background);
    }

    QTemporaryDir m_folder;
    std::shared_ptr<Workspace> m_city;
};

MUDEUNG_MAP_TEST_MAIN(TestBaseMaps)
#include "test_base_maps.moc"
