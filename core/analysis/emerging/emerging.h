// SPDX-License-Identifier: GPL-3.0-or-later
// Which hot and cold spots appear, stay, grow, fade or return over the months? Gi* in space and time, a trend per place, one of 17
// patterns. Standard C++ only.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "core/analysis/emerging/mann_kendall.h"
#include "core/analysis/math/multiple_testing.h"
#include "core/analysis/neighbours/spatial_weights.h"

namespace mudeung {

/// What the sum around a place and month is compared with.
enum class Reference {
    WholeCube,  ///< all places of all months: months compare with each other (the default of ArcGIS)
    OwnMonths   ///< the months that the neighbourhood covers: growth of the whole city does not count
};

/// Hot ones and, mirrored, cold ones. Definitions as in ArcGIS' Emerging Hot Spot Analysis; see README.md.
enum class HotSpotPattern : std::uint8_t {
    None,
    NewHot,
    ConsecutiveHot,
    IntensifyingHot,
    PersistentHot,
    DiminishingHot,
    SporadicHot,
    OscillatingHot,
    HistoricalHot,
    NewCold,
    ConsecutiveCold,
    IntensifyingCold,
    PersistentCold,
    DiminishingCold,
    SporadicCold,
    OscillatingCold,
    HistoricalCold
};

struct EmergingParams {
    int earlierMonths = 1;  ///< months before that count as neighbours in time; 0 = each month for itself
    Reference reference = Reference::WholeCube;
    Correction correction = Correction::BenjaminiHochberg;  ///< over all places and months together
    double alpha = 0.05;                                    ///< adjusted p from which a place is a hot or cold spot in a month
    double trendAlpha = 0.05;                               ///< p of the trend from which a spot intensifies or diminishes
    std::function<bool()> cancelled;                        ///< polled once per month and every thousand places
};

struct EmergingResult {
    // By month, then place; NaN where the value is missing or there is nothing to test.
    std::vector<std::vector<double>> z;
    std::vector<std::vector<double>> p;         ///< two-sided, normal
    std::vector<std::vector<double>> adjusted;  ///< for the number of tests
    // By place.
    std::vector<MannKendall> trend;  ///< of z over the months
    std::vector<int> months;         ///< with a value
    std::vector<int> hotMonths;
    std::vector<int> coldMonths;
    std::vector<HotSpotPattern> pattern;
};

/// `months`: values by month, each as long as the weights, NaN = missing. Weights are taken as binary and with self. Empty when cancelled.
/// O(months · (earlierMonths + 1) · links).
EmergingResult emergingHotSpots(std::span<const std::vector<double>> months, const SpatialWeights& weights, const EmergingParams& params);

/// The pattern of one place: +1 hot, −1 cold, 0 neither, by month (only months with a value); the trend's z and p.
HotSpotPattern hotSpotPattern(std::span<const int> states, double trendZ, double trendP, double trendAlpha);

}  // namespace mudeung
