// SPDX-License-Identifier: GPL-3.0-or-later
// What a local statistic is computed of: the values of a question, their rate per resident made comparable between small and large places,
// or what changed between two periods.
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
/// "of" (values, change) with the two periods "now" and "before"; nothing when the data has a single time.
QVector<ParameterSpec> changeParameters(const AnalysisSubject& subject);
bool asksForChange(const ParameterValues& values);
/// The question whose answer is looked at: the subject's own, for a change that of the period "now".
Query analysedQuery(const AnalysisSubject& subject, const ParameterValues& values);
/// That question, the one about the period before when a change is asked for, and the one about residents when a rate is.
QVector<Query> analysedQueries(const AnalysisSubject& subject, const ParameterValues& values);

struct AnalysedValues {
    std::vector<double> tested;     ///< values, standardised rates (Assunção & Reis 1999), changes (flows: per day), changes per head
    QVector<ResultColumn> columns;  ///< value; with a change before, change; with a rate people, rate, smoothed (Marshall 1991)
};
/// `units`: the answer to `analysedQuery`.
Result<AnalysedValues> analysedValues(const AnalysisInput& input, const UnitValues& units, const ParameterValues& values,
                                      Progress& progress);
// For views, also of runs whose dataset of people is gone:
bool isRate(const AnalysisData& data);
bool isChange(const AnalysisData& data);
/// What was tested, for the title of an axis or a column, and its unit.
QString testedName(const AnalysisSubject& subject, const AnalysisData& data);
QString testedUnit(const AnalysisSubject& subject, const AnalysisData& data);
/// People by unit when a rate is asked for, else empty.
Result<std::vector<double>> peopleOf(const AnalysisInput& input, const UnitValues& units, const ParameterValues& values,
                                     Progress& progress);
/// Heads of these columns.
QVector<ColumnHead> analysedHeads(const AnalysisSubject& subject, const AnalysisData& data);
/// What was tested, to the notes when it is a rate; else the warning about counts, to the limits.
void addRateNote(AnalysisView& view, const AnalysisSubject& subject, const ParameterValues& values, bool rate, bool change);
/// Adds what was tested to the notes when it is a rate or a change, or the warning about counts to the limits when it is neither.
void addTestedNote(AnalysisView& view, const AnalysisSubject& subject, const ParameterValues& values, const AnalysisData& data);

}  // namespace mudeung
