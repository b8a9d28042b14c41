// SPDX-License-Identifier: GPL-3.0-or-later
// One lock for the file's position: frames are large and few.
#include "core/import/frame_store.h"

#include <QCoreApplication>
#include <QDir>

namespace mudeung {

namespace {

Error fileFails(const QString& folder, const QFileDevice& file) {
    return {
        ErrorCode::Io,
        QCoreApplication::translate("Import",
                                    "The import needs a temporary file in “%1”, which cannot be used. Free some space there. Nothing was "
                                    "changed.")
            .arg(QDir::toNativeSeparators(folder)),
        file.errorString()};
}

}  // namespace

Result<FrameStore::Frame> FrameStore::put(QByteArray bytes, std::size_t rawBytes) {
    const std::lock_guard lock(m_mutex);
    Frame frame;
    frame.size = static_cast<int>(bytes.size());
    frame.rawBytes = rawBytes;
    const auto size = static_cast<std::size_t>(frame.size);
    if (m_held + size <= m_maxBytes) {
        m_held += size;
        frame.bytes = std::move(bytes);
        return frame;
    }
    if (!m_file) {
        m_file = std::make_unique<QTemporaryFile>(m_folder + QStringLiteral("/.mudeung-import"));
        m_failed = !m_file->open();
    }
    m_failed = m_failed || !m_file->seek(m_end) || m_file->write(bytes) != bytes.size() || !m_file->flush();
    if (m_failed) return fileFails(m_folder, *m_file);
    frame.offset = m_end;
    m_end += frame.size;
    return frame;
}

Result<QByteArray> FrameStore::bytes(const Frame& frame) const {
    if (frame.offset < 0) return frame.bytes;
    const std::lock_guard lock(m_mutex);
    if (!m_file->seek(frame.offset)) return fileFails(m_folder, *m_file);
    QByteArray bytes = m_file->read(frame.size);
    if (bytes.size() != frame.size) return fileFails(m_folder, *m_file);
    return bytes;
}

void FrameStore::drop(Frame& frame) {
    const std::lock_guard lock(m_mutex);
    if (frame.offset < 0) m_held -= static_cast<std::size_t>(frame.bytes.size());
    frame = {};
}

}  // namespace mudeung
