// SPDX-License-Identifier: GPL-3.0-or-later
// Gi* in space and time against spdep's localG over one list of neighbours in both, Mann-Kendall against R's cor.test, patterns against
// their definitions read out one by one. Tables: Rscript tests/core/analysis/oracle/emerging.R tests/data/analysis
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/analysis/emerging/emerging.h"
#include "core/analysis/hotspots/local_statistics.h"
#include "core/analysis/math/random.h"
#include "tests/support/columns.h"
#include "tests/support/real_data.h"

using namespace mudeung;
using mudeung::test::Columns;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t kPlaces = 49;
constexpr std::size_t kMonths = 12;

SpatialWeights queen() {
    const Columns c = test::readColumns(test::testFile("analysis/columbus_links.csv"));
    std::vector<std::vector<std::uint32_t>> lists(kPlaces);
    for (std::size_t i = 0; i < c["kind"].size(); ++i)
        if (c["kind"][i] == 0.0) lists[static_cast<std::size_t>(c["from"][i])].push_back(static_cast<std::uint32_t>(c["to"][i]));
    return weightsFromLists(std::move(lists));
}

std::vector<std::vector<double>> byMonth(const std::vector<double>& column) {
    std::vector<std::vector<double>> months;
    for (std::size_t t = 0; t < kMonths; ++t)
        months.emplace_back(column.begin() + static_cast<std::ptrdiff_t>(t * kPlaces),
                            column.begin() + static_cast<std::ptrdiff_t>((t + 1) * kPlaces));
    return months;
}

std::vector<int> states(const char* text) {
    std::vector<int> s;
    for (const char* c = text; *c != 0; ++c) s.push_back(*c == 'h' ? 1 : *c == 'c' ? -1 : 0);
    return s;
}

/// The definitions of the hot patterns one by one, each by itself; more than one that fits is an error.
std::vector<HotSpotPattern> fitting(const std::vector<int>& s, bool up, bool down) {
    using enum HotSpotPattern;
    const auto n = static_cast<int>(s.size());
    const auto hot = std::count(s.begin(), s.end(), 1);
    const bool final = s.back() == 1, any = std::count(s.begin(), s.end(), -1) > 0, most = hot * 10 >= 9 * n;
    int run = 0;
    while (run < n && s[static_cast<std::size_t>(n - 1 - run)] == 1) ++run;
    const bool neverBefore = hot == run;
    std::vector<HotSpotPattern> fits;
    if (final && hot == 1 && !most) fits.push_back(NewHot);
    if (final && run >= 2 && neverBefore && !most) fits.push_back(ConsecutiveHot);
    if (final && most && up) fits.push_back(IntensifyingHot);
    if (final && most && down) fits.push_back(DiminishingHot);
    if (final && most && !up && !down) fits.push_back(PersistentHot);
    if (final && !most && !neverBefore && !any) fits.push_back(SporadicHot);
    if (final && !most && !neverBefore && any) fits.push_back(OscillatingHot);
    if (!final && most) fits.push_back(HistoricalHot);
    return fits;
}

}  // namespace

class TestEmerging : public QObject {
    Q_OBJECT
private slots:
    void asSpdep();
    void everyMonthForItself();
    void trendAsInR();
    void trends();
    void patterns();
    void patternsFitExactlyOne();
    void missingMonths();
    void growthIsFound();
    void cancelled();
};

void TestEmerging::asSpdep() {
    const Columns r = test::readColumns(test::testFile("analysis/emerging.csv"));
    const auto months = byMonth(r["x"]);
    const auto check = [&](int earlier, Reference reference, const QString& expected) {
        EmergingParams params;
        params.earlierMonths = earlier;
        params.reference = reference;
        const EmergingResult e = emergingHotSpots(months, queen(), params);
        std::vector<double> z;
        for (const auto& month : e.z) z.insert(z.end(), month.begin(), month.end());
        QCOMPARE(test::difference(z, r[expected], 1e-9), QString());
    };
    check(0, Reference::WholeCube, QStringLiteral("cube0"));
    check(1, Reference::WholeCube, QStringLiteral("cube1"));
    check(2, Reference::WholeCube, QStringLiteral("cube2"));
    check(0, Reference::OwnMonths, QStringLiteral("own0"));
    check(1, Reference::OwnMonths, QStringLiteral("own1"));

    // By default 142 bins of 588 are hot and 96 cold.
    const EmergingResult e = emergingHotSpots(months, queen(), {});
    int hot = 0, cold = 0;
    for (std::size_t t = 0; t < kMonths; ++t)
        for (std::size_t i = 0; i < kPlaces; ++i)
            if (e.adjusted[t][i] <= 0.05) (e.z[t][i] > 0.0 ? hot : cold) += 1;
    QCOMPARE(hot, 142);
    QCOMPARE(cold, 96);
    QCOMPARE(std::accumulate(e.hotMonths.begin(), e.hotMonths.end(), 0), 142);
    QCOMPARE(std::accumulate(e.coldMonths.begin(), e.coldMonths.end(), 0), 96);
    const Columns trend = test::readColumns(test::testFile("analysis/emerging_trend.csv"));
    for (std::size_t i = 0; i < kPlaces; ++i) {
        QVERIFY(test::near(e.trend[i].z, trend["z"][i], 1e-12));
        QVERIFY(test::near(e.trend[i].p, trend["p"][i], 1e-12));
    }
}

void TestEmerging::everyMonthForItself() {
    const auto months = byMonth(test::readColumns(test::testFile("analysis/emerging.csv"))["x"]);
    EmergingParams params;
    params.earlierMonths = 0;
    params.reference = Reference::OwnMonths;
    const EmergingResult e = emergingHotSpots(months, queen(), params);
    for (std::size_t t = 0; t < kMonths; ++t)
        QCOMPARE(test::difference(e.z[t], getisOrd(months[t], withSelf(queen())).z, 1e-12), QString());
}

/// z and p as oracle/emerging.R prints them.
void TestEmerging::trendAsInR() {
    const auto check = [](const std::vector<double>& x, double z, double p) {
        const MannKendall m = mannKendall(x);
        QVERIFY(std::abs(m.z - z) < 1e-13);
        QVERIFY(std::abs(m.p - p) < 1e-13);
    };
    check({1, 3, 2, 2, 5, 5, 5, 8, 1, 9}, 1.9223763227466635, 0.054558422649575403);
    check({5, 4, 4, 3, 2, 2, 1}, -2.7665038057242239, 0.0056660923526288005);
    check({2, 1, 2, 1}, -0.38729833462074154, 0.69853535830333879);
    check({1, 2, kNaN, 3}, 1.044465935734187, 0.29626987148428635);
}

void TestEmerging::trends() {
    const MannKendall m = mannKendall(std::vector<double>{1, 2, 3, 4, 5});
    QCOMPARE(m.s, std::int64_t{10});
    QCOMPARE(m.tau, 1.0);
    QCOMPARE(m.values, 5);
    const MannKendall flat = mannKendall(std::vector<double>{4, 4, 4});
    QVERIFY(std::isnan(flat.z) && std::isnan(flat.p) && flat.tau == 0.0);
    QVERIFY(std::isnan(mannKendall({}).tau) && std::isnan(mannKendall(std::vector<double>{kNaN, 1}).p));
    QCOMPARE(mannKendall(std::vector<double>{1, 2, 2, 1}).z, 0.0);
}

void TestEmerging::patterns() {
    using enum HotSpotPattern;
    const auto of = [](const char* text, double z = 0.0, double p = 1.0) { return hotSpotPattern(states(text), z, p, 0.05); };
    QVERIFY(of("..........") == None);
    QVERIFY(of(".....h....") == None);
    QVERIFY(of(".........h") == NewHot);
    QVERIFY(of("..c......h") == NewHot);
    QVERIFY(of(".......hhh") == ConsecutiveHot);
    QVERIFY(of("hhhhhhhhhh") == PersistentHot);
    QVERIFY(of(".hhhhhhhhh") == PersistentHot);
    QVERIFY(of("hhhhhhhhhh", 2.5, 0.01) == IntensifyingHot);
    QVERIFY(of("hhhhhhhhhh", -2.5, 0.01) == DiminishingHot);
    QVERIFY(of("..h......h") == SporadicHot);
    QVERIFY(of("..h.c....h") == OscillatingHot);
    QVERIFY(of("hhhhhhhhh.") == HistoricalHot);
    QVERIFY(of(".........c") == NewCold);
    QVERIFY(of("........cc") == ConsecutiveCold);
    QVERIFY(of("cccccccccc") == PersistentCold);
    QVERIFY(of("cccccccccc", -2.5, 0.01) == IntensifyingCold);  // lower and lower
    QVERIFY(of("cccccccccc", 2.5, 0.01) == DiminishingCold);
    QVERIFY(of("..c......c") == SporadicCold);
    QVERIFY(of("..h.c....c") == OscillatingCold);
    QVERIFY(of("ccccccccch") == NewHot);
    QVERIFY(of("ccccccccc.") == HistoricalCold);
    QVERIFY(of("") == None);
    QVERIFY(of("h") == NewHot);
    QVERIFY(of("hhhhhhhhhh", kNaN, kNaN) == PersistentHot);
}

/// Every row of ten months of hot, cold and neither, under every trend: at most one definition fits, and that is the answer. Turned
/// around, the cold twin.
void TestEmerging::patternsFitExactlyOne() {
    int seen[17] = {};
    for (int code = 0; code < 3 * 59049; ++code) {
        std::vector<int> s;
        for (int c = code / 3, i = 0; i < 10; ++i, c /= 3) s.push_back(c % 3 - 1);
        const double z = code % 3 - 1.0;
        const double p = z == 0.0 ? 0.8 : 0.01;
        const auto fits = fitting(s, z > 0.0, z < 0.0);
        QVERIFY(fits.size() <= 1);
        std::vector<int> turned;
        for (int v : s) turned.push_back(-v);
        const auto coldFits = fitting(turned, z<0.0, z> 0.0);
        HotSpotPattern expected = HotSpotPattern::None;
        if (!coldFits.empty()) expected = static_cast<HotSpotPattern>(static_cast<int>(coldFits.front()) + 8);
        if (!fits.empty()) expected = fits.front();
        const HotSpotPattern actual = hotSpotPattern(s, z, p, 0.05);
        QVERIFY(actual == expected);
        ++seen[static_cast<int>(actual)];
    }
    QVERIFY(std::all_of(std::begin(seen), std::end(seen), [](int n) { return n > 0; }));
}

/// A place without a value in a month has none there and none in its neighbours' sums; months without it do not count.
void TestEmerging::missingMonths() {
    auto months = byMonth(test::readColumns(test::testFile("analysis/emerging.csv"))["x"]);
    for (std::size_t t = 0; t < 4; ++t) months[t][10] = kNaN;
    for (auto& month : months) month[11] = kNaN;
    EmergingParams params;
    params.earlierMonths = 0;
    params.reference = Reference::OwnMonths;
    const EmergingResult e = emergingHotSpots(months, queen(), params);
    QCOMPARE(e.months[10], 8);
    QCOMPARE(e.months[11], 0);
    QVERIFY(e.pattern[11] == HotSpotPattern::None);
    for (std::size_t t = 0; t < kMonths; ++t) {
        QCOMPARE(std::isnan(e.z[t][10]), t < 4);
        QVERIFY(std::isnan(e.z[t][11]));
        QCOMPARE(test::difference(e.z[t], getisOrd(months[t], withSelf(queen())).z, 1e-12), QString());
    }
    const EmergingResult none = emergingHotSpots(std::vector<std::vector<double>>(3, std::vector<double>(kPlaces, kNaN)), queen(), {});
    QVERIFY(std::all_of(none.pattern.begin(), none.pattern.end(), [](HotSpotPattern p) { return p == HotSpotPattern::None; }));
    const EmergingResult flat = emergingHotSpots(std::vector<std::vector<double>>(3, std::vector<double>(kPlaces, 0.1)), queen(), {});
    QVERIFY(std::isnan(flat.z[1][5]));
}

/// Noise, and around one tract a hill that grows from the seventh month on: its spot is new or consecutive, far from it there is nothing.
void TestEmerging::growthIsFound() {
    Random random(3);
    std::vector<std::vector<double>> months;
    const SpatialWeights w = queen();
    for (int t = 0; t < 24; ++t) {
        std::vector<double> x;
        for (std::size_t i = 0; i < kPlaces; ++i) x.push_back(100.0 + 5.0 * random.normal());
        if (t >= 18) {
            for (std::uint32_t j : w.neighboursOf(24)) x[j] += 30.0;
            x[24] += 30.0;
        }
        months.push_back(std::move(x));
    }
    const EmergingResult e = emergingHotSpots(months, w, {});
    QVERIFY(e.pattern[24] == HotSpotPattern::ConsecutiveHot);
    QVERIFY(e.hotMonths[24] >= 5 && e.hotMonths[24] <= 6);
    QCOMPARE(std::count_if(e.pattern.begin(), e.pattern.end(), [](HotSpotPattern p) { return p >= HotSpotPattern::NewCold; }), 0);
}

void TestEmerging::cancelled() {
    EmergingParams params;
    int asked = 0;
    params.cancelled = [&] { return ++asked == 3; };
    const auto months = byMonth(test::readColumns(test::testFile("analysis/emerging.csv"))["x"]);
    QVERIFY(emergingHotSpots(months, queen(), params).pattern.empty());
    QCOMPARE(asked, 3);
}

QTEST_GUILESS_MAIN(TestEmerging)
#include "test_emerging.moc"
