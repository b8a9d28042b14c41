// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the layers: density against the plain sum, panning, circles, the colour ramps.
#include <QPainter>
#include <QtTest>
#include <cmath>
#include <numbers>
#include <qgsmaprenderercustompainterjob.h>
#include <qgsmapsettings.h>
#include <qgsrendercontext.h>
#include <random>

#include "core/base/format.h"
#include "tests/support/map_test.h"
#include "ui/map/class_limits.h"
#include "ui/map/density_picture.h"
#include "ui/map/map_compose.h"
#include "ui/map/map_data.h"
#include "ui/map/map_furniture.h"
#include "ui/map/picture_layer.h"

using namespace mudeung;

namespace {

double bruteForce(const MapData& data, double x, double y) {
    long double sum = 0.0L;
    const long double h = data.bandwidthMeters;
    for (const WeightedPoint& p : data.points) {
        const long double u2 = ((x - p.x) * (x - p.x) + (y - p.y) * (y - p.y)) / (h * h);
        if (u2 < 1.0L) sum += p.weight * (1.0L - u2) * (1.0L - u2);
    }
    return static_cast<double>(sum * 3.0L / std::numbers::pi_v<long double> / (h * h) * 1e6L);
}

std::shared_ptr<MapData> made(MapKind kind) {
    auto data = std::make_shared<MapData>();
    data->style.kind = kind;
    data->style.showPlaces = false;
    data->city = std::make_shared<CityShapes>();
    data->extent = QgsRectangle(180000, 280000, 192000, 288000);
    data->bandwidthMeters = 500.0;
    std::mt19937_64 random(4);
    std::uniform_real_distribution<double> x(181000, 191000), y(281000, 287000), weight(1, 1e5);
    for (int i = 0; i < 300; ++i) {
        data->points.push_back({x(random), y(random), weight(random)});
        data->places.append({nullptr, nullptr, QPointF(data->points.back().x, data->points.back().y), data->points.back().weight, 0.0});
    }
    data->scaleTop = 5e6;
    return data;
}

const QColor kBackground(255, 255, 255);

QImage paint(const PictureStack& stack, const QgsRectangle& extent, QSize size) {
    return paintLayers(stack, extent, size, 1.0, kBackground);
}

/// As the window draws them: the parts of the city that lie on each other are one picture, which is kept.
QImage paintOnCanvas(PictureStack& stack, const QgsRectangle& extent, QSize size) {
    QgsMapSettings settings;
    settings.setDestinationCrs(QgsCoordinateReferenceSystem(mapCrsId()));
    settings.setOutputSize(size);
    settings.setExtent(extent);
    settings.setLayers(stack.canvasLayers());
    settings.setBackgroundColor(kBackground);
    settings.setFlag(Qgis::MapSettingsFlag::Antialiasing, true);
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(kBackground);
    QPainter painter(&image);
    QgsMapRendererCustomPainterJob job(settings, &painter);
    job.renderSynchronously();
    return image;
}

int difference(QRgb a, QRgb b) {
    return std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))});
}

}  // namespace

class TestMapLayers : public QObject {
    Q_OBJECT
private slots:
    void densityPictureIsTheExactSum() {
        const auto data = made(MapKind::Density);
        PictureStack stack;
        stack.setInput({data, MapPalette::forTheme(false)});
        QVERIFY(!paint(stack, data->extent, QSize(900, 600)).isNull());
        const auto grid = stack.density()->lastGrid();
        QVERIFY(grid);
        double mass = 0.0, weights = 0.0, worst = 0.0, largest = 0.0;
        for (double v : grid->values) largest = std::max(largest, v);
        const GridSpec& g = grid->spec;
        for (int row = 0; row < g.rows; ++row) {
            for (int column = 0; column < g.columns; ++column) {
                mass += grid->at(row, column) * g.cellSize * g.cellSize / 1e6;
                if ((row * 31 + column) % 7 != 0) continue;
                const double expected = bruteForce(*data, g.originX + (column + 0.5) * g.cellSize, g.originY - (row + 0.5) * g.cellSize);
                worst = std::max(worst, std::abs(grid->at(row, column) - expected) / std::max(expected, largest * 1e-9));
            }
        }
        for (const WeightedPoint& p : data->points) weights += p.weight;
        QVERIFY2(worst <= 1e-6, qPrintable(QString::number(worst)));
        QVERIFY2(std::abs(mass / weights - 1.0) <= 0.005, qPrintable(QString::number(mass / weights, 'g', 10)));
    }

    void pixelsShowTheGrid() {
        const auto data = made(MapKind::Density);
        const MapPalette palette = MapPalette::forTheme(false);
        PictureStack stack;
        stack.setInput({data, palette});
        const QImage image = paint(stack, data->extent, QSize(900, 600));
        const double perPixel = data->extent.width() / 900.0;
        int looked = 0;
        for (int y = 20; y < 580; y += 23) {
            for (int x = 20; x < 880; x += 29) {
                const double value =
                    bruteForce(*data, data->extent.xMinimum() + (x + 0.5) * perPixel, data->extent.yMaximum() - (y + 0.5) * perPixel);
                const QColor over = palette.densityAt(value / data->scaleTop);
                const auto blend = [&](int c, int ground) { return static_cast<int>(c * over.alphaF() + ground * (1.0 - over.alphaF())); };
                const QRgb expected = qRgb(blend(over.red(), 255), blend(over.green(), 255), blend(over.blue(), 255));
                QVERIFY2(difference(image.pixel(x, y), expected) <= 14, qPrintable(QStringLiteral("%1 %2").arg(x).arg(y)));
                ++looked;
            }
        }
        QVERIFY(looked > 500);
    }

    void panningKeepsColours() {
        const auto data = made(MapKind::Density);
        PictureStack stack;
        stack.setInput({data, MapPalette::forTheme(false)});
        const QImage whole = paint(stack, data->extent, QSize(900, 600));
        const double perPixel = data->extent.width() / 900.0;
        QgsRectangle moved = data->extent;
        const int dx = 137, dy = 61;
        moved += QgsVector(dx * perPixel, -dy * perPixel);
        const QImage panned = paint(stack, moved, QSize(900, 600));
        for (int y = 100; y < 500; y += 7) {
            for (int x = 200; x < 700; x += 7) QVERIFY(difference(whole.pixel(x, y), panned.pixel(x - dx, y - dy)) <= 3);
        }
    }

    void bothSignsShareOneScale() {
        const auto data = made(MapKind::Density);
        data->points = {{183000, 284000, 1000.0}, {189000, 284000, -1000.0}};
        data->bandwidthMeters = 1000.0;
        std::vector<QRgb> table;
        for (int i = 0; i <= 1000; ++i) table.push_back(qRgb(i / 4, 0, 250 - i / 4));
        const QSize size(900, 600);
        QImage image(size, QImage::Format_ARGB32_Premultiplied);
        image.fill(kBackground);
        QgsMapSettings settings;
        settings.setOutputSize(size);
        settings.setExtent(data->extent);
        QgsRenderContext context = QgsRenderContext::fromMapSettings(settings);
        QPainter painter(&image);
        context.setPainter(&painter);
        const double peak = 3.0 / std::numbers::pi * 1000.0;  // of a thousand at one point, per km², h = 1 km
        QVERIFY(drawDensity(context, *data, -peak, peak, table));
        painter.end();
        const double perPixel = data->extent.width() / 900.0;
        const auto at = [&](double x, double y) {
            return image.pixel(static_cast<int>((x - data->extent.xMinimum()) / perPixel),
                               static_cast<int>((data->extent.yMaximum() - y) / perPixel));
        };
        QVERIFY(difference(at(183000, 284000), table.back()) <= 1);
        QVERIFY(difference(at(189000, 284000), table.front()) <= 1);
        QCOMPARE(at(186000, 284000), table[500]);
        // (1 − ½²)² of the peak half a bandwidth away
        QVERIFY(difference(at(183500, 284000), table[500 + 281]) <= 3);
        QVERIFY(difference(at(188500, 284000), table[500 - 281]) <= 3);
        QVERIFY(!drawDensity(context, *data, 1.0, 1.0, table));
    }

    void zeroIsClear() {
        const auto data = made(MapKind::Density);
        data->points = {{186000, 284000, 1000.0}};
        PictureStack stack;
        stack.setInput({data, MapPalette::forTheme(false)});
        const QImage image = paint(stack, data->extent, QSize(900, 600));
        QCOMPARE(QColor(image.pixel(10, 10)), kBackground);
        QVERIFY(image.pixel(450, 300) != image.pixel(10, 10));
    }

    void circlesLieWhereThePlacesAre() {
        const auto data = made(MapKind::Circles);
        const QString big = QStringLiteral("big"), small = QStringLiteral("small");
        data->places = {{&big, nullptr, QPointF(183000, 286000), 100.0, 0.8}, {&small, nullptr, QPointF(189000, 282000), 25.0, 0.2}};
        data->scaleTop = 100.0;
        PictureStack stack;
        stack.setInput({data, MapPalette::forTheme(false)});
        const QImage image = paint(stack, data->extent, QSize(1200, 800));
        const double perPixel = data->extent.width() / 1200.0;
        for (const MapPlace& place : data->places) {
            const QPointF centre((place.at.x() - data->extent.xMinimum()) / perPixel, (data->extent.yMaximum() - place.at.y()) / perPixel);
            int left = 0, right = 0, up = 0, down = 0;
            const auto inked = [&](double dx, double dy) {
                return QColor(image.pixel(static_cast<int>(centre.x() + dx), static_cast<int>(centre.y() + dy))) != kBackground;
            };
            while (inked(-left - 1, 0)) ++left;
            while (inked(right + 1, 0)) ++right;
            while (inked(0, -up - 1)) ++up;
            while (inked(0, down + 1)) ++down;
            const double radius = kLargestCircleRadius * std::sqrt(place.value / data->scaleTop);
            for (int reach : {left, right, up, down}) QVERIFY2(std::abs(reach - radius) <= 2.0, qPrintable(QString::number(reach)));
        }
    }

    void circleAreasAreProportional() {
        QVERIFY(std::abs(std::pow(circleRadius(80, 100) / circleRadius(20, 100), 2) - 4.0) < 1e-9);
        QCOMPARE(circleRadius(0, 100), 0.0);
        QCOMPARE(circleRadius(100, 100, 100000), kLargestCircleRadiusOfMany);
        // Many circles are smaller, so that they do not lie on each other; the number of places alone decides.
        QCOMPARE(circleRadius(100, 100, 94), kLargestCircleRadius);
        const double some = circleRadius(100, 100, 300);
        QVERIFY2(some > kLargestCircleRadiusOfMany && some < kLargestCircleRadius, qPrintable(QString::number(some)));
        QVERIFY(std::abs(std::pow(circleRadius(80, 100, 100000) / circleRadius(20, 100, 100000), 2) - 4.0) < 1e-9);
    }

    /// Between filled areas of a dark map the boundary is darker than they are, around land without a number lighter than it.
    void boundariesShowOnDarkMaps() {
        const auto data = made(MapKind::Choropleth);
        auto city = std::make_shared<CityShapes>();
        for (int i = 0; i < 3; ++i) {
            CityShape shape;
            shape.code = QString::number(i);
            shape.box = QgsRectangle(181000 + 3000 * i, 282000, 184000 + 3000 * i, 286000);
            shape.rings = {QPolygonF(shape.box.toRectF())};
            city->shapes.append(shape);
        }
        data->city = city;
        data->shapeValues = {4.0, 10.0, 0.0};
        data->shapeSilent = {false, false, false};
        data->classes.upper = {5.0, 10.0};
        // A map of places comes before: its boundaries must not be kept.
        const auto places = made(MapKind::Density);
        places->city = city;
        PictureStack stack;
        stack.setInput({places, MapPalette::forTheme(true)});
        QVERIFY(!paintOnCanvas(stack, data->extent, QSize(1200, 800)).isNull());
        stack.setInput({data, MapPalette::forTheme(true)});
        const QImage image = paintOnCanvas(stack, data->extent, QSize(1200, 800));
        const auto lightest = [&](double x, bool most) {
            // Lines are less than two pixels wide and may lie between two.
            int found = most ? 0 : 255;
            const int column = static_cast<int>((x - data->extent.xMinimum()) / 10.0);
            for (int dx = -2; dx <= 2; ++dx) {
                const int light = image.pixelColor(column + dx, 400).lightness();
                found = most ? std::max(found, light) : std::min(found, light);
            }
            return found;
        };
        const int low = lightest(182500, true), high = lightest(185500, true), land = lightest(188500, true);
        QVERIFY2(low > land + 20 && high > land + 20, qPrintable(QStringLiteral("%1 %2 %3").arg(low).arg(high).arg(land)));
        QVERIFY2(lightest(184000, false) < std::min(low, high) - 20, qPrintable(QString::number(lightest(184000, false))));
        QVERIFY2(lightest(190000, true) > land + 20, qPrintable(QString::number(lightest(190000, true))));
    }

    /// Whatever the scale, which makes letters a little wider or narrower: no line leaves the box.
    void legendsKeepTheirLines() {
        const auto data = made(MapKind::Density);
        const MapPalette palette = MapPalette::forTheme(false);
        data->measureName = QStringLiteral("Boardings");
        for (const double scale : {0.88, 0.93, 0.954, 1.03, 1.06}) {
            for (int letters = 1; letters < 40; ++letters) {
                // In small letters, whose widths change most.
                data->unit = QStringLiteral("rides of people that ") + QString(letters, QLatin1Char('i'));
                const QSizeF size = legendSize(*data, palette, scale);
                QImage image(static_cast<int>(size.width()) + 60, static_cast<int>(size.height()) + 30, QImage::Format_RGB32);
                image.fill(Qt::magenta);
                QPainter painter(&image);
                paintLegend(painter, QPointF(0, 0), *data, palette, scale);
                painter.end();
                const int width = static_cast<int>(size.width()) + 2, height = static_cast<int>(size.height()) + 2;
                int outside = 0;
                for (int y = 0; y < image.height(); ++y) {
                    const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
                    for (int x = y < height ? width : 0; x < image.width(); ++x) outside += line[x] != QColor(Qt::magenta).rgb();
                }
                QVERIFY2(outside == 0, qPrintable(QStringLiteral("%1 at %2").arg(data->unit).arg(scale)));
            }
        }
    }

    void rampsAreThereAndEven_data() {
        QTest::addColumn<QString>("id");
        QTest::newRow("viridis") << QStringLiteral("viridis");
        QTest::newRow("cividis") << QStringLiteral("cividis");
        QTest::newRow("batlow") << QStringLiteral("batlow");
    }

    void rampsAreThereAndEven() {
        QFETCH(QString, id);
        const ColorRamp ramp = ColorRamp::named(id);
        const auto light = [](const QColor& c) { return 0.2126 * c.redF() + 0.7152 * c.greenF() + 0.0722 * c.blueF(); };
        QVERIFY(light(ramp.at(1.0)) - light(ramp.at(0.0)) > 0.5);
        for (int i = 1; i <= 50; ++i) QVERIFY(light(ramp.at(i / 50.0)) >= light(ramp.at((i - 1) / 50.0)) - 1e-3);
        QVERIFY(ramp.at(0.5) != ColorRamp::named(QStringLiteral("no such ramp")).at(0.5));
    }

    void classLimitsAreRoundAndExact() {
        const std::vector<double> values{0.31, 12.7, 13.1, 402.25, 1234.5, 1236.1, 99871.2};
        const Classes exact = fisherJenks(values, 4);
        const Classes rounded = roundedLimits(exact, values);
        QCOMPARE(rounded.count(), exact.count());
        for (double v : values) QCOMPARE(rounded.classOf(v), exact.classOf(v));
        const int decimals = limitDecimals(rounded);
        for (double limit : rounded.upper) {
            // What the legend prints is what decides the colour.
            QCOMPARE(formatNumber(limit, decimals).remove(QLatin1Char(',')).toDouble(), limit);
        }
        QCOMPARE(rounded.upper.back(), 100000.0);
        QCOMPARE(rounded.lowest, 0.0);
        QCOMPARE(roundedLimits(Classes{1.0, {0.304, 7.0}, 1.0}, {0.304, 0.3061, 7.0}).upper.front(), 0.305);
        QCOMPARE(equalSteps(1000.0, 5).upper, (std::vector<double>{200, 400, 600, 800, 1000}));
        QCOMPARE(limitDecimals(equalSteps(2.0, 5)), 1);
    }

    void scaleEndsAreReadable() {
        QCOMPARE(niceCeiling(5.1e6), 6e6);
        QCOMPARE(niceCeiling(1.0), 1.0);
        QCOMPARE(niceCeiling(0.083), 0.09);
        QCOMPARE(niceCeiling(0.091), 0.1);
        QCOMPARE(niceCeiling(6.32e6), 7e6);
        QCOMPARE(scaleBarFor(10.0, 140.0).meters, 1000.0);
        QCOMPARE(scaleBarFor(10.0, 140.0).pixels, 100.0);
    }
};

MUDEUNG_MAP_TEST_MAIN(TestMapLayers)
#include "test_map_layers.moc"
