// SPDX-License-Identifier: GPL-3.0-or-later
// Four doubles at a time for the kernels of this folder: one AVX2 register where the processor has it, two SSE2 registers without, with
// the same bits, because multiplications and additions stay apart. An extension that GCC and Clang share.
#pragma once

#define MUDEUNG_INLINE inline __attribute__((always_inline))

namespace mudeung {

/// Aligned for AVX also where the compiler does not think of it: what the functions that use it read was laid out by others.
typedef double Lanes __attribute__((vector_size(32), aligned(32)));
typedef double LooseLanes __attribute__((vector_size(32), aligned(8), may_alias));
constexpr int kLanes = 4;
static_assert(sizeof(Lanes) == kLanes * sizeof(double) && alignof(Lanes) == 32);

MUDEUNG_INLINE LooseLanes& lanesAt(double* cells) {
    return *reinterpret_cast<LooseLanes*>(cells);
}
MUDEUNG_INLINE const LooseLanes& lanesAt(const double* cells) {
    return *reinterpret_cast<const LooseLanes*>(cells);
}

}  // namespace mudeung
