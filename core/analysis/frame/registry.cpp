// SPDX-License-Identifier: GPL-3.0-or-later
// The list of analyses. Nothing else: tests of the window are linked with a list of their own.
#include "core/analysis/frame/registry.h"

#include <vector>

namespace mudeung {

std::span<const AnalysisInfo* const> analyses() {
    static const std::vector<const AnalysisInfo*> list{
        &densityAnalysis(),  &gridStressAnalysis(), &hotspotsAnalysis(), &clustersAnalysis(),
        &emergingAnalysis(), &changeAnalysis(),     &shiftsAnalysis(),   &forecastAnalysis(),
    };
    return list;
}

const AnalysisInfo* findAnalysis(const QString& id) {
    for (const AnalysisInfo* info : analyses()) {
        if (id == QLatin1String(info->id)) return info;
    }
    return nullptr;
}

}  // namespace mudeung
