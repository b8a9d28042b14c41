// SPDX-License-Identifier: GPL-3.0-or-later
// The sample city's own random numbers: xoshiro256++ and distributions that give the same values everywhere (the standard
// library's distributions differ between implementations). One independent stream per named purpose, so threads never share one.
#pragma once

#include <cmath>
#include <cstdint>
#include <string_view>

namespace mudeung::sample {

class Random {
public:
    Random(std::uint64_t seed, std::string_view purpose, std::uint64_t index = 0) {
        std::uint64_t mix = 0xcbf29ce484222325ULL;
        for (const char c : purpose) mix = (mix ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
        mix ^= seed * 0x9e3779b97f4a7c15ULL;
        mix += index * 0xd1342543de82ef95ULL;
        for (auto& word : m_state) word = splitMix(mix);
    }

    std::uint64_t next() {
        const std::uint64_t result = rotate(m_state[0] + m_state[3], 23) + m_state[0];
        const std::uint64_t t = m_state[1] << 17;
        m_state[2] ^= m_state[0];
        m_state[3] ^= m_state[1];
        m_state[1] ^= m_state[2];
        m_state[0] ^= m_state[3];
        m_state[2] ^= t;
        m_state[3] = rotate(m_state[3], 45);
        return result;
    }

    double uniform() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    double uniform(double from, double to) { return from + (to - from) * uniform(); }
    int below(int n) { return static_cast<int>(uniform() * n); }

    double normal() {
        const double u = 1.0 - uniform();
        return std::sqrt(-2.0 * std::log(u)) * std::cos(6.283185307179586 * uniform());
    }

    /// Inversion; large means are a sum of smaller ones, which keeps exp(-mean) far from underflow.
    int poisson(double mean) {
        int total = 0;
        while (mean > 16.0) {
            total += smallPoisson(16.0);
            mean -= 16.0;
        }
        return total + smallPoisson(mean);
    }

private:
    int smallPoisson(double mean) {
        if (!(mean > 0.0)) return 0;
        double p = std::exp(-mean);
        double u = uniform();
        int k = 0;
        while (u >= p && k < 200) {
            u -= p;
            ++k;
            p *= mean / k;
        }
        return k;
    }
    static std::uint64_t rotate(std::uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }
    static std::uint64_t splitMix(std::uint64_t& x) {
        x += 0x9e3779b97f4a7c15ULL;
        std::uint64_t z = x;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    std::uint64_t m_state[4];
};

}  // namespace mudeung::sample
