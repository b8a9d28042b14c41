// SPDX-License-Identifier: GPL-3.0-or-later
// Days of the places of a made city whose changes are known: negative-binomial counts around a level with weekdays, holidays, a memory of
// their own and days that are good or bad for all.
#pragma once

#include <QDate>
#include <algorithm>
#include <cmath>
#include <vector>

#include "core/analysis/daily_series/day_matrix.h"
#include "core/analysis/math/random.h"
#include "core/model/calendar.h"

namespace mudeung::test {

inline double drawPoisson(Random& random, double mean) {
    if (mean <= 0.0) return 0.0;
    if (mean > 50.0) return std::max(0.0, std::floor(mean + std::sqrt(mean) * random.normal() + 0.5));
    const double limit = std::exp(-mean);
    double product = random.uniform();
    int count = 0;
    for (; product > limit; ++count) product *= random.uniform();
    return count;
}

/// Gamma with mean 1 and the given shape ≥ 1 (Marsaglia & Tsang 2000).
inline double drawGamma(Random& random, double shape) {
    const double d = shape - 1.0 / 3.0;
    const double c = 1.0 / std::sqrt(9.0 * d);
    for (;;) {
        const double x = random.normal();
        const double v = std::pow(1.0 + c * x, 3.0);
        if (v > 0.0 && std::log(1.0 - random.uniform()) < 0.5 * x * x + d - d * v + d * std::log(v)) return d * v / shape;
    }
}

/// A stationary AR(1) with standard deviation `sigma`, step by step.
class Memory {
public:
    Memory(Random& random, double rho, double sigma) : m_rho(rho), m_sigma(sigma), m_state(sigma * random.normal()) {}
    double next(Random& random) {
        const double now = m_state;
        m_state = m_rho * m_state + m_sigma * std::sqrt(1.0 - m_rho * m_rho) * random.normal();
        return now;
    }

private:
    double m_rho;
    double m_sigma;
    double m_state;
};

struct CityOptions {
    int places = 120;
    double changed = 0.1;      ///< share of the places with a change
    double leastChange = 0.2;  ///< relative, up or down
    double mostChange = 0.5;
    double mostMemory = 0.6;    ///< correlation of neighbouring days, from 0.1 to this
    double restless = 0.03;     ///< share of the places with several times the noise of the others
    double medianLevel = 20.0;  ///< a day; log-normal with a standard deviation of 1.2
};

/// The character of one place.
struct CityPlace {
    double level = 0.0;
    double memory = 0.0;
    double sigma = 0.0;   ///< of the log rate
    double shape = 0.0;   ///< of the negative binomial
    double change = 1.0;  ///< factor after the change; 1 = none
};

inline std::vector<CityPlace> makePlaces(const CityOptions& options, Random& random) {
    std::vector<CityPlace> places;
    for (int p = 0; p < options.places; ++p) {
        CityPlace place;
        place.level = options.medianLevel * std::exp(1.2 * random.normal());
        place.memory = 0.1 + (options.mostMemory - 0.1) * random.uniform();
        place.sigma = random.uniform() < options.restless ? 0.4 + 0.4 * random.uniform() : 0.03 + 0.09 * random.uniform();
        place.shape = 10.0 + 40.0 * random.uniform();
        const double size = options.leastChange + (options.mostChange - options.leastChange) * random.uniform();
        const bool up = random.uniform() < 0.5;
        if (random.uniform() < options.changed) place.change = up ? 1.0 + size : 1.0 - size;
        places.push_back(place);
    }
    return places;
}

inline double dayFactor(QDate date) {
    const HolidayCalendar& calendar = HolidayCalendar::korea();
    if (calendar.isHoliday(date)) return calendar.nameOf(date, false).contains(QStringLiteral("Seollal")) ? 0.35 : 0.5;
    return date.dayOfWeek() == Qt::Sunday ? 0.55 : date.dayOfWeek() == Qt::Saturday ? 0.75 : 1.0;
}

/// `factor(place, day)` multiplies the rate.
template <typename Factor>
DayMatrix simulateDays(const std::vector<CityPlace>& places, QDate first, int days, Random& random, const Factor& factor) {
    DayMatrix matrix(static_cast<int>(places.size()), days, 0.0);
    std::vector<double> common;
    Memory weather(random, 0.5, 0.02);
    for (int d = 0; d < days; ++d) common.push_back(dayFactor(first.addDays(d)) * std::exp(weather.next(random)));
    for (int p = 0; p < matrix.series; ++p) {
        const CityPlace& place = places[static_cast<std::size_t>(p)];
        Memory memory(random, place.memory, place.sigma);
        for (int d = 0; d < days; ++d) {
            const double rate = place.level * common[static_cast<std::size_t>(d)] * std::exp(memory.next(random)) * factor(p, d);
            matrix.at(p, d) = drawPoisson(random, rate * drawGamma(random, place.shape));
        }
    }
    return matrix;
}

}  // namespace mudeung::test
