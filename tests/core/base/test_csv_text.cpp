// SPDX-License-Identifier: GPL-3.0-or-later
// Cells for spreadsheets: nothing runs, nothing is lost, numbers stay numbers.
#include <QtTest>

#include "core/base/csv_text.h"

using namespace mudeung;

class TestCsvText : public QObject {
    Q_OBJECT
private slots:
    void cells_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("csv");
        QTest::addColumn<QString>("tab");
        const auto row = [](const char* text, const char* csv, const char* tab) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(csv) << QString::fromUtf8(tab);
        };
        row("", "", "");
        row("충장동", "충장동", "충장동");
        row("a,b", "\"a,b\"", "a,b");
        row("say \"hi\"", "\"say \"\"hi\"\"\"", "say \"hi\"");
        row("two\nlines", "\"two\nlines\"", "two lines");
        row("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"", "'=HYPERLINK(\"http://x\",\"y\")");
        row("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0");
        row("@SUM(A1)", "'@SUM(A1)", "'@SUM(A1)");
        row("  =1+1", "'  =1+1", "'  =1+1");
        row("\t=1", "'\t=1", "' =1");
        row("-5", "-5", "-5");
        row("+12.5", "+12.5", "+12.5");
        row("−1,234.5", "\"−1,234.5\"", "-1,234.5");  // as people read it; to a spreadsheet, as it reads
        row("+1,234.5", "\"'+1,234.5\"", "+1,234.5");
        row("+2.5 %", "'+2.5 %", "+2.5 %");
        row("−2.5 %", "−2.5 %", "-2.5 %");
        row("+2+3", "'+2+3", "'+2+3");
        row("−2+3", "−2+3", "−2+3");
        row("-", "'-", "'-");
        row("-2+3", "'-2+3", "'-2+3");
        row("a=b", "a=b", "a=b");
    }

    void cells() {
        QFETCH(QString, text);
        QFETCH(QString, csv);
        QFETCH(QString, tab);
        QCOMPARE(csvText(text), csv);
        QCOMPARE(tabText(text), tab);
    }
};

QTEST_GUILESS_MAIN(TestCsvText)
#include "test_csv_text.moc"
