// SPDX-License-Identifier: GPL-3.0-or-later
// One axis after the other; every cell becomes two, whose centres lie a quarter of it before and behind its own.
#include "core/analysis/density/finer_grid.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "core/base/share_out.h"

namespace mudeung {
namespace {

constexpr int kRowsPerShare = 16;
/// Weights at a quarter of the way from the second of four samples to the third; backwards for three quarters.
constexpr std::array<double, 4> kQuarter{-7.0 / 128.0, 105.0 / 128.0, 35.0 / 128.0, -5.0 / 128.0};

double mixed(double nearest, double beyond, double other, double farthest) {
    return kQuarter[0] * beyond + kQuarter[1] * nearest + kQuarter[2] * other + kQuarter[3] * farthest;
}

/// `line` has two values more on either side than `count`.
__attribute__((optimize("O3"))) void widen(const double* line, int count, double* __restrict__ out) {
    for (int i = 0; i < count; ++i) {
        const double* at = line + i + 2;
        out[2 * i] = mixed(at[0], at[1], at[-1], at[-2]);
        out[2 * i + 1] = mixed(at[0], at[-1], at[1], at[2]);
    }
}

__attribute__((optimize("O3"))) void mixLines(const double* nearest, const double* beyond, const double* other, const double* farthest,
                                              std::size_t count, double* __restrict__ out) {
    for (std::size_t i = 0; i < count; ++i) out[i] = mixed(nearest[i], beyond[i], other[i], farthest[i]);
}

template <typename Row>
void forEachRow(int rows, int threads, const Row& row) {
    shareOut((rows + kRowsPerShare - 1) / kRowsPerShare, threads, [&] {
        return [&](int share) {
            for (int r = share * kRowsPerShare; r < std::min(rows, (share + 1) * kRowsPerShare); ++r) row(r);
            return true;
        };
    });
}

}  // namespace

DensityGrid finerGrid(const DensityGrid& grid, int threads) {
    const GridSpec& spec = grid.spec;
    DensityGrid fine;
    fine.spec = {spec.originX, spec.originY, spec.cellSize / 2.0, 2 * spec.columns, 2 * spec.rows};
    if (grid.values.empty()) return fine;
    const auto columns = static_cast<std::size_t>(spec.columns), wide = 2 * columns;
    std::vector<double> widened(wide * static_cast<std::size_t>(spec.rows));
    forEachRow(spec.rows, threads, [&](int r) {
        const double* values = grid.values.data() + static_cast<std::size_t>(r) * columns;
        std::vector<double> line(columns + 4);
        std::copy(values, values + columns, line.begin() + 2);
        line[0] = line[1] = values[0];
        line[columns + 2] = line[columns + 3] = values[columns - 1];
        widen(line.data(), spec.columns, widened.data() + static_cast<std::size_t>(r) * wide);
    });
    fine.values.resize(4 * columns * static_cast<std::size_t>(spec.rows));
    const auto line = [&](int r) { return widened.data() + static_cast<std::size_t>(std::clamp(r, 0, spec.rows - 1)) * wide; };
    forEachRow(fine.spec.rows, threads, [&](int r) {
        const int cell = r / 2, towards = r % 2 == 0 ? -1 : 1;
        mixLines(line(cell), line(cell - towards), line(cell + towards), line(cell + 2 * towards), wide,
                 fine.values.data() + static_cast<std::size_t>(r) * wide);
    });
    return fine;
}

}  // namespace mudeung
