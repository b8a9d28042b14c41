// SPDX-License-Identifier: GPL-3.0-or-later
// Processor time per series of the automatic ARIMA, harmonic and MSTL forecasts on simulated daily series of two years;
// bench_forecast_arima.R is R's auto.arima on the same series.
//   bench_forecast_arima [series] > build/daily.csv; Rscript tests/bench/bench_forecast_arima.R build/daily.csv
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <numbers>
#include <random>
#include <string>

#include "core/analysis/forecast/auto_arima.h"
#include "core/analysis/forecast/ets.h"
#include "core/analysis/forecast/harmonic.h"
#include "core/analysis/forecast/mstl_model.h"
#include "core/analysis/forecast/reconcile.h"

using namespace mudeung::forecast;

namespace {

constexpr int kDays = 730;

/// Boardings of a stop: weekly pattern that drifts, slow level, days that remember the one before.
Series daily(unsigned seed) {
    std::mt19937_64 random(seed);
    std::normal_distribution<double> normal;
    Series series{{}, {7}, {}};
    double week[7] = {1.05, 1.08, 1.06, 1.07, 1.12, 0.9, 0.72};
    double level = 80.0 + 40.0 * std::abs(normal(random));
    double memory = 0.0;
    for (int t = 0; t < kDays; ++t) {
        level += 0.3 * normal(random);
        week[t % 7] += 0.01 * normal(random);
        memory = 0.4 * memory + 0.05 * normal(random);
        const double year = 0.06 * std::sin(2.0 * std::numbers::pi * t / 365.25);
        series.values.push_back(level * (week[t % 7] + memory + year));
    }
    return series;
}

/// Of the processor: others may be at work on the machine.
double seconds() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

}  // namespace

int main(int argc, char** argv) {
    const int count = argc > 1 ? std::atoi(argv[1]) : 30;
    std::vector<Series> all;
    for (int i = 0; i < count; ++i) all.push_back(daily(static_cast<unsigned>(i) + 1));
    const AutoArimaModel arima;
    const HarmonicModel harmonic;
    const MstlModel mstl(std::make_shared<EtsModel>());
    const Model* models[] = {&arima, &harmonic, &mstl};
    for (const Model* model : models) {
        std::vector<double> times;
        std::vector<double> again;
        double aicc = 0.0;
        for (const Series& series : all) {
            const double start = seconds();
            const auto fit = model->fit(series);
            const double middle = seconds();
            if (!fit) continue;
            aicc += fit->statistics().aicc / count;
            Series shorter = series;
            shorter.values.resize(kDays - 28);
            model->refit(shorter, *fit);
            times.push_back(middle - start);
            again.push_back(seconds() - middle);
        }
        std::sort(times.begin(), times.end());
        std::sort(again.begin(), again.end());
        std::fprintf(stderr, "%-9s median %6.1f ms, fastest %6.1f, slowest %7.1f; refit median %6.1f ms; mean AICc %.2f\n", model->id(),
                     1e3 * times[times.size() / 2], 1e3 * times.front(), 1e3 * times.back(), 1e3 * again[again.size() / 2], aicc);
    }
    // 2,420 stops, 96 dongs, 5 districts, the city; residuals of two years; 28 days ahead.
    constexpr int kStops = 2420;
    std::vector<std::vector<std::string>> levels(2);
    for (int i = 0; i < kStops; ++i) {
        levels[0].push_back("dong" + std::to_string(i * 96 / kStops));
        levels[1].push_back("district" + std::to_string(i * 5 / kStops));
    }
    const Hierarchy hierarchy = hierarchyOf(levels, kStops);
    std::mt19937_64 random(1);
    std::normal_distribution<double> normal;
    std::vector<std::vector<double>> residuals(hierarchy.size(), std::vector<double>(kDays));
    std::vector<std::vector<double>> base(hierarchy.size(), std::vector<double>(28));
    for (auto& row : residuals) std::generate(row.begin(), row.end(), [&] { return normal(random); });
    for (auto& row : base) std::generate(row.begin(), row.end(), [&] { return 10.0 + normal(random); });
    const double start = seconds();
    const auto result = reconcile(hierarchy, base, residuals, ReconcileMethod::MintShrink);
    std::fprintf(stderr, "MinT of %d series: %.0f ms, shrinkage %.3f\n", hierarchy.size(), 1e3 * (seconds() - start), result->shrinkage);
    for (const Series& series : all) {
        for (std::size_t i = 0; i < series.values.size(); ++i) std::printf("%s%.10g", i ? "," : "", series.values[i]);
        std::printf("\n");
    }
    return 0;
}
