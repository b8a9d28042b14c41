// SPDX-License-Identifier: GPL-3.0-or-later
// Turns raw sums into the rows, totals and notes of a Table. Pure, but for tables of the pool that are used again.
#pragma once

#include "core/cube/accumulate.h"
#include "core/cube/table_pool.h"

namespace mudeung {

TablePtr buildTable(const CubeState& state, const QueryPlan& plan, Breakdown by, const Sums& sums, TablePool& pool);

}  // namespace mudeung
