// SPDX-License-Identifier: GPL-3.0-or-later
// Starts, stability, choice of the season's kind; the fitted model.
#include "core/analysis/forecast/ces.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "core/analysis/forecast/ces_passes.h"
#include "core/analysis/forecast/decomposition.h"
#include "core/analysis/math/distributions.h"
#include "core/analysis/math/gauss_newton.h"
#include "core/analysis/math/schur_cohn.h"

namespace mudeung::forecast {

namespace {

using ces_kernel::Form;
using ets_kernel::Four;

constexpr double kInfinite = std::numeric_limits<double>::infinity();
constexpr int kFirstSeason = 6;

bool isSeasonal(CesSeason season) {
    return season != CesSeason::None;
}
bool hasHiddenSeason(CesSeason season) {
    return season == CesSeason::Simple || season == CesSeason::Full;
}
bool hasLevel(CesSeason season) {
    return season != CesSeason::Simple;
}

Form formOf(CesSeason season, int length) {
    return {hasLevel(season), isSeasonal(season), hasHiddenSeason(season), isSeasonal(season) ? length : 1};
}

/// Estimated parameters without σ².
int parameterCount(CesSeason season, int m) {
    switch (season) {
        case CesSeason::None:
            return 4;
        case CesSeason::Simple:
            return 2 + 2 * m;
        case CesSeason::Partial:
            return 5 + m;
        case CesSeason::Full:
            return 6 + 2 * m;
    }
    return 0;
}

CesParameters parametersOf(const std::vector<double>& point, CesSeason season, int m, double scale) {
    CesParameters p;
    p.alpha0 = point[0];
    p.alpha1 = point[1];
    p.beta0 = point[2];
    p.beta1 = point[3];
    p.level = point[4] * scale;
    p.hidden = point[5] * scale;
    for (int j = 0; j < m && isSeasonal(season); ++j) {
        p.season.push_back(point[kFirstSeason + j] * scale);
        if (hasHiddenSeason(season)) p.hiddenSeason.push_back(point[kFirstSeason + m + j] * scale);
    }
    return p;
}

std::vector<double> pointOf(const CesParameters& p, CesSeason season, int m, double scale) {
    std::vector<double> point(kFirstSeason + (isSeasonal(season) ? m : 0) + (hasHiddenSeason(season) ? m : 0), 0.0);
    point[0] = p.alpha0;
    point[1] = p.alpha1;
    point[2] = p.beta0;
    point[3] = p.beta1;
    point[4] = p.level / scale;
    point[5] = p.hidden / scale;
    for (int j = 0; j < m && isSeasonal(season); ++j) {
        point[kFirstSeason + j] = p.season[j] / scale;
        if (hasHiddenSeason(season)) point[kFirstSeason + m + j] = p.hiddenSeason[j] / scale;
    }
    return point;
}

bool isStable(CesSeason season, double a0, double a1, double b0, double b1, int m) {
    // A complex part as a quotient of polynomials in the lag operator: response n(L) / q(L) of the mean to errors.
    const auto part = [](double x0, double x1, std::array<double, 3>& n, std::array<double, 3>& q) {
        q = {1.0, x0 - 2, 2 - x0 - x1};
        n = {0.0, x0 - x1, -(1 - x0) * (x0 - x1) - (1 - x1) * (x0 + x1)};
    };
    std::array<double, 3> n0{}, q0{}, n1{}, q1{};
    part(a0, a1, n0, q0);
    double product[64] = {};
    int degree = 2;
    if (season == CesSeason::None || season == CesSeason::Simple) {
        if (season == CesSeason::Simple) part(b0, b1, n0, q0);
        for (int i = 0; i < 3; ++i) product[2 - i] = q0[i] + n0[i];
    } else {
        int terms = 3;
        if (season == CesSeason::Partial) {
            q1 = {1.0, -1.0, 0.0};
            n1 = {0.0, b0, 0.0};
            terms = 2;
        } else {
            part(b0, b1, n1, q1);
        }
        // (q0 + n0)·q1(Lᵐ) + n1(Lᵐ)·q0, coefficients turned round: roots in z = 1/L
        degree = 2 + (terms - 1) * m;
        for (int i = 0; i < 3; ++i)
            for (int j = 0; j < terms; ++j) product[degree - i - j * m] += (q0[i] + n0[i]) * q1[j] + n1[j] * q0[i];
    }
    return rootsInside(product, degree, 1 + 1e-9);
}

class Fitted final : public FittedCes {
public:
    Fitted(const std::vector<double>& values, CesSeason season, const CesParameters& parameters, int m)
        : m_season(season), m_start(parameters), m_now(parameters), m_length(isSeasonal(season) ? m : 1) {
        double squares = 0.0;
        int seen = 0;
        for (const double y : values) {
            const double mean = step(y);
            m_fitted.push_back(mean);
            if (std::isnan(y)) continue;
            ++seen;
            squares += (y - mean) * (y - mean);
        }
        const int estimated = parameterCount(season, m_length);
        const double np = estimated + 1, criterion = seen * std::log(squares);
        m_statistics.logLikelihood = -0.5 * criterion;
        m_statistics.aicc = criterion + 2 * np + 2 * np * (np + 1) / (seen - np - 1);
        m_statistics.sigma2 = squares / std::max(seen - estimated, 1);
        m_statistics.parameters = static_cast<int>(np);
    }
    CesSeason season() const override { return m_season; }
    CesParameters parameters() const override { return m_start; }
    std::string name() const override {
        switch (m_season) {
            case CesSeason::None:
                return "CES(none)";
            case CesSeason::Simple:
                return "CES(simple)";
            case CesSeason::Partial:
                return "CES(partial)";
            case CesSeason::Full:
                return "CES(full)";
        }
        return {};
    }
    FitStatistics statistics() const override { return m_statistics; }
    const std::vector<double>& fitted() const override { return m_fitted; }
    void append(std::span<const double> values) override {
        for (const double y : values) m_fitted.push_back(step(y));
    }
    std::unique_ptr<FittedModel> clone() const override { return std::make_unique<Fitted>(*this); }
    Prediction predict(int horizon, std::span<const double> levels) const override {
        Prediction p;
        Fitted future(*this), shocked(*this);
        // One unit of error into states that are all 0: what it does to the means that follow.
        shocked.clearStates();
        double squares = 1.0;
        std::vector<double> width;
        for (int h = 0; h < horizon; ++h) {
            p.mean.push_back(future.step(std::numeric_limits<double>::quiet_NaN()));
            const double effect = shocked.step(h == 0 ? 1.0 : std::numeric_limits<double>::quiet_NaN());
            if (h > 0) squares += effect * effect;
            width.push_back(std::sqrt(m_statistics.sigma2 * squares));
        }
        for (const double level : levels) {
            const double z = normalQuantile(0.5 + level / 200);
            std::vector<double> lower, upper;
            for (int h = 0; h < horizon; ++h) {
                lower.push_back(p.mean[h] - z * width[h]);
                upper.push_back(p.mean[h] + z * width[h]);
            }
            p.lower.push_back(std::move(lower));
            p.upper.push_back(std::move(upper));
        }
        return p;
    }

private:
    void clearStates() {
        m_now.level = m_now.hidden = 0.0;
        std::fill(m_now.season.begin(), m_now.season.end(), 0.0);
        std::fill(m_now.hiddenSeason.begin(), m_now.hiddenSeason.end(), 0.0);
    }
    double step(double y) {
        CesParameters& s = m_now;
        const double mean = (hasLevel(m_season) ? s.level : 0.0) + (isSeasonal(m_season) ? s.season[m_place] : 0.0);
        const double e = std::isnan(y) ? 0.0 : y - mean;
        const auto complexStep = [e](double& l, double& c, double x0, double x1) {
            const double next = l - (1 - x1) * c + (x0 - x1) * e;
            c = l + (1 - x0) * c + (x0 + x1) * e;
            l = next;
        };
        if (hasLevel(m_season)) complexStep(s.level, s.hidden, s.alpha0, s.alpha1);
        if (hasHiddenSeason(m_season))
            complexStep(s.season[m_place], s.hiddenSeason[m_place], s.beta0, s.beta1);
        else if (isSeasonal(m_season))
            s.season[m_place] += s.beta0 * e;
        if (++m_place == m_length) m_place = 0;
        return mean;
    }

    CesSeason m_season;
    CesParameters m_start, m_now;
    int m_length = 1, m_place = 0;
    FitStatistics m_statistics;
    std::vector<double> m_fitted;
};

/// Fits of the kinds to one series.
class Search {
public:
    Search(const std::vector<double>& values, int season) : m_values(values), m_length(season) {
        double size = 0.0;
        for (const double v : values) {
            if (std::isnan(v)) continue;
            size += std::abs(v);
            ++m_seen;
        }
        if (size > 0) m_scale = size / m_seen;
        double last = std::numeric_limits<double>::quiet_NaN();
        for (double& v : m_values) {
            v /= m_scale;
            if (!std::isnan(v)) {
                if (std::isnan(last)) std::fill(m_filled.begin(), m_filled.end(), v);
                last = v;
            }
            m_filled.push_back(std::isnan(v) ? last : v);
        }
    }
    bool suits(CesSeason season) const {
        if (isSeasonal(season) && (m_length < 2 || m_length > 24 || static_cast<int>(m_values.size()) < 2 * m_length + 1)) return false;
        return m_seen > parameterCount(season, m_length) + 3;
    }
    std::optional<CesParameters> refit(CesSeason season, const CesParameters& warm) {
        const int m = isSeasonal(season) ? m_length : 1;
        return bestOf(season, m, {pointOf(warm, season, m, m_scale)});
    }
    /// Kinds that were fitted before and are special cases of this one give further starts.
    std::optional<CesParameters> fit(CesSeason season, double aiccToBeat) {
        const int m = isSeasonal(season) ? m_length : 1;
        std::vector<std::vector<double>> starts;
        for (const auto& [gain, lean] : {std::pair{1.25, 0.9}, {1.6, 1.005}, {1.05, 0.998}, {1.3, 0.7}}) {
            starts.push_back(start(season, m, gain, lean));
            if (starts.size() == 3 && m_simple) break;  // enough own ones: the special cases bring better ones
        }
        if (season == CesSeason::Partial && m_none) starts.push_back(start(season, m, m_none->alpha0, m_none->alpha1));
        if (season == CesSeason::Full && m_partial) {
            CesParameters p = *m_partial;
            p.beta0 += 1;
            p.beta1 = 1;
            for (const double s : p.season) p.hiddenSeason.push_back(s / p.beta0);
            starts.push_back(pointOf(p, season, m, m_scale));
        }
        if (season == CesSeason::Full && m_simple) {
            CesParameters p = *m_simple;
            p.alpha0 = p.alpha1 = 1;
            starts.push_back(pointOf(p, season, m, m_scale));
        }
        const double np = parameterCount(season, m_length) + 1, penalty = 2 * np + 2 * np * (np + 1) / (m_seen - np - 1);
        m_useful = std::exp((aiccToBeat - penalty) / m_seen) / (m_scale * m_scale);
        const auto found = bestOf(season, m, std::move(starts));
        if (season == CesSeason::None) m_none = found;
        if (season == CesSeason::Simple) m_simple = found;
        if (season == CesSeason::Partial) m_partial = found;
        return found;
    }

private:
    std::optional<CesParameters> bestOf(CesSeason season, int m, std::vector<std::vector<double>> starts) {
        double best = kInfinite;
        std::vector<double> winner;
        for (auto& point : starts) {
            const double squares = search(season, m, point);
            if (!(squares < best)) continue;
            best = squares;
            winner = point;
        }
        if (!std::isfinite(best)) return {};
        return parametersOf(winner, season, m, m_scale);
    }
    std::vector<double> start(CesSeason season, int m, double gain, double lean) const {
        CesParameters p;
        const int window = std::min<int>(std::max(10, 2 * m), static_cast<int>(m_filled.size()));
        double mean = 0.0;
        for (int t = 0; t < window; ++t) mean += m_filled[t] / window;
        p.alpha0 = gain;
        p.alpha1 = lean;
        p.level = mean;
        p.hidden = mean / gain;
        if (season == CesSeason::Partial) p.beta0 = 0.1;
        if (hasHiddenSeason(season)) {
            p.beta0 = season == CesSeason::Simple ? gain : 1.1;
            p.beta1 = season == CesSeason::Simple ? lean : 0.995;
        }
        if (isSeasonal(season)) {
            p.season = seasonalFigure(m_filled, m, false);
            for (double& s : p.season) {
                if (season == CesSeason::Simple) s += mean;
                if (hasHiddenSeason(season)) p.hiddenSeason.push_back(s / p.beta0);
            }
        }
        return pointOf(p, season, m, 1.0);
    }
    double search(CesSeason season, int m, std::vector<double>& point) {
        const int count = static_cast<int>(m_values.size()), size = static_cast<int>(point.size()), blocks = (size + 3) / 4;
        const Form form = formOf(season, m);
        std::vector<double> low(size, -kInfinite), high(size, kInfinite);
        if (season == CesSeason::Partial) {
            low[2] = 0.0;
            high[2] = 1.0;
        }
        m_rows.resize(static_cast<size_t>(count) * blocks);
        const auto squares = [&](const std::vector<double>& p) {
            if (!isStable(season, p[0], p[1], p[2], p[3], m)) return kInfinite;
            const double sum = ces_kernel::squares(form, m_values.data(), count, p.data());
            return std::isfinite(sum) ? sum : kInfinite;
        };
        const auto normal = [&](const std::vector<double>& p, std::vector<double>& a, std::vector<double>& g) {
            Four gradient[ces_kernel::kMostBlocks], products[ces_kernel::kMostBlocks * (ces_kernel::kMostBlocks + 1) * 2];
            ces_kernel::tangents(form, m_values.data(), count, p.data(), blocks, &m_rows.data()->block, gradient, products);
            for (int i = 0; i < size; ++i) {
                g[i] = gradient[i / 4][i % 4];
                for (int j = 0; j <= i; ++j) a[i * size + j] = products[(i / 4 * (i / 4 + 1) / 2 + j / 4) * 4 + i % 4][j % 4];
            }
        };
        if (!std::isfinite(squares(point))) return kInfinite;
        return gaussNewton(point, low, high, squares, normal, {80, 1e-7, m_useful, 4});
    }

    std::vector<double> m_values, m_filled;
    int m_length = 1, m_seen = 0;
    double m_scale = 1.0;
    double m_useful = kInfinite;  ///< sum of squares that a fit has to get below
    std::optional<CesParameters> m_none, m_simple, m_partial;
    struct alignas(32) Row {
        Four block;
    };
    std::vector<Row> m_rows;
};

/// Gaps at the ends and infinities aside, is there anything to fit?
const char* obstacle(const Series& series) {
    int seen = 0;
    for (const double v : series.values) {
        if (std::isinf(v)) return "values are not finite";
        seen += std::isnan(v) ? 0 : 1;
    }
    return seen < 8 ? "too few values" : nullptr;
}

}  // namespace

bool cesIsStable(CesSeason season, const CesParameters& p, int length) {
    return isStable(season, p.alpha0, p.alpha1, p.beta0, p.beta1, length);
}

std::unique_ptr<FittedCes> cesWithParameters(const Series& series, CesSeason season, const CesParameters& parameters) {
    return std::make_unique<Fitted>(series.values, season, parameters, series.season());
}

std::unique_ptr<FittedModel> CesModel::fit(const Series& series, std::string* why) const {
    if (const char* reason = obstacle(series)) {
        if (why) *why = reason;
        return nullptr;
    }
    Search search(series.values, series.season());
    std::unique_ptr<FittedModel> best;
    for (const CesSeason season : {CesSeason::None, CesSeason::Partial, CesSeason::Simple, CesSeason::Full}) {
        const bool wanted = !m_only || *m_only == season;
        if ((!wanted && *m_only != CesSeason::Full) || !search.suits(season)) continue;
        const auto parameters = search.fit(season, best && !m_only ? best->statistics().aicc : kInfinite);
        if (!parameters || !wanted) continue;
        auto model = cesWithParameters(series, season, *parameters);
        if (!best || model->statistics().aicc < best->statistics().aicc) best = std::move(model);
    }
    if (!best && why) *why = "too few values for the season";
    return best;
}

std::unique_ptr<FittedModel> CesModel::refit(const Series& series, const FittedModel& earlier, std::string* why) const {
    const auto* ces = dynamic_cast<const FittedCes*>(&earlier);
    if (!ces || obstacle(series)) return fit(series, why);
    Search search(series.values, series.season());
    const CesParameters before = ces->parameters();
    if (!search.suits(ces->season())) return fit(series, why);
    const auto parameters = search.refit(ces->season(), before);
    if (!parameters) return fit(series, why);
    return cesWithParameters(series, ces->season(), *parameters);
}

}  // namespace mudeung::forecast
