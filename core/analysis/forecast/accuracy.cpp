// SPDX-License-Identifier: GPL-3.0-or-later
// Scaled errors, quantile and interval scores, and their sums by step.
#include "core/analysis/forecast/accuracy.h"

#include <cmath>
#include <limits>
#include <utility>

namespace mudeung::forecast {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

template <typename Term>
double meanOfSeasonalDifferences(std::span<const double> history, int season, const Term& term) {
    const std::size_t lag = season < 1 ? 1 : static_cast<std::size_t>(season);
    double sum = 0.0;
    int pairs = 0;
    for (std::size_t t = lag; t < history.size(); ++t) {
        const double difference = history[t] - history[t - lag];
        if (std::isnan(difference)) continue;
        sum += term(difference);
        ++pairs;
    }
    return pairs > 0 && sum > 0.0 ? sum / pairs : kNone;
}

}  // namespace

double naiveScale(std::span<const double> history, int season) {
    return meanOfSeasonalDifferences(history, season, [](double d) { return std::abs(d); });
}

double naiveSquareScale(std::span<const double> history, int season) {
    return meanOfSeasonalDifferences(history, season, [](double d) { return d * d; });
}

double pinballLoss(double actual, double quantile, double probability) {
    return actual >= quantile ? (actual - quantile) * probability : (quantile - actual) * (1.0 - probability);
}

double intervalScore(double actual, double lower, double upper, double level) {
    const double alpha = 1.0 - level / 100.0;
    double score = upper - lower;
    if (actual < lower) score += 2.0 / alpha * (lower - actual);
    if (actual > upper) score += 2.0 / alpha * (actual - upper);
    return score;
}

double weightedIntervalScore(double actual, double median, std::span<const double> levels, std::span<const double> lower,
                             std::span<const double> upper) {
    double sum = 0.5 * std::abs(actual - median);
    for (std::size_t k = 0; k < levels.size(); ++k)
        sum += (1.0 - levels[k] / 100.0) / 2.0 * intervalScore(actual, lower[k], upper[k], levels[k]);
    return sum / (static_cast<double>(levels.size()) + 0.5);
}

double symmetricPercentError(double actual, double forecast) {
    const double size = std::abs(actual) + std::abs(forecast);
    return size > 0.0 ? 200.0 * std::abs(actual - forecast) / size : 0.0;
}

double overallWeightedAverage(double smape, double mase, double smapeNaive2, double maseNaive2) {
    return 0.5 * (smape / smapeNaive2 + mase / maseNaive2);
}

AccuracyTable::AccuracyTable(int horizon, std::vector<double> levels, double scale, double squareScale)
    : m_levels(std::move(levels)), m_scale(scale), m_squareScale(squareScale), m_steps(static_cast<std::size_t>(horizon)) {
    for (Sums& sums : m_steps) {
        sums.inside.assign(m_levels.size(), 0.0);
        sums.width.assign(m_levels.size(), 0.0);
    }
}

void AccuracyTable::add(int step, double actual, double mean, std::span<const double> lower, std::span<const double> upper) {
    if (std::isnan(actual) || std::isnan(mean)) return;
    Sums& sums = m_steps[static_cast<std::size_t>(step - 1)];
    const double error = actual - mean;
    ++sums.count;
    sums.absolute += std::abs(error);
    sums.square += error * error;
    sums.difference -= error;
    sums.symmetric += symmetricPercentError(actual, mean);
    if (m_levels.empty() || lower.size() != m_levels.size() || upper.size() != m_levels.size()) return;
    for (std::size_t k = 0; k < m_levels.size(); ++k)
        if (std::isnan(lower[k]) || std::isnan(upper[k])) return;
    ++sums.bounded;
    sums.wis += weightedIntervalScore(actual, mean, m_levels, lower, upper);
    double pinball = 0.0;
    for (std::size_t k = 0; k < m_levels.size(); ++k) {
        const double tail = (1.0 - m_levels[k] / 100.0) / 2.0;
        pinball += pinballLoss(actual, lower[k], tail) + pinballLoss(actual, upper[k], 1.0 - tail);
        sums.inside[k] += actual >= lower[k] && actual <= upper[k] ? 1.0 : 0.0;
        sums.width[k] += upper[k] - lower[k];
    }
    sums.pinball += pinball / (2.0 * static_cast<double>(m_levels.size()));
}

Score AccuracyTable::score(const Sums& sums, int step) const {
    Score score;
    score.step = step;
    score.count = sums.count;
    const double n = sums.count > 0 ? sums.count : kNone;
    const double bounded = sums.bounded > 0 ? sums.bounded : kNone;
    score.mae = sums.absolute / n;
    score.rmse = std::sqrt(sums.square / n);
    score.bias = sums.difference / n;
    score.mase = score.mae / m_scale;
    score.rmsse = score.rmse / std::sqrt(m_squareScale);
    score.smape = sums.symmetric / n;
    score.pinball = m_levels.empty() ? kNone : sums.pinball / bounded;
    score.wis = m_levels.empty() ? score.mae : sums.wis / bounded;
    for (std::size_t k = 0; k < m_levels.size(); ++k) {
        score.coverage.push_back(sums.inside[k] / bounded);
        score.width.push_back(sums.width[k] / bounded);
    }
    return score;
}

Score AccuracyTable::at(int step) const {
    return score(m_steps[static_cast<std::size_t>(step - 1)], step);
}

Score AccuracyTable::overall() const {
    Sums all;
    all.inside.assign(m_levels.size(), 0.0);
    all.width.assign(m_levels.size(), 0.0);
    for (const Sums& s : m_steps) {
        all.count += s.count;
        all.bounded += s.bounded;
        all.absolute += s.absolute;
        all.square += s.square;
        all.difference += s.difference;
        all.symmetric += s.symmetric;
        all.pinball += s.pinball;
        all.wis += s.wis;
        for (std::size_t k = 0; k < m_levels.size(); ++k) {
            all.inside[k] += s.inside[k];
            all.width[k] += s.width[k];
        }
    }
    return score(all, 0);
}

}  // namespace mudeung::forecast
