// SPDX-License-Identifier: GPL-3.0-or-later
// What the quality report wants to know of cells, taken while they are packed, so that nobody has to walk over them again.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <mutex>
#include <vector>

#include "core/model/cube_source.h"

namespace mudeung {

/// Of one measure and group of a unit (a month × 128 places).
struct SlotFacts {
    std::int64_t sum = 0;
    std::int64_t observed = 0;
    std::int64_t largest = 0;
    std::uint32_t days = 0;  ///< bit d = something of day d + 1 is observed
};

struct UnitFacts {
    static constexpr std::int64_t kNotMentioned = kNotObserved;
    std::vector<SlotFacts> bySlot;             ///< [measure × groups + group]
    std::vector<std::int64_t> dayPlace;        ///< [measure][day][place]: all groups and hours; kNotMentioned without any cell
    std::array<char, kBlockPlaces> counted{};  ///< places with a cell that is not zero
};

/// Positive values per slot, thinned evenly so that at most a few hundred thousand are kept. Which ones does not depend on the order in
/// which units come. Thread-safe.
class ValueSample {
public:
    explicit ValueSample(std::size_t count) : m_slots(count) {}
    /// Replaces what the unit gave before. `values` in the order of the cells.
    void put(std::size_t slot, std::uint64_t unit, const std::vector<double>& values);
    std::vector<double> values(std::size_t slot) const;

private:
    struct Slot {
        std::size_t stride = 1;
        std::size_t kept = 0;
        std::map<std::uint64_t, std::vector<double>> units;
    };
    mutable std::mutex m_mutex;
    std::vector<Slot> m_slots;
};

/// Takes the facts of one slot: codes [day][hour][128 places], large values in their order. Positive values go into `positive`.
void takeFacts(UnitFacts& facts, std::size_t slot, int measure, int days, int hours, const std::uint16_t* codes,
               const std::vector<std::int64_t>& large, std::vector<double>& positive);

}  // namespace mudeung
