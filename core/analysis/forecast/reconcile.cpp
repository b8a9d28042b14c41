// SPDX-License-Identifier: GPL-3.0-or-later
// Reconciliation; see the header.
#include "core/analysis/forecast/reconcile.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "core/analysis/math/least_squares.h"

namespace mudeung::forecast {

namespace {

using Rows = std::vector<std::vector<double>>;

/// Times at which every series has a residual.
Rows completeTimes(const Rows& residuals) {
    std::vector<std::size_t> times;
    for (std::size_t t = 0; t < residuals.front().size(); ++t) {
        if (std::none_of(residuals.begin(), residuals.end(), [t](const auto& series) { return std::isnan(series[t]); })) times.push_back(t);
    }
    Rows kept(residuals.size());
    for (std::size_t i = 0; i < residuals.size(); ++i) {
        for (const std::size_t t : times) kept[i].push_back(residuals[i][t]);
    }
    return kept;
}

/// W as diagonal + factor · E' E, E the residuals (series by times).
struct Weights {
    std::vector<double> diagonal;
    double factor = 0.0;
    Rows residuals;
};

/// C x for a vector over all series: how far each aggregate is from its sum.
std::vector<double> incoherence(const Hierarchy& hierarchy, const std::vector<double>& x) {
    const std::size_t a = hierarchy.aggregates.size();
    std::vector<double> out(a);
    for (std::size_t k = 0; k < a; ++k) {
        double sum = x[k];
        for (const int i : hierarchy.aggregates[k]) sum -= x[a + i];
        out[k] = sum;
    }
    return out;
}

}  // namespace

Hierarchy hierarchyOf(const std::vector<std::vector<std::string>>& levels, int bottom, bool total, std::vector<std::string>* names) {
    Hierarchy hierarchy;
    hierarchy.bottom = bottom;
    std::set<std::vector<int>> known;
    for (int i = 0; i < bottom; ++i) known.insert({i});
    const auto add = [&](const std::vector<int>& members, const std::string& name) {
        if (!known.insert(members).second) return;
        hierarchy.aggregates.push_back(members);
        if (names) names->push_back(name);
    };
    if (total) {
        std::vector<int> all(bottom);
        for (int i = 0; i < bottom; ++i) all[i] = i;
        add(all, "total");
    }
    for (const auto& labels : levels) {
        std::map<std::string, std::size_t> places;
        std::vector<std::pair<std::string, std::vector<int>>> groups;
        for (int i = 0; i < bottom; ++i) {
            if (labels[i].empty()) continue;
            const auto [it, fresh] = places.insert({labels[i], groups.size()});
            if (fresh) groups.push_back({labels[i], {}});
            groups[it->second].second.push_back(i);
        }
        for (const auto& [label, members] : groups) add(members, label);
    }
    return hierarchy;
}

double shrinkageIntensity(const Rows& series) {
    const std::size_t times = series.front().size();
    const double n = static_cast<double>(times);
    if (times < 2) return 1.0;
    Rows scaled;
    for (const auto& values : series) {
        const double size = std::sqrt(dotProduct(values, values) / n);
        if (!(size > 0.0)) continue;  // never wrong: no correlation to shrink
        std::vector<double> x = values;
        for (double& value : x) value /= size;
        scaled.push_back(std::move(x));
    }
    // With x_i scaled: Σ_ij (Σ_t x_i x_j)² = ‖X'X‖² = ‖X X'‖², and Σ_ij Σ_t (x_i x_j)² = Σ_t (Σ_i x_i²)²; the diagonal is taken off.
    Rows byTime(times, std::vector<double>(scaled.size()));
    for (std::size_t i = 0; i < scaled.size(); ++i) {
        for (std::size_t t = 0; t < times; ++t) byTime[t][i] = scaled[i][t];
    }
    double products = 0.0;
    double squares = 0.0;
    for (std::size_t s = 0; s < times; ++s) {
        for (std::size_t t = 0; t < s; ++t) {
            const double product = dotProduct(byTime[s], byTime[t]);
            products += 2.0 * product * product;
        }
        const double own = dotProduct(byTime[s], byTime[s]);
        products += own * own;
        squares += own * own;
    }
    for (const auto& x : scaled) {
        double fourth = 0.0;
        for (const double value : x) fourth += value * value * value * value;
        squares -= fourth;
        products -= n * n;
    }
    const double variances = (squares - products / n) / (n * (n - 1.0));
    const double correlations = products / (n * n);
    if (!(correlations > 0.0)) return 1.0;
    return std::clamp(variances / correlations, 0.0, 1.0);
}

std::optional<ReconcileResult> reconcile(const Hierarchy& hierarchy, const Rows& base, const Rows& residuals, ReconcileMethod method,
                                         bool nonNegative, std::string* why, const std::function<bool()>& cancelled) {
    const auto stopped = [&cancelled] { return cancelled && cancelled(); };
    const auto refuse = [why](const char* reason) {
        if (why) *why = reason;
        return std::optional<ReconcileResult>();
    };
    const std::size_t a = hierarchy.aggregates.size();
    const std::size_t n = static_cast<std::size_t>(hierarchy.size());
    if (base.size() != n || n == 0) return refuse("there must be base forecasts for every aggregate and bottom series");
    const std::size_t horizon = base.front().size();
    for (const auto& series : base) {
        if (series.size() != horizon) return refuse("base forecasts differ in length");
    }
    ReconcileResult result;
    result.forecasts = base;

    if (method != ReconcileMethod::BottomUp && a > 0) {
        Weights weights;
        weights.diagonal.assign(n, 1.0);
        if (method == ReconcileMethod::WlsStructural) {
            for (std::size_t k = 0; k < a; ++k) weights.diagonal[k] = static_cast<double>(hierarchy.aggregates[k].size());
        } else {
            if (residuals.size() != n) return refuse("there must be residuals for every aggregate and bottom series");
            for (const auto& series : residuals) {
                if (series.size() != residuals.front().size()) return refuse("residuals differ in length");
            }
            weights.residuals = completeTimes(residuals);
            const double times = static_cast<double>(weights.residuals.front().size());
            if (times < 2.0) return refuse("there are no times at which all series have residuals");
            for (std::size_t i = 0; i < n; ++i) weights.diagonal[i] = dotProduct(weights.residuals[i], weights.residuals[i]) / times;
            if (method == ReconcileMethod::MintShrink) {
                result.shrinkage = shrinkageIntensity(weights.residuals);
                weights.factor = (1.0 - result.shrinkage) / times;
                for (double& value : weights.diagonal) value *= result.shrinkage;
            }
        }
        // W C' column by column is not needed as a whole: C W C' = C D C' + factor · G G', G = C E.
        std::vector<double> middle(a * a, 0.0);
        std::vector<std::vector<char>> member(a, std::vector<char>(hierarchy.bottom, 0));
        for (std::size_t k = 0; k < a; ++k) {
            for (const int i : hierarchy.aggregates[k]) member[k][i] = 1;
        }
        for (std::size_t k = 0; k < a; ++k) {
            if (stopped()) return refuse("cancelled");
            for (std::size_t l = 0; l <= k; ++l) {
                double sum = k == l ? weights.diagonal[k] : 0.0;
                for (const int i : hierarchy.aggregates[k]) {
                    if (member[l][i]) sum += weights.diagonal[a + i];
                }
                middle[k * a + l] = middle[l * a + k] = sum;
            }
        }
        Rows gaps;  // G
        if (weights.factor > 0.0) {
            for (std::size_t k = 0; k < a; ++k) {
                std::vector<double> gap = weights.residuals[k];
                for (const int i : hierarchy.aggregates[k]) {
                    const auto& bottom = weights.residuals[a + i];
                    for (std::size_t t = 0; t < gap.size(); ++t) gap[t] -= bottom[t];
                }
                gaps.push_back(std::move(gap));
            }
            for (std::size_t k = 0; k < a; ++k) {
                if (stopped()) return refuse("cancelled");
                for (std::size_t l = 0; l <= k; ++l) {
                    const double sum = weights.factor * dotProduct(gaps[k], gaps[l]);
                    middle[k * a + l] += sum;
                    if (l != k) middle[l * a + k] += sum;
                }
            }
        }
        if (!choleskyFactor(middle, a, stopped))
            return refuse(stopped() ? "cancelled"
                                    : "the residuals do not determine the weights: some aggregates and all their parts are without error");
        for (std::size_t h = 0; h < horizon; ++h) {
            if (stopped()) return refuse("cancelled");
            std::vector<double> y(n);
            for (std::size_t i = 0; i < n; ++i) y[i] = base[i][h];
            std::vector<double> z = incoherence(hierarchy, y);
            choleskySolve(middle, a, z);
            // C' z, then W of it, taken off the bottom series: the aggregates follow as sums.
            std::vector<double> spread(n, 0.0);
            for (std::size_t k = 0; k < a; ++k) {
                spread[k] += z[k];
                for (const int i : hierarchy.aggregates[k]) spread[a + i] -= z[k];
            }
            std::vector<double> overTime;
            if (weights.factor > 0.0) {
                overTime.assign(weights.residuals.front().size(), 0.0);
                for (std::size_t k = 0; k < a; ++k) {
                    for (std::size_t t = 0; t < overTime.size(); ++t) overTime[t] += z[k] * gaps[k][t];
                }
            }
            for (std::size_t i = a; i < n; ++i) {
                double correction = weights.diagonal[i] * spread[i];
                if (weights.factor > 0.0) correction += weights.factor * dotProduct(weights.residuals[i], overTime);
                result.forecasts[i][h] = y[i] - correction;
            }
        }
    }
    if (nonNegative) {
        for (std::size_t i = a; i < n; ++i) {
            for (double& value : result.forecasts[i]) {
                if (value < 0.0) {
                    value = 0.0;
                    ++result.raised;
                }
            }
        }
    }
    for (std::size_t k = 0; k < a; ++k) {
        for (std::size_t h = 0; h < horizon; ++h) {
            double sum = 0.0;
            for (const int i : hierarchy.aggregates[k]) sum += result.forecasts[a + i][h];
            result.forecasts[k][h] = sum;
        }
    }
    return result;
}

}  // namespace mudeung::forecast
