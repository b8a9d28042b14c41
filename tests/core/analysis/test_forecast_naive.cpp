// SPDX-License-Identifier: GPL-3.0-or-later
// The benchmarks against R's meanf, naive, snaive and rwf, with and without gaps.
#include <QtTest>
#include <cmath>

#include "core/analysis/forecast/naive.h"
#include "tests/support/forecast_series.h"

using namespace mudeung;
using namespace mudeung::forecast;

namespace {

struct Expected {
    QByteArray name;
    std::vector<double> mean, lower80, upper95;  ///< at steps 1, 2, 12, 13, 25
};

// Rscript tests/core/analysis/oracle/naive.R
// clang-format off
const Expected kExpected[] = {
    {"mean", {280.298611111, 280.298611111, 280.298611111, 280.298611111, 280.298611111}, {125.306628855, 125.306628855, 125.306628855, 125.306628855, 125.306628855}, {518.257059836, 518.257059836, 518.257059836, 518.257059836, 518.257059836}},
    {"naive", {432, 432, 432, 432, 432}, {388.798373836, 370.903674362, 282.345177029, 276.234321682, 215.99186918}, {498.071185609, 525.438766771, 660.877300783, 670.223047545, 762.355928047}},
    {"seasonal_naive", {417, 391, 432, 417, 417}, {370.459500169, 344.459500169, 385.459500169, 351.181793939, 336.389489683}, {488.177552229, 462.177552229, 503.177552229, 517.660259699, 540.28313682}},
    {"drift", {434.237762238, 436.475524476, 458.853146853, 461.090909091, 487.944055944}, {390.82892217, 374.873365374, 302.842798268, 298.187223351, 253.509525528}, {500.625854166, 530.68789677, 697.450385281, 710.230596938, 846.480730317}},
    {"gaps naive", {390, 390, 390, 390, 390}, {346.4158591, 328.362716836, 239.020107116, 232.85514519, 172.079295502}, {456.656191414, 484.266089914, 620.903820337, 630.332315971, 723.280957071}},
    {"gaps seasonal_naive", {417, 391, 405, 417, 417}, {369.282232628, 343.282232628, 357.282232628, 349.516886217, 334.350402488}, {489.978027561, 463.978027561, 477.978027561, 520.206516332, 543.401651572}},
    {"gaps drift", {392, 394, 414, 416, 440}, {348.177143675, 331.804177236, 256.342091889, 251.36198045, 202.84701713}, {459.021275153, 489.120302517, 655.116963283, 667.792122517, 802.694188628}},
};
// clang-format on

std::unique_ptr<Model> modelOf(const QByteArray& id) {
    if (id == "mean") return std::make_unique<MeanModel>();
    if (id == "naive") return std::make_unique<NaiveModel>();
    if (id == "drift") return std::make_unique<DriftModel>();
    return std::make_unique<SeasonalNaiveModel>();
}

bool near(double a, double b) {
    return std::abs(a - b) <= 1e-9 * std::max(std::abs(b), 1.0);
}

}  // namespace

class TestForecastNaive : public QObject {
    Q_OBJECT
private slots:
    void asR() {
        const double levels[] = {80, 95};
        const int steps[] = {1, 2, 12, 13, 25};
        for (const Expected& e : kExpected) {
            Series series = test::namedSeries("AirPassengers");
            if (e.name.startsWith("gaps "))
                for (const int gap : {4, 29, 30, 143}) series.values[gap] = NAN;
            const auto model = modelOf(e.name.split(' ').last());
            QCOMPARE(QByteArray(model->id()), e.name.split(' ').last());
            const auto fitted = model->fit(series);
            QVERIFY(fitted);
            const Prediction p = fitted->predict(25, levels);
            for (int i = 0; i < 5; ++i) {
                QVERIFY2(near(p.mean[steps[i] - 1], e.mean[i]), e.name);
                QVERIFY2(near(p.lower[0][steps[i] - 1], e.lower80[i]), e.name);
                QVERIFY2(near(p.upper[1][steps[i] - 1], e.upper95[i]), e.name);
            }
        }
    }
    /// Fitted to a part and given the rest, the walks start from the same last values; parameters stay those of the part.
    void appendRollsOn() {
        const Series whole = test::namedSeries("AirPassengers");
        Series part = whole;
        part.values.resize(100);
        for (const char* id : {"naive", "seasonal_naive", "drift", "mean"}) {
            const auto a = modelOf(id)->fit(part);
            const double variance = a->statistics().sigma2;
            const double firstStep = a->predict(1, {}).mean[0];
            a->append({whole.values.data() + 100, 44});
            QCOMPARE(a->fitted().size(), whole.values.size());
            QCOMPARE(a->fitted()[100], firstStep);
            QCOMPARE(a->statistics().sigma2, variance);
            const auto b = modelOf(id)->fit(whole);
            if (QByteArray(id).endsWith("naive")) QCOMPARE(a->predict(30, {}).mean, b->predict(30, {}).mean);
            const auto copy = a->clone();
            copy->append(std::vector<double>{1000.0});
            QVERIFY(QByteArray(id) == "mean" || copy->predict(12, {}).mean != a->predict(12, {}).mean);
        }
    }
    void refusals() {
        std::string why;
        Series flat{{1.0, 2.0}, {}, {}};
        QVERIFY(!SeasonalNaiveModel().fit(flat, &why));
        QCOMPARE(why, std::string("the series has no season"));
        QVERIFY(!DriftModel().fit(flat, &why));
        Series one{{1.0}, {7}, {}};
        for (const char* id : {"naive", "seasonal_naive", "drift", "mean"}) {
            why.clear();
            QVERIFY(!modelOf(id)->fit(one, &why));
            QCOMPARE(why, std::string("too few values"));
        }
    }
};

QTEST_APPLESS_MAIN(TestForecastNaive)
#include "test_forecast_naive.moc"
