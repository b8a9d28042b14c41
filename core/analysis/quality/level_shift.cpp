// SPDX-License-Identifier: GPL-3.0-or-later
// The split of least absolute deviations, judged by robust noise; then the same within its parts.
#include "core/analysis/quality/level_shift.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numbers>

namespace mudeung {

namespace {

constexpr double kMadToSigma = 1.482602;  ///< of a normal distribution
constexpr double kDaysPerWeek = 7.0;
constexpr std::size_t kLeastPlaces = 10;  ///< for what places have in common

using Values = std::vector<double>;

/// Reorders `values`, which must be finite and not empty.
double medianInPlace(Values& values) {
    const std::size_t middle = values.size() / 2;
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(middle);
    std::nth_element(values.begin(), at, values.end());
    if (values.size() % 2 == 1) return *at;
    return (*at + *std::max_element(values.begin(), at)) / 2.0;
}

/// σ of a week around its level: the step from one week to the next has √2 of it, and a shift is one step among many.
double noiseOf(const Values& values) {
    Values steps;
    for (std::size_t k = 1; k < values.size(); ++k) steps.push_back(std::abs(values[k] - values[k - 1]));
    return steps.empty() ? 0.0 : kMadToSigma * medianInPlace(steps) / std::numbers::sqrt2;
}

class Segmentation {
public:
    Segmentation(Values values, bool counts) : m_values(std::move(values)), m_counts(counts), m_noise(noiseOf(m_values)) {}

    /// First indices of new levels, ascending.
    std::vector<int> find() {
        split(0, static_cast<int>(m_values.size()));
        // The clearest first, when there are more than anybody reads.
        std::stable_sort(m_found.begin(), m_found.end(), [](const Split& a, const Split& b) { return a.score > b.score; });
        if (static_cast<int>(m_found.size()) > kMostShifts) m_found.resize(kMostShifts);
        std::vector<int> starts;
        for (const Split& s : m_found) starts.push_back(s.at);
        std::sort(starts.begin(), starts.end());
        return starts;
    }

    double median(int from, int to) {
        m_part.assign(m_values.begin() + from, m_values.begin() + to);
        return medianInPlace(m_part);
    }

    double score(double before, double after, int weeksBefore, int weeksAfter) const {
        double noise = m_noise;
        if (m_counts) noise = std::max(noise, std::sqrt(std::max({before, after, 0.0}) / kDaysPerWeek));
        // A median needs π/2 times the values of a mean for the same precision (normal noise).
        const double error = noise * std::sqrt(std::numbers::pi / 2.0 * (1.0 / weeksBefore + 1.0 / weeksAfter));
        const double size = std::abs(after - before);
        if (size == 0.0) return 0.0;
        return error > 0.0 ? size / error : std::numeric_limits<double>::infinity();
    }

private:
    struct Split {
        int at = 0;
        double score = 0.0;
    };

    /// Sum of the distances from the median.
    double deviations(int from, int to) {
        const double middle = median(from, to);
        double sum = 0.0;
        for (int i = from; i < to; ++i) sum += std::abs(m_values[static_cast<std::size_t>(i)] - middle);
        return sum;
    }

    /// A drift has no edge: the weeks on both sides of a shift differ by at least half of it.
    bool isSudden(int from, int at, int to, double shift) {
        const double near = median(at, std::min(to, at + kLeastSegmentWeeks)) - median(std::max(from, at - kLeastSegmentWeeks), at);
        return near * shift > 0.0 && std::abs(near) >= 0.5 * std::abs(shift);
    }

    void split(int from, int to) {
        if (to - from < 2 * kLeastSegmentWeeks) return;
        int best = from + kLeastSegmentWeeks;
        double least = std::numeric_limits<double>::infinity();
        for (int at = from + kLeastSegmentWeeks; at <= to - kLeastSegmentWeeks; ++at) {
            const double sum = deviations(from, at) + deviations(at, to);
            if (sum < least) {
                least = sum;
                best = at;
            }
        }
        const double before = median(from, best);
        const double after = median(best, to);
        const double found = score(before, after, best - from, to - best);
        const double larger = std::max(std::abs(before), std::abs(after));
        if (found < kShiftThreshold || std::abs(after - before) < kLeastRelativeShift * larger) return;
        if (isSudden(from, best, to, after - before)) m_found.push_back({best, found});
        split(from, best);
        split(best, to);
    }

    Values m_values;
    bool m_counts;
    double m_noise;
    Values m_part;
    std::vector<Split> m_found;
};

}  // namespace

double medianOf(std::vector<double> values) {
    values.erase(std::remove_if(values.begin(), values.end(), [](double v) { return !std::isfinite(v); }), values.end());
    return values.empty() ? std::numeric_limits<double>::quiet_NaN() : medianInPlace(values);
}

std::vector<LevelShift> levelShifts(std::span<const double> weeks, bool counts) {
    Values values;
    std::vector<int> numbers;
    for (std::size_t w = 0; w < weeks.size(); ++w) {
        if (!std::isfinite(weeks[w])) continue;
        values.push_back(weeks[w]);
        numbers.push_back(static_cast<int>(w));
    }
    std::vector<LevelShift> shifts;
    const int n = static_cast<int>(values.size());
    if (n < 2 * kLeastSegmentWeeks) return shifts;
    Segmentation segmentation(std::move(values), counts);
    const std::vector<int> starts = segmentation.find();
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const int from = i == 0 ? 0 : starts[i - 1];
        const int to = i + 1 < starts.size() ? starts[i + 1] : n;
        LevelShift shift;
        shift.week = numbers[static_cast<std::size_t>(starts[i])];
        shift.before = segmentation.median(from, starts[i]);
        shift.after = segmentation.median(starts[i], to);
        shift.score = segmentation.score(shift.before, shift.after, starts[i] - from, to - starts[i]);
        shifts.push_back(shift);
    }
    return shifts;
}

std::vector<double> commonWeeks(const std::vector<std::vector<double>>& series) {
    const std::size_t weeks = series.empty() ? 0 : series.front().size();
    std::vector<double> usual;
    usual.reserve(series.size());
    for (const auto& one : series) usual.push_back(medianOf(one));
    std::vector<double> common(weeks, 1.0);
    std::vector<double> ratios;
    for (std::size_t w = 0; w < weeks; ++w) {
        ratios.clear();
        for (std::size_t p = 0; p < series.size(); ++p)
            if (usual[p] > 0.0 && std::isfinite(series[p][w])) ratios.push_back(series[p][w] / usual[p]);
        if (ratios.size() < kLeastPlaces) continue;
        const double middle = medianInPlace(ratios);
        if (middle > 0.0) common[w] = middle;
    }
    return common;
}

}  // namespace mudeung
