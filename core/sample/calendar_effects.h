// SPDX-License-Identifier: GPL-3.0-or-later
// How many people travel on each day of the span, by group: week, year, school terms, holidays, weather, trend.
#pragma once

#include <vector>

#include "core/sample/city.h"

namespace mudeung::sample {

struct DayEffect {
    GroupValues factor{};  ///< mean about 1 over the span
    bool workday = true;   ///< a weekday that is no public holiday: decides the hour profile
};

/// One per day of the span.
std::vector<DayEffect> dayEffects(const City& city);

}  // namespace mudeung::sample
