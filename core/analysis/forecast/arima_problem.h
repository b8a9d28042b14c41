// SPDX-License-Identifier: GPL-3.0-or-later
// The likelihood of one series under many ARIMA orders with the same differences and regressors. Standard C++ only.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/analysis/forecast/arma.h"

namespace mudeung::forecast {

/// ARIMA(p,d,q)(P,D,Q)[season]. `constant`: a mean without differences, a drift with one, nothing with more.
struct ArimaOrder {
    int p = 0;
    int d = 0;
    int q = 0;
    int P = 0;
    int D = 0;
    int Q = 0;
    int season = 1;
    bool constant = false;
    int arma() const { return p + q + P + Q; }
    bool hasMean() const { return constant && d + D == 0; }
    bool hasDrift() const { return constant && d + D == 1; }
    bool operator==(const ArimaOrder&) const = default;
};

/// "ARIMA(1,0,1)(0,1,1)[12] with drift", as R's forecast package writes it.
std::string arimaName(const ArimaOrder& order, bool regressors);

struct ArmaParameters {
    std::vector<double> ar, ma, seasonalAr, seasonalMa;
    std::vector<double> phi(int season) const { return multiplyAutoregressions(ar, seasonalAr, season); }
    std::vector<double> theta(int season) const { return multiplyMovingAverages(ma, seasonalMa, season); }
};

/// Parameters of an order from p + q + P + Q real numbers (ar, ma, seasonal ar, seasonal ma), each polynomial stationary or invertible.
ArmaParameters parametersFromFree(const ArimaOrder& order, std::span<const double> free);
std::vector<double> freeFromParameters(const ArmaParameters& parameters);

/// Regression coefficients are not searched for: given the ARMA parameters they are the generalised least squares ones, so that the
/// likelihood is a function of the ARMA parameters alone (Harvey & Phillips 1979). Series without gaps are differenced and their exact
/// likelihood is that of the differences; series with gaps go through the state-space form with R's diffuse start (variance 1e6; steps of a
/// variance above 1e4 do not count).
class ArimaProblem {
public:
    /// `regressors`: at least as long as `values`, the first of them counts as a mean or drift already. Of `order` only d, D and season
    /// count.
    ArimaProblem(std::span<const double> values, const std::vector<std::vector<double>>& regressors, const ArimaOrder& order,
                 bool asWithGaps = false);
    ArimaProblem(const ArimaProblem&) = delete;
    ArimaProblem& operator=(const ArimaProblem&) = delete;
    ~ArimaProblem();

    bool usable() const { return m_usable; }        ///< enough values after differences and regressors
    bool exactlyFitted() const { return m_exact; }  ///< nothing is left after differences and regressors: no variance
    int used() const { return m_used; }             ///< n of the likelihood
    int rank() const { return m_rank; }             ///< regressors kept
    const std::vector<bool>& kept() const { return m_kept; }

    /// ½ (log σ² + Σ log F ÷ n): what R's `arima` minimises. Infinite where the parameters are not allowed.
    double objective(const ArmaParameters& parameters);
    double objective(const ArimaOrder& order, std::span<const double> free) { return objective(parametersFromFree(order, free)); }
    double logLikelihood(double objective) const;
    /// Generalised least squares coefficients of the last `objective`, one per regressor given; 0 for those left out.
    std::vector<double> coefficients() const;

    const std::vector<double>& values() const { return m_values; }
    const std::vector<std::vector<double>>& regressors() const { return m_regressors; }
    /// The series and its regressors, differenced, the latter orthonormal. Only without gaps.
    const std::vector<std::vector<double>>& columns() const { return m_columns; }
    bool withGaps() const { return m_gaps; }
    const ArimaOrder& order() const { return m_order; }

private:
    double finish(const std::vector<double>& products, double sumLog, int count);
    double objectiveWithGaps(const ArmaParameters& parameters);

    ArimaOrder m_order;
    std::vector<double> m_values;
    std::vector<std::vector<double>> m_regressors;
    std::vector<std::vector<double>> m_columns;  // series and regressors made orthogonal: differenced, with gaps as they are
    std::vector<std::vector<double>> m_back;     // column k of the matrix from orthogonal coefficients to kept ones
    std::vector<bool> m_kept;
    std::vector<double> m_gamma;  // orthogonal coefficients of the last objective
    std::unique_ptr<ArmaFilter> m_filter;
    std::vector<double> m_delta;
    int m_rank = 0;
    int m_used = 0;
    bool m_gaps = false;
    bool m_usable = false;
    bool m_exact = false;
};

/// (1 − B)^d (1 − B^season)^D; shorter by what the differences take.
std::vector<double> differenced(std::span<const double> values, int d, int seasonalD, int season);

}  // namespace mudeung::forecast
