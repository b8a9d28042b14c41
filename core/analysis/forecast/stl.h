// SPDX-License-Identifier: GPL-3.0-or-later
// Seasonal-trend decomposition by loess, for one season (STL) and for several (MSTL). Standard C++ only.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace mudeung::forecast {

/// Spans of the three loess smoothers, in cycles or steps. Those left at 0 get the defaults of R's `stl`.
struct StlOptions {
    int seasonalWindow = 0;  ///< years (cycles) that the seasonal smoother looks at, odd; 0 = periodic: the same season in every cycle
    int seasonalDegree = 0;  ///< 0 or 1
    int trendWindow = 0;     ///< steps; 0 = next odd of ⌈1.5 · period ÷ (1 − 1.5 ÷ seasonalWindow)⌉
    int trendDegree = 1;     ///< 0 or 1
    int lowPassWindow = 0;   ///< steps; 0 = next odd of the period
    int lowPassDegree = 1;   ///< 0 or 1
    bool robust = false;     ///< weights that shut out outliers: 1 inner and 15 outer rounds instead of 2 and 0
    int robustRounds = 15;
};

struct StlParts {
    std::vector<double> seasonal;
    std::vector<double> trend;
    std::vector<double> remainder;
    std::vector<double> weights;  ///< of robustness; 1 without
};

/// Cleveland, Cleveland, McRae & Terpenning (1990), Journal of Official Statistics 6, 3–73, as R's `stl`. Empty when the period is below 2,
/// the series is not longer than two periods, or a value is missing. O(n · window).
std::optional<StlParts> stl(std::span<const double> values, int period, const StlOptions& options = {});

struct MstlOptions {
    int iterations = 2;  ///< for several seasons; one is always done in one round, as `forecast::mstl` does
    /// Window of the k-th season; those missing are 7 + 4 (k + 1). A 0 = periodic.
    std::vector<int> seasonalWindows;
    bool robust = false;
    int robustRounds = 15;
};

struct MstlParts {
    std::vector<int> seasons;                    ///< those used, shortest first
    std::vector<int> dropped;                    ///< those with fewer than two full periods
    std::vector<std::vector<double>> seasonals;  ///< one per season used
    std::vector<double> trend;                   ///< empty without any season
    std::vector<double> remainder;               ///< NaN where the value was missing; empty without any season
    std::vector<double> adjusted;                ///< values without their seasons (gaps filled in)
};

/// Bandara, Hyndman & Bergmeir (2021), as `forecast::mstl` 8.20: STL of each season in turn on what the others leave. Gaps are filled by
/// `fillGaps` first. `seasons` in any order; those of 1 are ignored.
MstlParts mstl(std::span<const double> values, std::vector<int> seasons, const MstlOptions& options = {});

/// Season's share of what varies without trend, max(0, min(1, 1 − Var(remainder) ÷ Var(seasonal + remainder))), per season used (Wang,
/// Smith & Hyndman 2006).
std::vector<double> seasonalStrength(const MstlParts& parts);

/// Missing values estimated as by `forecast::na.interp` 8.20: linear between neighbours for a series without season or with few values,
/// else linear on the seasonally adjusted series (first fill: Fourier terms and a polynomial; then robust MSTL). Falls back to linear when
/// the filled values leave the observed range by more than half of it. All NaN in, all NaN out.
std::vector<double> fillGaps(std::span<const double> values, const std::vector<int>& seasons);

}  // namespace mudeung::forecast
