// SPDX-License-Identifier: GPL-3.0-or-later
// The exact innovations of ARMA processes.
//
// State of Harvey (1989): α_i,t = Σ_{j ≥ i} φ_j x_{t−1−j+i} + θ_{j−1} e_{t−j+i}, x_t = α_1,t; moved on by the companion matrix T of φ.
// Notation: F variance of the innovation, K = T P Z' gain before division by F, P_{t+1} − P_t = M L L'.
#include <algorithm>
#include <cmath>

#include "core/analysis/forecast/arma.h"

namespace mudeung::forecast {

namespace {

constexpr int kBlock = 64;          // steps whose gains are held at a time
constexpr double kSettled = 1e-13;  // of the covariance that the remaining steps can still change

/// State of the next step before the gain has settled.
template <int Lanes>
__attribute__((optimize("O3"))) void moveOn(double* __restrict next, const double* __restrict phi, const double* __restrict gain,
                                            const double* predicted, const double* innovation, int r) {
    double p[Lanes];
    double v[Lanes];
    for (int l = 0; l < Lanes; ++l) {
        p[l] = predicted[l];
        v[l] = innovation[l];
    }
    for (int i = 0; i < r; ++i) {
        for (int l = 0; l < Lanes; ++l) next[i * Lanes + l] += phi[i] * p[l] + gain[i] * v[l];
    }
}

/// K and L of the next step; `rank` has a 0 after its last value.
__attribute__((optimize("O3"))) void moveGain(double* __restrict gain, double* __restrict rank, const double* __restrict phi, int r,
                                              double first, double pull, double share) {
    for (int i = 0; i < r; ++i) {
        const double moved = rank[i + 1] + phi[i] * first;
        const double old = gain[i];
        gain[i] = old + pull * moved;
        rank[i] = moved - old * share;
    }
}

__attribute__((optimize("O3"))) double largestSquare(const double* values, int count) {
    double most = 0.0;
    for (int i = 0; i < count; ++i) most = values[i] * values[i] > most ? values[i] * values[i] : most;
    return most;
}

}  // namespace

ArmaFilter::ArmaFilter(const std::vector<std::vector<double>>& columns)
    : m_n(static_cast<int>(columns.front().size())), m_columns(static_cast<int>(columns.size())) {
    m_lanes = m_columns == 1 ? 1 : m_columns == 2 ? 2 : 4;
    m_groups = (m_columns + m_lanes - 1) / m_lanes;
    m_data.assign(static_cast<std::size_t>(m_groups) * m_n * m_lanes, 0.0);
    m_out.resize(m_data.size());
    for (int c = 0; c < m_columns; ++c) {
        for (int t = 0; t < m_n; ++t) m_data[index(t, c)] = columns[c][t];
    }
}

void ArmaFilter::prepare(std::span<const double> phi, std::span<const double> theta) {
    const int p = static_cast<int>(phi.size());
    const int q = static_cast<int>(theta.size());
    m_r = std::max({1, p, q + 1});
    m_phi.assign(m_r, 0.0);
    m_theta.assign(m_r, 0.0);
    std::copy(phi.begin(), phi.end(), m_phi.begin());
    std::copy(theta.begin(), theta.end(), m_theta.begin());
    m_sparse.clear();
    for (int i = 0; i < m_r; ++i) {
        if (m_phi[i] != 0.0 || m_theta[i] != 0.0) m_sparse.push_back({i, m_phi[i], m_theta[i]});
    }
    m_buffer.assign(static_cast<std::size_t>(m_groups) * (m_n + m_r + 1) * m_lanes, 0.0);
    m_variances.assign(m_n, 1.0);
    m_sumLog = 0.0;
    m_steady = true;
    m_variance = 1.0;
}

/// Steps from … to − 1 of every group. The state of step t lies at the buffer's position t: moving on by T is moving on by one position.
template <int Lanes>
void ArmaFilter::filter(int from, int to, bool steady, const double* gains) {
    const std::size_t stride = static_cast<std::size_t>(m_n + m_r + 1) * Lanes;
    const int r = m_r;
    const double* phi = m_phi.data();
    const Coefficient* sparse = m_sparse.data();
    const std::size_t count = m_sparse.size();
    for (int group = 0; group < m_groups; ++group) {
        const double* data = m_data.data() + static_cast<std::size_t>(group) * m_n * Lanes;
        double* out = m_out.data() + static_cast<std::size_t>(group) * m_n * Lanes;
        double* buffer = m_buffer.data() + group * stride;
        for (int t = from; t < to; ++t) {
            double x[Lanes];
            double predicted[Lanes];
            double v[Lanes];
            for (int l = 0; l < Lanes; ++l) {
                x[l] = data[t * Lanes + l];
                predicted[l] = buffer[t * Lanes + l];
                v[l] = x[l] - predicted[l];
            }
            double* next = buffer + static_cast<std::size_t>(t + 1) * Lanes;
            if (steady) {
                for (std::size_t k = 0; k < count; ++k) {
                    const Coefficient& c = sparse[k];
                    double* state = next + static_cast<std::size_t>(c.lag) * Lanes;
                    for (int l = 0; l < Lanes; ++l) state[l] += c.phi * x[l] + c.theta * v[l];
                }
                for (int l = 0; l < Lanes; ++l) out[t * Lanes + l] = v[l];
            } else {
                const double* gain = gains + static_cast<std::size_t>(t - from) * r;
                moveOn<Lanes>(next, phi, gain, predicted, v, r);
                const double scale = 1.0 / std::sqrt(m_variances[t]);
                for (int l = 0; l < Lanes; ++l) out[t * Lanes + l] = v[l] * scale;
            }
        }
    }
}

void ArmaFilter::filterBlock(int from, int to, bool steady) {
    switch (m_lanes) {
        case 1:
            filter<1>(from, to, steady, m_gains.data());
            break;
        case 2:
            filter<2>(from, to, steady, m_gains.data());
            break;
        default:
            filter<4>(from, to, steady, m_gains.data());
    }
}

/// F, K, L, M of the next step (Anderson & Moore 1979, 6.7).
void ArmaFilter::stepGain() {
    const double first = m_rank[0];
    const double pull = m_scale * first;
    const double before = 1.0 / m_variance;
    const double variance = m_variance + pull * first;
    const int r = m_r;
    if (first == 0.0) {
        std::copy(m_rank.begin() + 1, m_rank.end(), m_rank.begin());
        return;
    }
    moveGain(m_gain.data(), m_rank.data(), m_phi.data(), r, first, pull, before * first);
    m_scale -= pull * pull / variance;
    m_variance = variance;
}

bool ArmaFilter::settled() const {
    if (std::abs(m_variance - 1.0) > 1e-12) return false;
    const double most = largestSquare(m_rank.data(), m_r);
    return std::abs(m_scale) * most < kSettled;
}

bool ArmaFilter::run(std::span<const double> phi, std::span<const double> theta) {
    prepare(phi, theta);
    const int p = static_cast<int>(phi.size());
    const int q = static_cast<int>(theta.size());
    int t = 0;
    if (p > 0 || q > 0) {
        const std::vector<double> first = firstStateCovariance(phi, theta);
        if (first.empty()) return false;
        m_gain.resize(m_r);
        for (int i = 0; i < m_r; ++i) m_gain[i] = (i + 1 < m_r ? first[i + 1] : 0.0) + m_phi[i] * first[0];
        m_rank = m_gain;
        m_rank.push_back(0.0);
        m_variance = first[0];
        m_scale = -1.0 / m_variance;
        m_steady = settled();
        m_gains.resize(static_cast<std::size_t>(kBlock) * m_r);
        double product = 1.0;  // logarithms are taken of products
        while (t < m_n && !m_steady) {
            const int from = t;
            while (t < m_n && t - from < kBlock && !m_steady) {
                if (!(m_variance > 0.5) || !std::isfinite(m_variance)) return false;
                const double inverse = 1.0 / m_variance;
                double* gain = m_gains.data() + static_cast<std::size_t>(t - from) * m_r;
                for (int i = 0; i < m_r; ++i) gain[i] = m_gain[i] * inverse;
                m_variances[t] = m_variance;
                product *= m_variance;
                if (product > 1e100) {
                    m_sumLog += std::log(product);
                    product = 1.0;
                }
                stepGain();
                ++t;
                m_steady = settled();
            }
            filterBlock(from, t, false);
        }
        m_sumLog += std::log(product);
    }
    filterBlock(t, m_n, true);
    return true;
}

double ArmaFilter::innovation(int t, int column) const {
    return standardised(t, column) * std::sqrt(m_variances[t]);
}

std::vector<double> ArmaFilter::crossProducts() const {
    const std::size_t size = m_columns;
    std::vector<double> products(size * size, 0.0);
    const std::size_t lanes = m_lanes;
    for (int a = 0; a < m_columns; ++a) {
        for (int b = 0; b <= a; ++b) {
            const double* x = m_out.data() + index(0, a);
            const double* y = m_out.data() + index(0, b);
            double sums[4] = {0.0, 0.0, 0.0, 0.0};
            int t = 0;
            for (; t + 4 <= m_n; t += 4) {
                for (int k = 0; k < 4; ++k) sums[k] += x[(t + k) * lanes] * y[(t + k) * lanes];
            }
            for (; t < m_n; ++t) sums[0] += x[t * lanes] * y[t * lanes];
            products[a * size + b] = products[b * size + a] = (sums[0] + sums[1]) + (sums[2] + sums[3]);
        }
    }
    return products;
}

std::vector<double> ArmaFilter::state(int column) const {
    const int lane = column % m_lanes;
    const std::size_t stride = static_cast<std::size_t>(m_n + m_r + 1) * m_lanes;
    const double* buffer = m_buffer.data() + static_cast<std::size_t>(column / m_lanes) * stride;
    std::vector<double> state(m_r);
    for (int i = 0; i < m_r; ++i) state[i] = buffer[static_cast<std::size_t>(m_n + i) * m_lanes + lane];
    return state;
}

/// The covariance ends at R R', R = (1, θ); from where the filter stopped the steps still to come are taken off.
std::vector<double> ArmaFilter::stateCovariance() const {
    const std::size_t r = m_r;
    std::vector<double> covariance(r * r);
    for (std::size_t i = 0; i < r; ++i) {
        for (std::size_t j = 0; j < r; ++j) covariance[i * r + j] = (i ? m_theta[i - 1] : 1.0) * (j ? m_theta[j - 1] : 1.0);
    }
    if (m_steady) return covariance;
    ArmaFilter rest(*this);
    for (int step = 0; step < 50 * m_n && !rest.settled(); ++step) {
        for (std::size_t i = 0; i < r; ++i) {
            const double left = rest.m_scale * rest.m_rank[i];
            if (left == 0.0) continue;
            for (std::size_t j = 0; j < r; ++j) covariance[i * r + j] -= left * rest.m_rank[j];
        }
        rest.stepGain();
    }
    return covariance;
}

}  // namespace mudeung::forecast
