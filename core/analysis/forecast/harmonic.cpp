// SPDX-License-Identifier: GPL-3.0-or-later
// Dynamic harmonic regression; see the header.
#include "core/analysis/forecast/harmonic.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>

#include "core/analysis/math/least_squares.h"

namespace mudeung::forecast {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

using Columns = std::vector<std::vector<double>>;

double firstAutocorrelation(const std::vector<double>& residuals) {
    double product = 0.0;
    double square = 0.0;
    for (std::size_t i = 0; i < residuals.size(); ++i) {
        if (std::isnan(residuals[i])) continue;
        square += residuals[i] * residuals[i];
        if (i > 0 && !std::isnan(residuals[i - 1])) product += residuals[i] * residuals[i - 1];
    }
    return square > 0.0 ? std::clamp(product / square, -0.98, 0.98) : 0.0;
}

/// x_t − ρ x_{t−1}.
std::vector<double> whitened(const std::vector<double>& x, double rho) {
    std::vector<double> out(x.size() - 1);
    for (std::size_t i = 0; i + 1 < x.size(); ++i) out[i] = x[i + 1] - rho * x[i];
    return out;
}

Columns whitened(const Columns& columns, double rho) {
    Columns out;
    for (const auto& column : columns) out.push_back(whitened(column, rho));
    return out;
}

double aiccOf(const LeastSquares& fit) {
    const double n = fit.rows;
    const double k = fit.rank + 2.0;  // σ² and ρ
    if (!(n - k - 1.0 > 0.0) || !(fit.residualSumOfSquares > 0.0)) return kInfinity;
    return n * std::log(fit.residualSumOfSquares / n) + 2.0 * k + 2.0 * k * (k + 1.0) / (n - k - 1.0);
}

std::string numberText(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%g", value);
    return text;
}

}  // namespace

std::string FittedHarmonic::name() const {
    std::string name = "Harmonic regression (";
    for (std::size_t i = 0; i < m_seasons.size(); ++i)
        name += (i ? ", " : "") + numberText(m_seasons[i].period) + ": " + std::to_string(m_seasons[i].pairs);
    if (!m_yearTerms.empty())
        name += (m_seasons.empty() ? "" : ", ") + numberText(m_yearPeriod) + ": " + std::to_string(m_yearTerms.size() / 2) + " shrunk";
    return name + ") with " + arimaName(m_errors.order(), false) + " errors";
}

double FittedHarmonic::regression(std::size_t step) const {
    double sum = 0.0;
    const int first = static_cast<int>(step) + 1;
    for (std::size_t k = 0; k < m_terms.size(); ++k) sum += m_termCoefficients[k] * fourierColumn(m_terms[k], first, 1)[0];
    for (std::size_t k = 0; k < m_yearTerms.size(); ++k) sum += m_yearCoefficients[k] * fourierColumn(m_yearTerms[k], first, 1)[0];
    for (std::size_t k = 0; k < m_regressors.size(); ++k) {
        if (m_coefficients[k] != 0.0) sum += m_coefficients[k] * (step < m_regressors[k].size() ? m_regressors[k][step] : kNaN);
    }
    return sum;
}

Prediction FittedHarmonic::predict(int horizon, std::span<const double> levels) const {
    Prediction prediction = m_errors.predict(horizon, levels);
    for (int h = 0; h < horizon; ++h) {
        const double shift = regression(m_fitted.size() + static_cast<std::size_t>(h));
        prediction.mean[h] += shift;
        for (auto& bound : prediction.lower) bound[h] += shift;
        for (auto& bound : prediction.upper) bound[h] += shift;
    }
    return prediction;
}

void FittedHarmonic::append(std::span<const double> values) {
    for (const double value : values) {
        const double shift = regression(m_fitted.size());
        const double left = value - shift;
        m_errors.append(std::span(&left, 1));
        m_fitted.push_back(m_errors.fitted().back() + shift);
    }
}

std::unique_ptr<FittedModel> HarmonicModel::fit(const Series& series, std::string* why) const {
    return fitFrom(series, nullptr, why);
}

std::unique_ptr<FittedModel> HarmonicModel::refit(const Series& series, const FittedModel& earlier, std::string* why) const {
    return fitFrom(series, dynamic_cast<const FittedHarmonic*>(&earlier), why);
}

std::unique_ptr<FittedModel> HarmonicModel::fitFrom(const Series& series, const FittedHarmonic* earlier, std::string* why) const {
    const auto refuse = [why](const char* reason) {
        if (why) *why = reason;
        return std::unique_ptr<FittedModel>();
    };
    const std::size_t n = series.values.size();
    if (n < 10) return refuse("harmonic regression wants ten values");
    for (const auto& column : series.regressors) {
        if (column.size() < n) return refuse("a regressor is shorter than the series");
        if (std::any_of(column.begin(), column.begin() + static_cast<std::ptrdiff_t>(n), [](double value) { return std::isnan(value); })) {
            return refuse("a regressor has gaps");
        }
    }
    auto fitted = std::make_unique<FittedHarmonic>();
    fitted->m_regressors = series.regressors;
    const int count = static_cast<int>(n);

    // Mean and the series' own regressors, then all the terms there may be.
    Columns base{std::vector<double>(n, 1.0)};
    for (const auto& column : series.regressors) base.emplace_back(column.begin(), column.begin() + static_cast<std::ptrdiff_t>(n));
    std::vector<double> periods;
    for (const int season : series.seasons) {
        if (season > 1 && 2 * static_cast<std::size_t>(season) < n) periods.push_back(season);
    }
    std::sort(periods.begin(), periods.end());
    std::vector<int> most;
    for (const double period : periods) most.push_back(std::min(m_options.mostPairs, static_cast<int>(period / 2.0)));
    double year = m_options.year;
    if (year < 0.0) year = series.season() == 7 ? 365.25 : series.season() == 24 ? 8766.0 : 0.0;
    if (!(year > 0.0) || static_cast<double>(n) < 1.5 * year) year = 0.0;
    if (year > 0.0) fitted->m_yearTerms = fourierTerms(std::vector<double>{year}, std::vector<int>{m_options.yearPairs});
    fitted->m_yearPeriod = year;
    const auto termColumns = [count](const std::vector<FourierTerm>& terms) {
        Columns columns;
        for (const FourierTerm& term : terms) columns.push_back(fourierColumn(term, 1, count));
        return columns;
    };
    const auto joined = [](Columns a, const Columns& b) {
        a.insert(a.end(), b.begin(), b.end());
        return a;
    };
    const Columns yearColumns = termColumns(fitted->m_yearTerms);
    const LeastSquares full = leastSquares(series.values, joined(joined(base, yearColumns), termColumns(fourierTerms(periods, most))));
    if (full.rows <= full.rank + 3) return refuse("too few values for the regressors");
    const double rho = firstAutocorrelation(full.residuals);
    const std::vector<double> y = whitened(series.values, rho);

    // How many pairs of each season.
    std::vector<int> chosen(periods.size(), 0);
    for (std::size_t s = 0; s < periods.size(); ++s) {
        double best = kInfinity;
        int bestPairs = 0;
        const bool known = earlier && earlier->m_seasons.size() == periods.size() && earlier->m_seasons[s].period == periods[s];
        if (known) bestPairs = earlier->m_seasons[s].pairs;
        for (int pairs = known ? most[s] + 1 : 0; pairs <= most[s]; ++pairs) {
            chosen[s] = pairs;
            const Columns columns = joined(joined(base, yearColumns), termColumns(fourierTerms(periods, chosen)));
            const double value = aiccOf(leastSquares(y, whitened(columns, rho)));
            if (value < best) {
                best = value;
                bestPairs = pairs;
            }
        }
        chosen[s] = bestPairs;
        fitted->m_seasons.push_back({periods[s], bestPairs});
    }
    fitted->m_terms = fourierTerms(periods, chosen);
    const Columns terms = termColumns(fitted->m_terms);

    // The year's terms, shrunk, are taken off before the rest is estimated.
    std::vector<double> values = series.values;
    if (!yearColumns.empty()) {
        const Columns without = joined(base, terms);
        const LeastSquares with = leastSquares(y, whitened(joined(without, yearColumns), rho));
        const LeastSquares other = leastSquares(y, whitened(without, rho));
        const int gained = with.rank - other.rank;
        const double residual = with.residualSumOfSquares / std::max(1, with.rows - with.rank);
        const double ratio =
            gained > 0 && residual > 0.0 ? (other.residualSumOfSquares - with.residualSumOfSquares) / gained / residual : 0.0;
        fitted->m_yearShrinkage = ratio > 1.0 ? 1.0 - 1.0 / ratio : 0.0;
        for (std::size_t k = 0; k < yearColumns.size(); ++k) {
            const double coefficient = fitted->m_yearShrinkage * with.coefficients[without.size() + k];
            fitted->m_yearCoefficients.push_back(coefficient);
            for (std::size_t i = 0; i < n; ++i) values[i] -= coefficient * yearColumns[k][i];
        }
    }

    // Order of the errors on the residuals, then everything together.
    Series errors;
    errors.values = leastSquares(values, joined(base, terms)).residuals;
    AutoArimaOptions options;
    options.seasonal = false;
    options.conditional = m_options.conditional;
    if (m_options.conditional) {
        options.maxP = options.maxQ = 3;
        options.mostModels = 12;
    }
    std::unique_ptr<FittedArima> searched;
    if (!earlier) {
        searched = autoArima(errors, options, why);
        if (!searched) return nullptr;
    } else if (m_options.conditional) {
        searched = fitArimaConditionally(errors, earlier->m_errors.order(), &earlier->m_errors.parameters(), why);
        if (!searched) return nullptr;
    }
    const FittedArima& known = searched ? *searched : earlier->m_errors;
    ArimaOrder order = known.order();
    if (order.d == 0) order.constant = true;
    Series whole;
    whole.values = values;
    whole.regressors.assign(base.begin() + 1, base.end());
    whole.regressors.insert(whole.regressors.end(), terms.begin(), terms.end());
    ArimaProblem problem(whole.values, arimaColumns(whole, order, n), order);
    if (!problem.usable()) return refuse("too few values for the regressors");
    double value = kInfinity;
    ArmaParameters parameters;
    if (m_options.conditional && !problem.exactlyFitted()) {
        parameters = known.parameters();  // of the residuals; the coefficients follow by generalised least squares
    } else if (!problem.exactlyFitted()) {
        parameters = parametersFromFree(order, estimateArma(problem, order, freeFromParameters(known.parameters()), 1e-8, &value));
        if (!std::isfinite(value)) return refuse("no likelihood could be found");
    } else {
        order.p = order.q = 0;
    }
    const auto joint = finishArima(problem, order, parameters, nullptr, whole);
    if (!joint) return refuse("no likelihood could be found");
    const std::size_t own = order.hasMean() || order.hasDrift() ? 1 : 0;
    const auto& coefficients = joint->coefficients();
    const auto from = coefficients.begin() + static_cast<std::ptrdiff_t>(own);
    fitted->m_coefficients.assign(from, from + static_cast<std::ptrdiff_t>(series.regressors.size()));
    fitted->m_termCoefficients.assign(from + static_cast<std::ptrdiff_t>(series.regressors.size()), coefficients.end());
    for (const int place : joint->leftOut()) {
        if (place < static_cast<int>(series.regressors.size())) fitted->m_leftOut.push_back(place);
    }
    fitted->m_statistics = joint->statistics();
    fitted->m_fitted = joint->fitted();
    for (std::size_t i = 0; i < n; ++i) fitted->m_fitted[i] += series.values[i] - values[i];

    // The errors alone go on from here: what lies beyond the series has terms but may have no columns.
    Series left;
    for (std::size_t i = 0; i < n; ++i) left.values.push_back(series.values[i] - fitted->regression(i));
    const std::vector<double> constant(coefficients.begin(), from);
    ArimaProblem rest(left.values, arimaColumns(left, order, n), order);
    const auto alone = finishArima(rest, order, parameters, &constant, left);
    if (!alone) return refuse("no likelihood could be found");
    fitted->m_errors = *alone;
    fitted->m_errors.setVariance(joint->statistics().sigma2);
    return fitted;
}

}  // namespace mudeung::forecast
