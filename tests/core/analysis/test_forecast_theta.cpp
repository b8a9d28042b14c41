// SPDX-License-Identifier: GPL-3.0-or-later
// The Theta method against R's thetaf; its optimised forms against a slow recursion that fits every line anew, and their limits.
#include <QtTest>
#include <cmath>
#include <random>

#include "core/analysis/forecast/decomposition.h"
#include "core/analysis/forecast/ets.h"
#include "core/analysis/forecast/theta.h"
#include "core/analysis/math/distributions.h"
#include "core/analysis/math/nelder_mead.h"
#include "tests/support/forecast_series.h"

using namespace mudeung;
using namespace mudeung::forecast;

namespace {

struct Expected {
    const char* series;
    std::vector<double> mean, lower80, upper95;
    double alpha, halfSlope;
};

// Rscript tests/core/analysis/oracle/theta.R tests/data/analysis/forecast_series.csv
// clang-format off
const Expected kExpected[] = {
    {"AirPassengers", {440.076749108, 428.382880731, 454.52832696, 521.69308058}, {426.292315374, 410.399242587, 412.210267652, 461.208149161}, {461.15822128, 455.88648185, 519.248213673, 614.196800584}, 0.837895786126, 1.3230696288},
    {"USAccDeaths", {8270.71610217, 7508.94412235, 8206.99422285, 8193.74612861}, {7936.13893431, 7126.81624065, 7485.26025394, 7194.73780234}, {8782.40772401, 8093.35828542, 9310.79107622, 9721.5975178}, 0.551762844706, -5.84963392959},
    {"Nile", {799.793280314, 798.436127599, 798.436127599, 794.364669453}, {614.952843665, 608.096935787, 608.096935787, 588.408191779}, {1082.48233354, 1089.53480113, 1089.53480113, 1109.3479206}, 0.245728104201, -1.35715271527},
    {"WWWusage", {220.309627922, 220.619024862, 220.619024862, 221.547215681}, {212.838603476, 210.053929033, 210.053929033, 204.842833602}, {231.735573812, 236.776944586, 236.776944586, 247.094363482}, 0.9999, 0.309396939694},
    {"lynx", {3397.56887729, 3399.21150097, 3399.21150097, 3404.13937201}, {1869.12405478, 1237.7721783, 1237.7721783, -13.2937371926}, {5735.1235142, 6704.84768534, 6704.84768534, 8630.65229096}, 0.9999, 1.64262368117},
    {"wineind", {24662.8761619, 26313.2793208, 24769.7396117, 31641.8860624}, {21816.4353703, 23444.1408432, 21661.8480003, 28254.3772131}, {29016.1316888, 30701.247963, 29522.849662, 36822.6337752}, 0.126537358499, 9.37158104788},
    {"woolyrnq", {5835.34467305, 5156.32589357, 5796.10399736, 5820.19610002}, {5195.18111423, 4414.3089715, 4809.73271613, 4472.00965593}, {6814.39034958, 6291.14284693, 7304.62869396, 7882.06933704}, 0.586109980138, -9.73850853641},
    {"nottem", {40.1260876459, 39.5457862623, 40.1462951074, 42.5905183688}, {37.0227139478, 36.4414502942, 37.0313937899, 39.46222185}, {44.8722881442, 44.2934584254, 44.910125578, 47.3748350319}, 0.0249046290479, 0.00208039488962},
    {"UKgas", {999.734217731, 660.091263804, 1016.06667323, 399.733992191}, {900.490837916, 558.089870961, 906.205891982, 275.638845284}, {1151.51386934, 816.08893235, 1184.08423909, 589.521141716}, 0.237388083762, 2.80875279997},
    {"ldeaths", {2668.28614523, 2669.72375856, 2623.38341497, 2397.8072208}, {2428.65682282, 2428.00173784, 2359.73575271, 2108.64876295}, {3034.76756838, 3039.40568757, 3026.59771905, 2840.0369199}, 0.132447707336, -2.62315677201},
    {"sim_AAA", {281.087020495, 256.332822353, 283.268319206, 252.890287989}, {275.826170126, 250.251655616, 273.634792202, 239.603406375}, {289.132796823, 265.633164304, 298.001527357, 273.21081986}, 0.579802238843, 0.297732358786},
    {"sim_AAdA", {215.010444308, 230.361948345, 215.729455574, 242.942510583}, {211.176995192, 225.359072292, 206.400501246, 229.524972846}, {220.873198806, 238.013187006, 229.996860014, 263.462863749}, 0.838557192207, 0.112600533499},
    {"sim_MNM", {442.159364405, 363.425752561, 442.882092456, 510.4866304}, {409.358328083, 329.866563177, 405.092061471, 467.117432615}, {492.324220487, 414.750103692, 500.676957444, 576.814094687}, 0.216244369713, 0.140289610299},
    {"sim_MAM", {1053.63526122, 1094.72611779, 1062.8496431, 616.316190707}, {1018.83856177, 1058.31683565, 1017.96546961, 561.107325164}, {1106.85222067, 1150.40930965, 1131.49406278, 700.750864271}, 0.307950692245, 1.05029894262},
    {"sim_ANN", {56.3927600645, 56.4195286502, 56.4195286502, 56.4998344071}, {51.2979480887, 50.8796651408, 50.8796651408, 49.799907273}, {64.184602585, 64.8920187548, 64.8920187548, 66.7464887244}, 0.427011047347, 0.0267685856463},
    {"sim_MAdN", {73.6016822708, 72.7492079945, 72.7492079945, 70.1917851659}, {59.5160827486, 54.9240398803, 54.9240398803, 44.1968985241}, {95.1437477688, 100.010450118, 100.010450118, 109.947533565}, 0.775539712085, -0.852474276218},
};
// clang-format on

bool near(double a, double b, double tolerance) {
    return std::abs(a - b) <= tolerance * std::max(std::abs(b), 1.0);
}

/// Mean of step t + 1 (t values known) written out: the line by ordinary least squares of the values given.
double slowMean(const std::vector<double>& values, const std::vector<double>& lineValues, double level0, double alpha, double weight) {
    const int t = static_cast<int>(values.size());
    double level = level0;
    for (const double y : values) level = alpha * y + (1 - alpha) * level;
    const int n = static_cast<int>(lineValues.size());
    double a = 0.0, b = 0.0;
    if (n == 1) a = lineValues[0];
    if (n > 1) {
        double sx = 0.0, sy = 0.0, sxx = 0.0, sxy = 0.0;
        for (int i = 1; i <= n; ++i) {
            sx += i;
            sy += lineValues[i - 1];
            sxx += static_cast<double>(i) * i;
            sxy += i * lineValues[i - 1];
        }
        b = (n * sxy - sx * sy) / (n * sxx - sx * sx);
        a = (sy - b * sx) / n;
    }
    return level + weight * (std::pow(1 - alpha, t) * a + (1 - std::pow(1 - alpha, t + 1)) / alpha * b);
}

double slowSquares(const std::vector<double>& y, bool dynamic, double level, double alpha, double weight) {
    double sum = 0.0;
    for (size_t t = 0; t < y.size(); ++t) {
        const std::vector<double> known(y.begin(), y.begin() + static_cast<long>(t));
        const double e = y[t] - slowMean(known, dynamic ? known : y, level, alpha, weight);
        sum += e * e;
    }
    return sum;
}

const FittedTheta& asTheta(const std::unique_ptr<FittedModel>& model) {
    return dynamic_cast<const FittedTheta&>(*model);
}

}  // namespace

class TestForecastTheta : public QObject {
    Q_OBJECT
private slots:
    void standardAsR() {
        const double levels[] = {80, 95};
        for (const Expected& e : kExpected) {
            const Series series = test::namedSeries(e.series);
            const int m = series.season();
            const auto model = ThetaModel().fit(series);
            const auto p = asTheta(model).parameters();
            QVERIFY2(near(p.alpha, e.alpha, 2e-5), qPrintable(QString::number(p.alpha, 'g', 12)));
            QVERIFY2(near(p.slope / 2, e.halfSlope, 1e-9), e.series);
            const Prediction prediction = model->predict(2 * m + 3, levels);
            const int steps[] = {1, 2, m + 1, 2 * m + 3};
            for (int i = 0; i < 4; ++i) {
                QVERIFY2(near(prediction.mean[steps[i] - 1], e.mean[i], 1e-6), e.series);
                QVERIFY2(near(prediction.lower[0][steps[i] - 1], e.lower80[i], 1e-5), e.series);
                QVERIFY2(near(prediction.upper[1][steps[i] - 1], e.upper95[i], 1e-5), e.series);
            }
        }
    }
    /// No point of a simplex over all three coordinates of the slow recursion is better, and the forecasts are the slow ones.
    void optimisedAsWrittenOut() {
        for (const char* name : {"Nile", "WWWusage", "lynx", "sim_ANN", "sim_MAdN"}) {
            for (const ThetaKind kind : {ThetaKind::Optimised, ThetaKind::DynamicOptimised}) {
                const bool dynamic = kind == ThetaKind::DynamicOptimised;
                Series series = test::namedSeries(name);
                series.values.resize(60);
                const auto& y = series.values;
                const auto model = ThetaModel(kind).fit(series);
                const auto p = asTheta(model).parameters();
                const double weight = 1 - 1 / p.theta, found = slowSquares(y, dynamic, p.level, p.alpha, weight);
                QVERIFY2(near(model->statistics().sigma2 * 57, found, 1e-9), name);
                const double low[] = {-1e9, 0.01, 0.0}, high[] = {1e9, 0.99, 1 - 1e-6};
                for (const double alpha : {0.1, 0.5, 0.9}) {
                    const double start[] = {y[0], alpha, 0.5}, steps[] = {0.1 * y[0], 0.05, 0.1};
                    NelderMeadOptions options;
                    options.relativeTolerance = 1e-9;
                    const auto other =
                        nelderMead([&](std::span<const double> x, double) { return slowSquares(y, dynamic, x[0], x[1], x[2]); }, start,
                                   steps, low, high, options);
                    QVERIFY2(found <= other.value * (1 + 1e-7), name);
                }
                const auto mean = model->predict(6, {}).mean;
                std::vector<double> known = y;
                for (int h = 0; h < 6; ++h) {
                    const double next = slowMean(known, dynamic ? known : y, p.level, p.alpha, weight);
                    QVERIFY2(near(mean[h], next, 1e-9), name);
                    known.push_back(next);
                }
                const std::vector<double> first(y.begin(), y.begin() + 30);
                QVERIFY2(near(model->fitted()[30], slowMean(first, dynamic ? first : y, p.level, p.alpha, weight), 1e-9), name);
            }
        }
    }
    /// θ = 1 is simple smoothing, so that both optimised forms are at least as close as that within the bounds of α.
    void limits() {
        for (const char* name : {"Nile", "sim_ANN"}) {
            const Series series = test::namedSeries(name);
            const double n = static_cast<double>(series.values.size());
            const double simple = EtsModel(*EtsForm::parse("ANN")).fit(series)->statistics().sigma2 * (n - 2);
            for (const ThetaKind kind : {ThetaKind::Optimised, ThetaKind::DynamicOptimised})
                QVERIFY2(ThetaModel(kind).fit(series)->statistics().sigma2 * (n - 3) <= simple * (1 + 1e-9), name);
        }
        // Without noise a straight line goes on: θ → ∞ with the whole slope.
        Series line;
        for (int t = 1; t <= 40; ++t) line.values.push_back(50 + 3 * t);
        QVERIFY(near(ThetaModel(ThetaKind::Optimised).fit(line)->predict(5, {}).mean[4], 50 + 3 * 45, 1e-3));
        QVERIFY(near(ThetaModel(ThetaKind::DynamicOptimised).fit(line)->predict(5, {}).mean[4], 50 + 3 * 45, 1e-3));
    }
    void boundsAsSimulated() {
        Series series = test::namedSeries("sim_MAdN");
        series.values.resize(40);
        const auto model = ThetaModel(ThetaKind::DynamicOptimised).fit(series);
        const auto p = asTheta(model).parameters();
        const double sigma = std::sqrt(model->statistics().sigma2), level68[] = {100 * (2 * normalCdf(1.0) - 1)};
        std::mt19937_64 generator(3);
        const int horizon = 6, paths = 4000;
        std::vector<double> sum(horizon), squares(horizon);
        for (int i = 0; i < paths; ++i) {
            std::vector<double> known = series.values;
            for (int h = 0; h < horizon; ++h) {
                const double uniform = (static_cast<double>(generator() >> 11) + 0.5) / 9007199254740992.0;
                const double y = slowMean(known, known, p.level, p.alpha, 1 - 1 / p.theta) + sigma * normalQuantile(uniform);
                known.push_back(y);
                sum[h] += y;
                squares[h] += y * y;
            }
        }
        const Prediction prediction = model->predict(horizon, level68);
        for (int h = 0; h < horizon; ++h) {
            const double mean = sum[h] / paths, sd = std::sqrt(squares[h] / paths - mean * mean);
            const double width = prediction.upper[0][h] - prediction.mean[h];
            QVERIFY2(std::abs(width / sd - 1) < 0.05, qPrintable(QString::number(width / sd)));
            QVERIFY(std::abs(prediction.mean[h] - mean) < 4.5 * sd / std::sqrt(paths));
        }
    }
    void appendAndSeason() {
        for (const ThetaKind kind : {ThetaKind::Standard, ThetaKind::Optimised, ThetaKind::DynamicOptimised}) {
            const Series whole = test::namedSeries("sim_MNM");
            Series part = whole;
            part.values.resize(300);
            const auto model = ThetaModel(kind).fit(part);
            QVERIFY(asTheta(model).parameters().seasonal);
            const double next = model->predict(3, {}).mean[0];
            const auto copy = model->clone();
            model->append({whole.values.data() + 300, 50});
            QCOMPARE(model->fitted().size(), whole.values.size());
            QVERIFY(near(model->fitted()[300], next, 1e-12));
            copy->append({whole.values.data() + 300, 20});
            copy->append({whole.values.data() + 320, 30});
            QCOMPARE(copy->predict(15, {}).mean, model->predict(15, {}).mean);
        }
        // Zeros: the season is subtracted.
        Series zeros;
        zeros.seasons = {4};
        for (int t = 0; t < 60; ++t) zeros.values.push_back(t % 4 == 0 ? 0.0 : 10.0 + t % 4);
        const auto model = ThetaModel(ThetaKind::DynamicOptimised).fit(zeros);
        const auto mean = model->predict(4, {}).mean;
        QVERIFY(std::abs(mean[0]) < 0.1 && std::abs(mean[1] - 11) < 0.1 && std::abs(mean[3] - 13) < 0.1);
    }
    void refusals() {
        std::string why;
        Series series = test::namedSeries("Nile");
        series.values[10] = NAN;
        QVERIFY(!ThetaModel().fit(series, &why));
        QCOMPARE(why, std::string("the series has gaps"));
        QVERIFY(!ThetaModel().fit(Series{{1, 2, 3}, {}, {}}, &why));
        QCOMPARE(why, std::string("too few values"));
        const auto flat = ThetaModel(ThetaKind::DynamicOptimised).fit(Series{std::vector<double>(30, 4.0), {7}, {}});
        QVERIFY(near(flat->predict(3, {}).mean[2], 4.0, 1e-9));
        QVERIFY(!hasSeason(test::namedSeries("Nile").values, 12) && hasSeason(test::namedSeries("AirPassengers").values, 12));
    }
};

QTEST_APPLESS_MAIN(TestForecastTheta)
#include "test_forecast_theta.moc"
