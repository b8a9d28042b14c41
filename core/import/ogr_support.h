// SPDX-License-Identifier: GPL-3.0-or-later
// What the readers through GDAL share: errors caught per thread, options set per thread, datasets closed. Knows no format.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_vsi.h>
#include <gdal_priv.h>
#include <memory>
#include <utility>

namespace mudeung {

/// Collects GDAL's messages of this thread while it lives, instead of printing them.
class GdalErrors {
public:
    GdalErrors() { CPLPushErrorHandlerEx(&GdalErrors::take, this); }
    ~GdalErrors() { CPLPopErrorHandler(); }
    GdalErrors(const GdalErrors&) = delete;
    GdalErrors& operator=(const GdalErrors&) = delete;
    QString text() const { return m_messages.join(QLatin1Char('\n')); }
    bool failed() const { return m_failed; }

private:
    static void CPL_STDCALL take(CPLErr kind, CPLErrorNum /*number*/, const char* message) {
        auto* self = static_cast<GdalErrors*>(CPLGetErrorHandlerUserData());
        if (kind >= CE_Failure) self->m_failed = true;
        if (self->m_messages.size() < 20) self->m_messages << QString::fromUtf8(message);
    }
    QStringList m_messages;
    bool m_failed = false;
};

/// A configuration option of this thread while it lives.
class GdalOption {
public:
    GdalOption(const char* key, const char* value) : m_key(key) { CPLSetThreadLocalConfigOption(key, value); }
    ~GdalOption() { CPLSetThreadLocalConfigOption(m_key, nullptr); }
    GdalOption(const GdalOption&) = delete;
    GdalOption& operator=(const GdalOption&) = delete;

private:
    const char* m_key;
};

/// A file of GDAL's in memory, gone when the last owner is.
class MemoryFile {
public:
    explicit MemoryFile(QByteArray path) : m_path(std::move(path)) {}
    ~MemoryFile() { VSIUnlink(m_path.constData()); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    const QByteArray& path() const { return m_path; }

private:
    QByteArray m_path;
};

struct GdalClose {
    void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};
using GdalDataset = std::unique_ptr<GDALDataset, GdalClose>;

}  // namespace mudeung
