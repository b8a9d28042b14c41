// SPDX-License-Identifier: GPL-3.0-or-later
// Usual days out, noise from the steps between weeks, PELT, then size, interval and p of each shift.
#include "core/analysis/change_points/level_shift_dates.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <utility>

#include "core/analysis/change_points/pelt.h"
#include "core/base/share_out.h"

namespace mudeung {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr int kWeek = 7;
constexpr int kLeastWeeks = 8;            ///< steps between weeks that a noise estimate needs
constexpr double kTrimmed = 0.1;          ///< of the squared steps, the largest: shifts and single events
constexpr double kTrimmedMean = 0.62297;  ///< of the squares of a standard normal without its largest tenth
constexpr double kMostMemory = 0.8;

/// Variances of the steps between weeks that are one and two apart, per unit of weight: σ²(1 − ρ₁) and σ²(1 − ρ₂).
struct WeekSteps {
    double one = kNone;
    double two = kNone;
};

double trimmedVariance(std::vector<double>& squares) {
    if (static_cast<int>(squares.size()) < kLeastWeeks) return kNone;
    std::sort(squares.begin(), squares.end());
    const auto kept = static_cast<std::size_t>(std::ceil((1.0 - kTrimmed) * static_cast<double>(squares.size())));
    double sum = 0.0;
    for (std::size_t k = 0; k < kept; ++k) sum += squares[k];
    return sum / static_cast<double>(kept) / kTrimmedMean;
}

WeekSteps weekSteps(const AdjustedSeries& series) {
    struct Week {
        double value = 0.0;
        double weight = 0.0;
    };
    std::vector<Week> weeks;
    if (!series.days.empty()) weeks.resize(static_cast<std::size_t>(series.days.back() / kWeek) + 1);
    for (std::size_t k = 0; k < series.days.size(); ++k) {
        Week& week = weeks[static_cast<std::size_t>(series.days[k] / kWeek)];
        week.value += series.values[k];
        week.weight += series.weights[k];
    }
    const auto stepsOf = [&weeks](std::size_t apart) {
        std::vector<double> squares;
        for (std::size_t w = apart; w < weeks.size(); ++w) {
            const Week& a = weeks[w - apart];
            const Week& b = weeks[w];
            if (!(a.weight > 0.0) || !(b.weight > 0.0)) continue;
            const double step = b.value / b.weight - a.value / a.weight;
            squares.push_back(step * step / (1.0 / a.weight + 1.0 / b.weight));
        }
        return trimmedVariance(squares);
    };
    return {stepsOf(1), stepsOf(2)};
}

/// Correlation of neighbouring weeks that the series have in common, from σ²(1 − ρ²) / (σ²(1 − ρ)) = 1 + ρ; robust by the median.
double commonMemory(const std::vector<WeekSteps>& steps) {
    std::vector<double> memories;
    for (const WeekSteps& s : steps)
        if (s.one > 0.0 && std::isfinite(s.two)) memories.push_back(s.two / s.one - 1.0);
    if (memories.empty()) return 0.0;
    const auto middle = memories.begin() + static_cast<std::ptrdiff_t>(memories.size() / 2);
    std::nth_element(memories.begin(), middle, memories.end());
    return std::clamp(*middle, 0.0, kMostMemory);
}

/// The weights of the days at which two neighbouring segments may meet, as a central interval around the day found.
std::pair<int, int> dateInterval(const SegmentSums& sums, int from, int at, int to, double variance, int least, double confidence) {
    std::vector<double> weights;
    const int first = from + least;
    const int last = to - least;
    const double found = sums.cost(from, at) + sums.cost(at, to);
    double total = 0.0;
    for (int t = first; t <= last; ++t) {
        weights.push_back(std::exp(-(sums.cost(from, t) + sums.cost(t, to) - found) / (2.0 * variance)));
        total += weights.back();
    }
    const double tail = (1.0 - confidence) / 2.0 * total;
    int low = first;
    for (double sum = 0.0; low < at; ++low) {
        sum += weights[static_cast<std::size_t>(low - first)];
        if (sum > tail) break;
    }
    int high = last;
    for (double sum = 0.0; high > at; --high) {
        sum += weights[static_cast<std::size_t>(high - first)];
        if (sum > tail) break;
    }
    return {low, high};
}

/// Σ s ln(s / expected), zero for nothing.
double surprise(double seen, double expected) {
    return seen > 0.0 ? seen * std::log(seen / expected) : 0.0;
}

/// The contrast of two neighbouring levels in standard errors. Counts: at most the signed root of the deviance of quasi-Poisson counts,
/// since the tail of a sum of few counts is longer than the normal one.
double contrast(const SegmentSums& sums, int from, int at, int to, double variance, bool counts) {
    const double before = sums.weight(from, at);
    const double after = sums.weight(at, to);
    const double size = std::abs(sums.level(at, to) - sums.level(from, at));
    const double x = size / std::sqrt(variance * (1.0 / before + 1.0 / after));
    const double level = sums.level(from, to);
    if (!counts || !(level > 0.0)) return x;
    const double deviance =
        2.0 * (surprise(sums.level(from, at) * before, level * before) + surprise(sums.level(at, to) * after, level * after));
    return std::min(x, std::sqrt(std::max(0.0, deviance * level / variance)));
}

double contrastP(const SegmentSums& sums, int from, int at, int to, double variance, int least, bool counts) {
    const double whole = sums.weight(from, to);
    return largestContrastP(contrast(sums, from, at, to, variance, counts), sums.weight(from, from + least) / whole,
                            sums.weight(to - least, to) / whole);
}

/// The p of the best single split of the whole.
double bestSplitP(const SegmentSums& sums, double variance, int least, bool counts) {
    const int n = sums.length();
    int best = -1;
    double cost = std::numeric_limits<double>::infinity();
    for (int t = least; t <= n - least; ++t) {
        const double c = sums.cost(0, t) + sums.cost(t, n);
        if (c >= cost) continue;
        cost = c;
        best = t;
    }
    return best < 0 ? kNone : contrastP(sums, 0, best, n, variance, least, counts);
}

SeriesShifts shiftsOf(const AdjustedSeries& series, double variance, const ShiftOptions& options) {
    SeriesShifts result;
    const int n = static_cast<int>(series.days.size());
    const int least = std::max(options.minSegmentDays, kWeek);
    result.days = n;
    result.variance = result.noShiftP = kNone;
    if (n < 2 * least || !(variance > 0.0)) return result;
    result.variance = variance;
    const SegmentSums sums(series.values, series.weights);
    const double penalty = options.penalty > 0.0 ? options.penalty : modifiedBicPenalty(n);
    std::vector<int> bounds = pelt(sums, {variance, penalty, least});
    if (bounds.empty()) result.noShiftP = bestSplitP(sums, variance, least, options.counts);
    bounds.insert(bounds.begin(), 0);
    bounds.push_back(n);
    for (std::size_t k = 1; k + 1 < bounds.size(); ++k) {
        const int from = bounds[k - 1];
        const int at = bounds[k];
        const int to = bounds[k + 1];
        const auto [low, high] = dateInterval(sums, from, at, to, variance, least, options.confidence);
        LevelShiftDate shift;
        shift.day = series.days[static_cast<std::size_t>(at)];
        shift.earliest = series.days[static_cast<std::size_t>(low)];
        shift.latest = series.days[static_cast<std::size_t>(high)];
        shift.before = sums.level(from, at);
        shift.after = sums.level(at, to);
        shift.p = contrastP(sums, from, at, to, variance, least, options.counts);
        result.shifts.push_back(shift);
    }
    return result;
}

/// One test per shift, and one for each series without.
void adjust(std::vector<SeriesShifts>& all, const ShiftOptions& options) {
    std::vector<double> p;
    for (const SeriesShifts& s : all) {
        if (s.shifts.empty()) p.push_back(s.noShiftP);
        for (const LevelShiftDate& shift : s.shifts) p.push_back(shift.p);
    }
    const std::vector<double> adjustedPs = adjustedP(p, options.correction);
    std::size_t next = 0;
    for (SeriesShifts& s : all) {
        if (s.shifts.empty()) ++next;
        for (LevelShiftDate& shift : s.shifts) {
            shift.adjustedP = adjustedPs[next++];
            shift.real = shift.adjustedP <= options.discovery;
        }
    }
}

}  // namespace

double largestContrastP(double x, double left, double right) {
    if (!(x > 0.0)) return 1.0;
    const double spread = std::log((1.0 - left) * (1.0 - right) / (left * right));
    const double square = x * x;
    const double p = x * std::exp(-square / 2.0) / std::sqrt(2.0 * std::numbers::pi) * (spread - spread / square + 4.0 / square);
    // The approximation is one of a tail: it turns down again where p is not small.
    return square < 2.0 ? 1.0 : std::min(1.0, p);
}

std::vector<SeriesShifts> levelShiftDates(const DayMatrix& series, const std::vector<DayClass>& classes, int firstWeekday,
                                          const ShiftOptions& options) {
    const auto count = static_cast<std::size_t>(series.series);
    const auto each = [&](const auto& work) {
        return shareOut(series.series, options.threads, [&] {
            return [&](int i) {
                if (options.cancelled && options.cancelled()) return false;
                work(static_cast<std::size_t>(i), series.row(i));
                return true;
            };
        });
    };
    std::vector<std::vector<double>> profiles(count);
    if (!each([&](std::size_t i, std::span<const double> row) { profiles[i] = classProfile(row, classes, firstWeekday, options.flow); }))
        return {};
    const std::vector<double> common = options.againstCity
                                           ? commonCourse(series, classes, profiles, firstWeekday, options.flow)
                                           : std::vector<double>(static_cast<std::size_t>(series.days), options.flow ? 1.0 : 0.0);
    std::vector<AdjustedSeries> prepared(count);
    std::vector<WeekSteps> steps(count);
    if (!each([&](std::size_t i, std::span<const double> row) {
            prepared[i] = adjusted(row, classes, profiles[i], common, options.flow);
            steps[i] = weekSteps(prepared[i]);
        }))
        return {};
    const double memory = commonMemory(steps);
    std::vector<SeriesShifts> result(count);
    if (!each([&](std::size_t i, std::span<const double>) {
            const AdjustedSeries& one = prepared[i];
            double variance = steps[i].one / (1.0 - memory) * (1.0 + memory) / (1.0 - memory);
            double sum = 0.0;
            double weight = 0.0;
            for (std::size_t k = 0; k < one.values.size(); ++k) {
                sum += one.values[k];
                weight += one.weights[k];
            }
            if (options.counts && weight > 0.0 && std::isfinite(variance)) variance = std::max(variance, sum / weight);
            result[i] = shiftsOf(one, variance, options);
        }))
        return {};
    adjust(result, options);
    return result;
}

}  // namespace mudeung
