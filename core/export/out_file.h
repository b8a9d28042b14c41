// SPDX-License-Identifier: GPL-3.0-or-later
// Files that appear whole or not at all: written beside the target and renamed over it. Knows no format.
#pragma once

#include <QByteArray>
#include <QString>

#include "core/base/result.h"

namespace mudeung {

/// "The file “%1” cannot be written: %2."
Error cannotWriteFile(const QString& path, const QString& why);
/// Io error when the folder is missing or the disk is full; the old file stays then.
Status writeWholeFile(const QString& path, const QByteArray& bytes);

/// A name beside `target` for libraries that open files themselves; its file is removed unless it was put in place.
class PendingFile {
public:
    /// The name keeps the ending of the target, by which some libraries choose the format.
    explicit PendingFile(const QString& target);
    ~PendingFile();
    PendingFile(const PendingFile&) = delete;
    PendingFile& operator=(const PendingFile&) = delete;

    const QString& path() const { return m_path; }  ///< empty when the folder cannot be written to
    Status putInPlace();

private:
    QString m_target;
    QString m_path;
};

}  // namespace mudeung
