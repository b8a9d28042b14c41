// SPDX-License-Identifier: GPL-3.0-or-later
// Districts and dongs that queries can be about, by name, from the layers of the workspace. Runs on a worker thread.
#pragma once

#include <QVector>
#include <utility>

#include "core/base/result.h"
#include "core/store/workspace.h"

namespace mudeung {

/// Code and name, districts (5 digits) before dongs (10 digits).
using AreaList = QVector<std::pair<QString, QString>>;
Result<AreaList> readAreas(const Workspace& workspace);

}  // namespace mudeung
