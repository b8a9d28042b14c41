// SPDX-License-Identifier: GPL-3.0-or-later
// Values as deviations from their mean. Standard C++ only.
#pragma once

#include <span>
#include <vector>

namespace mudeung {

struct Deviations {
    std::vector<double> z;  ///< x − mean; all 0 when the values differ by no more than rounding
    double mean = 0.0;
    double square = 0.0;  ///< Σz²
    double fourth = 0.0;  ///< Σz⁴
};

/// Finite values. Σz is 0 to rounding of the deviations, not of the values: large values that are alike keep their digits.
Deviations deviationsOf(std::span<const double> x);

}  // namespace mudeung
