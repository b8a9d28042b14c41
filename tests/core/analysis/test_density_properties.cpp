// SPDX-License-Identifier: GPL-3.0-or-later
// The density kernel against the plain sum in extended precision: random radii, clusters, weights of either sign, points outside.
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "core/analysis/density/density.h"
#include "core/analysis/density/largest_density.h"
#include "tests/support/properties.h"

using namespace mudeung;

namespace {

using test::between;
using test::oneOfValues;

/// What is drawn; the points follow from `seed`, so that a counterexample stays short.
struct Case {
    Kernel kernel = Kernel::Quartic;
    int columns = 1;
    int rows = 1;
    int points = 0;
    int logRadius = 0;  ///< the radius is 10^(logRadius / 100) cells
    int clusters = 0;   ///< 0 = spread evenly
    bool bothSigns = false;
    bool onCentres = false;  ///< points on cell centres and corners, where rims meet cells exactly
    unsigned seed = 0;

    double radiusCells() const { return std::pow(10.0, logRadius / 100.0); }
};

void showValue(const Case& c, std::ostream& os) {
    os << "kernel " << static_cast<int>(c.kernel) << ", " << c.columns << " × " << c.rows << " cells, " << c.points << " points, radius "
       << c.radiusCells() << " cells, " << c.clusters << " clusters" << (c.bothSigns ? ", both signs" : "")
       << (c.onCentres ? ", on centres" : "") << ", seed " << c.seed;
}

rc::Gen<Case> anyCase() {
    return rc::gen::build<Case>(rc::gen::set(&Case::kernel, oneOfValues<Kernel>({Kernel::Quartic, Kernel::Epanechnikov, Kernel::Gaussian})),
                                rc::gen::set(&Case::columns, between(1, 75)), rc::gen::set(&Case::rows, between(1, 45)),
                                rc::gen::set(&Case::points, between(1, 40)), rc::gen::set(&Case::logRadius, between(-80, 330)),
                                rc::gen::set(&Case::clusters, between(0, 3)), rc::gen::set(&Case::bothSigns, rc::gen::arbitrary<bool>()),
                                rc::gen::set(&Case::onCentres, rc::gen::arbitrary<bool>()),
                                rc::gen::set(&Case::seed, between(0u, 1'000'000u)));
}

constexpr double kCell = 25.0;

GridSpec gridOf(const Case& c) {
    return {186461.25, 284845.75, kCell, c.columns, c.rows};
}

/// In and around the grid, up to a radius and a half away.
std::vector<WeightedPoint> pointsOf(const Case& c) {
    std::mt19937_64 random(c.seed);
    std::uniform_real_distribution<double> unit(0.0, 1.0);
    std::normal_distribution<double> bell(0.0, 1.0);
    const GridSpec grid = gridOf(c);
    const double around = 1.5 * std::min(c.radiusCells(), 200.0);
    const auto anywhere = [&](int cells) { return (-around + unit(random) * (cells + 2.0 * around)); };
    std::vector<std::pair<double, double>> centres;
    for (int i = 0; i < c.clusters; ++i) centres.emplace_back(anywhere(c.columns), anywhere(c.rows));
    std::vector<WeightedPoint> points;
    for (int i = 0; i < c.points; ++i) {
        double column = anywhere(c.columns), row = anywhere(c.rows);
        if (!centres.empty()) {
            const auto& centre = centres[static_cast<std::size_t>(i) % centres.size()];
            column = centre.first + 0.7 * bell(random);
            row = centre.second + 0.7 * bell(random);
        }
        if (c.onCentres) {
            column = std::round(2.0 * column) / 2.0;
            row = std::round(2.0 * row) / 2.0;
        }
        const double sign = c.bothSigns && unit(random) < 0.5 ? -1.0 : 1.0;
        points.push_back({grid.originX + column * kCell, grid.originY - row * kCell, sign * std::pow(10.0, 5.0 * unit(random))});
    }
    return points;
}

long double kernelAt(Kernel kernel, long double u2) {
    constexpr long double pi = std::numbers::pi_v<long double>;
    if (kernel == Kernel::Gaussian) return std::exp(-u2 / 2.0L) / (2.0L * pi);
    if (u2 >= 1.0L) return 0.0L;
    return kernel == Kernel::Quartic ? 3.0L / pi * (1.0L - u2) * (1.0L - u2) : 2.0L / pi * (1.0L - u2);
}

struct Plain {
    std::vector<long double> values;  ///< per km²
    std::vector<long double> sizes;   ///< the same with all weights positive
    long double tails = 0.0L;         ///< the most that a kernel cut at its reach can miss anywhere
};

Plain plainSum(const Case& c, const std::vector<WeightedPoint>& points, double h) {
    const GridSpec g = gridOf(c);
    Plain plain;
    const long double unit = 1e6L / (static_cast<long double>(h) * h);
    for (int r = 0; r < g.rows; ++r) {
        for (int column = 0; column < g.columns; ++column) {
            const long double x = static_cast<long double>(g.originX) + (column + 0.5L) * g.cellSize;
            const long double y = static_cast<long double>(g.originY) - (r + 0.5L) * g.cellSize;
            long double sum = 0.0L, size = 0.0L;
            for (const WeightedPoint& p : points) {
                const long double u2 = ((x - p.x) * (x - p.x) + (y - p.y) * (y - p.y)) / (static_cast<long double>(h) * h);
                const long double k = kernelAt(c.kernel, u2) * unit;
                sum += p.weight * k;
                size += std::abs(p.weight) * k;
            }
            plain.values.push_back(sum);
            plain.sizes.push_back(size);
        }
    }
    if (c.kernel == Kernel::Gaussian) {
        for (const WeightedPoint& p : points) plain.tails += std::abs(p.weight) * kernelAt(c.kernel, 36.0L) * unit;
    }
    return plain;
}

}  // namespace

class TestDensityProperties : public QObject {
    Q_OBJECT
private slots:
    /// In every cell: to 1e-10 of the largest value, and to 1e-9 of its own value as far as that is not a billion times smaller.
    void equalsThePlainSum() {
        VERIFY_PROPERTY(400, [] {
            const Case c = *anyCase();
            const double h = c.radiusCells() * kCell;
            const auto points = pointsOf(c);
            const Plain plain = plainSum(c, points, h);
            const DensityGrid density = kernelDensity(c.kernel, points, gridOf(c), h, 2);
            RC_ASSERT(density.values.size() == plain.values.size());
            const long double largest = *std::max_element(plain.sizes.begin(), plain.sizes.end());
            for (std::size_t i = 0; i < plain.values.size(); ++i) {
                const long double off = std::abs(density.values[i] - plain.values[i]);
                RC_ASSERT(off <= 1e-10L * largest + 1.01L * plain.tails);
                RC_ASSERT(off <= 1e-9L * std::max(plain.sizes[i], 1e-9L * largest) + 1.01L * plain.tails);
            }
        });
    }

    /// What a difference map needs: the densities of two parts differ as the density of the differences says.
    void isLinear() {
        VERIFY_PROPERTY(100, [] {
            Case c = *anyCase();
            c.bothSigns = true;
            const double h = c.radiusCells() * kCell;
            const auto points = pointsOf(c);
            std::vector<WeightedPoint> plus, minus;
            for (WeightedPoint p : points) {
                auto& part = p.weight > 0.0 ? plus : minus;
                p.weight = std::abs(p.weight);
                part.push_back(p);
            }
            const auto all = kernelDensity(c.kernel, points, gridOf(c), h);
            const auto first = kernelDensity(c.kernel, plus, gridOf(c), h);
            const auto second = kernelDensity(c.kernel, minus, gridOf(c), h);
            for (std::size_t i = 0; i < all.values.size(); ++i) {
                const double size = first.values[i] + second.values[i];
                RC_ASSERT(std::abs(all.values[i] - (first.values[i] - second.values[i])) <= 1e-9 * size + 1e-300);
            }
        });
    }

    /// The search for the largest amount finds that of the whole grid.
    void findsTheLargest() {
        VERIFY_PROPERTY(400, [] {
            const Case c = *anyCase();
            const double h = c.radiusCells() * kCell;
            const auto points = pointsOf(c);
            const DensityGrid density = kernelDensity(c.kernel, points, gridOf(c), h);
            double largest = 0.0, size = 0.0;
            for (const double value : density.values) largest = std::max(largest, std::abs(value));
            for (const long double value : plainSum(c, points, h).sizes) size = std::max(size, static_cast<double>(value));
            RC_ASSERT(std::abs(largestDensity(c.kernel, points, gridOf(c), h) - largest) <= 1e-10 * size);
        });
    }

    /// Points that are spread evenly leave no block out: then it is the whole grid, to the last bit, for any order of them.
    void evenPointsTakeTheWholeGrid() {
        std::vector<WeightedPoint> points;
        for (int i = 0; i < 200; ++i)
            for (int j = 0; j < 200; ++j) points.push_back({i * 50.0, j * 50.0, 1.0 + (i * 7 + j * 13) % 5});
        const GridSpec grid{0.0, 10000.0, 50.0, 200, 200};
        const double h = 800.0;
        const DensityGrid density = kernelDensity(Kernel::Quartic, points, grid, h);
        QCOMPARE(largestDensity(Kernel::Quartic, points, grid, h), *std::max_element(density.values.begin(), density.values.end()));
        std::shuffle(points.begin(), points.end(), std::mt19937_64(5));
        QCOMPARE(largestDensity(Kernel::Quartic, points, grid, h), *std::max_element(density.values.begin(), density.values.end()));
        // One spot that stands out is found without it.
        points.push_back({5000.0, 5000.0, 1e6});
        const DensityGrid other = kernelDensity(Kernel::Quartic, points, grid, h);
        const double most = *std::max_element(other.values.begin(), other.values.end());
        QVERIFY(std::abs(largestDensity(Kernel::Quartic, points, grid, h) / most - 1.0) < 1e-10);
    }

    /// Bits do not depend on the order of the points, on the number of threads, or on how the points were sorted.
    void sameBitsForManyPoints() {
        Case c;
        c.columns = 61;
        c.rows = 47;
        c.points = 20000;
        c.logRadius = 110;
        auto points = pointsOf(c);
        for (int i = 0; i < 500; ++i) points.push_back(points[static_cast<std::size_t>(i)]);
        const double h = c.radiusCells() * kCell;
        for (const Kernel kernel : {Kernel::Quartic, Kernel::Epanechnikov, Kernel::Gaussian}) {
            const auto one = kernelDensity(kernel, points, gridOf(c), h, 1);
            for (int threads : {2, 3, 8}) QVERIFY(kernelDensity(kernel, points, gridOf(c), h, threads).values == one.values);
            std::shuffle(points.begin(), points.end(), std::mt19937_64(5));
            QVERIFY(kernelDensity(kernel, points, gridOf(c), h, 2).values == one.values);
            // Points at the same spot are in any order of their weights then.
            for (int i = 0; i < 500; ++i) points[static_cast<std::size_t>(i)].weight += 1.0;
            const auto other = kernelDensity(kernel, points, gridOf(c), h, 1);
            std::stable_sort(points.begin(), points.end(),
                             [](const WeightedPoint& a, const WeightedPoint& b) { return a.y != b.y ? a.y > b.y : a.x < b.x; });
            QVERIFY(kernelDensity(kernel, points, gridOf(c), h, 2).values == other.values);
        }
        const Plain plain = plainSum(c, points, h);
        const auto density = kernelDensity(Kernel::Quartic, points, gridOf(c), h);
        for (std::size_t i = 0; i < plain.values.size(); ++i)
            QVERIFY(std::abs(density.values[i] - plain.values[i]) <= 1e-11L * plain.values[i]);
    }
};

QTEST_APPLESS_MAIN(TestDensityProperties)
#include "test_density_properties.moc"
