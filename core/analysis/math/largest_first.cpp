// SPDX-License-Identifier: GPL-3.0-or-later
// Bits of doubles ordered as unsigned numbers, byte by byte from the least.
#include "core/analysis/math/largest_first.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace mudeung {
namespace {

constexpr std::size_t kFew = 1024;  ///< a comparing sort is as quick
constexpr int kBytes = 8;

struct Keyed {
    std::uint64_t key;  ///< the smaller, the larger the number
    int index;
};

std::uint64_t keyOf(double value) {
    constexpr std::uint64_t sign = std::uint64_t{1} << 63;
    const auto bits = std::bit_cast<std::uint64_t>(value + 0.0);  // −0 becomes 0
    return bits & sign ? bits : ~(bits | sign);
}

std::size_t byteOf(std::uint64_t key, int byte) {
    return static_cast<std::size_t>(key >> (8 * byte) & 0xff);
}

void sortByBytes(std::vector<Keyed>& keyed) {
    std::array<std::array<std::size_t, 256>, kBytes> counts{};
    for (const Keyed& k : keyed)
        for (int byte = 0; byte < kBytes; ++byte) ++counts[static_cast<std::size_t>(byte)][byteOf(k.key, byte)];
    std::vector<Keyed> sorted(keyed.size());
    for (int byte = 0; byte < kBytes; ++byte) {
        auto& starts = counts[static_cast<std::size_t>(byte)];
        if (starts[byteOf(keyed.front().key, byte)] == keyed.size()) continue;
        std::size_t start = 0;
        for (std::size_t& count : starts) {
            const std::size_t here = count;
            count = start;
            start += here;
        }
        for (const Keyed& k : keyed) sorted[starts[byteOf(k.key, byte)]++] = k;
        keyed.swap(sorted);
    }
}

}  // namespace

std::vector<int> largestFirst(std::span<const double> values) {
    std::vector<Keyed> keyed;
    keyed.reserve(values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        if (!std::isnan(values[i])) keyed.push_back({keyOf(values[i]), static_cast<int>(i)});
    if (keyed.size() <= kFew)
        std::sort(keyed.begin(), keyed.end(),
                  [](const Keyed& a, const Keyed& b) { return a.key != b.key ? a.key < b.key : a.index < b.index; });
    else
        sortByBytes(keyed);
    std::vector<int> order;
    order.reserve(keyed.size());
    for (const Keyed& k : keyed) order.push_back(k.index);
    return order;
}

}  // namespace mudeung
