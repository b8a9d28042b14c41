// SPDX-License-Identifier: GPL-3.0-or-later
// Two periods against R (intervals, p, adjusted p), against hand-made edge cases, and against cities whose changes are known: as few false
// discoveries as promised.
#include <QtTest>
#include <array>
#include <cmath>
#include <set>

#include "core/analysis/period_comparison/matched_days.h"
#include "core/analysis/period_comparison/period_comparison.h"
#include "tests/support/simulated_city.h"
#include "tests/support/test_runs.h"

using namespace mudeung;
using namespace mudeung::test;

namespace {

constexpr int kSeries = 40;
constexpr int kDays = 60;

/// The series of tests/core/analysis/oracle/period_comparison.R.
double made(int i, int k, int salt) {
    return ((i * 7919 + k * 104729 + salt * 1299709 + (i * k) % 31 * 613) % 1009) / 1009.0;
}
DayMatrix madeBefore() {
    DayMatrix m(kSeries, kDays);
    for (int i = 0; i < kSeries; ++i)
        for (int k = 0; k < kDays; ++k) m.at(i, k) = std::floor((3 + i * 37 % 97) * (0.5 + made(i, k, 1)));
    return m;
}
DayMatrix madeNow() {
    DayMatrix m(kSeries, kDays);
    for (int i = 0; i < kSeries; ++i)
        for (int k = 0; k < kDays; ++k)
            m.at(i, k) = std::floor((3 + i * 37 % 97) * (0.5 + made(i, k, 2)) * (i % 5 == 0 ? 1.4 : 1.0) + (k % 7 == 6 ? 1.0 : 0.0));
    return m;
}

bool close(double a, double b, double relative) {
    return std::abs(a - b) <= relative * std::max(std::abs(a), std::abs(b)) || (std::isnan(a) && std::isnan(b));
}

bool isReal(Verdict v) {
    return v == Verdict::Up || v == Verdict::Down || v == Verdict::Appeared || v == Verdict::Vanished;
}

Query asking(QDate from, QDate to) {
    Query q;
    q.period = {from, to};
    return q;
}

/// The columns of the pairs, side by side.
DayMatrix columns(const DayMatrix& days, const MatchedDays& matched, bool now) {
    DayMatrix out(days.series, static_cast<int>(matched.pairs.size()));
    for (int s = 0; s < days.series; ++s)
        for (std::size_t k = 0; k < matched.pairs.size(); ++k)
            out.at(s, static_cast<int>(k)) = days.at(s, now ? matched.pairs[k].now : matched.pairs[k].before);
    return out;
}

}  // namespace

class TestPeriodComparison : public QObject {
    Q_OBJECT
private slots:
    void agreesWithR();
    void ownNoise();
    void sameBitsOnAnyNumberOfThreads();
    void cancelled();
    void comingAndGoing();
    void missingDays();
    void levelsHaveNoShares();
    void ratioWithoutBound();
    void ranking();
    void sameWeekdayAYearLater();
    void seollalMeetsSeollal();
    void chuseokMeetsChuseok();
    void neighbouringPeriods();
    void dayTypesAndHours();
    void coverage();
    void falseDiscoveries_data();
    void falseDiscoveries();
};

/// Rscript tests/core/analysis/oracle/period_comparison.R (R 4.2.2, limma 3.54.1): difference, ends, p, adjusted p; relative, ends; share
/// shift, half width, p, adjusted p. The influence on the share is differentiated numerically there, hence the tolerance.
void TestPeriodComparison::agreesWithR() {
    struct Expected {
        int series;
        std::array<double, 12> v;
    };
    const std::array<Expected, 5> expected{{
        {0,
         {1.33333333333, 0.622919256073, 2.04374741059, 0.00173943616247, 0.00869718081237, 0.547945205479, 0.231535741698, 0.945658388554,
          0.000499383507937, 0.000172288810221, 4.56551321958e-05, 0.00026088646969}},
        {1,
         {2.78333333333, -0.515282414892, 6.08194908156, 0.0899978736204, 0.327264994983, 0.073053368329, -0.0127870495367, 0.16950220182,
          -0.000470460604936, 0.00151514066585, 0.509878167161, 0.536713860169}},
        {5,
         {36.9666666667, 28.0206695503, 45.912663783, 2.31322181714e-06, 1.32184103837e-05, 0.403126135951, 0.289767938212, 0.529882046414,
          0.0127349745831, 0.00448661686639, 5.51882551957e-05, 0.000275941275979}},
        {16,
         {0.116666666667, -1.31225472759, 1.54558806093, 0.860197530157, 0.990762696081, 0.00934579439252, -0.1056130383, 0.125299312956,
          -0.000518507748608, 0.000314880374042, 0.0038732295533, 0.00860717678511}},
        {39,
         {0.05, -4.7519276933, 4.8519276933, 0.982066773608, 0.990762696081, 0.000562640660165, -0.0516301249379, 0.0567132559594,
          -0.00404876963836, 0.00241734085438, 0.00346865211629, 0.00824296411029}},
    }};
    const PeriodComparison result = comparePeriods(madeBefore(), madeNow(), {});
    QVERIFY(result.moderated);
    QCOMPARE(result.tested, kSeries);
    for (const Expected& e : expected) {
        const SeriesChange& c = result.series[static_cast<std::size_t>(e.series)];
        const std::array<double, 12> ours{
            c.difference.value, c.difference.lower, c.difference.upper, c.difference.p, c.difference.adjustedP,
            c.relative.value,   c.relative.lower,   c.relative.upper,   c.share.value,  (c.share.upper - c.share.lower) / 2,
            c.share.p,          c.share.adjustedP};
        for (std::size_t j = 0; j < ours.size(); ++j)
            QVERIFY2(close(ours[j], e.v[j], j < 8 ? 2e-9 : 1e-6), qPrintable(QStringLiteral("series %1, number %2: %3, R %4")
                                                                                 .arg(e.series)
                                                                                 .arg(j)
                                                                                 .arg(ours[j], 0, 'g', 15)
                                                                                 .arg(e.v[j], 0, 'g', 15)));
    }
    const auto found = [&](auto verdict) { return std::count_if(result.series.begin(), result.series.end(), verdict); };
    QCOMPARE(found([](const SeriesChange& c) { return isReal(c.verdict); }), std::ptrdiff_t{9});
    QCOMPARE(found([](const SeriesChange& c) { return isReal(c.shareVerdict); }), std::ptrdiff_t{32});
}

void TestPeriodComparison::ownNoise() {
    ComparisonOptions options;
    options.moderate = false;
    options.counts = false;
    const PeriodComparison result = comparePeriods(madeBefore(), madeNow(), options);
    QVERIFY(!result.moderated);
    QVERIFY(close(result.series[0].difference.p, 0.00154089693257, 1e-9));
    QVERIFY(close(result.series[1].difference.p, 0.21719392463, 1e-9));
    QVERIFY(close(result.series[5].difference.p, 0.0025847138043, 1e-9));
    QCOMPARE(result.series[0].degrees, 4.0);
}

void TestPeriodComparison::sameBitsOnAnyNumberOfThreads() {
    ComparisonOptions one;
    one.threads = 1;
    ComparisonOptions five;
    five.threads = 5;
    const PeriodComparison a = comparePeriods(madeBefore(), madeNow(), one);
    const PeriodComparison b = comparePeriods(madeBefore(), madeNow(), five);
    for (std::size_t i = 0; i < a.series.size(); ++i) {
        QVERIFY(a.series[i].difference.p == b.series[i].difference.p);
        QVERIFY(a.series[i].relative.upper == b.series[i].relative.upper);
        QVERIFY(a.series[i].share.adjustedP == b.series[i].share.adjustedP);
    }
}

void TestPeriodComparison::cancelled() {
    ComparisonOptions options;
    options.cancelled = [] { return true; };
    QVERIFY(comparePeriods(madeBefore(), madeNow(), options).series.empty());
}

void TestPeriodComparison::comingAndGoing() {
    Random random(4);
    DayMatrix before(5, 56, 0.0), now(5, 56, 0.0);
    for (int k = 0; k < 56; ++k) {
        now.at(0, k) = drawPoisson(random, 30.0);     // a new stop
        before.at(1, k) = drawPoisson(random, 30.0);  // a stop that is gone
        now.at(2, k) = k == 20 ? 1.0 : 0.0;           // one trip in eight weeks is no new stop
        before.at(3, k) = std::nan("");               // no data before
        now.at(3, k) = 10.0;
    }
    const PeriodComparison result = comparePeriods(before, now, {});
    QCOMPARE(result.series[0].verdict, Verdict::Appeared);
    QVERIFY(std::isnan(result.series[0].relative.value));
    QVERIFY(result.series[0].difference.lower > 25.0);
    QCOMPARE(result.series[1].verdict, Verdict::Vanished);
    QCOMPARE(result.series[1].relative.value, -1.0);
    QCOMPARE(result.series[2].verdict, Verdict::Unclear);
    QCOMPARE(result.series[3].verdict, Verdict::NoDataBefore);
    QCOMPARE(result.series[3].days, 0);
    QCOMPARE(result.series[4].verdict, Verdict::TooFewDays);  // nobody ever
    QVERIFY(std::isnan(result.series[4].difference.p));
    QCOMPARE(result.tested, 3);
}

/// A pair counts when both days have data; 27 pairs are too few, 28 are enough.
void TestPeriodComparison::missingDays() {
    DayMatrix before = madeBefore(), now = madeNow();
    for (int k = 0; k < 16; ++k) before.at(0, k) = now.at(0, k + 16) = std::nan("");
    PeriodComparison result = comparePeriods(before, now, {});
    QCOMPARE(result.series[0].days, 28);
    QVERIFY(std::isfinite(result.series[0].difference.p));
    double sum = 0.0;
    for (int k = 32; k < kDays; ++k) sum += now.at(0, k);
    QCOMPARE(result.series[0].now, sum / 28.0);
    before.at(0, 40) = std::nan("");
    result = comparePeriods(before, now, {});
    QCOMPARE(result.series[0].verdict, Verdict::TooFewDays);
    QCOMPARE(result.series[0].days, 27);
    QVERIFY(std::isfinite(result.series[0].difference.value));  // the numbers are shown, the test is not made
    QCOMPARE(result.tested, kSeries - 1);
}

void TestPeriodComparison::levelsHaveNoShares() {
    ComparisonOptions options;
    options.shares = false;
    options.counts = false;
    const PeriodComparison result = comparePeriods(madeBefore(), madeNow(), options);
    QVERIFY(std::isnan(result.series[3].share.value));
    QVERIFY(std::isfinite(result.series[3].difference.p));
    double mean = 0.0;
    for (const SeriesChange& c : result.series) mean += c.before / kSeries;
    QVERIFY(close(result.whole.before, mean, 1e-12));
}

/// Hardly anybody before, so that the ratio has no upper bound; what bounds it below is not below the truth of "more".
void TestPeriodComparison::ratioWithoutBound() {
    DayMatrix before(1, 42, 0.0), now(1, 42, 0.0);
    Random random(9);
    for (int k = 0; k < 42; ++k) {
        before.at(0, k) = k == 11 ? 3.0 : 0.0;
        now.at(0, k) = drawPoisson(random, 20.0);
    }
    const PeriodComparison result = comparePeriods(before, now, {});
    QCOMPARE(result.series[0].verdict, Verdict::Up);
    QVERIFY(std::isinf(result.series[0].relative.upper));
    QVERIFY(result.series[0].relative.lower > 0.0);
    QVERIFY(result.series[0].relative.lower < result.series[0].relative.value);
}

void TestPeriodComparison::ranking() {
    const PeriodComparison result = comparePeriods(madeBefore(), madeNow(), {});
    const std::vector<int> order = rankedChanges(result, RankBy::Difference);
    QCOMPARE(order.size(), std::size_t{kSeries});
    bool real = true;
    double last = 1e300;
    for (const int i : order) {
        const SeriesChange& c = result.series[static_cast<std::size_t>(i)];
        if (real && !isReal(c.verdict)) {
            real = false;
            last = 1e300;
        }
        QCOMPARE(isReal(c.verdict), real);
        QVERIFY(std::abs(c.difference.value) <= last);
        last = std::abs(c.difference.value);
    }
    QVERIFY(rankedChanges(result, RankBy::Relative) != order);
}

/// 2024-05-02 … 06-30 against 2023-05-04 …: Thursday with Thursday, 364 days apart.
void TestPeriodComparison::sameWeekdayAYearLater() {
    const MatchedDays m = matchDays(asking({2023, 5, 1}, {2023, 6, 30}), asking({2024, 5, 1}, {2024, 6, 30}), HolidayCalendar::korea());
    QCOMPARE(m.shiftDays, 364);
    QVERIFY(m.sameSeason);
    QVERIFY(m.holidaysKnown);
    for (const DayPair& pair : m.pairs) {
        const QDate before = QDate(2023, 5, 1).addDays(pair.before);
        const QDate now = QDate(2024, 5, 1).addDays(pair.now);
        const bool holiday = HolidayCalendar::korea().isHoliday(now);
        QCOMPARE(HolidayCalendar::korea().isHoliday(before), holiday);
        if (holiday)
            QCOMPARE(HolidayCalendar::korea().nameOf(before, false), HolidayCalendar::korea().nameOf(now, false));
        else
            QCOMPARE(before.dayOfWeek(), now.dayOfWeek());
    }
    // 2023: 5, 27, 29 May (substitute), 6 June; 2024: 5, 6 May (substitute for Children's Day), 15 May, 6 June.
    QCOMPARE(m.holidays, 3);
    QCOMPARE(m.daysNow, 61);
    // Without a partner: 6 May (a substitute of another feast), 25 May and 29 June (Saturdays are short in 2023), 3 May (5 May 2023 was a
    // holiday), 4 and 30 June (the free Tuesday and Sunday lie more than three weeks away).
    QCOMPARE(m.unmatchedNow(), 6);
}

/// Seollal lay on 2024-02-10 and on 2025-01-29; eve, day and the day after each meet their own.
void TestPeriodComparison::seollalMeetsSeollal() {
    const Query before = asking({2024, 1, 1}, {2024, 3, 31}), now = asking({2025, 1, 1}, {2025, 3, 31});
    const MatchedDays m = matchDays(before, now, HolidayCalendar::korea());
    const auto partner = [&](QDate date) {
        for (const DayPair& pair : m.pairs)
            if (now.period.from.addDays(pair.now) == date) return before.period.from.addDays(pair.before);
        return QDate();
    };
    QCOMPARE(partner({2025, 1, 28}), QDate(2024, 2, 9));
    QCOMPARE(partner({2025, 1, 29}), QDate(2024, 2, 10));
    QCOMPARE(partner({2025, 1, 30}), QDate(2024, 2, 11));
    QCOMPARE(partner({2025, 3, 1}), QDate(2024, 3, 1));  // Saturday and Friday
    QCOMPARE(partner({2025, 1, 27}), QDate());           // a temporary holiday of 2025 alone
    QCOMPARE(partner({2025, 3, 3}), QDate());            // the substitute for 1 March of 2025 alone
    QCOMPARE(partner({2025, 2, 20}), QDate(2024, 2, 22));
    // Its counterpart by date was the substitute of Seollal 2024 (12 February): another free Monday takes its place.
    const QDate monday = partner({2025, 2, 10});
    QVERIFY(monday.isValid() && monday.dayOfWeek() == Qt::Monday && !HolidayCalendar::korea().isHoliday(monday));
    QVERIFY(std::abs(monday.daysTo(QDate(2024, 2, 12))) <= kMostDaysMoved);
    std::set<int> used;
    for (const DayPair& pair : m.pairs) QVERIFY(used.insert(pair.before).second);
}

/// 2023-09-29 and 2024-09-17.
void TestPeriodComparison::chuseokMeetsChuseok() {
    const Query before = asking({2023, 9, 1}, {2023, 10, 31}), now = asking({2024, 9, 1}, {2024, 10, 31});
    const MatchedDays m = matchDays(before, now, HolidayCalendar::korea());
    int met = 0;
    for (const DayPair& pair : m.pairs) {
        const QDate date = now.period.from.addDays(pair.now);
        if (date >= QDate(2024, 9, 16) && date <= QDate(2024, 9, 18)) {
            QCOMPARE(before.period.from.addDays(pair.before), QDate(2023, 9, 29).addDays(QDate(2024, 9, 17).daysTo(date)));
            ++met;
        }
    }
    QCOMPARE(met, 3);
}

/// January and February against March and April of one year: week by week from the first days, weekdays kept, no feast in both.
void TestPeriodComparison::neighbouringPeriods() {
    const Query before = asking({2025, 1, 1}, {2025, 2, 28}), now = asking({2025, 3, 1}, {2025, 4, 30});
    const MatchedDays m = matchDays(before, now, HolidayCalendar::korea());
    QCOMPARE(m.shiftDays, 56);  // 59 days apart
    QVERIFY(!m.sameSeason);
    QCOMPARE(m.holidays, 0);
    for (const DayPair& pair : m.pairs)
        QCOMPARE(before.period.from.addDays(pair.before).dayOfWeek(), now.period.from.addDays(pair.now).dayOfWeek());
    QVERIFY(m.pairs.size() >= 50);
    QVERIFY(!matchDays(asking({2035, 1, 1}, {2035, 2, 28}), asking({2036, 1, 1}, {2036, 2, 28}), HolidayCalendar::korea()).holidaysKnown);
}

void TestPeriodComparison::dayTypesAndHours() {
    Query before = asking({2024, 4, 1}, {2024, 6, 30}), now = asking({2025, 4, 1}, {2025, 6, 30});
    before.dayTypes = now.dayTypes = 1U << static_cast<int>(DayType::Saturday);
    MatchedDays m = matchDays(before, now, HolidayCalendar::korea());
    QCOMPARE(m.daysNow, 13);
    for (const DayPair& pair : m.pairs) QCOMPARE(now.period.from.addDays(pair.now).dayOfWeek(), int(Qt::Saturday));
    before.dayTypes = now.dayTypes = kAllDayTypes;
    before.weekHours = now.weekHours = *parseWeekHours(QStringLiteral("mon-fri"));
    m = matchDays(before, now, HolidayCalendar::korea());
    for (const DayPair& pair : m.pairs) QVERIFY(now.period.from.addDays(pair.now).dayOfWeek() <= 5);
}

/// The interval of places without a change holds zero 95 times of 100, that of places with one holds the truth.
void TestPeriodComparison::coverage() {
    const QDate first(2024, 4, 1);
    int held = 0, all = 0, ratioHeld = 0;
    for (int run = 0; run < 60; ++run) {
        Random random(77, static_cast<std::uint64_t>(run));
        CityOptions city;
        city.changed = 0.5;
        const auto places = makePlaces(city, random);
        const DayMatrix before = simulateDays(places, first, 84, random, [](int, int) { return 1.0; });
        const DayMatrix now =
            simulateDays(places, first.addDays(364), 84, random, [&](int p, int) { return places[static_cast<std::size_t>(p)].change; });
        const MatchedDays m =
            matchDays(asking(first, first.addDays(83)), asking(first.addDays(364), first.addDays(447)), HolidayCalendar::korea());
        const PeriodComparison result = comparePeriods(columns(before, m, false), columns(now, m, true), {});
        for (std::size_t p = 0; p < places.size(); ++p) {
            const ChangeEstimate& r = result.series[p].relative;
            if (std::isnan(r.lower)) continue;
            const double truth = places[p].change - 1.0;
            ratioHeld += r.lower <= truth && truth <= r.upper;
            ++all;
            if (places[p].change == 1.0) held += result.series[p].difference.lower <= 0.0 && result.series[p].difference.upper >= 0.0;
        }
        held += static_cast<int>(std::count_if(places.begin(), places.end(), [](const CityPlace& p) { return p.change != 1.0; }));
    }
    qInfo("of %d intervals of the relative change %.1f %% hold the truth", all, 100.0 * ratioHeld / all);
    QVERIFY(ratioHeld >= 0.935 * all && ratioHeld <= 0.97 * all);
}

void TestPeriodComparison::falseDiscoveries_data() {
    QTest::addColumn<double>("changed");
    QTest::addColumn<double>("growth");
    QTest::addColumn<double>("level");
    QTest::addColumn<double>("leastPower");
    QTest::newRow("one place in ten changed") << 0.1 << 1.0 << 20.0 << 0.8;
    QTest::newRow("nothing changed") << 0.0 << 1.0 << 20.0 << 0.0;
    QTest::newRow("sparse places, one in ten changed") << 0.1 << 1.0 << 1.0 << 0.2;
    QTest::newRow("all places grew by a tenth, no share changed") << 0.0 << 1.1 << 20.0 << 0.0;
}

/// 500 cities each, a spring of 12 weeks against that of the year before, with Children's Day, Buddha's Birthday and elections in other
/// weeks. The mean share of false ones among the discoveries must not be above 5 % by more than chance (2.5 standard errors); of the
/// shares of the whole in cities where none changed.
void TestPeriodComparison::falseDiscoveries() {
    QFETCH(double, changed);
    QFETCH(double, growth);
    QFETCH(double, level);
    QFETCH(double, leastPower);
    const int kRuns = mudeung::test::runs(500);
    const QDate first(2024, 4, 1), second(2025, 3, 31);
    const MatchedDays m = matchDays(asking(first, first.addDays(83)), asking(second, second.addDays(83)), HolidayCalendar::korea());
    QVERIFY(m.pairs.size() >= 78);
    double sum = 0.0, squares = 0.0, power = 0.0;
    int runsWithShares = 0;
    for (int run = 0; run < kRuns; ++run) {
        Random random(2024, static_cast<std::uint64_t>(run));
        CityOptions city;
        city.places = 60;
        city.changed = changed;
        city.medianLevel = level;
        const auto places = makePlaces(city, random);
        const DayMatrix before = simulateDays(places, first, 84, random, [](int, int) { return 1.0; });
        const DayMatrix now =
            simulateDays(places, second, 84, random, [&](int p, int) { return growth * places[static_cast<std::size_t>(p)].change; });
        ComparisonOptions options;
        options.threads = 1;
        const PeriodComparison result = comparePeriods(columns(before, m, false), columns(now, m, true), options);
        int falsely = 0, truly = 0, real = 0, shares = 0;
        for (std::size_t p = 0; p < places.size(); ++p) {
            const bool is = places[p].change != 1.0;
            real += is;
            if (isReal(result.series[p].verdict)) ++(is ? truly : falsely);
            shares += isReal(result.series[p].shareVerdict);
        }
        runsWithShares += shares > 0;
        if (growth == 1.0) {
            const double share = falsely + truly > 0 ? static_cast<double>(falsely) / (falsely + truly) : 0.0;
            sum += share;
            squares += share * share;
        }
        power += real > 0 ? static_cast<double>(truly) / real / kRuns : 0.0;
    }
    const auto check = [](double mean, double error) {
        QVERIFY2(mean <= 0.05 + 2.5 * error, qPrintable(QStringLiteral("%1 ± %2").arg(mean).arg(error)));
    };
    if (growth == 1.0) {
        const double mean = sum / kRuns;
        const double error = std::sqrt(std::max(0.0, squares / kRuns - mean * mean) / kRuns);
        qInfo("differences: false discovery rate %.4f ± %.4f, power %.3f", mean, error, power);
        check(mean, error);
        if (kRuns >= 500) QVERIFY2(power >= leastPower, qPrintable(QString::number(power)));  // fifty cities do not say
    }
    if (changed == 0.0) {
        // When no share changed, every discovery is false, and the rate is that of the cities with any.
        const double mean = static_cast<double>(runsWithShares) / kRuns;
        const double error = std::sqrt(mean * (1.0 - mean) / kRuns);
        qInfo("shares: false discovery rate %.4f ± %.4f", mean, error);
        check(mean, error);
    }
}

QTEST_GUILESS_MAIN(TestPeriodComparison)
#include "test_period_comparison.moc"
