// SPDX-License-Identifier: GPL-3.0-or-later
// Choice of an ARIMA's order; see the header.
#include "core/analysis/forecast/auto_arima.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "core/analysis/forecast/arima_css.h"
#include "core/analysis/forecast/stl.h"
#include "core/analysis/math/least_squares.h"

namespace mudeung::forecast {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kLargestInverseRoot = 1.0 / 1.01;
constexpr double kSearchTolerance = 1e-6;
constexpr double kFinalTolerance = 1e-10;
constexpr double kConditionalTolerance = 1e-7;
/// Less than 0.1 of AICc for a thousand values: enough to compare orders.
constexpr double kQuickTolerance = 1e-4;
constexpr double kRefitTolerance = 1e-8;
constexpr int kMostRefits = 10;

std::vector<double> withoutGaps(std::span<const double> values) {
    std::vector<double> kept;
    std::copy_if(values.begin(), values.end(), std::back_inserter(kept), [](double value) { return !std::isnan(value); });
    return kept;
}

/// No root of either polynomial within 1.01 of the unit circle. Roots of the seasonal factors are the season-th roots of their own.
bool farFromUnitCircle(const ArmaParameters& parameters, int season) {
    const auto negative = [](std::vector<double> theta) {
        for (double& value : theta) value = -value;
        return theta;
    };
    const double seasonal = std::pow(kLargestInverseRoot, season);
    return largestInverseRoot(parameters.ar) <= kLargestInverseRoot && largestInverseRoot(negative(parameters.ma)) <= kLargestInverseRoot &&
           largestInverseRoot(parameters.seasonalAr) <= seasonal && largestInverseRoot(negative(parameters.seasonalMa)) <= seasonal;
}

/// Step by step through orders of the same differences. A problem with and one without mean or drift, each made when first wanted.
class Search {
public:
    Search(const Series& series, const ArimaOrder& start, const AutoArimaOptions& options, int length)
        : m_series(series), m_options(options), m_base(start), m_constantAllowed(start.d + start.D <= 1) {
        m_base.constant = false;
        const int season = start.season;
        m_maxP = std::min(options.maxP, length / 3);
        m_maxQ = std::min(options.maxQ, length / 3);
        m_maxSeasonalP = season > 1 ? std::min(options.maxSeasonalP, length / 3 / season) : 0;
        m_maxSeasonalQ = season > 1 ? std::min(options.maxSeasonalQ, length / 3 / season) : 0;
        if (season > 1 && m_maxSeasonalP > 0) m_maxP = std::min(m_maxP, season - 1);
        if (season > 1 && m_maxSeasonalQ > 0) m_maxQ = std::min(m_maxQ, season - 1);
        m_length = length;
        m_approximate = series.values.size() > 150 || season > 12;
    }

    struct Candidate {
        ArimaOrder order;
        ArmaParameters parameters;
        double value = kInfinity;
    };

    /// Whether orders are compared by conditional least squares.
    bool approximate() const { return m_approximate; }

    /// All orders that could be fitted, best first.
    std::vector<Candidate> run() {
        const bool few = m_series.values.size() < 10;
        const bool constant = m_constantAllowed;
        consider(std::min(few ? 1 : 2, m_maxP), std::min(few ? 1 : 2, m_maxQ), std::min(few ? 0 : 1, m_maxSeasonalP),
                 std::min(few ? 0 : 1, m_maxSeasonalQ), constant);
        consider(0, 0, 0, 0, constant);
        if (m_maxP > 0 || m_maxSeasonalP > 0) consider(m_maxP > 0, 0, m_maxSeasonalP > 0, 0, constant);
        if (m_maxQ > 0 || m_maxSeasonalQ > 0) consider(0, m_maxQ > 0, 0, m_maxSeasonalQ > 0, constant);
        if (constant) consider(0, 0, 0, 0, false);
        while (improve()) {
        }
        std::stable_sort(m_found.begin(), m_found.end(), [](const Candidate& a, const Candidate& b) { return a.value < b.value; });
        return std::move(m_found);
    }

private:
    /// The first better neighbour in R's order; false when there is none.
    bool improve() {
        static constexpr int kMoves[][4] = {{0, 0, -1, 0},  {0, 0, 0, -1}, {0, 0, 1, 0},  {0, 0, 0, 1},  {0, 0, -1, -1}, {0, 0, -1, 1},
                                            {0, 0, 1, -1},  {0, 0, 1, 1},  {-1, 0, 0, 0}, {0, -1, 0, 0}, {1, 0, 0, 0},   {0, 1, 0, 0},
                                            {-1, -1, 0, 0}, {-1, 1, 0, 0}, {1, -1, 0, 0}, {1, 1, 0, 0}};
        const ArimaOrder from = m_best.order;
        for (const auto& move : kMoves) {
            if (consider(from.p + move[0], from.q + move[1], from.P + move[2], from.Q + move[3], from.constant)) return true;
        }
        return m_constantAllowed && consider(from.p, from.q, from.P, from.Q, !from.constant);
    }

    /// True when the order is a new one within bounds and better than the best so far.
    bool consider(int p, int q, int P, int Q, bool constant) {
        if (p < 0 || q < 0 || P < 0 || Q < 0 || p > m_maxP || q > m_maxQ || P > m_maxSeasonalP || Q > m_maxSeasonalQ) return false;
        ArimaOrder order = m_base;
        order.p = p;
        order.q = q;
        order.P = P;
        order.Q = Q;
        order.constant = constant;
        const std::vector<int> key{p, q, P, Q, constant};
        if (m_seen.count(key) || static_cast<int>(m_seen.size()) >= m_options.mostModels) return false;
        m_seen.insert({key, true});
        Candidate candidate{order, {}, kInfinity};
        candidate.value = criterion(order, candidate.parameters);
        if (!(candidate.value < kInfinity)) return false;
        m_found.push_back(candidate);
        if (!(candidate.value < m_best.value)) return false;
        m_best = std::move(candidate);
        return true;
    }

    /// AICc; by conditional least squares up to a constant that is the same for all orders.
    double criterion(const ArimaOrder& order, ArmaParameters& parameters) {
        auto& problem = m_problems[order.constant ? 1 : 0];
        if (!problem)
            problem = std::make_unique<ArimaProblem>(m_series.values, arimaColumns(m_series, order, m_series.values.size()), order);
        if (!problem->usable()) return kInfinity;
        const double k = order.arma() + problem->rank() + 1;
        const double used = m_length - order.d - order.D * order.season;
        if (!(used - k - 1.0 > 0.0)) return kInfinity;
        const double penalty = 2.0 * k + 2.0 * k * (k + 1.0) / (used - k - 1.0);
        const bool warm = m_approximate && m_best.value < kInfinity;
        ConditionalFit fit = fitConditional(problem->columns(), order, warm ? &m_best.parameters : nullptr,
                                            m_options.conditional ? kQuickTolerance : kConditionalTolerance);
        if (m_approximate) {
            parameters = std::move(fit.parameters);
            if (!std::isfinite(fit.sigma2) || !farFromUnitCircle(parameters, order.season)) return kInfinity;
            return used * std::log(fit.sigma2) + penalty;
        }
        double objective = kInfinity;
        const std::vector<double> free = estimateArma(*problem, order, freeFromParameters(fit.parameters), kSearchTolerance, &objective);
        parameters = parametersFromFree(order, free);
        if (!std::isfinite(objective) || !farFromUnitCircle(parameters, order.season)) return kInfinity;
        return -2.0 * problem->logLikelihood(objective) + penalty;
    }

    const Series& m_series;
    AutoArimaOptions m_options;
    ArimaOrder m_base;
    bool m_constantAllowed;
    int m_length = 0;
    int m_maxP = 0;
    int m_maxQ = 0;
    int m_maxSeasonalP = 0;
    int m_maxSeasonalQ = 0;
    std::unique_ptr<ArimaProblem> m_problems[2];
    std::map<std::vector<int>, bool> m_seen;
    std::vector<Candidate> m_found;
    Candidate m_best;
    bool m_approximate = false;
};

/// How many of `wanted` differences leave no regressor constant.
int keptDifferences(const std::vector<std::vector<double>>& columns, int wanted, int season) {
    if (wanted == 0) return 0;
    for (const auto& column : columns) {
        if (isConstant(differenced(column, season > 1 ? 0 : wanted, season > 1 ? wanted : 0, season))) return wanted - 1;
    }
    return wanted;
}

}  // namespace

bool isConstant(std::span<const double> values) {
    double apart = 0.0;
    double size = 0.0;
    int count = 0;
    for (const double value : values) {
        if (value == values[0] || std::isnan(value)) continue;
        apart += std::abs(value - values[0]);
        size += std::abs(value);
        ++count;
    }
    if (count == 0) return true;
    if (size / count > 1.5e-8) apart /= size / count;
    return apart / count < 1.5e-8;
}

double kpssStatistic(std::span<const double> values, int lags) {
    const std::size_t n = values.size();
    double mean = 0.0;
    for (const double value : values) mean += value;
    mean /= static_cast<double>(n);
    std::vector<double> residuals(values.begin(), values.end());
    for (double& value : residuals) value -= mean;
    double sum = 0.0;
    double squares = 0.0;
    for (const double value : residuals) {
        sum += value;
        squares += sum * sum;
    }
    double variance = 0.0;
    for (const double value : residuals) variance += value * value;
    for (int lag = 1; lag <= lags; ++lag) {
        double covariance = 0.0;
        for (std::size_t i = lag; i < n; ++i) covariance += residuals[i] * residuals[i - lag];
        variance += 2.0 * (1.0 - lag / (lags + 1.0)) * covariance;
    }
    const double size = static_cast<double>(n);
    return (squares / (size * size)) / (variance / size);
}

int differencesNeeded(std::span<const double> given, int most) {
    std::vector<double> values = withoutGaps(given);
    int d = 0;
    if (values.empty() || isConstant(values)) return 0;
    const auto statistic = [&values] {
        return kpssStatistic(values, static_cast<int>(3.0 * std::sqrt(static_cast<double>(values.size())) / 13.0));
    };
    double now = statistic();
    if (std::isnan(now)) return 0;
    while (now > 0.463 && d < most) {
        ++d;
        values = differenced(values, 1, 0, 1);
        if (values.empty() || isConstant(values)) return d;
        now = statistic();
        if (std::isnan(now)) return d - 1;
    }
    return d;
}

int seasonalDifferencesNeeded(std::span<const double> values, int season) {
    if (season < 2 || values.size() <= 2 * static_cast<std::size_t>(season) || isConstant(withoutGaps(values))) return 0;
    const auto strengths = seasonalStrength(mstl(values, {season}));
    return !strengths.empty() && strengths.front() > 0.64 ? 1 : 0;
}

std::unique_ptr<FittedArima> autoArima(const Series& given, const AutoArimaOptions& options, std::string* why) {
    Series series = given;
    const std::size_t n = series.values.size();
    const std::vector<double> present = withoutGaps(series.values);
    const auto refuse = [why](const char* reason) {
        if (why) *why = reason;
        return std::unique_ptr<FittedArima>();
    };
    if (present.empty()) return refuse("the series has no values");
    for (const auto& column : series.regressors) {
        if (column.size() < n) return refuse("a regressor is shorter than the series");
        if (std::any_of(column.begin(), column.begin() + static_cast<std::ptrdiff_t>(n), [](double value) { return std::isnan(value); })) {
            return refuse("a regressor has gaps");
        }
    }
    ArimaOrder order;
    order.season = options.seasonal ? std::max(1, series.season()) : 1;
    order.constant = true;
    if (isConstant(present)) {
        order.season = 1;
        return fitArima(series, order, why);
    }

    // Differences are judged on what the regressors leave.
    std::vector<std::vector<double>> varying;
    std::vector<std::vector<double>> design{std::vector<double>(n, 1.0)};
    for (const auto& column : series.regressors) {
        std::vector<double> past(column.begin(), column.begin() + static_cast<std::ptrdiff_t>(n));
        if (isConstant(past)) continue;
        design.push_back(past);
        varying.push_back(std::move(past));
    }
    std::vector<double> left = series.values;
    if (!varying.empty()) left = leastSquares(series.values, design).residuals;
    if (order.season > 1 && n > 2 * static_cast<std::size_t>(order.season)) {
        order.D = keptDifferences(varying, seasonalDifferencesNeeded(left, order.season), order.season);
    }
    std::vector<double> rest = differenced(left, 0, order.D, order.season);
    if (order.D > 0 && withoutGaps(rest).empty()) {
        order.D = 0;
        rest = left;
    }
    if (order.D > 0) {
        for (auto& column : varying) column = differenced(column, 0, order.D, order.season);
    }
    order.d = keptDifferences(varying, differencesNeeded(rest), 1);
    if (order.d > 0 && withoutGaps(differenced(rest, order.d, 0, 1)).empty()) --order.d;
    const std::vector<double> stationary = withoutGaps(differenced(rest, order.d, 0, 1));
    if (stationary.empty()) return refuse("too few values");
    order.constant = order.d + order.D <= 1;
    if (isConstant(stationary)) return fitArima(series, order, why);

    const bool gaps = present.size() < n;
    if (gaps) series.values = fillGaps(series.values, series.seasons);
    const auto first = std::find_if(given.values.begin(), given.values.end(), [](double value) { return !std::isnan(value); });
    Search search(series, order, options, static_cast<int>(gaps ? given.values.end() - first : static_cast<std::ptrdiff_t>(n)));
    // The best order is fitted exactly; when its roots then come too near the unit circle, the next.
    int attempts = 0;
    for (const Search::Candidate& candidate : search.run()) {
        if (++attempts > kMostRefits) break;
        const ArimaOrder& found = candidate.order;
        ArimaProblem problem(given.values, arimaColumns(given, found, n), found);
        if (!problem.usable()) continue;
        if (options.conditional && search.approximate()) {
            const ConditionalFit fit = conditionalFit(problem, series.values, &candidate.parameters);
            if (!std::isfinite(fit.sigma2) || !farFromUnitCircle(fit.parameters, found.season)) continue;
            if (auto fitted = finishArima(problem, found, fit.parameters, nullptr, given)) return fitted;
            continue;
        }
        double value = kInfinity;
        const std::vector<double> free = estimateArma(problem, found, freeFromParameters(candidate.parameters), kFinalTolerance, &value);
        const ArmaParameters parameters = parametersFromFree(found, free);
        if (!std::isfinite(value) || !farFromUnitCircle(parameters, found.season)) continue;
        return finishArima(problem, found, parameters, nullptr, given);
    }
    return refuse("no suitable ARIMA model was found");
}

std::unique_ptr<FittedModel> AutoArimaModel::refit(const Series& series, const FittedModel& earlier, std::string* why) const {
    const auto* fitted = dynamic_cast<const FittedArima*>(&earlier);
    const bool present = std::any_of(series.values.begin(), series.values.end(), [](double value) { return !std::isnan(value); });
    const bool covered = std::all_of(series.regressors.begin(), series.regressors.end(),
                                     [&series](const auto& column) { return column.size() >= series.values.size(); });
    if (!fitted || !present || !covered) return fit(series, why);
    const ArimaOrder& order = fitted->order();
    ArimaProblem problem(series.values, arimaColumns(series, order, series.values.size()), order);
    if (!problem.usable() || problem.exactlyFitted()) return fit(series, why);
    double value = kInfinity;
    const auto free = estimateArma(problem, order, freeFromParameters(fitted->parameters()), kRefitTolerance, &value);
    const ArmaParameters parameters = parametersFromFree(order, free);
    if (!std::isfinite(value) || !farFromUnitCircle(parameters, order.season)) return fit(series, why);
    return finishArima(problem, order, parameters, nullptr, series);
}

}  // namespace mudeung::forecast
