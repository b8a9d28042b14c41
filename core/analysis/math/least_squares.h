// SPDX-License-Identifier: GPL-3.0-or-later
// Linear least squares by Householder QR that leaves out columns which depend on earlier ones. Standard C++ only.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace mudeung {

struct LeastSquares {
    std::vector<double> coefficients;    ///< one per column given; 0 for a column that was left out
    std::vector<double> standardErrors;  ///< of the coefficients; NaN for a column that was left out or without degrees of freedom
    std::vector<bool> kept;              ///< false: the column depends linearly on kept ones before it
    std::vector<double> residuals;       ///< one per row; NaN where the row was not used
    double residualSumOfSquares = 0.0;
    int rank = 0;
    int rows = 0;  ///< rows used
};

/// Σ a_i b_i in four sums, so that no addition waits for the one before. `b` is at least as long as `a`.
double dotProduct(std::span<const double> a, std::span<const double> b);

/// Which columns to keep so that none depends on those before it: the rule of R's `lm` (LINPACK dqrdc2, tolerance 1e-7 of the column's own
/// norm). A row with a NaN in any column is not used.
std::vector<bool> independentColumns(std::span<const std::vector<double>> columns, double tolerance = 1e-7);

/// Minimises ‖y − X b‖² (Golub 1965). `columns` are the columns of X, each as long as y. Rows with a NaN in y or X are not used.
/// O(rows · columns²).
LeastSquares leastSquares(std::span<const double> y, std::span<const std::vector<double>> columns, double tolerance = 1e-7);

/// Solves A x = b for symmetric positive definite A (row-major n × n, destroyed: holds the Cholesky factor afterwards); false when A is not
/// positive definite. b becomes x.
bool solveCholesky(std::span<double> a, std::span<double> b);

/// Cholesky factor L (lower, row-major) of A in place; false when A is not positive definite, or when `stop` (asked once a row) says so.
bool choleskyFactor(std::span<double> a, std::size_t n, const std::function<bool()>& stop = {});
/// Solves L L' x = b with the factor from `choleskyFactor`.
void choleskySolve(std::span<const double> factor, std::size_t n, std::span<double> b);

}  // namespace mudeung
