// SPDX-License-Identifier: GPL-3.0-or-later
// The lowest mean loss, held against the preferred candidate window by window.
#include "core/analysis/forecast/choice.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace mudeung::forecast {

double meanLoss(std::span<const double> losses) {
    double sum = 0.0;
    int count = 0;
    for (const double loss : losses) {
        if (std::isnan(loss)) continue;
        sum += loss;
        ++count;
    }
    return count > 0 ? sum / count : std::numeric_limits<double>::quiet_NaN();
}

int choose(std::span<const std::vector<double>> losses, int preferred, const ChoiceRule& rule) {
    int best = -1;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t c = 0; c < losses.size(); ++c) {
        const double mean = meanLoss(losses[c]);
        if (!std::isnan(mean) && mean < least) {
            least = mean;
            best = static_cast<int>(c);
        }
    }
    if (preferred < 0 || losses[static_cast<std::size_t>(preferred)].empty()) return best;
    if (best < 0 || best == preferred) return preferred;
    const std::vector<double>& ours = losses[static_cast<std::size_t>(preferred)];
    const std::vector<double>& theirs = losses[static_cast<std::size_t>(best)];
    std::vector<double> gains;
    double base = 0.0;
    for (std::size_t w = 0; w < ours.size() && w < theirs.size(); ++w) {
        if (std::isnan(ours[w]) || std::isnan(theirs[w])) continue;
        gains.push_back(ours[w] - theirs[w]);
        base += ours[w];
    }
    const double n = static_cast<double>(gains.size());
    if (gains.size() < 2 || gains.size() < static_cast<std::size_t>(rule.leastWindows)) return preferred;
    const double mean = meanLoss(gains);
    double square = 0.0;
    for (const double g : gains) square += (g - mean) * (g - mean);
    const double error = std::sqrt(square / (n - 1.0) / n * std::max(1.0, rule.overlap));
    return mean > rule.leastGain * base / n && mean > rule.standardErrors * error ? best : preferred;
}

}  // namespace mudeung::forecast
