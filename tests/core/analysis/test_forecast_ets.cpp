// SPDX-License-Identifier: GPL-3.0-or-later
// Exponential smoothing against R's ets: the same numbers for the same parameters, an optimum that is as good, bounds that hold what they
// say.
#include <QFile>
#include <QtTest>
#include <cmath>
#include <map>
#include <random>

#include "core/analysis/forecast/ets.h"
#include "core/analysis/math/distributions.h"
#include "tests/support/forecast_series.h"

using namespace mudeung;
using namespace mudeung::forecast;

namespace {

bool near(double a, double b, double tolerance) {
    return std::abs(a - b) <= tolerance * std::max(std::abs(b), 1.0);
}

QList<QList<QByteArray>> table(const char* name) {
    QFile file(test::testFile(QStringLiteral("analysis/%1").arg(QLatin1String(name))));
    if (!file.open(QIODevice::ReadOnly)) qFatal("no %s", name);
    QList<QList<QByteArray>> rows;
    while (!file.atEnd()) rows.append(file.readLine().trimmed().split(','));
    return rows;
}

EtsForm formOf(const char* text) {
    const auto form = EtsForm::parse(text);
    if (!form) qFatal("no form %s", text);
    return *form;
}

const FittedEts& asEts(const std::unique_ptr<FittedModel>& model) {
    return dynamic_cast<const FittedEts&>(*model);
}

/// A path of an ETS model; goes on from `states`.
class Simulation {
public:
    Simulation(const EtsForm& form, const EtsParameters& p, unsigned seed) : m_form(form), m_p(p), m_generator(seed) {}
    std::vector<double> path(int n, double sigma) {
        std::vector<double> values;
        double level = m_p.level, slope = m_p.slope;
        std::vector<double> season = m_p.season;
        for (int t = 0; t < n; ++t) {
            const double uniform = (static_cast<double>(m_generator() >> 11) + 0.5) / 9007199254740992.0;
            double e = sigma * normalQuantile(uniform);
            const double q = level + m_p.phi * slope;
            double* const s = season.empty() ? nullptr : &season[t % season.size()];
            const double mean = !s ? q : m_form.season == 'M' ? q * *s : q + *s;
            if (m_form.error == 'M') e *= mean;
            values.push_back(mean + e);
            const double toLevel = m_form.season == 'M' ? e / *s : e;
            level = q + m_p.alpha * toLevel;
            slope = m_p.phi * slope + m_p.beta * toLevel;
            if (s) *s += m_p.gamma * (m_form.season == 'M' ? e / q : e);
        }
        return values;
    }

private:
    EtsForm m_form;
    EtsParameters m_p;
    std::mt19937_64 m_generator;
};

}  // namespace

class TestForecastEts : public QObject {
    Q_OBJECT
private slots:
    /// tests/data/analysis/ets_given.csv: R's parameters and states; likelihood, σ², means and bounds.
    void givenParametersAsR() {
        const double levels[] = {80, 95};
        int rows = 0;
        for (const auto& row : table("ets_given.csv")) {
            const Series series = test::namedSeries(row[0]);
            const int m = series.season();
            int c = 2;
            const auto next = [&] { return row[c++].toDouble(); };
            EtsParameters p;
            p.alpha = next();
            p.beta = next();
            p.gamma = next();
            p.phi = next();
            p.level = next();
            p.slope = next();
            const int states = static_cast<int>(next());
            for (int i = 0; i < states; ++i) p.season.push_back(next());
            const auto model = etsWithParameters(series, formOf(row[1]), p);
            QVERIFY2(model, row[1]);
            const QByteArray where = row[0] + ' ' + row[1];
            QVERIFY2(near(model->statistics().logLikelihood, next(), 1e-8), where);
            QVERIFY2(near(model->statistics().sigma2, next(), 1e-8), where);
            const Prediction prediction = model->predict(2 * m + 3, levels);
            const bool simulated = model->form().trend == 'M';
            for (const int step : {1, 2, m + 1, 2 * m + 3}) {
                const double mean = next(), low80 = next(), high95 = next();
                QVERIFY2(near(prediction.mean[step - 1], mean, 1e-6), where);
                if (simulated) {
                    // With large errors (lynx) many paths end at 0, and quantiles lie in the gap between them and the others.
                    if (model->statistics().sigma2 > 0.09) continue;
                    // Quantiles of 5000 paths on both sides, of products of errors: the logarithms of both differ with a standard error of
                    // 0.034 and 0.053 deviations.
                    const double deviation = std::log(high95 / low80) / (1.28 + 1.96);
                    QVERIFY2(std::abs(std::log(prediction.lower[0][step - 1] / low80)) < 4.5 * 0.034 * deviation, where);
                    QVERIFY2(std::abs(std::log(prediction.upper[1][step - 1] / high95)) < 4.5 * 0.053 * deviation, where);
                    continue;
                }
                QVERIFY2(near(prediction.lower[0][step - 1], low80, 1e-6), where);
                QVERIFY2(near(prediction.upper[1][step - 1], high95, 1e-6), where);
            }
            ++rows;
        }
        QCOMPARE(rows, 249);
    }
    /// tests/data/analysis/ets_forms.csv: no form may be worse than R's, nor the choice among them.
    void optimumAsGoodAsR() {
        double better = 0.0;
        int rows = 0;
        for (const auto& row : table("ets_forms.csv")) {
            const Series series = test::namedSeries(row[0]);
            const auto model = row[1] == "auto"  ? EtsModel().fit(series)
                               : row[1] == "all" ? EtsModel(EtsTrends::All).fit(series)
                                                 : EtsModel(formOf(row[1])).fit(series);
            const double theirs = row[2].toDouble();
            QVERIFY2(model, row[0] + ' ' + row[1]);
            const double ours = model->statistics().aicc;
            if (!(ours <= theirs + 1e-3))
                QFAIL(qPrintable(QStringLiteral("%1 %2: %3 instead of %4").arg(QString(row[0]), QString(row[1])).arg(ours).arg(theirs)));
            better += (theirs - ours) / 281;
            ++rows;
        }
        QCOMPARE(rows, 281);
        qInfo("AICc below R's by %.2f in the mean of %d fits", better, rows);
    }
    /// No neighbour of the optimum within the bounds is better: the derivatives are right in every form.
    void optimumIsOne() {
        for (const char* name : {"sim_MAM", "AirPassengers", "woolyrnq"}) {
            const Series series = test::namedSeries(name);
            for (const char* text : {"ANN", "AAN", "AAdN", "ANA", "AAA", "AAdA", "MNN", "MAN", "MAdN", "MNA", "MAA", "MAdA", "MNM", "MAM",
                                     "MAdM", "MMN", "MMdN", "MMM", "MMdM"}) {
                const EtsForm form = formOf(text);
                const auto model = EtsModel(form).fit(series);
                const EtsParameters best = asEts(model).parameters();
                const double top = model->statistics().logLikelihood;
                const auto check = [&](const char* what, const EtsParameters& p) {
                    const double other = etsWithParameters(series, form, p)->statistics().logLikelihood;
                    if (other > top + 2e-4)
                        QFAIL(qPrintable(
                            QStringLiteral("%1 %2 %3: %4 above %5").arg(name, text, what).arg(other, 0, 'g', 12).arg(top, 0, 'g', 12)));
                };
                for (const double sign : {-1.0, 1.0}) {
                    EtsParameters p = best;
                    p.alpha += sign * 1e-3;
                    if (p.alpha >= 1e-4 && p.alpha <= 0.9999 && p.beta <= p.alpha && p.gamma <= 1 - p.alpha) check("alpha", p);
                    p = best;
                    p.beta += sign * 1e-3;
                    if (form.trend != 'N' && p.beta >= 1e-4 && p.beta <= p.alpha && form.season == 'N') check("beta", p);
                    p = best;
                    p.gamma += sign * 1e-3;
                    if (form.season != 'N' && form.trend == 'N' && p.gamma >= 1e-4 && p.gamma <= 1 - p.alpha) check("gamma", p);
                    p = best;
                    p.phi += sign * 1e-3;
                    if (form.damped && p.phi >= 0.8 && p.phi <= 0.98 && form.season == 'N') check("phi", p);
                    p = best;
                    p.level *= 1 + sign * 1e-3;
                    check("level", p);
                    p = best;
                    p.slope += form.trend == 'M' ? sign * 1e-4 : sign * 1e-3 * p.level;
                    if (form.trend != 'N') check("slope", p);
                    for (size_t j = 1; j < best.season.size(); ++j) {
                        p = best;
                        const double by = sign * (form.season == 'M' ? 1e-3 : 1e-3 * p.level);
                        p.season[j] += by;
                        p.season[0] -= by;
                        check("season", p);
                    }
                }
            }
        }
    }
    /// Exact moments of multiplicative seasons against a million simulated paths of the future.
    void multiplicativeBoundsAsSimulated() {
        EtsParameters p;
        p.alpha = 0.4;
        p.beta = 0.1;
        p.phi = 0.9;
        p.gamma = 0.3;
        p.level = 100;
        p.slope = 3;
        p.season = {1.2, 0.9, 0.9};
        const EtsForm form = formOf("MAdM");
        // Six values whose relative errors are 0.1 in size; σ² of the bounds then follows.
        Series series{Simulation(form, p, 4).path(400, 0.08), {3}, {}};
        const auto model = etsWithParameters(series, form, p);
        const double sigma = std::sqrt(model->statistics().sigma2);
        // The states at the end, by rolling on: a model that starts there.
        EtsParameters end = p;
        double level = p.level, slope = p.slope;
        for (size_t t = 0; t < series.values.size(); ++t) {
            double& s = end.season[t % 3];
            const double q = level + p.phi * slope, y = series.values[t], u = y / s - q, v = y / q - s;
            level = q + p.alpha * u;
            slope = p.phi * slope + p.beta * u;
            s += p.gamma * v;
        }
        end.level = level;
        end.slope = slope;
        std::rotate(end.season.begin(), end.season.begin() + 400 % 3, end.season.end());
        Simulation future(form, end, 5);
        const int horizon = 8, paths = 200000;
        std::vector<double> sum(horizon), squares(horizon);
        for (int i = 0; i < paths; ++i) {
            const auto path = future.path(horizon, sigma);
            for (int h = 0; h < horizon; ++h) {
                sum[h] += path[h];
                squares[h] += path[h] * path[h];
            }
        }
        const double level68[] = {100 * (2 * normalCdf(1.0) - 1)};
        const Prediction prediction = model->predict(horizon, level68);
        for (int h = 0; h < horizon; ++h) {
            const double mean = sum[h] / paths, sd = std::sqrt(squares[h] / paths - mean * mean);
            QVERIFY(std::abs(prediction.mean[h] - mean) < 4.5 * sd / std::sqrt(paths));
            const double width = prediction.upper[0][h] - prediction.mean[h];
            QVERIFY2(std::abs(width / sd - 1) < 0.012, qPrintable(QString::number(width / sd)));
        }
    }
    /// A thousand simulated series, every parameter estimated: bounds of 90 % hold 87 … 93 % of what follows, and parameters come back.
    void coverageAndRecovery() {
        EtsParameters p;
        p.alpha = 0.3;
        p.beta = 0.05;
        p.gamma = 0.1;
        p.level = 100;
        p.slope = 0.2;
        p.season = {8, 3, -2, -9};
        const EtsForm form = formOf("AAA");
        const double levels[] = {90};
        const int n = 200, horizon = 8, runs = 1000;
        Simulation simulation(form, p, 11);
        int inside = 0;
        for (int run = 0; run < runs; ++run) {
            const auto path = simulation.path(n + horizon, 2.0);
            const auto model = EtsModel(form).fit(Series{{path.begin(), path.begin() + n}, {4}, {}});
            const Prediction prediction = model->predict(horizon, levels);
            for (int h = 0; h < horizon; ++h) inside += path[n + h] >= prediction.lower[0][h] && path[n + h] <= prediction.upper[0][h];
        }
        const double share = 100.0 * inside / (runs * horizon);
        // Short series draw γ towards 0 (the states at the start explain the season), long ones give the parameters back.
        EtsParameters mean;
        mean.alpha = 0.0;
        for (int run = 0; run < 50; ++run) {
            const auto model = EtsModel(form).fit(Series{simulation.path(2000, 2.0), {4}, {}});
            const EtsParameters found = asEts(model).parameters();
            mean.alpha += found.alpha / 50;
            mean.beta += found.beta / 50;
            mean.gamma += found.gamma / 50;
        }
        qInfo("bounds of 90 %% hold %.1f %%; mean alpha %.3f, beta %.3f, gamma %.3f", share, mean.alpha, mean.beta, mean.gamma);
        QVERIFY(share > 87 && share < 93);
        QVERIFY(std::abs(mean.alpha - p.alpha) < 0.015 && std::abs(mean.beta - p.beta) < 0.01 && std::abs(mean.gamma - p.gamma) < 0.01);
    }
    void appendRollsOn() {
        for (const char* text : {"AAdA", "MAM", "MNA", "AAN", "MMdM", "MMN"}) {
            const Series whole = test::namedSeries("wineind");
            Series part = whole;
            part.values.resize(150);
            const auto model = EtsModel(formOf(text)).fit(part);
            const auto copy = model->clone();
            model->append({whole.values.data() + 150, whole.values.size() - 150});
            const auto direct = etsWithParameters(whole, formOf(text), asEts(model).parameters());
            QCOMPARE(model->fitted(), direct->fitted());
            QCOMPARE(copy->fitted().size(), size_t(150));
            QVERIFY(near(copy->predict(1, {}).mean[0], whole.values[150], 1.0));
            const auto a = model->predict(5, {}).mean, b = direct->predict(5, {}).mean;
            for (int h = 0; h < 5; ++h) QVERIFY(near(a[h], b[h], 0.05));  // σ² of different samples moves the mean of M forms a little
        }
    }
    void refitFindsTheSame() {
        for (const char* name : {"wineind", "sim_MNM", "sim_AAA", "WWWusage", "lynx", "AirPassengers"}) {
            const Series whole = test::namedSeries(name);
            Series part = whole;
            part.values.resize(whole.values.size() - 10);
            const EtsModel model(EtsTrends::All);
            const auto earlier = model.fit(part);
            const auto warm = model.refit(whole, *earlier);
            const auto cold = EtsModel(asEts(earlier).form()).fit(whole);
            QCOMPARE(warm->name(), earlier->name());
            QVERIFY2(std::abs(warm->statistics().aicc - cold->statistics().aicc) < 0.01, name);
        }
    }
    void gaps() {
        Series series = test::namedSeries("sim_AAA");
        const auto whole = EtsModel(formOf("AAA")).fit(series);
        for (const int t : {0, 50, 51, 52, 53, 54, 55, 56, 57, 120, 299}) series.values[t] = NAN;
        const auto model = EtsModel(formOf("AAA")).fit(series);
        QVERIFY(model);
        QCOMPARE(model->fitted().size(), series.values.size());
        QVERIFY(std::isfinite(model->fitted()[52]));
        const auto same = etsWithParameters(series, formOf("AAA"), asEts(whole).parameters());
        QVERIFY(model->statistics().logLikelihood >= same->statistics().logLikelihood);
        QVERIFY(std::abs(asEts(model).parameters().alpha - asEts(whole).parameters().alpha) < 0.05);
    }
    /// Ten values of exact growth: the next ones are known, also across a gap, and so is the growth.
    void growthIsFound() {
        Series series;
        for (int t = 0; t < 30; ++t) series.values.push_back(50 * std::pow(1.03, t) * (t % 2 ? 1.0001 : 0.9999));
        series.values[12] = series.values[13] = NAN;
        const auto model = EtsModel(formOf("MMN")).fit(series);
        QVERIFY(model);
        QVERIFY(near(asEts(model).parameters().slope, 1.03, 1e-3));
        const Prediction ahead = model->predict(10, std::vector<double>{80});
        QVERIFY(near(ahead.mean[9], 50 * std::pow(1.03, 39), 2e-3));
        QVERIFY(ahead.lower[0][9] < ahead.mean[9] && ahead.upper[0][9] > ahead.mean[9]);
        QCOMPARE(model->predict(10, std::vector<double>{80}).upper, ahead.upper);
    }
    void sameBitsAgain() {
        const Series series = test::namedSeries("sim_MAM");
        const auto a = EtsModel().fit(series), b = EtsModel().fit(series);
        QCOMPARE(a->name(), b->name());
        QCOMPARE(a->fitted(), b->fitted());
        QCOMPARE(a->predict(20, {}).mean, b->predict(20, {}).mean);
    }
    void scaleDoesNotMatter() {
        Series series = test::namedSeries("woolyrnq");
        const auto a = EtsModel().fit(series);
        for (double& v : series.values) v *= 1024;
        const auto b = EtsModel().fit(series);
        QCOMPARE(a->name(), b->name());
        QVERIFY(near(b->predict(3, {}).mean[2], 1024 * a->predict(3, {}).mean[2], 1e-9));
    }
    void refusalsAndLimits() {
        std::string why;
        Series series = test::namedSeries("AirPassengers");
        series.seasons = {168, 24};
        QVERIFY(!EtsModel().fit(series, &why));
        QCOMPARE(why, std::string("the season is longer than 24 steps"));
        QVERIFY(!EtsModel().fit(Series{{1, 2, 3}, {}, {}}, &why));
        QCOMPARE(why, std::string("too few values"));
        // Zeros: only additive forms.
        Series zeros = test::namedSeries("sim_MNM");
        zeros.values[5] = 0;
        const auto additive = EtsModel().fit(zeros);
        QVERIFY(additive && asEts(additive).form().error == 'A');
        QVERIFY(!EtsModel(formOf("MNM")).fit(zeros, &why));
        QVERIFY(!EtsForm::parse("ANM") && !EtsForm::parse("AMN") && !EtsForm::parse("MMA") && !EtsForm::parse("ANdN") &&
                !EtsForm::parse(""));
        QCOMPARE(formOf("MAdM").name(), std::string("ETS(M,Ad,M)"));
        QCOMPARE(formOf("MMdM").name(), std::string("ETS(M,Md,M)"));
        const auto flat = EtsModel().fit(Series{std::vector<double>(30, 7.0), {7}, {}});
        QCOMPARE(flat->predict(3, {}).mean, std::vector<double>(3, 7.0));
        // A straight line, and a season without any error: nothing breaks where Σe² is 0.
        Series exact;
        exact.seasons = {4};
        for (int t = 0; t < 40; ++t) exact.values.push_back(10 + 2 * t + (t % 4 == 1 ? 5 : 0));
        const auto line = EtsModel().fit(exact);
        QVERIFY(line && near(line->predict(2, {}).mean[1], 10 + 2 * 41 + 5, 1e-4));
    }
    /// Boardings of thirty stations, every day of 2017 and 2018; R's AICc of its choice.
    void stationsAsGoodAsR() {
        MUDEUNG_REAL_FILE(path, "timeseries/DERIVED_seoul_subway_daily_top30_201501_202107.csv");
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        file.readLine();
        QList<QByteArray> names;
        std::map<QByteArray, std::map<QByteArray, double>> days;
        while (!file.atEnd()) {
            const auto cells = file.readLine().trimmed().split(',');
            if (cells[0] < "2017-01-01" || cells[0] > "2018-12-31") continue;
            const QByteArray name = cells[1] + cells[2];
            if (!days.count(name)) names.append(name);
            days[name][cells[0]] = cells[3].toDouble();
        }
        QCOMPARE(names.size(), 30);
        // ets(ts(y, frequency = 7))$aicc, stations in the order of the file
        const double theirs[] = {18675.196203, 18049.389425, 17483.314995, 17647.835904, 17907.864561, 17548.997842,
                                 17306.350691, 17918.221077, 17053.735706, 18080.819313, 17438.869597, 16511.779634,
                                 17516.416598, 17119.441378, 17843.217860, 16767.900688, 16173.144617, 16677.254876,
                                 17497.990861, 17089.034786, 16908.496642, 16865.895032, 16954.825004, 16549.411576,
                                 17455.910436, 17653.038330, 16326.038474, 16149.116493, 17392.984853, 16467.142246};
        for (int i = 0; i < 30; ++i) {
            Series series;
            series.seasons = {7};
            for (const auto& [day, value] : days[names[i]]) series.values.push_back(value);
            QCOMPARE(series.values.size(), size_t(730));
            const auto model = EtsModel().fit(series);
            QVERIFY2(model->statistics().aicc <= theirs[i] + 1e-3, names[i]);
        }
    }
};

QTEST_APPLESS_MAIN(TestForecastEts)
#include "test_forecast_ets.moc"
