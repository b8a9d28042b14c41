// SPDX-License-Identifier: GPL-3.0-or-later
// 64 bytes are compared with the four characters at a time; the offsets are then taken from the bits. AVX2 is chosen when the program
// runs, so that one build serves every x86-64 processor.
#include "core/import/csv_marks.h"

#if defined(__x86_64__) && defined(__GNUC__)
#define MUDEUNG_X86 1
#include <immintrin.h>
#endif

namespace mudeung {

namespace {

constexpr std::size_t kBlock = 64;

bool isMark(char c, char delimiter) {
    return c == delimiter || c == '"' || c == '\n' || c == '\r';
}

std::size_t findScalar(const char* text, std::size_t size, char delimiter, std::uint32_t* out) {
    std::uint32_t* const begin = out;
    for (std::size_t i = 0; i < size; ++i) {
        if (isMark(text[i], delimiter)) *out++ = static_cast<std::uint32_t>(i);
    }
    return static_cast<std::size_t>(out - begin);
}

/// What is left behind the last whole block.
std::uint32_t* findRest(const char* text, std::size_t from, std::size_t size, char delimiter, std::uint32_t* out) {
    for (std::size_t i = from; i < size; ++i) {
        if (isMark(text[i], delimiter)) *out++ = static_cast<std::uint32_t>(i);
    }
    return out;
}

#ifdef MUDEUNG_X86

std::uint64_t marks16(const char* text, __m128i delimiter) {
    const __m128i v = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text));
    const __m128i inLine = _mm_or_si128(_mm_cmpeq_epi8(v, delimiter), _mm_cmpeq_epi8(v, _mm_set1_epi8('"')));
    const __m128i ends = _mm_or_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8('\n')), _mm_cmpeq_epi8(v, _mm_set1_epi8('\r')));
    return static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_or_si128(inLine, ends)));
}

std::size_t findSse2(const char* text, std::size_t size, char delimiter, std::uint32_t* out) {
    std::uint32_t* const begin = out;
    const __m128i wanted = _mm_set1_epi8(delimiter);
    std::size_t i = 0;
    for (; i + kBlock <= size; i += kBlock) {
        std::uint64_t bits = marks16(text + i, wanted) | marks16(text + i + 16, wanted) << 16U | marks16(text + i + 32, wanted) << 32U |
                             marks16(text + i + 48, wanted) << 48U;
        for (; bits != 0; bits &= bits - 1) *out++ = static_cast<std::uint32_t>(i) + static_cast<std::uint32_t>(__builtin_ctzll(bits));
    }
    return static_cast<std::size_t>(findRest(text, i, size, delimiter, out) - begin);
}

__attribute__((target("avx2"))) inline std::uint64_t marks32(const char* text, __m256i delimiter) {
    const __m256i v = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(text));
    const __m256i inLine = _mm256_or_si256(_mm256_cmpeq_epi8(v, delimiter), _mm256_cmpeq_epi8(v, _mm256_set1_epi8('"')));
    const __m256i ends = _mm256_or_si256(_mm256_cmpeq_epi8(v, _mm256_set1_epi8('\n')), _mm256_cmpeq_epi8(v, _mm256_set1_epi8('\r')));
    return static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_or_si256(inLine, ends)));
}

__attribute__((target("avx2,bmi,popcnt"))) std::size_t findAvx2(const char* text, std::size_t size, char delimiter, std::uint32_t* out) {
    std::uint32_t* const begin = out;
    const __m256i wanted = _mm256_set1_epi8(delimiter);
    std::size_t i = 0;
    for (; i + kBlock <= size; i += kBlock) {
        std::uint64_t bits = marks32(text + i, wanted) | marks32(text + i + 32, wanted) << 32U;
        const auto base = static_cast<std::uint32_t>(i);
        const auto count = static_cast<std::size_t>(_mm_popcnt_u64(bits));
        // Twelve are written whatever there is: a branch for each would be guessed wrong in every other block.
        for (std::size_t n = 0; n < 12; ++n, bits = _blsr_u64(bits)) out[n] = base + static_cast<std::uint32_t>(_tzcnt_u64(bits));
        for (std::size_t n = 12; n < count; ++n, bits = _blsr_u64(bits)) out[n] = base + static_cast<std::uint32_t>(_tzcnt_u64(bits));
        out += count;
    }
    return static_cast<std::size_t>(findRest(text, i, size, delimiter, out) - begin);
}

bool hasAvx2() {
    static const bool has = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt");
    return has;
}

#endif

}  // namespace

bool markPathAvailable(MarkPath path) {
#ifdef MUDEUNG_X86
    return path != MarkPath::Avx2 || hasAvx2();
#else
    return path == MarkPath::Best || path == MarkPath::Scalar;
#endif
}

MarkFinder markFinder(MarkPath path) {
#ifdef MUDEUNG_X86
    if ((path == MarkPath::Best || path == MarkPath::Avx2) && hasAvx2()) return findAvx2;
    if (path == MarkPath::Best || path == MarkPath::Sse2) return findSse2;
#else
    (void)path;
#endif
    return findScalar;
}

}  // namespace mudeung
