// SPDX-License-Identifier: GPL-3.0-or-later
// Every published file opens by content with the rows counted outside the project, and every refusal says why.
#include <QTemporaryDir>
#include <QtTest>

#include "core/import/row_source.h"
#include "tests/support/real_data.h"

using namespace mudeung;

namespace {

struct Counted {
    qint64 rows = 0;
    size_t cells = 0;
    QString error;
};

Counted countRows(RowSource& source) {
    Counted counted;
    Row row;
    for (;;) {
        const auto more = source.next(row);
        if (!more) {
            counted.error = more.error().message;
            return counted;
        }
        if (!*more) return counted;
        ++counted.rows;
        if (counted.rows == 1) counted.cells = row.cells.size();
    }
}

}  // namespace

class TestOpenSource : public QObject {
    Q_OBJECT

private slots:
    void publishedFiles_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("container");
        QTest::addColumn<QString>("encoding");
        QTest::addColumn<qint64>("rows");
        const auto add = [](const char* file, const char* container, const char* encoding, qint64 rows) {
            QTest::newRow(file) << QString::fromUtf8(file) << QString::fromLatin1(container) << QString::fromLatin1(encoding) << rows;
        };
        add("gwangju_transit/gwangju_시내버스_정류소별_이용객_현황_20221231.csv", "csv", "CP949", 19832);
        add("gwangju_transit/gwangju_시내버스_정류소별_이용객_현황_20240101.csv", "csv", "CP949", 79007);
        add("gwangju_transit/gwangju_subwaySchedule.csv", "csv", "UTF-8 BOM", 14730);
        add("ridership/daegu_역별일별시간별승하차인원현황_20250430.csv", "csv", "CP949", 22561);
        add("living_population/seoul_LOCAL_PEOPLE_GU_UTF_2024.csv", "csv", "UTF-8 BOM", 93001);
        add("population/korea_age_by_dong_202409_cp949.csv", "csv", "CP949", 3911);
        add("air_quality/gyeongnam_대기질_long.csv", "csv", "CP949", 58315);
        add("stops/busan_버스정류소위치.csv", "csv", "UTF-8 BOM", 8430);
        add("stops/seoul_bus_stop_coords_20210114.csv.zip", "zip/csv", "CP949", 10922);
        add("gwangju_transit/gwangju_busStation_tago.json", "json", "UTF-8", 4256);
        add("gwangju_transit/gwangju_subwayStation_line1.json", "json", "UTF-8", 21);
        add("facilities/gwangju_restroom_missing_coords.json", "json", "UTF-8", 1291);
        add("boundaries/hangjeongdong_광주광역시.geojson", "ogr", "UTF-8", 97);
        add("welfare/busan_senior_center_shp/tl_senior_center.shp", "ogr", "CP949", -1);
        add("timeseries/seoul_social_distance_step.csv", "xlsx", "UTF-8", 556);
    }
    void publishedFiles() {
        QFETCH(QString, file);
        QFETCH(QString, container);
        QFETCH(QString, encoding);
        QFETCH(qint64, rows);
        const QString path = test::realFile(file);
        if (!QFileInfo::exists(path)) QSKIP("the real file is not beside this checkout");
        auto source = openRowSource(path);
        QVERIFY2(source.ok(), source.ok() ? "" : qPrintable(source.error().message + source.error().detail));
        const Counted counted = countRows(**source);
        QVERIFY2(counted.error.isEmpty(), qPrintable(counted.error));
        QCOMPARE((*source)->info().container, container);
        QCOMPARE((*source)->info().encoding, encoding);
        if (rows >= 0) QCOMPARE(counted.rows, rows);
        QVERIFY(counted.rows > 1);
    }

    void destroyedTextIsRefused() {
        MUDEUNG_REAL_FILE(path, "gwangju_transit/gwangju_시내버스_정류소별_이용객_현황_20211231.csv");
        const auto source = openRowSource(path);
        QVERIFY(!source.ok());
        QCOMPARE(source.error().code, ErrorCode::InputRefused);
        QVERIFY2(source.error().message.contains(QStringLiteral("152")), qPrintable(source.error().message));
    }

    void refusals_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("word");
        QTest::newRow("empty") << QByteArray() << QStringLiteral("empty");
        QTest::newRow("blank") << QByteArray("\n\r\n  \n") << QStringLiteral("blank");
        QTest::newRow("html") << QByteArray("<!DOCTYPE html><html><body>error</body></html>") << QStringLiteral("web page");
        QTest::newRow("pdf") << QByteArray("%PDF-1.7\n") << QStringLiteral("PDF");
        QTest::newRow("gzip") << QByteArray("\x1F\x8B\x08\x00", 4) << QStringLiteral("gzip");
        QTest::newRow("binary") << QByteArray(4096, '\x01') << QStringLiteral("binary");
        QTest::newRow("mixed") << QByteArray("이름,값\n가나다라,1\n") + QByteArray("\xB0\xA1,2\n") << QStringLiteral("line 3, column 1");
        QTest::newRow("neither") << QByteArray("a,b\n1,\xFF\n") << QStringLiteral("line 2, column 3");
        QTest::newRow("unclosed") << QByteArray("a,b\n1,2\n\"x,3\n4,5\n") << QStringLiteral("line 3");
        QTest::newRow("one long line") << QByteArray(60 << 20, 'x') << QStringLiteral("longer than");
        QTest::newRow("broken zip") << QByteArray("PK\x03\x04junk") << QStringLiteral("damaged");
        QTest::newRow("broken json") << QByteArray("{\"d\":[{\"a\":1},\n{\"a\":}]}") << QStringLiteral("line 2");
    }
    void refusals() {
        QFETCH(QByteArray, content);
        QFETCH(QString, word);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("data.csv"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        file.close();
        const auto source = openRowSource(path);
        const QString message = source.ok() ? countRows(**source).error : source.error().message;
        QVERIFY2(message.contains(word), qPrintable(message));
        QVERIFY2(message.contains(QStringLiteral("data.csv")), qPrintable(message));
    }

    void pathsThatAreNoFiles() {
        const QTemporaryDir folder;
        for (const QString& path : {folder.path(), folder.filePath(QStringLiteral("absent.csv")), QStringLiteral("/dev/zero")}) {
            const auto source = openRowSource(path);
            QVERIFY(!source.ok());
            QCOMPARE(source.error().code, ErrorCode::Io);
        }
    }
};

QTEST_GUILESS_MAIN(TestOpenSource)
#include "test_open_source.moc"
