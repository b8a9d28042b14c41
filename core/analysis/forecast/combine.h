// SPDX-License-Identifier: GPL-3.0-or-later
// Several models as one: mean, median or weighted by what the back-test showed (Bates & Granger 1969).
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/analysis/forecast/model.h"

namespace mudeung::forecast {

enum class Combination { Mean, Median, Weighted };

/// Step by step; each bound is combined like the mean (average of quantiles, Lichtendahl et al. 2013). All predictions have the same
/// horizon and levels; `weights` (as many as predictions, sum 1) only for Weighted. A member whose value is NaN is left out of that step.
Prediction combine(std::span<const Prediction* const> members, Combination how, std::span<const double> weights = {});
/// ∝ error^−power, sum 1. An error below a thousandth of the mean of all counts as that; NaN weighs nothing.
std::vector<double> inverseErrorWeights(std::span<const double> errors, double power = 1.0);

/// Fits every member; those that do not suit the series are left out, and at least one must remain. Members must outlive the model.
/// The median of ETS, complex exponential smoothing, ARIMA and the dynamic optimised theta model is "SCUM" (Petropoulos & Svetunkov 2020).
class CombinedModel final : public Model {
public:
    CombinedModel(std::string id, std::vector<const Model*> members, Combination how, std::vector<double> weights = {});
    const char* id() const override { return m_id.c_str(); }
    bool usesRegressors() const override;
    std::unique_ptr<FittedModel> fit(const Series& series, std::string* why = nullptr) const override;

private:
    std::string m_id;
    std::vector<const Model*> m_members;
    Combination m_how;
    std::vector<double> m_weights;
};

/// Models that were fitted already, as one. `weights` as in `combine`.
std::unique_ptr<FittedModel> combineFitted(std::vector<std::unique_ptr<FittedModel>> members, Combination how,
                                           std::vector<double> weights = {});

}  // namespace mudeung::forecast
