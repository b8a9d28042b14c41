// SPDX-License-Identifier: GPL-3.0-or-later
// A comparison as a file, CSV or Excel, with the receipts of both answers. Runs on any thread.
#pragma once

#include "core/analysis/change/change.h"
#include "core/base/result.h"
#include "core/store/workspace.h"

namespace mudeung {

QStringList changeFileSuffixes();  ///< csv, xlsx

/// One row per place with now, before, change, relative change, noise band and mark. `now` and `before` are the answers that were compared;
/// verifying the file asks both again. A CSV has its receipt beside it. Usage error for another ending.
Status writeChangeFile(const Workspace& workspace, const ChangeTable& change, const Table& now, const Table& before, const QString& path);

}  // namespace mudeung
