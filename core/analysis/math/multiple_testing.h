// SPDX-License-Identifier: GPL-3.0-or-later
// Many tests at once: p values adjusted so that among those below a limit the expected share of false ones stays below that limit.
// Standard C++ only.
#pragma once

#include <span>
#include <vector>

namespace mudeung {

enum class Correction {
    None,               ///< each test for itself
    BenjaminiHochberg,  ///< false discovery rate, tests independent or positively dependent (Benjamini & Hochberg 1995)
    BenjaminiYekutieli  ///< the same under any dependence, stricter by Σ 1/i ≈ ln n + 0.58 (Benjamini & Yekutieli 2001)
};

/// Adjusted p values in the order of the input, computed as R's `p.adjust` does: with p₍₁₎ ≤ … ≤ p₍ₙ₎, the smallest over j ≥ i of
/// min(1, c · n / j · p₍ⱼ₎), c = 1 (BH) or Σ 1/i (BY). NaN = no test: stays NaN and is not counted in n. p within [0, 1].
/// "adjusted ≤ α" marks exactly the tests that the step-up procedure rejects at the level α. O(n log n).
std::vector<double> adjustedP(std::span<const double> p, Correction correction);

}  // namespace mudeung
