// SPDX-License-Identifier: GPL-3.0-or-later
// ARIMA by conditional least squares: the quick fit with which orders are compared on long series. Standard C++ only.
#pragma once

#include <vector>

#include "core/analysis/forecast/arima_problem.h"

namespace mudeung::forecast {

struct ConditionalFit {
    ArmaParameters parameters;
    std::vector<double> coefficients;  ///< of the columns after the first
    double sigma2 = 0.0;               ///< mean square of the innovations that count
    bool converged = false;
    int iterations = 0;
};

/// Minimises the sum of squares of innovations after the first p + P · season, those before taken as 0 (Box & Jenkins 1970; R's method
/// "CSS"), by Levenberg and Marquardt's method with exact derivatives: each is the output of the moving average's recursion, so that an
/// iteration costs one pass over the series per parameter. `columns`: the differenced series, then regressors (differenced alike). `start`
/// null: zeros, and of both the better. Ends when an iteration lowers the sum by less than `tolerance` of it. Stationary and invertible
/// parameters only. `sigma2` is infinite when nothing can be fitted.
ConditionalFit fitConditional(const std::vector<std::vector<double>>& columns, const ArimaOrder& order, const ArmaParameters* start,
                              double tolerance = 1e-7);

}  // namespace mudeung::forecast
