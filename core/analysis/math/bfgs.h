// SPDX-License-Identifier: GPL-3.0-or-later
// Minimum of a smooth function of a few variables by Broyden, Fletcher, Goldfarb and Shanno's quasi-Newton method with differences for the
// gradient (Nash 1990, algorithm 21, as R's `optim`). Standard C++ only.
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace mudeung {

struct BfgsOptions {
    double tolerance = 1e-8;  ///< stops when an iteration gains less
    int iterations = 100;
    double step = 1e-6;    ///< of the differences
    bool central = false;  ///< two evaluations per variable instead of one
};

struct BfgsResult {
    std::vector<double> at;
    double value = 0.0;
    int evaluations = 0;
    bool converged = false;
};

/// `f(const std::vector<double>&)` gives the value; not finite = not allowed there. `start` must be allowed.
template <typename Function>
BfgsResult minimiseBfgs(Function&& f, std::vector<double> start, const BfgsOptions& options = {}) {
    const std::size_t n = start.size();
    BfgsResult best;
    const auto evaluate = [&](const std::vector<double>& x) {
        ++best.evaluations;
        const double value = f(x);
        return std::isfinite(value) ? value : std::numeric_limits<double>::max();
    };
    best.at = std::move(start);
    best.value = evaluate(best.at);
    if (n == 0 || best.value == std::numeric_limits<double>::max()) {
        best.converged = n == 0;
        return best;
    }
    const auto gradientAt = [&](const std::vector<double>& x, double value, std::vector<double>& gradient) {
        std::vector<double> moved = x;
        for (std::size_t i = 0; i < n; ++i) {
            moved[i] = x[i] + options.step;
            const double above = evaluate(moved);
            double slope = (above - value) / options.step;
            if (options.central) {
                moved[i] = x[i] - options.step;
                slope = (above - evaluate(moved)) / (2.0 * options.step);
            }
            gradient[i] = std::abs(slope) < 1e100 ? slope : 0.0;
            moved[i] = x[i];
        }
    };

    std::vector<double> gradient(n), next(n), nextGradient(n), direction(n), moved(n), change(n), product(n);
    std::vector<double> inverse(n * n);
    const auto reset = [&] {
        std::fill(inverse.begin(), inverse.end(), 0.0);
        for (std::size_t i = 0; i < n; ++i) inverse[i * n + i] = 1.0;
    };
    reset();
    bool fresh = true;
    gradientAt(best.at, best.value, gradient);
    for (int iteration = 0; iteration < options.iterations; ++iteration) {
        double slope = 0.0;
        for (std::size_t i = 0; i < n; ++i) {
            double sum = 0.0;
            for (std::size_t j = 0; j < n; ++j) sum -= inverse[i * n + j] * gradient[j];
            direction[i] = sum;
            slope += sum * gradient[i];
        }
        if (!(slope < 0.0)) {
            if (fresh) {
                best.converged = true;
                break;
            }
            reset();
            fresh = true;
            continue;
        }
        // Backtracking until Armijo's condition holds.
        double length = 1.0;
        double value = 0.0;
        bool accepted = false;
        while (length > 1e-10) {
            for (std::size_t i = 0; i < n; ++i) next[i] = best.at[i] + length * direction[i];
            value = evaluate(next);
            if (value <= best.value + 1e-4 * slope * length) {
                accepted = true;
                break;
            }
            length *= 0.2;
        }
        const double gained = best.value - value;
        if (!accepted || std::abs(gained) <= options.tolerance) {
            if (accepted && value < best.value) {
                best.value = value;
                best.at = next;
            }
            if (fresh) {
                best.converged = true;
                break;
            }
            // Once more from here along the steepest descent.
            reset();
            fresh = true;
            gradientAt(best.at, best.value, gradient);
            continue;
        }
        gradientAt(next, value, nextGradient);
        double curvature = 0.0;
        for (std::size_t i = 0; i < n; ++i) {
            moved[i] = next[i] - best.at[i];
            change[i] = nextGradient[i] - gradient[i];
            curvature += moved[i] * change[i];
        }
        if (curvature > 0.0) {
            double size = 0.0;
            for (std::size_t i = 0; i < n; ++i) size += change[i] * change[i];
            if (fresh) {
                // The first step tells the scale (Nocedal & Wright 2006, 6.20).
                for (std::size_t i = 0; i < n; ++i) inverse[i * n + i] = curvature / size;
            }
            double quadratic = 0.0;
            for (std::size_t i = 0; i < n; ++i) {
                product[i] = 0.0;
                for (std::size_t j = 0; j < n; ++j) product[i] += inverse[i * n + j] * change[j];
                quadratic += product[i] * change[i];
            }
            const double scale = 1.0 + quadratic / curvature;
            for (std::size_t i = 0; i < n; ++i) {
                for (std::size_t j = 0; j < n; ++j) {
                    inverse[i * n + j] += (scale * moved[i] * moved[j] - moved[i] * product[j] - product[i] * moved[j]) / curvature;
                }
            }
            fresh = false;
        } else {
            reset();
            fresh = true;
        }
        best.value = value;
        best.at.swap(next);
        gradient.swap(nextGradient);
    }
    return best;
}

}  // namespace mudeung
