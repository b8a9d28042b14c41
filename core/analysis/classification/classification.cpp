// SPDX-License-Identifier: GPL-3.0-or-later
// Fisher–Jenks over the different values with their frequencies, each layer of the table by divide and conquer (Ckmeans.1d.dp).
#include "core/analysis/classification/classification.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

namespace mudeung {
namespace {

/// The different values, ascending, with running sums; sums start at the middle value so that squares do not cancel.
class Distribution {
public:
    explicit Distribution(std::span<const double> values) {
        std::vector<double> sorted;
        for (double v : values) {
            if (std::isfinite(v)) sorted.push_back(v);
        }
        std::sort(sorted.begin(), sorted.end());
        m_origin = sorted.empty() ? 0.0L : static_cast<long double>(sorted[sorted.size() / 2]);
        m_count.push_back(0.0L);
        m_sum.push_back(0.0L);
        m_squares.push_back(0.0L);
        for (std::size_t i = 0; i < sorted.size();) {
            std::size_t end = i;
            while (end < sorted.size() && sorted[end] == sorted[i]) ++end;
            const long double n = static_cast<long double>(end - i);
            const long double v = sorted[i] - m_origin;
            m_values.push_back(sorted[i]);
            m_count.push_back(m_count.back() + n);
            m_sum.push_back(m_sum.back() + n * v);
            m_squares.push_back(m_squares.back() + n * v * v);
            i = end;
        }
    }

    int size() const { return static_cast<int>(m_values.size()); }
    double value(int i) const { return m_values[static_cast<std::size_t>(i)]; }
    long double countUpTo(int i) const { return m_count[static_cast<std::size_t>(i) + 1]; }

    double meanOf(int from, int to) const {
        const auto f = static_cast<std::size_t>(from), t = static_cast<std::size_t>(to) + 1;
        return static_cast<double>(m_origin + (m_sum[t] - m_sum[f]) / (m_count[t] - m_count[f]));
    }

    /// Sum of squares around the mean of the different values from…to, both included.
    long double within(int from, int to) const {
        const auto f = static_cast<std::size_t>(from), t = static_cast<std::size_t>(to) + 1;
        const long double n = m_count[t] - m_count[f];
        const long double s = m_sum[t] - m_sum[f];
        return std::max(0.0L, m_squares[t] - m_squares[f] - s * s / n);
    }

private:
    std::vector<double> m_values;
    std::vector<long double> m_count, m_sum, m_squares;
    long double m_origin = 0.0L;
};

double goodnessOf(const Distribution& d, const std::vector<int>& lastIndices) {
    const long double all = d.within(0, d.size() - 1);
    if (!(all > 0.0L)) return 1.0;
    long double inside = 0.0L;
    int from = 0;
    for (int last : lastIndices) {
        inside += d.within(from, last);
        from = last + 1;
    }
    return static_cast<double>(1.0L - inside / all);
}

Classes makeClasses(const Distribution& d, const std::vector<int>& lastIndices) {
    Classes result;
    result.lowest = d.value(0);
    for (int last : lastIndices) result.upper.push_back(d.value(last));
    result.goodness = goodnessOf(d, lastIndices);
    return result;
}

/// One layer of the table: best[j] = least cost of the values 0…j in k classes, start[j] = where the last class begins.
/// The best start never moves left as j grows, so the search range halves.
struct Layer {
    const Distribution& d;
    const std::vector<long double>& previous;
    std::vector<long double>& best;
    std::vector<int>& start;
    int firstStart;  ///< k − 1: the classes before need at least that many values

    void fill(int from, int to, int startFrom, int startTo) {
        if (from > to) return;
        const int middle = from + (to - from) / 2;
        long double least = std::numeric_limits<long double>::infinity();
        int at = startFrom;
        for (int s = std::max(startFrom, firstStart); s <= std::min(startTo, middle); ++s) {
            const long double cost = previous[static_cast<std::size_t>(s) - 1] + d.within(s, middle);
            if (cost < least) {
                least = cost;
                at = s;
            }
        }
        best[static_cast<std::size_t>(middle)] = least;
        start[static_cast<std::size_t>(middle)] = at;
        fill(from, middle - 1, startFrom, at);
        fill(middle + 1, to, at, startTo);
    }
};

}  // namespace

int Classes::classOf(double value) const {
    if (std::isnan(value) || upper.empty()) return -1;
    const auto it = std::lower_bound(upper.begin(), upper.end(), value);
    return it == upper.end() ? count() - 1 : static_cast<int>(it - upper.begin());
}

Classes fisherJenks(std::span<const double> values, int classes) {
    const Distribution d(values);
    const int n = d.size();
    const int k = std::min(classes, n);
    if (k <= 0) return {};
    std::vector<long double> previous(static_cast<std::size_t>(n));
    for (int j = 0; j < n; ++j) previous[static_cast<std::size_t>(j)] = d.within(0, j);
    std::vector<std::vector<int>> starts;
    for (int layer = 2; layer <= k; ++layer) {
        std::vector<long double> best(static_cast<std::size_t>(n), std::numeric_limits<long double>::infinity());
        std::vector<int> start(static_cast<std::size_t>(n), layer - 1);
        Layer{d, previous, best, start, layer - 1}.fill(layer - 1, n - 1, layer - 1, n - 1);
        starts.push_back(std::move(start));
        previous = std::move(best);
    }
    std::vector<int> last(static_cast<std::size_t>(k));
    int end = n - 1;
    for (int layer = k; layer >= 1; --layer) {
        last[static_cast<std::size_t>(layer) - 1] = end;
        if (layer > 1) end = starts[static_cast<std::size_t>(layer) - 2][static_cast<std::size_t>(end)] - 1;
    }
    return makeClasses(d, last);
}

Classes quantiles(std::span<const double> values, int classes) {
    const Distribution d(values);
    if (d.size() == 0 || classes <= 0) return {};
    const long double all = d.countUpTo(d.size() - 1);
    std::vector<int> last;
    int i = 0;
    for (int c = 1; c < classes; ++c) {
        const long double wanted = all * c / classes;
        while (i < d.size() - 1 && d.countUpTo(i) < wanted) ++i;
        if (i < d.size() - 1 && (last.empty() || i > last.back())) last.push_back(i);
    }
    last.push_back(d.size() - 1);
    return makeClasses(d, last);
}

Classes headTail(std::span<const double> values, int most) {
    constexpr long double kMostHead = 0.4L;
    const Distribution d(values);
    if (d.size() == 0 || most <= 0) return {};
    std::vector<int> last;
    int from = 0;  // the head begins with this value
    while (static_cast<int>(last.size()) + 1 < most) {
        const long double before = from > 0 ? d.countUpTo(from - 1) : 0.0L;
        const long double all = d.countUpTo(d.size() - 1) - before;
        const double mean = d.meanOf(from, d.size() - 1);
        int below = from;
        while (below < d.size() - 1 && d.value(below + 1) <= mean) ++below;
        const long double head = d.countUpTo(d.size() - 1) - d.countUpTo(below);
        if (!(head > 0.0L) || head > kMostHead * all) break;
        last.push_back(below);
        from = below + 1;
    }
    last.push_back(d.size() - 1);
    return makeClasses(d, last);
}

Classes classesWithLimits(std::span<const double> values, std::vector<double> upper) {
    upper.erase(std::remove_if(upper.begin(), upper.end(), [](double v) { return !std::isfinite(v); }), upper.end());
    std::sort(upper.begin(), upper.end());
    upper.erase(std::unique(upper.begin(), upper.end()), upper.end());
    const Distribution d(values);
    Classes result;
    result.upper = std::move(upper);
    if (d.size() == 0) return result;
    result.lowest = d.value(0);
    const double largest = d.value(d.size() - 1);
    if (result.upper.empty() || result.upper.back() < largest) result.upper.push_back(largest);
    std::vector<int> last;
    for (int i = 0; i < d.size(); ++i) {
        const bool ends = i == d.size() - 1 || result.classOf(d.value(i)) != result.classOf(d.value(i + 1));
        if (ends) last.push_back(i);
    }
    result.goodness = goodnessOf(d, last);
    return result;
}

}  // namespace mudeung
