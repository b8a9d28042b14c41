// SPDX-License-Identifier: GPL-3.0-or-later
// PELT against exact dynamic programming of R and of plain loops; usual days by hand; dates of shifts in made cities: few false, most
// found, intervals that hold.
#include <QtTest>
#include <cmath>
#include <limits>

#include "core/analysis/change_points/level_shift_dates.h"
#include "core/analysis/change_points/pelt.h"
#include "tests/support/simulated_city.h"
#include "tests/support/test_runs.h"

using namespace mudeung;
using namespace mudeung::test;

namespace {

/// As in tests/core/analysis/oracle/change_points.R.
double made(int k, int salt) {
    return (static_cast<long long>(k) * 104729 + salt * 7919 + static_cast<long long>(k) * k % 613 * 31) % 1009 / 1009.0;
}

std::vector<double> seriesNamed(char name) {
    std::vector<double> y;
    if (name == 'a')
        for (int k = 0; k < 200; ++k) y.push_back(20 + 6 * made(k, 1) + (k < 70 ? 0 : k < 130 ? 5 : -2));
    if (name == 'b')
        for (int k = 0; k < 180; ++k) y.push_back(50 + 12 * made(k, 2));
    if (name == 'c')
        for (int k = 0; k < 240; ++k)
            y.push_back(10 + 4 * made(k, 3) + std::vector<double>{0, 3, 6, 1}[std::size_t(k / 60)] + (k < 228 ? 0 : 7));
    return y;
}

double penalisedCost(const SegmentSums& sums, std::vector<int> changes, const PeltOptions& o) {
    double cost = o.penalty * static_cast<double>(changes.size());
    int from = 0;
    changes.push_back(sums.length());
    for (const int to : changes) {
        cost += sums.cost(from, to) / o.variance;
        from = to;
    }
    return cost;
}

/// Optimal partitioning, every last change tried.
double leastCost(const SegmentSums& sums, const PeltOptions& o) {
    const int n = sums.length();
    std::vector<double> best(static_cast<std::size_t>(n) + 1, std::numeric_limits<double>::infinity());
    best[0] = -o.penalty;
    for (int t = o.minSegment; t <= n; ++t)
        for (int s = 0; s <= t - o.minSegment; ++s)
            best[std::size_t(t)] = std::min(best[std::size_t(t)], best[std::size_t(s)] + sums.cost(s, t) / o.variance + o.penalty);
    return best[std::size_t(n)];
}

std::vector<DayClass> classesFrom(QDate first, int days) {
    const HolidayCalendar& calendar = HolidayCalendar::korea();
    std::vector<DayClass> classes;
    for (int d = 0; d < days; ++d) {
        const QDate date = first.addDays(d);
        const QString name = calendar.nameOf(date, false);
        const bool feast = name.contains(QStringLiteral("Seollal")) || name.contains(QStringLiteral("Chuseok"));
        classes.push_back(feast ? kFeastDay : calendar.isHoliday(date) ? kPublicHoliday : static_cast<DayClass>(date.dayOfWeek() - 1));
    }
    return classes;
}

}  // namespace

class TestChangePoints : public QObject {
    Q_OBJECT
private slots:
    void peltAgreesWithStrucchange();
    void weightedPeltAgreesWithR();
    void peltIsOptimal();
    void tooShort();
    void largestContrast();
    void profileByHand();
    void levelsAreAdjustedByDifferences();
    void stepByHand();
    void daysWithoutData();
    void sameBitsOnAnyNumberOfThreads();
    void cityWideStrikeIsNoShift();
    void falseDiscoveries_data();
    void falseDiscoveries();
};

/// Rscript tests/core/analysis/oracle/change_points.R (R 4.2.2, strucchange 1.5-3).
void TestChangePoints::peltAgreesWithStrucchange() {
    struct Case {
        char name;
        int least;
        double variance, penalty;
        std::vector<int> changes;
        double cost;
    };
    const std::vector<Case> cases{{'a', 14, 3, 12, {70, 130}, 219.7534946},
                                  {'a', 30, 3, 12, {70, 130}, 219.7534946},
                                  {'b', 14, 12, 10, {}, 187.1867648},
                                  {'c', 10, 1.4, 16, {60, 120, 180, 228}, 314.1944225},
                                  {'c', 25, 1.4, 16, {60, 120, 180, 214}, 563.5854093},
                                  {'c', 25, 1.4, 1.5, {60, 120, 180, 214}, 505.5854093}};
    for (const Case& c : cases) {
        const std::vector<double> y = seriesNamed(c.name);
        const SegmentSums sums(y, std::vector<double>(y.size(), 1.0));
        const PeltOptions options{c.variance, c.penalty, c.least};
        const std::vector<int> changes = pelt(sums, options);
        QCOMPARE(changes, c.changes);
        double squares = 0.0;
        for (const double v : y) squares += v * v;
        QVERIFY(std::abs(penalisedCost(sums, changes, options) + squares / c.variance - c.cost) < 1e-6);
    }
}

void TestChangePoints::weightedPeltAgreesWithR() {
    struct Case {
        int least;
        double variance, penalty;
        std::vector<int> changes;
        double cost;
    };
    const std::vector<Case> cases{{28, 30, 12, {100, 133, 200}, -11226.1397199},
                                  {7, 30, 12, {100, 133, 200}, -11226.1397199},
                                  {28, 12, 3, {100, 133, 200}, -28146.3492998},
                                  {7, 8, 2, {36, 43, 64, 72, 81, 88, 100, 133, 140, 152, 177, 200, 258, 269, 290}, -42234.1244091},
                                  {1, 25, 9, {100, 133, 200}, -13487.5676639}};
    const std::vector<double> week{1.1, 1.2, 1.15, 1.2, 1.25, 0.7, 0.4};
    std::vector<double> y, w;
    for (int k = 0; k < 300; ++k) {
        w.push_back(week[std::size_t(k % 7)]);
        y.push_back(std::floor(w.back() * (30 + 8 * made(k, 5) + (k < 100 ? 0 : k < 133 ? 7 : k < 200 ? -6 : 1))));
    }
    const SegmentSums sums(y, w);
    for (const Case& c : cases) {
        const PeltOptions options{c.variance, c.penalty, c.least};
        const std::vector<int> changes = pelt(sums, options);
        QCOMPARE(changes, c.changes);
        QVERIFY(std::abs(penalisedCost(sums, changes, options) - c.cost) < 1e-6);
    }
}

/// Noise, steps and drifts, short and long least segments, small and large penalties: never dearer than the optimum.
void TestChangePoints::peltIsOptimal() {
    for (int run = 0; run < 400; ++run) {
        Random random(3, static_cast<std::uint64_t>(run));
        const int n = 20 + static_cast<int>(random.below(140));
        std::vector<double> y, w;
        double level = 10.0;
        for (int k = 0; k < n; ++k) {
            if (random.below(25) == 0) level = 20.0 * random.uniform();
            w.push_back(0.2 + random.uniform());
            y.push_back(w.back() * (level + (run % 3 == 0 ? 0.1 * k : 0.0)) + random.normal());
        }
        const SegmentSums sums(y, w);
        const PeltOptions options{0.3 + 2.0 * random.uniform(), 12.0 * random.uniform(), 1 + static_cast<int>(random.below(15))};
        const std::vector<int> changes = pelt(sums, options);
        int from = 0;
        for (const int at : changes) {
            QVERIFY(at - from >= options.minSegment);
            from = at;
        }
        QVERIFY(n - from >= options.minSegment || changes.empty());
        if (n < 2 * options.minSegment) continue;
        const double best = leastCost(sums, options);
        QVERIFY2(std::abs(penalisedCost(sums, changes, options) - best) <= 1e-9 * std::abs(best), qPrintable(QString::number(run)));
    }
}

void TestChangePoints::tooShort() {
    const std::vector<double> y(9, 1.0);
    QVERIFY(pelt(SegmentSums(y, y), {1.0, 0.0, 5}).empty());
    QVERIFY(pelt(SegmentSums({}, {}), {1.0, 0.0, 1}).empty());
}

/// The tail of the largest contrast against simulated white noise: what it calls 5 % and 1 % happens no more often, and not much less.
void TestChangePoints::largestContrast() {
    constexpr int kRuns = 4000, kLength = 400, kLeast = 20;
    int five = 0, one = 0;
    std::vector<double> sums(kLength + 1);
    for (int run = 0; run < kRuns; ++run) {
        Random random(8, static_cast<std::uint64_t>(run));
        for (int k = 0; k < kLength; ++k) sums[std::size_t(k) + 1] = sums[std::size_t(k)] + random.normal();
        double most = 0.0;
        for (int t = kLeast; t <= kLength - kLeast; ++t) {
            const double contrast = sums[std::size_t(t)] / t - (sums[kLength] - sums[std::size_t(t)]) / (kLength - t);
            most = std::max(most, std::abs(contrast) / std::sqrt(1.0 / t + 1.0 / (kLength - t)));
        }
        const double p = largestContrastP(most, 1.0 * kLeast / kLength, 1.0 * kLeast / kLength);
        five += p <= 0.05;
        one += p <= 0.01;
    }
    qInfo("p <= 0.05 in %.2f %%, p <= 0.01 in %.2f %%", 100.0 * five / kRuns, 100.0 * one / kRuns);
    QVERIFY(five <= 0.055 * kRuns && five >= 0.025 * kRuns);
    QVERIFY(one <= 0.0125 * kRuns && one >= 0.004 * kRuns);
    QCOMPARE(largestContrastP(0.0, 0.1, 0.1), 1.0);
    QVERIFY(largestContrastP(1.0, 0.1, 0.1) == 1.0);
}

/// Three weeks from a Wednesday: weekdays 10, Saturdays 6, Sundays 4; the middle Thursday is a holiday with 5.
void TestChangePoints::profileByHand() {
    std::vector<double> y;
    std::vector<DayClass> classes;
    for (int d = 0; d < 33; ++d) {
        const int weekday = (d + 2) % 7;
        y.push_back(weekday == 5 ? 6.0 : weekday == 6 ? 4.0 : 10.0);
        classes.push_back(static_cast<DayClass>(weekday));
    }
    classes[15] = kPublicHoliday;
    y[15] = 5.0;
    const auto profile = classProfile(y, classes, 2, true);
    QCOMPARE(profile.size(), std::size_t{kDayClasses});
    QVERIFY(std::abs(profile[0] - 70.0 / 60.0) < 1e-12);
    QVERIFY(std::abs(profile[5] - 42.0 / 60.0) < 1e-12);
    QVERIFY(std::abs(profile[6] - 28.0 / 60.0) < 1e-12);
    QVERIFY(std::abs(profile[7] - 35.0 / 60.0) < 1e-12);  // half a weekday
    QCOMPARE(profile[8], profile[6]);                     // no feast in the data: like Sundays
    const std::vector<double> common(33, 1.0);
    const AdjustedSeries series = adjusted(y, classes, profile, common, true);
    QCOMPARE(series.days.size(), std::size_t{33});
    for (std::size_t k = 0; k < 33; ++k) QVERIFY(std::abs(series.values[k] / series.weights[k] - 60.0 / 7.0) < 1e-9);
    const std::vector<double> nothing(33, 0.0);
    QCOMPARE(classProfile(nothing, classes, 2, true)[3], 1.0);
}

void TestChangePoints::levelsAreAdjustedByDifferences() {
    std::vector<double> y;
    std::vector<DayClass> classes;
    for (int d = 0; d < 28; ++d) {
        y.push_back(-3.0 + (d % 7 == 6 ? 7.0 : 0.0));
        classes.push_back(static_cast<DayClass>(d % 7));
    }
    const auto profile = classProfile(y, classes, 0, false);
    QVERIFY(std::abs(profile[0] + 1.0) < 1e-12);
    QVERIFY(std::abs(profile[6] - 6.0) < 1e-12);
    const AdjustedSeries series = adjusted(y, classes, profile, std::vector<double>(28, 0.0), false);
    for (const double v : series.values) QVERIFY(std::abs(v + 2.0) < 1e-12);
}

/// A place of 100 a day with weekdays, half of it from day 300 on; a Poisson count, so the date is known to about a day.
void TestChangePoints::stepByHand() {
    const QDate first(2023, 1, 2);
    DayMatrix days(1, 728);
    Random random(12);
    for (int d = 0; d < 728; ++d) days.at(0, d) = drawPoisson(random, 100.0 * dayFactor(first.addDays(d)) * (d < 300 ? 1.0 : 0.5));
    const auto found = levelShiftDates(days, classesFrom(first, 728), 0, {});
    QCOMPARE(found.size(), std::size_t{1});
    QCOMPARE(found[0].days, 728);
    QCOMPARE(found[0].shifts.size(), std::size_t{1});
    const LevelShiftDate& shift = found[0].shifts[0];
    QVERIFY(std::abs(shift.day - 300) <= 1);
    QVERIFY(shift.earliest <= 300 && shift.latest >= 300 && shift.latest - shift.earliest <= 4);
    QVERIFY(std::abs(shift.after / shift.before - 0.5) < 0.02);
    QVERIFY(shift.real && shift.p < 1e-12);
    QVERIFY(std::isnan(found[0].noShiftP));
}

/// A gap of 40 days and a series of a few weeks.
void TestChangePoints::daysWithoutData() {
    const QDate first(2023, 1, 2);
    DayMatrix days(2, 728);
    Random random(13);
    for (int d = 0; d < 728; ++d)
        if (d < 260 || d >= 300) days.at(0, d) = drawPoisson(random, 50.0 * dayFactor(first.addDays(d)) * (d < 280 ? 1.0 : 1.5));
    for (int d = 0; d < 50; ++d) days.at(1, d) = drawPoisson(random, 50.0);
    const auto found = levelShiftDates(days, classesFrom(first, 728), 0, {});
    QCOMPARE(found[0].days, 688);
    QCOMPARE(found[0].shifts.size(), std::size_t{1});
    QCOMPARE(found[0].shifts[0].day, 300);  // the first day with data on the new level
    QVERIFY(found[1].shifts.empty());
    QVERIFY(std::isnan(found[1].variance));
}

void TestChangePoints::sameBitsOnAnyNumberOfThreads() {
    Random random(5);
    CityOptions city;
    city.places = 30;
    const auto places = makePlaces(city, random);
    const DayMatrix days =
        simulateDays(places, QDate(2023, 1, 2), 400, random, [](int p, int d) { return p % 3 == 0 && d > 200 ? 1.6 : 1.0; });
    const auto classes = classesFrom(QDate(2023, 1, 2), 400);
    ShiftOptions one, four;
    one.threads = 1;
    four.threads = 4;
    const auto a = levelShiftDates(days, classes, 0, one);
    const auto b = levelShiftDates(days, classes, 0, four);
    for (std::size_t i = 0; i < a.size(); ++i) {
        QCOMPARE(a[i].shifts.size(), b[i].shifts.size());
        for (std::size_t k = 0; k < a[i].shifts.size(); ++k) QVERIFY(a[i].shifts[k].adjustedP == b[i].shifts[k].adjustedP);
    }
    one.cancelled = [] { return true; };
    QVERIFY(levelShiftDates(days, classes, 0, one).empty());
}

/// Five weeks in which all buses drive half as often are no shift of any place against the city.
void TestChangePoints::cityWideStrikeIsNoShift() {
    Random random(6);
    CityOptions city;
    city.places = 40;
    city.medianLevel = 100.0;
    city.restless = 0.0;
    const auto places = makePlaces(city, random);
    const DayMatrix days = simulateDays(places, QDate(2023, 1, 2), 546, random, [](int, int d) { return d >= 210 && d < 245 ? 0.5 : 1.0; });
    const auto classes = classesFrom(QDate(2023, 1, 2), 546);
    const auto real = [](const std::vector<SeriesShifts>& found) {
        int count = 0;
        for (const SeriesShifts& s : found)
            count += std::any_of(s.shifts.begin(), s.shifts.end(), [](const LevelShiftDate& d) { return d.real; });
        return count;
    };
    QVERIFY(real(levelShiftDates(days, classes, 0, {})) <= 2);
    ShiftOptions alone;
    alone.againstCity = false;
    QVERIFY(real(levelShiftDates(days, classes, 0, alone)) >= 30);
}

void TestChangePoints::falseDiscoveries_data() {
    QTest::addColumn<double>("changed");
    QTest::addColumn<double>("memory");
    QTest::addColumn<double>("level");
    QTest::newRow("one place in ten shifts") << 0.1 << 0.6 << 20.0;
    QTest::newRow("nothing shifts") << 0.0 << 0.6 << 20.0;
    QTest::newRow("sparse places") << 0.1 << 0.3 << 1.0;
}

/// 500 cities each, a year and a quarter of days. A discovery is true when the place shifts, and its interval holds the date
/// or the date lies within four weeks.
void TestChangePoints::falseDiscoveries() {
    QFETCH(double, changed);
    QFETCH(double, memory);
    QFETCH(double, level);
    constexpr int kDays = 400;
    const int kRuns = mudeung::test::runs(500);
    const QDate first(2023, 1, 2);
    const auto classes = classesFrom(first, kDays);
    double sum = 0.0, squares = 0.0;
    int shifted = 0, found = 0, held = 0;
    for (int run = 0; run < kRuns; ++run) {
        Random random(515, static_cast<std::uint64_t>(run));
        CityOptions city;
        city.places = 20;
        city.changed = changed;
        city.mostMemory = memory;
        city.medianLevel = level;
        city.leastChange = 0.3;
        const auto places = makePlaces(city, random);
        std::vector<int> dates;
        for (const CityPlace& p : places) dates.push_back(p.change != 1.0 ? 60 + static_cast<int>(random.below(kDays - 120)) : kDays);
        const DayMatrix days = simulateDays(places, first, kDays, random,
                                            [&](int p, int d) { return d >= dates[std::size_t(p)] ? places[std::size_t(p)].change : 1.0; });
        ShiftOptions options;
        options.threads = 1;
        const auto result = levelShiftDates(days, classes, 0, options);
        int truly = 0, falsely = 0;
        for (std::size_t p = 0; p < places.size(); ++p) {
            bool hit = false;
            for (const LevelShiftDate& s : result[p].shifts) {
                if (!s.real) continue;
                const bool holds = s.earliest <= dates[p] && dates[p] <= s.latest;
                if (!hit && places[p].change != 1.0 && (holds || std::abs(s.day - dates[p]) <= 28)) {
                    hit = true;
                    held += holds;
                    ++truly;
                } else {
                    ++falsely;
                }
            }
            shifted += places[p].change != 1.0;
        }
        found += truly;
        const double share = truly + falsely > 0 ? static_cast<double>(falsely) / (truly + falsely) : 0.0;
        sum += share;
        squares += share * share;
    }
    const double mean = sum / kRuns;
    const double error = std::sqrt(std::max(0.0, squares / kRuns - mean * mean) / kRuns);
    qInfo("false discovery rate %.4f ± %.4f; found %.1f %% of %d shifts, of those the interval holds %.1f %%", mean, error,
          shifted > 0 ? 100.0 * found / shifted : 0.0, shifted, found > 0 ? 100.0 * held / found : 0.0);
    QVERIFY2(mean <= 0.05 + 2.5 * error, qPrintable(QString::number(mean)));
    if (changed > 0.0) QVERIFY(held >= 0.9 * found);
    if (changed > 0.0 && level > 10.0) QVERIFY(found >= 0.7 * shifted);
}

QTEST_GUILESS_MAIN(TestChangePoints)
#include "test_change_points.moc"
