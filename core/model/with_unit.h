// SPDX-License-Identifier: GPL-3.0-or-later
// A number and its unit, written alike everywhere.
#pragma once

#include <QCoreApplication>
#include <QString>

namespace mudeung {

/// "57.9 trips"; the number alone when it has no unit.
inline QString withUnit(const QString& number, const QString& unit) {
    if (unit.isEmpty()) return number;
    return QCoreApplication::translate("Model", "%1 %2", "number unit").arg(number, unit);
}

}  // namespace mudeung
