// SPDX-License-Identifier: GPL-3.0-or-later
// Text and JSON forms of queries and datasets: what is written is read back, and what is wrong is named.
#include <QJsonArray>
#include <QtTest>

#include "core/model/dataset.h"

using namespace mudeung;

class TestQuery : public QObject {
    Q_OBJECT

private slots:
    void periods_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");  // empty = refused
        QTest::newRow("days") << "2024-03-01..2024-05-31"
                              << "2024-03-01..2024-05-31";
        QTest::newRow("months, leap") << "2024-01..2024-02"
                                      << "2024-01-01..2024-02-29";
        QTest::newRow("year") << "2023"
                              << "2023-01-01..2023-12-31";
        QTest::newRow("month") << " 2023-02 "
                               << "2023-02-01..2023-02-28";
        QTest::newRow("day") << "2023-02-03"
                             << "2023-02-03..2023-02-03";
        QTest::newRow("mixed") << "2023..2024-02"
                               << "2023-01-01..2024-02-29";
        QTest::newRow("reversed") << "2024-05..2024-03"
                                  << "";
        QTest::newRow("no such day") << "2023-02-29"
                                     << "";
        QTest::newRow("no such month") << "2023-13"
                                       << "";
        QTest::newRow("words") << "last year"
                               << "";
        QTest::newRow("half") << "2023-01.."
                              << "";
    }

    void periods() {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const auto period = Period::parse(text);
        QCOMPARE(period.ok(), !expected.isEmpty());
        if (!period) {
            QCOMPARE(period.error().code, ErrorCode::Usage);
            QVERIFY(period.error().message.contains(text));
            return;
        }
        QCOMPARE(period->toString(), expected);
        QVERIFY(*Period::parse(expected) == *period);
    }

    void hours() {
        QCOMPARE(*parseHours("7-9"), HourMask(1u << 7 | 1u << 8));
        QCOMPARE(*parseHours("7"), HourMask(1u << 7));
        QCOMPARE(*parseHours("22-26, 5"), HourMask(0xFu << 22 | 1u << 5));
        QCOMPARE(hoursToString(*parseHours("17-19,7-9")), QStringLiteral("7-9,17-19"));
        QVERIFY(hoursToString(kAllHours).isEmpty());
        for (const char* wrong : {"9-7", "7-7", "20-29", "28", "a", "7-", "7,,9", "-1"}) {
            const auto mask = parseHours(QString::fromLatin1(wrong));
            QVERIFY2(!mask, wrong);
            QCOMPARE(mask.error().code, ErrorCode::Usage);
        }
        for (HourMask mask = 1; mask < kAllHours; mask = mask * 3 + 1) QCOMPARE(*parseHours(hoursToString(mask)), mask);
    }

    void hoursByWeekdayAndMonth() {
        const auto week = parseWeekHours("mon-fri:7-9; sat:10-12,20; mon:22-24");
        QVERIFY(week.ok());
        QCOMPARE((*week)[0], HourMask(3u << 7 | 3u << 22));
        QCOMPARE((*week)[4], HourMask(3u << 7));
        QCOMPARE((*week)[5], HourMask(3u << 10 | 1u << 20));
        QCOMPARE((*week)[6], HourMask(0));
        QCOMPARE(weekHoursToString(*week), QStringLiteral("mon:7-9,22-24;tue-fri:7-9;sat:10-12,20-21"));
        QCOMPARE(weekHoursToString(*parseWeekHours("sat-sun")), QStringLiteral("sat-sun"));
        QVERIFY(weekHoursToString(kWholeWeek).isEmpty());
        QVERIFY(*parseWeekHours(" ") == kWholeWeek);
        QVERIFY(*parseWeekHours(weekHoursToString(WeekHours{})) == WeekHours{});
        const auto year = parseYearHours("3-5:7-9;12");
        QVERIFY(year.ok());
        QCOMPARE((*year)[3], HourMask(3u << 7));
        QCOMPARE((*year)[11], kAllHours);
        QCOMPARE((*year)[0], HourMask(0));
        QCOMPARE(yearHoursToString(*year), QStringLiteral("3-5:7-9;12"));
        for (const char* wrong : {"fri-mon:7-9", "mo:7", "mon:9-7", "8:7-9", "mon-fri 7-9"}) QVERIFY2(!parseWeekHours(wrong), wrong);
        for (const char* wrong : {"13:7-9", "0", "mar:7-9", "5-3"}) QVERIFY2(!parseYearHours(wrong), wrong);
        Query q;
        q.dataset = "d";
        q.weekHours = *week;
        q.yearHours = *year;
        QVERIFY(*Query::fromJson(q.toJson()) == q);
        QCOMPARE(q.hoursOn(QDate(2024, 3, 4)), HourMask(3u << 7));  // a Monday in March
        QCOMPARE(q.hoursOn(QDate(2024, 12, 2)), HourMask(3u << 7 | 3u << 22));
        QCOMPARE(q.hoursOn(QDate(2024, 1, 1)), HourMask(0));
        QCOMPARE(q.toSentence(),
                 QStringLiteral("Mon 07–09, 22–24 h, Tue–Fri 07–09 h, Sat 10–12, 20–21 h, Mar–May 07–09 h, Dec, whole period"));
    }

    void dayTypes() {
        for (DayTypeMask mask = 1; mask <= kAllDayTypes; ++mask) QCOMPARE(*parseDayTypes(dayTypesToString(mask)), mask);
        const auto wrong = parseDayTypes("weekday,monday");
        QVERIFY(!wrong);
        QVERIFY(wrong.error().message.contains("monday"));
    }

    void breakdowns() {
        for (const char* id : {"place", "group", "hour", "weekhour", "day", "month", "dong"})
            QCOMPARE(breakdownId(breakdownFromId(QLatin1String(id)).value()), QLatin1String(id));
        QVERIFY(!breakdownFromId("year"));
    }

    void queryJson() {
        Query query{"stops",   "boardings",    *Period::parse("2024-03"),   1, *parseHours("7-9,17-19"),
                    {"adult"}, {"29110", "7"}, "POLYGON((0 0,1 0,1 1,0 0))"};
        QVERIFY(*Query::fromJson(query.toJson()) == query);
        QVERIFY(*Query::fromJson(Query{}.toJson()) == Query{});
        QJsonObject json = query.toJson();
        json["agegroups"] = "x";
        const auto unknown = Query::fromJson(json);
        QVERIFY(!unknown && unknown.error().message.contains("agegroups"));
        for (const auto& [field, value] : std::initializer_list<std::pair<const char*, QJsonValue>>{
                 {"groups", "adult"}, {"areas", QJsonArray{1}}, {"period", 2024}, {"hours", "x"}, {"days", "x"}}) {
            QJsonObject wrong = query.toJson();
            wrong[QLatin1String(field)] = value;
            QVERIFY2(!Query::fromJson(wrong), field);
        }
    }

    void sentence() {
        Query query{"stops", "", *Period::parse("2024-03"), 1, *parseHours("7-9"), {"senior"}, {}, ""};
        const GroupScheme scheme{"ticket", {{"senior", "Seniors", "경로", 65, -1}}};
        QCOMPARE(query.toSentence(&scheme), QString::fromUtf8("weekdays, 07–09 h, Seniors, 2024-03-01 – 2024-03-31"));
        QVERIFY(query.toSentence().contains("senior"));
        GroupScheme ages;
        for (int age = 60; age < 100; ++age) ages.groups.push_back({QString::number(age), QString::number(age), {}, age, age});
        ages.groups.push_back({QStringLiteral("100+"), QStringLiteral("100+"), {}, 100, -1});
        Query old;
        old.groups = QStringList{"61", "65", "66", "67", "70", "71"};
        QCOMPARE(old.toSentence(&ages), QString::fromUtf8("61, ages 65–67, 70, 71, whole period"));
        old.groups.clear();
        for (int i = 5; i < ages.groups.size(); ++i) old.groups << ages.groups[i].code;
        QCOMPARE(old.toSentence(&ages), QStringLiteral("ages 65 and over, whole period"));
        QVERIFY(!Query{}.toSentence().isEmpty());
    }

    void datasetJson() {
        Dataset d;
        d.id = "x";
        d.titleKo = "가";
        d.placeKind = "bus_stop";
        d.timeStep = TimeStep::Month;
        d.firstHour = 4;
        d.hourCount = 24;
        d.measures = {{"pm", "PM", "미세", "µg/m³", "", Aggregation::Mean, 1}};
        d.scheme = {"none", {{"all", "All", "전체", -1, -1}}};
        d.period = *Period::parse("2024");
        d.placeCount = 7;
        QVERIFY(*Dataset::fromJson(d.toJson()) == d);
        QJsonObject wrong = d.toJson();
        wrong["hourCount"] = 25;
        QVERIFY(!Dataset::fromJson(wrong));
        for (const QJsonValue& count : {QJsonValue(1e300), QJsonValue(-1), QJsonValue(0.5), QJsonValue("7")}) {
            wrong = d.toJson();
            wrong["placeCount"] = count;
            QVERIFY(!Dataset::fromJson(wrong));
        }
        Dataset layer;
        layer.id = "l";
        layer.kind = DatasetKind::Layer;
        wrong = layer.toJson();
        QVERIFY(Dataset::fromJson(wrong));
        wrong["featureCount"] = 1e300;
        QVERIFY(!Dataset::fromJson(wrong));
        QCOMPARE(d.measures[0].toValue(123), 12.3);
        QCOMPARE(d.measureIndex(""), 0);
        QCOMPARE(d.measureIndex("no"), -1);
        QCOMPARE(d.scheme.indexOf("all"), 0);
    }
};

QTEST_GUILESS_MAIN(TestQuery)
#include "test_query.moc"
