// SPDX-License-Identifier: GPL-3.0-or-later
// Search of the exponential smoothing forms for their maximum of likelihood, inside the module. Standard C++ only.
#pragma once

#include <array>
#include <vector>

#include "core/analysis/forecast/ets.h"
#include "core/analysis/forecast/ets_kernel.h"

namespace mudeung::forecast {

/// Searches the forms of one series. All work happens on values divided by their mean size, so that the coordinates are of order one.
///
/// Method: Σe² (for multiplicative errors Σ(e·g)², g = geometric mean of the one-step means, which has the same minimum as the likelihood)
/// is a nonlinear least-squares problem in the smoothing parameters and the initial states; exact derivatives of all errors come from the
/// recursion itself, and Levenberg's and Marquardt's damped Gauss–Newton steps within the bounds find the minimum in about ten passes,
/// where a simplex over a dozen coordinates needs a thousand.
class EtsSearch {
public:
    struct Result {
        bool found = false;
        EtsForm form;
        std::array<double, 32> point{};  ///< α, β*, γ*, φ, level, slope, season[1] … season[m − 1], in scaled units
        double criterion = 0.0;          ///< −2 log L without constants, in the series' own units
        int parameters = 0;              ///< estimated ones without σ²
        double aicc = 0.0;
    };

    EtsSearch(const std::vector<double>& values, int season);

    bool suits(const EtsForm& form) const;
    /// The form of least AICc.
    Result best(EtsTrends trends);
    Result fit(const EtsForm& form) { return fit(form, {}, 1e300); }
    /// `starts`: points to start from beside the own ones. Gives up (found = false) when it sees that AICc stays above `giveUpAbove`.
    Result fit(const EtsForm& form, const std::vector<const Result*>& starts, double giveUpAbove);
    Result refit(const EtsForm& form, const EtsParameters& earlier);
    EtsParameters parameters(const Result& result) const;

    static int parameterCount(const EtsForm& form, int season);

private:
    using Point = std::array<double, 32>;
    void prepareSeasons();
    void decompose(std::vector<double>& figure, bool multiplicative) const;
    static void multiplyTrend(Point& p);
    Point startStates(const EtsForm& form) const;
    Point converted(const Result& from, const EtsForm& to) const;
    void setLane(const EtsForm& form, const Point& point, int lane, ets_kernel::FourPoints& four) const;
    std::array<double, 4> evaluate(const EtsForm& form, const Point* points, int count) const;
    void improve(const EtsForm& form, Point& point, double& criterion, double giveUpAbove, const Point* known);
    bool takeBest(const EtsForm& form, const std::vector<Point>& candidates, Point& point, double& criterion) const;
    double tangents(const EtsForm& form, const Point& point, std::vector<double>& normal, std::vector<double>& gradient);
    double aicc(double criterion, int parameters) const;
    double unscaled(const EtsForm& form, double criterion) const;

    std::vector<double> m_values;  ///< scaled
    std::vector<double> m_filled;  ///< gaps interpolated; for starts only
    double m_scale = 1.0;
    int m_seen = 0;
    bool m_positive = false;
    int m_season = 1;
    std::vector<double> m_additive, m_multiplicative;  ///< seasonal figures of the classical decomposition
    struct alignas(32) Row {
        ets_kernel::Four block;
    };
    std::vector<Row> m_rows;  ///< derivatives of all errors
};

}  // namespace mudeung::forecast
