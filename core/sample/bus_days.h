// SPDX-License-Identifier: GPL-3.0-or-later
// The riders of every stop, drawn day by day. Both the monthly files and the long form are written from these numbers. Knows no files.
#pragma once

#include <vector>

#include "core/sample/calendar_effects.h"
#include "core/sample/city.h"
#include "core/sample/random.h"

namespace mudeung::sample {

constexpr int kKinds = 2;  ///< boarding, alighting

/// Mean counts of one place on a mean day: [workday or not][kind][group][hour].
using PlaceRates = std::array<std::array<HourProfiles, kKinds>, 2>;
using HourCounts = std::array<int, kHours>;

PlaceRates ratesOf(const Facts& facts, const GroupValues& daily, double residential, double alightingRatio);

/// Draws the hours of one place, kind and group; false when every hour is zero.
bool drawHours(Random& random, const std::array<double, kHours>& rates, double factor, HourCounts& counts);

const DayEffect& effectOn(const City& city, const std::vector<DayEffect>& effects, QDate date);

/// The boardings and alightings of all stops on one day.
struct BusDay {
    QDate date;
    bool missing = false;            ///< the source has no row for the day
    std::vector<HourCounts> counts;  ///< [stop][kind][group]

    const HourCounts& at(std::size_t stop, int kind, int group) const {
        return counts[(stop * kKinds + static_cast<std::size_t>(kind)) * kGroups + static_cast<std::size_t>(group)];
    }
};

/// Every month has its own random stream: months can be drawn in any order, the days of a month from its first one on.
class BusDays {
public:
    BusDays(const City& city, const std::vector<DayEffect>& effects);
    void draw(QDate date, BusDay& day);

private:
    const City& m_city;
    const std::vector<DayEffect>& m_effects;
    std::vector<PlaceRates> m_rates;
    QDate m_next;  ///< the day that the stream stands at
    Random m_random;
};

}  // namespace mudeung::sample
