// SPDX-License-Identifier: GPL-3.0-or-later
// Residents by sex and age band, where people go by day, and the hours at which they are out.
#include "core/sample/present_people.h"

#include <algorithm>
#include <cmath>

namespace mudeung::sample {
namespace {

constexpr std::array<int, kBands> kPurposeOfBand{0, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5};
constexpr std::array<int, kBands> kGroupOfBand{0, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 5, 6};  ///< whose weather and week it shares

/// Beyond the city: for each of its people who are out, how many more come in from around it (workers, pupils, patients), and on free days
/// how many go out to the hills and the sea.
constexpr std::array<double, 6> kWorkdayIn{0.02, 0.04, 0.12, 0.12, 0.1, 0.14};
constexpr double kFreeDayAway = 0.15;

/// Of ten people how many leave their own dong on a mean day.
constexpr std::array<double, 6> kWorkdayOut{0.12, 0.38, 0.56, 0.52, 0.44, 0.2};
constexpr std::array<double, 6> kFreeDayOut{0.16, 0.22, 0.36, 0.3, 0.26, 0.16};

using Curve = std::array<double, kPresentHours>;
constexpr Curve kLessons{0.01, 0.01, 0, 0, 0, 0.01, 0.05, 0.35, 0.9, 1, 1, 1, 1, 1, 1, 0.95, 0.85, 0.68, 0.55, 0.48, 0.4, 0.26, 0.1, 0.03};
constexpr Curve kWork{0.08, 0.05, 0.03, 0.01, 0,    0.03, 0.12, 0.38, 0.74, 0.93, 0.98, 1,
                      1,    1,    1,    0.98, 0.95, 0.86, 0.66, 0.5,  0.41, 0.32, 0.22, 0.14};
constexpr Curve kErrands{0,    0,    0,    0,    0,    0.04, 0.12, 0.25, 0.48, 0.78, 0.97, 1,
                         0.94, 0.95, 0.96, 0.85, 0.66, 0.44, 0.27, 0.17, 0.1,  0.05, 0.02, 0};
constexpr Curve kFreeDay{0.12, 0.08, 0.04, 0.01, 0,    0.03, 0.08, 0.15, 0.27, 0.43, 0.62, 0.79,
                         0.91, 0.98, 1,    1,    0.97, 0.92, 0.83, 0.7,  0.54, 0.4,  0.28, 0.19};
/// How much of those who are out after work are out for leisure.
constexpr Curve kEvening{1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0.05, 0.2, 0.1, 0, 0, 0.05, 0.15, 0.4, 0.6, 0.7, 0.8, 0.9, 1};

const Curve& curveOf(int purpose, bool workday) {
    if (!workday) return kFreeDay;
    if (purpose <= 1) return kLessons;
    return purpose == 5 ? kErrands : kWork;
}

double maleShare(int age) {
    if (age < 30) return 0.516;
    if (age < 60) return 0.516 - 0.0006 * (age - 30);
    return std::max(0.25, 0.498 - 0.0068 * (age - 60));
}

int bandOf(int age) {
    if (age < 10) return 0;
    return std::min(kBands - 1, age / 5 - 1);
}

double pullOfStop(const Stop& stop, int purpose) {
    const QString& kind = stop.kind;
    if (purpose == 0) return kind == QLatin1String("child") ? 4.0 : 0.6;
    if (purpose == 1) return kind == QLatin1String("youth") ? 6.0 : 0.3;
    if (kind == QLatin1String("home") || kind == QLatin1String("child") || kind == QLatin1String("youth")) return 0.25;
    if (kind == QLatin1String("young")) return purpose == 2 ? 6.0 : 0.9;
    if (kind == QLatin1String("old")) return purpose == 5 ? 3.0 : 0.9;
    return purpose == 5 ? 0.9 : 1.6;
}

double leisureOfStop(const Stop& stop) {
    if (stop.kind == QLatin1String("work")) return 1.6;
    if (stop.kind == QLatin1String("old") || stop.kind == QLatin1String("young")) return 1.0;
    return 0.25;
}

void toShares(std::vector<double>& weights, double share, const std::vector<double>& rest) {
    double sum = 0.0;
    for (const double w : weights) sum += w;
    for (std::size_t d = 0; d < weights.size(); ++d) weights[d] = sum > 0.0 ? share * weights[d] / sum + (1.0 - share) * rest[d] : rest[d];
}

}  // namespace

PresentPeople::PresentPeople(const City& city) {
    m_residents.resize(city.dongs.size(), PresentCounts{});
    for (std::size_t d = 0; d < city.dongs.size(); ++d) {
        for (int age = 0; age < kAges; ++age) {
            const int persons = city.dongs[d].residents[static_cast<std::size_t>(age)];
            const int male = static_cast<int>(std::lround(persons * maleShare(age)));
            const auto band = static_cast<std::size_t>(bandOf(age));
            m_residents[d][band] += male;
            m_residents[d][kBands + band] += persons - male;
        }
    }
    weighPull(city);
}

void PresentPeople::weighPull(const City& city) {
    std::vector<double> living;
    double residents = 0.0;
    for (const Dong& dong : city.dongs) residents += dong.total;
    for (const Dong& dong : city.dongs) living.push_back(dong.total / residents);
    for (std::size_t purpose = 0; purpose < kPurposes; ++purpose) {
        std::vector<double>& workday = m_workday[purpose];
        std::vector<double>& leisure = m_leisure[purpose];
        workday.assign(city.dongs.size(), 0.0);
        leisure.assign(city.dongs.size(), 0.0);
        for (const Stop& stop : city.stops) {
            double riders = 0.0;
            for (const double g : stop.dailyBoarding) riders += g;
            const double arriving = (1.0 - stop.residential) * riders;
            const double km = distanceMeters(stop.at, city.facts.centre) / 1000.0;
            const auto dong = static_cast<std::size_t>(stop.dong);
            workday[dong] += arriving * pullOfStop(stop, static_cast<int>(purpose));
            leisure[dong] += arriving * leisureOfStop(stop) * (1.0 + 2.0 * std::exp(-km * km / 6.0));
        }
        // What no bus stop tells: shops, schools and workplaces follow the residents.
        const double known = purpose <= 1 ? 0.45 : 0.7;
        toShares(workday, known, living);
        toShares(leisure, 0.7, living);
    }
}

void PresentPeople::present(const DayEffect& effect, int hour, Random& noise, std::vector<PresentCounts>& out) const {
    const auto h = static_cast<std::size_t>(hour);
    out.resize(m_residents.size());
    for (std::size_t c = 0; c < kPresentClasses; ++c) {
        const std::size_t band = c % kBands;
        const auto purpose = static_cast<std::size_t>(kPurposeOfBand[band]);
        const double peak = effect.workday ? kWorkdayOut[purpose] : kFreeDayOut[purpose];
        // School holidays, weather and season move the riders of an age group; about half as much moves those who are out at all.
        // In steps, and noise on every sixteenth number only: days that are alike are mostly equal, which keeps the workspace small.
        const double mood = std::round(10.0 + 10.0 * effect.factor[static_cast<std::size_t>(kGroupOfBand[band])]) / 20.0;
        const double out1 = std::clamp(peak * mood * curveOf(static_cast<int>(purpose), effect.workday)[h], 0.0, 0.85);
        const double leisure = effect.workday ? kEvening[h] : 1.0;
        double outside = 0.0;
        for (const PresentCounts& dong : m_residents) outside += out1 * dong[c];
        outside *= effect.workday ? 1.0 + kWorkdayIn[purpose] : 1.0 - kFreeDayAway;
        const double amplitude = 0.03 * kFreeDay[h];
        std::uint64_t bits = 0;
        for (std::size_t d = 0; d < m_residents.size(); ++d) {
            const double pull = leisure * m_leisure[purpose][d] + (1.0 - leisure) * m_workday[purpose][d];
            const double people = (1.0 - out1) * m_residents[d][c] + outside * pull;
            bits = d % 4 == 0 ? noise.next() : bits >> 16u;
            const double even = (bits & 15u) == 0 ? static_cast<double>(bits & 0xFFFFu) / 65535.0 - 0.5 : 0.0;
            out[d][c] = static_cast<int>(std::lround(people * (1.0 + amplitude * even)));
        }
    }
}

}  // namespace mudeung::sample
