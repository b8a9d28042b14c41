// SPDX-License-Identifier: GPL-3.0-or-later
// Cells with times of series, and the step between them. Pure functions.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/import/series_file.h"

namespace mudeung {

/// The form of a cell; empty when it is none. What could be several is the first of: quarter, week, month, day, second, number (202003 is
/// a month, 20200301 a day, 2020 a number).
std::optional<SeriesTime> seriesTimeOf(std::string_view cell);
/// A cell of a known form as a number of units since some fixed time; empty when it does not have that form.
/// Month: 12·year + month − 1; Quarter: 4·year + quarter − 1; Day: Julian day; Week: Julian day of its Monday / 7; Second: since 1970, as
/// written (no zones).
std::optional<std::int64_t> parseSeriesTime(std::string_view cell, SeriesTime time);
/// Monday … Friday counted through, from a Julian day.
std::int64_t workdayFromJulian(std::int64_t day);
std::int64_t julianFromWorkday(std::int64_t workday);

}  // namespace mudeung
