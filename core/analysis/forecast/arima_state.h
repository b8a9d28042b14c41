// SPDX-License-Identifier: GPL-3.0-or-later
// An ARIMA process in state-space form: forecasts, new values, gaps. Standard C++ only.
#pragma once

#include <span>
#include <vector>

namespace mudeung::forecast {

/// δ with y_t = (ARMA part) + Σ δ_i y_{t−i}, from (1 − B)^d (1 − B^m)^D. Empty without differences.
std::vector<double> differencePolynomial(int d, int seasonalD, int season);

/// Kalman filter of R's `makeARIMA`: r states of the ARMA part (Harvey's form), then the last values that the differences need. Variances
/// are in units of the innovation's. Moving on costs O(states²) until the covariance has settled, then O(states).
class ArimaState {
public:
    ArimaState() = default;
    /// Stationary start of the ARMA part, variance `kappa` for the values before the first (R: 1e6). Check `valid`.
    ArimaState(std::span<const double> phi, std::span<const double> theta, std::span<const double> delta, double kappa = 1e6);
    /// Given the ARMA part's predicted state and covariance (r × r) and the last values, latest first, as many as δ, known exactly.
    ArimaState(std::span<const double> phi, std::span<const double> theta, std::span<const double> delta, std::span<const double> state,
               std::span<const double> covariance, std::span<const double> lastValues);

    bool valid() const { return m_valid; }
    int size() const { return m_size; }
    /// Of the next value.
    double mean() const { return meanOf(m_state); }
    double variance() const { return m_variance; }
    /// Takes in the next value (NaN: none) and moves on.
    void observe(double value);
    /// For several series with the same gaps: the gain of this step, K ÷ F before T, after which the covariance moves on. `states` are
    /// moved by `move`.
    void moveCovariance(bool observed);
    const std::vector<double>& gain() const { return m_gain; }
    double meanOf(std::span<const double> state) const;
    /// Adds gain · innovation (0 when not observed) and applies T.
    void move(std::vector<double>& state, double innovation) const;

private:
    struct Term {
        int lag;
        double value;
    };
    void initialise(std::span<const double> phi, std::span<const double> theta, std::span<const double> delta);
    void findGain();

    int m_r = 1;
    int m_d = 0;
    int m_size = 1;
    bool m_valid = false;
    std::vector<double> m_phi, m_theta;  // padded to r; θ_0 = 1 first
    std::vector<Term> m_delta;
    std::vector<double> m_state;
    std::vector<double> m_covariance;
    std::vector<double> m_product, m_next;
    std::vector<double> m_gain;
    double m_variance = 1.0;
    bool m_settled = false;
};

}  // namespace mudeung::forecast
