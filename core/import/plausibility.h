// SPDX-License-Identifier: GPL-3.0-or-later
// Does a parsed cube make sense: the profile's checks, outlying cells, places without a single count, missing dates.
#pragma once

#include "core/import/build_cube.h"

namespace mudeung {

/// Sentences of the checks that failed; empty when the file is plausible.
QStringList failedChecks(const Profile& profile, const std::vector<CheckCount>& counts);

/// What looks odd, as sentences; never a reason to refuse.
QStringList suspiciousValues(const CubeData& cube, const BuildCounts& counts);

/// Dates (or months) between the first and the last of the file that no row mentions, ISO; at most `most` of them, `count` has all.
QStringList missingDates(const CubeData& cube, int most, qint64& count);

/// First to last day that the cells speak of.
Period observedPeriod(const CubeData& cube);

/// Sums of the month arrays [measure × groups + group]: counted again, independently of the row loop.
std::vector<std::int64_t> sumsOfCells(const CubeData& cube);

}  // namespace mudeung
