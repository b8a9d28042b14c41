// SPDX-License-Identifier: GPL-3.0-or-later
// Intermittent series, where most steps are 0: Croston's method, its corrected form and its form per step. Standard C++ only.
#pragma once

#include <optional>

#include "core/analysis/forecast/model.h"

namespace mudeung::forecast {

enum class CrostonKind {
    Croston,  ///< Croston (1972): smoothed size of demands ÷ smoothed interval between them
    Sba,      ///< Syntetos & Boylan (2005): that times 1 − α/2 (α of the interval), which takes away most of its upward bias
    Tsb,      ///< Teunter, Syntetos & Babai (2011): size times probability, which falls at every step without demand
};

/// One level for the whole horizon. Smoothing parameters of size and interval (probability) by the least mean squared rate (Kourentzes
/// 2014: forecast against the running mean of the series), within [0.01, 1], from mean size and mean interval; or given and the same for
/// both, then starting with the first demand and interval as R's `croston`. Bounds: normal, variance of the one-step errors times 1 + (h −
/// 1)·α² — a rough guide, demand is not normal. Refuses negative values and fewer than two demands; gaps are passed over.
class CrostonModel : public Model {
public:
    explicit CrostonModel(CrostonKind kind = CrostonKind::Sba, std::optional<double> alpha = {}) : m_kind(kind), m_alpha(alpha) {}
    const char* id() const override;
    std::unique_ptr<FittedModel> fit(const Series& series, std::string* why = nullptr) const override;

private:
    CrostonKind m_kind;
    std::optional<double> m_alpha;
};

}  // namespace mudeung::forecast
