// SPDX-License-Identifier: GPL-3.0-or-later
// `mudeung forecast`: forecasts of every series of a long-form file, with intervals and what the back-test says about them.
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <algorithm>
#include <atomic>
#include <cmath>

#include "app/command.h"
#include "app/forecast_report.h"
#include "core/analysis/forecast/calendar_regressors.h"
#include "core/analysis/forecast/catalogue.h"
#include "core/analysis/forecast/forecast.h"
#include "core/base/csv_text.h"
#include "core/base/format.h"
#include "core/export/out_file.h"
#include "core/import/series_file.h"

namespace mudeung::cli {

namespace {

struct ForecastJob {
    QString file;
    SeriesColumns columns;
    std::vector<int> seasons;
    bool seasonsGiven = false;
    bool calendar = false;
    forecast::ForecastOptions options;
    int threads = 0;
    qint64 seed = 1;
    QString out;
    QString report;
};

QByteArray cell(double value) {
    return std::isnan(value) ? QByteArray() : QByteArray::number(value, 'g', 10);
}

QByteArray levelName(double level) {
    return QByteArray::number(level, 'g', 6);
}

/// id, step, mean, lower80, upper80, …, model: a row per series and step, lines ended by LF.
QByteArray forecastCsv(const SeriesFile& file, const std::vector<forecast::SeriesForecast>& results, const ForecastJob& job) {
    QByteArray text("id,step,mean");
    for (const double level : job.options.levels) text += ",lower" + levelName(level) + ",upper" + levelName(level);
    text += ",model\n";
    for (std::size_t i = 0; i < results.size(); ++i) {
        const QByteArray id = csvText(file.series[i].id).toUtf8();
        const forecast::Prediction& p = results[i].forecast;
        const QByteArray model = csvText(QString::fromStdString(results[i].model)).toUtf8();
        for (std::size_t h = 0; h < p.mean.size(); ++h) {
            text += id + ',' + QByteArray::number(static_cast<qint64>(h + 1)) + ',' + cell(p.mean[h]);
            for (std::size_t k = 0; k < job.options.levels.size(); ++k) text += ',' + cell(p.lower[k][h]) + ',' + cell(p.upper[k][h]);
            text += ',' + model + '\n';
        }
    }
    return text;
}

/// Holidays and vacations of the days of a series and of the horizon; weekdays too unless the week is a season.
std::vector<std::vector<double>> calendarOf(const LongSeries& series, const ForecastJob& job) {
    forecast::CalendarRegressorOptions options;
    options.weekdays = std::find(job.seasons.begin(), job.seasons.end(), 7) == job.seasons.end();
    const int days = static_cast<int>(series.values.size()) + job.options.horizon;
    return forecast::calendarColumns(QDate::fromJulianDay(series.first), days, options).columns;
}

std::vector<forecast::Series> seriesOf(const SeriesFile& file, const ForecastJob& job) {
    std::vector<forecast::Series> all;
    all.reserve(file.series.size());
    for (const LongSeries& s : file.series) {
        forecast::Series series;
        series.values = s.values;
        series.seasons = job.seasons;
        series.regressors = s.known;
        if (job.calendar)
            for (auto& column : calendarOf(s, job)) series.regressors.push_back(std::move(column));
        all.push_back(std::move(series));
    }
    return all;
}

QString seasonText(const std::vector<int>& seasons) {
    QStringList parts;
    for (const int m : seasons) parts << QString::number(m);
    return parts.isEmpty() ? QStringLiteral("1") : parts.join(QLatin1Char(','));
}

int runForecast(const Console& console, ForecastJob job) {
    const auto progress = console.startProgress();
    progress->setPhase(QCoreApplication::translate("Cli", "Reading"), 0.0, 0.1);
    const auto file = readSeriesFile(job.file, job.columns, *progress);
    if (!file) {
        console.endProgress();
        return console.fail(file.error());
    }
    if (!job.seasonsGiven) job.seasons = file->usualSeasons();
    Status possible = checkKnownAhead(*file, job.file, job.columns, job.options.horizon);
    if (possible && job.calendar && !(file->time == SeriesTime::Day && file->step == 1))
        possible = usageError(
            QCoreApplication::translate("Cli", "--calendar looks up holidays by date; the times in this file are not daily dates."));
    if (!possible) {
        console.endProgress();
        return console.fail(possible.error());
    }
    progress->setPhase(QCoreApplication::translate("Cli", "Forecasting"), 0.1, 0.98);
    const std::vector<forecast::Series> series = seriesOf(*file, job);
    std::atomic<int> finished{0};
    const double count = static_cast<double>(series.size());
    const auto results = forecast::forecastAll(
        series, job.options, job.threads, [&](int) { progress->set((finished.fetch_add(1) + 1) / count); },
        [&] { return progress->isCancelled(); });
    console.endProgress();
    if (progress->isCancelled())
        return console.fail(
            {ErrorCode::Cancelled, QCoreApplication::translate("Cli", "Forecasting was stopped; nothing was written."), {}});
    const ForecastReport report = makeForecastReport(*file, results, job.options, job.seasons, job.seed);
    console.message(QCoreApplication::translate("Cli", "%n series, season %1", nullptr, int(series.size())).arg(seasonText(job.seasons)));
    for (const QString& line : report.lines) console.message(line);
    if (!job.report.isEmpty()) {
        if (const Status written = writeWholeFile(job.report, QJsonDocument(report.json).toJson()); !written)
            return console.fail(written.error());
    }
    const QByteArray csv = forecastCsv(*file, results, job);
    if (job.out.isEmpty()) {
        if (console.json)
            console.result(report.json);
        else
            console.resultBytes(csv);
        return 0;
    }
    if (const Status written = writeWholeFile(job.out, csv); !written) return console.fail(written.error());
    if (console.json)
        console.result(report.json);
    else
        console.result(job.out);
    return 0;
}

Status readSeasons(const Parser& parser, ForecastJob& job) {
    if (!parser.isSet(QStringLiteral("season"))) return done();
    job.seasonsGiven = true;
    for (const QString& part : parser.value(QStringLiteral("season")).split(QLatin1Char(','))) {
        bool number = false;
        const int m = part.trimmed().toInt(&number);
        if (!number || m < 1 || m > 100000)
            return usageError(QCoreApplication::translate("Cli", "--season takes lengths in steps such as 12 or 24,168, not \"%1\".")
                                  .arg(parser.value(QStringLiteral("season"))));
        if (m > 1) job.seasons.push_back(m);
    }
    std::sort(job.seasons.begin(), job.seasons.end());
    job.seasons.erase(std::unique(job.seasons.begin(), job.seasons.end()), job.seasons.end());
    return done();
}

Status readLevels(const Parser& parser, ForecastJob& job) {
    if (!parser.isSet(QStringLiteral("level"))) return done();
    job.options.levels.clear();
    for (const QString& part : parser.value(QStringLiteral("level")).split(QLatin1Char(','))) {
        bool number = false;
        const double level = part.trimmed().toDouble(&number);
        if (!number || !(level >= 1.0 && level <= 99.9))
            return usageError(QCoreApplication::translate("Cli", "--level takes per cents from 1 to 99.9 such as 80,95, not \"%1\".")
                                  .arg(parser.value(QStringLiteral("level"))));
        job.options.levels.push_back(level);
    }
    std::sort(job.options.levels.begin(), job.options.levels.end());
    job.options.levels.erase(std::unique(job.options.levels.begin(), job.options.levels.end()), job.options.levels.end());
    return done();
}

Status readModel(const Parser& parser, ForecastJob& job) {
    QStringList choices{QStringLiteral("auto")};
    for (const std::string& id : forecast::modelIds()) choices << QString::fromStdString(id);
    const auto model = parser.choice(QStringLiteral("model"), QStringLiteral("auto"), choices);
    if (!model) return model.error();
    job.options.model = model->toStdString();
    const auto intervals = parser.choice(QStringLiteral("intervals"), QStringLiteral("auto"),
                                         {QStringLiteral("auto"), QStringLiteral("model"), QStringLiteral("conformal")});
    if (!intervals) return intervals.error();
    using forecast::IntervalKind;
    job.options.intervals = *intervals == QLatin1String("model")       ? IntervalKind::Model
                            : *intervals == QLatin1String("conformal") ? IntervalKind::Conformal
                                                                       : IntervalKind::Auto;
    return done();
}

Status readNumbers(const Parser& parser, ForecastJob& job) {
    const auto given = parser.required(QStringLiteral("horizon"));
    if (!given) return given.error();
    const auto horizon = parser.integer(QStringLiteral("horizon"), 1, 1, 10000);
    if (!horizon) return horizon.error();
    job.options.horizon = static_cast<int>(*horizon);
    const auto windows = parser.integer(QStringLiteral("windows"), 9, 0, 1000);
    if (!windows) return windows.error();
    job.options.windows = static_cast<int>(*windows);
    const auto threads = parser.integer(QStringLiteral("threads"), 0, 0, 1024);
    if (!threads) return threads.error();
    job.threads = static_cast<int>(*threads);
    const auto seed = parser.integer(QStringLiteral("seed"), 1, 0, 9007199254740992);
    if (!seed) return seed.error();
    job.seed = *seed;
    return done();
}

void declare(Parser& parser) {
    parser.option(QStringLiteral("csv"), QStringLiteral("FILE"),
                  QCoreApplication::translate("Cli", "the file: a row per series and time, column names in the first row"));
    parser.option(QStringLiteral("id"), QStringLiteral("COL"),
                  QCoreApplication::translate("Cli", "column that tells the series apart (without: the file is one series)"));
    parser.option(QStringLiteral("time"), QStringLiteral("COL"),
                  QCoreApplication::translate("Cli", "column of times: dates, 2020-03, 2020Q1, 2020-W05, years or 1, 2, 3 …"));
    parser.option(QStringLiteral("value"), QStringLiteral("COL"),
                  QCoreApplication::translate("Cli", "column of values; empty = not observed"));
    parser.option(
        QStringLiteral("season"), QStringLiteral("M[,M2]"),
        QCoreApplication::translate(
            "Cli", "steps after which things repeat: 12 for months, 7 for days, 24,168 for hours, 1 for none (default: from the times)"));
    parser.option(QStringLiteral("columns"), QStringLiteral("COL[,COL2]"),
                  QCoreApplication::translate("Cli",
                                              "columns of numbers that are known in advance (events, prices, weather): rows after the last "
                                              "value, with the value left empty, give them for the horizon"));
    parser.flag(QStringLiteral("calendar"),
                QCoreApplication::translate("Cli", "daily series: Korean holidays, lunar ones too, and school vacations are known ahead"));
    parser.option(QStringLiteral("horizon"), QStringLiteral("H"), QCoreApplication::translate("Cli", "steps to forecast"));
    parser.option(QStringLiteral("level"), QStringLiteral("80,95"), QCoreApplication::translate("Cli", "intervals, per cent"));
    parser.option(QStringLiteral("model"), QStringLiteral("ID"),
                  QCoreApplication::translate("Cli", "auto (default) or one model for every series"));
    parser.option(
        QStringLiteral("intervals"), QStringLiteral("auto|model|conformal"),
        QCoreApplication::translate(
            "Cli", "bounds of the model stretched by the back-test's errors (default), the model's own, or from the errors alone"));
    parser.option(QStringLiteral("windows"), QStringLiteral("N"),
                  QCoreApplication::translate("Cli", "windows of the back-test (default 9; 0: none)"));
    parser.option(QStringLiteral("threads"), QStringLiteral("N"),
                  QCoreApplication::translate("Cli", "threads (default: one per processor); the numbers are the same"));
    parser.option(QStringLiteral("seed"), QStringLiteral("N"),
                  QCoreApplication::translate(
                      "Cli", "written into the report; no model draws random numbers, so the forecasts are the same for any seed"));
    parser.option(QStringLiteral("out"), QStringLiteral("FILE"),
                  QCoreApplication::translate("Cli", "write the forecasts into this CSV file (default: stdout)"));
    parser.option(QStringLiteral("report"), QStringLiteral("FILE.json"),
                  QCoreApplication::translate("Cli", "write accuracy, runners-up, remarks and odd values of every series into this file"));
}

}  // namespace

Result<Job> prepareForecast(const QStringList& arguments, Console& console) {
    Parser parser(
        QStringLiteral("forecast"),
        QStringLiteral("--csv FILE [--id COL] --time COL --value COL [--season M[,M2]] [--columns COL[,COL2]] [--calendar] --horizon H "
                       "[--level 80,95] [--model auto|ID] "
                       "[--out FILE] [--report FILE.json]"),
        QCoreApplication::translate("Cli",
                                    "Forecasts every series of a table and says how good the same method would have been in the past. "
                                    "Output columns: id, step, mean, lower and upper per level, model."));
    declare(parser);
    if (const auto status = parser.parse(arguments, console); !status) return status.error();
    if (parser.wantsHelp()) return parser.helpJob();
    if (const auto none = parser.noPositional(); !none) return none.error();
    ForecastJob job;
    for (const auto& [name, to] :
         {std::pair{"csv", &job.file}, std::pair{"time", &job.columns.time}, std::pair{"value", &job.columns.value}}) {
        const auto given = parser.required(QString::fromLatin1(name));
        if (!given) return given.error();
        *to = *given;
    }
    job.columns.id = parser.value(QStringLiteral("id"));
    for (const QString& column : parser.value(QStringLiteral("columns")).split(QLatin1Char(',')))
        if (!column.trimmed().isEmpty()) job.columns.known << column.trimmed();
    job.calendar = parser.isSet(QStringLiteral("calendar"));
    job.out = parser.value(QStringLiteral("out"));
    job.report = parser.value(QStringLiteral("report"));
    for (const auto read : {readSeasons, readLevels, readModel, readNumbers})
        if (const Status status = read(parser, job); !status) return status.error();
    for (const QString& path : {job.out, job.report}) {
        const QFileInfo info(path);
        if (!path.isEmpty() && !info.absoluteDir().exists())
            return Error{ErrorCode::Io,
                         QCoreApplication::translate("Cli", "The folder of %1 does not exist. Make it or name another file.").arg(path),
                         {}};
    }
    return Job([job](const Console& c) { return runForecast(c, job); });
}

}  // namespace mudeung::cli
