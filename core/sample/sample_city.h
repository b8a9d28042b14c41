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

/// An error when there is something at `path` already: neither function below overwrites anything.
Status checkSampleTarget(const QString& path);

/// Writes the riders of the monthly bus files as one table, a row per date, hour, stop and group; CP949. The same numbers: a cell that
/// the monthly files leave blank is blank or has no row here. The target appears only when complete; about 4 GB for 2,420 stops.
Status writeLongForm(const QString& path, const SampleOptions& options, Progress& progress);

/// Makes the whole workspace: files into a temporary folder, imports, removes the folder. The target appears only when complete.
Status makeSampleWorkspace(const QString& workspacePath, const SampleOptions& options, Progress& progress);

}  // namespace mudeung
