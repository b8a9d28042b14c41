// SPDX-License-Identifier: GPL-3.0-or-later
// Croston's method against R for given parameters; its relatives by their definitions; the search against a fine grid; bias of the three.
#include <QtTest>
#include <cmath>
#include <random>

#include "core/analysis/forecast/croston.h"

using namespace mudeung::forecast;

namespace {

const std::vector<double> kValues = {0, 0, 3, 0, 0, 0, 5, 1, 0, 0, 0, 0, 2, 0, 4, 0, 0, 0, 0, 0, 7, 0, 0, 1, 0, 0, 0, 2, 0, 0};

struct Expected {
    double alpha, mean, fitted10, fitted22;
};

// Rscript tests/core/analysis/oracle/croston.R
const Expected kExpected[] = {
    {0.05, 0.953018165139, 1.01611535199, 1.01599571359},
    {0.10, 0.911015191049, 1.03114186851, 1.0311713009},
    {0.30, 0.771836516622, 1.08045977011, 1.09117117679},
};

bool near(double a, double b, double tolerance = 1e-10) {
    return std::abs(a - b) <= tolerance * std::max(std::abs(b), 1.0);
}

}  // namespace

class TestForecastCroston : public QObject {
    Q_OBJECT
private slots:
    void asR() {
        for (const Expected& e : kExpected) {
            const auto model = CrostonModel(CrostonKind::Croston, e.alpha).fit(Series{kValues, {}, {}});
            QVERIFY(near(model->predict(3, {}).mean[2], e.mean));
            QVERIFY(near(model->fitted()[9], e.fitted10));
            QVERIFY(near(model->fitted()[21], e.fitted22));
            const auto sba = CrostonModel(CrostonKind::Sba, e.alpha).fit(Series{kValues, {}, {}});
            QVERIFY(near(sba->predict(1, {}).mean[0], e.mean * (1 - e.alpha / 2)));
        }
    }
    void probabilityFallsWithoutDemand() {
        const auto model = CrostonModel(CrostonKind::Tsb, 0.2).fit(Series{{0, 4, 2, 0}, {}, {}});
        // Size 4, then 4 + 0.2·(2 − 4); chance 1/2, then + 0.2·(1 − 1/2), then · 0.8
        QVERIFY(near(model->predict(1, {}).mean[0], 3.6 * 0.6 * 0.8));
        model->append(std::vector<double>{0, NAN, 0});
        QVERIFY(near(model->predict(1, {}).mean[0], 3.6 * 0.6 * 0.8 * 0.64));
        const auto croston = CrostonModel(CrostonKind::Croston, 0.2).fit(Series{{0, 4, 2, 0}, {}, {}});
        const double before = croston->predict(1, {}).mean[0];
        croston->append(std::vector<double>{0, 0, 0});
        QCOMPARE(croston->predict(1, {}).mean[0], before);
        QCOMPARE(croston->fitted().size(), size_t(7));
    }
    /// Long simulated demand with a known rate: Croston lies above it, SBA and TSB near it; searched parameters stay small there.
    void biasOfTheThree() {
        std::mt19937_64 generator(8);
        const auto uniform = [&] { return static_cast<double>(generator() >> 11) / 9007199254740992.0; };
        double fixed[3] = {}, searched[3] = {};
        const int runs = 300;
        for (int run = 0; run < runs; ++run) {
            Series series;
            for (int t = 0; t < 300; ++t) series.values.push_back(uniform() < 0.3 ? 1 + std::floor(5 * uniform()) : 0.0);
            const CrostonKind kinds[] = {CrostonKind::Croston, CrostonKind::Sba, CrostonKind::Tsb};
            for (int k = 0; k < 3; ++k) {
                fixed[k] += CrostonModel(kinds[k], 0.3).fit(series)->predict(1, {}).mean[0] / runs;
                searched[k] += CrostonModel(kinds[k]).fit(series)->predict(1, {}).mean[0] / runs;
            }
        }
        const double rate = 0.3 * 3;
        QVERIFY2(fixed[0] > 1.06 * rate, qPrintable(QString::number(fixed[0])));
        QVERIFY(std::abs(fixed[1] / rate - 1) < 0.06 && std::abs(fixed[2] / rate - 1) < 0.06);
        for (const double mean : searched) QVERIFY2(std::abs(mean / rate - 1) < 0.04, qPrintable(QString::number(mean)));
    }
    /// Demand that ends: TSB follows it down, the others stay.
    void obsolescence() {
        Series series;
        for (int t = 0; t < 200; ++t) series.values.push_back(t < 120 && t % 3 == 0 ? 6.0 : 0.0);
        const double tsb = CrostonModel(CrostonKind::Tsb, 0.1).fit(series)->predict(1, {}).mean[0];
        QVERIFY(tsb < 0.01 && CrostonModel(CrostonKind::Sba, 0.1).fit(series)->predict(1, {}).mean[0] > 1.5);
        const auto a = CrostonModel(CrostonKind::Tsb).fit(series), b = CrostonModel(CrostonKind::Tsb).fit(series);
        QCOMPARE(a->fitted(), b->fitted());
        const double levels[] = {80};
        const Prediction p = a->predict(4, levels);
        QVERIFY(p.lower[0][3] < p.mean[3] && p.upper[0][3] - p.mean[3] >= p.upper[0][0] - p.mean[0]);
    }
    void refusals() {
        std::string why;
        QVERIFY(!CrostonModel().fit(Series{{0, 0, 3, 0}, {}, {}}, &why));
        QCOMPARE(why, std::string("fewer than two steps with demand"));
        QVERIFY(!CrostonModel().fit(Series{{1, -2, 3, 4}, {}, {}}, &why));
        QCOMPARE(why, std::string("values below 0"));
    }
};

QTEST_APPLESS_MAIN(TestForecastCroston)
#include "test_forecast_croston.moc"
