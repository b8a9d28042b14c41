// SPDX-License-Identifier: GPL-3.0-or-later
// Asks the libraries themselves; QGIS is the version that the program was built against, to which its package is tied.
#include "app/versions.h"

#include <QStringList>
#include <QVector>
#include <QtGlobal>
#include <gdal.h>
#include <geos_c.h>
#include <sqlite3.h>
#include <utility>
#include <zstd.h>

namespace mudeung::cli {

namespace {

QVector<std::pair<QString, QString>> versions() {
    return {{QStringLiteral("mudeung"), QStringLiteral(MUDEUNG_VERSION)},
            {QStringLiteral("Qt"), QString::fromLatin1(qVersion())},
            {QStringLiteral("QGIS"), QStringLiteral(MUDEUNG_QGIS_VERSION)},
            {QStringLiteral("GDAL"), QString::fromLatin1(GDALVersionInfo("RELEASE_NAME"))},
            {QStringLiteral("GEOS"), QString::fromLatin1(GEOSversion())},
            {QStringLiteral("SQLite"), QString::fromLatin1(sqlite3_libversion())},
            {QStringLiteral("zstd"), QString::fromLatin1(ZSTD_versionString())}};
}

}  // namespace

QString versionsText() {
    QStringList lines;
    for (const auto& [name, version] : versions()) lines << name + QLatin1Char(' ') + version;
    return lines.join(QLatin1Char('\n'));
}

QJsonObject versionsJson() {
    QJsonObject object;
    for (const auto& [name, version] : versions()) object.insert(name, version);
    return object;
}

}  // namespace mudeung::cli
