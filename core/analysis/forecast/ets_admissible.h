// SPDX-License-Identifier: GPL-3.0-or-later
// Forecastability of seasonal exponential smoothing: do old errors die away? Standard C++ only.
#pragma once

namespace mudeung::forecast {

/// R's `admissible` for seasonal forms within the usual bounds: no root of the characteristic polynomial beyond 1 + 1e-10. Decided with
/// Schur's and Cohn's recursion instead of roots; `trend` false: one root is 1 whatever the parameters, it is divided out.
/// 2 ≤ season ≤ 24.
bool seasonalFormIsAdmissible(double alpha, double beta, double gamma, double phi, int season, bool trend);

}  // namespace mudeung::forecast
