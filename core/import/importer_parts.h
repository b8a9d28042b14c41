// SPDX-License-Identifier: GPL-3.0-or-later
// What preview and import share: opening, reading the head, finding the year. Internal to core/import.
#pragma once

#include "core/import/build_cube.h"
#include "core/import/coordinates.h"
#include "core/import/importer.h"
#include "core/import/match.h"

namespace mudeung {

struct OpenedFile {
    std::unique_ptr<RowSource> source;
    std::vector<HeadRow> head;
    bool atEnd = false;  ///< the head is the whole file
    QString fileName;    ///< NFC
};

Result<OpenedFile> openWithHead(const QString& path, const ImportOptions& options, bool headOnly);

/// The year for layouts that carry none: the user's, else the file name's, else the archive entry's. Year 0 = unknown.
YearSource yearFor(const Profile& profile, const ImportOptions& options, const QString& fileName, const SourceInfo& info);
bool needsYear(const Profile& profile);

/// Places that the layers of the workspace already hold, in degrees; at most a few thousand, evenly picked.
std::vector<XY> knownPoints(const Workspace& workspace);

}  // namespace mudeung
