// SPDX-License-Identifier: GPL-3.0-or-later
// Equal-weighted cosines: the long-run variance from the lowest frequencies of a series.
#include "core/analysis/math/long_run_variance.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace mudeung {

int CosineProjection::termsFor(int n) {
    const int wanted = static_cast<int>(std::floor(0.3 * std::pow(n, 2.0 / 3.0)));
    return std::max(1, std::min(std::max(3, wanted), n - 1));
}

CosineProjection::CosineProjection(int n, int terms) : m_length(n), m_terms(terms) {
    m_cosines.reserve(static_cast<std::size_t>(n) * static_cast<std::size_t>(terms));
    const double scale = std::sqrt(2.0 / n);
    for (int j = 1; j <= terms; ++j)
        for (int k = 0; k < n; ++k) m_cosines.push_back(scale * std::cos(std::numbers::pi * j * (k + 0.5) / n));
}

void CosineProjection::project(std::span<const double> values, std::span<double> out) const {
    const double* row = m_cosines.data();
    for (int j = 0; j < m_terms; ++j, row += m_length) {
        double sum = 0.0;
        for (int k = 0; k < m_length; ++k) sum += row[k] * values[static_cast<std::size_t>(k)];
        out[static_cast<std::size_t>(j)] = sum;
    }
}

double meanProduct(std::span<const double> a, std::span<const double> b) {
    double sum = 0.0;
    for (std::size_t j = 0; j < a.size(); ++j) sum += a[j] * b[j];
    return sum / static_cast<double>(a.size());
}

}  // namespace mudeung
