// SPDX-License-Identifier: GPL-3.0-or-later
// Many variances, each from few degrees of freedom, lend each other precision. Standard C++ only.
#pragma once

#include <span>
#include <vector>

namespace mudeung {

struct ModeratedVariance {
    double variance = 0.0;
    double degrees = 0.0;  ///< of the t statistic made with it
};

constexpr int kLeastModerated = 30;             ///< fewer positive variances are left as they are
constexpr double kMostDegrees = 1e6;            ///< "known": beyond it a t is normal
constexpr double kOutlierDiscoveryLimit = 0.5;  ///< adjusted p below which a variance is taken for an outlier

/// Empirical Bayes moderation (Smyth 2004, *Stat. Appl. Genet. Mol. Biol.* 3(1) art. 3; trend over the level: Sartor et al. 2006, Law et
/// al. 2014): the variances s²ᵢ (dᵢ degrees of freedom) are scaled draws around a prior s₀²(levelᵢ) with d₀ degrees of freedom; log s₀² is
/// a cubic of the log level by least squares, d₀ by the moments of log s²; their scatter is taken one standard error larger than it is
/// found, because a d₀ that comes out too large by chance makes p too small (few dozen series, nothing changed). The moderated variance is
/// (d₀ s₀² + dᵢ s²ᵢ) / (d₀ + dᵢ) with d₀
/// + dᵢ degrees. Series that are far noisier than their like (upper tail of F(dᵢ, d₀), Benjamini–Hochberg adjusted below 0.5) keep their
/// own variance and degrees, in the spirit of Phipson et al. 2016, so that one stadium is not called changed after every match. `levels` >
/// 0 tell which series are alike (their means). Variances that are not positive and levels that are not take the prior of the smallest
/// level when they are finite; NaN stays NaN. With fewer than kLeastModerated usable ones: as they were.
std::vector<ModeratedVariance> moderatedVariances(std::span<const double> variances, std::span<const double> degrees,
                                                  std::span<const double> levels);

/// ψ(x) and ψ′(x) for x > 0: recurrence up to 6, then the asymptotic series; absolute error below 1e-11.
double digamma(double x);
double trigamma(double x);
/// x with ψ′(x) = y, y > 0.
double trigammaInverse(double y);

}  // namespace mudeung
