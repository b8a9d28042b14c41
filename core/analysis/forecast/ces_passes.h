// SPDX-License-Identifier: GPL-3.0-or-later
// Recursions of complex exponential smoothing for its search: Σe², and Σe² with the derivatives of all errors.
#pragma once

#include <vector>

#include "core/analysis/forecast/ets_kernel.h"

namespace mudeung::forecast::ces_kernel {

using ets_kernel::Four;

constexpr int kMostBlocks = 14;

struct Form {
    bool plain = true;          ///< has l and c
    bool season = false;        ///< has season[]
    bool hiddenSeason = false;  ///< has hiddenSeason[]
    int length = 1;
};

/// Coordinates of a point: α0, α1, β0, β1, l, c, season[0] … , hiddenSeason[0] …; those that the form has not are there and stay 0.
double squares(const Form& form, const double* values, int count, const double* point);

/// `rows`: count·blocks; `gradient`: blocks; `products` as `crossProductsBody`. blocks = coordinates / 4, rounded up.
void tangents(const Form& form, const double* values, int count, const double* point, int blocks, Four* rows, Four* gradient,
              Four* products);

}  // namespace mudeung::forecast::ces_kernel
