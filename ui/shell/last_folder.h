// SPDX-License-Identifier: GPL-3.0-or-later
// The folder that file dialogs open in: where the last file was, at first the user's documents.
#pragma once

#include <QFileInfo>
#include <QStandardPaths>

#include "ui/common/settings_keys.h"

namespace mudeung {

inline QString lastFolder() {
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return settings::open().value(QLatin1String(settings::kLastFolder), documents).toString();
}

inline void noteFolder(const QString& path) {
    settings::open().setValue(QLatin1String(settings::kLastFolder), QFileInfo(path).absolutePath());
}

}  // namespace mudeung
