// SPDX-License-Identifier: GPL-3.0-or-later
// STL for several seasons, the strength of a season, and the filling of gaps that both need.
#include <algorithm>
#include <cmath>
#include <limits>

#include "core/analysis/forecast/fourier.h"
#include "core/analysis/forecast/stl.h"
#include "core/analysis/math/least_squares.h"

namespace mudeung::forecast {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

double variance(std::span<const double> values) {
    double sum = 0.0;
    int count = 0;
    for (const double value : values) {
        if (std::isnan(value)) continue;
        sum += value;
        ++count;
    }
    const double mean = sum / count;
    double squares = 0.0;
    for (const double value : values) {
        if (!std::isnan(value)) squares += (value - mean) * (value - mean);
    }
    return squares / (count - 1);
}

/// `at` holds the places of the values that count; the others are drawn between them, the ends kept level.
std::vector<double> interpolate(std::span<const double> values, const std::vector<std::size_t>& at) {
    std::vector<double> filled(values.begin(), values.end());
    for (std::size_t i = 0; i < at.front(); ++i) filled[i] = values[at.front()];
    for (std::size_t i = at.back() + 1; i < filled.size(); ++i) filled[i] = values[at.back()];
    for (std::size_t k = 1; k < at.size(); ++k) {
        const double from = values[at[k - 1]];
        const double slope = (values[at[k]] - from) / static_cast<double>(at[k] - at[k - 1]);
        for (std::size_t i = at[k - 1] + 1; i < at[k]; ++i) filled[i] = from + slope * static_cast<double>(i - at[k - 1]);
    }
    return filled;
}

/// Legendre polynomials over the series: the span of R's `poly`, well conditioned.
std::vector<std::vector<double>> polynomials(std::size_t n, int degree) {
    std::vector<std::vector<double>> columns;
    for (int d = 0; d <= degree; ++d) {
        std::vector<double> column(n);
        for (std::size_t i = 0; i < n; ++i) {
            const double x = 2.0 * static_cast<double>(i) / static_cast<double>(n - 1) - 1.0;
            const auto index = static_cast<std::size_t>(d);
            column[i] = d == 0 ? 1.0 : d == 1 ? x : ((2 * d - 1) * x * columns[index - 1][i] - (d - 1) * columns[index - 2][i]) / d;
        }
        columns.push_back(std::move(column));
    }
    return columns;
}

std::vector<int> usable(std::vector<int> seasons) {
    std::sort(seasons.begin(), seasons.end());
    seasons.erase(std::unique(seasons.begin(), seasons.end()), seasons.end());
    std::erase_if(seasons, [](int season) { return season < 2; });
    return seasons;
}

}  // namespace

MstlParts mstl(std::span<const double> values, std::vector<int> seasons, const MstlOptions& options) {
    MstlParts parts;
    seasons = usable(std::move(seasons));
    const std::size_t n = values.size();
    const bool several = seasons.size() > 1;
    for (const int season : seasons) {
        const bool enough = static_cast<std::size_t>(season) * 2 < n;
        (enough ? parts.seasons : parts.dropped).push_back(season);
    }
    const bool gaps = std::any_of(values.begin(), values.end(), [](double value) { return std::isnan(value); });
    parts.adjusted = gaps ? fillGaps(values, parts.seasons) : std::vector<double>(values.begin(), values.end());
    if (parts.seasons.empty() || (gaps && std::isnan(parts.adjusted.front()))) {
        parts.seasons.clear();
        return parts;
    }
    parts.seasonals.assign(parts.seasons.size(), std::vector<double>(n, 0.0));
    const int rounds = several ? std::max(1, options.iterations) : 1;
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t k = 0; k < parts.seasons.size(); ++k) {
            std::vector<double>& seasonal = parts.seasonals[k];
            for (std::size_t i = 0; i < n; ++i) parts.adjusted[i] += seasonal[i];
            StlOptions one;
            one.seasonalWindow = k < options.seasonalWindows.size() ? options.seasonalWindows[k] : 7 + 4 * (static_cast<int>(k) + 1);
            one.robust = options.robust;
            one.robustRounds = options.robustRounds;
            auto fit = stl(parts.adjusted, parts.seasons[k], one);
            if (!fit) continue;
            seasonal = std::move(fit->seasonal);
            for (std::size_t i = 0; i < n; ++i) parts.adjusted[i] -= seasonal[i];
            parts.trend = std::move(fit->trend);
        }
    }
    parts.remainder.resize(n);
    for (std::size_t i = 0; i < n; ++i) parts.remainder[i] = std::isnan(values[i]) ? kNaN : parts.adjusted[i] - parts.trend[i];
    return parts;
}

std::vector<double> seasonalStrength(const MstlParts& parts) {
    std::vector<double> strengths;
    if (parts.seasonals.empty()) return strengths;
    const double rest = variance(parts.remainder);
    for (const auto& seasonal : parts.seasonals) {
        std::vector<double> sum = parts.remainder;
        for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += seasonal[i];
        const double whole = variance(sum);
        strengths.push_back(whole > 0.0 ? std::clamp(1.0 - rest / whole, 0.0, 1.0) : 0.0);
    }
    return strengths;
}

std::vector<double> fillGaps(std::span<const double> values, const std::vector<int>& seasonsGiven) {
    const std::size_t n = values.size();
    std::vector<std::size_t> observed;
    for (std::size_t i = 0; i < n; ++i) {
        if (!std::isnan(values[i])) observed.push_back(i);
    }
    if (observed.empty() || observed.size() == n) return {values.begin(), values.end()};
    const std::vector<int> seasons = usable(seasonsGiven);
    const int longest = seasons.empty() ? 1 : seasons.back();
    if (longest <= 1 || observed.size() <= 2 * static_cast<std::size_t>(longest)) return interpolate(values, observed);

    std::vector<double> periods(seasons.begin(), seasons.end());
    std::vector<int> pairs;
    for (const int season : seasons) pairs.push_back(std::min(season / 2, seasons.size() > 1 ? 20 : 5));
    auto columns = polynomials(n, std::clamp(static_cast<int>(n / 10), 1, 6));
    for (const FourierTerm& term : fourierTerms(periods, pairs)) columns.push_back(fourierColumn(term, 1, static_cast<int>(n)));
    const LeastSquares rough = leastSquares(values, columns);
    std::vector<double> filled(values.begin(), values.end());
    for (std::size_t i = 0; i < n; ++i) {
        if (!std::isnan(values[i])) continue;
        filled[i] = 0.0;
        for (std::size_t c = 0; c < columns.size(); ++c) filled[i] += rough.coefficients[c] * columns[c][i];
    }
    MstlOptions robust;
    robust.robust = true;
    const MstlParts parts = mstl(filled, seasons, robust);
    const std::vector<double> adjusted = interpolate(parts.adjusted, observed);
    double low = values[observed.front()];
    double high = low;
    for (const std::size_t i : observed) {
        low = std::min(low, values[i]);
        high = std::max(high, values[i]);
    }
    const double margin = 0.5 * (high - low);
    for (std::size_t i = 0; i < n; ++i) {
        if (!std::isnan(values[i])) continue;
        filled[i] = adjusted[i];
        for (const auto& seasonal : parts.seasonals) filled[i] += seasonal[i];
        if (filled[i] > high + margin || filled[i] < low - margin) return interpolate(values, observed);
    }
    return filled;
}

}  // namespace mudeung::forecast
