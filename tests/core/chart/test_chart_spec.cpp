// SPDX-License-Identifier: GPL-3.0-or-later
// Each breakdown gets its chart; shares and references are counted by hand here.
#include <QtTest>
#include <cmath>

#include "core/chart/chart_spec.h"

using namespace mudeung;

namespace {

Table groups(std::vector<std::int64_t> sums) {
    Table t;
    t.by = Breakdown::Group;
    t.measure = {"boardings", "Boardings", "승차", "trips", "건", Aggregation::Sum, 0};
    t.dataset.period = *Period::parse("2022");
    t.dataset.source = "City";
    t.sample = true;
    const char* const names[] = {"child", "youth", "adult"};
    for (std::size_t i = 0; i < sums.size(); ++i) {
        t.rows.append({names[i], QString(names[i]).toUpper(), sums[i], 1, double(sums[i])});
        t.totalSum += sums[i];
    }
    t.total = double(t.totalSum);
    return t;
}

}  // namespace

class TestChartSpec : public QObject {
    Q_OBJECT

private slots:
    void groupsAreBarsWithShares() {
        const ChartSpec spec = chartFor(groups({10, 30, 60}));
        QCOMPARE(spec.kind, ChartKind::HorizontalBars);
        QCOMPARE(spec.categoryKeys, QStringList({"child", "youth", "adult"}));
        QCOMPARE(spec.series.size(), 1);
        QCOMPARE(spec.series[0].values, QVector<double>({10, 30, 60}));
        QVERIFY(spec.categories[1].contains("30.0"));
        QVERIFY(spec.yTitle.contains("trips"));
        QVERIFY(spec.footer.contains("City") && spec.footer.contains("2022-12-31") && spec.footer.contains("100"));
        QVERIFY(spec.sample);
    }

    void referenceIsInPercent() {
        const ChartSpec spec = chartFor(groups({10, 30, 60}), groups({50, 50, 100}));
        QCOMPARE(spec.series[0].values, QVector<double>({10, 30, 60}));
        QCOMPARE(spec.series[0].reference, QVector<double>({25, 25, 50}));
        QVERIFY(chartFor(groups({1, 2, 3}), groups({0, 0, 0})).series[0].reference.isEmpty());
        Table partial = groups({50, 50});
        QVERIFY(std::isnan(chartFor(groups({1, 2, 3}), partial).series[0].reference[2]));
    }

    void carpet() {
        Table t = groups({});
        t.by = Breakdown::HourWeekday;
        for (int day = 0; day < 7; ++day)
            for (int h = 24; h < 26; ++h)
                t.rows.append({QString("d%1-%2").arg(day).arg(h), QString("D%1 0%2:00 next day").arg(day).arg(h - 24), 1, 1,
                               double(day * 2 + h - 24)});
        const ChartSpec spec = chartFor(t);
        QCOMPARE(spec.kind, ChartKind::Carpet);
        QCOMPARE(spec.rowNames.size(), 7);
        QCOMPARE(spec.categoryKeys, QStringList({"24", "25"}));
        QCOMPARE(spec.categories[1], QStringLiteral("01:00 next day"));
        QCOMPARE(spec.series[0].values.size(), 14);
        QCOMPARE(spec.series[0].values[13], 13.0);
    }

    void kinds() {
        Table t = groups({1, 2});
        const std::pair<Breakdown, ChartKind> expected[] = {{Breakdown::Hour, ChartKind::Bars},
                                                            {Breakdown::Day, ChartKind::Line},
                                                            {Breakdown::Month, ChartKind::Line},
                                                            {Breakdown::Place, ChartKind::HorizontalBars},
                                                            {Breakdown::Dong, ChartKind::HorizontalBars}};
        for (const auto& [by, kind] : expected) {
            t.by = by;
            const ChartSpec spec = chartFor(t);
            QCOMPARE(spec.kind, kind);
            QCOMPARE(spec.categories, QStringList({"CHILD", "YOUTH"}));
            QVERIFY(!spec.title.isEmpty() && !spec.xTitle.isEmpty());
        }
    }

    void levelsHaveNoShares() {
        Table t = groups({1, 3});
        t.measure.aggregation = Aggregation::Mean;
        QCOMPARE(chartFor(t).categories, QStringList({"CHILD", "YOUTH"}));
        QVERIFY(chartFor(t, t).series[0].reference.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestChartSpec)
#include "test_chart_spec.moc"
