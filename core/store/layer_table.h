// SPDX-License-Identifier: GPL-3.0-or-later
// Features of layers as rows. Geometry is opaque bytes here.
#pragma once

#include <vector>

#include "core/base/progress.h"
#include "core/store/catalog.h"
#include "core/store/workspace.h"

namespace mudeung::store {

std::vector<Feature> loadFeatures(Database& db, const StoredDataset& stored);
/// Inside an open write transaction. After a result with noop nothing was written.
WriteOutcome writeFeatures(Database& db, const Dataset& dataset, const std::vector<Feature>& features, const Batch& batch,
                           OnExisting onExisting, Progress& progress);

}  // namespace mudeung::store
