// SPDX-License-Identifier: GPL-3.0-or-later
// Time series out of a long-form table: one row per series and time. Knows the readers of this folder, no profile and no workspace.
#pragma once

#include <QString>
#include <QStringList>
#include <cstdint>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"

namespace mudeung {

/// What the times of a file were understood to be.
enum class SeriesTime {
    Number,   ///< 1, 2, 3 … or years
    Quarter,  ///< 2020Q1
    Month,    ///< 2020-03, 202003, or dates at least four weeks apart
    Week,     ///< 2020-W05
    Day,      ///< dates
    Workday,  ///< dates of which none is a Saturday or Sunday
    Second    ///< dates with a time of day
};

struct LongSeries {
    QString id;
    std::int64_t first = 0;      ///< time of the first value, in units of SeriesFile::time
    std::vector<double> values;  ///< one per step; NaN = no row, or a cell that says "not observed"
    /// The columns that are known ahead, one value per step from `first` on, NaN = not given; longer than `values` where rows at the end
    /// have no value yet.
    std::vector<std::vector<double>> known;
};

struct SeriesFile {
    SeriesTime time = SeriesTime::Number;
    std::int64_t step = 1;           ///< units between two values: 3600 for hours, 3 for quarters written as months
    std::vector<LongSeries> series;  ///< in the order of their first row
    std::int64_t rows = 0;
    std::int64_t missing = 0;  ///< steps between first and last value of a series that have no value
    QStringList warnings;      ///< of the reader
    /// Lengths that such data usually have, in steps, shortest first: 24 and 168 for hours, 12 for months … Empty for years and numbers.
    std::vector<int> usualSeasons() const;
    /// "2020-03", "2020Q1", "2020-03-01", "2020-03-01 07:00", "17".
    QString timeText(std::int64_t at) const;
};

struct SeriesColumns {
    QString id;  ///< empty: the file is one series, named like the value column
    QString time;
    QString value;
    QStringList known{};  ///< what is known ahead (events, prices): rows behind the last value give it for the steps to come
};

/// Any file that `openRowSource` reads, its first row holding the column names; rows in any order. InputRefused with file, row and column:
/// a name that is not there, a time or value that cannot be read, two rows for the same time, times that are mixed or absurdly far apart.
/// With `SeriesColumns::known`, rows at the end of a series whose value is empty are steps to come and no part of its values.
Result<SeriesFile> readSeriesFile(const QString& path, const SeriesColumns& columns, Progress& progress);

/// Whether every known column has a number at every step and for `horizon` steps behind; InputRefused names file, series, column and time.
Status checkKnownAhead(const SeriesFile& file, const QString& path, const SeriesColumns& columns, int horizon);

}  // namespace mudeung
