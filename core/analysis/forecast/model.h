// SPDX-License-Identifier: GPL-3.0-or-later
// What every forecasting model offers, so that back-test, choice and combination treat them alike. Standard C++ only.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace mudeung::forecast {

/// A regularly spaced series, oldest first. NaN = not observed.
struct Series {
    std::vector<double> values;
    std::vector<int> seasons;  ///< lengths in steps, shortest first (7; 24 and 168; 12); empty = not seasonal
    /// Regressors known for the past and for every step of the horizon: column-major, one vector per column, each as long as
    /// values + horizon. Only models that say `usesRegressors` look at them.
    std::vector<std::vector<double>> regressors;
    int season() const { return seasons.empty() ? 1 : seasons.front(); }
};

/// Means and bounds for steps 1 … horizon; lower[k], upper[k] belong to the k-th level asked for (per cent, 0 < level < 100).
struct Prediction {
    std::vector<double> mean;
    std::vector<std::vector<double>> lower;
    std::vector<std::vector<double>> upper;
};

/// Of the fit to the values given to `Model::fit`. NaN where the model has none.
struct FitStatistics {
    double logLikelihood = 0.0;
    double aicc = 0.0;
    double sigma2 = 0.0;  ///< variance of the one-step errors, as the model's source defines it
    int parameters = 0;   ///< estimated ones, σ² included, as in the AIC
};

/// A model fitted to one series. Value-like: `clone` copies it with its state.
class FittedModel {
public:
    virtual ~FittedModel() = default;
    /// With its form as the literature writes it: "ETS(A,Ad,M)", "ARIMA(1,1,1)(0,1,1)[12]". Not translated.
    virtual std::string name() const = 0;
    virtual FitStatistics statistics() const = 0;
    /// One-step-ahead means, as many as values were given, appended ones included; NaN where there is none.
    virtual const std::vector<double>& fitted() const = 0;
    /// `levels` in per cent. Bounds from the model's own errors.
    virtual Prediction predict(int horizon, std::span<const double> levels) const = 0;
    /// Takes in the values that followed and keeps the parameters: the next forecast starts after them.
    virtual void append(std::span<const double> values) = 0;
    virtual std::unique_ptr<FittedModel> clone() const = 0;
};

/// How to fit one kind of model.
class Model {
public:
    virtual ~Model() = default;
    /// Stable: "ets", "theta", "arima" …
    virtual const char* id() const = 0;
    virtual bool usesRegressors() const { return false; }
    /// Empty when the series is too short, has gaps or otherwise does not suit the model; `why` then says so in English.
    /// Deterministic: the same series gives the same bits.
    virtual std::unique_ptr<FittedModel> fit(const Series& series, std::string* why = nullptr) const = 0;
    /// As `fit`, for a series that shares most of its values with the one that `earlier` (of this model) was fitted to: models that can
    /// keep the form and search parameters near the earlier ones.
    virtual std::unique_ptr<FittedModel> refit(const Series& series, const FittedModel& earlier, std::string* why = nullptr) const {
        (void)earlier;
        return fit(series, why);
    }
};

}  // namespace mudeung::forecast
