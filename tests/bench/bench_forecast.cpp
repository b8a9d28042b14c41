// SPDX-License-Identifier: GPL-3.0-or-later
// Forecasts of all stops of a city and of one stop from question to picture; prints one line of JSON and writes a sample of the series with
// our ETS of each for forecast_peer.R.
//   bench_forecast WORKSPACE DATASET FOLDER SAMPLES
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>
#include <algorithm>
#include <cmath>

#include "core/analysis/forecast/ets.h"
#include "core/analysis/forecast/question_series.h"
#include "core/analysis/forecast/stl.h"
#include "core/analysis/frame/registry.h"
#include "core/runs/run.h"
#include "ui/charts/chart_image.h"

using namespace mudeung;

namespace {

int stop(const QString& why) {
    QTextStream(stderr) << why << '\n';
    return 1;
}

double seconds(const QElapsedTimer& clock) {
    return static_cast<double>(clock.nsecsElapsed()) * 1e-9;
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

const QJsonObject kParameters{{"unit", "place"}, {"horizon", 28}, {"windows", 9}};

}  // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication app(argc, argv);
    if (argc < 5) return stop(QStringLiteral("bench_forecast WORKSPACE DATASET FOLDER SAMPLES"));
    const auto workspace = Workspace::open(QString::fromLocal8Bit(argv[1]), OpenMode::ReadOnly);
    if (!workspace) return stop(workspace.error().message);
    QueryEngine engine(*workspace);
    Query query;
    query.dataset = QString::fromLocal8Bit(argv[2]);
    const auto subject = subjectOf(engine, query);
    if (!subject) return stop(subject.error().message);

    QElapsedTimer clock;
    clock.start();
    const auto run = carryOut(engine, forecastAnalysis(), subject->query, kParameters, Progress::none());
    if (!run) return stop(run.error().message);
    const double whole = seconds(clock);
    const double series = run->data.facts.value(QStringLiteral("series")).toDouble();

    const auto values = readParameters(forecastAnalysis().parameters(*subject), kParameters);
    if (!values) return stop(values.error().message);
    const AnalysisInput input{engine, *subject, 0};
    const auto question =
        forecast::questionSeries(input, forecast::SeriesUnit::Place, forecast::SeriesStep::Day, *values, Progress::none());
    if (!question) return stop(question.error().message);

    // Every so-many-th stop, so that large and small ones are among them.
    const int samples = QString::fromLocal8Bit(argv[4]).toInt();
    const int first = question->firstSingle();
    const int singles = static_cast<int>(question->keys.size()) - first;
    QFile file(QString::fromLocal8Bit(argv[3]) + QStringLiteral("/series.csv"));
    if (samples < 1 || samples > singles || !file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return stop(QStringLiteral("the sample cannot be written to %1").arg(file.fileName()));
    QTextStream csv(&file);
    std::vector<double> pictures;
    std::vector<double> reading, together;
    double ets = 0.0;
    for (int k = 0; k < samples; ++k) {
        const int at = first + k * singles / samples;
        Query one = subject->query;
        one.areas = QStringList{question->keys[at]};
        // Its days are in memory when a stop is being looked at: the timeline shows them. The first question after another stop reads them.
        clock.start();
        if (const auto days = engine.run(one, Breakdown::Day, Progress::none()); !days) return stop(days.error().message);
        reading.push_back(seconds(clock) * 1e3);
        clock.start();
        const auto single = carryOut(engine, forecastAnalysis(), one, QJsonObject{{"horizon", 28}, {"windows", 9}}, Progress::none());
        if (!single) return stop(single.error().message);
        const auto view = viewOf(*single);
        if (!view || renderChart(view->charts.first(), QSize(900, 420)).isNull()) return stop(QStringLiteral("no picture"));
        pictures.push_back(seconds(clock) * 1e3);
        together.push_back(reading.back() + pictures.back());

        forecast::Series given;
        given.seasons = question->seasons;
        given.values = forecast::fillGaps(question->values[static_cast<std::size_t>(at)], given.seasons);
        clock.start();
        const auto fitted = forecast::EtsModel().fit(given);
        ets += seconds(clock);
        csv << question->keys[at] << ',' << QString::number(fitted ? fitted->statistics().aicc : NAN, 'g', 17);
        for (const double value : given.values) csv << ',' << QString::number(value, 'g', 17);
        csv << '\n';
    }
    csv.flush();
    const QJsonObject result{{"series", series},
                             {"days", static_cast<double>(question->times.size())},
                             {"seconds", whole},
                             {"oneStop", median(pictures)},
                             {"samples", samples},
                             {"reading", median(reading)},
                             {"firstPicture", median(together)},
                             {"slowestStop", *std::max_element(pictures.begin(), pictures.end())},
                             {"etsMs", ets * 1e3 / samples}};
    QTextStream(stdout) << QJsonDocument(result).toJson(QJsonDocument::Compact) << '\n';
    return 0;
}
