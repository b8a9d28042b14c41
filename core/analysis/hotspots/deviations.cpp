// SPDX-License-Identifier: GPL-3.0-or-later
// Two passes: the mean that a double can hold may be off by more than the deviations have digits.
#include "core/analysis/hotspots/deviations.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace mudeung {

Deviations deviationsOf(std::span<const double> x) {
    Deviations d;
    if (x.empty()) return d;
    const auto n = static_cast<double>(x.size());
    double largest = 0.0;
    for (double v : x) d.mean += v, largest = std::max(largest, std::abs(v));
    d.mean /= n;
    double rest = 0.0;
    for (double v : x) rest += v - d.mean;
    rest /= n;
    d.z.reserve(x.size());
    double widest = 0.0;
    for (double v : x) {
        d.z.push_back(v - d.mean - rest);
        widest = std::max(widest, std::abs(d.z.back()));
    }
    if (widest <= 4.0 * std::numeric_limits<double>::epsilon() * largest) std::fill(d.z.begin(), d.z.end(), 0.0);
    for (double z : d.z) d.square += z * z, d.fourth += z * z * z * z;
    return d;
}

}  // namespace mudeung
