// SPDX-License-Identifier: GPL-3.0-or-later
// Forecasts of one series or of many: which model, how good it was in the past, how far to trust it. Standard C++ only, no clock, no random
// numbers of its own: the same input gives the same bits whatever the number of threads.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/analysis/forecast/accuracy.h"
#include "core/analysis/forecast/backtest.h"
#include "core/analysis/forecast/choice.h"
#include "core/analysis/forecast/conformal.h"
#include "core/analysis/forecast/model.h"
#include "core/analysis/forecast/profile.h"

namespace mudeung::forecast {

enum class IntervalKind {
    Auto,   ///< the model's bounds stretched by the back-test's errors (conformal, scaled, all steps together); the model's without enough
    Model,  ///< from the model's own errors
    Conformal  ///< as `ForecastOptions::conformal` says; the model's where there are too few errors
};

struct ForecastOptions {
    int horizon = 1;
    std::vector<double> levels{80.0, 95.0};  ///< per cent, ascending
    std::string model = "auto";              ///< or an id of `modelIds`
    int windows = 9;                         ///< of the back-test, at most; 0: none
    int step = 0;                            ///< values between origins; 0: the horizon, or less when the series is short
    int refitEvery = 0;                      ///< BackTestOptions::refitEvery
    IntervalKind intervals = IntervalKind::Auto;
    ConformalOptions conformal;       ///< for IntervalKind::Conformal
    std::optional<bool> nonNegative;  ///< forecasts and bounds below 0 become 0; unset: when no value is negative
    double anomalyLevel = 99.0;       ///< per cent of one-step errors inside; see Anomaly
    ChoiceRule rule;
    int threads = 1;          ///< that share the models of one series
    bool keepDetails = true;  ///< windows, fitted values; without them thousands of results take less memory
};

/// Things to tell the reader, in words elsewhere. `number` and `second` belong to the code.
struct Note {
    enum class Code {
        TooShortToFit,               ///< number = values: fewer than any model wants; the last value is repeated, without bounds
        TooShortForBackTest,         ///< number = values: nothing says how good the forecast would have been
        FewWindows,                  ///< number = windows: fewer than asked for
        NotBetterThanSeasonalNaive,  ///< number = MASE, second = that of the seasonal naive forecast
        FewErrorsForLevel,           ///< number = level, second = errors there are: the level's bounds are the model's
        CoverageOff,    ///< number = level, second = share inside in the back-test (0 … 1), where it is off by more than 10 points
        GapsFilled,     ///< number = missing values
        Sparse,         ///< number = share of zeros
        SeasonNotUsed,  ///< number = season, of which the series has fewer than two cycles
        Constant,       ///< all values are the same
        HorizonLong,    ///< number = horizon: longer than half of the series
        ModelRefused    ///< the model asked for does not suit; `why` of its candidate says why; seasonal naive or naive instead
    };
    Code code;
    double number = 0.0;
    double second = 0.0;
};

/// One model or combination and how it did in the back-test.
struct Candidate {
    std::string id;
    std::string name;                ///< as fitted ("ETS(A,N,A)"); for combinations the members' ids
    std::string why;                 ///< why it was not used: English, empty when it was
    Score score;                     ///< all steps together; count 0 without back-test
    std::vector<double> windowLoss;  ///< per window: MASE (RMSSE for sparse series)
};

/// An observed value outside the interval of the forecast made one step before, by the model fitted to the whole series. The values that
/// follow an anomaly are forecast with it in mind, so an echo one season later is possible.
struct Anomaly {
    int index = 0;  ///< of the value in the series
    double actual = 0.0;
    double expected = 0.0;
    double lower = 0.0;
    double upper = 0.0;
    double score = 0.0;  ///< (actual − expected) / robust standard deviation of the one-step errors
};

struct SeriesForecast {
    bool ok = false;  ///< false: nothing observed, or cancelled
    SeriesProfile profile;
    std::string model;  ///< id of the chosen one
    std::string name;
    Prediction forecast;                ///< with the bounds asked for
    Prediction modelBounds;             ///< with the model's own
    Prediction conformal;               ///< as the options say; the model's bounds where too few errors
    Calibration calibration;            ///< of `forecast`
    Calibration conformalCalibration;   ///< of `conformal`
    std::vector<bool> calibratedLevel;  ///< per level: the bounds of `forecast` are calibrated
    std::vector<double> modelCoverage;  ///< per level: share of the back-test inside the model's own bounds
    BackTestPlan plan;                  ///< origins count from the first value of the series given
    std::vector<Prediction> windows;    ///< of the chosen one, with the bounds of `forecast`
    Score overall;                      ///< of the chosen one in the back-test
    std::vector<Score> bySteps;
    Score benchmark;                    ///< seasonal naive (naive without a season), same windows
    std::vector<Candidate> candidates;  ///< best first; those that were not used last
    std::vector<double> fitted;         ///< one-step-ahead means, as long as the series
    std::vector<Anomaly> anomalies;
    std::vector<Note> notes;
};

/// `series.values` may begin, end or be interrupted with NaN; the forecast starts behind the last value, observed or not.
SeriesForecast forecastSeries(const Series& series, const ForecastOptions& options, const Cancelled& cancelled = {});
/// Every series by itself, on `threads` threads (0: one per processor). `done(n)` is called, on any thread, when the n-th is finished.
/// Cancelled: an empty vector.
std::vector<SeriesForecast> forecastAll(std::span<const Series> series, const ForecastOptions& options, int threads = 0,
                                        const std::function<void(int)>& done = {}, const Cancelled& cancelled = {});

}  // namespace mudeung::forecast
