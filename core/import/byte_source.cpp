// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes of a plain file or of an entry inside a zip, through GDAL's virtual file system, and the hash of whole files.
#include "core/import/byte_source.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <algorithm>
#include <cpl_vsi.h>
#include <gdal.h>
#include <mutex>

namespace mudeung {

void registerFormats() {
    static std::once_flag once;
    std::call_once(once, [] { GDALAllRegister(); });
}

QString shownFileName(const QString& path) {
    const QString name = QFileInfo(path).fileName();
    return (name.isEmpty() ? QDir::toNativeSeparators(path) : name).normalized(QString::NormalizationForm_C);
}

Result<std::unique_ptr<ByteSource>> ByteSource::open(const QString& vsiPath, const QString& shownName) {
    std::unique_ptr<ByteSource> source(new ByteSource);
    VSILFILE* file = VSIFOpenL(vsiPath.toUtf8().constData(), "rb");
    if (file == nullptr) {
        return Error{
            ErrorCode::Io,
            QCoreApplication::translate("Import", "%1 cannot be opened. Check that the file still exists and that you may read it.")
                .arg(shownName),
            vsiPath};
    }
    source->m_file = file;
    source->m_shownName = shownName;
    if (VSIFSeekL(file, 0, SEEK_END) == 0) source->m_size = static_cast<qint64>(VSIFTellL(file));
    source->m_limit = source->m_size;
    VSIFSeekL(file, 0, SEEK_SET);
    return {std::move(source)};
}

ByteSource::~ByteSource() {
    if (m_file != nullptr) VSIFCloseL(static_cast<VSILFILE*>(m_file));
}

void ByteSource::limit(qint64 bytes) {
    m_limit = std::min(bytes, m_size);
}

Result<size_t> ByteSource::read(char* to, size_t size) {
    const size_t wanted = std::min(size, static_cast<size_t>(std::max<qint64>(0, m_limit - m_position)));
    size_t got = 0;
    while (got < wanted) {
        const size_t part = VSIFReadL(to + got, 1, wanted - got, static_cast<VSILFILE*>(m_file));
        if (part == 0) break;
        got += part;
    }
    m_position += static_cast<qint64>(got);
    if (got < wanted) {
        return Error{ErrorCode::Io,
                     QCoreApplication::translate("Import",
                                                 "%1 ends earlier than it should: it is damaged, or it changed while it was being read. "
                                                 "Copy or download the file again.")
                         .arg(m_shownName),
                     QStringLiteral("%1 of %2 bytes").arg(m_position).arg(m_size)};
    }
    return got;
}

Status ByteSource::rewind() {
    if (VSIFSeekL(static_cast<VSILFILE*>(m_file), 0, SEEK_SET) != 0) {
        return Error{ErrorCode::Io,
                     QCoreApplication::translate("Import", "%1 cannot be read a second time. Copy it to a local folder and try again.")
                         .arg(m_shownName),
                     {}};
    }
    m_position = 0;
    return done();
}

}  // namespace mudeung
