// SPDX-License-Identifier: GPL-3.0-or-later
// Odd values by the remainder of a robust decomposition; values that come later against the one-step forecast.
#include "core/analysis/forecast/robust.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

#include "core/analysis/forecast/stl.h"

namespace mudeung::forecast {

namespace {

constexpr double kRanges = 3.0;
constexpr double kDeviations = 5.0;
constexpr int kLeastCycles = 5;
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

class RobustFit final : public FittedModel {
public:
    RobustFit(std::unique_ptr<FittedModel> inner, double deviation, int season)
        : m_inner(std::move(inner)), m_deviation(deviation), m_season(season) {}
    RobustFit(const RobustFit& other)
        : FittedModel(other),
          m_inner(other.m_inner->clone()),
          m_deviation(other.m_deviation),
          m_season(other.m_season),
          m_oddInARow(other.m_oddInARow) {}

    std::string name() const override { return m_inner->name() + " without odd values"; }
    FitStatistics statistics() const override { return m_inner->statistics(); }
    const std::vector<double>& fitted() const override { return m_inner->fitted(); }
    Prediction predict(int horizon, std::span<const double> levels) const override { return m_inner->predict(horizon, levels); }
    void append(std::span<const double> values) override {
        for (const double value : values) {
            const double expected = m_inner->predict(1, {}).mean.front();
            const bool odd = std::isnan(value) || std::abs(value - expected) > kDeviations * m_deviation;
            m_oddInARow = odd && !std::isnan(value) ? m_oddInARow + 1 : 0;
            const double taken = std::isnan(value) || (odd && m_oddInARow <= m_season) ? expected : value;
            m_inner->append(std::span(&taken, 1));
        }
    }
    std::unique_ptr<FittedModel> clone() const override { return std::make_unique<RobustFit>(*this); }
    const FittedModel& inner() const { return *m_inner; }

private:
    std::unique_ptr<FittedModel> m_inner;
    double m_deviation;  ///< robust standard deviation of the one-step errors
    int m_season;
    int m_oddInARow = 0;
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

std::unique_ptr<FittedModel> shielded(std::unique_ptr<FittedModel> inner, const Series& clean) {
    if (!inner) return nullptr;
    const double deviation = robustDeviation(clean.values, inner->fitted());
    return std::make_unique<RobustFit>(std::move(inner), deviation, clean.season());
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

std::vector<double> findOddValues(const Series& series, int* count) {
    std::vector<double> values = series.values;
    MstlOptions options;
    options.robust = true;
    options.robustRounds = kRobustRounds;
    const MstlParts parts = mstl(betweenCycles(values, series.season()), series.seasons, options);
    std::vector<double> remainder;
    for (std::size_t t = 0; t < parts.remainder.size(); ++t)
        if (!std::isnan(values[t])) remainder.push_back(parts.remainder[t]);
    if (remainder.size() < 4) return fillGaps(values, series.seasons);
    std::sort(remainder.begin(), remainder.end());
    const double low = quantile(remainder, 0.25);
    const double high = quantile(remainder, 0.75);
    const double reach = kRanges * (high - low);
    for (std::size_t t = 0; t < values.size(); ++t) {
        const bool odd = parts.remainder[t] < low - reach || parts.remainder[t] > high + reach;
        if (odd) ++*count;
        if (!odd && !std::isnan(values[t])) continue;
        // The seasons and the trend without the odd remainder; the same for what is missing.
        values[t] = parts.trend[t];
        for (const auto& seasonal : parts.seasonals) values[t] += seasonal[t];
    }
    return values;
}

}  // namespace

std::vector<double> withoutOddValues(const Series& series, int* count) {
    // Several models are shielded from the odd values of one series, one after another on one thread.
    struct Last {
        std::vector<double> values;
        std::vector<int> seasons;
        std::vector<double> clean;
        int count = -1;
    };
    thread_local Last last;
    const std::vector<double>& given = series.values;
    const bool known = last.count >= 0 && last.seasons == series.seasons && last.values.size() == given.size() &&
                       (given.empty() || std::memcmp(last.values.data(), given.data(), given.size() * sizeof(double)) == 0);
    if (!known) {
        int found = 0;
        std::vector<double> clean = findOddValues(series, &found);
        last = {given, series.seasons, std::move(clean), found};
    }
    if (count) *count = last.count;
    return last.clean;
}

std::unique_ptr<FittedModel> RobustModel::fit(const Series& series, std::string* why) const {
    if (!suits(series, why)) return nullptr;
    Series clean = series;
    clean.values = withoutOddValues(series);
    return shielded(m_inner->fit(clean, why), clean);
}

std::unique_ptr<FittedModel> RobustModel::refit(const Series& series, const FittedModel& earlier, std::string* why) const {
    const auto* robust = dynamic_cast<const RobustFit*>(&earlier);
    if (!robust || !suits(series, why)) return fit(series, why);
    Series clean = series;
    clean.values = withoutOddValues(series);
    return shielded(m_inner->refit(clean, robust->inner(), why), clean);
}

}  // namespace mudeung::forecast
