// SPDX-License-Identifier: GPL-3.0-or-later
// Polynomials and autocovariances of ARMA processes.
#include "core/analysis/forecast/arma.h"

#include <algorithm>
#include <cmath>

namespace mudeung::forecast {

namespace {

/// Partial autocorrelations of φ by stepping down; false when one is not within (−1, 1). `orders`, when given, receives the coefficients of
/// every order: order k at k (k − 1) ÷ 2.
bool stepDown(std::span<const double> phi, std::vector<double>& partial, std::vector<double>* orders = nullptr) {
    const int p = static_cast<int>(phi.size());
    partial.assign(phi.size(), 0.0);
    std::vector<double> now(phi.begin(), phi.end());
    std::vector<double> next(phi.size());
    if (orders) orders->resize(static_cast<std::size_t>(p) * (p + 1) / 2);
    for (int k = p; k >= 1; --k) {
        if (orders) std::copy_n(now.begin(), k, orders->begin() + static_cast<std::ptrdiff_t>(k) * (k - 1) / 2);
        const double r = now[k - 1];
        if (!(std::abs(r) < 1.0)) return false;
        partial[k - 1] = r;
        const double scale = 1.0 / ((1.0 - r) * (1.0 + r));
        for (int j = 0; j < k - 1; ++j) next[j] = (now[j] + r * now[k - 2 - j]) * scale;
        now.swap(next);
    }
    return true;
}

}  // namespace

std::vector<double> stationaryFromFree(std::span<const double> free) {
    std::vector<double> phi;
    phi.reserve(free.size());
    for (const double value : free) {
        const double r = std::tanh(value);
        const std::vector<double> before = phi;
        for (std::size_t j = 0; j < before.size(); ++j) phi[j] = before[j] - r * before[before.size() - 1 - j];
        phi.push_back(r);
    }
    return phi;
}

std::vector<double> freeFromStationary(std::span<const double> coefficients) {
    std::vector<double> partial;
    std::vector<double> shrunk(coefficients.begin(), coefficients.end());
    // Not stationary: the roots are drawn in until it is.
    for (int round = 0; round < 60 && !stepDown(shrunk, partial); ++round) {
        double factor = 1.0;
        for (double& value : shrunk) value *= factor *= 0.98;
    }
    for (double& r : partial) r = std::atanh(std::clamp(r, -1.0 + 1e-9, 1.0 - 1e-9));
    return partial;
}

bool isStationary(std::span<const double> phi) {
    std::vector<double> partial;
    return stepDown(phi, partial);
}

double largestInverseRoot(std::span<const double> phi) {
    std::size_t p = phi.size();
    while (p > 0 && std::abs(phi[p - 1]) <= 1e-8) --p;
    if (p == 0) return 0.0;
    // φ(c z) is stationary just when every inverse root lies below 1 ÷ c: bisection on c.
    const auto within = [&](double radius) {
        std::vector<double> scaled(p);
        double factor = 1.0;
        for (std::size_t i = 0; i < p; ++i) scaled[i] = phi[i] / (factor *= radius);
        return isStationary(scaled);
    };
    double low = 0.0;
    double high = 1.0;
    while (!within(high)) {
        low = high;
        high *= 1.5;
        if (high > 1e6) return high;
    }
    for (int round = 0; round < 50 && high - low > 1e-10; ++round) {
        const double middle = 0.5 * (low + high);
        (middle > 0.0 && within(middle) ? high : low) = middle;
    }
    return high;
}

std::vector<double> multiplyAutoregressions(std::span<const double> a, std::span<const double> b, int season) {
    const int p = static_cast<int>(a.size());
    const int seasonal = static_cast<int>(b.size());
    std::vector<double> phi(static_cast<std::size_t>(p) + b.size() * season, 0.0);
    for (int i = 0; i < p; ++i) phi[i] += a[i];
    for (int j = 0; j < seasonal; ++j) {
        phi[(j + 1) * season - 1] += b[j];
        for (int i = 0; i < p; ++i) phi[(j + 1) * season + i] -= a[i] * b[j];
    }
    return phi;
}

std::vector<double> multiplyMovingAverages(std::span<const double> a, std::span<const double> b, int season) {
    const int q = static_cast<int>(a.size());
    const int seasonal = static_cast<int>(b.size());
    std::vector<double> theta(static_cast<std::size_t>(q) + b.size() * season, 0.0);
    for (int i = 0; i < q; ++i) theta[i] += a[i];
    for (int j = 0; j < seasonal; ++j) {
        theta[(j + 1) * season - 1] += b[j];
        for (int i = 0; i < q; ++i) theta[(j + 1) * season + i] += a[i] * b[j];
    }
    return theta;
}

std::vector<double> psiWeights(std::span<const double> phi, std::span<const double> theta, int count) {
    const int p = static_cast<int>(phi.size());
    const int q = static_cast<int>(theta.size());
    std::vector<double> psi(static_cast<std::size_t>(std::max(0, count)), 0.0);
    for (int k = 1; k <= count; ++k) psi[k - 1] = (k <= q ? theta[k - 1] : 0.0) + (k <= p ? phi[k - 1] : 0.0);
    std::vector<int> lags;
    for (int i = 1; i <= p; ++i) {
        if (phi[i - 1] != 0.0) lags.push_back(i);
    }
    for (int k = 2; k <= count; ++k) {
        for (const int lag : lags) {
            if (lag >= k) break;
            psi[k - 1] += phi[lag - 1] * psi[k - lag - 1];
        }
    }
    return psi;
}

std::vector<double> autocovariances(std::span<const double> phiGiven, std::span<const double> thetaGiven, int lags) {
    std::size_t p = phiGiven.size();
    while (p > 0 && phiGiven[p - 1] == 0.0) --p;
    const std::span<const double> phi = phiGiven.first(p);
    std::size_t q = thetaGiven.size();
    while (q > 0 && thetaGiven[q - 1] == 0.0) --q;

    // The autoregression alone, up to lags + q.
    std::vector<double> partial;
    std::vector<double> orders;
    if (!stepDown(phi, partial, &orders)) return {};
    const int most = lags + static_cast<int>(q);
    std::vector<double> gamma(static_cast<std::size_t>(most) + 1, 0.0);
    double variance = 1.0;
    for (const double r : partial) variance /= (1.0 - r) * (1.0 + r);
    gamma[0] = variance;
    struct Term {
        int lag;
        double value;
    };
    std::vector<Term> sparse;
    for (std::size_t i = 0; i < p; ++i) {
        if (phi[i] != 0.0) sparse.push_back({static_cast<int>(i) + 1, phi[i]});
    }
    for (int k = 1; k <= most; ++k) {
        double sum = 0.0;
        if (k <= static_cast<int>(p)) {
            const double* order = orders.data() + static_cast<std::ptrdiff_t>(k) * (k - 1) / 2;
            for (int j = 1; j < k; ++j) sum += order[j - 1] * gamma[k - j];
            sum += order[k - 1] * gamma[0];
        } else {
            for (const Term& term : sparse) sum += term.value * gamma[k - term.lag];
        }
        gamma[k] = sum;
    }
    if (q == 0) return gamma;

    // Autocorrelation of 1, θ_1, …
    std::vector<Term> moving{{0, 1.0}};
    for (std::size_t i = 0; i < q; ++i) {
        if (thetaGiven[i] != 0.0) moving.push_back({static_cast<int>(i) + 1, thetaGiven[i]});
    }
    std::vector<double> own(q + 1, 0.0);
    for (std::size_t i = 0; i < moving.size(); ++i) {
        for (std::size_t j = i; j < moving.size(); ++j) own[moving[j].lag - moving[i].lag] += moving[i].value * moving[j].value;
    }
    std::vector<double> whole(static_cast<std::size_t>(lags) + 1);
    for (int k = 0; k <= lags; ++k) {
        double sum = own[0] * gamma[k];
        for (int l = 1; l <= static_cast<int>(q); ++l) {
            if (own[l] != 0.0) sum += own[l] * (gamma[k + l] + gamma[std::abs(k - l)]);
        }
        whole[k] = sum;
    }
    return whole;
}

std::vector<double> firstStateCovariance(std::span<const double> phi, std::span<const double> theta) {
    const int p = static_cast<int>(phi.size());
    const int q = static_cast<int>(theta.size());
    const int r = std::max({1, p, q + 1});
    const std::vector<double> gamma = autocovariances(phi, theta, r);
    if (gamma.empty() || !std::isfinite(gamma[0])) return {};
    const std::vector<double> psi = psiWeights(phi, theta, q);
    // The sums over the state's own definition; the covariance of e_{t−k} with x_t is ψ_k.
    std::vector<double> first(r, 0.0);
    first[0] = gamma[0];
    for (int j = 1; j <= p; ++j) {
        if (phi[j - 1] == 0.0) continue;
        for (int i = 2; i <= j; ++i) first[i - 1] += phi[j - 1] * gamma[j - i + 1];
    }
    for (int j = 1; j <= q; ++j) {
        if (theta[j - 1] == 0.0) continue;
        for (int i = 2; i <= j + 1; ++i) first[i - 1] += theta[j - 1] * (j + 1 == i ? 1.0 : psi[j - i]);
    }
    return first;
}

}  // namespace mudeung::forecast
