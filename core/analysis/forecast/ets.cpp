// SPDX-License-Identifier: GPL-3.0-or-later
// The fitted model: rolling the states, point forecasts, variances of the three classes of forms.
#include "core/analysis/forecast/ets.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

#include "core/analysis/forecast/ets_search.h"
#include "core/analysis/math/distributions.h"
#include "core/analysis/math/random.h"

namespace mudeung::forecast {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr std::uint64_t kSeed = 20240101;  ///< of simulated paths; any number will do, as long as it stays the same

std::unique_ptr<FittedEts> refuse(std::string* why, const char* reason) {
    if (why) *why = reason;
    return nullptr;
}

/// Of sorted values, unbiased in the median whatever the distribution (Hyndman & Fan 1996, type 8, as R's forecast takes it).
double quantileOf(const std::vector<double>& sorted, double probability) {
    const double n = static_cast<double>(sorted.size());
    const double at = std::clamp((n + 1.0 / 3) * probability + 1.0 / 3, 1.0, n) - 1;
    const auto below = static_cast<std::size_t>(at);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (at - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

/// The states after some values; `place` is where in the season the next value lies.
struct States {
    double level = 0.0, slope = 0.0;
    std::vector<double> season;
    int place = 0;
};

class Fitted final : public FittedEts {
public:
    Fitted(const std::vector<double>& values, const EtsForm& form, const EtsParameters& parameters, int m)
        : m_form(form), m_start(parameters), m_states{parameters.level, parameters.slope, parameters.season, 0}, m_m(m) {
        if (form.season == 'N') m_states.season.assign(1, 0.0);
        m_fitted.reserve(values.size());
        double squares = 0.0, logs = 0.0;
        int seen = 0;
        for (const double y : values) {
            const double mean = step(y);
            m_fitted.push_back(mean);
            if (std::isnan(y)) continue;
            ++seen;
            const double error = form.error == 'M' ? (y - mean) / mean : y - mean;
            squares += error * error;
            logs += form.error == 'M' ? std::log(std::abs(mean)) : 0.0;
        }
        const int estimated = EtsSearch::parameterCount(form, m);
        const double np = estimated + 1;
        const double criterion = seen * std::log(squares) + 2 * logs;
        m_statistics.logLikelihood = -0.5 * criterion;
        m_statistics.aicc = criterion + 2 * np + 2 * np * (np + 1) / (seen - np - 1);
        m_statistics.sigma2 = squares / std::max(seen - estimated, 1);
        m_statistics.parameters = static_cast<int>(np);
    }
    EtsForm form() const override { return m_form; }
    EtsParameters parameters() const override { return m_start; }
    std::string name() const override { return m_form.name(); }
    FitStatistics statistics() const override { return m_statistics; }
    const std::vector<double>& fitted() const override { return m_fitted; }
    void append(std::span<const double> values) override {
        for (const double y : values) m_fitted.push_back(step(y));
    }
    std::unique_ptr<FittedModel> clone() const override { return std::make_unique<Fitted>(*this); }

    Prediction predict(int horizon, std::span<const double> levels) const override {
        Prediction p;
        if (m_form.trend == 'M') return simulated(horizon, levels);
        p.mean.resize(horizon);
        std::vector<double> variance(horizon);
        if (m_form.season == 'M')
            multiplicativeMoments(horizon, p.mean, variance);
        else
            linearMoments(horizon, p.mean, variance);
        for (const double level : levels) {
            const double z = normalQuantile(0.5 + level / 200);
            std::vector<double> lower(horizon), upper(horizon);
            for (int h = 0; h < horizon; ++h) {
                const double width = z * std::sqrt(std::max(variance[h], 0.0));
                lower[h] = p.mean[h] - width;
                upper[h] = p.mean[h] + width;
            }
            p.lower.push_back(std::move(lower));
            p.upper.push_back(std::move(upper));
        }
        return p;
    }

private:
    /// The slope that the next step takes: φ·b or b^φ.
    double dampedSlope(const States& states) const {
        if (m_form.trend == 'M') return m_start.phi == 1 ? states.slope : std::pow(states.slope, m_start.phi);
        return m_form.trend == 'A' ? m_start.phi * states.slope : 0.0;
    }

    /// One step ahead without its season.
    double ahead(const States& states, double phiSlope) const {
        return m_form.trend == 'M' ? states.level * phiSlope : states.level + phiSlope;
    }
    double seasoned(double q, double s) const { return m_form.season == 'M' ? q * s : m_form.season == 'A' ? q + s : q; }

    /// The mean of the next value.
    double next(const States& states) const { return seasoned(ahead(states, dampedSlope(states)), states.season[states.place]); }

    /// One step ahead of `y`, which then goes into the states; NaN only moves them on.
    double step(double y) { return step(m_states, y); }
    double step(States& states, double y) const {
        const double phiSlope = dampedSlope(states);
        const double q = ahead(states, phiSlope);
        double& s = states.season[states.place];
        const double mean = seasoned(q, s);
        double toLevel = 0.0, toSeason = 0.0;
        if (!std::isnan(y)) {
            toLevel = m_form.season == 'M' ? y / s - q : y - mean;
            toSeason = m_form.season == 'M' ? y / q - s : y - mean;
        }
        if (m_form.trend != 'N') states.slope = phiSlope + m_start.beta * (m_form.trend == 'M' ? toLevel / states.level : toLevel);
        states.level = q + m_start.alpha * toLevel;
        if (m_form.season != 'N') {
            s += m_start.gamma * toSeason;
            if (++states.place == m_m) states.place = 0;
        }
        return mean;
    }

    /// Multiplicative trends (class 4 of Hyndman et al. 2008) have no moments in closed form: the mean is the path without errors, as in R,
    /// and the bounds are quantiles of simulated paths.
    Prediction simulated(int horizon, std::span<const double> levels) const {
        constexpr int kPaths = 5000;  // R's number
        Prediction p;
        States states = m_states;
        for (int h = 0; h < horizon; ++h) p.mean.push_back(step(states, kNone));
        if (levels.empty()) return p;
        const double sigma = std::sqrt(m_statistics.sigma2);
        std::vector<std::vector<double>> values(horizon, std::vector<double>(kPaths));
        for (int path = 0; path < kPaths; ++path) {
            Random random(kSeed, static_cast<std::uint64_t>(path));
            states = m_states;
            for (int h = 0; h < horizon; ++h) {
                const double y = next(states) * (1 + std::max(sigma * random.normal(), -1.0));  // as in R, no value below 0
                values[h][path] = y;
                step(states, y);
            }
        }
        for (std::vector<double>& of : values) std::sort(of.begin(), of.end());
        for (const double level : levels) {
            std::vector<double> lower, upper;
            for (const std::vector<double>& of : values) {
                lower.push_back(quantileOf(of, 0.5 - level / 200));
                upper.push_back(quantileOf(of, 0.5 + level / 200));
            }
            p.lower.push_back(std::move(lower));
            p.upper.push_back(std::move(upper));
        }
        return p;
    }

    /// Classes 1 and 2 (Hyndman et al. 2008, tables 6.1 and 6.2): additive season or none.
    void linearMoments(int horizon, std::vector<double>& mean, std::vector<double>& variance) const {
        const bool trend = m_form.trend != 'N', season = m_form.season != 'N';
        const double s2 = m_statistics.sigma2;
        std::vector<double> c(horizon);  // c[j]: what a unit of error does to the mean j steps later
        double power = 1.0, sum = 0.0;
        for (int h = 1; h <= horizon; ++h) {
            power *= m_start.phi;
            sum += power;
            mean[h - 1] =
                m_states.level + (trend ? sum * m_states.slope : 0.0) + (season ? m_states.season[(m_states.place + h - 1) % m_m] : 0.0);
            if (h < horizon) c[h] = m_start.alpha + (trend ? m_start.beta * sum : 0.0) + (season && h % m_m == 0 ? m_start.gamma : 0.0);
        }
        if (m_form.error == 'A') {
            double squares = 1.0;
            for (int h = 1; h <= horizon; ++h) {
                variance[h - 1] = s2 * squares;
                if (h < horizon) squares += c[h] * c[h];
            }
            return;
        }
        std::vector<double> second(horizon);  // mean of the squared conditional mean
        for (int h = 0; h < horizon; ++h) {
            second[h] = mean[h] * mean[h];
            for (int j = 1; j <= h; ++j) second[h] += s2 * c[j] * c[j] * second[h - j];
            variance[h] = (1 + s2) * second[h] - mean[h] * mean[h];
        }
    }

    /// Class 3: multiplicative error and season. Level and slope x go on as (F + G·e)·x; the season of the step in question is multiplied
    /// by 1 + γ·e whenever its turn comes. First and second moments of x times that season, step by step: exact for normal errors.
    void multiplicativeMoments(int horizon, std::vector<double>& mean, std::vector<double>& variance) const {
        const bool trend = m_form.trend != 'N';
        const double s2 = m_statistics.sigma2, g = m_start.gamma, phi = m_start.phi;
        // y = (1, φ)·x·s; F = (1, φ; 0, φ), G = (α, αφ; β, βφ) as row vectors times (1, φ)
        const double h2 = trend ? phi : 0.0;
        for (int h = 1; h <= horizon; ++h) {
            double a = m_states.level, b = trend ? m_states.slope : 0.0;  // E[x·w], w = product of the factors so far
            double aa = a * a, ab = a * b, bb = b * b;                    // E[x xᵀ·w²]
            for (int t = 1; t < h; ++t) {
                const double k = (h - t) % m_m == 0 ? g : 0.0;
                // G x = (α, β)·(a + h2·b); F x = (a + h2·b, φ·b)
                const double q = a + h2 * b;
                const double newB = (trend ? phi * b : 0.0) + k * s2 * m_start.beta * q;
                a = q + k * s2 * m_start.alpha * q;
                b = newB;
                const double qq = aa + 2 * h2 * ab + h2 * h2 * bb;     // of q²
                const double qb = trend ? phi * (ab + h2 * bb) : 0.0;  // of q·φb
                const double pp = trend ? phi * phi * bb : 0.0;
                const double keep = 1 + k * k * s2, cross = 2 * k * s2, error = s2 + 3 * k * k * s2 * s2;
                const double al = m_start.alpha, be = trend ? m_start.beta : 0.0;
                aa = keep * qq + cross * 2 * al * qq + error * al * al * qq;
                const double newAb = keep * qb + cross * (be * qq + al * qb) + error * al * be * qq;
                bb = keep * pp + cross * 2 * be * qb + error * be * be * qq;
                ab = newAb;
            }
            const double s = m_states.season[(m_states.place + h - 1) % m_m];
            mean[h - 1] = (a + h2 * b) * s;
            const double second = (aa + 2 * h2 * ab + h2 * h2 * bb) * s * s;
            variance[h - 1] = (1 + s2) * second - mean[h - 1] * mean[h - 1];
        }
    }

    EtsForm m_form;
    EtsParameters m_start;
    States m_states;
    int m_m = 1;
    FitStatistics m_statistics;
    std::vector<double> m_fitted;
};

bool constant(const std::vector<double>& values) {
    double first = kNone;
    for (const double v : values) {
        if (std::isnan(v)) continue;
        if (std::isnan(first)) first = v;
        if (v != first) return false;
    }
    return true;
}

/// The reason why nothing can be fitted, if there is one.
const char* obstacle(const Series& series) {
    int seen = 0;
    for (const double v : series.values) {
        if (std::isinf(v)) return "values are not finite";
        seen += std::isnan(v) ? 0 : 1;
    }
    if (series.season() > 24) return "the season is longer than 24 steps";
    if (seen < 7) return "too few values";
    return nullptr;
}

}  // namespace

std::string EtsForm::name() const {
    std::string text = "ETS(";
    text += error;
    text += ',';
    text += trend;
    if (damped) text += 'd';
    text += ',';
    text += season;
    return text + ')';
}

std::optional<EtsForm> EtsForm::parse(const std::string& text) {
    EtsForm form;
    const bool damped = text.size() == 4 && text[2] == 'd';
    if (text.size() != 3 && !damped) return {};
    form = {text[0], text[1], damped, text.back()};
    const bool known = (form.error == 'A' || form.error == 'M') && (form.trend == 'N' || form.trend == 'A' || form.trend == 'M') &&
                       (form.season == 'N' || form.season == 'A' || form.season == 'M');
    if (!known || (damped && form.trend == 'N')) return {};
    if (form.error == 'A' && (form.season == 'M' || form.trend == 'M')) return {};
    if (form.trend == 'M' && form.season == 'A') return {};
    return form;
}

std::unique_ptr<FittedEts> etsWithParameters(const Series& series, const EtsForm& form, const EtsParameters& parameters, std::string* why) {
    if (form.season != 'N' && static_cast<int>(parameters.season.size()) != series.season())
        return refuse(why, "the season has another length");
    if (form.error == 'M' || form.season == 'M')
        for (const double v : series.values)
            if (v <= 0) return refuse(why, "multiplicative forms want values above 0");
    return std::make_unique<Fitted>(series.values, form, parameters, series.season());
}

std::unique_ptr<FittedModel> EtsModel::fit(const Series& series, std::string* why) const {
    if (const char* reason = obstacle(series)) return refuse(why, reason);
    if (constant(series.values)) {
        EtsParameters p;
        for (const double v : series.values)
            if (!std::isnan(v)) p.level = v;
        return etsWithParameters(series, EtsForm{}, p, why);
    }
    EtsSearch search(series.values, series.season());
    if (m_form && !search.suits(*m_form)) return refuse(why, "the form does not suit the values, or they are too few");
    const EtsSearch::Result result = m_form ? search.fit(*m_form) : search.best(m_trends);
    if (!result.found) return refuse(why, "no form could be fitted");
    return etsWithParameters(series, result.form, search.parameters(result), why);
}

std::unique_ptr<FittedModel> EtsModel::refit(const Series& series, const FittedModel& earlier, std::string* why) const {
    const auto* ets = dynamic_cast<const FittedEts*>(&earlier);
    if (!ets || obstacle(series) || constant(series.values)) return fit(series, why);
    EtsSearch search(series.values, series.season());
    if (!search.suits(ets->form())) return fit(series, why);
    const EtsSearch::Result result = search.refit(ets->form(), ets->parameters());
    if (!result.found) return fit(series, why);
    return etsWithParameters(series, result.form, search.parameters(result), why);
}

}  // namespace mudeung::forecast
