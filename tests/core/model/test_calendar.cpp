// SPDX-License-Identifier: GPL-3.0-or-later
// Every public holiday of 2018–2027 against the published almanac; the rules of the years around it by single dates.
// Expected days: npm package @hyunbinseo/holidays-kr (transcribed from the yearly 월력요항), dumped with the command in
// tests/data/README.md.
#include <QtTest>

#include "core/model/calendar.h"

using namespace mudeung;

namespace {

struct Year {
    int year;
    const char* days;
};
const Year kPublished[] = {
    {2018, "01-01 02-15 02-16 02-17 03-01 05-05 05-07 05-22 06-06 06-13 08-15 09-23 09-24 09-25 09-26 10-03 10-09 12-25"},
    {2019, "01-01 02-04 02-05 02-06 03-01 05-05 05-06 05-12 06-06 08-15 09-12 09-13 09-14 10-03 10-09 12-25"},
    {2020, "01-01 01-24 01-25 01-26 01-27 03-01 04-15 04-30 05-05 06-06 08-15 08-17 09-30 10-01 10-02 10-03 10-09 12-25"},
    {2021, "01-01 02-11 02-12 02-13 03-01 05-05 05-19 06-06 08-15 08-16 09-20 09-21 09-22 10-03 10-04 10-09 10-11 12-25"},
    {2022, "01-01 01-31 02-01 02-02 03-01 03-09 05-05 05-08 06-01 06-06 08-15 09-09 09-10 09-11 09-12 10-03 10-09 10-10 12-25"},
    {2023, "01-01 01-21 01-22 01-23 01-24 03-01 05-05 05-27 05-29 06-06 08-15 09-28 09-29 09-30 10-02 10-03 10-09 12-25"},
    {2024, "01-01 02-09 02-10 02-11 02-12 03-01 04-10 05-05 05-06 05-15 06-06 08-15 09-16 09-17 09-18 10-01 10-03 10-09 12-25"},
    {2025, "01-01 01-27 01-28 01-29 01-30 03-01 03-03 05-05 05-06 06-03 06-06 08-15 10-03 10-05 10-06 10-07 10-08 10-09 12-25"},
    {2026,
     "01-01 02-16 02-17 02-18 03-01 03-02 05-01 05-05 05-24 05-25 06-03 06-06 07-17 08-15 08-17 09-24 09-25 09-26 10-03 10-05 10-09 12-25"},
    {2027,
     "01-01 02-06 02-07 02-08 02-09 03-01 05-01 05-03 05-05 05-13 06-06 07-17 07-19 08-15 08-16 09-14 09-15 09-16 10-03 10-04 10-09 10-11 "
     "12-25 12-27"},
};

}  // namespace

class TestCalendar : public QObject {
    Q_OBJECT

private slots:
    void everyPublishedYear_data() {
        QTest::addColumn<int>("year");
        QTest::addColumn<QString>("days");
        for (const Year& y : kPublished) QTest::addRow("%d", y.year) << y.year << QString::fromLatin1(y.days);
    }

    void everyPublishedYear() {
        QFETCH(int, year);
        QFETCH(QString, days);
        QStringList computed;
        for (const Holiday& holiday : HolidayCalendar::korea().holidays(year)) computed << holiday.date.toString("MM-dd");
        computed.removeDuplicates();
        QCOMPARE(computed.join(' '), days);
    }

    void daysAroundThePublishedYears_data() {
        QTest::addColumn<QDate>("date");
        QTest::addColumn<bool>("holiday");
        QTest::newRow("Chuseok Sunday 2015 moves") << QDate(2015, 9, 29) << true;
        QTest::newRow("temporary 2015") << QDate(2015, 8, 14) << true;
        QTest::newRow("Seollal Sunday 2016 moves") << QDate(2016, 2, 10) << true;
        QTest::newRow("election 2017") << QDate(2017, 5, 9) << true;
        QTest::newRow("Seollal 2017 moves") << QDate(2017, 1, 30) << true;
        QTest::newRow("Chuseok eve on Foundation Day 2017 moves") << QDate(2017, 10, 6) << true;
        QTest::newRow("Christmas Sunday 2016 did not move") << QDate(2016, 12, 26) << false;
        QTest::newRow("Constitution Day 2025 was none") << QDate(2025, 7, 17) << false;
        QTest::newRow("Chuseok on Foundation Day 2028 moves") << QDate(2028, 10, 5) << true;
        QTest::newRow("but once") << QDate(2028, 10, 6) << false;
        QTest::newRow("Seollal 2030") << QDate(2030, 2, 3) << true;
        QTest::newRow("Seollal 2030 moves") << QDate(2030, 2, 5) << true;
    }

    void daysAroundThePublishedYears() {
        QFETCH(QDate, date);
        QFETCH(bool, holiday);
        QCOMPARE(HolidayCalendar::korea().isHoliday(date), holiday);
    }

    void dayTypes() {
        const HolidayCalendar& calendar = HolidayCalendar::korea();
        QCOMPARE(calendar.dayType(QDate(2024, 3, 4)), DayType::Weekday);
        QCOMPARE(calendar.dayType(QDate(2024, 3, 2)), DayType::Saturday);
        QCOMPARE(calendar.dayType(QDate(2024, 3, 3)), DayType::Holiday);
        QCOMPARE(calendar.dayType(QDate(2024, 3, 1)), DayType::Holiday);
        QCOMPARE(calendar.dayType(QDate(2024, 2, 10)), DayType::Holiday);  // Seollal on a Saturday
        QVERIFY(!calendar.isHoliday(QDate(2024, 3, 3)));
    }

    void names() {
        const HolidayCalendar& calendar = HolidayCalendar::korea();
        QCOMPARE(calendar.nameOf(QDate(2025, 5, 5), true), QStringLiteral("어린이날, 부처님 오신 날"));
        QCOMPARE(calendar.nameOf(QDate(2025, 5, 6), true), QStringLiteral("대체공휴일(부처님 오신 날)"));
        QCOMPARE(calendar.nameOf(QDate(2024, 5, 6), false), QStringLiteral("Substitute holiday (Children's Day)"));
        QVERIFY(calendar.nameOf(QDate(2024, 5, 7), false).isEmpty());
        QVERIFY(calendar.firstYear() <= 2015 && calendar.lastYear() >= 2030);
    }
};

QTEST_GUILESS_MAIN(TestCalendar)
#include "test_calendar.moc"
