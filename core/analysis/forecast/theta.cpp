// SPDX-License-Identifier: GPL-3.0-or-later
// Simple smoothing along a line; the recursion that all three kinds share, and the search for α.
#include "core/analysis/forecast/theta.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/analysis/forecast/decomposition.h"
#include "core/analysis/math/distributions.h"

namespace mudeung::forecast {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr double kLeastAlpha = 0.01, kMostAlpha = 0.99;
constexpr double kMostWeight = 1 - 1e-6;  ///< θ up to a million

struct Line {
    double intercept = 0.0, slope = 0.0;  ///< value at step t (from 1) = intercept + slope·t
};

Line lineThrough(const std::vector<double>& values) {
    const double n = static_cast<double>(values.size());
    double mean = 0.0, product = 0.0;
    for (const double v : values) mean += v / n;
    for (size_t t = 0; t < values.size(); ++t) product += (static_cast<double>(t) + 1 - (n + 1) / 2) * (values[t] - mean);
    Line line;
    line.slope = product / (n * (n * n - 1) / 12);
    line.intercept = mean - line.slope * (n + 1) / 2;
    return line;
}

/// The recursion after t values. `power` = (1 − α)^t.
struct State {
    double level = 0.0, mean = 0.0, power = 1.0;
    Line line;
    double t = 0.0;

    /// What the weight multiplies in the mean of the next step.
    double drift(double alpha) const { return power * line.intercept + (1 - power * (1 - alpha)) / alpha * line.slope; }
    void take(double y, double alpha, bool dynamic) {
        t += 1;
        power *= 1 - alpha;
        level += alpha * (y - level);
        if (!dynamic) return;
        line.slope = t < 2 ? 0.0 : ((t - 2) * line.slope + 6 / t * (y - mean)) / (t + 1);
        mean += (y - mean) / t;
        line.intercept = mean - (t + 1) / 2 * line.slope;
    }
};

State startOf(const Line& line, double level, bool dynamic) {
    State state;
    state.level = level;
    if (!dynamic) state.line = line;
    return state;
}

struct Best {
    double squares = std::numeric_limits<double>::infinity();
    double level = 0.0, weight = 0.0;
};

/// Least squares for the first level and the weight at one α; the standard method smooths without weight and adds the line afterwards.
Best bestAt(const std::vector<double>& values, const Line& line, ThetaKind kind, double alpha) {
    const bool dynamic = kind == ThetaKind::DynamicOptimised;
    State state = startOf(line, 0.0, dynamic);
    double xx = 0.0, xz = 0.0, zz = 0.0, xr = 0.0, zr = 0.0, rr = 0.0;
    for (const double y : values) {
        const double x = state.power, z = state.drift(alpha), r = y - state.level;
        xx += x * x;
        xz += x * z;
        zz += z * z;
        xr += x * r;
        zr += z * r;
        rr += r * r;
        state.take(y, alpha, dynamic);
    }
    const double determinant = xx * zz - xz * xz;
    Best best;
    if (kind != ThetaKind::Standard)
        best.weight = determinant > 1e-12 * xx * zz ? std::clamp((xx * zr - xz * xr) / determinant, 0.0, kMostWeight) : 0.0;
    best.level = (xr - best.weight * xz) / xx;
    best.squares = rr - 2 * best.level * xr - 2 * best.weight * zr + best.level * best.level * xx + 2 * best.level * best.weight * xz +
                   best.weight * best.weight * zz;
    return best;
}

double bestAlpha(const std::vector<double>& values, const Line& line, ThetaKind kind) {
    const double lowest = kind == ThetaKind::Standard ? 1e-4 : kLeastAlpha, highest = kind == ThetaKind::Standard ? 0.9999 : kMostAlpha;
    constexpr int kGrid = 25;
    const auto at = [&](int i) { return lowest + (highest - lowest) * i / (kGrid - 1); };
    int least = 0;
    double squares = std::numeric_limits<double>::infinity();
    for (int i = 0; i < kGrid; ++i) {
        const double s = bestAt(values, line, kind, at(i)).squares;
        if (s < squares) {
            squares = s;
            least = i;
        }
    }
    // Golden section around the best of the grid.
    const double ratio = 0.6180339887498949;
    double a = at(std::max(least - 1, 0)), b = at(std::min(least + 1, kGrid - 1));
    double c = b - ratio * (b - a), d = a + ratio * (b - a);
    double fc = bestAt(values, line, kind, c).squares, fd = bestAt(values, line, kind, d).squares;
    while (b - a > 1e-7) {
        if (fc <= fd) {
            b = d;
            d = c;
            fd = fc;
            c = b - ratio * (b - a);
            fc = bestAt(values, line, kind, c).squares;
        } else {
            a = c;
            c = d;
            fc = fd;
            d = a + ratio * (b - a);
            fd = bestAt(values, line, kind, d).squares;
        }
    }
    const double middle = (a + b) / 2;
    return bestAt(values, line, kind, middle).squares <= squares ? middle : at(least);
}

class Fitted final : public FittedTheta {
public:
    Fitted(const std::vector<double>& values, ThetaKind kind, std::vector<double> figure, bool multiplicative)
        : m_kind(kind), m_figure(std::move(figure)), m_multiplicative(multiplicative) {
        std::vector<double> adjusted(values.size());
        for (size_t t = 0; t < values.size(); ++t) adjusted[t] = withoutSeason(values[t], t);
        m_line = lineThrough(adjusted);
        const bool dynamic = kind == ThetaKind::DynamicOptimised;
        const int estimated = kind == ThetaKind::Standard ? 2 : 3;
        m_alpha = bestAlpha(adjusted, m_line, kind);
        const Best best = bestAt(adjusted, m_line, kind, m_alpha);
        m_level = best.level;
        m_weight = kind == ThetaKind::Standard ? 0.5 : best.weight;
        m_state = startOf(m_line, m_level, dynamic);
        double squares = 0.0;
        for (size_t t = 0; t < values.size(); ++t) {
            const double mean = nextMean(m_state);
            // R takes the errors of the smoothing alone.
            const double error = adjusted[t] - (kind == ThetaKind::Standard ? m_state.level : mean);
            squares += error * error;
            m_fitted.push_back(withSeason(mean, t));
            m_state.take(adjusted[t], m_alpha, dynamic);
        }
        m_sigma2 = squares / (static_cast<double>(values.size()) - estimated);
        m_estimated = estimated + 1;
    }
    std::string name() const override { return m_kind == ThetaKind::Standard ? "Theta" : m_kind == ThetaKind::Optimised ? "OTM" : "DOTM"; }
    FitStatistics statistics() const override { return {kNone, kNone, m_sigma2, m_estimated}; }
    const std::vector<double>& fitted() const override { return m_fitted; }
    Parameters parameters() const override {
        return {m_alpha, 1 / (1 - m_weight), m_level, m_line.slope, m_line.intercept, !m_figure.empty()};
    }
    std::unique_ptr<FittedModel> clone() const override { return std::make_unique<Fitted>(*this); }
    void append(std::span<const double> values) override {
        for (const double y : values) {
            const size_t t = m_fitted.size();
            const double mean = nextMean(m_state);
            m_fitted.push_back(withSeason(mean, t));
            m_state.take(std::isnan(y) ? mean : withoutSeason(y, t), m_alpha, m_kind == ThetaKind::DynamicOptimised);
        }
    }
    Prediction predict(int horizon, std::span<const double> levels) const override {
        const bool dynamic = m_kind == ThetaKind::DynamicOptimised;
        const size_t n = m_fitted.size();
        std::vector<double> mean(horizon), variance(horizon, m_sigma2);
        State state = m_state;
        std::vector<State> path;
        for (int h = 0; h < horizon; ++h) {
            if (m_kind == ThetaKind::Standard) {
                mean[h] = m_state.level + m_weight * m_line.slope * (h + (1 - m_state.power) / m_alpha);
                variance[h] = m_sigma2 * (h * m_alpha * m_alpha + 1);
                continue;
            }
            mean[h] = nextMean(state);
            path.push_back(state);
            state.take(mean[h], m_alpha, dynamic);
        }
        // The recursion is linear: what a unit of error at step j does later is the path of the differences.
        for (int j = 0; j + 1 < horizon && m_kind != ThetaKind::Standard; ++j) {
            State shocked = path[j];
            shocked.take(mean[j] + 1, m_alpha, dynamic);
            for (int h = j + 1; h < horizon; ++h) {
                const double moved = nextMean(shocked);
                const double effect = moved - mean[h];
                variance[h] += m_sigma2 * effect * effect;
                shocked.take(moved, m_alpha, dynamic);
            }
        }
        Prediction p;
        for (int h = 0; h < horizon; ++h) p.mean.push_back(withSeason(mean[h], n + h));
        for (const double level : levels) {
            const double z = normalQuantile(0.5 + level / 200);
            std::vector<double> lower, upper;
            for (int h = 0; h < horizon; ++h) {
                // R's thetaf leaves the width as it is on the seasonally adjusted values.
                const double size = m_kind != ThetaKind::Standard && m_multiplicative && !m_figure.empty() ? factor(n + h) : 1.0;
                const double width = z * std::sqrt(variance[h]) * std::abs(size);
                lower.push_back(p.mean[h] - width);
                upper.push_back(p.mean[h] + width);
            }
            p.lower.push_back(std::move(lower));
            p.upper.push_back(std::move(upper));
        }
        return p;
    }

private:
    double factor(size_t t) const { return m_figure[t % m_figure.size()]; }
    double withoutSeason(double y, size_t t) const { return m_figure.empty() ? y : m_multiplicative ? y / factor(t) : y - factor(t); }
    double withSeason(double y, size_t t) const { return m_figure.empty() ? y : m_multiplicative ? y * factor(t) : y + factor(t); }
    double nextMean(const State& state) const {
        if (m_kind == ThetaKind::Standard) return state.level + m_weight * m_line.slope * (1 - state.power) / m_alpha;
        return state.level + m_weight * state.drift(m_alpha);
    }

    ThetaKind m_kind;
    std::vector<double> m_figure;  ///< empty: not seasonal
    bool m_multiplicative = true;
    Line m_line;
    double m_alpha = 0.0, m_weight = 0.0, m_level = 0.0, m_sigma2 = 0.0;
    int m_estimated = 0;
    State m_state;
    std::vector<double> m_fitted;
};

}  // namespace

const char* ThetaModel::id() const {
    return m_kind == ThetaKind::Standard ? "theta" : m_kind == ThetaKind::Optimised ? "otm" : "dotm";
}

std::unique_ptr<FittedModel> ThetaModel::fit(const Series& series, std::string* why) const {
    const auto refuse = [&](const char* reason) {
        if (why) *why = reason;
        return nullptr;
    };
    if (series.values.size() < 5) return refuse("too few values");
    double least = std::numeric_limits<double>::infinity();
    for (const double v : series.values) {
        if (!std::isfinite(v)) return refuse("the series has gaps");
        least = std::min(least, v);
    }
    std::vector<double> figure;
    bool multiplicative = true;
    if (hasSeason(series.values, series.season())) {
        if (least <= 0 && m_kind != ThetaKind::Standard) multiplicative = false;
        figure = seasonalFigure(series.values, series.season(), multiplicative);
        const bool usable =
            std::all_of(figure.begin(), figure.end(), [&](double f) { return multiplicative ? std::abs(f) >= 1e-4 : std::isfinite(f); });
        if (!usable) figure.clear();
    }
    return std::make_unique<Fitted>(series.values, m_kind, std::move(figure), multiplicative);
}

}  // namespace mudeung::forecast
