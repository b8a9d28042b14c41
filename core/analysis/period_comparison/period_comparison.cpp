// SPDX-License-Identifier: GPL-3.0-or-later
// Differences of matched days: mean, long-run variance from cosines, moderation, intervals, adjusted p, verdicts.
#include "core/analysis/period_comparison/period_comparison.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <memory>
#include <numeric>

#include "core/analysis/math/distributions.h"
#include "core/analysis/math/long_run_variance.h"
#include "core/analysis/math/moderated_variance.h"
#include "core/base/share_out.h"

namespace mudeung {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinite = std::numeric_limits<double>::infinity();

/// Sums over all series of one day.
struct Whole {
    std::vector<double> before;
    std::vector<double> now;
};

/// What the days of one series say, before the series are seen together. Long-run (co)variances; means in SeriesChange.
struct Noise {
    int terms = 0;
    double difference = kNone;  ///< of now − before
    double nowNow = kNone;
    double nowBefore = kNone;
    double beforeBefore = kNone;
    double share = kNone;  ///< of the influence of each day on the share shift
    bool allZeroBefore = true;
    bool allZeroNow = true;
    bool anyBefore = false;  ///< has data at all
    bool anyNow = false;
};

/// Works on one series after the other and keeps its memory.
class SeriesReader {
public:
    SeriesReader(const DayMatrix& before, const DayMatrix& now, const Whole& whole, const ComparisonOptions& options)
        : m_before(before), m_now(now), m_whole(whole), m_options(options) {}

    void read(int series, SeriesChange& change, Noise& noise) {
        gather(m_before.row(series), m_now.row(series), noise);
        finish(change, noise);
    }

    void readWhole(std::span<const double> before, std::span<const double> now, SeriesChange& change, Noise& noise) {
        gather(before, now, noise);
        finish(change, noise);
    }

private:
    void gather(std::span<const double> before, std::span<const double> now, Noise& noise) {
        m_x.clear();
        m_y.clear();
        m_wholeX.clear();
        m_wholeY.clear();
        for (std::size_t k = 0; k < before.size(); ++k) {
            const bool hasX = std::isfinite(before[k]);
            const bool hasY = std::isfinite(now[k]);
            noise.anyBefore |= hasX;
            noise.anyNow |= hasY;
            if (hasX && before[k] != 0.0) noise.allZeroBefore = false;
            if (hasY && now[k] != 0.0) noise.allZeroNow = false;
            if (!hasX || !hasY) continue;
            m_x.push_back(before[k]);
            m_y.push_back(now[k]);
            m_wholeX.push_back(m_whole.before[k]);
            m_wholeY.push_back(m_whole.now[k]);
        }
    }

    static double sum(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

    void finish(SeriesChange& change, Noise& noise) {
        const int days = static_cast<int>(m_x.size());
        change.days = days;
        const double sumX = sum(m_x);
        const double sumY = sum(m_y);
        change.before = days > 0 ? sumX / days : kNone;
        change.now = days > 0 ? sumY / days : kNone;
        const double wholeX = sum(m_wholeX);
        const double wholeY = sum(m_wholeY);
        change.shareBefore = m_options.shares && wholeX > 0.0 ? sumX / wholeX : kNone;
        change.shareNow = m_options.shares && wholeY > 0.0 ? sumY / wholeY : kNone;
        if (days < std::max(m_options.leastDays, 14) || (noise.allZeroBefore && noise.allZeroNow)) return;
        const CosineProjection& cosines = projection(days);
        noise.terms = cosines.terms();
        const auto terms = static_cast<std::size_t>(noise.terms);
        m_projectedX.resize(terms);
        m_projectedY.resize(terms);
        m_projected.resize(terms);
        cosines.project(m_x, m_projectedX);
        cosines.project(m_y, m_projectedY);
        noise.nowNow = meanProduct(m_projectedY, m_projectedY);
        noise.nowBefore = meanProduct(m_projectedX, m_projectedY);
        noise.beforeBefore = meanProduct(m_projectedX, m_projectedX);
        for (std::size_t j = 0; j < terms; ++j) m_projected[j] = m_projectedY[j] - m_projectedX[j];
        noise.difference = meanProduct(m_projected, m_projected);
        if (std::isnan(change.shareBefore) || std::isnan(change.shareNow)) return;
        // The first-order influence of day k on Σy/ΣY − Σx/ΣX.
        m_influence.resize(m_x.size());
        for (std::size_t k = 0; k < m_x.size(); ++k)
            m_influence[k] =
                (m_y[k] - change.shareNow * m_wholeY[k]) / (wholeY / days) - (m_x[k] - change.shareBefore * m_wholeX[k]) / (wholeX / days);
        cosines.project(m_influence, m_projected);
        noise.share = meanProduct(m_projected, m_projected);
    }

    const CosineProjection& projection(int days) {
        auto& known = m_projections[days];
        if (!known) known = std::make_unique<CosineProjection>(days, CosineProjection::termsFor(days));
        return *known;
    }

    const DayMatrix& m_before;
    const DayMatrix& m_now;
    const Whole& m_whole;
    const ComparisonOptions& m_options;
    std::map<int, std::unique_ptr<CosineProjection>> m_projections;
    std::vector<double> m_x, m_y, m_wholeX, m_wholeY, m_influence, m_projectedX, m_projectedY, m_projected;
};

/// Estimate, interval and p of a mean with the long-run variance `variance` of `days` values.
ChangeEstimate estimate(double value, double variance, double degrees, int days, double confidence) {
    ChangeEstimate e{value, kNone, kNone, kNone, kNone};
    if (!std::isfinite(value) || !(variance > 0.0) || !(degrees > 0.0)) return e;
    const double error = std::sqrt(variance / days);
    const double width = studentTQuantile(0.5 + confidence / 2.0, degrees) * error;
    e.lower = value - width;
    e.upper = value + width;
    e.p = std::min(1.0, 2.0 * studentTUpper(std::abs(value) / error, degrees));
    return e;
}

/// The ratios r that the days do not contradict (Fieller 1954): (now − r · before)² ≤ t² / days · v(r), where v is the long-run variance of
/// y − r x. `scale` makes v(1) the moderated variance of the difference, so that the interval leaves out 0 % exactly when that of the
/// difference does. The set is open on one side, or everything, when `before` itself could be zero.
void addRatio(SeriesChange& change, const Noise& noise, double scale, double confidence) {
    change.relative = {change.before > 0.0 ? change.now / change.before - 1.0 : kNone, kNone, kNone, change.difference.p, kNone};
    if (!(change.before > 0.0) || std::isnan(change.difference.p)) return;
    const double t = studentTQuantile(0.5 + confidence / 2.0, change.degrees);
    const double factor = t * t * scale / change.days;
    const double a = change.before * change.before - factor * noise.beforeBefore;
    const double b = change.now * change.before - factor * noise.nowBefore;
    const double c = change.now * change.now - factor * noise.nowNow;
    const double root = b * b - a * c;
    if (a > 0.0 && root >= 0.0) {
        change.relative.lower = std::max(-1.0, (b - std::sqrt(root)) / a - 1.0);
        change.relative.upper = (b + std::sqrt(root)) / a - 1.0;
        return;
    }
    // Not bounded above. Below, the larger root bounds it when the other part of the set is negative, which a ratio cannot be.
    change.relative.lower = -1.0;
    if (a < 0.0 && root >= 0.0 && (b + std::sqrt(root)) / a < 0.0) change.relative.lower = std::max(-1.0, (b - std::sqrt(root)) / a - 1.0);
    change.relative.upper = kInfinite;
}

Verdict verdictOf(const SeriesChange& change, const Noise& noise, double discovery) {
    if (!noise.anyBefore && noise.anyNow) return Verdict::NoDataBefore;
    if (noise.anyBefore && !noise.anyNow) return Verdict::NoDataNow;
    if (std::isnan(change.difference.p)) return Verdict::TooFewDays;
    if (!(change.difference.adjustedP <= discovery)) return Verdict::Unclear;
    if (noise.allZeroBefore) return Verdict::Appeared;
    if (noise.allZeroNow) return Verdict::Vanished;
    return change.difference.value > 0.0 ? Verdict::Up : Verdict::Down;
}

Verdict shareVerdictOf(const SeriesChange& change, double discovery) {
    if (std::isnan(change.share.p)) return Verdict::TooFewDays;
    if (!(change.share.adjustedP <= discovery)) return Verdict::Unclear;
    return change.share.value > 0.0 ? Verdict::Up : Verdict::Down;
}

/// Sums of the series of each day; NaN when none has data. Without shares the mean, which stands for the whole.
std::vector<double> dailyWhole(const DayMatrix& matrix, bool sums) {
    std::vector<double> whole(static_cast<std::size_t>(matrix.days), 0.0);
    std::vector<int> seen(static_cast<std::size_t>(matrix.days), 0);
    for (int s = 0; s < matrix.series; ++s) {
        const auto row = matrix.row(s);
        for (std::size_t k = 0; k < row.size(); ++k) {
            if (!std::isfinite(row[k])) continue;
            whole[k] += row[k];
            ++seen[k];
        }
    }
    for (std::size_t k = 0; k < whole.size(); ++k) {
        if (seen[k] == 0)
            whole[k] = kNone;
        else if (!sums)
            whole[k] /= seen[k];
    }
    return whole;
}

class Inference {
public:
    Inference(PeriodComparison& result, const std::vector<Noise>& noises, const ComparisonOptions& options)
        : m_result(result), m_noises(noises), m_options(options) {}

    void run() {
        const auto differences = variances([](const Noise& n) { return n.difference; }, &m_result.moderated);
        const auto shares = variances([](const Noise& n) { return n.share; }, nullptr);
        std::vector<double> p, shareP;
        for (std::size_t i = 0; i < m_noises.size(); ++i) {
            SeriesChange& change = m_result.series[i];
            estimateOne(change, m_noises[i], differences[i], shares[i]);
            p.push_back(change.difference.p);
            shareP.push_back(change.share.p);
            m_result.tested += std::isnan(change.difference.p) ? 0 : 1;
        }
        const std::vector<double> adjusted = adjustedP(p, m_options.correction);
        const std::vector<double> adjustedShares = adjustedP(shareP, m_options.correction);
        for (std::size_t i = 0; i < m_noises.size(); ++i) {
            SeriesChange& change = m_result.series[i];
            change.difference.adjustedP = change.relative.adjustedP = adjusted[i];
            change.share.adjustedP = adjustedShares[i];
            judge(change, m_noises[i]);
        }
    }

    /// The whole is one test of its own, with its own noise.
    void runWhole(const Noise& noise) {
        SeriesChange& change = m_result.whole;
        const auto degrees = static_cast<double>(noise.terms);
        estimateOne(change, noise, {noise.difference, degrees}, {kNone, degrees});
        change.difference.adjustedP = change.relative.adjustedP = change.difference.p;
        judge(change, noise);
    }

private:
    template <typename Pick>
    std::vector<ModeratedVariance> variances(const Pick& pick, bool* moderated) const {
        std::vector<double> variance, degrees, levels;
        int usable = 0;
        for (std::size_t i = 0; i < m_noises.size(); ++i) {
            variance.push_back(pick(m_noises[i]));
            degrees.push_back(m_noises[i].terms);
            levels.push_back((m_result.series[i].before + m_result.series[i].now) / 2.0);
            usable += variance.back() > 0.0 && levels.back() > 0.0 ? 1 : 0;
        }
        const bool enough = m_options.moderate && usable >= kLeastModerated;
        if (moderated) *moderated = enough;
        if (enough) return moderatedVariances(variance, degrees, levels);
        std::vector<ModeratedVariance> own;
        for (std::size_t i = 0; i < variance.size(); ++i) own.push_back({variance[i], degrees[i]});
        return own;
    }

    void estimateOne(SeriesChange& change, const Noise& noise, ModeratedVariance difference, ModeratedVariance share) const {
        change.degrees = difference.degrees;
        if (m_options.counts && std::isfinite(difference.variance) && change.before + change.now > difference.variance)
            difference.variance = change.before + change.now;
        change.difference =
            estimate(change.now - change.before, difference.variance, difference.degrees, change.days, m_options.confidence);
        const double scale = noise.difference > 0.0 ? difference.variance / noise.difference : 1.0;
        addRatio(change, noise, scale, m_options.confidence);
        change.share = estimate(change.shareNow - change.shareBefore, share.variance, share.degrees, change.days, m_options.confidence);
    }

    void judge(SeriesChange& change, const Noise& noise) const {
        change.verdict = verdictOf(change, noise, m_options.discovery);
        change.shareVerdict = shareVerdictOf(change, m_options.discovery);
    }

    PeriodComparison& m_result;
    const std::vector<Noise>& m_noises;
    const ComparisonOptions& m_options;
};

double sizeOf(const SeriesChange& change, RankBy by) {
    const double value = by == RankBy::Difference ? change.difference.value
                         : by == RankBy::Relative ? change.relative.value
                                                  : change.share.value;
    return std::isnan(value) ? -1.0 : std::abs(value);
}

bool isReal(const SeriesChange& change, RankBy by) {
    const Verdict v = by == RankBy::Share ? change.shareVerdict : change.verdict;
    return v == Verdict::Up || v == Verdict::Down || v == Verdict::Appeared || v == Verdict::Vanished;
}

}  // namespace

PeriodComparison comparePeriods(const DayMatrix& before, const DayMatrix& now, const ComparisonOptions& options) {
    PeriodComparison result;
    const Whole whole{dailyWhole(before, options.shares), dailyWhole(now, options.shares)};
    result.series.resize(static_cast<std::size_t>(before.series));
    std::vector<Noise> noises(result.series.size());
    const bool finished = shareOut(before.series, options.threads, [&] {
        return [&, reader = std::make_shared<SeriesReader>(before, now, whole, options)](int i) {
            if (options.cancelled && options.cancelled()) return false;
            reader->read(i, result.series[static_cast<std::size_t>(i)], noises[static_cast<std::size_t>(i)]);
            return true;
        };
    });
    if (!finished) return {};
    Noise wholeNoise;
    SeriesReader(before, now, whole, options).readWhole(whole.before, whole.now, result.whole, wholeNoise);
    Inference inference(result, noises, options);
    inference.run();
    inference.runWhole(wholeNoise);
    return result;
}

std::vector<int> rankedChanges(const PeriodComparison& comparison, RankBy by) {
    std::vector<int> order(comparison.series.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        const SeriesChange& left = comparison.series[static_cast<std::size_t>(a)];
        const SeriesChange& right = comparison.series[static_cast<std::size_t>(b)];
        const bool realLeft = isReal(left, by);
        const bool realRight = isReal(right, by);
        if (realLeft != realRight) return realLeft;
        return sizeOf(left, by) > sizeOf(right, by);
    });
    return order;
}

}  // namespace mudeung
