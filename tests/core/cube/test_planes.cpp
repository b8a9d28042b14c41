// SPDX-License-Identifier: GPL-3.0-or-later
// Running sums and packed cells against plain loops: small, large, huge and negative numbers, one and many groups, any run of months,
// hours, days and places.
#include <QtTest>
#include <numeric>
#include <random>

#include "core/cube/day_cells.h"
#include "core/cube/prefix_planes.h"
#include "core/model/cube_data.h"

using namespace mudeung;

namespace {

struct Places {
    std::vector<int> list;
    std::size_t located = 0;
    bool all = false;
    PlaceSet set() const { return {list, located, all}; }
};

/// All places or some of them, those with coordinates (here: not divisible by three) first.
Places somePlaces(int count, bool all, std::mt19937& random) {
    Places places;
    places.all = all;
    for (const bool located : {true, false})
        for (int p = 0; p < count; ++p)
            if ((p % 3 != 0) == located && (all || random() % 4 == 0)) {
                places.list.push_back(p);
                places.located += located;
            }
    return places;
}

std::int64_t number(const QByteArray& kind, std::mt19937& random) {
    const auto small = static_cast<std::int64_t>(random() % 300);
    if (kind == "large") return small * 3000;
    if (kind == "huge") return small * 100'000'000'000;
    if (kind == "negative") return small - 150;
    if (kind == "rare large") return random() % 200 ? small % 200 : small * 1000;
    return small % 100;
}

}  // namespace

class TestPlanes : public QObject {
    Q_OBJECT
private slots:
    void kinds_data() {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<int>("groups");
        for (const char* kind : {"small", "rare large", "large", "huge", "negative"})
            for (const int groups : {1, 3, 300}) QTest::addRow("%s, %d groups", kind, groups) << QByteArray(kind) << groups;
    }

    void cells_data() { kinds_data(); }
    void cells() {
        QFETCH(QByteArray, kind);
        QFETCH(int, groups);
        constexpr int days = 5, hours = 6, places = 37;
        std::mt19937 random(static_cast<unsigned>(groups) + 1);
        std::vector<std::vector<std::int64_t>> planes(static_cast<std::size_t>(groups));
        DayCellsBuilder builder(groups, days, hours, places);
        for (auto& plane : planes) {
            for (int i = 0; i < days * hours * places; ++i) plane.push_back(random() % 5 ? number(kind, random) : kNotObserved);
            QVERIFY(builder.add(plane));
        }
        QVERIFY(!builder.add(std::vector<std::int64_t>(7)));
        const DayCells cells = builder.take();
        QVERIFY(cells.bytes() > 0);
        for (int round = 0; round < 40; ++round) {
            const Places chosen = somePlaces(places, round % 2, random);
            const std::uint32_t mask = random() % 32;
            const int a = static_cast<int>(random() % 3);
            const std::vector<HourRun> runs{{a, a + 1}, {a + 2, 6}};
            std::vector<std::int64_t> sum(places, 5), observed(places, 7);
            auto wantedSum = sum, wantedObserved = observed;
            cells.add(mask, runs, chosen.set(), {sum.data(), observed.data()});
            Tally wantedTally;
            const int tallyDay = static_cast<int>(random() % days), tallyHour = static_cast<int>(random() % hours);
            for (const auto& plane : planes)
                for (int day = 0; day < days; ++day)
                    for (int hour = 0; hour < hours; ++hour)
                        for (std::size_t k = 0; k < chosen.list.size(); ++k) {
                            const int p = chosen.list[k];
                            const std::int64_t value = plane[static_cast<std::size_t>((day * hours + hour) * places + p)];
                            if (value == kNotObserved) continue;
                            if (day == tallyDay && hour == tallyHour) {
                                (k < chosen.located ? wantedTally.located : wantedTally.rest) += value;
                                ++wantedTally.observed;
                            }
                            if (!(mask >> day & 1u) || (hour != a && hour < a + 2)) continue;
                            wantedSum[static_cast<std::size_t>(p)] += value;
                            ++wantedObserved[static_cast<std::size_t>(p)];
                        }
            QCOMPARE(sum, wantedSum);
            QCOMPARE(observed, wantedObserved);
            const Tally tally = cells.tally(tallyDay, tallyHour, chosen.set());
            QCOMPARE(tally.located, wantedTally.located);
            QCOMPARE(tally.rest, wantedTally.rest);
            QCOMPARE(tally.observed, wantedTally.observed);
        }
    }

    void prefix_data() { kinds_data(); }
    void prefix() {
        QFETCH(QByteArray, kind);
        QFETCH(int, groups);
        constexpr int types = 2, months = 4, hours = 5, places = 23;
        using Width = PrefixBuilder::Width;
        std::mt19937 random(static_cast<unsigned>(groups) + 2);
        struct Block {
            int type, month;
            std::vector<std::int64_t> sums, counts;
        };
        std::vector<Block> blocks;
        for (int group = 0; group < std::min(groups, 20); ++group)
            for (int type = 0; type < types; ++type)
                for (int month = 0; month < months; ++month) {
                    Block block{type, month, {}, {}};
                    for (int i = 0; i < hours * places; ++i) {
                        block.sums.push_back(number(kind, random));
                        block.counts.push_back(static_cast<std::int64_t>(random() % 300) * (groups == 300 ? 20 : 1));
                    }
                    blocks.push_back(std::move(block));
                }
        std::vector<char> located;
        for (int p = 0; p < places; ++p) located.push_back(p % 3 != 0);
        int fitting = 0;
        for (const Width width : {Width::Narrow, Width::Medium, Width::Wide}) {
            PrefixBuilder builder(types, months, hours, located, width);
            for (const Block& block : blocks) builder.add(block.type, block.month, block.sums, block.counts, places);
            builder.setDamaged(2, Error{ErrorCode::Corrupt, QStringLiteral("month 2"), {}});
            if (!builder.fits()) continue;
            ++fitting;
            const PrefixPlanes planes = builder.take();
            QVERIFY(planes.damage(2) && !planes.damage(1));
            for (int round = 0; round < 60; ++round) {
                const Places chosen = somePlaces(places, round % 2, random);
                const int type = static_cast<int>(random() % types);
                const MonthRun monthRun{static_cast<int>(random() % months), static_cast<int>(random() % (months + 1))};
                const HourRun hourRun{static_cast<int>(random() % hours), static_cast<int>(random() % (hours + 1))};
                std::vector<std::int64_t> sum(places, 0), observed(places, 0);
                auto wantedSum = sum, wantedObserved = observed;
                Tally wanted;
                for (const Block& block : blocks) {
                    if (block.type != type || block.month < monthRun.from || block.month >= monthRun.to) continue;
                    for (int hour = hourRun.from; hour < hourRun.to; ++hour)
                        for (std::size_t k = 0; k < chosen.list.size(); ++k) {
                            const auto i = static_cast<std::size_t>(hour * places + chosen.list[k]);
                            const auto p = static_cast<std::size_t>(chosen.list[k]);
                            wantedSum[p] += block.sums[i];
                            wantedObserved[p] += block.counts[i];
                            (k < chosen.located ? wanted.located : wanted.rest) += block.sums[i];
                            wanted.observed += block.counts[i];
                        }
                }
                planes.add(type, monthRun, hourRun, chosen.set(), {sum.data(), observed.data()});
                QCOMPARE(sum, wantedSum);
                QCOMPARE(observed, wantedObserved);
                const Tally tally = planes.tally(type, monthRun, hourRun, chosen.set());
                QCOMPARE(tally.located, wanted.located);
                QCOMPARE(tally.rest, wanted.rest);
                QCOMPARE(tally.observed, wanted.observed);
            }
        }
        // Sums above 32 bits and negative ones need the wide form; many observations the medium one.
        QCOMPARE(fitting, kind == "huge" || kind == "negative" ? 1 : groups == 300 ? 2 : 3);
    }

    void aMonthThatKnewFewerPlaces() {
        PrefixBuilder builder(1, 2, 2, {1, 1, 1}, PrefixBuilder::Width::Narrow);
        builder.add(0, 0, {1, 2, 10, 20}, {1, 1, 1, 1}, 2);
        builder.add(0, 1, {3, 4, 5, 30, 40, 50}, {1, 1, 1, 1, 1, 1}, 3);
        const PrefixPlanes planes = builder.take();
        std::vector<int> list{0, 1, 2};
        std::vector<std::int64_t> sum(3, 0), observed(3, 0);
        planes.add(0, {0, 2}, {0, 2}, {list, 3, true}, {sum.data(), observed.data()});
        QCOMPARE(sum, (std::vector<std::int64_t>{44, 66, 55}));
        QCOMPARE(observed, (std::vector<std::int64_t>{4, 4, 2}));
    }
};

QTEST_APPLESS_MAIN(TestPlanes)
#include "test_planes.moc"
