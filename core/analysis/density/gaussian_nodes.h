// SPDX-License-Identifier: GPL-3.0-or-later
// The Gaussian kernel by way of a coarse lattice of nodes, for cells that are small beside the standard deviation. Standard C++ only.
#pragma once

#include "core/analysis/density/density_tiles.h"

namespace mudeung {

/// Whether a plan is summed this way. Depends on nothing but kernel and cell size, so that parts of a point set are summed like the whole.
bool usesNodes(const DensityPlan& plan);

/// Fills the row-major grid; false when `shouldStop` said so. A Gaussian is the convolution of two whose variances are half of its own, and
/// the integral of that product over nodes 0.44 standard deviations apart is exact to 3·10⁻¹¹ of its value (the sum over a lattice of a
/// function whose spectrum has died away; the remainder is 2·e^(−π²/2H²) for each axis). So points are spread to the nodes by the first and
/// cells collect from the nodes by the second, each along rows and columns in turn. Both are cut at 4.4 standard deviations, which loses
/// less than cutting the kernel at six.
bool sumByNodes(const DensityPlan& plan, int threads, bool (*shouldStop)(void*), void* stopContext, double* grid);

}  // namespace mudeung
