// SPDX-License-Identifier: GPL-3.0-or-later
// Equality of cells: mostly a few bytes, where a call of memcmp costs more than the comparison.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace mudeung {

namespace same_text {

template <typename Word>
inline std::uint64_t load(const char* at) {
    Word word;
    std::memcpy(&word, at, sizeof word);
    return word;
}

/// The first and the last `sizeof(Word)` bytes, which overlap in texts that are shorter than both.
template <typename Word>
inline bool atBothEnds(const char* a, const char* b, std::size_t size) {
    const std::size_t back = size - sizeof(Word);
    return ((load<Word>(a) ^ load<Word>(b)) | (load<Word>(a + back) ^ load<Word>(b + back))) == 0;
}

}  // namespace same_text

inline bool sameText(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    const std::size_t size = a.size();
    if (size > 16) return std::memcmp(a.data(), b.data(), size) == 0;
    if (size >= 8) return same_text::atBothEnds<std::uint64_t>(a.data(), b.data(), size);
    if (size >= 4) return same_text::atBothEnds<std::uint32_t>(a.data(), b.data(), size);
    if (size >= 2) return same_text::atBothEnds<std::uint16_t>(a.data(), b.data(), size);
    return size == 0 || a[0] == b[0];
}

}  // namespace mudeung
