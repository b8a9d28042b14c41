// SPDX-License-Identifier: GPL-3.0-or-later
// Class limits for maps, from all values: exact Fisher–Jenks, quantiles, head/tail breaks, limits given by people. Deterministic, no
// sampling. Standard C++ only.
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

/// Head/tail breaks (Jiang 2013) for values of which few are large: cut at the mean, then the part above it again at its own mean, as long
/// as that part is at most two fifths. At most `most` classes; even values give one.
Classes headTail(std::span<const double> values, int most);

/// Classes with these upper limits; a last one is added for values above them. Limits are sorted, repeated ones and NaN left out.
Classes classesWithLimits(std::span<const double> values, std::vector<double> upper);

}  // namespace mudeung
