// SPDX-License-Identifier: GPL-3.0-or-later
// Scaled errors and interval scores against R's accuracy() and formulas written out in R.
#include <QtTest>
#include <cmath>

#include "core/analysis/forecast/accuracy.h"
#include "core/analysis/forecast/naive.h"
#include "tests/support/forecast_series.h"

using namespace mudeung;
using namespace mudeung::forecast;

namespace {

bool near(double a, double b) {
    return std::abs(a - b) <= 1e-9 * std::max(std::abs(b), 1.0);
}

}  // namespace

class TestForecastAccuracy : public QObject {
    Q_OBJECT
private slots:
    // Rscript tests/core/analysis/oracle/forecast_accuracy.R
    void asR() {
        Series series = test::namedSeries("AirPassengers");
        const std::vector<double> all = series.values;
        series.values.resize(120);
        const double levels[] = {80, 95};
        const Prediction p = SeasonalNaiveModel().fit(series)->predict(24, levels);
        AccuracyTable table(24, {80, 95}, naiveScale(series.values, 12), naiveSquareScale(series.values, 12));
        for (int h = 1; h <= 24; ++h) {
            const auto i = static_cast<std::size_t>(h - 1);
            const double lower[] = {p.lower[0][i], p.lower[1][i]};
            const double upper[] = {p.upper[0][i], p.upper[1][i]};
            table.add(h, all[120 + i], p.mean[i], lower, upper);
        }
        const Score s = table.overall();
        QCOMPARE(s.count, 24);
        QVERIFY(near(s.mae, 71.25));
        QVERIFY(near(s.rmse, 76.9945885544346));
        QVERIFY(near(s.bias, -71.25));  // R's ME is actual − forecast
        QVERIFY(near(s.mase, 2.49351911860013));
        QVERIFY(near(s.smape, 17.012625361651));
        QVERIFY(near(s.rmsse, 2.3686178859489));
        QVERIFY(near(s.coverage[0], 4.0 / 24));
        QVERIFY(near(s.coverage[1], 0.625));
        QVERIFY(near(s.pinball, 10.6371654583826));
        QVERIFY(near(s.wis, 31.2694647334122));
        QVERIFY(near(table.at(12).mase, 2.3797796500324));
        QCOMPARE(table.at(12).count, 1);
        QCOMPARE(table.at(12).step, 12);
        QVERIFY(near(s.width[1], [&] {
            double sum = 0;
            for (std::size_t i = 0; i < 24; ++i) sum += p.upper[1][i] - p.lower[1][i];
            return sum / 24;
        }()));
    }

    void whatWasNotObservedIsLeftOut() {
        AccuracyTable table(2, {}, 2.0, 4.0);
        table.add(1, 10, 12);
        table.add(1, NAN, 12);
        table.add(2, 10, NAN);
        QCOMPARE(table.overall().count, 1);
        QCOMPARE(table.overall().mase, 1.0);
        QCOMPARE(table.overall().rmsse, 1.0);
        QCOMPARE(table.overall().bias, 2.0);
        QVERIFY(std::isnan(table.at(2).mae));
        QVERIFY(std::isnan(table.overall().pinball));
        QCOMPARE(table.overall().wis, 2.0);
    }

    void scales() {
        const double values[] = {1, 5, 2, NAN, 4, 9};
        QVERIFY(near(naiveScale(values, 2), (1 + 2) / 2.0));  // |2−1|, |4−2|; the others have a gap
        QVERIFY(near(naiveSquareScale(values, 2), (1 + 4) / 2.0));
        const double flat[] = {3, 3, 3};
        QVERIFY(std::isnan(naiveScale(flat, 1)));
        QVERIFY(std::isnan(naiveScale(flat, 12)));
    }

    void symmetricErrorOfZeros() {
        QCOMPARE(symmetricPercentError(0, 0), 0.0);
        QCOMPARE(symmetricPercentError(0, 3), 200.0);
        // M4: a method as good as Naïve2 has 1.
        QCOMPARE(overallWeightedAverage(13.564, 1.912, 13.564, 1.912), 1.0);
    }
};

QTEST_GUILESS_MAIN(TestForecastAccuracy)
#include "test_forecast_accuracy.moc"
