// SPDX-License-Identifier: GPL-3.0-or-later
// Level shifts against series with known answers, and against noise: how often nothing is taken for something.
#include <QtTest>
#include <cmath>
#include <random>

#include "core/analysis/quality/level_shift.h"

using namespace mudeung;

namespace {

constexpr int kWeeks = 104;

/// Means per day of Poisson counts of whole weeks.
std::vector<double> poissonWeeks(std::mt19937& random, double perDay, int weeks = kWeeks) {
    std::poisson_distribution<int> count(perDay * 7.0);
    std::vector<double> series;
    for (int w = 0; w < weeks; ++w) series.push_back(count(random) / 7.0);
    return series;
}

/// Weeks that remember the one before: correlation `rho`, standard deviation `sigma`.
std::vector<double> rememberingWeeks(std::mt19937& random, double level, double sigma, double rho) {
    std::normal_distribution<double> normal(0.0, sigma * std::sqrt(1.0 - rho * rho));
    std::vector<double> series;
    double state = 0.0;
    for (int w = 0; w < kWeeks; ++w) {
        state = rho * state + normal(random);
        series.push_back(level + state);
    }
    return series;
}

}  // namespace

class TestLevelShift : public QObject {
    Q_OBJECT
private slots:
    void medians();
    void stepByHand();
    void scoreByHand();
    void twoSteps();
    void gapsDoNotMoveTheDate();
    void tooFewWeeks();
    void smallStepsAreLeft();
    void eventsAndDriftsAreNoShifts();
    void falseAlarms();
    void power();
    void seasonIsCommon();
};

void TestLevelShift::medians() {
    QCOMPARE(medianOf({3, 1, 2}), 2.0);
    QCOMPARE(medianOf({4, 1, 2, 3}), 2.5);
    QCOMPARE(medianOf({4, std::nan(""), 2}), 3.0);
    QVERIFY(std::isnan(medianOf({})));
}

void TestLevelShift::stepByHand() {
    std::vector<double> weeks(30, 10.0);
    weeks.insert(weeks.end(), 20, 14.0);
    const auto shifts = levelShifts(weeks, false);
    QCOMPARE(shifts.size(), std::size_t{1});
    QCOMPARE(shifts[0].week, 30);
    QCOMPARE(shifts[0].before, 10.0);
    QCOMPARE(shifts[0].after, 14.0);
    QVERIFY(levelShifts(std::vector<double>(60, 10.0), true).empty());
}

/// 16 weeks of 0, 16 of 700, counted: no step but one, so the noise is that of a count: √(700 / 7) = 10; error of the difference
/// 10 · √(π/2 · (1/16 + 1/16)) = 4.431135; score 700 / 4.431135 = 157.9731.
void TestLevelShift::scoreByHand() {
    std::vector<double> weeks(16, 0.0);
    weeks.insert(weeks.end(), 16, 700.0);
    const auto shifts = levelShifts(weeks, true);
    QCOMPARE(shifts.size(), std::size_t{1});
    QVERIFY2(std::abs(shifts[0].score - 157.9731) < 1e-3, qPrintable(QString::number(shifts[0].score, 'f', 6)));
}

void TestLevelShift::twoSteps() {
    std::mt19937 random(3);
    std::vector<double> weeks = poissonWeeks(random, 100.0, 40);
    for (const double w : poissonWeeks(random, 200.0, 30)) weeks.push_back(w);
    for (const double w : poissonWeeks(random, 60.0, 34)) weeks.push_back(w);
    const auto shifts = levelShifts(weeks, true);
    QCOMPARE(shifts.size(), std::size_t{2});
    QCOMPARE(shifts[0].week, 40);
    QCOMPARE(shifts[1].week, 70);
    QVERIFY(std::abs(shifts[0].after - 200.0) < 5.0);
    QVERIFY(std::abs(shifts[1].after - 60.0) < 5.0);
}

void TestLevelShift::gapsDoNotMoveTheDate() {
    std::vector<double> weeks(20, 10.0);
    weeks.insert(weeks.end(), 5, std::nan(""));
    weeks.insert(weeks.end(), 20, 30.0);
    const auto shifts = levelShifts(weeks, false);
    QCOMPARE(shifts.size(), std::size_t{1});
    QCOMPARE(shifts[0].week, 25);
}

void TestLevelShift::tooFewWeeks() {
    std::vector<double> weeks(7, 10.0);
    weeks.insert(weeks.end(), 8, 50.0);
    QVERIFY(levelShifts(weeks, false).empty());
    weeks.insert(weeks.begin(), 10.0);
    QCOMPARE(levelShifts(weeks, false).size(), std::size_t{1});
    QVERIFY(levelShifts({}, true).empty());
}

/// 10 → 12 is 17 % of the larger level: real, but below what is worth a line.
void TestLevelShift::smallStepsAreLeft() {
    std::vector<double> weeks(30, 10.0);
    weeks.insert(weeks.end(), 30, 12.0);
    QVERIFY(levelShifts(weeks, false).empty());
}

void TestLevelShift::eventsAndDriftsAreNoShifts() {
    std::mt19937 random(8);
    std::vector<double> strike = poissonWeeks(random, 100.0);
    for (int w = 50; w < 54; ++w) strike[static_cast<std::size_t>(w)] = 5.0;
    QVERIFY(levelShifts(strike, true).empty());
    std::vector<double> drift;
    for (int w = 0; w < kWeeks; ++w) drift.push_back(poissonWeeks(random, 100.0 + w, 1).front());
    QVERIFY(levelShifts(drift, true).empty());
}

/// Nothing happens in any of these; the README states the shares.
void TestLevelShift::falseAlarms() {
    constexpr int kSeries = 2000;
    std::mt19937 random(11);
    int small = 0, large = 0, memory = 0;
    for (int i = 0; i < kSeries; ++i) {
        small += levelShifts(poissonWeeks(random, 2.0), true).empty() ? 0 : 1;
        large += levelShifts(poissonWeeks(random, 200.0), true).empty() ? 0 : 1;
        memory += levelShifts(rememberingWeeks(random, 100.0, 15.0, 0.5), false).empty() ? 0 : 1;
    }
    qInfo("false alarms in %d series: counts of 2 a day %d, of 200 a day %d, weeks with correlation 0.5 %d", kSeries, small, large, memory);
    QVERIFY(small <= kSeries / 200);
    QVERIFY(large == 0);
    QVERIFY(memory <= kSeries / 20);
}

/// A third less from week 60 on at a place of 20 a day: found nearly always, within two weeks.
void TestLevelShift::power() {
    constexpr int kSeries = 500;
    std::mt19937 random(12);
    int found = 0, dated = 0;
    for (int i = 0; i < kSeries; ++i) {
        std::vector<double> weeks = poissonWeeks(random, 20.0, 60);
        for (const double w : poissonWeeks(random, 13.3, kWeeks - 60)) weeks.push_back(w);
        const auto shifts = levelShifts(weeks, true);
        found += shifts.size() == 1 ? 1 : 0;
        dated += shifts.size() == 1 && std::abs(shifts[0].week - 60) <= 2 ? 1 : 0;
    }
    qInfo("found %d of %d, within two weeks %d", found, kSeries, dated);
    QVERIFY(found >= kSeries * 98 / 100);
    QVERIFY(dated >= kSeries * 95 / 100);
}

/// Every second half year all places have half their passengers; only the place that really changes is left when what is common is taken
/// out.
void TestLevelShift::seasonIsCommon() {
    std::mt19937 random(13);
    const auto season = [](int week) { return week % 52 >= 26 ? 0.5 : 1.0; };
    std::vector<std::vector<double>> places;
    for (int p = 0; p < 40; ++p) {
        std::vector<double> weeks;
        for (int w = 0; w < kWeeks; ++w)
            weeks.push_back(poissonWeeks(random, 50.0 * season(w) * (p == 7 && w >= 45 ? 2.0 : 1.0), 1).front());
        places.push_back(weeks);
    }
    QVERIFY(!levelShifts(places[0], true).empty());
    const std::vector<double> common = commonWeeks(places);
    QVERIFY(std::abs(common[30] / common[10] - 0.5) < 0.03);
    for (int p = 0; p < 40; ++p) {
        auto& weeks = places[static_cast<std::size_t>(p)];
        for (std::size_t w = 0; w < weeks.size(); ++w) weeks[w] /= common[w];
        const auto shifts = levelShifts(weeks, true);
        QCOMPARE(shifts.size(), std::size_t(p == 7 ? 1 : 0));
        if (p == 7) QVERIFY(std::abs(shifts[0].week - 45) <= 1);
    }
    places.resize(9);
    QCOMPARE(commonWeeks(places), std::vector<double>(kWeeks, 1.0));
}

QTEST_GUILESS_MAIN(TestLevelShift)
#include "test_level_shift.moc"
