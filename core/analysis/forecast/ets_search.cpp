// SPDX-License-Identifier: GPL-3.0-or-later
// Damped Gauss–Newton steps within bounds, four step lengths tried at once; which form to try after which.
#include "core/analysis/forecast/ets_search.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/analysis/forecast/ets_admissible.h"
#include "core/analysis/forecast/ets_passes.h"
#include "core/analysis/math/gauss_newton.h"

namespace mudeung::forecast {

using ets_kernel::Four;
using ets_kernel::FourPoints;

namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();
constexpr double kLeast = 1e-4;  ///< of α, β and γ
constexpr double kNear = 0.004;  ///< distance of smoothing parameters within which two searches are one
constexpr double kMostAlpha = 0.9999;
constexpr double kLeastPhi = 0.8, kMostPhi = 0.98;
constexpr double kLeastGrowth = 1e-3;  ///< of a multiplicative trend; a level that falls to a thousandth in a step is no trend
constexpr double kLeastAmount = 1e-8;  ///< of what is multiplied: level and season
constexpr int kAlpha = 0, kBeta = 1, kGamma = 2, kPhi = 3, kLevel = 4, kSlope = 5, kSeason = 5;  ///< season[j] at kSeason + j, j ≥ 1

double betaOf(double alpha, double share) {
    return kLeast + share * (alpha - kLeast);
}
double gammaOf(double alpha, double share) {
    return kLeast + share * (1 - alpha - kLeast);
}

int blocksOf(const EtsForm& form, int season) {
    return form.season == 'N' ? 2 : (kSeason + season + 3) / 4;
}

double seasonSum(const EtsForm& form, int season) {
    return form.season == 'M' ? season : 0.0;
}

bool hasTrend(const EtsForm& form) {
    return form.trend != 'N';
}

}  // namespace

EtsSearch::EtsSearch(const std::vector<double>& values, int season) : m_values(values), m_season(season) {
    double size = 0.0, least = kInfinite;
    for (const double v : values) {
        if (std::isnan(v)) continue;
        ++m_seen;
        size += std::abs(v);
        least = std::min(least, v);
    }
    m_positive = m_seen > 0 && least > 0;
    if (size > 0) m_scale = size / m_seen;
    for (double& v : m_values) v /= m_scale;
    m_filled = m_values;
    int last = -1;
    const int n = static_cast<int>(m_filled.size());
    for (int t = 0; t < n; ++t) {
        if (std::isnan(m_filled[t])) continue;
        for (int gap = last + 1; gap < t; ++gap)
            m_filled[gap] = last < 0 ? m_filled[t] : m_filled[last] + (m_filled[t] - m_filled[last]) * (gap - last) / (t - last);
        last = t;
    }
    for (int gap = last + 1; gap < n && last >= 0; ++gap) m_filled[gap] = m_filled[last];
    if (m_season > 1 && m_season <= 24 && n >= m_season) prepareSeasons();
}

void EtsSearch::prepareSeasons() {
    decompose(m_additive, false);
    if (m_positive) decompose(m_multiplicative, true);
}

/// Classical decomposition: centred moving average of a season, mean per place of what is left. Below three seasons a straight line takes
/// the average's place.
void EtsSearch::decompose(std::vector<double>& figure, bool multiplicative) const {
    const int n = static_cast<int>(m_filled.size()), m = m_season;
    figure.assign(m, 0.0);
    std::vector<int> counts(m, 0);
    const auto take = [&](int t, double trend) {
        figure[t % m] += multiplicative ? m_filled[t] / trend : m_filled[t] - trend;
        ++counts[t % m];
    };
    if (n >= 3 * m) {
        const int half = m / 2;
        for (int t = half; t + half < n; ++t) {
            double sum = 0.0;
            for (int i = -half; i <= half; ++i) sum += m_filled[t + i];
            if (m % 2 == 0) sum -= 0.5 * (m_filled[t - half] + m_filled[t + half]);
            take(t, sum / m);
        }
    } else {
        double mean = 0.0, product = 0.0, squares = 0.0;
        for (int t = 0; t < n; ++t) mean += m_filled[t] / n;
        for (int t = 0; t < n; ++t) {
            const double x = t - 0.5 * (n - 1);
            product += x * m_filled[t];
            squares += x * x;
        }
        for (int t = 0; t < n; ++t) take(t, mean + product / squares * (t - 0.5 * (n - 1)));
    }
    double mean = 0.0;
    for (int j = 0; j < m; ++j) {
        figure[j] /= std::max(counts[j], 1);
        mean += figure[j] / m;
    }
    double sum = 0.0;
    for (double& f : figure) {
        f = multiplicative ? std::max(f / mean, 0.01) : f - mean;
        sum += f;
    }
    if (multiplicative)
        for (double& f : figure) f *= m / sum;
}

bool EtsSearch::suits(const EtsForm& form) const {
    if (form.season != 'N' && (m_season < 2 || m_season > 24 || static_cast<int>(m_values.size()) <= m_season)) return false;
    if (!m_positive && (form.error == 'M' || form.season == 'M')) return false;  // a multiplicative trend has multiplicative errors
    return m_seen > parameterCount(form, m_season) + 4;
}

int EtsSearch::parameterCount(const EtsForm& form, int season) {
    return 2 + (hasTrend(form) ? 2 : 0) + (form.damped ? 1 : 0) + (form.season != 'N' ? season : 0);
}

EtsSearch::Point EtsSearch::startStates(const EtsForm& form) const {
    Point p{};
    const int n = static_cast<int>(m_filled.size());
    const int window = std::min(std::max(10, form.season == 'N' ? 2 : 2 * m_season), n);
    double mean = 0.0, product = 0.0, squares = 0.0;
    std::vector<double> adjusted(window);
    for (int t = 0; t < window; ++t) {
        adjusted[t] = form.season == 'A'   ? m_filled[t] - m_additive[t % m_season]
                      : form.season == 'M' ? m_filled[t] / m_multiplicative[t % m_season]
                                           : m_filled[t];
        mean += adjusted[t] / window;
    }
    for (int t = 0; t < window; ++t) {
        const double x = t - 0.5 * (window - 1);
        product += x * (adjusted[t] - mean);
        squares += x * x;
    }
    p[kLevel] = mean;
    if (hasTrend(form) && window > 1) {
        p[kSlope] = product / squares;
        p[kLevel] = mean - p[kSlope] * 0.5 * (window + 1);
        if (form.error == 'M' && p[kLevel] + p[kSlope] <= 0) {
            p[kLevel] = mean;
            p[kSlope] = 0.0;
        }
    }
    if (form.trend == 'M') multiplyTrend(p);
    if (form.season != 'N') {
        const std::vector<double>& figure = form.season == 'A' ? m_additive : m_multiplicative;
        for (int j = 1; j < m_season; ++j) p[kSeason + j] = figure[j];
    }
    return p;
}

/// From a line to growth: the same first and second value.
void EtsSearch::multiplyTrend(Point& p) {
    const double first = p[kLevel] + p[kSlope], second = first + p[kSlope];
    if (first > kLeastAmount && second > kLeastAmount) {
        p[kSlope] = std::max(second / first, kLeastGrowth);
        p[kLevel] = first / p[kSlope];
    } else {
        p[kSlope] = 1.0;
        p[kLevel] = std::max(p[kLevel], kLeastAmount);
    }
}

EtsSearch::Point EtsSearch::converted(const Result& from, const EtsForm& to) const {
    Point p = from.point;
    if (!hasTrend(from.form)) p[kBeta] = p[kSlope] = 0.0;
    if (to.trend == 'M' && from.form.trend != 'M') multiplyTrend(p);
    if (!from.form.damped) p[kPhi] = kMostPhi;
    if (from.form.season == 'N' && to.season != 'N') {
        const Point own = startStates(to);
        std::copy(own.begin() + kSeason + 1, own.end(), p.begin() + kSeason + 1);
        p[kGamma] = 0.02;
    } else if (from.form.season == 'A' && to.season == 'M') {
        for (int j = 1; j < m_season; ++j) p[kSeason + j] = std::max(0.05, 1 + p[kSeason + j] / p[kLevel]);
    } else if (from.form.season == 'M' && to.season == 'A') {
        for (int j = 1; j < m_season; ++j) p[kSeason + j] = (p[kSeason + j] - 1) * p[kLevel];
    }
    return p;
}

void EtsSearch::setLane(const EtsForm& form, const Point& point, int lane, FourPoints& four) const {
    const double alpha = point[kAlpha];
    four.alpha[lane] = alpha;
    four.beta[lane] = hasTrend(form) ? betaOf(alpha, point[kBeta]) : 0.0;
    four.gamma[lane] = form.season != 'N' ? gammaOf(alpha, point[kGamma]) : 0.0;
    four.phi[lane] = form.damped ? point[kPhi] : 1.0;
    four.level[lane] = point[kLevel];
    four.slope[lane] = hasTrend(form) ? point[kSlope] : 0.0;
    if (form.season == 'N') return;
    double first = seasonSum(form, m_season);
    for (int j = 1; j < m_season; ++j) {
        four.season[j][lane] = point[kSeason + j];
        first -= point[kSeason + j];
    }
    four.season[0][lane] = first;
}

/// Up to four points; infinite where a point is outside the bounds that the coordinates do not keep by themselves.
std::array<double, 4> EtsSearch::evaluate(const EtsForm& form, const Point* points, int count) const {
    FourPoints four;
    for (int lane = 0; lane < 4; ++lane) setLane(form, points[std::min(lane, count - 1)], lane, four);
    std::array<bool, 4> allowed{};
    for (int lane = 0; lane < count; ++lane) {
        allowed[lane] = true;
        if (form.season == 'M')
            for (int j = 0; j < m_season; ++j) allowed[lane] = allowed[lane] && four.season[j][lane] > 0;
        if (form.season != 'N' && allowed[lane])
            allowed[lane] =
                seasonalFormIsAdmissible(four.alpha[lane], four.beta[lane], four.gamma[lane], four.phi[lane], m_season, hasTrend(form));
    }
    const Four criterion = ets_kernel::criterion(form.error, form.trend, form.season,
                                                 {m_values.data(), static_cast<int>(m_values.size()), m_seen, m_season}, four);
    std::array<double, 4> result;
    for (int lane = 0; lane < 4; ++lane) result[lane] = allowed[lane] && std::isfinite(criterion[lane]) ? criterion[lane] : kInfinite;
    return result;
}

/// Normal equations at a point (row-major, full size 4·blocks) and the gradient of half the sum of squares; returns that sum.
double EtsSearch::tangents(const EtsForm& form, const Point& point, std::vector<double>& normal, std::vector<double>& gradient) {
    const int blocks = blocksOf(form, m_season), width = 4 * blocks, n = static_cast<int>(m_values.size());
    FourPoints four;
    setLane(form, point, 0, four);
    ets_kernel::Tangent at;
    at.alpha = four.alpha[0];
    at.beta = four.beta[0];
    at.gamma = four.gamma[0];
    at.phi = four.phi[0];
    at.level = four.level[0];
    at.slope = four.slope[0];
    if (form.season != 'N')
        for (int j = 0; j < m_season; ++j) at.season[j] = four.season[j][0];
    at.dAlpha = Four{1, 0, 0, 0};
    at.dBeta = hasTrend(form) ? Four{point[kBeta], at.alpha - kLeast, 0, 0} : ets_kernel::all(0.0);
    at.dGamma = form.season != 'N' ? Four{-point[kGamma], 0, 1 - at.alpha - kLeast, 0} : ets_kernel::all(0.0);
    at.dPhi = form.damped ? Four{0, 0, 0, 1} : ets_kernel::all(0.0);
    m_rows.resize(static_cast<size_t>(n) * blocks);
    ets_kernel::TangentSums sums;
    Four products[ets_kernel::kMostBlocks * (ets_kernel::kMostBlocks + 1) * 2];
    ets_kernel::tangents(form.error, form.trend, form.season, {m_values.data(), n, m_seen, m_season}, at, blocks, &m_rows.data()->block,
                         sums, products);
    normal.resize(static_cast<size_t>(width) * width);
    gradient.resize(width);
    const bool multiplicative = form.error == 'M';
    for (int i = 0; i < width; ++i) {
        const double ui = multiplicative ? sums.logGradient[i / 4][i % 4] / m_seen : 0.0, ci = sums.gradient[i / 4][i % 4];
        gradient[i] = ci + sums.squares * ui;
        for (int j = 0; j <= i; ++j) {
            const double uj = multiplicative ? sums.logGradient[j / 4][j % 4] / m_seen : 0.0, cj = sums.gradient[j / 4][j % 4];
            const int block = i / 4 * (i / 4 + 1) / 2 + j / 4;
            normal[i * width + j] = products[block * 4 + i % 4][j % 4] + ci * uj + ui * cj + sums.squares * ui * uj;
        }
    }
    return sums.squares;
}

/// `known`: a minimum found before; the search ends when it comes near, since it would end there too.
void EtsSearch::improve(const EtsForm& form, Point& point, double& criterion, double giveUpAbove, const Point* known) {
    const auto nearKnown = [&] {
        if (!known) return false;
        const double a = point[kAlpha], b = (*known)[kAlpha];
        return std::abs(a - b) < kNear && (!hasTrend(form) || std::abs(betaOf(a, point[kBeta]) - betaOf(b, (*known)[kBeta])) < kNear) &&
               (form.season == 'N' || std::abs(gammaOf(a, point[kGamma]) - gammaOf(b, (*known)[kGamma])) < kNear) &&
               (!form.damped || std::abs(point[kPhi] - (*known)[kPhi]) < kNear);
    };
    const int width = 4 * blocksOf(form, m_season);
    std::vector<int> coordinates = {kAlpha};
    if (hasTrend(form)) coordinates.push_back(kBeta);
    if (form.season != 'N') coordinates.push_back(kGamma);
    if (form.damped) coordinates.push_back(kPhi);
    coordinates.push_back(kLevel);
    if (hasTrend(form)) coordinates.push_back(kSlope);
    if (form.season != 'N')
        for (int j = 1; j < m_season; ++j) coordinates.push_back(kSeason + j);
    const auto low = [&](int c) {
        if (form.trend == 'M' && c == kSlope) return kLeastGrowth;
        const bool multiplied = (form.trend == 'M' && c == kLevel) || (form.season == 'M' && c > kSlope);
        return c == kAlpha ? kLeast : c <= kGamma ? 0.0 : c == kPhi ? kLeastPhi : multiplied ? kLeastAmount : -kInfinite;
    };
    const auto high = [&](int c) { return c == kAlpha ? kMostAlpha : c <= kGamma ? 1.0 : c == kPhi ? kMostPhi : kInfinite; };
    std::vector<double> normal, gradient, a, d;
    std::vector<int> free;
    double damping = 1e-3;
    int small = 0;
    // Level and growth of a multiplicative trend make up for each other: many small steps along a bent valley.
    const int mostSmall = form.trend == 'M' ? 20 : 3;
    for (int iteration = 0; iteration < 100; ++iteration) {
        if (iteration > 0 && nearKnown()) return;
        const double squares = tangents(form, point, normal, gradient);
        free.clear();
        for (const int c : coordinates) {
            const double g = gradient[c];
            if ((point[c] <= low(c) && g >= 0) || (point[c] >= high(c) && g <= 0) || !(normal[c * width + c] > 1e-14 * squares)) continue;
            free.push_back(c);
        }
        const int n = static_cast<int>(free.size());
        if (n == 0) return;
        std::array<Point, 4> trials;
        const auto step = [&](double by, Point& to) {
            a.resize(static_cast<size_t>(n) * n);
            d.resize(n);
            for (int i = 0; i < n; ++i) {
                d[i] = -gradient[free[i]];
                for (int j = 0; j <= i; ++j) a[i * n + j] = normal[free[i] * width + free[j]];
            }
            const bool solved = solveDamped(a, d, n, by);
            to = point;
            if (!solved) return 0.0;
            double drop = 0.0;
            for (int i = 0; i < n; ++i) {
                const int c = free[i];
                drop -= d[i] * gradient[c];
                to[c] = std::clamp(point[c] + d[i], low(c), high(c));
            }
            return drop;
        };
        double accepted = kInfinite;
        while (damping < 1e9) {
            const double drop = step(damping, trials[0]);
            // What the quadratic model promises; three times as much and still no winner: the form is out.
            if (iteration >= 2 && giveUpAbove < 1e299) {
                const double promised = -m_seen * std::log(std::max(1 - drop / squares, 1e-3));
                if (criterion - 3 * promised - 1.0 > giveUpAbove) return;
            }
            for (const int c : coordinates) trials[1][c] = std::clamp(point[c] + 2 * (trials[0][c] - point[c]), low(c), high(c));
            step(damping * 30, trials[2]);
            step(damping * 1000, trials[3]);
            const auto values = evaluate(form, trials.data(), 4);
            const int best = static_cast<int>(std::min_element(values.begin(), values.end()) - values.begin());
            if (values[best] < criterion) {
                accepted = values[best];
                point = trials[best];
                damping = best <= 1 ? std::max(damping / 10, 1e-12) : best == 2 ? damping * 10 : damping * 300;
                break;
            }
            damping *= 3e4;
        }
        if (!(accepted < criterion)) return;
        const double gain = criterion - accepted;
        criterion = accepted;
        small = gain < 1e-4 ? small + 1 : 0;
        if (gain < 1e-7 || small >= mostSmall) return;
    }
}

bool EtsSearch::takeBest(const EtsForm& form, const std::vector<Point>& candidates, Point& point, double& criterion) const {
    criterion = kInfinite;
    for (size_t i = 0; i < candidates.size(); i += 4) {
        const int count = static_cast<int>(std::min<size_t>(4, candidates.size() - i));
        const auto values = evaluate(form, candidates.data() + i, count);
        for (int k = 0; k < count; ++k) {
            if (values[k] >= criterion) continue;
            criterion = values[k];
            point = candidates[i + k];
        }
    }
    return std::isfinite(criterion);
}

double EtsSearch::unscaled(const EtsForm&, double criterion) const {
    return criterion + 2.0 * m_seen * std::log(m_scale);
}

double EtsSearch::aicc(double criterion, int parameters) const {
    const double np = parameters + 1;
    return criterion + 2 * np + 2 * np * (np + 1) / (m_seen - np - 1);
}

EtsSearch::Result EtsSearch::fit(const EtsForm& form, const std::vector<const Result*>& starts, double giveUpAbove) {
    Result result;
    result.form = form;
    if (!suits(form)) return result;
    result.parameters = parameterCount(form, m_season);
    const double giveUp = giveUpAbove - aicc(0.0, result.parameters) - unscaled(form, 0.0);
    double criterion = kInfinite;
    const auto searchFrom = [&](const std::vector<Point>& candidates) {
        Point point;
        double value = 0.0;
        if (candidates.empty() || !takeBest(form, candidates, point, value)) return;
        // Hollows of multiplicative trends lie close together: there no search ends because another one was near.
        const bool mayEndNear = std::isfinite(criterion) && form.trend != 'M';
        improve(form, point, value, std::min(giveUp, criterion), mayEndNear ? &result.point : nullptr);
        if (value >= criterion) return;
        criterion = value;
        result.point = point;
    };
    // The likelihood has several hollows: a search in each of four regions, and one from the simpler forms.
    std::vector<Point> candidates;
    for (const Result* start : starts)
        if (start && start->found) candidates.push_back(converted(*start, form));
    if (form.damped && candidates.empty()) {
        const Result undamped = fit({form.error, form.trend, false, form.season}, {}, giveUpAbove);
        if (undamped.found) candidates.push_back(converted(undamped, form));
    }
    searchFrom(candidates);
    const Point states = startStates(form);
    const std::initializer_list<double> slow = {0.01, 0.05, 0.15, 0.35}, fast = {0.5, 0.7, 0.85, 0.97};
    for (const auto& alphas : {slow, fast}) {
        for (const bool lively : {false, true}) {
            candidates.clear();
            for (const double alpha : alphas) {
                Point p = states;
                p[kAlpha] = alpha;
                p[kBeta] = lively ? (alpha < 0.4 ? 0.9 : 0.3) : 0.01;
                p[kGamma] = lively ? 0.3 : 0.01;
                p[kPhi] = lively ? (alpha < 0.4 ? 0.95 : 0.88) : 0.97;
                candidates.push_back(p);
            }
            searchFrom(candidates);
            if (!hasTrend(form) && form.season == 'N') break;
        }
    }
    if (!std::isfinite(criterion)) return result;
    if (form.damped && (result.point[kPhi] <= kLeastPhi || result.point[kPhi] >= kMostPhi)) {
        Point other = result.point;
        other[kPhi] = other[kPhi] <= kLeastPhi ? 0.97 : 0.86;
        searchFrom({other});
    }
    result.found = true;
    result.criterion = unscaled(form, criterion);
    result.aicc = aicc(result.criterion, result.parameters);
    return result;
}

EtsSearch::Result EtsSearch::refit(const EtsForm& form, const EtsParameters& earlier) {
    Result result;
    result.form = form;
    if (!suits(form)) return result;
    result.parameters = parameterCount(form, m_season);
    Point p = startStates(form);
    p[kAlpha] = std::clamp(earlier.alpha, kLeast, kMostAlpha);
    p[kBeta] = p[kAlpha] > kLeast ? std::clamp((earlier.beta - kLeast) / (p[kAlpha] - kLeast), 0.0, 1.0) : 0.0;
    p[kGamma] = std::clamp((earlier.gamma - kLeast) / (1 - p[kAlpha] - kLeast + 1e-300), 0.0, 1.0);
    p[kPhi] = std::clamp(earlier.phi, kLeastPhi, kMostPhi);
    Point same = p;
    same[kLevel] = earlier.level / m_scale;
    same[kSlope] = form.trend == 'M' ? earlier.slope : earlier.slope / m_scale;
    for (int j = 1; j < static_cast<int>(earlier.season.size()) && form.season != 'N'; ++j)
        same[kSeason + j] = form.season == 'M' ? earlier.season[j] : earlier.season[j] / m_scale;
    double criterion = 0.0;
    if (!takeBest(form, {same, p}, result.point, criterion)) return fit(form);
    improve(form, result.point, criterion, kInfinite, nullptr);
    result.found = true;
    result.criterion = unscaled(form, criterion);
    result.aicc = aicc(result.criterion, result.parameters);
    return result;
}

EtsParameters EtsSearch::parameters(const Result& result) const {
    FourPoints four;
    setLane(result.form, result.point, 0, four);
    EtsParameters p;
    p.alpha = four.alpha[0];
    p.beta = four.beta[0];
    p.gamma = four.gamma[0];
    p.phi = four.phi[0];
    p.level = four.level[0] * m_scale;
    p.slope = result.form.trend == 'M' ? four.slope[0] : four.slope[0] * m_scale;
    if (result.form.season != 'N')
        for (int j = 0; j < m_season; ++j) p.season.push_back(result.form.season == 'M' ? four.season[j][0] : four.season[j][0] * m_scale);
    return p;
}

EtsSearch::Result EtsSearch::best(EtsTrends trends) {
    Result winner;
    double least = kInfinite;
    const auto attempt = [&](const char* form, std::vector<const Result*> starts) {
        Result r = fit(*EtsForm::parse(form), starts, least);
        if (r.found && r.aicc < least) {
            least = r.aicc;
            winner = r;
        }
        return r;
    };
    const Result mnm = attempt("MNM", {});
    const Result ana = attempt("ANA", {});
    const Result mna = attempt("MNA", {&ana});
    const Result mam = attempt("MAM", {&mnm});
    const Result aaa = attempt("AAA", {&ana});
    const Result maa = attempt("MAA", {&mna, &aaa});
    attempt("MAdM", {&mam, &mnm});
    attempt("AAdA", {&aaa, &ana});
    attempt("MAdA", {&maa, &mna});
    const Result ann = attempt("ANN", {});
    const Result mnn = attempt("MNN", {&ann});
    const Result aan = attempt("AAN", {&ann});
    const Result man = attempt("MAN", {&mnn, &aan});
    attempt("AAdN", {&aan, &ann});
    attempt("MAdN", {&man, &mnn});
    if (trends == EtsTrends::Additive) return winner;
    const Result mmm = attempt("MMM", {&mam, &mnm});
    const Result mmn = attempt("MMN", {&man, &mnn});
    attempt("MMdM", {&mmm, &mam, &mnm});
    attempt("MMdN", {&mmn, &man, &mnn});
    return winner;
}

}  // namespace mudeung::forecast
