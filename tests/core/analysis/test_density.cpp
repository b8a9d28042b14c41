// SPDX-License-Identifier: GPL-3.0-or-later
// The density kernel against the plain sum in extended precision.
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>
#include <vector>

#include "core/analysis/density/density.h"

using namespace mudeung;

namespace {

long double kernelAt(Kernel kernel, long double u2) {
    constexpr long double pi = std::numbers::pi_v<long double>;
    if (kernel == Kernel::Gaussian) return std::exp(-u2 / 2.0L) / (2.0L * pi);
    if (u2 >= 1.0L) return 0.0L;
    return kernel == Kernel::Quartic ? 3.0L / pi * (1.0L - u2) * (1.0L - u2) : 2.0L / pi * (1.0L - u2);
}

long double bruteForce(const std::vector<WeightedPoint>& points, const GridSpec& g, double h, int row, int column,
                       Kernel kernel = Kernel::Quartic) {
    const long double x = static_cast<long double>(g.originX) + (column + 0.5L) * g.cellSize;
    const long double y = static_cast<long double>(g.originY) - (row + 0.5L) * g.cellSize;
    long double sum = 0.0L;
    for (const WeightedPoint& p : points) {
        const long double u2 = ((x - p.x) * (x - p.x) + (y - p.y) * (y - p.y)) / (static_cast<long double>(h) * h);
        sum += p.weight * kernelAt(kernel, u2);
    }
    return sum / h / h * 1e6L;
}

std::vector<WeightedPoint> randomPoints(int n, const GridSpec& g, unsigned seed) {
    std::mt19937_64 random(seed);
    std::uniform_real_distribution<double> x(-0.2, 1.2), weight(0.0, 5.0);
    std::vector<WeightedPoint> points;
    for (int i = 0; i < n; ++i) {
        points.push_back(
            {g.originX + x(random) * g.columns * g.cellSize, g.originY - x(random) * g.rows * g.cellSize, std::pow(10.0, weight(random))});
    }
    return points;
}

bool stopAtOnce(void*) {
    return true;
}

bool stopAfterTen(void* count) {
    return ++*static_cast<std::atomic<int>*>(count) > 10;
}

}  // namespace

Q_DECLARE_METATYPE(mudeung::Kernel)

class TestDensity : public QObject {
    Q_OBJECT
private slots:
    void equalsBruteForce_data() {
        QTest::addColumn<int>("points");
        QTest::addColumn<int>("columns");
        QTest::addColumn<int>("rows");
        QTest::addColumn<double>("cell");
        QTest::addColumn<double>("bandwidth");
        QTest::newRow("radius below a cell") << 400 << 80 << 60 << 100.0 << 60.0;
        QTest::newRow("small discs") << 300 << 90 << 70 << 37.5 << 300.0;
        QTest::newRow("discs, odd cells") << 200 << 131 << 97 << 12.3 << 250.7;
        QTest::newRow("inner tiles, just") << 200 << 160 << 120 << 20.0 << 500.0;
        QTest::newRow("inner tiles, many cells") << 150 << 300 << 200 << 2.0 << 500.0;
        QTest::newRow("radius wider than the grid") << 120 << 140 << 90 << 1.0 << 900.0;
        QTest::newRow("one column") << 90 << 1 << 200 << 5.0 << 400.0;
        QTest::newRow("few points, so that rims stand alone") << 3 << 400 << 300 << 3.3 << 410.0;
    }

    void equalsBruteForce() {
        QFETCH(int, points);
        QFETCH(int, columns);
        QFETCH(int, rows);
        QFETCH(double, cell);
        QFETCH(double, bandwidth);
        const GridSpec grid{186461.25, 284845.75, cell, columns, rows};
        const auto cloud = randomPoints(points, grid, 7u + static_cast<unsigned>(points));
        const DensityGrid density = kernelDensity(Kernel::Quartic, cloud, grid, bandwidth);
        QCOMPARE(density.values.size(), static_cast<std::size_t>(columns) * rows);
        long double worst = 0.0L, largest = 0.0L;
        for (int r = 0; r < rows; ++r) {
            for (int c = 0; c < columns; ++c) largest = std::max(largest, bruteForce(cloud, grid, bandwidth, r, c));
        }
        for (int r = 0; r < rows; ++r) {
            for (int c = 0; c < columns; ++c) {
                const long double expected = bruteForce(cloud, grid, bandwidth, r, c);
                // Where a single rim is all there is, input rounding alone moves the value: count from 1e-9 of the largest on.
                const long double scale = std::max(expected, largest * 1e-9L);
                if (scale > 0.0L) worst = std::max(worst, std::abs(density.at(r, c) - expected) / scale);
            }
        }
        QVERIFY(largest > 0.0L);
        QVERIFY2(worst <= 1e-9L, qPrintable(QString::number(static_cast<double>(worst))));
    }

    void otherKernelsEqualBruteForce_data() {
        QTest::addColumn<Kernel>("kernel");
        QTest::addColumn<double>("cell");
        QTest::addColumn<double>("bandwidth");
        QTest::newRow("Epanechnikov, few cells") << Kernel::Epanechnikov << 40.0 << 500.0;
        QTest::newRow("Epanechnikov, inner tiles") << Kernel::Epanechnikov << 4.0 << 500.0;
        QTest::newRow("Gaussian, few cells") << Kernel::Gaussian << 60.0 << 120.0;
        QTest::newRow("Gaussian, many cells") << Kernel::Gaussian << 3.0 << 180.0;
        QTest::newRow("Gaussian, wider than the grid") << Kernel::Gaussian << 2.0 << 900.0;
    }

    void otherKernelsEqualBruteForce() {
        QFETCH(Kernel, kernel);
        QFETCH(double, cell);
        QFETCH(double, bandwidth);
        const GridSpec grid{186461.25, 284845.75, cell, 150, 110};
        const auto cloud = randomPoints(120, grid, 11u);
        const DensityGrid density = kernelDensity(kernel, cloud, grid, bandwidth);
        long double worst = 0.0L, largest = 0.0L;
        for (int r = 0; r < grid.rows; ++r) {
            for (int c = 0; c < grid.columns; ++c) {
                const long double expected = bruteForce(cloud, grid, bandwidth, r, c, kernel);
                largest = std::max(largest, expected);
                worst = std::max(worst, std::abs(density.at(r, c) - expected));
            }
        }
        // What the Gaussian loses is its tail beyond six standard deviations.
        const long double allowed = kernel == Kernel::Gaussian ? 1e-7L : 1e-11L;
        QVERIFY2(worst <= allowed * largest, qPrintable(QString::number(static_cast<double>(worst / largest))));
    }

    void everyKernelHoldsTheWeight() {
        for (const Kernel kernel : {Kernel::Quartic, Kernel::Epanechnikov, Kernel::Gaussian}) {
            const double h = 400.0 * equalSpread(kernel);
            const GridSpec grid{-3000.0, 3000.0, 20.0, 300, 300};
            const DensityGrid d = kernelDensity(kernel, std::vector<WeightedPoint>{{13.0, -7.0, 1000.0}}, grid, h);
            double mass = 0.0;
            double spread = 0.0;
            for (int r = 0; r < grid.rows; ++r) {
                for (int c = 0; c < grid.columns; ++c) {
                    const double share = d.at(r, c) * grid.cellSize * grid.cellSize / 1e6 / 1000.0;
                    const double x = grid.originX + (c + 0.5) * grid.cellSize - 13.0;
                    mass += share;
                    spread += share * x * x;
                }
            }
            QVERIFY2(std::abs(mass - 1.0) < 1e-3, qPrintable(QString::number(mass, 'g', 10)));
            // the same variance for all of them: (400/√8)²
            QVERIFY2(std::abs(spread / (400.0 * 400.0 / 8.0) - 1.0) < 5e-3, qPrintable(QString::number(spread)));
        }
    }

    void pointsOnCentresAndEdges() {
        const GridSpec grid{1000.0, 2000.0, 10.0, 101, 101};
        const std::vector<WeightedPoint> points{
            {1505.0, 1495.0, 2.0},  // the centre of cell (50, 50)
            {1000.0, 2000.0, 1.0},  // the corner
            {2010.0, 990.0, 3.0},   // the opposite corner
            {905.0, 1495.0, 5.0},   // outside, its disc just touches the first centre
        };
        const DensityGrid d = kernelDensity(Kernel::Quartic, points, grid, 100.0);
        const double peak = 3.0 / std::numbers::pi / (100.0 * 100.0) * 1e6;
        QVERIFY(std::abs(d.at(50, 50) / (2.0 * peak) - 1.0) < 1e-12);
        QCOMPARE(d.at(50, 60), 0.0);  // exactly one bandwidth away
        QCOMPARE(d.at(50, 0), 0.0);   // the rim belongs to nobody
        for (int i : {0, 3, 7, 93, 97, 100}) {
            const double expected = static_cast<double>(bruteForce(points, grid, 100.0, i, i));
            QVERIFY(std::abs(d.at(i, i) - expected) <= 1e-12 * peak);
        }
    }

    void massIsConserved_data() {
        QTest::addColumn<double>("cell");
        QTest::newRow("ten cells a radius") << 50.0;
        QTest::newRow("fifty cells a radius") << 10.0;
        QTest::newRow("four cells a radius") << 125.0;
    }

    void massIsConserved() {
        QFETCH(double, cell);
        const double h = 500.0, side = 8000.0;
        std::mt19937_64 random(3);
        std::uniform_real_distribution<double> at(0.0, side), weight(1.0, 1e5);
        std::vector<WeightedPoint> points;
        double sum = 0.0;
        for (int i = 0; i < 500; ++i) {
            points.push_back({at(random), at(random), weight(random)});
            sum += points.back().weight;
        }
        const int n = static_cast<int>(std::ceil((side + 2.0 * h) / cell));
        const DensityGrid d = kernelDensity(Kernel::Quartic, points, {-h, side + h, cell, n, n}, h);
        double mass = 0.0;
        for (double v : d.values) mass += v * cell * cell / 1e6;
        QVERIFY2(std::abs(mass / sum - 1.0) < 0.005, qPrintable(QString::number(mass / sum, 'g', 12)));
    }

    void sameBitsForAnyThreadsAndOrder() {
        for (const double cell : {2.5, 40.0}) {
            const GridSpec grid{180000.0, 290000.0, cell, 333, 217};
            auto cloud = randomPoints(500, grid, 11);
            cloud.push_back(cloud.front());
            const DensityGrid one = kernelDensity(Kernel::Quartic, cloud, grid, 400.0, 1);
            for (int threads : {0, 2, 3, 7, 500}) QVERIFY(kernelDensity(Kernel::Quartic, cloud, grid, 400.0, threads).values == one.values);
            std::shuffle(cloud.begin(), cloud.end(), std::mt19937_64(5));
            QVERIFY(kernelDensity(Kernel::Quartic, cloud, grid, 400.0, 3).values == one.values);
        }
    }

    void nothingToSum() {
        const GridSpec grid{0.0, 1000.0, 10.0, 100, 100};
        const std::vector<WeightedPoint> none;
        const DensityGrid empty = kernelDensity(Kernel::Quartic, none, grid, 100.0);
        QCOMPARE(empty.values.size(), std::size_t(10000));
        QVERIFY(std::all_of(empty.values.begin(), empty.values.end(), [](double v) { return v == 0.0; }));
        const std::vector<WeightedPoint> useless{{500, 500, 0.0}, {std::nan(""), 500, 1.0}, {500, 500, std::nan("")}, {9999, 500, 1.0}};
        QVERIFY(kernelDensity(Kernel::Quartic, useless, grid, 100.0).values == empty.values);
        QVERIFY(kernelDensity(Kernel::Quartic, useless, {0, 0, 10.0, 0, 5}, 100.0).values.empty());
        QVERIFY(kernelDensity(Kernel::Quartic, useless, grid, 0.0).values.empty());
    }

    void stops() {
        const GridSpec grid{0.0, 1000.0, 1.0, 1000, 1000};
        const auto cloud = randomPoints(100, grid, 2);
        QVERIFY(kernelDensity(Kernel::Quartic, cloud, grid, 300.0, 2, stopAtOnce).values.empty());
        std::atomic<int> polls{0};
        QVERIFY(kernelDensity(Kernel::Quartic, cloud, grid, 300.0, 2, stopAfterTen, &polls).values.empty());
        QVERIFY(polls.load() < 20);
    }

    void ruleOfThumb() {
        // Four points at the corners of a square of side 2000 m, equal weights: SD = D_m = 1000·√2, n_eff = 4.
        std::vector<WeightedPoint> square{{0, 0, 3}, {2000, 0, 3}, {0, 2000, 3}, {2000, 2000, 3}};
        const double expected = 0.9 * 1000.0 * std::sqrt(2.0) * std::pow(4.0, -0.2);
        QVERIFY(std::abs(ruleOfThumbBandwidth(square) / expected - 1.0) < 1e-12);
        square.push_back({1e6, 1e6, 0.0});  // weighs nothing, changes nothing
        QVERIFY(std::abs(ruleOfThumbBandwidth(square) / expected - 1.0) < 1e-12);
        for (WeightedPoint& p : square) p.weight *= 1e6;  // counts in millions do not shrink the radius
        QVERIFY(std::abs(ruleOfThumbBandwidth(square) / expected - 1.0) < 1e-12);
        QCOMPARE(ruleOfThumbBandwidth(std::vector<WeightedPoint>{{1, 1, 5}, {2, 2, 0}}), 0.0);
        QCOMPARE(ruleOfThumbBandwidth({}), 0.0);
    }
};

QTEST_APPLESS_MAIN(TestDensity)
#include "test_density.moc"
