// SPDX-License-Identifier: GPL-3.0-or-later
// Two questions that differ in their measure: what is set against each other are not two times but two directions.
#pragma once

#include <algorithm>

#include "core/model/names.h"
#include "core/model/query.h"

namespace mudeung {

/// The names of the measures that are set against each other, in the language of the interface; empty where both ask for the same one or
/// ask other datasets.
struct ComparedMeasures {
    QString now;
    QString before;
    bool isEmpty() const { return now.isEmpty(); }
};

inline ComparedMeasures comparedMeasures(const Dataset& dataset, const Query& now, const Query& before) {
    const int own = dataset.measureIndex(now.measure), other = dataset.measureIndex(before.measure);
    if (now.dataset != before.dataset || own < 0 || other < 0 || own == other) return {};
    return {measureName(dataset.measures[own]), measureName(dataset.measures[other])};
}

/// Of two directions, whether one is recorded so much less often (many riders do not tap when they get off) that their difference is one of
/// records and not of journeys. NaN: no.
inline bool isUnevenlyRecorded(double now, double before) {
    constexpr double kFarFewer = 0.8;
    return std::min(now, before) < kFarFewer * std::max(now, before);
}

}  // namespace mudeung
