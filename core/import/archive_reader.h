// SPDX-License-Identifier: GPL-3.0-or-later
// What a zip holds: entries with readable names, checked against bombs and escaping paths before a byte of them is unpacked.
#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

#include "core/base/result.h"

namespace mudeung {

struct ArchiveEntry {
    QString name;     ///< readable, NFC
    QString vsiPath;  ///< for GDAL
    qint64 bytes = 0;
    qint64 packedBytes = 0;
    bool encrypted = false;
};

struct ArchiveLimits {
    int maxEntries = 10000;
    qint64 maxTotal = qint64(8) << 30;
    qint64 ratioFrom = 100000000;  ///< the ratio matters from this size on
    double maxRatio = 200.0;
};

/// Files of the archive without folders, "__MACOSX" and dot files. Refuses bombs, "..", damaged directories.
Result<QVector<ArchiveEntry>> listArchive(const QString& path, const QString& shownName, const ArchiveLimits& limits = {});

struct ArchiveChoice {
    ArchiveEntry entry;
    QString kind;      ///< "csv" "json" "shp" "gpkg" "gml" "kml" "xlsx" "xls" "ods"
    QStringList left;  ///< usable entries that were not taken
};

/// The entry named `wanted`, else the largest usable one.
Result<ArchiveChoice> chooseEntry(const QVector<ArchiveEntry>& entries, const QString& wanted, const QString& shownName);

}  // namespace mudeung
