// SPDX-License-Identifier: GPL-3.0-or-later
// Long-form tables as series: forms of time, steps, gaps, order of rows, and what is refused with which words.
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>

#include "core/import/series_file.h"
#include "core/import/series_time.h"

using namespace mudeung;

class TestSeriesFile : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    Result<SeriesFile> read(const QByteArray& text,
                            const SeriesColumns& columns = {QStringLiteral("id"), QStringLiteral("t"), QStringLiteral("v")}) {
        const QString path = m_folder.filePath(QStringLiteral("rows.csv"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly)) return Error{};
        file.write(text);
        file.close();
        return readSeriesFile(path, columns, Progress::none());
    }

private slots:
    /// Rows in any order; those without a value at the end are to come, one in between is a gap.
    void knownAhead() {
        const SeriesColumns columns{
            QStringLiteral("id"), QStringLiteral("t"), QStringLiteral("v"), {QStringLiteral("event"), QStringLiteral("price")}};
        const QByteArray rows(
            "id,t,v,event,price\na,3,,0,1.5\na,1,10,1,1.0\na,2,,0,1.2\nb,1,5,0,2\na,4,7,1,2\na,5,,1,3\na,6,,0,4\nb,2,6,1,2\n");
        const auto file = read(rows, columns);
        QVERIFY2(file.ok(), file ? "" : qPrintable(file.error().message));
        const LongSeries& a = file->series[0];
        QCOMPARE(a.values.size(), std::size_t{4});
        QVERIFY(std::isnan(a.values[1]) && std::isnan(a.values[2]));
        QCOMPARE(a.values[3], 7.0);
        QCOMPARE(a.known.size(), std::size_t{2});
        QCOMPARE(a.known[0], (std::vector<double>{1, 0, 0, 1, 1, 0}));
        QCOMPARE(a.known[1], (std::vector<double>{1, 1.2, 1.5, 2, 3, 4}));
        QCOMPARE(file->missing, std::int64_t{2});
        const QString path = m_folder.filePath(QStringLiteral("rows.csv"));
        const Status lacking = checkKnownAhead(*file, path, columns, 2);
        QCOMPARE(lacking.error().code, ErrorCode::InputRefused);
        for (const char* word : {"rows.csv", "\"event\"", "\"b\"", "at 3.", "empty value"})
            QVERIFY2(lacking.error().message.contains(QLatin1String(word)), qPrintable(lacking.error().message));
        const auto one = read("t,v,event\n1,1,0\n2,2,0\n3,,1\n", {{}, QStringLiteral("t"), QStringLiteral("v"), {QStringLiteral("event")}});
        QVERIFY(one.ok() && checkKnownAhead(*one, path, columns, 1).ok());
        const auto words = read("t,v,event\n1,1,rain\n", {{}, QStringLiteral("t"), QStringLiteral("v"), {QStringLiteral("event")}});
        QVERIFY2(words.error().message.contains(QStringLiteral("\"event\": \"rain\" is not a number")), qPrintable(words.error().message));
        const auto none = read("t,v\n1,1\n", {{}, QStringLiteral("t"), QStringLiteral("v"), {QStringLiteral("event")}});
        QVERIFY(none.error().message.contains(QStringLiteral("--columns")));
    }

    void timesOfManyForms_data() {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("distance");
        QTest::addColumn<QString>("text");
        const auto row = [](const char* first, const char* second, SeriesTime kind, int distance, const char* text) {
            QTest::newRow(first) << QByteArray(first) << QByteArray(second) << static_cast<int>(kind) << distance
                                 << QString::fromUtf8(text);
        };
        row("1", "3", SeriesTime::Number, 2, "1");
        row("2019", "2020", SeriesTime::Number, 1, "2019");
        row("2019-11", "2020-02", SeriesTime::Month, 3, "2019-11");
        row("201911", "202001", SeriesTime::Month, 2, "2019-11");
        row("2019년 11월", "2019년 12월", SeriesTime::Month, 1, "2019-11");
        row("2019Q4", "2020Q1", SeriesTime::Quarter, 1, "2019Q4");
        row("2019년 4분기", "2020년 1분기", SeriesTime::Quarter, 1, "2019Q4");
        row("2020-W53", "2021-W01", SeriesTime::Week, 1, "2020-12-28");
        row("2020-02-28", "2020-03-01", SeriesTime::Day, 2, "2020-02-28");
        row("20200228", "20200229", SeriesTime::Day, 1, "2020-02-28");
        row("2020-02-28 23:00", "2020-02-29T00:00:00", SeriesTime::Second, 3600, "2020-02-28 23:00");
        row("1969-12-31 23:00", "1970-01-01 00:00", SeriesTime::Second, 3600, "1969-12-31 23:00");
    }
    void timesOfManyForms() {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        QFETCH(int, kind);
        QFETCH(int, distance);
        QFETCH(QString, text);
        const auto found = seriesTimeOf(std::string_view(first.constData(), static_cast<std::size_t>(first.size())));
        QVERIFY(found.has_value());
        QCOMPARE(static_cast<int>(*found), kind);
        const auto a = parseSeriesTime(std::string_view(first.constData(), static_cast<std::size_t>(first.size())), *found);
        const auto b = parseSeriesTime(std::string_view(second.constData(), static_cast<std::size_t>(second.size())), *found);
        QVERIFY(a && b);
        QCOMPARE(static_cast<int>(*b - *a), distance);
        SeriesFile file;
        file.time = *found;
        QCOMPARE(file.timeText(*a), text);
    }

    void rowsInAnyOrderGapsAndMissingValues() {
        const auto file = read("id,v,t\nB,1,2020-01\nA,\"1,234.5\",2020-03\nA,2,2020-01\nA,-,2020-04\nA,1e3,2020-05\n\nB,,2020-02\n");
        QVERIFY2(file, qPrintable(file ? QString() : file.error().message));
        QCOMPARE(static_cast<int>(file->series.size()), 2);
        QCOMPARE(file->series[0].id, QStringLiteral("B"));
        const auto& a = file->series[1].values;
        QCOMPARE(static_cast<int>(a.size()), 5);
        QCOMPARE(a[0], 2.0);
        QVERIFY(std::isnan(a[1]) && std::isnan(a[3]));
        QCOMPARE(a[2], 1234.5);
        QCOMPARE(a[4], 1000.0);
        QCOMPARE(file->usualSeasons(), (std::vector<int>{12}));
        QCOMPARE(file->missing, qint64(3));
    }

    void datesThatAreMonthsQuartersOrWorkdays() {
        const auto months = read("id,t,v\nA,2020-01-31,1\nA,2020-02-29,2\nA,2020-03-31,3\n");
        QVERIFY(months && months->time == SeriesTime::Month && months->step == 1 && months->series[0].values.size() == 3);
        const auto quarters = read("id,t,v\nA,2020-01-01,1\nA,2020-04-01,2\nA,2020-10-01,3\n");
        QVERIFY(quarters && quarters->time == SeriesTime::Month && quarters->step == 3 && quarters->series[0].values.size() == 4);
        QCOMPARE(quarters->usualSeasons(), (std::vector<int>{4}));
        const auto weeks = read("id,t,v\nA,2020-01-06,1\nA,2020-01-13,2\nA,2020-01-27,3\n");
        QVERIFY(weeks && weeks->time == SeriesTime::Day && weeks->step == 7 && weeks->series[0].values.size() == 4);
        QByteArray text("id,t,v\n");
        for (QDate day(2020, 1, 6); day < QDate(2020, 3, 1); day = day.addDays(1))
            if (day.dayOfWeek() < 6) text += "A," + day.toString(Qt::ISODate).toLatin1() + ",1\n";
        const auto workdays = read(text);
        QVERIFY(workdays && workdays->time == SeriesTime::Workday && workdays->missing == 0);
        QCOMPARE(workdays->timeText(workdays->series[0].first), QStringLiteral("2020-01-06"));
    }

    void oneSeriesWithoutAnId() {
        const auto file = read("t,v\n1,5\n2,6\n", {{}, QStringLiteral("t"), QStringLiteral("v")});
        QVERIFY(file);
        QCOMPARE(static_cast<int>(file->series.size()), 1);
        QCOMPARE(file->series[0].id, QStringLiteral("v"));
    }

    void refusals_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("said");
        QTest::newRow("no such column") << QByteArray("name,t,v\nA,1,2\n") << QStringList{"rows.csv", "\"id\"", "--id", "name, t, v"};
        QTest::newRow("not a number") << QByteArray("id,t,v\nA,1,2\nA,2,two\n") << QStringList{"row 3", "\"v\"", "two"};
        QTest::newRow("not a time") << QByteArray("id,t,v\nA,2020-01,2\nA,soon,3\n") << QStringList{"row 3", "\"t\"", "soon"};
        QTest::newRow("impossible date") << QByteArray("id,t,v\nA,2020-01-31,2\nA,2020-02-31,3\n") << QStringList{"row 3", "2020-02-31"};
        QTest::newRow("twice") << QByteArray("id,t,v\nA,1,2\nB,1,2\nA,1,3\n") << QStringList{"rows 2 and 4", "\"A\""};
        QTest::newRow("far away") << QByteArray("id,t,v\nA,2020-01-01,2\nA,2020-01-02,2\nA,9020-01-03,3\n")
                                  << QStringList{"row 4", "9020-01-03"};
        QTest::newRow("too few cells") << QByteArray("id,t,v\nA,1,2\nA,2\n") << QStringList{"row 3"};
        QTest::newRow("only names") << QByteArray("id,t,v\n") << QStringList{"rows.csv"};
    }
    void refusals() {
        QFETCH(QByteArray, text);
        QFETCH(QStringList, said);
        const auto file = read(text);
        QVERIFY(!file);
        QCOMPARE(file.error().code, ErrorCode::InputRefused);
        for (const QString& part : said) QVERIFY2(file.error().message.contains(part), qPrintable(file.error().message));
    }
};

QTEST_GUILESS_MAIN(TestSeriesFile)
#include "test_series_file.moc"
