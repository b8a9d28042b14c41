// SPDX-License-Identifier: GPL-3.0-or-later
// Quantiles of back-test errors per step, and their coverage with the own window left out.
#include "core/analysis/forecast/conformal.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace mudeung::forecast {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
/// A model that was nearly exact in an early window says nothing about a later, wider one.
constexpr double kMostStretch = 4.0;
/// (n+1)·level/100 that is whole may come out a hair above it.
constexpr double kHair = 1e-9;

/// NaN when it cannot be said: nothing observed or the model's half-width is 0 while there is an error.
double scoreOf(const Prediction& p, std::size_t level, std::size_t h, double actual, bool scaled) {
    const double error = actual - p.mean[h];
    if (!scaled || std::isnan(error)) return std::abs(error);
    const double half = error >= 0.0 ? p.upper[level][h] - p.mean[h] : p.mean[h] - p.lower[level][h];
    if (half > 0.0) return std::abs(error) / half;
    return error == 0.0 ? 0.0 : kNone;
}

struct Pool {
    std::size_t from;
    std::size_t to;  ///< last one, included
};

Pool poolOf(std::size_t h, std::size_t horizon, int pooled) {
    if (pooled < 0) return {0, horizon - 1};
    const auto reach = static_cast<std::size_t>(pooled);
    return {h > reach ? h - reach : 0, std::min(horizon - 1, h + reach)};
}

}  // namespace

std::optional<double> conformalQuantile(std::vector<double> scores, double level) {
    std::erase_if(scores, [](double s) { return std::isnan(s); });
    const double rank = std::ceil((static_cast<double>(scores.size()) + 1.0) * level / 100.0 - kHair);
    if (rank > static_cast<double>(scores.size()) || rank < 1.0) return std::nullopt;
    const auto at = scores.begin() + static_cast<std::ptrdiff_t>(rank) - 1;
    std::nth_element(scores.begin(), at, scores.end());
    return *at;
}

int leastScores(double level) {
    return static_cast<int>(std::ceil(level / (100.0 - level) - kHair));
}

bool Calibration::enough(std::size_t level) const {
    return std::none_of(reach[level].begin(), reach[level].end(), [](double r) { return std::isnan(r); });
}

Calibration calibrate(std::span<const Prediction> windows, std::span<const std::vector<double>> actual, std::span<const double> levels,
                      const ConformalOptions& options) {
    Calibration c;
    c.levels.assign(levels.begin(), levels.end());
    c.scaled = options.scaled;
    const std::size_t horizon = windows.empty() ? 0 : windows.front().mean.size();
    c.reach.assign(levels.size(), std::vector<double>(horizon, kNone));
    c.scores.assign(horizon, 0);
    c.coverage.assign(levels.size(), kNone);
    std::vector<double> pool;
    std::vector<std::vector<double>> score(windows.size(), std::vector<double>(horizon));
    for (std::size_t k = 0; k < levels.size(); ++k) {
        for (std::size_t w = 0; w < windows.size(); ++w)
            for (std::size_t h = 0; h < horizon; ++h) score[w][h] = scoreOf(windows[w], k, h, actual[w][h], options.scaled);
        // `without` = no window: all of them.
        const auto reachAt = [&](std::size_t h, std::size_t without) {
            const Pool p = poolOf(h, horizon, options.pooled);
            pool.clear();
            for (std::size_t w = 0; w < windows.size(); ++w) {
                if (w == without) continue;
                for (std::size_t i = p.from; i <= p.to; ++i)
                    if (!std::isnan(score[w][i])) pool.push_back(score[w][i]);
            }
            auto reach = conformalQuantile(pool, levels[k]);
            if (reach && options.scaled && options.careful) reach = *reach < 1.0 ? std::sqrt(*reach) : std::min(*reach, kMostStretch);
            return reach;
        };
        int inside = 0;
        int counted = 0;
        for (std::size_t h = 0; h < horizon; ++h) {
            if (h == 0 || options.pooled >= 0) {
                c.reach[k][h] = reachAt(h, windows.size()).value_or(kNone);
                c.scores[h] = static_cast<int>(pool.size());
            } else {
                c.reach[k][h] = c.reach[k][0];
                c.scores[h] = c.scores[0];
            }
        }
        for (std::size_t w = 0; w < windows.size(); ++w) {
            std::optional<double> other;
            for (std::size_t h = 0; h < horizon; ++h) {
                if (h == 0 || options.pooled >= 0) other = reachAt(h, w);
                if (!other || std::isnan(score[w][h])) continue;
                ++counted;
                inside += score[w][h] <= *other ? 1 : 0;
            }
        }
        if (counted > 0) c.coverage[k] = static_cast<double>(inside) / counted;
    }
    return c;
}

Prediction calibrated(const Prediction& prediction, const Calibration& calibration) {
    Prediction p = prediction;
    const std::size_t horizon = std::min(p.mean.size(), calibration.scores.size());
    p.lower.resize(calibration.levels.size(), std::vector<double>(p.mean.size(), kNone));
    p.upper.resize(calibration.levels.size(), std::vector<double>(p.mean.size(), kNone));
    for (std::size_t k = 0; k < calibration.levels.size(); ++k) {
        for (std::size_t h = 0; h < horizon; ++h) {
            const double reach = calibration.reach[k][h];
            if (std::isnan(reach)) continue;
            const double below = calibration.scaled ? reach * (p.mean[h] - prediction.lower[k][h]) : reach;
            const double above = calibration.scaled ? reach * (prediction.upper[k][h] - p.mean[h]) : reach;
            p.lower[k][h] = p.mean[h] - below;
            p.upper[k][h] = p.mean[h] + above;
        }
    }
    // Few errors can stretch one level and not the next.
    std::vector<std::size_t> order(calibration.levels.size());
    for (std::size_t k = 0; k < order.size(); ++k) order[k] = k;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return calibration.levels[a] < calibration.levels[b]; });
    for (std::size_t i = 1; i < order.size(); ++i) {
        for (std::size_t h = 0; h < p.mean.size(); ++h) {
            p.lower[order[i]][h] = std::fmin(p.lower[order[i]][h], p.lower[order[i - 1]][h]);
            p.upper[order[i]][h] = std::fmax(p.upper[order[i]][h], p.upper[order[i - 1]][h]);
        }
    }
    return p;
}

}  // namespace mudeung::forecast
