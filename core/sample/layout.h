// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of planCity: people, senior centres, stops. Each fills its part of the city from its own random streams.
#pragma once

#include <vector>

#include "core/sample/city.h"
#include "core/sample/hex_map.h"

namespace mudeung::sample {

/// Splits `total` over `weights` exactly (largest remainders; ties go to the lower index).
std::vector<int> apportion(int total, const std::vector<double>& weights);

void layOutDongs(City& city, const HexMap& map);
void layOutResidents(City& city);
void layOutSeniorCentres(City& city, const HexMap& map);
void layOutStops(City& city, const HexMap& map);
/// Gives every stop its landmark, its name and its mean riders a day.
void nameStops(City& city);
void weighStops(City& city);

}  // namespace mudeung::sample
