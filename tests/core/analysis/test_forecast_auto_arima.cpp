// SPDX-License-Identifier: GPL-3.0-or-later
// The choice of an ARIMA's order against R's auto.arima (oracle/auto_arima.R).
#include <QtTest>
#include <cmath>
#include <random>

#include "core/analysis/forecast/auto_arima.h"
#include "tests/core/analysis/oracle/oracle_values.h"
#include "tests/support/forecast_series.h"

using namespace mudeung;
using namespace mudeung::forecast;

class TestForecastAutoArima : public QObject {
    Q_OBJECT
private slots:
    void kpss();
    void constants();
    void sameChoice_data();
    void sameChoice();
    void gaps();
    void regressors();
    void unsuited();

private:
    const oracle::Values m_r{QStringLiteral("auto_arima.txt")};
};

void TestForecastAutoArima::kpss() {
    for (const char* name : {"AirPassengers", "Nile", "nottem", "sim_AAA"}) {
        const Series series = test::namedSeries(name);
        COMPARE_NUMBERS(std::vector<double>{kpssStatistic(series.values, 4)}, m_r.of(QString::fromLatin1(name) + QStringLiteral(".kpss")),
                        1e-9);
    }
    QCOMPARE(differencesNeeded(test::namedSeries("WWWusage").values), 1);
    QCOMPARE(differencesNeeded(test::namedSeries("lynx").values), 0);
    QCOMPARE(seasonalDifferencesNeeded(test::namedSeries("USAccDeaths").values, 12), 1);
    QCOMPARE(seasonalDifferencesNeeded(std::vector<double>(24, 1.0), 12), 0);
}

void TestForecastAutoArima::constants() {
    QVERIFY(isConstant(std::vector<double>{2, 2, 2}));
    QVERIFY(isConstant(std::vector<double>{2, 2 + 1e-9, 2}));
    QVERIFY(!isConstant(std::vector<double>{2, 2.001, 2}));
}

void TestForecastAutoArima::sameChoice_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"AirPassengers", "USAccDeaths", "Nile", "WWWusage", "lynx", "wineind", "woolyrnq", "nottem", "UKgas",
                             "ldeaths", "sim_AAA", "sim_AAdA", "sim_MNM", "sim_MAM", "sim_ANN", "sim_MAdN"}) {
        QTest::newRow(name) << QString::fromLatin1(name);
    }
}

/// The same orders on all of them; R's likelihood of differenced series is off by its diffuse start, hence the slack of AICc.
void TestForecastAutoArima::sameChoice() {
    QFETCH(QString, name);
    const auto order = m_r.of(name + QStringLiteral(".order"));
    const auto fit = autoArima(test::namedSeries(qPrintable(name)));
    QVERIFY(fit);
    const ArimaOrder& ours = fit->order();
    QCOMPARE((std::vector<double>{double(ours.p), double(ours.d), double(ours.q), double(ours.P), double(ours.D), double(ours.Q)}),
             std::vector<double>(order.begin(), order.begin() + 6));
    QCOMPARE(ours.constant && ours.d + ours.D < 2, order[7] != 0.0);
    const double aicc = m_r.one(name + QStringLiteral(".aicc"));
    QVERIFY2(fit->statistics().aicc < aicc + 0.01, qPrintable(QStringLiteral("%1 against %2").arg(fit->statistics().aicc).arg(aicc)));
    const auto mean = fit->predict(12, std::vector<double>{}).mean;
    COMPARE_NUMBERS(mean, m_r.of(name + QStringLiteral(".mean")), 2e-3);
}

void TestForecastAutoArima::gaps() {
    Series series = test::namedSeries("USAccDeaths");
    const auto whole = autoArima(series);
    for (const int i : {3, 30, 31, 50}) series.values[i] = std::nan("");
    const auto fit = autoArima(series);
    QVERIFY(fit);
    QCOMPARE(fit->fitted().size(), series.values.size());
    // Four of 72 values less: the forecasts stay within a small part of the series' range (6,892 … 11,317).
    const auto mean = fit->predict(12, std::vector<double>{}).mean;
    const auto expected = whole->predict(12, std::vector<double>{}).mean;
    for (int h = 0; h < 12; ++h) QVERIFY(std::abs(mean[h] - expected[h]) < 250.0);
    // A series that begins late is that series.
    Series late = test::namedSeries("Nile");
    late.values.insert(late.values.begin(), 5, std::nan(""));
    const auto shifted = autoArima(late);
    const auto plain = autoArima(test::namedSeries("Nile"));
    QCOMPARE(shifted->name(), plain->name());
    COMPARE_NUMBERS(shifted->predict(5, std::vector<double>{}).mean, plain->predict(5, std::vector<double>{}).mean, 1e-3);
}

/// A level of 50 that a regressor lifts by 20, with errors of an autoregression: the effect comes back, the errors are found stationary.
void TestForecastAutoArima::regressors() {
    std::mt19937_64 random(3);
    std::normal_distribution<double> normal;
    Series series;
    series.regressors.resize(1);
    double error = 0.0;
    for (int t = 0; t < 320; ++t) {
        const double on = t % 11 == 0 || t % 17 == 3;
        series.regressors[0].push_back(on);
        error = 0.5 * error + normal(random);
        if (t < 300) series.values.push_back(50.0 + 20.0 * on + error);
    }
    const auto fit = autoArima(series);
    QVERIFY(fit);
    QCOMPARE(fit->order().d, 0);
    QVERIFY(std::abs(fit->coefficients().back() - 20.0) < 1.0);
    const auto mean = fit->predict(20, std::vector<double>{}).mean;
    for (int h = 5; h < 20; ++h) QVERIFY(std::abs(mean[h] - 50.0 - 20.0 * series.regressors[0][300 + h]) < 3.0);
}

void TestForecastAutoArima::unsuited() {
    std::string why;
    QVERIFY(!autoArima(Series{{std::nan("")}, {}, {}}, {}, &why));
    QVERIFY(!why.empty());
    QVERIFY(autoArima(Series{{4, 4, 4, 4}, {7}, {}}));
    // However short: an answer or a reason.
    for (int n = 1; n < 12; ++n) {
        Series series{{}, {7}, {}};
        for (int i = 0; i < n; ++i) series.values.push_back(i * i % 5);
        why.clear();
        const auto fit = autoArima(series, {}, &why);
        QVERIFY2(fit || !why.empty(), qPrintable(QString::number(n)));
        if (fit) QVERIFY(std::isfinite(fit->predict(3, std::vector<double>{}).mean[2]));
    }
}

QTEST_APPLESS_MAIN(TestForecastAutoArima)
#include "test_forecast_auto_arima.moc"
