// SPDX-License-Identifier: GPL-3.0-or-later
// Linear least squares; see the header.
#include "core/analysis/math/least_squares.h"

#include <cmath>
#include <limits>

namespace mudeung {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

double dot(const double* a, const double* b, std::size_t n) {
    return dotProduct({a, n}, {b, n});
}

/// The columns reduced to rows without NaN, then orthogonalised one by one: `house[k]` is the k-th reflector's vector.
struct Qr {
    std::vector<std::vector<double>> house;  // from row k on
    std::vector<std::vector<double>> upper;  // column k of R: rows 0 … k
    std::vector<int> columns;                // which given column the k-th of R is
    std::vector<bool> kept;
};

void reflect(const std::vector<double>& house, std::size_t from, std::vector<double>& x) {
    const double* v = house.data();
    const std::size_t n = house.size();
    if (n == 0) return;
    const double s = 2.0 * dot(v, x.data() + from, n);
    if (s == 0.0) return;
    for (std::size_t i = 0; i < n; ++i) x[from + i] -= s * v[i];
}

Qr decompose(const std::vector<std::vector<double>>& columns, std::size_t rows, double tolerance) {
    Qr qr;
    qr.kept.assign(columns.size(), false);
    for (std::size_t c = 0; c < columns.size(); ++c) {
        std::vector<double> x = columns[c];
        const double before = std::sqrt(dot(x.data(), x.data(), rows));
        for (std::size_t k = 0; k < qr.house.size(); ++k) reflect(qr.house[k], k, x);
        const std::size_t k = qr.house.size();
        if (k >= rows) continue;
        const double norm = std::sqrt(dot(x.data() + k, x.data() + k, rows - k));
        if (!(norm > tolerance * before) || !(before > 0.0)) continue;
        std::vector<double> v(x.begin() + static_cast<std::ptrdiff_t>(k), x.end());
        const double alpha = v[0] > 0.0 ? -norm : norm;
        v[0] -= alpha;
        const double length = std::sqrt(dot(v.data(), v.data(), v.size()));
        for (double& value : v) value /= length;
        std::vector<double> r(x.begin(), x.begin() + static_cast<std::ptrdiff_t>(k));
        r.push_back(alpha);
        qr.house.push_back(std::move(v));
        qr.upper.push_back(std::move(r));
        qr.columns.push_back(static_cast<int>(c));
        qr.kept[c] = true;
    }
    return qr;
}

std::vector<std::size_t> completeRows(std::span<const double> y, std::span<const std::vector<double>> columns) {
    std::vector<std::size_t> rows;
    const std::size_t n = y.empty() && !columns.empty() ? columns.front().size() : y.size();
    for (std::size_t i = 0; i < n; ++i) {
        bool complete = y.empty() || !std::isnan(y[i]);
        for (const auto& column : columns) complete = complete && !std::isnan(column[i]);
        if (complete) rows.push_back(i);
    }
    return rows;
}

std::vector<std::vector<double>> take(std::span<const std::vector<double>> columns, const std::vector<std::size_t>& rows) {
    std::vector<std::vector<double>> taken(columns.size());
    for (std::size_t c = 0; c < columns.size(); ++c) {
        taken[c].reserve(rows.size());
        for (const std::size_t row : rows) taken[c].push_back(columns[c][row]);
    }
    return taken;
}

}  // namespace

double dotProduct(std::span<const double> a, std::span<const double> b) {
    const std::size_t n = a.size();
    double sums[4] = {0.0, 0.0, 0.0, 0.0};
    std::size_t i = 0;
    for (; i + 4 <= n; i += 4) {
        for (std::size_t k = 0; k < 4; ++k) sums[k] += a[i + k] * b[i + k];
    }
    for (; i < n; ++i) sums[0] += a[i] * b[i];
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

std::vector<bool> independentColumns(std::span<const std::vector<double>> columns, double tolerance) {
    const auto rows = completeRows({}, columns);
    return decompose(take(columns, rows), rows.size(), tolerance).kept;
}

LeastSquares leastSquares(std::span<const double> y, std::span<const std::vector<double>> columns, double tolerance) {
    const auto rows = completeRows(y, columns);
    const std::size_t n = rows.size();
    const Qr qr = decompose(take(columns, rows), n, tolerance);
    std::vector<double> z;
    z.reserve(n);
    for (const std::size_t row : rows) z.push_back(y[row]);
    for (std::size_t k = 0; k < qr.house.size(); ++k) reflect(qr.house[k], k, z);

    LeastSquares fit;
    fit.kept = qr.kept;
    fit.rank = static_cast<int>(qr.house.size());
    fit.rows = static_cast<int>(n);
    fit.coefficients.assign(columns.size(), 0.0);
    fit.standardErrors.assign(columns.size(), kNaN);
    const std::size_t rank = qr.house.size();
    std::vector<double> b(rank);
    for (std::size_t k = rank; k-- > 0;) {
        double sum = z[k];
        for (std::size_t j = k + 1; j < rank; ++j) sum -= qr.upper[j][k] * b[j];
        b[k] = sum / qr.upper[k][k];
        fit.coefficients[static_cast<std::size_t>(qr.columns[k])] = b[k];
    }
    for (std::size_t i = rank; i < n; ++i) fit.residualSumOfSquares += z[i] * z[i];
    if (n > rank) {
        // Row norms of R⁻¹: diagonal of (X'X)⁻¹.
        const double variance = fit.residualSumOfSquares / static_cast<double>(n - rank);
        std::vector<double> sums(rank, 0.0);
        std::vector<double> column(rank);
        for (std::size_t j = 0; j < rank; ++j) {
            std::fill(column.begin(), column.end(), 0.0);
            for (std::size_t k = j + 1; k-- > 0;) {
                double sum = k == j ? 1.0 : 0.0;
                for (std::size_t l = k + 1; l <= j; ++l) sum -= qr.upper[l][k] * column[l];
                column[k] = sum / qr.upper[k][k];
                sums[k] += column[k] * column[k];
            }
        }
        for (std::size_t k = 0; k < rank; ++k) fit.standardErrors[static_cast<std::size_t>(qr.columns[k])] = std::sqrt(variance * sums[k]);
    }
    fit.residuals.assign(y.size(), kNaN);
    for (const std::size_t row : rows) {
        double residual = y[row];
        for (std::size_t k = 0; k < rank; ++k) residual -= b[k] * columns[static_cast<std::size_t>(qr.columns[k])][row];
        fit.residuals[row] = residual;
    }
    return fit;
}

bool choleskyFactor(std::span<double> a, std::size_t n, const std::function<bool()>& stop) {
    for (std::size_t i = 0; i < n; ++i) {
        if (stop && stop()) return false;
        double* rowI = &a[i * n];
        for (std::size_t j = 0; j <= i; ++j) {
            const double* rowJ = &a[j * n];
            const double sum = rowI[j] - dot(rowI, rowJ, j);
            if (i == j) {
                if (!(sum > 0.0) || !std::isfinite(sum)) return false;
                rowI[i] = std::sqrt(sum);
            } else {
                rowI[j] = sum / rowJ[j];
            }
        }
    }
    return true;
}

void choleskySolve(std::span<const double> factor, std::size_t n, std::span<double> b) {
    for (std::size_t i = 0; i < n; ++i) b[i] = (b[i] - dot(&factor[i * n], b.data(), i)) / factor[i * n + i];
    for (std::size_t i = n; i-- > 0;) {
        double sum = b[i];
        for (std::size_t k = i + 1; k < n; ++k) sum -= factor[k * n + i] * b[k];
        b[i] = sum / factor[i * n + i];
    }
}

bool solveCholesky(std::span<double> a, std::span<double> b) {
    const std::size_t n = b.size();
    if (!choleskyFactor(a, n)) return false;
    choleskySolve(a, n, b);
    return true;
}

}  // namespace mudeung
