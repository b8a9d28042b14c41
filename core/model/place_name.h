// SPDX-License-Identifier: GPL-3.0-or-later
// Names of places for people; and the place that nobody named.
#pragma once

#include <QCoreApplication>
#include <QHash>
#include <QSet>

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

/// Names that several places bear, as stops on either side of a street do. `nameOf(place)` gives one; empty ones are no names.
template <typename Places, typename NameOf>
QSet<QString> namesOfSeveral(const Places& places, const NameOf& nameOf) {
    QHash<QString, int> bearers;
    for (const auto& place : places) ++bearers[nameOf(place)];
    QSet<QString> several;
    for (auto it = bearers.constBegin(); it != bearers.constEnd(); ++it)
        if (it.value() > 1 && !it.key().isEmpty()) several.insert(it.key());
    return several;
}

inline QSet<QString> namesOfSeveral(const QStringList& names) {
    return namesOfSeveral(names, [](const QString& name) { return name; });
}

/// The name in a list of places: with the number where another place bears the same one.
inline QString toldApart(const QString& label, const QString& key, bool namesake) {
    if (label.isEmpty()) return key;
    return namesake ? QStringLiteral("%1 (%2)").arg(label, key) : label;
}

}  // namespace mudeung
