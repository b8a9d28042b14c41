// SPDX-License-Identifier: GPL-3.0-or-later
// Two smoothings, of size and of interval or probability, and the search for their parameters.
#include "core/analysis/forecast/croston.h"

#include <cmath>
#include <limits>

#include "core/analysis/math/distributions.h"
#include "core/analysis/math/nelder_mead.h"

namespace mudeung::forecast {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

struct State {
    CrostonKind kind = CrostonKind::Sba;
    double sizeAlpha = 0.1, otherAlpha = 0.1;
    double size = kNone;      ///< NaN: no demand yet
    double interval = kNone;  ///< Croston, SBA
    double chance = kNone;    ///< TSB
    int since = 0;            ///< steps since the last demand

    double mean() const {
        if (std::isnan(size)) return 0.0;
        if (kind == CrostonKind::Tsb) return size * chance;
        return size / interval * (kind == CrostonKind::Sba ? 1 - otherAlpha / 2 : 1.0);
    }
    void take(double y) {
        if (std::isnan(y)) return;
        ++since;
        if (y > 0) {
            if (std::isnan(size)) {
                size = y;
                interval = since;
                chance = 1.0 / since;
            } else {
                size += sizeAlpha * (y - size);
                interval += otherAlpha * (since - interval);
                chance += otherAlpha * (1 - chance);
            }
            since = 0;
        } else if (!std::isnan(chance)) {
            chance -= otherAlpha * chance;
        }
    }
};

/// Mean size, interval and share of steps with demand.
State startOf(const std::vector<double>& values, CrostonKind kind) {
    double sum = 0.0;
    int demands = 0, steps = 0, last = 0;
    for (const double y : values) {
        if (std::isnan(y)) continue;
        ++steps;
        if (!(y > 0)) continue;
        sum += y;
        ++demands;
        last = steps;
    }
    State state;
    state.kind = kind;
    state.size = sum / demands;
    state.interval = static_cast<double>(last) / demands;
    state.chance = static_cast<double>(demands) / steps;
    return state;
}

double squaredRate(const std::vector<double>& values, State state) {
    double sum = 0.0, total = 0.0;
    int steps = 0;
    for (const double y : values) {
        if (std::isnan(y)) continue;
        total += y;
        ++steps;
        const double error = state.mean() - total / steps;
        sum += error * error;
        state.take(y);
    }
    return sum;
}

class Fitted final : public FittedModel {
public:
    Fitted(const std::vector<double>& values, const State& start) : m_state(start) {
        double squares = 0.0;
        int count = 0;
        for (const double y : values) {
            const double mean = m_fitted.empty() && std::isnan(start.size) ? kNone : m_state.mean();
            m_fitted.push_back(mean);
            m_state.take(y);
            if (std::isnan(y) || std::isnan(mean)) continue;
            squares += (y - mean) * (y - mean);
            ++count;
        }
        m_sigma2 = squares / count;
    }
    std::string name() const override {
        return m_state.kind == CrostonKind::Croston ? "Croston" : m_state.kind == CrostonKind::Sba ? "SBA" : "TSB";
    }
    FitStatistics statistics() const override { return {kNone, kNone, m_sigma2, 3}; }
    const std::vector<double>& fitted() const override { return m_fitted; }
    void append(std::span<const double> values) override {
        for (const double y : values) {
            m_fitted.push_back(m_state.mean());
            m_state.take(y);
        }
    }
    std::unique_ptr<FittedModel> clone() const override { return std::make_unique<Fitted>(*this); }
    Prediction predict(int horizon, std::span<const double> levels) const override {
        Prediction p;
        p.mean.assign(horizon, m_state.mean());
        const double alpha = m_state.sizeAlpha;
        for (const double level : levels) {
            const double z = normalQuantile(0.5 + level / 200);
            std::vector<double> lower, upper;
            for (int h = 0; h < horizon; ++h) {
                const double width = z * std::sqrt(m_sigma2 * (1 + h * alpha * alpha));
                lower.push_back(p.mean[h] - width);
                upper.push_back(p.mean[h] + width);
            }
            p.lower.push_back(std::move(lower));
            p.upper.push_back(std::move(upper));
        }
        return p;
    }

private:
    State m_state;
    double m_sigma2 = 0.0;
    std::vector<double> m_fitted;
};

}  // namespace

const char* CrostonModel::id() const {
    return m_kind == CrostonKind::Croston ? "croston" : m_kind == CrostonKind::Sba ? "sba" : "tsb";
}

std::unique_ptr<FittedModel> CrostonModel::fit(const Series& series, std::string* why) const {
    const auto refuse = [&](const char* reason) {
        if (why) *why = reason;
        return nullptr;
    };
    int demands = 0;
    for (const double y : series.values) {
        if (y < 0 || std::isinf(y)) return refuse("values below 0");
        demands += y > 0 ? 1 : 0;
    }
    if (demands < 2) return refuse("fewer than two steps with demand");
    State start;
    if (m_alpha) {
        start.kind = m_kind;
        start.sizeAlpha = start.otherAlpha = *m_alpha;
        return std::make_unique<Fitted>(series.values, start);
    }
    start = startOf(series.values, m_kind);
    const auto rate = [&](std::span<const double> x, double) {
        State state = start;
        state.sizeAlpha = x[0];
        state.otherAlpha = x[1];
        return squaredRate(series.values, state);
    };
    const double low[] = {0.01, 0.01}, high[] = {1.0, 1.0}, steps[] = {0.05, 0.05};
    NelderMeadOptions options;
    options.evaluations = 200;
    double least = std::numeric_limits<double>::infinity();
    for (const double alpha : {0.03, 0.2, 0.6}) {
        const double from[] = {alpha, alpha};
        const auto found = nelderMead(rate, from, steps, low, high, options);
        if (!(found.value < least)) continue;
        least = found.value;
        start.sizeAlpha = found.point[0];
        start.otherAlpha = found.point[1];
    }
    return std::make_unique<Fitted>(series.values, start);
}

}  // namespace mudeung::forecast
