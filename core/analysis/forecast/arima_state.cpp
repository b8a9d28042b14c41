// SPDX-License-Identifier: GPL-3.0-or-later
// State-space form of ARIMA; see the header.
#include "core/analysis/forecast/arima_state.h"

#include <algorithm>
#include <cmath>

#include "core/analysis/forecast/arma.h"

namespace mudeung::forecast {

std::vector<double> differencePolynomial(int d, int seasonalD, int season) {
    std::vector<double> polynomial{1.0};
    const auto multiply = [&polynomial](int lag) {
        std::vector<double> product(polynomial.size() + lag, 0.0);
        for (std::size_t i = 0; i < polynomial.size(); ++i) {
            product[i] += polynomial[i];
            product[i + lag] -= polynomial[i];
        }
        polynomial = std::move(product);
    };
    for (int i = 0; i < d; ++i) multiply(1);
    for (int i = 0; i < seasonalD; ++i) multiply(season);
    std::vector<double> delta;
    for (std::size_t i = 1; i < polynomial.size(); ++i) delta.push_back(-polynomial[i]);
    return delta;
}

void ArimaState::initialise(std::span<const double> phi, std::span<const double> theta, std::span<const double> delta) {
    m_r = std::max({1, static_cast<int>(phi.size()), static_cast<int>(theta.size()) + 1});
    m_d = static_cast<int>(delta.size());
    m_size = m_r + m_d;
    m_phi.assign(m_r, 0.0);
    m_theta.assign(m_r, 0.0);
    std::copy(phi.begin(), phi.end(), m_phi.begin());
    m_theta[0] = 1.0;
    std::copy(theta.begin(), theta.end(), m_theta.begin() + 1);
    for (int i = 0; i < m_d; ++i) {
        if (delta[i] != 0.0) m_delta.push_back({i, delta[i]});
    }
    m_state.assign(m_size, 0.0);
    m_covariance.assign(static_cast<std::size_t>(m_size) * m_size, 0.0);
    m_gain.assign(m_size, 0.0);
}

ArimaState::ArimaState(std::span<const double> phi, std::span<const double> theta, std::span<const double> delta, double kappa) {
    initialise(phi, theta, delta);
    const std::vector<double> first = firstStateCovariance(phi, theta);
    if (first.empty()) return;
    // P = T P T' + R R', from the last row back; its first column is known.
    const auto at = [this](int i, int j) -> double& { return m_covariance[static_cast<std::size_t>(i) * m_size + j]; };
    for (int i = m_r - 1; i >= 0; --i) {
        for (int j = i; j >= 0; --j) {
            double sum = m_theta[i] * m_theta[j] + m_phi[i] * m_phi[j] * first[0];
            if (i + 1 < m_r) sum += at(i + 1, j + 1) + m_phi[j] * first[i + 1];
            if (j + 1 < m_r) sum += m_phi[i] * first[j + 1];
            at(i, j) = at(j, i) = sum;
        }
    }
    for (int i = m_r; i < m_size; ++i) at(i, i) = kappa;
    m_valid = true;
    findGain();
}

ArimaState::ArimaState(std::span<const double> phi, std::span<const double> theta, std::span<const double> delta,
                       std::span<const double> state, std::span<const double> covariance, std::span<const double> lastValues) {
    initialise(phi, theta, delta);
    std::copy_n(state.begin(), m_r, m_state.begin());
    std::copy_n(lastValues.begin(), m_d, m_state.begin() + m_r);
    for (int i = 0; i < m_r; ++i)
        std::copy_n(covariance.begin() + i * m_r, m_r, m_covariance.begin() + static_cast<std::ptrdiff_t>(i) * m_size);
    m_valid = true;
    findGain();
}

double ArimaState::meanOf(std::span<const double> state) const {
    double mean = state[0];
    for (const Term& term : m_delta) mean += term.value * state[m_r + term.lag];
    return mean;
}

/// P Z' and F, the gain is their ratio.
void ArimaState::findGain() {
    for (int i = 0; i < m_size; ++i) {
        const double* row = &m_covariance[static_cast<std::size_t>(i) * m_size];
        double sum = row[0];
        for (const Term& term : m_delta) sum += term.value * row[m_r + term.lag];
        m_gain[i] = sum;
    }
    m_variance = meanOf(m_gain);
    if (m_variance > 0.0) {
        for (double& value : m_gain) value /= m_variance;
    }
}

void ArimaState::move(std::vector<double>& state, double innovation) const {
    for (int i = 0; i < m_size; ++i) state[i] += m_gain[i] * innovation;
    const double first = state[0];
    const double value = meanOf(state);
    for (int i = 0; i < m_r; ++i) state[i] = (i + 1 < m_r ? state[i + 1] : 0.0) + m_phi[i] * first;
    for (int i = m_size - 1; i > m_r; --i) state[i] = state[i - 1];
    if (m_d > 0) state[m_r] = value;
}

void ArimaState::moveCovariance(bool observed) {
    if (m_settled && observed) return;
    const std::size_t size = m_size;
    m_next = m_covariance;
    if (observed) {
        for (std::size_t i = 0; i < size; ++i) {
            const double factor = m_gain[i] * m_variance;
            if (factor == 0.0) continue;
            for (std::size_t j = 0; j < size; ++j) m_next[i * size + j] -= factor * m_gain[j];
        }
    }
    // T P, row by row, then the same on its columns.
    const std::size_t r = m_r;
    m_product.resize(size * size);
    for (std::size_t i = 0; i < r; ++i) {
        const double* first = m_next.data();
        double* out = &m_product[i * size];
        const double phi = m_phi[i];
        if (i + 1 < r) {
            const double* below = &m_next[(i + 1) * size];
            for (std::size_t j = 0; j < size; ++j) out[j] = below[j] + phi * first[j];
        } else {
            for (std::size_t j = 0; j < size; ++j) out[j] = phi * first[j];
        }
    }
    if (m_d > 0) {
        double* out = &m_product[r * size];
        std::copy_n(m_next.begin(), size, out);
        for (const Term& term : m_delta) {
            const double* row = &m_next[(r + term.lag) * size];
            for (std::size_t j = 0; j < size; ++j) out[j] += term.value * row[j];
        }
        for (std::size_t i = r + 1; i < size; ++i)
            std::copy_n(m_next.begin() + static_cast<std::ptrdiff_t>((i - 1) * size), size, &m_product[i * size]);
    }
    double most = 0.0;
    for (std::size_t i = 0; i < size; ++i) {
        const double* row = &m_product[i * size];
        double* out = &m_next[i * size];
        for (std::size_t j = 0; j + 1 < r; ++j) out[j] = row[j + 1] + m_phi[j] * row[0];
        out[r - 1] = m_phi[r - 1] * row[0];
        if (i < r) {
            for (std::size_t j = 0; j < r; ++j) out[j] += m_theta[i] * m_theta[j];
        }
        if (m_d > 0) {
            double sum = row[0];
            for (const Term& term : m_delta) sum += term.value * row[r + term.lag];
            out[r] = sum;
            for (std::size_t j = r + 1; j < size; ++j) out[j] = row[j - 1];
        }
        const double* before = &m_covariance[i * size];
        for (std::size_t j = 0; j < size; ++j) most = std::max(most, std::abs(out[j] - before[j]));
    }
    m_covariance.swap(m_next);
    findGain();
    m_settled = observed && most < 1e-12;
}

void ArimaState::observe(double value) {
    const bool observed = !std::isnan(value);
    move(m_state, observed ? value - mean() : 0.0);
    moveCovariance(observed);
}

}  // namespace mudeung::forecast
