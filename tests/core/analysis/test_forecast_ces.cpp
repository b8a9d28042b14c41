// SPDX-License-Identifier: GPL-3.0-or-later
// Complex smoothing against its matrices written out, against simple smoothing where the two are the same, against a simplex, simulation
// and its own impulse responses.
#include <QtTest>
#include <cmath>
#include <random>

#include "core/analysis/forecast/ces.h"
#include "core/analysis/forecast/ets.h"
#include "core/analysis/math/distributions.h"
#include "core/analysis/math/gauss_newton.h"
#include "core/analysis/math/nelder_mead.h"
#include "core/analysis/math/schur_cohn.h"
#include "tests/support/forecast_series.h"

using namespace mudeung;
using namespace mudeung::forecast;

namespace {

bool near(double a, double b, double tolerance) {
    return std::abs(a - b) <= tolerance * std::max(std::abs(b), 1.0);
}

const FittedCes& asCes(const std::unique_ptr<FittedModel>& model) {
    return dynamic_cast<const FittedCes&>(*model);
}

using Matrix = std::vector<std::vector<double>>;

/// The model as one state vector with lags: x ← F·x + g·e, y = w·x. States: l, c, then season(t − m) … season(t − 1), hidden alike.
struct Written {
    Matrix f;
    std::vector<double> g, w, x;
    Written(CesSeason kind, const CesParameters& p, int m) {
        const bool plain = kind != CesSeason::Simple, season = kind != CesSeason::None,
                   hidden = kind == CesSeason::Simple || kind == CesSeason::Full;
        const int n = 2 + 2 * m;
        f.assign(n, std::vector<double>(n, 0.0));
        g.assign(n, 0.0);
        w.assign(n, 0.0);
        x.assign(n, 0.0);
        if (plain) {
            f[0][0] = 1;
            f[0][1] = -(1 - p.alpha1);
            f[1][0] = 1;
            f[1][1] = 1 - p.alpha0;
            g[0] = p.alpha0 - p.alpha1;
            g[1] = p.alpha0 + p.alpha1;
            w[0] = 1;
            x[0] = p.level;
            x[1] = p.hidden;
        }
        if (!season) return;
        const int s = 2, h = 2 + m;
        w[s] = 1;
        for (int j = 0; j + 1 < m; ++j) f[s + j][s + j + 1] = f[h + j][h + j + 1] = 1;
        f[s + m - 1][s] = 1;
        g[s + m - 1] = p.beta0;
        for (int j = 0; j < m; ++j) x[s + j] = p.season[j];
        if (!hidden) return;
        f[s + m - 1][h] = -(1 - p.beta1);
        f[h + m - 1][s] = 1;
        f[h + m - 1][h] = 1 - p.beta0;
        g[s + m - 1] = p.beta0 - p.beta1;
        g[h + m - 1] = p.beta0 + p.beta1;
        for (int j = 0; j < m; ++j) x[h + j] = p.hiddenSeason[j];
    }
    double mean() const {
        double sum = 0.0;
        for (size_t i = 0; i < w.size(); ++i) sum += w[i] * x[i];
        return sum;
    }
    void move(double e) {
        std::vector<double> next(x.size());
        for (size_t i = 0; i < x.size(); ++i) {
            next[i] = g[i] * e;
            for (size_t j = 0; j < x.size(); ++j) next[i] += f[i][j] * x[j];
        }
        x = next;
    }
};

CesParameters someParameters(int m) {
    CesParameters p;
    p.alpha0 = 1.3;
    p.alpha1 = 0.9;
    p.beta0 = 0.2;
    p.level = 100;
    p.hidden = 70;
    for (int j = 0; j < m; ++j) {
        p.season.push_back(j * 3.0 - 4);
        p.hiddenSeason.push_back(2.0 - j);
    }
    return p;
}

const CesSeason kKinds[] = {CesSeason::None, CesSeason::Simple, CesSeason::Partial, CesSeason::Full};

CesParameters ofKind(CesSeason kind, int m) {
    CesParameters p = someParameters(m);
    if (kind == CesSeason::Simple || kind == CesSeason::Full) {
        p.beta0 = 1.2;
        p.beta1 = 0.97;
    }
    return p;
}

std::vector<double> simulated(CesSeason kind, const CesParameters& p, int m, int n, double sigma, std::mt19937_64& generator) {
    Written written(kind, p, m);
    std::vector<double> values;
    for (int t = 0; t < n; ++t) {
        const double e = sigma * normalQuantile((static_cast<double>(generator() >> 11) + 0.5) / 9007199254740992.0);
        values.push_back(written.mean() + e);
        written.move(e);
    }
    return values;
}

}  // namespace

class TestForecastCes : public QObject {
    Q_OBJECT
private slots:
    void asMatrices() {
        const Series series = test::namedSeries("woolyrnq");
        const int m = 4, horizon = 11;
        const double levels[] = {90};
        for (const CesSeason kind : kKinds) {
            const CesParameters p = ofKind(kind, m);
            const auto model = cesWithParameters(series, kind, p);
            Written written(kind, p, m);
            for (size_t t = 0; t < series.values.size(); ++t) {
                QVERIFY(near(model->fitted()[t], written.mean(), 1e-9));
                written.move(series.values[t] - written.mean());
            }
            const Prediction prediction = model->predict(horizon, levels);
            Written shock = written;
            shock.x = shock.g;
            double squares = 1.0;
            for (int h = 0; h < horizon; ++h) {
                QVERIFY(near(prediction.mean[h], written.mean(), 1e-9));
                const double width = normalQuantile(0.95) * std::sqrt(model->statistics().sigma2 * squares);
                QVERIFY(near(prediction.upper[0][h] - prediction.mean[h], width, 1e-9));
                QVERIFY(near(prediction.mean[h] - prediction.lower[0][h], width, 1e-9));
                squares += shock.mean() * shock.mean();
                shock.move(0.0);
                written.move(0.0);
            }
        }
    }
    /// α1 = 1 makes the level that of simple smoothing with α0 − 1: the same numbers as ETS(A,N,N) and ETS(A,N,A).
    void simpleSmoothingIsASpecialCase() {
        const Series series = test::namedSeries("sim_AAA");
        EtsParameters e;
        e.alpha = 0.3;
        e.gamma = 0.15;
        e.level = 95;
        e.season = {9, 7, 5, 3, -4, -12, -8};
        CesParameters c;
        c.alpha0 = 1 + e.alpha;
        c.alpha1 = 1;
        c.beta0 = e.gamma;
        c.level = e.level;
        c.hidden = 12345;  // does not matter
        c.season = e.season;
        const auto plain = etsWithParameters(series, *EtsForm::parse("ANN"), e);
        const auto plainCes = cesWithParameters(series, CesSeason::None, c);
        const auto seasonal = etsWithParameters(series, *EtsForm::parse("ANA"), e);
        const auto partial = cesWithParameters(series, CesSeason::Partial, c);
        for (size_t t = 0; t < series.values.size(); ++t) {
            QVERIFY(near(plain->fitted()[t], plainCes->fitted()[t], 1e-10));
            QVERIFY(near(seasonal->fitted()[t], partial->fitted()[t], 1e-10));
        }
        QVERIFY(near(plain->statistics().logLikelihood, plainCes->statistics().logLikelihood, 1e-10));
        QVERIFY(near(seasonal->predict(9, {}).mean[8], partial->predict(9, {}).mean[8], 1e-10));
        // So the optimum is never worse than theirs.
        for (const char* name : {"sim_AAA", "Nile", "wineind", "woolyrnq", "USAccDeaths", "nottem"}) {
            const Series s = test::namedSeries(name);
            const auto ets = EtsModel(*EtsForm::parse(s.seasons.empty() ? "ANN" : "ANA")).fit(s);
            const auto ces = CesModel(s.seasons.empty() ? CesSeason::None : CesSeason::Partial).fit(s);
            QVERIFY2(ces->statistics().logLikelihood >= ets->statistics().logLikelihood - 0.01, name);
        }
    }
    /// From the point found, a simplex and small steps find nothing better.
    void optimumIsOne() {
        for (const char* name : {"woolyrnq", "sim_ANN", "UKgas"}) {
            const Series series = test::namedSeries(name);
            for (const CesSeason kind : kKinds) {
                const auto model = CesModel(kind).fit(series);
                if (!model) continue;
                const CesParameters best = asCes(model).parameters();
                const int m = static_cast<int>(best.season.size());
                const auto with = [&](std::span<const double> x) {
                    CesParameters p = best;
                    size_t i = 0;
                    p.alpha0 = x[i++];
                    p.alpha1 = x[i++];
                    p.beta0 = x[i++];
                    p.beta1 = x[i++];
                    p.level = x[i++];
                    p.hidden = x[i++];
                    for (double& s : p.season) s = x[i++];
                    return p;
                };
                std::vector<double> start = {best.alpha0, best.alpha1, best.beta0, best.beta1, best.level, best.hidden};
                start.insert(start.end(), best.season.begin(), best.season.end());
                std::vector<double> steps = {1e-3, 1e-3, 1e-3, 1e-3, 1.0, 1.0};
                steps.resize(start.size(), 1.0);
                const auto found = nelderMead(
                    [&](std::span<const double> x, double) {
                        const CesParameters p = with(x);
                        if (!cesIsStable(kind, p, m) || (kind == CesSeason::Partial && (p.beta0 < 0 || p.beta0 > 1)))
                            return double(INFINITY);
                        return -cesWithParameters(series, kind, p)->statistics().logLikelihood;
                    },
                    start, steps);
                QVERIFY2(-found.value <= model->statistics().logLikelihood + 0.05,
                         qPrintable(QStringLiteral("%1 %2: %3 above %4")
                                        .arg(name, QString::fromStdString(model->name()))
                                        .arg(-found.value)
                                        .arg(model->statistics().logLikelihood)));
            }
        }
    }
    /// Stable: two different pasts are forgotten when the same values follow. Along rays through the parameters, both answers meet.
    void stabilityIsForgetting() {
        std::mt19937_64 generator(21);
        const auto uniform = [&] { return static_cast<double>(generator() >> 11) / 9007199254740992.0; };
        int stable = 0, unstable = 0;
        for (int run = 0; run < 2000; ++run) {
            const CesSeason kind = kKinds[run % 4];
            const int m = kind == CesSeason::None ? 1 : 3;
            CesParameters p = someParameters(m);
            p.alpha0 = 2.5 * uniform();
            p.alpha1 = 2 * uniform();
            p.beta0 = (kind == CesSeason::Partial ? 1.0 : 2.5) * uniform();
            p.beta1 = 2 * uniform();
            // Values 0 and states from the start: the mean must go to 0.
            Written written(kind, p, m);
            double size = 0.0;
            for (int t = 0; t < 3000; ++t) {
                written.move(-written.mean());
                size = 0.0;
                for (const double x : written.x) size += std::abs(x);
                if (size > 1e12) break;
            }
            if (size > 1e-3 && size < 1e6) continue;  // near the border
            QCOMPARE(cesIsStable(kind, p, m), size < 1);
            ++(size < 1 ? stable : unstable);
        }
        QVERIFY(stable > 100 && unstable > 100);
    }
    void recoveryAndCoverage() {
        std::mt19937_64 generator(5);
        const double levels[] = {90};
        const int horizon = 8;
        int inside = 0, all = 0, kindFound = 0;
        CesParameters p = ofKind(CesSeason::Partial, 4), mean;
        mean.alpha0 = mean.alpha1 = 0.0;
        p.alpha1 = 0.95;
        for (int run = 0; run < 150; ++run) {
            auto path = simulated(CesSeason::Partial, p, 4, 308, 3.0, generator);
            const std::vector<double> future(path.end() - horizon, path.end());
            path.resize(300);
            const auto model = CesModel().fit(Series{path, {4}, {}});
            kindFound += asCes(model).season() == CesSeason::Partial;
            mean.alpha0 += asCes(model).parameters().alpha0 / 150;
            mean.alpha1 += asCes(model).parameters().alpha1 / 150;
            const Prediction prediction = model->predict(horizon, levels);
            for (int h = 0; h < horizon; ++h, ++all) inside += future[h] > prediction.lower[0][h] && future[h] < prediction.upper[0][h];
        }
        const double share = 100.0 * inside / all;
        qInfo("kind found %d of 150, mean alpha %.3f + %.3f i, bounds of 90 %% hold %.1f %%", kindFound, mean.alpha0, mean.alpha1, share);
        QVERIFY(kindFound >= 120);
        QVERIFY(std::abs(mean.alpha0 - p.alpha0) < 0.05 && std::abs(mean.alpha1 - p.alpha1) < 0.04);
        QVERIFY(share > 86 && share < 93);
    }
    void appendRefitGapsRefusals() {
        const Series whole = test::namedSeries("sim_AAdA");
        Series part = whole;
        part.values.resize(380);
        const auto model = CesModel().fit(part);
        const auto direct = cesWithParameters(whole, asCes(model).season(), asCes(model).parameters());
        const auto rolled = model->clone();
        rolled->append({whole.values.data() + 380, 20});
        QCOMPARE(rolled->fitted(), direct->fitted());
        QCOMPARE(rolled->predict(9, {}).mean, direct->predict(9, {}).mean);
        const auto warm = CesModel().refit(whole, *model);
        const auto cold = CesModel(asCes(model).season()).fit(whole);
        QVERIFY2(std::abs(warm->statistics().aicc - cold->statistics().aicc) < 0.1,
                 qPrintable(QStringLiteral("%1 %2 %3")
                                .arg(warm->statistics().aicc)
                                .arg(cold->statistics().aicc)
                                .arg(QString::fromStdString(warm->name()))));
        QCOMPARE(CesModel().fit(whole)->fitted(), CesModel().fit(whole)->fitted());
        Series gaps = whole;
        for (const int t : {0, 5, 100, 101, 102, 399}) gaps.values[t] = NAN;
        const auto holed = CesModel().fit(gaps);
        QVERIFY(holed && std::isfinite(holed->fitted()[101]) && std::isfinite(holed->predict(3, {}).mean[2]));
        QVERIFY(std::abs(asCes(holed).parameters().alpha0 - asCes(CesModel().fit(whole)).parameters().alpha0) < 0.1);
        std::string why;
        QVERIFY(!CesModel().fit(Series{{1, 2, 3}, {}, {}}, &why));
        QCOMPARE(why, std::string("too few values"));
        QVERIFY(!CesModel(CesSeason::Full).fit(test::namedSeries("Nile"), &why));
        const auto flat = CesModel().fit(Series{std::vector<double>(40, 5.0), {7}, {}});
        QVERIFY(flat && near(flat->predict(4, {}).mean[3], 5.0, 1e-6));
    }
    void rootsInside() {
        const double inside[] = {0.06, -0.5, 1};       // 0.2, 0.3
        const double complexPair[] = {0.81, -0.9, 1};  // |z| = 0.9
        const double outside[] = {1.21, -1.1, 1};      // |z| = 1.1
        const double mixed[] = {-0.6, 1.7, -2.2, 1};   // 1.2 …
        QVERIFY(mudeung::rootsInside(inside, 2) && mudeung::rootsInside(complexPair, 2));
        QVERIFY(!mudeung::rootsInside(outside, 2) && !mudeung::rootsInside(mixed, 3));
        QVERIFY(mudeung::rootsInside(outside, 2, 1.11) && !mudeung::rootsInside(complexPair, 2, 0.89));
    }
    void gaussNewtonFindsAMinimum() {
        // y = a·exp(b·x) with b held below 0.4
        std::vector<double> x, y;
        for (int i = 0; i < 20; ++i) {
            x.push_back(0.2 * i);
            y.push_back(2 * std::exp(0.5 * x.back()));
        }
        const auto squares = [&](const std::vector<double>& p) {
            double sum = 0.0;
            for (size_t i = 0; i < x.size(); ++i) sum += std::pow(y[i] - p[0] * std::exp(p[1] * x[i]), 2);
            return sum;
        };
        const auto normal = [&](const std::vector<double>& p, std::vector<double>& a, std::vector<double>& g) {
            std::fill(a.begin(), a.end(), 0.0);
            std::fill(g.begin(), g.end(), 0.0);
            for (size_t i = 0; i < x.size(); ++i) {
                const double f = std::exp(p[1] * x[i]), e = y[i] - p[0] * f, d0 = -f, d1 = -p[0] * x[i] * f;
                a[0] += d0 * d0;
                a[2] += d1 * d0;
                a[3] += d1 * d1;
                g[0] += e * d0;
                g[1] += e * d1;
            }
        };
        std::vector<double> free = {1, 0}, bounded = {1, 0};
        QVERIFY(gaussNewton(free, {-10, -10}, {10, 10}, squares, normal) < 1e-15);
        QVERIFY(near(free[0], 2, 1e-7) && near(free[1], 0.5, 1e-7));
        gaussNewton(bounded, {-10, -10}, {10, 0.4}, squares, normal);
        QCOMPARE(bounded[1], 0.4);
        // With b fixed the best a is linear least squares.
        double fy = 0.0, ff = 0.0;
        for (size_t i = 0; i < x.size(); ++i) {
            fy += y[i] * std::exp(0.4 * x[i]);
            ff += std::exp(0.8 * x[i]);
        }
        QVERIFY(near(bounded[0], fy / ff, 1e-6));
    }
};

QTEST_APPLESS_MAIN(TestForecastCes)
#include "test_forecast_ces.moc"
