// SPDX-License-Identifier: GPL-3.0-or-later
// Dynamic harmonic regression against R (oracle/harmonic.R), and the calendar's columns by hand.
#include <QtTest>
#include <cmath>
#include <numbers>
#include <random>

#include "core/analysis/forecast/calendar_regressors.h"
#include "core/analysis/forecast/harmonic.h"
#include "tests/core/analysis/oracle/oracle_values.h"

using namespace mudeung;
using namespace mudeung::forecast;

namespace {

std::unique_ptr<FittedHarmonic> fitHarmonic(const Series& series, const HarmonicOptions& options = {}, std::string* why = nullptr) {
    auto fit = HarmonicModel(options).fit(series, why);
    return std::unique_ptr<FittedHarmonic>(static_cast<FittedHarmonic*>(fit.release()));
}

}  // namespace

class TestForecastHarmonic : public QObject {
    Q_OBJECT
private slots:
    void asRegressionWithErrors();
    void appended();
    void yearIsShrunk();
    void severalSeasons();
    void unsuited();
    void calendar();
    void calendarInRegression();

private:
    Series series() const { return Series{m_r.of(QStringLiteral("y")), {7}, {m_r.of(QStringLiteral("x"))}}; }
    const oracle::Values m_r{QStringLiteral("harmonic.txt")};
};

/// With the pairs and errors that R was given (both are what AICc finds), everything that follows is R's.
void TestForecastHarmonic::asRegressionWithErrors() {
    HarmonicOptions options;
    options.year = 0.0;
    const auto fit = fitHarmonic(series(), options);
    QVERIFY(fit);
    QCOMPARE(fit->seasons().size(), std::size_t{1});
    QCOMPARE(fit->seasons()[0].pairs, 2);
    QCOMPARE(fit->errors().p, 1);
    QCOMPARE(fit->errors().d, 0);
    QCOMPARE(fit->errors().q, 0);
    const auto statistics = fit->statistics();
    QCOMPARE(statistics.parameters, 8);
    COMPARE_NUMBERS(std::vector<double>{statistics.logLikelihood}, m_r.of(QStringLiteral("loglik")), 1e-6);
    COMPARE_NUMBERS(std::vector<double>{statistics.aicc}, m_r.of(QStringLiteral("aicc")), 1e-6);
    COMPARE_NUMBERS(std::vector<double>{statistics.sigma2}, m_r.of(QStringLiteral("sigma2")), 1e-3);
    QVERIFY(std::abs(fit->coefficients()[0] - m_r.of(QStringLiteral("coef")).at(2)) < 0.02);
    const auto prediction = fit->predict(28, std::vector<double>{90});
    COMPARE_NUMBERS(prediction.mean, m_r.of(QStringLiteral("mean")), 2e-4);
    COMPARE_NUMBERS(prediction.upper[0], m_r.of(QStringLiteral("upper")), 2e-4);
    QVERIFY(std::isnan(fit->predict(29, std::vector<double>{}).mean.back()));
}

void TestForecastHarmonic::appended() {
    Series part = series();
    const std::vector<double> later(part.values.end() - 20, part.values.end());
    part.values.resize(part.values.size() - 20);
    const auto fit = fitHarmonic(part);
    const auto before = fit->predict(20, std::vector<double>{}).mean;
    // Values as foreseen change nothing; the next forecast goes on from them.
    const auto copy = fit->clone();
    copy->append(std::span(before).first(5));
    COMPARE_NUMBERS(copy->predict(15, std::vector<double>{}).mean, (std::vector<double>(before.begin() + 5, before.end())), 1e-9);
    fit->append(later);
    QCOMPARE(fit->fitted().size(), std::size_t{340});
    const auto whole = fitHarmonic(series());
    COMPARE_NUMBERS(fit->predict(5, std::vector<double>{}).mean, whole->predict(5, std::vector<double>{}).mean, 0.01);
}

/// Two years without any yearly course: what noise there is in the year's terms is taken down; with one, it stays.
void TestForecastHarmonic::yearIsShrunk() {
    std::mt19937_64 random(8);
    std::normal_distribution<double> normal;
    double shrinkage = 0.0;
    for (int s = 0; s < 20; ++s) {
        Series plain{{}, {7}, {}};
        Series yearly{{}, {7}, {}};
        for (int t = 0; t < 730; ++t) {
            const double value = 100.0 + 10.0 * (t % 7 == 0) + 3.0 * normal(random);
            plain.values.push_back(value);
            yearly.values.push_back(value + 12.0 * std::sin(2.0 * std::numbers::pi * t / 365.25));
        }
        shrinkage += fitHarmonic(plain)->yearShrinkage() / 20.0;
        const auto fit = fitHarmonic(yearly);
        QVERIFY(fit->yearShrinkage() > 0.9);
        const auto mean = fit->predict(365, std::vector<double>{}).mean;
        QVERIFY(mean[91] - mean[274] > 15.0);  // summer against winter, 24 by construction
    }
    QVERIFY2(shrinkage < 0.5, qPrintable(QString::number(shrinkage)));
}

void TestForecastHarmonic::severalSeasons() {
    std::mt19937_64 random(5);
    std::normal_distribution<double> normal;
    Series series{{}, {24, 168}, {}};
    const auto truth = [](int t) {
        return 50.0 + 20.0 * std::sin(2.0 * std::numbers::pi * t / 24) + 8.0 * std::cos(2.0 * std::numbers::pi * 3 * t / 24) +
               6.0 * std::sin(2.0 * std::numbers::pi * 2 * t / 168);
    };
    for (int t = 0; t < 24 * 28; ++t) series.values.push_back(truth(t) + normal(random));
    const auto fit = fitHarmonic(series);
    QVERIFY(fit);
    QCOMPARE(fit->seasons().size(), std::size_t{2});
    QVERIFY(fit->seasons()[0].pairs >= 3 && fit->seasons()[1].pairs >= 2);
    const auto mean = fit->predict(168, std::vector<double>{}).mean;
    for (int h = 0; h < 168; ++h) QVERIFY(std::abs(mean[h] - truth(24 * 28 + h)) < 1.5);
}

void TestForecastHarmonic::unsuited() {
    std::string why;
    QVERIFY(!fitHarmonic(Series{{1, 2, 3}, {7}, {}}, {}, &why));
    QVERIFY(!why.empty());
    QVERIFY(!fitHarmonic(Series{std::vector<double>(30, 1.0), {7}, {{1.0}}}, {}, &why));
    Series twice = series();
    twice.regressors.push_back(twice.regressors[0]);
    twice.regressors.push_back(std::vector<double>(twice.regressors[0].size(), 4.0));
    QCOMPARE(fitHarmonic(twice)->leftOut(), (std::vector<int>{1, 2}));
    Series gaps = series();
    for (const int i : {10, 11, 200}) gaps.values[i] = std::nan("");
    const auto fit = fitHarmonic(gaps);
    QVERIFY(fit);
    QVERIFY(std::abs(fit->coefficients()[0] - 25.0) < 2.0);
}

/// February 2024: Seollal on Saturday the 10th, its eve on Friday, the day after on Sunday, a substitute on Monday the 12th.
void TestForecastHarmonic::calendar() {
    const auto columns = calendarColumns(QDate(2024, 2, 1), 20);
    const auto of = [&](const char* name) {
        const int at = columns.names.indexOf(QString::fromLatin1(name));
        std::vector<int> days;
        if (at < 0) return days;
        for (int i = 0; i < 20; ++i) {
            if (columns.columns[at][i] == 1.0) days.push_back(i + 1);
        }
        return days;
    };
    QCOMPARE(of("holiday.seollal"), std::vector<int>{10});
    QCOMPARE(of("holiday.seollal.around"), (std::vector<int>{9, 11}));
    QCOMPARE(of("holiday.substitute"), std::vector<int>{12});
    QCOMPARE(of("holiday.before"), std::vector<int>{8});
    QCOMPARE(of("holiday.after"), std::vector<int>{13});
    QCOMPARE(of("weekday.sunday"), (std::vector<int>{4, 11, 18}));
    QCOMPARE(of("school.vacation").size(), std::size_t{20});
    QVERIFY(!columns.names.contains(QStringLiteral("holiday.chuseok")));
    QVERIFY(!columns.names.contains(QStringLiteral("holiday.other")));
    // March 1st 2026 is a Sunday: no effect of its own, its substitute on the 2nd.
    const auto march = calendarColumns(QDate(2026, 2, 26), 8);
    QVERIFY(!march.names.contains(QStringLiteral("holiday.other")));
    QVERIFY(march.columns[march.names.indexOf(QStringLiteral("holiday.substitute"))][4] == 1.0);
    QVERIFY(calendarColumns(QDate(), 5).names.isEmpty());
}

/// The calendar's columns beside a season of 7 that says the same as the weekdays: these are found to be dependent, the holidays stay.
void TestForecastHarmonic::calendarInRegression() {
    const auto calendar = calendarColumns(QDate(2023, 1, 1), 730);
    std::mt19937_64 random(2);
    std::normal_distribution<double> normal;
    const int seollal = calendar.names.indexOf(QStringLiteral("holiday.seollal"));
    Series series{{}, {7}, calendar.columns};
    for (int t = 0; t < 700; ++t)
        series.values.push_back(80.0 + 10.0 * (t % 7 > 1) - 40.0 * calendar.columns[seollal][t] + 2.0 * normal(random));
    const auto fit = fitHarmonic(series);
    QVERIFY(fit);
    QVERIFY(std::abs(fit->coefficients()[seollal] + 40.0) < 6.0);
    QVERIFY(fit->leftOut().empty());       // regressors come first …
    QCOMPARE(fit->seasons()[0].pairs, 0);  // … so that the season has nothing left to say
}

QTEST_APPLESS_MAIN(TestForecastHarmonic)
#include "test_forecast_harmonic.moc"
