// SPDX-License-Identifier: GPL-3.0-or-later
// Minimisation without derivatives: Nelder and Mead's simplex (1965) with the choices of R's `optim`. Standard C++ only.
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <vector>

namespace mudeung {

struct NelderMeadOptions {
    int evaluations = 2000;           ///< at most
    double relativeTolerance = 1e-8;  ///< stop when worst − best ≤ relativeTolerance·(|best| + relativeTolerance)
    double absoluteTolerance = 0.0;   ///< … or ≤ this
    double reflection = 1.0;
    double contraction = 0.5;
    double expansion = 2.0;
};

struct NelderMeadResult {
    std::vector<double> point;
    double value = std::numeric_limits<double>::infinity();
    int evaluations = 0;
    bool converged = false;
};

/// Minimises f(point, giveUpAbove). f may return any number ≥ giveUpAbove as soon as it knows that the true value is not below it, so that
/// sums of squares can stop early. NaN counts as +∞. Deterministic.
///
/// `start` is the first corner, `start` with steps[i] added to coordinate i the others. Bounds work as a penalty: a point outside
/// [lower, upper] has the value +∞ without a call of f; empty spans mean no bounds. A first corner outside is moved into the bounds; where
/// the step leaves them it goes the other way.
template <typename Function>
NelderMeadResult nelderMead(const Function& f, std::span<const double> start, std::span<const double> steps,
                            std::span<const double> lower = {}, std::span<const double> upper = {}, const NelderMeadOptions& options = {}) {
    constexpr double infinite = std::numeric_limits<double>::infinity();
    const int n = static_cast<int>(start.size());
    NelderMeadResult result;
    const auto low = [&](int i) { return lower.empty() ? -infinite : lower[i]; };
    const auto high = [&](int i) { return upper.empty() ? infinite : upper[i]; };
    const auto evaluate = [&](const double* x, double giveUpAbove) {
        for (int i = 0; i < n; ++i)
            if (!(x[i] >= low(i) && x[i] <= high(i))) return infinite;
        ++result.evaluations;
        const double value = f(std::span<const double>(x, n), giveUpAbove);
        return std::isnan(value) ? infinite : value;
    };
    if (n == 0) {
        result.value = evaluate(nullptr, infinite);
        result.converged = true;
        return result;
    }
    std::vector<double> corners(static_cast<size_t>(n + 1) * n);
    std::vector<double> values(n + 1);
    std::vector<double> centre(n), trial(n), further(n);
    const auto corner = [&](int k) { return corners.data() + static_cast<size_t>(k) * n; };
    for (int k = 0; k <= n; ++k) {
        for (int i = 0; i < n; ++i) corner(k)[i] = std::clamp(start[i], low(i), high(i));
        if (k > 0) {
            double& x = corner(k)[k - 1];
            x += x + steps[k - 1] > high(k - 1) || x + steps[k - 1] < low(k - 1) ? -steps[k - 1] : steps[k - 1];
        }
        values[k] = evaluate(corner(k), infinite);
    }
    while (true) {
        int best = 0, worst = 0;
        for (int k = 1; k <= n; ++k) {
            if (values[k] < values[best]) best = k;
            if (values[k] > values[worst]) worst = k;
        }
        result.value = values[best];
        const double spread = values[worst] - values[best];
        if (std::isinf(values[best]) || best == worst || spread <= options.absoluteTolerance ||
            spread <= options.relativeTolerance * (std::abs(values[best]) + options.relativeTolerance)) {
            result.converged = std::isfinite(values[best]);
            result.point.assign(corner(best), corner(best) + n);
            return result;
        }
        if (result.evaluations >= options.evaluations) {
            result.point.assign(corner(best), corner(best) + n);
            return result;
        }
        std::fill(centre.begin(), centre.end(), 0.0);
        for (int k = 0; k <= n; ++k) {
            if (k == worst) continue;
            for (int i = 0; i < n; ++i) centre[i] += corner(k)[i];
        }
        for (int i = 0; i < n; ++i) {
            centre[i] /= n;
            trial[i] = centre[i] + options.reflection * (centre[i] - corner(worst)[i]);
        }
        const auto replaceWorst = [&](const std::vector<double>& point, double value) {
            std::copy(point.begin(), point.end(), corner(worst));
            values[worst] = value;
        };
        const double reflected = evaluate(trial.data(), values[worst]);
        if (reflected < values[best]) {
            for (int i = 0; i < n; ++i) further[i] = centre[i] + options.expansion * (trial[i] - centre[i]);
            const double expanded = evaluate(further.data(), reflected);
            if (expanded < reflected)
                replaceWorst(further, expanded);
            else
                replaceWorst(trial, reflected);
            continue;
        }
        const double old = values[worst];
        if (reflected < old) {
            replaceWorst(trial, reflected);
            bool second = true;  // is the reflected corner still the worst?
            for (int k = 0; k <= n && second; ++k)
                if (k != worst && values[k] > reflected) second = false;
            if (!second) continue;
        }
        for (int i = 0; i < n; ++i) trial[i] = centre[i] + options.contraction * (corner(worst)[i] - centre[i]);
        const double contracted = evaluate(trial.data(), values[worst]);
        if (contracted < values[worst]) {
            replaceWorst(trial, contracted);
            continue;
        }
        if (reflected < old) continue;
        for (int k = 0; k <= n; ++k) {
            if (k == best) continue;
            for (int i = 0; i < n; ++i) corner(k)[i] = corner(best)[i] + options.contraction * (corner(k)[i] - corner(best)[i]);
            values[k] = evaluate(corner(k), infinite);
        }
    }
}

}  // namespace mudeung
