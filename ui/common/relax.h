// SPDX-License-Identifier: GPL-3.0-or-later
// Which filter left nothing over, and the query without it. Runs on a worker thread; knows no widget.
#pragma once

#include "core/cube/query_engine.h"

namespace mudeung {

enum class Filter { None, Period, DayTypes, Hours, Groups, Area };

/// `query` without one filter.
Query withoutFilter(const Query& query, Filter filter);
/// The first active filter whose lifting brings numbers back; None when no single one does.
Result<Filter> emptyingFilter(QueryEngine& engine, const Query& query, Progress& progress);
QString filterName(Filter filter);

}  // namespace mudeung
