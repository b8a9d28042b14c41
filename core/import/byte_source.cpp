// SPDX-License-Identifier: GPL-3.0-or-later
// Plain files are read without a buffer of their own, because the readers ask for large pieces; archives go through GDAL.
#include "core/import/byte_source.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <cpl_vsi.h>
#include <cstring>
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

class ByteSource::Origin {
public:
    Origin() = default;
    virtual ~Origin() = default;
    Origin(const Origin&) = delete;
    Origin& operator=(const Origin&) = delete;
    /// 0 at the end and when reading fails: the caller knows how much there should be.
    virtual size_t read(char* to, size_t size) = 0;
    virtual bool rewind() = 0;
};

namespace {

class FileOrigin final : public ByteSource::Origin {
public:
    explicit FileOrigin(const QString& path) : m_file(path) {}
    bool open() { return m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered); }
    qint64 size() const { return m_file.size(); }
    size_t read(char* to, size_t size) override {
        const qint64 got = m_file.read(to, static_cast<qint64>(size));
        return got > 0 ? static_cast<size_t>(got) : 0;
    }
    bool rewind() override { return m_file.seek(0); }

private:
    QFile m_file;
};

class VsiOrigin final : public ByteSource::Origin {
public:
    explicit VsiOrigin(VSILFILE* file) : m_file(file) {}
    ~VsiOrigin() override { VSIFCloseL(m_file); }
    size_t read(char* to, size_t size) override { return VSIFReadL(to, 1, size, m_file); }
    bool rewind() override { return VSIFSeekL(m_file, 0, SEEK_SET) == 0; }

private:
    VSILFILE* m_file;
};

class MemoryOrigin final : public ByteSource::Origin {
public:
    explicit MemoryOrigin(std::string_view bytes) : m_bytes(bytes) {}
    size_t read(char* to, size_t size) override {
        const size_t part = std::min(size, m_bytes.size() - m_at);
        if (part > 0) std::memcpy(to, m_bytes.data() + m_at, part);
        m_at += part;
        return part;
    }
    bool rewind() override {
        m_at = 0;
        return true;
    }

private:
    std::string_view m_bytes;
    size_t m_at = 0;
};

Error cannotOpen(const QString& shownName, const QString& path) {
    return {ErrorCode::Io,
            QCoreApplication::translate("Import", "%1 cannot be opened. Check that the file still exists and that you may read it.")
                .arg(shownName),
            path};
}

}  // namespace

ByteSource::ByteSource(std::unique_ptr<Origin> origin, qint64 size, const QString& shownName)
    : m_origin(std::move(origin)), m_size(size), m_limit(size), m_shownName(shownName) {}

ByteSource::~ByteSource() = default;

Result<std::unique_ptr<ByteSource>> ByteSource::open(const QString& vsiPath, const QString& shownName) {
    if (!vsiPath.startsWith(QLatin1String("/vsi"))) {
        auto file = std::make_unique<FileOrigin>(vsiPath);
        if (!file->open()) return cannotOpen(shownName, vsiPath);
        const qint64 size = file->size();
        return std::unique_ptr<ByteSource>(new ByteSource(std::move(file), size, shownName));
    }
    VSILFILE* file = VSIFOpenL(vsiPath.toUtf8().constData(), "rb");
    if (file == nullptr) return cannotOpen(shownName, vsiPath);
    const qint64 size = VSIFSeekL(file, 0, SEEK_END) == 0 ? static_cast<qint64>(VSIFTellL(file)) : 0;
    VSIFSeekL(file, 0, SEEK_SET);
    return std::unique_ptr<ByteSource>(new ByteSource(std::make_unique<VsiOrigin>(file), size, shownName));
}

std::unique_ptr<ByteSource> ByteSource::fromMemory(std::string_view bytes, const QString& shownName) {
    return std::unique_ptr<ByteSource>(new ByteSource(std::make_unique<MemoryOrigin>(bytes), static_cast<qint64>(bytes.size()), shownName));
}

void ByteSource::limit(qint64 bytes) {
    m_limit = std::min(bytes, m_size);
}

Result<size_t> ByteSource::read(char* to, size_t size) {
    const size_t wanted = std::min(size, static_cast<size_t>(std::max<qint64>(0, m_limit - m_position)));
    size_t got = 0;
    while (got < wanted) {
        const size_t part = m_origin->read(to + got, wanted - got);
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
    if (!m_origin->rewind()) {
        return Error{ErrorCode::Io,
                     QCoreApplication::translate("Import", "%1 cannot be read a second time. Copy it to a local folder and try again.")
                         .arg(m_shownName),
                     {}};
    }
    m_position = 0;
    return done();
}

}  // namespace mudeung
