// SPDX-License-Identifier: GPL-3.0-or-later
// The order by bytes is that of a stable comparing sort, for numbers of every kind.
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>
#include <vector>

#include "core/analysis/math/largest_first.h"

using namespace mudeung;

namespace {

std::vector<int> byComparing(const std::vector<double>& values) {
    std::vector<int> order;
    for (int i = 0; i < static_cast<int>(values.size()); ++i)
        if (!std::isnan(values[static_cast<std::size_t>(i)])) order.push_back(i);
    std::stable_sort(order.begin(), order.end(),
                     [&](int a, int b) { return values[static_cast<std::size_t>(a)] > values[static_cast<std::size_t>(b)]; });
    return order;
}

}  // namespace

class TestLargestFirst : public QObject {
    Q_OBJECT
private slots:
    void ofEveryKind_data();
    void ofEveryKind();
    void ofNone();
};

void TestLargestFirst::ofEveryKind_data() {
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("kind");
    for (const int count : {1, 2, 1000, 1024, 1025, 30000})
        for (int kind = 0; kind < 5; ++kind) QTest::addRow("%d numbers of kind %d", count, kind) << count << kind;
}

void TestLargestFirst::ofEveryKind() {
    QFETCH(int, count);
    QFETCH(int, kind);
    std::mt19937_64 random(static_cast<unsigned>(count * 10 + kind));
    std::normal_distribution<double> wide(0.0, 1e3);
    constexpr double inf = std::numeric_limits<double>::infinity();
    const std::vector<double> special{0.0,
                                      -0.0,
                                      std::nan(""),
                                      inf,
                                      -inf,
                                      std::numeric_limits<double>::denorm_min(),
                                      -std::numeric_limits<double>::denorm_min(),
                                      std::numeric_limits<double>::max(),
                                      std::numeric_limits<double>::lowest()};
    std::vector<double> values;
    for (int i = 0; i < count; ++i) {
        switch (kind) {
            case 0:  // counts, with many ties
                values.push_back(static_cast<double>(random() % 50));
                break;
            case 1:  // large counts
                values.push_back(static_cast<double>(random() % 90000000));
                break;
            case 2:  // changes
                values.push_back(wide(random));
                break;
            case 3:
                values.push_back(special[random() % special.size()]);
                break;
            default:  // all the same
                values.push_back(7.5);
        }
    }
    QCOMPARE(largestFirst(values), byComparing(values));
}

void TestLargestFirst::ofNone() {
    QVERIFY(largestFirst({}).empty());
    QVERIFY(largestFirst(std::vector<double>(3000, std::nan(""))).empty());
}

QTEST_APPLESS_MAIN(TestLargestFirst)
#include "test_largest_first.moc"
