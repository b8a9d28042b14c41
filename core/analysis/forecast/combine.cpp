// SPDX-License-Identifier: GPL-3.0-or-later
// Mean, median and weighted mean of predictions, and a model made of models.
#include "core/analysis/forecast/combine.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace mudeung::forecast {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

double medianOf(std::vector<double>& values) {
    if (values.empty()) return kNone;
    std::sort(values.begin(), values.end());
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : 0.5 * (values[half - 1] + values[half]);
}

/// One number of several; `pick(i)` is that of member i.
template <typename Pick>
double combined(std::size_t members, Combination how, std::span<const double> weights, std::vector<double>& memory, const Pick& pick) {
    if (how == Combination::Median) {
        memory.clear();
        for (std::size_t i = 0; i < members; ++i)
            if (const double v = pick(i); !std::isnan(v)) memory.push_back(v);
        return medianOf(memory);
    }
    double sum = 0.0;
    double weight = 0.0;
    for (std::size_t i = 0; i < members; ++i) {
        const double v = pick(i);
        if (std::isnan(v)) continue;
        const double w = how == Combination::Mean ? 1.0 : weights[i];
        sum += w * v;
        weight += w;
    }
    return weight > 0.0 ? sum / weight : kNone;
}

class CombinedFit final : public FittedModel {
public:
    CombinedFit(std::vector<std::unique_ptr<FittedModel>> members, Combination how, std::vector<double> weights)
        : m_members(std::move(members)), m_how(how), m_weights(std::move(weights)) {
        refreshFitted();
    }
    CombinedFit(const CombinedFit& other) : FittedModel(other), m_how(other.m_how), m_weights(other.m_weights), m_fitted(other.m_fitted) {
        for (const auto& member : other.m_members) m_members.push_back(member->clone());
    }

    std::string name() const override {
        std::string text = m_how == Combination::Median ? "median(" : m_how == Combination::Mean ? "mean(" : "weighted(";
        for (std::size_t i = 0; i < m_members.size(); ++i) text += (i > 0 ? ", " : "") + m_members[i]->name();
        return text + ")";
    }
    FitStatistics statistics() const override { return {kNone, kNone, kNone, 0}; }
    const std::vector<double>& fitted() const override { return m_fitted; }
    Prediction predict(int horizon, std::span<const double> levels) const override {
        std::vector<Prediction> parts;
        std::vector<const Prediction*> pointers;
        for (const auto& member : m_members) parts.push_back(member->predict(horizon, levels));
        for (const Prediction& part : parts) pointers.push_back(&part);
        return combine(pointers, m_how, m_weights);
    }
    void append(std::span<const double> values) override {
        for (const auto& member : m_members) member->append(values);
        refreshFitted();
    }
    std::unique_ptr<FittedModel> clone() const override { return std::make_unique<CombinedFit>(*this); }

private:
    /// Members may begin their fitted values at different places (NaN); those that have one are combined.
    void refreshFitted() {
        std::size_t length = 0;
        for (const auto& member : m_members) length = std::max(length, member->fitted().size());
        m_fitted.assign(length, kNone);
        std::vector<double> memory;
        for (std::size_t t = 0; t < length; ++t)
            m_fitted[t] = combined(m_members.size(), m_how, m_weights, memory,
                                   [&](std::size_t i) { return t < m_members[i]->fitted().size() ? m_members[i]->fitted()[t] : kNone; });
    }

    std::vector<std::unique_ptr<FittedModel>> m_members;
    Combination m_how;
    std::vector<double> m_weights;
    std::vector<double> m_fitted;
};

}  // namespace

Prediction combine(std::span<const Prediction* const> members, Combination how, std::span<const double> weights) {
    Prediction result;
    if (members.empty()) return result;
    const std::size_t horizon = members.front()->mean.size();
    std::vector<double> memory;
    const auto each = [&](std::vector<double>& out, const auto& row) {
        out.resize(horizon);
        for (std::size_t h = 0; h < horizon; ++h)
            out[h] = combined(members.size(), how, weights, memory, [&](std::size_t i) { return row(*members[i])[h]; });
    };
    each(result.mean, [](const Prediction& p) -> const std::vector<double>& { return p.mean; });
    const std::size_t levels = members.front()->lower.size();
    result.lower.resize(levels);
    result.upper.resize(levels);
    for (std::size_t k = 0; k < levels; ++k) {
        each(result.lower[k], [k](const Prediction& p) -> const std::vector<double>& { return p.lower[k]; });
        each(result.upper[k], [k](const Prediction& p) -> const std::vector<double>& { return p.upper[k]; });
    }
    return result;
}

std::vector<double> inverseErrorWeights(std::span<const double> errors, double power) {
    double sum = 0.0;
    int counted = 0;
    for (const double e : errors) {
        if (std::isnan(e) || e <= 0.0) continue;
        sum += e;
        ++counted;
    }
    const double least = counted > 0 ? 1e-3 * sum / counted : 1.0;
    std::vector<double> weights(errors.size(), 0.0);
    double total = 0.0;
    for (std::size_t i = 0; i < errors.size(); ++i) {
        if (std::isnan(errors[i])) continue;
        weights[i] = std::pow(std::max(errors[i], least) / (1e3 * least), -power);
        total += weights[i];
    }
    for (double& w : weights) w = total > 0.0 ? w / total : 1.0 / static_cast<double>(errors.size());
    return weights;
}

CombinedModel::CombinedModel(std::string id, std::vector<const Model*> members, Combination how, std::vector<double> weights)
    : m_id(std::move(id)), m_members(std::move(members)), m_how(how), m_weights(std::move(weights)) {}

bool CombinedModel::usesRegressors() const {
    return std::any_of(m_members.begin(), m_members.end(), [](const Model* m) { return m->usesRegressors(); });
}

std::unique_ptr<FittedModel> CombinedModel::fit(const Series& series, std::string* why) const {
    std::vector<std::unique_ptr<FittedModel>> fits;
    std::vector<double> weights;
    for (std::size_t i = 0; i < m_members.size(); ++i) {
        auto fit = m_members[i]->fit(series, why);
        if (!fit) continue;
        fits.push_back(std::move(fit));
        if (!m_weights.empty()) weights.push_back(m_weights[i]);
    }
    if (fits.empty()) return nullptr;
    return combineFitted(std::move(fits), m_how, std::move(weights));
}

std::unique_ptr<FittedModel> combineFitted(std::vector<std::unique_ptr<FittedModel>> members, Combination how,
                                           std::vector<double> weights) {
    return std::make_unique<CombinedFit>(std::move(members), how, std::move(weights));
}

}  // namespace mudeung::forecast
