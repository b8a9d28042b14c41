// SPDX-License-Identifier: GPL-3.0-or-later
// Does a short series rise or fall? Mann-Kendall's test. Standard C++ only.
#pragma once

#include <cstdint>
#include <span>

namespace mudeung {

struct MannKendall {
    int values = 0;         ///< that were there
    std::int64_t s = 0;     ///< pairs that rise − pairs that fall
    double tau = 0.0;       ///< s ÷ pairs (τ_a); NaN with fewer than two values
    double variance = 0.0;  ///< of s without a trend, corrected for ties
    double z = 0.0;         ///< (s ∓ 1) / √variance, 0 when s is 0; NaN when there is no variance
    double p = 0.0;         ///< two-sided, by the normal distribution; NaN likewise
};

/// Mann (1945), Kendall (1975): variance [n(n−1)(2n+5) − Σ t(t−1)(2t+5)] / 18 over groups of t equal values, continuity correction.
/// Missing values (NaN) are left out. O(n²). R: cor.test(seq_along(x), x, method = "kendall", exact = FALSE, continuity = TRUE).
/// Below ten values the normal distribution is rough; below four no p reaches 0.05.
MannKendall mannKendall(std::span<const double> x);

}  // namespace mudeung
