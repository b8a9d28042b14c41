// SPDX-License-Identifier: GPL-3.0-or-later
// sha256 of a file; a Shapefile is all of its parts in a fixed order, so that a changed attribute table is a changed file.
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <vector>

#include "core/import/byte_source.h"
#include "core/import/row_source.h"

namespace mudeung {

namespace {

constexpr qint64 kHashChunk = qint64(1) << 20;

QStringList partsOf(const QString& path) {
    const QFileInfo info(path);
    if (info.suffix().compare(QLatin1String("shp"), Qt::CaseInsensitive) != 0) return {path};
    QStringList parts{path};
    const QString base = info.dir().filePath(info.completeBaseName());
    for (const char* suffix : {"shx", "dbf", "prj", "cpg", "cst"}) {
        const QString lower = base + QLatin1Char('.') + QLatin1String(suffix);
        const QString upper = base + QLatin1Char('.') + QString::fromLatin1(suffix).toUpper();
        if (QFileInfo::exists(lower)) {
            parts << lower;
        } else if (QFileInfo::exists(upper)) {
            parts << upper;
        }
    }
    return parts;
}

}  // namespace

Result<QString> sha256OfFile(const QString& path, Progress& progress) {
    const QStringList parts = partsOf(path);
    qint64 total = 0;
    for (const QString& part : parts) total += QFileInfo(part).size();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    std::vector<char> chunk(static_cast<size_t>(kHashChunk));
    qint64 read = 0;
    for (const QString& part : parts) {
        QFile file(part);
        const bool regular = QFileInfo(part).isFile();
        if (!regular || !file.open(QIODevice::ReadOnly)) {
            return Error{ErrorCode::Io,
                         QCoreApplication::translate("Import", "%1 cannot be read. Check that the file exists and that you may read it.")
                             .arg(shownFileName(part)),
                         file.errorString()};
        }
        for (;;) {
            if (progress.isCancelled()) {
                return Error{
                    ErrorCode::Cancelled, QCoreApplication::translate("Import", "The import was cancelled; nothing was changed."), {}};
            }
            const qint64 got = file.read(chunk.data(), kHashChunk);
            if (got < 0) {
                return Error{ErrorCode::Io,
                             QCoreApplication::translate("Import", "Reading %1 failed. Copy it to a local folder and try again.")
                                 .arg(shownFileName(part)),
                             file.errorString()};
            }
            if (got == 0) break;
            hash.addData(QByteArray::fromRawData(chunk.data(), static_cast<int>(got)));
            read += got;
            if (total > 0) progress.set(static_cast<double>(read) / static_cast<double>(total));
        }
    }
    return QString::fromLatin1(hash.result().toHex());
}

}  // namespace mudeung
