// SPDX-License-Identifier: GPL-3.0-or-later
// Where the program keeps the user's preferences: one INI file, keys named here only.
#pragma once

#include <QSettings>
#include <QString>

namespace mudeung::settings {

inline constexpr const char* kLanguage = "interface/language";  ///< "ko" "en"; absent = the system's
inline constexpr const char* kTheme = "interface/theme";        ///< "system" "light" "dark"
inline constexpr const char* kGeometry = "window/geometry";
inline constexpr const char* kDockState = "window/state";
inline constexpr const char* kRecent = "files/recent";
inline constexpr const char* kLastFolder = "files/folder";

/// The store of preferences; INI on every platform so that it can be copied and read.
inline QSettings open() {
    return QSettings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("mudeung"), QStringLiteral("mudeung"));
}

}  // namespace mudeung::settings
