// SPDX-License-Identifier: GPL-3.0-or-later
// A grid with half as large cells: cubics stay what they are, densities come near to what summing the fine grid gives.
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <random>

#include "core/analysis/density/finer_grid.h"

using namespace mudeung;

namespace {

constexpr double kCell = 50.0;

GridSpec specOf(int columns, int rows) {
    return {1000.0, 3000.0, kCell, columns, rows};
}

}  // namespace

class TestFinerGrid : public QObject {
    Q_OBJECT
private slots:
    void cubicsStay() {
        const auto cubic = [](double x, double y) { return 4.0 - x + 0.5 * x * x * y - 0.25 * x * x * x + 2.0 * y * y * y * x; };
        DensityGrid grid{specOf(9, 7), {}};
        for (int r = 0; r < 7; ++r)
            for (int c = 0; c < 9; ++c) grid.values.push_back(cubic(c, r));
        const DensityGrid fine = finerGrid(grid);
        QCOMPARE(fine.spec.columns, 18);
        QCOMPARE(fine.spec.rows, 14);
        QCOMPARE(fine.spec.cellSize, kCell / 2.0);
        QCOMPARE(fine.spec.originX, grid.spec.originX);
        QCOMPARE(fine.spec.originY, grid.spec.originY);
        for (int r = 4; r < 10; ++r)
            for (int c = 4; c < 14; ++c) {
                const double expected = cubic((c + 0.5) / 2.0 - 0.5, (r + 0.5) / 2.0 - 0.5);
                QVERIFY(std::abs(fine.at(r, c) - expected) <= 1e-12 * (1.0 + std::abs(expected)));
            }
    }

    /// At eight cells per radius, off by less than 1/200 of the peak of one point wherever it lies, and much less where there are many.
    void densitiesComeNear_data() {
        QTest::addColumn<int>("points");
        QTest::addColumn<double>("most");  // of the largest value
        QTest::addRow("one point") << 1 << 1.0 / 200.0;
        QTest::addRow("many points") << 2000 << 1.0 / 1000.0;
    }
    void densitiesComeNear() {
        QFETCH(int, points);
        QFETCH(double, most);
        std::mt19937 random(static_cast<unsigned>(points));
        std::uniform_real_distribution<double> x(1600.0, 3600.0), y(1000.0, 2400.0), weight(1.0, 900.0);
        for (int run = 0; run < (points == 1 ? 50 : 3); ++run) {
            std::vector<WeightedPoint> made;
            for (int i = 0; i < points; ++i) made.push_back({x(random), y(random), weight(random)});
            const double radius = 8.0 * kCell;
            for (const Kernel kernel : {Kernel::Quartic, Kernel::Gaussian}) {
                const double bandwidth = radius * equalSpread(kernel);
                const DensityGrid fine = finerGrid(kernelDensity(kernel, made, specOf(64, 48), bandwidth));
                const DensityGrid exact = kernelDensity(kernel, made, fine.spec, bandwidth);
                QCOMPARE(fine.values.size(), exact.values.size());
                const double top = *std::max_element(exact.values.begin(), exact.values.end());
                double worst = 0.0;
                for (std::size_t i = 0; i < exact.values.size(); ++i) worst = std::max(worst, std::abs(fine.values[i] - exact.values[i]));
                QVERIFY2(worst <= most * top, qPrintable(QStringLiteral("1/%1 of the largest value").arg(top / worst)));
            }
        }
    }

    void anyNumberOfThreads() {
        std::mt19937 random(3);
        for (const auto& [columns, rows] : {std::pair{1, 1}, {1, 40}, {33, 2}, {70, 90}}) {
            DensityGrid grid{specOf(columns, rows), {}};
            for (int i = 0; i < columns * rows; ++i) grid.values.push_back(static_cast<double>(random() % 1000));
            const DensityGrid one = finerGrid(grid, 1);
            for (const int threads : {2, 5}) QVERIFY(finerGrid(grid, threads).values == one.values);
        }
        QVERIFY(finerGrid(DensityGrid{}).values.empty());
    }
};

QTEST_APPLESS_MAIN(TestFinerGrid)
#include "test_finer_grid.moc"
