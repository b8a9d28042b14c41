// SPDX-License-Identifier: GPL-3.0-or-later
// MSTL with an inner model; see the header.
#include "core/analysis/forecast/mstl_model.h"

#include <cmath>
#include <utility>

namespace mudeung::forecast {

namespace {

class FittedMstl : public FittedModel {
public:
    FittedMstl(std::unique_ptr<FittedModel> inner, const MstlParts& parts) : m_inner(std::move(inner)) {
        m_fitted = m_inner->fitted();
        for (std::size_t k = 0; k < parts.seasons.size(); ++k) {
            const std::vector<double>& seasonal = parts.seasonals[k];
            for (std::size_t i = 0; i < m_fitted.size(); ++i) m_fitted[i] += seasonal[i];
            m_cycles.emplace_back(seasonal.end() - parts.seasons[k], seasonal.end());
        }
    }
    FittedMstl(const FittedMstl& other)
        : m_inner(other.m_inner->clone()), m_cycles(other.m_cycles), m_fitted(other.m_fitted), m_passed(other.m_passed) {}
    FittedMstl& operator=(const FittedMstl&) = delete;

    const FittedModel& inner() const { return *m_inner; }
    std::string name() const override {
        std::string name = "MSTL(";
        for (std::size_t k = 0; k < m_cycles.size(); ++k) name += (k ? "," : "") + std::to_string(m_cycles[k].size());
        return name + ") + " + m_inner->name();
    }
    FitStatistics statistics() const override { return m_inner->statistics(); }
    const std::vector<double>& fitted() const override { return m_fitted; }

    Prediction predict(int horizon, std::span<const double> levels) const override {
        Prediction prediction = m_inner->predict(horizon, levels);
        for (int h = 0; h < horizon; ++h) {
            const double season = seasonAt(m_passed + static_cast<std::size_t>(h));
            prediction.mean[h] += season;
            for (auto& bound : prediction.lower) bound[h] += season;
            for (auto& bound : prediction.upper) bound[h] += season;
        }
        return prediction;
    }

    void append(std::span<const double> values) override {
        std::vector<double> adjusted(values.begin(), values.end());
        for (std::size_t i = 0; i < adjusted.size(); ++i) adjusted[i] -= seasonAt(m_passed + i);
        m_inner->append(adjusted);
        const std::vector<double>& inner = m_inner->fitted();
        for (std::size_t i = 0; i < adjusted.size(); ++i) {
            m_fitted.push_back(inner[inner.size() - adjusted.size() + i] + seasonAt(m_passed + i));
        }
        m_passed += values.size();
    }

    std::unique_ptr<FittedModel> clone() const override { return std::make_unique<FittedMstl>(*this); }

private:
    /// Of all seasons together, `step` steps after the values that were decomposed (0 = the next one).
    double seasonAt(std::size_t step) const {
        double sum = 0.0;
        for (const auto& cycle : m_cycles) sum += cycle[step % cycle.size()];
        return sum;
    }

    std::unique_ptr<FittedModel> m_inner;
    std::vector<std::vector<double>> m_cycles;
    std::vector<double> m_fitted;
    std::size_t m_passed = 0;  // values appended since the decomposition
};

}  // namespace

MstlModel::MstlModel(std::shared_ptr<const Model> inner, const char* id, MstlOptions options)
    : m_inner(std::move(inner)), m_id(id), m_options(std::move(options)) {}

std::unique_ptr<FittedModel> MstlModel::fit(const Series& series, std::string* why) const {
    return fitFrom(series, nullptr, why);
}

std::unique_ptr<FittedModel> MstlModel::refit(const Series& series, const FittedModel& earlier, std::string* why) const {
    return fitFrom(series, &earlier, why);
}

std::unique_ptr<FittedModel> MstlModel::fitFrom(const Series& series, const FittedModel* earlier, std::string* why) const {
    const MstlParts parts = mstl(series.values, series.seasons, m_options);
    if (parts.seasons.empty()) {
        if (why) *why = "MSTL wants more than two full periods of a season";
        return nullptr;
    }
    Series adjusted;
    adjusted.values = parts.adjusted;
    const auto* before = dynamic_cast<const FittedMstl*>(earlier);
    auto inner = before ? m_inner->refit(adjusted, before->inner(), why) : m_inner->fit(adjusted, why);
    if (!inner) return nullptr;
    return std::make_unique<FittedMstl>(std::move(inner), parts);
}

}  // namespace mudeung::forecast
