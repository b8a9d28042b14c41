// SPDX-License-Identifier: GPL-3.0-or-later
// The places of a query and what sums over them give. Values only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace mudeung {

/// Places of a cube by index, those with coordinates first; ascending within each part.
struct PlaceSet {
    const std::vector<int>& places;
    std::size_t located = 0;  ///< how many of `places` have coordinates
    bool all = false;         ///< every place of the cube is in it
};

/// Places of a cube by index, next to each other: [first, first + count). All places of the cube when `count` is 0.
struct PlaceRange {
    int first = 0;
    int count = 0;
    bool isAll() const { return count == 0; }
    bool operator==(const PlaceRange&) const = default;
};

/// Sums over a set of places.
struct Tally {
    std::int64_t located = 0;
    std::int64_t rest = 0;  ///< of the places without coordinates
    std::int64_t observed = 0;

    Tally& operator+=(const Tally& other) {
        located += other.located;
        rest += other.rest;
        observed += other.observed;
        return *this;
    }
};

/// Hours [from, to), as offsets from the first hour of the cube.
struct HourRun {
    int from = 0;
    int to = 0;
};

/// Sums per place, added to by the kernels.
struct PlaceSums {
    std::int64_t* sum = nullptr;
    std::int64_t* observed = nullptr;
};

}  // namespace mudeung
