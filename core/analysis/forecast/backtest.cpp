// SPDX-License-Identifier: GPL-3.0-or-later
// Origins, fits to what was known, and rolling forward over gaps.
#include "core/analysis/forecast/backtest.h"

#include <algorithm>
#include <cmath>

#include "core/analysis/forecast/stl.h"

namespace mudeung::forecast {

BackTestPlan planBackTest(int length, int horizon, int windows, int step, int leastHistory) {
    BackTestPlan plan;
    plan.horizon = horizon;
    const int apart = std::max(1, step);
    for (int w = 0; w < windows; ++w) {
        const int origin = length - horizon - w * apart;
        if (origin < std::max(1, leastHistory)) break;
        plan.origins.insert(plan.origins.begin(), origin);
    }
    return plan;
}

namespace {

bool stopped(const Cancelled& cancelled) {
    return cancelled && cancelled();
}

}  // namespace

std::unique_ptr<FittedModel> fitKnown(const Model& model, const Series& series, int known, std::string* why, const FittedModel* earlier) {
    Series part;
    part.seasons = series.seasons;
    part.values.assign(series.values.begin(), series.values.begin() + known);
    if (model.usesRegressors()) part.regressors = series.regressors;  // columns reach further than needed: they are known ahead
    const auto fit = [&] { return earlier ? model.refit(part, *earlier, why) : model.fit(part, why); };
    if (auto fitted = fit()) return fitted;
    if (std::none_of(part.values.begin(), part.values.end(), [](double v) { return std::isnan(v); })) return nullptr;
    part.values = fillGaps(part.values, part.seasons);
    return fit();
}

void appendWithGaps(FittedModel& model, std::span<const double> values) {
    std::size_t begin = 0;
    while (begin < values.size()) {
        std::size_t end = begin;
        while (end < values.size() && !std::isnan(values[end])) ++end;
        if (end > begin) model.append(values.subspan(begin, end - begin));
        if (end < values.size()) {
            const double expected = model.predict(1, {}).mean.front();
            model.append(std::span(&expected, 1));
            ++end;
        }
        begin = end;
    }
}

void clampNonNegative(Prediction& prediction) {
    const auto clamp = [](std::vector<double>& values) {
        for (double& v : values) v = v < 0.0 ? 0.0 : v;
    };
    clamp(prediction.mean);
    for (auto& bound : prediction.lower) clamp(bound);
    for (auto& bound : prediction.upper) clamp(bound);
}

std::vector<Prediction> rollForward(const FittedModel& first, const Series& series, const BackTestPlan& plan,
                                    const BackTestOptions& options, const Cancelled& cancelled) {
    std::vector<Prediction> windows;
    const auto model = first.clone();
    int known = plan.origins.front();
    for (const int origin : plan.origins) {
        if (stopped(cancelled)) return {};
        appendWithGaps(*model, std::span(series.values).subspan(static_cast<std::size_t>(known), static_cast<std::size_t>(origin - known)));
        known = origin;
        windows.push_back(model->predict(plan.horizon, options.levels));
        if (options.nonNegative) clampNonNegative(windows.back());
    }
    return windows;
}

BackTest backTest(const Model& model, const Series& series, const BackTestPlan& plan, const BackTestOptions& options,
                  const Cancelled& cancelled) {
    BackTest result;
    if (plan.empty()) {
        result.why = "too short for a back-test";
        return result;
    }
    result.first = fitKnown(model, series, plan.origins.front(), &result.why);
    if (!result.first) return result;
    if (options.refitEvery <= 0) {
        result.windows = rollForward(*result.first, series, plan, options, cancelled);
        return result;
    }
    auto current = result.first->clone();
    int known = plan.origins.front();
    for (std::size_t w = 0; w < plan.origins.size(); ++w) {
        if (stopped(cancelled)) {
            result.windows.clear();
            return result;
        }
        const int origin = plan.origins[w];
        auto fresh =
            w > 0 && static_cast<int>(w) % options.refitEvery == 0 ? fitKnown(model, series, origin, nullptr, current.get()) : nullptr;
        if (fresh) {
            current = std::move(fresh);
        } else {
            appendWithGaps(*current,
                           std::span(series.values).subspan(static_cast<std::size_t>(known), static_cast<std::size_t>(origin - known)));
        }
        known = origin;
        result.windows.push_back(current->predict(plan.horizon, options.levels));
        if (options.nonNegative) clampNonNegative(result.windows.back());
    }
    return result;
}

}  // namespace mudeung::forecast
