// SPDX-License-Identifier: GPL-3.0-or-later
// The Theta method and its optimised forms. Standard C++ only.
#pragma once

#include "core/analysis/forecast/model.h"

namespace mudeung::forecast {

enum class ThetaKind {
    Standard,   ///< Assimakopoulos & Nikolopoulos (2000) as simple smoothing with half the slope (Hyndman & Billah 2003): R's `thetaf`
    Optimised,  ///< OTM of Fiorucci et al. (2016): θ, α and the first level by least squares
    DynamicOptimised,  ///< DOTM of the same paper: the straight line is fitted anew at every step
};

/// Seasonal series (test at 90 %) are divided by the figure of a classical decomposition first and multiplied afterwards; the optimised
/// forms subtract it where values are not all above 0. No gaps; wants five values.
///
/// Optimised forms: one-step mean μ_t = ℓ_{t−1} + w·[(1 − α)^{t−1}·A + (1 − (1 − α)^t)/α·B], w = 1 − 1/θ ∈ [0, 1), ℓ_t = ℓ_{t−1} + α(y_t −
/// ℓ_{t−1}), α ∈ [0.01, 0.99]; A and B: intercept and slope of the line through all values (OTM) or those up to t − 1 (DOTM). ℓ_0 and w are
/// linear in the errors, so that only α is searched: the minimum found is the least one. Bounds: exact variance of the recursion, normal.
class ThetaModel : public Model {
public:
    explicit ThetaModel(ThetaKind kind = ThetaKind::Standard) : m_kind(kind) {}
    const char* id() const override;
    std::unique_ptr<FittedModel> fit(const Series& series, std::string* why = nullptr) const override;

private:
    ThetaKind m_kind;
};

/// What was estimated; for tests and reports.
class FittedTheta : public FittedModel {
public:
    struct Parameters {
        double alpha = 0.0;
        double theta = 2.0;
        double level = 0.0;  ///< ℓ_0
        double slope = 0.0;  ///< B of the line through all values
        double intercept = 0.0;
        bool seasonal = false;
    };
    virtual Parameters parameters() const = 0;
};

}  // namespace mudeung::forecast
