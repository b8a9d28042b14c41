// SPDX-License-Identifier: GPL-3.0-or-later
// The language of the interface: Korean or English, changed at run time.
#pragma once

#include <QString>

namespace mudeung {

/// "ko" or "en". Installs the program's translation and Qt's own, and makes the locale the default one. Call on the GUI thread.
void setInterfaceLanguage(const QString& language);
QString interfaceLanguage();
inline bool koreanInterface() {
    return interfaceLanguage() == QLatin1String("ko");
}
/// The language of the user's system: "ko" when the system is Korean, else "en".
QString systemLanguage();

}  // namespace mudeung
