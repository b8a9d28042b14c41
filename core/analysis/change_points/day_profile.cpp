// SPDX-License-Identifier: GPL-3.0-or-later
// Profiles by ratio of sums, so that small counts need no logarithm and no division by zero; the city's course by medians.
#include "core/analysis/change_points/day_profile.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace mudeung {

namespace {

constexpr int kWeek = 7;

double median(std::vector<double>& values) {
    const std::size_t middle = values.size() / 2;
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(middle);
    std::nth_element(values.begin(), at, values.end());
    if (values.size() % 2 == 1) return *at;
    return (*at + *std::max_element(values.begin(), at)) / 2.0;
}

/// Whole weeks from Monday of ordinary days with data.
template <typename Use>
void forOrdinaryWeeks(std::span<const double> series, std::span<const DayClass> classes, int firstWeekday, const Use& use) {
    const int days = static_cast<int>(series.size());
    for (int monday = (kWeek - firstWeekday) % kWeek; monday + kWeek <= days; monday += kWeek) {
        bool ordinary = true;
        for (int d = monday; d < monday + kWeek && ordinary; ++d)
            ordinary = std::isfinite(series[static_cast<std::size_t>(d)]) && classes[static_cast<std::size_t>(d)] < kPublicHoliday;
        if (ordinary) use(monday);
    }
}

std::array<double, kWeek> weekdayProfile(std::span<const double> series, std::span<const DayClass> classes, int firstWeekday, bool flow) {
    std::array<double, kWeek> sums{};
    double all = 0.0;
    int weeks = 0;
    forOrdinaryWeeks(series, classes, firstWeekday, [&](int monday) {
        for (int d = 0; d < kWeek; ++d) sums[static_cast<std::size_t>(d)] += series[static_cast<std::size_t>(monday + d)];
        ++weeks;
    });
    for (const double s : sums) all += s;
    std::array<double, kWeek> profile{};
    for (std::size_t d = 0; d < kWeek; ++d) {
        if (flow)
            profile[d] = all > 0.0 ? kWeek * sums[d] / all : 1.0;
        else
            profile[d] = weeks > 0 ? (sums[d] - all / kWeek) / weeks : 0.0;
    }
    return profile;
}

}  // namespace

std::vector<double> classProfile(std::span<const double> series, std::span<const DayClass> classes, int firstWeekday, bool flow) {
    const auto weekdays = weekdayProfile(series, classes, firstWeekday, flow);
    std::vector<double> profile(weekdays.begin(), weekdays.end());
    for (const DayClass holiday : {kPublicHoliday, kFeastDay}) {
        double seen = 0.0;
        double expected = 0.0;
        int count = 0;
        for (std::size_t t = 0; t < series.size(); ++t) {
            if (classes[t] != holiday || !std::isfinite(series[t])) continue;
            // The level around the day, from the ordinary days within a week of it.
            double sum = 0.0;
            double usual = 0.0;
            int days = 0;
            const std::size_t from = t >= kWeek ? t - kWeek : 0;
            for (std::size_t d = from; d < std::min(series.size(), t + kWeek + 1); ++d) {
                if (classes[d] >= kPublicHoliday || !std::isfinite(series[d])) continue;
                sum += series[d];
                usual += weekdays[classes[d]];
                ++days;
            }
            if (days == 0 || (flow && usual <= 0.0)) continue;
            seen += series[t];
            expected += flow ? sum / usual : (sum - usual) / days;
            ++count;
        }
        double value = weekdays[6];
        if (flow && expected > 0.0) value = seen / expected;
        if (!flow && count > 0) value = (seen - expected) / count;
        profile.push_back(value);
    }
    return profile;
}

std::vector<double> commonCourse(const DayMatrix& series, std::span<const DayClass> classes,
                                 const std::vector<std::vector<double>>& profiles, int firstWeekday, bool flow) {
    const double neutral = flow ? 1.0 : 0.0;
    std::vector<double> common(static_cast<std::size_t>(series.days), neutral);
    const int weeks = (series.days + firstWeekday + kWeek - 1) / kWeek;
    const auto weekOf = [firstWeekday](int day) { return (day + firstWeekday) / kWeek; };
    std::vector<std::vector<double>> departures(static_cast<std::size_t>(weeks));
    std::vector<double> values(static_cast<std::size_t>(weeks));
    std::vector<double> usual(static_cast<std::size_t>(weeks));
    for (int s = 0; s < series.series; ++s) {
        std::fill(values.begin(), values.end(), 0.0);
        std::fill(usual.begin(), usual.end(), 0.0);
        double sum = 0.0;
        double weight = 0.0;
        const auto row = series.row(s);
        const auto& profile = profiles[static_cast<std::size_t>(s)];
        for (int d = 0; d < series.days; ++d) {
            const double value = row[static_cast<std::size_t>(d)];
            if (!std::isfinite(value)) continue;
            const double expected = profile[classes[static_cast<std::size_t>(d)]];
            const auto w = static_cast<std::size_t>(weekOf(d));
            values[w] += flow ? value : value - expected;
            usual[w] += flow ? expected : 1.0;
            sum += flow ? value : value - expected;
            weight += flow ? expected : 1.0;
        }
        if (!(weight > 0.0)) continue;
        const double level = sum / weight;
        if (flow && level < kLeastCommonLevel) continue;
        for (std::size_t w = 0; w < values.size(); ++w)
            if (usual[w] > 0.0) departures[w].push_back(flow ? values[w] / (usual[w] * level) : values[w] / usual[w] - level);
    }
    for (int d = 0; d < series.days; ++d) {
        auto& week = departures[static_cast<std::size_t>(weekOf(d))];
        if (static_cast<int>(week.size()) < kLeastCommon) continue;
        const double middle = median(week);
        if (!flow || middle > 0.0) common[static_cast<std::size_t>(d)] = middle;
    }
    return common;
}

AdjustedSeries adjusted(std::span<const double> series, std::span<const DayClass> classes, std::span<const double> profile,
                        std::span<const double> common, bool flow) {
    AdjustedSeries out;
    for (std::size_t d = 0; d < series.size(); ++d) {
        if (!std::isfinite(series[d])) continue;
        const double usual = profile[classes[d]];
        if (flow && usual * common[d] < kLeastDayWeight) continue;
        out.days.push_back(static_cast<int>(d));
        out.values.push_back(flow ? series[d] : series[d] - usual - common[d]);
        out.weights.push_back(flow ? usual * common[d] : 1.0);
    }
    return out;
}

}  // namespace mudeung
