// SPDX-License-Identifier: GPL-3.0-or-later
// Exponential smoothing as innovations state-space models (Hyndman, Koehler, Ord & Snyder 2008): all forms, chosen by AICc.
// Standard C++ only.
#pragma once

#include <optional>

#include "core/analysis/forecast/model.h"

namespace mudeung::forecast {

/// Error A or M; trend N, A or M, the last two damped or not; season N, A or M. Not offered: forms whose variance is infinite or whose
/// recursion is unstable, that is additive errors with anything multiplicative, and multiplicative trends with additive seasons (R's
/// `restrict = TRUE`). 19 forms are left.
struct EtsForm {
    char error = 'A';
    char trend = 'N';
    bool damped = false;
    char season = 'N';
    bool operator==(const EtsForm&) const = default;
    /// "ETS(A,Ad,M)"
    std::string name() const;
    /// Of "ANN", "AAdA", "MMdM" … ; empty when there is no such form here.
    static std::optional<EtsForm> parse(const std::string& text);
};

/// Which trends the choice among the forms may take. Multiplicative ones explode now and then, as R says, which leaves them out by default.
enum class EtsTrends { Additive, All };

/// Smoothing parameters and the states before the first value. β and γ as in R: slope += β·e, season += γ·e.
struct EtsParameters {
    double alpha = 0.1;
    double beta = 0.0;   ///< 0 without trend
    double gamma = 0.0;  ///< 0 without season
    double phi = 1.0;    ///< 1 when not damped
    double level = 0.0;
    double slope = 0.0;          ///< per step; of a multiplicative trend the growth, 1.02 = 2 % a step
    std::vector<double> season;  ///< season[j] meets the values j, j + m, …; their sum is 0 (additive) or m (multiplicative)
};

class FittedEts : public FittedModel {
public:
    virtual EtsForm form() const = 0;
    virtual EtsParameters parameters() const = 0;
};

/// Maximum likelihood within the usual and the admissible bounds of R's `ets` (α, β, γ ≥ 1e-4, α ≤ 0.9999, β ≤ α, γ ≤ 1 − α, 0.8 ≤ φ ≤
/// 0.98, forecastability), all initial states estimated; form of least AICc. Gaps move the states on without an error. Refuses seasons
/// above 24 steps and series that are too short for their simplest form. Bounds of forecasts with a multiplicative trend are quantiles of
/// simulated paths, the same ones every time.
class EtsModel : public Model {
public:
    EtsModel() = default;
    /// The form of least AICc among those with such trends.
    explicit EtsModel(EtsTrends trends) : m_trends(trends) {}
    /// Only this form.
    explicit EtsModel(EtsForm form) : m_form(form) {}
    /// "ets"; "ets_all" with multiplicative trends among the forms.
    const char* id() const override { return m_trends == EtsTrends::All ? "ets_all" : "ets"; }
    std::unique_ptr<FittedModel> fit(const Series& series, std::string* why = nullptr) const override;
    /// Keeps the form of `earlier` (an ETS) and starts its search there.
    std::unique_ptr<FittedModel> refit(const Series& series, const FittedModel& earlier, std::string* why = nullptr) const override;

private:
    std::optional<EtsForm> m_form;
    EtsTrends m_trends = EtsTrends::Additive;
};

/// The model with given parameters, nothing estimated; σ² = Σe² / (n − parameters), as in R. Empty when the values do not suit the form.
std::unique_ptr<FittedEts> etsWithParameters(const Series& series, const EtsForm& form, const EtsParameters& parameters,
                                             std::string* why = nullptr);

}  // namespace mudeung::forecast
