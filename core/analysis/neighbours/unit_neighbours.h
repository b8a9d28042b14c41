// SPDX-License-Identifier: GPL-3.0-or-later
// Neighbours of the units of an analysis, as its parameters say: the same choice for every spatial statistic.
#pragma once

#include <QJsonObject>
#include <QStringList>
#include <QVector>

#include "core/analysis/frame/parameter.h"
#include "core/analysis/frame/units.h"
#include "core/analysis/neighbours/spatial_weights.h"
#include "core/base/progress.h"

namespace mudeung {

/// "neighbours" (usual, queen, knn, band, least), "k", "distance", "tolerance", "islands" (nearest, alone).
QVector<ParameterSpec> neighbourParameters();

struct UnitNeighbours {
    SpatialWeights weights;  ///< binary, without self
    /// For the facts of a result: kind (queen, knn, band), k, metres, islands (keys), connected, fewest, most, mean.
    QJsonObject facts;
};

/// Usage error when shared borders are asked for and the units are points; "cancelled".
Result<UnitNeighbours> neighboursOf(const UnitValues& units, const ParameterValues& values, Progress& progress);

/// How the neighbours were found and who had none, as sentences; from `UnitNeighbours::facts`.
QStringList neighbourNotes(const QJsonObject& facts);

/// "places", "dongs", "cells": of what there are so many.
QString unitNoun(RowKind rows);

}  // namespace mudeung
