// SPDX-License-Identifier: GPL-3.0-or-later
// Exponential smoothing as innovations state-space models (Hyndman, Koehler, Ord & Snyder 2008): all forms, chosen by AICc.
// Standard C++ only.
#pragma once

#include <optional>

#include "core/analysis/forecast/model.h"

namespace mudeung::forecast {

/// Error A or M; trend N or A, damped or not; season N, A or M. Multiplicative trends are not offered (R leaves them out by default: their
/// forecasts explode), nor additive errors with multiplicative seasons (their variance is infinite; R's `restrict = TRUE`).
struct EtsForm {
    char error = 'A';
    char trend = 'N';
    bool damped = false;
    char season = 'N';
    bool operator==(const EtsForm&) const = default;
    /// "ETS(A,Ad,M)"
    std::string name() const;
    /// Of "ANN", "AAdA" … ; empty when there is no such form here.
    static std::optional<EtsForm> parse(const std::string& text);
};

/// Smoothing parameters and the states before the first value. β and γ as in R: slope += β·e, season += γ·e.
struct EtsParameters {
    double alpha = 0.1;
    double beta = 0.0;   ///< 0 without trend
    double gamma = 0.0;  ///< 0 without season
    double phi = 1.0;    ///< 1 when not damped
    double level = 0.0;
    double slope = 0.0;
    std::vector<double> season;  ///< season[j] meets the values j, j + m, …; their sum is 0 (additive) or m (multiplicative)
};

class FittedEts : public FittedModel {
public:
    virtual EtsForm form() const = 0;
    virtual EtsParameters parameters() const = 0;
};

/// Maximum likelihood within the usual and the admissible bounds of R's `ets` (α, β, γ ≥ 1e-4, α ≤ 0.9999, β ≤ α, γ ≤ 1 − α, 0.8 ≤ φ ≤
/// 0.98, forecastability), all initial states estimated; form of least AICc. Gaps move the states on without an error. Refuses seasons
/// above 24 steps and series that are too short for their simplest form.
class EtsModel : public Model {
public:
    EtsModel() = default;
    /// Only this form.
    explicit EtsModel(EtsForm form) : m_form(form) {}
    const char* id() const override { return "ets"; }
    std::unique_ptr<FittedModel> fit(const Series& series, std::string* why = nullptr) const override;
    /// Keeps the form of `earlier` (an ETS) and starts its search there.
    std::unique_ptr<FittedModel> refit(const Series& series, const FittedModel& earlier, std::string* why = nullptr) const override;

private:
    std::optional<EtsForm> m_form;
};

/// The model with given parameters, nothing estimated; σ² = Σe² / (n − parameters), as in R. Empty when the values do not suit the form.
std::unique_ptr<FittedEts> etsWithParameters(const Series& series, const EtsForm& form, const EtsParameters& parameters,
                                             std::string* why = nullptr);

}  // namespace mudeung::forecast
