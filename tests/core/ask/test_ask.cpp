// SPDX-License-Identifier: GPL-3.0-or-later
// Phrases as people say them, and what each must become; words that mean nothing are named, nothing is guessed.
#include <QtTest>

#include "core/ask/ask.h"
#include "core/base/language.h"

using namespace mudeung;

namespace {

AskContext context() {
    AskContext c;
    c.cube.id = "bus-stop-hourly";
    c.cube.timeStep = TimeStep::Day;
    c.cube.firstHour = 4;
    c.cube.hourCount = 24;
    c.cube.measures = {{"boardings", "boardings", "승차", "trips", "건", Aggregation::Sum, 0},
                       {"alightings", "alightings", "하차", "trips", "건", Aggregation::Sum, 0}};
    c.cube.scheme = {"policy7",
                     {{"0-12", "0–12", "0–12세", 0, 12},
                      {"13-18", "13–18", "13–18세", 13, 18},
                      {"19-34", "19–34", "19–34세", 19, 34},
                      {"35-49", "35–49", "35–49세", 35, 49},
                      {"50-64", "50–64", "50–64세", 50, 64},
                      {"65-74", "65–74", "65–74세", 65, 74},
                      {"75+", "75+", "75세 이상", 75, -1}}};
    c.cube.period = {QDate(2024, 1, 1), QDate(2025, 12, 30)};
    c.areas = {{"29110", "동구"}, {"29140", "서구"}, {"2911052500", "동구 · 충장동"}, {"2914059000", "서구 · 상무1동"}};
    return c;
}

AskContext tickets() {
    AskContext c = context();
    c.cube.timeStep = TimeStep::Year;
    c.cube.hourCount = 0;
    c.cube.scheme = {"ticket",
                     {{"child", "child", "어린이", -1, -1},
                      {"youth", "youth", "청소년", -1, -1},
                      {"adult", "adult", "일반", -1, -1},
                      {"senior", "senior", "경로", -1, -1}}};
    return c;
}

QString unknownOf(const Asked& asked) {
    QStringList words;
    for (const AskWord& w : asked.unknown) words.append(w.text);
    return words.join('|');
}

const QStringList kSeniors{"65-74", "75+"};
constexpr HourMask kMorning = 1u << 7 | 1u << 8;
constexpr DayTypeMask kWeekday = 1;

}  // namespace

class TestAsk : public QObject {
    Q_OBJECT
private slots:
    void init() { setInterfaceLanguage(QStringLiteral("en")); }

    void wholePhrases_data() {
        QTest::addColumn<QString>("phrase");
        QTest::addColumn<QString>("json");  // measure, days, hours, groups, period, areas, by, top
        const auto row = [](const char* phrase, const char* expected) {
            QTest::newRow(phrase) << QString::fromUtf8(phrase) << QString::fromUtf8(expected);
        };
        row("평일 아침 경로 승차 상위 20 정류장", "boardings weekday 7-9 65-74,75+ - - place 20");
        row("평일아침 경로승차 상위20정류장", "boardings weekday 7-9 65-74,75+ - - place 20");
        row("seniors on weekday mornings since March by dong", "- weekday 7-9 65-74,75+ 2025-03-01..2025-12-30 - dong 0");
        row("Which ten stops do people over 65 use most on weekday mornings?", "- weekday 7-9 65-74,75+ - - place 10");
        row("주말 밤 청년 하차", "alightings saturday,holiday 22-28 19-34 - - - 0");
        row("2024년 3월부터 5월까지 충장동에서 승차", "boardings - - - 2024-03-01..2024-05-31 2911052500 - 0");
        row("동구와 서구의 시간대별 승차", "boardings - - - - 29110,29140 hour 0");
        row("토요일 오후 5시~7시 20대", "- saturday 17-19 19-34 - - - 0");
        row("65세 이상이 평일 9시부터 17시까지 많이 타는 정류장 10곳", "boardings weekday 9-17 65-74,75+ - - place 10");
        row("작년 여름 휴일", "- holiday - - 2025-06-01..2025-08-31 - - 0");
        row("monthly boardings of children in 2024", "boardings - - 0-12 2024-01-01..2024-12-31 - month 0");
        row("최근 3개월 연령대별 하차", "alightings - - - 2025-10-01..2025-12-30 - group 0");
        row("", "- - - - - - - 0");
    }

    void wholePhrases() {
        QFETCH(QString, phrase);
        QFETCH(QString, json);
        const Asked a = ask(phrase, context());
        const auto orDash = [](const QString& text) { return text.isEmpty() ? QStringLiteral("-") : text; };
        const QStringList got{orDash(a.query.measure),
                              orDash(dayTypesToString(a.query.dayTypes)),
                              orDash(hoursToString(a.query.hours)),
                              orDash(a.query.groups.join(',')),
                              orDash(a.query.period.toString()),
                              orDash(a.query.areas.join(',')),
                              orDash(a.by ? breakdownId(*a.by) : QString()),
                              QString::number(a.top)};
        QCOMPARE(got.join(' '), json);
        QCOMPARE(unknownOf(a), QString());
        QCOMPARE(a.query.dataset, QStringLiteral("bus-stop-hourly"));
        int end = 0;
        for (const AskChip& chip : a.chips) {
            QVERIFY2(chip.begin >= end && chip.length > 0 && !chip.text.isEmpty(), qPrintable(chip.text));
            end = chip.begin + chip.length;
        }
        QVERIFY(end <= phrase.size());
    }

    void weekdays_data() {
        QTest::addColumn<QString>("phrase");
        QTest::addColumn<QString>("week");
        const auto row = [](const char* phrase, const char* week) {
            QTest::newRow(phrase) << QString::fromUtf8(phrase) << QString::fromUtf8(week);
        };
        row("월요일 아침 경로", "mon");
        row("월~금 출근시간", "mon-fri");
        row("월·수·금요일", "mon;wed;fri");
        row("금요일부터 일요일까지", "fri-sun");
        row("boardings on mondays", "mon");
        row("mon-thu evenings", "mon-thu");
        row("tuesday to thursday mornings", "tue-thu");
        row("sat to mon", "mon;sat-sun");
        row("평일", "");
    }

    void weekdays() {
        QFETCH(QString, phrase);
        QFETCH(QString, week);
        const Asked a = ask(phrase, context());
        QCOMPARE(weekHoursToString(a.query.weekHours), week);
        QCOMPARE(unknownOf(a), QString());
    }

    void hours_data() {
        QTest::addColumn<QString>("phrase");
        QTest::addColumn<QString>("hours");
        const auto row = [](const char* phrase, const char* hours) {
            QTest::newRow(phrase) << QString::fromUtf8(phrase) << QString(hours);
        };
        row("7~9시", "7-9");
        row("7시", "7-8");
        row("오전 7시부터 9시까지", "7-9");
        row("오후 5~7시", "17-19");
        row("오후 6시 이후", "18-28");
        row("9시 이전", "4-9");
        row("밤 11시~새벽 2시", "23-26");
        row("23시~2시", "23-26");
        row("07:00-09:00", "7-9");
        row("7-9", "7-9");
        row("5-7pm", "17-19");
        row("7am to 9am", "7-9");
        row("between 7 and 9", "7-9");
        row("after 6pm", "18-28");
        row("at 8am", "8-9");
        row("출근시간과 퇴근시간", "7-9,17-19");
        row("early morning", "4-6");
    }

    void hours() {
        QFETCH(QString, phrase);
        QFETCH(QString, hours);
        const Asked a = ask(phrase, context());
        QCOMPARE(hoursToString(a.query.hours), hours);
        QCOMPARE(unknownOf(a), QString());
    }

    void people_data() {
        QTest::addColumn<QString>("phrase");
        QTest::addColumn<QString>("groups");
        QTest::addColumn<bool>("noted");
        const auto row = [](const char* phrase, const char* groups, bool noted = false) {
            QTest::newRow(phrase) << QString::fromUtf8(phrase) << QString(groups) << noted;
        };
        row("65세 이상", "65-74,75+");
        row("75세 이상", "75+");
        row("over 65", "65-74,75+");
        row("people over 65", "65-74,75+");
        row("65+", "65-74,75+");
        row("19세 미만", "0-12,13-18");
        row("under 19", "0-12,13-18");
        row("13~18세", "13-18");
        row("19–34세", "19-34");
        row("aged 19-34", "19-34");
        row("어린이와 청소년", "0-12,13-18");
        row("노인", "65-74,75+");
        row("20대", "19-34", true);     // reaches beyond
        row("30~40대", "35-49", true);  // 30–34 is part of another group
        row("중장년", "50-64", true);
        row("in their 20s", "19-34", true);
    }

    void people() {
        QFETCH(QString, phrase);
        QFETCH(QString, groups);
        QFETCH(bool, noted);
        const Asked a = ask(phrase, context());
        QCOMPARE(a.query.groups.join(','), groups);
        QCOMPARE(unknownOf(a), QString());
        QCOMPARE(std::any_of(a.chips.begin(), a.chips.end(), [](const AskChip& c) { return !c.note.isEmpty(); }), noted);
    }

    void periods_data() {
        QTest::addColumn<QString>("phrase");
        QTest::addColumn<QString>("period");
        const auto row = [](const char* phrase, const char* period) {
            QTest::newRow(phrase) << QString::fromUtf8(phrase) << QString(period);
        };
        row("2024년", "2024-01-01..2024-12-31");
        row("2024", "2024-01-01..2024-12-31");
        row("in 2024", "2024-01-01..2024-12-31");
        row("2024년 3월", "2024-03-01..2024-03-31");
        row("2024-03", "2024-03-01..2024-03-31");
        row("2024년 3월 15일", "2024-03-15..2024-03-15");
        row("2024-03..2024-05", "2024-03-01..2024-05-31");
        row("3월", "2025-03-01..2025-03-31");
        row("3월부터", "2025-03-01..2025-12-30");
        row("since March", "2025-03-01..2025-12-30");
        row("March 2024 to May 2024", "2024-03-01..2024-05-31");
        row("March to May 2024", "2024-03-01..2024-05-31");
        row("11월부터 2월까지", "2024-11-01..2025-02-28");
        row("until June 2024", "2024-01-01..2024-06-30");
        row("2024년 6월까지", "2024-01-01..2024-06-30");
        row("작년", "2024-01-01..2024-12-31");
        row("올해", "2025-01-01..2025-12-30");
        row("지난달", "2025-11-01..2025-11-30");
        row("last 3 months", "2025-10-01..2025-12-30");
        row("최근 1년", "2024-12-31..2025-12-30");
        row("2024년 겨울", "2024-12-01..2025-02-28");
        row("summer 2024", "2024-06-01..2024-08-31");
        row("전체 기간", "");
    }

    void periods() {
        QFETCH(QString, phrase);
        QFETCH(QString, period);
        const Asked a = ask(phrase, context());
        QCOMPARE(a.query.period.toString(), period);
        QCOMPARE(unknownOf(a), QString());
    }

    void ticketClasses() {
        const Asked a = ask(QStringLiteral("경로와 청소년 승차 정류장 5곳"), tickets());
        QCOMPARE(a.query.groups, QStringList({"senior", "youth"}));
        QCOMPARE(a.top, 5);
        QCOMPARE(ask(QStringLiteral("seniors"), tickets()).query.groups, QStringList({"senior"}));
        // ages that no ticket class tells, hours and days that the data lacks: said, not applied
        for (const char* phrase : {"20대", "평일", "아침", "시간대별"}) {
            const Asked b = ask(QString::fromUtf8(phrase), tickets());
            QCOMPARE(static_cast<int>(b.chips.size()), 1);
            QVERIFY(!b.chips.first().applied && !b.chips.first().note.isEmpty());
            Query bare;
            bare.dataset = b.query.dataset;
            QCOMPARE(b.query, bare);
            QVERIFY(!b.by);
        }
    }

    void unknownWordsAreNamed() {
        const Asked a = ask(QStringLiteral("평일 무지개 승차 quux 2019년"), context());
        QCOMPARE(unknownOf(a), QStringLiteral("무지개|quux"));
        QCOMPARE(a.unknown.first().begin, 3);
        QCOMPARE(a.query.measure, QStringLiteral("boardings"));
        QVERIFY(a.query.period.isAll());  // the data does not go back so far
        QVERIFY(a.chips.last().note.contains("2024-01-01"));
        QVERIFY(unknownOf(ask(QStringLiteral("자몽"), context())) == QStringLiteral("자몽"));
    }

    void anyTextEnds() {
        const QString letters = QStringLiteral("평일 아침7~9시20대since march,2024-03..상위ten stops세이상동구 충장동에서ｘ😀'+");
        quint32 state = 7;
        for (int i = 0; i < 3000; ++i) {
            QString phrase;
            for (int n = 0; n < i % 24; ++n) {
                state = state * 1664525u + 1013904223u;
                phrase += letters[static_cast<int>(state >> 8) % letters.size()];
            }
            const Asked a = ask(phrase, context());
            for (const AskChip& c : a.chips) QVERIFY(c.begin >= 0 && c.length > 0 && c.begin + c.length <= phrase.size());
            for (const AskWord& w : a.unknown) QCOMPARE(phrase.mid(w.begin, w.length), w.text);
        }
    }

    void completions() {
        QVERIFY(askCompletions(QStringLiteral("평"), context()).contains(QStringLiteral("평일")));
        QVERIFY(askCompletions(QStringLiteral("평일 충"), context()).contains(QStringLiteral("충장동")));
        QVERIFY(askCompletions(QStringLiteral("평일 "), context()).isEmpty());
        QVERIFY(askCompletions(QStringLiteral("week"), context()).contains(QStringLiteral("weekdays")));
        QVERIFY(askCompletions(QStringLiteral("b"), context(), 2).size() <= 2);
    }

    void chipsSpeakTheLanguage() {
        setInterfaceLanguage(QStringLiteral("ko"));
        const Asked a = ask(QStringLiteral("seniors on weekdays top 20"), context());
        QStringList texts;
        for (const AskChip& c : a.chips) texts.append(c.text);
        QCOMPARE(texts.size(), 3);
        QVERIFY2(texts[1].contains(QStringLiteral("평일")), qPrintable(texts.join('|')));
        QVERIFY2(texts[2].contains(QStringLiteral("20")) && texts[2] != QStringLiteral("top 20"), qPrintable(texts.join('|')));
    }
};

QTEST_GUILESS_MAIN(TestAsk)
#include "test_ask.moc"
