// SPDX-License-Identifier: GPL-3.0-or-later
// MSTL with an inner model against R's stlf (oracle/mstl_model.R).
#include <QtTest>
#include <cmath>

#include "core/analysis/forecast/auto_arima.h"
#include "core/analysis/forecast/ets.h"
#include "core/analysis/forecast/harmonic.h"
#include "core/analysis/forecast/mstl_model.h"
#include "core/analysis/forecast/naive.h"
#include "tests/core/analysis/oracle/oracle_values.h"
#include "tests/support/forecast_series.h"

using namespace mudeung;
using namespace mudeung::forecast;

class TestForecastMstl : public QObject {
    Q_OBJECT
private slots:
    void asStlf();
    void withEts();
    void refitted();
    void appended();
    void unsuited();

private:
    void compare(const QString& name, const Model& inner, const Series& series, int horizon) {
        const MstlModel model(std::shared_ptr<const Model>(std::shared_ptr<const Model>{}, &inner));
        const auto fit = model.fit(series);
        QVERIFY(fit);
        const auto prediction = fit->predict(horizon, std::vector<double>{80, 95});
        COMPARE_NUMBERS(prediction.mean, m_r.of(name + QStringLiteral(".mean")), 1e-9);
        COMPARE_NUMBERS(prediction.upper[1], m_r.of(name + QStringLiteral(".upper")), 1e-9);
        const std::vector<double> late(fit->fitted().end() - 20, fit->fitted().end());
        COMPARE_NUMBERS(late, m_r.of(name + QStringLiteral(".fitted")), 1e-9);
    }
    const oracle::Values m_r{QStringLiteral("mstl_model.txt")};
    const NaiveModel m_naive;
    const DriftModel m_drift;
};

void TestForecastMstl::asStlf() {
    const Series air = test::namedSeries("AirPassengers");
    compare(QStringLiteral("air.drift"), m_drift, air, 30);
    compare(QStringLiteral("air.naive"), m_naive, air, 30);
    const Series taylor{oracle::Values(QStringLiteral("stl.txt")).of(QStringLiteral("taylor")), {48, 336}, {}};
    compare(QStringLiteral("taylor.naive"), m_naive, taylor, 400);
}

/// ETS searches its parameters: R's stop about 1e-4 from the optimum.
void TestForecastMstl::withEts() {
    const MstlModel model(std::make_shared<EtsModel>());
    const Series taylor{oracle::Values(QStringLiteral("stl.txt")).of(QStringLiteral("taylor")), {48, 336}, {}};
    const auto air = model.fit(test::namedSeries("AirPassengers"));
    COMPARE_NUMBERS(air->predict(30, std::vector<double>{}).mean, m_r.of(QStringLiteral("air.ets.mean")), 5e-3);
    COMPARE_NUMBERS(air->predict(30, std::vector<double>{95}).upper[0], m_r.of(QStringLiteral("air.ets.upper")), 1e-2);
    const auto power = model.fit(taylor);
    COMPARE_NUMBERS(power->predict(400, std::vector<double>{}).mean, m_r.of(QStringLiteral("taylor.ets.mean")), 5e-3);
}

/// A refit of the same series is the same forecast, for every model that looks at the earlier fit.
void TestForecastMstl::refitted() {
    const Series air = test::namedSeries("AirPassengers");
    const MstlModel mstl(std::make_shared<AutoArimaModel>());
    const AutoArimaModel arima;
    const HarmonicModel harmonic;
    for (const Model* model : {static_cast<const Model*>(&mstl), static_cast<const Model*>(&arima), static_cast<const Model*>(&harmonic)}) {
        const auto fit = model->fit(air);
        QVERIFY(fit);
        const auto again = model->refit(air, *fit);
        QVERIFY(again);
        QCOMPARE(again->name(), fit->name());
        COMPARE_NUMBERS(again->predict(12, std::vector<double>{}).mean, fit->predict(12, std::vector<double>{}).mean, 1e-4);
        // A shorter series keeps the form.
        Series shorter = air;
        shorter.values.resize(130);
        QCOMPARE(model->refit(shorter, *fit)->name(), fit->name());
        QCOMPARE(model->refit(shorter, *fit)->fitted().size(), std::size_t{130});
    }
}

/// The cycle goes on where the appended values end: a purely seasonal series is continued without error.
void TestForecastMstl::appended() {
    Series series{{}, {7}, {}};
    const auto value = [](int t) { return 10.0 + (t % 7) * (t % 7); };
    for (int t = 0; t < 70; ++t) series.values.push_back(value(t));
    const MstlModel model(std::make_shared<NaiveModel>());
    const auto fit = model.fit(series);
    const auto copy = fit->clone();
    fit->append(std::vector<double>{value(70), value(71), value(72)});
    QCOMPARE(fit->fitted().size(), std::size_t{73});
    QVERIFY(std::abs(fit->fitted().back() - value(72)) < 1e-9);
    const auto mean = fit->predict(9, std::vector<double>{}).mean;
    for (int h = 0; h < 9; ++h) QVERIFY(std::abs(mean[h] - value(73 + h)) < 1e-9);
    QVERIFY(std::abs(copy->predict(1, std::vector<double>{}).mean[0] - value(70)) < 1e-9);
    QCOMPARE(QString::fromStdString(fit->name()).left(10), QStringLiteral("MSTL(7) + "));
}

void TestForecastMstl::unsuited() {
    std::string why;
    QVERIFY(!MstlModel(std::make_shared<NaiveModel>()).fit(Series{{1, 2, 3, 4, 5, 6}, {3}, {}}, &why));
    QVERIFY(!why.empty());
    QVERIFY(!MstlModel(std::make_shared<NaiveModel>()).fit(Series{{1, 2, 3, 4, 5, 6}, {}, {}}, &why));
}

QTEST_APPLESS_MAIN(TestForecastMstl)
#include "test_forecast_mstl.moc"
