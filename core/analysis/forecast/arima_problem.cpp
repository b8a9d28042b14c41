// SPDX-License-Identifier: GPL-3.0-or-later
// Likelihood of ARIMA with regression; see the header.
#include "core/analysis/forecast/arima_problem.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "core/analysis/forecast/arima_state.h"
#include "core/analysis/math/least_squares.h"

namespace mudeung::forecast {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

void differenceOnce(std::vector<double>& values, int lag) {
    if (values.size() <= static_cast<std::size_t>(lag)) {
        values.clear();
        return;
    }
    for (std::size_t i = 0; i + lag < values.size(); ++i) values[i] = values[i + lag] - values[i];
    values.resize(values.size() - lag);
}

double product(const std::vector<double>& a, const std::vector<double>& b) {
    return dotProduct(a, b);
}

}  // namespace

std::vector<double> differenced(std::span<const double> values, int d, int seasonalD, int season) {
    std::vector<double> out(values.begin(), values.end());
    for (int i = 0; i < seasonalD; ++i) differenceOnce(out, season);
    for (int i = 0; i < d; ++i) differenceOnce(out, 1);
    return out;
}

std::string arimaName(const ArimaOrder& order, bool regressors) {
    const auto triple = [](int a, int b, int c) {
        return "(" + std::to_string(a) + "," + std::to_string(b) + "," + std::to_string(c) + ")";
    };
    std::string name = "ARIMA" + triple(order.p, order.d, order.q);
    if (order.season > 1 && order.P + order.D + order.Q > 0)
        name += triple(order.P, order.D, order.Q) + "[" + std::to_string(order.season) + "]";
    if (regressors) return "Regression with " + name + " errors";
    if (order.hasDrift()) return name + " with drift";
    if (order.hasMean()) return name + " with non-zero mean";
    if (order.d + order.D == 0) return name + " with zero mean";
    return name;
}

ArmaParameters parametersFromFree(const ArimaOrder& order, std::span<const double> free) {
    ArmaParameters parameters;
    parameters.ar = stationaryFromFree(free.subspan(0, order.p));
    parameters.ma = stationaryFromFree(free.subspan(order.p, order.q));
    parameters.seasonalAr = stationaryFromFree(free.subspan(order.p + order.q, order.P));
    parameters.seasonalMa = stationaryFromFree(free.subspan(order.p + order.q + order.P, order.Q));
    for (double& value : parameters.ma) value = -value;
    for (double& value : parameters.seasonalMa) value = -value;
    return parameters;
}

std::vector<double> freeFromParameters(const ArmaParameters& parameters) {
    std::vector<double> free;
    const auto add = [&free](std::vector<double> coefficients, double sign) {
        for (double& value : coefficients) value *= sign;
        const auto part = freeFromStationary(coefficients);
        free.insert(free.end(), part.begin(), part.end());
    };
    add(parameters.ar, 1.0);
    add(parameters.ma, -1.0);
    add(parameters.seasonalAr, 1.0);
    add(parameters.seasonalMa, -1.0);
    return free;
}

ArimaProblem::~ArimaProblem() = default;

ArimaProblem::ArimaProblem(std::span<const double> values, const std::vector<std::vector<double>>& regressors, const ArimaOrder& order,
                           bool asWithGaps)
    : m_order(order), m_values(values.begin(), values.end()), m_delta(differencePolynomial(order.d, order.D, order.season)) {
    const std::size_t n = values.size();
    const int observed = static_cast<int>(std::count_if(values.begin(), values.end(), [](double value) { return !std::isnan(value); }));
    m_gaps = asWithGaps || observed < static_cast<int>(n);
    m_used = observed - static_cast<int>(m_delta.size());
    for (const auto& column : regressors) m_regressors.emplace_back(column.begin(), column.begin() + static_cast<std::ptrdiff_t>(n));
    m_kept.assign(regressors.size(), false);
    if (m_used <= 0) return;

    // Regressors orthogonal after differencing: products of their innovations stay well conditioned.
    std::vector<std::vector<double>> columns;
    for (const auto& column : m_regressors) columns.push_back(differenced(column, order.d, order.D, order.season));
    std::vector<std::vector<double>> observedRows;
    if (observed == static_cast<int>(n)) {
        m_kept = independentColumns(columns);
    } else {
        // A column must tell something on the rows that were observed.
        for (const auto& column : columns) {
            std::vector<double> rows;
            for (std::size_t i = 0; i < column.size(); ++i) {
                if (!std::isnan(values[i + m_delta.size()])) rows.push_back(column[i]);
            }
            observedRows.push_back(std::move(rows));
        }
        m_kept = independentColumns(observedRows);
    }
    m_columns.push_back(m_gaps ? m_values : differenced(values, order.d, order.D, order.season));
    std::vector<std::vector<double>> orthogonal;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        if (!m_kept[c]) continue;
        std::vector<double> q = columns[c];
        std::vector<double> combination(m_rank + 1, 0.0);
        combination[m_rank] = 1.0;
        std::vector<double> whole = m_regressors[c];
        for (int pass = 0; pass < 2; ++pass) {
            for (int k = 0; k < m_rank; ++k) {
                const double share = product(q, orthogonal[k]);
                for (std::size_t i = 0; i < q.size(); ++i) q[i] -= share * orthogonal[k][i];
                for (std::size_t j = 0; j < m_back[k].size(); ++j) combination[j] -= share * m_back[k][j];
            }
        }
        const double norm = std::sqrt(product(q, q));
        for (double& value : q) value /= norm;
        for (double& value : combination) value /= norm;
        orthogonal.push_back(std::move(q));
        m_back.push_back(std::move(combination));
        ++m_rank;
    }
    m_usable = m_used > m_rank;
    if (!m_usable) return;
    if (m_gaps) {
        for (int k = 0; k < m_rank; ++k) {
            std::vector<double> column(n, 0.0);
            int j = 0;
            for (std::size_t c = 0; c < m_regressors.size(); ++c) {
                if (!m_kept[c]) continue;
                if (j < static_cast<int>(m_back[k].size())) {
                    for (std::size_t i = 0; i < n; ++i) column[i] += m_back[k][j] * m_regressors[c][i];
                }
                ++j;
            }
            m_columns.push_back(std::move(column));
        }
    } else {
        m_columns.insert(m_columns.end(), orthogonal.begin(), orthogonal.end());
        m_filter = std::make_unique<ArmaFilter>(m_columns);
    }
    // What is left when only the regression is fitted.
    const std::vector<double> left = differenced(values, order.d, order.D, order.season);
    double whole = 0.0;
    double largest = 0.0;
    for (const double value : left) {
        if (!std::isnan(value)) whole += value * value;
    }
    for (const double value : values) {
        if (!std::isnan(value)) largest = std::max(largest, std::abs(value));
    }
    double rest = whole;
    if (m_rank > 0 && whole > 0.0 && m_gaps) rest = leastSquares(left, columns).residualSumOfSquares;
    if (m_rank > 0 && whole > 0.0 && !m_gaps) {
        std::vector<double> residual = left;
        for (const auto& q : orthogonal) {
            const double share = product(residual, q);
            for (std::size_t i = 0; i < residual.size(); ++i) residual[i] -= share * q[i];
        }
        rest = product(residual, residual);
    }
    m_exact = !(rest > 1e-20 * largest * largest * static_cast<double>(n));
}

double ArimaProblem::finish(const std::vector<double>& products, double sumLog, int count) {
    const int size = m_rank + 1;
    double rss = products[0];
    m_gamma.assign(m_rank, 0.0);
    if (m_rank > 0) {
        std::vector<double> normal(static_cast<std::size_t>(m_rank) * m_rank);
        for (int i = 0; i < m_rank; ++i) {
            m_gamma[i] = products[(i + 1) * size];
            for (int j = 0; j < m_rank; ++j) normal[i * m_rank + j] = products[(i + 1) * size + j + 1];
        }
        if (!solveCholesky(normal, m_gamma)) return kInfinity;
        for (int i = 0; i < m_rank; ++i) rss -= m_gamma[i] * products[(i + 1) * size];
    }
    if (!(rss > 0.0) || count <= 0) return kInfinity;
    return 0.5 * (std::log(rss / count) + sumLog / count);
}

double ArimaProblem::objective(const ArmaParameters& parameters) {
    if (m_gaps) return objectiveWithGaps(parameters);
    const auto phi = parameters.phi(m_order.season);
    const auto theta = parameters.theta(m_order.season);
    if (!m_filter->run(phi, theta)) return kInfinity;
    return finish(m_filter->crossProducts(), m_filter->sumLogVariance(), m_filter->length());
}

double ArimaProblem::objectiveWithGaps(const ArmaParameters& parameters) {
    ArimaState state(parameters.phi(m_order.season), parameters.theta(m_order.season), m_delta);
    if (!state.valid()) return kInfinity;
    const std::size_t lanes = m_columns.size();
    std::vector<std::vector<double>> states(lanes, std::vector<double>(state.size(), 0.0));
    std::vector<double> products(lanes * lanes, 0.0);
    std::vector<double> innovations(lanes);
    double sumLog = 0.0;
    int count = 0;
    for (std::size_t t = 0; t < m_values.size(); ++t) {
        const bool observed = !std::isnan(m_values[t]);
        for (std::size_t l = 0; l < lanes; ++l) innovations[l] = observed ? m_columns[l][t] - state.meanOf(states[l]) : 0.0;
        const double variance = state.variance();
        if (observed && !(variance > 0.0)) return kInfinity;
        if (observed && variance < 1e4) {
            ++count;
            sumLog += std::log(variance);
            for (std::size_t a = 0; a < lanes; ++a) {
                for (std::size_t b = 0; b < lanes; ++b) products[a * lanes + b] += innovations[a] * innovations[b] / variance;
            }
        }
        for (std::size_t l = 0; l < lanes; ++l) state.move(states[l], innovations[l]);
        state.moveCovariance(observed);
    }
    return finish(products, sumLog, count);
}

double ArimaProblem::logLikelihood(double objective) const {
    return -0.5 * (2.0 * m_used * objective + m_used + m_used * std::log(2.0 * std::numbers::pi));
}

std::vector<double> ArimaProblem::coefficients() const {
    std::vector<double> kept(m_rank, 0.0);
    for (int k = 0; k < m_rank; ++k) {
        for (std::size_t j = 0; j < m_back[k].size(); ++j) kept[j] += m_back[k][j] * m_gamma[k];
    }
    std::vector<double> all(m_regressors.size(), 0.0);
    int next = 0;
    for (std::size_t c = 0; c < all.size(); ++c) {
        if (m_kept[c]) all[c] = kept[next++];
    }
    return all;
}

}  // namespace mudeung::forecast
