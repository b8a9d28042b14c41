// SPDX-License-Identifier: GPL-3.0-or-later
// From stored integers to the numbers that people read.
#include "core/model/measure.h"

#include <cmath>
#include <limits>

namespace mudeung {

double Measure::toValue(std::int64_t stored) const {
    static constexpr double kPowers[] = {1.0, 10.0, 100.0, 1e3, 1e4, 1e5, 1e6};
    const double value = static_cast<double>(stored);
    if (decimals <= 0) return value;
    // Division by an exact power rounds once; multiplying by 0.1 would round twice.
    return value / (decimals < 7 ? kPowers[decimals] : std::pow(10.0, decimals));
}

int GroupScheme::indexOf(const QString& code) const {
    for (int i = 0; i < static_cast<int>(groups.size()); ++i)
        if (groups[i].code == code) return i;
    return -1;
}

}  // namespace mudeung
