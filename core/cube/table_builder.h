// SPDX-License-Identifier: GPL-3.0-or-later
// Turns raw sums into the rows, totals and notes of a Table. Pure.
#pragma once

#include "core/cube/accumulate.h"

namespace mudeung {

TablePtr buildTable(const CubeState& state, const QueryPlan& plan, Breakdown by, const Sums& sums);

}  // namespace mudeung
