// SPDX-License-Identifier: GPL-3.0-or-later
// Words and charts of the change between two periods.
#pragma once

#include <QString>

#include "core/analysis/frame/analysis.h"
#include "core/analysis/period_comparison/period_comparison.h"

namespace mudeung {

/// Stable id of a verdict: "up" "down" "unclear" "appeared" "vanished" "no_data_before" "no_data_now" "not_tested".
QString verdictId(Verdict verdict);

/// From the tables "changes" and "days" and the facts that the analysis stores.
AnalysisView changeView(const AnalysisSubject& subject, const ParameterValues& values, const AnalysisData& data);

}  // namespace mudeung
