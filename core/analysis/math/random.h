// SPDX-License-Identifier: GPL-3.0-or-later
// Pseudo-random numbers whose stream belongs to (seed, item), so that a result depends neither on the number of threads nor on the order
// of the work. Own distributions, because those of the standard library differ from one library to the next. Standard C++ only.
#pragma once

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>

namespace mudeung {

/// One step of SplitMix64 (Steele, Lea & Flood 2014; constants of Vigna): moves the state on and mixes it. A bijection of 64 bits.
constexpr std::uint64_t splitMix64(std::uint64_t& state) {
    state += 0x9e3779b97f4a7c15ULL;
    std::uint64_t z = state;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

/// xoshiro256** (Blackman & Vigna 2021): period 2^256 − 1, passes BigCrush. Meets the standard's UniformRandomBitGenerator.
/// Usage: one generator per item, `Random(seed, item)`, made where the item is worked on.
class Random {
public:
    using result_type = std::uint64_t;

    /// The stream of one item under one seed. Neighbouring seeds and items give unrelated streams: both go through SplitMix64.
    constexpr explicit Random(std::uint64_t seed, std::uint64_t item = 0) {
        std::uint64_t a = seed;
        std::uint64_t b = item ^ 0x6a09e667f3bcc909ULL;
        std::uint64_t state = splitMix64(a) ^ std::rotl(splitMix64(b), 32);
        for (std::uint64_t& s : m_s) s = splitMix64(state);
    }

    /// The generator with a given inner state (not all zero), for comparison with published sequences.
    static constexpr Random withState(const std::uint64_t (&state)[4]) {
        Random random(0);
        for (int i = 0; i < 4; ++i) random.m_s[i] = state[i];
        return random;
    }

    static constexpr std::uint64_t min() { return 0; }
    static constexpr std::uint64_t max() { return std::numeric_limits<std::uint64_t>::max(); }

    constexpr std::uint64_t operator()() {
        const std::uint64_t result = std::rotl(m_s[1] * 5, 7) * 9;
        const std::uint64_t t = m_s[1] << 17;
        m_s[2] ^= m_s[0];
        m_s[3] ^= m_s[1];
        m_s[1] ^= m_s[2];
        m_s[0] ^= m_s[3];
        m_s[2] ^= t;
        m_s[3] = std::rotl(m_s[3], 45);
        return result;
    }

    /// Uniform on [0, 1), a multiple of 2^−53.
    constexpr double uniform() { return static_cast<double>((*this)() >> 11) * 0x1.0p-53; }

    /// Uniform on 0 … n − 1 without bias (Lemire 2019: multiply, reject the few products that would be counted once too often). n ≥ 1.
    constexpr std::uint32_t below(std::uint32_t n) {
        std::uint64_t m = ((*this)() >> 32) * n;
        auto low = static_cast<std::uint32_t>(m);
        if (low < n) {
            const std::uint32_t threshold = (0U - n) % n;
            while (low < threshold) {
                m = ((*this)() >> 32) * n;
                low = static_cast<std::uint32_t>(m);
            }
        }
        return static_cast<std::uint32_t>(m >> 32);
    }

    /// Standard normal by the polar method of Marsaglia & Bray (1964), one of the pair; no state besides the generator's.
    double normal() {
        for (;;) {
            const double x = 2.0 * uniform() - 1.0;
            const double y = 2.0 * uniform() - 1.0;
            const double s = x * x + y * y;
            if (s > 0.0 && s < 1.0) return x * std::sqrt(-2.0 * std::log(s) / s);
        }
    }

    /// A uniform random order (Fisher–Yates). Fewer than 2^32 values.
    template <typename T>
    constexpr void shuffle(std::span<T> values) {
        for (auto left = static_cast<std::uint32_t>(values.size()); left > 1; --left) {
            std::swap(values[left - 1], values[below(left)]);
        }
    }

private:
    std::uint64_t m_s[4] = {};
};

}  // namespace mudeung
