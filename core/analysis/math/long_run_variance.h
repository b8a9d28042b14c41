// SPDX-License-Identifier: GPL-3.0-or-later
// How precisely the mean of a series is known when neighbouring values have something in common. Standard C++ only.
#pragma once

#include <span>
#include <vector>

namespace mudeung {

/// The projections of a series of a fixed length on its lowest cosines, Λⱼ = √(2/n) · Σₖ xₖ cos(πj(k − ½)/n), j = 1 … terms. Under weak
/// dependence they are independent of each other and of the mean, and each has the variance of √n · mean, the long-run variance: that
/// makes Σ Λⱼ² / terms its estimate (equal-weighted cosines) and √n (mean − μ) / √estimate a Student t with `terms` degrees of freedom
/// (Müller 2004; Lazarus, Lewis, Stock & Watson 2018, *J. Business & Economic Statistics* 36(4), 541–559).
class CosineProjection {
public:
    /// The number of cosines for n values: ⌊0.3 · n^(2/3)⌋, between 3 and n − 1; the exponent is that of Lazarus et al., who take 0.4.
    /// Fewer terms stand for slower movements only: less bias under serial correlation, fewer degrees of freedom. The fastest of them takes
    /// more than a week per period from n = 14 on, so a pattern of weekdays that is the same every week is not taken for noise.
    static int termsFor(int n);

    /// n ≥ 2, 1 ≤ terms < n. O(n · terms) memory.
    CosineProjection(int n, int terms);

    int length() const { return m_length; }
    int terms() const { return m_terms; }

    /// `out` has room for terms(); `values` has length() finite values.
    void project(std::span<const double> values, std::span<double> out) const;

private:
    int m_length;
    int m_terms;
    std::vector<double> m_cosines;  ///< [term][value], with the factor √(2/n)
};

/// Mean product of two projections: the long-run (co)variance.
double meanProduct(std::span<const double> a, std::span<const double> b);

}  // namespace mudeung
