// SPDX-License-Identifier: GPL-3.0-or-later
// One step of complex smoothing, with and without derivatives, on the widest vectors that the processor has.
#include "core/analysis/forecast/ces_passes.h"

namespace mudeung::forecast::ces_kernel {

using ets_kernel::all;

namespace {

#if defined(__x86_64__)
#define MUDEUNG_WIDE __attribute__((target("avx2")))
const bool kWide = __builtin_cpu_supports("avx2");
#else
#define MUDEUNG_WIDE
const bool kWide = false;
#endif

__attribute__((always_inline)) inline void tangentBody(const Form& form, const double* values, int count, const double* p, int blocks,
                                                       Four* rows, Four* gradient) {
    const int m = form.length;
    const double a0 = p[0], a1 = p[1], b0 = p[2], b1 = p[3];
    double l = p[4], c = p[5];
    double season[24], hidden[24];
    Four dl[kMostBlocks], dc[kMostBlocks], ds[24 * kMostBlocks], dh[24 * kMostBlocks];
    for (int k = 0; k < blocks; ++k) {
        dl[k] = dc[k] = gradient[k] = all(0.0);
        for (int j = 0; j < m && form.season; ++j) ds[j * blocks + k] = dh[j * blocks + k] = all(0.0);
    }
    if (form.plain) {
        dl[1][0] = 1.0;
        dc[1][1] = 1.0;
    }
    for (int j = 0; j < m && form.season; ++j) {
        season[j] = p[6 + j];
        ds[j * blocks + (6 + j) / 4][(6 + j) % 4] = 1.0;
        if (!form.hiddenSeason) continue;
        hidden[j] = p[6 + m + j];
        dh[j * blocks + (6 + m + j) / 4][(6 + m + j) % 4] = 1.0;
    }
    const double levelGain = a0 - a1, hiddenGain = a0 + a1;
    const double seasonGain = form.hiddenSeason ? b0 - b1 : b0, hiddenSeasonGain = b0 + b1;
    int place = 0;
    for (int t = 0; t < count; ++t, rows += blocks) {
        const double y = values[t];
        const bool gap = y != y;
        const double mean = (form.plain ? l : 0.0) + (form.season ? season[place] : 0.0);
        const double e = gap ? 0.0 : y - mean;
        Four* const s = ds + place * blocks;
        Four* const h = dh + place * blocks;
        for (int k = 0; k < blocks; ++k) {
            Four de = all(0.0);
            if (!gap) {
                if (form.plain) de -= dl[k];
                if (form.season) de -= s[k];
            }
            rows[k] = de;
            gradient[k] += e * de;
            if (form.plain) {
                Four nl = dl[k] - (1 - a1) * dc[k] + levelGain * de;
                Four nc = dl[k] + (1 - a0) * dc[k] + hiddenGain * de;
                if (k == 0) {
                    nl += Four{e, c - e, 0, 0};
                    nc += Four{e - c, e, 0, 0};
                }
                dl[k] = nl;
                dc[k] = nc;
            }
            if (form.hiddenSeason) {
                Four ns = s[k] - (1 - b1) * h[k] + seasonGain * de;
                Four nh = s[k] + (1 - b0) * h[k] + hiddenSeasonGain * de;
                if (k == 0) {
                    ns += Four{0, 0, e, hidden[place] - e};
                    nh += Four{0, 0, e - hidden[place], e};
                }
                s[k] = ns;
                h[k] = nh;
            } else if (form.season) {
                s[k] += seasonGain * de;
                if (k == 0) s[k] += Four{0, 0, e, 0};
            }
        }
        if (form.plain) {
            const double next = l - (1 - a1) * c + levelGain * e;
            c = l + (1 - a0) * c + hiddenGain * e;
            l = next;
        }
        if (form.hiddenSeason) {
            const double next = season[place] - (1 - b1) * hidden[place] + seasonGain * e;
            hidden[place] = season[place] + (1 - b0) * hidden[place] + hiddenSeasonGain * e;
            season[place] = next;
        } else if (form.season) {
            season[place] += seasonGain * e;
        }
        if (++place == m) place = 0;
    }
}

void tangentPlain(const Form& form, const double* values, int count, const double* p, int blocks, Four* rows, Four* gradient,
                  Four* products) {
    tangentBody(form, values, count, p, blocks, rows, gradient);
    ets_kernel::crossProductsBody(rows, count, blocks, products);
}

MUDEUNG_WIDE void tangentWide(const Form& form, const double* values, int count, const double* p, int blocks, Four* rows, Four* gradient,
                              Four* products) {
    tangentBody(form, values, count, p, blocks, rows, gradient);
    ets_kernel::crossProductsBody(rows, count, blocks, products);
}

}  // namespace

double squares(const Form& form, const double* values, int count, const double* p) {
    const int m = form.length;
    const double a0 = p[0], a1 = p[1], b0 = p[2], b1 = p[3];
    double l = p[4], c = p[5], sum = 0.0;
    double season[24], hidden[24];
    for (int j = 0; j < m && form.season; ++j) {
        season[j] = p[6 + j];
        hidden[j] = form.hiddenSeason ? p[6 + m + j] : 0.0;
    }
    int place = 0;
    for (int t = 0; t < count; ++t) {
        const double y = values[t];
        const double mean = (form.plain ? l : 0.0) + (form.season ? season[place] : 0.0);
        const double e = y != y ? 0.0 : y - mean;
        sum += e * e;
        if (form.plain) {
            const double next = l - (1 - a1) * c + (a0 - a1) * e;
            c = l + (1 - a0) * c + (a0 + a1) * e;
            l = next;
        }
        if (form.hiddenSeason) {
            const double next = season[place] - (1 - b1) * hidden[place] + (b0 - b1) * e;
            hidden[place] = season[place] + (1 - b0) * hidden[place] + (b0 + b1) * e;
            season[place] = next;
        } else if (form.season) {
            season[place] += b0 * e;
        }
        if (++place == m) place = 0;
    }
    return sum;
}

void tangents(const Form& form, const double* values, int count, const double* point, int blocks, Four* rows, Four* gradient,
              Four* products) {
    (kWide ? tangentWide : tangentPlain)(form, values, count, point, blocks, rows, gradient, products);
}

}  // namespace mudeung::forecast::ces_kernel
