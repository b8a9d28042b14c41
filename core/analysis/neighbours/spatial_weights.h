// SPDX-License-Identifier: GPL-3.0-or-later
// Who is a neighbour of whom and with what weight: a sparse matrix by rows. Standard C++ only; knows no place but its number.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace mudeung {

/// Metres on a plane (EPSG:5186 or 5179). Not finite = the position is not known; such a place has no neighbours.
struct PlanarPoint {
    double x = 0.0;
    double y = 0.0;
};

/// Polled by what takes long; true = stop, and return weights of no place.
using ShouldStop = std::function<bool()>;

/// How neighbours weigh: each 1, or each 1 ÷ their number so that a row adds up to 1.
enum class WeightStyle { Binary, RowStandardised };

/// Row i: places neighbour[first[i]] … neighbour[first[i + 1] − 1] in ascending order with their weights. Not necessarily symmetric.
struct SpatialWeights {
    std::vector<std::size_t> first{0};     ///< n + 1 offsets
    std::vector<std::uint32_t> neighbour;  ///< ascending within a row, each place at most once
    std::vector<double> weight;            ///< as long as `neighbour`
    WeightStyle style = WeightStyle::Binary;
    bool selfIncluded = false;  ///< each place is in its own row (the star of Gi*)

    std::size_t size() const { return first.size() - 1; }
    std::span<const std::uint32_t> neighboursOf(std::size_t place) const {
        return std::span(neighbour).subspan(first[place], first[place + 1] - first[place]);
    }
    std::span<const double> weightsOf(std::size_t place) const {
        return std::span(weight).subspan(first[place], first[place + 1] - first[place]);
    }
};

/// Binary weights from lists of neighbours; sorts them and drops repetitions and the place itself. Numbers must be below lists.size().
SpatialWeights weightsFromLists(std::vector<std::vector<std::uint32_t>> lists);

/// The same neighbours, weighing as the style says.
SpatialWeights withStyle(SpatialWeights weights, WeightStyle style);
/// The same with every place in its own row; an island then has itself alone. Weights follow the style.
SpatialWeights withSelf(const SpatialWeights& weights);
/// The same with no place in its own row.
SpatialWeights withoutSelf(const SpatialWeights& weights);

/// Places without a neighbour other than themselves, ascending.
std::vector<std::uint32_t> islandsOf(const SpatialWeights& weights);

/// The places in `keep` (ascending) and the links among them, renumbered from 0; rows are standardised again. What R's `subset` of a
/// `listw` does.
SpatialWeights subsetOf(const SpatialWeights& weights, std::span<const std::uint32_t> keep);

/// Σⱼ wᵢⱼ xⱼ for each place. `x` as long as the weights.
std::vector<double> spatialLag(const SpatialWeights& weights, std::span<const double> x);

}  // namespace mudeung
