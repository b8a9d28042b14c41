// SPDX-License-Identifier: GPL-3.0-or-later
// Class limits: Fisher–Jenks against every possible division, quantiles by counting.
#include <QtTest>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

#include "core/analysis/classification/classification.h"

using namespace mudeung;

namespace {

/// Sum of squares within classes that end at the given upper limits.
double squaresWithin(const std::vector<double>& values, const std::vector<double>& upper) {
    double total = 0.0;
    double lower = -std::numeric_limits<double>::infinity();
    for (double limit : upper) {
        double sum = 0.0, n = 0.0;
        for (double v : values) {
            if (v > lower && v <= limit) sum += v, n += 1.0;
        }
        for (double v : values) {
            if (v > lower && v <= limit) total += (v - sum / n) * (v - sum / n);
        }
        lower = limit;
    }
    return total;
}

/// The least sum of squares over every way to cut sorted different values into k classes.
void leastOf(const std::vector<double>& values, const std::vector<double>& distinct, int k, std::size_t from, std::vector<double>& upper,
             double& least) {
    if (k == 1) {
        upper.push_back(distinct.back());
        least = std::min(least, squaresWithin(values, upper));
        upper.pop_back();
        return;
    }
    for (std::size_t i = from; i + static_cast<std::size_t>(k) - 1 < distinct.size(); ++i) {
        upper.push_back(distinct[i]);
        leastOf(values, distinct, k - 1, i + 1, upper, least);
        upper.pop_back();
    }
}

}  // namespace

class TestClassification : public QObject {
    Q_OBJECT
private slots:
    void jenksIsTheOptimum() {
        for (unsigned seed = 1; seed <= 60; ++seed) {
            std::mt19937 random(seed);
            std::vector<double> values;
            const int n = 4 + static_cast<int>(seed % 11);
            for (int i = 0; i < n; ++i) values.push_back(std::floor(std::exp(static_cast<double>(random() % 1000) / 100.0)));
            std::vector<double> distinct = values;
            std::sort(distinct.begin(), distinct.end());
            distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
            for (int k = 1; k <= std::min<int>(5, static_cast<int>(distinct.size())); ++k) {
                double least = std::numeric_limits<double>::infinity();
                std::vector<double> upper;
                leastOf(values, distinct, k, 0, upper, least);
                const Classes c = fisherJenks(values, k);
                QCOMPARE(c.count(), k);
                QVERIFY(std::abs(squaresWithin(values, c.upper) - least) <= 1e-9 * std::max(1.0, least));
            }
        }
    }

    void knownClasses() {
        const std::vector<double> values{1, 2, 3, 100, 101, 102, 1000, 1001, 5000};
        const Classes c = fisherJenks(values, 4);
        QCOMPARE(c.upper, (std::vector<double>{3, 102, 1001, 5000}));
        QCOMPARE(c.lowest, 1.0);
        QVERIFY(c.goodness > 0.9999);
        QCOMPARE(c.classOf(3), 0);
        QCOMPARE(c.classOf(3.5), 1);
        QCOMPARE(c.classOf(-7), 0);
        QCOMPARE(c.classOf(9e9), 3);
        QCOMPARE(c.classOf(std::nan("")), -1);
    }

    void oddInputs() {
        QCOMPARE(fisherJenks({}, 5).count(), 0);
        const std::vector<double> zeros(50, 0.0);
        QCOMPARE(fisherJenks(zeros, 5).upper, (std::vector<double>{0.0}));
        QCOMPARE(fisherJenks(zeros, 5).goodness, 1.0);
        const std::vector<double> withGaps{std::nan(""), 1, 2, std::nan("")};
        QCOMPARE(fisherJenks(withGaps, 5).upper, (std::vector<double>{1, 2}));
        QCOMPARE(quantiles(withGaps, 2).upper, (std::vector<double>{1, 2}));
        QCOMPARE(quantiles({}, 5).count(), 0);
    }

    /// The example of the method's paper in numbers of our own: cut at 24.5, then 100 above it is a head of one.
    void headTailCutsAtMeans() {
        std::vector<double> values{1, 2, 3, 4, 5, 6, 7, 8, 30, 40, 100};
        const Classes c = headTail(values, 7);  // mean 18.7 → head 30 40 100 (27 %); its mean 56.7 → head 100 (33 %); alone
        QCOMPARE(c.upper, (std::vector<double>{8, 40, 100}));
        QCOMPARE(headTail(values, 2).upper, (std::vector<double>{8, 100}));
        QCOMPARE(headTail(std::vector<double>{5, 5, 5}, 7).upper, (std::vector<double>{5}));
        const std::vector<double> even{1, 2, 3, 4, 5, 6, 7, 8, 9, 10};  // half of them above the mean: nothing to cut
        QCOMPARE(headTail(even, 7).upper, (std::vector<double>{10}));
        QCOMPARE(headTail({}, 7).count(), 0);
        for (double& v : values) v += 1e12;  // far from zero the mean must not suffer
        QCOMPARE(headTail(values, 7).count(), 3);
    }

    void limitsOfPeople() {
        const std::vector<double> values{1, 2, 3, 10, 11, 12};
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const Classes c = classesWithLimits(values, {5, 2, 5, nan});
        QCOMPARE(c.upper, (std::vector<double>{2, 5, 12}));
        QVERIFY(std::abs(c.goodness - (1.0 - squaresWithin(values, {2, 5, 12}) / squaresWithin(values, {12}))) < 1e-12);
        QCOMPARE(classesWithLimits(values, {20, 30}).upper, (std::vector<double>{20, 30}));  // classes may be empty
        QCOMPARE(classesWithLimits(values, {20, 30}).goodness, 0.0);
        QCOMPARE(classesWithLimits(values, {}).upper, (std::vector<double>{12}));
        QCOMPARE(classesWithLimits({}, {3}).upper, (std::vector<double>{3}));
    }

    void quantilesCount() {
        std::vector<double> values;
        for (int i = 1; i <= 100; ++i) values.push_back(i);
        QCOMPARE(quantiles(values, 5).upper, (std::vector<double>{20, 40, 60, 80, 100}));
        const std::vector<double> ties{1, 1, 1, 1, 1, 1, 1, 2, 3};
        const Classes c = quantiles(ties, 3);
        QCOMPARE(c.upper, (std::vector<double>{1, 3}));
    }

    void manyValuesQuickly() {
        std::mt19937_64 random(9);
        std::vector<double> values;
        for (int i = 0; i < 200000; ++i) values.push_back(std::exp(static_cast<double>(random() % 1000000) / 1e5));
        QElapsedTimer timer;
        timer.start();
        const Classes c = fisherJenks(values, 7);
        QVERIFY(timer.elapsed() < 8000);
        QCOMPARE(c.count(), 7);
        std::reverse(values.begin(), values.end());
        QCOMPARE(fisherJenks(values, 7).upper, c.upper);
    }
};

QTEST_APPLESS_MAIN(TestClassification)
#include "test_classification.moc"
