// SPDX-License-Identifier: GPL-3.0-or-later
// One colour scale for maps that are looked at side by side, so that the same colour is the same number in each. Knows no window.
#pragma once

#include <QVector>

#include "ui/map/map_data.h"

namespace mudeung {

/// Both maps show amounts of the same measure, or of two measures of one dataset, in the same unit and drawn alike, so that their colours
/// can mean the same.
bool canShareScale(const MapData& a, const MapData& b);

/// Gives every map that can share a scale with the first the top of the largest of them, and classes made of the values of all; a locked
/// scale is one already. `MapData::scaleSharedBy` says how many do. Nulls and maps of a change stay as they are.
void shareScale(QVector<MapDataPtr>& maps);

}  // namespace mudeung
