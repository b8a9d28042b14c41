// SPDX-License-Identifier: GPL-3.0-or-later
// sha256 of a file; a Shapefile is all of its parts in a fixed order, so that a changed attribute table is a changed file.
// OpenSSL, because it uses the SHA instructions of the processor: ten times what QCryptographicHash does.
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <memory>
#include <openssl/evp.h>
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

/// An update or an end that fails is remembered: the hash is then empty.
class Sha256 {
public:
    Sha256() : m_context(EVP_MD_CTX_new(), &EVP_MD_CTX_free), m_good(EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr) == 1) {}
    void add(const char* bytes, size_t size) { m_good = m_good && EVP_DigestUpdate(m_context.get(), bytes, size) == 1; }
    QString hex() {
        QByteArray sum(EVP_MAX_MD_SIZE, '\0');
        unsigned length = 0;
        m_good = m_good && EVP_DigestFinal_ex(m_context.get(), reinterpret_cast<unsigned char*>(sum.data()), &length) == 1;
        return m_good ? QString::fromLatin1(sum.left(static_cast<int>(length)).toHex()) : QString();
    }

private:
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> m_context;
    bool m_good;
};

Error cancelledError() {
    return {ErrorCode::Cancelled, QCoreApplication::translate("Import", "The import was cancelled; nothing was changed."), {}};
}

}  // namespace

Result<QString> sha256OfFile(const QString& path, Progress& progress) {
    const QStringList parts = partsOf(path);
    qint64 total = 0;
    for (const QString& part : parts) total += QFileInfo(part).size();
    Sha256 hash;
    std::vector<char> chunk(static_cast<size_t>(kHashChunk));
    qint64 read = 0;
    for (const QString& part : parts) {
        QFile file(part);
        const bool regular = QFileInfo(part).isFile();
        if (!regular || !file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
            return Error{ErrorCode::Io,
                         QCoreApplication::translate("Import", "%1 cannot be read. Check that the file exists and that you may read it.")
                             .arg(shownFileName(part)),
                         file.errorString()};
        }
        for (;;) {
            if (progress.isCancelled()) return cancelledError();
            const qint64 got = file.read(chunk.data(), kHashChunk);
            if (got < 0) {
                return Error{ErrorCode::Io,
                             QCoreApplication::translate("Import", "Reading %1 failed. Copy it to a local folder and try again.")
                                 .arg(shownFileName(part)),
                             file.errorString()};
            }
            if (got == 0) break;
            hash.add(chunk.data(), static_cast<size_t>(got));
            read += got;
            if (total > 0) progress.set(static_cast<double>(read) / static_cast<double>(total));
        }
    }
    const QString sum = hash.hex();
    if (sum.isEmpty()) {
        return Error{
            ErrorCode::Internal,
            QCoreApplication::translate("Import", "%1 could not be hashed: the cryptographic library of this computer refuses SHA-256.")
                .arg(shownFileName(path)),
            {}};
    }
    return sum;
}

}  // namespace mudeung
