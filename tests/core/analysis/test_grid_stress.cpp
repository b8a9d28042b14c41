// SPDX-License-Identifier: GPL-3.0-or-later
// The stress test of grids by hand, and the rank correlation against R.
#include <QtTest>
#include <cmath>

#include "core/analysis/grid_stress/grid_stress.h"

using namespace mudeung;

class TestGridStress : public QObject {
    Q_OBJECT
private slots:
    /// Rscript -e 'print(cor(c(3,1,4,1,5,9,2,6,5,3), c(2,7,1,8,2,8,1,8,2,8), method = "spearman"), digits = 17)'
    void rankCorrelation() {
        const std::vector<double> x{3, 1, 4, 1, 5, 9, 2, 6, 5, 3};
        const std::vector<double> y{2, 7, 1, 8, 2, 8, 1, 8, 2, 8};
        QVERIFY(std::abs(spearman(x, y) - 0.13471506281091269) < 1e-15);
        QVERIFY(std::isnan(spearman(x, std::vector<double>(10, 4.0))));
        QVERIFY(std::isnan(spearman(std::vector<double>{1}, std::vector<double>{1})));
    }

    /// Four points near one corner of a 1 km cell: unshifted they lie in four cells, shifted by half a cell in one.
    void fourAroundACorner() {
        std::vector<WeightedPoint> points{{990, 990, 1}, {1010, 990, 1}, {990, 1010, 1}, {1010, 1010, 1}};
        for (int i = 0; i < 9; ++i) points.push_back({20500.0 + 1000 * i, 500, 2});  // alone in the middle of their cells
        const std::vector<double> sizes{1000};
        const GridStress stress = gridStress(CellShape::Square, sizes, 0.1, points);
        QCOMPARE(static_cast<int>(stress.grids.size()), 4);
        QCOMPARE(stress.grids[0].cells, 13);
        QCOMPARE(stress.grids[3].cells, 10);
        QCOMPARE(stress.grids[0].topLimit, 2.0);  // one of thirteen cells; the nine equal ones are in together
        QCOMPARE(stress.grids[3].topLimit, 4.0);
        QCOMPARE(stress.grids[1].topLimit, 2.0);  // pairs of one are as dense as those alone
        // Top when shifted either way or both; out when every one has a cell of its own.
        QCOMPARE(stress.topShare[0], 0.75);
        QCOMPARE(stress.topShare[12], 0.75);
        QCOMPARE(stress.rankBest[0], 0.0);
        QCOMPARE(stress.rankWorst[0], 9.0 / 13.0);
        QCOMPARE(stress.grids[0].correlation, 1.0);
        QVERIFY(stress.grids[3].correlation < 0.0);
    }

    void nothing() {
        const std::vector<double> sizes{500};
        const GridStress stress = gridStress(CellShape::Hexagon, sizes, 0.1, {});
        QCOMPARE(static_cast<int>(stress.grids.size()), 4);
        QVERIFY(stress.topShare.empty());
    }
};

QTEST_GUILESS_MAIN(TestGridStress)
#include "test_grid_stress.moc"
