// SPDX-License-Identifier: GPL-3.0-or-later
// Which question a workspace opens with, which filters survive a change of dataset, and why a filter cannot be answered.
#pragma once

#include <QString>
#include <QVector>

#include "core/model/dataset.h"
#include "core/model/query.h"

namespace mudeung {

/// The first question to a workspace: the cube that makes the most telling map, all periods. Empty dataset when there is no cube.
Query defaultQuery(const QVector<Dataset>& datasets);

/// `previous` moved to another cube: filters that it cannot answer are lifted.
Query queryFor(const Dataset& cube, const Query& previous);

/// Why the data has no such dimension, as a sentence; empty when the filter works.
QString whyNoHours(const Dataset& cube);
QString whyNoDayTypes(const Dataset& cube);
QString whyNoGroups(const Dataset& cube);
QString whyNoPeriod(const Dataset& cube);

/// Places that are areas themselves (dong, district …): shown as a choropleth.
bool placesAreAreas(const Dataset& cube);

}  // namespace mudeung
