// SPDX-License-Identifier: GPL-3.0-or-later
// Does a parsed cube make sense: the profile's checks, outlying cells, places without a single count, missing dates.
#pragma once

#include "core/import/build_cube.h"
#include "core/import/built_cube.h"

namespace mudeung {

/// Sentences of the checks that failed; empty when the file is plausible.
QStringList failedChecks(const Profile& profile, const std::vector<CheckCount>& counts);

/// What looks odd, as sentences; never a reason to refuse.
QStringList suspiciousValues(const BuiltCube& cube, const BuildCounts& counts);

/// Dates (or months) between the first and the last of the file that no row mentions, ISO; at most `most` of them, `count` has all.
QStringList missingDates(const BuiltCube& cube, int most, qint64& count);

}  // namespace mudeung
