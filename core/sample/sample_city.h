// SPDX-License-Identifier: GPL-3.0-or-later
// The synthetic city: writes files in published layouts and imports them through the ordinary import. Deterministic per seed.
#pragma once

#include <QDate>
#include <QString>
#include <QStringList>

#include "core/base/progress.h"
#include "core/base/result.h"

namespace mudeung {

struct SampleOptions {
    int stops = 300;
    int days = 730;
    quint64 seed = 1;
    QDate lastDay = QDate(2025, 12, 31);  ///< the span ends here; fixed so that a seed always gives the same bytes
};

/// Writes the city's files into `folder` (created if absent) and returns their paths in import order.
Result<QStringList> writeSampleFiles(const QString& folder, const SampleOptions& options, Progress& progress);

/// Makes the whole workspace: files into a temporary folder, imports, removes the folder. The target appears only when complete.
Status makeSampleWorkspace(const QString& workspacePath, const SampleOptions& options, Progress& progress);

}  // namespace mudeung
