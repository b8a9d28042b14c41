// SPDX-License-Identifier: GPL-3.0-or-later
// STL for one season. Indices are 1-based in the formulas of the paper; here arrays start at 0 and positions at 1.
#include "core/analysis/forecast/stl.h"

#include <algorithm>
#include <cmath>

namespace mudeung::forecast {

namespace {

/// One loess smoother over equally spaced points.
class Loess {
public:
    Loess(int window, int degree, int jump) : m_window(window), m_degree(degree), m_jump(jump) {}

    /// Smooths y at 1, 1 + jump, … and joins these by lines. `robustness` may be null.
    void smooth(const double* y, int n, const double* robustness, double* out) {
        if (n < 2) {
            out[0] = y[0];
            return;
        }
        const int jump = std::min(m_jump, n - 1);
        int left = 1;
        int right = std::min(m_window, n);
        const int half = (m_window + 1) / 2;
        for (int i = 1; i <= n; i += jump) {
            if (m_window < n) {
                if (jump == 1) {
                    if (i > half && right != n) {
                        ++left;
                        ++right;
                    }
                } else if (i < half) {
                    left = 1;
                    right = m_window;
                } else if (i >= n - half + 1) {
                    left = n - m_window + 1;
                    right = n;
                } else {
                    left = i - half + 1;
                    right = m_window + i - half;
                }
            }
            if (!estimate(y, n, i, left, right, robustness, out[i - 1])) out[i - 1] = y[i - 1];
        }
        if (jump == 1) return;
        for (int i = 1; i <= n - jump; i += jump) {
            const double delta = (out[i + jump - 1] - out[i - 1]) / jump;
            for (int j = i + 1; j < i + jump; ++j) out[j - 1] = out[i - 1] + delta * (j - i);
        }
        const int last = ((n - 1) / jump) * jump + 1;
        if (last == n) return;
        if (!estimate(y, n, n, left, right, robustness, out[n - 1])) out[n - 1] = y[n - 1];
        const double delta = (out[n - 1] - out[last - 1]) / (n - last);
        for (int j = last + 1; j < n; ++j) out[j - 1] = out[last - 1] + delta * (j - last);
    }

    /// The fitted value at position x from the points left … right; false when all weights are 0.
    bool estimate(const double* y, int n, int x, int left, int right, const double* robustness, double& fitted) {
        const double* weights = nullptr;
        if (robustness == nullptr) {
            // Without robustness the weights depend on the place within the window alone.
            if (left - x != m_keyLeft || right - x != m_keyRight || n != m_keyN) {
                m_keyN = -1;
                if (!weigh(n, x, left, right, nullptr)) return false;
                m_keyLeft = left - x;
                m_keyRight = right - x;
                m_keyN = n;
            }
        } else {
            m_keyN = -1;
            if (!weigh(n, x, left, right, robustness)) return false;
        }
        weights = m_weights.data();
        double sum = 0.0;
        const int count = right - left + 1;
        for (int j = 0; j < count; ++j) sum += weights[j] * y[left - 1 + j];
        fitted = sum;
        return true;
    }

    int window() const { return m_window; }

private:
    bool weigh(int n, int x, int left, int right, const double* robustness) {
        double h = std::max(x - left, right - x);
        if (m_window > n) h += (m_window - n) / 2;
        const double near = 0.001 * h;
        const double far = 0.999 * h;
        m_weights.resize(static_cast<std::size_t>(right - left + 1));
        double total = 0.0;
        for (int j = left; j <= right; ++j) {
            double weight = 0.0;
            const double r = std::abs(j - x);
            if (r <= far) {
                if (r <= near) {
                    weight = 1.0;
                } else {
                    const double q = r / h;
                    const double c = 1.0 - q * q * q;
                    weight = c * c * c;
                }
                if (robustness != nullptr) weight *= robustness[j - 1];
                total += weight;
            }
            m_weights[static_cast<std::size_t>(j - left)] = weight;
        }
        if (total <= 0.0) return false;
        for (double& weight : m_weights) weight /= total;
        if (h > 0.0 && m_degree > 0) {
            double mean = 0.0;
            for (int j = left; j <= right; ++j) mean += m_weights[static_cast<std::size_t>(j - left)] * j;
            double spread = 0.0;
            for (int j = left; j <= right; ++j) spread += m_weights[static_cast<std::size_t>(j - left)] * (j - mean) * (j - mean);
            if (std::sqrt(spread) > 0.001 * (n - 1.0)) {
                const double slope = (x - mean) / spread;
                for (int j = left; j <= right; ++j) m_weights[static_cast<std::size_t>(j - left)] *= slope * (j - mean) + 1.0;
            }
        }
        return true;
    }

    int m_window;
    int m_degree;
    int m_jump;
    std::vector<double> m_weights;
    int m_keyLeft = 0;
    int m_keyRight = 0;
    int m_keyN = -1;
};

int nextOdd(int x) {
    return x % 2 == 0 ? x + 1 : x;
}

void movingAverage(const double* x, int n, int length, double* out) {
    double sum = 0.0;
    for (int i = 0; i < length; ++i) sum += x[i];
    out[0] = sum / length;
    for (int i = 1; i < n - length + 1; ++i) {
        sum = sum - x[i - 1] + x[i - 1 + length];
        out[i] = sum / length;
    }
}

class Decomposer {
public:
    Decomposer(std::span<const double> values, int period, Loess seasonal, Loess trend, Loess lowPass)
        : m_y(values),
          m_n(static_cast<int>(values.size())),
          m_period(period),
          m_seasonal(std::move(seasonal)),
          m_trend(std::move(trend)),
          m_lowPass(std::move(lowPass)),
          m_cycles(values.size() + 2 * static_cast<std::size_t>(period)),
          m_smooth(m_cycles.size()),
          m_rest(m_cycles.size()),
          m_member(values.size()),
          m_memberWeights(values.size()),
          m_memberFit(values.size() + 2) {}

    void inner(StlParts& parts, const double* robustness, int rounds) {
        for (int round = 0; round < rounds; ++round) {
            for (int i = 0; i < m_n; ++i) m_rest[at(i)] = m_y[at(i)] - parts.trend[at(i)];
            smoothSubseries(robustness);
            // Low-pass: the cyclic parts must not carry the trend.
            movingAverage(m_cycles.data(), m_n + 2 * m_period, m_period, m_smooth.data());
            movingAverage(m_smooth.data(), m_n + m_period + 1, m_period, m_rest.data());
            movingAverage(m_rest.data(), m_n + 2, 3, m_smooth.data());
            m_lowPass.smooth(m_smooth.data(), m_n, nullptr, m_rest.data());
            for (int i = 0; i < m_n; ++i) parts.seasonal[at(i)] = m_cycles[at(m_period + i)] - m_rest[at(i)];
            for (int i = 0; i < m_n; ++i) m_rest[at(i)] = m_y[at(i)] - parts.seasonal[at(i)];
            m_trend.smooth(m_rest.data(), m_n, robustness, parts.trend.data());
        }
    }

    /// Bisquare weights of the remainders, scaled by six times their median size.
    void weigh(StlParts& parts) const {
        std::vector<double> sizes(at(m_n));
        for (int i = 0; i < m_n; ++i) sizes[at(i)] = std::abs(m_y[at(i)] - (parts.trend[at(i)] + parts.seasonal[at(i)]));
        std::vector<double> sorted = sizes;
        const int upper = m_n / 2;
        std::nth_element(sorted.begin(), sorted.begin() + upper, sorted.end());
        const double high = sorted[at(upper)];
        const int lowerRank = m_n - upper - 1;
        std::nth_element(sorted.begin(), sorted.begin() + lowerRank, sorted.end());
        const double scale = 3.0 * (high + sorted[at(lowerRank)]);
        for (int i = 0; i < m_n; ++i) {
            const double r = sizes[at(i)];
            double weight = 0.0;
            if (r <= 0.001 * scale) {
                weight = 1.0;
            } else if (r <= 0.999 * scale) {
                const double q = r / scale;
                weight = (1.0 - q * q) * (1.0 - q * q);
            }
            parts.weights[at(i)] = weight;
        }
    }

private:
    static std::size_t at(int i) { return static_cast<std::size_t>(i); }

    /// Each position of the cycle on its own, from one cycle before the series to one after it.
    void smoothSubseries(const double* robustness) {
        for (int j = 0; j < m_period; ++j) {
            const int k = (m_n - j - 1) / m_period + 1;
            for (int i = 0; i < k; ++i) m_member[at(i)] = m_rest[at(i * m_period + j)];
            const double* weights = nullptr;
            if (robustness != nullptr) {
                for (int i = 0; i < k; ++i) m_memberWeights[at(i)] = robustness[i * m_period + j];
                weights = m_memberWeights.data();
            }
            double* fit = m_memberFit.data();
            m_seasonal.smooth(m_member.data(), k, weights, fit + 1);
            const int window = m_seasonal.window();
            if (!m_seasonal.estimate(m_member.data(), k, 0, 1, std::min(window, k), weights, fit[0])) fit[0] = fit[1];
            if (!m_seasonal.estimate(m_member.data(), k, k + 1, std::max(1, k - window + 1), k, weights, fit[k + 1])) fit[k + 1] = fit[k];
            for (int i = 0; i < k + 2; ++i) m_cycles[at(i * m_period + j)] = fit[i];
        }
    }

    std::span<const double> m_y;
    int m_n;
    int m_period;
    Loess m_seasonal;
    Loess m_trend;
    Loess m_lowPass;
    std::vector<double> m_cycles, m_smooth, m_rest, m_member, m_memberWeights, m_memberFit;
};

int jumpOf(int window) {
    return (window + 9) / 10;
}

}  // namespace

std::optional<StlParts> stl(std::span<const double> values, int period, const StlOptions& options) {
    const int n = static_cast<int>(values.size());
    if (period < 2 || n <= 2 * period) return {};
    for (const double value : values) {
        if (!std::isfinite(value)) return {};
    }
    const bool periodic = options.seasonalWindow <= 0;
    const int seasonalWindow = periodic ? 10 * n + 1 : options.seasonalWindow;
    const int trendWindow =
        options.trendWindow > 0 ? options.trendWindow : nextOdd(static_cast<int>(std::ceil(1.5 * period / (1.0 - 1.5 / seasonalWindow))));
    const int lowPassWindow = options.lowPassWindow > 0 ? options.lowPassWindow : nextOdd(period);
    const auto odd = [](int window) { return nextOdd(std::max(3, window)); };

    StlParts parts;
    const std::size_t size = values.size();
    parts.seasonal.assign(size, 0.0);
    parts.trend.assign(size, 0.0);
    parts.weights.assign(size, 1.0);
    Decomposer decomposer(values, period, Loess(odd(seasonalWindow), periodic ? 0 : options.seasonalDegree, jumpOf(seasonalWindow)),
                          Loess(odd(trendWindow), options.trendDegree, jumpOf(trendWindow)),
                          Loess(odd(lowPassWindow), options.lowPassDegree, jumpOf(lowPassWindow)));
    const int outer = options.robust ? options.robustRounds : 0;
    const int inner = options.robust ? 1 : 2;
    for (int round = 0; round <= outer; ++round) {
        decomposer.inner(parts, round > 0 ? parts.weights.data() : nullptr, inner);
        if (round < outer) decomposer.weigh(parts);
    }
    if (periodic) {
        for (int j = 0; j < period; ++j) {
            double sum = 0.0;
            int count = 0;
            for (int i = j; i < n; i += period, ++count) sum += parts.seasonal[static_cast<std::size_t>(i)];
            for (int i = j; i < n; i += period) parts.seasonal[static_cast<std::size_t>(i)] = sum / count;
        }
    }
    parts.remainder.resize(size);
    for (std::size_t i = 0; i < size; ++i) parts.remainder[i] = values[i] - parts.seasonal[i] - parts.trend[i];
    return parts;
}

}  // namespace mudeung::forecast
