// SPDX-License-Identifier: GPL-3.0-or-later
// An answer as a file with its receipt: CSV, JSON, Excel or GeoPackage, by the ending of the name. Runs on any thread.
#pragma once

#include <QStringList>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/model/table.h"
#include "core/store/workspace.h"

namespace mudeung {

/// Endings that writeTableFile() takes: csv, json, xlsx, gpkg.
QStringList tableFileSuffixes();

/// The first `top` rows by value, the largest first; `table` itself when top is 0.
Table largestRows(const Table& table, int top);

/// Writes the answer, or its largest `top` rows. A CSV begins with the mark of UTF-8, as spreadsheets want it, and has its receipt in a
/// file beside it (receiptPathBeside), since a CSV has no room for one. Usage error for another ending.
Status writeTableFile(const Workspace& workspace, const Table& table, const QString& path, Progress& progress = Progress::none(),
                      int top = 0);

}  // namespace mudeung
