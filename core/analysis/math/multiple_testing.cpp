// SPDX-License-Identifier: GPL-3.0-or-later
// Step-up procedures of Benjamini and others, in the order of operations of R's p.adjust, so that the values agree to the last bit.
#include "core/analysis/math/multiple_testing.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace mudeung {

std::vector<double> adjustedP(std::span<const double> p, Correction correction) {
    std::vector<double> adjusted(p.begin(), p.end());
    if (correction == Correction::None) return adjusted;

    std::vector<std::size_t> order;
    order.reserve(p.size());
    for (std::size_t i = 0; i < p.size(); ++i)
        if (!std::isnan(p[i])) order.push_back(i);
    if (order.size() < 2) return adjusted;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return p[a] < p[b]; });

    const auto n = static_cast<double>(order.size());
    double factor = n;
    if (correction == Correction::BenjaminiYekutieli) {
        long double harmonic = 0.0L;
        for (std::size_t i = 1; i <= order.size(); ++i) harmonic += 1.0 / static_cast<double>(i);
        factor = static_cast<double>(harmonic) * n;
    }
    double least = 1.0;
    for (std::size_t rank = order.size(); rank-- > 0;) {
        const std::size_t i = order[rank];
        least = std::min(least, factor / static_cast<double>(rank + 1) * p[i]);
        adjusted[i] = least;
    }
    return adjusted;
}

}  // namespace mudeung
