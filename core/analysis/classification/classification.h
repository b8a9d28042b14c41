// SPDX-License-Identifier: GPL-3.0-or-later
// Class limits for maps: exact Fisher–Jenks and quantiles over all values. Deterministic, no sampling. Standard C++ only.
#pragma once

#include <span>
#include <vector>

namespace mudeung {

/// Classes of a choropleth: class i holds values in (upper[i−1], upper[i]]; class 0 begins at `lowest` (included).
struct Classes {
    double lowest = 0.0;
    std::vector<double> upper;  ///< ascending; the last is the largest value
    double goodness = 0.0;      ///< GVF = 1 − Σ squares within classes / Σ squares in all; 1 when all values are equal

    int count() const { return static_cast<int>(upper.size()); }
    /// The class of a value; values outside go to the first or last class, NaN gives −1.
    int classOf(double value) const;
};

/// Fisher–Jenks: the classes with the least sum of squares, by dynamic programming (Fisher 1958). NaN is left out; fewer classes
/// come back when there are fewer different values. Among equal optima the one with the lower limits wins.
Classes fisherJenks(std::span<const double> values, int classes);

/// About equally many values per class; equal values never fall into different classes.
Classes quantiles(std::span<const double> values, int classes);

}  // namespace mudeung
