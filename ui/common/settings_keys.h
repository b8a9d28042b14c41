// SPDX-License-Identifier: GPL-3.0-or-later
// Where the program keeps the user's preferences: one INI file, keys named here only.
#pragma once

#include <QSettings>
#include <QStandardPaths>
#include <QString>

#include "ui/common/qt_compat.h"

namespace mudeung::settings {

inline constexpr const char* kLanguage = "interface/language";  ///< "ko" "en"; absent = the system's
inline constexpr const char* kTheme = "interface/theme";        ///< "system" "light" "dark"
inline constexpr const char* kGeometry = "window/geometry";
inline constexpr const char* kDockState = "window/state";
inline constexpr const char* kMemory = "memory/answersMegabytes";   ///< sums kept between answers; absent = 512
inline constexpr const char* kPictureScale = "files/pictureScale";  ///< 1 to 4; absent = 2
inline constexpr const char* kBaseMaps = "map/baseMaps";            ///< array: path, shown, opacity
inline constexpr const char* kRecent = "files/recent";
inline constexpr const char* kLastFolder = "files/folder";

/// The store of preferences: an INI file in UTF-8 that can be copied and read, and that builds on Qt 5 and on Qt 6 share.
class Store : public QSettings {
public:
    explicit Store(const QString& path) : QSettings(path, QSettings::IniFormat) { writeUtf8(*this); }
};

/// The user's own store, by its full name in the folder of configurations (QGIS moves the folder that QSettings would choose by itself).
inline Store open() {
    return Store(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/mudeung/mudeung.ini"));
}

}  // namespace mudeung::settings
