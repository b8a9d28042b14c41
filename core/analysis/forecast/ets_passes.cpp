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

template <int T, int S, bool M>
void criterionPlain(const Observed& data, FourPoints& p, Four& out) {
    out = criterionBody<T, S, M>(data, p);
}

template <int T, int S, bool M>
MUDEUNG_WIDE void criterionWide(const Observed& data, FourPoints& p, Four& out) {
    out = criterionBody<T, S, M>(data, p);
}

template <int T, int S, bool M>
void tangentPlain(const Observed& data, const Tangent& at, int blocks, Four* rows, TangentSums& sums, Four* products) {
    tangentBody<T, S, M, S == NoSeason ? 2 : 0>(data, at, blocks, rows, sums);
    crossProductsBody(rows, data.count, blocks, products);
}

template <int T, int S, bool M>
MUDEUNG_WIDE void tangentWide(const Observed& data, const Tangent& at, int blocks, Four* rows, TangentSums& sums, Four* products) {
    if (S != NoSeason && blocks == 3)
        tangentBody<T, S, M, S == NoSeason ? 2 : 3>(data, at, blocks, rows, sums);
    else
        tangentBody<T, S, M, S == NoSeason ? 2 : 0>(data, at, blocks, rows, sums);
    crossProductsBody(rows, data.count, blocks, products);
}

template <int T, int S, bool M>
void criterionOf(const Observed& data, FourPoints& p, Four& out) {
    (kWide ? criterionWide<T, S, M> : criterionPlain<T, S, M>)(data, p, out);
}

template <int T, int S, bool M>
void tangentOf(const Observed& data, const Tangent& at, int blocks, Four* rows, TangentSums& sums, Four* products) {
    (kWide ? tangentWide<T, S, M> : tangentPlain<T, S, M>)(data, at, blocks, rows, sums, products);
}

/// Calls `with` with the form as compile-time constants: a struct of constants T, S, M.
template <int Trend, int Season, bool Multiplicative>
struct Form {
    static constexpr int T = Trend;
    static constexpr int S = Season;
    static constexpr bool M = Multiplicative;
};

template <int Trend, int Season, typename With>
void chooseError(bool multiplicative, const With& with) {
    if (multiplicative) {
        with(Form<Trend, Season, true>());
    } else if constexpr (Trend != MultiplicativeTrend && Season != MultiplicativeSeason) {
        with(Form<Trend, Season, false>());
    }
}

template <int Season, typename With>
void chooseTrend(bool multiplicativeError, char trend, const With& with) {
    if (trend == 'N') {
        chooseError<NoTrend, Season>(multiplicativeError, with);
    } else if (trend == 'A') {
        chooseError<AdditiveTrend, Season>(multiplicativeError, with);
    } else if constexpr (Season != AdditiveSeason) {
        chooseError<MultiplicativeTrend, Season>(multiplicativeError, with);
    }
}

template <typename With>
void choose(char error, char trend, char season, const With& with) {
    if (season == 'N') {
        chooseTrend<NoSeason>(error == 'M', trend, with);
    } else if (season == 'A') {
        chooseTrend<AdditiveSeason>(error == 'M', trend, with);
    } else {
        chooseTrend<MultiplicativeSeason>(error == 'M', trend, with);
    }
}

}  // namespace

Four criterion(char error, char trend, char season, const Observed& data, FourPoints& points) {
    Four out = all(std::numeric_limits<double>::infinity());
    choose(error, trend, season, [&](auto f) { criterionOf<f.T, f.S, f.M>(data, points, out); });
    return out;
}

void tangents(char error, char trend, char season, const Observed& data, const Tangent& at, int blocks, Four* rows, TangentSums& sums,
              Four* products) {
    choose(error, trend, season, [&](auto f) { tangentOf<f.T, f.S, f.M>(data, at, blocks, rows, sums, products); });
}

}  // namespace mudeung::forecast::ets_kernel
