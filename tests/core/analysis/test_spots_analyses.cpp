// SPDX-License-Identifier: GPL-3.0-or-later
// Hot spots, clusters and emerging hot spots as people run them, on a made city: what they find, what they say, what they refuse.
#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <random>

#include "core/analysis/emerging/emerging.h"
#include "core/analysis/frame/analysis.h"
#include "core/analysis/hotspots/local_statistics.h"
#include "core/analysis/math/multiple_testing.h"
#include "core/analysis/neighbours/unit_neighbours.h"
#include "core/base/format.h"
#include "core/base/language.h"
#include "tests/support/made_city.h"

using namespace mudeung;
using namespace mudeung::test;

namespace {

/// Busy in the north-east; the south-west wakes up in June 2024.
std::int64_t countOf(QDate date, int stop, int hour, int group) {
    std::mt19937 random(static_cast<unsigned>(date.toJulianDay() * 7919 + stop * 37 + hour * 5 + group));
    const int column = stop % 10, row = stop / 10;
    double mean = 6.0;
    if (column >= 6 && row >= 6) mean += 12.0;
    if (column < 4 && row < 4 && date >= QDate(2024, 6, 1)) mean += 14.0;
    return std::poisson_distribution<int>(mean)(random);
}

/// Residents by dong in January 2024: as many as the busy corner explains, and one dong without any.
void addResidents(Workspace& workspace) {
    CubeData data;
    Dataset& d = data.dataset;
    d.id = QStringLiteral("residents");
    d.title = QStringLiteral("Residents");
    d.placeKind = QStringLiteral("dong");
    d.timeStep = TimeStep::Month;
    d.measures = {{"residents", "Residents", "주민", "persons", "명", Aggregation::Mean, 0, true}};
    d.scheme = {"none", {{"all", "All", "", -1, -1}}};
    d.period = {QDate(2024, 1, 1), QDate(2024, 1, 31)};
    MonthCells cells{1, 1, 1, 1, 25, {}};
    for (int row = 0; row < 5; ++row)
        for (int column = 0; column < 5; ++column) {
            data.places.push_back(
                {dongCode(column, row), QStringLiteral("동 %1-%2").arg(column).arg(row), 126.8525 + 0.01 * column, 35.102 + 0.008 * row});
            cells.cells.push_back(row == 0 && column == 4 ? 0 : column >= 3 && row >= 3 ? 3000 : 1000);
        }
    data.months[monthKey(2024, 1)] = cells;
    Batch batch;
    batch.dataset = d.id;
    batch.sha256 = QString(64, QLatin1Char('e'));
    batch.period = d.period;
    const auto written = workspace.writeCube(data, batch, OnExisting::Ask, Progress::none());
    if (!written) qFatal("%s", qPrintable(written.error().message));
}

QStringList texts(const ResultTable& table, const char* id) {
    return table.column(QLatin1String(id))->texts;
}

}  // namespace

class TestSpotsAnalyses : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        setInterfaceLanguage(QStringLiteral("en"));
        MadeCity city;
        city.from = QDate(2023, 9, 1);
        city.to = QDate(2024, 8, 31);
        city.count = countOf;
        const auto workspace = makeCity(m_folder, city);
        addResidents(*workspace);
        m_engine = std::make_unique<QueryEngine>(workspace);
    }

    void hotspots();
    void hotspotsByDongAndCell();
    void levelAndCorrection();
    void clusters();
    void rates();
    void changes();
    void emergingRates();
    void neighbours();
    void emerging();
    void refused();

private:
    struct Ran {
        AnalysisSubject subject;
        ParameterValues values;
        AnalysisData data;
        AnalysisView view;
    };
    Ran ran(const char* id, const QJsonObject& given, const Query& query = stopsQuery()) {
        const AnalysisInfo& info = *findAnalysis(QLatin1String(id));
        Ran r{subjectOf(*m_engine, query).value(), {}, {}, {}};
        r.values = readParameters(info.parameters(r.subject), given).value();
        r.data = info.run({*m_engine, r.subject, 2}, r.values, Progress::none()).value();
        r.view = info.view(r.subject, r.values, r.data);
        return r;
    }
    QTemporaryDir m_folder;
    std::unique_ptr<QueryEngine> m_engine;
};

void TestSpotsAnalyses::hotspots() {
    Query spring = stopsQuery();
    spring.period = {QDate(2024, 3, 1), QDate(2024, 5, 31)};
    const Ran r = ran("hotspots", {}, spring);
    const ResultTable& table = r.data.tables.first();
    QCOMPARE(static_cast<int>(table.keys.size()), 100);
    QCOMPARE(r.view.notes.first(), QStringLiteral("%1 of 100 places are hot spots and %2 are cold spots, at a false discovery rate of %3.")
                                       .arg(r.data.facts["hot"].toInt())
                                       .arg(r.data.facts["cold"].toInt())
                                       .arg(formatPercent(0.05, 0)));
    QVERIFY(r.view.notes.contains(QStringLiteral("With 99,999 permutations the smallest possible p is 0.00002.")));
    QVERIFY(r.view.notes.contains(QStringLiteral("Neighbours are the 8 nearest ones.")));
    // The busy corner is hot, the south-west of spring is not.
    for (int column = 0; column < 10; ++column)
        for (int row = 0; row < 10; ++row) {
            const QString spot = texts(table, "spot").at(static_cast<int>(table.keys.indexOf(stopCode(row * 10 + column))));
            if (column >= 7 && row >= 7) QCOMPARE(spot, QStringLiteral("hot"));
            if (column < 4 && row < 4) QVERIFY(spot != QLatin1String("hot"));
        }
    QCOMPARE(r.data.facts["hot"].toInt(), static_cast<int>(texts(table, "spot").count(QStringLiteral("hot"))));
    // z is the kernel's, adjusted p belong to p.
    const auto values = table.column("value")->numbers;
    const auto p = table.column("p")->numbers, bh = table.column("p_bh")->numbers;
    QCOMPARE(static_cast<int>(values.size()), 100);
    const auto expected = adjustedP(std::vector<double>(p.begin(), p.end()), Correction::BenjaminiHochberg);
    QVERIFY(std::equal(bh.begin(), bh.end(), expected.begin()));
    QVERIFY(*std::min_element(p.begin(), p.end()) >= 2e-5);
    // Another seed gives nearly the same p, the same seed the same.
    const Ran again = ran("hotspots", {}, spring);
    QCOMPARE(resultDigest(again.data), resultDigest(r.data));
    const Ran other = ran("hotspots", {{"seed", 99}}, spring);
    QVERIFY(resultDigest(other.data) != resultDigest(r.data));
    for (int i = 0; i < 100; ++i) QVERIFY(std::abs(other.data.tables[0].column("p")->numbers[i] - p[i]) < 0.02);
}

void TestSpotsAnalyses::hotspotsByDongAndCell() {
    const Ran dongs = ran("hotspots", {{"unit", "dong"}, {"permutations", 9999}});
    QCOMPARE(static_cast<int>(dongs.data.tables[0].keys.size()), 25);
    QVERIFY(dongs.view.notes.first().contains(QStringLiteral("of 25 dongs")));
    QVERIFY2(dongs.view.notes.contains(QStringLiteral("Neighbours share a border or a corner: 5.8 on average, from 3 to 8.")),
             qPrintable(dongs.view.notes.join('\n')));
    const Ran cells = ran("hotspots", {{"unit", "square"}, {"cell", "1000"}, {"test", "normal"}});
    QVERIFY(cells.data.tables[0].keys.size() > 16);
    QVERIFY(cells.data.facts["hot"].toInt() > 0);
    QVERIFY(cells.view.notes.first().contains(QStringLiteral("cells")));
    QCOMPARE(cells.data.facts["test"].toObject()["permutations"].toDouble(), 0.0);
    QVERIFY(cells.view.notes.join(' ').contains(QStringLiteral("normal distribution")));
}

void TestSpotsAnalyses::levelAndCorrection() {
    const auto marked = [&](const char* correction, double level) {
        const Ran r = ran("hotspots", {{"correction", correction}, {"level", level}, {"test", "normal"}});
        return r.data.facts["hot"].toInt() + r.data.facts["cold"].toInt();
    };
    const int none = marked("none", 5), bh = marked("bh", 5), by = marked("by", 5);
    QVERIFY(none >= bh && bh >= by && by > 0);
    QVERIFY(marked("bh", 1) <= bh);
    const Ran r = ran("hotspots", {{"test", "normal"}});
    const QJsonObject test = r.data.facts["test"].toObject();
    QCOMPARE(test["raw"].toInt(), none);
    QCOMPARE(test["bh"].toInt(), bh);
    QCOMPARE(test["by"].toInt(), by);
    const auto maybe = texts(r.data.tables[0], "spot").count(QStringLiteral("maybe_hot")) +
                       texts(r.data.tables[0], "spot").count(QStringLiteral("maybe_cold"));
    QCOMPARE(static_cast<int>(maybe), none - bh);
    // 99 permutations cannot pass the first limit of the correction, and it says so.
    QVERIFY(ran("hotspots", {{"permutations", 99}}).view.notes.join(' ').contains(QStringLiteral("Ask for more permutations")));
    const Ran single = ran("hotspots", {{"correction", "none"}, {"test", "normal"}});
    QVERIFY(single.view.notes.first().contains(QStringLiteral("each tested by itself at ") + formatPercent(0.05, 0)));
}

void TestSpotsAnalyses::clusters() {
    const Ran r = ran("clusters", {{"permutations", 9999}});
    const ResultTable& table = r.data.tables.first();
    QVERIFY(r.data.facts["moran"].toDouble() > 0.3);
    QCOMPARE(r.data.facts["moranP"].toDouble(), 0.0002);
    QVERIFY(r.view.notes.first().startsWith(QStringLiteral("Neighbours are alike: Moran's I is 0.")));
    const QStringList cluster = texts(table, "cluster");
    QCOMPARE(cluster.at(static_cast<int>(table.keys.indexOf(stopCode(88)))), QStringLiteral("hh"));
    QCOMPARE(r.data.facts["hh"].toInt(), static_cast<int>(cluster.count(QStringLiteral("hh"))));
    QCOMPARE(r.view.charts.size(), 1);
    QCOMPARE(static_cast<int>(r.view.charts[0].series[0].x.size()), 100);
    const auto value = table.column("value")->numbers, around = table.column("around")->numbers;
    const SpatialWeights w = [&] {
        const UnitValues units = valuesByUnit(*m_engine, stopsQuery(), r.values, Progress::none()).value();
        return neighboursOf(units, r.values, Progress::none()).value().weights;
    }();
    double sum = 0.0;
    for (std::uint32_t j : w.neighboursOf(0)) sum += value[static_cast<int>(j)];
    QCOMPARE(around[0], sum / 8.0);
    // Noise alone: no pattern is proven, and the note says so.
    Query quiet = stopsQuery();
    quiet.period = {QDate(2023, 9, 5), QDate(2023, 9, 5)};
    quiet.areaPolygon = QStringLiteral("POLYGON((126.84 35.09, 126.878 35.09, 126.878 35.123, 126.84 35.123, 126.84 35.09))");
    const Ran calm = ran("clusters", {{"permutations", 9999}}, quiet);
    QVERIFY2(calm.view.notes.first().contains(QStringLiteral("No pattern is proven")), qPrintable(calm.view.notes.first()));
}

/// Before June the busy corner is three times as busy and has three times as many residents: hot by counts, not by rates.
void TestSpotsAnalyses::rates() {
    Query spring = stopsQuery();
    spring.period = {QDate(2024, 1, 1), QDate(2024, 5, 31)};
    const Ran counts = ran("hotspots", {{"unit", "dong"}, {"test", "normal"}}, spring);
    const Ran rates = ran("hotspots", {{"unit", "dong"}, {"test", "normal"}, {"per", "residents"}}, spring);
    const auto corner = static_cast<int>(counts.data.tables[0].keys.indexOf(dongCode(4, 4)));
    QCOMPARE(texts(counts.data.tables[0], "spot").at(corner), QStringLiteral("hot"));
    QVERIFY(texts(rates.data.tables[0], "spot").at(corner) != QLatin1String("hot"));
    QCOMPARE(rates.data.tables[0].column("people")->numbers[corner], 3000.0);
    QCOMPARE(rates.data.tables[0].column("rate")->numbers[corner], rates.data.tables[0].column("value")->numbers[corner] / 3000.0);
    const auto nobody = static_cast<int>(rates.data.tables[0].keys.indexOf(dongCode(4, 0)));
    QVERIFY(std::isnan(rates.data.tables[0].column("rate")->numbers[nobody]));
    QCOMPARE(texts(rates.data.tables[0], "spot").at(nobody), QStringLiteral("untested"));
    QVERIFY(
        rates.view.notes.contains(QStringLiteral("The rates tested are per head of “Residents”, standardised for the number of people.")));
    QCOMPARE(rates.view.tables[0].heads.size(), rates.data.tables[0].columns.size());
    QCOMPARE(rates.view.limits.size(), counts.view.limits.size() - 1);
    const AnalysisInfo& info = *findAnalysis(QStringLiteral("hotspots"));
    QCOMPARE(info.queries(rates.subject, rates.values).size(), 2);
    QCOMPARE(info.queries(rates.subject, rates.values).last().dataset, QStringLiteral("residents"));
    QCOMPARE(info.queries(counts.subject, counts.values).size(), 1);
    // Places have no residents of their own: the parameter is not asked, and without effect.
    const Ran places = ran("hotspots", {{"test", "normal"}, {"per", "residents"}}, spring);
    QVERIFY(!places.data.tables[0].column("rate"));
    const Ran clusters = ran("clusters", {{"unit", "dong"}, {"test", "normal"}, {"per", "residents"}}, spring);
    QCOMPARE(clusters.view.tables[0].heads.size(), clusters.data.tables[0].columns.size());
}

/// The south-west wakes up in June: hot by what changed, while the busy corner, which is always busy, is not.
void TestSpotsAnalyses::changes() {
    const QJsonObject of{{"of", "change"}, {"test", "normal"}, {"now", "2024-06-01..2024-08-31"}, {"before", "2024-03-01..2024-05-31"}};
    const Ran grown = ran("hotspots", of);
    const ResultTable& table = grown.data.tables[0];
    const auto spotOf = [&table](int stop) { return texts(table, "spot").at(static_cast<int>(table.keys.indexOf(stopCode(stop)))); };
    QCOMPARE(spotOf(11), QStringLiteral("hot"));
    QVERIFY(spotOf(88) != QLatin1String("hot"));
    // Per day, from the engine's own sums of the two periods; 92 days each.
    Query now = stopsQuery();
    now.period = {QDate(2024, 6, 1), QDate(2024, 8, 31)};
    Query before = stopsQuery();
    before.period = {QDate(2024, 3, 1), QDate(2024, 5, 31)};
    const auto sumOf = [this](const Query& query, const QString& key) {
        const TablePtr answer = m_engine->run(query, Breakdown::Place, Progress::none()).value();
        for (const TableRow& row : answer->rows)
            if (row.key == key) return row.value;
        return std::nan("");
    };
    const auto at = static_cast<int>(table.keys.indexOf(stopCode(11)));
    QCOMPARE(table.column("value")->numbers[at], sumOf(now, stopCode(11)) / 92.0);
    QCOMPARE(table.column("change")->numbers[at], sumOf(now, stopCode(11)) / 92.0 - sumOf(before, stopCode(11)) / 92.0);
    QCOMPARE(grown.view.title, QStringLiteral("Hot spots of change: Boardings"));
    QCOMPARE(grown.view.tables[0].heads.size(), table.columns.size());
    QVERIFY(grown.view.notes.contains(
        QStringLiteral("The value tested is the change per day from %1 to %2.").arg(before.period.toText(), now.period.toText())));
    const auto queries = findAnalysis(QStringLiteral("hotspots"))->queries(grown.subject, grown.values);
    QCOMPARE(queries.size(), 2);
    QCOMPARE(queries[0].period, now.period);
    QCOMPARE(queries[1].period, before.period);
    // Clusters of the same, and per head where there are people.
    QJsonObject perHead = of;
    perHead.insert(QStringLiteral("unit"), QStringLiteral("dong"));
    perHead.insert(QStringLiteral("per"), QStringLiteral("residents"));
    const Ran clusters = ran("clusters", perHead);
    const ResultTable& dongs = clusters.data.tables[0];
    const auto corner = static_cast<int>(dongs.keys.indexOf(dongCode(0, 0)));
    QCOMPARE(dongs.column("rate")->numbers[corner], dongs.column("change")->numbers[corner] / 1000.0);
    QCOMPARE(texts(dongs, "cluster").at(corner), QStringLiteral("hh"));
    QCOMPARE(clusters.view.tables[0].heads.size(), dongs.columns.size());
    QCOMPARE(findAnalysis(QStringLiteral("clusters"))->queries(clusters.subject, clusters.values).size(), 3);
}

/// The busy corner is hot in every month by counts; by heads it is not.
void TestSpotsAnalyses::emergingRates() {
    const Ran counts = ran("emerging", {{"unit", "dong"}});
    const Ran rates = ran("emerging", {{"unit", "dong"}, {"per", "residents"}});
    const auto corner = static_cast<int>(counts.data.tables[0].keys.indexOf(dongCode(4, 4)));
    QVERIFY(counts.data.tables[0].column("hot")->numbers[corner] > 3.0);
    QCOMPARE(rates.data.tables[0].column("hot")->numbers[corner], 0.0);
    QVERIFY(
        rates.view.notes.contains(QStringLiteral("The rates tested are per head of “Residents”, standardised for the number of people.")));
    QCOMPARE(findAnalysis(QStringLiteral("emerging"))->queries(rates.subject, rates.values).size(), 2);
}

void TestSpotsAnalyses::neighbours() {
    const Ran band = ran("hotspots", {{"neighbours", "band"}, {"distance", 500}, {"test", "normal"}});
    QVERIFY2(band.view.notes.join('\n').contains(QStringLiteral("The neighbours are all units within 500 m: 3.6 on average, from 2 to 4.")),
             qPrintable(band.view.notes.join('\n')));
    const Ran least = ran("hotspots", {{"neighbours", "least"}, {"test", "normal"}});
    QVERIFY(least.data.facts["neighbours"].toObject()["islands"].toArray().isEmpty());
    QVERIFY(least.data.facts["neighbours"].toObject()["metres"].toDouble() < 460.0);
    const Ran alone = ran("hotspots", {{"neighbours", "band"}, {"distance", 100}, {"islands", "alone"}, {"test", "normal"}});
    QCOMPARE(alone.data.facts["neighbours"].toObject()["islands"].toArray().size(), 100);
    QVERIFY(alone.view.notes.join('\n').contains(QStringLiteral("100 have no neighbour and are not tested: ")));
    const Ran nearest = ran("hotspots", {{"neighbours", "band"}, {"distance", 100}, {"test", "normal"}});
    QVERIFY(nearest.view.notes.join('\n').contains(QStringLiteral("100 had no neighbour, so the nearest unit was used: ")));
    QCOMPARE(nearest.data.tables[0].column("neighbours")->numbers[5], 1.0);
}

void TestSpotsAnalyses::emerging() {
    const Ran r = ran("emerging", {});
    QCOMPARE(r.data.facts["months"].toInt(), 12);
    const ResultTable& places = r.data.tables[0];
    const auto patternOf = [&](int stop) { return texts(places, "pattern").at(static_cast<int>(places.keys.indexOf(stopCode(stop)))); };
    // Hot in every month; whether noise looks like a trend is another question.
    QCOMPARE(places.column("hot")->numbers[static_cast<int>(places.keys.indexOf(stopCode(88)))], 12.0);
    QVERIFY(patternOf(88) == QLatin1String("persistent_hot") || patternOf(88) == QLatin1String("intensifying_hot"));
    QVERIFY2(patternOf(11) == QLatin1String("consecutive_hot"), qPrintable(patternOf(11)));  // since June
    QCOMPARE(r.data.tables[1].keys.first(), QStringLiteral("2023-09"));
    QCOMPARE(r.data.tables[1].keys.last(), QStringLiteral("2024-08"));
    QVERIFY(r.view.notes.first().contains(QStringLiteral("consecutive hot spot: ")));
    QVERIFY(r.view.notes.first().startsWith(QStringLiteral("Patterns of 100 places over 12 months")));
    int counted = 0;
    for (const auto& n : r.data.facts["patterns"].toObject()) counted += n.toInt();
    QCOMPARE(counted, 100);
    // February is not low for being short: values are per day.
    const auto months = r.data.tables[1].column("hot")->numbers;
    QVERIFY(months[5] > 0.0 && std::abs(months[5] - months[4]) < 6.0);
    const Ran same = ran("emerging", {{"against", "same"}, {"earlier", 0}, {"unit", "dong"}});
    QCOMPARE(static_cast<int>(same.data.tables[0].keys.size()), 25);
    Query few = stopsQuery();
    few.period = {QDate(2024, 4, 1), QDate(2024, 8, 31)};
    QVERIFY(ran("emerging", {}, few).view.notes.join(' ').contains(QStringLiteral("5 months are few")));
}

void TestSpotsAnalyses::refused() {
    const AnalysisSubject subject = subjectOf(*m_engine, stopsQuery()).value();
    const AnalysisInfo& info = *findAnalysis(QStringLiteral("hotspots"));
    const auto values = readParameters(info.parameters(subject), {{"neighbours", "queen"}}).value();
    const auto result = info.run({*m_engine, subject, 1}, values, Progress::none());
    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, ErrorCode::Usage);
    QVERIFY(result.error().message.startsWith(QStringLiteral("Points share no borders.")));
    Query brief = stopsQuery();
    brief.period = {QDate(2024, 1, 1), QDate(2024, 3, 31)};
    const AnalysisInfo& emerging = *findAnalysis(QStringLiteral("emerging"));
    const AnalysisSubject short_ = subjectOf(*m_engine, brief).value();
    QVERIFY(emerging.obstacle(short_).contains(QStringLiteral("4 months")));
    QVERIFY(emerging.obstacle(subject).isEmpty());
    QVERIFY(!emerging.run({*m_engine, short_, 1}, readParameters(emerging.parameters(short_), {}).value(), Progress::none()).ok());
}

QTEST_GUILESS_MAIN(TestSpotsAnalyses)
#include "test_spots_analyses.moc"
