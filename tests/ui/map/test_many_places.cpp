// SPDX-License-Identifier: GPL-3.0-or-later
// Maps of very many places: the sum that gives the end of the scale is what is drawn, wherever that shows what a sum for the view would.
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <random>

#include "core/analysis/density/density.h"
#include "tests/support/map_test.h"
#include "ui/map/map_compose.h"
#include "ui/map/picture_layer.h"

using namespace mudeung;

namespace {

constexpr int kPlaces = 22000;
const QColor kBackground(255, 255, 255);

Dataset ridership() {
    Dataset d;
    d.id = QStringLiteral("many");
    d.title = QStringLiteral("Many places");
    d.placeKind = QStringLiteral("bus_stop");
    d.timeStep = TimeStep::Year;
    d.measures = {{QStringLiteral("boardings"), QStringLiteral("Boardings"), QStringLiteral("승차"), QStringLiteral("trips"),
                   QStringLiteral("건"), Aggregation::Sum, 0}};
    d.scheme = {QStringLiteral("ticket"), {{QStringLiteral("all"), QStringLiteral("All"), QStringLiteral("전체"), -1, -1}}};
    d.period = {QDate(2022, 1, 1), QDate(2022, 12, 31)};
    return d;
}

/// Around five centres and everywhere else; some places count nothing, one lies in another city.
CubeData made() {
    CubeData data;
    data.dataset = ridership();
    MonthCells cells{1, 1, 1, 1, kPlaces, {}};
    std::mt19937 random(9);
    std::normal_distribution<double> near(0.0, 0.012);
    std::uniform_real_distribution<double> lon(126.70, 127.00), lat(35.05, 35.25);
    std::vector<std::pair<double, double>> centres;
    for (int i = 0; i < 5; ++i) centres.emplace_back(lon(random), lat(random));
    for (int i = 0; i < kPlaces; ++i) {
        Place place{QStringLiteral("P%1").arg(i, 5, 10, QLatin1Char('0')), QStringLiteral("정류장%1").arg(i)};
        const auto& [x, y] = centres[random() % centres.size()];
        const bool spread = random() % 2;
        place.lon = i == 7 ? 126.98 : spread ? lon(random) : x + near(random);
        place.lat = i == 7 ? 37.56 : spread ? lat(random) : y + near(random);
        data.places.push_back(place);
        cells.cells.push_back(i % 50 == 3 ? 0 : static_cast<std::int64_t>(random() % 900) + 1);
    }
    data.months.emplace(monthKey(2022, 1), cells);
    return data;
}

int largestDifference(const QImage& a, const QImage& b) {
    int most = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y), q = b.pixel(x, y);
            most = std::max({most, std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)), std::abs(qBlue(p) - qBlue(q))});
        }
    return most;
}

}  // namespace

class TestManyPlaces : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        const auto workspace = Workspace::create(m_folder.filePath(QStringLiteral("many.mudeung")));
        QVERIFY(workspace.ok());
        m_workspace = *workspace;
        Batch batch;
        batch.dataset = ridership().id;
        batch.fileName = QStringLiteral("many.csv");
        batch.sha256 = QString(64, QLatin1Char('c'));
        batch.period = ridership().period;
        QVERIFY(m_workspace->writeCube(made(), batch, OnExisting::Ask, Progress::none()).ok());
    }

    void pointsComeFromNorthToSouth() {
        const MapDataPtr data = map(500.0);
        QVERIFY(data->points.size() > kManyPoints);
        for (std::size_t i = 1; i < data->points.size(); ++i) QVERIFY(data->points[i - 1].y >= data->points[i].y);
        double sum = 0.0;
        for (const WeightedPoint& p : data->points) sum += p.weight;
        QCOMPARE(sum, data->total);
        QCOMPARE(static_cast<int>(data->places.size()), kPlaces);
        QCOMPARE(rankOf(*data, largestPlace(*data)->value), 1);
    }

    /// The end of the scale is that of a sum in cells of a fortieth of the radius.
    void theLargestIsFound_data() { radii(); }
    void theLargestIsFound() {
        QFETCH(double, radius);
        const MapDataPtr data = map(radius);
        QVERIFY(data->cityDensity);
        const GridSpec rough = data->cityDensity->spec;
        std::size_t at = 0;
        const std::vector<double>& values = data->cityDensity->values;
        for (std::size_t i = 0; i < values.size(); ++i)
            if (values[i] > values[at]) at = i;
        const double x = rough.originX + (static_cast<double>(at % static_cast<std::size_t>(rough.columns)) + 0.5) * rough.cellSize,
                     y = rough.originY - (static_cast<double>(at / static_cast<std::size_t>(rough.columns)) + 0.5) * rough.cellSize;
        const GridSpec fine{x - radius / 2.0, y + radius / 2.0, radius / 40.0, 40, 40};
        const DensityGrid exact = kernelDensity(Kernel::Quartic, data->points, fine, radius);
        const double largest = *std::max_element(exact.values.begin(), exact.values.end());
        QVERIFY2(std::abs(data->largestDensity / largest - 1.0) < 0.006,
                 qPrintable(QStringLiteral("%1 and %2").arg(data->largestDensity).arg(largest)));
    }

    /// From the whole city to a few streets, and beyond the city: as a sum for the view alone would look.
    void picturesAreThoseOfTheView_data() { radii(); }
    void picturesAreThoseOfTheView() {
        QFETCH(double, radius);
        const MapDataPtr data = map(radius);
        auto alone = std::make_shared<MapData>(*data);
        alone->cityDensity = nullptr;
        const QgsPointXY centre = data->extent.center();
        QgsRectangle whole = data->extent, elsewhere = data->extent;
        whole.scale(1.8);
        elsewhere += QgsVector(12000.0, 270000.0);  // Seoul
        int kept = 0;
        for (const QgsRectangle& view : {whole, data->extent, QgsRectangle::fromCenterAndSize(centre, 9000, 6000),
                                         QgsRectangle::fromCenterAndSize(centre, 1800, 1200), elsewhere}) {
            const QImage ours = picture(data, view, kept), other = picture(alone, view, kept);
            QVERIFY(!ours.isNull());
            // With pixels larger than that a sum for the view has cells as large, and is itself the rougher one.
            if (view.width() / ours.width() > radius / 8.0) continue;
            const int most = largestDifference(ours, other);
            QVERIFY2(most <= 10, qPrintable(QStringLiteral("%1 steps in a view %2 m wide").arg(most).arg(view.width())));
        }
        QVERIFY(kept >= 2);  // the whole city and its extent at least are not summed again
    }

private:
    static void radii() {
        QTest::addColumn<double>("radius");
        for (const double radius : {150.0, 500.0, 1500.0}) QTest::addRow("%.0f m", radius) << radius;
    }

    MapDataPtr map(double radius) const {
        Query query;
        query.dataset = ridership().id;
        MapStyle style;
        style.kind = MapKind::Density;
        style.bandwidthMeters = radius;
        const auto data = loadMapData(m_workspace, query, style, Progress::none());
        if (!data) qFatal("%s", qPrintable(data.error().message));
        return *data;
    }

    /// `kept` counts the pictures for which nothing was summed.
    static QImage picture(const MapDataPtr& data, const QgsRectangle& view, int& kept) {
        PictureStack stack;
        stack.setInput({data, MapPalette::forTheme(false)});
        const QImage image = paintLayers(stack, view, QSize(900, 600), 1.0, kBackground);
        kept += data->cityDensity && stack.density()->lastGrid() == data->cityDensity;
        return image;
    }

    QTemporaryDir m_folder;
    std::shared_ptr<Workspace> m_workspace;
};

MUDEUNG_MAP_TEST_MAIN(TestManyPlaces)
#include "test_many_places.moc"
