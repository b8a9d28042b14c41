// SPDX-License-Identifier: GPL-3.0-or-later
// Compressed pieces of a large import: in memory up to a limit, then in a temporary file. Knows not what they mean. Thread-safe.
#pragma once

#include <QByteArray>
#include <QString>
#include <QTemporaryFile>
#include <memory>
#include <mutex>

#include "core/base/result.h"

namespace mudeung {

class FrameStore {
public:
    struct Frame {
        QByteArray bytes;    ///< empty when it lies in the file
        qint64 offset = -1;  ///< in the file
        int size = 0;
        std::size_t rawBytes = 0;
    };

    /// `folder` takes the temporary file, which has no name as soon as it is open where the system allows that.
    FrameStore(QString folder, std::size_t maxBytes) : m_folder(std::move(folder)), m_maxBytes(maxBytes) {}

    /// Fails when the disk that takes the file is full.
    Result<Frame> put(QByteArray bytes, std::size_t rawBytes);
    Result<QByteArray> bytes(const Frame& frame) const;
    /// The memory of a frame that is not needed any more; what lies in the file stays there until the end.
    void drop(Frame& frame);

private:
    QString m_folder;
    std::size_t m_maxBytes;
    std::size_t m_held = 0;
    mutable std::mutex m_mutex;
    std::unique_ptr<QTemporaryFile> m_file;
    qint64 m_end = 0;
    bool m_failed = false;
};

}  // namespace mudeung
