// SPDX-License-Identifier: GPL-3.0-or-later
// Grid cells: against a search over all centres around, counts by hand, the national point number of a known place.
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

#include "core/analysis/grid/binning.h"

using namespace mudeung;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

std::vector<WeightedPoint> cityPoints(int count, unsigned seed) {
    std::mt19937_64 random(seed);
    std::uniform_real_distribution<double> x(930000.0, 950000.0), y(1675000.0, 1695000.0);
    std::vector<WeightedPoint> points;
    for (int i = 0; i < count; ++i) points.push_back({x(random), y(random), static_cast<double>(random() % 1000000)});
    return points;
}

/// The nearest of all hexagon centres within five cells, with the lattice written down anew: rows 1.5 sides apart.
GridPoint nearestCentre(double size, double x, double y) {
    const long double side = std::sqrt(2.0L / (3.0L * std::sqrt(3.0L))) * size;  // area of a hexagon = 3√3/2 · side²
    const long double width = side * std::sqrt(3.0L), height = side * 1.5L;
    const long double middleRow = std::round(y / height), middleColumn = std::round(x / width);
    long double best = std::numeric_limits<long double>::infinity();
    GridPoint nearest;
    for (long double row = middleRow - 5; row <= middleRow + 5; ++row) {
        const long double shift = std::fmod(std::fabs(row), 2.0L) == 1.0L ? 0.5L : 0.0L;
        for (long double column = middleColumn - 5; column <= middleColumn + 5; ++column) {
            const long double cx = (column + shift) * width, cy = row * height;
            const long double distance = (cx - x) * (cx - x) + (cy - y) * (cy - y);
            if (distance >= best) continue;
            best = distance;
            nearest = {static_cast<double>(cx), static_cast<double>(cy)};
        }
    }
    return nearest;
}

double areaOf(const std::vector<GridPoint>& corners) {
    double twice = 0.0;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const GridPoint &a = corners[i], &b = corners[(i + 1) % corners.size()];
        twice += (a.x - corners[0].x) * (b.y - corners[0].y) - (b.x - corners[0].x) * (a.y - corners[0].y);
    }
    return twice / 2.0;
}

}  // namespace

class TestBinning : public QObject {
    Q_OBJECT
private slots:
    void hexagonIsTheNearestCentre_data() {
        QTest::addColumn<int>("size");
        for (int size : kCellSizes) QTest::newRow(QByteArray::number(size).constData()) << size;
    }

    void hexagonIsTheNearestCentre() {
        QFETCH(int, size);
        for (const WeightedPoint& p : cityPoints(4000, static_cast<unsigned>(size))) {
            const GridPoint centre = cellCentre(CellShape::Hexagon, size, cellOf(CellShape::Hexagon, size, p.x, p.y));
            const GridPoint expected = nearestCentre(size, p.x, p.y);
            QVERIFY2(std::hypot(centre.x - expected.x, centre.y - expected.y) < 1e-3,
                     qPrintable(QStringLiteral("%1 %2").arg(p.x, 0, 'f', 3).arg(p.y, 0, 'f', 3)));
        }
    }

    void countsByHand() {
        // Squares of 500 m: (0,0) holds 1 + 2, its borders to the east and north belong to the neighbours.
        const std::vector<WeightedPoint> points{{0.0, 0.0, 1.0},     {499.9, 499.9, 2.0}, {500.0, 0.0, 4.0},    {0.0, 500.0, 8.0},
                                                {-0.1, 250.0, 16.0}, {250.0, 10.0, kNaN}, {1700.0, 250.0, kNaN}};
        const auto cells = binPoints(CellShape::Square, 500.0, points);
        QCOMPARE(cells.size(), std::size_t(5));
        const auto check = [&cells](std::size_t i, CellIndex index, double sum, const std::vector<std::size_t>& members) {
            QCOMPARE(cells[i].index.column, index.column);
            QCOMPARE(cells[i].index.row, index.row);
            QVERIFY(std::isnan(sum) ? std::isnan(cells[i].sum) : cells[i].sum == sum);
            QVERIFY(cells[i].members == members);
        };
        check(0, {-1, 0}, 16.0, {4});
        check(1, {0, 0}, 3.0, {0, 1, 5});
        check(2, {1, 0}, 4.0, {2});
        check(3, {3, 0}, kNaN, {6});
        check(4, {0, 1}, 8.0, {3});
        // Hexagons of 100 m: 107.457 m wide, rows 93.060 m apart. (53, 0) is nearest to (0, 0); (54, 0) to (107.457, 0);
        // (54, 80) to (53.729, 93.060), the first centre of the odd row.
        QVERIFY((cellOf(CellShape::Hexagon, 100.0, 53.0, 0.0) == CellIndex{0, 0}));
        QVERIFY((cellOf(CellShape::Hexagon, 100.0, 54.0, 0.0) == CellIndex{1, 0}));
        QVERIFY((cellOf(CellShape::Hexagon, 100.0, 54.0, 80.0) == CellIndex{0, 1}));
        QVERIFY((cellOf(CellShape::Hexagon, 100.0, -54.0, -80.0) == CellIndex{-1, -1}));
    }

    void everyPointLiesInItsCell() {
        for (CellShape shape : {CellShape::Square, CellShape::Hexagon}) {
            for (const WeightedPoint& p : cityPoints(2000, 5)) {
                const auto corners = cellCorners(shape, 250.0, cellOf(shape, 250.0, p.x, p.y));
                QVERIFY(std::abs(areaOf(corners) - 62500.0) < 1e-3);  // counter-clockwise, both shapes of the same area
                for (std::size_t i = 0; i < corners.size(); ++i) {
                    const GridPoint &a = corners[i], &b = corners[(i + 1) % corners.size()];
                    QVERIFY((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x) >= -1e-3);
                }
            }
        }
    }

    void totalIsKept() {
        const auto points = cityPoints(20000, 9);
        double total = 0.0;
        for (const WeightedPoint& p : points) total += p.weight;
        for (CellShape shape : {CellShape::Square, CellShape::Hexagon}) {
            for (int size : kCellSizes) {
                double sum = 0.0;
                std::size_t members = 0;
                for (const BinnedCell& cell : binPoints(shape, size, points)) sum += cell.sum, members += cell.members.size();
                QVERIFY(sum == total);
                QCOMPARE(members, points.size());
            }
        }
    }

    void orderDoesNotMatter() {
        auto points = cityPoints(5000, 3);
        for (WeightedPoint& p : points) p.weight /= 7.0;
        auto shuffled = points;
        std::shuffle(shuffled.begin(), shuffled.end(), std::mt19937(1));
        for (CellShape shape : {CellShape::Square, CellShape::Hexagon}) {
            const auto a = binPoints(shape, 1000.0, points), b = binPoints(shape, 1000.0, shuffled);
            QCOMPARE(a.size(), b.size());
            for (std::size_t i = 0; i < a.size(); ++i) {
                QVERIFY(a[i].index == b[i].index);
                QVERIFY(a[i].sum == b[i].sum);  // to the last bit
            }
        }
    }

    void squaresHaveNationalCodes() {
        // Seoul City Hall lies at about 953 900 / 1 952 030 (EPSG:5179), national point number 다사 5390 5203.
        const auto code = [](int size) {
            return QString::fromStdString(squareCode(size, cellOf(CellShape::Square, size, 953900.0, 1952030.0)));
        };
        QCOMPARE(code(1000), QStringLiteral("다사5352"));
        QCOMPARE(code(100), QStringLiteral("다사539520"));
        QCOMPARE(code(500), QStringLiteral("다사53505200"));
        QCOMPARE(code(250), QStringLiteral("다사53755200"));
        QCOMPARE(code(200), QStringLiteral("다사53805200"));
        // Zeros in front stay; outside of the letters there is no code.
        QCOMPARE(QString::fromStdString(squareCode(1000.0, {703, 1301})), QStringLiteral("가가0301"));
        QVERIFY(squareCode(1000.0, {699, 1301}).empty());
        QVERIFY(squareCode(1000.0, {1500, 1301}).empty());
    }

    void emptyAndStrangeInput() {
        QVERIFY(binPoints(CellShape::Square, 500.0, {}).empty());
        const std::vector<WeightedPoint> nowhere{{kNaN, 1.0, 1.0}, {1.0, std::numeric_limits<double>::infinity(), 1.0}};
        QVERIFY(binPoints(CellShape::Hexagon, 500.0, nowhere).empty());
        QVERIFY(binPoints(CellShape::Hexagon, 0.0, cityPoints(3, 1)).empty());
    }
};

QTEST_APPLESS_MAIN(TestBinning)
#include "test_binning.moc"
