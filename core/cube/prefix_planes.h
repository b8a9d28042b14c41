// SPDX-License-Identifier: GPL-3.0-or-later
// Running sums of one group (or all together) of one measure: months × hours × day type in four reads a place. Knows no store.
#pragma once

#include <map>
#include <variant>

#include "core/base/error.h"
#include "core/base/large_pages.h"
#include "core/cube/place_set.h"

namespace mudeung {

/// Months count in the order of the stored months; a month that is not stored has no index.
struct MonthRun {
    int from = 0;
    int to = 0;
};

/// [day type][month][hour][place], each value the sum over all months up to it and all hours up to it. 32 bits hold the sums of a
/// place as long as its total fits (differences of such sums are exact), 16 bits the numbers of observed cells.
class PrefixPlanes {
public:
    Tally tally(int type, MonthRun months, HourRun hours, const PlaceSet& set) const;
    void add(int type, MonthRun months, HourRun hours, const PlaceSet& set, PlaceSums into) const;
    std::size_t bytes() const;
    /// Why a month cannot be answered for (its bytes are damaged); null when it can.
    const Error* damage(int month) const;

private:
    friend class PrefixBuilder;
    template <typename Sum, typename Count>
    struct Data {
        LargeVector<Sum> sums;
        LargeVector<Count> counts;
    };
    using Narrow = Data<std::uint32_t, std::uint16_t>;
    using Medium = Data<std::uint32_t, std::uint32_t>;
    using Wide = Data<std::int64_t, std::uint32_t>;

    std::size_t at(int type, int month, int hour) const { return ((std::size_t(type) * m_months + month) * m_hours + hour); }

    int m_types = 0;
    int m_months = 0;
    int m_hours = 0;
    std::size_t m_places = 0;
    std::variant<Narrow, Medium, Wide> m_data;
    std::vector<Tally> m_totals;  ///< [day type][month][hour], running like the planes
    std::map<int, Error> m_damaged;
};

/// Takes the sums of month after month and makes them running.
class PrefixBuilder {
public:
    /// 32-bit sums with 16-bit counts, 32-bit sums with 32-bit counts, 64-bit sums: whether the numbers fit is known only at the end.
    enum class Width { Narrow, Medium, Wide };
    /// `located[place]` says which places have coordinates.
    PrefixBuilder(int types, int months, int hours, const std::vector<char>& located, Width width);
    /// Adds to a month; sums and counts are [hour][place] over the days of one type, for the first `places` places.
    void add(int type, int month, const std::vector<std::int64_t>& sums, const std::vector<std::int64_t>& counts, int places);
    void setDamaged(int month, const Error& why) { m_planes.m_damaged.emplace(month, why); }
    /// False: build again with the next width.
    bool fits() const;
    PrefixPlanes take();

private:
    template <typename Data>
    void makeRunning(Data& data);

    PrefixPlanes m_planes;
    std::vector<char> m_located;
    std::vector<std::int64_t> m_placeSums;  ///< of each place over everything: what the last running sums will be
    std::vector<std::int64_t> m_placeCounts;
    bool m_negative = false;
    Width m_width;
};

}  // namespace mudeung
