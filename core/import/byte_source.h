// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes of a plain file, of a file inside an archive (through GDAL's virtual files) or of memory, read in order. Knows nothing of text.
#pragma once

#include <QString>
#include <cstddef>
#include <memory>
#include <string_view>

#include "core/base/progress.h"
#include "core/base/result.h"

namespace mudeung {

class ByteSource {
public:
    /// `vsiPath` as GDAL takes it ("/vsizip/…" or a plain path); `shownName` is what messages say.
    static Result<std::unique_ptr<ByteSource>> open(const QString& vsiPath, const QString& shownName);
    /// `bytes` must outlive the source.
    static std::unique_ptr<ByteSource> fromMemory(std::string_view bytes, const QString& shownName);
    ~ByteSource();
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;

    /// Fewer than `size` bytes only at the end; an error when the file ends earlier than it did when it was opened.
    Result<size_t> read(char* to, size_t size);
    Status rewind();
    /// Pretend that the file ends after `bytes`; cutShort() then tells that it does not.
    void limit(qint64 bytes);
    bool cutShort() const { return m_limit < m_size; }
    qint64 size() const { return m_size; }
    qint64 position() const { return m_position; }
    const QString& shownName() const { return m_shownName; }

    /// Where the bytes come from: a file, an entry of an archive, memory.
    class Origin;

private:
    ByteSource(std::unique_ptr<Origin> origin, qint64 size, const QString& shownName);
    std::unique_ptr<Origin> m_origin;
    qint64 m_size = 0;
    qint64 m_limit = 0;
    qint64 m_position = 0;
    QString m_shownName;
};

/// GDAL's drivers, registered once for the process.
void registerFormats();

/// The last part of the path, composed (NFC): what people see of a file whose name may be in decomposed Hangul.
QString shownFileName(const QString& path);

}  // namespace mudeung
