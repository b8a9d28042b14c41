// SPDX-License-Identifier: GPL-3.0-or-later
// A point adds a few moments to every tile that lies well inside its disc and visits the cells of the tiles on its rim; the Gaussian visits
// all, as the product of a row and a column factor. AVX2 is chosen when the program runs; the bits are the same without it.
#include "core/analysis/density/density_tiles.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "core/analysis/density/density_lanes.h"

namespace mudeung {
namespace {

constexpr int kTileArea = kTileCells * kTileCells;
/// Tiles that share one set of moments where a disc covers all of them.
constexpr int kRunTiles = 4;
/// A tile is summed by moments only where all of it is nearer than this share of the squared radius: there the terms do not cancel.
constexpr double kSafeSquare = 0.99;
/// With cells larger than this many standard deviations a Gaussian's factors are computed one by one: ratios of neighbours would overflow.
constexpr double kFewCells = 0.5;

/// Sums over the points p that cover a tile with centre c, d = p − c and s = 1 − |d|². With z from the centre, a point's kernel is
/// 1 − |z − d|² = s + 2 z·d − |z|² (Epanechnikov) or the square of that (quartic), a polynomial in z with these sums as coefficients.
struct Moments {
    double w = 0.0, x = 0.0, y = 0.0, xx = 0.0, xy = 0.0, yy = 0.0;  ///< Σ w·{1, dx, dy, dx², dx·dy, dy²}
    double s = 0.0, ss = 0.0, sx = 0.0, sy = 0.0;                    ///< Σ w·s·{1, s, dx, dy}

    /// Adds those of a tile whose centre lies `shift` to the east of this one's: d grows by it.
    MUDEUNG_INLINE void addShifted(const Moments& m, double shift) {
        const double h = shift, hh = h * h;
        w += m.w;
        x += m.x + h * m.w;
        y += m.y;
        xx += m.xx + 2.0 * h * m.x + hh * m.w;
        xy += m.xy + h * m.y;
        yy += m.yy;
        s += m.s - 2.0 * h * m.x - hh * m.w;
        ss += m.ss - 4.0 * h * m.sx - 2.0 * hh * m.s + 4.0 * hh * m.xx + 4.0 * hh * h * m.x + hh * hh * m.w;
        sx += m.sx + h * m.s - 2.0 * h * m.xx - 3.0 * hh * m.x - hh * h * m.w;
        sy += m.sy - 2.0 * h * m.xy - hh * m.y;
    }
};

/// The same while points are added: all products of {1, dx, dy, s} with each other, some of them twice, because that is four vectors.
struct MomentSums {
    Lanes one{}, x{}, y{}, s{};
    bool touched = false;

    MUDEUNG_INLINE void add(double weight, double dx, double dy) {
        const double rest = 1.0 - (dx * dx + dy * dy);
        const Lanes factors{1.0, dx, dy, rest};
        const Lanes weighted = factors * weight;
        one += weighted;
        x += weighted * dx;
        y += weighted * dy;
        s += weighted * rest;
        touched = true;
    }

    MUDEUNG_INLINE Moments take() {
        const Moments m{one[0], one[1], one[2], x[1], x[2], y[2], one[3], s[3], x[3], y[3]};
        *this = MomentSums{};
        return m;
    }
};

constexpr int kHalf = kTileCells / 2;
static_assert(kHalf == kLanes);

/// The eight columns of a tile.
struct Row {
    Lanes west, east;
    double& operator[](int i) { return reinterpret_cast<double*>(this)[i]; }
};

template <Kernel kernel>
class TileSummer : public BandSummer {
public:
    explicit TileSummer(const DensityPlan& plan)
        : m_plan(plan),
          m_perStep(1.0 / plan.step),
          m_runs((plan.columns + kTileCells * kRunTiles - 1) / (kTileCells * kRunTiles)),
          m_tiles(m_runs * kRunTiles) {
        m_cells.assign(static_cast<std::size_t>(m_tiles) * kTileArea, 0.0);
        m_moments.resize(static_cast<std::size_t>(m_tiles));
        m_runMoments.resize(static_cast<std::size_t>(m_runs));
        for (int i = 0; i < kTileCells; ++i) m_z[i] = (i + 0.5 - 0.5 * kTileCells) * plan.step;
    }

    void sum(int band, double* grid) override;

    MUDEUNG_INLINE void sumInline(int band, double* grid) {
        const double step = m_plan.step;
        for (int r = 0; r < kTileCells; ++r) m_rowY[static_cast<std::size_t>(r)] = (band * kTileCells + r + 0.5) * step;
        m_middleY = (band * kTileCells + 0.5 * kTileCells) * step;
        const double north = m_rowY.front(), south = m_rowY.back(), reach = m_plan.reach;
        const auto first = std::lower_bound(m_plan.points.begin(), m_plan.points.end(), north - reach,
                                            [](const LocalPoint& p, double limit) { return p.y < limit; });
        for (auto next = first; next != m_plan.points.end() && next->y <= south + reach; ++next) {
            const LocalPoint p = *next;  // a copy stays in registers while cells are written
            const double nearest = std::max({0.0, north - p.y, p.y - south});
            const double a = (reach - nearest) * (reach + nearest);
            if (!(a > 0.0)) continue;
            if constexpr (kernel == Kernel::Gaussian) {
                addProduct(p, a);
            } else {
                const double farthest = std::max(std::abs(p.y - north), std::abs(p.y - south));
                add(p, a, kSafeSquare - farthest * farthest);
            }
        }
        if constexpr (kernel != Kernel::Gaussian) evaluateMoments();
        writeRows(band, grid);
    }

private:
    /// Columns whose centres are at most `half` from x, as [begin, end) within the padded row; none when end ≤ begin.
    MUDEUNG_INLINE std::pair<int, int> columnsWithin(double x, double half) const {
        const double last = m_tiles * kTileCells - 1.0;
        // Truncation rounds up and down here: both numbers are made positive first.
        const double west = std::clamp((x - half) * m_perStep - 0.5, -1.0, last + 1.0);
        const double east = std::clamp((x + half) * m_perStep - 0.5, -1.0, last);
        const int floorWest = static_cast<int>(west + 1.0) - 1;
        const int begin = floorWest + (floorWest < west ? 1 : 0);
        return {std::max(0, begin), static_cast<int>(east + 1.0)};
    }

    MUDEUNG_INLINE void add(const LocalPoint& p, double a, double safe) {
        const auto [begin, end] = columnsWithin(p.x, std::sqrt(a));
        if (begin >= end) return;
        const int firstTile = begin / kTileCells;
        const int endTile = (end + kTileCells - 1) / kTileCells;
        std::array<double, kTileCells> rowA;
        for (std::size_t r = 0; r < kTileCells; ++r) {
            const double dy = m_rowY[r] - p.y;
            rowA[r] = (1.0 - dy) * (1.0 + dy);
        }
        int innerBegin = endTile, innerEnd = endTile;
        if (safe > 0.0) {
            const auto [safeBegin, safeEnd] = columnsWithin(p.x, std::sqrt(safe));
            const int from = (safeBegin + kTileCells - 1) / kTileCells, to = safeEnd / kTileCells;
            if (from < to) {
                innerBegin = from;
                innerEnd = to;
            }
        }
        for (int t = firstTile; t < innerBegin; ++t) addCells(p, rowA, t);
        if (innerBegin < innerEnd) addMoments(p, innerBegin, innerEnd);
        for (int t = innerEnd; t < endTile; ++t) addCells(p, rowA, t);
    }

    MUDEUNG_INLINE void addCells(const LocalPoint& p, const std::array<double, kTileCells>& rowA, int tile) {
        const double centre = (tile + 0.5) * (kTileCells * m_plan.step) - p.x;
        const Lanes west = (m_z.west + centre) * (m_z.west + centre), east = (m_z.east + centre) * (m_z.east + centre);
        double* cells = m_cells.data() + static_cast<std::size_t>(tile) * kTileArea;
        const Lanes weight = Lanes{} + p.weight;
        for (const double a : rowA) {
            addValues(a - west, weight, cells);
            addValues(a - east, weight, cells + kHalf);
            cells += kTileCells;
        }
    }

    static MUDEUNG_INLINE void addValues(const Lanes& rest, const Lanes& weight, double* cells) {
        const Lanes zero{};
        const Lanes inside = rest > zero ? rest : zero;
        lanesAt(cells) += (kernel == Kernel::Quartic ? inside * inside : inside) * weight;
    }

    MUDEUNG_INLINE void addMoments(const LocalPoint& p, int begin, int end) {
        const int firstRun = (begin + kRunTiles - 1) / kRunTiles, endRun = end / kRunTiles;
        const double dy = p.y - m_middleY;
        const double tile = kTileCells * m_plan.step;
        int t = begin;
        if (firstRun < endRun) {
            for (; t < firstRun * kRunTiles; ++t) m_moments[static_cast<std::size_t>(t)].add(p.weight, p.x - (t + 0.5) * tile, dy);
            for (int r = firstRun; r < endRun; ++r)
                m_runMoments[static_cast<std::size_t>(r)].add(p.weight, p.x - (r + 0.5) * (kRunTiles * tile), dy);
            t = endRun * kRunTiles;
        }
        for (; t < end; ++t) m_moments[static_cast<std::size_t>(t)].add(p.weight, p.x - (t + 0.5) * tile, dy);
    }

    MUDEUNG_INLINE void evaluateMoments() {
        const double tile = kTileCells * m_plan.step;
        for (int r = 0; r < m_runs; ++r) {
            MomentSums& ofRun = m_runMoments[static_cast<std::size_t>(r)];
            const bool whole = ofRun.touched;
            const Moments run = whole ? ofRun.take() : Moments{};
            for (int i = 0; i < kRunTiles; ++i) {
                const auto t = static_cast<std::size_t>(r * kRunTiles + i);
                if (!whole && !m_moments[t].touched) continue;
                Moments m = m_moments[t].take();
                if (whole) m.addShifted(run, ((kRunTiles - 1) * 0.5 - i) * tile);
                evaluate(m, m_cells.data() + t * kTileArea);
            }
        }
    }

    /// The polynomial in both directions, row by row as one in x.
    MUDEUNG_INLINE void evaluate(const Moments& m, double* cells) {
        for (int r = 0; r < kTileCells; ++r, cells += kTileCells) {
            const double y = m_z[r], yy = y * y;
            if constexpr (kernel == Kernel::Epanechnikov) {
                const double c0 = m.s + 2.0 * y * m.y - yy * m.w, c1 = 2.0 * m.x, c2 = -m.w;
                lanesAt(cells) += (c2 * m_z.west + c1) * m_z.west + c0;
                lanesAt(cells + kHalf) += (c2 * m_z.east + c1) * m_z.east + c0;
            } else {
                const double c0 = m.ss + 4.0 * y * m.sy + yy * (4.0 * m.yy - 2.0 * m.s) - 4.0 * yy * y * m.y + yy * yy * m.w;
                const double c1 = 4.0 * (m.sx + 2.0 * y * m.xy - yy * m.x);
                const double c2 = 4.0 * m.xx - 2.0 * m.s - 4.0 * y * m.y + 2.0 * yy * m.w;
                const double c3 = -4.0 * m.x, c4 = m.w;
                lanesAt(cells) += (((c4 * m_z.west + c3) * m_z.west + c2) * m_z.west + c1) * m_z.west + c0;
                lanesAt(cells + kHalf) += (((c4 * m_z.east + c3) * m_z.east + c2) * m_z.east + c1) * m_z.east + c0;
            }
        }
    }

    MUDEUNG_INLINE void addProduct(const LocalPoint& p, double a) {
        const auto [begin, end] = columnsWithin(p.x, std::sqrt(a));
        if (begin >= end) return;
        std::array<double, kTileCells> rows;
        for (std::size_t r = 0; r < kTileCells; ++r) {
            const double dy = m_rowY[r] - p.y;
            rows[r] = p.weight * std::exp(-0.5 * dy * dy);
        }
        const int firstTile = begin / kTileCells, endTile = (end + kTileCells - 1) / kTileCells;
        if (m_plan.step > kFewCells) {
            for (int t = firstTile; t < endTile; ++t) addRows(rows, columnFactors(p, t), t);
        } else {
            addOutwards(p, rows, firstTile, endTile);
        }
    }

    MUDEUNG_INLINE Row columnFactors(const LocalPoint& p, int tile) {
        Row factors;
        for (int c = 0; c < kTileCells; ++c) {
            const double t = (tile * kTileCells + c + 0.5) * m_plan.step - p.x;
            factors[c] = std::exp(-0.5 * t * t);
        }
        return factors;
    }

    /// Each tile's factors follow from its neighbour's: with D the width of a tile, e^(−t²/2) is the last times e^(−tD − D²/2), and that
    /// ratio shrinks by e^(−D²).
    MUDEUNG_INLINE void addOutwards(const LocalPoint& p, const std::array<double, kTileCells>& rows, int firstTile, int endTile) {
        const double width = kTileCells * m_plan.step;
        const int middle = static_cast<int>(std::clamp(p.x / width, static_cast<double>(firstTile), static_cast<double>(endTile - 1)));
        const Row start = columnFactors(p, middle);
        Row east, west;
        for (int c = 0; c < kTileCells; ++c) {
            const double t = (middle * kTileCells + c + 0.5) * m_plan.step - p.x;
            east[c] = std::exp(-t * width - 0.5 * width * width);
            west[c] = std::exp(t * width - 0.5 * width * width);
        }
        const double shrink = std::exp(-width * width);
        Row values = start;
        for (int t = middle;;) {
            addRows(rows, values, t);
            if (++t >= endTile) break;
            advance(values, east, shrink);
        }
        values = start;
        for (int t = middle - 1; t >= firstTile; --t) {
            advance(values, west, shrink);
            addRows(rows, values, t);
        }
    }

    static MUDEUNG_INLINE void advance(Row& values, Row& ratio, double shrink) {
        values.west *= ratio.west;
        values.east *= ratio.east;
        ratio.west *= shrink;
        ratio.east *= shrink;
    }

    MUDEUNG_INLINE void addRows(const std::array<double, kTileCells>& rows, const Row& values, int tile) {
        double* cells = m_cells.data() + static_cast<std::size_t>(tile) * kTileArea;
        for (const double row : rows) {
            lanesAt(cells) += row * values.west;
            lanesAt(cells + kHalf) += row * values.east;
            cells += kTileCells;
        }
    }

    /// Scales the band into the grid and clears it.
    MUDEUNG_INLINE void writeRows(int band, double* grid) {
        const int rows = std::min(kTileCells, m_plan.rows - band * kTileCells);
        for (int r = 0; r < rows; ++r) {
            double* out = grid + static_cast<std::size_t>(band * kTileCells + r) * m_plan.columns;
            const double* cells = m_cells.data() + static_cast<std::size_t>(r) * kTileCells;
            int column = 0;
            for (; column + kTileCells <= m_plan.columns; column += kTileCells, cells += kTileArea) {
                for (int c = 0; c < kTileCells; ++c) out[column + c] = cells[c] * m_plan.factor;
            }
            for (int c = 0; column + c < m_plan.columns; ++c) out[column + c] = cells[c] * m_plan.factor;
        }
        std::fill(m_cells.begin(), m_cells.end(), 0.0);
    }

    const DensityPlan& m_plan;
    double m_perStep;
    int m_runs;
    int m_tiles;
    std::vector<double> m_cells;  ///< of the band, tile after tile
    std::vector<MomentSums> m_moments;
    std::vector<MomentSums> m_runMoments;
    std::array<double, kTileCells> m_rowY{};
    Row m_z{};  ///< cell centres from the centre of a tile, in either direction
    double m_middleY = 0.0;
};

#if defined(__x86_64__) && defined(__GNUC__)
template <Kernel kernel>
__attribute__((target("avx2"))) void sumAvx2(TileSummer<kernel>& summer, int band, double* grid) {
    summer.sumInline(band, grid);
}

template <Kernel kernel>
void TileSummer<kernel>::sum(int band, double* grid) {
    static const bool avx2 = __builtin_cpu_supports("avx2");
    if (avx2) {
        sumAvx2(*this, band, grid);
    } else {
        sumInline(band, grid);
    }
}
#else
template <Kernel kernel>
void TileSummer<kernel>::sum(int band, double* grid) {
    sumInline(band, grid);
}
#endif

}  // namespace

std::unique_ptr<BandSummer> makeBandSummer(const DensityPlan& plan) {
    switch (plan.kernel) {
        case Kernel::Quartic:
            return std::make_unique<TileSummer<Kernel::Quartic>>(plan);
        case Kernel::Epanechnikov:
            return std::make_unique<TileSummer<Kernel::Epanechnikov>>(plan);
        case Kernel::Gaussian:
            return std::make_unique<TileSummer<Kernel::Gaussian>>(plan);
    }
    return nullptr;
}

}  // namespace mudeung
