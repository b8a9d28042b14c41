// SPDX-License-Identifier: GPL-3.0-or-later
// Conditional least squares; see the header.
#include "core/analysis/forecast/arima_css.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/analysis/math/least_squares.h"

namespace mudeung::forecast {

namespace {

constexpr int kLanes = 4;  // derivatives that are run side by side
constexpr double kInfinity = std::numeric_limits<double>::infinity();

struct Term {
    int lag;
    double value;
};

std::vector<Term> termsOf(const std::vector<double>& coefficients) {
    std::vector<Term> terms;
    for (std::size_t i = 0; i < coefficients.size(); ++i) {
        if (coefficients[i] != 0.0) terms.push_back({static_cast<int>(i) + 1, coefficients[i]});
    }
    return terms;
}

class Fitter {
public:
    Fitter(const std::vector<std::vector<double>>& columns, const ArimaOrder& order)
        : m_columns(columns),
          m_order(order),
          m_n(static_cast<int>(columns.front().size())),
          m_skip(order.p + order.P * order.season),
          m_regressors(static_cast<int>(columns.size()) - 1),
          m_size(order.arma() + m_regressors),
          m_left(columns.front().size()),
          m_innovations(columns.front().size()) {}

    ConditionalFit run(const ArmaParameters* start, double tolerance) {
        ConditionalFit fit;
        fit.sigma2 = kInfinity;
        if (m_n - m_skip <= m_size) return fit;
        std::vector<double> at(m_size, 0.0);
        startRegression(at);
        double sum = squares(at);
        if (start) {
            std::vector<double> warm = at;
            pack(*start, warm);
            const double other = squares(warm);
            if (other < sum) {
                at = warm;
                sum = other;
            }
        }
        if (!std::isfinite(sum)) return fit;
        double damping = 1e-3;
        squares(at);
        for (fit.iterations = 0; fit.iterations < 40 && m_size > 0; ++fit.iterations) {
            derive(at);
            bool moved = false;
            double gained = 0.0;
            for (int attempt = 0; attempt < 12; ++attempt) {
                std::vector<double> normal = m_normal;
                std::vector<double> step = m_gradient;
                for (int i = 0; i < m_size; ++i) normal[i * m_size + i] += damping * (m_normal[i * m_size + i] + 1e-12);
                if (solveCholesky(normal, step)) {
                    std::vector<double> next = at;
                    for (int i = 0; i < m_size; ++i) next[i] += step[i];
                    const double now = squares(next);
                    if (now < sum) {
                        gained = (sum - now) / sum;
                        at.swap(next);
                        sum = now;
                        moved = true;
                        damping = std::max(1e-9, damping * 0.1);
                        break;
                    }
                }
                damping *= 8.0;
            }
            if (!moved || gained < tolerance) {
                fit.converged = true;
                break;
            }
        }
        if (m_size == 0) fit.converged = true;
        fit.parameters = unpack(at);
        fit.coefficients.assign(at.end() - m_regressors, at.end());
        fit.sigma2 = sum / (m_n - m_skip);
        return fit;
    }

private:
    ArmaParameters unpack(const std::vector<double>& at) const {
        ArmaParameters parameters;
        auto next = at.begin();
        const auto take = [&next](std::vector<double>& part, int count) {
            part.assign(next, next + count);
            next += count;
        };
        take(parameters.ar, m_order.p);
        take(parameters.ma, m_order.q);
        take(parameters.seasonalAr, m_order.P);
        take(parameters.seasonalMa, m_order.Q);
        return parameters;
    }

    void pack(const ArmaParameters& parameters, std::vector<double>& at) const {
        auto next = at.begin();
        const auto put = [&next](const std::vector<double>& part, int count) {
            for (int i = 0; i < count; ++i) *next++ = i < static_cast<int>(part.size()) ? part[i] : 0.0;
        };
        put(parameters.ar, m_order.p);
        put(parameters.ma, m_order.q);
        put(parameters.seasonalAr, m_order.P);
        put(parameters.seasonalMa, m_order.Q);
    }

    /// Regression alone: the columns are orthonormal.
    void startRegression(std::vector<double>& at) const {
        for (int k = 0; k < m_regressors; ++k) {
            double sum = 0.0;
            for (int t = 0; t < m_n; ++t) sum += m_columns[0][t] * m_columns[k + 1][t];
            at[m_order.arma() + k] = sum;
        }
    }

    bool allowed(const ArmaParameters& parameters) const {
        const auto invertible = [](std::vector<double> theta) {
            for (double& value : theta) value = -value;
            return isStationary(theta);
        };
        return isStationary(parameters.ar) && isStationary(parameters.seasonalAr) && invertible(parameters.ma) &&
               invertible(parameters.seasonalMa);
    }

    /// Σ e² and, kept for `derive`, the innovations; infinite where not allowed.
    double squares(const std::vector<double>& at) {
        const ArmaParameters parameters = unpack(at);
        if (!allowed(parameters)) return kInfinity;
        m_left = m_columns[0];
        for (int k = 0; k < m_regressors; ++k) {
            const double coefficient = at[m_order.arma() + k];
            if (coefficient == 0.0) continue;
            const double* column = m_columns[k + 1].data();
            for (int t = 0; t < m_n; ++t) m_left[t] -= coefficient * column[t];
        }
        const auto phi = termsOf(parameters.phi(m_order.season));
        const auto theta = termsOf(parameters.theta(m_order.season));
        double sum = 0.0;
        std::fill_n(m_innovations.begin(), m_skip, 0.0);
        for (int t = m_skip; t < m_n; ++t) {
            double value = m_left[t];
            for (const Term& term : phi) value -= term.value * m_left[t - term.lag];
            for (const Term& term : theta) {
                if (term.lag > t - m_skip) break;
                value -= term.value * m_innovations[t - term.lag];
            }
            m_innovations[t] = value;
            sum += value * value;
        }
        return std::isfinite(sum) ? sum : kInfinity;
    }

    /// J'J and −J'e at the parameters of the last accepted `squares`.
    void derive(const std::vector<double>& at) {
        squares(at);
        const ArmaParameters parameters = unpack(at);
        const auto phi = termsOf(parameters.phi(m_order.season));
        const auto theta = termsOf(parameters.theta(m_order.season));
        const int used = m_n - m_skip;
        const int groups = (m_size + kLanes - 1) / kLanes;
        m_jacobian.assign(static_cast<std::size_t>(groups) * used * kLanes, 0.0);
        int column = 0;
        // Sources: what each parameter multiplies, with the other factor of its polynomial applied.
        const auto source = [&](const std::vector<double>& series, const std::vector<double>& other, double sign, int spacing, int lag) {
            double* out = lane(column++);
            const int count = static_cast<int>(other.size());
            for (int t = m_skip; t < m_n; ++t) {
                double value = t - lag >= 0 ? series[t - lag] : 0.0;
                for (int i = 0; i < count; ++i) {
                    const int from = t - lag - (i + 1) * spacing;
                    if (from >= 0) value += sign * other[i] * series[from];
                }
                out[static_cast<std::size_t>(t - m_skip) * kLanes] = -value;
            }
        };
        const int m = m_order.season;
        for (int i = 1; i <= m_order.p; ++i) source(m_left, parameters.seasonalAr, -1.0, m, i);
        for (int i = 1; i <= m_order.q; ++i) source(m_innovations, parameters.seasonalMa, 1.0, m, i);
        for (int i = 1; i <= m_order.P; ++i) source(m_left, parameters.ar, -1.0, 1, i * m);
        for (int i = 1; i <= m_order.Q; ++i) source(m_innovations, parameters.ma, 1.0, 1, i * m);
        for (int k = 0; k < m_regressors; ++k) {
            const double* x = m_columns[k + 1].data();
            double* out = lane(column++);
            for (int t = m_skip; t < m_n; ++t) {
                double value = x[t];
                for (const Term& term : phi) value -= term.value * x[t - term.lag];
                out[static_cast<std::size_t>(t - m_skip) * kLanes] = -value;
            }
        }
        for (int group = 0; group < groups; ++group) {
            double* data = m_jacobian.data() + static_cast<std::size_t>(group) * used * kLanes;
            for (int t = 0; t < used; ++t) {
                double value[kLanes];
                for (int l = 0; l < kLanes; ++l) value[l] = data[t * kLanes + l];
                for (const Term& term : theta) {
                    if (term.lag > t) break;
                    const double* before = data + static_cast<std::size_t>(t - term.lag) * kLanes;
                    for (int l = 0; l < kLanes; ++l) value[l] -= term.value * before[l];
                }
                for (int l = 0; l < kLanes; ++l) data[t * kLanes + l] = value[l];
            }
        }
        multiply(groups, used);
    }

    double* lane(int column) {
        const std::size_t group = static_cast<std::size_t>(column / kLanes);
        return m_jacobian.data() + group * (m_n - m_skip) * kLanes + column % kLanes;
    }

    void multiply(int groups, int used) {
        m_normal.assign(static_cast<std::size_t>(m_size) * m_size, 0.0);
        m_gradient.assign(m_size, 0.0);
        const double* e = m_innovations.data() + m_skip;
        for (int g = 0; g < groups; ++g) {
            const double* a = m_jacobian.data() + static_cast<std::size_t>(g) * used * kLanes;
            double gradient[kLanes] = {};
            for (int t = 0; t < used; ++t) {
                for (int l = 0; l < kLanes; ++l) gradient[l] -= a[t * kLanes + l] * e[t];
            }
            for (int l = 0; l < kLanes && g * kLanes + l < m_size; ++l) m_gradient[g * kLanes + l] = gradient[l];
            for (int h = 0; h <= g; ++h) {
                const double* b = m_jacobian.data() + static_cast<std::size_t>(h) * used * kLanes;
                double sums[kLanes][kLanes] = {};
                for (int t = 0; t < used; ++t) {
                    for (int i = 0; i < kLanes; ++i) {
                        for (int j = 0; j < kLanes; ++j) sums[i][j] += a[t * kLanes + i] * b[t * kLanes + j];
                    }
                }
                for (int i = 0; i < kLanes && g * kLanes + i < m_size; ++i) {
                    for (int j = 0; j < kLanes && h * kLanes + j < m_size; ++j) {
                        m_normal[(g * kLanes + i) * m_size + h * kLanes + j] = sums[i][j];
                        m_normal[(h * kLanes + j) * m_size + g * kLanes + i] = sums[i][j];
                    }
                }
            }
        }
    }

    const std::vector<std::vector<double>>& m_columns;
    const ArimaOrder& m_order;
    int m_n;
    int m_skip;
    int m_regressors;
    int m_size;
    std::vector<double> m_left;  // series minus regression
    std::vector<double> m_innovations;
    std::vector<double> m_jacobian;  // group, step, lane
    std::vector<double> m_normal, m_gradient;
};

}  // namespace

ConditionalFit fitConditional(const std::vector<std::vector<double>>& columns, const ArimaOrder& order, const ArmaParameters* start,
                              double tolerance) {
    return Fitter(columns, order).run(start, tolerance);
}

}  // namespace mudeung::forecast
