// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers and categories of results as people read them, and their colours: the same in the table, on the map and in its legend.
#pragma once

#include <QColor>

#include "core/analysis/frame/analysis.h"

namespace mudeung {

/// "1,234", "12.5 %", "0.0012", "Hot spot, 99 %"; a dash without a value.
QString resultCellText(const ResultTable& table, const TableView& view, int column, int row);
/// Name, and unit in brackets.
QString resultHead(const ResultTable& table, const TableView& view, int column);
/// Number or text by which rows are sorted; categories by their order in the legend, what is missing last.
QVariant resultSortKey(const ResultTable& table, const TableView& view, int column, int row);
/// Index of a category among those of the view; −1 = not named there.
int categoryIndex(const TableView& view, const QString& id);

/// Colour of a category: of the diverging ramp by its tone, of Okabe and Ito's palette by its hue, else a neutral grey.
QColor categoryColor(const CategoryHead& category, bool dark);
QColor neutralColor(bool dark);
/// vik at a tone of −1 … 1, as changes on the map: on a light ground more is darker, on a dark one brighter. Grey at zero.
QColor toneColor(double tone, bool dark);

}  // namespace mudeung
