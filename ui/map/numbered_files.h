// SPDX-License-Identifier: GPL-3.0-or-later
// A series of numbered PNG files that appears whole or not at all. Knows no map.
#pragma once

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>
#include <memory>

#include "core/base/result.h"

namespace mudeung {

class NumberedFiles {
public:
    /// "folder/" or "folder" → folder/frame-0001.png; "folder/name.png" → folder/name-0001.png.
    explicit NumberedFiles(const QString& path);

    /// Usage error when files with higher numbers lie there already; Io error when nothing can be written beside.
    Status begin(int count);
    Status add(int index, const QByteArray& png);  ///< index from 0
    Status putInPlace();

private:
    QString nameOf(int index) const;

    QString m_folder;
    QString m_name;
    int m_count = 0;
    std::unique_ptr<QTemporaryDir> m_beside;  ///< removed with everything in it, unless put in place
};

}  // namespace mudeung
