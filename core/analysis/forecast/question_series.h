// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of a question as regular series: everything, by group, dong or place; by hour, day, week or month. Pure but for the engine.
#pragma once

#include <QDate>
#include <QStringList>
#include <QVector>
#include <vector>

#include "core/analysis/forecast/model.h"
#include "core/analysis/frame/analysis.h"

namespace mudeung::forecast {

enum class SeriesStep { Hour, Day, Week, Month };
enum class SeriesUnit { Everything, Group, Dong, Place };

QString stepId(SeriesStep step);  ///< "hour" "day" "week" "month"

/// Series of the same times. The first one is everything together; with one unit for all there is no other.
struct QuestionSeries {
    SeriesStep step = SeriesStep::Day;
    RowKind rows = RowKind::Other;
    QStringList keys;  ///< of the series; the first is "all"
    QStringList labels;
    QVector<double> lon;  ///< EPSG:4326; NaN for everything and groups
    QVector<double> lat;
    QStringList times;                        ///< "2024-03-01 07", "2024-03-01" (weeks: their Monday), "2024-03"
    std::vector<std::vector<double>> values;  ///< [series][time]; NaN = not observed
    std::vector<int> seasons;                 ///< of the step
    QDate first;                              ///< day of the first time
    int hours = 0;                            ///< hours a day, with SeriesStep::Hour
    int firstHour = 0;
    /// Names of the `horizon` times that follow.
    QStringList future(int horizon) const;
};

/// Weeks begin on Monday; weeks and months that the period or the data do not cover whole are left out at both ends and NaN in between.
/// Usage errors say what the data lacks: single days, hours, the kinds of day that the question leaves out.
Result<QuestionSeries> questionSeries(const AnalysisInput& input, SeriesUnit unit, SeriesStep step, const ParameterValues& values,
                                      Progress& progress);

}  // namespace mudeung::forecast
