// SPDX-License-Identifier: GPL-3.0-or-later
// The forecast of a question as an analysis: series in, forecasts that add up, their past accuracy and odd days out.
#include <QCoreApplication>
#include <QJsonArray>
#include <atomic>
#include <cmath>

#include "core/analysis/forecast/calendar_regressors.h"
#include "core/analysis/forecast/forecast.h"
#include "core/analysis/forecast/forecast_words.h"
#include "core/analysis/forecast/question_series.h"
#include "core/analysis/forecast/reconcile.h"
#include "core/analysis/frame/registry.h"
#include "core/model/names.h"

namespace mudeung {

namespace {

using namespace forecast;

const std::vector<double> kLevels{80.0, 90.0, 95.0};

QString name() {
    return QCoreApplication::translate("Analysis", "Forecast");
}

QString summary() {
    return QCoreApplication::translate("Analysis",
                                       "What numbers can be expected in the coming weeks and months, and how certain are they?");
}

QString obstacle(const AnalysisSubject& subject) {
    if (subject.dataset.timeStep == TimeStep::Year)
        return QCoreApplication::translate("Analysis", "“%1” has one number a year, too few to forecast from. Choose data by month or day.")
            .arg(datasetTitle(subject.dataset));
    return {};
}

SeriesUnit seriesUnitOf(const ParameterValues& values) {
    const QString id = values.choice(QStringLiteral("unit"));
    if (id == QLatin1String("group")) return SeriesUnit::Group;
    if (id == QLatin1String("district")) return SeriesUnit::District;
    if (id == QLatin1String("dong")) return SeriesUnit::Dong;
    return id == QLatin1String("place") ? SeriesUnit::Place : SeriesUnit::Everything;
}

SeriesStep seriesStepOf(const ParameterValues& values) {
    const QString id = values.choice(QStringLiteral("step"));
    for (const SeriesStep step : {SeriesStep::Hour, SeriesStep::Day, SeriesStep::Week}) {
        if (id == stepId(step)) return step;
    }
    return SeriesStep::Month;
}

/// Days of the week are a season already; holidays and vacations are what a daily series cannot know by itself.
std::vector<std::vector<double>> calendarOf(const QuestionSeries& series, int horizon) {
    if (series.step != SeriesStep::Day) return {};
    CalendarRegressorOptions options;
    options.weekdays = false;
    return calendarColumns(series.first, static_cast<int>(series.times.size()) + horizon, options).columns;
}

std::vector<Series> inputsOf(const QuestionSeries& question, int horizon, bool calendar) {
    std::vector<Series> inputs(question.values.size());
    const auto columns = calendar ? calendarOf(question, horizon) : std::vector<std::vector<double>>{};
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        inputs[i].values = question.values[i];
        inputs[i].seasons = question.seasons;
        inputs[i].regressors = columns;
    }
    return inputs;
}

/// How many sums there are of each level.
QJsonObject levelCounts(const QuestionSeries& question) {
    QJsonObject counts;
    for (std::size_t i = 0; i < question.sums.size(); ++i) {
        const QString level = question.levels[static_cast<int>(i)];
        counts.insert(level, counts.value(level).toInt() + 1);
    }
    return counts;
}

/// Means that add up over all levels; bounds move with their means.
QJsonObject addUp(const QuestionSeries& question, std::vector<SeriesForecast>& forecasts, int horizon, const QString& how,
                  const Progress& progress) {
    if (how == QLatin1String("none") || question.sums.empty()) return {{QStringLiteral("method"), QStringLiteral("none")}};
    Hierarchy hierarchy;
    hierarchy.bottom = static_cast<int>(forecasts.size() - question.sums.size());
    hierarchy.aggregates = question.sums;
    std::vector<std::vector<double>> base, residuals;
    for (std::size_t i = 0; i < forecasts.size(); ++i) {
        base.push_back(forecasts[i].forecast.mean);
        base.back().resize(static_cast<std::size_t>(horizon), 0.0);
        std::vector<double> errors(question.values[i].size(), std::nan(""));
        for (std::size_t t = 0; t < errors.size() && t < forecasts[i].fitted.size(); ++t)
            errors[t] = question.values[i][t] - forecasts[i].fitted[t];
        residuals.push_back(std::move(errors));
    }
    bool nonNegative = true;
    for (const SeriesForecast& f : forecasts) nonNegative = nonNegative && f.profile.nonNegative;
    ReconcileMethod method = how == QLatin1String("bottom") ? ReconcileMethod::BottomUp : ReconcileMethod::MintShrink;
    auto result = reconcile(hierarchy, base, residuals, method, nonNegative, nullptr, [&progress] { return progress.isCancelled(); });
    if (!result) result = reconcile(hierarchy, base, residuals, method = ReconcileMethod::BottomUp, nonNegative);
    if (!result) return {{QStringLiteral("method"), QStringLiteral("none")}};
    double moved = 0.0;
    double total = 0.0;
    for (std::size_t i = 0; i < forecasts.size(); ++i) {
        Prediction& p = forecasts[i].forecast;
        for (std::size_t h = 0; h < p.mean.size(); ++h) {
            const double shift = result->forecasts[i][h] - p.mean[h];
            if (i == 0) {
                moved += std::abs(shift);
                total += std::abs(p.mean[h]);
            }
            p.mean[h] = result->forecasts[i][h];
            for (std::size_t k = 0; k < p.lower.size(); ++k) {
                p.lower[k][h] = nonNegative ? std::max(0.0, p.lower[k][h] + shift) : p.lower[k][h] + shift;
                p.upper[k][h] += shift;
            }
        }
    }
    return {{QStringLiteral("method"), method == ReconcileMethod::BottomUp ? QStringLiteral("bottom") : QStringLiteral("mint")},
            {QStringLiteral("sums"), levelCounts(question)},
            {QStringLiteral("shrinkage"), result->shrinkage},
            {QStringLiteral("raised"), result->raised},
            {QStringLiteral("moved"), total > 0.0 ? moved / total : 0.0}};
}

ResultColumn numbers(const char* id, ColumnKind kind, int decimals) {
    return {QLatin1String(id), kind, decimals, {}, {}};
}
ResultColumn texts(const char* id, ColumnKind kind) {
    return {QLatin1String(id), kind, 0, {}, {}};
}

double sumOf(const std::vector<double>& values, std::size_t from) {
    double sum = 0.0;
    for (std::size_t i = from; i < values.size(); ++i) sum += values[i];
    return sum;
}

bool notBetter(const SeriesForecast& f) {
    return std::any_of(f.notes.begin(), f.notes.end(), [](const Note& n) { return n.code == Note::Code::NotBetterThanSeasonalNaive; });
}

/// One row per series: what is expected beside what was, and how far the forecast could be trusted in the past.
ResultTable seriesTable(const QuestionSeries& question, const std::vector<SeriesForecast>& forecasts, int horizon, int decimals) {
    ResultTable table;
    table.id = QStringLiteral("series");
    table.rows = question.rows;
    ResultColumn level = texts("level", ColumnKind::Category);
    ResultColumn expected = numbers("expected", ColumnKind::Number, decimals), before = numbers("before", ColumnKind::Number, decimals);
    ResultColumn change = numbers("change", ColumnKind::Share, 1), model = texts("model", ColumnKind::Text);
    ResultColumn mase = numbers("mase", ColumnKind::Number, 2), rmsse = numbers("rmsse", ColumnKind::Number, 2);
    ResultColumn pinball = numbers("pinball", ColumnKind::Number, 2), bias = numbers("bias", ColumnKind::Number, 2);
    ResultColumn coverage = numbers("coverage90", ColumnKind::Share, 0), better = texts("better", ColumnKind::Category);
    for (std::size_t i = 0; i < forecasts.size(); ++i) {
        const SeriesForecast& f = forecasts[i];
        const std::vector<double>& v = question.values[i];
        const auto h = static_cast<std::size_t>(horizon);
        const double was = v.size() >= h ? sumOf(v, v.size() - h) : std::nan("");
        const double will = f.ok ? sumOf(f.forecast.mean, 0) : std::nan("");
        table.keys << question.keys[static_cast<int>(i)];
        table.labels << question.labels[static_cast<int>(i)];
        table.lon << question.lon[static_cast<int>(i)];
        table.lat << question.lat[static_cast<int>(i)];
        level.texts << question.levels[static_cast<int>(i)];
        expected.numbers << will;
        before.numbers << was;
        change.numbers << (was > 0.0 ? will / was - 1.0 : std::nan(""));
        model.texts << QString::fromStdString(f.name);
        const bool tested = f.overall.count > 0;
        mase.numbers << (tested ? f.overall.mase : std::nan(""));
        rmsse.numbers << (tested ? f.overall.rmsse : std::nan(""));
        pinball.numbers << (tested ? f.overall.pinball : std::nan(""));
        bias.numbers << (tested ? f.overall.bias : std::nan(""));
        coverage.numbers << (tested && f.overall.coverage.size() > 1 ? f.overall.coverage[1] : std::nan(""));
        better.texts << (!tested ? QStringLiteral("untested") : notBetter(f) ? QStringLiteral("no") : QStringLiteral("yes"));
    }
    table.columns = {level, expected, before, change, model, mase, rmsse, pinball, bias, coverage, better};
    return table;
}

/// Every step of every series: keys "series/time".
ResultTable stepsTable(const QuestionSeries& question, const std::vector<SeriesForecast>& forecasts, const QStringList& future,
                       int decimals) {
    ResultTable table;
    table.id = QStringLiteral("steps");
    ResultColumn series = texts("series", ColumnKind::Text), time = texts("time", ColumnKind::Text);
    ResultColumn mean = numbers("mean", ColumnKind::Number, decimals);
    QVector<ResultColumn> bounds;
    for (const double level : kLevels)
        for (const char* side : {"lower", "upper"})
            bounds << ResultColumn{QLatin1String(side) + QString::number(level), ColumnKind::Number, decimals, {}, {}};
    for (std::size_t i = 0; i < forecasts.size(); ++i) {
        const Prediction& p = forecasts[i].forecast;
        for (std::size_t h = 0; h < p.mean.size(); ++h) {
            table.keys << question.keys[static_cast<int>(i)] + QLatin1Char('/') + future[static_cast<int>(h)];
            table.labels << question.labels[static_cast<int>(i)];
            series.texts << question.keys[static_cast<int>(i)];
            time.texts << future[static_cast<int>(h)];
            mean.numbers << p.mean[h];
            for (std::size_t k = 0; k < kLevels.size(); ++k) {
                const bool known = k < p.lower.size() && h < p.lower[k].size();
                bounds[static_cast<int>(2 * k)].numbers << (known ? p.lower[k][h] : std::nan(""));
                bounds[static_cast<int>(2 * k + 1)].numbers << (known ? p.upper[k][h] : std::nan(""));
            }
        }
    }
    table.columns = QVector<ResultColumn>{series, time, mean} + bounds;
    return table;
}

/// What was known of everything together, with what the back-test had said.
ResultTable historyTable(const QuestionSeries& question, const SeriesForecast& f, int decimals) {
    ResultTable table;
    table.id = QStringLiteral("history");
    table.rows = RowKind::Date;
    table.keys = question.times;
    table.labels = question.times;
    ResultColumn value = numbers("value", ColumnKind::Number, decimals), tested = numbers("tested", ColumnKind::Number, decimals);
    value.numbers = QVector<double>(question.values.front().begin(), question.values.front().end());
    tested.numbers.fill(std::nan(""), static_cast<int>(question.times.size()));
    // Windows of one time may overlap; the later origin counts.
    for (std::size_t w = 0; w < f.windows.size() && w < f.plan.origins.size(); ++w) {
        for (std::size_t h = 0; h < f.windows[w].mean.size(); ++h) {
            const auto at = static_cast<std::size_t>(f.plan.origins[w]) + h;
            if (at < question.values.front().size()) tested.numbers[static_cast<int>(at)] = f.windows[w].mean[h];
        }
    }
    table.columns = {value, tested};
    return table;
}

ResultTable horizonTable(const SeriesForecast& f) {
    ResultTable table;
    table.id = QStringLiteral("horizon");
    ResultColumn step = numbers("step", ColumnKind::Number, 0), mase = numbers("mase", ColumnKind::Number, 2),
                 bias = numbers("bias", ColumnKind::Number, 1);
    QVector<ResultColumn> coverage;
    for (const double level : kLevels) coverage << ResultColumn{QStringLiteral("coverage%1").arg(level), ColumnKind::Share, 0, {}, {}};
    for (const Score& s : f.bySteps) {
        if (s.count == 0) continue;
        table.keys << QStringLiteral("%1").arg(s.step, 4, 10, QLatin1Char('0'));
        table.labels << QString::number(s.step);
        step.numbers << s.step;
        mase.numbers << s.mase;
        bias.numbers << s.bias;
        for (std::size_t k = 0; k < kLevels.size(); ++k)
            coverage[static_cast<int>(k)].numbers << (k < s.coverage.size() ? s.coverage[k] : std::nan(""));
    }
    table.columns = QVector<ResultColumn>{step, mase, bias} + coverage;
    return table;
}

ResultTable candidatesTable(const SeriesForecast& f) {
    ResultTable table;
    table.id = QStringLiteral("models");
    ResultColumn name = texts("fitted", ColumnKind::Text), mase = numbers("mase", ColumnKind::Number, 3),
                 rmsse = numbers("rmsse", ColumnKind::Number, 3);
    ResultColumn pinball = numbers("pinball", ColumnKind::Number, 2), why = texts("why", ColumnKind::Text),
                 chosen = texts("chosen", ColumnKind::Category);
    for (const Candidate& c : f.candidates) {
        table.keys << QString::fromStdString(c.id);
        table.labels << QString::fromStdString(c.id);
        name.texts << QString::fromStdString(c.name);
        const bool tested = c.score.count > 0;
        mase.numbers << (tested ? c.score.mase : std::nan(""));
        rmsse.numbers << (tested ? c.score.rmsse : std::nan(""));
        pinball.numbers << (tested ? c.score.pinball : std::nan(""));
        why.texts << QString::fromStdString(c.why);
        chosen.texts << (c.id == f.model ? QStringLiteral("chosen") : c.why.empty() ? QStringLiteral("other") : QStringLiteral("unused"));
    }
    table.columns = {name, mase, rmsse, pinball, chosen, why};
    return table;
}

/// Odd values of all series, the oddest first; the calendar beside them names its holidays in the view.
ResultTable anomaliesTable(const QuestionSeries& question, const std::vector<SeriesForecast>& forecasts, int decimals) {
    struct Odd {
        std::size_t series;
        Anomaly anomaly;
    };
    std::vector<Odd> odd;
    for (std::size_t i = 0; i < forecasts.size(); ++i)
        for (const Anomaly& a : forecasts[i].anomalies) odd.push_back({i, a});
    std::stable_sort(odd.begin(), odd.end(),
                     [](const Odd& a, const Odd& b) { return std::abs(a.anomaly.score) > std::abs(b.anomaly.score); });
    constexpr std::size_t kMost = 1000;
    if (odd.size() > kMost) odd.resize(kMost);
    ResultTable table;
    table.id = QStringLiteral("anomalies");
    ResultColumn time = texts("time", ColumnKind::Text), day = texts("day", ColumnKind::Category),
                 actual = numbers("actual", ColumnKind::Number, decimals);
    ResultColumn expected = numbers("expected", ColumnKind::Number, decimals), lower = numbers("lower", ColumnKind::Number, decimals);
    ResultColumn upper = numbers("upper", ColumnKind::Number, decimals), score = numbers("score", ColumnKind::Number, 1);
    const HolidayCalendar& calendar = HolidayCalendar::korea();
    for (const Odd& o : odd) {
        const QString when = question.times[o.anomaly.index];
        const QDate date = QDate::fromString(when.left(10), Qt::ISODate);
        table.keys << question.keys[static_cast<int>(o.series)] + QLatin1Char('/') + when;
        table.labels << question.labels[static_cast<int>(o.series)];
        time.texts << when;
        day.texts << (!date.isValid() || question.step == SeriesStep::Week ? QString()
                      : calendar.isHoliday(date)                           ? date.toString(Qt::ISODate)
                                                                           : QStringLiteral("weekday%1").arg(date.dayOfWeek()));
        actual.numbers << o.anomaly.actual;
        expected.numbers << o.anomaly.expected;
        lower.numbers << o.anomaly.lower;
        upper.numbers << o.anomaly.upper;
        score.numbers << o.anomaly.score;
    }
    table.columns = {time, day, actual, expected, lower, upper, score};
    return table;
}

QJsonArray notesOf(const SeriesForecast& f) {
    QJsonArray notes;
    for (const Note& n : f.notes) notes.append(QJsonArray{static_cast<int>(n.code), n.number, n.second});
    return notes;
}

QJsonValue orNull(double value) {
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue();
}

QJsonObject factsOf(const QuestionSeries& question, const std::vector<SeriesForecast>& forecasts, const QJsonObject& adding) {
    const SeriesForecast& all = forecasts.front();
    double worse = 0.0;
    double untested = 0.0;
    double sparse = 0.0;
    const auto single = static_cast<std::size_t>(question.firstSingle());
    for (std::size_t i = single; i < forecasts.size(); ++i) {
        worse += notBetter(forecasts[i]) ? 1.0 : 0.0;
        untested += forecasts[i].overall.count == 0 ? 1.0 : 0.0;
        sparse += forecasts[i].profile.sparse ? 1.0 : 0.0;
    }
    QJsonArray coverage;
    for (std::size_t k = 0; k < kLevels.size(); ++k)
        coverage.append(k < all.overall.coverage.size() ? orNull(all.overall.coverage[k]) : QJsonValue());
    return {{QStringLiteral("series"), static_cast<double>(forecasts.size() - single)},
            {QStringLiteral("times"), static_cast<double>(question.times.size())},
            {QStringLiteral("from"), question.times.first()},
            {QStringLiteral("to"), question.times.last()},
            {QStringLiteral("model"), QString::fromStdString(all.model)},
            {QStringLiteral("fitted"), QString::fromStdString(all.name)},
            {QStringLiteral("windows"), static_cast<double>(all.plan.origins.size())},
            {QStringLiteral("mase"), orNull(all.overall.mase)},
            {QStringLiteral("benchmark"), orNull(all.benchmark.mase)},
            {QStringLiteral("coverage"), coverage},
            {QStringLiteral("notes"), notesOf(all)},
            {QStringLiteral("worse"), worse},
            {QStringLiteral("untested"), untested},
            {QStringLiteral("sparse"), sparse},
            {QStringLiteral("adding"), adding}};
}

Result<AnalysisData> run(const AnalysisInput& input, const ParameterValues& values, Progress& progress) {
    const auto question = questionSeries(input, seriesUnitOf(values), seriesStepOf(values), values, progress);
    if (!question) return question.error();
    const int horizon = static_cast<int>(values.integer(QStringLiteral("horizon")));
    ForecastOptions options;
    options.horizon = horizon;
    options.levels = kLevels;
    options.model = values.choice(QStringLiteral("model")).toStdString();
    options.windows = static_cast<int>(values.integer(QStringLiteral("windows")));
    const QString intervals = values.choice(QStringLiteral("intervals"));
    options.intervals = intervals == QLatin1String("model")       ? IntervalKind::Model
                        : intervals == QLatin1String("conformal") ? IntervalKind::Conformal
                                                                  : IntervalKind::Auto;
    const std::vector<Series> inputs = inputsOf(*question, horizon, values.flag(QStringLiteral("calendar")));
    std::atomic<int> finished{0};
    const auto done = [&](int) { progress.set(static_cast<double>(finished.fetch_add(1) + 1) / static_cast<double>(inputs.size())); };
    std::vector<SeriesForecast> forecasts =
        forecastAll(inputs, options, input.threads, done, [&progress] { return progress.isCancelled(); });
    if (progress.isCancelled() || forecasts.empty()) return analysisCancelled();
    if (!forecasts.front().ok)
        return Error{ErrorCode::Usage,
                     QCoreApplication::translate("Analysis", "Nothing was observed in this period, so nothing can be forecast."),
                     {}};
    const QJsonObject adding = addUp(*question, forecasts, horizon, values.choice(QStringLiteral("adding")), progress);
    if (progress.isCancelled()) return analysisCancelled();
    const int decimals = input.subject.measure.aggregation == Aggregation::Mean ? std::max(1, input.subject.measure.decimals)
                                                                                : input.subject.measure.decimals;
    AnalysisData data;
    const SeriesForecast& all = forecasts.front();
    data.tables << seriesTable(*question, forecasts, horizon, decimals)
                << stepsTable(*question, forecasts, question->future(horizon), decimals) << historyTable(*question, all, decimals)
                << horizonTable(all) << candidatesTable(all) << anomaliesTable(*question, forecasts, decimals);
    data.facts = factsOf(*question, forecasts, adding);
    return data;
}

}  // namespace

const AnalysisInfo& forecastAnalysis() {
    static const AnalysisInfo info{"forecast", 3, name, summary, obstacle, forecastParameters, nullptr, run, forecastView};
    return info;
}

}  // namespace mudeung
