// SPDX-License-Identifier: GPL-3.0-or-later
// The order of numbers by size. Standard C++ only.
#pragma once

#include <span>
#include <vector>

namespace mudeung {

/// Indices of `values`, that of the largest first, equal ones in their order; NaN are left out. Many are sorted by the bytes of the
/// numbers (radix sort; Knuth, The Art of Computer Programming 3, 5.2.5), the bytes that all of them share left out.
std::vector<int> largestFirst(std::span<const double> values);

}  // namespace mudeung
