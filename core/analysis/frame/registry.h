// SPDX-License-Identifier: GPL-3.0-or-later
// One line per analysis; each is defined in its own folder as `<name>_analysis.cpp`.
#pragma once

#include "core/analysis/frame/analysis.h"

namespace mudeung {

const AnalysisInfo& densityAnalysis();
const AnalysisInfo& gridStressAnalysis();
const AnalysisInfo& hotspotsAnalysis();
const AnalysisInfo& clustersAnalysis();
const AnalysisInfo& emergingAnalysis();
const AnalysisInfo& changeAnalysis();
const AnalysisInfo& shiftsAnalysis();
const AnalysisInfo& forecastAnalysis();

}  // namespace mudeung
