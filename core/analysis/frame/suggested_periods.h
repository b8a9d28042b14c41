// SPDX-License-Identifier: GPL-3.0-or-later
// Two periods to compare, as a form suggests them.
#pragma once

#include "core/analysis/frame/analysis.h"

namespace mudeung {

/// The period asked for; of everything the latest part that has the same days of the year before in the data, else the later half.
/// Data by month gets whole months.
Period suggestedNow(const AnalysisSubject& subject);
/// The same days of the year before where the data has at least half of them, else as many days right before.
Period suggestedBefore(const Period& now, const Dataset& dataset);

}  // namespace mudeung
