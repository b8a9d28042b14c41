// SPDX-License-Identifier: GPL-3.0-or-later
// Any model, shielded from single odd values, and from the days that a calendar knows: holidays and closed days must not move the level,
// and those to come are forecast all the same. Standard C++ only.
#pragma once

#include "core/analysis/forecast/model.h"

namespace mudeung::forecast {

/// Fit: values whose remainder after a robust decomposition by seasons (MSTL) lies more than 3 interquartile ranges outside the quartiles
/// (as `forecast::tsoutliers` 8.20) count as missing and are filled in. Roll-forward: a value more than 5 robust standard deviations from
/// what was expected one step before counts as missing as well, but not more than one season of them in a row: then the level has changed,
/// and the values are believed. Refuses series without season or with fewer than 5 cycles.
///
/// Regressors that are other than 0 on at most a tenth of the steps (holidays, events) are taken off before: the remainder of the
/// decomposition is regressed on them, in proportion to trend and seasons where these are above 0 throughout, and each coefficient b with
/// standard error s is multiplied by max(0, 1 − s² ÷ b²) (as the positive part of James & Stein 1961). What they add is put back on every
/// forecast. The inner model sees the series without them, and the other regressors.
class RobustModel : public Model {
public:
    /// `inner` must outlive it.
    RobustModel(const Model* inner, const char* id) : m_inner(inner), m_id(id) {}
    const char* id() const override { return m_id; }
    bool usesRegressors() const override { return true; }
    std::unique_ptr<FittedModel> fit(const Series& series, std::string* why = nullptr) const override;
    std::unique_ptr<FittedModel> refit(const Series& series, const FittedModel& earlier, std::string* why = nullptr) const override;

private:
    const Model* m_inner;
    const char* m_id;
};

/// The series with its odd values (and gaps) filled in; `count` of them. As it is when it has no season.
std::vector<double> withoutOddValues(const Series& series, int* count = nullptr);

}  // namespace mudeung::forecast
