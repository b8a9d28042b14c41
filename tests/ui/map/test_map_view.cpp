// SPDX-License-Identifier: GPL-3.0-or-later
// The map of the window: layers, gestures, hover card, scale, language, and what it says when there is nothing to draw.
#include <QElapsedTimer>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTimer>
#include <QToolButton>
#include <QWheelEvent>
#include <QtTest>
#include <cmath>
#include <qgscoordinatetransform.h>
#include <qgsmapcanvas.h>
#include <qgsmaprenderersequentialjob.h>
#include <qgsmaptopixel.h>

#include "core/base/language.h"
#include "tests/support/map_test.h"
#include "tests/ui/map/made_city.h"
#include "tests/ui/map/map_window.h"
#include "ui/common/workspace_state.h"
#include "ui/map/map_compose.h"
#include "ui/map/map_overlays.h"
#include "ui/map/map_panes.h"
#include "ui/map/map_view.h"
#include "ui/map/picture_layer.h"

using namespace mudeung;
using namespace mudeung::test;

namespace {

const QString kStops = QStringLiteral("stops");
const QString kMany = QStringLiteral("many");
const QString kNowhere = QStringLiteral("nowhere");
const QString kDistricts = QStringLiteral("districts");
Query childrenOnly(Query query) {
    query.groups = QStringList{QStringLiteral("child")};
    return query;
}

}  // namespace

class TestMapView : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        QVERIFY(m_folder.isValid());
        setInterfaceLanguage(QStringLiteral("en"));
        m_city = emptyWorkspace(file());
        writeStops(*m_city, kStops);
        writeStops(*m_city, kNowhere, false);
        writeManyStops(*m_city, kMany, 3000);
        writeDistrictNumbers(*m_city, kDistricts);
        writeDongs(*m_city);
    }

    void cleanup() { setInterfaceLanguage(QStringLiteral("en")); }

    void showsDensity() {
        Window w;
        QVERIFY(w.canvas);
        QVERIFY(w.canvas->layers().isEmpty());
        QVERIFY(w.message()->isVisible() && !w.message()->text().isEmpty());
        open(w, kStops);
        QVERIFY(w.settle());
        QVERIFY(w.density());
        QVERIFY(!w.message()->isVisible());
        QVERIFY(w.overlay<LegendOverlay>()->isVisible());
        QCOMPARE(w.data()->total, 72600.0);  // (1 + … + 11) · 1100
        const QImage image = w.picture();
        QSet<QRgb> colours;
        for (int y = 0; y < image.height(); y += 3)
            for (int x = 0; x < image.width(); x += 3) colours.insert(image.pixel(x, y));
        QVERIFY2(colours.size() > 100, qPrintable(QString::number(colours.size())));
        const QColor land = MapPalette::forTheme(false).land;
        // Beside the dot that marks the busiest stop the density covers the land; nothing is painted around the one that counted zero.
        QVERIFY(image.pixelColor(w.pixelOf(QStringLiteral("1010")) + QPoint(6, 0)) != land);
        QCOMPARE(image.pixelColor(w.pixelOf(QStringLiteral("1011")) + QPoint(6, 0)), land);
    }

    void clickSelects() {
        Window w;
        open(w, kStops);
        QVERIFY(w.settle());
        QSignalSpy changed(&w.state, &WorkspaceState::selectionChanged);
        const QPoint at = w.pixelOf(QStringLiteral("1005"));
        QTest::mouseClick(w.canvas->viewport(), Qt::LeftButton, Qt::NoModifier, at + QPoint(3, -2));
        QCOMPARE(w.state.selection(), QStringList{QStringLiteral("1005")});
        QCOMPARE(changed.count(), 1);
        QTest::mouseClick(w.canvas->viewport(), Qt::LeftButton, Qt::ControlModifier, w.pixelOf(QStringLiteral("1006")));
        QCOMPARE(w.state.selection().size(), 2);
        QTest::mouseClick(w.canvas->viewport(), Qt::LeftButton, Qt::ControlModifier, at);
        QCOMPARE(w.state.selection(), QStringList{QStringLiteral("1006")});
        QTest::mouseClick(w.canvas->viewport(), Qt::LeftButton, Qt::NoModifier, (at + w.pixelOf(QStringLiteral("1006"))) / 2);
        QVERIFY(w.state.selection().isEmpty());  // open land
    }

    void boxSelectsSeveral() {
        Window w;
        open(w, kStops);
        QVERIFY(w.settle());
        const QPoint a = w.pixelOf(QStringLiteral("1004")), b = w.pixelOf(QStringLiteral("1006"));
        const QgsRectangle before = w.canvas->extent();
        drag(w.canvas->viewport(), a + QPoint(-20, -20), b + QPoint(20, 20), Qt::ShiftModifier);
        QStringList selected = w.state.selection();
        selected.sort();
        QCOMPARE(selected, (QStringList{QStringLiteral("1004"), QStringLiteral("1005"), QStringLiteral("1006")}));
        QCOMPARE(w.canvas->extent(), before);
        QTest::keyClick(w.canvas, Qt::Key_Escape);
        QVERIFY(w.state.selection().isEmpty());
    }

    void dragPans() {
        Window w;
        open(w, kStops);
        QVERIFY(w.settle());
        const QPoint at = w.pixelOf(QStringLiteral("1005"));
        drag(w.canvas->viewport(), at, at + QPoint(120, 60), Qt::NoModifier);
        QVERIFY(w.drawn());
        QVERIFY((w.pixelOf(QStringLiteral("1005")) - (at + QPoint(120, 60))).manhattanLength() <= 3);
        QVERIFY(w.state.selection().isEmpty());
    }

    void hoverCardTells() {
        Window w;
        open(w, kStops);
        QVERIFY(w.settle());
        const QString lines = w.hover(w.pixelOf(QStringLiteral("1010"))).join(QLatin1Char('|'));
        for (const char* words : {"정류장11", "1010", "12,100 trips", "Rank 1 of 12", "16.67 %"})  // 12,100 of 72,600
            QVERIFY2(lines.contains(QString::fromUtf8(words)), qPrintable(lines));
        QVERIFY(w.hover(w.pixelOf(QStringLiteral("1010")) + QPoint(0, 45)).isEmpty());
        const QRect card = w.overlay<HoverCard>()->geometry();
        QVERIFY(w.view->rect().contains(card));
    }

    /// 35.16° N, 126.85° E and the like: degrees to a metre, and the system of the map; the system alone where there is no pointer.
    void pointerIsSaidInDegrees() {
        Window w;
        open(w, kStops);
        QVERIFY(w.settle());
        auto* furniture = w.overlay<FurnitureOverlay>();
        QCOMPARE(furniture->pointerText(), QStringLiteral("EPSG:5186"));
        const QPoint at = w.pixelOf(QStringLiteral("1011"));
        (void)w.hover(at);
        const QgsCoordinateTransform toDegrees(QgsCoordinateReferenceSystem(QStringLiteral("EPSG:5186")),
                                               QgsCoordinateReferenceSystem(QStringLiteral("EPSG:4326")), QgsCoordinateTransformContext());
        const QgsPointXY degrees = toDegrees.transform(w.canvas->getCoordinateTransform()->toMapCoordinates(at));
        const QString expected = QStringLiteral("%1° N %2° E · EPSG:5186").arg(degrees.y(), 0, 'f', 5).arg(degrees.x(), 0, 'f', 5);
        QCOMPARE(furniture->pointerText(), expected);
        QVERIFY2(expected.startsWith(QLatin1String("35.")), qPrintable(expected));
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(w.view.get(), &leave);
        QCOMPARE(furniture->pointerText(), QStringLiteral("EPSG:5186"));
    }

    void wheelKeepsThePointUnderTheCursor() {
        Window w;
        open(w, kStops);
        QVERIFY(w.settle());
        const QPoint at = w.pixelOf(QStringLiteral("1009"));
        const double before = w.canvas->mapUnitsPerPixel();
        wheel(w.canvas->viewport(), at, 1);
        QVERIFY(w.drawn());
        QVERIFY(w.canvas->mapUnitsPerPixel() < before * 0.8);
        QVERIFY((w.pixelOf(QStringLiteral("1009")) - at).manhattanLength() <= 3);
        QTest::mouseClick(w.view->findChild<QToolButton*>(QStringLiteral("mapZoomCity")), Qt::LeftButton);
        QVERIFY(w.drawn());
        QVERIFY(std::abs(w.canvas->mapUnitsPerPixel() / before - 1.0) < 1e-6);
        QgsRectangle almost = w.data()->extent;
        almost.grow(-1.0);
        QVERIFY(w.canvas->extent().contains(almost));
    }

    void wholeCityFollowsTheWindow() {
        Window w(QSize(700, 500));
        open(w, kStops);
        QVERIFY(w.settle());
        w.view->resize(1300, 900);
        QVERIFY(w.drawn());
        QgsRectangle almost = w.data()->extent;
        almost.grow(-1.0);
        QVERIFY(w.canvas->extent().contains(almost));
        QVERIFY(w.canvas->mapUnitsPerPixel() * 900 < w.data()->extent.height() * 1.25);  // the city fills the larger window
        wheel(w.canvas->viewport(), QPoint(400, 400), 1);
        QVERIFY(w.drawn());
        const double close = w.canvas->mapUnitsPerPixel();
        w.view->resize(1200, 850);
        QVERIFY(w.drawn());
        QVERIFY(std::abs(w.canvas->mapUnitsPerPixel() / close - 1.0) < 0.3);  // what the user chose stays
    }

    void speaksBothLanguages() {
        Window w;
        open(w, kStops);
        QVERIFY(w.settle());
        QCOMPARE(w.overlay<LegendOverlay>()->accessibleName(), QStringLiteral("Boardings"));
        setInterfaceLanguage(QStringLiteral("ko"));
        QEvent change(QEvent::LanguageChange);
        QCoreApplication::sendEvent(w.view.get(), &change);
        QTRY_COMPARE_WITH_TIMEOUT(w.overlay<LegendOverlay>()->accessibleName(), QStringLiteral("승차"), kWait);
        QCOMPARE(w.data()->unit, QStringLiteral("건"));
    }

    void switchesKinds() {
        Window w;
        open(w, kStops);
        QVERIFY(w.settle());
        const QImage density = w.picture();
        setKind(w, MapKind::Circles);
        QVERIFY(w.settle());
        QVERIFY(w.layer<CirclesLayer>() && !w.density());
        QVERIFY(w.picture() != density);
        setKind(w, MapKind::Choropleth);
        QVERIFY(w.settle());
        QVERIFY(w.layer<ChoroplethLayer>() && !w.layer<CirclesLayer>());
        setKind(w, MapKind::Density);
        QVERIFY(w.settle());
        QCOMPARE(w.picture(), density);
    }

    void dark() {
        Window w;
        open(w, kStops);
        MapStyle style = w.state.mapStyle();
        style.dark = true;
        w.state.setMapStyle(style);
        QVERIFY(w.settle());
        QCOMPARE(w.canvas->canvasColor(), MapPalette::forTheme(true).background);
        QVERIFY(w.picture().pixelColor(w.pixelOf(QStringLiteral("1011")) + QPoint(6, 0)).lightness() < 60);
    }

    /// The one picture of the canvas is that of the single layers, of which files are made.
    void canvasShowsWhatTheLayersShow() {
        Window w;
        open(w, kStops);
        for (const MapKind kind : {MapKind::Density, MapKind::Circles, MapKind::Choropleth, MapKind::Hexagons}) {
            MapStyle style = w.state.mapStyle();
            style.kind = kind;
            w.state.setMapStyle(style);
            QVERIFY(w.settle());
            PictureStack stack;
            stack.setInput({w.data(), MapPalette::forTheme(false)});
            QgsMapSettings settings = w.canvas->mapSettings();
            const auto drawn = [&settings] {
                QgsMapRendererSequentialJob job(settings);
                job.start();
                job.waitForFinished();
                return job.renderedImage();
            };
            QCOMPARE(settings.layers().size(), 1);
            const QImage shown = drawn(), again = drawn();
            settings.setLayers(stack.layers());
            QVERIFY(settings.layers().size() > 1);
            const QImage expected = drawn();
            QCOMPARE(shown.size(), expected.size());
            QCOMPARE(again, shown);  // with the parts that were kept
            int others = 0, colours = 0;
            for (int y = 0; y < shown.height(); ++y) {
                for (int x = 0; x < shown.width(); ++x) {
                    const QRgb a = shown.pixel(x, y), b = expected.pixel(x, y);
                    const int apart =
                        std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))});
                    others += apart > 3;  // steps of blending once more or once less
                    colours += a != shown.pixel(0, 0);
                }
            }
            // The outlines of letters differ by a step of grey from one time to the next.
            QVERIFY2(others * 2000 <= shown.width() * shown.height(), qPrintable(QString::number(others)));
            QVERIFY(colours > 1000);
        }
    }

    /// What stands at the top makes room for a message; the map keeps its size and is not drawn anew.
    void messageLeavesTheMapAlone() {
        Window w;
        open(w, kStops);
        QVERIFY(w.settle());
        const QSize size = w.canvas->size();
        const QgsRectangle view = w.canvas->extent();
        const auto* button = w.view->findChild<QToolButton*>(QStringLiteral("mapZoomIn"));
        const QPoint place = button->pos();
        QSignalSpy started(w.canvas, &QgsMapCanvas::renderStarting);
        w.view->setContentsMargins(0, 40, 0, 0);
        QCoreApplication::processEvents();
        QCOMPARE(button->pos(), place + QPoint(0, 40));
        QCOMPARE(w.canvas->size(), size);
        QCOMPARE(w.canvas->extent(), view);
        w.view->setContentsMargins(0, 0, 0, 0);
        QCoreApplication::processEvents();
        QCOMPARE(button->pos(), place);
        QCOMPARE(started.count(), 0);
    }

    /// A picture that is ready when the next answer comes, but not yet taken, must not be taken for that of the answer.
    void lateJobLeavesNoPicture() {
        Window w;
        open(w, kStops);
        QVERIFY(w.settle());
        const MapDataPtr first = w.data();
        w.state.setQuery(childrenOnly(w.state.query()));
        QVERIFY(w.settle());
        const MapDataPtr second = w.data();
        QWidget ground;
        MapPanes panes(&ground);
        ground.resize(w.view->size());
        panes.arrange(ground.rect(), 0, 0, 0);
        panes.applyTheme(MapPalette::forTheme(false));
        ground.show();
        QVERIFY(QTest::qWaitForWindowExposed(&ground));
        QgsMapCanvas* canvas = panes.main()->canvas();
        const auto pictureOf = [&](const MapDataPtr& data) {
            panes.main()->setData(data);
            canvas->setExtent(w.canvas->extent());
            panes.refresh();
        };
        const auto taken = [&] {
            QSignalSpy refreshed(canvas, &QgsMapCanvas::mapCanvasRefreshed);
            (void)refreshed.wait(kWait);
            (void)QTest::qWaitFor([&] { return !canvas->isDrawing(); }, kWait);
            QTest::qWait(50);
            return canvas->grab().toImage();
        };
        pictureOf(second);
        const QImage expected = taken();
        pictureOf(first);
        const QImage other = taken();
        QVERIFY(other != expected);
        pictureOf(first);
        QSignalSpy started(canvas, &QgsMapCanvas::renderStarting);
        (void)QTest::qWaitFor([&] { return canvas->isDrawing(); }, kWait);
        QThread::msleep(300);  // drawn by now, and nobody has been told
        QVERIFY(canvas->isDrawing());
        pictureOf(second);
        QCOMPARE(taken(), expected);
    }

    void queryChangeSwapsDataOnly() {
        Window w;
        open(w, kStops);
        QVERIFY(w.settle());
        const auto layers = w.canvas->layers();
        const QgsRectangle view = w.canvas->extent();
        QSignalSpy rebuilt(w.canvas, &QgsMapCanvas::layersChanged);
        w.state.setQuery(childrenOnly(w.state.query()));
        QVERIFY(w.settle());
        QCOMPARE(w.canvas->layers(), layers);
        QCOMPARE(w.data()->total, 6600.0);
        QCOMPARE(rebuilt.count(), 0);
        QCOMPARE(w.canvas->extent(), view);
    }

    void queryChangesNeverBlock() {
        Window w;
        open(w, kMany);
        QVERIFY(w.settle());
        QElapsedTimer sinceTick;
        qint64 longest = 0;
        QTimer heart;
        heart.setTimerType(Qt::PreciseTimer);
        connect(&heart, &QTimer::timeout, this, [&] { longest = std::max(longest, sinceTick.restart()); });
        sinceTick.start();
        heart.start(5);
        const Query all = w.state.query();
        for (int i = 0; i < 12; ++i) {
            w.state.setQuery(i % 2 == 0 ? childrenOnly(all) : all);
            QTest::qWait(60);
        }
        QVERIFY(w.settle());
        heart.stop();
        QVERIFY2(longest < 250, qPrintable(QStringLiteral("%1 ms without an event").arg(longest)));
    }

    void scaleIsTheCitys() {
        Window w;
        open(w, kMany);
        QVERIFY(w.settle());
        const MapDataPtr data = w.data();
        QCOMPARE(w.state.mapMaximum(), data->scaleTop);
        // The maximum over a finer grid of the whole city, cells of 20 m.
        const QgsRectangle& e = data->extent;
        const GridSpec fine{e.xMinimum(), e.yMaximum(), 20.0, static_cast<int>(e.width() / 20.0), static_cast<int>(e.height() / 20.0)};
        const DensityGrid grid = kernelDensity(Kernel::Quartic, data->points, fine, data->bandwidthMeters);
        const double highest = *std::max_element(grid.values.begin(), grid.values.end());
        QVERIFY2(std::abs(data->largestDensity / highest - 1.0) < 0.005, qPrintable(QString::number(data->largestDensity / highest)));
        QVERIFY(data->scaleTop >= data->largestDensity && data->scaleTop < data->largestDensity * 1.35);
        wheel(w.canvas->viewport(), QPoint(200, 200), 3);
        QVERIFY(w.drawn());
        QCOMPARE(w.data(), data);  // zooming draws the same snapshot: same scale, same "highest"
        for (double v : w.density()->lastGrid()->values) QVERIFY(v <= data->largestDensity * 1.01);
    }

    void lockedScaleStays_data() {
        QTest::addColumn<int>("kind");
        QTest::newRow("density") << static_cast<int>(MapKind::Density);
        QTest::newRow("circles") << static_cast<int>(MapKind::Circles);
        QTest::newRow("choropleth") << static_cast<int>(MapKind::Choropleth);
    }

    void lockedScaleStays() {
        QFETCH(int, kind);
        Window w;
        open(w, kStops);
        setKind(w, static_cast<MapKind>(kind));
        QVERIFY(w.settle());
        const double top = w.state.mapMaximum();
        QVERIFY(top > 0.0);
        w.state.setQuery(childrenOnly(w.state.query()));
        QVERIFY(w.settle());
        QVERIFY(w.state.mapMaximum() < top / 5.0);  // unlocked, the scale follows the answer
        MapStyle style = w.state.mapStyle();
        style.lockedMaximum = top;
        w.state.setMapStyle(style);
        QVERIFY(w.settle());
        const MapDataPtr few = w.data();
        QCOMPARE(few->scaleTop, top);
        Query all = w.state.query();
        all.groups.clear();
        w.state.setQuery(all);
        QVERIFY(w.settle());
        const MapDataPtr many = w.data();
        QVERIFY(few != many);
        QCOMPARE(many->scaleTop, top);
        QCOMPARE(w.state.mapMaximum(), top);
        QCOMPARE(many->classes.upper, few->classes.upper);
        if (style.kind == MapKind::Choropleth) QCOMPARE(many->classes.upper.back(), top);
        // The same in a picture from the command line.
        const auto rendered = loadMapData(m_city, childrenOnly(all), style, Progress::none());
        QVERIFY(rendered.ok());
        QCOMPARE((*rendered)->scaleTop, top);
        QCOMPARE((*rendered)->classes.upper, many->classes.upper);
    }

    void districtsAreDissolved() {
        Window w;
        open(w, kDistricts);
        QCOMPARE(w.state.mapStyle().kind, MapKind::Choropleth);
        QVERIFY(w.settle());
        const MapDataPtr data = w.data();
        QVERIFY(data->byDistrict);
        QCOMPARE(data->areas().size(), 3);
        QVERIFY(data->hasZeroShapes && data->hasEmptyShapes);
        const auto pixel = [&](double lon, double lat) {
            const QgsPointXY at = toMapTransform().transform(lon, lat);
            return w.canvas->mapSettings().mapToPixel().transform(at).toQPointF().toPoint();
        };
        const QImage image = w.picture();
        const QColor land = MapPalette::forTheme(false).land;
        const QColor east = image.pixelColor(pixel(126.87, 35.13));
        QVERIFY(east != land);
        // No line where two dongs of one district meet.
        const QPoint border = pixel(126.89, 35.13);
        for (int dx = -4; dx <= 4; ++dx) QCOMPARE(image.pixelColor(border + QPoint(dx, 0)), east);
        // Zero is clear land, no data is hatched.
        QSet<QRgb> zero, none;
        for (int dy = 0; dy < 20; ++dy) {
            for (int dx = 0; dx < 20; ++dx) {
                zero.insert(image.pixel(pixel(126.82, 35.13) + QPoint(dx, dy)));
                none.insert(image.pixel(pixel(126.86, 35.115) + QPoint(dx, dy)));
            }
        }
        QCOMPARE(zero.size(), 1);
        QCOMPARE(QColor(*zero.begin()), land);
        QVERIFY(none.size() > 1);

        const QString card = w.hover(pixel(126.87, 35.13)).join(QLatin1Char('|'));
        for (const char* words : {"동구", "44,000 trips", "Rank 1 of 2", "100.00 %"})
            QVERIFY2(card.contains(QString::fromUtf8(words)), qPrintable(card));
        QVERIFY(w.hover(pixel(126.87, 35.10)).contains(QStringLiteral("no data")));
        QTest::mouseClick(w.canvas->viewport(), Qt::LeftButton, Qt::NoModifier, pixel(126.87, 35.13));
        QCOMPARE(w.state.selection(), QStringList{QStringLiteral("29110")});
    }

    void withoutCoordinatesThereIsASentence() {
        Window w;
        open(w, kStops);
        QVERIFY(w.settle());
        w.state.setDataset(kNowhere);
        QTRY_VERIFY_WITH_TIMEOUT(w.message()->isVisible(), kWait);
        QVERIFY2(w.message()->text().contains(QLatin1String("coordinates")), qPrintable(w.message()->text()));
        QVERIFY(w.canvas->layers().isEmpty());
        QVERIFY(!w.overlay<LegendOverlay>()->isVisible());
        QCOMPARE(w.state.mapMaximum(), 0.0);
        w.state.setDataset(kStops);
        QVERIFY(w.settle());
        QVERIFY(!w.message()->isVisible());
    }

    void removedDataset() {
        const auto workspace = emptyWorkspace(file());
        writeStops(*workspace, kStops);
        Window w;
        w.state.setWorkspace(workspace);
        QVERIFY(w.settle());
        QVERIFY(workspace->removeDataset(kStops).ok());
        w.state.reloadDatasets();
        QTRY_VERIFY_WITH_TIMEOUT(w.canvas->layers().isEmpty() && w.message()->isVisible(), kWait);
        QVERIFY(!w.message()->text().isEmpty());
        QVERIFY(w.hover(QPoint(300, 300)).isEmpty());
        QTest::mouseClick(w.canvas->viewport(), Qt::LeftButton, Qt::NoModifier, QPoint(300, 300));
        QVERIFY(w.state.selection().isEmpty());
    }

    void workspaceGoesWhileAJobRuns() {
        const auto other = emptyWorkspace(file());
        writeStops(*other, kStops);
        Window w;
        for (int i = 0; i < 14; ++i) {
            w.state.setWorkspace(m_city);
            w.state.setDataset(kMany);
            QTest::qWait(i * 7);
            if (i % 3 == 0) w.state.setWorkspace(nullptr);
            w.state.setWorkspace(i % 2 == 0 ? other : nullptr);
            QTest::qWait(i % 4);
        }
        w.state.setWorkspace(other);
        QVERIFY(w.settle());
        QCOMPARE(w.data()->places.size(), 12);
        w.state.setWorkspace(nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(w.canvas->layers().isEmpty() && w.message()->isVisible(), kWait);
    }

    void windowGoesWhileAJobRuns() {
        for (int i = 0; i < 6; ++i) {
            Window w(QSize(600, 500));
            open(w, kMany);
            QTest::qWait(i * 25);
        }
    }

    void attributionIsWhole() {
        Window w(QSize(480, 420));
        open(w, kStops);
        QVERIFY(w.settle());
        auto* furniture = w.overlay<FurnitureOverlay>();
        const QString narrow = furniture->stripLines().join(QLatin1Char(' '));
        QVERIFY(narrow.contains(w.data()->source) && narrow.contains(w.data()->located));
        const int height = furniture->stripHeight();
        QVERIFY(w.overlay<LegendOverlay>()->geometry().bottom() <= w.view->height() - height);
        w.view->resize(1500, 800);
        QVERIFY(furniture->stripHeight() < height);
    }

private:
    QString file() { return m_folder.filePath(QStringLiteral("w%1.mudeung").arg(++m_count)); }

    void open(Window& w, const QString& dataset) {
        w.state.setWorkspace(m_city);
        w.state.setDataset(dataset);
    }

    static void setKind(Window& w, MapKind kind) {
        MapStyle style = w.state.mapStyle();
        style.kind = kind;
        w.state.setMapStyle(style);
    }

    QTemporaryDir m_folder;
    int m_count = 0;
    std::shared_ptr<Workspace> m_city;
};

MUDEUNG_MAP_TEST_MAIN(TestMapView)
#include "test_map_view.moc"
