// SPDX-License-Identifier: GPL-3.0-or-later
// Spreadsheets: cells as stored, no guessed headers or types, any file name; and the old files that cannot be read say so.
#include <cmath>
#include <ogrsf_frmts.h>
#include <random>

#include "core/import/byte_source.h"
#include "core/import/xls_mending.h"
#include "tests/core/import/reader_fixture.h"
#include "tests/support/real_data.h"

using namespace mudeung;
using test::Cells;
using test::ReadRows;

namespace {

QByteArray bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A workbook written by GDAL: header, a code column of text, numbers, a date.
void writeXlsx(const QString& path, int rows) {
    registerFormats();
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("XLSX");
    QVERIFY(driver != nullptr);
    GDALDataset* dataset = driver->Create(path.toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr);
    QVERIFY(dataset != nullptr);
    OGRLayer* layer = dataset->CreateLayer("정류장", nullptr, wkbNone, nullptr);
    OGRFieldDefn code("코드", OFTString), count("승차", OFTInteger64), rate("비율", OFTReal), day("일자", OFTDate);
    for (OGRFieldDefn* field : {&code, &count, &rate, &day}) QVERIFY(layer->CreateField(field) == OGRERR_NONE);
    for (int i = 0; i < rows; ++i) {
        OGRFeature feature(layer->GetLayerDefn());
        feature.SetField(0, QStringLiteral("00%1").arg(i).toUtf8().constData());
        feature.SetField(1, static_cast<GIntBig>(5000 + i));
        feature.SetField(2, i * 0.1);
        feature.SetField(3, 2024, 4, 1 + i % 28);
        QVERIFY(layer->CreateFeature(&feature) == OGRERR_NONE);
    }
    GDALClose(dataset);
}

}  // namespace

class TestSheetReader : public QObject {
    Q_OBJECT

private slots:
    void writtenByGdal() {
        const QString path = m_files.path(QStringLiteral("w.xlsx"));
        writeXlsx(path, 40);
        const ReadRows read = test::readAll(openRowSource(path));
        QVERIFY2(read.error.isEmpty(), qPrintable(read.error));
        QCOMPARE(read.info.container, QStringLiteral("xlsx"));
        QCOMPARE(read.info.entry, QStringLiteral("정류장"));
        QCOMPARE(read.rows.size(), size_t(41));
        QVERIFY(read.rows[0] == (Cells{"코드", "승차", "비율", "일자"}));
        QVERIFY(read.rows[1] == (Cells{"000", "5000", "0", "2024-04-01"}));
        QVERIFY2(read.rows[4] == (Cells{"003", "5003", "0.3", "2024-04-04"}), read.rows[4][2].c_str());
        QVERIFY(read.rows[28] == (Cells{"0027", "5027", "2.7", "2024-04-28"}));
        QCOMPARE(read.lines[0], qint64(1));
        QCOMPARE(read.lines[40], qint64(41));
    }

    /// merged.xlsx: merged header and merged rows, a cover sheet, a blank row, numbers as Excel stores them.
    void storedCells() {
        const QString path = test::testFile(QStringLiteral("readers/merged.xlsx"));
        const ReadRows read = test::readAll(openRowSource(path));
        QVERIFY2(read.error.isEmpty(), qPrintable(read.error));
        QCOMPARE(read.info.entry, QStringLiteral("현황"));  // the cover holds a single row
        const std::vector<Cells> rows{{"노선", "승객", "", "코드", "일자"},
                                      {"", "승차", "하차", "", ""},
                                      {"1호선", "5893", "0.3", "007", "2024-04-05"},
                                      {"", "1200", "-17.9", "12E3", "2024-04-06"},
                                      {"", "9007199254740991", "0", "2905000123", "2024.4.5"}};
        QCOMPARE(read.rows.size(), rows.size());
        for (size_t r = 0; r < rows.size(); ++r) {
            for (size_t c = 0; c < rows[r].size(); ++c) QCOMPARE(read.rows[r][c], rows[r][c]);
        }
        QCOMPARE(read.lines, (std::vector<qint64>{1, 2, 4, 5, 6}));
    }

    void anyNameOpens() {
        const QByteArray bytes = bytesOf(test::testFile(QStringLiteral("readers/merged.xlsx")));
        for (const char* name : {"renamed.csv", "no ending", "renamed.xls", "한글.zip"}) {
            const ReadRows read = m_files.read(QString::fromUtf8(name), bytes);
            QVERIFY2(read.error.isEmpty(), qPrintable(read.error));
            QCOMPARE(read.info.container, QStringLiteral("xlsx"));
            QCOMPARE(read.rows.size(), size_t(5));
        }
    }

    void chosenSheet() {
        SourceOptions options;
        options.sheet = QStringLiteral("표지");
        const QString path = test::testFile(QStringLiteral("readers/merged.xlsx"));
        const ReadRows cover = test::readAll(openRowSource(path, options));
        QVERIFY2(cover.error.isEmpty(), qPrintable(cover.error));
        QVERIFY(cover.rows == std::vector<Cells>{{"안내"}});
        options.sheet = QStringLiteral("없음");
        const ReadRows absent = test::readAll(openRowSource(path, options));
        QVERIFY2(absent.error.contains(QStringLiteral("없음")), qPrintable(absent.error));
        QCOMPARE(absent.code, ErrorCode::NotFound);
    }

    void oldExcel() {
        const QByteArray bytes = bytesOf(test::testFile(QStringLiteral("readers/small.xls")));
        for (const char* name : {"small.xls", "renamed.csv"}) {
            const ReadRows read = m_files.read(QString::fromUtf8(name), bytes);
            QVERIFY2(read.error.isEmpty(), qPrintable(read.error));
            QCOMPARE(read.info.container, QStringLiteral("xls"));
            QCOMPARE(read.info.entry, QStringLiteral("현황"));
            const std::vector<Cells> rows{{"역", "승차", ""}, {"시청", "5893", "007"}, {"", "2024-04-05", "17.9"}};
            for (size_t r = 0; r < rows.size(); ++r) {
                for (size_t c = 0; c < rows[r].size(); ++c) QCOMPARE(read.rows[r][c], rows[r][c]);
            }
            QCOMPARE(read.lines, (std::vector<qint64>{1, 2, 3}));
        }
    }

    void damagedFilesSayWhatToDo_data() {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray xlsx = bytesOf(test::testFile(QStringLiteral("readers/merged.xlsx")));
        const QByteArray xls = bytesOf(test::testFile(QStringLiteral("readers/small.xls")));
        QTest::newRow("xls without its end") << xls.left(2000);
        QTest::newRow("xls of zeros") << xls.left(8) + QByteArray(8000, '\0');
        QTest::newRow("xlsx without its end") << xlsx.left(1500);
        QByteArray spoiled = xlsx;
        const int sheet = static_cast<int>(spoiled.indexOf("xl/worksheets/sheet2.xml")) + 24;
        for (int i = 0; i < 200; ++i) spoiled[sheet + i] = 'x';
        QTest::newRow("xlsx with a spoiled sheet") << spoiled;
    }
    void damagedFilesSayWhatToDo() {
        QFETCH(QByteArray, bytes);
        const ReadRows read = m_files.read(QStringLiteral("자료.xls"), bytes);
        QVERIFY2(read.error.contains(QStringLiteral("자료.xls")), qPrintable(read.error));
        QVERIFY2(read.error.contains(QStringLiteral("damaged")), qPrintable(read.error));
        QCOMPARE(read.code, ErrorCode::InputRefused);
    }

    /// report_tool.xls: the declared area is a column short and the last text of the table is empty.
    void slipsOfReportToolsAreMended() {
        QByteArray bytes = bytesOf(test::testFile(QStringLiteral("readers/report_tool.xls")));
        const ReadRows read = m_files.read(QStringLiteral("r.xls"), bytes);
        QVERIFY2(read.error.isEmpty(), qPrintable(read.error));
        QCOMPARE(read.rows.size(), size_t(3));
        QVERIFY(read.rows[1] == (Cells{"시청", "5893", "007"}));
        QVERIFY(read.rows[2] == (Cells{"", "2024-04-05", "17.9"}));
        QVERIFY(mendXls(bytes));
        const QByteArray once = bytes;
        QVERIFY(!mendXls(bytes));
        QCOMPARE(bytes, once);
    }

    /// Written by a Korean report tool. Sums: see tests/data/README.md.
    void realReportIsRead() {
        MUDEUNG_REAL_FILE(path, "population/seoul_population_in_Seoul_mergedheader.xls");
        const ReadRows read = test::readAll(openRowSource(path));
        QVERIFY2(read.error.isEmpty(), qPrintable(read.error));
        QCOMPARE(read.rows.size(), size_t(29));
        QCOMPARE(read.rows[0].size(), size_t(14));
        double total = 0.0;
        int numbers = 0;
        for (const auto& row : read.rows) {
            for (const auto& cell : row) {
                bool ok = false;
                const double value = QString::fromStdString(cell).toDouble(&ok);
                total += ok ? value : 0.0;
                numbers += ok;
            }
        }
        QCOMPARE(numbers, 312);
        QVERIFY2(std::abs(total - 92629584.91) < 0.01, qPrintable(QString::number(total, 'f', 3)));
    }

    /// Whatever the bytes are, mending ends and reads nothing beyond them.
    void mendingSurvivesAnyBytes() {
        const QByteArray whole = bytesOf(test::testFile(QStringLiteral("readers/report_tool.xls")));
        std::mt19937 random(11);
        int mended = 0;
        for (int round = 0; round < 4000; ++round) {
            QByteArray bytes = round % 4 == 0 ? whole.left(static_cast<int>(random() % static_cast<unsigned>(whole.size()))) : whole;
            for (unsigned n = random() % 12; n > 0 && !bytes.isEmpty(); --n) {
                bytes[static_cast<int>(random() % static_cast<unsigned>(bytes.size()))] =
                    static_cast<char>(random() % 3 == 0 ? 0xFF : random());
            }
            mended += mendXls(bytes);
        }
        QVERIFY2(mended > 500, qPrintable(QString::number(mended)));
    }

private:
    test::Files m_files;
};

QTEST_GUILESS_MAIN(TestSheetReader)
#include "test_sheet_reader.moc"
