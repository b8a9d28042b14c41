// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of narrow cells are added in wider scratch rows and carried over before those can run full.
#include "core/cube/day_cells.h"

#include <algorithm>
#include <utility>

#include "core/model/cube_data.h"

namespace mudeung {

namespace {

constexpr double kMostLarge = 0.02;    // beyond that the table of excesses would cost more than wider cells
constexpr int kRowsBeforeCarry = 255;  // 255 × 254 < 2^16, and 255 × 255 observations too

// The loops are kept free of branches, with one type a loop, so that the compiler turns them into vector code.
__attribute__((optimize("O3"))) void addRow(const std::uint8_t* row, std::size_t n, std::uint16_t* sums, std::uint16_t* counts) {
    for (std::size_t p = 0; p < n; ++p) {
        const auto observed = static_cast<std::uint16_t>(row[p] != 255);
        sums[p] = static_cast<std::uint16_t>(sums[p] + (row[p] & static_cast<std::uint16_t>(0 - observed)));  // 0 − 1: all ones
        counts[p] = static_cast<std::uint16_t>(counts[p] + observed);
    }
}

template <typename From, typename To>
__attribute__((optimize("O3"))) void addRow(const From* row, std::size_t n, To* into) {
    for (std::size_t p = 0; p < n; ++p) into[p] = static_cast<To>(into[p] + row[p]);
}

template <typename From>
void carry(std::vector<From>& from, std::int64_t* into) {
    addRow(from.data(), from.size(), into);
    std::fill(from.begin(), from.end(), From{0});
}

bool inRuns(int hour, const std::vector<HourRun>& hours) {
    return std::any_of(hours.begin(), hours.end(), [hour](const HourRun& run) { return hour >= run.from && hour < run.to; });
}

}  // namespace

DayCellsBuilder::DayCellsBuilder(int groups, int days, int hours, std::size_t places) : m_groups(groups) {
    m_result.m_days = days;
    m_result.m_hours = hours;
    m_result.m_places = places;
}

bool DayCellsBuilder::add(const std::vector<std::int64_t>& cells) {
    const std::size_t size = static_cast<std::size_t>(m_result.m_days) * m_result.m_hours * m_result.m_places;
    if (cells.size() != size) return false;
    std::size_t large = 0;
    bool negative = false;
    for (const std::int64_t value : cells) {
        negative = negative || (value < 0 && value != kNotObserved);
        large += value >= DayCells::Bytes::kLargest;
    }
    const bool first = !std::exchange(m_started, true);
    const bool few = static_cast<double>(large) <= kMostLarge * static_cast<double>(size);
    if (first && !negative && m_groups == 1 && few) {
        addBytes(cells);
    } else if (!negative && m_groups <= 255 && !std::holds_alternative<DayCells::Wide>(m_result.m_data)) {
        if (first) m_result.m_data = DayCells::Words{LargeVector<std::uint16_t>(size, 0), LargeVector<std::uint8_t>(size, 0)};
        addWords(cells);
    } else {
        addWide(cells);
    }
    return true;
}

void DayCellsBuilder::addBytes(const std::vector<std::int64_t>& cells) {
    DayCells::Bytes form;
    form.cells.resize(cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::int64_t value = cells[i];
        form.cells[i] = value == kNotObserved                ? DayCells::Bytes::kNothing
                        : value <= DayCells::Bytes::kLargest ? static_cast<std::uint8_t>(value)
                                                             : DayCells::Bytes::kLargest;
        if (value > DayCells::Bytes::kLargest) m_excess[static_cast<std::uint32_t>(i)] = value - DayCells::Bytes::kLargest;
    }
    m_result.m_data = std::move(form);
}

void DayCellsBuilder::addWords(const std::vector<std::int64_t>& cells) {
    auto& form = std::get<DayCells::Words>(m_result.m_data);
    constexpr std::int64_t largest = DayCells::Words::kLargest;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i] == kNotObserved) continue;
        ++form.counts[i];
        const std::int64_t sum = form.cells[i] + cells[i];
        form.cells[i] = static_cast<std::uint16_t>(std::min(sum, largest));
        if (sum > largest) m_excess[static_cast<std::uint32_t>(i)] += sum - largest;
    }
}

void DayCellsBuilder::addWide(const std::vector<std::int64_t>& cells) {
    if (!std::holds_alternative<DayCells::Wide>(m_result.m_data)) {
        DayCells::Wide wide{LargeVector<std::int64_t>(cells.size(), 0), LargeVector<std::uint16_t>(cells.size(), 0)};
        if (const auto* words = std::get_if<DayCells::Words>(&m_result.m_data)) {
            std::copy(words->cells.begin(), words->cells.end(), wide.cells.begin());
            std::copy(words->counts.begin(), words->counts.end(), wide.counts.begin());
            for (const auto& [index, rest] : m_excess) wide.cells[index] += rest;
            m_excess.clear();
        }
        m_result.m_data = std::move(wide);
    }
    auto& wide = std::get<DayCells::Wide>(m_result.m_data);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i] == kNotObserved) continue;
        wide.cells[i] += cells[i];
        ++wide.counts[i];
    }
}

DayCells DayCellsBuilder::take() {
    m_result.m_excess.assign(m_excess.begin(), m_excess.end());
    return std::move(m_result);
}

std::size_t DayCells::bytes() const {
    std::size_t bytes = m_excess.size() * sizeof(m_excess[0]);
    if (const auto* narrow = std::get_if<Bytes>(&m_data)) return bytes + narrow->cells.size();
    if (const auto* words = std::get_if<Words>(&m_data)) return bytes + words->cells.size() * 3;
    return bytes + std::get<Wide>(m_data).cells.size() * 10;
}

template <typename Row>
void DayCells::eachRow(std::uint32_t days, const std::vector<HourRun>& hours, Row take) const {
    for (int day = 0; day < m_days; ++day) {
        if (!(days >> day & 1u)) continue;
        for (const HourRun& run : hours)
            for (int hour = run.from; hour < run.to; ++hour) take(row(day, hour));
    }
}

void DayCells::addRows(const Bytes& form, std::uint32_t days, const std::vector<HourRun>& hours, PlaceSums into) const {
    std::vector<std::uint16_t> sums(m_places, 0);
    std::vector<std::uint16_t> counts(m_places, 0);
    int rows = 0;
    eachRow(days, hours, [&](std::size_t first) {
        addRow(form.cells.data() + first, m_places, sums.data(), counts.data());
        if (++rows < kRowsBeforeCarry) return;
        carry(sums, into.sum);
        carry(counts, into.observed);
        rows = 0;
    });
    carry(sums, into.sum);
    carry(counts, into.observed);
}

void DayCells::addRows(const Words& form, std::uint32_t days, const std::vector<HourRun>& hours, PlaceSums into) const {
    std::vector<std::uint32_t> sums(m_places, 0);  // at most 31 × 32 rows of 65,535
    std::vector<std::uint16_t> counts(m_places, 0);
    int rows = 0;
    eachRow(days, hours, [&](std::size_t first) {
        addRow(form.cells.data() + first, m_places, sums.data());
        addRow(form.counts.data() + first, m_places, counts.data());
        if (++rows % kRowsBeforeCarry == 0) carry(counts, into.observed);
    });
    carry(sums, into.sum);
    carry(counts, into.observed);
}

void DayCells::addRows(const Wide& form, std::uint32_t days, const std::vector<HourRun>& hours, PlaceSums into) const {
    eachRow(days, hours, [&](std::size_t first) {
        addRow(form.cells.data() + first, m_places, into.sum);
        addRow(form.counts.data() + first, m_places, into.observed);
    });
}

void DayCells::add(std::uint32_t days, const std::vector<HourRun>& hours, const PlaceSet& set, PlaceSums into) const {
    if (set.all) {
        std::visit([&](const auto& form) { addRows(form, days, hours, into); }, m_data);
    } else {
        eachRow(days, hours, [&](std::size_t first) {
            for (const int place : set.places) {
                const auto [sum, count] = cell(first + static_cast<std::size_t>(place));
                into.sum[place] += sum;
                into.observed[place] += count;
            }
        });
    }
    if (m_excess.empty()) return;
    std::vector<char> wanted(m_places, set.all ? 1 : 0);
    if (!set.all)
        for (const int place : set.places) wanted[static_cast<std::size_t>(place)] = 1;
    for (const auto& [index, rest] : m_excess) {
        const std::size_t line = index / m_places;
        const auto hour = static_cast<int>(line % static_cast<std::size_t>(m_hours));
        const bool day = days >> (line / static_cast<std::size_t>(m_hours)) & 1u;
        if (day && wanted[index % m_places] && inRuns(hour, hours)) into.sum[index % m_places] += rest;
    }
}

std::pair<std::int64_t, int> DayCells::cell(std::size_t index) const {
    if (const auto* narrow = std::get_if<Bytes>(&m_data)) {
        const std::uint8_t value = narrow->cells[index];
        return value == Bytes::kNothing ? std::pair<std::int64_t, int>{0, 0} : std::pair<std::int64_t, int>{value, 1};
    }
    if (const auto* words = std::get_if<Words>(&m_data)) return {words->cells[index], words->counts[index]};
    const auto& wide = std::get<Wide>(m_data);
    return {wide.cells[index], wide.counts[index]};
}

Tally DayCells::tally(int day, int hour, const PlaceSet& set) const {
    Tally tally;
    const std::size_t first = row(day, hour);
    const auto sum = [&](const auto& form, std::size_t from, std::size_t to, std::int64_t& into) {
        const auto* cells = form.cells.data() + first;
        std::int64_t total = 0, observed = 0;
        if constexpr (std::is_same_v<std::decay_t<decltype(form)>, Bytes>) {
            for (std::size_t k = from; k < to; ++k) {
                const std::uint8_t value = cells[set.places[k]];
                const std::int64_t seen = value != Bytes::kNothing;
                total += value & -seen;
                observed += seen;
            }
        } else {
            const auto* counts = form.counts.data() + first;
            for (std::size_t k = from; k < to; ++k) {
                total += cells[set.places[k]];
                observed += counts[set.places[k]];
            }
        }
        into += total;
        tally.observed += observed;
    };
    std::visit(
        [&](const auto& form) {
            sum(form, 0, set.located, tally.located);
            sum(form, set.located, set.places.size(), tally.rest);
        },
        m_data);
    auto excess = std::lower_bound(m_excess.begin(), m_excess.end(), first, [](const auto& e, std::size_t i) { return e.first < i; });
    for (; excess != m_excess.end() && excess->first < first + m_places; ++excess) {
        const auto place = static_cast<int>(excess->first - first);
        const auto middle = set.places.begin() + static_cast<std::ptrdiff_t>(set.located);
        if (std::binary_search(set.places.begin(), middle, place)) {
            tally.located += excess->second;
        } else if (std::binary_search(middle, set.places.end(), place)) {
            tally.rest += excess->second;
        }
    }
    return tally;
}

}  // namespace mudeung
