// SPDX-License-Identifier: GPL-3.0-or-later
// Fitting and using one ARIMA; see the header.
#include "core/analysis/forecast/arima.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/analysis/forecast/stl.h"
#include "core/analysis/math/bfgs.h"
#include "core/analysis/math/distributions.h"

namespace mudeung::forecast {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

bool refuse(std::string* why, const char* reason) {
    if (why) *why = reason;
    return false;
}

bool suits(const Series& series, const ArimaOrder& order, std::string* why) {
    if (order.season < 1 || std::min({order.p, order.d, order.q, order.P, order.D, order.Q}) < 0)
        return refuse(why, "the order is not valid");
    if (order.season == 1 && order.P + order.D + order.Q > 0) return refuse(why, "a seasonal order wants a season");
    if (std::all_of(series.values.begin(), series.values.end(), [](double value) { return std::isnan(value); })) {
        return refuse(why, "the series has no values");
    }
    for (const auto& column : series.regressors) {
        if (column.size() < series.values.size()) return refuse(why, "a regressor is shorter than the series");
        for (std::size_t i = 0; i < series.values.size(); ++i) {
            if (std::isnan(column[i])) return refuse(why, "a regressor has gaps");
        }
    }
    return true;
}

/// Observed values between the first and the last one.
int observed(std::span<const double> values) {
    return static_cast<int>(std::count_if(values.begin(), values.end(), [](double value) { return !std::isnan(value); }));
}

}  // namespace

std::vector<std::vector<double>> arimaColumns(const Series& series, const ArimaOrder& order, std::size_t length) {
    std::vector<std::vector<double>> columns;
    if (order.hasMean() || order.hasDrift()) {
        std::vector<double> column(length, 1.0);
        if (order.hasDrift()) {
            for (std::size_t i = 0; i < length; ++i) column[i] = static_cast<double>(i) + 1.0;
        }
        columns.push_back(std::move(column));
    }
    for (const auto& column : series.regressors) columns.emplace_back(column.begin(), column.begin() + static_cast<std::ptrdiff_t>(length));
    return columns;
}

std::vector<double> estimateArma(ArimaProblem& problem, const ArimaOrder& order, std::vector<double> start, double tolerance,
                                 double* objective) {
    start.resize(order.arma(), 0.0);
    // Beyond ±8 tanh is 1 to seven digits: no use in going on.
    const auto value = [&](const std::vector<double>& free) {
        for (const double x : free) {
            if (!(std::abs(x) < 8.0)) return kInfinity;
        }
        return problem.objective(order, free);
    };
    BfgsOptions options;
    options.tolerance = tolerance;
    // From too near a unit root the search would not find back.
    for (double& x : start) x = std::clamp(x, -2.0, 2.0);
    BfgsResult found = minimiseBfgs(value, std::move(start), options);
    if (tolerance < 1e-9) {
        // Last digits by differences to both sides.
        options.central = true;
        options.step = 1e-4;
        found = minimiseBfgs(value, std::move(found.at), options);
    }
    if (objective) *objective = found.value < 1e300 ? found.value : kInfinity;
    return found.at;
}

std::string FittedArima::name() const {
    const bool regressors = !m_regressors.empty();
    return arimaName(m_order, regressors);
}

double FittedArima::regression(std::size_t step) const {
    double sum = 0.0;
    std::size_t next = 0;
    if (m_order.hasMean()) {
        sum += m_coefficients[next++];
    } else if (m_order.hasDrift()) {
        sum += m_coefficients[next++] * (static_cast<double>(step) + 1.0);
    }
    for (const auto& column : m_regressors) {
        const double coefficient = m_coefficients[next++];
        if (coefficient != 0.0) sum += coefficient * (step < column.size() ? column[step] : kNaN);
    }
    return sum;
}

std::vector<double> FittedArima::varianceFactors(int steps) const {
    ArimaState state = m_state;
    std::vector<double> variances;
    for (int h = 0; h < steps; ++h) {
        variances.push_back(state.variance());
        state.observe(kNaN);
    }
    return variances;
}

Prediction FittedArima::predict(int horizon, std::span<const double> levels) const {
    Prediction prediction;
    prediction.lower.resize(levels.size());
    prediction.upper.resize(levels.size());
    std::vector<double> quantiles;
    for (const double level : levels) quantiles.push_back(normalQuantile(0.5 + level / 200.0));
    ArimaState state = m_state;
    for (int h = 0; h < horizon; ++h) {
        const double mean = state.mean() + regression(m_fitted.size() + static_cast<std::size_t>(h));
        const double width = std::sqrt(m_statistics.sigma2 * std::max(0.0, state.variance()));
        prediction.mean.push_back(mean);
        for (std::size_t k = 0; k < levels.size(); ++k) {
            prediction.lower[k].push_back(mean - quantiles[k] * width);
            prediction.upper[k].push_back(mean + quantiles[k] * width);
        }
        state.observe(kNaN);
    }
    return prediction;
}

void FittedArima::append(std::span<const double> values) {
    for (const double value : values) {
        const double regressed = regression(m_fitted.size());
        m_fitted.push_back(m_state.mean() + regressed);
        m_state.observe(value - regressed);
    }
}

std::unique_ptr<FittedArima> finishArima(ArimaProblem& problem, const ArimaOrder& order, const ArmaParameters& parameters,
                                         const std::vector<double>* coefficients, const Series& series) {
    auto fit = std::make_unique<FittedArima>();
    fit->m_order = order;
    fit->m_parameters = parameters;
    fit->m_regressors = series.regressors;
    const std::vector<double>& values = problem.values();
    const std::size_t n = values.size();
    const double objective = problem.exactlyFitted() ? kNaN : problem.objective(parameters);
    if (problem.exactlyFitted()) problem.objective(ArmaParameters{});
    fit->m_coefficients = coefficients ? *coefficients : problem.coefficients();
    const std::size_t own = order.hasMean() || order.hasDrift() ? 1 : 0;
    for (std::size_t c = own; c < problem.kept().size(); ++c) {
        if (!problem.kept()[c]) fit->m_leftOut.push_back(static_cast<int>(c - own));
    }

    std::vector<double> left(n);
    for (std::size_t i = 0; i < n; ++i) left[i] = values[i] - fit->regression(i);
    const auto phi = parameters.phi(order.season);
    const auto theta = parameters.theta(order.season);
    const auto delta = differencePolynomial(order.d, order.D, order.season);
    fit->m_fitted.assign(n, kNaN);
    double squares = 0.0;
    double likelihood = problem.logLikelihood(objective);
    if (problem.withGaps()) {
        ArimaState state(phi, theta, delta);
        double sumLog = 0.0;
        double counted = 0.0;
        int count = 0;
        for (std::size_t t = 0; t < n; ++t) {
            const double variance = state.variance();
            if (variance < 1e4) fit->m_fitted[t] = state.mean() + (values[t] - left[t]);
            if (std::isnan(values[t])) fit->m_fitted[t] = variance < 1e4 ? state.mean() + fit->regression(t) : kNaN;
            if (!std::isnan(left[t])) {
                const double innovation = left[t] - state.mean();
                squares += innovation * innovation / variance;
                if (variance < 1e4) {
                    counted += innovation * innovation / variance;
                    sumLog += std::log(variance);
                    ++count;
                }
            }
            state.observe(left[t]);
        }
        if (coefficients) likelihood = problem.logLikelihood(0.5 * (std::log(counted / count) + sumLog / count));
        fit->m_state = state;
    } else {
        ArmaFilter filter({differenced(left, order.d, order.D, order.season)});
        if (!filter.run(phi, theta)) return nullptr;
        const std::size_t lost = n - static_cast<std::size_t>(filter.length());
        for (int t = 0; t < filter.length(); ++t) {
            const double standardised = filter.standardised(t, 0);
            squares += standardised * standardised;
            fit->m_fitted[lost + t] = values[lost + t] - filter.innovation(t, 0);
        }
        if (coefficients)
            likelihood = problem.logLikelihood(0.5 * (std::log(squares / filter.length()) + filter.sumLogVariance() / filter.length()));
        const std::vector<double> latest(left.rbegin(), left.rbegin() + static_cast<std::ptrdiff_t>(delta.size()));
        fit->m_state = ArimaState(phi, theta, delta, filter.state(0), filter.stateCovariance(), latest);
    }

    const int parametersCounted = coefficients ? 1 : order.arma() + problem.rank() + 1;
    const double k = parametersCounted;
    const double used = observed(values) - order.d - order.D * order.season;
    fit->m_statistics.parameters = parametersCounted;
    fit->m_statistics.logLikelihood = likelihood;
    fit->m_statistics.sigma2 = problem.exactlyFitted() ? 0.0 : squares / (used - k + 1.0);
    fit->m_aic = -2.0 * likelihood + 2.0 * k;
    fit->m_bic = fit->m_aic + k * (std::log(used) - 2.0);
    fit->m_statistics.aicc = used - k - 1.0 > 0.0 ? fit->m_aic + 2.0 * k * (used / (used - k - 1.0) - 1.0) : kInfinity;
    return fit;
}

std::unique_ptr<FittedArima> fitArima(const Series& series, const ArimaOrder& order, std::string* why, const ArimaFixed* fixed,
                                      bool asWithGaps) {
    if (!suits(series, order, why)) return nullptr;
    ArimaProblem problem(series.values, arimaColumns(series, order, series.values.size()), order, asWithGaps);
    if (!problem.usable()) {
        refuse(why, "too few values for the order and its regressors");
        return nullptr;
    }
    if (fixed) {
        auto fit = finishArima(problem, order, fixed->parameters, &fixed->coefficients, series);
        if (!fit) refuse(why, "the parameters are not those of a stationary process");
        return fit;
    }
    if (problem.exactlyFitted()) {
        ArimaOrder plain = order;
        plain.p = plain.q = plain.P = plain.Q = 0;
        return finishArima(problem, plain, {}, nullptr, series);
    }
    double best = kInfinity;
    std::vector<double> at = estimateArma(problem, order, {}, 1e-10, &best);
    if (!problem.withGaps() && order.arma() > 0) {
        const ConditionalFit start = fitConditional(problem.columns(), order, nullptr);
        double other = kInfinity;
        auto otherAt = estimateArma(problem, order, freeFromParameters(start.parameters), 1e-10, &other);
        if (other < best) {
            best = other;
            at = std::move(otherAt);
        }
    }
    if (!std::isfinite(best)) {
        refuse(why, "no likelihood could be found for the order");
        return nullptr;
    }
    return finishArima(problem, order, parametersFromFree(order, at), nullptr, series);
}

ConditionalFit conditionalFit(const ArimaProblem& problem, std::span<const double> filled, const ArmaParameters* start) {
    if (!problem.withGaps()) return fitConditional(problem.columns(), problem.order(), start);
    const ArimaProblem whole(filled, problem.regressors(), problem.order());
    if (whole.usable() && !whole.withGaps()) return fitConditional(whole.columns(), problem.order(), start);
    ConditionalFit none;
    none.sigma2 = kInfinity;
    return none;
}

std::unique_ptr<FittedArima> fitArimaConditionally(const Series& series, const ArimaOrder& order, const ArmaParameters* start,
                                                   std::string* why) {
    ArimaProblem problem(series.values, arimaColumns(series, order, series.values.size()), order);
    if (!problem.usable() || problem.exactlyFitted()) return fitArima(series, order, why);
    const std::vector<double> filled = problem.withGaps() ? fillGaps(series.values, series.seasons) : series.values;
    const ConditionalFit found = conditionalFit(problem, filled, start);
    auto fit = std::isfinite(found.sigma2) ? finishArima(problem, order, found.parameters, nullptr, series) : nullptr;
    return fit ? std::move(fit) : fitArima(series, order, why);
}

std::unique_ptr<FittedModel> ArimaModel::fit(const Series& series, std::string* why) const {
    return fitArima(series, m_order, why);
}

}  // namespace mudeung::forecast
