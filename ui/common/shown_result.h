// SPDX-License-Identifier: GPL-3.0-or-later
// A result of an analysis as views show it: its numbers with the words of now, and which of its parts the map draws. A value.
#pragma once

#include <memory>

#include "core/runs/run.h"

namespace mudeung {

struct ShownResult {
    std::shared_ptr<const Run> run;
    AnalysisView view;
    int table = -1;  ///< index of the table on the map; −1 = none
    int grid = -1;   ///< index of the grid on the map; −1 = none

    const ResultTable* mapTable() const { return table >= 0 && table < run->data.tables.size() ? &run->data.tables[table] : nullptr; }
    const ResultGrid* mapGrid() const { return grid >= 0 && grid < run->data.grids.size() ? &run->data.grids[grid] : nullptr; }
    bool isOnMap() const { return mapTable() || mapGrid(); }
    /// Words for a table; an empty view when the analysis gives none.
    TableView tableView(int index) const { return view.tables.value(index); }
};
using ShownResultPtr = std::shared_ptr<const ShownResult>;

/// Whether the view names a column of this table for the map, and its rows lie somewhere.
bool canBeOnMap(const ResultTable& table, const TableView& view);
/// The first table that can be on the map; a grid where there is none, or where the table has amounts only. Else neither.
void chooseMapPart(ShownResult& result);

}  // namespace mudeung
