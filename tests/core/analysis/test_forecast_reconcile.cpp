// SPDX-License-Identifier: GPL-3.0-or-later
// Forecasts that add up, against the published formulas with dense matrices (oracle/reconcile.R).
#include <QtTest>
#include <cmath>
#include <random>

#include "core/analysis/forecast/reconcile.h"
#include "tests/core/analysis/oracle/oracle_values.h"

using namespace mudeung;
using namespace mudeung::forecast;

namespace {

using Rows = std::vector<std::vector<double>>;

std::vector<double> flat(const Rows& rows) {
    std::vector<double> all;
    for (const auto& row : rows) all.insert(all.end(), row.begin(), row.end());
    return all;
}

const std::vector<std::vector<std::string>> kLevels{{"a", "a", "a", "b", "b", "b", "c", "c", "c"},
                                                    {"x", "y", "y", "x", "x", "y", "y", "x", "y"}};

}  // namespace

class TestForecastReconcile : public QObject {
    Q_OBJECT
private slots:
    void labels();
    void dense();
    void coherentStaysPut();
    void nonNegative();
    void unsuited();
    void city();

private:
    Rows rows(const char* name) const {
        Rows all;
        for (int i = 1; i <= 15; ++i) all.push_back(m_r.of(QString::fromLatin1(name) + QString::number(i)));
        return all;
    }
    const oracle::Values m_r{QStringLiteral("reconcile.txt")};
};

void TestForecastReconcile::labels() {
    std::vector<std::string> names;
    const Hierarchy hierarchy = hierarchyOf(kLevels, 9, true, &names);
    QCOMPARE(hierarchy.size(), 15);
    QCOMPARE(names, (std::vector<std::string>{"total", "a", "b", "c", "x", "y"}));
    QCOMPARE(hierarchy.aggregates[4], (std::vector<int>{0, 3, 4, 7}));
    // A dong with one stop, and a city with one district, say nothing new.
    const Hierarchy twice = hierarchyOf({{"a", "b", "b"}, {"g", "g", "g"}}, 3);
    QCOMPARE(twice.aggregates, (std::vector<std::vector<int>>{{0, 1, 2}, {1, 2}}));
}

void TestForecastReconcile::dense() {
    const Hierarchy hierarchy = hierarchyOf(kLevels, 9);
    const Rows residuals = rows("residual");
    COMPARE_NUMBERS(std::vector<double>{shrinkageIntensity(residuals)}, m_r.of(QStringLiteral("lambda")), 1e-10);
    const struct {
        const char* name;
        ReconcileMethod method;
    } cases[] = {{"mint", ReconcileMethod::MintShrink},
                 {"variance", ReconcileMethod::WlsVariance},
                 {"structural", ReconcileMethod::WlsStructural},
                 {"bottomup", ReconcileMethod::BottomUp}};
    for (const auto& c : cases) {
        const auto result = reconcile(hierarchy, rows("base"), residuals, c.method);
        QVERIFY(result);
        COMPARE_NUMBERS(flat(result->forecasts), m_r.of(QString::fromLatin1(c.name)), 1e-9);
    }
    const auto result = reconcile(hierarchy, rows("base"), residuals, ReconcileMethod::MintShrink);
    COMPARE_NUMBERS(std::vector<double>{result->shrinkage}, m_r.of(QStringLiteral("lambda")), 1e-10);
    // Times at which one series has no residual count for none.
    Rows gaps = residuals;
    for (auto& series : gaps) series.insert(series.begin(), 5.0);
    gaps[3][0] = std::nan("");
    const auto same = reconcile(hierarchy, rows("base"), gaps, ReconcileMethod::MintShrink);
    COMPARE_NUMBERS(flat(same->forecasts), m_r.of(QStringLiteral("mint")), 1e-9);
}

/// S G S = S: what adds up already is not touched, so that unbiased forecasts stay unbiased.
void TestForecastReconcile::coherentStaysPut() {
    const Hierarchy hierarchy = hierarchyOf(kLevels, 9);
    const Rows coherent = reconcile(hierarchy, rows("base"), {}, ReconcileMethod::BottomUp)->forecasts;
    for (const auto method : {ReconcileMethod::MintShrink, ReconcileMethod::WlsVariance, ReconcileMethod::WlsStructural}) {
        COMPARE_NUMBERS(flat(reconcile(hierarchy, coherent, rows("residual"), method)->forecasts), flat(coherent), 1e-11);
    }
}

void TestForecastReconcile::nonNegative() {
    const Hierarchy hierarchy = hierarchyOf(kLevels, 9);
    const auto plain = reconcile(hierarchy, rows("base"), {}, ReconcileMethod::BottomUp);
    const auto cut = reconcile(hierarchy, rows("base"), {}, ReconcileMethod::BottomUp, true);
    QCOMPARE(plain->forecasts[7][1], -4.0);
    QCOMPARE(cut->raised, 1);
    QCOMPARE(cut->forecasts[7][1], 0.0);
    QVERIFY(std::abs(cut->forecasts[0][1] - plain->forecasts[0][1] - 4.0) < 1e-12);
    QCOMPARE(plain->raised, 0);
}

void TestForecastReconcile::unsuited() {
    const Hierarchy hierarchy = hierarchyOf(kLevels, 9);
    std::string why;
    QVERIFY(!reconcile(hierarchy, Rows(3), {}, ReconcileMethod::BottomUp, false, &why));
    QVERIFY(!why.empty());
    QVERIFY(!reconcile(hierarchy, rows("base"), {}, ReconcileMethod::MintShrink, false, &why));
    QVERIFY(!reconcile(hierarchy, rows("base"), Rows(15, std::vector<double>(20, 0.0)), ReconcileMethod::WlsVariance, false, &why));
    QVERIFY(
        !reconcile(hierarchy, rows("base"), Rows(15, std::vector<double>(20, std::nan(""))), ReconcileMethod::WlsVariance, false, &why));
    // Nothing to reconcile: as it was.
    const auto alone = reconcile(Hierarchy{2, {}}, Rows{{1, 2}, {3, 4}}, {}, ReconcileMethod::MintShrink);
    COMPARE_NUMBERS(flat(alone->forecasts), (std::vector<double>{1, 2, 3, 4}), 0.0);
}

/// 2,420 stops in 96 dongs of 5 districts: adds up to the last digit that a sum of doubles has, and errors get smaller at every level.
void TestForecastReconcile::city() {
    constexpr int kStops = 2420;
    constexpr int kTimes = 100;
    std::vector<std::vector<std::string>> levels(2, std::vector<std::string>(kStops));
    for (int i = 0; i < kStops; ++i) {
        levels[0][i] = "dong" + std::to_string(i * 96 / kStops);
        levels[1][i] = "district" + std::to_string(i * 5 / kStops);
    }
    const Hierarchy hierarchy = hierarchyOf(levels, kStops);
    QCOMPARE(hierarchy.size(), kStops + 96 + 5 + 1);
    std::mt19937_64 random(6);
    std::normal_distribution<double> normal;
    const std::size_t a = hierarchy.aggregates.size();
    const auto errors = [&](std::size_t i) {
        const double size = i < a ? 0.5 * std::sqrt(static_cast<double>(hierarchy.aggregates[i].size())) : 1.0;
        return size * normal(random);
    };
    Rows residuals(hierarchy.size());
    Rows base(hierarchy.size());
    Rows truth(hierarchy.size());
    for (std::size_t i = a; i < base.size(); ++i) truth[i] = {10.0 + normal(random)};
    for (std::size_t k = 0; k < a; ++k) {
        double sum = 0.0;
        for (const int i : hierarchy.aggregates[k]) sum += truth[a + i][0];
        truth[k] = {sum};
    }
    for (std::size_t i = 0; i < base.size(); ++i) {
        for (int t = 0; t < kTimes; ++t) residuals[i].push_back(errors(i));
        base[i] = {truth[i][0] + errors(i)};
    }
    const auto result = reconcile(hierarchy, base, residuals, ReconcileMethod::MintShrink);
    QVERIFY(result);
    double before = 0.0;
    double after = 0.0;
    double bottomBefore = 0.0;
    double bottomAfter = 0.0;
    for (std::size_t i = 0; i < base.size(); ++i) {
        (i < a ? before : bottomBefore) += std::pow(base[i][0] - truth[i][0], 2);
        (i < a ? after : bottomAfter) += std::pow(result->forecasts[i][0] - truth[i][0], 2);
    }
    QVERIFY(after < before);
    QVERIFY(bottomAfter < bottomBefore);
    for (std::size_t k = 0; k < a; ++k) {
        double sum = 0.0;
        for (const int i : hierarchy.aggregates[k]) sum += result->forecasts[a + i][0];
        QCOMPARE(result->forecasts[k][0], sum);
    }
}

QTEST_APPLESS_MAIN(TestForecastReconcile)
#include "test_forecast_reconcile.moc"
