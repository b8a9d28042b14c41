// SPDX-License-Identifier: GPL-3.0-or-later
// A grid with half as large cells, by interpolation: what a smooth density looks like between the cells that were summed.
#pragma once

#include "core/analysis/density/density.h"

namespace mudeung {

/// Twice as many rows and columns over the same area. Values are those of the cubic through the four nearest centres along each axis
/// (Lagrange), so polynomials up to the third degree stay as they are, but for the two outermost cells, where the edge counts as all that
/// lies beyond. Beside steep edges of zero they can be a little below it. The same bits for any number of threads.
DensityGrid finerGrid(const DensityGrid& grid, int threads = 0);

}  // namespace mudeung
