// SPDX-License-Identifier: GPL-3.0-or-later
// Each breakdown gets its chart; shares and references are counted by hand here.
#include <QtTest>
#include <cmath>

#include "core/base/language.h"
#include "core/chart/age_bands.h"
#include "core/chart/chart_spec.h"
#include "core/chart/colors.h"

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
    /// What is stronger stands out more: it is darker on light land and brighter on dark land, and weak marks can still be seen there
    /// (WCAG 2.2, 1.4.11: 3:1 for strong marks; their outline carries weak ones).
    void strongTonesStandOut() {
        const auto luminance = [](const Rgb& c) {
            const auto linear = [](int v) { return v <= 10 ? v / 255.0 / 12.92 : std::pow((v / 255.0 + 0.055) / 1.055, 2.4); };
            return 0.2126 * linear(c.red) + 0.7152 * linear(c.green) + 0.0722 * linear(c.blue);
        };
        const auto contrast = [&](const Rgb& a, const Rgb& b) {
            const double x = luminance(a) + 0.05, y = luminance(b) + 0.05;
            return std::max(x, y) / std::min(x, y);
        };
        for (const bool dark : {false, true}) {
            const Rgb land = dark ? Rgb{0x1c, 0x20, 0x26} : Rgb{0xfd, 0xfd, 0xfb};
            for (const double sign : {1.0, -1.0}) {
                double before = 1.0;
                for (const double tone : {0.15, 0.4, 0.7, 1.0}) {
                    const double now = contrast(toneRgb(sign * tone, dark), land);
                    QVERIFY2(now > before * 1.15,
                             qPrintable(QStringLiteral("%1 %2: %3 after %4").arg(dark).arg(sign * tone).arg(now).arg(before)));
                    before = now;
                }
                QVERIFY(contrast(toneRgb(sign * 0.15, dark), land) > 2.0 && before > 4.5);
                QVERIFY(contrast(toneRgb(sign * 0.4, dark), toneRgb(sign, dark)) > 1.5);
            }
        }
    }

    /// A unit that is in the name of the measure is not said twice.
    void unitsAreSaidOnce() {
        Table table = groups({10, 30});
        QCOMPARE(chartFor(table).yTitle, QStringLiteral("Boardings (trips)"));
        table.measure.name = QStringLiteral("Persons present");
        table.measure.unit = QStringLiteral("persons");
        QCOMPARE(chartFor(table).yTitle, QStringLiteral("Persons present"));
    }

    void groupsAreBarsWithShares() {
        const ChartSpec spec = chartFor(groups({10, 30, 60}));
        QCOMPARE(spec.kind, ChartKind::HorizontalBars);
        QCOMPARE(spec.categoryKeys, QStringList({"child", "youth", "adult"}));
        QCOMPARE(spec.series.size(), 1);
        QCOMPARE(spec.series[0].values, QVector<double>({10, 30, 60}));
        QCOMPARE(spec.categories, QStringList({"CHILD", "YOUTH", "ADULT"}));
        QCOMPARE(spec.series[0].shares, QVector<double>({0.1, 0.3, 0.6}));
        QCOMPARE(spec.membersOf(1), QStringList{"youth"});
        QVERIFY(spec.yTitle.contains("trips"));
        QVERIFY(spec.footer.contains("City") && spec.footer.contains("2022-12-31") && spec.footer.contains("100"));
        QVERIFY(spec.sample);
    }

    void publisherFollowsTheLanguage() {
        Table t = groups({10, 30, 60});
        t.dataset.sourceKo = "광주광역시";
        QVERIFY(chartFor(t).footer.contains("City"));
        setInterfaceLanguage("ko");
        const QString korean = chartFor(t).footer;
        t.dataset.sourceKo.clear();
        const QString oneNameOnly = chartFor(t).footer;
        setInterfaceLanguage("en");
        QVERIFY2(korean.contains("광주광역시") && !korean.contains("City"), qPrintable(korean));
        QVERIFY2(oneNameOnly.contains("City"), qPrintable(oneNameOnly));
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

    void singleYearsBecomeBands() {
        Table t = groups({});
        for (int age = 0; age <= 100; ++age) {
            Group g;
            g.code = g.name = g.nameKo = age < 100 ? QString::number(age) : QStringLiteral("100+");
            g.ageFrom = age;
            g.ageTo = age < 100 ? age : -1;
            t.dataset.scheme.groups.append(g);
            t.rows.append({g.code, g.name, 1 + age, 1, 1.0 + age});
            t.totalSum += 1 + age;
        }
        const ChartSpec spec = chartFor(t);
        QCOMPARE(spec.categoryKeys.size(), 11);
        QCOMPARE(spec.categoryKeys.first(), QStringLiteral("0-9"));
        QCOMPARE(spec.categoryKeys.last(), QStringLiteral("100+"));
        QCOMPARE(spec.series[0].values[0], 55.0);    // 1 + … + 10
        QCOMPARE(spec.series[0].values[9], 955.0);   // 91 + … + 100
        QCOMPARE(spec.series[0].values[10], 101.0);  // 100 and older
        QCOMPARE(spec.series[0].shares[0], 55.0 / 5151.0);
        QCOMPARE(spec.membersOf(2).size(), 10);
        QCOMPARE(spec.membersOf(2).first(), QStringLiteral("20"));
        QVERIFY(spec.xTitle.contains(QStringLiteral("10")));
        t.measure.aggregation = Aggregation::Mean;
        QCOMPARE(chartFor(t).series[0].values[0], 5.5);
        t.dataset.scheme.groups[3].ageFrom = -1;  // a group without an age: no bands at all
        QCOMPARE(chartFor(t).categoryKeys.size(), 101);
    }

    void bandsInTheSentence() {
        GroupScheme scheme;
        for (int age = 0; age < 40; ++age) scheme.groups.append({QString::number(age), QString::number(age), {}, age, age});
        Query query;
        for (int age = 10; age < 20; ++age) query.groups << QString::number(age);
        query.groups << QStringLiteral("33");
        const QString sentence = sentenceWithBands(query, scheme);
        QVERIFY2(sentence.contains(QStringLiteral("10–19")) && sentence.contains(QStringLiteral("33")), qPrintable(sentence));
        QVERIFY2(!sentence.contains(QStringLiteral("14")), qPrintable(sentence));
        scheme.groups.resize(4);
        query.groups = QStringList{QStringLiteral("2")};
        QCOMPARE(sentenceWithBands(query, scheme), query.toSentence(&scheme));
        QVERIFY(ageBands(scheme).isEmpty());
    }

    void aYearBefore() {
        Table days;
        days.by = Breakdown::Day;
        days.dataset.id = "d";
        days.dataset.period = {QDate(2024, 1, 15), QDate(2025, 4, 10)};
        for (QDate day = days.dataset.period.from; day <= days.dataset.period.to; day = day.addDays(1)) {
            TableRow row;
            row.key = day.toString(Qt::ISODate);
            row.value = day == QDate(2024, 2, 29) ? NAN : day.month();  // one day unobserved
            days.rows.append(row);
        }
        Table months = days;
        months.by = Breakdown::Month;
        months.rows.clear();
        for (QDate month(2024, 1, 1); month <= QDate(2025, 4, 1); month = month.addMonths(1)) {
            TableRow row;
            row.key = month.toString("yyyy-MM");
            row.value = 100.0;
            months.rows.append(row);
        }
        const auto reference = [&](const Table& asked) {
            ChartSpec spec = chartFor(asked);
            addYearBefore(spec, asked, days);
            return spec.series.first().reference;
        };
        const QVector<double> all = reference(months);
        QCOMPARE(static_cast<int>(all.size()), 16);
        for (int i = 0; i < 12; ++i) QVERIFY(std::isnan(all[i]));
        QVERIFY(std::isnan(all[12]));  // January 2024 is not whole
        QCOMPARE(all[13], 2.0 * 28);   // 29 days less the one that was not observed
        QCOMPARE(all[14], 3.0 * 31);
        QVERIFY(std::isnan(all[15]));  // April 2025 is not whole
        Table cut = months;
        cut.query.period = {QDate(2025, 2, 10), QDate(2025, 3, 31)};
        cut.rows = {months.rows[13], months.rows[14]};
        const QVector<double> some = reference(cut);
        QVERIFY(std::isnan(some[0]));
        QCOMPARE(some[1], 3.0 * 31);
        days.query.period = days.dataset.period;  // as answers of the engine say it
        QCOMPARE(reference(cut)[1], 3.0 * 31);
        days.query.period.from = QDate(2024, 6, 1);
        QVERIFY(reference(cut).isEmpty());
        days.query.period = {};
        Table other = months;
        other.query.dayTypes = 1;  // days of another question
        QVERIFY(reference(other).isEmpty());
        Table level = months;
        level.measure.aggregation = Aggregation::Mean;
        QVERIFY(reference(level).isEmpty());
        months.rows.resize(12);  // nothing to compare with
        QVERIFY(reference(months).isEmpty());
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
