// SPDX-License-Identifier: GPL-3.0-or-later
// The list of analyses and what is asked of all of them.
#include "core/analysis/frame/registry.h"

#include <QCoreApplication>
#include <algorithm>
#include <vector>

namespace mudeung {

std::span<const AnalysisInfo* const> analyses() {
    static const std::vector<const AnalysisInfo*> list{
        &densityAnalysis(),
        &gridStressAnalysis(),
        &hotspotsAnalysis(),
        &clustersAnalysis(),
        &emergingAnalysis(),
        &changeAnalysis(),
        &shiftsAnalysis(),
        &forecastAnalysis(),
    };
    return list;
}

const AnalysisInfo* findAnalysis(const QString& id) {
    for (const AnalysisInfo* info : analyses()) {
        if (id == QLatin1String(info->id)) return info;
    }
    return nullptr;
}

Error analysisCancelled() {
    return {ErrorCode::Cancelled, QCoreApplication::translate("Analysis", "The analysis was cancelled."), {}};
}

bool AnalysisSubject::hasDongs() const {
    return std::any_of(datasets.begin(), datasets.end(), [](const Dataset& d) {
        return d.kind == DatasetKind::Layer && d.placeKind == QLatin1String("dong") && d.geometryType == QLatin1String("polygon");
    });
}

Result<AnalysisSubject> subjectOf(QueryEngine& engine, const Query& query) {
    const auto normalised = engine.normalised(query);
    if (!normalised) return normalised.error();
    const auto datasets = engine.workspace()->datasets();
    if (!datasets) return datasets.error();
    AnalysisSubject subject;
    subject.query = *normalised;
    subject.datasets = *datasets;
    for (const Dataset& d : *datasets) {
        if (d.id == subject.query.dataset) subject.dataset = d;
    }
    subject.measure = subject.dataset.measures.value(std::max(0, subject.dataset.measureIndex(subject.query.measure)));
    return subject;
}

}  // namespace mudeung
