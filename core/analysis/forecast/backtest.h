// SPDX-License-Identifier: GPL-3.0-or-later
// Rolling-origin back-test (Tashman 2000): forecasts from several days of the past, each made with the values known by then and no other.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/analysis/forecast/model.h"

namespace mudeung::forecast {

/// Asked often; true = stop.
using Cancelled = std::function<bool()>;

/// Which origins: an origin is the number of values that were known, ascending.
struct BackTestPlan {
    int horizon = 0;
    std::vector<int> origins;
    bool empty() const { return origins.empty(); }
};

/// At most `windows` origins, `step` values apart, the last of them `horizon` before the end, the first with at least `leastHistory` known.
/// Fewer when the series is short.
BackTestPlan planBackTest(int length, int horizon, int windows, int step, int leastHistory);

/// Forecasts of one model at every origin of a plan.
struct BackTest {
    std::vector<Prediction> windows;     ///< one per origin; empty when the model does not suit
    std::unique_ptr<FittedModel> first;  ///< as fitted at the first origin, nothing appended
    std::string why;                     ///< why there are no windows
    bool ok() const { return !windows.empty(); }
};

struct BackTestOptions {
    std::vector<double> levels;  ///< bounds to ask for, per cent; empty = means only, which is quicker for some models
    /// Fit anew at every n-th origin; 0: fitted at the first origin and then rolled forward with the values that followed.
    int refitEvery = 0;
    bool nonNegative = false;  ///< means and bounds below 0 become 0
};

/// `series` may have gaps (NaN); regressor columns must reach `horizon` beyond the last origin, which they do when they reach `horizon`
/// beyond the values. Nothing of what lies at or behind an origin can change what is forecast there, except regressors, which are known
/// ahead.
BackTest backTest(const Model& model, const Series& series, const BackTestPlan& plan, const BackTestOptions& options,
                  const Cancelled& cancelled = {});
/// The same from a model that was fitted at the first origin already (`BackTest::first`); `refitEvery` is not looked at.
std::vector<Prediction> rollForward(const FittedModel& first, const Series& series, const BackTestPlan& plan,
                                    const BackTestOptions& options, const Cancelled& cancelled = {});

/// Fits to the first `known` values: with gaps as they are if the model takes them, else with gaps filled by `fillGaps` (stl.h), which
/// then sees the known values only. `earlier`: see `Model::refit`.
std::unique_ptr<FittedModel> fitKnown(const Model& model, const Series& series, int known, std::string* why = nullptr,
                                      const FittedModel* earlier = nullptr);
/// Appends values; a missing one is replaced by what the model expected there, which leaves its state as it is.
void appendWithGaps(FittedModel& model, std::span<const double> values);
/// Means and bounds at or above 0, lower ≤ mean ≤ upper.
void clampNonNegative(Prediction& prediction);

}  // namespace mudeung::forecast
