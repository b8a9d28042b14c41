// SPDX-License-Identifier: GPL-3.0-or-later
// Parameters, words and charts of the forecast of a question.
#pragma once

#include "core/analysis/frame/analysis.h"

namespace mudeung::forecast {

QVector<ParameterSpec> forecastParameters(const AnalysisSubject& subject);
/// A model's id for people: "exponential smoothing (ETS)"; ids without a name as they are.
QString modelName(const QString& id);
/// From the tables and facts that the analysis stores.
AnalysisView forecastView(const AnalysisSubject& subject, const ParameterValues& values, const AnalysisData& data);

}  // namespace mudeung::forecast
