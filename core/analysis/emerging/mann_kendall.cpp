// SPDX-License-Identifier: GPL-3.0-or-later
// Counting of pairs; series of months are short.
#include "core/analysis/emerging/mann_kendall.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "core/analysis/hotspots/local_statistics.h"

namespace mudeung {

MannKendall mannKendall(std::span<const double> x) {
    std::vector<double> values;
    for (double v : x)
        if (!std::isnan(v)) values.push_back(v);
    MannKendall m;
    m.values = static_cast<int>(values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        for (std::size_t j = i + 1; j < values.size(); ++j) m.s += (values[j] > values[i]) - (values[j] < values[i]);
    const auto n = static_cast<double>(values.size());
    m.tau = m.z = m.p = std::numeric_limits<double>::quiet_NaN();
    if (values.size() < 2) return m;
    m.tau = static_cast<double>(m.s) / (n * (n - 1.0) / 2.0);
    std::sort(values.begin(), values.end());
    double ties = 0.0;
    for (auto from = values.begin(); from != values.end();) {
        const auto to = std::upper_bound(from, values.end(), *from);
        const auto t = static_cast<double>(to - from);
        ties += t * (t - 1.0) * (2.0 * t + 5.0);
        from = to;
    }
    m.variance = (n * (n - 1.0) * (2.0 * n + 5.0) - ties) / 18.0;
    if (!(m.variance > 0.0)) return m;
    const auto s = static_cast<double>(m.s);
    m.z = (s - (s > 0.0 ? 1.0 : s < 0.0 ? -1.0 : 0.0)) / std::sqrt(m.variance);
    m.p = normalP(m.z, Alternative::TwoSided);
    return m;
}

}  // namespace mudeung
