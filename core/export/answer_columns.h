// SPDX-License-Identifier: GPL-3.0-or-later
// What the columns of an answer are called, and the figures that tables add to it: rank and share. Knows no file.
#pragma once

#include <QString>
#include <vector>

#include "core/model/table.h"

namespace mudeung {

/// Rank 1 = most, equal values share a rank, 0 without a value; share of the total of a flow, NaN otherwise.
struct RowStanding {
    int rank = 0;
    double share = 0.0;
};
/// In the order of the rows.
std::vector<RowStanding> standings(const Table& table);

/// Rows that are places or dongs have a rank and a spot on the map.
bool rowsAreOnMap(Breakdown by);

// Heads of columns in the interface language.
QString keyHead(Breakdown by);          ///< "Place code", "Hour" …
QString labelHead(Breakdown by);        ///< "Place", "Hour" …
QString valueHead(const Table& table);  ///< "Boardings (trips)"

}  // namespace mudeung
