// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the workspace gives the result of an analysis again.
#pragma once

#include "core/receipt/verify.h"
#include "core/runs/run.h"

namespace mudeung {

/// verifyReceipt(), and for the receipt of an analysis the analysis itself once more: its digest must be the same.
Result<Verification> verifyOutput(QueryEngine& engine, const Receipt& receipt, Progress& progress = Progress::none());

}  // namespace mudeung
