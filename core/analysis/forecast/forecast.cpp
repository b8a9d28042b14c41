// SPDX-License-Identifier: GPL-3.0-or-later
// The way from a series to its forecast: back-test of the candidates, choice, fit to everything, bounds, what to say about it.
#include "core/analysis/forecast/forecast.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <thread>
#include <utility>

#include "core/analysis/forecast/catalogue.h"
#include "core/analysis/forecast/combine.h"
#include "core/analysis/math/distributions.h"
#include "core/base/share_out.h"

namespace mudeung::forecast {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

/// Errors of fewer windows are too much a matter of luck to weigh by.
constexpr std::size_t kLeastToWeigh = 3;
/// Inverse squares: as if the errors of the members were independent (Bates & Granger 1969), with the mean absolute error for the
/// deviation.
constexpr double kWeightPower = 2.0;
/// From so many values on, the last fit starts from the one of the first origin, form kept (`Model::refit`); shorter series are fitted
/// anew.
constexpr int kLongSeries = 300;

/// A model or a mix of models with its forecasts in the back-test.
struct Tried {
    std::string id;
    std::string name;
    std::string why;
    std::vector<std::size_t> members;  ///< of a mix: indices into the single models
    Combination how = Combination::Median;
    bool mix = false;
    std::vector<std::vector<double>> weights;  ///< of a weighted mix: one set per window, from the windows before it
    std::vector<Prediction> windows;
    std::unique_ptr<FittedModel> first;
    std::vector<double> loss;
    Score score;
};

class Run {
public:
    Run(const Series& series, const ForecastOptions& options, const Cancelled& cancelled)
        : m_given(series), m_options(options), m_cancelled(cancelled) {}

    SeriesForecast result();

private:
    bool stopped() const { return m_cancelled && m_cancelled(); }
    void note(Note::Code code, double number = 0.0, double second = 0.0) { m_out.notes.push_back({code, number, second}); }
    std::vector<double> actualOf(std::size_t window) const;

    void prepare();
    void selectCandidates();
    void plan();
    void tryModels();
    void tryMixes();
    void measure(Tried& tried) const;
    int decide();
    const FittedModel* warm(const Tried& tried) const;
    bool fitChosen(int chosen);
    void lastResort();
    std::vector<Prediction> windowsWithBounds(const Tried& tried) const;
    void bounds(int chosen);
    void findAnomalies(const std::vector<double>& fitted);
    void tellAccuracy();
    void listCandidates(int chosen);

    const Series& m_given;
    const ForecastOptions& m_options;
    const Cancelled& m_cancelled;
    Series m_series;  ///< without the leading gap, seasons that can be seen
    Candidates m_candidates;
    int m_forced = -1;  ///< index into m_tried of the model that was asked for
    bool m_nonNegative = false;
    double m_scale = kNone;
    double m_squareScale = kNone;
    BackTestPlan m_plan;
    std::vector<Tried> m_tried;  ///< single models, then mixes
    std::unique_ptr<FittedModel> m_fitted;
    SeriesForecast m_out;
};

std::vector<double> Run::actualOf(std::size_t window) const {
    const auto begin = m_series.values.begin() + m_plan.origins[window];
    return {begin, begin + m_plan.horizon};
}

void Run::prepare() {
    m_out.profile = describe(m_given.values, m_given.seasons);
    const SeriesProfile& p = m_out.profile;
    m_series.values.assign(m_given.values.begin() + p.leadingGap, m_given.values.end());
    m_series.seasons = p.seasons;
    for (const auto& column : m_given.regressors) {
        const auto skipped = std::min(column.size(), static_cast<std::size_t>(p.leadingGap));
        m_series.regressors.emplace_back(column.begin() + static_cast<std::ptrdiff_t>(skipped), column.end());
    }
    m_nonNegative = m_options.nonNegative.value_or(p.nonNegative);
    if (p.innerGaps > 0) note(Note::Code::GapsFilled, p.innerGaps);
    if (p.sparse) note(Note::Code::Sparse, p.zeroShare);
    if (p.constant && p.observed > 1) note(Note::Code::Constant);
    for (const int m : m_given.seasons)
        if (m > 1 && std::find(p.seasons.begin(), p.seasons.end(), m) == p.seasons.end()) note(Note::Code::SeasonNotUsed, m);
    if (2 * m_options.horizon > p.length) note(Note::Code::HorizonLong, m_options.horizon);
}

void Run::selectCandidates() {
    m_candidates = candidatesFor(m_out.profile, !m_series.regressors.empty());
    const std::string& wanted = m_options.model;
    const auto isMix = [&] {
        return std::any_of(m_candidates.mixes.begin(), m_candidates.mixes.end(), [&](const auto& mix) { return mix.id == wanted; });
    };
    if (wanted != "auto" && !isMix()) {
        const Model* model = findModel(wanted);
        m_candidates.mixes.clear();
        m_candidates.models.resize(1);  // the benchmark
        if (model && model->id() != std::string(m_candidates.models.front()->id())) m_candidates.models.push_back(model);
    }
    for (const Model* model : m_candidates.models) {
        Tried tried;
        tried.id = model->id();
        m_tried.push_back(std::move(tried));
    }
    for (const auto& mix : m_candidates.mixes) {
        Tried tried;
        tried.id = mix.id;
        tried.mix = true;
        tried.members = mix.members;
        tried.how = mix.how;
        m_tried.push_back(std::move(tried));
    }
    for (std::size_t i = 0; i < m_tried.size(); ++i)
        if (m_tried[i].id == wanted) m_forced = static_cast<int>(i);
}

/// Origins as far apart as the horizon while half of the series remains for the first fit; closer together when it is short, so that there
/// are some at all.
void Run::plan() {
    const int length = m_out.profile.length;
    const int season = m_series.seasons.empty() ? 1 : m_series.seasons.back();
    const int least = std::max({2 * season + 2, length / 2, 5});
    const int room = length - m_options.horizon - least;
    if (m_options.windows > 0 && room >= 0) {
        int step = m_options.step;
        if (step <= 0) step = m_options.windows > 1 ? std::clamp(room / (m_options.windows - 1), 1, m_options.horizon) : 1;
        m_plan = planBackTest(length, m_options.horizon, m_options.windows, step, least);
    }
    if (m_options.windows > 0 && m_plan.empty()) note(Note::Code::TooShortForBackTest, m_out.profile.observed);
    const auto windows = static_cast<int>(m_plan.origins.size());
    if (windows > 0 && windows < m_options.windows) note(Note::Code::FewWindows, windows);
    const std::span<const double> all(m_series.values);
    const auto history = m_plan.empty() ? all : all.first(static_cast<std::size_t>(m_plan.origins.front()));
    m_scale = naiveScale(history, m_series.season());
    m_squareScale = naiveSquareScale(history, m_series.season());
    if (std::isnan(m_scale)) m_scale = naiveScale(all, m_series.season());
    if (std::isnan(m_squareScale)) m_squareScale = naiveSquareScale(all, m_series.season());
}

void Run::measure(Tried& tried) const {
    AccuracyTable table(m_plan.horizon, {}, m_scale, m_squareScale);
    tried.loss.clear();
    for (std::size_t w = 0; w < tried.windows.size(); ++w) {
        const std::vector<double> actual = actualOf(w);
        AccuracyTable one(m_plan.horizon, {}, m_scale, m_squareScale);
        for (int h = 1; h <= m_plan.horizon; ++h) {
            const auto at = static_cast<std::size_t>(h - 1);
            table.add(h, actual[at], tried.windows[w].mean[at]);
            one.add(h, actual[at], tried.windows[w].mean[at]);
        }
        const Score score = one.overall();
        tried.loss.push_back(m_candidates.bySquares ? score.rmsse : score.mase);
    }
    tried.score = table.overall();
}

void Run::tryModels() {
    BackTestOptions options;
    options.refitEvery = m_options.refitEvery;
    options.nonNegative = m_nonNegative;
    if (m_options.refitEvery > 0) options.levels = m_options.levels;
    shareOut(static_cast<int>(m_candidates.models.size()), m_options.threads, [&] {
        return [&](int i) {
            const auto at = static_cast<std::size_t>(i);
            BackTest test = backTest(*m_candidates.models[at], m_series, m_plan, options, m_cancelled);
            Tried& tried = m_tried[at];
            tried.why = test.ok() ? std::string() : test.why;
            if (test.first) tried.name = test.first->name();
            tried.windows = std::move(test.windows);
            tried.first = std::move(test.first);
            if (!tried.windows.empty()) measure(tried);
            return !stopped();
        };
    });
}

/// Means (and bounds, if the members have them) of a mix at each origin.
std::vector<Prediction> mixWindows(const Tried& mix, std::span<const std::vector<Prediction>* const> members) {
    std::vector<Prediction> windows;
    for (std::size_t w = 0; w < members.front()->size(); ++w) {
        std::vector<const Prediction*> parts;
        for (const auto* member : members) parts.push_back(&(*member)[w]);
        windows.push_back(combine(parts, mix.how,
                                  mix.how == Combination::Weighted ? std::span<const double>(mix.weights[w]) : std::span<const double>()));
    }
    return windows;
}

void Run::tryMixes() {
    for (Tried& mix : m_tried) {
        if (!mix.mix) continue;
        std::erase_if(mix.members, [&](std::size_t i) { return m_tried[i].windows.empty(); });
        if (mix.members.empty()) {
            mix.why = "none of its members suits the series";
            continue;
        }
        std::vector<const std::vector<Prediction>*> windows;
        for (const std::size_t i : mix.members) {
            windows.push_back(&m_tried[i].windows);
            mix.name += (mix.name.empty() ? "" : ", ") + m_tried[i].id;
        }
        // Weights for a window may only know the windows that had ended: with origins closer than the horizon those lie further back.
        for (std::size_t w = 0; mix.how == Combination::Weighted && w <= m_plan.origins.size(); ++w) {
            std::size_t ended = 0;
            while (ended < w && (w == m_plan.origins.size() || m_plan.origins[ended] + m_plan.horizon <= m_plan.origins[w])) ++ended;
            std::vector<double> errors;
            for (const std::size_t i : mix.members) errors.push_back(meanLoss(std::span(m_tried[i].loss).first(ended)));
            const bool known = ended >= kLeastToWeigh && std::any_of(errors.begin(), errors.end(), [](double e) { return !std::isnan(e); });
            mix.weights.push_back(known ? inverseErrorWeights(errors, kWeightPower)
                                        : std::vector<double>(errors.size(), 1.0 / static_cast<double>(errors.size())));
        }
        mix.windows = mixWindows(mix, windows);
        measure(mix);
    }
}

int Run::decide() {
    int preferred = -1;
    std::vector<std::vector<double>> losses;
    for (std::size_t i = 0; i < m_tried.size(); ++i) {
        losses.push_back(m_tried[i].loss);
        if (m_tried[i].id == (m_plan.empty() ? m_candidates.withoutBackTest : m_candidates.preferred)) preferred = static_cast<int>(i);
    }
    if (m_forced >= 0) return m_forced;
    ChoiceRule rule = m_options.rule;
    if (m_plan.origins.size() > 1) rule.overlap *= static_cast<double>(m_plan.horizon) / (m_plan.origins[1] - m_plan.origins[0]);
    const int chosen = m_plan.empty() ? -1 : choose(losses, preferred, rule);
    return chosen >= 0 ? chosen : preferred;
}

const FittedModel* Run::warm(const Tried& tried) const {
    return m_out.profile.length >= kLongSeries ? tried.first.get() : nullptr;
}

bool Run::fitChosen(int chosen) {
    Tried& tried = m_tried[static_cast<std::size_t>(chosen)];
    std::string why;
    if (!tried.mix) {
        m_fitted = fitKnown(*m_candidates.models[static_cast<std::size_t>(chosen)], m_series, m_out.profile.length, &why, warm(tried));
    } else {
        std::vector<std::unique_ptr<FittedModel>> fits;
        std::vector<double> weights;
        std::vector<std::unique_ptr<FittedModel>> each(tried.members.size());
        std::vector<std::string> reasons(tried.members.size());
        shareOut(static_cast<int>(tried.members.size()), m_options.threads, [&] {
            return [&](int i) {
                const auto k = static_cast<std::size_t>(i);
                const std::size_t member = tried.members[k];
                each[k] = fitKnown(*m_candidates.models[member], m_series, m_out.profile.length, &reasons[k], warm(m_tried[member]));
                return !stopped();
            };
        });
        for (std::size_t k = 0; k < each.size(); ++k) {
            if (!each[k]) {
                why = reasons[k];
                continue;
            }
            fits.push_back(std::move(each[k]));
            if (tried.how == Combination::Weighted) weights.push_back(tried.weights.empty() ? 1.0 : tried.weights.back()[k]);
        }
        if (fits.size() == 1)
            m_fitted = std::move(fits.front());
        else if (!fits.empty())
            m_fitted = combineFitted(std::move(fits), tried.how, std::move(weights));
    }
    if (!m_fitted) {
        tried.why = why;
        return false;
    }
    m_out.model = tried.id;
    m_out.name = m_fitted->name();
    return true;
}

/// No model wants so few values: the last one is repeated, and nobody knows how wrong that is.
void Run::lastResort() {
    double last = 0.0;
    for (const double v : m_series.values)
        if (!std::isnan(v)) last = v;
    const std::vector<double> none(static_cast<std::size_t>(m_options.horizon), kNone);
    m_out.model = "naive";
    m_out.name = "naive";
    m_out.forecast.mean.assign(static_cast<std::size_t>(m_options.horizon), last);
    m_out.forecast.lower.assign(m_options.levels.size(), none);
    m_out.forecast.upper = m_out.forecast.lower;
    m_out.modelBounds = m_out.conformal = m_out.forecast;
    m_out.calibratedLevel.assign(m_options.levels.size(), false);
    note(Note::Code::TooShortToFit, m_out.profile.observed);
}

std::vector<Prediction> Run::windowsWithBounds(const Tried& tried) const {
    if (tried.windows.empty() || !tried.windows.front().lower.empty() || m_options.levels.empty()) return tried.windows;
    BackTestOptions options;
    options.levels = m_options.levels;
    options.nonNegative = m_nonNegative;
    if (!tried.mix) return rollForward(*tried.first, m_series, m_plan, options, m_cancelled);
    std::vector<std::vector<Prediction>> parts;
    std::vector<const std::vector<Prediction>*> pointers;
    for (const std::size_t i : tried.members) parts.push_back(rollForward(*m_tried[i].first, m_series, m_plan, options, m_cancelled));
    for (const auto& part : parts) {
        if (part.empty()) return {};
        pointers.push_back(&part);
    }
    return mixWindows(tried, pointers);
}

void Run::bounds(int chosen) {
    const auto& levels = m_options.levels;
    m_out.modelBounds = m_fitted->predict(m_options.horizon, levels);
    if (m_nonNegative) clampNonNegative(m_out.modelBounds);
    std::vector<Prediction> windows = windowsWithBounds(m_tried[static_cast<std::size_t>(chosen)]);
    std::vector<std::vector<double>> actual;
    for (std::size_t w = 0; w < windows.size(); ++w) actual.push_back(actualOf(w));

    m_out.conformalCalibration = calibrate(windows, actual, levels, m_options.conformal);
    m_out.conformal = calibrated(m_out.modelBounds, m_out.conformalCalibration);
    const bool asAsked = m_options.intervals == IntervalKind::Conformal;
    if (asAsked) m_out.calibration = m_out.conformalCalibration;
    if (m_options.intervals == IntervalKind::Auto) m_out.calibration = calibrate(windows, actual, levels, {-1, true, true});
    if (m_options.intervals == IntervalKind::Model) m_out.calibration.coverage.assign(levels.size(), kNone);
    m_out.forecast = m_options.intervals == IntervalKind::Model ? m_out.modelBounds : calibrated(m_out.modelBounds, m_out.calibration);
    if (m_nonNegative) {
        clampNonNegative(m_out.conformal);
        clampNonNegative(m_out.forecast);
    }
    for (std::size_t k = 0; k < levels.size(); ++k) {
        m_out.calibratedLevel.push_back(!windows.empty() && m_options.intervals != IntervalKind::Model && m_out.calibration.enough(k));
        if (!windows.empty() && m_options.intervals != IntervalKind::Model && !m_out.calibratedLevel.back())
            note(Note::Code::FewErrorsForLevel, levels[k],
                 *std::min_element(m_out.calibration.scores.begin(), m_out.calibration.scores.end()));
    }
    // Coverage of the model's own bounds, and the scores of the bounds that are shown.
    AccuracyTable own(m_options.horizon, levels, m_scale, m_squareScale);
    AccuracyTable shown(m_options.horizon, levels, m_scale, m_squareScale);
    for (std::size_t w = 0; w < windows.size(); ++w) {
        Prediction p = windows[w];
        std::vector<double> lower(levels.size());
        std::vector<double> upper(levels.size());
        const auto add = [&](AccuracyTable& table, const Prediction& from) {
            for (std::size_t h = 0; h < actual[w].size(); ++h) {
                for (std::size_t k = 0; k < levels.size(); ++k) {
                    lower[k] = from.lower[k][h];
                    upper[k] = from.upper[k][h];
                }
                table.add(static_cast<int>(h) + 1, actual[w][h], from.mean[h], lower, upper);
            }
        };
        add(own, p);
        if (m_options.intervals != IntervalKind::Model) p = calibrated(p, m_out.calibration);
        if (m_nonNegative) clampNonNegative(p);
        add(shown, p);
        windows[w] = std::move(p);
    }
    m_out.modelCoverage = own.overall().coverage;
    if (windows.empty()) return;
    m_out.overall = shown.overall();
    // With the own window left out where that can be said: a window cannot vouch for itself.
    for (std::size_t k = 0; k < levels.size(); ++k)
        if (m_out.calibratedLevel[k] && !std::isnan(m_out.calibration.coverage[k]))
            m_out.overall.coverage[k] = m_out.calibration.coverage[k];
    for (int h = 1; h <= m_options.horizon; ++h) m_out.bySteps.push_back(shown.at(h));
    if (m_options.keepDetails) m_out.windows = std::move(windows);
}

void Run::findAnomalies(const std::vector<double>& fitted) {
    std::vector<double> sizes;
    for (std::size_t t = 0; t < fitted.size() && t < m_series.values.size(); ++t) {
        const double error = std::abs(m_series.values[t] - fitted[t]);
        if (!std::isnan(error)) sizes.push_back(error);
    }
    if (sizes.size() < 10) return;
    const auto half = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
    std::nth_element(sizes.begin(), half, sizes.end());
    const double deviation = *half / normalQuantile(0.75);
    if (!(deviation > 0.0)) return;
    const double reach = normalQuantile(0.5 + m_options.anomalyLevel / 200.0) * deviation;
    for (std::size_t t = 0; t < fitted.size() && t < m_series.values.size(); ++t) {
        const double error = m_series.values[t] - fitted[t];
        if (!(std::abs(error) > reach)) continue;
        const double lower = fitted[t] - reach;
        m_out.anomalies.push_back({static_cast<int>(t) + m_out.profile.leadingGap, m_series.values[t], fitted[t],
                                   m_nonNegative ? std::max(0.0, lower) : lower, fitted[t] + reach, error / deviation});
    }
}

void Run::tellAccuracy() {
    if (m_plan.empty()) return;
    m_out.benchmark = m_tried.front().score;
    const double ours = m_candidates.bySquares ? m_out.overall.rmsse : m_out.overall.mase;
    const double theirs = m_candidates.bySquares ? m_out.benchmark.rmsse : m_out.benchmark.mase;
    if (ours >= theirs) note(Note::Code::NotBetterThanSeasonalNaive, ours, theirs);
    for (std::size_t k = 0; k < m_options.levels.size() && k < m_out.overall.coverage.size(); ++k) {
        const double inside = m_out.overall.coverage[k];
        if (std::abs(inside - m_options.levels[k] / 100.0) > 0.1) note(Note::Code::CoverageOff, m_options.levels[k], inside);
    }
}

void Run::listCandidates(int chosen) {
    for (Tried& tried : m_tried)
        m_out.candidates.push_back({std::move(tried.id), std::move(tried.name), std::move(tried.why), tried.score, std::move(tried.loss)});
    Candidate& ours = m_out.candidates[static_cast<std::size_t>(chosen)];
    if (m_fitted && m_out.model == ours.id) ours.name = m_out.name;
    std::stable_sort(m_out.candidates.begin(), m_out.candidates.end(), [](const Candidate& a, const Candidate& b) {
        const double left = meanLoss(a.windowLoss);
        const double right = meanLoss(b.windowLoss);
        return std::isnan(right) ? !std::isnan(left) : left < right;
    });
    if (m_options.keepDetails) return;
    for (Candidate& candidate : m_out.candidates) candidate.windowLoss.clear();
}

SeriesForecast Run::result() {
    prepare();
    if (m_out.profile.observed == 0 || m_options.horizon < 1) return std::move(m_out);
    selectCandidates();
    plan();
    if (!m_plan.empty()) {
        tryModels();
        tryMixes();
    }
    if (stopped()) return {};
    int chosen = decide();
    bool fits = chosen >= 0 && fitChosen(chosen);
    if (!fits && m_forced >= 0) note(Note::Code::ModelRefused);
    // What was preferred may not suit: then whatever does, the benchmark first.
    for (std::size_t i = 0; !fits && i < m_tried.size() && !stopped(); ++i) {
        chosen = static_cast<int>(i);
        fits = fitChosen(chosen);
    }
    if (stopped()) return {};
    if (fits) {
        bounds(chosen);
        findAnomalies(m_fitted->fitted());
        if (m_options.keepDetails) {
            m_out.fitted.assign(static_cast<std::size_t>(m_out.profile.leadingGap), kNone);
            m_out.fitted.insert(m_out.fitted.end(), m_fitted->fitted().begin(), m_fitted->fitted().end());
        }
        tellAccuracy();
    } else {
        lastResort();
    }
    listCandidates(std::max(chosen, 0));
    m_out.plan = m_plan;
    for (int& origin : m_out.plan.origins) origin += m_out.profile.leadingGap;
    m_out.ok = !stopped();
    return std::move(m_out);
}

}  // namespace

SeriesForecast forecastSeries(const Series& series, const ForecastOptions& options, const Cancelled& cancelled) {
    return Run(series, options, cancelled).result();
}

std::vector<SeriesForecast> forecastAll(std::span<const Series> series, const ForecastOptions& options, int threads,
                                        const std::function<void(int)>& done, const Cancelled& cancelled) {
    std::vector<SeriesForecast> results(series.size());
    ForecastOptions each = options;
    // One series alone: its models are shared out instead. The numbers do not depend on it.
    if (series.size() == 1) each.threads = threads > 0 ? threads : static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
    const bool finished = shareOut(static_cast<int>(series.size()), threads, [&] {
        return [&](int i) {
            if (cancelled && cancelled()) return false;
            results[static_cast<std::size_t>(i)] = forecastSeries(series[static_cast<std::size_t>(i)], each, cancelled);
            if (done) done(i);
            return !(cancelled && cancelled());
        };
    });
    if (!finished) results.clear();
    return results;
}

}  // namespace mudeung::forecast
