// SPDX-License-Identifier: GPL-3.0-or-later
// Classical seasonal decomposition and the test that asks whether one is needed. Standard C++ only.
#pragma once

#include <vector>

namespace mudeung::forecast {

/// Seasonal figure as R's `decompose`: what is left of the values after their centred moving average over one season, mean per place in the
/// season; sum 0, or mean 1 when multiplicative. figure[j] belongs to values j, j + m, … Wants two seasons; no gaps.
std::vector<double> seasonalFigure(const std::vector<double>& values, int season, bool multiplicative);

/// The test of Assimakopoulos and Nikolopoulos as R's `thetaf`: is the autocorrelation at the season's lag beyond the 90 % band that the
/// shorter lags give? False for series up to two seasons long or constant ones.
bool hasSeason(const std::vector<double>& values, int season);

}  // namespace mudeung::forecast
