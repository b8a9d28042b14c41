// SPDX-License-Identifier: GPL-3.0-or-later
// One random order serves all places: its running sums give the draw of every place that is not at its beginning at once, found by binary
// search among the observed sums; the few places that are at its beginning are corrected one by one.
#include "core/analysis/hotspots/permutation.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <map>
#include <memory>
#include <mutex>
#include <numeric>

#include "core/analysis/hotspots/deviations.h"
#include "core/analysis/math/random.h"
#include "core/base/share_out.h"

namespace mudeung {

namespace {

constexpr int kBlock = 64;  // permutations between two looks at `cancelled`

/// Places with equally many neighbours.
struct SizeClass {
    std::uint32_t k = 0;
    std::vector<std::uint32_t> members;
};

struct Layout {
    std::uint32_t n = 0;
    std::uint32_t longest = 0;       ///< most neighbours of any place
    std::vector<std::uint32_t> k;    ///< neighbours of each place, without itself
    std::vector<SizeClass> classes;  ///< k ≥ 1, ascending
};

/// A column as integers, so that sums do not depend on their order.
struct Column {
    struct Place {
        std::int64_t value = 0;
        std::int64_t observed = 0;  ///< sum of the neighbours
    };
    std::vector<Place> places;
    std::vector<std::vector<std::int64_t>> sorted;     ///< observed sums of each class, ascending
    std::vector<std::vector<std::uint32_t>> sortedTo;  ///< the place of each
};

/// What one thread counts for one column.
struct Tally {
    std::vector<std::vector<std::uint32_t>> reached;   ///< per class: draws that are at least the first r sums, by r
    std::vector<std::vector<std::uint32_t>> exceeded;  ///< draws that are more than the first r sums, by r
    std::vector<std::int32_t> atLeast;                 ///< corrections per place
    std::vector<std::int32_t> atMost;
};

Layout layoutOf(const SpatialWeights& w) {
    Layout layout;
    layout.n = static_cast<std::uint32_t>(w.size());
    std::map<std::uint32_t, std::vector<std::uint32_t>> byCount;
    for (std::size_t i = 0; i < w.size(); ++i) {
        const auto k = static_cast<std::uint32_t>(w.first[i + 1] - w.first[i]);
        layout.k.push_back(k);
        layout.longest = std::max(layout.longest, k);
        if (k > 0) byCount[k].push_back(static_cast<std::uint32_t>(i));
    }
    for (auto& [k, members] : byCount) layout.classes.push_back({k, std::move(members)});
    return layout;
}

Column columnOf(std::span<const double> x, const SpatialWeights& w, const Layout& layout) {
    Column column;
    column.places.resize(x.size());
    const std::vector<double> z = deviationsOf(x).z;
    double widest = 0.0, largest = 0.0;
    for (std::size_t i = 0; i < z.size(); ++i) widest = std::max(widest, std::abs(z[i])), largest = std::max(largest, std::abs(x[i]));
    if (widest > 0.0 && std::isfinite(widest)) {
        // n deviations add up to less than 2^62, and no unit is finer than four in the last place of the largest value.
        const int exponent = std::min(60 - std::ilogb(widest) - std::ilogb(static_cast<double>(x.size()) + 1.0), 50 - std::ilogb(largest));
        for (std::size_t i = 0; i < x.size(); ++i) column.places[i].value = std::llrint(std::ldexp(z[i], exponent));
    }
    for (std::size_t i = 0; i < x.size(); ++i)
        for (std::uint32_t j : w.neighboursOf(i)) column.places[i].observed += column.places[j].value;
    for (const SizeClass& c : layout.classes) {
        std::vector<std::uint32_t> order = c.members;
        std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
            return std::pair(column.places[a].observed, a) < std::pair(column.places[b].observed, b);
        });
        std::vector<std::int64_t> sums;
        for (std::uint32_t i : order) sums.push_back(column.places[i].observed);
        column.sorted.push_back(std::move(sums));
        column.sortedTo.push_back(std::move(order));
    }
    return column;
}

/// Sums of k values that are this close are equal: each value is off by less than one unit (its own last place, the mean's, the unit's).
constexpr std::int64_t slackOf(std::uint32_t k) {
    return 2 * static_cast<std::int64_t>(k);
}

/// How many of the ascending values are less than `limit`; without branches that depend on the values.
std::uint32_t countBelow(const std::vector<std::int64_t>& values, std::int64_t limit) {
    const std::int64_t* from = values.data();
    std::size_t left = values.size();
    while (left > 1) {
        const std::size_t half = left / 2;
        from += from[half - 1] < limit ? half : 0;
        left -= half;
    }
    return static_cast<std::uint32_t>(from - values.data()) + (left == 1 && *from < limit ? 1U : 0U);
}

/// Counts of one thread over its permutations.
class Worker {
public:
    Worker(const Layout& layout, const std::vector<Column>& columns, std::uint64_t seed)
        : m_layout(layout), m_columns(columns), m_seed(seed), m_tallies(columns.size()) {
        m_order.resize(layout.n);
        std::iota(m_order.begin(), m_order.end(), 0U);
        m_drawn = std::min(layout.longest + 1, layout.n);
        m_swaps.resize(m_drawn);
        m_running.resize(m_drawn + 1, 0);
        for (Tally& t : m_tallies) {
            for (const SizeClass& c : layout.classes) {
                t.reached.emplace_back(c.members.size() + 1, 0U);
                t.exceeded.emplace_back(c.members.size() + 1, 0U);
            }
            t.atLeast.assign(layout.n, 0);
            t.atMost.assign(layout.n, 0);
        }
    }

    void permute(std::uint64_t number) {
        Random random(m_seed, number);
        for (std::uint32_t t = 0; t < m_drawn; ++t) {
            m_swaps[t] = t + random.below(m_layout.n - t);
            std::swap(m_order[t], m_order[m_swaps[t]]);
        }
        for (std::size_t c = 0; c < m_columns.size(); ++c) count(m_columns[c], m_tallies[c]);
        for (std::uint32_t t = m_drawn; t-- > 0;) std::swap(m_order[t], m_order[m_swaps[t]]);  // back to 0, 1, 2 …
    }

    const std::vector<Tally>& tallies() const { return m_tallies; }

private:
    void count(const Column& column, Tally& tally) {
        for (std::uint32_t t = 0; t < m_drawn; ++t) m_running[t + 1] = m_running[t] + column.places[m_order[t]].value;
        for (std::size_t c = 0; c < m_layout.classes.size(); ++c) {
            const std::int64_t sum = m_running[m_layout.classes[c].k];
            const std::int64_t slack = slackOf(m_layout.classes[c].k);
            ++tally.reached[c][countBelow(column.sorted[c], sum + slack + 1)];
            ++tally.exceeded[c][countBelow(column.sorted[c], sum - slack)];
        }
        const std::uint32_t first = std::min(m_layout.longest, m_drawn);
        for (std::uint32_t t = 0; t < first; ++t) {
            const std::uint32_t i = m_order[t];
            const std::uint32_t k = m_layout.k[i];
            if (t >= k) continue;
            const Column::Place place = column.places[i];
            const std::int64_t withSelf = m_running[k];
            const std::int64_t others = m_running[k + 1] - place.value;
            const std::int64_t least = place.observed - slackOf(k);
            const std::int64_t most = place.observed + slackOf(k);
            tally.atLeast[i] += static_cast<int>(others >= least) - static_cast<int>(withSelf >= least);
            tally.atMost[i] += static_cast<int>(others <= most) - static_cast<int>(withSelf <= most);
        }
    }

    const Layout& m_layout;
    const std::vector<Column>& m_columns;
    std::uint64_t m_seed;
    std::uint32_t m_drawn = 0;
    std::vector<std::uint32_t> m_order;
    std::vector<std::uint32_t> m_swaps;
    std::vector<std::int64_t> m_running;
    std::vector<Tally> m_tallies;
};

/// Adds what the threads counted; integers, so their order does not matter.
PermutationCounts sumUp(const Layout& layout, const Column& column, const std::vector<std::unique_ptr<Worker>>& workers, std::size_t c,
                        std::uint32_t permutations) {
    PermutationCounts counts{std::vector<std::uint32_t>(layout.n, 0), std::vector<std::uint32_t>(layout.n, 0)};
    for (std::size_t s = 0; s < layout.classes.size(); ++s) {
        const std::size_t size = layout.classes[s].members.size();
        std::vector<std::uint32_t> reached(size + 1, 0), exceeded(size + 1, 0);
        for (const auto& worker : workers) {
            for (std::size_t r = 0; r <= size; ++r) {
                reached[r] += worker->tallies()[c].reached[s][r];
                exceeded[r] += worker->tallies()[c].exceeded[s][r];
            }
        }
        std::uint32_t below = 0, notAbove = 0;
        for (std::size_t r = 0; r < size; ++r) {
            below += reached[r];
            notAbove += exceeded[r];
            counts.atLeast[column.sortedTo[s][r]] = permutations - below;
            counts.atMost[column.sortedTo[s][r]] = notAbove;
        }
    }
    for (const auto& worker : workers) {
        const Tally& tally = worker->tallies()[c];
        for (std::uint32_t i = 0; i < layout.n; ++i) {
            counts.atLeast[i] += static_cast<std::uint32_t>(tally.atLeast[i]);
            counts.atMost[i] += static_cast<std::uint32_t>(tally.atMost[i]);
        }
    }
    return counts;
}

/// Columns without gaps. Empty when cancelled.
std::vector<PermutationCounts> permuteComplete(const std::vector<std::vector<double>>& values, const SpatialWeights& w,
                                               const PermutationParams& params) {
    const Layout layout = layoutOf(w);
    std::vector<Column> columns;
    for (const auto& x : values) columns.push_back(columnOf(x, w, layout));
    std::vector<PermutationCounts> result;
    if (layout.longest > 0) {
        std::vector<std::unique_ptr<Worker>> workers;
        std::mutex mutex;
        std::atomic<int> finished{0};
        const int blocks = (params.permutations + kBlock - 1) / kBlock;
        const auto makeWork = [&] {
            auto own = std::make_unique<Worker>(layout, columns, params.seed);
            Worker* worker = own.get();
            const std::scoped_lock lock(mutex);
            workers.push_back(std::move(own));
            return [&, worker](int block) {
                if (params.cancelled && params.cancelled()) return false;
                const int end = std::min(params.permutations, (block + 1) * kBlock);
                for (int m = block * kBlock; m < end; ++m) worker->permute(static_cast<std::uint64_t>(m));
                if (params.done) params.done(static_cast<double>(finished.fetch_add(1) + 1) / blocks);
                return true;
            };
        };
        if (!shareOut(blocks, params.threads, makeWork)) return {};
        for (std::size_t c = 0; c < columns.size(); ++c)
            result.push_back(sumUp(layout, columns[c], workers, c, static_cast<std::uint32_t>(params.permutations)));
    } else {
        const std::vector<std::uint32_t> nothing(layout.n, 0);
        result.assign(columns.size(), {nothing, nothing});
    }
    return result;
}

}  // namespace

std::vector<PermutationCounts> permuteNeighbourSums(std::span<const std::vector<double>> columns, const SpatialWeights& weights,
                                                    const PermutationParams& params) {
    const SpatialWeights others = withoutSelf(weights);
    const std::vector<std::uint32_t> nothing(weights.size(), 0);
    std::vector<PermutationCounts> result(columns.size(), {nothing, nothing});
    // Columns with the same gaps go together: usually all of them.
    std::map<std::vector<std::uint32_t>, std::vector<std::size_t>> groups;
    for (std::size_t c = 0; c < columns.size(); ++c) groups[placesWithValue(columns[c])].push_back(c);
    double share = 0.0;
    for (const auto& [there, members] : groups) {
        std::vector<std::vector<double>> values;
        for (std::size_t c : members) {
            std::vector<double>& x = values.emplace_back();
            for (std::uint32_t i : there) x.push_back(columns[c][i]);
        }
        const double part = static_cast<double>(members.size()) / static_cast<double>(columns.size());
        PermutationParams own = params;
        if (params.done) own.done = [&params, share, part](double done) { params.done(share + part * done); };
        share += part;
        const auto counts = permuteComplete(values, there.size() == weights.size() ? others : subsetOf(others, there), own);
        if (counts.empty()) return std::vector<PermutationCounts>(columns.size(), {nothing, nothing});
        for (std::size_t m = 0; m < members.size(); ++m) {
            for (std::size_t i = 0; i < there.size(); ++i) {
                result[members[m]].atLeast[there[i]] = counts[m].atLeast[i];
                result[members[m]].atMost[there[i]] = counts[m].atMost[i];
            }
        }
    }
    return result;
}

double permutationP(std::uint32_t atLeast, std::uint32_t atMost, int permutations, Alternative alternative) {
    if (atLeast == 0 && atMost == 0) return std::numeric_limits<double>::quiet_NaN();
    const double all = permutations + 1.0;
    switch (alternative) {
        case Alternative::Greater:
            return (atLeast + 1.0) / all;
        case Alternative::Less:
            return (atMost + 1.0) / all;
        case Alternative::TwoSided:
            break;
    }
    return std::min(1.0, 2.0 * (std::min(atLeast, atMost) + 1.0) / all);
}

std::vector<double> permutationP(const PermutationCounts& counts, int permutations, Alternative alternative) {
    std::vector<double> p;
    for (std::size_t i = 0; i < counts.atLeast.size(); ++i)
        p.push_back(permutationP(counts.atLeast[i], counts.atMost[i], permutations, alternative));
    return p;
}

std::vector<double> permutationPOfMoran(const PermutationCounts& counts, std::span<const double> x, int permutations,
                                        Alternative alternative) {
    std::vector<double> z(x.size(), 0.0);
    const std::vector<std::uint32_t> there = placesWithValue(x);
    std::vector<double> values;
    for (std::uint32_t i : there) values.push_back(x[i]);
    const Deviations d = deviationsOf(values);
    for (std::size_t i = 0; i < there.size(); ++i) z[there[i]] = d.z[i];
    std::vector<double> p;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const bool tested = counts.atLeast[i] != 0 || counts.atMost[i] != 0;
        std::uint32_t least = counts.atLeast[i], most = counts.atMost[i];
        if (z[i] < 0.0) std::swap(least, most);
        if (tested && z[i] == 0.0) least = most = static_cast<std::uint32_t>(permutations);
        p.push_back(permutationP(least, most, permutations, alternative));
    }
    return p;
}

}  // namespace mudeung
