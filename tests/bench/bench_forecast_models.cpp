// SPDX-License-Identifier: GPL-3.0-or-later
// Milliseconds of processor time per series for each model's own choice and for a warm refit: daily series with a week, simulated with a
// fixed seed.
//   bench_forecast_models [series = 20] [days = 730] [file for bench_forecast_models.R]
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <random>
#include <vector>

#include "core/analysis/forecast/ces.h"
#include "core/analysis/forecast/croston.h"
#include "core/analysis/forecast/ets.h"
#include "core/analysis/forecast/naive.h"
#include "core/analysis/forecast/theta.h"
#include "core/analysis/math/distributions.h"

using namespace mudeung::forecast;

namespace {

/// Level that wanders, week, noise in proportion: what a bus stop's boardings look like.
Series simulated(unsigned seed, int days) {
    std::mt19937_64 generator(seed);
    const auto normal = [&] { return mudeung::normalQuantile((static_cast<double>(generator() >> 11) + 0.5) / 9007199254740992.0); };
    const double week[] = {1.1, 1.12, 1.1, 1.08, 1.15, 0.85, 0.6};
    Series series;
    series.seasons = {7};
    double level = std::exp(5 + normal());
    for (int t = 0; t < days; ++t) {
        level *= std::exp(0.01 * normal());
        series.values.push_back(std::max(1.0, std::round(level * week[t % 7] * std::exp(0.08 * normal()))));
    }
    return series;
}

template <typename Work>
double bestMilliseconds(const Work& work) {
    double best = 1e300;
    for (int run = 0; run < 3; ++run) {
        const std::clock_t start = std::clock();  // processor time: other programs do not count
        work();
        best = std::min(best, 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    }
    return best;
}

}  // namespace

int main(int argc, char** argv) {
    const int count = argc > 1 ? std::atoi(argv[1]) : 20, days = argc > 2 ? std::atoi(argv[2]) : 730;
    std::vector<Series> all;
    for (int i = 0; i < count; ++i) all.push_back(simulated(100 + i, days));
    if (argc > 3) {
        FILE* file = std::fopen(argv[3], "w");
        if (!file) return 1;
        for (int i = 0; i < count; ++i) {
            std::fprintf(file, "s%d,7", i);
            for (const double v : all[i].values) std::fprintf(file, ",%.0f", v);
            std::fprintf(file, "\n");
        }
        std::fclose(file);
    }
    std::vector<std::unique_ptr<Model>> models;
    models.push_back(std::make_unique<SeasonalNaiveModel>());
    models.push_back(std::make_unique<EtsModel>());
    models.push_back(std::make_unique<ThetaModel>(ThetaKind::Standard));
    models.push_back(std::make_unique<ThetaModel>(ThetaKind::DynamicOptimised));
    models.push_back(std::make_unique<CesModel>());
    models.push_back(std::make_unique<CrostonModel>(CrostonKind::Tsb));
    std::printf("model,fit ms,refit ms,mean aicc\n");
    for (const auto& model : models) {
        double fit = 0.0, refit = 0.0, aicc = 0.0;
        for (const Series& series : all) {
            std::unique_ptr<FittedModel> fitted;
            fit += bestMilliseconds([&] { fitted = model->fit(series); });
            if (!fitted) return 1;
            aicc += fitted->statistics().aicc / count;
            Series shorter = series;
            shorter.values.resize(series.values.size() - 28);
            const auto earlier = model->fit(shorter);
            if (!earlier) return 1;
            refit += bestMilliseconds([&] { model->refit(series, *earlier); });
        }
        std::printf("%s,%.3f,%.3f,%.3f\n", model->id(), fit / count, refit / count, aicc);
    }
}
