// SPDX-License-Identifier: GPL-3.0-or-later
// The recursions of ets_kernel.h for a form known at run time, on the widest vectors that the processor has. Same bits with all of them.
#pragma once

#include "core/analysis/forecast/ets_kernel.h"

namespace mudeung::forecast::ets_kernel {

/// Letters as in `EtsForm`. Forms that are not offered give infinity.
Four criterion(char error, char trend, char season, const Observed& data, FourPoints& points);

/// `rows`: room for data.count·blocks; `products`: for blocks·(blocks + 1)/2·4.
void tangents(char error, char trend, char season, const Observed& data, const Tangent& at, int blocks, Four* rows, TangentSums& sums,
              Four* products);

}  // namespace mudeung::forecast::ets_kernel
