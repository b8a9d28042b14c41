// SPDX-License-Identifier: GPL-3.0-or-later
// How many people are where at which hour: residents who are at home plus those who came for work, lessons or leisure.
// Knows no files.
#pragma once

#include <vector>

#include "core/sample/calendar_effects.h"
#include "core/sample/city.h"
#include "core/sample/random.h"

namespace mudeung::sample {

constexpr int kSexes = 2;          ///< male, female
constexpr int kBands = 14;         ///< 0–9, 10–14, 15–19 … 65–69, 70 and over
constexpr int kPresentHours = 24;  ///< 00 … 23 of the calendar day
constexpr int kPresentClasses = kSexes * kBands;

/// Whole persons, [sex × kBands + band].
using PresentCounts = std::array<int, kPresentClasses>;

/// The city is closed: whoever leaves one dong is in another, so the sum over all dongs is the number of residents at every hour,
/// but for the noise. At 04:00 everybody is at home and there is no noise.
class PresentPeople {
public:
    explicit PresentPeople(const City& city);

    const std::vector<PresentCounts>& residents() const { return m_residents; }  ///< by dong
    /// All dongs at one hour of a day. `noise` is one stream per month, drawn in the order of days and hours.
    void present(const DayEffect& effect, int hour, Random& noise, std::vector<PresentCounts>& out) const;

private:
    static constexpr int kPurposes = 6;  ///< small children, pupils, young, middle, late working age, old
    using Pull = std::array<std::vector<double>, kPurposes>;

    void weighPull(const City& city);

    std::vector<PresentCounts> m_residents;
    Pull m_workday;  ///< what share of those who went out each dong attracts
    Pull m_leisure;
};

}  // namespace mudeung::sample
