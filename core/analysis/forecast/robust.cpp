// SPDX-License-Identifier: GPL-3.0-or-later
// Odd values and the effects of known days by the remainder of a robust decomposition; values that come later against the one-step
// forecast.
#include "core/analysis/forecast/robust.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

#include "core/analysis/forecast/stl.h"
#include "core/analysis/math/least_squares.h"

namespace mudeung::forecast {

namespace {

constexpr double kRanges = 3.0;
constexpr double kDeviations = 5.0;
constexpr int kLeastCycles = 5;
constexpr std::size_t kFewDays = 10;  ///< of the days, one in so many at most
/// Of the decomposition: which values are odd is settled by then, the last digits of the others do not matter here.
constexpr int kRobustRounds = 6;
/// Median of |z| of a standard normal z.
constexpr double kNormalMedian = 0.6744897501960817;

/// Of sorted values, R's type 7.
double quantile(const std::vector<double>& sorted, double p) {
    const double at = p * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(at);
    const double rest = at - static_cast<double>(below);
    return below + 1 < sorted.size() ? sorted[below] + rest * (sorted[below + 1] - sorted[below]) : sorted[below];
}

/// A series as its model sees it.
struct Shielded {
    std::vector<double> values;   ///< odd values filled in, without the effect of known days
    std::vector<double> effects;  ///< of known days, as far ahead as they are known; empty = none was found
    std::vector<bool> taken;      ///< of the regressors: its effect is among these
    int odd = 0;
};

class RobustFit final : public FittedModel {
public:
    RobustFit(std::unique_ptr<FittedModel> inner, double deviation, int season, std::vector<double> effects)
        : m_inner(std::move(inner)), m_deviation(deviation), m_season(season), m_effects(std::move(effects)) {
        follow();
    }
    RobustFit(const RobustFit& other)
        : FittedModel(other),
          m_inner(other.m_inner->clone()),
          m_deviation(other.m_deviation),
          m_season(other.m_season),
          m_oddInARow(other.m_oddInARow),
          m_effects(other.m_effects),
          m_fitted(other.m_fitted) {}

    std::string name() const override {
        return m_inner->name() + (m_effects.empty() ? " without odd values" : " without odd values, known days apart");
    }
    FitStatistics statistics() const override { return m_inner->statistics(); }
    const std::vector<double>& fitted() const override { return m_effects.empty() ? m_inner->fitted() : m_fitted; }
    Prediction predict(int horizon, std::span<const double> levels) const override {
        Prediction prediction = m_inner->predict(horizon, levels);
        const std::size_t from = m_inner->fitted().size();
        for (std::size_t h = 0; h < prediction.mean.size() && !m_effects.empty(); ++h) {
            const double effect = effectAt(from + h);
            prediction.mean[h] += effect;
            for (auto& bound : prediction.lower) bound[h] += effect;
            for (auto& bound : prediction.upper) bound[h] += effect;
        }
        return prediction;
    }
    void append(std::span<const double> values) override {
        for (const double given : values) {
            const double value = given - effectAt(m_inner->fitted().size());
            const double expected = m_inner->predict(1, {}).mean.front();
            const bool odd = std::isnan(value) || std::abs(value - expected) > kDeviations * m_deviation;
            m_oddInARow = odd && !std::isnan(value) ? m_oddInARow + 1 : 0;
            const double taken = std::isnan(value) || (odd && m_oddInARow <= m_season) ? expected : value;
            m_inner->append(std::span(&taken, 1));
        }
        follow();
    }
    std::unique_ptr<FittedModel> clone() const override { return std::make_unique<RobustFit>(*this); }
    const FittedModel& inner() const { return *m_inner; }

private:
    double effectAt(std::size_t step) const { return step < m_effects.size() ? m_effects[step] : 0.0; }
    void follow() {
        if (m_effects.empty()) return;
        const std::vector<double>& inner = m_inner->fitted();
        for (std::size_t t = m_fitted.size(); t < inner.size(); ++t) m_fitted.push_back(inner[t] + effectAt(t));
    }

    std::unique_ptr<FittedModel> m_inner;
    double m_deviation;  ///< robust standard deviation of the one-step errors
    int m_season;
    int m_oddInARow = 0;
    std::vector<double> m_effects;  ///< of known days: the inner model never sees them
    std::vector<double> m_fitted;   ///< with them; empty without effects
};

double robustDeviation(const std::vector<double>& values, const std::vector<double>& fitted) {
    std::vector<double> sizes;
    for (std::size_t t = 0; t < values.size() && t < fitted.size(); ++t)
        if (const double error = std::abs(values[t] - fitted[t]); !std::isnan(error)) sizes.push_back(error);
    if (sizes.empty()) return std::numeric_limits<double>::infinity();
    const auto half = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
    std::nth_element(sizes.begin(), half, sizes.end());
    return *half > 0.0 ? *half / kNormalMedian : std::numeric_limits<double>::infinity();
}

bool suits(const Series& series, std::string* why) {
    if (series.season() > 1 && series.values.size() >= static_cast<std::size_t>(kLeastCycles * series.season())) return true;
    if (why) *why = "odd values cannot be told from others without five cycles of a season";
    return false;
}

std::unique_ptr<FittedModel> guarded(std::unique_ptr<FittedModel> inner, const Series& seen, std::vector<double> effects) {
    if (!inner) return nullptr;
    const double deviation = robustDeviation(seen.values, inner->fitted());
    return std::make_unique<RobustFit>(std::move(inner), deviation, seen.season(), std::move(effects));
}

/// Gaps filled with the mean of the values one or more cycles before and after: enough for a robust decomposition to begin with.
std::vector<double> betweenCycles(const std::vector<double>& values, int season) {
    std::vector<double> filled = values;
    const auto n = static_cast<std::ptrdiff_t>(values.size());
    const auto nearest = [&](std::ptrdiff_t from, std::ptrdiff_t step) {
        for (std::ptrdiff_t t = from + step; t >= 0 && t < n; t += step)
            if (!std::isnan(values[static_cast<std::size_t>(t)])) return values[static_cast<std::size_t>(t)];
        return std::numeric_limits<double>::quiet_NaN();
    };
    for (std::ptrdiff_t t = 0; t < n; ++t) {
        double& value = filled[static_cast<std::size_t>(t)];
        if (!std::isnan(value)) continue;
        const double before = nearest(t, -season);
        const double after = nearest(t, season);
        value = std::isnan(before) ? after : std::isnan(after) ? before : 0.5 * (before + after);
    }
    return filled;
}

/// Columns that say something of few days: holidays, events. What holds for weeks (vacations, prices) belongs to the level.
bool isOfFewDays(const std::vector<double>& column, std::size_t n) {
    if (column.size() < n) return false;
    const auto days = static_cast<std::size_t>(
        std::count_if(column.begin(), column.begin() + static_cast<std::ptrdiff_t>(n), [](double value) { return value != 0.0; }));
    return days > 0 && days * kFewDays <= n && std::none_of(column.begin(), column.end(), [](double value) { return std::isnan(value); });
}

/// Seasons and trend of a step, behind the end those of the last cycle.
double baseAt(const MstlParts& parts, std::size_t step) {
    const std::size_t n = parts.trend.size();
    double base = parts.trend[std::min(step, n - 1)];
    for (std::size_t s = 0; s < parts.seasonals.size(); ++s) {
        std::size_t at = step;
        const auto season = static_cast<std::size_t>(parts.seasons[s]);
        while (at >= n) at -= season;
        base += parts.seasonals[s][at];
    }
    return base;
}

/// What known days add to seasons and trend, by least squares on the remainder, each coefficient shrunk by what chance alone would give.
void findEffects(const Series& series, const MstlParts& parts, Shielded* out) {
    const std::size_t n = series.values.size();
    std::vector<double> remainder = parts.remainder;
    for (std::size_t t = 0; t < n; ++t)
        if (std::isnan(series.values[t])) remainder[t] = std::numeric_limits<double>::quiet_NaN();
    std::size_t steps = 0;
    for (const auto& column : series.regressors) steps = std::max(steps, column.size());
    // In proportion to what is expected of the day, where that is an amount: a holiday takes more from a weekday than from a Saturday.
    std::vector<double> weight(steps);
    for (std::size_t t = 0; t < steps; ++t) weight[t] = baseAt(parts, t);
    if (std::any_of(weight.begin(), weight.end(), [](double base) { return !(base > 0.0); })) std::fill(weight.begin(), weight.end(), 1.0);
    std::vector<std::vector<double>> columns;
    std::vector<std::size_t> of;
    out->taken.assign(series.regressors.size(), false);
    for (std::size_t k = 0; k < series.regressors.size(); ++k) {
        if (!isOfFewDays(series.regressors[k], n)) continue;
        out->taken[k] = true;
        of.push_back(k);
        std::vector<double> column(n);
        for (std::size_t t = 0; t < n; ++t) column[t] = series.regressors[k][t] * weight[t];
        columns.push_back(std::move(column));
    }
    if (columns.empty()) return;
    const LeastSquares fit = leastSquares(remainder, columns);
    std::vector<double> effects(steps, 0.0);
    bool any = false;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const double ratio = fit.coefficients[c] / fit.standardErrors[c];
        if (!fit.kept[c] || !(ratio * ratio > 1.0)) continue;
        const double coefficient = fit.coefficients[c] * (1.0 - 1.0 / (ratio * ratio));
        const std::vector<double>& known = series.regressors[of[c]];
        for (std::size_t t = 0; t < known.size(); ++t) effects[t] += coefficient * known[t] * weight[t];
        any = true;
    }
    if (any) out->effects = std::move(effects);
}

Shielded shield(const Series& series) {
    Shielded out;
    std::vector<double>& values = out.values = series.values;
    MstlOptions options;
    options.robust = true;
    options.robustRounds = kRobustRounds;
    const MstlParts parts = mstl(betweenCycles(values, series.season()), series.seasons, options);
    std::vector<double> remainder;
    for (std::size_t t = 0; t < parts.remainder.size(); ++t)
        if (!std::isnan(values[t])) remainder.push_back(parts.remainder[t]);
    if (remainder.size() < 4) {
        values = fillGaps(values, series.seasons);
        return out;
    }
    if (!series.regressors.empty()) findEffects(series, parts, &out);
    const auto left = [&](std::size_t t) { return parts.remainder[t] - (out.effects.empty() ? 0.0 : out.effects[t]); };
    remainder.clear();
    for (std::size_t t = 0; t < values.size(); ++t)
        if (!std::isnan(values[t])) remainder.push_back(left(t));
    std::sort(remainder.begin(), remainder.end());
    const double low = quantile(remainder, 0.25);
    const double high = quantile(remainder, 0.75);
    const double reach = kRanges * (high - low);
    for (std::size_t t = 0; t < values.size(); ++t) {
        const bool odd = left(t) < low - reach || left(t) > high + reach;
        if (odd) ++out.odd;
        if (!odd && !std::isnan(values[t])) {
            if (!out.effects.empty()) values[t] -= out.effects[t];
            continue;
        }
        // The seasons and the trend without the odd remainder; the same for what is missing.
        values[t] = parts.trend[t];
        for (const auto& seasonal : parts.seasonals) values[t] += seasonal[t];
    }
    return out;
}

bool sameBits(const std::vector<double>& a, const std::vector<double>& b) {
    return a.size() == b.size() && (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0);
}

/// Several models are shielded from the odd values of one series, one after another on one thread.
const Shielded& shieldedOnce(const Series& series) {
    struct Last {
        Series series;
        Shielded shielded;
        bool known = false;
    };
    thread_local Last last;
    const auto& a = last.series.regressors;
    const auto& b = series.regressors;
    const bool same = last.known && last.series.seasons == series.seasons && sameBits(last.series.values, series.values) &&
                      std::equal(a.begin(), a.end(), b.begin(), b.end(), sameBits);
    if (!same) last = {series, shield(series), true};
    return last.shielded;
}

/// What the inner model is fitted to: columns whose effect is taken off already are not for it.
Series seenSeries(const Series& series, const Shielded& shielded) {
    Series seen;
    seen.values = shielded.values;
    seen.seasons = series.seasons;
    for (std::size_t k = 0; k < series.regressors.size(); ++k)
        if (shielded.taken.empty() || !shielded.taken[k]) seen.regressors.push_back(series.regressors[k]);
    return seen;
}

}  // namespace

std::vector<double> withoutOddValues(const Series& series, int* count) {
    Series alone;
    alone.values = series.values;
    alone.seasons = series.seasons;
    const Shielded& shielded = shieldedOnce(alone);
    if (count) *count = shielded.odd;
    return shielded.values;
}

std::unique_ptr<FittedModel> RobustModel::fit(const Series& series, std::string* why) const {
    if (!suits(series, why)) return nullptr;
    const Shielded shielded = shieldedOnce(series);
    const Series seen = seenSeries(series, shielded);
    return guarded(m_inner->fit(seen, why), seen, shielded.effects);
}

std::unique_ptr<FittedModel> RobustModel::refit(const Series& series, const FittedModel& earlier, std::string* why) const {
    const auto* robust = dynamic_cast<const RobustFit*>(&earlier);
    if (!robust || !suits(series, why)) return fit(series, why);
    const Shielded shielded = shieldedOnce(series);
    const Series seen = seenSeries(series, shielded);
    return guarded(m_inner->refit(seen, robust->inner(), why), seen, shielded.effects);
}

}  // namespace mudeung::forecast
