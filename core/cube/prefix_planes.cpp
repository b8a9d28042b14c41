// SPDX-License-Identifier: GPL-3.0-or-later
// Four planes give any run of months and hours: S(b, h1) − S(a, h1) − S(b, h0) + S(a, h0).
#include "core/cube/prefix_planes.h"

#include <algorithm>
#include <limits>

namespace mudeung {

namespace {

/// The corners of a run; a corner before the first month or hour is a plane of zeros and is left out.
template <typename T>
struct Corners {
    const T* plus = nullptr;        // (b, h1)
    const T* minusMonth = nullptr;  // (a, h1)
    const T* minusHour = nullptr;   // (b, h0)
    const T* plusBoth = nullptr;    // (a, h0)

    T operator()(std::size_t p) const {
        T value = plus[p];
        if (minusMonth != nullptr) value = static_cast<T>(value - minusMonth[p]);
        if (minusHour != nullptr) value = static_cast<T>(value - minusHour[p]);
        if (plusBoth != nullptr) value = static_cast<T>(value + plusBoth[p]);
        return value;
    }
};

// Streams through whole planes; the number of corners is fixed outside the loop so that the compiler vectorises it.
template <typename T>
__attribute__((optimize("O3"))) void addPlanes(const Corners<T>& c, std::size_t n, std::int64_t* into) {
    const T* const a = c.plus;
    const T* const b = c.minusMonth;
    const T* const d = c.minusHour;
    const T* const e = c.plusBoth;
    if (e != nullptr) {
        for (std::size_t p = 0; p < n; ++p) into[p] += static_cast<T>(static_cast<T>(a[p] - b[p]) - static_cast<T>(d[p] - e[p]));
    } else if (b != nullptr) {
        for (std::size_t p = 0; p < n; ++p) into[p] += static_cast<T>(a[p] - b[p]);
    } else if (d != nullptr) {
        for (std::size_t p = 0; p < n; ++p) into[p] += static_cast<T>(a[p] - d[p]);
    } else {
        for (std::size_t p = 0; p < n; ++p) into[p] += a[p];
    }
}

}  // namespace

const Error* PrefixPlanes::damage(int month) const {
    const auto found = m_damaged.find(month);
    return found == m_damaged.end() ? nullptr : &found->second;
}

std::size_t PrefixPlanes::bytes() const {
    return m_totals.size() * sizeof(Tally) +
           std::visit(
               [](const auto& data) { return data.sums.size() * sizeof(data.sums[0]) + data.counts.size() * sizeof(data.counts[0]); },
               m_data);
}

void PrefixPlanes::add(int type, MonthRun months, HourRun hours, const PlaceSet& set, PlaceSums into) const {
    if (months.to <= months.from || hours.to <= hours.from) return;
    std::visit(
        [&](const auto& data) {
            const auto corners = [&](const auto& planes) {
                const auto plane = [&](int month, int hour) { return planes.data() + at(type, month - 1, hour - 1) * m_places; };
                Corners<std::decay_t<decltype(planes[0])>> c;
                c.plus = plane(months.to, hours.to);
                if (months.from > 0) c.minusMonth = plane(months.from, hours.to);
                if (hours.from > 0) c.minusHour = plane(months.to, hours.from);
                if (months.from > 0 && hours.from > 0) c.plusBoth = plane(months.from, hours.from);
                return c;
            };
            const auto sums = corners(data.sums);
            const auto counts = corners(data.counts);
            if (set.all) {
                addPlanes(sums, m_places, into.sum);
                addPlanes(counts, m_places, into.observed);
                return;
            }
            for (const int place : set.places) {
                const auto p = static_cast<std::size_t>(place);
                into.sum[p] += sums(p);
                into.observed[p] += counts(p);
            }
        },
        m_data);
}

Tally PrefixPlanes::tally(int type, MonthRun months, HourRun hours, const PlaceSet& set) const {
    Tally result;
    if (months.to <= months.from || hours.to <= hours.from) return result;
    if (set.all) {
        const auto corner = [&](int month, int hour, std::int64_t sign) {
            if (month == 0 || hour == 0) return;
            const Tally& t = m_totals[at(type, month - 1, hour - 1)];
            result += {sign * t.located, sign * t.rest, sign * t.observed};
        };
        corner(months.to, hours.to, 1);
        corner(months.from, hours.to, -1);
        corner(months.to, hours.from, -1);
        corner(months.from, hours.from, 1);
        return result;
    }
    std::visit(
        [&](const auto& data) {
            const auto sum = [&](const auto& planes, std::size_t first, std::size_t last) {
                std::int64_t total = 0;
                for (const auto& [month, hour, sign] : {std::tuple{months.to, hours.to, 1},
                                                        {months.from, hours.to, -1},
                                                        {months.to, hours.from, -1},
                                                        {months.from, hours.from, 1}}) {
                    if (month == 0 || hour == 0) continue;
                    const auto* plane = planes.data() + at(type, month - 1, hour - 1) * m_places;
                    std::int64_t part = 0;
                    for (std::size_t i = first; i < last; ++i) part += plane[static_cast<std::size_t>(set.places[i])];
                    total += sign * part;
                }
                return total;
            };
            result.located = sum(data.sums, 0, set.located);
            result.rest = sum(data.sums, set.located, set.places.size());
            result.observed = sum(data.counts, 0, set.places.size());
        },
        m_data);
    return result;
}

PrefixBuilder::PrefixBuilder(int types, int months, int hours, const std::vector<char>& located, Width width)
    : m_located(located), m_placeSums(located.size(), 0), m_placeCounts(located.size(), 0), m_width(width) {
    m_planes.m_types = types;
    m_planes.m_months = months;
    m_planes.m_hours = hours;
    m_planes.m_places = located.size();
    const std::size_t planes = std::size_t(types) * months * hours;
    if (width == Width::Medium) m_planes.m_data = PrefixPlanes::Medium{};
    if (width == Width::Wide) m_planes.m_data = PrefixPlanes::Wide{};
    std::visit(
        [&](auto& data) {
            data.sums.assign(planes * located.size(), 0);
            data.counts.assign(planes * located.size(), 0);
        },
        m_planes.m_data);
    m_planes.m_totals.assign(planes, {});
}

void PrefixBuilder::add(int type, int month, const std::vector<std::int64_t>& sums, const std::vector<std::int64_t>& counts, int places) {
    const auto width = std::min(static_cast<std::size_t>(places), m_planes.m_places);
    std::visit(
        [&](auto& data) {
            for (int hour = 0; hour < m_planes.m_hours; ++hour) {
                const std::size_t from = static_cast<std::size_t>(hour) * places;
                const std::size_t to = m_planes.at(type, month, hour) * m_planes.m_places;
                for (std::size_t p = 0; p < width; ++p) {
                    using Sum = std::decay_t<decltype(data.sums[0])>;
                    using Count = std::decay_t<decltype(data.counts[0])>;
                    data.sums[to + p] = static_cast<Sum>(data.sums[to + p] + static_cast<Sum>(sums[from + p]));
                    data.counts[to + p] = static_cast<Count>(data.counts[to + p] + static_cast<Count>(counts[from + p]));
                    m_placeSums[p] += sums[from + p];
                    m_placeCounts[p] += counts[from + p];
                    m_negative = m_negative || sums[from + p] < 0;
                }
            }
        },
        m_planes.m_data);
}

bool PrefixBuilder::fits() const {
    // Without negative numbers no running sum is above the sum of everything.
    const auto sum = std::max_element(m_placeSums.begin(), m_placeSums.end());
    const auto count = std::max_element(m_placeCounts.begin(), m_placeCounts.end());
    if (m_width == Width::Wide || m_placeSums.empty()) return true;
    const std::int64_t mostCounts =
        m_width == Width::Narrow ? std::numeric_limits<std::uint16_t>::max() : std::numeric_limits<std::uint32_t>::max();
    return !m_negative && *sum <= std::numeric_limits<std::uint32_t>::max() && *count <= mostCounts;
}

template <typename Data>
void PrefixBuilder::makeRunning(Data& data) {
    const std::size_t n = m_planes.m_places;
    const auto running = [n](auto& values, std::size_t here, const std::size_t* month, const std::size_t* hour, const std::size_t* both) {
        using T = std::decay_t<decltype(values[0])>;
        auto* const v = values.data() + here * n;
        if (month != nullptr)
            for (std::size_t p = 0; p < n; ++p) v[p] = static_cast<T>(v[p] + values[*month * n + p]);
        if (hour != nullptr)
            for (std::size_t p = 0; p < n; ++p) v[p] = static_cast<T>(v[p] + values[*hour * n + p]);
        if (both != nullptr)
            for (std::size_t p = 0; p < n; ++p) v[p] = static_cast<T>(v[p] - values[*both * n + p]);
    };
    for (int type = 0; type < m_planes.m_types; ++type) {
        for (int month = 0; month < m_planes.m_months; ++month) {
            for (int hour = 0; hour < m_planes.m_hours; ++hour) {
                // Inclusion and exclusion of the neighbours that are running already.
                const std::size_t here = m_planes.at(type, month, hour);
                const std::size_t before = month > 0 ? m_planes.at(type, month - 1, hour) : 0;
                const std::size_t left = hour > 0 ? m_planes.at(type, month, hour - 1) : 0;
                const std::size_t corner = month > 0 && hour > 0 ? m_planes.at(type, month - 1, hour - 1) : 0;
                running(data.sums, here, month > 0 ? &before : nullptr, hour > 0 ? &left : nullptr,
                        month > 0 && hour > 0 ? &corner : nullptr);
                running(data.counts, here, month > 0 ? &before : nullptr, hour > 0 ? &left : nullptr,
                        month > 0 && hour > 0 ? &corner : nullptr);
                Tally& total = m_planes.m_totals[here];
                for (std::size_t p = 0; p < n; ++p) {
                    (m_located[p] ? total.located : total.rest) += static_cast<std::int64_t>(data.sums[here * n + p]);
                    total.observed += static_cast<std::int64_t>(data.counts[here * n + p]);
                }
            }
        }
    }
}

PrefixPlanes PrefixBuilder::take() {
    std::visit([this](auto& data) { makeRunning(data); }, m_planes.m_data);
    return std::move(m_planes);
}

}  // namespace mudeung
