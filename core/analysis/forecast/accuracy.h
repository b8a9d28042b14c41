// SPDX-License-Identifier: GPL-3.0-or-later
// How good forecasts were, per step of the horizon and together. Standard C++ only; knows no model.
#pragma once

#include <span>
#include <vector>

namespace mudeung::forecast {

/// Mean |y[t] − y[t−m]| over pairs that were both observed: the denominator of MASE (Hyndman & Koehler 2006), in sample, seasonal.
/// NaN when there is no pair or all differences are 0.
double naiveScale(std::span<const double> history, int season);
/// The same with squares: the denominator of RMSSE.
double naiveSquareScale(std::span<const double> history, int season);

/// Quantile ("pinball") loss: (y − q)·p when y ≥ q, else (q − y)·(1 − p).
double pinballLoss(double actual, double quantile, double probability);
/// Width plus 2/α per unit outside (Gneiting & Raftery 2007); `level` in per cent, α = 1 − level/100.
double intervalScore(double actual, double lower, double upper, double level);
/// (½|y − median| + Σ αₖ/2·ISₖ) / (K + ½) (Bracher et al. 2021, eq. 1). Without levels: |y − median|.
double weightedIntervalScore(double actual, double median, std::span<const double> levels, std::span<const double> lower,
                             std::span<const double> upper);
/// One term of sMAPE, 0 … 200 (M3 and M4): only to compare with competitions, since it favours forecasts that are too high.
double symmetricPercentError(double actual, double forecast);
/// Overall weighted average of M4: ½(sMAPE/sMAPE of Naïve2 + MASE/MASE of Naïve2).
double overallWeightedAverage(double smape, double mase, double smapeNaive2, double maseNaive2);

/// Of one step of the horizon or of all. NaN where nothing was observed. Errors are actual − forecast in the unit of the series.
struct Score {
    int step = 0;   ///< 1 …; 0 = all steps together
    int count = 0;  ///< actual values that were compared
    double mae = 0.0;
    double rmse = 0.0;
    double bias = 0.0;             ///< mean of forecast − actual: positive = too high
    double mase = 0.0;             ///< mae / scale
    double rmsse = 0.0;            ///< rmse / √(square scale)
    double smape = 0.0;            ///< per cent, 0 … 200
    double pinball = 0.0;          ///< mean over the bounds of all levels; NaN without levels
    double wis = 0.0;              ///< mean weighted interval score; mae without levels
    std::vector<double> coverage;  ///< per level: share of actual values inside, 0 … 1
    std::vector<double> width;     ///< per level: mean upper − lower
};

/// Collects forecasts with what then happened.
class AccuracyTable {
public:
    /// Scales as of `naiveScale`; NaN makes MASE and RMSSE NaN.
    AccuracyTable(int horizon, std::vector<double> levels, double scale, double squareScale);
    /// `step` 1 … horizon; bounds as many as levels (or none: then intervals are not scored). Pairs with NaN are left out.
    void add(int step, double actual, double mean, std::span<const double> lower = {}, std::span<const double> upper = {});
    Score at(int step) const;
    Score overall() const;
    int horizon() const { return static_cast<int>(m_steps.size()); }
    const std::vector<double>& levels() const { return m_levels; }

private:
    struct Sums {
        int count = 0;
        int bounded = 0;
        double absolute = 0.0;
        double square = 0.0;
        double difference = 0.0;
        double symmetric = 0.0;
        double pinball = 0.0;
        double wis = 0.0;
        std::vector<double> inside;
        std::vector<double> width;
    };
    Score score(const Sums& sums, int step) const;

    std::vector<double> m_levels;
    double m_scale;
    double m_squareScale;
    std::vector<Sums> m_steps;
};

}  // namespace mudeung::forecast
