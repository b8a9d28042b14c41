// SPDX-License-Identifier: GPL-3.0-or-later
// One file of preferences for builds on Qt 5 and on Qt 6: each reads what the other wrote, Hangul included.
#include <QTemporaryDir>
#include <QtTest>

#include "ui/common/settings_keys.h"

using namespace mudeung;

class TestSettings : public QObject {
    Q_OBJECT

private slots:
    void filesOfBothQts_data();
    void filesOfBothQts();
    void hangulIsWrittenAsItIs();
};

void TestSettings::filesOfBothQts_data() {
    QTest::addColumn<QByteArray>("content");
    // As Qt 6.4 writes it, as Qt 5.15 with UTF-8 does, and as Qt 5.15 wrote it before.
    QTest::newRow("UTF-8") << QByteArray("[files]\nfolder=/home/무등/자료\nrecent=/자료/광주 1.mudeung, \"/자료/나주, 2.mudeung\"\n");
    QTest::newRow("escaped") << QByteArray(
        "[files]\nfolder=/home/\\xbb34\\xb4f1/\\xc790\\xb8cc\n"
        "recent=/\\xc790\\xb8cc/\\xad11\\xc8fc 1.mudeung, \"/\\xc790\\xb8cc/\\xb098\\xc8fc, 2.mudeung\"\n");
}

void TestSettings::filesOfBothQts() {
    QFETCH(QByteArray, content);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("mudeung.ini"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    file.close();
    const settings::Store store(path);
    QCOMPARE(store.value(QLatin1String(settings::kLastFolder)).toString(), QStringLiteral("/home/무등/자료"));
    QCOMPARE(store.value(QLatin1String(settings::kRecent)).toStringList(),
             QStringList({QStringLiteral("/자료/광주 1.mudeung"), QStringLiteral("/자료/나주, 2.mudeung")}));
}

void TestSettings::hangulIsWrittenAsItIs() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("mudeung.ini"));
    {
        settings::Store store(path);
        store.setValue(QLatin1String(settings::kLastFolder), QStringLiteral("/home/무등"));
        store.setValue(QLatin1String(settings::kGeometry), QByteArray("\x01\xd9\xd0\xcb\xff", 5));
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY2(file.readAll().contains("folder=/home/무등"), "Hangul is escaped: Qt 6 would write it otherwise");
    const settings::Store again(path);
    QCOMPARE(again.value(QLatin1String(settings::kGeometry)).toByteArray(), QByteArray("\x01\xd9\xd0\xcb\xff", 5));
}

QTEST_GUILESS_MAIN(TestSettings)
#include "test_settings.moc"
