// SPDX-License-Identifier: GPL-3.0-or-later
// Seasonal ARIMA with regressors by exact maximum likelihood. Standard C++ only.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/analysis/forecast/arima_css.h"
#include "core/analysis/forecast/arima_problem.h"
#include "core/analysis/forecast/arima_state.h"
#include "core/analysis/forecast/model.h"

namespace mudeung::forecast {

/// A fitted ARIMA. Forecast variances leave out that the parameters are estimated, as in R.
class FittedArima : public FittedModel {
public:
    std::string name() const override;
    FitStatistics statistics() const override { return m_statistics; }
    const std::vector<double>& fitted() const override { return m_fitted; }
    /// NaN from where the regressors end.
    Prediction predict(int horizon, std::span<const double> levels) const override;
    void append(std::span<const double> values) override;
    std::unique_ptr<FittedModel> clone() const override { return std::make_unique<FittedArima>(*this); }

    const ArimaOrder& order() const { return m_order; }
    const ArmaParameters& parameters() const { return m_parameters; }
    /// Mean or drift first when there is one, then a coefficient per regressor; 0 for those that were left out.
    const std::vector<double>& coefficients() const { return m_coefficients; }
    /// Places, among the regressors given, of those left out because they depend on others.
    const std::vector<int>& leftOut() const { return m_leftOut; }
    /// Replaces σ², when it was estimated together with something that this model does not know of.
    void setVariance(double sigma2) { m_statistics.sigma2 = sigma2; }
    double aic() const { return m_aic; }
    double bic() const { return m_bic; }
    /// Variance of the forecast `steps` ahead ÷ σ².
    std::vector<double> varianceFactors(int steps) const;

private:
    friend std::unique_ptr<FittedArima> finishArima(ArimaProblem&, const ArimaOrder&, const ArmaParameters&, const std::vector<double>*,
                                                    const Series&);
    double regression(std::size_t step) const;

    ArimaOrder m_order;
    ArmaParameters m_parameters;
    std::vector<double> m_coefficients;
    std::vector<std::vector<double>> m_regressors;  // without mean and drift, as long as given
    std::vector<int> m_leftOut;
    ArimaState m_state;
    std::vector<double> m_fitted;
    FitStatistics m_statistics;
    double m_aic = 0.0;
    double m_bic = 0.0;
};

struct ArimaFixed {
    ArmaParameters parameters;
    std::vector<double> coefficients;  ///< as `FittedArima::coefficients`
};

/// Exact maximum likelihood from two starts: no ARMA part, and the conditional least squares of that. With `fixed` nothing is estimated
/// (and `statistics().parameters` counts σ² alone, as R does). `asWithGaps`: R's diffuse start even without gaps, for comparison.
std::unique_ptr<FittedArima> fitArima(const Series& series, const ArimaOrder& order, std::string* why = nullptr,
                                      const ArimaFixed* fixed = nullptr, bool asWithGaps = false);

/// Parameters by conditional least squares from `start` (null: zeros) on the series with its gaps filled; coefficients, state, fitted
/// values and likelihood by one exact pass over it as it is. For long series, where the conditional and the exact parameters hardly differ.
std::unique_ptr<FittedArima> fitArimaConditionally(const Series& series, const ArimaOrder& order, const ArmaParameters* start,
                                                   std::string* why = nullptr);

/// Conditional least squares of a problem, of which `filled` are the values without gaps; σ² is infinite when nothing can be fitted.
ConditionalFit conditionalFit(const ArimaProblem& problem, std::span<const double> filled, const ArmaParameters* start);

/// Columns of mean or drift and the series' regressors, cut to `length` (0: as long as they are).
std::vector<std::vector<double>> arimaColumns(const Series& series, const ArimaOrder& order, std::size_t length);

/// Minimises the problem's objective for the order from `start` (empty: zeros). Returns the free parameters.
std::vector<double> estimateArma(ArimaProblem& problem, const ArimaOrder& order, std::vector<double> start, double tolerance,
                                 double* objective);

/// The model of given parameters; `coefficients` null: generalised least squares.
std::unique_ptr<FittedArima> finishArima(ArimaProblem& problem, const ArimaOrder& order, const ArmaParameters& parameters,
                                         const std::vector<double>* coefficients, const Series& series);

/// A given order for every series.
class ArimaModel : public Model {
public:
    explicit ArimaModel(const ArimaOrder& order) : m_order(order) {}
    const char* id() const override { return "arima_fixed"; }
    bool usesRegressors() const override { return true; }
    std::unique_ptr<FittedModel> fit(const Series& series, std::string* why = nullptr) const override;

private:
    ArimaOrder m_order;
};

}  // namespace mudeung::forecast
