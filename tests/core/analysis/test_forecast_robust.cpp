// SPDX-License-Identifier: GPL-3.0-or-later
// Models shielded from odd values and from known days, on series of which everything is known.
#include <QtTest>
#include <cmath>
#include <random>

#include "core/analysis/forecast/catalogue.h"
#include "core/analysis/forecast/ets.h"
#include "core/analysis/forecast/robust.h"

using namespace mudeung;
using namespace mudeung::forecast;

namespace {

constexpr int kDays = 500;
constexpr int kAhead = 28;
constexpr double kKept = 0.55;  ///< of a usual day, on a holiday

double usual(int day) {
    static const double kWeek[] = {1000, 1040, 1030, 1020, 1080, 700, 500};
    return kWeek[day % 7] * (1.0 + 0.0002 * day);
}

bool isHoliday(int day) {
    return day % 41 == 17;
}

/// Two years of a stop: week, slow growth, noise, and a holiday every 41 days; the same days ahead are known.
Series stop(bool withCalendar, int days = kDays) {
    std::mt19937_64 random(5);
    std::normal_distribution<double> noise(0.0, 0.02);
    Series series;
    series.seasons = {7};
    for (int day = 0; day < days; ++day) series.values.push_back(usual(day) * (isHoliday(day) ? kKept : 1.0) * (1.0 + noise(random)));
    if (!withCalendar) return series;
    std::vector<double> column;
    for (int day = 0; day < kDays + 2 * kAhead; ++day) column.push_back(isHoliday(day) ? 1.0 : 0.0);
    series.regressors.push_back(column);
    return series;
}

}  // namespace

class TestForecastRobust : public QObject {
    Q_OBJECT
private slots:
    void holidaysAheadAreKnown_data() {
        QTest::addColumn<QString>("id");
        for (const char* id : {"ets_robust", "dotm_robust", "mstl_ets_robust", "arima_robust"}) QTest::newRow(id) << id;
    }
    void holidaysAheadAreKnown() {
        QFETCH(QString, id);
        const Model* model = findModel(id.toStdString());
        QVERIFY(model && model->usesRegressors());
        const auto with = model->fit(stop(true)), without = model->fit(stop(false));
        QVERIFY(with && without);
        const Prediction known = with->predict(kAhead, std::vector<double>{90}), unknown = without->predict(kAhead, std::vector<double>{});
        int holidays = 0;
        for (int h = 0; h < kAhead; ++h) {
            const auto step = static_cast<std::size_t>(h);
            const double expected = usual(kDays + h) * (isHoliday(kDays + h) ? kKept : 1.0);
            QVERIFY2(std::abs(known.mean[step] / expected - 1.0) < 0.05, qPrintable(QString::number(h)));
            QVERIFY(known.lower[0][step] < known.mean[step] && known.mean[step] < known.upper[0][step]);
            if (!isHoliday(kDays + h)) continue;
            ++holidays;
            QVERIFY(unknown.mean[step] > 1.5 * expected);
        }
        QCOMPARE(holidays, 1);
        // On the days that were given, too.
        QCOMPARE(with->fitted().size(), static_cast<std::size_t>(kDays));
        for (int day = 100; day < kDays; ++day)
            if (isHoliday(day)) QVERIFY(std::abs(with->fitted()[static_cast<std::size_t>(day)] / (usual(day) * kKept) - 1.0) < 0.12);
    }

    /// A holiday that was known moves nothing when it comes, and the one behind it is still known; a copy goes on alike.
    void goesOnOverAHoliday() {
        const EtsModel ets;
        const RobustModel model(&ets, "shielded");
        const auto fit = model.fit(stop(true));
        const Series later = stop(true, kDays + kAhead);
        const auto copy = fit->clone();
        for (const auto& each : {fit.get(), copy.get()}) {
            each->append(std::span(later.values).subspan(kDays));
            QCOMPARE(each->fitted().size(), static_cast<std::size_t>(kDays + kAhead));
            const Prediction next = each->predict(kAhead, std::vector<double>{});
            for (int h = 0; h < kAhead; ++h) {
                const int day = kDays + kAhead + h;
                const double expected = usual(day) * (isHoliday(day) ? kKept : 1.0);
                QVERIFY2(std::abs(next.mean[static_cast<std::size_t>(h)] / expected - 1.0) < 0.06, qPrintable(QString::number(h)));
            }
        }
    }

    /// Days on which nothing happens: what chance finds is shrunk to next to nothing.
    void daysWithoutEffect() {
        const EtsModel ets;
        const RobustModel model(&ets, "shielded");
        Series series = stop(true);
        Series plain = series;
        std::mt19937_64 random(8);
        for (int k = 0; k < 5; ++k) {
            std::vector<double> column(static_cast<std::size_t>(kDays + kAhead), 0.0);
            for (int i = 0; i < 12; ++i) column[random() % kDays] = 1.0;
            for (int h = 0; h < kAhead; ++h) column[static_cast<std::size_t>(kDays + h)] = 1.0;
            series.regressors.push_back(std::move(column));
        }
        const auto with = model.fit(series)->predict(kAhead, std::vector<double>{}).mean;
        const auto without = model.fit(plain)->predict(kAhead, std::vector<double>{}).mean;
        for (std::size_t h = 0; h < with.size(); ++h) QVERIFY(std::abs(with[h] / without[h] - 1.0) < 0.025);
    }

    /// Around zero nothing can be in proportion: what known days add is the same on each.
    void belowZero() {
        const EtsModel ets;
        const RobustModel model(&ets, "shielded");
        Series series = stop(true);
        for (std::size_t t = 0; t < series.values.size(); ++t)
            series.values[t] = usual(static_cast<int>(t)) - 900.0 + (isHoliday(static_cast<int>(t)) ? 300.0 : 0.0);
        const auto mean = model.fit(series)->predict(kAhead, std::vector<double>{}).mean;
        for (int h = 0; h < kAhead; ++h) {
            const double expected = usual(kDays + h) - 900.0 + (isHoliday(kDays + h) ? 300.0 : 0.0);
            QVERIFY2(std::abs(mean[static_cast<std::size_t>(h)] - expected) < 30.0, qPrintable(QString::number(h)));
        }
    }

    /// Columns of many days (vacations) are not taken off: the inner model gets them. Too short ones neither.
    void otherColumnsAreLeft() {
        const EtsModel ets;
        const RobustModel model(&ets, "shielded");
        Series series = stop(false);
        const auto plain = model.fit(series)->predict(kAhead, std::vector<double>{}).mean;
        std::vector<double> vacation(static_cast<std::size_t>(kDays + kAhead), 0.0);
        for (int day = 0; day < kDays + kAhead; ++day) vacation[static_cast<std::size_t>(day)] = day / 60 % 3 == 0 ? 1.0 : 0.0;
        series.regressors = {vacation, std::vector<double>(10, 1.0)};
        QCOMPARE(model.fit(series)->predict(kAhead, std::vector<double>{}).mean, plain);  // ETS has no use for columns
    }
};

QTEST_GUILESS_MAIN(TestForecastRobust)
#include "test_forecast_robust.moc"
