// SPDX-License-Identifier: GPL-3.0-or-later
// Values that stand apart from comparable ones: on a log scale within a group, or against the same place's other days or months.
// Counts of places are skewed by nature, so "large" alone is not odd. Knows a finished cube, no files.
#pragma once

#include <QStringList>

#include "core/import/built_cube.h"

namespace mudeung {

/// Sentences for the quality report, at most two per measure; each names the few most extreme values and how many there are.
QStringList outlierSentences(const BuiltCube& cube);

}  // namespace mudeung
