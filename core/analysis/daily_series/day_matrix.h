// SPDX-License-Identifier: GPL-3.0-or-later
// Series by day, one per place: a dense matrix. Standard C++ only.
#pragma once

#include <cstddef>
#include <limits>
#include <span>
#include <vector>

namespace mudeung {

/// Row-major [series][day]; NaN = no data.
struct DayMatrix {
    int series = 0;
    int days = 0;
    std::vector<double> values;

    DayMatrix() = default;
    DayMatrix(int seriesCount, int dayCount, double value = std::numeric_limits<double>::quiet_NaN())
        : series(seriesCount), days(dayCount), values(static_cast<std::size_t>(seriesCount) * static_cast<std::size_t>(dayCount), value) {}

    double& at(int row, int day) { return values[index(row, day)]; }
    double at(int row, int day) const { return values[index(row, day)]; }
    std::span<double> row(int r) { return std::span(values).subspan(index(r, 0), static_cast<std::size_t>(days)); }
    std::span<const double> row(int r) const { return std::span(values).subspan(index(r, 0), static_cast<std::size_t>(days)); }

private:
    std::size_t index(int row, int day) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(days) + static_cast<std::size_t>(day);
    }
};

}  // namespace mudeung
