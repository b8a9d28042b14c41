// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers, dates and durations in both languages, and the throttling of progress reports.
#include <QtTest>
#include <cmath>
#include <vector>

#include "core/base/format.h"
#include "core/base/language.h"
#include "core/base/progress.h"
#include "core/base/result.h"

using namespace mudeung;

class TestFormat : public QObject {
    Q_OBJECT
private slots:
    void shortNumbers_data() {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("korean");
        QTest::newRow("zero") << 0.0 << "0"
                              << "0";
        QTest::newRow("small") << 12.0 << "12"
                               << "12";
        QTest::newRow("fraction") << 3.14159 << "3.14"
                                  << "3.14";
        QTest::newRow("thousand") << 1234.0 << "1.23K" << QString::fromUtf8("1,234");
        QTest::newRow("gwangju") << 82390250.0 << "82.4M" << QString::fromUtf8("8,239만");
        QTest::newRow("hundred million") << 128200000.0 << "128M" << QString::fromUtf8("1.28억");
        QTest::newRow("negative") << -25000.0 << QString::fromUtf8("−25K") << QString::fromUtf8("−2.5만");
        QTest::newRow("nothing") << std::nan("") << QString::fromUtf8("–") << QString::fromUtf8("–");
    }
    void shortNumbers() {
        QFETCH(double, value);
        QFETCH(QString, english);
        QFETCH(QString, korean);
        setInterfaceLanguage(QStringLiteral("en"));
        QCOMPARE(formatShort(value), english);
        setInterfaceLanguage(QStringLiteral("ko"));
        QCOMPARE(formatShort(value), korean);
        setInterfaceLanguage(QStringLiteral("en"));
    }
    /// Numbers below each other have as many digits each; what is no part of a unit stays as it was counted.
    void alignedNumbers() {
        setInterfaceLanguage(QStringLiteral("en"));
        QCOMPARE(formatShortAligned(1700000.0), QStringLiteral("1.70M"));
        QCOMPARE(formatShortAligned(1130000.0), QStringLiteral("1.13M"));
        QCOMPARE(formatShortAligned(806000.0), QStringLiteral("806K"));
        QCOMPARE(formatShortAligned(12.0), QStringLiteral("12"));
        setInterfaceLanguage(QStringLiteral("ko"));
        QCOMPARE(formatShortAligned(1700000.0), QString::fromUtf8("170만"));
        QCOMPARE(formatShortAligned(190000.0), QString::fromUtf8("19.0만"));
        setInterfaceLanguage(QStringLiteral("en"));
    }
    void plainNumbers() {
        QCOMPARE(formatCount(82390250), QStringLiteral("82,390,250"));
        QCOMPARE(formatNumber(17.857, 2), QStringLiteral("17.86"));
        QCOMPARE(formatNumber(-17.857, 2), QStringLiteral("−17.86"));
        QCOMPARE(formatPercent(-0.1534), QStringLiteral("−15.3 %"));
        QCOMPARE(formatPercent(0.1534), QStringLiteral("15.3 %"));
        QCOMPARE(withSign(17.9, formatNumber(17.9, 1)), QStringLiteral("+17.9"));
        QCOMPARE(withSign(-17.9, formatNumber(-17.9, 1)), QStringLiteral("−17.9"));
        QCOMPARE(withSign(0.0, formatNumber(0.0)), QStringLiteral("0"));
        QCOMPARE(withSign(NAN, formatNumber(NAN)), QStringLiteral("–"));
        QCOMPARE(formatDate(QDate(2024, 2, 29)), QStringLiteral("2024-02-29"));
        QCOMPARE(formatBytes(629767), QStringLiteral("629.8 kB"));
        QCOMPARE(formatDuration(80), QStringLiteral("1 min 20 s"));
    }
    void progressIsThrottledAndCancels() {
        std::vector<ProgressReport> reports;
        Progress progress([&](const ProgressReport& r) { reports.push_back(r); });
        progress.setPhase(QStringLiteral("first"), 0.0, 0.5);
        for (int i = 0; i < 10000; ++i) progress.set(i / 10000.0);
        progress.setPhase(QStringLiteral("second"), 0.5, 1.0);
        QVERIFY2(reports.size() < 20, qPrintable(QString::number(reports.size())));
        QCOMPARE(reports.back().phase, QStringLiteral("second"));
        QCOMPARE(reports.back().fraction, 0.5);
        QVERIFY(!progress.isCancelled());
        progress.cancel();
        QVERIFY(progress.isCancelled());
    }
    void exitCodes() {
        QCOMPARE(exitCodeFor(ErrorCode::Usage), 2);
        QCOMPARE(exitCodeFor(ErrorCode::InputRefused), 3);
        QCOMPARE(exitCodeFor(ErrorCode::Io), 4);
        const Result<int> failed = Error{ErrorCode::Io, QStringLiteral("disk"), {}};
        QVERIFY(!failed.ok());
        QCOMPARE(failed.error().message, QStringLiteral("disk"));
    }
};

QTEST_GUILESS_MAIN(TestFormat)
#include "test_format.moc"
