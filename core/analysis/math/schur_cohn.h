// SPDX-License-Identifier: GPL-3.0-or-later
// Are all roots of a polynomial inside the unit circle? Decided without finding them. Standard C++ only.
#pragma once

#include <cmath>

namespace mudeung {

/// Schur's and Cohn's recursion on c[0] + c[1]·z + … + c[degree]·z^degree, c[degree] ≠ 0, degree < 64. A `radius` a little above 1
/// forgives rounding. degree² multiplications.
inline bool rootsInside(const double* coefficients, int degree, double radius = 1.0) {
    double c[64], next[64];
    double power = 1.0;
    for (int k = 0; k <= degree; ++k, power *= radius) c[k] = coefficients[k] * power;
    for (; degree > 0; --degree) {
        const double ratio = c[0] / c[degree];
        if (!(std::abs(ratio) < 1)) return false;
        for (int k = 0; k < degree; ++k) next[k] = c[k + 1] - ratio * c[degree - 1 - k];
        for (int k = 0; k < degree; ++k) c[k] = next[k];
    }
    return true;
}

}  // namespace mudeung
