// SPDX-License-Identifier: GPL-3.0-or-later
// Complex exponential smoothing (Svetunkov, Kourentzes & Ord 2022, Naval Research Logistics 69). Standard C++ only.
#pragma once

#include <optional>

#include "core/analysis/forecast/model.h"

namespace mudeung::forecast {

enum class CesSeason {
    None,     ///< y = l + e, level l and hidden component c
    Simple,   ///< the same with the states of one season ago: seasonal random walks with drift
    Partial,  ///< none, plus an additive season that is smoothed simply
    Full,     ///< none, plus a season with a hidden component of its own
};

struct CesParameters {
    double alpha0 = 1.3, alpha1 = 1.0;  ///< real and imaginary part; α1 = 1 is simple smoothing with α0 − 1
    double beta0 = 0.0, beta1 = 0.0;    ///< Partial: only β0
    double level = 0.0, hidden = 0.0;
    std::vector<double> season, hiddenSeason;  ///< season[j] meets the values j, j + m, …
};

class FittedCes : public FittedModel {
public:
    virtual CesSeason season() const = 0;
    virtual CesParameters parameters() const = 0;
};

/// l ← l − (1 − α1)·c + (α0 − α1)·e, c ← l + (1 − α0)·c + (α0 + α1)·e, alike for the seasons. Parameters and initial states by least
/// squares within the region where old errors die away; kind of season by AICc (−2 log L = n·log Σe², as in the exponential smoothing
/// here). Bounds: exact variance, normal. Gaps move the states on without an error. Seasons up to 24 steps; longer ones count as none.
class CesModel : public Model {
public:
    CesModel() = default;
    explicit CesModel(CesSeason only) : m_only(only) {}
    const char* id() const override { return "ces"; }
    std::unique_ptr<FittedModel> fit(const Series& series, std::string* why = nullptr) const override;
    std::unique_ptr<FittedModel> refit(const Series& series, const FittedModel& earlier, std::string* why = nullptr) const override;

private:
    std::optional<CesSeason> m_only;
};

/// Nothing estimated; for tests and for parameters from elsewhere. `series.season()` must be the length of `parameters.season` where used.
std::unique_ptr<FittedCes> cesWithParameters(const Series& series, CesSeason season, const CesParameters& parameters);

/// Do old errors die away (all roots of the moving-average side within the unit circle)?
bool cesIsStable(CesSeason season, const CesParameters& parameters, int length);

}  // namespace mudeung::forecast
