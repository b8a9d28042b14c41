// SPDX-License-Identifier: GPL-3.0-or-later
// Names of places for people; and the place that nobody named.
#pragma once

#include <QCoreApplication>

#include "core/model/dataset.h"

namespace mudeung {

/// Code of the place that rows without one are counted at, so that no total loses them.
constexpr QLatin1String kUnknownPlace("?", 1);

/// The name as the data has it, else the code; that of the unknown place in the interface language (older workspaces hold one in the
/// language of their import).
inline QString placeName(const QString& code, const QString& name, const PlaceKind& kind) {
    if (code != kUnknownPlace) return name.isEmpty() ? code : name;
    return kind == QLatin1String("bus_stop") ? QCoreApplication::translate("Model", "stop unknown")
                                             : QCoreApplication::translate("Model", "place unknown");
}

/// The name in a list of places: with the number where another place bears the same one.
inline QString toldApart(const QString& label, const QString& key, bool namesake) {
    if (label.isEmpty()) return key;
    return namesake ? QStringLiteral("%1 (%2)").arg(label, key) : label;
}

}  // namespace mudeung
