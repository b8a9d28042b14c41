// SPDX-License-Identifier: GPL-3.0-or-later
// Day factors of the sample city.
#include "core/sample/calendar_effects.h"

#include <cmath>

#include "core/model/calendar.h"
#include "core/sample/random.h"

namespace mudeung::sample {
namespace {

bool isVacation(QDate date) {
    const int monthDay = date.month() * 100 + date.day();
    return (monthDay >= 105 && monthDay <= 301) || (monthDay >= 720 && monthDay <= 815) || monthDay >= 1230;
}

enum class Weather { Dry, Rain, Snow };

Weather weatherOf(const City& city, QDate date, Random& random) {
    const bool wet = random.uniform() < city.facts.wetDayShare[date.month() - 1];
    const bool cold = date.month() == 12 || date.month() <= 2;
    const bool snow = cold && random.uniform() < 0.5;
    if (!wet) return Weather::Dry;
    return snow ? Weather::Snow : Weather::Rain;
}

}  // namespace

std::vector<DayEffect> dayEffects(const City& city) {
    const Facts& facts = city.facts;
    const HolidayCalendar& calendar = HolidayCalendar::korea();
    std::vector<DayEffect> effects;
    GroupValues sums{};
    for (QDate date = city.firstDay; date <= city.lastDay; date = date.addDays(1)) {
        // Keyed by the date: the same seed has the same weather on a day, however long the span.
        Random random(city.options.seed, "day", static_cast<std::uint64_t>(date.toJulianDay()));
        const Weather weather = weatherOf(city, date, random);
        const double common = std::exp(0.02 * random.normal());
        const bool holiday = calendar.isHoliday(date);
        const double years = static_cast<double>(city.firstDay.daysTo(date)) / 365.25;
        DayEffect effect;
        effect.workday = calendar.dayType(date) == DayType::Weekday;
        for (int g = 0; g < kGroups; ++g) {
            double f = facts.weekday[g][holiday ? 6 : date.dayOfWeek() - 1] * facts.monthly[g][date.month() - 1] * common;
            if (holiday) f *= 0.94;
            if (isVacation(date)) f *= facts.vacation[g];
            if (weather == Weather::Rain) f *= facts.rain[g];
            if (weather == Weather::Snow) f *= facts.snow[g];
            effect.factor[g] = f * (1.0 + facts.trendPerYear[g] * years);
            sums[g] += effect.factor[g];
        }
        effects.push_back(effect);
    }
    for (DayEffect& effect : effects)
        for (int g = 0; g < kGroups; ++g) effect.factor[g] *= static_cast<double>(effects.size()) / sums[g];
    return effects;
}

}  // namespace mudeung::sample
