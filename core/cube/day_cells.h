// SPDX-License-Identifier: GPL-3.0-or-later
// The cells of one month of one group (or of all together) in RAM, one to three bytes each where the numbers allow it. Knows no store.
#pragma once

#include <map>
#include <utility>
#include <variant>

#include "core/base/large_pages.h"
#include "core/cube/place_set.h"

namespace mudeung {

/// Cells [day][hour][place] in the narrowest of three forms. A value that does not fit is stored as the largest that does, and what
/// is above that in a short table.
class DayCells {
public:
    /// Adds the days of the mask (bit d = day d + 1) per place.
    void add(std::uint32_t days, const std::vector<HourRun>& hours, const PlaceSet& set, PlaceSums into) const;
    /// The sum over the places of the set in one hour of one day.
    Tally tally(int day, int hour, const PlaceSet& set) const;
    int days() const { return m_days; }
    int hours() const { return m_hours; }
    std::size_t bytes() const;

private:
    friend class DayCellsBuilder;
    /// What single cells hold above the largest stored value: index and rest, by index.
    using Excess = std::vector<std::pair<std::uint32_t, std::int64_t>>;
    /// One group with small numbers: 255 = not observed, 254 = 254 and more.
    struct Bytes {
        static constexpr std::uint8_t kLargest = 254;
        static constexpr std::uint8_t kNothing = 255;
        LargeVector<std::uint8_t> cells;
    };
    /// Groups together, or one group with larger numbers. `counts`: how many of the groups observed the cell.
    struct Words {
        static constexpr std::uint16_t kLargest = 65535;
        LargeVector<std::uint16_t> cells;
        LargeVector<std::uint8_t> counts;
    };
    /// Negative numbers, or more than 255 groups.
    struct Wide {
        LargeVector<std::int64_t> cells;
        LargeVector<std::uint16_t> counts;
    };

    std::size_t row(int day, int hour) const { return (static_cast<std::size_t>(day) * m_hours + hour) * m_places; }
    void addRows(const Bytes& form, std::uint32_t days, const std::vector<HourRun>& hours, PlaceSums into) const;
    void addRows(const Words& form, std::uint32_t days, const std::vector<HourRun>& hours, PlaceSums into) const;
    void addRows(const Wide& form, std::uint32_t days, const std::vector<HourRun>& hours, PlaceSums into) const;
    template <typename Row>
    void eachRow(std::uint32_t days, const std::vector<HourRun>& hours, Row row) const;
    /// Value and number of observations of one cell, without its excess.
    std::pair<std::int64_t, int> cell(std::size_t index) const;

    int m_days = 0;
    int m_hours = 0;
    std::size_t m_places = 0;
    std::variant<Bytes, Words, Wide> m_data;
    Excess m_excess;
};

/// Packs the cells of one group after the other.
class DayCellsBuilder {
public:
    DayCellsBuilder(int groups, int days, int hours, std::size_t places);
    /// `cells` [day][hour][place], kNotObserved where there is nothing. False when they are not as many as expected.
    bool add(const std::vector<std::int64_t>& cells);
    DayCells take();

private:
    void addBytes(const std::vector<std::int64_t>& cells);
    void addWords(const std::vector<std::int64_t>& cells);
    void addWide(const std::vector<std::int64_t>& cells);

    DayCells m_result;
    int m_groups;
    bool m_started = false;
    std::map<std::uint32_t, std::int64_t> m_excess;
};

/// The sums of DayCells over all places, by day and hour: what every question without an area needs.
struct DayTotals {
    int days = 0;
    int hours = 0;
    std::vector<Tally> cells;  ///< [day][hour]
    const Tally& at(int day, int hour) const { return cells[static_cast<std::size_t>(day) * hours + hour]; }
    std::size_t bytes() const { return cells.size() * sizeof(Tally); }
};

}  // namespace mudeung
