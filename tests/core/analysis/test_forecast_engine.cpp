// SPDX-License-Identifier: GPL-3.0-or-later
// From a series to its forecast: short, constant, empty, sparse and gappy ones, threads, cancelling, what the notes say, odd values.
#include <QtTest>
#include <cmath>
#include <cstring>
#include <random>

#include "core/analysis/forecast/catalogue.h"
#include "core/analysis/forecast/forecast.h"

using namespace mudeung;
using namespace mudeung::forecast;

namespace {

Series weekly(int length, unsigned seed, double noiseSize = 5.0) {
    std::mt19937 random(seed);
    std::normal_distribution<double> noise(0.0, noiseSize);
    Series series;
    series.seasons = {7};
    for (int t = 0; t < length; ++t) series.values.push_back(100.0 + (t % 7 >= 5 ? -30.0 : 0.0) + noise(random));
    return series;
}

bool has(const SeriesForecast& f, Note::Code code) {
    return std::any_of(f.notes.begin(), f.notes.end(), [&](const Note& n) { return n.code == code; });
}

bool sameBits(const std::vector<double>& a, const std::vector<double>& b) {
    return a.size() == b.size() && (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0);
}

ForecastOptions optionsFor(int horizon) {
    ForecastOptions options;
    options.horizon = horizon;
    return options;
}

}  // namespace

class TestForecastEngine : public QObject {
    Q_OBJECT
private slots:
    void everythingIsThere() {
        const Series series = weekly(200, 1);
        const SeriesForecast f = forecastSeries(series, optionsFor(14));
        QVERIFY(f.ok);
        QCOMPARE(f.forecast.mean.size(), std::size_t(14));
        for (std::size_t h = 0; h < 14; ++h) {
            QVERIFY(f.forecast.lower[1][h] <= f.forecast.lower[0][h] && f.forecast.lower[0][h] <= f.forecast.mean[h]);
            QVERIFY(f.forecast.mean[h] <= f.forecast.upper[0][h] && f.forecast.upper[0][h] <= f.forecast.upper[1][h]);
        }
        QCOMPARE(f.bySteps.size(), std::size_t(14));
        QCOMPARE(f.windows.size(), f.plan.origins.size());
        QVERIFY(f.windows.size() >= 5);
        QVERIFY(f.overall.count > 0 && f.benchmark.count == f.overall.count);
        QVERIFY2(f.overall.mase < f.benchmark.mase, f.name.c_str());  // noise around a fixed week: repeating the last one is not best
        QVERIFY(f.candidates.size() >= 3);
        QCOMPARE(f.fitted.size(), series.values.size());
        double worst = 0;
        for (const Candidate& c : f.candidates) {
            const double loss = meanLoss(c.windowLoss);
            if (std::isnan(loss)) continue;
            QVERIFY(loss >= worst);
            worst = loss;
        }
    }

    void sameBitsForAnyNumberOfThreads() {
        std::vector<Series> series;
        for (unsigned i = 0; i < 12; ++i) series.push_back(weekly(90 + static_cast<int>(i), i));
        const auto one = forecastAll(series, optionsFor(7), 1);
        const auto four = forecastAll(series, optionsFor(7), 4);
        QCOMPARE(one.size(), four.size());
        for (std::size_t i = 0; i < one.size(); ++i) {
            QCOMPARE(one[i].name, four[i].name);
            QVERIFY(sameBits(one[i].forecast.mean, four[i].forecast.mean));
            QVERIFY(sameBits(one[i].forecast.lower[0], four[i].forecast.lower[0]));
            QVERIFY(sameBits(one[i].forecast.upper[1], four[i].forecast.upper[1]));
        }
    }

    void shortSeriesAreSaidToBeShort() {
        Series series;
        QVERIFY(!forecastSeries(series, optionsFor(3)).ok);
        series.values = {NAN, NAN};
        QVERIFY(!forecastSeries(series, optionsFor(3)).ok);
        series.seasons = {12};
        for (int n = 1; n <= 30; ++n) {
            series.values.assign(static_cast<std::size_t>(n), 0.0);
            for (int t = 0; t < n; ++t) series.values[static_cast<std::size_t>(t)] = 10.0 + t % 3 + 0.1 * t;
            const SeriesForecast f = forecastSeries(series, optionsFor(6));
            QVERIFY2(f.ok, qPrintable(QString::number(n)));
            QCOMPARE(f.forecast.mean.size(), std::size_t(6));
            for (const double v : f.forecast.mean) QVERIFY2(std::isfinite(v) && v > 0 && v < 40, qPrintable(QString::number(n)));
            if (n < 24) QVERIFY(has(f, Note::Code::SeasonNotUsed));
            if (n == 1) QVERIFY(has(f, Note::Code::TooShortToFit));
            if (n < 10) QVERIFY(has(f, Note::Code::TooShortForBackTest));
        }
    }

    void constantSeries() {
        Series series;
        series.values.assign(60, 7.0);
        series.seasons = {7};
        const SeriesForecast f = forecastSeries(series, optionsFor(7));
        QVERIFY(f.ok && has(f, Note::Code::Constant));
        for (const double v : f.forecast.mean) QVERIFY(std::abs(v - 7.0) < 1e-9);
        QVERIFY(f.anomalies.empty());
    }

    void sparseCountsStayAboveZero() {
        std::mt19937 random(2);
        Series series;
        series.seasons = {7};
        double sum = 0;
        for (int t = 0; t < 400; ++t) {
            series.values.push_back(random() % 5 == 0 ? 1.0 + random() % 3 : 0.0);
            sum += series.values.back();
        }
        const SeriesForecast f = forecastSeries(series, optionsFor(28));
        QVERIFY(f.ok && f.profile.sparse && has(f, Note::Code::Sparse));
        double mean = 0;
        for (std::size_t h = 0; h < 28; ++h) {
            QVERIFY(f.forecast.lower[1][h] >= 0.0 && f.forecast.mean[h] >= 0.0);
            mean += f.forecast.mean[h] / 28;
        }
        // Not 0, which absolute errors would have chosen.
        QVERIFY2(std::abs(mean - sum / 400) < 0.2 * sum / 400, qPrintable(QString::number(mean)));
    }

    void gapsDoNotMatterMuch() {
        Series series = weekly(210, 6, 2.0);
        const SeriesForecast whole = forecastSeries(series, optionsFor(7));
        series.values.insert(series.values.begin(), 5, NAN);
        for (const int t : {30, 31, 77, 140, 199, 214}) series.values[static_cast<std::size_t>(t)] = NAN;
        const SeriesForecast gappy = forecastSeries(series, optionsFor(7));
        QVERIFY(gappy.ok && has(gappy, Note::Code::GapsFilled));
        QCOMPARE(gappy.profile.leadingGap, 5);
        QCOMPARE(gappy.profile.innerGaps, 6);
        QCOMPARE(gappy.fitted.size(), series.values.size());
        for (std::size_t h = 0; h < 7; ++h) QVERIFY(std::abs(gappy.forecast.mean[h] - whole.forecast.mean[h]) < 4.0);
    }

    void oddDaysAreListed() {
        Series series = weekly(300, 7, 2.0);
        series.values[250] = 20;
        const SeriesForecast f = forecastSeries(series, optionsFor(7));
        const auto found = std::find_if(f.anomalies.begin(), f.anomalies.end(), [](const Anomaly& a) { return a.index == 250; });
        QVERIFY(found != f.anomalies.end());
        QCOMPARE(found->actual, 20.0);
        QVERIFY(found->score < -8 && found->lower > 20);
        QVERIFY(f.anomalies.size() < 20);
    }

    void oneModelOrNone() {
        const Series series = weekly(200, 8);
        for (const std::string& id : modelIds()) {
            ForecastOptions options = optionsFor(7);
            options.model = id;
            const SeriesForecast f = forecastSeries(series, options);
            QVERIFY2(f.ok, id.c_str());
            QVERIFY2(f.model == id || has(f, Note::Code::ModelRefused), id.c_str());
        }
    }

    // A random walk: nothing beats the last value, and that is said.
    void notBetterThanNaive() {
        int said = 0;
        for (unsigned seed = 0; seed < 10; ++seed) {
            std::mt19937 random(seed);
            std::normal_distribution<double> noise;
            Series series;
            double at = 100;
            for (int t = 0; t < 150; ++t) series.values.push_back(at += noise(random));
            const SeriesForecast f = forecastSeries(series, optionsFor(5));
            const bool worse = f.overall.mase >= f.benchmark.mase;
            QCOMPARE(has(f, Note::Code::NotBetterThanSeasonalNaive), worse);
            said += worse ? 1 : 0;
        }
        QVERIFY2(said >= 2, qPrintable(QString::number(said)));
    }

    void cancelling() {
        std::vector<Series> series(50, weekly(200, 9));
        int asked = 0;
        QVERIFY(forecastAll(series, optionsFor(7), 1, {}, [&] { return ++asked > 3; }).empty());
        QVERIFY(asked < 10);
    }
};

QTEST_GUILESS_MAIN(TestForecastEngine)
#include "test_forecast_engine.moc"
