// SPDX-License-Identifier: GPL-3.0-or-later
// Fourier terms; see the header.
#include "core/analysis/forecast/fourier.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace mudeung::forecast {

std::vector<FourierTerm> fourierTerms(std::span<const double> periods, std::span<const int> pairs) {
    std::vector<FourierTerm> terms;
    std::vector<double> seen;
    for (std::size_t i = 0; i < periods.size(); ++i) {
        const int most = static_cast<int>(periods[i] / 2.0);
        const int count = i < pairs.size() ? std::min(pairs[i], most) : 0;
        for (int k = 1; k <= count; ++k) {
            const double frequency = k / periods[i];
            const bool known =
                std::any_of(seen.begin(), seen.end(), [frequency](double other) { return std::abs(other - frequency) < 1e-12; });
            if (known) continue;
            seen.push_back(frequency);
            if (std::abs(2.0 * frequency - std::round(2.0 * frequency)) > 1e-12) terms.push_back({frequency, true});
            terms.push_back({frequency, false});
        }
    }
    return terms;
}

std::vector<double> fourierColumn(const FourierTerm& term, int first, int count) {
    std::vector<double> column(static_cast<std::size_t>(std::max(0, count)));
    for (int i = 0; i < count; ++i) {
        // The whole turns are taken off first: the argument stays small for long series.
        const double turns = term.frequency * (static_cast<double>(first) + i);
        const double angle = 2.0 * std::numbers::pi * (turns - std::floor(turns));
        column[static_cast<std::size_t>(i)] = term.sine ? std::sin(angle) : std::cos(angle);
    }
    return column;
}

}  // namespace mudeung::forecast
