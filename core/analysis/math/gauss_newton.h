// SPDX-License-Identifier: GPL-3.0-or-later
// Nonlinear least squares within bounds by Levenberg's and Marquardt's damped Gauss–Newton steps. Standard C++ only.
#pragma once

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <vector>

namespace mudeung {

/// Solves (A + damping·diag A)·x = b in place by Cholesky's decomposition; `a` is row-major n × n, its lower part is read and overwritten.
inline bool solveDamped(std::vector<double>& a, std::vector<double>& b, int n, double damping) {
    for (int i = 0; i < n; ++i) a[i * n + i] *= 1 + damping;
    for (int j = 0; j < n; ++j) {
        double d = a[j * n + j];
        const double whole = d;
        for (int k = 0; k < j; ++k) d -= a[j * n + k] * a[j * n + k];
        if (!(d > 1e-13 * whole)) return false;
        d = std::sqrt(d);
        a[j * n + j] = d;
        for (int i = j + 1; i < n; ++i) {
            double s = a[i * n + j];
            for (int k = 0; k < j; ++k) s -= a[i * n + k] * a[j * n + k];
            a[i * n + j] = s / d;
        }
    }
    for (int i = 0; i < n; ++i) {
        for (int k = 0; k < i; ++k) b[i] -= a[i * n + k] * b[k];
        b[i] /= a[i * n + i];
    }
    for (int i = n - 1; i >= 0; --i) {
        for (int k = i + 1; k < n; ++k) b[i] -= a[k * n + i] * b[k];
        b[i] /= a[i * n + i];
    }
    return true;
}

struct GaussNewtonOptions {
    int iterations = 60;
    double tolerance = 1e-9;  ///< stop when the sum of squares falls by less than this share of itself
    /// Above this the result is of no use: stop when, after some steps, not even four times the fall that the model promises leads below.
    double useful = std::numeric_limits<double>::infinity();
    int borderCoordinates = 0;  ///< so many of the first coordinates decide whether a point is forbidden
};

/// Minimises Σe² from `point` on, which must have a finite sum; returns the sum at the end.
/// `squares(point)`: the sum, infinite where the point is forbidden. `normal(point, a, g)`: sets a = JᵀJ (row-major, lower part) and
/// g = Jᵀe of the errors' derivatives J. Coordinates stay within [low, high]. Deterministic.
template <typename Squares, typename Normal>
double gaussNewton(std::vector<double>& point, const std::vector<double>& low, const std::vector<double>& high, const Squares& squares,
                   const Normal& normal, const GaussNewtonOptions& options = {}) {
    const int all = static_cast<int>(point.size());
    std::vector<double> whole(static_cast<size_t>(all) * all), gradient(all), a, d, trial;
    std::vector<int> free;
    double value = squares(point), damping = 1e-3;
    // One damped step over the coordinates in `free`; true when it leads down.
    double promised = 0.0, gain = 0.0;
    const auto step = [&](double by) {
        const int n = static_cast<int>(free.size());
        a.resize(static_cast<size_t>(n) * n);
        d.resize(n);
        for (int i = 0; i < n; ++i) {
            d[i] = -gradient[free[i]];
            for (int j = 0; j <= i; ++j) a[i * n + j] = whole[free[i] * all + free[j]];
        }
        promised = 0.0;
        if (!solveDamped(a, d, n, by)) return false;
        trial = point;
        for (int i = 0; i < n; ++i) {
            promised -= d[i] * gradient[free[i]];
            trial[free[i]] = std::clamp(point[free[i]] + d[i], low[free[i]], high[free[i]]);
        }
        const double next = squares(trial);
        if (!(next < value)) return false;
        gain = value - next;
        value = next;
        point = trial;
        return true;
    };
    for (int iteration = 0; iteration < options.iterations && value > 0; ++iteration) {
        normal(point, whole, gradient);
        free.clear();
        for (int c = 0; c < all; ++c) {
            const bool stuck = (point[c] <= low[c] && gradient[c] >= 0) || (point[c] >= high[c] && gradient[c] <= 0);
            if (!stuck && whole[c * all + c] > 1e-18 * value) free.push_back(c);
        }
        if (free.empty()) return value;
        gain = 0.0;
        bool down = false;
        while (damping < 1e10 && !down) {
            down = step(damping);
            if (iteration >= 5 && promised > 0 && value - 4 * promised > options.useful) return value;
            damping = down ? std::max(damping / 8, 1e-12) : damping * 12;
        }
        if (!(gain > options.tolerance * value)) {
            // Perhaps a forbidden region lies ahead: along its border, with one coordinate held.
            const std::vector<int> before = free;
            down = false;
            for (const int held : before) {
                if (held >= options.borderCoordinates) break;
                free.clear();
                std::copy_if(before.begin(), before.end(), std::back_inserter(free), [&](int c) { return c != held; });
                for (const double by : {1e-3, 0.3, 100.0, 1e5}) {
                    if (free.empty() || !step(by) || !(gain > options.tolerance * value)) continue;
                    down = true;
                    break;
                }
                if (down) break;
            }
            if (!down) return value;
            damping = 0.1;
        }
    }
    return value;
}

}  // namespace mudeung
