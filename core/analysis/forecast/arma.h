// SPDX-License-Identifier: GPL-3.0-or-later
// Autoregressive moving-average processes: polynomials, autocovariances and the exact likelihood. Standard C++ only.
//
// Signs as in R: x_t = φ_1 x_{t−1} + … + e_t + θ_1 e_{t−1} + …
#pragma once

#include <span>
#include <vector>

namespace mudeung::forecast {

/// Coefficients of a stationary autoregression from any real numbers: tanh gives partial autocorrelations, Durbin and Levinson's recursion
/// the coefficients (Monahan 1984; Jones 1980).
std::vector<double> stationaryFromFree(std::span<const double> free);
/// The inverse; partial autocorrelations are held within ±(1 − 1e-9).
std::vector<double> freeFromStationary(std::span<const double> coefficients);
/// Partial autocorrelations of an autoregression all within (−1, 1): its roots lie outside the unit circle.
bool isStationary(std::span<const double> phi);
/// Largest modulus among the inverse roots of 1 − φ_1 z − …: 0 for none, 1 on the unit circle. By the companion matrix's powers.
double largestInverseRoot(std::span<const double> phi);

/// φ of (1 − Σ a_i B^i)(1 − Σ b_i B^{m i}).
std::vector<double> multiplyAutoregressions(std::span<const double> a, std::span<const double> b, int season);
/// θ of (1 + Σ a_i B^i)(1 + Σ b_i B^{m i}).
std::vector<double> multiplyMovingAverages(std::span<const double> a, std::span<const double> b, int season);

/// Weights ψ_1 … ψ_count of the moving average that a process is.
std::vector<double> psiWeights(std::span<const double> phi, std::span<const double> theta, int count);

/// Autocovariances γ_0 … γ_lags for innovations of variance 1: those of the autoregression by stepping down and up Levinson's recursion,
/// then summed with the moving average's own. Empty when not stationary. O((p + q + lags) · p).
std::vector<double> autocovariances(std::span<const double> phi, std::span<const double> theta, int lags);

/// Covariance of the stationary state (Harvey's form, r = max(p, q + 1) values) with the value itself. Empty when not stationary.
std::vector<double> firstStateCovariance(std::span<const double> phi, std::span<const double> theta);

/// Runs several columns (a series and its regressors) through the same filter. Columns are kept interleaved, four at a time, so that the
/// processor works on them together.
class ArmaFilter {
public:
    /// Columns of the same length, without missing values.
    explicit ArmaFilter(const std::vector<std::vector<double>>& columns);

    /// Exact one-step innovations of every column by the recursions of Morf, Sidhu & Kailath (1974; Pearlman 1980): the difference of two
    /// successive state covariances has rank one, so that a step costs O(r), r = max(p, q + 1), and once the gain has settled only the
    /// coefficients that are not 0. False when φ is not stationary or the numbers break down.
    bool run(std::span<const double> phi, std::span<const double> theta);
    int length() const { return m_n; }
    int columns() const { return m_columns; }
    double sumLogVariance() const { return m_sumLog; }  ///< Σ log F_t
    /// Innovation of `column` at step t ÷ √F_t.
    double standardised(int t, int column) const { return m_out[index(t, column)]; }
    double innovation(int t, int column) const;
    /// Σ_t of the product of two columns' standardised innovations, for all pairs: row-major columns × columns.
    std::vector<double> crossProducts() const;

    /// What the process holds after the last step: predicted state (r values) of a column and, for all, its covariance (r × r row-major).
    std::vector<double> state(int column) const;
    std::vector<double> stateCovariance() const;

private:
    std::size_t index(int t, int column) const {
        const std::size_t group = static_cast<std::size_t>(column / m_lanes);
        return (group * m_n + t) * m_lanes + column % m_lanes;
    }
    struct Coefficient {
        int lag;
        double phi;
        double theta;
    };
    void prepare(std::span<const double> phi, std::span<const double> theta);
    template <int Lanes>
    void filter(int from, int to, bool steady, const double* gains);
    void filterBlock(int from, int to, bool steady);
    void stepGain();
    bool settled() const;

    int m_n = 0;
    int m_columns = 0;
    int m_lanes = 1;
    int m_groups = 1;
    std::vector<double> m_data;  // group, step, lane
    std::vector<double> m_out;
    std::vector<double> m_buffer;  // per group: state of step t begins at t; n + r + 1 steps
    int m_r = 1;
    std::vector<double> m_phi, m_theta;  // padded to r
    std::vector<Coefficient> m_sparse;
    std::vector<double> m_variances;     // F_t until settled, 1 after
    std::vector<double> m_gains;         // of one block of steps: K_t ÷ F_t
    std::vector<double> m_gain, m_rank;  // K, L
    double m_scale = 0.0;                // M
    double m_variance = 1.0;             // F
    double m_sumLog = 0.0;
    bool m_steady = false;
};

}  // namespace mudeung::forecast
