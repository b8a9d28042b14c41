// SPDX-License-Identifier: GPL-3.0-or-later
// Sums over series, remarks in words, and the JSON of every series.
#include "app/forecast_report.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <algorithm>
#include <cmath>
#include <map>

#include "core/base/format.h"

namespace mudeung::cli {

namespace {

using forecast::Note;
using forecast::Score;
using forecast::SeriesForecast;

QJsonValue number(double value) {
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue();
}

QJsonArray numbers(const std::vector<double>& values) {
    QJsonArray array;
    for (const double v : values) array.append(number(v));
    return array;
}

QJsonObject scoreJson(const Score& s) {
    QJsonObject json{{"count", s.count},       {"mase", number(s.mase)}, {"rmsse", number(s.rmsse)}, {"mae", number(s.mae)},
                     {"rmse", number(s.rmse)}, {"bias", number(s.bias)}, {"smape", number(s.smape)}};
    if (!s.coverage.empty()) {
        json.insert(QStringLiteral("pinball"), number(s.pinball));
        json.insert(QStringLiteral("wis"), number(s.wis));
        json.insert(QStringLiteral("coverage"), numbers(s.coverage));
        json.insert(QStringLiteral("width"), numbers(s.width));
    }
    if (s.step > 0) json.insert(QStringLiteral("step"), s.step);
    return json;
}

QJsonObject seriesJson(const SeriesFile& file, const LongSeries& source, const SeriesForecast& f) {
    const auto timeOf = [&](int index) { return file.timeText(source.first + file.step * index); };
    QJsonArray notes;
    for (const Note& note : f.notes) notes.append(noteText(note));
    QJsonArray steps;
    for (const Score& s : f.bySteps) steps.append(scoreJson(s));
    QJsonArray candidates;
    for (const auto& c : f.candidates) {
        QJsonObject one{{"id", QString::fromStdString(c.id)}, {"name", QString::fromStdString(c.name)}};
        if (!c.why.empty()) one.insert(QStringLiteral("notUsed"), QString::fromStdString(c.why));
        if (c.score.count > 0) one.insert(QStringLiteral("score"), scoreJson(c.score));
        candidates.append(one);
    }
    QJsonArray odd;
    for (const auto& a : f.anomalies)
        odd.append(QJsonObject{{"time", timeOf(a.index)},
                               {"actual", a.actual},
                               {"expected", a.expected},
                               {"lower", a.lower},
                               {"upper", a.upper},
                               {"score", a.score}});
    QJsonArray origins;
    for (const int origin : f.plan.origins) origins.append(timeOf(origin - 1));
    return {{"id", source.id},
            {"values", f.profile.observed},
            {"missing", f.profile.innerGaps},
            {"from", timeOf(0)},
            {"to", timeOf(static_cast<int>(source.values.size()) - 1)},
            {"model", QString::fromStdString(f.model)},
            {"name", QString::fromStdString(f.name)},
            {"lastKnown", origins},
            {"score", f.overall.count > 0 ? QJsonValue(scoreJson(f.overall)) : QJsonValue()},
            {"benchmark", f.benchmark.count > 0 ? QJsonValue(scoreJson(f.benchmark)) : QJsonValue()},
            {"modelCoverage", numbers(f.modelCoverage)},
            {"bySteps", steps},
            {"candidates", candidates},
            {"odd", odd},
            {"notes", notes}};
}

/// Means over the series that have the number.
struct Means {
    double sum = 0.0;
    int count = 0;
    void add(double value) {
        if (!std::isfinite(value)) return;
        sum += value;
        ++count;
    }
    double mean() const { return count > 0 ? sum / count : std::nan(""); }
};

QString modelsText(const std::vector<SeriesForecast>& results) {
    std::map<std::string, int> counts;
    for (const SeriesForecast& f : results) ++counts[f.ok ? f.model : std::string("–")];
    std::vector<std::pair<int, std::string>> sorted;
    for (const auto& [model, count] : counts) sorted.emplace_back(-count, model);
    std::sort(sorted.begin(), sorted.end());
    QStringList parts;
    for (const auto& [count, model] : sorted) parts << QStringLiteral("%1 %2").arg(QString::fromStdString(model)).arg(-count);
    return parts.join(QStringLiteral(", "));
}

/// One line per kind of remark; the sentence itself when it concerns one series only.
QStringList remarkLines(const SeriesFile& file, const std::vector<SeriesForecast>& results) {
    struct Seen {
        int series = 0;
        QString first;
        Note note;
    };
    std::map<int, Seen> seen;
    for (std::size_t i = 0; i < results.size(); ++i) {
        for (const Note& note : results[i].notes) {
            Seen& s = seen[static_cast<int>(note.code)];
            if (s.series > 0 && s.first == file.series[i].id) continue;  // one remark per level: the first stands for all
            ++s.series;
            if (s.series == 1) {
                s.first = file.series[i].id;
                s.note = note;
            }
        }
    }
    QStringList lines;
    for (const auto& [code, s] : seen)
        lines << (results.size() == 1
                      ? noteText(s.note)
                      : QCoreApplication::translate("Cli", "%n series, such as %1: %2", nullptr, s.series).arg(s.first, noteText(s.note)));
    return lines;
}

}  // namespace

QString noteText(const Note& note) {
    const QString count = formatCount(static_cast<qint64>(note.number));
    switch (note.code) {
        case Note::Code::TooShortToFit:
            return QCoreApplication::translate(
                       "Cli", "Only %1 values: too few for any model. The last value is repeated, and how wrong that is cannot be known.")
                .arg(count);
        case Note::Code::TooShortForBackTest:
            return QCoreApplication::translate(
                       "Cli", "%1 values are too few for a back-test: how good the forecast would have been in the past is not known.")
                .arg(count);
        case Note::Code::FewWindows:
            return QCoreApplication::translate("Cli", "The series is long enough for a back-test of %1 windows only.").arg(count);
        case Note::Code::NotBetterThanSeasonalNaive:
            return QCoreApplication::translate("Cli", "Not better than repeating the last season: scaled error %1 against %2.")
                .arg(formatNumber(note.number, 2), formatNumber(note.second, 2));
        case Note::Code::FewErrorsForLevel:
            return QCoreApplication::translate(
                       "Cli", "The back-test has %1 errors, too few for an interval of %2 % from them; the model's own is given.")
                .arg(formatCount(static_cast<qint64>(note.second)), formatNumber(note.number));
        case Note::Code::CoverageOff:
            return QCoreApplication::translate("Cli", "In the back-test %1 of the values lay inside the interval of %2 %.")
                .arg(formatPercent(note.second, 0), formatNumber(note.number));
        case Note::Code::GapsFilled:
            return QCoreApplication::translate("Cli", "%1 missing values were bridged.").arg(count);
        case Note::Code::Sparse:
            return QCoreApplication::translate("Cli", "%1 of the values are 0: models for intermittent demand were tried.")
                .arg(formatPercent(note.number, 0));
        case Note::Code::SeasonNotUsed:
            return QCoreApplication::translate("Cli", "A season of %1 steps cannot be seen: the series covers fewer than two of them.")
                .arg(count);
        case Note::Code::Constant:
            return QCoreApplication::translate("Cli", "All values are the same.");
        case Note::Code::HorizonLong:
            return QCoreApplication::translate(
                       "Cli", "A horizon of %1 steps is more than half the length of the known series; read the far end with care.")
                .arg(count);
        case Note::Code::ModelRefused:
            return QCoreApplication::translate("Cli", "The model that was asked for does not suit this series; another one was used.");
    }
    return {};
}

ForecastReport makeForecastReport(const SeriesFile& file, const std::vector<SeriesForecast>& results,
                                  const forecast::ForecastOptions& options, const std::vector<int>& seasons, qint64 seed) {
    ForecastReport report;
    Means mase;
    Means rmsse;
    Means benchmark;
    Means bias;
    std::vector<Means> coverage(options.levels.size());
    int better = 0;
    int measured = 0;
    QJsonArray all;
    for (std::size_t i = 0; i < results.size(); ++i) {
        const SeriesForecast& f = results[i];
        all.append(seriesJson(file, file.series[i], f));
        if (f.overall.count == 0) continue;
        mase.add(f.overall.mase);
        rmsse.add(f.overall.rmsse);
        benchmark.add(f.benchmark.mase);
        bias.add(f.overall.bias / f.overall.mae * f.overall.mase);
        for (std::size_t k = 0; k < coverage.size() && k < f.overall.coverage.size(); ++k) coverage[k].add(f.overall.coverage[k]);
        if (!std::isfinite(f.overall.mase) || !std::isfinite(f.benchmark.mase)) continue;
        ++measured;
        better += f.overall.mase < f.benchmark.mase ? 1 : 0;
    }
    report.lines << QCoreApplication::translate("Cli", "Models: %1").arg(modelsText(results));
    if (measured > 0) {
        report.lines << QCoreApplication::translate(
                            "Cli", "Back-test: MASE %1 (seasonal naive %2), RMSSE %3; better than seasonal naive in %4 of %5 series.")
                            .arg(formatNumber(mase.mean(), 3), formatNumber(benchmark.mean(), 3), formatNumber(rmsse.mean(), 3))
                            .arg(better)
                            .arg(measured);
        for (std::size_t k = 0; k < coverage.size(); ++k)
            report.lines << QCoreApplication::translate("Cli", "Interval of %1 %: %2 of the back-test's values lay inside.")
                                .arg(formatNumber(options.levels[k], options.levels[k] == std::floor(options.levels[k]) ? 0 : 1),
                                     formatPercent(coverage[k].mean()));
    }
    report.lines << remarkLines(file, results);
    QJsonArray seasonList;
    for (const int m : seasons) seasonList.append(m);
    QJsonArray covered;
    for (const Means& m : coverage) covered.append(number(m.mean()));
    report.json = {{"horizon", options.horizon},
                   {"season", seasonList},
                   {"levels", numbers(options.levels)},
                   {"windows", options.windows},
                   {"asked", QString::fromStdString(options.model)},
                   {"seed", static_cast<double>(seed)},
                   {"mase", number(mase.mean())},
                   {"rmsse", number(rmsse.mean())},
                   {"benchmarkMase", number(benchmark.mean())},
                   {"scaledBias", number(bias.mean())},
                   {"coverage", covered},
                   {"betterThanBenchmark", better},
                   {"measured", measured},
                   {"series", all}};
    return report;
}

}  // namespace mudeung::cli
