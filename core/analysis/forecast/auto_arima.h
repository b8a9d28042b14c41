// SPDX-License-Identifier: GPL-3.0-or-later
// The order of an ARIMA chosen by unit root tests and a stepwise search. Standard C++ only.
#pragma once

#include "core/analysis/forecast/arima.h"

namespace mudeung::forecast {

/// Kwiatkowski, Phillips, Schmidt & Shin (1992): statistic of stationarity around a level, Bartlett weights over `lags`. NaN without
/// variance.
double kpssStatistic(std::span<const double> values, int lags);

/// Differences until KPSS no longer rejects at 5 % (0.463), at most `most`; lags ⌊3 √n ÷ 13⌋ as `forecast::ndiffs` 8.20. NaN are left out.
int differencesNeeded(std::span<const double> values, int most = 2);

/// 1 when the strength of the season (MSTL with its defaults) is above 0.64, as `forecast::nsdiffs` 8.20; 0 otherwise and for series of not
/// more than two seasons.
int seasonalDifferencesNeeded(std::span<const double> values, int season);

/// The same value everywhere but for rounding (R's `all.equal`: 1.5e-8).
bool isConstant(std::span<const double> values);

struct AutoArimaOptions {
    int maxP = 5;  ///< p and q
    int maxQ = 5;
    int maxSeasonalP = 2;
    int maxSeasonalQ = 2;
    bool seasonal = true;  ///< false: no seasonal part even when the series has a season
    int mostModels = 94;
    /// Where orders are compared by conditional least squares, those parameters are kept: no search for the exact likelihood, which takes
    /// ten times as long and moves the parameters of a long series by less than their standard error. State and likelihood are exact all
    /// the same.
    bool conditional = false;
};

/// Hyndman & Khandakar (2008) as `forecast::auto.arima` 8.20: D by strength of season, d by KPSS, then from four models step by step to the
/// neighbour of lower AICc; models with a root within 1.01 of the unit circle are not taken. As in R, series of more than 150 values or
/// with a season longer than 12 are searched by conditional least squares, and the order found is fitted by exact likelihood. Series with
/// gaps are searched with the gaps filled. The season is the series' shortest one.
std::unique_ptr<FittedArima> autoArima(const Series& series, const AutoArimaOptions& options = {}, std::string* why = nullptr);

class AutoArimaModel : public Model {
public:
    explicit AutoArimaModel(AutoArimaOptions options = {}) : m_options(options) {}
    const char* id() const override { return "arima"; }
    bool usesRegressors() const override { return true; }
    std::unique_ptr<FittedModel> fit(const Series& series, std::string* why = nullptr) const override {
        return autoArima(series, m_options, why);
    }

    /// Keeps the order of `earlier` and starts its search at those parameters.
    std::unique_ptr<FittedModel> refit(const Series& series, const FittedModel& earlier, std::string* why = nullptr) const override;

private:
    AutoArimaOptions m_options;
};

}  // namespace mudeung::forecast
