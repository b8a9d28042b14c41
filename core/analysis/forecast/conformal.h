// SPDX-License-Identifier: GPL-3.0-or-later
// Intervals from the errors that the back-test really made (split conformal prediction, Vovk et al. 2005; Lei et al. 2018). Knows no model.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "core/analysis/forecast/model.h"

namespace mudeung::forecast {

/// The ⌈(n+1)·level/100⌉-th smallest of the n scores; NaN scores do not count. Empty when that is more than n.
std::optional<double> conformalQuantile(std::vector<double> scores, double level);
/// The fewest scores with which `level` per cent can be had: 4 for 80, 9 for 90, 19 for 95.
int leastScores(double level);

struct ConformalOptions {
    /// The errors of steps h − pooled … h + pooled calibrate step h. 0: every step from its own errors. −1: all steps together.
    int pooled = 0;
    /// Errors are measured in units of the model's own half-width, so that bounds keep the model's shape (wider with the step, skewed) and
    /// the back-test only stretches or narrows them. Needs windows with bounds.
    bool scaled = false;
    /// Scaled bounds are widened as far as the errors say, at most fourfold, but narrowed only half the way (by the root of the factor):
    /// the windows of a back-test may all have been calm ones.
    bool careful = false;
};

/// How far the bounds lie from the mean, per level and step: in the unit of the series, or in the model's half-widths when scaled.
struct Calibration {
    std::vector<double> levels;
    std::vector<std::vector<double>> reach;  ///< [level][step − 1]; NaN where the errors are too few for the level
    std::vector<int> scores;                 ///< [step − 1]: how many errors calibrated it
    /// [level]: share of the back-test's values inside when their own window is left out of the calibration; NaN when too few windows.
    std::vector<double> coverage;
    bool scaled = false;
    bool enough(std::size_t level) const;
};

/// `windows` are forecasts for the same horizon and with bounds at `levels`; `actual[w][h]` is what then happened, NaN = not observed.
Calibration calibrate(std::span<const Prediction> windows, std::span<const std::vector<double>> actual, std::span<const double> levels,
                      const ConformalOptions& options);
/// Puts the calibrated bounds around the means of `prediction`, whose own bounds (at the same levels) are needed when scaled.
/// Where the calibration has no reach the model's bounds stay. Bounds of a higher level are never inside those of a lower one.
Prediction calibrated(const Prediction& prediction, const Calibration& calibration);

}  // namespace mudeung::forecast
