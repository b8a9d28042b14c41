// SPDX-License-Identifier: GPL-3.0-or-later
// The segmentation of a series that is optimal for a penalised least-squares cost. Standard C++ only.
#pragma once

#include <span>
#include <vector>

namespace mudeung {

/// Σ values and Σ weights up to each index (n + 1 of them, the first zero): what costs are computed from.
struct SegmentSums {
    std::vector<double> values;
    std::vector<double> weights;
    SegmentSums() = default;
    SegmentSums(std::span<const double> value, std::span<const double> weight);
    int length() const { return static_cast<int>(values.size()) - 1; }
    /// Σ values / Σ weights over [from, to).
    double level(int from, int to) const;
    double weight(int from, int to) const;
    /// −(Σ values)² / Σ weights over [from, to): Σ w (v/w − level)² less its part that no segmentation changes.
    double cost(int from, int to) const;
};

struct PeltOptions {
    double variance = 1.0;  ///< of a value of weight 1 (of weight w: w · variance), > 0
    double penalty = 0.0;   ///< per change point, in units of cost / variance; ≥ 0
    int minSegment = 1;     ///< values in a segment, ≥ 1
};

/// PELT (Killick, Fearnhead & Eckley 2012, *JASA* 107, 1590–1598): the change points τ that minimise Σ cost(segment) / variance + penalty ·
/// |τ|, exactly. A candidate s is dropped only when the time t at which it was beaten lies at least minSegment back, so that short segments
/// do not lose the optimum. With values yₖ of weight wₖ (counts and their exposures) the level of a segment is Σy/Σw. Returns the first
/// indices of new segments, ascending. Ties keep the earlier. O(n) to O(n²).
std::vector<int> pelt(const SegmentSums& sums, const PeltOptions& options);

/// 3 ln n, the penalty per change of the modified BIC (Zhang & Siegmund 2007) without its terms for uneven segments, which would lower it.
double modifiedBicPenalty(int n);

}  // namespace mudeung
