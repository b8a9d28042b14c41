// SPDX-License-Identifier: GPL-3.0-or-later
// The automatic choice on real daily series against R's ets, and the coverage of its intervals on simulated ones.
#include <QFile>
#include <QtTest>
#include <cmath>
#include <map>
#include <random>

#include "core/analysis/forecast/calendar_regressors.h"
#include "core/analysis/forecast/forecast.h"
#include "tests/support/test_runs.h"

using namespace mudeung;
using namespace mudeung::forecast;

namespace {

/// Boardings per station and day.
std::map<QByteArray, std::map<QDate, double>> stations() {
    std::map<QByteArray, std::map<QDate, double>> all;
    QFile file(QStringLiteral(MUDEUNG_REAL_DATA "/timeseries/DERIVED_seoul_subway_daily_top30_201501_202107.csv"));
    if (!file.open(QIODevice::ReadOnly)) return all;
    file.readLine();
    while (!file.atEnd()) {
        const QList<QByteArray> cells = file.readLine().trimmed().split(',');
        all[cells[1] + ' ' + cells[2]][QDate::fromString(QString::fromLatin1(cells[0]), Qt::ISODate)] = cells[3].toDouble();
    }
    return all;
}

}  // namespace

class TestForecastStations : public QObject {
    Q_OBJECT
private slots:
    // Rscript tests/core/analysis/oracle/forecast_stations.R …/DERIVED_seoul_subway_daily_top30_201501_202107.csv
    // gives 1.503755 1.001947 1.184996 (2017-03-01), 1.018743 0.890022 1.034666 (2018-06-01), 3.920542 3.915625 3.904719 (2019-09-15),
    // 0.476279 0.478318 0.581096 (2021-03-15) for ets after 7, 28 and 90 days.
    void notWorseThanEts() {
        if (mudeung::test::runs(10) < 10) QSKIP("a long computation; the full build makes it");
        const auto all = stations();
        if (all.empty()) QSKIP("the real daily file is not here");
        QCOMPARE(static_cast<int>(all.size()), 30);
        const double ets[4][3] = {
            {1.503755, 1.001947, 1.184996}, {1.018743, 0.890022, 1.034666}, {3.920542, 3.915625, 3.904719}, {0.476279, 0.478318, 0.581096}};
        const QDate origins[] = {{2017, 3, 1}, {2018, 6, 1}, {2019, 9, 15}, {2021, 3, 15}};
        double theirs[3] = {0, 0, 0};
        double ours[3] = {0, 0, 0};
        for (int o = 0; o < 4; ++o) {
            std::vector<Series> series;
            std::vector<std::vector<double>> after;
            for (const auto& [name, days] : all) {
                Series s;
                s.seasons = {7};
                for (int i = -730; i < 0; ++i) s.values.push_back(days.at(origins[o].addDays(i)));
                series.push_back(std::move(s));
                std::vector<double> next;
                for (int i = 0; i < 90; ++i) next.push_back(days.at(origins[o].addDays(i)));
                after.push_back(std::move(next));
            }
            ForecastOptions options;
            options.horizon = 90;
            const auto results = forecastAll(series, options);
            const int spans[3] = {7, 28, 90};
            for (int k = 0; k < 3; ++k) {
                theirs[k] += ets[o][k] / 4;
                for (std::size_t i = 0; i < results.size(); ++i) {
                    const double scale = naiveScale(series[i].values, 7);
                    for (int h = 0; h < spans[k]; ++h)
                        ours[k] += std::abs(after[i][static_cast<std::size_t>(h)] - results[i].forecast.mean[static_cast<std::size_t>(h)]) /
                                   scale / spans[k] / 30 / 4;
                }
            }
        }
        for (int k = 0; k < 3; ++k) {
            qInfo("%s: automatic %.4f, ets %.4f", k == 0 ? "7 days" : k == 1 ? "28 days" : "90 days", ours[k], theirs[k]);
            QVERIFY(ours[k] <= theirs[k]);
        }
    }

    /// Feasts ahead, lunar ones too: who knows the calendar is clearly better, most of all on the holidays themselves.
    void holidaysAreForecast() {
        if (mudeung::test::runs(10) < 10) QSKIP("a long computation; the full build makes it");
        const auto all = stations();
        if (all.empty()) QSKIP("the real daily file is not here");
        constexpr int kAhead = 28;
        CalendarRegressorOptions columns;
        columns.weekdays = false;
        const HolidayCalendar& calendar = HolidayCalendar::korea();
        double errors[2] = {0, 0}, onHolidays[2] = {0, 0};
        int holidays = 0;
        const QDate origins[] = {{2017, 9, 25}, {2018, 2, 10}, {2018, 5, 1}, {2019, 1, 25}, {2019, 9, 1}};
        for (const QDate origin : origins) {
            const auto known = calendarColumns(origin.addDays(-730), 730 + kAhead, columns).columns;
            for (const bool with : {false, true}) {
                std::vector<Series> series;
                for (const auto& [name, days] : all) {
                    Series s;
                    s.seasons = {7};
                    for (int i = -730; i < 0; ++i) s.values.push_back(days.at(origin.addDays(i)));
                    if (with) s.regressors = known;
                    series.push_back(std::move(s));
                }
                ForecastOptions options;
                options.horizon = kAhead;
                const auto results = forecastAll(series, options);
                std::size_t i = 0;
                for (const auto& [name, days] : all) {
                    const double scale = naiveScale(series[i].values, 7);
                    for (int h = 0; h < kAhead; ++h) {
                        const QDate day = origin.addDays(h);
                        const double error = std::abs(days.at(day) - results[i].forecast.mean[static_cast<std::size_t>(h)]) / scale;
                        errors[with] += error / kAhead / 30 / 5;
                        if (!calendar.isHoliday(day) || day.dayOfWeek() > 5) continue;
                        onHolidays[with] += error;
                        holidays += with;
                    }
                    ++i;
                }
            }
        }
        qInfo("MASE %.4f, with the calendar %.4f; on %d holidays %.4f and %.4f", errors[0], errors[1], holidays, onHolidays[0] / holidays,
              onHolidays[1] / holidays);
        QVERIFY(errors[1] < 0.65 * errors[0]);
        QVERIFY(onHolidays[1] < 0.3 * onHolidays[0]);
    }

    // 1,000 series, each from a known process (level that wanders, week, noise): 90 % intervals hold 87 … 93 % of what comes.
    void intervalsCover() {
        std::vector<Series> series;
        std::vector<std::vector<double>> after;
        for (unsigned i = 0; i < 1000; ++i) {
            std::mt19937_64 random(i + 1);
            std::normal_distribution<double> noise;
            const double alpha = 0.05 + 0.4 * static_cast<double>(i % 10) / 10;
            double level = 100;
            std::vector<double> week{10, 4, 0, -2, -4, -3, -5};
            Series s;
            s.seasons = {7};
            std::vector<double> next;
            for (int t = 0; t < 140 + 14; ++t) {
                const double error = 4 * noise(random);
                const double value = level + week[static_cast<std::size_t>(t % 7)] + error;
                level += alpha * error;
                (t < 140 ? s.values : next).push_back(value);
            }
            series.push_back(std::move(s));
            after.push_back(std::move(next));
        }
        for (const IntervalKind kind : {IntervalKind::Model, IntervalKind::Auto}) {
            ForecastOptions options;
            options.horizon = 14;
            options.levels = {90};
            options.model = "ets";
            options.windows = 4;
            options.intervals = kind;
            const auto results = forecastAll(series, options);
            double inside = 0;
            for (std::size_t i = 0; i < results.size(); ++i)
                for (std::size_t h = 0; h < 14; ++h)
                    inside += after[i][h] >= results[i].forecast.lower[0][h] && after[i][h] <= results[i].forecast.upper[0][h] ? 1 : 0;
            const double share = inside / (1000 * 14);
            qInfo("%s: %.4f", kind == IntervalKind::Model ? "model" : "auto", share);
            QVERIFY2(share > 0.87 && share < 0.93, qPrintable(QString::number(share)));
        }
    }
};

QTEST_GUILESS_MAIN(TestForecastStations)
#include "test_forecast_stations.moc"
