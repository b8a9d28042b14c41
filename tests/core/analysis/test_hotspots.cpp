// SPDX-License-Identifier: GPL-3.0-or-later
// Getis-Ord, local and global Moran and rates against spdep 1.2-7 to 1e-9. Tables and printed values:
//   Rscript tests/core/analysis/oracle/spatial_statistics.R tests/data/analysis
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/analysis/hotspots/empirical_bayes.h"
#include "core/analysis/hotspots/global_moran.h"
#include "core/analysis/hotspots/local_statistics.h"
#include "core/analysis/math/random.h"
#include "core/analysis/neighbours/nearest.h"
#include "tests/support/columns.h"
#include "tests/support/real_data.h"

using namespace mudeung;
using mudeung::test::Columns;
using mudeung::test::difference;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// The links of one kind: 0 queen, 1 four nearest, 2 least band, 3 six tenths of it, which leaves islands.
SpatialWeights links(const QString& file, int kind, std::size_t places, WeightStyle style) {
    const Columns c = test::readColumns(test::testFile(file));
    std::vector<std::vector<std::uint32_t>> lists(places);
    for (std::size_t i = 0; i < c["kind"].size(); ++i)
        if (static_cast<int>(c["kind"][i]) == kind)
            lists[static_cast<std::size_t>(c["from"][i])].push_back(static_cast<std::uint32_t>(c["to"][i]));
    return withStyle(weightsFromLists(std::move(lists)), style);
}

SpatialWeights columbusLinks(int kind, WeightStyle style) {
    return links(QStringLiteral("analysis/columbus_links.csv"), kind, 49, style);
}

std::vector<double> crime() {
    return test::readColumns(test::testFile("analysis/columbus.csv"))["crime"];
}

/// spdep divides the sums by the sum of all values, of Gi without the place's own.
std::vector<double> divided(std::vector<double> values, const std::vector<double>& x, bool star, int power) {
    const double sum = std::accumulate(x.begin(), x.end(), 0.0);
    for (std::size_t i = 0; i < values.size(); ++i) values[i] /= std::pow(star ? sum : sum - x[i], power);
    return values;
}

}  // namespace

class TestHotspots : public QObject {
    Q_OBJECT
private slots:
    void localAsSpdep_data();
    void localAsSpdep();
    void quadrants();
    void globalAsSpdep();
    void missingValues();
    void nothingToTest();
    void largeAndAlike();
    void normal();
    void rates();
    void ratesAwkward();
};

void TestHotspots::localAsSpdep_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("standardised");
    QTest::newRow("queen, binary") << "analysis/columbus_local_queen_b.csv" << 0 << false;
    QTest::newRow("queen, standardised") << "analysis/columbus_local_queen_w.csv" << 0 << true;
    QTest::newRow("four nearest, standardised") << "analysis/columbus_local_knn_w.csv" << 1 << true;
    QTest::newRow("with islands") << "analysis/columbus_local_tight_b.csv" << 3 << false;
}

void TestHotspots::localAsSpdep() {
    QFETCH(QString, file);
    QFETCH(int, kind);
    QFETCH(bool, standardised);
    const Columns r = test::readColumns(test::testFile(file));
    const SpatialWeights w = columbusLinks(kind, standardised ? WeightStyle::RowStandardised : WeightStyle::Binary);
    const std::vector<double> x = crime();
    constexpr double kTolerance = 1e-9;

    const LocalStatistic gi = getisOrd(x, w);
    QCOMPARE(difference(divided(gi.value, x, false, 1), r["g"], kTolerance), QString());
    QCOMPARE(difference(divided(gi.expectation, x, false, 1), r["ge"], kTolerance), QString());
    QCOMPARE(difference(divided(gi.variance, x, false, 2), r["gv"], kTolerance), QString());
    QCOMPARE(difference(gi.z, r["gz"], kTolerance), QString());
    QCOMPARE(difference(gi.p, r["gp"], kTolerance), QString());

    const LocalStatistic star = getisOrd(x, withSelf(w));
    QCOMPARE(difference(divided(star.value, x, true, 1), r["s"], kTolerance), QString());
    QCOMPARE(difference(divided(star.expectation, x, true, 1), r["se"], kTolerance), QString());
    QCOMPARE(difference(divided(star.variance, x, true, 2), r["sv"], kTolerance), QString());
    QCOMPARE(difference(star.z, r["sz"], kTolerance), QString());
    QCOMPARE(difference(star.p, r["sp"], kTolerance), QString());

    const LocalStatistic conditional = localMoran(x, withSelf(w));  // self is left out
    QCOMPARE(difference(conditional.value, r["i"], kTolerance), QString());
    QCOMPARE(difference(conditional.expectation, r["ce"], kTolerance), QString());
    QCOMPARE(difference(conditional.variance, r["cv"], kTolerance), QString());
    QCOMPARE(difference(conditional.z, r["cz"], kTolerance), QString());
    QCOMPARE(difference(conditional.p, r["cp"], kTolerance), QString());

    const LocalStatistic total = localMoran(x, w, MoranMoments::Total);
    QCOMPARE(difference(total.expectation, r["te"], kTolerance), QString());
    QCOMPARE(difference(total.variance, r["tv"], kTolerance), QString());
    QCOMPARE(difference(total.z, r["tz"], kTolerance), QString());
    QCOMPARE(difference(total.p, r["tp"], kTolerance), QString());

    std::vector<double> quadrants;
    for (Quadrant q : moranQuadrants(x, w)) quadrants.push_back(static_cast<double>(q));
    QCOMPARE(difference(quadrants, r["quadrant"], 0.0), QString());
}

void TestHotspots::quadrants() {
    // A chain: 10 10 0 10 0 0 0; mean 30/7.
    const SpatialWeights w = weightsFromLists({{1}, {0, 2}, {1, 3}, {2, 4}, {3, 5}, {4, 6}, {5}});
    const auto q = moranQuadrants(std::vector<double>{10, 10, 0, 10, 0, 0, 0}, w);
    using enum Quadrant;
    QVERIFY((q == std::vector<Quadrant>{HighHigh, HighHigh, LowHigh, HighLow, LowHigh, LowLow, LowLow}));
    const auto gap = moranQuadrants(std::vector<double>{10, 10, kNaN, 10, 0, 0, 0}, w);
    QVERIFY(gap[2] == None && gap[0] == HighHigh && gap[3] == HighLow);
}

void TestHotspots::globalAsSpdep() {
    const Columns r = test::readColumns(test::testFile("analysis/columbus_global.csv"));
    const std::vector<std::pair<int, WeightStyle>> kinds{{0, WeightStyle::Binary},
                                                         {0, WeightStyle::RowStandardised},
                                                         {1, WeightStyle::RowStandardised},
                                                         {3, WeightStyle::Binary},
                                                         {3, WeightStyle::RowStandardised}};
    for (std::size_t k = 0; k < kinds.size(); ++k) {
        const GlobalMoran g = globalMoran(crime(), columbusLinks(kinds[k].first, kinds[k].second));
        QVERIFY(test::near(g.i, r["i"][k], 1e-12));
        QVERIFY(test::near(g.expectation, r["e"][k], 1e-12));
        QVERIFY(test::near(g.varianceRandomisation, r["rv"][k], 1e-12));
        QVERIFY(test::near(g.varianceNormality, r["nv"][k], 1e-12));
        QVERIFY(test::near(g.zRandomisation, r["rz"][k], 1e-9));
        QVERIFY(test::near(g.zNormality, r["nz"][k], 1e-9));
        QVERIFY(std::abs(g.pRandomisation / r["rp"][k] - 1.0) < 1e-8);
        QVERIFY(std::abs(g.pNormality / r["np"][k] - 1.0) < 1e-8);
    }
}

/// A place without a value: the same numbers as for the others alone.
void TestHotspots::missingValues() {
    const SpatialWeights w = columbusLinks(0, WeightStyle::RowStandardised);
    std::vector<double> x = crime();
    x[7] = x[20] = kNaN;
    std::vector<std::uint32_t> keep;
    std::vector<double> values;
    for (std::uint32_t i = 0; i < 49; ++i)
        if (!std::isnan(x[i])) keep.push_back(i), values.push_back(x[i]);
    const SpatialWeights rest = subsetOf(w, keep);
    const LocalStatistic a = localMoran(x, w), b = localMoran(values, rest);
    const LocalStatistic c = getisOrd(x, withSelf(w)), d = getisOrd(values, withSelf(rest));
    for (std::size_t i = 0; i < keep.size(); ++i) {
        QCOMPARE(a.z[keep[i]], b.z[i]);
        QCOMPARE(c.p[keep[i]], d.p[i]);
        QCOMPARE(c.value[keep[i]], d.value[i]);
    }
    for (std::size_t gone : {7U, 20U}) QVERIFY(std::isnan(a.value[gone]) && std::isnan(c.z[gone]) && std::isnan(c.p[gone]));
    QCOMPARE(globalMoran(x, w).places, 47);
    QCOMPARE(globalMoran(x, w).i, globalMoran(values, rest).i);
}

void TestHotspots::nothingToTest() {
    const SpatialWeights w = columbusLinks(0, WeightStyle::Binary);
    for (double height : {3.25, 0.1, -1e9 / 3.0, 0.0}) {
        const std::vector<double> flat(49, height);
        for (const LocalStatistic& s : {getisOrd(flat, w), getisOrd(flat, withSelf(w)), localMoran(flat, w)})
            for (std::size_t i = 0; i < 49; ++i) QVERIFY(std::isnan(s.z[i]) && std::isnan(s.p[i]));
        QVERIFY(std::isnan(globalMoran(flat, w).i));
    }
    const std::vector<double> gone(49, kNaN);
    QVERIFY(std::isnan(getisOrd(gone, w).value[0]));
    QVERIFY(std::isnan(globalMoran(gone, w).i));
    QVERIFY(getisOrd({}, weightsFromLists({})).z.empty());
    // Everyone is everyone's neighbour: Gi* is the same everywhere, there is no variance to judge it by.
    std::vector<std::vector<std::uint32_t>> lists(5);
    for (auto& list : lists) list = {0, 1, 2, 3, 4};
    for (double z : getisOrd(std::vector<double>{1, 2, 4, 8, 16}, withSelf(weightsFromLists(lists))).z) QVERIFY(std::isnan(z));
    for (double z : getisOrd(std::vector<double>{1, 2, 4, 8, 16}, weightsFromLists(lists)).z) QVERIFY(std::isnan(z));
}

/// A billion added to everything changes no z by more than the digits that are lost in the values.
void TestHotspots::largeAndAlike() {
    const SpatialWeights w = columbusLinks(0, WeightStyle::Binary);
    std::vector<double> x = crime(), shifted = x;
    for (double& v : x) v = std::round(v * 64.0) / 64.0;
    for (std::size_t i = 0; i < x.size(); ++i) shifted[i] = x[i] + 1e9;
    QCOMPARE(difference(getisOrd(shifted, withSelf(w)).z, getisOrd(x, withSelf(w)).z, 1e-9), QString());
    QCOMPARE(difference(getisOrd(shifted, w).z, getisOrd(x, w).z, 1e-9), QString());
    QCOMPARE(difference(localMoran(shifted, w).z, localMoran(x, w).z, 1e-9), QString());
    QVERIFY(test::near(globalMoran(shifted, w).i, globalMoran(x, w).i, 1e-9));
}

/// R: sprintf("%.17g", c(2 * pnorm(-1.96), pnorm(-5), pnorm(3, lower.tail = FALSE), 2 * pnorm(-9), pnorm(1.5)))
void TestHotspots::normal() {
    QVERIFY(std::abs(normalP(1.96, Alternative::TwoSided) / 0.049995790296440871 - 1) < 1e-13);
    QVERIFY(std::abs(normalP(-1.96, Alternative::TwoSided) / 0.049995790296440871 - 1) < 1e-13);
    QVERIFY(std::abs(normalP(-5, Alternative::Less) / 2.8665157187919333e-07 - 1) < 1e-13);
    QVERIFY(std::abs(normalP(3, Alternative::Greater) / 0.0013498980316300957 - 1) < 1e-13);
    QVERIFY(std::abs(normalP(9, Alternative::TwoSided) / 2.257176811907681e-19 - 1) < 1e-12);
    QVERIFY(std::abs(normalP(1.5, Alternative::Less) / 0.93319279873114191 - 1) < 1e-13);
    QVERIFY(std::isnan(normalP(kNaN, Alternative::TwoSided)));
}

void TestHotspots::rates() {
    const Columns r = test::readColumns(test::testFile("analysis/nc.csv"));
    const SpatialWeights w = links(QStringLiteral("analysis/nc_links.csv"), 0, 100, WeightStyle::Binary);
    const BayesRates global = bayesRates(r["deaths"], r["births"]);
    QVERIFY(std::abs(global.a / 7.6929306470146507e-07 - 1) < 1e-11);
    QVERIFY(std::abs(global.b / 0.0020214448936544207 - 1) < 1e-13);
    QCOMPARE(difference(global.raw, r["raw"], 1e-15), QString());
    QCOMPARE(difference(global.smoothed, r["global"], 1e-14), QString());
    QCOMPARE(difference(localBayesRates(r["deaths"], r["births"], w).smoothed, r["local"], 1e-14), QString());
    const std::vector<double> z = standardisedRates(r["deaths"], r["births"]);
    QCOMPARE(difference(z, r["z"], 1e-9), QString());
    QVERIFY(std::abs(globalMoran(z, w).i - 0.24299380400792067) < 1e-12);
}

void TestHotspots::ratesAwkward() {
    const std::vector<double> cases{5, 0, 3, kNaN, 2}, people{100, 50, 0, 80, kNaN};
    const BayesRates r = bayesRates(cases, people);
    QCOMPARE(r.raw[0], 0.05);
    QCOMPARE(r.raw[1], 0.0);
    for (std::size_t i : {2U, 3U, 4U}) QVERIFY(std::isnan(r.raw[i]) && std::isnan(r.smoothed[i]));
    QVERIFY(r.smoothed[0] <= 0.05 && r.smoothed[0] >= r.b && r.smoothed[1] >= 0.0 && r.smoothed[1] <= r.b);
    QCOMPARE(r.b, 5.0 / 150.0);
    // Nobody anywhere: rates of 0, nothing to standardise.
    const std::vector<double> none(3, 0.0), hundred(3, 100.0);
    QCOMPARE(bayesRates(none, hundred).smoothed, none);
    QVERIFY(std::isnan(standardisedRates(none, hundred)[0]));
    // An island's local rate is its own.
    QCOMPARE(localBayesRates(std::vector<double>{5, 9}, std::vector<double>{100, 90}, weightsFromLists({{}, {}})).smoothed,
             (std::vector<double>{0.05, 0.1}));
}

QTEST_GUILESS_MAIN(TestHotspots)
#include "test_hotspots.moc"
