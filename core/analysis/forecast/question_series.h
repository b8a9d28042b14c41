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
enum class SeriesUnit { Everything, Group, District, Dong, Place };

QString stepId(SeriesStep step);  ///< "hour" "day" "week" "month"

/// Series of the same times: sums first, everything together as the first of them, then the single ones. With one unit for all there is
/// only everything.
struct QuestionSeries {
    SeriesStep step = SeriesStep::Day;
    RowKind rows = RowKind::Other;
    QStringList keys;    ///< "all", "district:29110", "dong:2911052500", "group:senior"; single ones and sums over groups: place, dong …
                         ///< ("1002"), split by group "1002/senior"
    QStringList levels;  ///< "all" "district" "dong" "place" "group", with "/group" behind it when split by group too
    QStringList labels;
    /// Of the sums, which are the first series: the single ones, counted from 0, that each adds up. Empty when nothing adds up: with
    /// one unit for all, and for levels such as temperatures.
    std::vector<std::vector<int>> sums;
    QVector<double> lon;  ///< EPSG:4326; NaN for everything and groups
    QVector<double> lat;
    QStringList times;                        ///< "2024-03-01 07", "2024-03-01" (weeks: their Monday), "2024-03"
    std::vector<std::vector<double>> values;  ///< [series][time]; NaN = not observed
    std::vector<int> seasons;                 ///< of the step
    QDate first;                              ///< day of the first time
    int hours = 0;                            ///< hours a day, with SeriesStep::Hour
    int firstHour = 0;
    /// Where the single series begin.
    int firstSingle() const { return sums.empty() ? 1 : static_cast<int>(sums.size()); }
    /// Names of the `horizon` times that follow.
    QStringList future(int horizon) const;
};

/// Weeks begin on Monday; weeks and months that the period or the data do not cover whole are left out at both ends and NaN in between.
/// Places are summed over their dongs and districts, dongs over districts, where the workspace knows them; the flag "bygroup" of `values`
/// splits them by group too. Usage errors say what the data lacks: single days, hours, the kinds of day that the question leaves out.
Result<QuestionSeries> questionSeries(const AnalysisInput& input, SeriesUnit unit, SeriesStep step, const ParameterValues& values,
                                      Progress& progress);

}  // namespace mudeung::forecast
