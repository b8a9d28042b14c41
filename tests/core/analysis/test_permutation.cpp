// SPDX-License-Identifier: GPL-3.0-or-later
// Permutation p values: against every possible draw, against draws by R's own sample(), uniform when there is nothing to find, the same for
// any number of threads, and the false discovery rate kept.
#include <QtTest>
#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/analysis/hotspots/global_moran.h"
#include "core/analysis/hotspots/permutation.h"
#include "core/analysis/math/multiple_testing.h"
#include "core/analysis/math/random.h"
#include "core/analysis/neighbours/nearest.h"
#include "tests/support/columns.h"
#include "tests/support/real_data.h"

using namespace mudeung;
using mudeung::test::Columns;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

PermutationParams draws(int count, std::uint64_t seed = 1, int threads = 0) {
    PermutationParams p;
    p.permutations = count;
    p.seed = seed;
    p.threads = threads;
    return p;
}

PermutationCounts countsOf(const std::vector<double>& x, const SpatialWeights& w, const PermutationParams& params) {
    return permuteNeighbourSums(std::vector<std::vector<double>>{x}, w, params).front();
}

/// Shares of all subsets of k others whose sum is at least and at most the observed one.
std::pair<double, double> everyDraw(const std::vector<double>& x, const SpatialWeights& w, std::size_t place) {
    std::vector<double> others;
    for (std::size_t j = 0; j < x.size(); ++j)
        if (j != place) others.push_back(x[j]);
    double observed = 0.0;
    for (std::uint32_t j : w.neighboursOf(place)) observed += x[j];
    const auto k = static_cast<int>(w.neighboursOf(place).size());
    double all = 0.0, least = 0.0, most = 0.0;
    for (unsigned set = 0; set < (1U << others.size()); ++set) {
        if (std::popcount(set) != k) continue;
        double sum = 0.0;
        for (std::size_t j = 0; j < others.size(); ++j)
            if (set >> j & 1U) sum += others[j];
        all += 1.0;
        least += sum >= observed - 1e-9;
        most += sum <= observed + 1e-9;
    }
    return {least / all, most / all};
}

/// Within five standard errors of a share that M draws estimate.
bool within(std::uint32_t count, double share, int permutations) {
    const double error = std::sqrt(share * (1.0 - share) / permutations);
    return std::abs(static_cast<double>(count) / permutations - share) <= 5.0 * error + 1e-12;
}

std::vector<PlanarPoint> scattered(int count, std::uint64_t seed) {
    Random random(seed);
    std::vector<PlanarPoint> points;
    for (int i = 0; i < count; ++i) points.push_back({random.uniform() * 1000.0, random.uniform() * 1000.0});
    return points;
}

std::vector<double> noise(int count, std::uint64_t seed) {
    Random random(seed, 77);
    std::vector<double> x;
    for (int i = 0; i < count; ++i) x.push_back(std::exp(random.normal()));
    return x;
}

double chiSquare(const std::vector<int>& counts) {
    const double expected = std::accumulate(counts.begin(), counts.end(), 0.0) / static_cast<double>(counts.size());
    double sum = 0.0;
    for (int c : counts) sum += (c - expected) * (c - expected) / expected;
    return sum;
}

bool same(const PermutationCounts& a, const PermutationCounts& b) {
    return a.atLeast == b.atLeast && a.atMost == b.atMost;
}

}  // namespace

class TestPermutation : public QObject {
    Q_OBJECT
private slots:
    void everyPossibleDraw_data();
    void everyPossibleDraw();
    void asDrawsOfR();
    void pFromCounts();
    void uniformUnderTheNull();
    void falseDiscoveries();
    void anyNumberOfThreads();
    void columnsTogether();
    void missingAndIslands();
    void cancelling();
    void global();
};

void TestPermutation::everyPossibleDraw_data() {
    QTest::addColumn<QVector<double>>("x");
    QTest::newRow("all different") << QVector<double>{3.1, 0.2, 7.7, 5.5, 1.25, 9.0, 2.0, 4.4, 6.3};
    QTest::newRow("integers, many ties") << QVector<double>{0, 0, 1, 1, 2, 0, 3, 1, 0};
    QTest::newRow("tenths, whose sums tie only by rounding") << QVector<double>{0.1, 0.2, 0.3, 0.4, 0.7, 0.1, 0.6, 0.5, 0.3};
    QTest::newRow("large and alike") << QVector<double>{1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9 + 3, 1e9, 1e9 + 5, 1e9 + 1, 1e9 + 2, 1e9 + 8};
    QTest::newRow("one giant") << QVector<double>{0, 1, 0, 2, 1e6, 1, 0, 3, 1};
}

/// Nine places with 1, 2, 3, 5 and 8 neighbours.
void TestPermutation::everyPossibleDraw() {
    QFETCH(QVector<double>, x);
    const std::vector<double> values(x.begin(), x.end());
    const SpatialWeights w =
        weightsFromLists({{1}, {0, 2}, {1, 3, 5}, {2, 4, 5, 6, 8}, {0, 1, 2, 3, 5, 6, 7, 8}, {4, 6}, {5, 7, 8}, {8, 0, 1}, {7}});
    constexpr int kDraws = 99999;
    const PermutationCounts counts = countsOf(values, w, draws(kDraws));
    for (std::size_t i = 0; i < 9; ++i) {
        const auto [least, most] = everyDraw(values, w, i);
        QVERIFY2(within(counts.atLeast[i], least, kDraws),
                 qPrintable(QStringLiteral("%1: %2 %3").arg(i).arg(counts.atLeast[i]).arg(least)));
        QVERIFY2(within(counts.atMost[i], most, kDraws), qPrintable(QStringLiteral("%1: %2 %3").arg(i).arg(counts.atMost[i]).arg(most)));
    }
    // Self in the row and standardised rows change nothing.
    QVERIFY(same(countsOf(values, withSelf(withStyle(w, WeightStyle::RowStandardised)), draws(999)), countsOf(values, w, draws(999))));
}

/// Columbus: shares of 19,999 draws per place with R's sample(x[-i], k), see oracle/spatial_statistics.R.
void TestPermutation::asDrawsOfR() {
    const Columns c = test::readColumns(test::testFile("analysis/columbus_links.csv"));
    std::vector<std::vector<std::uint32_t>> lists(49);
    for (std::size_t i = 0; i < c["kind"].size(); ++i)
        if (c["kind"][i] == 0.0) lists[static_cast<std::size_t>(c["from"][i])].push_back(static_cast<std::uint32_t>(c["to"][i]));
    const SpatialWeights w = weightsFromLists(std::move(lists));
    const std::vector<double> x = test::readColumns(test::testFile("analysis/columbus.csv"))["crime"];
    const Columns r = test::readColumns(test::testFile("analysis/columbus_permutation.csv"));
    const PermutationCounts counts = countsOf(x, w, draws(99999));
    for (std::size_t i = 0; i < 49; ++i) {
        const double p = (counts.atLeast[i] + r["atLeast"][i] * 19999) / (99999 + 19999);
        const double error = std::sqrt(p * (1 - p) * (1.0 / 99999 + 1.0 / 19999));
        QVERIFY(std::abs(counts.atLeast[i] / 99999.0 - r["atLeast"][i]) <= 4.5 * error + 1e-12);
        QVERIFY(std::abs(counts.atMost[i] / 99999.0 - r["atMost"][i]) <= 4.5 * error + 1e-12);
    }
}

void TestPermutation::pFromCounts() {
    QCOMPARE(permutationP(0, 999, 999, Alternative::TwoSided), 0.002);
    QCOMPARE(permutationP(0, 999, 999, Alternative::Greater), 0.001);
    QCOMPARE(permutationP(0, 999, 999, Alternative::Less), 1.0);
    QCOMPARE(permutationP(600, 700, 999, Alternative::TwoSided), 1.0);  // ties: never above 1
    QCOMPARE(permutationP(0, 99999, 99999, Alternative::TwoSided), 0.00002);
    QVERIFY(std::isnan(permutationP(0, 0, 99999, Alternative::TwoSided)));
    // Local Moran: the low place among low ones has a small neighbour sum and a large I.
    const PermutationCounts counts{{999, 10, 400}, {0, 990, 700}};
    const std::vector<double> x{1, 9, 5};
    QCOMPARE(permutationPOfMoran(counts, x, 999, Alternative::Greater), (std::vector<double>{0.001, 0.011, 1.0}));
    QCOMPARE(permutationPOfMoran(counts, x, 999), (std::vector<double>{0.002, 0.022, 1.0}));
}

/// Values laid out at random 2,000 times: p of a place, of another one that shares its permutations, and of the whole map are uniform.
void TestPermutation::uniformUnderTheNull() {
    const SpatialWeights w = kNearest(scattered(60, 1), 6);
    std::vector<int> one(20, 0), other(20, 0), whole(20, 0);
    for (std::uint64_t run = 0; run < 2000; ++run) {
        const std::vector<double> x = noise(60, run);
        const PermutationCounts counts = countsOf(x, w, draws(999, run, 1));
        const auto p = permutationP(counts, 999);
        const auto bin = [](double v) { return std::min<std::size_t>(19, static_cast<std::size_t>(std::ceil(v * 20.0 - 1e-9)) - 1); };
        ++one[bin(p[0])];
        ++other[bin(permutationPOfMoran(counts, x, 999)[31])];
        if (run >= 500) continue;
        const GlobalCounts g = permuteGlobalMoran(x, w, draws(999, run, 1));
        ++whole[bin(permutationP(g.atLeast, g.atMost, 999, Alternative::TwoSided))];
    }
    for (const auto& counts : {one, other, whole})
        QVERIFY2(chiSquare(counts) < 43.82, qPrintable(QString::number(chiSquare(counts))));  // 0.1 % of 19 degrees
}

/// In 400 layouts without a pattern, the share in which Benjamini-Hochberg finds anything among 100 places is at most 5 %, give or take
/// simulation; a real cluster of ten is found.
void TestPermutation::falseDiscoveries() {
    const std::vector<PlanarPoint> points = scattered(100, 2);
    const SpatialWeights w = withSelf(kNearest(points, 8));
    int found = 0;
    for (std::uint64_t run = 0; run < 400; ++run) {
        const auto p = permutationP(countsOf(noise(100, 5000 + run), w, draws(9999, run)), 9999);
        const auto q = adjustedP(p, Correction::BenjaminiHochberg);
        found += std::any_of(q.begin(), q.end(), [](double v) { return v <= 0.05; });
    }
    QVERIFY2(found <= 20 + 3 * 4.4, qPrintable(QString::number(found)));
    std::vector<double> x = noise(100, 1);
    for (std::uint32_t j : w.neighboursOf(40)) x[j] += 20.0;
    const auto q = adjustedP(permutationP(countsOf(x, w, draws(99999)), 99999), Correction::BenjaminiHochberg);
    QVERIFY(q[40] <= 0.01);
}

void TestPermutation::anyNumberOfThreads() {
    const SpatialWeights w = distanceBand(scattered(300, 3), 90.0);
    const std::vector<double> x = noise(300, 3);
    const PermutationCounts once = countsOf(x, w, draws(5000, 42, 1));
    for (int threads : {2, 3, 8}) QVERIFY(same(countsOf(x, w, draws(5000, 42, threads)), once));
    QVERIFY(!same(countsOf(x, w, draws(5000, 43, 2)), once));
    const GlobalCounts g = permuteGlobalMoran(x, w, draws(5001, 42, 1));
    for (int threads : {2, 5}) {
        const GlobalCounts again = permuteGlobalMoran(x, w, draws(5001, 42, threads));
        QCOMPARE(again.atLeast, g.atLeast);
        QCOMPARE(again.atMost, g.atMost);
    }
    QVERIFY(g.atLeast + g.atMost >= 5001);
}

/// Columns computed together have the counts that each has alone.
void TestPermutation::columnsTogether() {
    const SpatialWeights w = kNearest(scattered(80, 4), 5);
    std::vector<std::vector<double>> columns{noise(80, 1), noise(80, 2), noise(80, 3), noise(80, 4)};
    columns[2][10] = columns[3][10] = kNaN;
    columns[3][11] = kNaN;
    const auto together = permuteNeighbourSums(columns, w, draws(2000, 9));
    for (std::size_t c = 0; c < columns.size(); ++c) QVERIFY(same(together[c], countsOf(columns[c], w, draws(2000, 9))));
}

void TestPermutation::missingAndIslands() {
    const SpatialWeights w = weightsFromLists({{1, 2}, {0, 2}, {0, 1}, {}, {5}, {4}});
    const PermutationCounts counts = countsOf({1, 2, 3, 4, 5, kNaN}, w, draws(500));
    const auto p = permutationP(counts, 500);
    QVERIFY(std::isnan(p[3]) && std::isnan(p[4]) && std::isnan(p[5]));
    for (std::size_t i : {0U, 1U, 2U}) QVERIFY(p[i] > 0.0 && p[i] <= 1.0);
    for (double v : permutationP(countsOf(std::vector<double>(6, 0.1), w, draws(500)), 500)) QVERIFY(std::isnan(v) || v == 1.0);
    for (double v : permutationP(countsOf(std::vector<double>(6, kNaN), w, draws(500)), 500)) QVERIFY(std::isnan(v));
    QVERIFY(permuteNeighbourSums({}, w, draws(10)).empty());
    const GlobalCounts none = permuteGlobalMoran(std::vector<double>(6, 0.1), w, draws(10));
    QCOMPARE(none.atLeast + none.atMost, 0U);
}

void TestPermutation::cancelling() {
    const SpatialWeights w = kNearest(scattered(500, 5), 10);
    std::atomic<int> asked{0};
    PermutationParams params = draws(1000000);
    params.cancelled = [&] { return ++asked > 20; };
    QElapsedTimer timer;
    timer.start();
    const auto p = permutationP(countsOf(noise(500, 1), w, params), params.permutations);
    QVERIFY(std::all_of(p.begin(), p.end(), [](double v) { return std::isnan(v); }));
    const GlobalCounts g = permuteGlobalMoran(noise(500, 1), w, params);
    QCOMPARE(g.atLeast + g.atMost, 0U);
    QVERIFY(asked < 60);
    double last = 0.0;
    params = draws(2000, 1, 1);
    params.done = [&](double done) {
        QVERIFY(done >= last && done <= 1.0 + 1e-12);
        last = done;
    };
    permuteNeighbourSums(std::vector<std::vector<double>>{noise(500, 1), noise(500, 2)}, w, params);
    QVERIFY(std::abs(last - 1.0) < 1e-12);
}

/// Every order of six values; and R: moran.mc(columbus$HOVAL, nb2listw(poly2nb(columbus), style = "W"), nsim = 9999), greater: p = 0.0229.
void TestPermutation::global() {
    const SpatialWeights w = withStyle(weightsFromLists({{1}, {0, 2}, {1, 3}, {2, 4, 5}, {3, 5}, {3, 4}}), WeightStyle::RowStandardised);
    const std::vector<double> x{1, 2, 4, 8, 9, 9};
    std::vector<double> order = x;
    const double observed = globalMoran(x, w).i;
    double all = 0.0, least = 0.0, most = 0.0;
    std::vector<int> ids{0, 1, 2, 3, 4, 5};
    do {
        for (std::size_t i = 0; i < 6; ++i) order[i] = x[static_cast<std::size_t>(ids[i])];
        const double i = globalMoran(order, w).i;
        all += 1.0;
        least += i >= observed - 1e-9;
        most += i <= observed + 1e-9;
    } while (std::next_permutation(ids.begin(), ids.end()));
    const GlobalCounts counts = permuteGlobalMoran(x, w, draws(50000));
    QVERIFY(within(counts.atLeast, least / all, 50000));
    QVERIFY(within(counts.atMost, most / all, 50000));

    const Columns c = test::readColumns(test::testFile("analysis/columbus_links.csv"));
    std::vector<std::vector<std::uint32_t>> lists(49);
    for (std::size_t i = 0; i < c["kind"].size(); ++i)
        if (c["kind"][i] == 0.0) lists[static_cast<std::size_t>(c["from"][i])].push_back(static_cast<std::uint32_t>(c["to"][i]));
    const GlobalCounts columbus =
        permuteGlobalMoran(test::readColumns(test::testFile("analysis/columbus.csv"))["value"],
                           withStyle(weightsFromLists(std::move(lists)), WeightStyle::RowStandardised), draws(99999));
    const double p = permutationP(columbus.atLeast, columbus.atMost, 99999, Alternative::Greater);
    QVERIFY2(std::abs(p - 0.0229) < 5 * std::sqrt(0.0229 * 0.9771 / 9999 * 1.1), qPrintable(QString::number(p)));
}

QTEST_GUILESS_MAIN(TestPermutation)
#include "test_permutation.moc"
