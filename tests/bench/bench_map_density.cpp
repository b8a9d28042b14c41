// SPDX-License-Identifier: GPL-3.0-or-later
// A frame of the density layer and of QgsHeatmapRenderer with the same points, weights, radius and size, in turn; both against the plain
// sum.
#include <QElapsedTimer>
#include <QImage>
#include <QJsonArray>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <numbers>
#include <qgscolorrampimpl.h>
#include <qgscoordinatereferencesystem.h>
#include <qgsfeature.h>
#include <qgsgeometry.h>
#include <qgsheatmaprenderer.h>
#include <qgsmaprenderercustompainterjob.h>
#include <qgsmapsettings.h>
#include <qgsvectordataprovider.h>
#include <qgsvectorlayer.h>
#include <random>

#include "core/store/workspace.h"
#include "tests/bench/bench_map.h"
#include "ui/common/query_defaults.h"
#include "ui/map/map_compose.h"
#include "ui/map/map_data.h"
#include "ui/map/picture_layer.h"
#include "ui/map/qgis_session.h"

namespace mudeung::bench {
namespace {

constexpr QSize kSize(1920, 1080);
constexpr int kLooks = 1500;

/// Everything of one row of the table.
struct Frame {
    std::vector<WeightedPoint> points;
    QgsRectangle extent;
    Kernel kernel = Kernel::Quartic;
    double pixel = 0.0;   ///< metres
    double radius = 0.0;  ///< pixels

    double bandwidth() const { return radius * pixel * equalSpread(kernel); }
};

QImage render(QgsMapLayer* layer, const QgsRectangle& extent, double& milliseconds) {
    QImage image(kSize, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::black);
    QgsMapSettings settings;
    settings.setDestinationCrs(QgsCoordinateReferenceSystem(mapCrsId()));
    settings.setOutputSize(kSize);
    settings.setOutputDpi(96.0);
    settings.setExtent(extent);
    settings.setLayers({layer});
    settings.setBackgroundColor(Qt::black);
    QElapsedTimer timer;
    timer.start();
    QPainter painter(&image);
    QgsMapRendererCustomPainterJob job(settings, &painter);
    job.renderSynchronously();
    painter.end();
    milliseconds = static_cast<double>(timer.nsecsElapsed()) * 1e-6;
    return image;
}

/// Σ w (1 − u²)² (or the other kernels) without constants.
long double plainSum(const Frame& frame, double x, double y) {
    const long double h = frame.bandwidth();
    long double sum = 0.0L;
    for (const WeightedPoint& p : frame.points) {
        const long double u2 = ((x - p.x) * (x - p.x) + (y - p.y) * (y - p.y)) / (h * h);
        if (frame.kernel == Kernel::Gaussian) {
            sum += p.weight * std::exp(-u2 / 2.0L);
        } else if (u2 < 1.0L) {
            sum += p.weight * (1.0L - u2) * (frame.kernel == Kernel::Quartic ? 1.0L - u2 : 1.0L);
        }
    }
    return sum;
}

long double constantOf(const Frame& frame) {
    constexpr long double pi = std::numbers::pi_v<long double>;
    const long double h = frame.bandwidth();
    const long double kernel = frame.kernel == Kernel::Quartic ? 3.0L / pi : frame.kernel == Kernel::Gaussian ? 0.5L / pi : 2.0L / pi;
    return kernel / (h * h) * 1e6L;
}

/// Largest difference of the layer's grid from the plain sum at random cells, as a share of the largest value.
double worstCell(const Frame& frame, const DensityGrid& grid) {
    std::mt19937 random(5);
    const double largest = *std::max_element(grid.values.begin(), grid.values.end());
    double worst = 0.0;
    for (int i = 0; i < kLooks; ++i) {
        const int row = static_cast<int>(random() % static_cast<unsigned>(grid.spec.rows));
        const int column = static_cast<int>(random() % static_cast<unsigned>(grid.spec.columns));
        const long double expected = constantOf(frame) * plainSum(frame, grid.spec.originX + (column + 0.5) * grid.spec.cellSize,
                                                                  grid.spec.originY - (row + 0.5) * grid.spec.cellSize);
        worst = std::max(worst, static_cast<double>(std::abs(grid.at(row, column) - expected)) / largest);
    }
    return worst;
}

/// Of QGIS' grey values with the plain sum, at random pixels that are neither black nor white.
double correlation(const Frame& frame, const QImage& image) {
    std::mt19937 random(6);
    double n = 0.0, x = 0.0, y = 0.0, xx = 0.0, yy = 0.0, xy = 0.0;
    for (int i = 0; i < kLooks; ++i) {
        const int column = static_cast<int>(random() % static_cast<unsigned>(kSize.width()));
        const int row = static_cast<int>(random() % static_cast<unsigned>(kSize.height()));
        const double grey = qRed(image.pixel(column, row));
        if (grey <= 0.0 || grey >= 255.0) continue;
        const double sum = static_cast<double>(
            plainSum(frame, frame.extent.xMinimum() + (column + 0.5) * frame.pixel, frame.extent.yMaximum() - (row + 0.5) * frame.pixel));
        n += 1.0;
        x += grey;
        y += sum;
        xx += grey * grey;
        yy += sum * sum;
        xy += grey * sum;
    }
    return (n * xy - x * y) / std::sqrt((n * xx - x * x) * (n * yy - y * y));
}

std::unique_ptr<QgsVectorLayer> qgisLayer(const Frame& frame, double top) {
    auto layer = std::make_unique<QgsVectorLayer>(QStringLiteral("Point?crs=EPSG:5186&field=w:double"), QStringLiteral("points"),
                                                  QStringLiteral("memory"));
    QgsFeatureList features;
    for (const WeightedPoint& p : frame.points) {
        QgsFeature feature(layer->fields());
        feature.setGeometry(QgsGeometry::fromPointXY(QgsPointXY(p.x, p.y)));
        feature.setAttributes(QgsAttributes(1, QVariant(p.weight)));
        features.append(feature);
    }
    if (!layer->dataProvider()->addFeatures(features)) stop(QStringLiteral("QGIS takes no points"));
    layer->updateExtents();
    auto renderer = std::make_unique<QgsHeatmapRenderer>();
    renderer->setRadius(frame.radius);
    renderer->setRadiusUnit(Qgis::RenderUnit::Pixels);
    renderer->setRenderQuality(1);  // pixel by pixel
    renderer->setWeightExpression(QStringLiteral("w"));
    renderer->setMaximumValue(top);
    renderer->setColorRamp(new QgsGradientColorRamp(Qt::black, Qt::white));
    layer->setRenderer(renderer.release());
    return layer;
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

QJsonObject measure(const Frame& frame, const MapData& city, int runs, double seconds) {
    auto data = std::make_shared<MapData>(city);
    data->style.kernel = frame.kernel;
    data->points = frame.points;
    data->bandwidthMeters = frame.bandwidth();
    data->scaleTop = 1.0;
    DensityLayer ours;
    const auto setTop = [&](double top) {
        data->scaleTop = top;
        ours.setInput({std::make_shared<const MapData>(*data), MapPalette::forTheme(false)});
    };
    setTop(1.0);
    double took = 0.0;
    render(&ours, frame.extent, took);  // also finds the top
    const DensityGrid grid = *ours.lastGrid();
    const double top = *std::max_element(grid.values.begin(), grid.values.end());
    setTop(top);
    const double worst = worstCell(frame, grid);
    std::unique_ptr<QgsVectorLayer> theirs;
    if (frame.kernel == Kernel::Quartic) theirs = qgisLayer(frame, top / static_cast<double>(constantOf(frame)));
    std::vector<double> mine, others;
    double spent = 0.0, agrees = 0.0;
    for (int run = 0; run < runs; ++run) {
        // Every frame looks a little elsewhere, as when the map is moved.
        QgsRectangle view = frame.extent;
        view += QgsVector(run * 7.0 * frame.pixel, run * 3.0 * frame.pixel);
        render(&ours, view, took);
        mine.push_back(took);
        if (!theirs || spent > seconds * 1e3) continue;
        const QImage image = render(theirs.get(), run == 0 ? frame.extent : view, took);
        if (run == 0) agrees = correlation(frame, image);
        others.push_back(took);
        spent += took;
    }
    QJsonObject result{{QStringLiteral("points"), static_cast<int>(frame.points.size())},
                       {QStringLiteral("radius"), frame.radius},
                       {QStringLiteral("kernel"), static_cast<int>(frame.kernel)},
                       {QStringLiteral("cellPixels"), grid.spec.cellSize / frame.pixel},
                       {QStringLiteral("worst"), worst},
                       {QStringLiteral("runs"), static_cast<int>(mine.size())},
                       {QStringLiteral("ours"), median(mine)},
                       {QStringLiteral("least"), *std::min_element(mine.begin(), mine.end())}};
    if (theirs) {
        result[QStringLiteral("qgis")] = median(others);
        result[QStringLiteral("qgisRuns")] = static_cast<int>(others.size());
        result[QStringLiteral("correlation")] = agrees;
    }
    return result;
}

}  // namespace

QJsonObject densityFrames(const QString& workspace, int runs, double seconds) {
    int argc = 1;
    char name[] = "bench_map";
    char* argv[] = {name, nullptr};
    QgisSession session(argc, argv, false);
    const auto opened = need(Workspace::open(workspace, OpenMode::ReadOnly));
    const auto datasets = need(opened->datasets());
    const MapDataPtr city = need(loadMapData(opened, defaultQuery(datasets), MapStyle{}, Progress::none()));
    Frame frame;
    frame.pixel = std::max(city->extent.width() / kSize.width(), city->extent.height() / kSize.height());
    frame.extent = QgsRectangle::fromCenterAndSize(city->extent.center(), frame.pixel * kSize.width(), frame.pixel * kSize.height());
    std::mt19937_64 random(1);
    std::normal_distribution<double> near(0.0, 400.0);
    QJsonArray rows;
    for (const int count : {static_cast<int>(city->points.size()), 100'000}) {
        frame.points = city->points;
        // More points as the city has them: around the stops, with a part of their weight.
        for (std::size_t i = 0; static_cast<int>(frame.points.size()) < count; ++i) {
            const WeightedPoint& stop = city->points[i % city->points.size()];
            frame.points.push_back({stop.x + near(random), stop.y + near(random), stop.weight * 0.1});
        }
        for (const double radius : {20.0, 50.0, 100.0, 200.0}) {
            frame.radius = radius;
            for (const Kernel kernel : {Kernel::Quartic, Kernel::Epanechnikov, Kernel::Gaussian}) {
                if (kernel != Kernel::Quartic && count > 50'000) continue;
                frame.kernel = kernel;
                rows.append(measure(frame, *city, runs, seconds));
            }
        }
    }
    return {{QStringLiteral("frames"), rows}};
}

}  // namespace mudeung::bench
