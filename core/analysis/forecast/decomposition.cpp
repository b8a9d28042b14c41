// SPDX-License-Identifier: GPL-3.0-or-later
// Moving average, means per place, autocorrelations.
#include "core/analysis/forecast/decomposition.h"

#include <algorithm>
#include <cmath>

namespace mudeung::forecast {

std::vector<double> seasonalFigure(const std::vector<double>& values, int season, bool multiplicative) {
    const int n = static_cast<int>(values.size()), m = season, half = m / 2;
    std::vector<double> figure(m, 0.0);
    std::vector<int> counts(m, 0);
    for (int t = half; t + half < n; ++t) {
        double sum = 0.0;
        for (int i = -half; i <= half; ++i) sum += values[t + i];
        if (m % 2 == 0) sum -= 0.5 * (values[t - half] + values[t + half]);
        const double trend = sum / m;
        figure[t % m] += multiplicative ? values[t] / trend : values[t] - trend;
        ++counts[t % m];
    }
    double mean = 0.0;
    for (int j = 0; j < m; ++j) {
        figure[j] /= counts[j];
        mean += figure[j] / m;
    }
    for (double& f : figure) f = multiplicative ? f / mean : f - mean;
    return figure;
}

bool hasSeason(const std::vector<double>& values, int season) {
    const int n = static_cast<int>(values.size());
    if (season < 2 || n <= 2 * season) return false;
    double mean = 0.0, variance = 0.0;
    for (const double v : values) mean += v / n;
    for (const double v : values) variance += (v - mean) * (v - mean);
    if (!(variance > 0) || std::all_of(values.begin(), values.end(), [&](double v) { return v == values[0]; })) return false;
    double squares = 0.0, atSeason = 0.0;
    for (int lag = 1; lag <= season; ++lag) {
        double product = 0.0;
        for (int t = lag; t < n; ++t) product += (values[t] - mean) * (values[t - lag] - mean);
        const double r = product / variance;
        if (lag < season)
            squares += r * r;
        else
            atSeason = r;
    }
    return std::abs(atSeason) / std::sqrt((1 + 2 * squares) / n) > 1.6448536269514722;
}

}  // namespace mudeung::forecast
