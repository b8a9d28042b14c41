// SPDX-License-Identifier: GPL-3.0-or-later
// Sines and cosines of seasons as columns of a regression. Standard C++ only.
#pragma once

#include <span>
#include <vector>

namespace mudeung::forecast {

struct FourierTerm {
    double frequency = 0.0;  ///< cycles per step
    bool sine = false;
};

/// The terms of `forecast::fourier`: sin and cos of 2π k t ÷ period for k = 1 … pairs of that period, periods in the order given; a
/// frequency that came already (7 ÷ 168 = 1 ÷ 24) and the sine of ½ are left out. `pairs[i]` is cut at period ÷ 2. Periods need not be
/// whole (365.25).
std::vector<FourierTerm> fourierTerms(std::span<const double> periods, std::span<const int> pairs);

/// One column of `count` values for the steps first, first + 1, … (R counts from 1).
std::vector<double> fourierColumn(const FourierTerm& term, int first, int count);

}  // namespace mudeung::forecast
