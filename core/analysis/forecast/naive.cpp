// SPDX-License-Identifier: GPL-3.0-or-later
// Walks with a lag and the mean. The walk keeps the last season in a ring; a gap leaves the older value standing.
#include "core/analysis/forecast/naive.h"

#include <cmath>
#include <limits>

#include "core/analysis/math/distributions.h"

namespace mudeung::forecast {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

std::unique_ptr<FittedModel> refuse(std::string* why, const char* reason) {
    if (why) *why = reason;
    return nullptr;
}

void addBounds(Prediction& prediction, int step, double width, const std::vector<double>& quantiles) {
    const double mean = prediction.mean[step];
    for (size_t k = 0; k < quantiles.size(); ++k) {
        prediction.lower[k][step] = mean - quantiles[k] * width;
        prediction.upper[k][step] = mean + quantiles[k] * width;
    }
}

Prediction roomFor(int horizon, size_t levels) {
    Prediction p;
    p.mean.resize(horizon);
    p.lower.assign(levels, std::vector<double>(horizon));
    p.upper.assign(levels, std::vector<double>(horizon));
    return p;
}

class FittedMean : public FittedModel {
public:
    explicit FittedMean(const std::vector<double>& values) {
        double sum = 0.0;
        for (const double v : values) {
            if (std::isnan(v)) continue;
            sum += v;
            ++m_count;
        }
        m_mean = sum / m_count;
        double squares = 0.0;
        for (const double v : values)
            if (!std::isnan(v)) squares += (v - m_mean) * (v - m_mean);
        m_variance = squares / (m_count - 1);
        m_fitted.assign(values.size(), m_mean);
    }
    int count() const { return m_count; }
    std::string name() const override { return "Mean"; }
    FitStatistics statistics() const override { return {kNone, kNone, m_variance, 2}; }
    const std::vector<double>& fitted() const override { return m_fitted; }
    Prediction predict(int horizon, std::span<const double> levels) const override {
        Prediction p = roomFor(horizon, levels.size());
        std::vector<double> quantiles;
        for (const double level : levels) quantiles.push_back(studentTQuantile(0.5 + level / 200, m_count - 1));
        for (int h = 0; h < horizon; ++h) {
            p.mean[h] = m_mean;
            addBounds(p, h, std::sqrt(m_variance * (1 + 1.0 / m_count)), quantiles);
        }
        return p;
    }
    void append(std::span<const double> values) override { m_fitted.insert(m_fitted.end(), values.size(), m_mean); }
    std::unique_ptr<FittedModel> clone() const override { return std::make_unique<FittedMean>(*this); }

private:
    int m_count = 0;
    double m_mean = 0.0;
    double m_variance = 0.0;
    std::vector<double> m_fitted;
};

class FittedWalk : public FittedModel {
public:
    FittedWalk(const std::vector<double>& values, int lag, bool drift) : m_lag(lag), m_withDrift(drift), m_last(lag, kNone) {
        append(values);
        double sum = 0.0;
        for (size_t t = 0; t < values.size(); ++t) {
            const double difference = values[t] - m_fitted[t];
            if (std::isnan(difference)) continue;
            sum += difference;
            ++m_differences;
        }
        if (drift) m_drift = sum / m_differences;
        double squares = 0.0;
        for (size_t t = 0; t < values.size(); ++t) {
            const double error = values[t] - m_fitted[t] - m_drift;
            if (!std::isnan(error)) squares += error * error;
            m_fitted[t] += m_drift;
        }
        m_variance = squares / (m_differences - (drift ? 1 : 0));
        m_driftVariance = drift ? m_variance / m_differences : 0.0;
    }
    int differences() const { return m_differences; }
    bool complete() const {
        for (const double v : m_last)
            if (std::isnan(v)) return false;
        return true;
    }
    std::string name() const override { return m_withDrift ? "Drift" : m_lag > 1 ? "Seasonal naive" : "Naive"; }
    FitStatistics statistics() const override { return {kNone, kNone, m_variance, m_withDrift ? 2 : 1}; }
    const std::vector<double>& fitted() const override { return m_fitted; }
    Prediction predict(int horizon, std::span<const double> levels) const override {
        Prediction p = roomFor(horizon, levels.size());
        std::vector<double> quantiles;
        for (const double level : levels) quantiles.push_back(normalQuantile(0.5 + level / 200));
        for (int h = 0; h < horizon; ++h) {
            const double steps = h / m_lag + 1;
            p.mean[h] = m_last[(m_next + h) % m_lag] + steps * m_drift;
            addBounds(p, h, std::sqrt(m_variance * steps + m_driftVariance * steps * steps), quantiles);
        }
        return p;
    }
    void append(std::span<const double> values) override {
        for (const double v : values) {
            m_fitted.push_back(m_last[m_next] + m_drift);
            if (!std::isnan(v)) m_last[m_next] = v;
            m_next = m_next + 1 == m_lag ? 0 : m_next + 1;
        }
    }
    std::unique_ptr<FittedModel> clone() const override { return std::make_unique<FittedWalk>(*this); }

private:
    int m_lag = 1;
    bool m_withDrift = false;
    std::vector<double> m_last;  ///< the last `m_lag` values, the next step's one at `m_next`
    int m_next = 0;
    int m_differences = 0;
    double m_drift = 0.0;
    double m_variance = 0.0;
    double m_driftVariance = 0.0;
    std::vector<double> m_fitted;
};

std::unique_ptr<FittedModel> fitWalk(const Series& series, int lag, bool drift, std::string* why) {
    auto walk = std::make_unique<FittedWalk>(series.values, lag, drift);
    if (walk->differences() < (drift ? 2 : 1) || !walk->complete()) return refuse(why, "too few values");
    return walk;
}

}  // namespace

std::unique_ptr<FittedModel> MeanModel::fit(const Series& series, std::string* why) const {
    auto mean = std::make_unique<FittedMean>(series.values);
    if (mean->count() < 2) return refuse(why, "too few values");
    return mean;
}

std::unique_ptr<FittedModel> NaiveModel::fit(const Series& series, std::string* why) const {
    return fitWalk(series, 1, false, why);
}

std::unique_ptr<FittedModel> SeasonalNaiveModel::fit(const Series& series, std::string* why) const {
    if (series.season() < 2) return refuse(why, "the series has no season");
    return fitWalk(series, series.season(), false, why);
}

std::unique_ptr<FittedModel> DriftModel::fit(const Series& series, std::string* why) const {
    return fitWalk(series, 1, true, why);
}

}  // namespace mudeung::forecast
