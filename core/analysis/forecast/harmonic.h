// SPDX-License-Identifier: GPL-3.0-or-later
// Dynamic harmonic regression: seasons as sines and cosines, regressors, ARIMA errors. Standard C++ only.
#pragma once

#include "core/analysis/forecast/auto_arima.h"
#include "core/analysis/forecast/fourier.h"

namespace mudeung::forecast {

struct HarmonicOptions {
    /// Most pairs of sines and cosines of one season; AICc chooses how many.
    int mostPairs = 12;
    /// Length of the year in steps; < 0: 365.25 when the shortest season is 7, 8766 when it is 24, else none. 0 = none. Its terms are used
    /// only when the series is longer than 1.5 years, and are shrunk: two cycles say little about a year.
    double year = -1.0;
    int yearPairs = 2;
    bool conditional = false;  ///< for long series: fewer orders of the errors, whose parameters are the conditional ones of the residuals
};

/// A season and how many pairs were taken for it.
struct HarmonicSeason {
    double period = 0.0;
    int pairs = 0;
};

class FittedHarmonic : public FittedModel {
public:
    std::string name() const override;
    FitStatistics statistics() const override { return m_statistics; }
    const std::vector<double>& fitted() const override { return m_fitted; }
    /// NaN from where the series' regressors end.
    Prediction predict(int horizon, std::span<const double> levels) const override;
    void append(std::span<const double> values) override;
    std::unique_ptr<FittedModel> clone() const override { return std::make_unique<FittedHarmonic>(*this); }

    const std::vector<HarmonicSeason>& seasons() const { return m_seasons; }
    const ArimaOrder& errors() const { return m_errors.order(); }
    /// Of the series' regressors, in their order; 0 for those left out.
    const std::vector<double>& coefficients() const { return m_coefficients; }
    const std::vector<int>& leftOut() const { return m_leftOut; }
    /// What the year's terms were multiplied by, 0 … 1; 0 without them.
    double yearShrinkage() const { return m_yearShrinkage; }

private:
    friend class HarmonicModel;
    double regression(std::size_t step) const;

    std::vector<HarmonicSeason> m_seasons;
    std::vector<FourierTerm> m_terms;
    std::vector<double> m_termCoefficients;
    std::vector<FourierTerm> m_yearTerms;
    std::vector<double> m_yearCoefficients;
    double m_yearPeriod = 0.0;
    double m_yearShrinkage = 0.0;
    std::vector<std::vector<double>> m_regressors;
    std::vector<double> m_coefficients;
    std::vector<int> m_leftOut;
    FittedArima m_errors;
    FitStatistics m_statistics;
    std::vector<double> m_fitted;
};

/// Young, Pedregal & Tych (1999); Hyndman & Athanasopoulos (2021), 10.5: y = regressors + Σ Fourier terms + ARIMA errors without season.
///
/// How many pairs each season gets: columns and series are freed of the first autocorrelation of the full regression's residuals (Cochrane
/// & Orcutt 1949), then seasons are taken shortest first, each with the number of pairs of lowest AICc. The order of the errors is searched
/// on the regression's residuals as `autoArima` does, all coefficients are then estimated together by exact likelihood. The year's
/// coefficients are multiplied by max(0, 1 − 1 ÷ F), F the ratio of their mean square to the residual's (James & Stein 1961), before the
/// others are estimated. Regressors that depend on others are left out and reported.
class HarmonicModel : public Model {
public:
    explicit HarmonicModel(HarmonicOptions options = {}) : m_options(options) {}
    const char* id() const override { return "harmonic"; }
    bool usesRegressors() const override { return true; }
    std::unique_ptr<FittedModel> fit(const Series& series, std::string* why = nullptr) const override;
    /// Keeps the pairs and the order of the errors and starts its search at those parameters.
    std::unique_ptr<FittedModel> refit(const Series& series, const FittedModel& earlier, std::string* why = nullptr) const override;

private:
    std::unique_ptr<FittedModel> fitFrom(const Series& series, const FittedHarmonic* earlier, std::string* why) const;

    HarmonicOptions m_options;
};

}  // namespace mudeung::forecast
