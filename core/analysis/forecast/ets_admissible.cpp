// SPDX-License-Identifier: GPL-3.0-or-later
// The inequalities of Hyndman, Akram and Archibald (2008) and Schur's and Cohn's test of the polynomial.
#include "core/analysis/forecast/ets_admissible.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/analysis/math/schur_cohn.h"

namespace mudeung::forecast {

bool seasonalFormIsAdmissible(double alpha, double beta, double gamma, double phi, int season, bool trend) {
    const int m = season;
    if (gamma < std::max(1 - 1 / phi - alpha, 0.0) || gamma > 1 + 1 / phi - alpha) return false;
    if (alpha < 1 - 1 / phi - gamma * (1 - m + phi + phi * m) / (2 * phi * m)) return false;
    if (beta < -(1 - phi) * (gamma / m + alpha)) return false;
    // Coefficients from the constant term to z^(m+1).
    std::array<double, 32> p{};
    int degree = m + 1;
    p[0] = phi * (1 - alpha - gamma);
    p[1] = alpha + beta - alpha * phi + gamma - 1;
    for (int k = 2; k < m; ++k) p[k] = alpha + beta - alpha * phi;
    p[m] = alpha + beta - phi;
    p[m + 1] = 1;
    if (!trend) {
        std::array<double, 32> q{};
        double carry = 0.0;
        for (int k = degree; k > 0; --k) {
            carry += p[k];
            q[k - 1] = carry;
        }
        p = q;
        --degree;
    }
    return rootsInside(p.data(), degree, 1 + 1e-10);
}

}  // namespace mudeung::forecast
