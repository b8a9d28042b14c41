// SPDX-License-Identifier: GPL-3.0-or-later
// What a local statistic is computed of: the values of a question, or their rate per resident made comparable between small and large
// places.
#pragma once

#include <QVector>
#include <vector>

#include "core/analysis/frame/analysis.h"
#include "core/analysis/frame/units.h"
#include "core/analysis/neighbours/spatial_weights.h"

namespace mudeung {

/// "per" (none, or the id of a dataset of people by dong); nothing when the workspace has no such dataset.
QVector<ParameterSpec> rateParameters(const AnalysisSubject& subject);
/// Whether these values ask for a rate: a dataset is named, and the units are dongs.
bool asksForRate(const AnalysisSubject& subject, const ParameterValues& values);
/// The subject's question, and the one about residents when a rate is asked for.
QVector<Query> queriesWithRate(const AnalysisSubject& subject, const ParameterValues& values);

struct AnalysedValues {
    std::vector<double> tested;     ///< values, or standardised rates (Assunção & Reis 1999)
    QVector<ResultColumn> columns;  ///< value; with a rate also residents, rate, smoothed (Marshall 1991)
};
Result<AnalysedValues> analysedValues(const AnalysisInput& input, const UnitValues& units, const ParameterValues& values,
                                      Progress& progress);
// For views, also of runs whose dataset of people is gone:
bool isRate(const AnalysisData& data);
/// Heads of these columns.
QVector<ColumnHead> analysedHeads(const AnalysisSubject& subject, const AnalysisData& data);
/// Adds what was tested to the notes when it is a rate, or the warning about counts to the limits when it is not.
void addRateNote(AnalysisView& view, const AnalysisSubject& subject, const ParameterValues& values, const AnalysisData& data);

}  // namespace mudeung
