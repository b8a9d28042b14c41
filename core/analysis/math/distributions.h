// SPDX-License-Identifier: GPL-3.0-or-later
// Distribution functions that tests and intervals need: normal, Student's t, gamma, chi-square, beta. Standard C++ only, thread-safe
// (`std::lgamma` is not). Relative error about 1e-14 where the result is not below 1e-290; NaN for arguments outside the domain.
#pragma once

namespace mudeung {

double normalPdf(double x);
double normalCdf(double x);
/// Upper tail, 1 − Φ(x), without cancellation.
double normalUpper(double x);
/// Wichura's PPND16 (Applied Statistics AS 241, 1988). ∓∞ for 0 and 1.
double normalQuantile(double p);

/// log Γ(x), x > 0: Stirling's series beyond 16, recurrence below.
double logGamma(double x);
/// log B(a, b), a, b > 0; without the cancellation of three log Γ when a and b are far apart.
double logBeta(double a, double b);

/// Regularised incomplete beta function I_x(a, b): continued fraction by Lentz' method.
double betaCdf(double x, double a, double b);

/// Regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 − P, a > 0: series for x < a + 1, continued fraction beyond;
/// the common factor as Loader's saddle-point expansion.
double gammaCdf(double x, double shape, double scale = 1.0);
double gammaUpper(double x, double shape, double scale = 1.0);

double chiSquareCdf(double x, double degrees);
double chiSquareUpper(double x, double degrees);
double chiSquareQuantile(double p, double degrees);

/// Any degrees of freedom > 0, whole or not.
double studentTCdf(double t, double degrees);
double studentTUpper(double t, double degrees);
double studentTQuantile(double p, double degrees);

}  // namespace mudeung
