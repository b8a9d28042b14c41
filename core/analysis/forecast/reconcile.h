// SPDX-License-Identifier: GPL-3.0-or-later
// Forecasts of places and groups that add up. Standard C++ only.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace mudeung::forecast {

/// Sums of bottom series: aggregates first, in the order given, then the bottom series. Levels (stop → dong → district → city) and groups
/// crossed with them are all just aggregates.
struct Hierarchy {
    int bottom = 0;                            ///< number of bottom series
    std::vector<std::vector<int>> aggregates;  ///< bottom series that each aggregate sums
    int size() const { return bottom + static_cast<int>(aggregates.size()); }
};

/// A hierarchy from labels: one aggregate per distinct label of every level, in order of first appearance, and one of everything when
/// `total`. `levels[k][i]` is the label of bottom series i at level k; empty: in none. Aggregates that equal another one are left out.
/// `names` receives a name per aggregate.
Hierarchy hierarchyOf(const std::vector<std::vector<std::string>>& levels, int bottom, bool total = true,
                      std::vector<std::string>* names = nullptr);

enum class ReconcileMethod {
    BottomUp,       ///< sums of the bottom forecasts
    WlsStructural,  ///< W = number of bottom series summed
    WlsVariance,    ///< W = diagonal of the residuals' mean squares
    MintShrink,     ///< W = their covariance, shrunk towards its diagonal
};

struct ReconcileResult {
    /// One per series (aggregates, then bottom), as many values as the base forecasts have steps. Adds up exactly: aggregates are sums of
    /// the bottom values handed out.
    std::vector<std::vector<double>> forecasts;
    double shrinkage = 1.0;  ///< λ of MintShrink: 1 = the diagonal alone
    int raised = 0;          ///< bottom values that were negative and were set to 0
};

/// Makes base forecasts add up: ỹ = ŷ − W C' (C W C')⁻¹ C ŷ with C = [I −A], which is S (S' W⁻¹ S)⁻¹ S' W⁻¹ ŷ (Wickramasuriya,
/// Athanasopoulos & Hyndman 2019; the form with constraints: Di Fonzo & Girolimetto 2023). Only a matrix of the size of the aggregates is
/// inverted.
///
/// `base`: one vector of forecasts per series, aggregates first. `residuals`: in-sample one-step errors per series, of the same length (NaN
/// where there is none: such times are left out for all); not needed by BottomUp and WlsStructural. `nonNegative`: negative bottom values
/// are set to 0 and aggregates are sums of what is then there; totals rise by what was cut. Empty with `why` when shapes do not match or W
/// is singular, or when `cancelled`. MintShrink: O(T² n + T n a + a² T + a³) for n series, a aggregates, T times; the n × n covariance is
/// never formed.
std::optional<ReconcileResult> reconcile(const Hierarchy& hierarchy, const std::vector<std::vector<double>>& base,
                                         const std::vector<std::vector<double>>& residuals, ReconcileMethod method,
                                         bool nonNegative = false, std::string* why = nullptr, const std::function<bool()>& cancelled = {});

/// λ of Schäfer & Strimmer (2005) for shrinking the correlations of the columns of `series` (each of T values around 0) towards 0:
/// Σ Var(r_ij) ÷ Σ r_ij², within 0 … 1. From sums over times, without the matrix of correlations.
double shrinkageIntensity(const std::vector<std::vector<double>>& series);

}  // namespace mudeung::forecast
