// SPDX-License-Identifier: GPL-3.0-or-later
// The jobs of bench_map; each prints its results as one JSON object on stdout.
#pragma once

#include <QJsonObject>
#include <QString>
#include <cstdlib>
#include <utility>

#include "core/base/result.h"

namespace mudeung::bench {

[[noreturn]] void stop(const QString& why);

template <typename T>
T need(Result<T> result) {
    if (!result) stop(result.error().message + QLatin1Char(' ') + result.error().detail);
    return std::move(result).value();
}

/// Frames of the density layer beside QGIS' own heat map, which is drawn at most `seconds` per size.
QJsonObject densityFrames(const QString& workspace, int runs, double seconds);
/// The window: its start, moves of the filters, months played one after another, the map dragged. `kind` of map, density when empty.
QJsonObject windowMoves(const QString& workspace, int moves, const QString& kind);
/// Only the start, so that it can be measured again in a new process.
QJsonObject windowStart(const QString& workspace);

}  // namespace mudeung::bench
