// SPDX-License-Identifier: GPL-3.0-or-later
// Rolling origins: which they are, that nothing leaks from the future, gaps; combinations, choice and conformal quantiles.
#include <QtTest>
#include <cmath>
#include <random>

#include "core/analysis/forecast/backtest.h"
#include "core/analysis/forecast/catalogue.h"
#include "core/analysis/forecast/choice.h"
#include "core/analysis/forecast/combine.h"
#include "core/analysis/forecast/conformal.h"
#include "core/analysis/forecast/naive.h"
#include "tests/support/forecast_series.h"

using namespace mudeung;
using namespace mudeung::forecast;

namespace {

Series weekly(int length, unsigned seed) {
    std::mt19937 random(seed);
    std::normal_distribution<double> noise(0.0, 5.0);
    Series series;
    series.seasons = {7};
    for (int t = 0; t < length; ++t) series.values.push_back(100.0 + 0.05 * t + (t % 7 >= 5 ? -30.0 : 0.0) + noise(random));
    return series;
}

bool same(const Prediction& a, const Prediction& b) {
    return a.mean == b.mean && a.lower == b.lower && a.upper == b.upper;
}

}  // namespace

class TestForecastBacktest : public QObject {
    Q_OBJECT
private slots:
    void origins() {
        const BackTestPlan plan = planBackTest(100, 10, 3, 10, 50);
        QCOMPARE(plan.origins, (std::vector<int>{70, 80, 90}));
        QCOMPARE(planBackTest(100, 10, 9, 10, 75).origins, (std::vector<int>{80, 90}));
        QVERIFY(planBackTest(20, 10, 9, 10, 15).empty());
    }

    // What lies at or behind an origin must not change what is forecast there: for every model, with bounds, with gaps, rolled and
    // refitted.
    void nothingLeaksFromTheFuture() {
        Series series = weekly(120, 3);
        for (const int gap : {20, 21, 70, 83, 84}) series.values[static_cast<std::size_t>(gap)] = NAN;
        const BackTestPlan plan = planBackTest(120, 14, 4, 10, 40);
        QCOMPARE(static_cast<int>(plan.origins.size()), 4);
        for (const std::string& id : modelIds()) {
            const Model* model = findModel(id);
            if (!model) continue;
            for (const int refit : {0, 1}) {
                BackTestOptions options;
                options.levels = {80, 95};
                options.refitEvery = refit;
                const BackTest before = backTest(*model, series, plan, options);
                if (!before.ok()) continue;
                for (std::size_t w = 0; w < plan.origins.size(); ++w) {
                    Series changed = series;
                    for (auto t = static_cast<std::size_t>(plan.origins[w]); t < changed.values.size(); ++t)
                        changed.values[t] = t % 3 == 0 ? NAN : 1000.0 * static_cast<double>(t);
                    const BackTest after = backTest(*model, changed, plan, options);
                    QVERIFY2(after.ok(), id.c_str());
                    for (std::size_t i = 0; i <= w; ++i) QVERIFY2(same(after.windows[i], before.windows[i]), id.c_str());
                }
            }
        }
    }

    // Rscript tests/core/analysis/oracle/time_series_cv.R: the same origins, refitted at each, with forecast::tsCV.
    void matchesTsCV() {
        struct Expected {
            const char* series;
            const char* model;
            double errors[3];
        };
        const Expected expected[] = {{"AirPassengers", "naive", {30.03571429, 72.30952381, 36.28571429}},
                                     {"AirPassengers", "seasonal_naive", {33.83333333, 34.52380952, 36.28571429}},
                                     {"AirPassengers", "drift", {30.01902323, 74.16227073, 17.69148883}},
                                     {"AirPassengers", "theta", {12.19863506, 30.25970984, 25.59268322}},
                                     {"USAccDeaths", "naive", {785.5, 1292.166667, 259.5}},
                                     {"USAccDeaths", "seasonal_naive", {270, 205.75, 259.5}},
                                     {"USAccDeaths", "drift", {794.7262928, 1367.297628, 411.9412213}},
                                     {"USAccDeaths", "theta", {204.5093821, 185.2981985, 395.7580119}}};
        for (const Expected& row : expected) {
            const Series series = mudeung::test::namedSeries(row.series);
            BackTestPlan plan;
            plan.horizon = 12;
            for (int known = 49; known + 12 <= static_cast<int>(series.values.size()); ++known) plan.origins.push_back(known);
            BackTestOptions options;
            options.refitEvery = 1;
            const BackTest test = backTest(*findModel(row.model), series, plan, options);
            QVERIFY2(test.ok(), row.model);
            const int steps[3] = {1, 6, 12};
            for (int s = 0; s < 3; ++s) {
                double sum = 0;
                for (std::size_t w = 0; w < plan.origins.size(); ++w)
                    sum += std::abs(series.values[static_cast<std::size_t>(plan.origins[w] + steps[s] - 1)] -
                                    test.windows[w].mean[static_cast<std::size_t>(steps[s] - 1)]);
                const double mean = sum / static_cast<double>(plan.origins.size());
                // The smoothing in "theta" is estimated, and R stops at another tolerance.
                const double tolerance = std::string(row.model) == "theta" ? 2e-3 : 1e-9;
                QVERIFY2(std::abs(mean - row.errors[s]) <= tolerance * row.errors[s],
                         qPrintable(QStringLiteral("%1 %2, %3 steps: %4").arg(row.series, row.model).arg(steps[s]).arg(mean, 0, 'g', 10)));
            }
        }
    }

    // Forecasts made at an origin are those of a model that was given nothing but the values before it.
    void refittedWindowsAreFitsToThePast() {
        const Series series = weekly(100, 4);
        const BackTestPlan plan = planBackTest(100, 7, 3, 7, 40);
        BackTestOptions options;
        options.refitEvery = 1;
        const BackTest test = backTest(DriftModel(), series, plan, options);
        for (std::size_t w = 0; w < plan.origins.size(); ++w) {
            Series past = series;
            past.values.resize(static_cast<std::size_t>(plan.origins[w]));
            QVERIFY(same(test.windows[w], DriftModel().fit(past)->predict(7, {})));
        }
    }

    void combinations() {
        Prediction a;
        Prediction b;
        Prediction c;
        a.mean = {1, 5};
        b.mean = {2, NAN};
        c.mean = {9, 7};
        a.lower = {{0, 4}};
        b.lower = {{1, NAN}};
        c.lower = {{2, 6}};
        a.upper = b.upper = c.upper = {{10, 10}};
        const Prediction* members[] = {&a, &b, &c};
        QCOMPARE(combine(members, Combination::Median).mean, (std::vector<double>{2, 6}));
        QCOMPARE(combine(members, Combination::Mean).mean, (std::vector<double>{4, 6}));
        QCOMPARE(combine(members, Combination::Median).lower[0], (std::vector<double>{1, 5}));
        const double weights[] = {0.5, 0.25, 0.25};
        QCOMPARE(combine(members, Combination::Weighted, weights).mean, (std::vector<double>{3.25, (0.5 * 5 + 0.25 * 7) / 0.75}));
        const double errors[] = {1, 2, NAN};
        const auto w = inverseErrorWeights(errors);
        QVERIFY(std::abs(w[0] - 2.0 / 3) < 1e-15 && std::abs(w[1] - 1.0 / 3) < 1e-15 && w[2] == 0.0);
    }

    // A model made of models: its forecasts are combined ones, and it rolls forward like its members.
    void combinedModel() {
        const Series series = weekly(60, 5);
        const NaiveModel naive;
        const SeasonalNaiveModel seasonal;
        const DriftModel drift;
        const CombinedModel model("three", {&naive, &seasonal, &drift}, Combination::Median);
        const double levels[] = {90};
        auto fit = model.fit(series);
        const double next[] = {101, 102};
        fit->append(next);
        std::vector<Prediction> parts;
        for (const Model* m :
             {static_cast<const Model*>(&naive), static_cast<const Model*>(&seasonal), static_cast<const Model*>(&drift)}) {
            auto single = m->fit(series);
            single->append(next);
            parts.push_back(single->predict(9, levels));
        }
        const Prediction* pointers[] = {&parts[0], &parts[1], &parts[2]};
        QVERIFY(same(fit->clone()->predict(9, levels), combine(pointers, Combination::Median)));
        QCOMPARE(fit->fitted().size(), std::size_t(62));
    }

    // The preferred candidate stays unless another one is clearly and repeatedly better.
    void choiceWantsEvidence() {
        using Losses = std::vector<std::vector<double>>;
        const std::vector<double> ours{1, 1, 1, 1, 1, 1};
        QCOMPARE(choose(Losses{ours, {0.5, 0.6, 0.5, 0.6, 0.5, 0.6}}, 0), 1);
        QCOMPARE(choose(Losses{ours, {0.1, 1.2, 0.3, 1.1, 1.3, 0.9}}, 0), 0);        // better on average, not reliably
        QCOMPARE(choose(Losses{ours, {0.99, 0.99, 0.99, 0.99, 0.99, 0.99}}, 0), 0);  // reliably, but hardly better
        const std::vector<double> shaky{0.7, 0.95, 0.7, 0.95, 0.7, 0.95};
        QCOMPARE(choose(Losses{ours, shaky}, 0, {5, 0.05, 3.0, 1.0}), 1);
        QCOMPARE(choose(Losses{ours, shaky}, 0, {5, 0.05, 3.0, 4.0}), 0);  // windows that repeat each other
        QCOMPARE(choose(Losses{{1, 1}, {0.1, 0.1}}, 0), 0);                // two windows say nothing
        QCOMPARE(choose(Losses{{}, {2, 2}, {1, 1}}, 0), 2);                // what was preferred does not suit
        QCOMPARE(choose(Losses{{}, {}}, 0), -1);
        QCOMPARE(choose(Losses{{2, 2}, {1, 1}}, -1), 1);
    }

    // ⌈(n+1)(1−α)⌉-th of n: 9 errors are the fewest for 90 %, 19 for 95 %.
    void conformalRanks() {
        QCOMPARE(leastScores(80), 4);
        QCOMPARE(leastScores(90), 9);
        QCOMPARE(leastScores(95), 19);
        std::vector<double> scores;
        for (int i = 1; i <= 9; ++i) scores.push_back(i);
        QCOMPARE(*conformalQuantile(scores, 90), 9.0);
        QCOMPARE(*conformalQuantile(scores, 80), 8.0);
        QVERIFY(!conformalQuantile(scores, 95));
        scores.pop_back();
        QVERIFY(!conformalQuantile(scores, 90));
        scores.push_back(NAN);
        QVERIFY(!conformalQuantile(scores, 90));
    }

    // Errors that can be exchanged: the share inside is at least the level, and at most 1/(n+1) more (Lei et al. 2018, theorem 2).
    void conformalCoverage() {
        std::mt19937 random(11);
        std::student_t_distribution<double> error(3.0);
        int inside = 0;
        constexpr int kRuns = 20000;
        for (int run = 0; run < kRuns; ++run) {
            std::vector<double> scores;
            for (int i = 0; i < 19; ++i) scores.push_back(std::abs(error(random)));
            inside += std::abs(error(random)) <= *conformalQuantile(scores, 90) ? 1 : 0;
        }
        const double share = inside / double(kRuns);
        QVERIFY2(share > 0.90 - 0.008 && share < 0.95 + 0.008, qPrintable(QString::number(share)));
    }

    void calibrationByStepPooledAndScaled() {
        std::vector<Prediction> windows(9);
        std::vector<std::vector<double>> actual(9);
        for (std::size_t w = 0; w < 9; ++w) {
            windows[w].mean = {0, 0};
            windows[w].lower = {{-1, -2}};
            windows[w].upper = {{1, 4}};
            actual[w] = {static_cast<double>(w + 1), -2.0 * static_cast<double>(w + 1)};
        }
        const double levels[] = {90};
        const Calibration own = calibrate(windows, actual, levels, {0, false});
        QCOMPARE(own.reach[0], (std::vector<double>{9, 18}));
        QVERIFY(own.enough(0));
        QVERIFY(std::isnan(own.coverage[0]));  // eight others are too few
        const Calibration scaled = calibrate(windows, actual, levels, {0, true});
        QCOMPARE(scaled.reach[0], (std::vector<double>{9, 9}));  // step 2: −18 below a lower half-width of 2
        const Calibration pooled = calibrate(windows, actual, levels, {-1, true});
        QCOMPARE(pooled.scores, (std::vector<int>{18, 18}));
        QCOMPARE(pooled.reach[0], (std::vector<double>{9, 9}));
        QVERIFY(std::abs(pooled.coverage[0] - 16.0 / 18) < 1e-12);  // window 9 left out: the others reach 8
        Prediction p;
        p.mean = {100, 100};
        p.lower = {{99, 98}};
        p.upper = {{101, 104}};
        const Prediction wide = calibrated(p, scaled);
        QCOMPARE(wide.lower[0], (std::vector<double>{91, 82}));
        QCOMPARE(wide.upper[0], (std::vector<double>{109, 136}));
        const Calibration few = calibrate(std::span(windows).first(8), std::span(actual).first(8), levels, {0, false});
        QVERIFY(!few.enough(0));
        QCOMPARE(calibrated(p, few).upper[0], p.upper[0]);
    }
};

QTEST_GUILESS_MAIN(TestForecastBacktest)
#include "test_forecast_backtest.moc"
