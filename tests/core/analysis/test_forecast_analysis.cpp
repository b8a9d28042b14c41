// SPDX-License-Identifier: GPL-3.0-or-later
// Series of a question by day, week, month and hour against plain sums, and forecasts of a made city that are known beforehand.
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <numeric>
#include <random>

#include "core/analysis/forecast/question_series.h"
#include "core/analysis/frame/registry.h"
#include "core/base/format.h"
#include "tests/support/made_city.h"

using namespace mudeung;
using namespace mudeung::forecast;
using namespace mudeung::test;

namespace {

/// One a stop, hour and group on Mondays, two on Tuesdays … seven on Sundays; seniors the same again; not observed on 2024-02-14.
std::int64_t weekdayCount(QDate date, int, int, int) {
    return date == QDate(2024, 2, 14) ? kNotObserved : date.dayOfWeek();
}

ParameterValues valuesFor(const AnalysisInput& input, const QJsonObject& given) {
    const auto values = readParameters(forecastAnalysis().parameters(input.subject), given);
    if (!values) qFatal("%s", qPrintable(values.error().message));
    return *values;
}

}  // namespace

class TestForecastAnalysis : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        MadeCity city;
        city.side = 4;
        city.from = QDate(2023, 9, 5);  // a Tuesday
        city.to = QDate(2024, 3, 20);   // a Wednesday
        city.count = weekdayCount;
        m_workspace = makeCity(m_folder, city);
        m_engine = std::make_unique<QueryEngine>(m_workspace);
        m_input = std::make_unique<AnalysisInput>(AnalysisInput{*m_engine, subjectOf(*m_engine, stopsQuery()).value(), 0});
    }

    /// 16 stops × 2 hours × 2 groups = 64 a day and weekday number.
    void days() {
        const QuestionSeries s = series(SeriesUnit::Everything, SeriesStep::Day);
        QCOMPARE(s.times.first(), QStringLiteral("2023-09-05"));
        QCOMPARE(s.times.last(), QStringLiteral("2024-03-20"));
        QCOMPARE(s.values.front()[0], 2.0 * 64);
        QCOMPARE(s.values.front()[5], 7.0 * 64);
        QVERIFY(std::isnan(s.values.front()[static_cast<std::size_t>(s.times.indexOf(QStringLiteral("2024-02-14")))]));
        QCOMPARE(s.future(2), (QStringList{QStringLiteral("2024-03-21"), QStringLiteral("2024-03-22")}));
    }

    /// Whole weeks from Monday: 28 × 64; the one of 14 February is not known.
    void weeks() {
        const QuestionSeries s = series(SeriesUnit::Everything, SeriesStep::Week);
        QCOMPARE(s.times.first(), QStringLiteral("2023-09-11"));
        QCOMPARE(s.times.last(), QStringLiteral("2024-03-11"));
        for (int i = 0; i < s.times.size(); ++i) {
            const double value = s.values.front()[static_cast<std::size_t>(i)];
            if (s.times[i] == QLatin1String("2024-02-12")) {
                QVERIFY(std::isnan(value));
            } else {
                QCOMPARE(value, 28.0 * 64);
            }
        }
        QCOMPARE(s.future(1), QStringList{QStringLiteral("2024-03-18")});
    }

    void months() {
        const QuestionSeries s = series(SeriesUnit::Everything, SeriesStep::Month);
        QCOMPARE(s.times,
                 (QStringList{"2023-10", "2023-11", "2023-12", "2024-01", "2024-02"}).mid(0, 4));  // February has a hole at its end
        double november = 0.0;
        for (QDate d(2023, 11, 1); d.month() == 11; d = d.addDays(1)) november += 64.0 * d.dayOfWeek();
        QCOMPARE(s.values.front()[1], november);
        QCOMPARE(s.future(2), (QStringList{QStringLiteral("2024-02"), QStringLiteral("2024-03")}));
    }

    void hours() {
        const QuestionSeries s = series(SeriesUnit::Group, SeriesStep::Hour);
        QCOMPARE(s.keys, (QStringList{QStringLiteral("all"), QStringLiteral("adult"), QStringLiteral("senior")}));
        QCOMPARE(s.times[1], QStringLiteral("2023-09-05 08"));
        QCOMPARE(s.values[0][0], 2.0 * 32);
        QCOMPARE(s.values[1][0], 2.0 * 16);
        QCOMPARE(s.seasons, (std::vector<int>{2, 14}));
        QCOMPARE(s.future(3),
                 (QStringList{QStringLiteral("2024-03-21 07"), QStringLiteral("2024-03-21 08"), QStringLiteral("2024-03-22 07")}));
    }

    /// Everything, four dongs of four stops, sixteen stops; the only district is everything.
    void placesAndDongs() {
        const QuestionSeries places = series(SeriesUnit::Place, SeriesStep::Day);
        QCOMPARE(places.keys.size(), 1 + 4 + 16);
        QCOMPARE(places.levels.mid(0, 6), (QStringList{"all", "dong", "dong", "dong", "dong", "place"}));
        QCOMPARE(places.values[0][0], 2.0 * 64);
        QCOMPARE(places.values[1][0], 2.0 * 16);
        QCOMPARE(places.values[5][0], 2.0 * 4);
        QCOMPARE(places.sums.size(), std::size_t{5});
        QCOMPARE(places.sums[1], (std::vector<int>{0, 1, 4, 5}));
        const QuestionSeries dongs = series(SeriesUnit::Dong, SeriesStep::Day);
        QCOMPARE(dongs.keys.size(), 5);
        QCOMPARE(dongs.values[1][0], 2.0 * 16);
    }

    /// The same by hour: 2 hours a day, each half of it.
    void hoursOfPlacesAndDongs() {
        const QuestionSeries days = series(SeriesUnit::Place, SeriesStep::Day);
        const QuestionSeries places = series(SeriesUnit::Place, SeriesStep::Hour);
        QCOMPARE(places.keys, days.keys);
        QCOMPARE(places.levels, days.levels);
        QCOMPARE(places.labels, days.labels);
        QCOMPARE(places.sums, days.sums);
        QCOMPARE(places.times.size(), 2 * days.times.size());
        QCOMPARE(places.seasons, (std::vector<int>{2, 14}));
        for (std::size_t i = 0; i < places.values.size(); ++i)
            for (std::size_t t = 0; t < days.values[i].size(); ++t) {
                const double first = places.values[i][2 * t], second = places.values[i][2 * t + 1];
                if (std::isnan(days.values[i][t])) {
                    QVERIFY(std::isnan(first) && std::isnan(second));
                } else {
                    QCOMPARE(first + second, days.values[i][t]);
                    QCOMPARE(first, second);
                }
            }
        const QuestionSeries dongs = series(SeriesUnit::Dong, SeriesStep::Hour);
        QCOMPARE(dongs.keys.size(), 5);
        QCOMPARE(dongs.rows, RowKind::Dong);
        QCOMPARE(dongs.values[1][0], 16.0);
        // A selection that cuts a dong in two has no hours of dongs; of its stops it has.
        Query cut = stopsQuery();
        cut.areas = days.keys.mid(5, 1);
        const AnalysisInput part{*m_engine, subjectOf(*m_engine, cut).value(), 0};
        const ParameterValues values = valuesFor(part, {});
        const auto refused = questionSeries(part, SeriesUnit::Dong, SeriesStep::Hour, values, Progress::none());
        QVERIFY(!refused && refused.error().code == ErrorCode::Usage && refused.error().message.contains(QStringLiteral("whole dongs")));
        const auto single = questionSeries(part, SeriesUnit::Place, SeriesStep::Hour, values, Progress::none());
        QVERIFY(single.ok());
        QCOMPARE(single->times, places.times);
        for (std::size_t t = 0; t < places.values[5].size(); ++t) {
            const double alone = single->values.front()[t], among = places.values[5][t];
            QVERIFY(alone == among || (std::isnan(alone) && std::isnan(among)));
        }
    }

    /// Stop → dong → district → city, each crossed with groups: all of them add up, forecast by forecast.
    void everyLevelAddsUp() {
        MadeCity city;
        city.side = 4;
        city.eastIsOther = true;
        city.from = QDate(2023, 9, 4);
        city.to = QDate(2024, 3, 31);
        city.count = [](QDate date, int stop, int hour, int group) {
            std::mt19937 random(static_cast<unsigned>(date.toJulianDay() * 64 + stop * 4 + hour * 2 + group));
            return std::poisson_distribution<std::int64_t>(20.0 + 2.0 * date.dayOfWeek() + stop)(random);
        };
        QueryEngine engine(makeCity(m_folder, city));
        const AnalysisInput input{engine, subjectOf(engine, stopsQuery()).value(), 0};
        const ParameterValues values = valuesFor(input, {{"unit", "place"}, {"bygroup", true}, {"horizon", 7}, {"windows", 3}});
        const auto question = questionSeries(input, SeriesUnit::Place, SeriesStep::Day, values, Progress::none());
        QVERIFY2(question.ok(), question ? "" : qPrintable(question.error().message));
        QMap<QString, int> counts;
        for (const QString& level : question->levels) ++counts[level];
        QCOMPARE(counts, (QMap<QString, int>{{"all", 1},
                                             {"district", 2},
                                             {"dong", 4},
                                             {"place", 16},
                                             {"group", 2},
                                             {"district/group", 4},
                                             {"dong/group", 8},
                                             {"place/group", 32}}));
        const int west = static_cast<int>(question->keys.indexOf(QStringLiteral("district:29110/senior")));
        QCOMPARE(question->labels[west], QStringLiteral("동 · Seniors"));

        const auto data = forecastAnalysis().run(input, values, Progress::none());
        QVERIFY2(data.ok(), data ? "" : qPrintable(data.error().message));
        QCOMPARE(data->facts.value(QStringLiteral("adding")).toObject().value(QStringLiteral("method")).toString(), QStringLiteral("mint"));
        const QVector<double>& mean = data->table(QStringLiteral("steps"))->column(QStringLiteral("mean"))->numbers;
        const auto first = question->sums.size();
        for (std::size_t k = 0; k < first; ++k) {
            for (std::size_t h = 0; h < 7; ++h) {
                double sum = 0.0;
                for (const int member : question->sums[k])
                    sum += mean[static_cast<int>((first + static_cast<std::size_t>(member)) * 7 + h)];
                QVERIFY2(std::abs(sum - mean[static_cast<int>(k * 7 + h)]) < 1e-9 * sum, qPrintable(question->keys[static_cast<int>(k)]));
            }
        }
        // What was counted adds up as well.
        for (std::size_t k = 0; k < first; ++k) {
            double sum = 0.0;
            for (const int member : question->sums[k]) sum += question->values[first + static_cast<std::size_t>(member)][100];
            QCOMPARE(question->values[k][100], sum);
        }
        const AnalysisView view = forecastAnalysis().view(input.subject, values, *data);
        QVERIFY(view.notes.join(QLatin1Char('\n')).contains(QStringLiteral("district: 2, dong: 4, place: 16, group: 2")));
        // The number that was asked for comes first: the steps of the whole together.
        const QString total = formatNumber(std::accumulate(mean.begin(), mean.begin() + 7, 0.0));
        QVERIFY2(view.notes.at(1).startsWith(QStringLiteral("Expected in these 7 days: %1 ").arg(total)), qPrintable(view.notes.at(1)));
    }

    void districts() {
        MadeCity city;
        city.side = 4;
        city.eastIsOther = true;
        QueryEngine engine(makeCity(m_folder, city));
        const AnalysisInput input{engine, subjectOf(engine, stopsQuery()).value(), 0};
        const ParameterValues values = valuesFor(input, {{"unit", "district"}});
        const auto s = questionSeries(input, SeriesUnit::District, SeriesStep::Week, values, Progress::none());
        QVERIFY2(s.ok(), s ? "" : qPrintable(s.error().message));
        QCOMPARE(s->keys, (QStringList{"all", "29110", "29140"}));
        QCOMPARE(s->values[1][0], 10.0 * 7 * 8 * 4);  // 8 stops, 2 hours, 2 groups
        QCOMPARE(s->values[0][0], 10.0 * 7 * 16 * 4);
    }

    void refused() {
        Query weekdays = stopsQuery();
        weekdays.dayTypes = 1;
        const AnalysisInput input{*m_engine, subjectOf(*m_engine, weekdays).value(), 0};
        const auto holes = questionSeries(input, SeriesUnit::Everything, SeriesStep::Day, valuesFor(input, {}), Progress::none());
        QCOMPARE(holes.error().code, ErrorCode::Usage);
        QVERIFY(questionSeries(input, SeriesUnit::Everything, SeriesStep::Week, valuesFor(input, {}), Progress::none()).ok());
    }

    /// A week that repeats itself is forecast as it is, and the single series add up to the total to the last digit.
    void repeatsTheWeek() {
        for (const char* adding : {"mint", "bottom"}) {
            const ParameterValues values = valuesFor(*m_input, {{"unit", "group"}, {"horizon", 14}, {"adding", adding}, {"windows", 5}});
            const auto data = forecastAnalysis().run(*m_input, values, Progress::none());
            QVERIFY2(data.ok(), data ? "" : qPrintable(data.error().message));
            const ResultTable* steps = data->table(QStringLiteral("steps"));
            QVERIFY(steps);
            QCOMPARE(steps->keys.size(), 3 * 14);
            const QVector<double>& mean = steps->column(QStringLiteral("mean"))->numbers;
            for (int h = 0; h < 14; ++h) {
                const int weekday = QDate(2024, 3, 21).addDays(h).dayOfWeek();
                QVERIFY2(std::abs(mean[h] - 64.0 * weekday) < 0.5, qPrintable(QStringLiteral("%1: %2").arg(h).arg(mean[h])));
                QCOMPARE(mean[14 + h] + mean[28 + h], mean[h]);
            }
            QCOMPARE(data->facts.value(QStringLiteral("adding")).toObject().value(QStringLiteral("method")).toString(),
                     QLatin1String(adding));
        }
    }

    void oneDayIsOdd() {
        MadeCity city;
        city.side = 2;
        city.from = QDate(2023, 1, 2);
        city.to = QDate(2024, 3, 31);
        city.count = [](QDate date, int stop, int hour, int group) {
            std::mt19937 random(static_cast<unsigned>(date.toJulianDay() * 64 + stop * 4 + hour * 2 + group));
            const double mean = date == QDate(2023, 9, 29) ? 5.0 : 50.0 + 5.0 * date.dayOfWeek();  // Chuseok
            return std::poisson_distribution<std::int64_t>(mean)(random);
        };
        QueryEngine engine(makeCity(m_folder, city));
        const AnalysisInput input{engine, subjectOf(engine, stopsQuery()).value(), 0};
        // Who knows the calendar expects it.
        const auto expected = forecastAnalysis().run(input, valuesFor(input, {{"horizon", 28}}), Progress::none());
        QVERIFY(expected.ok() && !expected->table(QStringLiteral("anomalies"))->keys.contains(QStringLiteral("all/2023-09-29")));
        const ParameterValues values = valuesFor(input, {{"horizon", 28}, {"calendar", false}});
        const auto data = forecastAnalysis().run(input, values, Progress::none());
        QVERIFY(data.ok());
        const ResultTable* odd = data->table(QStringLiteral("anomalies"));
        QVERIFY(odd && odd->size() > 0);
        QCOMPARE(odd->keys.first(), QStringLiteral("all/2023-09-29"));
        const AnalysisView view = forecastAnalysis().view(input.subject, values, *data);
        QVERIFY(std::any_of(view.tables.last().categories.begin(), view.tables.last().categories.end(), [](const CategoryHead& c) {
            return c.id == QLatin1String("2023-09-29") && c.name.contains(QStringLiteral("Chuseok"));
        }));
        // The fan: what was known, then 28 days with three bands, the widest first.
        const ChartSpec& fan = view.charts.first();
        QCOMPARE(fan.series.size(), 3);
        const ChartSeries& will = fan.series.last();
        QCOMPARE(will.values.size(), fan.categories.size());
        QCOMPARE(will.bands.first().name, QStringLiteral("95 % interval"));
        const int last = static_cast<int>(fan.categories.size()) - 1;
        QVERIFY(will.bands[0].lower[last] <= will.bands[2].lower[last] && will.bands[2].lower[last] < will.values[last]);
        QCOMPARE(fan.marks.first().category, static_cast<int>(fan.categories.size()) - 28);
    }

private:
    QuestionSeries series(SeriesUnit unit, SeriesStep step) {
        QJsonObject given;
        if (unit == SeriesUnit::Dong) given.insert(QStringLiteral("unit"), QStringLiteral("dong"));
        if (unit == SeriesUnit::Place) given.insert(QStringLiteral("unit"), QStringLiteral("place"));
        auto made = questionSeries(*m_input, unit, step, valuesFor(*m_input, given), Progress::none());
        if (!made) qFatal("%s", qPrintable(made.error().message));
        return std::move(*made);
    }

    QTemporaryDir m_folder;
    std::shared_ptr<Workspace> m_workspace;
    std::unique_ptr<QueryEngine> m_engine;
    std::unique_ptr<AnalysisInput> m_input;
};

QTEST_GUILESS_MAIN(TestForecastAnalysis)
#include "test_forecast_analysis.moc"
