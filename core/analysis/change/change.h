// SPDX-License-Identifier: GPL-3.0-or-later
// How the numbers of two questions differ, row by row, and which differences are more than the usual ups and downs. Pure but for the
// engine.
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>
#include <QVector>
#include <memory>
#include <span>

#include "core/cube/query_engine.h"
#include "core/model/table.h"

namespace mudeung {

enum class ChangeMark {
    Up,  ///< outside the noise band
    Down,
    WithinNoise,  ///< inside it
    Appeared,     ///< nothing observed before
    Vanished,     ///< nothing observed now
    NotTested     ///< no noise band: no single days, too few weeks, or different data
};

/// "an increase beyond the usual ups and downs" … in the interface language.
QString changeMarkText(ChangeMark mark);

struct ChangeRow {
    QString key;
    QString label;
    double now = 0.0;         ///< flows: per day with data; levels: the level. NaN = no data
    double before = 0.0;      ///< the same
    double difference = 0.0;  ///< now − before; NaN when one is missing
    double relative = 0.0;    ///< difference ÷ before; NaN when before is zero or missing
    double band = 0.0;        ///< half width of the 95 % noise band around no change, in units of the difference; NaN = not known
    ChangeMark mark = ChangeMark::NotTested;
    bool namesake = false;  ///< as TableRow::namesake
};

/// The weeks that noise bands come from. The noise of a sum of rows is not the sum of their noise: their ups and downs partly go together.
struct ChangeWeeks {
    QHash<QString, QVector<double>> rows;  ///< by key: means per day of whole weeks in order (levels: the level), NaN where not complete
    QVector<double> total;
    double now = 0.0;  ///< weeks that the two periods have
    double before = 0.0;

    /// Half width of the 95 % noise band of the sum of these rows; one without a number in a week adds nothing. NaN = not known.
    double bandOf(const QStringList& keys) const;
};

struct ChangeTable {
    Query now;
    Query before;
    Breakdown by = Breakdown::Place;
    Dataset dataset;
    Measure measure;
    QVector<ChangeRow> rows;  ///< largest change first, by amount; those without one last
    ChangeRow total;
    bool perDay = false;  ///< flows of data with single days
    int daysNow = 0;      ///< days with data
    int daysBefore = 0;
    int weeks = 0;                                        ///< that the noise bands come from; 0 = none
    std::shared_ptr<const ChangeWeeks> weekly = nullptr;  ///< these weeks; null = none
    bool sample = false;
    QStringList notes;
    /// The same by dong, for maps of areas: of a comparison by place with noise bands, where places are points that lie in dongs; else
    /// null.
    std::shared_ptr<const ChangeTable> byDong = nullptr;
};
using ChangeTablePtr = std::shared_ptr<const ChangeTable>;

/// Whether the change of the sum of these rows, of numbers that can be added, stays within its usual ups and downs. `now` and `before` are
/// sums of TableRow::value. False where that is not known.
bool isWithinNoise(const ChangeTable& change, const QStringList& keys, double now, double before);

/// Half the width of the 95 % band within which the difference of two means stays when nothing has changed but noise.
/// `weeks`: means per day of whole weeks in order, NaN where a week is not complete. From week to week the season hardly moves, so a
/// naive forecast (this week = last week) leaves the noise: σ = 1.4826 · median |vₖ − vₖ₋₁| / √2 (robust: holidays and strikes are few),
/// and the band is 1.96 · σ · √(1/m₁ + 1/m₂) for means over m₁ and m₂ weeks. NaN with fewer than `kLeastWeekPairs` neighbouring weeks.
double noiseBand(std::span<const double> weeks, double weeksNow, double weeksBefore);
constexpr int kLeastWeekPairs = 8;

/// Compares two answers by place, dong, group or hour. Rows meet by key. Usage error when the two count different things.
/// Noise bands are found when both ask the same but for the period, and the data has single days.
Result<ChangeTablePtr> compareAnswers(QueryEngine& engine, const Query& now, const Query& before, Breakdown by, Progress& progress);

}  // namespace mudeung
