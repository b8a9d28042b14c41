// SPDX-License-Identifier: GPL-3.0-or-later
// Where the program keeps the user's preferences: one INI file, keys named here only.
#pragma once

#include <QSettings>
#include <QStandardPaths>
#include <QString>

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

/// The store of preferences: an INI file that can be copied and read, by its full name in the user's configuration folder (QGIS moves
/// the folder that QSettings would choose by itself).
inline QSettings open() {
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    return QSettings(folder + QStringLiteral("/mudeung/mudeung.ini"), QSettings::IniFormat);
}

}  // namespace mudeung::settings
