// SPDX-License-Identifier: GPL-3.0-or-later
// STL, MSTL, strength of season and filled gaps against R (oracle/stl.R).
#include <QtTest>
#include <cmath>

#include "core/analysis/forecast/fourier.h"
#include "core/analysis/forecast/stl.h"
#include "core/analysis/math/least_squares.h"
#include "tests/core/analysis/oracle/oracle_values.h"

using namespace mudeung;
using namespace mudeung::forecast;

namespace {

constexpr double kTolerance = 1e-9;

/// The values that the script prints of a long column.
std::vector<double> some(const std::vector<double>& values, int count = 40) {
    std::vector<double> out;
    const double step = (static_cast<double>(values.size()) - 1.0) / (count - 1);
    for (int i = 0; i < count; ++i) {
        // R rounds halves to even.
        out.push_back(values[static_cast<std::size_t>(std::nearbyint(1.0 + step * i)) - 1]);
    }
    return out;
}

std::vector<double> logs(std::vector<double> values) {
    for (double& value : values) value = std::log(value);
    return values;
}

void compare(const oracle::Values& expected, const QString& name, const std::optional<StlParts>& parts) {
    QVERIFY(parts.has_value());
    COMPARE_NUMBERS(some(parts->seasonal), expected.of(name + QStringLiteral(".seasonal")), kTolerance);
    COMPARE_NUMBERS(some(parts->trend), expected.of(name + QStringLiteral(".trend")), kTolerance);
    COMPARE_NUMBERS(some(parts->remainder), expected.of(name + QStringLiteral(".remainder")), kTolerance);
}

void compare(const oracle::Values& expected, const QString& name, const MstlParts& parts) {
    COMPARE_NUMBERS(some(parts.trend), expected.of(name + QStringLiteral(".Trend")), kTolerance);
    for (std::size_t k = 0; k < parts.seasons.size(); ++k) {
        COMPARE_NUMBERS(some(parts.seasonals[k]), expected.of(name + QStringLiteral(".Seasonal%1").arg(parts.seasons[k])), kTolerance);
    }
    COMPARE_NUMBERS(some(parts.remainder), expected.of(name + QStringLiteral(".Remainder")), kTolerance);
}

}  // namespace

class TestStl : public QObject {
    Q_OBJECT
private slots:
    void oneSeason();
    void severalSeasons();
    void strength();
    void gaps();
    void unsuited();
    void leastSquaresLeavesOut();
    void fourierRepeats();

private:
    const oracle::Values m_r{QStringLiteral("stl.txt")};
};

void TestStl::oneSeason() {
    const auto nottem = m_r.of(QStringLiteral("nottem"));
    const auto gas = logs(m_r.of(QStringLiteral("ukgas")));
    StlOptions options;
    compare(m_r, QStringLiteral("nottem.periodic"), stl(nottem, 12, options));
    const std::vector<double> odd(nottem.begin(), nottem.end() - 1);
    options.robust = true;
    compare(m_r, QStringLiteral("nottem.periodicrobust"), stl(odd, 12, options));
    options.seasonalWindow = 13;
    const auto robust = stl(odd, 12, options);
    compare(m_r, QStringLiteral("nottem.robust"), robust);
    COMPARE_NUMBERS(some(robust->weights), m_r.of(QStringLiteral("nottem.robust.weights")), kTolerance);
    options = {};
    options.seasonalWindow = 7;
    compare(m_r, QStringLiteral("nottem.7"), stl(nottem, 12, options));
    compare(m_r, QStringLiteral("ukgas.7"), stl(gas, 4, options));
    options.seasonalWindow = 8;
    options.trendWindow = 10;
    compare(m_r, QStringLiteral("ukgas.even"), stl(gas, 4, options));
    options = {};
    options.seasonalWindow = 35;
    options.trendWindow = 41;
    options.seasonalDegree = 1;
    options.lowPassWindow = 25;
    options.trendDegree = 0;
    options.lowPassDegree = 1;
    compare(m_r, QStringLiteral("nottem.wide"), stl(nottem, 12, options));
}

void TestStl::severalSeasons() {
    const auto taylor = m_r.of(QStringLiteral("taylor"));
    const auto parts = mstl(taylor, {336, 48});
    QCOMPARE(parts.seasons, (std::vector<int>{48, 336}));
    compare(m_r, QStringLiteral("taylor.mstl"), parts);
    MstlOptions robust;
    robust.robust = true;
    compare(m_r, QStringLiteral("taylor.mstlrobust"), mstl(std::span(taylor).first(1343), {48, 336}, robust));
    const auto shortened = mstl(std::span(taylor).first(600), {48, 336});
    QCOMPARE(shortened.seasons, std::vector<int>{48});
    QCOMPARE(shortened.dropped, std::vector<int>{336});
    compare(m_r, QStringLiteral("taylor.short"), shortened);
    compare(m_r, QStringLiteral("air.mstl"), mstl(m_r.of(QStringLiteral("air")), {12}));
    // What was taken apart adds up again.
    for (std::size_t i = 0; i < taylor.size(); ++i) {
        const double sum = parts.trend[i] + parts.seasonals[0][i] + parts.seasonals[1][i] + parts.remainder[i];
        QVERIFY(std::abs(sum - taylor[i]) < 1e-9);
    }
}

void TestStl::strength() {
    const auto expected = m_r.of(QStringLiteral("strength"));
    QCOMPARE(expected.size(), std::size_t{4});
    const auto air = seasonalStrength(mstl(m_r.of(QStringLiteral("air")), {12}));
    const auto taylor = seasonalStrength(mstl(m_r.of(QStringLiteral("taylor")), {48, 336}));
    COMPARE_NUMBERS((std::vector<double>{air.at(0), taylor.at(0), taylor.at(1)}),
                    (std::vector<double>{expected[0], expected[1], expected[2]}), kTolerance);
    QVERIFY(seasonalStrength(mstl(m_r.of(QStringLiteral("air")), {1})).empty());
}

void TestStl::gaps() {
    auto air = m_r.of(QStringLiteral("air"));
    air.pop_back();
    for (const int i : {0, 19, 20, 21, 49, 142}) air[static_cast<std::size_t>(i)] = std::nan("");
    for (int i = 79; i < 95; ++i) air[static_cast<std::size_t>(i)] = std::nan("");
    COMPARE_NUMBERS(fillGaps(air, {12}), m_r.of(QStringLiteral("air.filled")), kTolerance);
    compare(m_r, QStringLiteral("air.holes"), mstl(air, {12}));
    auto taylor = m_r.of(QStringLiteral("taylor"));
    taylor.pop_back();
    std::vector<std::size_t> holes{2, 699, 1342};
    for (std::size_t i = 99; i < 140; ++i) holes.insert(holes.end() - 2, i);
    for (const std::size_t i : holes) taylor[i] = std::nan("");
    const auto filled = fillGaps(taylor, {48, 336});
    std::vector<double> at;
    for (const std::size_t i : holes) at.push_back(filled[i]);
    COMPARE_NUMBERS(at, m_r.of(QStringLiteral("taylor.filled")), kTolerance);
    const double nan = std::nan("");
    COMPARE_NUMBERS(fillGaps(std::vector<double>{3, nan, nan, 9, nan, 4}, {}), m_r.of(QStringLiteral("linear.filled")), kTolerance);
    QVERIFY(std::isnan(fillGaps(std::vector<double>{nan, nan}, {7}).front()));
}

void TestStl::unsuited() {
    std::vector<double> values(24, 1.0);
    QVERIFY(!stl(values, 12));
    values.push_back(1.0);
    QVERIFY(stl(values, 12));
    values.push_back(std::nan(""));
    QVERIFY(!stl(values, 12));
    QVERIFY(!stl(values, 1));
    QVERIFY(mstl(values, {30}).seasonals.empty());
    QCOMPARE(mstl(values, {30}).dropped, std::vector<int>{30});
}

/// y = 1 + 2 x, the third column twice the second: left out, and the same fit.
void TestStl::leastSquaresLeavesOut() {
    const std::vector<std::vector<double>> columns{{1, 1, 1, 1, 1}, {0, 1, 2, 3, 4}, {0, 2, 4, 6, 8}, {1, 2, 3, 4, 5}};
    const auto fit = leastSquares(std::vector<double>{1, 3, std::nan(""), 7, 9}, columns);
    QCOMPARE(fit.kept, (std::vector<bool>{true, true, false, false}));
    QCOMPARE(fit.rank, 2);
    QCOMPARE(fit.rows, 4);
    COMPARE_NUMBERS(fit.coefficients, (std::vector<double>{1, 2, 0, 0}), 1e-12);
    QVERIFY(std::isnan(fit.residuals[2]));
    // By hand: x = 0, 1, 2; y = 0, 0, 3: slope 1.5, intercept −0.5, RSS 1.5, s² = 1.5, se(slope) = √(1.5 ÷ 2).
    const auto small = leastSquares(std::vector<double>{0, 0, 3}, std::vector<std::vector<double>>{{1, 1, 1}, {0, 1, 2}});
    COMPARE_NUMBERS(small.coefficients, (std::vector<double>{-0.5, 1.5}), 1e-12);
    COMPARE_NUMBERS(std::vector<double>{small.standardErrors[1]}, std::vector<double>{std::sqrt(0.75)}, 1e-12);
}

void TestStl::fourierRepeats() {
    // 168 hours hold 24 seven times: its 7th pair is the first of 24.
    const auto terms = fourierTerms(std::vector<double>{24, 168}, std::vector<int>{3, 8});
    QCOMPARE(terms.size(), std::size_t{2 * (3 + 8 - 1)});
    // The sine at half a cycle per step is 0 everywhere.
    QCOMPARE(fourierTerms(std::vector<double>{4}, std::vector<int>{5}).size(), std::size_t{3});
    const auto cosine = fourierColumn({0.25, false}, 1, 4);
    COMPARE_NUMBERS(cosine, (std::vector<double>{0, -1, 0, 1}), 1e-12);
}

QTEST_APPLESS_MAIN(TestStl)
#include "test_stl.moc"
