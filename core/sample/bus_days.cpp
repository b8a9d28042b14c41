// SPDX-License-Identifier: GPL-3.0-or-later
// Mean rates by place, and counts drawn from them.
#include "core/sample/bus_days.h"

#include <algorithm>

namespace mudeung::sample {
namespace {

Random streamOf(const City& city, QDate date) {
    const QDate month(date.year(), date.month(), 1);
    return Random(city.options.seed, "bus-month", static_cast<std::uint64_t>(month.toJulianDay()));
}

/// A new route finds its riders over about eight weeks.
double grown(const City& city, const Stop& stop, QDate date) {
    if (stop.opens <= city.firstDay) return 1.0;
    const auto weeks = static_cast<double>(stop.opens.daysTo(date)) / 7.0;
    return std::min(1.0, 0.4 + 0.075 * weeks);
}

}  // namespace

PlaceRates ratesOf(const Facts& facts, const GroupValues& daily, double residential, double alightingRatio) {
    PlaceRates rates{};
    for (int g = 0; g < kGroups; ++g) {
        for (int h = 0; h < kHours; ++h) {
            const double leave = residential * facts.home[g][h] + (1.0 - residential) * facts.away[g][h];
            const double arrive = (1.0 - residential) * facts.home[g][h] + residential * facts.away[g][h];
            rates[1][0][g][h] = daily[g] * leave;
            rates[1][1][g][h] = daily[g] * arrive * alightingRatio;
            rates[0][0][g][h] = daily[g] * facts.weekend[g][h];
            rates[0][1][g][h] = daily[g] * facts.weekend[g][h] * alightingRatio;
        }
    }
    return rates;
}

bool drawHours(Random& random, const std::array<double, kHours>& rates, double factor, HourCounts& counts) {
    int any = 0;
    for (int h = 0; h < kHours; ++h) {
        counts[h] = random.poisson(rates[h] * factor);
        any |= counts[h];
    }
    return any != 0;
}

const DayEffect& effectOn(const City& city, const std::vector<DayEffect>& effects, QDate date) {
    return effects[static_cast<std::size_t>(city.firstDay.daysTo(date))];
}

BusDays::BusDays(const City& city, const std::vector<DayEffect>& effects)
    : m_city(city), m_effects(effects), m_random(streamOf(city, city.firstDay)) {
    m_rates.reserve(city.stops.size());
    for (const Stop& stop : city.stops)
        m_rates.push_back(ratesOf(city.facts, stop.dailyBoarding, stop.residential, city.facts.alightingRatio));
}

void BusDays::draw(QDate date, BusDay& day) {
    if (date != m_next || date.day() == 1) m_random = streamOf(m_city, date);
    m_next = date.addDays(1);
    day.date = date;
    day.missing = std::find(m_city.missingDays.begin(), m_city.missingDays.end(), date) != m_city.missingDays.end();
    day.counts.assign(m_city.stops.size() * kKinds * kGroups, HourCounts{});
    if (day.missing) return;
    const DayEffect& effect = effectOn(m_city, m_effects, date);
    std::size_t at = 0;
    for (std::size_t s = 0; s < m_city.stops.size(); ++s) {
        const Stop& stop = m_city.stops[s];
        const bool open = date >= stop.opens && date < stop.closes;
        const double growth = grown(m_city, stop, date);
        const auto& rates = m_rates[s][effect.workday ? 1 : 0];
        for (int kind = 0; kind < kKinds; ++kind)
            for (int g = 0; g < kGroups; ++g, ++at)
                if (open) drawHours(m_random, rates[kind][g], effect.factor[g] * growth, day.counts[at]);
    }
}

}  // namespace mudeung::sample
