// SPDX-License-Identifier: GPL-3.0-or-later
// Moments of log variances around a cubic in the log level; posterior variances; outliers keep their own.
#include "core/analysis/math/moderated_variance.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>

#include "core/analysis/math/distributions.h"
#include "core/analysis/math/multiple_testing.h"

namespace mudeung {

namespace {

constexpr int kCoefficients = 4;

struct Cubic {
    std::array<double, kCoefficients> coefficients{};
    int used = 0;
    double at(double z) const { return coefficients[0] + z * (coefficients[1] + z * (coefficients[2] + z * coefficients[3])); }
};

/// Least squares of y on 1, z, z², z³ by normal equations; z is standardised, so they are well conditioned. A degenerate direction (all
/// levels alike) gets a zero coefficient.
Cubic fitCubic(std::span<const double> z, std::span<const double> y) {
    std::array<std::array<double, kCoefficients + 1>, kCoefficients> rows{};
    for (std::size_t i = 0; i < z.size(); ++i) {
        const std::array<double, kCoefficients> powers{1.0, z[i], z[i] * z[i], z[i] * z[i] * z[i]};
        for (std::size_t a = 0; a < kCoefficients; ++a) {
            for (std::size_t b = 0; b < kCoefficients; ++b) rows[a][b] += powers[a] * powers[b];
            rows[a][kCoefficients] += powers[a] * y[i];
        }
    }
    std::array<bool, kCoefficients> usable{};
    for (std::size_t a = 0; a < kCoefficients; ++a) {
        usable[a] = rows[a][a] > 1e-9 * static_cast<double>(z.size());
        if (!usable[a]) continue;
        for (std::size_t b = a + 1; b < kCoefficients; ++b) {
            const double factor = rows[b][a] / rows[a][a];
            for (std::size_t c = a; c <= kCoefficients; ++c) rows[b][c] -= factor * rows[a][c];
        }
    }
    Cubic cubic;
    for (std::size_t a = kCoefficients; a-- > 0;) {
        if (!usable[a]) continue;
        double right = rows[a][kCoefficients];
        for (std::size_t c = a + 1; c < kCoefficients; ++c) right -= rows[a][c] * cubic.coefficients[c];
        cubic.coefficients[a] = right / rows[a][a];
        ++cubic.used;
    }
    return cubic;
}

/// Log levels, centred and scaled; the smallest takes the place of levels without a logarithm.
std::vector<double> standardised(std::span<const double> levels, const std::vector<std::size_t>& used) {
    double mean = 0.0;
    double least = std::log(levels[used.front()]);
    for (const std::size_t i : used) {
        mean += std::log(levels[i]) / static_cast<double>(used.size());
        least = std::min(least, std::log(levels[i]));
    }
    double square = 0.0;
    for (const std::size_t i : used) square += (std::log(levels[i]) - mean) * (std::log(levels[i]) - mean);
    const double scale = std::sqrt(square / static_cast<double>(used.size()));
    std::vector<double> z;
    z.reserve(levels.size());
    for (const double level : levels) {
        const double x = level > 0.0 && std::isfinite(level) ? std::max(least, std::log(level)) : least;
        z.push_back(scale > 0.0 ? (x - mean) / scale : 0.0);
    }
    return z;
}

}  // namespace

double digamma(double x) {
    double below = 0.0;
    for (; x < 6.0; x += 1.0) below -= 1.0 / x;
    const double f = 1.0 / (x * x);
    return below + std::log(x) - 0.5 / x -
           f * (1.0 / 12 - f * (1.0 / 120 - f * (1.0 / 252 - f * (1.0 / 240 - f * (1.0 / 132 - f * 691.0 / 32760)))));
}

double trigamma(double x) {
    double below = 0.0;
    for (; x < 6.0; x += 1.0) below += 1.0 / (x * x);
    const double f = 1.0 / (x * x);
    return below + 1.0 / x + f / 2 +
           f / x * (1.0 / 6 - f * (1.0 / 30 - f * (1.0 / 42 - f * (1.0 / 30 - f * (5.0 / 66 - f * 691.0 / 2730)))));
}

double trigammaInverse(double y) {
    // ψ′ falls from ∞ to 0; 1/x < ψ′(x) < 1/x + 1/x² bounds the root.
    double low = 1.0 / y;
    double high = (1.0 + std::sqrt(1.0 + 4.0 * y)) / (2.0 * y);
    for (int i = 0; i < 200 && high - low > 1e-14 * high; ++i) {
        const double middle = 0.5 * (low + high);
        (trigamma(middle) > y ? low : high) = middle;
    }
    return 0.5 * (low + high);
}

std::vector<ModeratedVariance> moderatedVariances(std::span<const double> variances, std::span<const double> degrees,
                                                  std::span<const double> levels) {
    std::vector<ModeratedVariance> result;
    std::vector<std::size_t> used;
    for (std::size_t i = 0; i < variances.size(); ++i) {
        result.push_back({variances[i], degrees[i]});
        if (variances[i] > 0.0 && std::isfinite(variances[i]) && degrees[i] > 0.0 && levels[i] > 0.0 && std::isfinite(levels[i]))
            used.push_back(i);
    }
    if (static_cast<int>(used.size()) < kLeastModerated) return result;

    const std::vector<double> z = standardised(levels, used);
    std::vector<double> level, logs;
    double sampling = 0.0;
    for (const std::size_t i : used) {
        level.push_back(z[i]);
        logs.push_back(std::log(variances[i]) - digamma(degrees[i] / 2.0) + std::log(degrees[i] / 2.0));
        sampling += trigamma(degrees[i] / 2.0) / static_cast<double>(used.size());
    }
    const Cubic cubic = fitCubic(level, logs);
    double square = 0.0;
    double fourth = 0.0;
    for (std::size_t k = 0; k < used.size(); ++k) {
        const double rest = logs[k] - cubic.at(level[k]);
        square += rest * rest;
        fourth += rest * rest * rest * rest;
    }
    const auto n = static_cast<double>(used.size());
    const double scatter = square / (n - cubic.used);
    const double scatterError = std::sqrt(std::max(0.0, fourth / n - (square / n) * (square / n)) / n);
    const double spread = scatter - sampling + scatterError;
    const double priorDegrees = spread > 0.0 ? std::min(2.0 * trigammaInverse(spread), kMostDegrees) : kMostDegrees;
    const double shift = digamma(priorDegrees / 2.0) - std::log(priorDegrees / 2.0);

    std::vector<double> tails(variances.size(), std::numeric_limits<double>::quiet_NaN());
    std::vector<double> prior(variances.size());
    for (std::size_t i = 0; i < variances.size(); ++i) {
        prior[i] = std::exp(cubic.at(z[i]) + shift);
        if (!std::isfinite(variances[i]) || !(degrees[i] > 0.0)) continue;
        const double ratio = variances[i] / prior[i];
        tails[i] = betaCdf(priorDegrees / (priorDegrees + degrees[i] * ratio), priorDegrees / 2.0, degrees[i] / 2.0);
    }
    const std::vector<double> adjusted = adjustedP(tails, Correction::BenjaminiHochberg);
    for (std::size_t i = 0; i < variances.size(); ++i) {
        if (std::isnan(tails[i]) || adjusted[i] < kOutlierDiscoveryLimit) continue;
        result[i].variance = (priorDegrees * prior[i] + degrees[i] * variances[i]) / (priorDegrees + degrees[i]);
        result[i].degrees = std::min(priorDegrees + degrees[i], kMostDegrees);
    }
    return result;
}

}  // namespace mudeung
