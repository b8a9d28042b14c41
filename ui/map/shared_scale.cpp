// SPDX-License-Identifier: GPL-3.0-or-later
// The top of the largest map, classes of all values together.
#include "ui/map/shared_scale.h"

#include <algorithm>
#include <cmath>

#include "ui/map/map_areas.h"

namespace mudeung {

bool canShareScale(const MapData& a, const MapData& b) {
    const bool alike = a.measure.unit == b.measure.unit && a.measure.aggregation == b.measure.aggregation &&
                       (a.measure.id == b.measure.id || a.dataset.id == b.dataset.id);  // boardings beside alightings
    return alike && !a.result && !b.result && !a.comparison && !b.comparison && a.style.kind == b.style.kind &&
           a.classesPerArea == b.classesPerArea && a.bandwidthMeters == b.bandwidthMeters;
}

void shareScale(QVector<MapDataPtr>& maps) {
    if (maps.isEmpty() || !maps.first()) return;
    QVector<int> sharing;
    double top = 0.0;
    std::vector<double> values;
    for (int i = 0; i < static_cast<int>(maps.size()); ++i) {
        if (!maps[i] || !canShareScale(*maps.first(), *maps[i])) continue;
        sharing.append(i);
        top = std::max(top, maps[i]->scaleTop);
        for (double v : maps[i]->shapeValues) {
            if (v > 0.0 || v < 0.0) values.push_back(std::abs(v));
        }
    }
    if (sharing.size() < 2) return;
    const bool classes = hasClasses(maps.first()->style.kind) && !maps.first()->scaleLocked;
    const Classes common = classes ? classesOf(maps.first()->style, values) : Classes();
    for (int i : sharing) {
        auto data = std::make_shared<MapData>(*maps[i]);
        data->scaleTop = top;
        if (classes) data->classes = common;
        data->scaleSharedBy = static_cast<int>(sharing.size());
        maps[i] = data;
    }
}

}  // namespace mudeung
