// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a whole workspace and lists what is wrong with it, as sentences.
#pragma once

#include <QStringList>

#include "core/base/progress.h"
#include "core/store/sqlite.h"

namespace mudeung::store {

/// Throws only when it was stopped or the disk failed; everything else is a sentence of the result.
QStringList verifyDatabase(Database& db, qint64 salt, Progress& progress);

/// Of the stored runs of analyses.
QStringList verifyRuns(Database& db, qint64 salt);

}  // namespace mudeung::store
