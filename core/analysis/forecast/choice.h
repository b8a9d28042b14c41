// SPDX-License-Identifier: GPL-3.0-or-later
// Which of several forecasts to use, from their errors in the same windows of a back-test. Knows no model.
#pragma once

#include <span>
#include <vector>

namespace mudeung::forecast {

/// A few windows say little: the best of many models in so few is often the luckiest, and on short series a choice by back-test forecasts
/// worse than a plain combination. So one candidate, a combination, is preferred, and another one takes its place only when the evidence is
/// strong.
struct ChoiceRule {
    int leastWindows = 5;         ///< with fewer the preferred one stays
    double leastGain = 0.1;       ///< the mean error must be lower by this share …
    double standardErrors = 3.0;  ///< … and by this many standard errors of the difference, window by window
    /// How many windows share a step: horizon ÷ distance of origins, at least 1. Windows that overlap repeat each other's evidence, so the
    /// standard error is multiplied by its root.
    double overlap = 1.0;
};

/// `losses[c][w]`: error of candidate c in window w (NaN = none; such windows are left out for all). Returns the index of the chosen
/// candidate: the one with the lowest mean loss if the rule lets it replace `preferred`, else `preferred`. Candidates with empty losses
/// are not looked at; when `preferred` is one of those, the lowest mean loss is taken. −1 when there is none.
int choose(std::span<const std::vector<double>> losses, int preferred, const ChoiceRule& rule = {});
/// Mean over windows that are numbers; NaN without any.
double meanLoss(std::span<const double> losses);

}  // namespace mudeung::forecast
