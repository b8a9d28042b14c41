// SPDX-License-Identifier: GPL-3.0-or-later
// Other groupings of people: what adds up exactly, what is modelled and says so, and that no one is lost on the way.
#include <QtTest>
#include <cmath>

#include "core/base/language.h"
#include "core/chart/chart_spec.h"
#include "core/chart/crosswalk.h"

using namespace mudeung;

namespace {

GroupScheme schemeOf(const QVector<Group>& groups) {
    GroupScheme scheme;
    scheme.id = QStringLiteral("test");
    scheme.groups = groups;
    return scheme;
}

GroupScheme policy() {
    return schemeOf({{"0-12", "", "", 0, 12},
                     {"13-18", "", "", 13, 18},
                     {"19-34", "", "", 19, 34},
                     {"35-49", "", "", 35, 49},
                     {"50-64", "", "", 50, 64},
                     {"65-74", "", "", 65, 74},
                     {"75+", "", "", 75, -1}});
}

GroupScheme sexes() {
    QVector<Group> groups;
    for (const char* sex : {"m", "f"})
        for (int from = 0; from < 60; from += 10)
            groups.append({QStringLiteral("%1_%2-%3").arg(QLatin1String(sex)).arg(from).arg(from + 9), "", "", from, from + 9});
    return schemeOf(groups);
}

Table tableOf(const GroupScheme& scheme, const QVector<std::int64_t>& sums) {
    Table table;
    table.by = Breakdown::Group;
    table.dataset.scheme = scheme;
    table.measure.id = table.measure.name = QStringLiteral("boardings");
    table.measure.unit = QStringLiteral("trips");
    for (int i = 0; i < static_cast<int>(sums.size()); ++i) {
        TableRow row;
        row.key = row.label = scheme.groups[i].code;
        row.sum = sums[i];
        row.observed = 1;
        row.value = static_cast<double>(sums[i]);
        table.rows.append(row);
        table.totalSum += row.sum;
    }
    table.total = static_cast<double>(table.totalSum);
    return table;
}

const Band* find(const QVector<Band>& bands, const char* key) {
    for (const Band& band : bands)
        if (band.key == QLatin1String(key)) return &band;
    return nullptr;
}

}  // namespace

class TestCrosswalk : public QObject {
    Q_OBJECT
private slots:
    void init() { setInterfaceLanguage(QStringLiteral("en")); }

    /// Policy ages lie within ticket classes but for children, of whom 6 years of 13 are under 6.
    void ticketClassesOfPolicyAges() {
        const QVector<Band> bands = bandsFor(policy(), BandScheme::Ticket);
        QCOMPARE(bands.size(), 5);
        QVERIFY(find(bands, "19-64")->exact);
        QVERIFY(find(bands, "65+")->exact);
        QCOMPARE(find(bands, "19-64")->groups(), (QStringList{"19-34", "35-49", "50-64"}));
        QVERIFY(!find(bands, "6-12")->exact);
        QVERIFY(find(bands, "6-12")->name.startsWith(QStringLiteral("≈")));
        QCOMPARE(find(bands, "6-12")->shares.first().share, 7.0 / 13.0);
        const Table shown = inBands(tableOf(policy(), {1300, 600, 1600, 1500, 1500, 1000, 500}), bands);
        QCOMPARE(shown.rows[0].value, 600.0);
        QCOMPARE(shown.rows[1].value, 700.0);
        QCOMPARE(shown.rows[3].sum, std::int64_t(4600));
        QCOMPARE(shown.rows[4].sum, std::int64_t(1500));
    }

    /// 75 and older are spread over 75 to 99: 5 years of 25 in the seventies.
    void decadesOfPolicyAges() {
        const QVector<Band> bands = bandsFor(policy(), BandScheme::TenYear);
        QCOMPARE(bands.size(), 10);
        const Band* seventies = find(bands, "70-79");
        QCOMPARE(seventies->shares.size(), 2);
        QCOMPARE(seventies->shares[0].share, 0.5);
        QCOMPARE(seventies->shares[1].share, 0.2);
        QVERIFY(!seventies->exact);
        double sum = 0.0;
        for (const TableRow& row : inBands(tableOf(policy(), {1300, 600, 1600, 1500, 1500, 1000, 500}), bands).rows) sum += row.value;
        QVERIFY(std::abs(sum - 8000.0) < 1e-9);  // no one is lost
        QCOMPARE(bandsFor(policy(), BandScheme::Policy).size(), 7);
        for (const Band& band : bandsFor(policy(), BandScheme::Policy)) QVERIFY(band.exact);
    }

    void groupsWithoutAges() {
        const GroupScheme scheme = schemeOf({{"local", "", "", -1, -1}, {"foreign", "", "", -1, -1}});
        QVERIFY(bandsFor(scheme, BandScheme::TenYear).isEmpty());
        QVERIFY(bandsFor(scheme, BandScheme::AsCounted).isEmpty());
    }

    void bothSexesMakeAPyramid() {
        const Table table = tableOf(sexes(), {1, 2, 3, 4, 5, 6, 10, 20, 30, 40, 50, 60});
        const ChartSpec spec = chartFor(table);
        QCOMPARE(spec.kind, ChartKind::Pyramid);
        QCOMPARE(spec.rowNames.mid(0, 3), (QStringList{"Male", "Female", "0–9"}));
        const ChartSpec ticket = chartFor(table, BandScheme::Ticket);
        QCOMPARE(ticket.kind, ChartKind::Pyramid);
        QCOMPARE(ticket.categoryKeys.size(), 8);  // nobody from 65 on
        QVERIFY(ticket.xTitle.contains(QStringLiteral("modelled")));
        double sum = 0.0;
        for (const double v : ticket.series.first().values) sum += v;
        QVERIFY(std::abs(sum - 231.0) < 1e-9);
    }

    void missingStaysMissing() {
        Table table = tableOf(policy(), {1, 2, 3, 4, 5, 6, 7});
        table.rows[0].value = std::nan("");
        table.rows[0].observed = 0;
        const Table shown = inBands(table, bandsFor(policy(), BandScheme::Ticket));
        QVERIFY(std::isnan(shown.rows[0].value));
        QVERIFY(std::isnan(shown.rows[1].value));
        QCOMPARE(shown.rows[2].value, 2.0);
    }
};

QTEST_GUILESS_MAIN(TestCrosswalk)
#include "test_crosswalk.moc"
