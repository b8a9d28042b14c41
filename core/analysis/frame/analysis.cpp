// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of all analyses.
#include "core/analysis/frame/analysis.h"

#include <QCoreApplication>
#include <algorithm>

namespace mudeung {

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
