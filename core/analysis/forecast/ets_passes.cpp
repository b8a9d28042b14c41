// SPDX-License-Identifier: GPL-3.0-or-later
// One instance of each recursion per form and instruction set. AVX2 without fused multiplication: the bits stay the same.
#include "core/analysis/forecast/ets_passes.h"

#include <limits>

namespace mudeung::forecast::ets_kernel {

namespace {

#if defined(__x86_64__)
#define MUDEUNG_WIDE __attribute__((target("avx2")))
const bool kWide = __builtin_cpu_supports("avx2");
#else
#define MUDEUNG_WIDE
const bool kWide = false;
#endif

template <bool T, int S, bool M>
void criterionPlain(const Observed& data, FourPoints& p, Four& out) {
    out = criterionBody<T, S, M>(data, p);
}

template <bool T, int S, bool M>
MUDEUNG_WIDE void criterionWide(const Observed& data, FourPoints& p, Four& out) {
    out = criterionBody<T, S, M>(data, p);
}

template <bool T, int S, bool M>
void tangentPlain(const Observed& data, const Tangent& at, int blocks, Four* rows, TangentSums& sums, Four* products) {
    tangentBody<T, S, M, S == NoSeason ? 2 : 0>(data, at, blocks, rows, sums);
    crossProductsBody(rows, data.count, blocks, products);
}

template <bool T, int S, bool M>
MUDEUNG_WIDE void tangentWide(const Observed& data, const Tangent& at, int blocks, Four* rows, TangentSums& sums, Four* products) {
    if (S != NoSeason && blocks == 3)
        tangentBody<T, S, M, S == NoSeason ? 2 : 3>(data, at, blocks, rows, sums);
    else
        tangentBody<T, S, M, S == NoSeason ? 2 : 0>(data, at, blocks, rows, sums);
    crossProductsBody(rows, data.count, blocks, products);
}

template <bool T, int S, bool M>
void criterionOf(const Observed& data, FourPoints& p, Four& out) {
    (kWide ? criterionWide<T, S, M> : criterionPlain<T, S, M>)(data, p, out);
}

template <bool T, int S, bool M>
void tangentOf(const Observed& data, const Tangent& at, int blocks, Four* rows, TangentSums& sums, Four* products) {
    (kWide ? tangentWide<T, S, M> : tangentPlain<T, S, M>)(data, at, blocks, rows, sums, products);
}

/// Calls `with` with the form as compile-time constants: a struct of constants T, S, M.
template <bool Trend, int Season, bool Multiplicative>
struct Form {
    static constexpr bool T = Trend;
    static constexpr int S = Season;
    static constexpr bool M = Multiplicative;
};

template <typename With>
bool choose(char error, bool trend, char season, const With& with) {
    const bool m = error == 'M';
    if (season == 'N') {
        if (trend)
            m ? with(Form<true, NoSeason, true>()) : with(Form<true, NoSeason, false>());
        else
            m ? with(Form<false, NoSeason, true>()) : with(Form<false, NoSeason, false>());
        return true;
    }
    if (season == 'A') {
        if (trend)
            m ? with(Form<true, AdditiveSeason, true>()) : with(Form<true, AdditiveSeason, false>());
        else
            m ? with(Form<false, AdditiveSeason, true>()) : with(Form<false, AdditiveSeason, false>());
        return true;
    }
    if (!m) return false;
    if (trend)
        with(Form<true, MultiplicativeSeason, true>());
    else
        with(Form<false, MultiplicativeSeason, true>());
    return true;
}

}  // namespace

Four criterion(char error, bool trend, char season, const Observed& data, FourPoints& points) {
    Four out = all(std::numeric_limits<double>::infinity());
    choose(error, trend, season, [&](auto f) { criterionOf<f.T, f.S, f.M>(data, points, out); });
    return out;
}

void tangents(char error, bool trend, char season, const Observed& data, const Tangent& at, int blocks, Four* rows, TangentSums& sums,
              Four* products) {
    choose(error, trend, season, [&](auto f) { tangentOf<f.T, f.S, f.M>(data, at, blocks, rows, sums, products); });
}

}  // namespace mudeung::forecast::ets_kernel
